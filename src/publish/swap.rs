//! Swaps a staged folder with the published one.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// Puts `staged` in the place of `target` and removes what stood there.
pub(super) fn swap(staged: TempDir, target: &Path) -> io::Result<()> {
    if !target.exists() {
        fs::rename(staged.path(), target)?;
        // The folder has moved away; nothing is left to remove.
        let _ = staged.keep();
        return Ok(());
    }
    match exchange(staged.path(), target) {
        // What stood in the target is now the temporary folder.
        Ok(()) => staged.close(),
        Err(_) => rename_twice(staged, target),
    }
}

#[cfg(target_os = "linux")]
fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE).map_err(io::Error::from)
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Where file systems cannot exchange: two renames, whose gap [`recover`] closes.
fn rename_twice(staged: TempDir, target: &Path) -> io::Result<()> {
    let old = set_aside(target);
    fs::rename(target, &old)?;
    if let Err(error) = fs::rename(staged.path(), target) {
        fs::rename(&old, target)?;
        return Err(error);
    }
    let _ = staged.keep();
    fs::remove_dir_all(old)
}

/// Brings the old folder back where a run was killed between two renames.
pub(super) fn recover(target: &Path) -> io::Result<()> {
    let old = set_aside(target);
    if !target.exists() && old.exists() { fs::rename(old, target) } else { Ok(()) }
}

fn set_aside(target: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(".casebook-old");
    target.with_file_name(name)
}
