//! The pages of a course: its home, the lessons, the glossary, and for instructors the teaching notes.

mod bank;
mod coverage;
mod exercise;
mod glossary;
mod home;
mod key;
mod lesson;
mod note;
mod print;
mod task;
mod words;

use std::collections::BTreeSet;

use super::link::{Linked, Place, Visible};
use super::live::Answers;
pub use bank::VARIANTS;
pub use exercise::{exercise_path, form_path};
pub use print::{Print, Taker, Variants};

use super::{Course, Lesson};
use crate::kinds::book::Book;
use crate::kinds::edition::Edition;
use crate::load::Folder;
use crate::pages::article::{Article, ArticlePart, all_words, read, words as words_of};
use crate::pages::{Block, Link, Page, Section};
use crate::present::tables::section;
use crate::values::{Audience, Language, Words};

/// The area of the navigation that lessons belong to.
pub const COURSE: &str = "lessons";
/// The area of the glossary.
pub const GLOSSARY: &str = "glossary";
/// The area of the exercises.
pub const EXERCISES: &str = "exercises";
/// The area of the teaching notes.
pub const TEACHING: &str = "teaching";

/// What the navigation calls the areas.
pub const HEADINGS: [(&str, Words); 4] =
    [(COURSE, words::COURSE), (EXERCISES, words::EXERCISES), (GLOSSARY, words::GLOSSARY), (TEACHING, words::TEACHING)];

/// The path of a lesson's page in the book's first language.
#[must_use]
pub fn lesson_path(id: &str) -> String {
    format!("{COURSE}/{id}.html")
}

/// The path of a term in the book's first language.
#[must_use]
pub fn term_path(id: &str) -> String {
    format!("{GLOSSARY}/index.html#{}", term_fragment(id))
}

/// Where the question bank lies, in Moodle's format and as a QTI package.
#[must_use]
pub fn bank_paths(language: Language) -> [String; 2] {
    ["moodle.xml", "qti.zip"].map(|end| format!("data/questions.{}.{end}", language.code()))
}

fn term_fragment(id: &str) -> String {
    format!("term-{id}")
}

fn note_path(id: &str) -> String {
    format!("{TEACHING}/{id}.html")
}

/// What the pages of a course in one language rest on.
pub struct Desk<'a> {
    /// The course.
    pub course: &'a Course,
    /// The book in the language of the pages.
    pub edition: Edition<'a>,
    /// Who reads.
    pub visible: Visible,
    /// What the cases answer.
    pub answers: &'a Answers,
    /// The folder of the book.
    pub folder: &'a Folder,
    /// The book, by whose model exercises are solved.
    pub book: &'a Book,
    /// The title of the page that leads back home.
    pub home: &'a str,
}

/// The pages of a course, and the pictures that they show, as paths below both folders.
#[derive(Default)]
pub struct Pages {
    /// The pages.
    pub pages: Vec<Page>,
    /// The pictures.
    pub pictures: BTreeSet<String>,
}

impl Desk<'_> {
    /// Every page of the course in this language.
    #[must_use]
    pub fn pages(&self) -> Pages {
        let mut out = Pages::default();
        let lessons = self.lessons();
        out.pages.push(self.course_page(&lessons));
        for at in 0..lessons.len() {
            let page = self.lesson_page(&lessons, at, &mut out.pictures);
            out.pages.push(page);
        }
        let exercises = self.exercises();
        if !exercises.is_empty() {
            out.pages.push(self.exercises_page(&exercises));
        }
        for exercise in exercises {
            let page = self.exercise_page(exercise, &mut out.pictures);
            out.pages.push(page);
        }
        if !self.course.terms.is_empty() {
            out.pages.push(self.glossary_page(&lessons));
        }
        if self.visible.audience == Audience::Instructor && !self.course.notes.is_empty() {
            self.note_pages(&mut out);
        }
        if self.visible.audience == Audience::Instructor && !self.course.syllabus.is_empty() {
            out.pages.push(self.coverage_page());
        }
        out
    }

    /// The lessons that readers see, in order.
    fn lessons(&self) -> Vec<&Lesson> {
        let sees = |lesson: &&Lesson| {
            lesson.is_visible(self.visible.audience, self.visible.day) && lesson.text(self.language()).is_some()
        };
        self.course.lessons.iter().filter(sees).collect()
    }

    fn language(&self) -> Language {
        self.edition.language
    }

    fn say(&self, words: Words) -> String {
        words.get(self.language()).to_owned()
    }

    /// A sentence with numbers and names in place of `{}`, in order.
    fn tell(&self, words: Words, values: &[&str]) -> String {
        crate::present::told(words, self.language(), values)
    }

    /// An empty page whose translations are those languages that `has` names.
    fn page(&self, path: &str, area: &'static str, title: String, has: impl Fn(Language) -> bool) -> Page {
        let mut page = self.edition.page(path, area, title);
        let tags: Vec<_> = self.edition.languages.iter().filter(|language| has(**language)).map(|l| l.tag()).collect();
        page.alternates.retain(|alternate| tags.contains(&alternate.lang));
        page.trail.push(Link { text: self.home.to_owned(), href: page.home.clone() });
        page
    }

    /// The address of `path`, which is one in the book's first language, from `place`.
    fn href<'p>(&self, place: impl Into<Place<'p>>, path: &str) -> String {
        place.into().href(&self.edition, path)
    }

    /// The parts of a text that will stand at `place`.
    fn read<'p>(
        &self,
        text: &str,
        file: &str,
        place: impl Into<Place<'p>>,
        pictures: &mut BTreeSet<String>,
    ) -> Vec<ArticlePart> {
        let mut linked = Linked::new(self.course, self.folder, self.visible, self.language(), file);
        linked.answers = Some(self.answers);
        linked.place = Some((&self.edition, place.into()));
        let parts = read(text, &mut linked);
        pictures.extend(linked.pictures);
        parts
    }
}

/// The parts of an article as sections of a page, one for each heading of level 2; `first` heads what
/// stands before the first of them.
fn sections(parts: Vec<ArticlePart>, first: &str) -> Vec<Section> {
    let mut sections: Vec<(String, String, Vec<ArticlePart>)> = vec![("text".to_owned(), first.to_owned(), Vec::new())];
    let mut notes = None;
    for part in parts {
        match part {
            ArticlePart::Heading { level: 2, id, inlines } => sections.push((id, words_of(&inlines), Vec::new())),
            ArticlePart::Notes { .. } => notes = Some(part),
            part => {
                if let Some((.., parts)) = sections.last_mut() {
                    parts.push(part);
                }
            }
        }
    }
    if let (Some(notes), Some((.., parts))) = (notes, sections.last_mut()) {
        parts.push(notes);
    }
    sections.retain(|(id, _, parts)| id != "text" || !parts.is_empty());
    let article = |parts| Block::Article(Article { parts });
    sections.into_iter().map(|(id, title, parts)| section(&format!("s-{id}"), title, vec![article(parts)])).collect()
}

/// How long a text takes to read, in minutes: 400 Chinese characters or 220 words a minute.
fn reading_minutes(parts: &[ArticlePart]) -> usize {
    let words = all_words(parts);
    let wide = words.chars().filter(|letter| ('\u{2E80}'..='\u{9FFF}').contains(letter)).count();
    let spaced = words.split_whitespace().filter(|word| word.chars().all(|letter| letter < '\u{2E80}')).count();
    (wide * 11 + spaced * 20).div_ceil(4400).max(1)
}
