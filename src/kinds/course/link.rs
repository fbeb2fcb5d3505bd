//! What links, values and pictures of lessons lead to: `case:`, `measure:`, `term:`, `lesson:` and
//! `exercise:` within the book, and the web.

use std::ops::Range;

use jiff::civil::Date;

use super::live::{Answers, Call};
use super::read::{LESSONS, PICTURES};
use super::{Course, Exercise, pages};
use crate::kinds::edition::Edition;
use crate::load::Folder;
use crate::load::check::nearest;
use crate::measures::Measure;
use crate::pages::Page;
use crate::pages::article::Resolve;
use crate::pages::markdown::safe;
use crate::values::{Audience, Language};

/// Who reads, and when.
#[derive(Debug, Clone, Copy)]
pub struct Visible {
    /// For whom pages are made.
    pub audience: Audience,
    /// The day of publication.
    pub day: Date,
}

/// Where a text will stand.
#[derive(Debug, Clone, Copy)]
pub enum Place<'a> {
    /// On a page of the site.
    Page(&'a Page),
    /// In a report.
    Report {
        /// What the fragments of the text begin with there.
        prefix: &'a str,
        /// Whether the report holds lessons, exercises and terms, so that links stay within it.
        whole: bool,
        /// Where the site is published, or empty.
        base_url: &'a str,
    },
}

impl<'a> From<&'a Page> for Place<'a> {
    fn from(page: &'a Page) -> Self {
        Place::Page(page)
    }
}

impl Place<'_> {
    /// The address of a page of the book, whose path in the first language is `path`; empty where
    /// nothing is to be reached from here.
    #[must_use]
    pub fn href(self, edition: &Edition<'_>, path: &str) -> String {
        let there = edition.path_in(edition.language, path);
        match self {
            Place::Page(page) => format!("{}{there}", page.root),
            Place::Report { whole: true, .. } if is_of_course(path) => format!("#{}", fragment(path)),
            Place::Report { base_url: "", .. } => String::new(),
            Place::Report { base_url, .. } => format!("{}/{there}", base_url.trim_end_matches('/')),
        }
    }

    /// The address of another part of the same text.
    fn own(self, href: String) -> String {
        match (self, href.strip_prefix('#')) {
            (Place::Report { prefix, .. }, Some(id)) => format!("#{prefix}{id}"),
            _ => href,
        }
    }

    /// The address of a picture of the book.
    fn picture(self, path: &str) -> String {
        match self {
            Place::Page(page) => format!("{}{path}", page.root),
            Place::Report { .. } => path.to_owned(),
        }
    }
}

fn is_of_course(path: &str) -> bool {
    [pages::COURSE, pages::EXERCISES, pages::GLOSSARY].iter().any(|area| path.split('/').next() == Some(area))
}

/// The fragment that stands in a report for the page at `path`.
#[must_use]
pub(super) fn fragment(path: &str) -> String {
    match path.split_once('#') {
        Some((_, fragment)) => fragment.to_owned(),
        None => path.trim_end_matches(".html").replace('/', "-"),
    }
}

/// Something wrong with a link, at a place in the text: message and hint.
pub(super) type Fault = (Range<usize>, String, String);

/// Where a link leads.
enum Target {
    /// A page of the book, as its path in the first language.
    Page(String),
    /// Another site, or a part of the same page.
    Elsewhere(String),
    /// Something that readers of this edition do not see, or that has no page of its own.
    Words,
}

/// Resolves what one text leads to, and notes what leads nowhere.
pub struct Linked<'a> {
    /// The course.
    pub course: &'a Course,
    /// The folder, for pictures.
    pub folder: &'a Folder,
    /// What the cases say, where they have been assessed.
    pub answers: Option<&'a Answers>,
    /// Who reads.
    pub visible: Visible,
    /// The language of the text.
    pub language: Language,
    /// The file of the text.
    pub file: &'a str,
    /// Where the text will stand; none where it is only checked.
    pub place: Option<(&'a Edition<'a>, Place<'a>)>,
    /// What was found wrong.
    pub(super) faults: Vec<Fault>,
    /// The terms that were linked.
    pub(super) terms: Vec<String>,
    /// The pictures that were shown, as paths in the folder.
    pub(super) pictures: Vec<String>,
}

impl<'a> Linked<'a> {
    /// For a text in `file`.
    #[must_use]
    pub fn new(course: &'a Course, folder: &'a Folder, visible: Visible, language: Language, file: &'a str) -> Self {
        Linked {
            course,
            folder,
            answers: None,
            visible,
            language,
            file,
            place: None,
            faults: Vec::new(),
            terms: Vec::new(),
            pictures: Vec::new(),
        }
    }

    fn target(&mut self, target: &str) -> Result<Target, (String, String)> {
        let Some((scheme, id)) = target.split_once(':') else { return elsewhere(target) };
        match scheme {
            "measure" => match Measure::from_id(id) {
                Some(_) => Ok(Target::Page(format!("methods/{id}.html"))),
                None => Err(unknown("measure", id, nearest(id, Measure::ALL.iter().map(|measure| measure.id())))),
            },
            "term" => match self.course.term(id) {
                Some(_) => {
                    self.terms.push(id.to_owned());
                    Ok(Target::Page(pages::term_path(id)))
                }
                None => Err(unknown("term", id, nearest(id, self.course.terms.iter().map(|term| term.id.as_str())))),
            },
            "lesson" => match self.course.lesson(id) {
                Some(lesson) if !lesson.is_visible(self.visible.audience, self.visible.day) => Ok(Target::Words),
                Some(lesson) if lesson.text(self.language).is_none() => Ok(Target::Words),
                Some(_) => Ok(Target::Page(pages::lesson_path(id))),
                None => {
                    let known = self.course.lessons.iter().map(|lesson| lesson.id.as_str());
                    Err(unknown("lesson", id, nearest(id, known)))
                }
            },
            "exercise" => {
                let known = |exercise: &&Exercise| exercise.id == id;
                match self.course.exercises.iter().find(known) {
                    Some(exercise) if exercise.is_visible(self.visible.audience, self.visible.day) => {
                        Ok(Target::Page(pages::exercise_path(id)))
                    }
                    Some(_) => Ok(Target::Words),
                    None => {
                        let ids = self.course.exercises.iter().map(|exercise| exercise.id.as_str());
                        Err(unknown("exercise", id, nearest(id, ids)))
                    }
                }
            }
            "case" => self.case(id),
            _ => elsewhere(target),
        }
    }

    fn case(&self, id: &str) -> Result<Target, (String, String)> {
        let Some(answers) = self.answers else { return Ok(Target::Words) };
        match answers.page_of(id) {
            Some(page) => Ok(Target::Page(page)),
            None => Err(unknown("case", id, answers.nearest(id))),
        }
    }

    /// The address of `target` from where the text will stand.
    fn href(&self, target: Target) -> String {
        match (target, self.place) {
            (Target::Page(path), Some((edition, place))) => place.href(edition, &path),
            (Target::Elsewhere(href), Some((_, place))) => place.own(href),
            (Target::Elsewhere(href), None) => href,
            (Target::Page(_) | Target::Words, _) => String::new(),
        }
    }
}

impl Resolve for Linked<'_> {
    fn link(&mut self, target: &str, at: Range<usize>) -> String {
        match self.target(target) {
            Ok(target) => self.href(target),
            Err((message, hint)) => {
                self.faults.push((at, message, hint));
                String::new()
            }
        }
    }

    fn picture(&mut self, target: &str, at: Range<usize>) -> String {
        let known = PICTURES.iter().any(|end| target.to_lowercase().ends_with(&format!(".{end}")));
        let dir = self.file.rsplit_once('/').map_or("", |(dir, _)| dir);
        let inside = !target.contains([':', '\\', '?', '#']) && !target.starts_with('/') && !target.contains("..");
        let path = format!("{dir}/{target}");
        if known && inside && path.starts_with(LESSONS) && self.folder.holds(&path) {
            self.pictures.push(path.clone());
            return self.place.map_or_else(String::new, |(_, place)| place.picture(&path));
        }
        let message = format!("the picture `{target}` does not lie beside the lesson");
        let hint = format!("put it into `{dir}/` or a folder below, as {}", PICTURES.join(", "));
        self.faults.push((at, message, hint));
        String::new()
    }

    fn value(&mut self, call: &str, at: Range<usize>) -> (String, String) {
        let none = || ("…".to_owned(), String::new());
        let call = match Call::parse(call) {
            Ok(call) => call,
            Err((message, hint)) => {
                self.faults.push((at, message, hint));
                return none();
            }
        };
        let Some(answers) = self.answers else { return none() };
        match answers.answer(&call, self.language) {
            Ok((words, path)) => (words, self.href(Target::Page(path))),
            Err((message, hint)) => {
                self.faults.push((at, message, hint));
                none()
            }
        }
    }
}

fn elsewhere(target: &str) -> Result<Target, (String, String)> {
    let href = safe(target);
    let outward = ["http://", "https://", "mailto:", "#"].iter().any(|start| href.starts_with(start));
    if outward {
        return Ok(Target::Elsewhere(href.to_owned()));
    }
    let hint = "links within the book begin with case:, measure:, term:, lesson: or exercise:, others with https://";
    Err((format!("the link `{target}` leads nowhere"), hint.to_owned()))
}

fn unknown(what: &str, id: &str, near: Option<&str>) -> (String, String) {
    let hint = near.map_or_else(
        || format!("write {what}:ID with an id that the book holds"),
        |near| format!("did you mean `{near}`?"),
    );
    (format!("the book holds no {what} `{id}`"), hint)
}
