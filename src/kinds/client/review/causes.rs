//! What moved a client's tier between two days: statements, measures, caps and overrides. How much of a
//! change of the score is whose is worked out by [`effects`](super::effects).

use rust_decimal::Decimal;

use super::effects::{Part, effects};
use crate::kinds::client::assess::{Assessment, Score};
use crate::kinds::client::case::Client;
use crate::measures::Measure;
use crate::values::{Quantity, Undefined};

/// Something that moved the tier between two days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// A newer statement counted, by the name of its period.
    Statement(String),
    /// A scored measure moved, began to count or no longer counts, and the score with it.
    Measure {
        /// Which.
        measure: Measure,
        /// Its value before.
        before: Quantity,
        /// Its value now.
        now: Quantity,
        /// By how many points that moved the score.
        change: Decimal,
    },
    /// A cap began to fire, by its place in the model.
    CapBegan(usize),
    /// A cap no longer fires.
    CapEnded(usize),
    /// Somebody set the tier against the model.
    OverrideBegan,
    /// That no longer holds.
    OverrideEnded,
}

/// What moved the tier: nothing where it did not move.
pub(super) fn causes(client: &Client, before: &Assessment, now: &Assessment) -> Vec<Cause> {
    if before.verdict.tier == now.verdict.tier {
        return Vec::new();
    }
    let mut causes = Vec::new();
    let period = |assessment: &Assessment| assessment.latest(client).map(|latest| latest.period.name.clone());
    if let Some(name) = period(now).filter(|_| period(now) != period(before)) {
        causes.push(Cause::Statement(name));
    }
    let fired = |assessment: &Assessment, cap| assessment.verdict.caps.iter().any(|fired| fired.cap == cap);
    causes.extend(now.verdict.caps.iter().map(|f| f.cap).filter(|&cap| !fired(before, cap)).map(Cause::CapBegan));
    causes.extend(before.verdict.caps.iter().map(|f| f.cap).filter(|&cap| !fired(now, cap)).map(Cause::CapEnded));
    match (before.verdict.overridden, now.verdict.overridden) {
        (None, Some(_)) => causes.push(Cause::OverrideBegan),
        (Some(_), None) => causes.push(Cause::OverrideEnded),
        _ => {}
    }
    if before.verdict.before_caps != now.verdict.before_caps {
        causes.extend(moved(before, now));
    }
    causes
}

/// The three measures that moved the score most in its direction.
fn moved(before: &Assessment, now: &Assessment) -> Vec<Cause> {
    let (Some(old), Some(new)) = (before.score(), now.score()) else { return Vec::new() };
    let mut moved: Vec<(Decimal, Cause)> = effects(&parts(old), &parts(new))
        .into_iter()
        .map(|(measure, change)| {
            let value = |score: &Score| {
                let found = score.contributions.iter().find(|part| part.measure == measure);
                found.map_or(Err(Undefined::MissingInput), |part| part.value)
            };
            (change, Cause::Measure { measure, before: value(old), now: value(new), change })
        })
        .collect();
    let total: Decimal = moved.iter().map(|(change, _)| change).sum();
    moved.retain(|(change, _)| change.is_sign_negative() == total.is_sign_negative() && !change.is_zero());
    moved.sort_by_key(|(change, _)| std::cmp::Reverse(change.abs()));
    moved.into_iter().take(3).map(|(_, cause)| cause).collect()
}

/// What counts in `score`.
fn parts(score: &Score) -> Vec<Part> {
    let counted = score.contributions.iter().filter_map(|part| Some((part, part.points?)));
    counted.map(|(part, points)| Part { measure: part.measure, weight: part.weight / score.coverage, points }).collect()
}
