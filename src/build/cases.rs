//! Reads, checks and assesses the clients of a book on every core, in an order that does not
//! show in the result.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::kinds::book::Book;
use crate::kinds::client::assess::{Assessment, assess};
use crate::kinds::client::case::Client;
use crate::kinds::client::check::{self, Frame};
use crate::kinds::client::schema::ClientFile;
use crate::load::shape::{Shape, shape};
use crate::load::tree::Tree;
use crate::load::{Folder, FolderFile, Source};
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
///
/// A template that fails on one client fails on most. After the first such client in the order of
/// files, the others are checked but not visited, and only what the visits up to it found is told:
/// the same however many cores there are.
pub fn each_client<S, R: Send>(
    folder: &Folder,
    book: &Book,
    begin: impl Fn() -> S + Sync,
    visit: impl Fn(&mut S, &CaseWork<'_>) -> Result<R, Vec<Problem>> + Sync,
) -> Pass<R> {
    let reader = Reader { folder, book, shape: shape::<ClientFile>() };
    let next = AtomicUsize::new(0);
    let fault = AtomicUsize::new(usize::MAX);
    let done = Mutex::new(Vec::new());
    let workers = workers(book.clients.len());
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                let mut state = begin();
                let mut mine = Vec::new();
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(file) = book.clients.get(at) else { break };
                    // Files are handed out in order, so that the first that fails is never left out.
                    let one = reader.one(at, file, |work| {
                        if fault.load(Ordering::Relaxed) < at { Err(Vec::new()) } else { visit(&mut state, work) }
                    });
                    if one.findings.iter().any(|problem| is_of_templates(problem.code)) {
                        fault.fetch_min(at, Ordering::Relaxed);
                    }
                    mine.push(one);
                }
                done.lock().unwrap_or_else(std::sync::PoisonError::into_inner).append(&mut mine);
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    done.sort_by_key(|one| one.at);
    collect(done, fault.into_inner())
}

/// Whether a problem lies in a template or its engine, and so concerns every client alike.
const fn is_of_templates(code: Code) -> bool {
    matches!(
        code,
        Code::TemplateError
            | Code::ReportTemplate
            | Code::TypstMissing
            | Code::TypstVersion
            | Code::TypstFailed
            | Code::TypstTimeout
    )
}

/// One worker for each core, none without work.
fn workers(cases: usize) -> usize {
    thread::available_parallelism().map_or(1, NonZero::get).min(cases).max(1)
}

struct Done<R> {
    /// Its place among the book's files.
    at: usize,
    path: String,
    id: String,
    result: Option<R>,
    /// What the check found.
    problems: Vec<Problem>,
    /// What the visit found.
    findings: Vec<Problem>,
    /// Kept only where a problem stands in it.
    source: Option<Source>,
}

struct Reader<'b> {
    folder: &'b Folder,
    book: &'b Book,
    shape: Shape,
}

impl Reader<'_> {
    fn one<R>(&self, at: usize, file: &FolderFile, visit: impl FnOnce(&CaseWork<'_>) -> Result<R, Vec<Problem>>) -> Done<R> {
        let (path, id) = (file.path.clone(), file.stem.clone());
        let mut done = Done { at, path, id, result: None, problems: Vec::new(), findings: Vec::new(), source: None };
        let source = match self.folder.read(&file.path) {
            Ok(source) => source,
            Err(problem) => {
                done.problems.push(problem);
                return done;
            }
        };
        let settings = &self.book.settings;
        let frame = Frame { as_of: settings.as_of, currency: &settings.currency, languages: &settings.languages };
        let checked = check::client(&source, &file.stem, &self.shape, &frame);
        done.problems = checked.problems;
        if let (Some(client), Some(tree)) = (&checked.client, &checked.tree) {
            done.id.clone_from(&client.id);
            let assessment = assess(client, &self.book.model, settings.as_of);
            done.problems.extend(coverage(&assessment, client, &source, tree));
            match visit(&CaseWork { client, assessment: &assessment, source: &source, tree }) {
                Ok(result) => done.result = Some(result),
                Err(findings) => done.findings = findings,
            }
        }
        drop((checked.client, checked.tree));
        done.source = (!done.problems.is_empty() || !done.findings.is_empty()).then_some(source);
        done
    }
}

/// A warning where statements exist but too little of them for a score.
fn coverage(assessment: &Assessment, client: &Client, source: &Source, tree: &Tree<'_>) -> Option<Problem> {
    let score = assessment.score()?;
    score.figure.value.err()?;
    let latest = assessment.latest(client)?;
    let span = crate::load::tree::locate(tree, &format!("statements[{}].period", latest.index));
    let place = Place { file: source.path.clone(), span: Some(span.into()) };
    let missing: Vec<_> = score.contributions.iter().filter(|part| part.points.is_none()).map(|part| part.measure.id()).collect();
    let percent = (score.coverage * rust_decimal::Decimal::ONE_HUNDRED).round();
    let message = format!("{} has no score: only {percent} % of the weight can be scored; missing: {}", latest.period.name, missing.join(", "));
    let hint = "add the lines that these measures need; `casebook explain CLIENT MEASURE` names them";
    Some(Problem::new(Code::ProfileIncomplete, place, message).hint(hint))
}

/// Puts together what was done; what visits found after the one at `fault` is left out.
fn collect<R>(done: Vec<Done<R>>, fault: usize) -> Pass<R> {
    let mut pass = Pass { results: Vec::new(), problems: duplicates(&done), sources: BTreeMap::new() };
    for one in done {
        pass.results.extend(one.result);
        pass.problems.extend(one.problems);
        if one.at <= fault {
            pass.problems.extend(one.findings);
        }
        if let Some(source) = one.source {
            pass.sources.insert(one.path, source);
        }
    }
    crate::values::problem::sort(&mut pass.problems);
    pass
}

/// Ids that two files share, on file systems that ignore case too.
fn duplicates<R>(done: &[Done<R>]) -> Vec<Problem> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut problems = Vec::new();
    for one in done {
        if let Some(first) = seen.insert(one.id.to_lowercase(), &one.path) {
            let place = Place { file: one.path.clone(), span: None };
            let message = format!("the id `{}` is also that of {first}", one.id);
            let hint = "give one of them another `id`, or rename its file";
            problems.push(Problem::new(Code::DuplicateId, place, message).hint(hint));
        }
    }
    problems
}
