//! The slips that an author foresees in a numeric exercise, solved like the exercise itself.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::formula;
use super::schema::{MistakeFile, NumericFile};
use super::solve::{drawn, solve_with};
use crate::kinds::book::Book;
use crate::load::Folder;
use crate::values::Text;

/// A slip with the number that it comes to.
#[derive(Debug, Clone)]
pub struct Slip<'a> {
    /// The number, in the unit that the answer is asked in.
    pub answer: Decimal,
    /// What is said to whoever gives it.
    pub remark: &'a Text,
}

/// Every slip of `numeric` with the figures of `student`, or in words why it has no number.
pub fn slips<'a>(
    numeric: &'a NumericFile,
    exercise: &str,
    student: &str,
    book: &'a Book,
    folder: &'a Folder,
) -> impl Iterator<Item = Result<Slip<'a>, String>> + use<'a> {
    slips_with(numeric, drawn(numeric, exercise, student, book), book, folder)
}

/// Every slip of `numeric` with the figures `values`, or in words why it has no number.
pub fn slips_with<'a>(
    numeric: &'a NumericFile,
    values: BTreeMap<String, Decimal>,
    book: &'a Book,
    folder: &'a Folder,
) -> impl Iterator<Item = Result<Slip<'a>, String>> + use<'a> {
    numeric.mistakes.iter().map(move |mistake| {
        let answer = match &mistake.formula {
            Some(formula) => formula::value(formula, &values)?,
            None => solve_with(&other(numeric, mistake), values.clone(), book, folder)?.answer,
        };
        Ok(Slip { answer, remark: &mistake.remark })
    })
}

/// The question that is answered by mistake.
fn other(numeric: &NumericFile, mistake: &MistakeFile) -> NumericFile {
    let mut other = NumericFile { mistakes: Vec::new(), ..numeric.clone() };
    if let Some(measure) = &mistake.measure {
        other.measure.clone_from(measure);
    }
    if let Some(period) = &mistake.period {
        other.period.clone_from(period);
    }
    other
}

/// Every answer with the asked decimals that lies within the tolerance of `answer`, in the order of their
/// distance; at most `most`.
#[must_use]
pub fn near(numeric: &NumericFile, answer: Decimal, most: usize) -> Vec<String> {
    let (decimals, steps) = (decimals(numeric), steps(numeric));
    let step = Decimal::new(1, decimals);
    let middle = rounded(numeric, answer);
    let mut answers = Vec::new();
    for offset in 0..=steps.min(u64::try_from(most / 2).unwrap_or(0)) {
        for answer in [middle - step * Decimal::from(offset), middle + step * Decimal::from(offset)] {
            let text = format!("{answer:.*}", decimals as usize);
            if !answers.contains(&text) {
                answers.push(text);
            }
        }
    }
    answers
}

/// `answer` to the decimals that are asked.
#[must_use]
pub fn rounded(numeric: &NumericFile, answer: Decimal) -> Decimal {
    answer.round_dp_with_strategy(decimals(numeric), rust_decimal::RoundingStrategy::MidpointAwayFromZero)
}

/// How far an unrounded response may lie from the rounded answer, so that it rounds to one that is accepted.
#[must_use]
pub fn tolerance(numeric: &NumericFile) -> Decimal {
    let step = Decimal::new(1, decimals(numeric));
    step * Decimal::from(steps(numeric)) + step / Decimal::TWO
}

fn decimals(numeric: &NumericFile) -> u32 {
    u32::from(numeric.decimals.min(6))
}

/// The tolerance in units of the last decimal.
fn steps(numeric: &NumericFile) -> u64 {
    let step = Decimal::new(1, decimals(numeric));
    numeric.within.0.checked_div(step).and_then(|steps| u64::try_from(steps.trunc()).ok()).unwrap_or(0)
}
