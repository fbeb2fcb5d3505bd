//! How one client differs between two states, and what moved it: the contributions of the score that
//! moved most, what surrounds them, and the numbers behind all of it.

use rust_decimal::Decimal;
use serde::Serialize;

use super::inputs::{self, InputChange};
use super::{Circumstances, Standing};
use crate::kinds::client::record::{Contribution, Record};
use crate::kinds::compare::{Pair, Standings};

/// The measures that rest on what the client owes us.
const TRADED: &[&str] = &["credit_exposure", "overdue_share"];

/// A client that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// How it stood.
    pub old: Standing,
    /// How it stands.
    pub new: Standing,
    /// What differs around them.
    #[serde(flatten)]
    pub around: Circumstances,
    /// The parts of the score that differ, the one that moved most first.
    pub moved: Vec<Moved>,
    /// The numbers that differ behind the limits.
    pub limit_inputs: Vec<InputChange>,
    /// The numbers that differ behind the amounts of the trade.
    pub trade_inputs: Vec<InputChange>,
    /// The numbers of the client that differ, each once, whatever rests on them.
    pub inputs: Vec<InputChange>,
}

/// A part of the score that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// The id of its measure.
    pub measure: String,
    /// How much more it adds to the score than before.
    pub by: Decimal,
    /// The measure's value.
    pub value: Pair<Option<Decimal>>,
    /// Its points.
    pub points: Pair<Option<Decimal>>,
    /// Its weight; none where the model of a state does not score it.
    pub weight: Pair<Option<Decimal>>,
    /// The calculations, where they differ.
    pub calculation: Option<Pair<String>>,
    /// The numbers behind the measure that differ.
    pub inputs: Vec<InputChange>,
}

impl Standings for Change {
    type Standing = Standing;

    fn standings(&self) -> (&Standing, &Standing) {
        (&self.old, &self.new)
    }
}

/// How `new` differs from `old`, or nothing where neither how the client stands nor what surrounds it
/// does.
pub(super) fn change(old: &Record, new: &Record, least: Decimal) -> Option<Change> {
    let (before, after) = (Standing::of(old), Standing::of(new));
    let around = Circumstances::between(old, new);
    let differs = before.tier != after.tier
        || scores_differ(before.score, after.score, least)
        || before.recommended != after.recommended
        || before.in_force != after.in_force
        || currencies_differ(&before.currency, &after.currency)
        || !around.is_empty();
    let measures = new.figures.iter().map(|figure| figure.measure.as_str());
    let traded = if around.amounts.is_empty() { &[] } else { TRADED };
    differs.then(|| Change {
        moved: moved(old, new),
        limit_inputs: limit_inputs(old, new),
        trade_inputs: inputs::of_figures(old, new, traded.iter().copied()),
        inputs: inputs::of_figures(old, new, measures).into_iter().filter(is_of_client).collect(),
        old: before,
        new: after,
        around,
    })
}

/// Whether a number of the client differs, and not only what rests on it.
fn is_of_client(change: &InputChange) -> bool {
    !change.of_model && !change.elsewhere
}

/// Where a state names none, they are not compared.
fn currencies_differ(old: &str, new: &str) -> bool {
    !old.is_empty() && !new.is_empty() && old != new
}

fn scores_differ(old: Option<Decimal>, new: Option<Decimal>, least: Decimal) -> bool {
    match (old, new) {
        (Some(old), Some(new)) => old.checked_sub(new).is_none_or(|by| by.abs() > least),
        (old, new) => old.is_some() != new.is_some(),
    }
}

/// The parts that add more or less than before, the one that moved most first; then by id.
fn moved(old: &Record, new: &Record) -> Vec<Moved> {
    let gone = old.contributions.iter().filter(|part| new.contribution(&part.measure).is_none());
    let mut moved: Vec<_> =
        new.contributions.iter().chain(gone).filter_map(|part| moved_part(old, new, &part.measure)).collect();
    moved.sort_by(|a, b| b.by.abs().cmp(&a.by.abs()).then_with(|| a.measure.cmp(&b.measure)));
    moved
}

fn moved_part(old: &Record, new: &Record, measure: &str) -> Option<Moved> {
    let (before, after) = (old.contribution(measure), new.contribution(measure));
    let adds = |part: Option<&Contribution>| part.map_or(Decimal::ZERO, |part| part.contribution);
    let by = adds(after).checked_sub(adds(before)).filter(|by| !by.is_zero())?;
    let value = |record: &Record| record.figure(measure).and_then(|figure| figure.value);
    let calculation =
        |record: &Record| record.figure(measure).map_or_else(String::new, |figure| figure.calculation.clone());
    Some(Moved {
        measure: measure.to_owned(),
        by: by.normalize(),
        value: Pair { old: value(old), new: value(new) },
        points: Pair { old: before.and_then(|part| part.points), new: after.and_then(|part| part.points) },
        weight: Pair { old: before.map(|part| part.weight), new: after.map(|part| part.weight) },
        calculation: Pair::differing(calculation(old), calculation(new)),
        inputs: inputs::of_figures(old, new, [measure]),
    })
}

/// The numbers behind the recommendation where it differs, and the grant where another is in force. A
/// recommendation of nothing rests on the tier alone: what another one rests on beside it is told
/// only where nothing else differs.
fn limit_inputs(old: &Record, new: &Record) -> Vec<InputChange> {
    let (before, after) = (Standing::of(old), Standing::of(new));
    let recommended = (before.recommended != after.recommended).then_some("recommended_limit");
    let mut found = inputs::of_figures(old, new, recommended);
    let differs = |change: &InputChange| is_of_client(change) || (change.old.is_some() && change.new.is_some());
    if found.iter().any(differs) {
        found.retain(differs);
    }
    if before.in_force != after.in_force {
        let granted = inputs::of_figures(old, new, ["limit_use"]);
        found.extend(granted.into_iter().filter(|change| change.path.starts_with("limits[")));
    }
    found
}
