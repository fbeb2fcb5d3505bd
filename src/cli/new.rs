//! `casebook new`: a form for a case or a part of a course, or the built-in credit model, added to a book.

mod course;
mod exercise;
mod lesson;
mod model;

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser};

use super::files;
use super::problems::{self, Sources};
use super::starter::{Starter, toml_string};
use super::terminal::{harmless, say, tell};
use super::{Format, Outcome, shell_word};
use crate::kinds::book::schema::BookFile;
use crate::kinds::book::{BOOK_FILE, Book};
use crate::kinds::case_file::is_id;
use crate::kinds::{KINDS, KindInfo, KindNames};
use crate::load::shape::shape;
use crate::load::{self, Folder, FolderFile, tree};
use crate::values::Language;

/// Add a case or a part of a course to a book: a commented form to fill in
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  casebook new client acme-ltd --name \"Acme Ltd.\"     writes clients/acme-ltd.toml
  casebook new lesson credit/ratios                   writes lessons/credit/ratios.zh.md and .en.md
  casebook new exercise credit/quick --kind numeric   writes exercises/credit/quick.toml")]
pub(super) struct NewArguments {
    /// What to add
    #[arg(value_parser = kind_parser())]
    part: String,
    /// The case's id: letters, digits, - and _; it stands in addresses and file names. Of a lesson
    /// or an exercise SECTION/ID
    id: String,
    /// The book's folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    book: PathBuf,
    /// The case's name; the id where absent
    #[arg(long)]
    name: Option<String>,
    /// How an exercise is answered; single where absent
    #[arg(long, value_parser = exercise::kind_parser())]
    kind: Option<String>,
}

/// What exercises are called here.
const EXERCISE: &str = "exercise";

/// How something that is no case is added.
type Add = fn(&NewArguments) -> Result<(), Outcome>;

/// What is no case, the parts of a course foremost: name, where it is written, and how it is added.
const PARTS: [(&str, &str, Add); 5] = [
    ("lesson", "written as lessons/SECTION/ID.zh.md and ID.en.md", lesson::add),
    (EXERCISE, "written as exercises/SECTION/ID.toml", exercise::add),
    ("glossary", "written as glossary/ID.toml", course::glossary),
    ("model", "the built-in credit model, to be changed; written as models/ID.toml", model::add),
    ("note", "a teaching note, written as teaching/ID.zh.md and ID.en.md", course::note),
];

fn kind_parser() -> PossibleValuesParser {
    PossibleValuesParser::new(
        KINDS
            .iter()
            .map(|kind| PossibleValue::new(kind.names.name).help(format!("written as {}/ID.toml", kind.names.folder)))
            .chain(PARTS.map(|(name, help, _)| PossibleValue::new(name).help(help))),
    )
}

pub(super) fn run(arguments: &NewArguments) -> Outcome {
    if arguments.kind.is_some() && arguments.part != EXERCISE {
        let hint = "leave --kind out, or write `casebook new exercise SECTION/ID --kind KIND`";
        return refuse("only exercises are of several kinds", hint);
    }
    let part = PARTS.iter().find(|(name, ..)| *name == arguments.part);
    let added = match (KindInfo::named(&arguments.part), part) {
        (Some(kind), _) => add(arguments, kind.names),
        (None, Some((.., add))) => add(arguments),
        (None, None) => Err(Outcome::Failed),
    };
    match added {
        Ok(()) => Outcome::Clean,
        Err(outcome) => outcome,
    }
}

fn add(arguments: &NewArguments, kind: KindNames) -> Result<(), Outcome> {
    let folder = Folder::new(&arguments.book);
    if !folder.holds(BOOK_FILE) {
        let message = format!("`{}` holds no {BOOK_FILE}", arguments.book.display());
        return Err(refuse(&message, "name the book's folder with --book, or begin one with `casebook init DIR`"));
    }
    let book = settings(&folder)?;
    free(&folder, kind, &arguments.id)?;
    if arguments.name.as_deref().is_some_and(|name| name.trim().is_empty()) {
        return Err(refuse("the name is empty", "write it in quotation marks, or leave --name out"));
    }
    let path = format!("{}/{}.toml", kind.folder, arguments.id);
    let text = form(arguments, kind, &folder, &book);
    files::create(folder.root(), &[(path.clone(), text)])
        .map_err(|error| refuse(&error.to_string(), "choose another id"))?;
    let place = arguments.book.join(&path);
    let dir = shell_word(&arguments.book.display().to_string());
    say(&harmless(&format!("wrote {}\n\nnext: fill it in, then\n  casebook check {dir}", place.display())));
    Ok(())
}

pub(super) fn refuse(message: &str, hint: &str) -> Outcome {
    tell(&format!("error: {}\nhelp: {hint}", harmless(message)));
    Outcome::Failed
}

/// The book's settings, even where it has no client yet.
fn settings(folder: &Folder) -> Result<BookFile, Outcome> {
    let unsound = |problems: &[_], sources: &Sources| {
        problems::report(problems, sources, Format::Text, None);
        Outcome::Problems
    };
    let source = folder.read(BOOK_FILE).map_err(|problem| unsound(&[problem], &Sources::new()))?;
    let read = load::read::<BookFile>(&source, &shape::<BookFile>()).map(|(book, _)| book);
    read.map_err(|problems| unsound(&problems, &Sources::from([(BOOK_FILE.to_owned(), source.clone())])))
}

/// Refuses an id that cannot serve as one or that a case of the same kind has.
fn free(folder: &Folder, kind: KindNames, id: &str) -> Result<(), Outcome> {
    if !is_id(id) {
        let hint = "use letters, digits, - and _, such as acme-ltd; an id stands in addresses and file names";
        return Err(refuse(&format!("`{id}` cannot serve as an id"), hint));
    }
    let (cases, _) = folder.files(kind.folder, "toml", &[]).unwrap_or_default();
    match cases.iter().find(|file| id_of(folder, file).to_lowercase() == id.to_lowercase()) {
        Some(file) => {
            Err(refuse(&format!("the id `{id}` is that of {}; nothing was written", file.path), "choose another id"))
        }
        None => Ok(()),
    }
}

/// The id that a case's file gives, or its name where it gives none or cannot be read.
fn id_of(folder: &Folder, file: &FolderFile) -> String {
    let written = folder.read(&file.path).ok().and_then(|source| {
        let tree = tree::parse(&source).ok()?;
        let id = tree.get_ref().get("id")?.get_ref().as_str()?.trim().to_owned();
        Some(id)
    });
    written.unwrap_or_else(|| file.stem.clone())
}

fn form(arguments: &NewArguments, kind: KindNames, folder: &Folder, book: &BookFile) -> String {
    let name = arguments.name.as_deref().unwrap_or(&arguments.id).trim();
    let values = [
        ("name", toml_string(name)),
        ("id", toml_string(&arguments.id)),
        ("currency", toml_string(&book.currency)),
        ("industries", industries(folder)),
    ];
    let languages = if book.languages.is_empty() { &Language::ALL[..] } else { &book.languages };
    Starter { languages, as_of: book.as_of.0, values: &values }.fill(kind.form)
}

/// The industries that the book's model has standards for, those of the shipped one where the
/// book cannot be opened.
fn industries(folder: &Folder) -> String {
    let fallback = || "construction, electronics, food, machinery, software, trade".to_owned();
    let Ok(book) = Book::open(folder) else { return fallback() };
    let plain = |id: &&String| id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
    let ids: Vec<_> = book.model.industries.keys().filter(plain).map(String::as_str).collect();
    if ids.is_empty() { "…".to_owned() } else { ids.join(", ") }
}
