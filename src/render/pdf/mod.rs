//! PDF: a [`Report`] becomes the bytes of one file, through Typst.
//!
//! Two engines stand behind one trait and give the same bytes: Typst inside this program (feature
//! `embedded-typst`) and the `typst` program. The door is [`open`], which turns a choice into an
//! engine once; a [`Worker`] on each thread then typesets report after report. Every PDF is
//! tagged and conforms to PDF/UA-1 and PDF/A-2a, or PDF/A-3a where it carries an attachment.
//! Finding the book's own templates and fonts, and writing the files, is left to the caller.

mod bundle;
mod diagnostic;
mod process;
mod program;
mod search;
mod worker;

#[cfg(feature = "embedded-typst")]
mod embedded;
#[cfg(feature = "embedded-typst")]
mod world;

pub use bundle::Bundle;
pub use diagnostic::named;
#[cfg(feature = "embedded-typst")]
pub use embedded::Embedded;
pub use program::Program;
pub use search::Search;
pub use worker::Worker;

use crate::pages::Report;
use crate::values::problem::{Code, Problem};

/// The version of Typst that the templates are made for and that both engines must have.
pub const TYPST_VERSION: &str = "0.15.1";

/// Something that turns reports into PDFs.
///
/// Call it through a [`Worker`] from threads of your own, never from tasks of a shared rayon
/// pool: Typst waits inside for tasks of that pool, and a waiting thread would start on another
/// whole report.
pub trait Typesetter: Send + Sync {
    /// Typesets one report.
    ///
    /// # Errors
    /// Every problem that stopped it: faults of the template, placed in the template's file;
    /// characters that no font holds, placed in the case file; faults of the `typst` program.
    fn typeset(&self, report: &Report) -> Result<Vec<u8>, Vec<Problem>>;

    /// What the engine is, for a line of progress: `Typst 0.15.1, embedded`.
    fn describe(&self) -> String;
}

/// Which engine a book or a command line asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum EngineChoice {
    /// The embedded engine where this build has it, else the program.
    #[default]
    Auto,
    /// Typst inside this program.
    Embedded,
    /// The `typst` program.
    Program,
}

/// Resolves a choice into an engine with its templates and fonts loaded.
///
/// # Errors
/// Why that engine cannot be had: a build without it, no `typst` program, one of another version,
/// a temporary folder that cannot be written.
pub fn open(choice: EngineChoice, bundle: Bundle, search: &Search) -> Result<Box<dyn Typesetter>, Problem> {
    match choice {
        EngineChoice::Program => open_program(bundle, search),
        EngineChoice::Auto if !cfg!(feature = "embedded-typst") => open_program(bundle, search),
        EngineChoice::Auto | EngineChoice::Embedded => open_embedded(&bundle),
    }
}

fn open_program(bundle: Bundle, search: &Search) -> Result<Box<dyn Typesetter>, Problem> {
    Ok(Box::new(Program::open(bundle, search)?))
}

#[cfg(feature = "embedded-typst")]
fn open_embedded(bundle: &Bundle) -> Result<Box<dyn Typesetter>, Problem> {
    Ok(Box::new(Embedded::new(bundle)?))
}

#[cfg(not(feature = "embedded-typst"))]
fn open_embedded(_: &Bundle) -> Result<Box<dyn Typesetter>, Problem> {
    Err(search::missing("this build of casebook has no typesetter inside"))
}

/// The report as the JSON that templates read.
fn data(report: &Report) -> Result<Vec<u8>, Vec<Problem>> {
    serde_json::to_vec(report).map_err(|error| {
        let message = format!("cannot be written as JSON: {error}");
        vec![diagnostic::engine_fault(Code::ReportTemplate, report, &message)]
    })
}

/// The standards that a report's PDF conforms to, by the names of Typst's command line.
fn standards(report: &Report) -> [&'static str; 2] {
    [if report.attachment.is_empty() { "a-2a" } else { "a-3a" }, "ua-1"]
}
