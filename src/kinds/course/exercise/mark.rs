//! Marks the file that a student hands in: the kind's own check and assessment, and the rubric of the exercise.
//! Whatever stands in the file, there are problems and points, and nothing else.

use toml::de::DeValue;

use rust_decimal::Decimal;

use super::lack::Lack;
use super::rubric::{CriterionFile, FileTask, RangeFile};
use crate::kinds::book::{Book, Known};
use crate::kinds::course::live::{is_part, latest};
use crate::kinds::kind::{CaseKind, CaseText, Work};
use crate::kinds::registry::{self, Visitor};
use crate::load::blank::is_placeholder;
use crate::load::shape::shape;
use crate::load::tree::{self, Tree};
use crate::load::{Beside, Source};
use crate::measures::Figure;
use crate::values::{Language, Problem, Severity, Unit};

/// What a student hands in.
#[derive(Debug, Clone, Copy)]
pub struct Submission<'a> {
    /// The text of the file.
    pub source: &'a Source,
    /// The files beside it.
    pub beside: &'a Beside<'a>,
}

/// What a file has earned.
#[derive(Debug, Clone)]
pub struct Marked {
    /// One for each criterion, in the order of the rubric.
    pub scores: Vec<Score>,
    /// What the check found.
    pub problems: Vec<Problem>,
}

/// What a file has earned by one criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Score {
    /// All of its points.
    Full,
    /// No point, and why.
    None(Lack),
    /// It is to be marked by hand.
    ByHand,
}

impl Marked {
    /// The points earned, and those that are still to be given by hand.
    #[must_use]
    pub fn points(&self, task: &FileTask) -> (u32, u32) {
        let sum = |wanted: &Score| {
            let pairs = task.rubric.iter().zip(&self.scores).filter(|(_, score)| *score == wanted);
            pairs.map(|(criterion, _)| u32::from(criterion.points)).sum()
        };
        (sum(&Score::Full), sum(&Score::ByHand))
    }
}

/// Marks `submission` by the rubric of `task`.
#[must_use]
pub fn mark(task: &FileTask, submission: Submission<'_>, book: &Book) -> Marked {
    match registry::each(&mut Marker { task, submission, book }) {
        Err(marked) => marked,
        Ok(()) => Marked { scores: vec![Score::ByHand; task.rubric.len()], problems: Vec::new() },
    }
}

struct Marker<'a> {
    task: &'a FileTask,
    submission: Submission<'a>,
    book: &'a Book,
}

impl Visitor for Marker<'_> {
    /// Stops at the kind that is asked for, with what came of it.
    type Stop = Marked;

    fn visit<K: CaseKind>(&mut self) -> Result<(), Marked> {
        if K::NAMES.name == self.task.case_kind { Err(self.mark::<K>()) } else { Ok(()) }
    }
}

impl Marker<'_> {
    fn mark<K: CaseKind>(&self) -> Marked {
        let Submission { source, beside } = self.submission;
        let known = Known::from(&self.book.settings);
        // The file's name is the student's business, and need not serve as an id.
        let text = CaseText { source, stem: "submission", beside };
        let checked = K::check(&text, &shape::<K::File>(), &known.frame());
        let mut problems = checked.problems;
        let tree = tree::recover(source);
        let seen = match (&checked.case, &checked.tree) {
            (Some(case), Some(tree)) => {
                let (assessment, found) = K::assess(case, self.book, source, tree);
                problems.extend(found);
                let work: Work<'_, K> = Work { case, assessment: &assessment, source, tree };
                let language = self.book.settings.languages.first().copied().unwrap_or(Language::Zh);
                let tier = K::verdict(&work, &self.book.edition(language, false, false));
                let figures = K::figures(&assessment).into_iter().cloned().collect();
                Some(Results { figures, tier })
            }
            _ => None,
        };
        let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
        let found = Found { tree: &tree, errors, results: seen.as_ref() };
        let scores = self.task.rubric.iter().map(|criterion| found.score(criterion)).collect();
        Marked { scores, problems }
    }
}

/// What follows from a file that could be assessed.
struct Results {
    figures: Vec<Figure>,
    tier: String,
}

/// What can be said of a file.
struct Found<'a> {
    tree: &'a Tree<'a>,
    errors: usize,
    results: Option<&'a Results>,
}

impl Found<'_> {
    fn score(&self, criterion: &CriterionFile) -> Score {
        if !criterion.is_automatic() {
            return Score::ByHand;
        }
        self.meets(criterion).map_or_else(Score::None, |()| Score::Full)
    }

    /// Whether every condition of `criterion` holds, or why one does not.
    fn meets(&self, criterion: &CriterionFile) -> Result<(), Lack> {
        if criterion.sound && self.errors > 0 {
            return Err(Lack::Errors(self.errors));
        }
        for path in &criterion.filled {
            if !is_filled(self.tree, path) {
                return Err(Lack::Blank(path.clone()));
            }
        }
        if let Some(entries) = &criterion.entries {
            let count = count(self.tree, &entries.path);
            if count < entries.at_least as usize {
                return Err(Lack::Few { path: entries.path.clone(), count, at_least: entries.at_least });
            }
        }
        if criterion.figure.is_none() && criterion.tier.is_none() {
            return Ok(());
        }
        let results = self.results.ok_or(Lack::Unassessed)?;
        if let Some(range) = &criterion.figure {
            results.lies_in(range)?;
        }
        match &criterion.tier {
            Some(tier) if tier.trim() != results.tier => Err(Lack::Tier(results.tier.clone())),
            _ => Ok(()),
        }
    }
}

impl Results {
    fn lies_in(&self, range: &RangeFile) -> Result<(), Lack> {
        let of_measure = self.figures.iter().filter(|figure| figure.measure.id() == range.measure);
        let found = match &range.period {
            Some(part) => of_measure.clone().find(|figure| is_part(figure, part)),
            None => latest(of_measure),
        };
        let figure = found.ok_or_else(|| Lack::NoFigure(range.measure.clone()))?;
        let value = figure.value.map_err(|reason| Lack::Undefined(range.measure.clone(), reason))?;
        let value = if figure.measure.unit() == Unit::Percent { value * Decimal::ONE_HUNDRED } else { value };
        let (low, high) = (range.from.map(|from| from.0), range.to.map(|to| to.0));
        if low.is_some_and(|low| value < low) || high.is_some_and(|high| value > high) {
            return Err(Lack::Outside(range.measure.clone(), value));
        }
        Ok(())
    }
}

fn is_filled(tree: &Tree<'_>, path: &str) -> bool {
    let values = tree::values(tree, path);
    !values.is_empty() && values.into_iter().all(|value| value.is_some_and(|value| !is_blank(value)))
}

/// How many entries of a list or table are filled in.
fn count(tree: &Tree<'_>, path: &str) -> usize {
    tree::values(tree, path)
        .into_iter()
        .flatten()
        .map(|value| match value {
            DeValue::Array(list) => list.iter().filter(|entry| !is_blank(entry.get_ref())).count(),
            DeValue::Table(table) => table.values().filter(|entry| !is_blank(entry.get_ref())).count(),
            _ => 0,
        })
        .sum()
}

/// Whether a value says nothing: empty text, the dots of a form, or a table of nothing but such values.
fn is_blank(value: &DeValue<'_>) -> bool {
    match value {
        DeValue::String(text) => text.trim().is_empty() || is_placeholder(text),
        DeValue::Array(list) => list.iter().all(|entry| is_blank(entry.get_ref())),
        DeValue::Table(table) => table.values().all(|entry| is_blank(entry.get_ref())),
        _ => false,
    }
}
