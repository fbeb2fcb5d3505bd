//! Finding the `typst` program and making sure that it is the right one. Where to look is given by
//! the caller, who reads the book and the environment.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::values::problem::{Code, Place, Problem};

use super::TYPST_VERSION;
use super::process::{self, Ended};

/// Where the book and the environment say that the program is, and how patient to be with it.
#[derive(Debug, Clone)]
pub struct Search {
    /// The path that the book names; relative ones must be resolved by the caller.
    pub book: Option<PathBuf>,
    /// The value of `CASEBOOK_TYPST`.
    pub variable: Option<OsString>,
    /// The value of `PATH`.
    pub path: Option<OsString>,
    /// How long one report may take.
    pub limit: Duration,
}

impl Default for Search {
    fn default() -> Self {
        Search { book: None, variable: None, path: None, limit: Duration::from_mins(1) }
    }
}

impl Search {
    /// The program, of the right version.
    ///
    /// # Errors
    /// No program at any of the places, or one of another version.
    pub(super) fn find(&self) -> Result<PathBuf, Problem> {
        let program = self.locate()?;
        match version(&program, self.limit) {
            Ok(version) if version == TYPST_VERSION => Ok(program),
            Ok(version) => Err(wrong_version(&program, &version)),
            Err(reason) => Err(missing(&format!("{} does not answer `--version`: {reason}", program.display()))),
        }
    }

    /// The first place that is named counts, even if nothing is there: a slip in a path must not
    /// lead to another program.
    fn locate(&self) -> Result<PathBuf, Problem> {
        if let Some(path) = &self.book {
            return existing(path, "the book's `typst`");
        }
        if let Some(path) = self.variable.as_ref().filter(|path| !path.is_empty()) {
            return existing(Path::new(path), "`CASEBOOK_TYPST`");
        }
        let name = format!("typst{}", std::env::consts::EXE_SUFFIX);
        let folders = self.path.iter().flat_map(std::env::split_paths);
        folders
            .map(|folder| folder.join(&name))
            .find(|path| path.is_file())
            .and_then(|path| std::path::absolute(path).ok())
            .ok_or_else(|| missing("there is no `typst` program in `PATH`"))
    }
}

fn existing(path: &Path, named_by: &str) -> Result<PathBuf, Problem> {
    match std::path::absolute(path) {
        Ok(path) if path.is_file() => Ok(path),
        _ => Err(missing(&format!("{named_by} names {}, where there is no file", path.display()))),
    }
}

/// The version that the program gives, such as `0.15.1`.
fn version(program: &Path, limit: Duration) -> Result<String, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let mut command = Command::new(program);
    command.arg("--version");
    match process::run(command, folder.path(), limit) {
        Ok(Ended::Well { stdout }) => {
            let words = String::from_utf8_lossy(&stdout).into_owned();
            Ok(words.split_whitespace().nth(1).unwrap_or("unknown").to_owned())
        }
        Ok(Ended::Badly { status, .. }) => Err(status),
        Ok(Ended::TimeOut) => Err(format!("no answer in {} s", limit.as_secs())),
        Err(error) => Err(error.to_string()),
    }
}

/// The problem of having no program.
pub(super) fn missing(message: &str) -> Problem {
    Problem::new(Code::TypstMissing, place(), message).hint(format!(
        "install it with `cargo install typst-cli --version {TYPST_VERSION} --locked`, name it in `CASEBOOK_TYPST`, \
         or use a build with the feature `embedded-typst`"
    ))
}

fn wrong_version(program: &Path, version: &str) -> Problem {
    let message = format!("{} is Typst {version}; the templates are made for {TYPST_VERSION}", program.display());
    Problem::new(Code::TypstVersion, place(), message)
        .hint(format!("install it with `cargo install typst-cli --version {TYPST_VERSION} --locked`"))
}

fn place() -> Place {
    Place { file: "casebook.toml".to_owned(), span: None }
}
