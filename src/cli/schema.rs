//! `casebook schema`: the JSON Schema of each kind of file, made from the types that read it.

use std::fs;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde_json::{Map, Value};

use super::Outcome;
use super::files::NewFile;
use super::terminal::{harmless, say, tell};
use crate::kinds::book::SCHEMA;
use crate::kinds::book::schema::BookFile;
use crate::kinds::client::schema::ClientFile;
use crate::kinds::credit_model::schema::ModelFile;
use crate::load::shape::schema;

/// Print the JSON Schema of a kind of file, for editors
///
/// Files of a book name their schema in the first line, `#:schema ../schema/client.json`, which
/// editors with TOML support follow.
#[derive(Debug, clap::Args)]
pub(super) struct SchemaArguments {
    /// The kind of file
    #[arg(value_enum, required_unless_present = "write")]
    kind: Option<Kind>,
    /// Write all three as casebook.json, client.json and model.json, replacing those that are there
    #[arg(long, value_name = "DIR", conflicts_with = "kind")]
    write: Option<PathBuf>,
}

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// The settings, casebook.toml
    Casebook,
    /// A client, clients/*.toml
    Client,
    /// A credit model, models/*.toml
    Model,
}

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Kind::Casebook => "casebook",
            Kind::Client => "client",
            Kind::Model => "model",
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Kind::Casebook => "Settings of a casebook (casebook.toml)",
            Kind::Client => "Client of a casebook (clients/*.toml)",
            Kind::Model => "Credit model of a casebook (models/*.toml)",
        }
    }

    fn schema(self) -> Value {
        match self {
            Kind::Casebook => schema::<BookFile>(),
            Kind::Client => schema::<ClientFile>(),
            Kind::Model => schema::<ModelFile>(),
        }
    }

    /// The schema with its name and title, as the text of a file.
    fn text(self) -> String {
        let mut named = Map::new();
        if let Value::Object(mut schema) = self.schema() {
            named.extend(schema.shift_remove("$schema").map(|draft| ("$schema".to_owned(), draft)));
            named.insert("$id".to_owned(), format!("urn:casebook:schema:{SCHEMA}:{}", self.name()).into());
            named.insert("title".to_owned(), self.title().into());
            schema.shift_remove("title");
            named.extend(schema);
        }
        let mut text = serde_json::to_string_pretty(&named).unwrap_or_default();
        text.push('\n');
        text
    }
}

/// The schemas as files of the folder `dir`.
pub(super) fn files(dir: &str) -> impl Iterator<Item = NewFile> {
    Kind::value_variants().iter().map(move |kind| (format!("{dir}/{}.json", kind.name()), kind.text()))
}

pub(super) fn run(arguments: &SchemaArguments) -> Outcome {
    if let Some(dir) = &arguments.write {
        return write(dir);
    }
    if let Some(kind) = arguments.kind {
        say(kind.text().trim_end());
    }
    Outcome::Clean
}

fn write(dir: &Path) -> Outcome {
    let written = fs::create_dir_all(dir).and_then(|()| {
        Kind::value_variants()
            .iter()
            .try_for_each(|kind| fs::write(dir.join(format!("{}.json", kind.name())), kind.text()))
    });
    match written {
        Ok(()) => {
            say(&harmless(&format!("wrote casebook.json, client.json and model.json in {}", dir.display())));
            Outcome::Clean
        }
        Err(error) => {
            tell(&harmless(&format!("error: the schemas cannot be written in `{}`: {error}", dir.display())));
            Outcome::Failed
        }
    }
}
