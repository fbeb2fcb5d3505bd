//! Values that lessons insert when the page is made: `{{ figure("apple", "quick_ratio", "FY2023") }}`
//! and `{{ tier("apple") }}`.
//!
//! Lessons say what they want before the cases are assessed (`Wanted`); each case answers for itself
//! through its kind (`Wanted::ask`); only the answers stay (`Answers`), however many cases there are.

use std::collections::{BTreeMap, BTreeSet};

use super::Course;
use crate::kinds::edition::Edition;
use crate::kinds::kind::{CaseKind, Work};
use crate::load::check::nearest;
use crate::measures::{Figure, Measure};
use crate::pages::article::{Resolve, read};
use crate::present::trace::fragment;
use crate::values::Language;

/// What a lesson asks for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Call {
    /// A figure of a case: case, measure, and period or part.
    Figure(String, &'static str, Option<String>),
    /// The result of a case in a few characters.
    Tier(String),
}

impl Call {
    /// Reads what stands between the braces.
    ///
    /// # Errors
    /// What is wrong and what to do.
    pub fn parse(text: &str) -> Result<Call, (String, String)> {
        let wrong = || {
            let hint = "write {{ figure(\"CASE\", \"MEASURE\", \"PERIOD\") }} or {{ tier(\"CASE\") }}";
            (format!("`{text}` is not a value that can be inserted"), hint.to_owned())
        };
        let (name, rest) = text.split_once('(').ok_or_else(wrong)?;
        let inner = rest.trim_end().strip_suffix(')').ok_or_else(wrong)?;
        let quoted = |argument: &str| {
            let argument = argument.trim();
            let inner = argument.strip_prefix('"')?.strip_suffix('"')?;
            (!inner.contains('"')).then(|| inner.to_owned())
        };
        let arguments: Option<Vec<String>> = inner.split(',').map(quoted).collect();
        match (name.trim(), arguments.ok_or_else(wrong)?.as_slice()) {
            ("tier", [case]) => Ok(Call::Tier(case.clone())),
            ("figure", [case, measure, rest @ ..]) if rest.len() < 2 => {
                let Some(known) = Measure::from_id(measure) else {
                    let near = nearest(measure, Measure::ALL.iter().map(|measure| measure.id()));
                    let hint = near
                        .map_or_else(|| "see `casebook explain`".to_owned(), |near| format!("did you mean `{near}`?"));
                    return Err((format!("there is no measure `{measure}`"), hint));
                };
                Ok(Call::Figure(case.clone(), known.id(), rest.first().cloned()))
            }
            _ => Err(wrong()),
        }
    }

    fn case(&self) -> &str {
        match self {
            Call::Figure(case, ..) | Call::Tier(case) => case,
        }
    }
}

/// The cases that lessons name, with what is asked of each.
#[derive(Debug, Clone, Default)]
pub struct Wanted(BTreeMap<String, BTreeSet<Call>>);

/// What a case answers, and where.
#[derive(Debug, Clone)]
pub struct CaseAnswer {
    id: String,
    folder: &'static str,
    /// What was asked, with the words in each language and the fragment on the case's page.
    values: BTreeMap<Call, Answer>,
}

/// What the cases of a book answer.
#[derive(Debug, Clone, Default)]
pub struct Answers {
    named: BTreeMap<String, CaseAnswer>,
    /// Every case's id, for advice.
    known: BTreeSet<String>,
}

impl Wanted {
    /// What the lessons and teaching notes of `course` want.
    #[must_use]
    pub fn of(course: &Course) -> Self {
        let mut wanted = Wanted::default();
        for (source, body, _) in course.bodies() {
            let _ = read(source.text.get(body..).unwrap_or_default(), &mut wanted);
        }
        for note in course.notes.iter().flat_map(|note| &note.texts) {
            if let Some(case) = &note.head.case {
                wanted.0.entry(case.clone()).or_default();
            }
        }
        for term in &course.terms {
            for text in [&term.definition.zh, &term.definition.en] {
                let _ = read(text, &mut wanted);
            }
        }
        wanted
    }

    /// What the case at hand answers. A case that no lesson names says only that it is there.
    #[must_use]
    pub fn ask<K: CaseKind>(&self, work: &Work<'_, K>, editions: &[Edition<'_>]) -> CaseAnswer {
        let id = K::id(work.case);
        let asked = self.0.get(id).into_iter().flatten();
        let values = asked.map(|call| (call.clone(), answer::<K>(work, editions, call))).collect();
        CaseAnswer { id: id.to_owned(), folder: K::NAMES.folder, values }
    }
}

/// Collects what a text wants while it is read.
impl Resolve for Wanted {
    fn link(&mut self, target: &str, _: std::ops::Range<usize>) -> String {
        if let Some(case) = target.strip_prefix("case:") {
            self.0.entry(case.to_owned()).or_default();
        }
        String::new()
    }

    fn picture(&mut self, _: &str, _: std::ops::Range<usize>) -> String {
        String::new()
    }

    fn value(&mut self, call: &str, _: std::ops::Range<usize>) -> (String, String) {
        if let Ok(call) = Call::parse(call) {
            self.0.entry(call.case().to_owned()).or_default().insert(call);
        }
        (String::new(), String::new())
    }
}

/// The words in each language and the fragment that explains them; or which parts there are.
type Answer = Result<(Vec<(Language, String)>, String), String>;

fn answer<K: CaseKind>(work: &Work<'_, K>, editions: &[Edition<'_>], call: &Call) -> Answer {
    let words =
        |of: &dyn Fn(&Edition<'_>) -> String| editions.iter().map(|edition| (edition.language, of(edition))).collect();
    match call {
        Call::Tier(_) => Ok((words(&|edition| K::verdict(work, edition)), String::new())),
        Call::Figure(_, measure, part) => {
            let all = K::figures(work.assessment);
            let mut of_measure = all.into_iter().filter(|figure| figure.measure.id() == *measure);
            let found = match part {
                Some(part) => of_measure.clone().find(|figure| is_part(figure, part)),
                None => latest(of_measure.clone()),
            };
            let Some(figure) = found else {
                let parts: BTreeSet<String> = of_measure.by_ref().map(part_of).collect();
                return Err(parts.into_iter().collect::<Vec<_>>().join(", "));
            };
            let explained = |edition: &Edition<'_>| {
                let explained = K::explain(work, edition, &[figure]);
                explained.figures.into_iter().next().map_or_else(String::new, |figure| figure.derived.result)
            };
            Ok((words(&explained), fragment(figure)))
        }
    }
}

/// Whether `part` means this figure: its period, or its part of the whole.
pub(super) fn is_part(figure: &Figure, part: &str) -> bool {
    if figure.scope.is_empty() { figure.period == part } else { figure.scope == part && figure.period == "all" }
}

fn part_of(figure: &Figure) -> String {
    if figure.scope.is_empty() { figure.period.clone() } else { figure.scope.clone() }
}

/// The figure of everything, or else the one of the latest period.
pub(super) fn latest<'f>(figures: impl Iterator<Item = &'f Figure> + Clone) -> Option<&'f Figure> {
    let whole = figures.clone().find(|figure| figure.period == "all" && figure.scope.is_empty());
    whole.or_else(|| figures.filter(|figure| figure.scope.is_empty()).last())
}

impl Answers {
    /// Keeps what a case answers.
    pub fn keep(&mut self, answer: CaseAnswer, wanted: &Wanted) {
        self.known.insert(answer.id.clone());
        if wanted.0.contains_key(&answer.id) {
            self.named.insert(answer.id.clone(), answer);
        }
    }

    /// The page of a case, as its path in the book's first language.
    #[must_use]
    pub fn page_of(&self, id: &str) -> Option<String> {
        self.named.get(id).map(|case| format!("{}/{id}.html", case.folder))
    }

    /// The case whose id looks most like `id`.
    #[must_use]
    pub fn nearest(&self, id: &str) -> Option<&str> {
        nearest(id, self.known.iter().map(String::as_str))
    }

    /// The answer to `call` in `language`, and the path of the place that explains it.
    ///
    /// # Errors
    /// What is wrong and what to do.
    pub fn answer(&self, call: &Call, language: Language) -> Result<(String, String), (String, String)> {
        let id = call.case();
        let Some(case) = self.named.get(id) else {
            let near = self.nearest(id);
            let hint =
                near.map_or_else(|| "name a case of the book".to_owned(), |near| format!("did you mean `{near}`?"));
            return Err((format!("the book holds no case `{id}`"), hint));
        };
        match (case.values.get(call), call) {
            (Some(Ok((words, fragment))), _) => {
                let words = words.iter().find(|(known, _)| *known == language).map_or("", |(_, words)| words);
                let hash = if fragment.is_empty() { "" } else { "#" };
                Ok((words.to_owned(), format!("{}/{id}.html{hash}{fragment}", case.folder)))
            }
            (Some(Err(parts)), Call::Figure(_, measure, part)) => {
                let of = part.as_deref().map_or_else(String::new, |part| format!(" for `{part}`"));
                let hint = if parts.is_empty() {
                    "the case has no such figure at all".to_owned()
                } else {
                    format!("there are: {parts}")
                };
                Err((format!("`{id}` has no `{measure}`{of}"), hint))
            }
            _ => Err((format!("`{id}` has no answer to this"), "name a figure of the case".to_owned())),
        }
    }
}
