//! The files that lie beside a case's file and that it names: tables of responses or invoices.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs::File;

use super::{Folder, Source};
use crate::values::Problem;

/// The folder of a case's file.
#[derive(Debug, Clone)]
pub struct Beside<'f> {
    folder: &'f Folder,
    /// The path of the folder within the book, with a slash at the end, or empty.
    dir: String,
    asked: RefCell<BTreeSet<String>>,
}

impl<'f> Beside<'f> {
    /// What lies beside the file at `path` of `folder`.
    #[must_use]
    pub fn of(folder: &'f Folder, path: &str) -> Self {
        let dir = path.rfind('/').map_or("", |slash| &path[..=slash]);
        Beside { folder, dir: dir.to_owned(), asked: RefCell::default() }
    }

    /// The path within the book of the file called `name`; none where `name` leads out of the
    /// folder, or begins with a dot.
    #[must_use]
    pub fn path(&self, name: &str) -> Option<String> {
        let plain = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':', '\0']);
        name.split('/').all(plain).then(|| format!("{}{name}", self.dir))
    }

    /// Whether there is a file at `path`, as [`Beside::path`] gives it.
    #[must_use]
    pub fn holds(&self, path: &str) -> bool {
        self.asked.borrow_mut().insert(path.to_owned());
        self.folder.holds(path)
    }

    /// The paths that [`Beside::holds`] was asked for: every file that the case claims, there or not.
    #[must_use]
    pub fn asked(self) -> BTreeSet<String> {
        self.asked.into_inner()
    }

    /// Reads the text file at `path`.
    ///
    /// # Errors
    /// A problem where the file cannot be read or is not UTF-8.
    pub fn read(&self, path: &str) -> Result<Source, Problem> {
        self.folder.read(path)
    }

    /// Opens the file at `path`, to be read as a stream.
    ///
    /// # Errors
    /// A problem where the file cannot be opened.
    pub fn open(&self, path: &str) -> Result<File, Problem> {
        self.folder.open(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_do_not_lead_out_of_the_folder() {
        let folder = Folder::new("book");
        let beside = Beside::of(&folder, "surveys/2024/halls.toml");
        assert_eq!(beside.path("halls.csv").as_deref(), Some("surveys/2024/halls.csv"));
        assert_eq!(beside.path("data/halls.csv").as_deref(), Some("surveys/2024/data/halls.csv"));
        for bad in ["", "/etc/passwd", "../halls.csv", "a/../../b", "C:\\x", "a\\b", ".hidden", "a//b"] {
            assert_eq!(beside.path(bad), None, "{bad}");
        }
    }
}
