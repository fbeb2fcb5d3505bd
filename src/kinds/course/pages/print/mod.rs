//! The course on paper: the handbook, worksheets, answer books and their keys, the instructor's manual,
//! and sheets with figures of each student's own.
//!
//! What students may see is decided where lessons and exercises are chosen, as for pages.

mod handbook;
mod manual;
mod sheets;
mod students;

use std::collections::{BTreeMap, BTreeSet};

pub use students::{Taker, Variants};

use super::words as w;
use super::{Desk, Place};
use crate::kinds::course::link::fragment;
use crate::kinds::course::{Exercise, Lesson};
use crate::pages::article::ArticlePart;
use crate::pages::{Fact, Picture, Report};
use crate::values::{Audience, Words};

/// A printed form of the course.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Print {
    /// All lessons with their questions, and the glossary.
    Handbook,
    /// The questions of a section, with room for the answers.
    Worksheet(usize),
    /// Only the room for the answers to a section's questions.
    AnswerBook(usize),
    /// The questions of a section with their answers; for instructors.
    Key(usize),
    /// How to teach the course; for instructors.
    Manual,
}

/// A report under way, with the pictures that it shows.
struct Draft {
    report: Report,
    pictures: BTreeSet<String>,
}

impl Desk<'_> {
    /// The printed forms that readers of this edition get.
    #[must_use]
    pub fn prints(&self) -> Vec<Print> {
        let instructor = self.visible.audience == Audience::Instructor;
        let mut prints = Vec::new();
        if !self.lessons().is_empty() {
            prints.push(Print::Handbook);
        }
        for at in 0..self.course.sections.len() {
            if self.exercises_in(at).next().is_some() {
                prints.extend([Print::Worksheet(at), Print::AnswerBook(at)]);
                prints.extend(instructor.then_some(Print::Key(at)));
            }
        }
        prints.extend((instructor && !self.lessons().is_empty()).then_some(Print::Manual));
        prints
    }

    /// Where a printed form lies below the output folder.
    #[must_use]
    pub fn print_path(&self, print: Print) -> String {
        let section = |at: usize| self.course.sections[at].id.as_str();
        let name = match print {
            Print::Handbook => "handbook".to_owned(),
            Print::Worksheet(at) => format!("worksheet-{}", section(at)),
            Print::AnswerBook(at) => format!("answer-book-{}", section(at)),
            Print::Key(at) => format!("answers-{}", section(at)),
            Print::Manual => "manual".to_owned(),
        };
        self.edition.report_path(&format!("course/{name}"))
    }

    /// A printed form. Pictures that cannot be read are left out: whoever publishes their files tells.
    #[must_use]
    pub fn print(&self, print: Print) -> Report {
        let mut draft = match print {
            Print::Handbook => self.handbook(),
            Print::Worksheet(at) | Print::AnswerBook(at) | Print::Key(at) => self.sheet(print, at),
            Print::Manual => self.manual(),
        };
        draft.report.pictures = self.load(&draft.pictures);
        draft.report
    }

    fn load(&self, paths: &BTreeSet<String>) -> BTreeMap<String, Picture> {
        let picture = |path: &String| {
            let format = match path.rsplit('.').next()?.to_lowercase().as_str() {
                "png" => "png",
                "jpg" | "jpeg" => "jpg",
                "webp" => "webp",
                "svg" => "svg",
                _ => return None,
            };
            Some((path.clone(), Picture { format, bytes: self.folder.read_bytes(path).ok()? }))
        };
        paths.iter().filter_map(picture).collect()
    }

    /// An empty report about the course: `name` identifies it, `kind` says what it is.
    fn draft(&self, name: &str, kind: Words) -> Draft {
        let kind = self.say(kind);
        let course = self.course.title.get(self.language());
        let report = self.edition.report(&format!("course-{name}"), course, format!("{kind} · {course}"));
        let date = self.edition.as_of.to_string();
        Draft { report: Report { running_head: kind, running_period: date, ..report }, pictures: BTreeSet::new() }
    }

    /// What every cover of the course says.
    fn cover(&self) -> Vec<Fact> {
        let instructor = self.visible.audience == Audience::Instructor;
        let lessons = self.lessons();
        let minutes: u32 = lessons
            .iter()
            .filter_map(|lesson| lesson.text(self.language()))
            .map(|text| u32::from(text.head.minutes))
            .sum();
        let exercises = self.exercises();
        let points: u32 = exercises.iter().map(|exercise| u32::from(exercise.file.points)).sum();
        let facts = vec![
            Fact::new(self.say(w::FOR_WHOM), self.say(if instructor { w::FOR_INSTRUCTORS } else { w::FOR_STUDENTS })),
            Fact::new(self.say(w::AS_OF), crate::pages::number::date(self.edition.as_of, self.language())),
            Fact::new(
                self.say(w::COURSE),
                self.tell(w::LESSONS_IN, &[&lessons.len().to_string(), &minutes.to_string()]),
            ),
            Fact::new(
                self.say(w::EXERCISES),
                self.tell(w::EXERCISES_IN, &[&exercises.len().to_string(), &points.to_string()]),
            ),
            Fact::new(self.say(w::ISSUED_BY), self.edition.author),
        ];
        facts.into_iter().filter(|fact| !fact.value.is_empty()).collect()
    }

    /// The place of a text in a report that holds the whole course, or only a part of it.
    fn in_report<'p>(&'p self, prefix: &'p str, whole: bool) -> Place<'p> {
        Place::Report { prefix, whole, base_url: &self.book.settings.base_url }
    }

    /// The exercises of the section at `at`, lesson by lesson.
    fn exercises_in(&self, at: usize) -> impl Iterator<Item = &Exercise> {
        let section = move |exercise: &&Exercise| {
            self.course.lesson(&exercise.file.lesson).is_some_and(|lesson| lesson.section == at)
        };
        self.exercises().into_iter().filter(section)
    }

    /// `2.3 Title of the lesson`.
    fn numbered(&self, lesson: &Lesson) -> String {
        let title = lesson.text(self.language()).map_or("", |text| text.head.title.as_str());
        format!("{}.{} {title}", lesson.section + 1, lesson.order())
    }
}

/// What the fragments of the text at `path` begin with in a report.
fn prefix_of(path: &str) -> String {
    format!("{}-", fragment(path))
}

/// The parts of a text with the fragments of its headings led by `prefix`.
fn prefixed(mut parts: Vec<ArticlePart>, prefix: &str) -> Vec<ArticlePart> {
    for part in &mut parts {
        if let ArticlePart::Heading { id, .. } = part {
            id.insert_str(0, prefix);
        }
    }
    parts
}
