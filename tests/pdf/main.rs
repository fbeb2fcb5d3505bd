//! Typesetting: what the PDFs conform to, that both engines agree, and what happens when the
//! program, a template, a font or a text is not as it should be.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod conformance;
mod faults;
mod lesson;
mod sample;
#[path = "../support/sample_questionnaire.rs"]
mod sample_questionnaire;
mod text;

use std::path::PathBuf;
use std::time::Duration;

use casebook::pages::Report;
use casebook::render::pdf::{Bundle, EngineChoice, Search, Typesetter, Worker, open};
use casebook::values::problem::Problem;

/// The embedded engine with the built-in templates.
#[cfg(feature = "embedded-typst")]
fn embedded(bundle: Bundle) -> Box<dyn Typesetter> {
    open(EngineChoice::Embedded, bundle, &Search::default()).unwrap()
}

/// The engine that calls the `typst` program.
fn program(bundle: Bundle) -> Box<dyn Typesetter> {
    open(EngineChoice::Program, bundle, &search()).unwrap_or_else(|problem| {
        panic!(
            "these tests need the `typst` program: {}\n{}\nThey look at CASEBOOK_TYPST, PATH and {}",
            problem.message,
            problem.hint,
            tools().display()
        )
    })
}

/// Every engine of this build.
fn engines(bundle: &Bundle) -> Vec<Box<dyn Typesetter>> {
    vec![
        #[cfg(feature = "embedded-typst")]
        embedded(bundle.clone()),
        program(bundle.clone()),
    ]
}

/// The quickest engine of this build.
fn any(bundle: Bundle) -> Box<dyn Typesetter> {
    open(EngineChoice::Auto, bundle, &search()).unwrap()
}

fn typeset(engine: &dyn Typesetter, report: &Report) -> Result<Vec<u8>, Vec<Problem>> {
    Worker::new(engine).typeset(report)
}

/// Where the test command installs the program.
fn tools() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).with_file_name("tools").join("bin/typst")
}

fn search() -> Search {
    let variable = std::env::var_os("CASEBOOK_TYPST").or_else(|| tools().is_file().then(|| tools().into()));
    Search { book: None, variable, path: std::env::var_os("PATH"), limit: Duration::from_mins(2) }
}
