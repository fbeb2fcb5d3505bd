//! A question bank: questions with their answers, for learning platforms. Only instructors get one.

use rust_decimal::Decimal;

use super::article::ArticlePart;

/// The questions of a course in one language.
#[derive(Debug, Clone)]
pub struct Bank {
    /// The course's title.
    pub title: String,
    /// The BCP 47 tag of its language.
    pub lang: &'static str,
    /// Its questions in groups, in the order of the course.
    pub groups: Vec<Group>,
}

/// Questions that stand together.
#[derive(Debug, Clone)]
pub struct Group {
    /// Identifies it.
    pub id: String,
    /// Its names, outermost first, below the course.
    pub names: Vec<String>,
    /// Whether its questions are one question with different figures, of which each student gets one.
    pub one_of: bool,
    /// The questions.
    pub questions: Vec<Question>,
}

/// A question.
#[derive(Debug, Clone)]
pub struct Question {
    /// Identifies it, also from one export to the next.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is worth.
    pub points: u16,
    /// The rows of the syllabus that it trains.
    pub tags: Vec<String>,
    /// The question.
    pub prompt: Vec<ArticlePart>,
    /// How it is answered, with the right answer.
    pub response: Response,
    /// Help; may be empty.
    pub hint: Vec<ArticlePart>,
    /// The model answer; may be empty.
    pub answer: Vec<ArticlePart>,
    /// How to mark; may be empty.
    pub guide: Vec<ArticlePart>,
}

/// How a question is answered, with the right answer.
#[derive(Debug, Clone)]
pub enum Response {
    /// In words, or with a file.
    Essay {
        /// Whether a file is handed in.
        file: bool,
    },
    /// By one or several of some choices.
    Choice {
        /// Whether several may be chosen.
        several: bool,
        /// The choices.
        choices: Vec<Choice>,
    },
    /// By giving each item one of the same options.
    Sort {
        /// The options, no two alike.
        options: Vec<String>,
        /// Each item with the place of its option.
        items: Vec<(String, usize)>,
    },
    /// By a number.
    Number {
        /// The right number.
        answer: Decimal,
        /// How far a response may be off.
        tolerance: Decimal,
        /// Numbers that foreseen slips come to, with what is said of each.
        slips: Vec<(Decimal, String)>,
    },
}

/// A choice.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Its words.
    pub text: String,
    /// Whether it is right.
    pub right: bool,
    /// What is said to whoever chooses it, or empty.
    pub remark: String,
}
