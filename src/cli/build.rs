//! `casebook build`: the site and the reports of a book, published as one.

use std::path::PathBuf;

use clap::ValueEnum;
use indicatif::{ProgressBar, ProgressStyle};
use jiff::civil::Date;

use super::check::Manner;
use super::pdf::PdfArguments;
use super::problems::{self, DenyArguments};
use super::terminal::{is_watched, tell};
use super::{BookArgument, Format, Outcome, day};
use crate::build::site::{self, Built, Wishes};
use crate::kinds::KINDS;
use crate::kinds::book::Book;
use crate::kinds::book::schema::Depth;
use crate::kinds::only::{CHANGED, Only};
use crate::load::Folder;
use crate::load::check::nearest;
use crate::publish::Staging;
use crate::values::{Audience, plural};

/// Build the site and the PDF reports of a book
#[derive(Debug, clap::Args)]
pub(super) struct BuildArguments {
    #[command(flatten)]
    book: BookArgument,
    /// Where to write, instead of the book's output folder; replaced as a whole
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    #[command(flatten)]
    pdf: PdfArguments,
    /// How much the reports on clients tell, instead of what the book says
    #[arg(long, value_enum, conflicts_with = "no_pdf")]
    depth: Option<DepthArgument>,
    /// Make PDF reports of some cases only: of a case by its file's name, of a tier such as CA4, or of those
    /// whose tier `changed` since the quarter before (needs [review]); several with commas
    #[arg(long, value_name = "WHAT", value_delimiter = ',', conflicts_with = "no_pdf")]
    only: Vec<String>,
    /// Attach the figures as JSON inside each PDF (PDF/A-3a)
    #[arg(long, conflicts_with = "no_pdf")]
    attach_data: bool,
    #[command(flatten)]
    deny: DenyArguments,
    /// For whom: students get no answers, no guides, no teaching notes, and nothing before its release
    #[arg(long, value_enum, default_value_t)]
    edition: AudienceArgument,
    /// The date of the reports, instead of what the book says
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Date>,
    /// How to write problems
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Say nothing but problems
    #[arg(short, long)]
    quiet: bool,
}

/// For whom a book is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum AudienceArgument {
    /// Those who learn
    #[default]
    Student,
    /// Those who teach
    Instructor,
}

/// How much a report tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DepthArgument {
    /// Tier, score, decisions and method
    Summary,
    /// Every chapter, without single facts and ratings and without the computation appendix
    Standard,
    /// Everything
    Full,
}

impl From<DepthArgument> for Depth {
    fn from(argument: DepthArgument) -> Self {
        match argument {
            DepthArgument::Summary => Depth::Summary,
            DepthArgument::Standard => Depth::Standard,
            DepthArgument::Full => Depth::Full,
        }
    }
}

pub(super) fn run(arguments: &BuildArguments) -> Outcome {
    let folder = Folder::new(&arguments.book.book);
    let Ok(mut book) = Book::open(&folder) else {
        let &BuildArguments { format, as_of, .. } = arguments;
        let denied = arguments.deny.denied();
        return super::check::report(&folder, Manner { format, denied, as_of, ..Manner::default() });
    };
    book.audience = match arguments.edition {
        AudienceArgument::Student => Audience::Student,
        AudienceArgument::Instructor => Audience::Instructor,
    };
    if let Some(as_of) = arguments.as_of {
        book.settings.move_to(as_of);
    }
    book.settings.pdf.depth = arguments.depth.map(Depth::from).or(book.settings.pdf.depth);
    if let Err((message, hint)) = narrow(&mut book, &arguments.only) {
        return super::new::refuse(&message, &hint);
    }
    let target = match &arguments.output {
        Some(output) => output.clone(),
        None => folder.root().join(&book.settings.output),
    };
    let staging = match Staging::begin(&target, folder.root()) {
        Ok(staging) => staging,
        Err(error) => return failed(&error),
    };
    let typesetter = match arguments.pdf.typesetter(&folder, &book) {
        Ok(typesetter) => typesetter,
        Err(problems) => {
            problems::report(&problems, &super::check::sources_of(&folder, &problems), arguments.format, None);
            return Outcome::Failed;
        }
    };
    let wishes = Wishes {
        typesetter: typesetter.as_deref(),
        attach_data: arguments.attach_data || book.settings.pdf.attach_data,
        denied: arguments.deny.denied(),
    };
    let bar = bar(arguments, book.cases.count());
    let built = site::build(&folder, &book, staging, wishes, &|| bar.inc(1));
    bar.finish_and_clear();
    match built {
        Ok(built) => finished(&built, arguments),
        Err(error) => failed(&error),
    }
}

/// Keeps the cases that reports are wanted of.
///
/// # Errors
/// A word that names no case and no tier, with what to do.
fn narrow(book: &mut Book, words: &[String]) -> Result<(), (String, String)> {
    let mut known: Vec<&str> = book.model.tiers.iter().map(|tier| tier.id.as_str()).collect();
    known.extend(KINDS.iter().flat_map(|kind| book.cases.of(kind.names.folder)).map(|file| file.stem.as_str()));
    if book.settings.review.is_some() {
        known.push(CHANGED);
    }
    if let Some(unknown) = words.iter().find(|word| !known.contains(&word.as_str())) {
        let hint = match nearest(unknown, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None if unknown == CHANGED => "a book without [review] knows of no quarter before".to_owned(),
            None => "name a case by its file, or a tier of the model".to_owned(),
        };
        return Err((format!("the book holds no case and no tier `{unknown}`"), hint));
    }
    book.settings.only = Only::of(words.iter().cloned());
    Ok(())
}

fn bar(arguments: &BuildArguments, cases: usize) -> ProgressBar {
    if arguments.quiet || !is_watched() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} cases, {eta} left");
    ProgressBar::new(u64::try_from(cases).unwrap_or(u64::MAX))
        .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn finished(built: &Built, arguments: &BuildArguments) -> Outcome {
    let outcome = problems::report(&built.problems, &built.sources, arguments.format, arguments.deny.denied());
    if arguments.quiet || arguments.format == Format::Json {
        return outcome;
    }
    match &built.published {
        Some(published) => {
            let foreign = if published.foreign > 0 {
                format!(", {} foreign files kept", published.foreign)
            } else {
                String::new()
            };
            tell(&format!(
                "built {}, {}{foreign}, {}\nopen {}",
                problems::cases(&built.counts),
                plural(published.files, "file"),
                problems::count(&built.problems),
                published.target.join("index.html").display(),
            ));
        }
        None => tell(&format!("nothing was written: {}", problems::count(&built.problems))),
    }
    outcome
}

pub(super) fn failed(error: &crate::publish::PublishError) -> Outcome {
    tell(&format!("error: {error}"));
    if let crate::publish::PublishError::Foreign(_) = error {
        tell("  = help: name an empty folder or one that casebook made; nothing was changed");
    }
    Outcome::Failed
}
