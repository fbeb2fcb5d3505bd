//! A questionnaire as a block: a form on a page, boxes to tick in a report.

use serde::Serialize;

/// Statements to be rated once or twice each, with what is asked before and after them.
#[derive(Debug, Clone, Serialize)]
pub struct Questionnaire {
    /// Fragment, unique on the page; answers in progress are kept under it.
    pub id: String,
    /// What a respondent reads first.
    pub introduction: String,
    /// What is asked of every statement, in the order of print.
    pub columns: Vec<RatingColumn>,
    /// The answers, from the lowest.
    pub answers: Vec<String>,
    /// What the lowest and the highest answer mean; either may be empty.
    pub ends: [String; 2],
    /// The statements.
    pub statements: Vec<Statement>,
    /// Questions with scales of their own.
    pub questions: Vec<ScaleQuestion>,
    /// Where a respondent divides points, or nothing.
    pub shares: Option<PointShares>,
    /// Where one of a few can be chosen, such as the branch, or nothing.
    pub choice: Option<Choice>,
    /// The columns of the table of answers, as a list in JSON.
    pub header: String,
    /// The words that the form itself says.
    pub words: QuestionnaireWords,
}

/// What is asked of every statement.
#[derive(Debug, Clone, Serialize)]
pub struct RatingColumn {
    /// What follows a statement's id in the name of its column: `_E`.
    pub suffix: &'static str,
    /// The question.
    pub label: String,
    /// The question where there is little room.
    pub short: String,
}

/// A statement to be rated.
#[derive(Debug, Clone, Serialize)]
pub struct Statement {
    /// Heads its columns.
    pub id: String,
    /// Its number, as printed.
    pub number: String,
    /// Its wording.
    pub text: String,
}

/// A question with a scale of its own.
#[derive(Debug, Clone, Serialize)]
pub struct ScaleQuestion {
    /// Heads its column.
    pub id: String,
    /// Its number, as printed.
    pub number: String,
    /// Its wording.
    pub text: String,
    /// The answers, from the lowest.
    pub answers: Vec<String>,
    /// What the lowest and the highest answer mean; either may be empty.
    pub ends: [String; 2],
}

/// Points to be divided.
#[derive(Debug, Clone, Serialize)]
pub struct PointShares {
    /// What to do.
    pub text: String,
    /// Its number, as printed.
    pub number: String,
    /// What the points are divided among: the name of the column, and the wording.
    pub parts: Vec<Named>,
}

/// One of a few, such as the branch.
#[derive(Debug, Clone, Serialize)]
pub struct Choice {
    /// The name of its column.
    pub id: &'static str,
    /// The question.
    pub label: String,
    /// What can be chosen: the value in the table, and the wording.
    pub options: Vec<Named>,
}

/// A name in the table of answers, with its wording.
#[derive(Debug, Clone, Serialize)]
pub struct Named {
    /// In the table.
    pub id: String,
    /// On paper.
    pub text: String,
}

/// The words that a form itself says. `{n}` and `{total}` stand for numbers, `{file}` for a name.
#[derive(Debug, Clone, Serialize)]
pub struct QuestionnaireWords {
    /// What heads the statements.
    pub statement: String,
    /// Label of the field that tells respondents apart.
    pub respondent: String,
    /// Label of the date.
    pub date: String,
    /// Label of a button that saves.
    pub save: String,
    /// Label of a button that saves in spite of gaps.
    pub save_anyway: String,
    /// Label of a button that empties the form.
    pub restart: String,
    /// What is asked before the form is emptied.
    pub restart_confirm: String,
    /// How many are answered.
    pub progress: String,
    /// What stands above the list of what is unanswered.
    pub unanswered: String,
    /// That the answers were saved.
    pub saved: String,
    /// How many points are divided so far.
    pub points: String,
    /// What happens to the answers.
    pub privacy: String,
    /// What to do where nothing can be saved.
    pub without_script: String,
    /// What to do with the boxes on paper.
    pub tick: String,
    /// Thanks at the end.
    pub thanks: String,
}
