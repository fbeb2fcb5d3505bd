//! `casebook new lesson`: a lesson to write, in every language of the book.

use super::NewArguments;
use super::course::{languages, opened, section, write};
use crate::cli::Outcome;
use crate::cli::starter::{Starter, toml_string};
use crate::load::Folder;
use crate::values::Words;

const FORM: &str = include_str!("../../../templates/new/lesson.md");
const FIRST: Words = Words { zh: "第一节", en: "First part" };

/// Writes the files of the lesson `SECTION/ID`.
pub(super) fn add(arguments: &NewArguments) -> Result<(), Outcome> {
    let (folder, book) = opened(arguments)?;
    let (section, id) = section(arguments, &book)?;
    let title = arguments.name.as_deref().unwrap_or(id).trim();
    let order = next(&folder, section).to_string();
    let case = folder.files("clients", "toml", &[]).ok().and_then(|(files, _)| Some(files.first()?.stem.clone()));
    let case = case.unwrap_or_else(|| "ID".to_owned());
    let texts = languages(&book).iter().map(|&language| {
        let values = [
            ("title", toml_string(title)),
            ("order", order.clone()),
            ("first", FIRST.get(language).to_owned()),
            ("case", case.clone()),
        ];
        let text = Starter { languages: &[language], as_of: book.as_of.0, values: &values }.fill(FORM);
        (format!("lessons/{section}/{id}.{}.md", language.code()), text)
    });
    write(arguments, &folder, &texts.collect::<Vec<_>>(), "write it")
}

/// The number after that of the last lesson of a section, which are counted by their files.
fn next(folder: &Folder, section: &str) -> usize {
    let (files, _) = folder.files(&format!("lessons/{section}"), "md", &[]).unwrap_or_default();
    let mut ids: Vec<_> = files.iter().filter_map(|file| Some(file.stem.rsplit_once('.')?.0)).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.len() + 1
}
