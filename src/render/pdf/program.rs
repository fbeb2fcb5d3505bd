//! The engine that calls the `typst` program, once for each report.
//!
//! Fonts are written once, into a temporary folder that all reports share; each report has a small
//! folder below it, which is the root of its Typst project and goes when the report is done.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use tempfile::TempDir;

use crate::pages::Report;
use crate::values::problem::{Code, Place, Problem};

use super::bundle::{Bundle, DATA, MAIN};
use super::process::{self, Ended};
use super::search::Search;
use super::{TYPST_VERSION, Typesetter, data, diagnostic, standards};

/// Settings of Typst in the environment, which must not change what a report looks like.
const VARIABLES: &[&str] = &[
    "SOURCE_DATE_EPOCH",
    "TYPST_CERT",
    "TYPST_FEATURES",
    "TYPST_FONT_PATHS",
    "TYPST_IGNORE_EMBEDDED_FONTS",
    "TYPST_IGNORE_SYSTEM_FONTS",
    "TYPST_PACKAGE_CACHE_PATH",
    "TYPST_PACKAGE_PATH",
    "TYPST_ROOT",
];

/// Where proxies are named; the program is sent to a port where nothing listens, because reports
/// must come out the same without a network.
const PROXIES: &[&str] = &["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];
const NOWHERE: &str = "http://127.0.0.1:9";

/// The `typst` program with what it needs on disk.
pub struct Program {
    path: PathBuf,
    bundle: Bundle,
    folder: TempDir,
    limit: Duration,
}

impl Program {
    /// Finds the program and writes the fonts.
    ///
    /// # Errors
    /// No program, one of another version, or a temporary folder that cannot be written.
    pub fn open(bundle: Bundle, search: &Search) -> Result<Self, Problem> {
        let path = search.find()?;
        let folder = write_fonts(&bundle).map_err(|error| unwritable(&error))?;
        Ok(Program { path, bundle, folder, limit: search.limit })
    }

    fn command(&self, report: &Report) -> Command {
        let mut command = Command::new(&self.path);
        for name in VARIABLES {
            command.env_remove(name);
        }
        for name in PROXIES {
            command.env(name, NOWHERE);
        }
        command.args(["compile", "--format", "pdf", "--diagnostic-format", "short", "--jobs", "1"]);
        command.args(["--ignore-system-fonts", "--root", "."]);
        for index in 0..self.bundle.fonts().len() {
            command.arg("--font-path").arg(font_folder(self.folder.path(), index));
        }
        for option in ["--package-path", "--package-cache-path"] {
            command.arg(option).arg(self.folder.path().join("no-packages"));
        }
        command.arg("--creation-timestamp").arg(timestamp(report).to_string());
        command.arg("--pdf-standard").arg(standards(report).join(","));
        command.args([MAIN, "-"]);
        command
    }

    /// Writes the report's folder: its data and a copy of each template.
    fn write_project(&self, data: &[u8]) -> io::Result<TempDir> {
        let folder = tempfile::tempdir_in(self.folder.path())?;
        for (path, text) in self.bundle.sources() {
            let file = folder.path().join(path);
            if let Some(parent) = file.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::write(file, text.as_bytes())?;
        }
        fs::write(folder.path().join(DATA), data)?;
        Ok(folder)
    }

    fn run(&self, report: &Report, data: &[u8]) -> io::Result<Ended> {
        let project = self.write_project(data)?;
        process::run(self.command(report), project.path(), self.limit)
    }

    fn problems(&self, report: &Report, status: &str, stderr: &str) -> Vec<Problem> {
        let faults = diagnostic::parse_short(stderr, &self.bundle);
        if !faults.is_empty() {
            return diagnostic::problems(report, faults);
        }
        let last = stderr.lines().rfind(|line| !line.trim().is_empty()).unwrap_or("it wrote no message");
        let message = format!("{} ended with {status}: {last}", self.path.display());
        vec![diagnostic::engine_fault(Code::TypstFailed, report, &message)]
    }
}

impl Typesetter for Program {
    fn typeset(&self, report: &Report) -> Result<Vec<u8>, Vec<Problem>> {
        let fault = |code, message: String| vec![diagnostic::engine_fault(code, report, &message)];
        match self.run(report, &data(report)?) {
            Ok(Ended::Well { stdout }) if stdout.starts_with(b"%PDF") => Ok(stdout),
            Ok(Ended::Well { .. }) => Err(fault(Code::TypstFailed, format!("{} wrote no PDF", self.path.display()))),
            Ok(Ended::Badly { status, stderr }) => Err(self.problems(report, &status, &stderr)),
            Ok(Ended::TimeOut) => {
                let message = format!("{} did not finish in {} s", self.path.display(), self.limit.as_secs_f32());
                Err(fault(Code::TypstTimeout, message))
            }
            Err(error) => Err(fault(Code::TypstFailed, format!("{}: {error}", self.path.display()))),
        }
    }

    fn describe(&self) -> String {
        format!("Typst {TYPST_VERSION}, {}", self.path.display())
    }
}

/// Gives each font a folder of its own: Typst loads the files of one folder in the order in which
/// the file system lists them, which is not the same everywhere, but folders in the order given.
fn write_fonts(bundle: &Bundle) -> io::Result<TempDir> {
    let folder = tempfile::tempdir()?;
    for (index, font) in bundle.fonts().iter().enumerate() {
        let own = font_folder(folder.path(), index);
        fs::create_dir_all(&own)?;
        fs::write(own.join("font.ttf"), font)?;
    }
    Ok(folder)
}

fn font_folder(folder: &Path, index: usize) -> PathBuf {
    folder.join("fonts").join(format!("{index:03}"))
}

/// Midnight of the report's date in seconds since 1970, UTC.
fn timestamp(report: &Report) -> i64 {
    let [year, month, day] = report.date;
    let date = (|| jiff::civil::Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok())();
    let epoch = jiff::civil::date(1970, 1, 1);
    date.map_or(0, |date| i64::from(epoch.until(date).map_or(0, |span| span.get_days())) * 86_400)
}

fn unwritable(error: &io::Error) -> Problem {
    let place = Place { file: "casebook.toml".to_owned(), span: None };
    Problem::new(Code::TypstFailed, place, format!("the temporary folder for Typst cannot be written: {error}"))
}
