//! `casebook variants`: numeric exercises with figures of each student's own, on paper.

use std::path::PathBuf;

use super::check::Manner;
use super::pdf::PdfArguments;
use super::problems::{self, Sources};
use super::terminal::tell;
use super::{Format, Outcome, build};
use crate::build::roster::roster;
use crate::build::variants::{Failure, Order, variants};
use crate::kinds::book::Book;
use crate::load::Folder;
use crate::publish::Staging;
use crate::values::{Audience, Language, plural};

/// Write worksheets with figures of each student's own, the key, and a marking sheet
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The figures of a student follow from the course, the exercise and the student's number alone: the same
roster gives the same sheets for ever.

Writes into DIR: sheets/001-NUMBER.pdf for each student, worksheets.pdf with all of them to print at once,
key.pdf with worked solutions, and the marking sheet as marking.pdf and marking.csv.

Example:
  casebook variants credit/quick-ratio credit/current-ratio --roster class.csv

class.csv begins with a line such as `number,name` (or `学号,姓名`) and has a line for each student.")]
pub(super) struct VariantsArguments {
    /// The numeric exercises, SECTION/ID, in the order of print
    #[arg(required = true, value_name = "EXERCISE")]
    exercises: Vec<String>,
    /// The table of students
    #[arg(long, value_name = "CSV")]
    roster: PathBuf,
    /// The book's folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    book: PathBuf,
    /// Where to write; replaced as a whole
    #[arg(short, long, value_name = "DIR", default_value = "variants")]
    output: PathBuf,
    /// The language of the sheets: zh or en; the book's first where absent
    #[arg(long, value_name = "LANGUAGE", value_parser = ["zh", "en"])]
    lang: Option<String>,
    #[command(flatten)]
    pdf: PdfArguments,
}

pub(super) fn run(arguments: &VariantsArguments) -> Outcome {
    let folder = Folder::new(&arguments.book);
    let Ok(mut book) = Book::open(&folder) else {
        return super::check::report(&folder, Manner::default());
    };
    book.audience = Audience::Instructor;
    match written(arguments, &folder, &book) {
        Ok(()) => Outcome::Clean,
        Err(outcome) => outcome,
    }
}

fn written(arguments: &VariantsArguments, folder: &Folder, book: &Book) -> Result<(), Outcome> {
    let refuse = super::new::refuse;
    let language = language(arguments, book).map_err(|(message, hint)| refuse(&message, hint))?;
    let roster = roster(&arguments.roster).map_err(|(found, source)| {
        let sources: Sources = source.into_iter().map(|source| (source.path.clone(), source)).collect();
        problems::report(&found, &sources, Format::Text, None)
    })?;
    let typesetter = arguments.pdf.typesetter(folder, book).map_err(|found| {
        problems::report(&found, &super::check::sources_of(folder, &found), Format::Text, None);
        Outcome::Failed
    })?;
    let staging = Staging::begin(&arguments.output, folder.root()).map_err(|error| build::failed(&error))?;
    let order =
        Order { exercises: &arguments.exercises, takers: &roster.takers, language, typesetter: typesetter.as_deref() };
    match variants(folder, book, order, staging) {
        Ok(published) => {
            let students = plural(roster.takers.len(), "student");
            let files = plural(published.files, "file");
            tell(&format!("{students}, {files} in {}", published.target.display()));
            Ok(())
        }
        Err(Failure::Request(message, hint)) => Err(refuse(&message, &hint)),
        Err(Failure::Disk(error)) => Err(build::failed(&error)),
        Err(Failure::Problems(found)) => {
            let found = roster.placed(found);
            let mut sources = super::check::sources_of(folder, &found);
            sources.insert(roster.source.path.clone(), roster.source.clone());
            Err(problems::report(&found, &sources, Format::Text, None))
        }
    }
}

/// The language asked for, which must be one of the book's.
fn language(arguments: &VariantsArguments, book: &Book) -> Result<Language, (String, &'static str)> {
    let languages = &book.settings.languages;
    let known = |code: &str| languages.iter().copied().find(|language| language.code() == code);
    match &arguments.lang {
        None => Ok(languages.first().copied().unwrap_or(Language::Zh)),
        Some(code) => {
            known(code).ok_or_else(|| (format!("the book is not written in `{code}`"), "name one of its `languages`"))
        }
    }
}
