//! `casebook check`: finds every problem of a book in one run and writes nothing.

use super::problems::{self, Sources};
use super::terminal::tell;
use super::{BookArgument, Format, Outcome};
use crate::build::each_client;
use crate::kinds::book::{BOOK_FILE, Book};
use crate::load::{Folder, Source};
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
        tell(&format!("{} checked: {}", plural_cases(cases), problems::count(&problems)));
    }
    if problems.iter().any(|problem| problem.code == crate::values::Code::MissingBook) { Outcome::Failed } else { outcome }
}

fn plural_cases(cases: usize) -> String {
    if cases == 1 { "1 client".to_owned() } else { format!("{cases} clients") }
}

/// Every problem of the book, the texts they stand in, and how many clients there are.
pub(super) fn problems_of(folder: &Folder) -> (Vec<Problem>, Sources, usize) {
    let book = match Book::open(folder) {
        Ok(book) => book,
        Err(mut problems) => {
            crate::values::problem::sort(&mut problems);
            let sources = sources_of(folder, &problems);
            return (problems, sources, 0);
        }
    };
    let pass = each_client(folder, &book, || (), |(), _| Ok(()));
    let mut problems = pass.problems;
    problems.extend(book.warnings.iter().cloned());
    crate::values::problem::sort(&mut problems);
    (problems, pass.sources, book.clients.len())
}

/// The texts of the files that `problems` stand in, for those that can be read.
pub(super) fn sources_of(folder: &Folder, problems: &[Problem]) -> Sources {
    let files = problems.iter().map(|problem| problem.place.file.as_str()).chain([BOOK_FILE]);
    files.filter_map(|file| folder.read(file).ok()).map(|source: Source| (source.path.clone(), source)).collect()
}
