//! `casebook check`: finds every problem of a book in one run and writes nothing.

use std::collections::BTreeSet;
use std::convert::Infallible;

use jiff::civil::Date;

use super::problems::{self, DenyArguments, Sources};
use super::terminal::tell;
use super::{BookArgument, Format, Outcome, day};
use crate::build::site::template_problems;
use crate::build::{Together, check_cases, each_case, strays};
use crate::kinds::KINDS;
use crate::kinds::book::{Book, CaseFiles, Inspection, Known};
use crate::kinds::course::live::{Answers, Wanted};
use crate::kinds::kind::{CaseKind, Work};
use crate::kinds::registry::{self, Visitor};
use crate::load::Folder;
use crate::values::problem::Denied;
use crate::values::{Audience, Problem, Severity};

/// Find every problem of a book, without writing anything
#[derive(Debug, clap::Args)]
pub(super) struct CheckArguments {
    #[command(flatten)]
    book: BookArgument,
    /// How to write the problems
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Solve every numeric exercise for so many students and at the ends of its ranges, beside the figures of its page
    #[arg(long, value_name = "N", default_value_t = 20)]
    variants: usize,
    /// The date of the reports, instead of what the book says
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Date>,
    #[command(flatten)]
    deny: DenyArguments,
}

/// How a book is checked.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Manner<'a> {
    /// How the problems are written.
    pub format: Format,
    /// Which warnings fail the check.
    pub denied: Denied<'a>,
    /// For how many students numeric exercises are solved.
    pub variants: usize,
    /// The date of the reports, where it is not the book's.
    pub as_of: Option<Date>,
}

pub(super) fn run(arguments: &CheckArguments) -> Outcome {
    let &CheckArguments { format, variants, as_of, .. } = arguments;
    let manner = Manner { format, denied: arguments.deny.denied(), variants, as_of };
    report(&Folder::new(&arguments.book.book), manner)
}

/// Checks the book in `folder` and reports what is wrong with it.
pub(super) fn report(folder: &Folder, manner: Manner<'_>) -> Outcome {
    let (problems, sources, cases) = problems_of(folder, manner);
    let outcome = problems::report(&problems, &sources, manner.format, manner.denied);
    if manner.format == Format::Text {
        tell(&format!("{} checked: {}", problems::cases(&cases), problems::count(&problems)));
    }
    outcome
}

/// Every problem of the book, the texts they stand in, and how many cases there are of each kind, and
/// lessons, exercises and terms.
/// Cases are read whatever is wrong with the book's settings and model.
fn problems_of(folder: &Folder, manner: Manner<'_>) -> (Vec<Problem>, Sources, Vec<(&'static str, usize)>) {
    let inspection = Inspection::of(folder);
    let (mut known, files) = (inspection.known.clone(), inspection.cases.clone());
    let mut book = inspection.book();
    if let Some(as_of) = manner.as_of {
        known.as_of = Some(as_of);
        if let Ok(book) = &mut book {
            book.settings.move_to(as_of);
        }
    }
    let mut problems = match &book {
        Ok(book) => book.findings.iter().cloned().chain(template_problems(folder, book)).collect(),
        Err(problems) => problems.clone(),
    };
    let mut sources = sources_of(folder, &problems);
    let book = book.ok();
    let wanted = book.as_ref().and_then(|book| book.course.as_ref()).map(Wanted::of);
    let mut cases = Cases {
        folder,
        book: book.as_ref(),
        known,
        files: &files,
        wanted,
        answers: Answers::default(),
        problems: Vec::new(),
        sources: Sources::new(),
    };
    let Ok(()) = registry::each(&mut cases);
    // A case that is wrong cannot answer, and would be told twice.
    let sound = cases.problems.iter().all(|problem| problem.severity != Severity::Error);
    if let Some((book, course)) = book.as_ref().and_then(|book| Some((book, book.course.as_ref()?))).filter(|_| sound) {
        let found = course.check_cases(folder, book, &cases.answers, manner.variants);
        sources.extend(sources_of(folder, &found));
        problems.extend(found);
    }
    sources.extend(cases.sources);
    problems.extend(cases.problems);
    crate::values::problem::sort(&mut problems);
    let counts = KINDS.iter().map(|kind| (kind.names.name, files.of(kind.names.folder).len()));
    let course = book.as_ref().and_then(|book| book.course.as_ref());
    let course = course.map(|course| course.counts(Audience::Instructor, Date::MAX)).unwrap_or_default();
    (problems, sources, counts.filter(|&(_, count)| count > 0).chain(course).collect())
}

/// The problems of a book's cases, gathered kind by kind.
struct Cases<'a> {
    folder: &'a Folder,
    /// The book, where its settings and its model are sound.
    book: Option<&'a Book>,
    known: Known,
    files: &'a CaseFiles,
    /// What the lessons ask of the cases, where there are any.
    wanted: Option<Wanted>,
    /// What the cases have answered.
    answers: Answers,
    problems: Vec<Problem>,
    sources: Sources,
}

impl Visitor for Cases<'_> {
    type Stop = Infallible;

    fn visit<K: CaseKind>(&mut self) -> Result<(), Infallible> {
        let files = self.files.of(K::NAMES.folder);
        let Some(book) = self.book else {
            let pass = check_cases::<K>(self.folder, files, &self.known);
            self.problems.extend(strays::<K, _>(self.folder, files, &pass));
            self.problems.extend(pass.problems);
            self.sources.extend(pass.sources);
            return Ok(());
        };
        let editions: Vec<_> =
            book.settings.languages.iter().map(|&language| book.edition(language, false, false)).collect();
        let wanted = self.wanted.as_ref();
        let together = Together::<K>::of(book);
        let ask = |work: &Work<'_, K>| {
            together.add(work);
            Ok(wanted.map(|wanted| wanted.ask(work, &editions)))
        };
        let pass = each_case::<K, _, _>(self.folder, book, files, || (), |(), work| ask(work));
        let doubts = together.doubts(self.folder, &pass.problems);
        self.sources.extend(sources_of(self.folder, &doubts));
        self.problems.extend(doubts);
        self.problems.extend(strays::<K, _>(self.folder, files, &pass));
        self.problems.extend(pass.problems);
        self.sources.extend(pass.sources);
        if let Some(wanted) = wanted {
            for answer in pass.results.into_iter().flatten() {
                self.answers.keep(answer, wanted);
            }
        }
        Ok(())
    }
}

/// The texts of the files that `problems` stand in, for those that can be read.
pub(super) fn sources_of(folder: &Folder, problems: &[Problem]) -> Sources {
    let files: BTreeSet<_> = problems.iter().map(|problem| problem.place.file.as_str()).collect();
    let read = files.into_iter().filter_map(|file| folder.read(file).ok());
    read.map(|source| (source.path.clone(), source)).collect()
}
