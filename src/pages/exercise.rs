//! An exercise as a block: a question that a page can mark, or print.

use serde::Serialize;

use super::article::ArticlePart;

/// An exercise.
#[derive(Debug, Clone, Serialize)]
pub struct Exercise {
    /// Identifies it in the reader's browser and in seals.
    pub id: String,
    /// Its number and title on paper; empty on a page, which bears the title itself.
    pub title: String,
    /// How much room a report leaves for the answer.
    pub room: Room,
    /// Points and minutes, in words.
    pub worth: String,
    /// The question.
    pub prompt: Vec<ArticlePart>,
    /// How it is answered.
    pub task: Task,
    /// Help that is opened by choice; may be empty.
    pub hint: Vec<ArticlePart>,
    /// How to go about it; may be empty.
    pub method: Vec<ArticlePart>,
    /// What only instructors read; none in a student's edition.
    pub key: Option<Key>,
    /// The words that the exercise itself says.
    pub words: ExerciseWords,
}

/// How much room a report leaves for an answer. Pages have fields instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case", tag = "room", content = "lines")]
pub enum Room {
    /// None: the question is only to be read.
    #[default]
    None,
    /// The question, and so many lines to write on.
    Lines(u8),
    /// No question: only where to write, on so many lines.
    Answer(u8),
}

/// How an exercise is answered.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "task", rename_all = "snake_case")]
pub enum Task {
    /// In words.
    Open,
    /// By one or several of some choices.
    Choice {
        /// Whether several may be chosen.
        several: bool,
        /// The seal of the right choices, by their numbers from 0 with commas.
        mark: String,
        /// The choices.
        choices: Vec<Choice>,
    },
    /// By giving each item one of the same options.
    Sort {
        /// What stands in front of the options.
        options: Vec<Named>,
        /// What is sorted.
        items: Vec<Item>,
    },
    /// By a number.
    Number {
        /// To how many decimals.
        decimals: u8,
        /// The seals of every accepted answer.
        marks: Vec<String>,
        /// The numbers that foreseen slips come to, sealed, each with what is said of it.
        slips: Vec<Slip>,
    },
    /// By a file that is filled in and handed in.
    File {
        /// Where the blank form lies, relative to the page.
        form: String,
        /// What it is marked by.
        criteria: Vec<Criterion>,
    },
}

/// A number that a foreseen slip comes to.
#[derive(Debug, Clone, Serialize)]
pub struct Slip {
    /// The seal of the number.
    pub mark: String,
    /// What is said to whoever gives it, sealed.
    pub remark: String,
}

/// What a file is marked by.
#[derive(Debug, Clone, Serialize)]
pub struct Criterion {
    /// Its words.
    pub text: String,
    /// What it is worth, in words.
    pub points: String,
}

/// A choice.
#[derive(Debug, Clone, Serialize)]
pub struct Choice {
    /// Its words.
    pub text: String,
    /// What is said to whoever chooses it, sealed; or empty.
    pub remark: String,
}

/// An option with its value.
#[derive(Debug, Clone, Serialize)]
pub struct Named {
    /// Its value.
    pub id: String,
    /// Its words.
    pub text: String,
}

/// Something to be sorted.
#[derive(Debug, Clone, Serialize)]
pub struct Item {
    /// Its words.
    pub text: String,
    /// The seal of the right option.
    pub mark: String,
}

/// What only instructors read.
#[derive(Debug, Clone, Serialize)]
pub struct Key {
    /// The right answers in words.
    pub answers: Vec<String>,
    /// The model answer; may be empty.
    pub answer: Vec<ArticlePart>,
    /// How to mark; may be empty.
    pub guide: Vec<ArticlePart>,
}

/// The words that an exercise says.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ExerciseWords {
    /// Label of the hint.
    pub hint: String,
    /// Label of the method.
    pub method: String,
    /// Label of the button that marks.
    pub check: String,
    /// Label of the button that empties.
    pub reset: String,
    /// Said of a right answer.
    pub right: String,
    /// Said of a wrong answer.
    pub wrong: String,
    /// Said of several parts; `{n}` of `{total}` are right.
    pub partly: String,
    /// Said where nothing is answered.
    pub empty: String,
    /// Label of a number.
    pub number: String,
    /// Said of what is no number.
    pub unread: String,
    /// How exactly a number is asked for, or empty.
    pub decimals: String,
    /// The first, empty option.
    pub choose: String,
    /// Heading over what only instructors read.
    pub key: String,
    /// Label of the model answer.
    pub answer: String,
    /// Label of the marking guide.
    pub guide: String,
    /// Where to write on paper.
    pub paper: String,
    /// What the blank form is called.
    pub form: String,
    /// What stands over the criteria.
    pub criteria: String,
}
