//! Reads, checks and assesses the clients of a book on every core, in an order that does not
//! show in the result.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::kinds::book::{Book, Known};
use crate::kinds::client::assess::{Assessment, assess};
use crate::kinds::client::case::Client;
use crate::kinds::client::check::{self, Checked, Frame};
use crate::kinds::client::schema::ClientFile;
use crate::load::shape::{Shape, shape};
use crate::load::tree::Tree;
use crate::load::{Folder, FolderFile, Source};
use crate::values::problem::SpanRange;
use crate::values::{Code, Place, Problem};

/// A client that is sound, with all that its pages need.
#[derive(Debug)]
pub struct CaseWork<'a> {
    /// The client.
    pub client: &'a Client,
    /// What follows from its file.
    pub assessment: &'a Assessment,
    /// The text of its file.
    pub source: &'a Source,
    /// The tree of its file, which finds the line of a key path.
    pub tree: &'a Tree<'a>,
}

/// What came of going through a book's clients.
#[derive(Debug)]
pub struct Pass<R> {
    /// What the visitor made of each sound client, in the order of the files.
    pub results: Vec<R>,
    /// Problems of the files, sorted.
    pub problems: Vec<Problem>,
    /// The texts that problems stand in, by path.
    pub sources: BTreeMap<String, Source>,
}

/// Hands every sound client of `book` to `visit`, on every core. Each worker has a state of its
/// own, made by `begin` on the worker's thread.
pub fn each_client<S, R: Send>(
    folder: &Folder,
    book: &Book,
    begin: impl Fn() -> S + Sync,
    visit: impl Fn(&mut S, &CaseWork<'_>) -> Result<R, Vec<Problem>> + Sync,
) -> Pass<R> {
    let known = Known::from(&book.settings);
    let reader = Reader::new(folder, known.frame());
    let done = each_file(&book.clients, begin, |state, file| {
        reader.one(file, |client, source, tree| assessed(book, client, source, tree, |work| visit(state, work)))
    });
    collect(folder, done)
}

/// Checks the client `files` of a book whose settings or model cannot be used, without assessing
/// them.
#[must_use]
pub fn check_clients(folder: &Folder, files: &[FolderFile], known: &Known) -> Pass<()> {
    let reader = Reader::new(folder, known.frame());
    collect(folder, each_file(files, || (), |(), file| reader.one(file, |_, _, _| (Some(()), Vec::new()))))
}

/// Goes through `files` on every core; the result is in their order.
fn each_file<S, R: Send>(
    files: &[FolderFile],
    begin: impl Fn() -> S + Sync,
    one: impl Fn(&mut S, &FolderFile) -> Done<R> + Sync,
) -> Vec<Done<R>> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..workers(files.len()) {
            scope.spawn(|| {
                let mut state = begin();
                let mut mine = Vec::new();
                while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    mine.push(one(&mut state, file));
                }
                done.lock().unwrap_or_else(PoisonError::into_inner).append(&mut mine);
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by(|a, b| a.path.cmp(&b.path));
    done
}

/// One worker for each core, none without work.
fn workers(cases: usize) -> usize {
    thread::available_parallelism().map_or(1, NonZero::get).min(cases).max(1)
}

struct Done<R> {
    path: String,
    id: String,
    /// Where the id is written; none where it is the file's name.
    id_at: Option<SpanRange>,
    result: Option<R>,
    problems: Vec<Problem>,
    /// Kept only where a problem stands in it.
    source: Option<Source>,
}

struct Reader<'b> {
    folder: &'b Folder,
    frame: Frame<'b>,
    shape: Shape,
}

impl<'b> Reader<'b> {
    fn new(folder: &'b Folder, frame: Frame<'b>) -> Self {
        Reader { folder, frame, shape: shape::<ClientFile>() }
    }

    /// Reads and checks one file, and hands its client to `go_on` where nothing is an error.
    fn one<R>(
        &self,
        file: &FolderFile,
        go_on: impl FnOnce(&Client, &Source, &Tree<'_>) -> (Option<R>, Vec<Problem>),
    ) -> Done<R> {
        let (path, id) = (file.path.clone(), file.stem.clone());
        let source = match self.folder.read(&file.path) {
            Ok(source) => source,
            Err(problem) => return Done { path, id, id_at: None, result: None, problems: vec![problem], source: None },
        };
        let Checked { client, tree, id, id_at, mut problems } =
            check::client(&source, &file.stem, &self.shape, &self.frame);
        let mut result = None;
        if let (Some(client), Some(tree)) = (&client, &tree) {
            let (made, found) = go_on(client, &source, tree);
            result = made;
            problems.extend(found);
        }
        drop(tree);
        let source = (!problems.is_empty()).then_some(source);
        Done { path, id, id_at, result, problems, source }
    }
}

/// Assesses a sound client and shows it to `visit`.
fn assessed<R>(
    book: &Book,
    client: &Client,
    source: &Source,
    tree: &Tree<'_>,
    visit: impl FnOnce(&CaseWork<'_>) -> Result<R, Vec<Problem>>,
) -> (Option<R>, Vec<Problem>) {
    let assessment = assess(client, &book.model, book.settings.as_of);
    let mut problems: Vec<_> = coverage(&assessment, client, source, tree).into_iter().collect();
    match visit(&CaseWork { client, assessment: &assessment, source, tree }) {
        Ok(result) => (Some(result), problems),
        Err(found) => {
            problems.extend(found);
            (None, problems)
        }
    }
}

/// A warning where statements exist but too little of them for a score.
fn coverage(assessment: &Assessment, client: &Client, source: &Source, tree: &Tree<'_>) -> Option<Problem> {
    let score = assessment.score()?;
    score.figure.value.err()?;
    let latest = assessment.latest(client)?;
    let span = crate::load::tree::locate(tree, &format!("statements[{}].period", latest.index));
    let place = Place { file: source.path.clone(), span: Some(span.into()) };
    let missing: Vec<_> =
        score.contributions.iter().filter(|part| part.points.is_none()).map(|part| part.measure.id()).collect();
    let percent = (score.coverage * rust_decimal::Decimal::ONE_HUNDRED).round();
    let message = format!(
        "{} has no score: only {percent} % of the weight can be scored; missing: {}",
        latest.period.name,
        missing.join(", ")
    );
    let hint = "add the lines that these measures need; `casebook explain CLIENT MEASURE` names them";
    Some(Problem::new(Code::ProfileIncomplete, place, message).hint(hint))
}

fn collect<R>(folder: &Folder, done: Vec<Done<R>>) -> Pass<R> {
    let mut pass = Pass { results: Vec::new(), problems: duplicates(&done), sources: BTreeMap::new() };
    let shared = pass.problems.iter().filter_map(|problem| folder.read(&problem.place.file).ok());
    pass.sources.extend(shared.map(|source| (source.path.clone(), source)));
    for one in done {
        pass.results.extend(one.result);
        pass.problems.extend(one.problems);
        if let Some(source) = one.source {
            pass.sources.insert(one.path, source);
        }
    }
    crate::values::problem::sort(&mut pass.problems);
    pass
}

/// Ids that two files share, on file systems that ignore case too.
fn duplicates<R>(done: &[Done<R>]) -> Vec<Problem> {
    let mut seen: BTreeMap<String, &Done<R>> = BTreeMap::new();
    let mut problems = Vec::new();
    for one in done {
        let first = *seen.entry(one.id.to_lowercase()).or_insert(one);
        if first.path != one.path {
            let place = Place { file: one.path.clone(), span: one.id_at };
            let hint = "give one of them another `id`, or rename its file";
            problems.push(Problem::new(Code::DuplicateId, place, same_id(one, first)).hint(hint));
        }
    }
    problems
}

fn same_id<R>(one: &Done<R>, first: &Done<R>) -> String {
    if one.id == first.id {
        format!("the id `{}` is also that of {}", one.id, first.path)
    } else {
        format!("the id `{}` differs only in capitals from `{}` of {}", one.id, first.id, first.path)
    }
}
