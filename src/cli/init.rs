//! `casebook init`: a small book that builds, with one client whose comments explain the format.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use jiff::civil::Date;

use super::files::{self, NewFile};
use super::schema;
use super::starter::{self, Starter};
use super::terminal::{harmless, say, tell};
use super::{Outcome, shell_word};
use crate::kinds::book::BOOK_FILE;
use crate::kinds::credit_model::{SHIPPED_CURRENCY, shipped_in};
use crate::kinds::currency::flaw;
use crate::load::fields::Day;
use crate::values::Language;

/// Write a small book with one commented client
///
/// Writes casebook.toml, clients/example-ltd.toml, a JSON Schema for each kind of file in schema/,
/// and .gitignore; where the currency is not CNY also models/credit.toml, the built-in model with its
/// limits in that currency. Nothing that exists is overwritten. The example's dates fit the as-of date.
#[derive(Debug, clap::Args)]
pub(super) struct InitArguments {
    /// The folder to write; made where it does not exist
    dir: PathBuf,
    /// The languages of the book and of the comments in its files
    #[arg(long, value_enum, default_value_t)]
    lang: Languages,
    /// The book's currency, an ISO 4217 code
    #[arg(long, value_name = "CODE", default_value = "CNY", value_parser = currency)]
    currency: String,
    /// The day of the reports; the clock is never asked
    #[arg(long, value_name = "DATE", default_value = "2026-06-30", value_parser = day)]
    as_of: Date,
}

/// The languages of a new book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Languages {
    /// Chinese.
    Zh,
    /// English.
    En,
    /// Chinese and English.
    #[default]
    Both,
}

impl Languages {
    const fn list(self) -> &'static [Language] {
        match self {
            Languages::Zh => &[Language::Zh],
            Languages::En => &[Language::En],
            Languages::Both => &Language::ALL,
        }
    }
}

fn currency(code: &str) -> Result<String, String> {
    let code = code.to_ascii_uppercase();
    match flaw(&code) {
        None => Ok(code),
        Some((_, message, hint)) => Err(format!("{message}; {hint}")),
    }
}

/// A date around which the example's statements and months exist too.
fn day(text: &str) -> Result<Date, String> {
    let day = Day::parse(text).map_err(|message| format!("{message}; write 2026-06-30"))?.0;
    if (1900..=2200).contains(&day.year()) { Ok(day) } else { Err("write a year from 1900 to 2200".to_owned()) }
}

pub(super) fn run(arguments: &InitArguments) -> Outcome {
    match files::create(&arguments.dir, &files_of(arguments)) {
        Ok(()) => {
            say(&next_steps(&arguments.dir, &arguments.currency));
            Outcome::Clean
        }
        Err(error) => {
            let hint = "choose another folder, or add a client to the book with `casebook new client ID`";
            tell(&format!("error: {}\nhelp: {hint}", harmless(&error.to_string())));
            Outcome::Failed
        }
    }
}

/// The settings come last: what was cut short is not a book.
fn files_of(arguments: &InitArguments) -> Vec<NewFile> {
    let languages = arguments.lang.list();
    let codes: Vec<_> = languages.iter().map(|language| format!("\"{}\"", language.code())).collect();
    let values = [("languages", format!("[{}]", codes.join(", "))), ("currency", arguments.currency.clone())];
    let starter = Starter { languages, as_of: arguments.as_of, values: &values };
    let mut files = vec![(".gitignore".to_owned(), "/public\n".to_owned())];
    files.extend(schema::files("schema"));
    files.push(("clients/example-ltd.toml".to_owned(), starter.fill(starter::EXAMPLE)));
    if arguments.currency != SHIPPED_CURRENCY {
        files.push(("models/credit.toml".to_owned(), shipped_in(&arguments.currency)));
    }
    files.push((BOOK_FILE.to_owned(), starter.fill(starter::BOOK)));
    files
}

fn next_steps(dir: &Path, currency: &str) -> String {
    let model = if currency == SHIPPED_CURRENCY {
        String::new()
    } else {
        format!("  models/credit.toml         the built-in credit model, with its limits in {currency}\n")
    };
    let book = harmless(&shell_word(&dir.display().to_string()));
    format!(
        "wrote a book with one client:\n  \
         casebook.toml              title, languages, the day of the reports\n  \
         clients/example-ltd.toml   a client; its comments explain the format\n\
         {model}  schema/                    lets editors complete and check the files\n\n\
         next:\n  \
         casebook check {book}\n  \
         casebook build {book}\n  \
         casebook new client ID --book {book}"
    )
}
