//! `casebook explain`: how a figure came about, with its formula, its inputs and the lines that
//! they stand in. Finding the figures stands here; [`text`] and [`json`] write them down.

mod json;
mod text;

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::check::Manner;
use super::problems::Sources;
use super::terminal::{harmless, say, tell, width};
use super::{Format, Outcome, problems, wrap};
use crate::build::each_case;
use crate::kinds::Work;
use crate::kinds::book::Book;
use crate::kinds::kind::CaseKind;
use crate::kinds::registry::{self, Visitor};
use crate::load::check::nearest;
use crate::load::{Folder, FolderFile};
use crate::measures::{Figure, Measure};
use crate::present::unit_name;
use crate::values::{Language, Problem, Severity};

/// Show how a figure came about: formula, numbers, inputs with their lines
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  casebook explain apple current_ratio             every period
  casebook explain apple credit_score FY2023       one period, with every contribution
  casebook explain --list                          the measures")]
pub(super) struct ExplainArguments {
    /// The case's id
    #[arg(required_unless_present = "list")]
    case: Option<String>,
    /// The measure's id, such as `current_ratio`
    #[arg(required_unless_present = "list")]
    measure: Option<String>,
    /// The period, such as FY2023; every period where absent
    period: Option<String>,
    /// List the measures: id, unit, name
    #[arg(long, conflicts_with = "case")]
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
    let (Some(case), Some(id)) = (&arguments.case, &arguments.measure) else { return Outcome::Failed };
    let measure = Measure::from_id(id);
    let book = match opened {
        Ok(book) => book,
        Err(_) if measure.is_none() => return refuse(&[not_a_measure(id)]),
        Err(_) => return super::check::report(&folder, Manner { format: arguments.format, ..Manner::default() }),
    };
    let language = arguments.language(Some(&book));
    let question =
        Question { case, id, measure, period: arguments.period.as_deref(), language, format: arguments.format };
    question.ask(&folder, &book)
}

fn not_a_measure(id: &str) -> String {
    let ids: Vec<_> = Measure::ALL.iter().map(|measure| measure.id()).collect();
    unknown(&format!("`{id}` is not a measure"), id, &ids)
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
    case: &'a str,
    /// The measure as it was typed.
    id: &'a str,
    /// The measure; none where there is none of this id, so that only the case is looked for.
    measure: Option<Measure>,
    period: Option<&'a str>,
    language: Language,
    format: Format,
}

/// What one case has to say.
enum Answer {
    /// It is another case: its id.
    Other(String),
    /// The figures, written down.
    Figures(String),
    /// It has no such figure: what is wrong, what was probably meant, what there is.
    None(String),
}

impl Question<'_> {
    /// Reads the files that are named after the case first, and all others only where an `id` says
    /// something else.
    fn ask(&self, folder: &Folder, book: &Book) -> Outcome {
        let mut search =
            Search { question: self, folder, book, named: true, ids: Vec::new(), unsound: None, none: None };
        for named in [true, false] {
            search.named = named;
            if let Err(text) = registry::each(&mut search) {
                say(&text);
                return Outcome::Clean;
            }
            if let Some(message) = search.none {
                return refuse(&[message]);
            }
            if let Some((problems, sources)) = search.unsound.as_ref().filter(|_| named) {
                if self.measure.is_none() {
                    tell(&not_a_measure(self.id));
                }
                return problems::report(problems, sources, Format::Text, None);
            }
        }
        let listed =
            if search.unsound.is_some() { "; cases with errors are not listed, see `casebook check`" } else { "" };
        let no_case = unknown(&format!("the book has no case `{}`{listed}", self.case), self.case, &search.ids);
        let no_measure = self.measure.is_none().then(|| not_a_measure(self.id));
        refuse(&[no_case].into_iter().chain(no_measure).collect::<Vec<_>>())
    }

    fn answer<K: CaseKind>(&self, book: &Book, work: &Work<'_, K>) -> Answer {
        let id = K::id(work.case);
        if id != self.case {
            return Answer::Other(id.to_owned());
        }
        let Some(asked) = self.measure else { return Answer::None(not_a_measure(self.id)) };
        let figures = K::figures(work.assessment);
        let of_measure = || figures.iter().copied().filter(|figure| figure.measure == asked);
        let wanted = |figure: &&Figure| self.period.is_none_or(|period| figure.is_of(period));
        let found: Vec<_> = of_measure().filter(wanted).collect();
        if !found.is_empty() {
            return Answer::Figures(self.written(book, work, asked, &found));
        }
        let measure = asked.id();
        let periods: Vec<_> = of_measure().map(|figure| figure.period.clone()).collect();
        if let Some(period) = self.period.filter(|_| !periods.is_empty()) {
            return Answer::None(unknown(&format!("`{id}` has no {measure} for `{period}`"), period, &periods));
        }
        let there: BTreeSet<_> = figures.iter().map(|figure| figure.measure.id()).collect();
        let message = format!("`{id}` has no {measure}: its file does not give what it is computed from");
        Answer::None(unknown(&message, "", &there.into_iter().collect::<Vec<_>>()))
    }

    fn written<K: CaseKind>(&self, book: &Book, work: &Work<'_, K>, measure: Measure, figures: &[&Figure]) -> String {
        let edition = book.edition(self.language, false, false);
        match self.format {
            Format::Text => {
                let language = self.language;
                let inputs_of_parts = self.period.is_some();
                text::Explanation { measure, language, inputs_of_parts, width: width() }
                    .write(&K::explain(work, &edition, figures))
            }
            Format::Json => K::explain_json(work, &edition, figures),
        }
    }
}

/// The search for the case that is asked for, through every kind.
struct Search<'a> {
    question: &'a Question<'a>,
    folder: &'a Folder,
    book: &'a Book,
    /// Whether to read the files that are named after the case, or all others.
    named: bool,
    /// The ids of the cases read so far.
    ids: Vec<String>,
    /// What is wrong with the cases that could not be read.
    unsound: Option<(Vec<Problem>, Sources)>,
    /// The answer of a case that has no such figure.
    none: Option<String>,
}

impl Visitor for Search<'_> {
    /// The answer.
    type Stop = String;

    fn visit<K: CaseKind>(&mut self) -> Result<(), String> {
        let is_wanted = |file: &&FolderFile| (file.stem == self.question.case) == self.named;
        let files: Vec<_> = self.book.cases.of(K::NAMES.folder).iter().filter(is_wanted).cloned().collect();
        let answer = |work: &Work<'_, K>| self.question.answer(self.book, work);
        let pass = each_case::<K, _, _>(self.folder, self.book, &files, || (), |(), work| Ok(answer(work)));
        for answer in pass.results {
            match answer {
                Answer::Other(id) => self.ids.push(id),
                Answer::Figures(text) => return Err(text),
                Answer::None(message) => self.none = self.none.take().or(Some(message)),
            }
        }
        if pass.problems.iter().any(|problem| problem.severity == Severity::Error) {
            let (problems, sources) = self.unsound.get_or_insert_default();
            problems.extend(pass.problems);
            sources.extend(pass.sources);
        }
        Ok(())
    }
}

/// Says what does not exist.
fn refuse(messages: &[String]) -> Outcome {
    tell(&messages.join("\n\n"));
    Outcome::Problems
}

/// That something does not exist, what was probably meant, and what there is.
fn unknown(message: &str, asked: &str, known: &[impl AsRef<str>]) -> String {
    const MOST: usize = 60;
    let names = || known.iter().map(AsRef::as_ref);
    let near = nearest(asked, names()).map_or_else(String::new, |near| format!("\nhelp: did you mean `{near}`?"));
    let list = names().take(MOST).collect::<Vec<_>>().join(", ");
    let more = if known.len() > MOST { format!(" and {} more", known.len() - MOST) } else { String::new() };
    let list =
        if list.is_empty() { list } else { format!("\nknown:\n{}", wrap::wrap(&format!("{list}{more}"), 2, width())) };
    harmless(&format!("error: {message}{near}{list}"))
}
