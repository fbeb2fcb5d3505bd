//! Writes the sheets of a class: for each student numeric exercises with figures of their own, the key
//! and the list to mark by.

use std::convert::Infallible;

use super::cases::each_case;
use super::course::desk;
use super::shelf::Stop;
use crate::kinds::book::Book;
use crate::kinds::case_file::is_id;
use crate::kinds::course::Exercise;
use crate::kinds::course::exercise::ExerciseKind;
use crate::kinds::course::live::{Answers, Wanted};
use crate::kinds::course::pages::{Taker, Variants};
use crate::kinds::kind::{CaseKind, Work};
use crate::kinds::registry::{self, Visitor};
use crate::load::Folder;
use crate::load::check::nearest;
use crate::publish::{Published, Staging};
use crate::render::pdf::{Typesetter, Worker};
use crate::values::{Language, Problem};

/// Why no sheets are written.
#[derive(Debug)]
pub enum Failure {
    /// What was asked for is not there: what is wrong, and what to do.
    Request(String, String),
    /// The typesetter failed.
    Problems(Vec<Problem>),
    /// The disk said no.
    Disk(crate::publish::PublishError),
}

/// What sheets are wanted.
#[derive(Clone, Copy)]
pub struct Order<'o> {
    /// The ids of numeric exercises, in the order of print.
    pub exercises: &'o [String],
    /// The students.
    pub takers: &'o [Taker],
    /// The language of the sheets.
    pub language: Language,
    /// What typesets them; none where only the table is wanted.
    pub typesetter: Option<&'o dyn Typesetter>,
}

/// Writes the sheets of `order` into `staging`'s folder; `book` is open for instructors, since there is
/// a key.
///
/// # Errors
/// An exercise that is not there or not numeric, figures without an answer, and whatever keeps a file
/// from being made.
pub fn variants(folder: &Folder, book: &Book, order: Order<'_>, staging: Staging) -> Result<Published, Failure> {
    let exercises = order.exercises.iter().map(|id| exercise(book, id)).collect::<Result<Vec<_>, _>>()?;
    let answers = answers(folder, book);
    let edition = book.edition(order.language, false, false);
    let Some(desk) = desk(folder, book, edition, &answers) else { return Err(no_course()) };
    let hint = "run `casebook check --variants 200`";
    let made = desk.variants(&exercises, order.takers).map_err(|reason| Failure::Request(reason, hint.to_owned()))?;
    write(&made, order, &staging).map_err(|stop| match stop {
        Stop::Problems(problems) => Failure::Problems(problems),
        Stop::Disk(error) => Failure::Disk(error),
    })?;
    staging.finish().map_err(Failure::Disk)
}

fn write(made: &Variants, order: Order<'_>, staging: &Staging) -> Result<(), Stop> {
    staging.write("marking.csv", &made.table)?;
    let Some(typesetter) = order.typesetter else { return Ok(()) };
    let worker = Worker::new(typesetter);
    let whole = [("worksheets.pdf", &made.all), ("key.pdf", &made.key), ("marking.pdf", &made.marking)];
    for (path, report) in whole {
        staging.write(path, &worker.typeset(report).map_err(Stop::Problems)?)?;
    }
    for (at, (sheet, taker)) in made.sheets.iter().zip(order.takers).enumerate() {
        let path = sheet_path(at, &taker.id);
        staging.write(&path, &worker.typeset(sheet).map_err(Stop::Problems)?)?;
    }
    Ok(())
}

/// Where the sheet of the student at `at` lies; the number is left out where it cannot be a file's name.
fn sheet_path(at: usize, id: &str) -> String {
    if is_id(id) { format!("sheets/{:03}-{id}.pdf", at + 1) } else { format!("sheets/{:03}.pdf", at + 1) }
}

fn no_course() -> Failure {
    Failure::Request("the book has no course".to_owned(), "add `[course]` to casebook.toml".to_owned())
}

fn exercise<'b>(book: &'b Book, id: &str) -> Result<&'b Exercise, Failure> {
    let course = book.course.as_ref().ok_or_else(no_course)?;
    let numeric = || course.exercises.iter().filter(|exercise| exercise.file.kind == ExerciseKind::Numeric);
    if let Some(found) = numeric().find(|exercise| exercise.id == id) {
        return Ok(found);
    }
    let known: Vec<&str> = numeric().map(|exercise| exercise.id.as_str()).collect();
    let hint = match nearest(id, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("numeric exercises are: {}", known.join(", ")),
    };
    let message = if course.exercises.iter().any(|exercise| exercise.id == id) {
        format!("the exercise `{id}` is not numeric, so that it has no figures to draw")
    } else {
        format!("the book holds no exercise `{id}`")
    };
    Err(Failure::Request(message, hint))
}

/// What the cases answer to the course of `book`; cases that are wrong answer nothing.
fn answers(folder: &Folder, book: &Book) -> Answers {
    let Some(course) = &book.course else { return Answers::default() };
    let mut asking = Asking { folder, book, wanted: Wanted::of(course), answers: Answers::default() };
    let Ok(()) = registry::each(&mut asking);
    asking.answers
}

struct Asking<'a> {
    folder: &'a Folder,
    book: &'a Book,
    wanted: Wanted,
    answers: Answers,
}

impl Visitor for Asking<'_> {
    type Stop = Infallible;

    fn visit<K: CaseKind>(&mut self) -> Result<(), Infallible> {
        let files = self.book.cases.of(K::NAMES.folder);
        let settings = &self.book.settings;
        let editions: Vec<_> =
            settings.languages.iter().map(|&language| self.book.edition(language, false, false)).collect();
        let ask = |work: &Work<'_, K>| Ok(self.wanted.ask(work, &editions));
        let pass = each_case::<K, _, _>(self.folder, self.book, files, || (), |(), work| ask(work));
        for answer in pass.results {
            self.answers.keep(answer, &self.wanted);
        }
        Ok(())
    }
}
