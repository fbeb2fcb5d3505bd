//! `casebook build`: the site and the reports of a book, published as one.

use std::path::PathBuf;

use indicatif::{ProgressBar, ProgressStyle};

use super::problems;
use super::terminal::{is_watched, tell};
use super::{BookArgument, Format, Outcome};
use crate::build::site::{self, Built, Wishes};
use crate::kinds::book::Book;
use crate::load::Folder;
use crate::publish::Staging;

/// Build the site and the PDF reports of a book
#[derive(Debug, clap::Args)]
pub(super) struct BuildArguments {
    #[command(flatten)]
    book: BookArgument,
    /// Where to write, instead of the book's output folder; replaced as a whole
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Make no PDF reports
    #[arg(long)]
    no_pdf: bool,
    /// Let warnings stop the build
    #[arg(long, value_name = "WHAT", value_parser = ["warnings"])]
    deny: Option<String>,
    /// How to write problems
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Say nothing but problems
    #[arg(short, long)]
    quiet: bool,
}

pub(super) fn run(arguments: &BuildArguments) -> Outcome {
    let folder = Folder::new(&arguments.book.book);
    let book = match Book::open(&folder) {
        Ok(book) => book,
        Err(_) => return super::check::report(&folder, arguments.format, arguments.deny.is_some()),
    };
    let target = match &arguments.output {
        Some(output) => output.clone(),
        None => folder.root().join(&book.settings.output),
    };
    let staging = match Staging::begin(&target, folder.root()) {
        Ok(staging) => staging,
        Err(error) => return failed(&error),
    };
    let wishes = Wishes { reports: !arguments.no_pdf, deny_warnings: arguments.deny.is_some() };
    let bar = bar(arguments, book.clients.len());
    let built = site::build(&folder, &book, staging, &wishes, &|| bar.inc(1));
    bar.finish_and_clear();
    match built {
        Ok(built) => finished(&built, arguments),
        Err(error) => failed(&error),
    }
}

fn bar(arguments: &BuildArguments, clients: usize) -> ProgressBar {
    if arguments.quiet || !is_watched() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} clients, {eta} left");
    ProgressBar::new(u64::try_from(clients).unwrap_or(u64::MAX)).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn finished(built: &Built, arguments: &BuildArguments) -> Outcome {
    let outcome = problems::report(&built.problems, &built.sources, arguments.format, arguments.deny.is_some());
    if arguments.quiet || arguments.format == Format::Json {
        return outcome;
    }
    match &built.published {
        Some(published) => {
            let foreign = if published.foreign > 0 { format!(", {} foreign files kept", published.foreign) } else { String::new() };
            tell(&format!(
                "built {} clients, {} files{foreign}, {}\nopen {}",
                built.clients,
                published.files,
                problems::count(&built.problems),
                published.target.join("index.html").display(),
            ));
        }
        None => tell(&format!("nothing was written: {}", problems::count(&built.problems))),
    }
    outcome
}

fn failed(error: &crate::publish::PublishError) -> Outcome {
    tell(&format!("error: {error}"));
    if let crate::publish::PublishError::Foreign(_) = error {
        tell("  = help: name an empty folder or one that casebook made; nothing was changed");
    }
    Outcome::Failed
}
