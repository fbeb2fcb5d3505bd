//! `casebook new glossary` and `new note`, and what all parts of a course have in common.

use super::{NewArguments, refuse, settings};
use crate::cli::starter::{Starter, toml_string};
use crate::cli::terminal::{harmless, say};
use crate::cli::{Outcome, files, shell_word};
use crate::kinds::book::BOOK_FILE;
use crate::kinds::book::schema::BookFile;
use crate::kinds::case_file::is_id;
use crate::kinds::course::forms::note_headings;
use crate::load::Folder;
use crate::values::Language;

const GLOSSARY: &str = include_str!("../../../templates/new/glossary.toml");
const NOTE: &str = include_str!("../../../templates/new/note.md");

/// The folder of a book that is sound enough to be added to.
pub(super) fn opened(arguments: &NewArguments) -> Result<(Folder, BookFile), Outcome> {
    let folder = Folder::new(&arguments.book);
    if !folder.holds(BOOK_FILE) {
        let message = format!("`{}` holds no {BOOK_FILE}", arguments.book.display());
        return Err(refuse(&message, "name the book's folder with --book, or begin one with `casebook init DIR`"));
    }
    let book = settings(&folder)?;
    Ok((folder, book))
}

/// The languages of a book.
pub(super) fn languages(book: &BookFile) -> &[Language] {
    if book.languages.is_empty() { &Language::ALL } else { &book.languages }
}

/// Refuses a section that the course does not have.
pub(super) fn section<'a>(arguments: &'a NewArguments, book: &BookFile) -> Result<(&'a str, &'a str), Outcome> {
    let Some((section, id)) = arguments.id.split_once('/').filter(|(section, id)| is_id(section) && is_id(id)) else {
        let message = format!("`{}` is not a section with an id", arguments.id);
        return Err(refuse(&message, "write SECTION/ID, such as credit/ratios, with letters, digits, - and _"));
    };
    let sections = book.course.iter().flat_map(|course| &course.sections);
    if !sections.clone().any(|known| known.id.trim() == section) {
        let known: Vec<_> = sections.map(|section| section.id.trim()).collect();
        let hint = if known.is_empty() {
            "add `[course]` and `[[course.sections]]` to casebook.toml first".to_owned()
        } else {
            format!("write one of {}, or add it to casebook.toml", known.join(", "))
        };
        return Err(refuse(&format!("the course has no section `{section}`"), &hint));
    }
    Ok((section, id))
}

/// Writes `texts`, and says so and what to do next.
pub(super) fn write(
    arguments: &NewArguments,
    folder: &Folder,
    texts: &[files::NewFile],
    next: &str,
) -> Result<(), Outcome> {
    files::create(folder.root(), texts).map_err(|error| refuse(&error.to_string(), "choose another id"))?;
    let places: Vec<_> = texts.iter().map(|(path, _)| arguments.book.join(path).display().to_string()).collect();
    let dir = shell_word(&arguments.book.display().to_string());
    say(&harmless(&format!("wrote {}\n\nnext: {next}, then\n  casebook check {dir}", places.join(" and "))));
    Ok(())
}

/// Writes `glossary/ID.toml`, with one term of that id.
pub(super) fn glossary(arguments: &NewArguments) -> Result<(), Outcome> {
    let (folder, book) = opened(arguments)?;
    let id = plain_id(arguments)?;
    let values = [("id", toml_string(id))];
    let text = Starter { languages: languages(&book), as_of: book.as_of.0, values: &values }.fill(GLOSSARY);
    write(arguments, &folder, &[(format!("glossary/{id}.toml"), text)], "write it")
}

/// Writes `teaching/ID.zh.md` and `ID.en.md`.
pub(super) fn note(arguments: &NewArguments) -> Result<(), Outcome> {
    let (folder, book) = opened(arguments)?;
    let id = plain_id(arguments)?;
    let case = folder.files("clients", "toml", &[]).ok().and_then(|(files, _)| Some(files.first()?.stem.clone()));
    let texts = languages(&book).iter().map(|&language| {
        let mut values = vec![
            ("title", toml_string(arguments.name.as_deref().unwrap_or(id).trim())),
            ("case", toml_string(case.as_deref().unwrap_or("ID"))),
        ];
        let headings = note_headings(language).map(ToOwned::to_owned);
        values.extend(["one", "two", "three", "four", "five"].into_iter().zip(headings));
        let text = Starter { languages: &[language], as_of: book.as_of.0, values: &values }.fill(NOTE);
        (format!("teaching/{id}.{}.md", language.code()), text)
    });
    write(arguments, &folder, &texts.collect::<Vec<_>>(), "write it")
}

pub(super) fn plain_id(arguments: &NewArguments) -> Result<&str, Outcome> {
    if is_id(&arguments.id) {
        return Ok(&arguments.id);
    }
    let message = format!("`{}` cannot serve as an id", arguments.id);
    Err(refuse(&message, "use letters, digits, - and _; an id stands in addresses and file names"))
}
