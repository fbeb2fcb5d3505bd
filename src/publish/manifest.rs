//! The manifest: which files of an output folder are ours, with their SHA-256 sums, in the format
//! of `sha256sum` so that `sha256sum -c` checks a published site.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use walkdir::WalkDir;

use super::PublishError;

/// The manifest's name in the output folder.
pub const MANIFEST: &str = ".casebook-manifest";

const HEADING: &str =
    "# Written by casebook: SHA-256 sums of every file. Check with: sha256sum -c --quiet .casebook-manifest";

/// Sums by path.
pub(super) struct Manifest(BTreeMap<String, [u8; 32]>);

impl Manifest {
    pub(super) fn new(files: BTreeMap<String, [u8; 32]>) -> Self {
        Manifest(files)
    }

    pub(super) fn to_text(&self) -> String {
        let mut text = String::with_capacity(self.0.len() * 100);
        text.push_str(HEADING);
        text.push('\n');
        for (path, sum) in &self.0 {
            for byte in sum {
                let _ = write!(text, "{byte:02x}");
            }
            let _ = writeln!(text, "  {path}");
        }
        text
    }
}

/// The paths that the manifest in `folder` lists, or none where it has no manifest.
#[must_use]
pub fn listed(folder: &Path) -> Option<BTreeSet<String>> {
    let text = fs::read_to_string(folder.join(MANIFEST)).ok()?;
    Some(text.lines().filter_map(|line| Some(line.split_once("  ")?.1.to_owned())).collect())
}

/// Refuses a folder that is not empty and not ours.
pub(super) fn claim(target: &Path) -> Result<(), PublishError> {
    match fs::read_dir(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(PublishError::io(target, error)),
        Ok(_) if target.join(MANIFEST).is_file() => Ok(()),
        Ok(mut entries) => match entries.next() {
            None => Ok(()),
            Some(_) => Err(PublishError::Foreign(target.to_owned())),
        },
    }
}

/// Copies files that `old` holds and its manifest does not list into `new`, where no new file has
/// their place. How many there were. Empty folders are kept too: a repository in the output folder
/// is none without them.
pub(super) fn keep_foreign(old: &Path, new: &Path) -> io::Result<usize> {
    if !old.exists() {
        return Ok(0);
    }
    // Where the manifest cannot be read nothing is ours for certain, and nothing may be lost.
    let ours = listed(old).unwrap_or_default();
    let mut kept = 0;
    for entry in WalkDir::new(old).min_depth(1) {
        let entry = entry?;
        let relative = entry.path().strip_prefix(old).unwrap_or(entry.path());
        let name = relative.to_string_lossy().replace('\\', "/");
        let place = new.join(relative);
        if name == MANIFEST || ours.contains(&name) || place.exists() {
            continue;
        }
        if entry.file_type().is_dir() {
            if fs::read_dir(entry.path())?.next().is_none() {
                fs::create_dir_all(place)?;
            }
            continue;
        }
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent)?;
        }
        // A link or copy, not a move: until the swap the old folder stays whole.
        fs::hard_link(entry.path(), &place).or_else(|_| fs::copy(entry.path(), &place).map(|_| ()))?;
        kept += 1;
    }
    Ok(kept)
}
