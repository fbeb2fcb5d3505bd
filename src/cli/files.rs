//! Writes new files into a folder: all of them or none, and never over one that exists.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// A file to write: its path below the folder, with `/` between the parts, and its text.
pub(super) type NewFile = (String, String);

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotWritten {
    /// Files of these names exist.
    #[error("`{}` already holds {}; nothing was written", .0.display(), .1.join(", "))]
    Exists(PathBuf, Vec<String>),
    /// The disk said no.
    #[error("`{}` cannot be written: {}; nothing was kept", .0.display(), .1)]
    Io(PathBuf, io::Error),
}

/// Writes `files` below `root`, making folders as needed.
///
/// # Errors
/// One of the files exists or cannot be written; then none of them stays.
pub(super) fn create(root: &Path, files: &[NewFile]) -> Result<(), NotWritten> {
    let existing: Vec<_> =
        files.iter().map(|(path, _)| path).filter(|path| root.join(path).symlink_metadata().is_ok()).cloned().collect();
    if !existing.is_empty() {
        return Err(NotWritten::Exists(root.to_owned(), existing));
    }
    let mut made = Made::default();
    for (path, text) in files {
        let path = root.join(path);
        if let Err(error) = made.file(&path, text) {
            made.undo();
            return Err(NotWritten::Io(path, error));
        }
    }
    Ok(())
}

/// What was made so far, so that it can be taken back.
#[derive(Debug, Default)]
struct Made {
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
}

impl Made {
    fn file(&mut self, path: &Path, text: &str) -> io::Result<()> {
        self.folder(path.parent().unwrap_or(Path::new("")))?;
        let mut file = File::create_new(path)?;
        self.files.push(path.to_owned());
        file.write_all(text.as_bytes())?;
        file.sync_all()
    }

    fn folder(&mut self, path: &Path) -> io::Result<()> {
        if path.as_os_str().is_empty() || path.is_dir() {
            return Ok(());
        }
        self.folder(path.parent().unwrap_or(Path::new("")))?;
        fs::create_dir(path)?;
        self.folders.push(path.to_owned());
        Ok(())
    }

    /// Takes back what can be; a file that cannot be removed is not worth a second error.
    fn undo(&self) {
        for file in &self.files {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_files_or_none() {
        let root = tempfile::tempdir().unwrap();
        let file = |path: &str| (path.to_owned(), "x".to_owned());
        let clash = [file("new/a"), file("b"), file("b/c")];
        assert!(matches!(create(root.path(), &clash), Err(NotWritten::Io(..))));
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 0);
        assert!(create(root.path(), &[file("a/b"), file("c")]).is_ok());
        assert!(
            matches!(create(root.path(), &[file("d"), file("c")]), Err(NotWritten::Exists(_, names)) if names == ["c"])
        );
        assert!(!root.path().join("d").exists());
    }
}
