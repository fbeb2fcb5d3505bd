//! `casebook schema`: the JSON Schema of each kind of file, made from the types that read it.

use std::fs;
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser};
use serde_json::{Map, Value};

use super::Outcome;
use super::files::NewFile;
use super::terminal::{harmless, say, tell};
use crate::kinds::KINDS;
use crate::kinds::book::SCHEMA;
use crate::kinds::book::schema::BookFile;
use crate::kinds::course::exercise::ExerciseFile;
use crate::kinds::course::schema::{GlossaryFile, LessonHead, NoteHead};
use crate::kinds::credit_model::schema::ModelFile;
use crate::load::shape::schema;

/// Print the JSON Schema of a kind of file, for editors
///
/// Files of a book name their schema in the first line, `#:schema ../schema/client.json`, which
/// editors with TOML support follow.
#[derive(Debug, clap::Args)]
pub(super) struct SchemaArguments {
    /// The kind of file
    #[arg(value_parser = kind_parser(), required_unless_present = "write")]
    kind: Option<String>,
    /// Write all of them as casebook.json, client.json and so on, replacing those that are there
    #[arg(long, value_name = "DIR", conflicts_with = "kind")]
    write: Option<PathBuf>,
}

/// A kind of file.
struct FileKind {
    name: &'static str,
    title: &'static str,
    schema: fn() -> Value,
}

impl FileKind {
    /// The settings, the kinds of case, the model, and what a course is made of.
    fn all() -> impl Iterator<Item = FileKind> {
        let settings =
            FileKind { name: "casebook", title: "Settings of a casebook (casebook.toml)", schema: schema::<BookFile> };
        let model = FileKind {
            name: "model",
            title: "Credit model of a casebook (models/*.toml)",
            schema: schema::<ModelFile>,
        };
        let cases =
            KINDS.iter().map(|kind| FileKind { name: kind.names.name, title: kind.names.schema, schema: kind.schema });
        let course = [
            FileKind {
                name: "exercise",
                title: "Exercise of a course (exercises/**/*.toml)",
                schema: schema::<ExerciseFile>,
            },
            FileKind { name: "lesson", title: "Head of a lesson (lessons/**/*.md)", schema: schema::<LessonHead> },
            FileKind { name: "note", title: "Head of a teaching note (teaching/*.md)", schema: schema::<NoteHead> },
            FileKind {
                name: "glossary",
                title: "Glossary of a course (glossary.toml)",
                schema: schema::<GlossaryFile>,
            },
        ];
        std::iter::once(settings).chain(cases).chain([model]).chain(course)
    }

    /// The schema with its name and title, as the text of a file.
    fn text(&self) -> String {
        let mut named = Map::new();
        if let Value::Object(mut schema) = (self.schema)() {
            named.extend(schema.shift_remove("$schema").map(|draft| ("$schema".to_owned(), draft)));
            named.insert("$id".to_owned(), format!("urn:casebook:schema:{SCHEMA}:{}", self.name).into());
            named.insert("title".to_owned(), self.title.into());
            schema.shift_remove("title");
            named.extend(schema);
        }
        let mut text = serde_json::to_string_pretty(&named).unwrap_or_default();
        text.push('\n');
        text
    }
}

fn kind_parser() -> PossibleValuesParser {
    PossibleValuesParser::new(FileKind::all().map(|kind| PossibleValue::new(kind.name).help(kind.title)))
}

/// The schemas as files of the folder `dir`.
pub(super) fn files(dir: &str) -> impl Iterator<Item = NewFile> {
    FileKind::all().map(move |kind| (format!("{dir}/{}.json", kind.name), kind.text()))
}

pub(super) fn run(arguments: &SchemaArguments) -> Outcome {
    if let Some(dir) = &arguments.write {
        return write(dir);
    }
    if let Some(kind) = FileKind::all().find(|kind| arguments.kind.as_deref() == Some(kind.name)) {
        say(kind.text().trim_end());
    }
    Outcome::Clean
}

fn write(dir: &Path) -> Outcome {
    let written = fs::create_dir_all(dir).and_then(|()| {
        FileKind::all().try_for_each(|kind| fs::write(dir.join(format!("{}.json", kind.name)), kind.text()))
    });
    match written {
        Ok(()) => {
            let names: Vec<_> = FileKind::all().map(|kind| format!("{}.json", kind.name)).collect();
            say(&harmless(&format!("wrote {} in {}", names.join(", "), dir.display())));
            Outcome::Clean
        }
        Err(error) => {
            tell(&harmless(&format!("error: the schemas cannot be written in `{}`: {error}", dir.display())));
            Outcome::Failed
        }
    }
}
