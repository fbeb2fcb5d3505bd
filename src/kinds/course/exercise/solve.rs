//! Solves numeric exercises: the case with a student's figures goes through its kind's own checks and
//! assessment, and the answer is the measure that the reports would print.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::draw::{draw, filled};
use super::schema::NumericFile;
use crate::kinds::book::{Book, Known};
use crate::kinds::course::live::is_part;
use crate::kinds::edition::Edition;
use crate::kinds::kind::{CaseKind, CaseText, Work};
use crate::kinds::registry::{self, Visitor};
use crate::load::shape::shape;
use crate::load::{Beside, Folder, Source};
use crate::measures::Figure;
use crate::pages::OperandOrigin;
use crate::present::derivation_fragment;
use crate::values::{Language, Severity, Unit};

/// The answer of a numeric exercise for one student.
#[derive(Debug, Clone)]
pub struct Solved {
    /// The inputs that were drawn.
    pub values: BTreeMap<String, Decimal>,
    /// The answer in the unit that it is asked in; per cent as printed.
    pub answer: Decimal,
    /// How it comes about, in each language: the formula with its numbers and the result.
    pub solution: Vec<(Language, String)>,
}

/// Solves `numeric` with the figures of `student`.
///
/// # Errors
/// In words, what is wrong with the case that results.
pub fn solve(
    numeric: &NumericFile,
    exercise: &str,
    student: &str,
    book: &Book,
    folder: &Folder,
) -> Result<Solved, String> {
    solve_with(numeric, drawn(numeric, exercise, student, book), book, folder)
}

/// The figures of `student`.
#[must_use]
pub fn drawn(numeric: &NumericFile, exercise: &str, student: &str, book: &Book) -> BTreeMap<String, Decimal> {
    let course = book.course.as_ref().map_or("", |course| course.id.as_str());
    draw(&numeric.inputs, course, exercise, student)
}

/// Solves `numeric` with the figures `values`.
///
/// # Errors
/// In words, what is wrong with the case that results.
pub fn solve_with(
    numeric: &NumericFile,
    values: BTreeMap<String, Decimal>,
    book: &Book,
    folder: &Folder,
) -> Result<Solved, String> {
    let text = filled(&numeric.case, &values, |value| value.normalize().to_string());
    let mut solver = Solver { numeric, text, book, folder, values };
    match registry::each(&mut solver) {
        Ok(()) => Err(format!("there is no kind of case called `{}`", numeric.case_kind)),
        Err(result) => result,
    }
}

struct Solver<'a> {
    numeric: &'a NumericFile,
    text: String,
    book: &'a Book,
    folder: &'a Folder,
    values: BTreeMap<String, Decimal>,
}

impl Visitor for Solver<'_> {
    /// Stops at the kind that is asked for, with what came of it.
    type Stop = Result<Solved, String>;

    fn visit<K: CaseKind>(&mut self) -> Result<(), Self::Stop> {
        if K::NAMES.name == self.numeric.case_kind { Err(self.solve::<K>()) } else { Ok(()) }
    }
}

impl Solver<'_> {
    fn solve<K: CaseKind>(&mut self) -> Result<Solved, String> {
        let source = Source::new("exercise.toml", std::mem::take(&mut self.text));
        let known = Known::from(&self.book.settings);
        let text = CaseText { source: &source, stem: "exercise", beside: &Beside::of(self.folder, "exercises/") };
        let checked = K::check(&text, &shape::<K::File>(), &known.frame());
        if let Some(problem) = checked.problems.iter().find(|problem| problem.severity == Severity::Error) {
            return Err(format!("the case is wrong: {}", problem.message));
        }
        let (Some(case), Some(tree)) = (&checked.case, &checked.tree) else {
            return Err("the case cannot be read".to_owned());
        };
        let (assessment, _) = K::assess(case, self.book, &source, tree);
        let work: Work<'_, K> = Work { case, assessment: &assessment, source: &source, tree };
        let figures = K::figures(&assessment);
        let wanted = figures
            .iter()
            .copied()
            .find(|figure| figure.measure.id() == self.numeric.measure && is_part(figure, &self.numeric.period));
        let Some(figure) = wanted else {
            return Err(format!("the case has no `{}` for `{}`", self.numeric.measure, self.numeric.period));
        };
        let value = figure.value.map_err(|reason| format!("the answer is not defined: {}", reason.words().en))?;
        let answer = if figure.measure.unit() == Unit::Percent { value * Decimal::ONE_HUNDRED } else { value };
        let solution = self.book.settings.languages.iter().map(|&language| {
            let edition = self.book.edition(language, false, false);
            let mut steps = Vec::new();
            step(&work, &edition, &figures, figure, &mut steps);
            let joint = if language == Language::Zh { "；" } else { "; " };
            (language, steps.join(joint))
        });
        let solution = solution.collect();
        Ok(Solved { values: std::mem::take(&mut self.values), answer, solution })
    }
}

/// The calculation of `figure`, after those of the figures that it is made of, each once.
fn step<K: CaseKind>(
    work: &Work<'_, K>,
    edition: &Edition<'_>,
    figures: &[&Figure],
    figure: &Figure,
    steps: &mut Vec<String>,
) {
    let Some(shown) = K::explain(work, edition, &[figure]).figures.into_iter().next() else { return };
    for operand in &shown.derived.operands {
        let OperandOrigin::Derivation(id) = &operand.origin else { continue };
        let part = figures.iter().find(|part| {
            derivation_fragment(part.measure) == *id && part.period == figure.period && part.scope == figure.scope
        });
        if let Some(part) = part.filter(|part| part.measure != figure.measure) {
            step(work, edition, figures, part, steps);
        }
    }
    let calculation = &shown.derived.calculation;
    let equals = if calculation.is_empty() { "" } else { " = " };
    let line = format!("{calculation}{equals}{}{}", shown.derived.result, shown.unit);
    if !steps.contains(&line) {
        steps.push(line);
    }
}
