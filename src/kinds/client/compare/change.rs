//! How one client differs between two states, and what moved it: the contributions of the score that
//! moved most, caps, overrides, documents, and the numbers behind all of them.

use rust_decimal::Decimal;
use serde::Serialize;

use super::inputs::{self, InputChange};
use super::{Pair, Standing};
use crate::kinds::client::record::{Cap, Contribution, Decision, Record};

/// A client that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// How it stood.
    pub old: Standing,
    /// How it stands.
    pub new: Standing,
    /// The industries, where they differ: the model may score them otherwise.
    pub industry: Option<Pair<String>>,
    /// The latest assessed periods, where they differ.
    pub period: Option<Pair<Option<String>>>,
    /// The tiers before caps, where they differ.
    pub tier_before_caps: Option<Pair<Option<String>>>,
    /// The shares of the weight that could be scored, where they differ.
    pub coverage: Option<Pair<Option<Decimal>>>,
    /// The parts of the score that differ, the one that moved most first.
    pub moved: Vec<Moved>,
    /// Caps that began or ceased to fire.
    pub caps: Vec<CapChange>,
    /// Overrides that began or ended.
    pub overrides: Vec<OverrideChange>,
    /// Documents whose state differs.
    pub documents: Vec<DocumentChange>,
    /// The numbers that differ behind the limits.
    pub limit_inputs: Vec<InputChange>,
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

/// Whether something began or ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Turn {
    /// Only the new state has it.
    Began,
    /// Only the old state has it.
    Ended,
}

/// A cap that began or ceased to fire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CapChange {
    /// Which of the two.
    pub turn: Turn,
    /// The cap.
    #[serde(flatten)]
    pub cap: Cap,
}

/// An override that began or ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OverrideChange {
    /// Which of the two.
    pub turn: Turn,
    /// The decision.
    #[serde(flatten)]
    pub decision: Decision,
}

/// A document whose state differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentChange {
    /// Its kind.
    pub kind: String,
    /// Its states; none where the model does not require it.
    pub state: Pair<Option<String>>,
}

/// How `new` differs from `old`, or nothing where neither tier, score, limits, caps nor override do.
pub(super) fn change(old: &Record, new: &Record, least: Decimal) -> Option<Change> {
    let (before, after) = (Standing::of(old), Standing::of(new));
    let (caps, overrides) = (caps(old, new), overrides(old, new));
    let differs = before.tier != after.tier
        || scores_differ(before.score, after.score, least)
        || before.recommended != after.recommended
        || before.in_force != after.in_force
        || currencies_differ(&before.currency, &after.currency)
        || !(caps.is_empty() && overrides.is_empty());
    let measures = new.figures.iter().map(|figure| figure.measure.as_str());
    differs.then(|| Change {
        industry: Pair::differing(old.industry.clone(), new.industry.clone()).filter(|pair| !pair.old.is_empty()),
        period: Pair::differing(old.period().map(ToOwned::to_owned), new.period().map(ToOwned::to_owned)),
        tier_before_caps: Pair::differing(old.tier_before_caps.clone(), new.tier_before_caps.clone()),
        coverage: Pair::differing(old.coverage, new.coverage),
        moved: moved(old, new),
        documents: documents(old, new),
        limit_inputs: limit_inputs(old, new),
        inputs: inputs::of_figures(old, new, measures).into_iter().filter(is_of_client).collect(),
        old: before,
        new: after,
        caps,
        overrides,
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

fn caps(old: &Record, new: &Record) -> Vec<CapChange> {
    let only = |these: &[Cap], those: &[Cap], turn| -> Vec<CapChange> {
        let lonely = these.iter().filter(|cap| those.iter().all(|other| other.id != cap.id));
        lonely.map(|cap| CapChange { turn, cap: cap.clone() }).collect()
    };
    let mut caps = only(&new.caps, &old.caps, Turn::Began);
    caps.extend(only(&old.caps, &new.caps, Turn::Ended));
    caps
}

/// An override is another where day, tiers or end are: its wording may be in another language.
fn overrides(old: &Record, new: &Record) -> Vec<OverrideChange> {
    let (before, after) = (old.override_in_force(), new.override_in_force());
    let what = |decision: &Decision| (decision.date.clone(), decision.to.clone(), decision.until.clone());
    if before.map(what) == after.map(what) {
        return Vec::new();
    }
    let turn = |turn| move |decision: &Decision| OverrideChange { turn, decision: decision.clone() };
    after.map(turn(Turn::Began)).into_iter().chain(before.map(turn(Turn::Ended))).collect()
}

/// Documents by kind; where the model requires a kind twice, by their order within it.
fn documents(old: &Record, new: &Record) -> Vec<DocumentChange> {
    let state = |record: &Record, kind: &str, nth: usize| {
        let of_kind = record.credit_file.iter().filter(|document| document.kind == kind);
        of_kind.map(|document| document.state.clone()).nth(nth)
    };
    let mut seen: Vec<(&str, usize)> = Vec::new();
    for list in [&new.credit_file, &old.credit_file] {
        for (at, document) in list.iter().enumerate() {
            let nth = list[..at].iter().filter(|other| other.kind == document.kind).count();
            let key = (document.kind.as_str(), nth);
            if !seen.contains(&key) {
                seen.push(key);
            }
        }
    }
    let change = |(kind, nth): (&str, usize)| {
        let state = Pair::differing(state(old, kind, nth), state(new, kind, nth))?;
        Some(DocumentChange { kind: kind.to_owned(), state })
    };
    seen.into_iter().filter_map(change).collect()
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
