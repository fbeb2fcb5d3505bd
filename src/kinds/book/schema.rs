//! What `casebook.toml` may say.

pub mod review;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::kinds::course::schema::CourseFile;
use crate::load::fields::Day;
use crate::values::{Language, Text};

/// A book: a folder of cases that becomes a website and reports.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BookFile {
    /// Version of the book's format; this program reads version 1.
    #[schemars(range(min = 1, max = 1))]
    pub schema: u32,
    /// Title of the site and of every report.
    pub title: Text,
    /// One sentence about the book, for the home page and previews.
    pub description: Option<Text>,
    /// Who answers for the reports, such as a department.
    pub author: Option<Text>,
    /// The languages in which the book is published; the first one stands at the root of the site.
    pub languages: Vec<Language>,
    /// Currency of amounts for which no other is given, as an ISO 4217 code.
    pub currency: String,
    /// The date of the reports: nothing later is assessed. The clock is never asked.
    pub as_of: Day,
    /// Name of the credit model: `models/NAME.toml`; the shipped model where neither key nor file exists.
    pub model: Option<String>,
    /// The course that the lessons of the book make up.
    pub course: Option<CourseFile>,
    /// The quarterly credit review of all clients; none is made where absent.
    pub review: Option<review::ReviewFile>,
    /// How PDF reports are made.
    #[serde(default)]
    pub pdf: PdfSettings,
    /// Where and what is written.
    #[serde(default)]
    pub output: OutputSettings,
}

/// How PDF reports are made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PdfSettings {
    /// Which Typst sets the reports; `auto` where absent.
    pub engine: Option<PdfEngine>,
    /// The `typst` program, for the engine `cli`; `CASEBOOK_TYPST` and the `PATH` are searched where absent.
    pub typst: Option<String>,
    /// Seconds after which a report that is not finished is given up, for the engine `cli`; 60 where absent.
    #[schemars(range(min = 1, max = 3600))]
    pub timeout_seconds: Option<u32>,
    /// How much the reports on clients tell; `full` where absent.
    pub depth: Option<Depth>,
    /// Whether each report carries its figures as JSON inside (PDF/A-3a).
    pub attach_data: bool,
}

/// How much a report tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Depth {
    /// Tier, score, decisions and method.
    Summary,
    /// Every chapter, without single facts and ratings and without the computation appendix.
    Standard,
    /// Everything.
    #[default]
    Full,
}

/// Which Typst sets the reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum PdfEngine {
    /// The embedded one where the program has it, otherwise the `typst` program.
    Auto,
    /// The Typst inside this program.
    Embedded,
    /// The `typst` program.
    Cli,
}

/// Where and what is written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct OutputSettings {
    /// The output folder, relative to the book; `public` where absent.
    pub dir: Option<String>,
    /// Address of the published site, for canonical links and the sitemap: `https://example.org/credit/`.
    pub base_url: Option<String>,
    /// Whether pages show the case files that their figures come from; true where absent.
    pub show_sources: Option<bool>,
}
