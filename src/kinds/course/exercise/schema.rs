//! What an exercise file may say. Doc comments are the descriptions in the JSON Schema.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::rubric::FileTask;
use crate::load::fields::{Amount, Day};
use crate::values::Text;

/// An exercise.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExerciseFile {
    /// How it is answered.
    pub kind: ExerciseKind,
    /// Title.
    pub title: Text,
    /// The lesson that it belongs to: `SECTION/ID`.
    pub lesson: String,
    /// The rows of the syllabus that it trains, such as `C8`.
    #[serde(default)]
    pub scope: Vec<String>,
    /// Its place among the exercises of the lesson, from 1.
    pub order: u16,
    /// What it is worth.
    pub points: u16,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// The day from which students see it; always where absent.
    pub release: Option<Day>,
    /// The question, in Markdown; `${name}` stands for an input of a numeric exercise.
    pub prompt: Text,
    /// Help that students may open.
    pub hint: Option<Text>,
    /// How to go about an answer, for students.
    pub method: Option<Text>,
    /// The model answer, for instructors only.
    pub answer: Option<Text>,
    /// How to mark, for instructors only.
    pub guide: Option<Text>,
    /// What can be chosen: for `single` and `multiple`.
    #[serde(default)]
    pub choices: Vec<ChoiceFile>,
    /// What practices are sorted into: for `classification`.
    #[serde(default)]
    pub classes: Vec<ClassFile>,
    /// What is sorted: for `classification`.
    #[serde(default)]
    pub practices: Vec<PracticeFile>,
    /// What belongs together: for `matching`.
    #[serde(default)]
    pub pairs: Vec<PairFile>,
    /// What the engine computes: for `numeric`.
    pub numeric: Option<NumericFile>,
    /// The case file that students fill in and the engine marks: for `file`.
    pub file: Option<FileTask>,
}

/// How an exercise is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ExerciseKind {
    /// In words.
    Open,
    /// By one of several choices.
    Single,
    /// By all choices that are right.
    Multiple,
    /// By sorting practices into classes.
    Classification,
    /// By finding what belongs together.
    Matching,
    /// By a number that the engine knows.
    Numeric,
    /// By a case file that the engine checks and marks.
    File,
}

/// A choice.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChoiceFile {
    /// Its words.
    pub text: Text,
    /// Whether it is right; instructors only.
    #[serde(default)]
    pub correct: bool,
    /// What is said to whoever chooses it.
    pub feedback: Option<Text>,
}

/// A class.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClassFile {
    /// Its id, which practices name.
    pub id: String,
    /// Its words.
    pub text: Text,
}

/// A practice to be sorted.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PracticeFile {
    /// Its words.
    pub text: Text,
    /// The class that it belongs to; instructors only.
    pub class: String,
}

/// Two things that belong together.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PairFile {
    /// What is asked.
    pub left: Text,
    /// What belongs to it; instructors only.
    pub right: Text,
}

/// What the engine computes.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NumericFile {
    /// The kind of case: `client` or `survey`.
    pub case_kind: String,
    /// The measure that is asked for, by its id.
    pub measure: String,
    /// The period, or the part of a survey.
    pub period: String,
    /// To how many decimals the answer is asked; of per cent and days as printed.
    pub decimals: u8,
    /// How far an answer may be off.
    pub within: Amount,
    /// A whole case file, with `${name}` where an input stands.
    pub case: String,
    /// The inputs, each drawn anew for every student.
    pub inputs: BTreeMap<String, InputFile>,
    /// Slips that students often make, each with what is said to whoever makes it.
    #[serde(default)]
    pub mistakes: Vec<MistakeFile>,
}

/// A slip: a wrong way to a number, given as another figure of the same case or as a formula.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MistakeFile {
    /// The measure that is computed by mistake, by its id.
    pub measure: Option<String>,
    /// The period that is taken by mistake; that of the question where absent.
    pub period: Option<String>,
    /// Instead of a measure: a formula over the inputs, such as `sales / receivables`, with `+ - * /` and brackets;
    /// per cent as printed.
    pub formula: Option<String>,
    /// What is said to whoever gives this number.
    pub remark: Text,
}

/// An input of a numeric exercise.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InputFile {
    /// The smallest value.
    pub from: Option<Amount>,
    /// The largest value.
    pub to: Option<Amount>,
    /// The distance between values; 1 where absent.
    pub step: Option<Amount>,
    /// Instead of a range: the sum of other inputs, so that statements tie.
    #[serde(default)]
    pub sum: Vec<String>,
}
