//! `casebook explain`: how a figure came about, with its formula, its inputs and the lines that
//! they stand in. Finding the figures stands here; [`text`] and [`json`] write them down.

mod json;
mod text;

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::terminal::{harmless, say, tell, width};
use super::{Format, Outcome, problems, wrap};
use crate::build::{CaseWork, each_client};
use crate::kinds::book::Book;
use crate::kinds::client::pages::{Sheet, trace};
use crate::kinds::edition::Edition;
use crate::load::check::nearest;
use crate::load::{Folder, FolderFile};
use crate::measures::{Figure, Measure};
use crate::pages::chart::Medium;
use crate::present::unit_name;
use crate::values::{Language, Severity};

/// Show how a figure came about: formula, numbers, inputs with their lines
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  casebook explain apple current_ratio             every period
  casebook explain apple credit_score FY2023       one period, with every contribution
  casebook explain --list                          the measures")]
pub(super) struct ExplainArguments {
    /// The client's id
    #[arg(required_unless_present = "list")]
    client: Option<String>,
    /// The measure's id, such as `current_ratio`
    #[arg(required_unless_present = "list")]
    measure: Option<String>,
    /// The period, such as FY2023; every period where absent
    period: Option<String>,
    /// List the measures: id, unit, name
    #[arg(long, conflicts_with = "client")]
    list: bool,
    /// The book's folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    book: PathBuf,
    /// The language; the book's main language where absent
    #[arg(long, value_parser = ["zh", "en"])]
    lang: Option<String>,
    /// How to write the answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl ExplainArguments {
    fn language(&self, book: Option<&Book>) -> Language {
        let asked = self.lang.as_deref();
        let asked = Language::ALL.into_iter().find(|language| asked == Some(language.code()));
        asked.or_else(|| book?.settings.languages.first().copied()).unwrap_or(Language::En)
    }
}

pub(super) fn run(arguments: &ExplainArguments) -> Outcome {
    let folder = Folder::new(&arguments.book);
    let opened = Book::open(&folder);
    if arguments.list {
        say(&list(arguments.language(opened.ok().as_ref()), arguments.format));
        return Outcome::Clean;
    }
    let (Some(client), Some(id)) = (&arguments.client, &arguments.measure) else { return Outcome::Failed };
    let Some(measure) = Measure::from_id(id) else {
        let ids: Vec<_> = Measure::ALL.iter().map(|measure| measure.id()).collect();
        return unknown(&format!("`{id}` is not a measure"), id, &ids);
    };
    let Ok(mut book) = opened else { return super::check::report(&folder, arguments.format, false) };
    let language = arguments.language(Some(&book));
    let question =
        Question { client, measure, period: arguments.period.as_deref(), language, format: arguments.format };
    question.ask(&folder, &mut book)
}

/// The measures: id, unit and name.
fn list(language: Language, format: Format) -> String {
    if format == Format::Json {
        return json::list(language);
    }
    let id_width = Measure::ALL.iter().map(|measure| measure.id().len()).max().unwrap_or_default();
    let unit_width =
        Measure::ALL.iter().map(|measure| wrap::columns(unit_name(measure.unit(), language))).max().unwrap_or_default();
    let line = |measure: &Measure| {
        let unit = wrap::left(unit_name(measure.unit(), language), unit_width);
        format!("{:id_width$}  {unit}  {}", measure.id(), measure.doc().name.get(language))
    };
    Measure::ALL.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// What is asked.
struct Question<'a> {
    client: &'a str,
    measure: Measure,
    period: Option<&'a str>,
    language: Language,
    format: Format,
}

/// What one client has to say.
enum Answer {
    /// It is another client: its id.
    Other(String),
    /// The figures, written down.
    Figures(String),
    /// It has no such figure: what is wrong, what was asked, what there is.
    None(String, String, Vec<String>),
}

impl Question<'_> {
    /// Reads the file that is named after the client first, and all others only where its `id`
    /// says something else.
    fn ask(&self, folder: &Folder, book: &mut Book) -> Outcome {
        let all = std::mem::take(&mut book.clients);
        let (likely, others): (Vec<FolderFile>, Vec<FolderFile>) =
            all.into_iter().partition(|file| file.stem == self.client);
        let (mut known, mut unsound) = (Vec::new(), false);
        for files in [likely, others] {
            book.clients = files;
            let named = !book.clients.is_empty() && book.clients.iter().all(|file| file.stem == self.client);
            let pass = each_client(folder, book, || (), |(), work| Ok(self.answer(book, work)));
            for answer in pass.results {
                match answer {
                    Answer::Other(id) => known.push(id),
                    Answer::Figures(text) => {
                        say(&text);
                        return Outcome::Clean;
                    }
                    Answer::None(message, asked, there) => return unknown(&message, &asked, &there),
                }
            }
            unsound |= pass.problems.iter().any(|problem| problem.severity == Severity::Error);
            if named && unsound {
                return problems::report(&pass.problems, &pass.sources, Format::Text, false);
            }
        }
        let listed = if unsound { "; clients with errors are not listed, see `casebook check`" } else { "" };
        unknown(&format!("the book has no client `{}`{listed}", self.client), self.client, &known)
    }

    fn answer(&self, book: &Book, work: &CaseWork<'_>) -> Answer {
        if work.client.id != self.client {
            return Answer::Other(work.client.id.clone());
        }
        let of_measure = || work.assessment.figures().filter(|figure| figure.measure == self.measure);
        let wanted = |figure: &&Figure| self.period.is_none_or(|period| figure.period == period);
        let figures: Vec<_> = of_measure().filter(wanted).collect();
        if !figures.is_empty() {
            return Answer::Figures(self.written(book, work, &figures));
        }
        let id = self.measure.id();
        let periods: Vec<_> = of_measure().map(|figure| figure.period.clone()).collect();
        if let Some(period) = self.period.filter(|_| !periods.is_empty()) {
            return Answer::None(format!("`{}` has no {id} for `{period}`", self.client), period.to_owned(), periods);
        }
        let there: BTreeSet<_> = work.assessment.figures().map(|figure| figure.measure.id().to_owned()).collect();
        let message = format!("`{}` has no {id}: its file does not give what it is computed from", self.client);
        Answer::None(message, String::new(), there.into_iter().collect())
    }

    fn written(&self, book: &Book, work: &CaseWork<'_>, figures: &[&Figure]) -> String {
        let settings = &book.settings;
        let edition = Edition {
            language: self.language,
            languages: &settings.languages,
            title: settings.title.get(self.language),
            author: settings.author.get(self.language),
            as_of: settings.as_of,
            model: &book.model,
            show_sources: settings.show_sources,
            reports: false,
        };
        let trace = trace(work.assessment, work.source, work.tree, edition.model);
        let CaseWork { client, assessment, source, tree } = *work;
        let sheet = Sheet { edition, client, assessment, source, trace: &trace, tree, medium: Medium::Screen };
        match self.format {
            Format::Text => {
                text::Explanation { sheet: &sheet, measure: self.measure, inputs_of_scores: self.period.is_some() }
                    .write(figures, width())
            }
            Format::Json => json::explanation(&sheet, figures),
        }
    }
}

/// Says that something does not exist, what was probably meant, and what there is.
fn unknown(message: &str, asked: &str, known: &[impl AsRef<str>]) -> Outcome {
    const MOST: usize = 60;
    let names = || known.iter().map(AsRef::as_ref);
    let near = nearest(asked, names()).map_or_else(String::new, |near| format!("\nhelp: did you mean `{near}`?"));
    let list = names().take(MOST).collect::<Vec<_>>().join(", ");
    let more = if known.len() > MOST { format!(" and {} more", known.len() - MOST) } else { String::new() };
    let list =
        if list.is_empty() { list } else { format!("\nknown:\n{}", wrap::wrap(&format!("{list}{more}"), 2, width())) };
    tell(&harmless(&format!("error: {message}{near}{list}")));
    Outcome::Problems
}
