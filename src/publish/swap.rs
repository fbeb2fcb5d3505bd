//! Swaps a staged folder with the published one.

use std::fs;
use std::io;
use std::path::Path;

use tempfile::TempDir;

use super::manifest::MANIFEST;
use super::staged::set_aside;

/// Puts `staged` in the place of `target` and removes what stood there.
pub(super) fn swap(staged: TempDir, target: &Path) -> io::Result<()> {
    if !target.exists() {
        fs::rename(staged.path(), target)?;
        // The folder has moved away; nothing is left to remove.
        let _ = staged.keep();
        return Ok(());
    }
    match exchange(staged.path(), target) {
        // What stood in the target is now the temporary folder. The new content is in place even
        // where the old cannot be removed; the next run tries again.
        Ok(()) => {
            let _ = staged.close();
            Ok(())
        }
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
    let _ = fs::remove_dir_all(old);
    Ok(())
}

/// Brings the old folder back where a run was killed between two renames, and removes it where
/// one was killed after them.
pub(super) fn recover(target: &Path) -> io::Result<()> {
    let old = set_aside(target);
    match (target.exists(), old.exists()) {
        (false, true) => fs::rename(old, target),
        (true, true) if target.join(MANIFEST).is_file() => fs::remove_dir_all(old),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn published(folder: &Path, text: &str) {
        fs::create_dir_all(folder).unwrap();
        fs::write(folder.join(MANIFEST), text).unwrap();
    }

    #[test]
    fn two_renames_leave_nothing_behind_wherever_they_are_cut() {
        let parent = tempfile::tempdir().unwrap();
        let target = parent.path().join("public");
        let text = || fs::read_to_string(target.join(MANIFEST)).unwrap();
        published(&set_aside(&target), "old");
        recover(&target).unwrap();
        assert_eq!(text(), "old");
        published(&set_aside(&target), "older");
        recover(&target).unwrap();
        assert_eq!(text(), "old");
        let staged = tempfile::tempdir_in(parent.path()).unwrap();
        published(staged.path(), "new");
        rename_twice(staged, &target).unwrap();
        assert_eq!(text(), "new");
        assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 1);
    }
}
