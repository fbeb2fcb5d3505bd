//! `casebook check`: finds every problem of a book in one run and writes nothing.

use std::collections::BTreeSet;

use super::problems::{self, Sources};
use super::terminal::tell;
use super::{BookArgument, Format, Outcome};
use crate::build::site::template_problems;
use crate::build::{check_clients, each_client};
use crate::kinds::book::Survey;
use crate::load::Folder;
use crate::values::Problem;

/// Find every problem of a book, without writing anything
#[derive(Debug, clap::Args)]
pub(super) struct CheckArguments {
    #[command(flatten)]
    book: BookArgument,
    /// How to write the problems
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Let warnings fail the check
    #[arg(long, value_name = "WHAT", value_parser = ["warnings"])]
    deny: Option<String>,
}

pub(super) fn run(arguments: &CheckArguments) -> Outcome {
    report(&Folder::new(&arguments.book.book), arguments.format, arguments.deny.is_some())
}

/// Checks the book in `folder` and reports what is wrong with it.
pub(super) fn report(folder: &Folder, format: Format, deny: bool) -> Outcome {
    let (problems, sources, cases) = problems_of(folder);
    let outcome = problems::report(&problems, &sources, format, deny);
    if format == Format::Text {
        tell(&format!("{} checked: {}", problems::plural(cases, "client"), problems::count(&problems)));
    }
    outcome
}

/// Every problem of the book, the texts they stand in, and how many clients there are. Clients are
/// read whatever is wrong with the book's settings and model.
fn problems_of(folder: &Folder) -> (Vec<Problem>, Sources, usize) {
    let survey = Survey::of(folder);
    let (known, clients) = (survey.known.clone(), survey.clients.clone());
    let (mut problems, pass) = match survey.book() {
        Ok(book) => {
            let mut problems = book.warnings.clone();
            problems.extend(template_problems(folder, &book));
            (problems, each_client(folder, &book, || (), |(), _| Ok(())))
        }
        Err(problems) => (problems, check_clients(folder, &clients, &known)),
    };
    let mut sources = sources_of(folder, &problems);
    sources.extend(pass.sources);
    problems.extend(pass.problems);
    crate::values::problem::sort(&mut problems);
    (problems, sources, clients.len())
}

/// The texts of the files that `problems` stand in, for those that can be read.
pub(super) fn sources_of(folder: &Folder, problems: &[Problem]) -> Sources {
    let files: BTreeSet<_> = problems.iter().map(|problem| problem.place.file.as_str()).collect();
    let read = files.into_iter().filter_map(|file| folder.read(file).ok());
    read.map(|source| (source.path.clone(), source)).collect()
}
