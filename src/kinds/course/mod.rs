//! The course of a book: sections, lessons in one or two languages, the glossary, and teaching notes.
//!
//! `Course::read(&Folder, …) -> Option<Course>` reads `lessons/**/*.md`, `teaching/*.md` and the
//! glossary; `check` compares translations and finds links that lead nowhere; `live` answers the
//! values that lessons insert, from cases of whatever kind; `pages` makes the site's pages. A course is
//! held as a whole: it is written by people.

mod check;
pub mod exercise;
pub mod forms;
mod link;
pub mod live;
mod manuscript;
mod outline;
pub mod pages;
mod read;
pub mod schema;
mod syllabus;

pub use exercise::Exercise;
pub use link::{Linked, Visible};
pub use manuscript::Manuscript;
pub use schema::{LessonHead, NoteHead};

use jiff::civil::Date;

use crate::load::Source;
use crate::values::{Audience, Language, Text};

/// The course of a book.
#[derive(Debug, Clone)]
pub struct Course {
    /// Names it in the seeds of drawn figures.
    pub id: String,
    /// Title.
    pub title: Text,
    /// One sentence about it, or empty.
    pub description: Text,
    /// Whether sheets print hints and methods.
    pub help_on_sheets: bool,
    /// Its sections in order.
    pub sections: Vec<Section>,
    /// Its lessons, in the order of the sections and of their numbers.
    pub lessons: Vec<Lesson>,
    /// The terms, in the order of the files.
    pub terms: Vec<Term>,
    /// The exercises, in the order of their ids.
    pub exercises: Vec<Exercise>,
    /// The teaching notes, in the order of their ids.
    pub notes: Vec<Note>,
    /// The rows of the syllabus, in its order.
    pub syllabus: Vec<Row>,
}

/// A row of the syllabus.
#[derive(Debug, Clone)]
pub struct Row {
    /// Names it, such as `C8`.
    pub id: String,
    /// What is to be taught.
    pub title: Text,
    /// Whether a lesson must teach it.
    pub taught: bool,
}

/// A section of the course.
#[derive(Debug, Clone)]
pub struct Section {
    /// The folder of its lessons.
    pub id: String,
    /// Title.
    pub title: Text,
}

/// A lesson in the languages in which it is written.
#[derive(Debug, Clone)]
pub struct Lesson {
    /// `SECTION/ID`.
    pub id: String,
    /// Its section, by its place.
    pub section: usize,
    /// One or more.
    pub texts: Vec<Manuscript<LessonHead>>,
}

/// A teaching note in the languages in which it is written.
#[derive(Debug, Clone)]
pub struct Note {
    /// The file's name without language and ending.
    pub id: String,
    /// One or more.
    pub texts: Vec<Manuscript<NoteHead>>,
}

/// A term of the glossary.
#[derive(Debug, Clone)]
pub struct Term {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// What it means, in Markdown.
    pub definition: Text,
    /// Related terms.
    pub see: Vec<String>,
    /// The measure that it is, by its id, or empty.
    pub measure: String,
    /// The file that it stands in, and its key path there.
    pub place: (String, String),
}

impl Lesson {
    /// Its text in `language`.
    #[must_use]
    pub fn text(&self, language: Language) -> Option<&Manuscript<LessonHead>> {
        self.texts.iter().find(|text| text.language == language)
    }

    /// Its number within the section.
    #[must_use]
    pub fn order(&self) -> u16 {
        self.texts.first().map_or(0, |text| text.head.order)
    }

    /// Whether `audience` sees it on `day`.
    #[must_use]
    pub fn is_visible(&self, audience: Audience, day: Date) -> bool {
        audience == Audience::Instructor || !self.is_held_back(day)
    }

    /// Whether it is released after `day` only.
    #[must_use]
    pub fn is_held_back(&self, day: Date) -> bool {
        self.texts.iter().any(|text| text.head.release.is_some_and(|release| release.0 > day))
    }
}

impl Note {
    /// Its text in `language`.
    #[must_use]
    pub fn text(&self, language: Language) -> Option<&Manuscript<NoteHead>> {
        self.texts.iter().find(|text| text.language == language)
    }
}

impl Course {
    /// The lesson called `SECTION/ID`.
    #[must_use]
    pub fn lesson(&self, id: &str) -> Option<&Lesson> {
        self.lessons.iter().find(|lesson| lesson.id == id)
    }

    /// The exercise called `SECTION/ID`.
    #[must_use]
    pub fn exercise(&self, id: &str) -> Option<&Exercise> {
        self.exercises.iter().find(|exercise| exercise.id == id)
    }

    /// The lessons that teach a row of the syllabus.
    pub fn teaching<'a>(&'a self, row: &'a str) -> impl Iterator<Item = &'a Lesson> {
        let names = move |lesson: &&Lesson| lesson.texts.iter().any(|text| text.head.scope.iter().any(|id| id == row));
        self.lessons.iter().filter(names)
    }

    /// The exercises that train a row of the syllabus.
    pub fn training<'a>(&'a self, row: &'a str) -> impl Iterator<Item = &'a Exercise> {
        self.exercises.iter().filter(move |exercise| exercise.file.scope.iter().any(|id| id == row))
    }

    /// What is lacking for a row of the syllabus: a lesson, an exercise, or neither.
    #[must_use]
    pub fn lacks(&self, row: &Row) -> Vec<&'static str> {
        let mut lacks = Vec::new();
        if row.taught && self.teaching(&row.id).next().is_none() {
            lacks.push("lesson");
        }
        if self.training(&row.id).next().is_none() {
            lacks.push("exercise");
        }
        lacks
    }

    /// How many lessons, exercises and terms `audience` sees on `day`, with what one is called.
    #[must_use]
    pub fn counts(&self, audience: Audience, day: Date) -> Vec<(&'static str, usize)> {
        let lessons = self.lessons.iter().filter(|lesson| lesson.is_visible(audience, day)).count();
        let exercises = self.exercises.iter().filter(|exercise| exercise.is_visible(audience, day)).count();
        let all = [("lesson", lessons), ("exercise", exercises), ("term", self.terms.len())];
        all.into_iter().filter(|&(_, count)| count > 0).collect()
    }

    /// The term called `id`.
    #[must_use]
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == id)
    }

    /// Every manuscript's text with the place where its body begins.
    pub fn bodies(&self) -> impl Iterator<Item = (&Source, usize, Language)> {
        let lessons = self.lessons.iter().flat_map(|lesson| &lesson.texts);
        let notes = self.notes.iter().flat_map(|note| &note.texts);
        lessons
            .map(|text| (&text.source, text.body, text.language))
            .chain(notes.map(|text| (&text.source, text.body, text.language)))
    }
}
