//! Runs the real program on books in folders, and reads what it publishes.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used, reason = "each test file uses its own part")]

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The shipped book.
pub const CONTENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/content");
/// The program.
pub const CASEBOOK: &str = env!("CARGO_BIN_EXE_casebook");
/// The file that lists all files of an output.
pub const MANIFEST: &str = ".casebook-manifest";

/// What a run ended with.
#[derive(Debug)]
pub struct Run {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

/// `casebook build --no-pdf`, ready for more arguments.
pub fn build(book: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(CASEBOOK);
    command.arg("build").arg(book).arg("--no-pdf").env("NO_COLOR", "1");
    command
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Run {
    let Output { status, stdout, stderr } = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: status.code(), out: text(stdout), err: text(stderr) }
}

/// Builds a book that has no errors into `output`.
pub fn built(book: &Path, output: &Path) -> Run {
    let run = run(build(book).arg("-o").arg(output));
    assert_eq!(run.code, Some(0), "{}", run.err);
    run
}

/// The shipped book's site in a folder of its own.
pub fn shipped() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    built(Path::new(CONTENT), &site);
    (folder, site)
}

/// A copy of the shipped book at `book`.
pub fn copy_shipped(book: &Path) {
    for path in files(Path::new(CONTENT)) {
        let to = book.join(&path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(Path::new(CONTENT).join(path), to).unwrap();
    }
}

/// Takes the course out of a copy of the shipped book, whose lessons name figures of its cases.
pub fn without_course(book: &Path) {
    for folder in ["lessons", "teaching", "glossary", "exercises"] {
        let _ = fs::remove_dir_all(book.join(folder));
    }
    let settings = fs::read_to_string(book.join("casebook.toml")).unwrap();
    let (before, rest) = settings.split_once("[course]").unwrap();
    let after = rest.split_once("[pdf]").map_or(String::new(), |(_, after)| format!("[pdf]{after}"));
    fs::write(book.join("casebook.toml"), before.to_owned() + &after).unwrap();
}

/// Writes a small book with the given clients: id and text of the file.
pub fn small_book(book: &Path, clients: &[(&str, &str)]) {
    fs::create_dir_all(book.join("clients")).unwrap();
    let settings = "schema = 1\ntitle = \"Small\"\nlanguages = [\"en\"]\ncurrency = \"CNY\"\nas_of = 2024-03-31\n";
    fs::write(book.join("casebook.toml"), settings).unwrap();
    for (id, text) in clients {
        fs::write(book.join(format!("clients/{id}.toml")), text).unwrap();
    }
}

/// Replaces text in a file of a book; the text must be there.
pub fn edit(file: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(file).unwrap();
    assert!(text.contains(from), "{from} is not in {}", file.display());
    fs::write(file, text.replace(from, to)).unwrap();
}

/// The paths of all files below `folder`, with `/`, sorted.
pub fn files(folder: &Path) -> Vec<String> {
    let walk = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let found = walk.filter(|entry| !entry.file_type().is_dir());
    let mut paths: Vec<_> =
        found.map(|entry| entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned()).collect();
    paths.sort();
    paths
}

/// Every file below `folder` with its bytes.
pub fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    files(folder).into_iter().map(|path| (path.clone(), fs::read(folder.join(path)).unwrap())).collect()
}

/// The manifest of a site.
pub fn manifest(site: &Path) -> String {
    fs::read_to_string(site.join(MANIFEST)).unwrap()
}
