//! What the course's part of `casebook.toml`, the heads of lessons and of teaching notes, and the
//! glossary may say. Doc comments are the descriptions in the JSON Schemas.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::load::fields::Day;
use crate::values::Text;

/// A course: what binds the lessons of the book together.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CourseFile {
    /// Names the course in the seeds of drawn figures; `course` where absent. With another id, every student has other
    /// figures.
    pub id: Option<String>,
    /// The course's title.
    pub title: Text,
    /// One sentence about it.
    pub description: Option<Text>,
    /// Whether worksheets and students' own sheets print `hint` and `method` of exercises, which a page shows only
    /// to whoever opens them; false where absent.
    #[serde(default)]
    pub help_on_sheets: bool,
    /// Its sections in order.
    pub sections: Vec<SectionFile>,
    /// The syllabus: what lessons must teach and exercises train, each under `scope`.
    #[serde(default)]
    pub syllabus: Vec<RowFile>,
}

/// A row of the syllabus.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RowFile {
    /// Names it in `scope`, such as `C8`.
    pub id: String,
    /// What is to be taught.
    pub title: Text,
    /// Whether a lesson must teach it; true where absent. Rows that only ask for exercises say false.
    pub taught: Option<bool>,
}

/// A section of the course.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SectionFile {
    /// The folder of its lessons: `lessons/ID/`.
    pub id: String,
    /// Its title.
    pub title: Text,
}

/// The head of a lesson, between lines of three plus signs.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LessonHead {
    /// Title.
    pub title: String,
    /// Its place among the lessons of its section, from 1.
    pub order: u16,
    /// How long it takes in class, in minutes.
    pub minutes: u16,
    /// What students can do afterwards.
    pub objectives: Vec<String>,
    /// The terms that it teaches, by their ids in the glossary.
    #[serde(default)]
    pub terms: Vec<String>,
    /// The rows of the syllabus that it teaches, such as `C8`.
    #[serde(default)]
    pub scope: Vec<String>,
    /// When its content last changed. A translation that is older than its source is reported.
    pub updated: Day,
    /// The day from which students see it; always where absent.
    pub release: Option<Day>,
}

/// The head of a teaching note, between lines of three plus signs.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoteHead {
    /// Title.
    pub title: String,
    /// The case that it is about, by its id.
    pub case: Option<String>,
    /// The lessons that it belongs to: `SECTION/ID`.
    #[serde(default)]
    pub lessons: Vec<String>,
    /// How long the class takes, in minutes.
    pub minutes: u16,
    /// When its content last changed.
    pub updated: Day,
}

/// A list of terms.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GlossaryFile {
    /// The terms, in any order.
    pub terms: Vec<TermFile>,
}

/// A term of the field.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TermFile {
    /// Names it in links: `[…](term:ID)`.
    pub id: String,
    /// In Chinese.
    pub zh: Option<String>,
    /// In English.
    pub en: Option<String>,
    /// What it means, in Markdown.
    pub definition: Text,
    /// Related terms, by their ids.
    #[serde(default)]
    pub see: Vec<String>,
    /// The measure that it is, by its id.
    pub measure: Option<String>,
}
