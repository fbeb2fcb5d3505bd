//! What a survey file means: the instrument, and the tallies of its answers.

use jiff::civil::Date;
use rust_decimal::Decimal;

pub use super::schema::{Ask, Missing, QuestionKind, Weighting};
use super::tally::Tallies;
use crate::values::Text;

/// A survey.
#[derive(Debug, Clone)]
pub struct Survey {
    /// Identifies it in addresses and data files.
    pub id: String,
    /// The file that it was read from.
    pub file: String,
    /// The table of answers, or empty where they stand in the file itself.
    pub data_file: String,
    /// Its name.
    pub name: Text,
    /// Who is judged, or empty.
    pub organisation: Text,
    /// The industry, or empty.
    pub industry: Text,
    /// Remarks in Markdown, or empty.
    pub about: Text,
    /// What respondents read first, or empty.
    pub introduction: Text,
    /// The questions and how they are counted.
    pub instrument: Instrument,
    /// Rounds in order of time.
    pub waves: Vec<Wave>,
    /// Groups: those named in the file first, then those that only the answers know.
    pub groups: Vec<Group>,
    /// How it was fielded.
    pub fielding: Option<Fielding>,
    /// The answers, counted.
    pub tallies: Tallies,
}

/// The questions and how they are counted.
#[derive(Debug, Clone)]
pub struct Instrument {
    /// What the questionnaire asks, where the file says so, in the order of print.
    pub asks: Option<Vec<Ask>>,
    /// The scale.
    pub scale: Scale,
    /// The conventions.
    pub conventions: Conventions,
    /// The dimensions; every one has an item.
    pub dimensions: Vec<Dimension>,
    /// The items, in the order of the file.
    pub items: Vec<Item>,
    /// Questions on the whole.
    pub questions: Vec<Question>,
    /// Whether expectations are asked; without them only performance is measured.
    pub has_expectations: bool,
}

/// The scale of answers: 1 to `points`.
#[derive(Debug, Clone)]
pub struct Scale {
    /// The highest answer.
    pub points: u8,
    /// What the lowest means, or empty.
    pub low: Text,
    /// What the highest means, or empty.
    pub high: Text,
}

/// How results are computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conventions {
    /// What is done with missing answers.
    pub missing: Missing,
    /// The share of a dimension's items that give a respondent a score in it.
    pub at_least: Decimal,
    /// How weights are brought in.
    pub weighting: Weighting,
}

/// A criterion.
#[derive(Debug, Clone)]
pub struct Dimension {
    /// Its place in the file; none where the file gives no dimensions.
    pub index: Option<usize>,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// What it covers, or empty.
    pub about: Text,
    /// Its weight in points of 100; the weights of all sum to 100.
    pub weight: Decimal,
    /// Its items, as places in [`Instrument::items`].
    pub items: Vec<usize>,
}

/// A question.
#[derive(Debug, Clone)]
pub struct Item {
    /// Its id.
    pub id: String,
    /// Its dimension, as a place in [`Instrument::dimensions`].
    pub dimension: usize,
    /// Its wording.
    pub text: Text,
    /// A short name, or empty.
    pub short: Text,
    /// Whether answers are turned round.
    pub reverse: bool,
    /// How much it matters, where the file says so.
    pub importance: Option<Decimal>,
    /// The desired level, where the file says so.
    pub desired: Option<Decimal>,
    /// The least acceptable level, where the file says so.
    pub minimum: Option<Decimal>,
}

/// A question on the whole.
#[derive(Debug, Clone)]
pub struct Question {
    /// Its id.
    pub id: String,
    /// What it asks.
    pub kind: QuestionKind,
    /// Its wording.
    pub text: Text,
}

impl QuestionKind {
    /// The lowest and highest answer on a scale of `points`.
    #[must_use]
    pub const fn range(self, points: u8) -> (u8, u8) {
        match self {
            QuestionKind::Recommendation => (0, 10),
            QuestionKind::Repurchase | QuestionKind::Satisfaction => (1, points),
        }
    }
}

/// A round.
#[derive(Debug, Clone)]
pub struct Wave {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Its first and last day; none for a wave that only the answers know.
    pub days: Option<(Date, Date)>,
}

/// A group of respondents.
#[derive(Debug, Clone)]
pub struct Group {
    /// The value in the column `group`.
    pub id: String,
    /// Its name.
    pub name: Text,
}

/// How a survey was fielded.
#[derive(Debug, Clone)]
pub struct Fielding {
    /// How respondents were chosen, or empty.
    pub sampling: Text,
    /// How they answered, or empty.
    pub mode: Text,
    /// Where, or empty.
    pub place: Text,
    /// Who asked, or empty.
    pub by: Text,
    /// Questionnaires handed out.
    pub handed_out: Option<u32>,
    /// Questionnaires that came back.
    pub returned: Option<u32>,
}

impl Item {
    /// A name for tables and charts: the short one, or the wording.
    #[must_use]
    pub fn label(&self) -> &Text {
        if self.short.is_empty() { &self.text } else { &self.short }
    }
}
