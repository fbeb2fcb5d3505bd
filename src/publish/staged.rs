//! The folder that a run stages in, beside the target: locked while its run lives, so that a
//! later run of the same target can tell what a killed one left and removes it.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use tempfile::TempDir;

/// How many characters of its own the name of each staging folder has.
const RANDOM: usize = 6;

/// A staging folder with its lock.
#[derive(Debug)]
pub(super) struct Staged {
    pub(super) folder: TempDir,
    /// Released by the system however the run ends; none where the system cannot lock folders.
    _lock: Option<File>,
}

impl Staged {
    /// A new staging folder for `target`, beside it so that the swap is a rename within one file
    /// system. What killed runs of the same target left is removed.
    pub(super) fn begin(target: &Path) -> io::Result<Self> {
        let parent = target.parent().unwrap_or(Path::new("/"));
        let prefix = prefix(target);
        remove_leftovers(parent, &prefix)?;
        let folder = tempfile::Builder::new().prefix(&prefix).rand_bytes(RANDOM).tempdir_in(parent)?;
        let lock = lock(folder.path());
        Ok(Staged { folder, _lock: lock })
    }

    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }
}

/// Where an old content waits while the new one takes its place in two renames.
pub(super) fn set_aside(target: &Path) -> PathBuf {
    target.with_file_name(prefix(target) + "old")
}

/// Begins the names of all folders that stage for `target`. A sum stands for the target's name,
/// which may itself be as long as a name can be.
fn prefix(target: &Path) -> String {
    let sum = Sha256::digest(target.file_name().unwrap_or_default().as_encoded_bytes());
    format!(".casebook-{:02x}{:02x}{:02x}{:02x}-", sum[0], sum[1], sum[2], sum[3])
}

/// A folder that holds something was locked before; if it no longer is, its run has ended. One
/// that cannot be removed is no reason to fail.
fn remove_leftovers(parent: &Path, prefix: &str) -> io::Result<()> {
    for entry in fs::read_dir(parent)? {
        let entry = entry?;
        let name = entry.file_name();
        let own = name.to_str().and_then(|name| name.strip_prefix(prefix)).is_some_and(|rest| rest.len() == RANDOM);
        if own && entry.file_type()?.is_dir() && holds_something(&entry.path()) {
            let Some(_lock) = lock(&entry.path()) else { continue };
            let _ = fs::remove_dir_all(entry.path());
        }
    }
    Ok(())
}

fn holds_something(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some())
}

/// Locks a folder, where the system can and nobody else has.
fn lock(folder: &Path) -> Option<File> {
    let file = File::open(folder).ok()?;
    file.try_lock().ok()?;
    Some(file)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn only_what_ended_runs_of_the_same_target_left_goes() {
        let parent = tempfile::tempdir().unwrap();
        let target = parent.path().join("站点");
        let left = |name: &str| {
            let folder = parent.path().join(name);
            fs::create_dir(&folder).unwrap();
            fs::write(folder.join("index.html"), "").unwrap();
            folder
        };
        let ended = left(&format!("{}aB3dEf", prefix(&target)));
        let others = [
            left(&format!("{}aB3dEf", prefix(&parent.path().join("other")))),
            left(".casebook-mine"),
            left(&format!("{}notes", prefix(&target))),
        ];
        let living = Staged::begin(&target).unwrap();
        fs::write(living.path().join("index.html"), "").unwrap();
        assert!(!ended.exists());
        let next = Staged::begin(&target).unwrap();
        assert!(living.path().exists() && next.path() != living.path());
        assert!(others.iter().all(|other| other.exists()));
    }
}
