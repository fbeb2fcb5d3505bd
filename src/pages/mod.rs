//! The document model: a page of the site or a report, made of a small closed set of blocks.
//!
//! Kinds build these from their assessments; renderers turn them into HTML and PDF and know
//! nothing else. Every string is ready for print in the language of its page, and an empty
//! string means that there is nothing to print, so that templates need neither arithmetic nor
//! null checks. Charts come drawn, for the screen or for print.

pub mod article;
pub mod bank;
pub mod chart;
mod derivation;
pub mod exercise;
pub mod frame;
pub mod markdown;
pub mod number;
mod outline;
mod questionnaire;
mod table;

use std::collections::BTreeMap;

pub use article::Article;
pub use derivation::{Derivation, Derivations, DerivedFigure, DerivedInput, Operand, OperandOrigin};
pub use outline::{Outline, OutlineEntry, Turn, Turning};
pub use questionnaire::{
    Choice, Named, PointShares, Questionnaire, QuestionnaireWords, RatingColumn, ScaleQuestion, Statement,
};
use serde::Serialize;
pub use table::{Cell, Column, RichCell, Row, RowKind, Table};

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
    /// Down to which level of headings the table of contents goes, 1 or 2.
    pub contents_depth: u8,
    /// The words that the template itself prints.
    pub labels: ReportLabels,
    /// The chapters.
    pub sections: Vec<Section>,
    /// The pictures that articles show, by the address that they name.
    pub pictures: BTreeMap<String, Picture>,
    /// The figures as JSON, to be attached inside the PDF; empty where not asked for.
    pub attachment: String,
    /// File name of the attachment.
    pub attachment_name: String,
}

/// A picture inside a report.
#[derive(Debug, Clone, Serialize)]
pub struct Picture {
    /// `png`, `jpg`, `webp` or `svg`.
    pub format: &'static str,
    /// The bytes of its file.
    pub bytes: Vec<u8>,
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
    /// Heading over the footnotes of a long text.
    pub notes: String,
    /// Titles of the remarks in long texts, by their kind.
    pub alerts: BTreeMap<&'static str, String>,
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
    /// What a sheet asks for at its top, such as a name: labels, each with a value or a line to write on.
    Fields(Facts),
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
    /// The colour of the value.
    pub tone: Tone,
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

impl Fact {
    /// A fact that leads nowhere and is not judged.
    #[must_use]
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Fact { label: label.into(), value: value.into(), href: String::new(), tone: Tone::Neutral }
    }

    /// The same fact, whose value leads to `href`.
    #[must_use]
    pub fn leading_to(mut self, href: impl Into<String>) -> Self {
        self.href = href.into();
        self
    }

    /// The same fact, coloured.
    #[must_use]
    pub fn toned(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
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
