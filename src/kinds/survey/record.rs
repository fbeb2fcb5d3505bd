//! A survey's data file read back: what two states of a book are compared by. `data` writes it;
//! [`compare`](super::compare) compares two.

use rust_decimal::Decimal;
use serde::Deserialize;

use crate::kinds::compare::Names;

/// The segment of all respondents.
pub const ALL: &str = "all";

/// What a data file says of a survey, as far as it is compared.
#[derive(Debug, Clone, Deserialize)]
pub struct Record {
    /// The survey's id.
    pub id: String,
    /// Its name.
    pub name: Names,
    /// Its file.
    pub file: String,
    /// The highest answer.
    pub scale_points: u8,
    /// How results are computed.
    pub conventions: Conventions,
    /// The dimensions, in the order of the survey.
    pub dimensions: Vec<Dimension>,
    /// The items, in the order of the survey.
    pub items: Vec<Item>,
    /// All respondents, waves and groups.
    pub segments: Vec<Segment>,
    /// What to mend first.
    pub recommendations: Vec<Advice>,
    /// The figures of all respondents, and those of each segment as a whole.
    #[serde(rename = "measures")]
    pub figures: Vec<Figure>,
}

/// How results are computed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Conventions {
    /// What is done with missing answers.
    pub missing: String,
    /// The share of a dimension's items that give a respondent a score in it.
    pub at_least: Decimal,
    /// How weights are brought in.
    pub weighting: String,
}

/// A criterion.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Dimension {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Names,
    /// Its weight in points of 100.
    pub weight: Decimal,
    /// The line of its weight.
    pub line: usize,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Item {
    /// Its id.
    pub id: String,
    /// Its dimension.
    pub dimension: String,
    /// Whether answers are turned round.
    pub reverse: bool,
    /// Its wording.
    pub text: Names,
    /// Its line.
    pub line: usize,
}

/// All respondents, a wave or a group.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Segment {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Names,
    /// How many answered.
    pub respondents: u64,
}

/// How urgently a dimension is to be mended.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Advice {
    /// The dimension.
    pub dimension: String,
    /// The grade.
    pub grade: String,
}

/// A figure.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Figure {
    /// The measure.
    #[serde(rename = "id")]
    pub measure: String,
    /// The dimension or item, or empty for the whole.
    pub scope: String,
    /// The segment.
    pub segment: String,
    /// The value, or none.
    pub value: Option<Decimal>,
    /// What it rests on, where it is of the whole survey.
    pub inputs: Vec<Input>,
}

/// A number that a figure rests on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Input {
    /// Its key path, or what is counted or summed.
    pub path: String,
    /// The number.
    pub value: Decimal,
    /// The file.
    pub file: String,
    /// The line.
    pub line: usize,
}

impl Record {
    /// Reads a data file.
    ///
    /// # Errors
    /// It is not JSON, or not that of a survey.
    pub fn read(json: &str) -> serde_json::Result<Self> {
        let mut record: Record = serde_json::from_str(json)?;
        record.figures.retain(|figure| figure.scope.is_empty() || figure.segment == ALL);
        for figure in &mut record.figures {
            if !(figure.scope.is_empty() && figure.segment == ALL) {
                figure.inputs = Vec::new();
            }
        }
        record.figures.shrink_to_fit();
        Ok(record)
    }

    /// How many answered.
    #[must_use]
    pub fn respondents(&self) -> u64 {
        self.segments.iter().find(|segment| segment.id == ALL).map_or(0, |segment| segment.respondents)
    }

    /// The figures of a dimension, an item, or the whole, where `scope` is empty.
    pub fn figures_of<'r>(&'r self, scope: &'r str, segment: &'r str) -> impl Iterator<Item = &'r Figure> {
        self.figures.iter().filter(move |figure| figure.scope == scope && figure.segment == segment)
    }
}
