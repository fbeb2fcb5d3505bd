//! Reads the state of all clients from a folder: a book, which is assessed as a build would, or a
//! build, whose data files are read. Nothing is written.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::error::Category;
use thiserror::Error;

use super::each_case;
use crate::kinds::Work;
use crate::kinds::book::Book;
use crate::kinds::client::Clients;
use crate::kinds::client::compare::Records;
use crate::kinds::client::record::Record;
use crate::kinds::kind::CaseKind;
use crate::load::{Folder, Source};
use crate::publish::{MANIFEST, listed};
use crate::values::{Problem, Severity};

/// Where the data files of clients stand in a build.
const DATA: &str = "data/clients/";
/// The table that every build has, with or without clients.
const TABLE: &str = "data/clients.csv";

/// Why a state cannot be read.
#[derive(Debug, Error)]
pub enum Unread {
    /// No folder at all.
    #[error("there is no folder `{}`", .0.display())]
    Missing(PathBuf),
    /// A folder of another sort.
    #[error(
        "`{}` is neither a book (it holds no casebook.toml) nor a site that casebook built (it holds no {MANIFEST} with data of clients)",
        .0.display()
    )]
    Neither(PathBuf),
    /// The book's settings or its model have errors.
    #[error("the book in `{}` has errors", .0.display())]
    Book(PathBuf),
    /// Clients of the book have errors.
    #[error("clients of the book in `{}` have errors", .folder.display())]
    Clients {
        /// The book.
        folder: PathBuf,
        /// What is wrong.
        problems: Vec<Problem>,
        /// The texts that it stands in, by path.
        sources: BTreeMap<String, Source>,
    },
    /// A data file cannot be used.
    #[error("`{}` {reason}", file.display())]
    Data {
        /// The data file.
        file: PathBuf,
        /// Why not.
        reason: String,
    },
    /// Two data files are of the same client.
    #[error("`{}` and `{}` both say that they are of the client `{id}`", first.display(), second.display())]
    Twice {
        /// The client.
        id: String,
        /// One of the files.
        first: PathBuf,
        /// The other.
        second: PathBuf,
    },
}

/// The clients of the book or build in `folder`.
///
/// # Errors
/// The folder is neither, or something in it cannot be read.
pub fn snapshot(folder: &Path) -> Result<Records, Unread> {
    if folder.join("casebook.toml").is_file() {
        return of_book(folder);
    }
    if !folder.is_dir() {
        return Err(Unread::Missing(folder.to_owned()));
    }
    match listed(folder) {
        Some(files) if files.contains(TABLE) => of_build(folder, &files),
        _ => Err(Unread::Neither(folder.to_owned())),
    }
}

/// Every client of a book, assessed as a build in the book's first language does.
fn of_book(path: &Path) -> Result<Records, Unread> {
    let folder = Folder::new(path);
    let book = Book::open(&folder).map_err(|_| Unread::Book(path.to_owned()))?;
    let first = book.settings.languages.first().copied().unwrap_or(crate::values::Language::En);
    let edition = book.edition(first, false, false);
    let record = |work: &Work<'_, Clients>| Ok((work.source.path.clone(), Clients::record(work, edition)));
    let files = book.cases.of(Clients::NAMES.folder);
    let pass = each_case::<Clients, _, _>(&folder, &book, files, || (), |(), work| record(work));
    let errors: Vec<_> = pass.problems.into_iter().filter(|problem| problem.severity == Severity::Error).collect();
    if !errors.is_empty() {
        return Err(Unread::Clients { folder: path.to_owned(), problems: errors, sources: pass.sources });
    }
    let read = |(file, record): (String, serde_json::Result<Record>)| {
        let record = record.map_err(|error| data(path.join(file), error.to_string()))?;
        Ok((record.id.clone(), record))
    };
    pass.results.into_iter().map(read).collect()
}

/// The clients whose data files the manifest of a build lists.
fn of_build(folder: &Path, listed: &BTreeSet<String>) -> Result<Records, Unread> {
    let is_client = |path: &&String| {
        let name = path.strip_prefix(DATA).and_then(|name| name.strip_suffix(".json"));
        name.is_some_and(|name| !name.contains(['/', '\\']))
    };
    let (mut records, mut files) = (Records::new(), BTreeMap::new());
    for path in listed.iter().filter(is_client) {
        let file = folder.join(path);
        let record = read(&file)?;
        if let Some(first) = files.insert(record.id.clone(), file.clone()) {
            return Err(Unread::Twice { id: record.id, first, second: file });
        }
        records.insert(record.id.clone(), record);
    }
    Ok(records)
}

fn read(file: &Path) -> Result<Record, Unread> {
    let text = fs::read_to_string(file).map_err(|error| data(file.to_owned(), format!("cannot be read: {error}")))?;
    Record::read(&text).map_err(|error| {
        let reason = match error.classify() {
            Category::Data => {
                format!("is not the data file of a client as this version of casebook writes it: {error}")
            }
            _ => format!("is not JSON: {error}"),
        };
        data(file.to_owned(), reason)
    })
}

fn data(file: PathBuf, reason: String) -> Unread {
    Unread::Data { file, reason }
}
