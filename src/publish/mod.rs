//! Replaces the output folder as one: files are staged beside it and swapped in at the end, so
//! that a killed build leaves the old site whole. What it has staged the next build removes.
//!
//! A manifest with the SHA-256 sum of every file marks the folder as ours. Files in it that the
//! manifest does not list are foreign and are kept; a folder with files but without a manifest is
//! refused.

mod manifest;
mod staged;
mod swap;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use sha2::{Digest, Sha256};
use thiserror::Error;

use manifest::Manifest;
pub use manifest::{MANIFEST, listed};
use staged::Staged;

use crate::values::digest::Summed;

/// Why the output could not be written.
#[derive(Debug, Error)]
pub enum PublishError {
    /// The folder holds files that a build did not write.
    #[error("`{}` is not an output of casebook: it holds files but no {MANIFEST}", .0.display())]
    Foreign(PathBuf),
    /// The folder is or holds the book.
    #[error("`{}` holds the book itself and cannot be the output folder", .0.display())]
    HoldsBook(PathBuf),
    /// Two outputs have the same path.
    #[error("two outputs are called `{0}`")]
    Twice(String),
    /// The disk said no.
    #[error("`{}` cannot be written: {source}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the disk said.
        source: io::Error,
    },
}

impl PublishError {
    fn io(path: &Path, source: io::Error) -> Self {
        PublishError::Io { path: path.to_owned(), source }
    }
}

/// An output folder in the making.
#[derive(Debug)]
pub struct Staging {
    target: PathBuf,
    staged: Staged,
    files: Mutex<BTreeMap<String, [u8; 32]>>,
}

impl Staging {
    /// Begins a new content for `target`. `book` is the folder that must not be replaced.
    ///
    /// # Errors
    /// The target is not ours, holds the book, or its parent cannot be written to.
    pub fn begin(target: &Path, book: &Path) -> Result<Self, PublishError> {
        let target = resolve(target)?;
        let failed = |error| PublishError::io(&target, error);
        let book = fs::canonicalize(book).map_err(|error| PublishError::io(book, error))?;
        if book.starts_with(&target) {
            return Err(PublishError::HoldsBook(target));
        }
        swap::recover(&target).map_err(failed)?;
        manifest::claim(&target)?;
        let staged = Staged::begin(&target).map_err(failed)?;
        Ok(Staging { target, staged, files: Mutex::default() })
    }

    /// Writes a file at `path`, with `/` between its parts, below the output folder.
    ///
    /// # Errors
    /// The path was written before, or the disk said no.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        self.list(path, Sha256::digest(bytes).into())?;
        let full = self.staged.path().join(path);
        self.create(&full).and_then(|mut file| file.write_all(bytes)).map_err(|error| PublishError::io(&full, error))
    }

    /// Writes a file at `path` whose bytes `write` makes one after the other.
    ///
    /// # Errors
    /// As for [`Staging::write`].
    pub fn write_from(
        &self,
        path: &str,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), PublishError> {
        let full = self.staged.path().join(path);
        let failed = |error| PublishError::io(&full, error);
        let file = self.create(&full).map_err(failed)?;
        let mut out = Summed::new(BufWriter::new(file));
        write(&mut out).and_then(|()| out.flush()).map_err(failed)?;
        self.list(path, out.sum())
    }

    fn list(&self, path: &str, sum: [u8; 32]) -> Result<(), PublishError> {
        let mut files = self.files.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let known = files.insert(path.to_owned(), sum).is_some();
        if known { Err(PublishError::Twice(path.to_owned())) } else { Ok(()) }
    }

    /// Creates a file, and its folder where that is missing.
    fn create(&self, full: &Path) -> io::Result<File> {
        match File::create(full) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                fs::create_dir_all(full.parent().unwrap_or(self.staged.path()))?;
                File::create(full)
            }
            done => done,
        }
    }

    /// Swaps the new content in and drops the old one; foreign files are carried over.
    ///
    /// # Errors
    /// The disk said no; the old content then stands as it was.
    pub fn finish(self) -> Result<Published, PublishError> {
        let files = self.files.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        let count = files.len();
        let failed = |error| PublishError::io(&self.target, error);
        let manifest = Manifest::new(files);
        fs::write(self.staged.path().join(MANIFEST), manifest.to_text()).map_err(failed)?;
        let kept = manifest::keep_foreign(&self.target, self.staged.path()).map_err(failed)?;
        make_readable(self.staged.path()).map_err(failed)?;
        swap::swap(self.staged.folder, &self.target).map_err(failed)?;
        Ok(Published { target: self.target, files: count, foreign: kept })
    }
}

/// The true place of `target`, so that a link to a folder stays a link; its parent is made where
/// it is missing.
fn resolve(target: &Path) -> Result<PathBuf, PublishError> {
    if let Ok(found) = fs::canonicalize(target) {
        return Ok(found);
    }
    let failed = |error| PublishError::io(target, error);
    let absolute = std::path::absolute(target).map_err(failed)?;
    let (Some(parent), Some(name)) = (absolute.parent(), absolute.file_name()) else {
        return Err(failed(io::ErrorKind::InvalidFilename.into()));
    };
    fs::create_dir_all(parent).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => PublishError::io(parent, io::ErrorKind::NotADirectory.into()),
        _ => PublishError::io(parent, error),
    })?;
    Ok(fs::canonicalize(parent).map_err(failed)?.join(name))
}

/// What was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The output folder.
    pub target: PathBuf,
    /// How many files were written.
    pub files: usize,
    /// How many foreign files were carried over.
    pub foreign: usize,
}

/// Temporary folders are private; an output folder is not.
#[cfg(unix)]
fn make_readable(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn make_readable(_: &Path) -> io::Result<()> {
    Ok(())
}
