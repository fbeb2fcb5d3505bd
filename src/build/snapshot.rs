//! Reads the state of all cases that are compared from a folder: a book, which is assessed as a build
//! would, or a build, whose data files are read. Nothing is written.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::error::Category;
use thiserror::Error;

use super::each_case;
use crate::kinds::Work;
use crate::kinds::book::Book;
use crate::kinds::client::Clients;
use crate::kinds::compare::Compared;
use crate::kinds::survey::Surveys;
use crate::load::{Folder, Source};
use crate::publish::{MANIFEST, listed};
use crate::values::{Language, Problem, Severity};

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
    /// Cases of the book have errors.
    #[error("cases of the book in `{}` have errors", .folder.display())]
    Cases {
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
    /// Two data files are of the same case.
    #[error("`{}` and `{}` both say that they are of the {kind} `{id}`", first.display(), second.display())]
    Twice {
        /// What they are of.
        kind: &'static str,
        /// The case.
        id: String,
        /// One of the files.
        first: PathBuf,
        /// The other.
        second: PathBuf,
    },
}

/// The cases of one kind, by id.
type Records<K> = BTreeMap<String, <K as Compared>::Record>;

/// What is compared of a book or a build.
#[derive(Debug, Default)]
pub struct State {
    /// The clients, by id.
    pub clients: Records<Clients>,
    /// The surveys, by id.
    pub surveys: Records<Surveys>,
}

/// The state of the book or build in `folder`.
///
/// # Errors
/// The folder is neither, or something in it cannot be read.
pub fn snapshot(folder: &Path) -> Result<State, Unread> {
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

/// The state of a book: all errors of its cases are told together.
fn of_book(path: &Path) -> Result<State, Unread> {
    let folder = Folder::new(path);
    let book = Book::open(&folder).map_err(|_| Unread::Book(path.to_owned()))?;
    let mut assessed = Assessed { path, folder: &folder, book: &book, problems: Vec::new(), sources: BTreeMap::new() };
    let state = State { clients: assessed.cases::<Clients>()?, surveys: assessed.cases::<Surveys>()? };
    let Assessed { problems, sources, .. } = assessed;
    if problems.is_empty() { Ok(state) } else { Err(Unread::Cases { folder: path.to_owned(), problems, sources }) }
}

/// A book whose cases are assessed as a build in its first language does, with the errors so far.
struct Assessed<'a> {
    path: &'a Path,
    folder: &'a Folder,
    book: &'a Book,
    problems: Vec<Problem>,
    sources: BTreeMap<String, Source>,
}

impl Assessed<'_> {
    /// Every sound case of a kind.
    fn cases<K: Compared>(&mut self) -> Result<Records<K>, Unread> {
        let first = self.book.settings.languages.first().copied().unwrap_or(Language::En);
        let edition = self.book.edition(first, false, false);
        let record = |work: &Work<'_, K>| Ok((work.source.path.clone(), K::read(&K::data(work, edition))));
        let files = self.book.cases.of(K::NAMES.folder);
        let pass = each_case::<K, _, _>(self.folder, self.book, files, || (), |(), work| record(work));
        self.problems.extend(pass.problems.into_iter().filter(|problem| problem.severity == Severity::Error));
        self.sources.extend(pass.sources);
        let read = |(file, record): (String, serde_json::Result<K::Record>)| {
            let record = record.map_err(|error| data(self.path.join(file), error.to_string()))?;
            Ok((K::key(&record).to_owned(), record))
        };
        pass.results.into_iter().map(read).collect()
    }
}

/// The state of a build.
fn of_build(folder: &Path, listed: &BTreeSet<String>) -> Result<State, Unread> {
    Ok(State { clients: published::<Clients>(folder, listed)?, surveys: published::<Surveys>(folder, listed)? })
}

/// The cases of a kind whose data files the manifest of a build lists.
fn published<K: Compared>(folder: &Path, listed: &BTreeSet<String>) -> Result<Records<K>, Unread> {
    let place = format!("data/{}/", K::NAMES.folder);
    let is_case = |path: &&String| {
        let name = path.strip_prefix(&place).and_then(|name| name.strip_suffix(".json"));
        name.is_some_and(|name| !name.contains(['/', '\\']))
    };
    let (mut records, mut files) = (Records::<K>::new(), BTreeMap::new());
    for path in listed.iter().filter(is_case) {
        let file = folder.join(path);
        let record = read::<K>(&file)?;
        let id = K::key(&record).to_owned();
        if let Some(first) = files.insert(id.clone(), file.clone()) {
            return Err(Unread::Twice { kind: K::NAMES.name, id, first, second: file });
        }
        records.insert(id, record);
    }
    Ok(records)
}

fn read<K: Compared>(file: &Path) -> Result<K::Record, Unread> {
    let text = fs::read_to_string(file).map_err(|error| data(file.to_owned(), format!("cannot be read: {error}")))?;
    K::read(&text).map_err(|error| {
        let reason = match error.classify() {
            Category::Data => {
                let kind = K::NAMES.name;
                format!("is not the data file of a {kind} as this version of casebook writes it: {error}")
            }
            _ => format!("is not JSON: {error}"),
        };
        data(file.to_owned(), reason)
    })
}

fn data(file: PathBuf, reason: String) -> Unread {
    Unread::Data { file, reason }
}
