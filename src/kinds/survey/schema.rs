//! What a survey file may say, as the author types it. Its doc comments are the descriptions in the
//! JSON Schema. Meaning is given in [`case`](super::case).

use schemars::JsonSchema;
use serde::Deserialize;

use crate::load::fields::{Amount, Day};
use crate::values::Text;

/// A survey of service quality: the instrument, and where the answers lie.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SurveyFile {
    /// Identifies the survey in addresses and data files; the file's name where absent.
    pub id: Option<String>,
    /// What the survey is called.
    pub name: Text,
    /// Who is judged: the firm, the branch, the service.
    pub organisation: Option<Text>,
    /// The industry that the weights are meant for.
    pub industry: Option<Text>,
    /// What was asked of whom, for the reader of the report, in Markdown.
    pub about: Option<Text>,
    /// What respondents read before the first question.
    pub introduction: Option<Text>,
    /// The scale of answers; 1 to 7 where absent.
    pub scale: Option<ScaleFile>,
    /// How results are computed where there is a choice.
    pub conventions: Option<ConventionsFile>,
    /// The criteria by which service is judged; the five of SERVQUAL where absent.
    #[serde(default)]
    pub dimensions: Vec<DimensionFile>,
    /// The questions, each asked for what is expected and for what was perceived.
    pub items: Vec<ItemFile>,
    /// What the questionnaire asks beside what was perceived; what is expected and each respondent's
    /// own weights where absent.
    pub asks: Option<Vec<Ask>>,
    /// Questions on the service as a whole.
    #[serde(default)]
    pub questions: Vec<QuestionFile>,
    /// Rounds of the survey, in order of time.
    #[serde(default)]
    pub waves: Vec<WaveFile>,
    /// Names for the values of the column `group`, such as branches.
    #[serde(default)]
    pub groups: Vec<GroupFile>,
    /// How the questionnaire was fielded.
    pub fielding: Option<FieldingFile>,
    /// The table of answers beside this file, such as `halls.csv`.
    pub responses: Option<String>,
    /// Answers typed here, for a class: one entry for each respondent, instead of `responses`.
    #[serde(default)]
    pub answers: Vec<AnswerFile>,
}

/// The scale of answers.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScaleFile {
    /// The highest answer, 2 to 11; the lowest is 1.
    pub points: u8,
    /// What the lowest answer means.
    pub low: Option<Text>,
    /// What the highest answer means.
    pub high: Option<Text>,
}

/// How results are computed where there is a choice.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConventionsFile {
    /// What to do with missing answers; `pairwise` where absent.
    pub missing: Option<Missing>,
    /// The share of a dimension's items that a respondent must answer to have a score in it; 0.5
    /// where absent.
    pub at_least: Option<Amount>,
    /// How weights are brought in; `respondent` where absent.
    pub weighting: Option<Weighting>,
}

/// What to do with missing answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Missing {
    /// An item's figures rest on those who answered both of its questions.
    #[default]
    Pairwise,
    /// Only respondents who answered every question count.
    Listwise,
    /// Each question's figures rest on all who answered it.
    Available,
}

impl Missing {
    /// The name in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Missing::Pairwise => "pairwise",
            Missing::Listwise => "listwise",
            Missing::Available => "available",
        }
    }
}

/// How weights are brought in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Weighting {
    /// Each respondent's gaps are weighted, then the mean is taken.
    #[default]
    Respondent,
    /// The mean gaps are weighted by the mean weights.
    Product,
}

impl Weighting {
    /// The name in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Weighting::Respondent => "respondent",
            Weighting::Product => "product",
        }
    }
}

/// A criterion by which service is judged.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DimensionFile {
    /// Its id, such as `reliability`.
    pub id: String,
    /// Its name; known for the five of SERVQUAL.
    pub name: Option<Text>,
    /// What it covers.
    pub about: Option<Text>,
    /// Its weight for the industry, in points of 100; all alike where none has one.
    pub weight: Option<Amount>,
}

/// A question.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemFile {
    /// Its id, which heads its columns: `rel1` for `rel1_E` and `rel1_P`.
    pub id: String,
    /// The dimension that it belongs to.
    pub dimension: String,
    /// Its wording, as a statement about the service.
    pub text: Text,
    /// A short name for tables and charts.
    pub short: Option<Text>,
    /// Whether agreement is unfavourable, so that answers are turned round.
    #[serde(default)]
    pub reverse: bool,
    /// How much it matters, on the answer scale, where that is known and not asked.
    pub importance: Option<Amount>,
    /// The level that customers desire, on the answer scale, where that is known and not asked.
    pub desired: Option<Amount>,
    /// The least that customers accept, on the answer scale, where that is known and not asked.
    pub minimum: Option<Amount>,
}

/// What a questionnaire asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Ask {
    /// What an item should be like.
    Expected,
    /// What it was like; always asked.
    Perceived,
    /// How much it matters.
    Importance,
    /// The level that the respondent desires.
    Desired,
    /// The least that the respondent accepts.
    Minimum,
    /// How many of 100 points each dimension deserves.
    Weights,
}

/// A question on the service as a whole.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionFile {
    /// Its id, which heads its column.
    pub id: String,
    /// What is asked.
    pub kind: QuestionKind,
    /// Its wording.
    pub text: Text,
}

/// What a question on the whole asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum QuestionKind {
    /// Would you recommend us? Answers 0 to 10.
    Recommendation,
    /// Would you buy again? On the answer scale.
    Repurchase,
    /// How satisfied are you? On the answer scale.
    Satisfaction,
}

/// A round of the survey.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WaveFile {
    /// Its id, which the column `wave` may name.
    pub id: String,
    /// Its name; the id where absent.
    pub name: Option<Text>,
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
}

/// A name for a value of the column `group`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupFile {
    /// The value in the column.
    pub id: String,
    /// Its name.
    pub name: Text,
}

/// How the questionnaire was fielded.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FieldingFile {
    /// How respondents were chosen.
    pub sampling: Option<Text>,
    /// How they answered: on paper, by telephone, on a screen.
    pub mode: Option<Text>,
    /// Where.
    pub place: Option<Text>,
    /// Who asked.
    pub by: Option<Text>,
    /// How many questionnaires were handed out.
    pub handed_out: Option<u32>,
    /// How many came back.
    pub returned: Option<u32>,
}

/// One respondent's answers, typed in the file.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerFile {
    /// Tells respondents apart; the place in the list where absent.
    pub respondent: Option<String>,
    /// The group.
    pub group: Option<String>,
    /// The round.
    pub wave: Option<String>,
    /// What was expected, item by item in the order of `items`; 0 for no answer.
    #[serde(default)]
    pub expected: Vec<u8>,
    /// What was perceived, item by item in the order of `items`; 0 for no answer.
    pub perceived: Vec<u8>,
    /// The respondent's own weights, dimension by dimension in the order of `dimensions`, in points
    /// of 100.
    #[serde(default)]
    pub weights: Vec<u8>,
    /// Would you recommend us? 0 to 10.
    pub recommendation: Option<u8>,
    /// Would you buy again?
    pub repurchase: Option<u8>,
    /// How satisfied are you?
    pub satisfaction: Option<u8>,
}
