//! Pairs the numbers that figures of two states rest on, and tells those that differ.
//!
//! A key path holds places in lists, which move when an entry is added or taken out. Two inputs are
//! the same where path and value are; then where they play the same part, which is the path without
//! places, and have the same value; then where the path is the same. Numbers of statements are paired
//! from the latest back, so that a new year's closing balance meets that of the year before.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use rust_decimal::Decimal;
use serde::Serialize;

use crate::kinds::client::record::{Figure, Input, Record};

/// A number that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InputChange {
    /// Its key path: in the new state where it has one.
    pub path: String,
    /// Its key path in the old state, where that was another.
    pub old_path: Option<String>,
    /// The number that was.
    pub old: Option<Typed>,
    /// The number that is.
    pub new: Option<Typed>,
    /// Its file: of the new state where it has the number.
    pub file: String,
    /// Its line there.
    pub line: usize,
    /// Whether it stands in the model.
    pub of_model: bool,
    /// Whether both states have the number and only the figure of one rests on it, as an invoice that
    /// has fallen due.
    pub elsewhere: bool,
}

/// A number as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Typed {
    /// As typed.
    pub value: Decimal,
    /// How many base units one unit of the file is.
    pub scale: Decimal,
}

/// An input with what it is paired by.
struct Operand<'a> {
    input: &'a Input,
    of_model: bool,
    part: String,
}

impl<'a> Operand<'a> {
    fn of(record: &'a Record, figure: &'a Figure) -> Vec<Self> {
        let of_model = |input: &Input| input.file == record.model.file;
        let operand = |input: &'a Arc<Input>| Operand { input, of_model: of_model(input), part: part(&input.path) };
        figure.inputs.iter().map(operand).collect()
    }

    /// In base units; none where that is too large a number.
    fn base(&self) -> Option<Decimal> {
        self.input.value.checked_mul(self.input.scale)
    }

    fn typed(&self) -> Typed {
        Typed { value: self.input.value, scale: self.input.scale }
    }

    fn has_path_of(&self, other: &Operand<'_>) -> bool {
        self.input.path == other.input.path
    }

    fn has_value_of(&self, other: &Operand<'_>) -> bool {
        self.base() == other.base()
    }

    fn plays_part_of(&self, other: &Operand<'_>) -> bool {
        self.of_model == other.of_model && self.part == other.part
    }

    /// The place of its statement from 1, or 0 for other numbers.
    fn statement(&self) -> usize {
        let place = self.input.path.strip_prefix("statements[").and_then(|rest| rest.split_once(']'));
        place.and_then(|(place, _)| place.parse::<usize>().ok()).map_or(0, |place| place.saturating_add(1))
    }

    /// Whether it stands in a statement: then the later one pairs with the later one.
    fn is_ordered(&self) -> bool {
        self.statement() > 0
    }

    /// Whether an input may take the place of another of its part: a sum, a tier's factor, a limit.
    fn is_exchangeable(&self) -> bool {
        self.of_model || self.is_ordered() || self.part.contains('(') || self.part.starts_with("limits[")
    }
}

/// The numbers of the last figures of `measures` that differ, each once.
pub(super) fn of_figures<'m>(
    old: &Record,
    new: &Record,
    measures: impl IntoIterator<Item = &'m str>,
) -> Vec<InputChange> {
    let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
    for measure in measures {
        let operands =
            |record| Record::figure(record, measure).map_or_else(Vec::new, |figure| Operand::of(record, figure));
        for mut change in paired(operands(old), operands(new)) {
            look_elsewhere(&mut change, old, new);
            if seen.insert((change.path.clone(), change.old_path.clone(), change.of_model)) {
                found.push(change);
            }
        }
    }
    found
}

/// Finds the number that only one of two figures rests on in the other state.
fn look_elsewhere(change: &mut InputChange, old: &Record, new: &Record) {
    let (record, typed) = match (change.old, change.new) {
        (Some(typed), None) => (new, typed),
        (None, Some(typed)) => (old, typed),
        _ => return,
    };
    let same = |input: &&Arc<Input>| {
        let typed_there = Typed { value: input.value, scale: input.scale };
        input.path == change.path && typed_there == typed && (input.file == record.model.file) == change.of_model
    };
    let Some(found) = record.figures.iter().flat_map(|figure| &figure.inputs).find(same) else { return };
    change.elsewhere = true;
    if change.new.is_none() {
        (change.file, change.line) = (found.file.clone(), found.line);
    }
}

/// The numbers of the model at the same path that differ.
pub(super) fn of_model(old: &Record, new: &Record) -> Vec<InputChange> {
    let measures = new.figures.iter().map(|figure| figure.measure.as_str());
    let mut changes = of_figures(old, new, measures);
    changes.retain(|change| {
        let in_both = change.old_path.is_none() && change.old.is_some() && change.new.is_some();
        change.of_model && in_both && is_of_one_item(&change.path, old, new)
    });
    changes
}

/// Whether the item of the score that `path` leads to, if it leads to one, scores the same measure in both
/// models.
fn is_of_one_item(path: &str, old: &Record, new: &Record) -> bool {
    let at = path.strip_prefix("score.items[").and_then(|rest| rest.split(']').next()?.parse::<usize>().ok());
    let measure = |record: &Record, at: usize| record.contributions.get(at).map(|part| part.measure.clone());
    at.is_none_or(|at| measure(old, at) == measure(new, at))
}

/// Whether an input takes the place of another of its part.
type Rule = fn(&Operand<'_>, &Operand<'_>) -> bool;

/// The changes between two lists of inputs.
fn paired(old: Vec<Operand<'_>>, new: Vec<Operand<'_>>) -> Vec<InputChange> {
    let (mut left, mut rest, mut changes) = (old, new, Vec::new());
    for operands in [&mut left, &mut rest] {
        operands.sort_by_key(|operand| Reverse(operand.statement()));
    }
    let rules: [Rule; 5] = [
        |_, after| after.is_ordered(),
        |before, after| before.has_path_of(after) && before.has_value_of(after),
        |before, after| before.has_value_of(after),
        |before, after| before.has_path_of(after),
        |_, after| after.is_exchangeable(),
    ];
    for rule in rules {
        rest.retain(|after| {
            let Some(at) = left.iter().position(|before| before.plays_part_of(after) && rule(before, after)) else {
                return true;
            };
            let before = left.remove(at);
            if !before.has_value_of(after) {
                changes.push(change(Some(&before), Some(after)));
            }
            false
        });
    }
    changes.extend(rest.iter().map(|operand| change(None, Some(operand))));
    changes.extend(left.iter().map(|operand| change(Some(operand), None)));
    changes
}

fn change(old: Option<&Operand<'_>>, new: Option<&Operand<'_>>) -> InputChange {
    let (path, file, line, of_model) = match new.or(old) {
        Some(Operand { input, of_model, .. }) => (input.path.clone(), input.file.clone(), input.line, *of_model),
        None => Default::default(),
    };
    let old_path = old.map(|old| old.input.path.clone()).filter(|before| *before != path);
    let (old, new) = (old.map(Operand::typed), new.map(Operand::typed));
    InputChange { path, old_path, old, new, file, line, of_model, elsewhere: false }
}

/// The part that an input plays: its path without places in lists of tables and without dates.
/// `amount[NUMBER]` of a ledger keeps its number, which is a name.
fn part(path: &str) -> String {
    let mut part = String::with_capacity(path.len());
    let mut rest = path;
    while let Some(c) = rest.chars().next() {
        let skipped = place(rest).or_else(|| date(rest));
        if skipped.is_none() {
            part.push(c);
        } else if c == '[' {
            part.push_str("[]");
        }
        rest = &rest[skipped.unwrap_or(c.len_utf8())..];
    }
    part
}

/// The bytes of `[12]` at the beginning of `text`, where a key follows.
fn place(text: &str) -> Option<usize> {
    let (digits, rest) = text.strip_prefix('[')?.split_once(']')?;
    let is_place = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) && rest.starts_with('.');
    is_place.then_some(digits.len() + 2)
}

/// The bytes of a date at the beginning of `text`.
fn date(text: &str) -> Option<usize> {
    const LENGTH: usize = 10;
    let date = text.get(..LENGTH)?;
    let is_date = date.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    is_date.then_some(LENGTH)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::number::exact;

    fn input(path: &str, value: i64) -> Input {
        Input { path: path.to_owned(), value: value.into(), scale: Decimal::ONE, file: "c.toml".to_owned(), line: 1 }
    }

    fn changes(old: &[(&str, i64)], new: &[(&str, i64)]) -> Vec<String> {
        let inputs = |of: &[(&str, i64)]| of.iter().map(|&(path, value)| input(path, value)).collect::<Vec<_>>();
        let (old, new) = (inputs(old), inputs(new));
        let operand = |input| Operand { input, of_model: false, part: part(&input.path) };
        let number = |typed: Option<Typed>| typed.map_or("none".to_owned(), |typed| exact(typed.value));
        paired(old.iter().map(operand).collect(), new.iter().map(operand).collect())
            .into_iter()
            .map(|change| format!("{} {} {}", change.path, number(change.old), number(change.new)))
            .collect()
    }

    #[test]
    fn an_edited_number_is_paired_with_itself() {
        let old = [("trade.open[0].amount", 10), ("trade.open[1].amount", 20), ("trade.receivables", 30)];
        let new = [("trade.open[0].amount", 10), ("trade.open[1].amount", 25), ("trade.receivables", 30)];
        assert_eq!(changes(&old, &new), ["trade.open[1].amount 20 25"]);
        assert_eq!(changes(&new, &new), Vec::<String>::new());
    }

    #[test]
    fn an_entry_taken_out_does_not_change_those_after_it() {
        let old = [("trade.open[0].amount", 10), ("trade.open[1].amount", 20), ("trade.open[2].amount", 30)];
        let new = [("trade.open[0].amount", 20), ("trade.open[1].amount", 30)];
        assert_eq!(changes(&old, &new), ["trade.open[0].amount 10 none"]);
        assert_eq!(changes(&new, &old), ["trade.open[0].amount none 10"]);
    }

    #[test]
    fn a_new_year_meets_the_year_before_in_the_same_part() {
        let old =
            [("statements[0].balance.cash", 5), ("statements[1].balance.cash", 7), ("statements[1].income.sales", 9)];
        let new =
            [("statements[1].balance.cash", 7), ("statements[2].balance.cash", 8), ("statements[2].income.sales", 9)];
        assert_eq!(changes(&old, &new), ["statements[2].balance.cash 7 8", "statements[1].balance.cash 5 7"]);
        let opening = [("statements[0].balance.cash", 5), ("statements[1].balance.cash", 7)];
        assert_eq!(changes(&opening[1..], &opening), ["statements[0].balance.cash none 5"]);
    }

    #[test]
    fn invoices_keep_their_numbers_and_sums_their_part() {
        let old = [("amount[1001]", 5), ("amount[1002]", 6), ("sum(paid, 2023-01-31…2024-01-31)", 70)];
        let new = [("amount[1001]", 6), ("amount[1003]", 6), ("sum(paid, 2023-03-31…2024-03-31)", 80)];
        let expected = [
            "amount[1001] 5 6",
            "sum(paid, 2023-03-31…2024-03-31) 70 80",
            "amount[1003] none 6",
            "amount[1002] 6 none",
        ];
        assert_eq!(changes(&old, &new), expected);
    }
}
