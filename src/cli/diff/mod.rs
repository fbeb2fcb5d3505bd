//! `casebook diff`: what stands otherwise than before, and which input did it. Reading the two states
//! and the exit code stand here; [`text`], [`markdown`] and [`json`] write the result down, from the
//! phrases of [`phrases`].

mod json;
mod markdown;
mod phrases;
mod text;

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use rust_decimal::Decimal;
use serde::Serialize;

use super::check::Manner;
use super::terminal::{harmless, say, tell, width};
use super::{Format, Outcome, problems};
use crate::build::snapshot::{State, Unread, snapshot};
use crate::kinds::{client, survey};
use crate::load::Folder;
use crate::values::Language;
use phrases::Phrases;

/// Compare two states of a book: what differs, and which input did it
#[derive(Debug, clap::Args)]
#[command(after_help = "\
OLD and NEW are each a book (a folder with casebook.toml) or a site that `casebook build` made.

Examples:
  casebook diff public .                          what has changed since the last build
  casebook diff ../main/book book --format markdown > comment.md
  casebook diff old new --exit-code               1 where they differ, 2 where one cannot be read

Without --exit-code differences are no failure: 0.")]
pub(super) struct DiffArguments {
    /// The old state: a book or a built site
    old: PathBuf,
    /// The new state: a book or a built site
    new: PathBuf,
    /// How to write the differences
    #[arg(long, value_enum, default_value_t)]
    format: DiffFormat,
    /// The largest difference of two scores, in points, that is passed over
    #[arg(long, value_name = "POINTS", default_value = "0.05", value_parser = points)]
    least: Decimal,
    /// End with 1 where the states differ, and with 2 where one of them cannot be read
    #[arg(long)]
    exit_code: bool,
    /// The language of names and measures
    #[arg(long, value_parser = ["zh", "en"], default_value = "en")]
    lang: String,
}

/// How differences are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum DiffFormat {
    /// For a terminal
    #[default]
    Text,
    /// A table for a pull request
    Markdown,
    /// For programs
    Json,
}

fn points(text: &str) -> Result<Decimal, String> {
    let value: Decimal = text.parse().map_err(|_| "not a number such as 0.05".to_owned())?;
    if value.is_sign_negative() { Err("must not be negative".to_owned()) } else { Ok(value) }
}

pub(super) fn run(arguments: &DiffArguments) -> Outcome {
    let read = |path: &Path| snapshot(path).map_err(|unread| refused(&unread, arguments.exit_code));
    let (old, new) = match (read(&arguments.old), read(&arguments.new)) {
        (Ok(old), Ok(new)) => (old, new),
        (Err(outcome), Ok(_)) | (Ok(_), Err(outcome)) => return outcome,
        (Err(one), Err(other)) => return if one == other { one } else { Outcome::Failed },
    };
    written(arguments, &old, &new)
}

/// How two states differ.
#[derive(Debug, Serialize)]
struct Differences {
    #[serde(flatten)]
    clients: client::compare::Comparison,
    surveys: survey::compare::Comparison,
}

impl Differences {
    /// Scores that differ by no more than `least` count as equal.
    fn between(old: &State, new: &State, least: Decimal) -> Self {
        Differences {
            clients: client::compare::compare(&old.clients, &new.clients, least),
            surveys: survey::compare::compare(&old.surveys, &new.surveys),
        }
    }

    fn is_empty(&self) -> bool {
        self.clients.is_empty() && self.surveys.is_empty()
    }
}

fn written(arguments: &DiffArguments, old: &State, new: &State) -> Outcome {
    let differences = Differences::between(old, new, arguments.least);
    let language = if arguments.lang == Language::Zh.code() { Language::Zh } else { Language::En };
    let phrases = Phrases { language };
    match arguments.format {
        DiffFormat::Text => say(&text::text(&differences, phrases, width())),
        DiffFormat::Markdown => say(&markdown::markdown(&differences, phrases)),
        DiffFormat::Json => say(&json::json(&differences)),
    }
    if arguments.exit_code && !differences.is_empty() { Outcome::Problems } else { Outcome::Clean }
}

/// Says why a state cannot be read. With `--exit-code` that is never 1, which means that the states
/// differ.
fn refused(unread: &Unread, exit_code: bool) -> Outcome {
    let outcome = match unread {
        Unread::Book(folder) => {
            let outcome = super::check::report(&Folder::new(folder), Manner::default());
            if outcome == Outcome::Clean { Outcome::Problems } else { outcome }
        }
        Unread::Cases { problems, sources, .. } => problems::report(problems, sources, Format::Text, None),
        Unread::Missing(_) | Unread::Neither(_) | Unread::Data { .. } | Unread::Twice { .. } => Outcome::Failed,
    };
    tell(&harmless(&format!("error: {unread}\n  = help: {}", help(unread))));
    if exit_code { Outcome::Failed } else { outcome }
}

const fn help(unread: &Unread) -> &'static str {
    match unread {
        Unread::Missing(_) | Unread::Neither(_) => "name a book's folder, or the output folder of `casebook build`",
        Unread::Book(_) | Unread::Cases { .. } => "mend them first, see `casebook check`",
        Unread::Data { .. } | Unread::Twice { .. } => "build the site again with this version, or compare the books",
    }
}
