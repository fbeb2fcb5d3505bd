//! Reads, checks and assesses the cases of a book, kind by kind, on every core, in an order that does not
//! show in the result.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::kinds::book::{Book, Known};
use crate::kinds::case_file::{Checked, Frame};
use crate::kinds::kind::{CaseKind, CaseText, Work};
use crate::load::blank::placeholders;
use crate::load::shape::{Shape, shape};
use crate::load::tree::Tree;
use crate::load::{Beside, Folder, FolderFile, Source};
use crate::values::problem::SpanRange;
use crate::values::{Code, Place, Problem};

/// What came of going through cases of one kind.
#[derive(Debug)]
pub struct Pass<R> {
    /// What the visitor made of each sound case, in the order of the files.
    pub results: Vec<R>,
    /// Problems of the files, sorted.
    pub problems: Vec<Problem>,
    /// The texts that problems stand in, by path.
    pub sources: BTreeMap<String, Source>,
    /// The paths of the files beside the cases that these claim.
    pub claimed: BTreeSet<String>,
}

/// Hands every sound case of kind `K` in `files` of `book` to `visit`, on every core. Each worker has
/// a state of its own, made by `begin` on the worker's thread.
///
/// A template that fails on one case fails on most. After the first such case in the order of
/// files, the others are checked but not visited, and only what the visits up to it found is told:
/// the same however many cores there are.
pub fn each_case<K: CaseKind, S, R: Send>(
    folder: &Folder,
    book: &Book,
    files: &[FolderFile],
    begin: impl Fn() -> S + Sync,
    visit: impl Fn(&mut S, &Work<'_, K>) -> Result<R, Vec<Problem>> + Sync,
) -> Pass<R> {
    let known = Known::from(&book.settings);
    let reader = Reader::new::<K>(folder, known.frame());
    let done = each_file(files, begin, |state, file, passed_over| {
        let visit = |work: &Work<'_, K>| if passed_over { Err(Vec::new()) } else { visit(state, work) };
        reader.one::<K, _>(file, |case, source, tree| assessed(book, case, source, tree, visit))
    });
    collect(folder, done)
}

/// Checks the `files` of kind `K` of a book whose settings or model cannot be used, without assessing
/// them.
#[must_use]
pub fn check_cases<K: CaseKind>(folder: &Folder, files: &[FolderFile], known: &Known) -> Pass<()> {
    let reader = Reader::new::<K>(folder, known.frame());
    collect(folder, each_file(files, || (), |(), file, _| reader.one::<K, _>(file, |_, _, _| (Ok(()), Vec::new()))))
}

/// Goes through `files` on every core; the result is in their order. `one` is told whether a
/// template has failed on an earlier file: files are handed out in order, so that the first on which
/// one fails is never passed over.
fn each_file<S, R: Send>(
    files: &[FolderFile],
    begin: impl Fn() -> S + Sync,
    one: impl Fn(&mut S, &FolderFile, bool) -> Done<R> + Sync,
) -> Vec<Done<R>> {
    let (next, fault) = (AtomicUsize::new(0), AtomicUsize::new(usize::MAX));
    let done = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..workers(files.len()) {
            scope.spawn(|| {
                let mut state = begin();
                let mut mine = Vec::new();
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(file) = files.get(at) else { break };
                    let one = one(&mut state, file, fault.load(Ordering::Relaxed) < at);
                    if one.result.as_ref().is_some_and(is_faulty) {
                        fault.fetch_min(at, Ordering::Relaxed);
                    }
                    mine.push(one);
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

type Visited<R> = Result<R, Vec<Problem>>;

/// Whether a template or its engine failed, which concerns every case alike.
fn is_faulty<R>(visited: &Visited<R>) -> bool {
    visited.as_ref().is_err_and(|findings| findings.iter().any(|problem| is_of_templates(problem.code)))
}

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

struct Done<R> {
    path: String,
    id: String,
    /// Where the id is written; none where it is the file's name.
    id_at: Option<SpanRange>,
    /// What the visit made of it or found; none where the check found errors.
    result: Option<Visited<R>>,
    /// What the check found.
    problems: Vec<Problem>,
    /// Kept only where a problem stands in it.
    source: Option<Source>,
    /// The paths beside it that it claims.
    claimed: BTreeSet<String>,
}

struct Reader<'b> {
    folder: &'b Folder,
    frame: Frame<'b>,
    shape: Shape,
}

impl<'b> Reader<'b> {
    fn new<K: CaseKind>(folder: &'b Folder, frame: Frame<'b>) -> Self {
        Reader { folder, frame, shape: shape::<K::File>() }
    }

    /// Reads and checks one file, and hands its case to `go_on` where nothing is an error.
    fn one<K: CaseKind, R>(
        &self,
        file: &FolderFile,
        go_on: impl FnOnce(&K::Case, &Source, &Tree<'_>) -> (Visited<R>, Vec<Problem>),
    ) -> Done<R> {
        let (path, id) = (file.path.clone(), file.stem.clone());
        let source = match self.folder.read(&file.path) {
            Ok(source) => source,
            Err(problem) => {
                let (problems, claimed) = (vec![problem], BTreeSet::new());
                return Done { path, id, id_at: None, result: None, problems, source: None, claimed };
            }
        };
        let beside = Beside::of(self.folder, &file.path);
        let text = CaseText { source: &source, stem: &file.stem, beside: &beside };
        let Checked { case, tree, id, id_at, mut problems } = K::check(&text, &self.shape, &self.frame);
        problems.extend(placeholders(&source, tree.as_ref()));
        let mut result = None;
        if let (Some(case), Some(tree)) = (&case, &tree) {
            let (visited, found) = go_on(case, &source, tree);
            result = Some(visited);
            problems.extend(found);
        }
        drop(tree);
        let quoted = !problems.is_empty() || result.as_ref().is_some_and(Result::is_err);
        let source = quoted.then_some(source);
        Done { path, id, id_at, result, problems, source, claimed: beside.asked() }
    }
}

/// Assesses a sound case and shows it to `visit`.
fn assessed<K: CaseKind, R>(
    book: &Book,
    case: &K::Case,
    source: &Source,
    tree: &Tree<'_>,
    visit: impl FnOnce(&Work<'_, K>) -> Visited<R>,
) -> (Visited<R>, Vec<Problem>) {
    let (assessment, warnings) = K::assess(case, book, source, tree);
    (visit(&Work { case, assessment: &assessment, source, tree }), warnings)
}

fn collect<R>(folder: &Folder, done: Vec<Done<R>>) -> Pass<R> {
    let mut pass =
        Pass { results: Vec::new(), problems: duplicates(&done), sources: BTreeMap::new(), claimed: BTreeSet::new() };
    let mut faulty = false;
    for one in done {
        pass.claimed.extend(one.claimed);
        pass.problems.extend(one.problems);
        if let (Some(visited), false) = (one.result, faulty) {
            faulty = is_faulty(&visited);
            match visited {
                Ok(result) => pass.results.push(result),
                Err(findings) => pass.problems.extend(findings),
            }
        }
        if let Some(source) = one.source {
            pass.sources.insert(one.path, source);
        }
    }
    crate::values::problem::sort(&mut pass.problems);
    quote(folder, &mut pass);
    pass
}

/// Reads the files that problems stand in and that were not kept: those of two cases with one id, and
/// those beside a case.
fn quote<R>(folder: &Folder, pass: &mut Pass<R>) {
    for problem in &pass.problems {
        let file = &problem.place.file;
        if !pass.sources.contains_key(file)
            && let Ok(source) = folder.read(file)
        {
            pass.sources.insert(file.clone(), source);
        }
    }
}

/// Ids that two files share, on file systems that ignore case too.
fn duplicates<R>(done: &[Done<R>]) -> Vec<Problem> {
    let mut seen: BTreeMap<String, &Done<R>> = BTreeMap::new();
    let mut problems = Vec::new();
    for one in done {
        let first = *seen.entry(one.id.to_lowercase()).or_insert(one);
        if first.path != one.path {
            // Where an id is typed it can be corrected; a file's name is no line to point at.
            let typed_first = one.id_at.is_none() && first.id_at.is_some();
            let (at, other) = if typed_first { (first, one) } else { (one, first) };
            let place = Place { file: at.path.clone(), span: at.id_at };
            let hint = "give one of them another `id`, or rename its file";
            problems.push(Problem::new(Code::DuplicateId, place, same_id(at, other)).hint(hint));
        }
    }
    problems
}

fn same_id<R>(one: &Done<R>, other: &Done<R>) -> String {
    let from = if other.id_at.is_some() { "" } else { ", whose file's name it is" };
    if one.id == other.id {
        format!("the id `{}` is also that of {}{from}", one.id, other.path)
    } else {
        format!("the id `{}` differs only in capitals from `{}` of {}{from}", one.id, other.id, other.path)
    }
}
