//! The document model: a page of the site or a report, made of a small closed set of blocks.
//!
//! Kinds build these from their assessments; renderers turn them into HTML and PDF and know
//! nothing else. Every string is ready for print in the language of its page, and an empty
//! string means that there is nothing to print, so that templates need neither arithmetic nor
//! null checks. Charts come drawn, for the screen or for print.

pub mod article;
pub mod chart;
pub mod exercise;
pub mod frame;
pub mod markdown;
pub mod number;
mod questionnaire;

use std::ops::Range;

pub use article::Article;
pub use questionnaire::{
    Choice, Named, PointShares, Questionnaire, QuestionnaireWords, RatingColumn, ScaleQuestion, Statement,
};
use serde::Serialize;

use crate::values::Language;

/// One page of the site in one language.
#[derive(Debug, Clone, Serialize)]
pub struct Page {
    /// The BCP 47 tag of the page's language.
    pub lang: &'static str,
    /// The page's place below the output folder, with `/` between the parts: `en/clients/apple.html`.
    pub path: String,
    /// The way from this page back to the output folder: empty, `../` or `../../`.
    pub root: String,
    /// The way from this page back to the first page in its language.
    pub home: String,
    /// Unique within the book; also the only heading of level 1.
    pub title: String,
    /// One line below the title.
    pub lead: String,
    /// One sentence for search engines and previews.
    pub description: String,
    /// The pages above this one, outermost first.
    pub trail: Vec<Link>,
    /// The same page in each language of the book, this one included.
    pub alternates: Vec<Alternate>,
    /// Other forms of the page's content: PDF, JSON, CSV.
    pub downloads: Vec<Link>,
    /// What the page says.
    pub sections: Vec<Section>,
    /// Which entry of the site's navigation the page belongs to: `home`, `clients`, `methods`.
    pub area: &'static str,
    /// Whether to show a table of contents.
    pub contents: bool,
}

/// The same page in another language.
#[derive(Debug, Clone, Serialize)]
pub struct Alternate {
    /// BCP 47 tag.
    pub lang: &'static str,
    /// The language's own name.
    pub name: &'static str,
    /// Relative reference from the page that holds this value.
    pub href: String,
    /// Whether this is the page itself.
    pub current: bool,
}

/// A report: a document that becomes one PDF.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// Identifies the report for ever: case id, as-of date and language.
    pub ident: String,
    /// The BCP 47 tag of the report's language.
    pub lang: &'static str,
    /// Two-letter region for Typst's text shaping, empty where it does not matter.
    pub region: &'static str,
    /// Title on the cover and in the metadata.
    pub title: String,
    /// What the report is about: the client's name.
    pub subject: String,
    /// Who answers for the report, for the cover and the metadata.
    pub author: String,
    /// The book's title.
    pub book: String,
    /// Left part of the running head.
    pub running_head: String,
    /// Right part of the running head, usually the period.
    pub running_period: String,
    /// Year, month and day of the report.
    pub date: [u16; 3],
    /// Label and value pairs on the cover; without any, the report has neither cover nor contents and is
    /// set on plain sheets.
    pub cover: Vec<Fact>,
    /// The sentence at the foot of the cover.
    pub notice: String,
    /// The words that the template itself prints.
    pub labels: ReportLabels,
    /// The chapters.
    pub sections: Vec<Section>,
    /// The figures as JSON, to be attached inside the PDF; empty where not asked for.
    pub attachment: String,
    /// File name of the attachment.
    pub attachment_name: String,
}

/// Words printed by a report's template.
#[derive(Debug, Clone, Serialize)]
pub struct ReportLabels {
    /// Heading of the table of contents.
    pub contents: String,
    /// `Page {page} of {pages}`, with these two placeholders.
    pub page_of: String,
    /// Label before a measure's formula.
    pub formula: String,
    /// Heading of the list of inputs that follows the derivations.
    pub inputs: String,
    /// What the attached file is, for the PDF's metadata.
    pub attachment: String,
}

/// A titled part of a page or a chapter of a report.
#[derive(Debug, Clone, Serialize)]
pub struct Section {
    /// Fragment, unique on the page.
    pub id: String,
    /// Heading of level 2 on a page, of level 1 in a report.
    pub title: String,
    /// Whether a report starts a new sheet here.
    pub new_sheet: bool,
    /// The content.
    pub blocks: Vec<Block>,
}

/// One piece of content. Renderers handle each of these and nothing else.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// Running text.
    Prose(Prose),
    /// The result that a reader came for, set large, with a few figures beside it.
    Headline(Headline),
    /// Label and value pairs.
    Facts(Facts),
    /// A table of figures or text.
    Table(Table),
    /// A drawn chart with its text alternative.
    Chart(Chart),
    /// A remark that must not be overlooked.
    Callout(Callout),
    /// How figures came about: formula, numbers, inputs and their places.
    Derivations(Derivations),
    /// The text of a case file with numbered lines, the end of every trace.
    Listing(Listing),
    /// A heading one level below the section's.
    Heading(Heading),
    /// Statements to be rated: a form on a page, boxes to tick in a report.
    Questionnaire(Box<Questionnaire>),
    /// A long text of an author.
    Article(Article),
    /// A list of pages to be read in order.
    Outline(Outline),
    /// A question that a page can mark.
    Exercise(Box<exercise::Exercise>),
    /// The way to the pages before and after this one; reports do without it.
    Turning(Turning),
}

/// A list of pages to be read in order.
#[derive(Debug, Clone, Serialize)]
pub struct Outline {
    /// The entries.
    pub entries: Vec<OutlineEntry>,
    /// What an entry that the reader has read is marked with.
    pub read: String,
}

/// A page in a list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct OutlineEntry {
    /// Under which the reader's browser keeps that it was read; empty where it does not.
    pub key: String,
    /// Its number, or empty.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Where it stands, relative to the page; empty for what cannot be opened.
    pub href: String,
    /// Length and the like, in small type, or empty.
    pub note: String,
    /// What it is about, or empty.
    pub about: String,
}

/// The way to the pages before and after this one.
#[derive(Debug, Clone, Serialize)]
pub struct Turning {
    /// Under which the reader's browser keeps that this page was read.
    pub key: String,
    /// Label of the button that marks it as read.
    pub mark: String,
    /// Label of the button that takes the mark back.
    pub unmark: String,
    /// The page before, with what it is.
    pub previous: Option<Turn>,
    /// The page after, with what it is.
    pub next: Option<Turn>,
}

/// A page beside this one.
#[derive(Debug, Clone, Serialize)]
pub struct Turn {
    /// Which way it lies.
    pub label: String,
    /// Its title.
    pub title: String,
    /// Where it stands, relative to the page.
    pub href: String,
}

/// A reference from one place to another.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// The words to click.
    pub text: String,
    /// Relative reference; `#…` stays within the page or report.
    pub href: String,
}

/// A heading one level below the section's.
#[derive(Debug, Clone, Serialize)]
pub struct Heading {
    /// Fragment, unique on the page.
    pub id: String,
    /// The words.
    pub text: String,
}

/// Running text.
#[derive(Debug, Clone, Serialize)]
pub struct Prose {
    /// Paragraphs and lists in order.
    pub parts: Vec<ProsePart>,
}

/// A paragraph or list of running text.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "part", rename_all = "snake_case")]
pub enum ProsePart {
    /// A paragraph.
    Paragraph {
        /// Its text.
        spans: Vec<Span>,
    },
    /// A list without numbers.
    Bullets {
        /// One entry each.
        items: Vec<Vec<Span>>,
    },
    /// A list with numbers from 1.
    Numbers {
        /// One entry each.
        items: Vec<Vec<Span>>,
    },
}

/// A run of text in one style.
#[derive(Debug, Clone, Serialize)]
pub struct Span {
    /// The characters, as data.
    pub text: String,
    /// How they look.
    pub style: SpanStyle,
    /// Where they lead, or empty.
    pub href: String,
}

/// The style of a run of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SpanStyle {
    /// Ordinary.
    Plain,
    /// Stressed.
    Emphasis,
    /// Strongly stressed.
    Strong,
    /// Code or an identifier.
    Code,
}

/// How a remark or value is coloured. Never the only carrier of its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// No judgement.
    #[default]
    Neutral,
    /// Favourable.
    Good,
    /// Needs attention.
    Caution,
    /// Unfavourable.
    Bad,
}

/// The result that a reader came for.
#[derive(Debug, Clone, Serialize)]
pub struct Headline {
    /// The result in a few characters, such as `CA2`.
    pub badge: String,
    /// What the badge is, such as “Credit tier”.
    pub badge_label: String,
    /// Its colour.
    pub tone: Tone,
    /// One sentence that says what it means.
    pub statement: String,
    /// A few figures beside it.
    pub tiles: Vec<Tile>,
}

/// A figure with its label, set large.
#[derive(Debug, Clone, Serialize)]
pub struct Tile {
    /// What the figure is.
    pub label: String,
    /// The figure with its unit.
    pub value: String,
    /// A comparison or remark below it.
    pub note: String,
    /// Its colour.
    pub tone: Tone,
    /// The fragment or page that explains the figure, or empty.
    pub href: String,
}

/// Label and value pairs.
#[derive(Debug, Clone, Serialize)]
pub struct Facts {
    /// In order.
    pub items: Vec<Fact>,
}

/// A label with its value.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// What it says.
    pub value: String,
    /// Where the value leads, or empty.
    pub href: String,
}

/// A table.
#[derive(Debug, Clone, Serialize)]
pub struct Table {
    /// Fragment, unique on the page.
    pub id: String,
    /// Caption; also the accessible name.
    pub caption: String,
    /// A remark below the table: unit, source, marks.
    pub note: String,
    /// The columns; the first one heads the rows.
    pub columns: Vec<Column>,
    /// CSS classes `n2 n3 …`, one for each column of figures, so that cells need no class each.
    pub classes: String,
    /// Whether a reader may sort it.
    pub sortable: bool,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Debug, Clone, Serialize)]
pub struct Column {
    /// Heading.
    pub label: String,
    /// Whether the cells are figures, set flush right with tabular digits.
    pub number: bool,
    /// Relative width in a report, where 1 is usual.
    pub width: u8,
}

/// A row of a table.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// Fragment, or empty.
    pub id: String,
    /// What the row is.
    pub kind: RowKind,
    /// One cell for each column.
    pub cells: Vec<Cell>,
}

/// What a row is within its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    /// An ordinary row.
    Plain,
    /// A heading over the rows that follow; only its first cell is printed, across all columns.
    Group,
    /// A sum.
    Total,
}

/// A cell: plain text, or text with a link, colour or sort key.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum Cell {
    /// Only text.
    Plain(String),
    /// Text with more to it.
    Rich(RichCell),
}

/// A cell with a link, a colour or a sort key.
#[derive(Debug, Clone, Serialize, Default)]
pub struct RichCell {
    /// What is printed.
    pub text: String,
    /// Where it leads, or empty.
    pub href: String,
    /// Its colour.
    pub tone: Tone,
    /// A second line in small type, or empty.
    pub note: String,
    /// What to sort by where that is not the text, or empty.
    pub sort: String,
    /// Inline SVG before the text, such as a trend line, or empty. Trusted.
    pub svg: String,
}

/// A drawn chart.
#[derive(Debug, Clone, Serialize)]
pub struct Chart {
    /// Fragment, unique on the page.
    pub id: String,
    /// Title above the chart.
    pub title: String,
    /// What the chart shows, in a sentence, for those who cannot see it.
    pub alt: String,
    /// The drawing. Trusted: made by [`chart`], with author text escaped.
    pub svg: String,
    /// What the colours stand for; empty where the chart labels itself.
    pub legend: Vec<LegendEntry>,
    /// The fragment of the table with the same numbers, or empty.
    pub table: String,
}

/// What one colour of a chart stands for.
#[derive(Debug, Clone, Serialize)]
pub struct LegendEntry {
    /// Number of the series, from 1; the stylesheet and the print palette know its colour.
    pub series: u8,
    /// The print palette's colour, `#rrggbb`.
    pub color: &'static str,
    /// Its name.
    pub text: String,
}

/// A remark that must not be overlooked.
#[derive(Debug, Clone, Serialize)]
pub struct Callout {
    /// Its colour.
    pub tone: Tone,
    /// What it is, in a word or two.
    pub title: String,
    /// What it says; may be empty where `items` says it.
    pub text: String,
    /// Several points.
    pub items: Vec<String>,
}

/// How figures came about.
#[derive(Debug, Clone, Serialize)]
pub struct Derivations {
    /// What the figures rest on, each once; figures refer to them by place.
    pub inputs: Vec<DerivedInput>,
    /// One for each measure.
    pub measures: Vec<Derivation>,
}

/// How one measure came about in each period.
#[derive(Debug, Clone, Serialize)]
pub struct Derivation {
    /// Fragment, unique on the page.
    pub id: String,
    /// The measure's name.
    pub title: String,
    /// Its formula in words.
    pub formula: String,
    /// The page on the method, or empty.
    pub href: String,
    /// The words of that link.
    pub link: String,
    /// One for each period.
    pub figures: Vec<DerivedFigure>,
}

/// How one figure came about.
#[derive(Debug, Clone, Serialize)]
pub struct DerivedFigure {
    /// Fragment, unique on the page.
    pub id: String,
    /// The period.
    pub period: String,
    /// The formula with its numbers.
    pub calculation: String,
    /// Where the numbers of the calculation come from, in the order in which they stand in it. Pages
    /// make each of them a link; reports refer to the inputs by number.
    #[serde(skip)]
    pub operands: Vec<Operand>,
    /// The figure with its unit, or why there is none.
    pub result: String,
    /// What a reader must know of this figure, such as that a closing balance stood in for an average.
    pub notes: Vec<String>,
    /// Its inputs: places in [`Derivations::inputs`].
    pub inputs: Vec<usize>,
    /// Those of its inputs that the calculation neither shows nor reaches through another figure.
    #[serde(skip)]
    pub beside: Vec<usize>,
}

/// A number within a calculation that has an origin.
#[derive(Debug, Clone)]
pub struct Operand {
    /// The bytes that it takes of the calculation.
    pub at: Range<usize>,
    /// Where it comes from.
    pub origin: OperandOrigin,
}

/// Where a number of a calculation comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OperandOrigin {
    /// An input: its place in [`Derivations::inputs`].
    Input(usize),
    /// Another figure: the fragment of its derivation.
    Derivation(String),
}

/// An input of figures.
#[derive(Debug, Clone, Serialize)]
pub struct DerivedInput {
    /// What it is.
    pub label: String,
    /// Its value as printed.
    pub value: String,
    /// File and line.
    pub place: String,
    /// Its line in the listing on this page, or its row in a table; empty in a report.
    pub href: String,
}

/// The text of a case file with numbered lines.
#[derive(Debug, Clone, Serialize)]
pub struct Listing {
    /// Fragment, unique on the page.
    pub id: String,
    /// The file's path within the book.
    pub title: String,
    /// Its lines, without line ends. Line n has the fragment `Ln`.
    pub lines: Vec<String>,
}

impl Page {
    /// The way from a page at `path` back to the output folder.
    #[must_use]
    pub fn root_of(path: &str) -> String {
        "../".repeat(path.matches('/').count())
    }
}

impl Table {
    /// The classes that mark columns of figures.
    #[must_use]
    pub fn classes_of(columns: &[Column]) -> String {
        let mut classes = String::new();
        for (index, column) in columns.iter().enumerate() {
            if column.number {
                classes.push_str(if classes.is_empty() { "n" } else { " n" });
                classes.push_str(&(index + 1).to_string());
            }
        }
        classes
    }
}

impl Column {
    /// A column of text.
    #[must_use]
    pub fn text(label: impl Into<String>) -> Self {
        Column { label: label.into(), number: false, width: 1 }
    }

    /// A column of figures.
    #[must_use]
    pub fn number(label: impl Into<String>) -> Self {
        Column { label: label.into(), number: true, width: 1 }
    }

    /// The same column, `width` times as wide in a report.
    #[must_use]
    pub fn wide(mut self, width: u8) -> Self {
        self.width = width;
        self
    }
}

impl Fact {
    /// A fact that leads nowhere.
    #[must_use]
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Fact { label: label.into(), value: value.into(), href: String::new() }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Cell::Plain(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Cell::Plain(text.to_owned())
    }
}

/// Regions for Typst: which national forms of Chinese characters to use.
#[must_use]
pub const fn region(language: Language) -> &'static str {
    match language {
        Language::Zh => "CN",
        Language::En => "",
    }
}
