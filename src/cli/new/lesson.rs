//! `casebook new lesson`: a lesson to write, in every language of the book.

use super::{NewArguments, refuse, settings};
use crate::cli::starter::{Starter, toml_string};
use crate::cli::terminal::{harmless, say};
use crate::cli::{Outcome, files, shell_word};
use crate::kinds::book::BOOK_FILE;
use crate::kinds::case_file::is_id;
use crate::load::Folder;
use crate::values::{Language, Words};

const FORM: &str = include_str!("../../../templates/new/lesson.md");
const FIRST: Words = Words { zh: "第一节", en: "First part" };

/// Writes the files of the lesson `SECTION/ID`.
pub(super) fn add(arguments: &NewArguments) -> Result<(), Outcome> {
    let folder = Folder::new(&arguments.book);
    if !folder.holds(BOOK_FILE) {
        let message = format!("`{}` holds no {BOOK_FILE}", arguments.book.display());
        return Err(refuse(&message, "name the book's folder with --book, or begin one with `casebook init DIR`"));
    }
    let book = settings(&folder)?;
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
    let title = arguments.name.as_deref().unwrap_or(id).trim();
    let order = next(&folder, section).to_string();
    let case = folder.files("clients", "toml", &[]).ok().and_then(|(files, _)| Some(files.first()?.stem.clone()));
    let case = case.unwrap_or_else(|| "ID".to_owned());
    let languages = if book.languages.is_empty() { &Language::ALL[..] } else { &book.languages };
    let texts = languages.iter().map(|&language| {
        let values = [
            ("title", toml_string(title)),
            ("order", order.clone()),
            ("first", FIRST.get(language).to_owned()),
            ("case", case.clone()),
        ];
        let text = Starter { languages: &[language], as_of: book.as_of.0, values: &values }.fill(FORM);
        (format!("lessons/{section}/{id}.{}.md", language.code()), text)
    });
    let texts: Vec<_> = texts.collect();
    files::create(folder.root(), &texts).map_err(|error| refuse(&error.to_string(), "choose another id"))?;
    let places: Vec<_> = texts.iter().map(|(path, _)| arguments.book.join(path).display().to_string()).collect();
    let dir = shell_word(&arguments.book.display().to_string());
    say(&harmless(&format!("wrote {}\n\nnext: write it, then\n  casebook check {dir}", places.join(" and "))));
    Ok(())
}

/// The number after that of the last lesson of a section, which are counted by their files.
fn next(folder: &Folder, section: &str) -> usize {
    let (files, _) = folder.files(&format!("lessons/{section}"), "md", &[]).unwrap_or_default();
    let mut ids: Vec<_> = files.iter().filter_map(|file| Some(file.stem.rsplit_once('.')?.0)).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.len() + 1
}
