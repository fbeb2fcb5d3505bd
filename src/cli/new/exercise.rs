//! `casebook new exercise`: an exercise to write, of any kind.

use clap::builder::{PossibleValue, PossibleValuesParser};

use super::NewArguments;
use super::course::{languages, opened, section, write};
use crate::cli::Outcome;
use crate::cli::starter::{Starter, toml_string};

/// What exercises of every kind begin with.
const HEAD: &str = include_str!("../../../templates/new/exercise.toml");

/// The kinds: name, how it is answered, and what follows the head.
const KINDS: [(&str, &str, &str); 7] = [
    ("open", "in words", include_str!("../../../templates/new/exercise/open.toml")),
    ("single", "by one of several choices", include_str!("../../../templates/new/exercise/single.toml")),
    ("multiple", "by all choices that are right", include_str!("../../../templates/new/exercise/multiple.toml")),
    ("classification", "by sorting", include_str!("../../../templates/new/exercise/classification.toml")),
    ("matching", "by finding pairs", include_str!("../../../templates/new/exercise/matching.toml")),
    ("numeric", "by a number that the engine knows", include_str!("../../../templates/new/exercise/numeric.toml")),
    ("file", "by a case file that the engine marks", include_str!("../../../templates/new/exercise/file.toml")),
];

/// The kind where none is named.
const USUAL: &str = "single";

pub(super) fn kind_parser() -> PossibleValuesParser {
    PossibleValuesParser::new(KINDS.map(|(name, help, _)| PossibleValue::new(name).help(help)))
}

/// Writes `exercises/SECTION/ID.toml`.
pub(super) fn add(arguments: &NewArguments) -> Result<(), Outcome> {
    let (folder, book) = opened(arguments)?;
    let (section, id) = section(arguments, &book)?;
    let (lessons, _) = folder.files(&format!("lessons/{section}"), "md", &[]).unwrap_or_default();
    let lesson = lessons.iter().find_map(|file| Some(file.stem.rsplit_once('.')?.0)).unwrap_or("ID");
    let (others, _) = folder.files(&format!("exercises/{section}"), "toml", &[]).unwrap_or_default();
    let kind = arguments.kind.as_deref().unwrap_or(USUAL);
    let values = [
        ("kind", toml_string(kind)),
        ("title", toml_string(arguments.name.as_deref().unwrap_or(id).trim())),
        ("lesson", toml_string(&format!("{section}/{lesson}"))),
        ("order", (others.len() + 1).to_string()),
    ];
    let body = KINDS.iter().find(|(name, ..)| *name == kind).map_or("", |(.., body)| *body);
    let starter = Starter { languages: languages(&book), as_of: book.as_of.0, values: &values };
    let text = starter.fill(HEAD) + &starter.fill(body);
    write(arguments, &folder, &[(format!("exercises/{section}/{id}.toml"), text)], "write it")
}
