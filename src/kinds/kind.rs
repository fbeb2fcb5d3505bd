//! What a kind of case is: how its files are read, assessed and shown. The builder and the command
//! line know kinds by this trait alone; the [`registry`](super::registry) lists them.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::book::Book;
use super::case_file::{Checked, Frame};
use super::edition::Edition;
use crate::load::shape::Shape;
use crate::load::tree::Tree;
use crate::load::{Beside, Source};
use crate::measures::{Figure, Measure};
use crate::pages::{Fact, Link, Page, Report, Section};
use crate::present::Explained;
use crate::values::{Problem, Words};

/// How a kind is called, and where its cases lie.
#[derive(Debug, Clone, Copy)]
pub struct KindNames {
    /// In commands and schemas: `client`.
    pub name: &'static str,
    /// The folder of its cases in a book, and of its pages on the site: `clients`.
    pub folder: &'static str,
    /// In the navigation.
    pub heading: Words,
    /// The title of its schema.
    pub schema: &'static str,
    /// The form that `casebook new` fills in.
    pub form: &'static str,
}

/// A kind of case.
pub trait CaseKind: Sized + 'static {
    /// How it is called.
    const NAMES: KindNames;
    /// The endings of files that may lie beside a case and belong to it, such as `csv`.
    const COMPANIONS: &'static [&'static str];
    /// What its cases are measured by, in the order of print.
    const MEASURES: &'static [Measure];

    /// What the TOML may say.
    type File: DeserializeOwned + JsonSchema;
    /// A case that is sound.
    type Case;
    /// All that is derived from a case.
    type Assessment;
    /// What stays of a case once its files are written.
    type Row: Send + Sync;
    /// What warnings about all cases together need of one of them.
    type Glance;
    /// Such glances taken together, in a size that does not grow with their number.
    type Tally: Default + Send;

    /// Reads and checks the case in `text`. Afterwards nothing can fail because of what the author
    /// wrote.
    fn check<'s>(text: &CaseText<'s, '_>, shape: &Shape, frame: &Frame<'_>) -> Checked<'s, Self::Case>;

    /// What to do about the file `name` that lies beside cases and that none of them reads, where `near` is the
    /// name of the case's file that is most like it.
    fn claim(name: &str, near: Option<&str>) -> String;

    /// Assesses a sound case; the problems are warnings that only an assessment can find.
    fn assess(case: &Self::Case, book: &Book, source: &Source, tree: &Tree<'_>) -> (Self::Assessment, Vec<Problem>);

    /// What warnings about all cases together need of this one; none where there can be no such warning.
    fn glance(work: &Work<'_, Self>, book: &Book) -> Option<Self::Glance>;

    /// Adds one case to the others, in any order.
    fn add(tally: &mut Self::Tally, glance: &Self::Glance, book: &Book);

    /// Warnings about all cases together; `source` is the book's own file.
    fn doubts(tally: Self::Tally, book: &Book, source: &Source, tree: &Tree<'_>) -> Vec<Problem>;

    /// Puts a case's pages, reports and data on the shelf; `editions` holds one for each language
    /// of the book, at least one.
    ///
    /// # Errors
    /// What the shelf says.
    fn publish<S: Shelf>(work: &Work<'_, Self>, editions: &[Edition<'_>], shelf: &mut S) -> Result<Self::Row, S::Stop>;

    /// Puts the pages and reports that are made of all cases on the shelf, one after the other, so that no
    /// two need be in memory; what comes back is their part of the home page. `rows` are in the order of files.
    ///
    /// # Errors
    /// What the shelf says.
    fn overview<S: Shelf>(edition: &Edition<'_>, rows: &[Self::Row], shelf: &mut S) -> Result<HomePart, S::Stop>;

    /// Puts the data files that are made of all cases on the shelf.
    ///
    /// # Errors
    /// What the shelf says.
    fn tables<S: Shelf>(edition: &Edition<'_>, rows: &[Self::Row], shelf: &mut S) -> Result<(), S::Stop>;

    /// The paths of a case's pages in the book's first language, for the site map.
    fn pages_of(row: &Self::Row) -> Vec<String>;

    /// Methodology pages beside those of the measures.
    fn method_pages(edition: &Edition<'_>) -> Vec<Page>;

    /// What the methodology page of a measure says beside its documentation, or nothing.
    fn method_section(edition: &Edition<'_>, measure: Measure) -> Option<Section>;

    /// The id of a case.
    fn id(case: &Self::Case) -> &str;

    /// Every figure of a case.
    fn figures(assessment: &Self::Assessment) -> Vec<&Figure>;

    /// The result of a case in a few characters, such as its tier.
    fn verdict(work: &Work<'_, Self>, edition: &Edition<'_>) -> String;

    /// How `figures` of a case came about, for a terminal.
    fn explain(work: &Work<'_, Self>, edition: &Edition<'_>, figures: &[&Figure]) -> Explained;

    /// How `figures` of a case came about, as one JSON document.
    fn explain_json(work: &Work<'_, Self>, edition: &Edition<'_>, figures: &[&Figure]) -> String;
}

/// The text of a case and what lies beside it.
#[derive(Debug, Clone, Copy)]
pub struct CaseText<'s, 'f> {
    /// The text of its file.
    pub source: &'s Source,
    /// The file's name without its extension.
    pub stem: &'f str,
    /// The files beside it.
    pub beside: &'f Beside<'f>,
}

/// A sound case with all that its pages need.
#[derive(Debug)]
pub struct Work<'a, K: CaseKind> {
    /// The case.
    pub case: &'a K::Case,
    /// What follows from its file.
    pub assessment: &'a K::Assessment,
    /// The text of its file.
    pub source: &'a Source,
    /// The tree of its file, which finds the line of a key path.
    pub tree: &'a Tree<'a>,
}

/// Takes what is made of a case.
pub trait Shelf {
    /// Why no more can be taken.
    type Stop;

    /// Takes a page.
    ///
    /// # Errors
    /// A template or the disk fails.
    fn page(&mut self, page: &Page) -> Result<(), Self::Stop>;

    /// Takes a report for `path`; it is only made where reports are wanted.
    ///
    /// # Errors
    /// A template, the typesetter or the disk fails.
    fn report(&mut self, path: &str, report: impl FnOnce() -> Report) -> Result<(), Self::Stop>;

    /// Takes a file of data for `path`.
    ///
    /// # Errors
    /// The disk fails.
    fn data(&mut self, path: &str, bytes: &[u8]) -> Result<(), Self::Stop>;

    /// Takes a file of data for `path` that is too long to be held: `write` writes it.
    ///
    /// # Errors
    /// The disk fails.
    fn long_data(&mut self, path: &str, write: impl FnOnce(&mut dyn Write) -> io::Result<()>)
    -> Result<(), Self::Stop>;
}

/// What a kind adds to the home page.
#[derive(Debug, Default)]
pub struct HomePart {
    /// Sections, whose ids begin with the kind's folder or are its own.
    pub sections: Vec<Section>,
    /// Other forms of the same content.
    pub downloads: Vec<Link>,
    /// Where to read on.
    pub facts: Vec<Fact>,
}
