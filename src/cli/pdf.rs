//! Which Typst sets the PDFs, as the command line and the book say.

use std::path::Path;
use std::time::Duration;

use clap::ValueEnum;

use crate::kinds::book::Book;
use crate::kinds::book::schema::PdfEngine;
use crate::load::Folder;
use crate::render::pdf::{self, Bundle, EngineChoice, Search, Typesetter};
use crate::values::Problem;

/// Whether and by what PDFs are made.
#[derive(Debug, clap::Args)]
pub(super) struct PdfArguments {
    /// Make no PDFs
    #[arg(long)]
    no_pdf: bool,
    /// Which Typst sets the PDFs, instead of what the book says
    #[arg(long, value_enum, conflicts_with = "no_pdf")]
    pdf_engine: Option<Engine>,
}

/// Which Typst sets the PDFs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Engine {
    /// The embedded one where this program has it, otherwise the typst program
    Auto,
    /// The Typst inside this program
    Embedded,
    /// The typst program
    Cli,
}

impl PdfArguments {
    /// The engine that the command line or the book asks for, or none where no PDFs are wanted.
    ///
    /// # Errors
    /// Why that engine cannot be had.
    pub(super) fn typesetter(&self, folder: &Folder, book: &Book) -> Result<Option<Box<dyn Typesetter>>, Vec<Problem>> {
        if self.no_pdf {
            return Ok(None);
        }
        let settings = &book.settings.pdf;
        let choice = match (self.pdf_engine, settings.engine) {
            (Some(Engine::Embedded), _) | (None, Some(PdfEngine::Embedded)) => EngineChoice::Embedded,
            (Some(Engine::Cli), _) | (None, Some(PdfEngine::Cli)) => EngineChoice::Program,
            _ => EngineChoice::Auto,
        };
        let search = Search {
            book: settings.typst.as_ref().map(|path| folder.root().join(path)),
            variable: std::env::var_os("CASEBOOK_TYPST"),
            path: std::env::var_os("PATH"),
            limit: Duration::from_secs(u64::from(settings.timeout_seconds.unwrap_or(60))),
        };
        let (overrides, _) = book.overrides(folder)?;
        let is_typst = |name: &String| Path::new(name).extension().is_some_and(|end| end == "typ");
        let templates = overrides.into_iter().filter(|(name, _)| is_typst(name)).collect();
        let bundle = Bundle::new(templates, book.fonts(folder)?);
        pdf::open(choice, bundle, &search).map(Some).map_err(|problem| vec![problem])
    }
}
