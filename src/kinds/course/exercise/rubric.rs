//! What a file exercise may say: the blank form, a model file, and the rubric that files are marked by.
//! Doc comments are the descriptions in the JSON Schema.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::load::fields::Amount;
use crate::values::Text;

/// A case file that students fill in.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FileTask {
    /// The kind of case: `client` or `survey`.
    pub case_kind: String,
    /// The blank form, TOML text that students download.
    pub form: Text,
    /// A solution, for instructors only; `check` marks it, and it must earn every point that the engine gives.
    pub solution: String,
    /// What files are marked by; the points sum to those of the exercise.
    pub rubric: Vec<CriterionFile>,
}

/// A criterion. Students see its words and its points; what is asked of the file is for instructors only. Without
/// any condition it is marked by hand.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CriterionFile {
    /// Its words.
    pub text: Text,
    /// What it is worth.
    pub points: u16,
    /// The check finds no errors.
    #[serde(default)]
    pub sound: bool,
    /// Key paths that are filled in, such as `statements[0].balance.cash`; `[*]` means every entry.
    #[serde(default)]
    pub filled: Vec<String>,
    /// A list or table with at least so many entries.
    pub entries: Option<EntriesFile>,
    /// A figure of the case that lies within a range.
    pub figure: Option<RangeFile>,
    /// The tier that the case falls into.
    pub tier: Option<String>,
}

/// A list or table with at least so many entries.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EntriesFile {
    /// Its key path.
    pub path: String,
    /// How many there must be.
    pub at_least: u32,
}

/// A figure of the case that lies within a range.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RangeFile {
    /// The measure, by its id.
    pub measure: String,
    /// The period, or the part of a survey; the latest where absent.
    pub period: Option<String>,
    /// The smallest value; per cent as printed.
    pub from: Option<Amount>,
    /// The largest value.
    pub to: Option<Amount>,
}

impl CriterionFile {
    /// Whether the engine marks it.
    #[must_use]
    pub fn is_automatic(&self) -> bool {
        self.sound || !self.filled.is_empty() || self.entries.is_some() || self.figure.is_some() || self.tier.is_some()
    }
}
