//! What moved a client's tier between two days: statements, measures, caps and overrides.

use rust_decimal::Decimal;

use crate::kinds::client::assess::Assessment;
use crate::kinds::client::case::Client;
use crate::measures::Measure;
use crate::values::Quantity;

/// Something that moved the tier between two days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// A newer statement counted, by the name of its period.
    Statement(String),
    /// A scored measure moved; with it what it adds to the score.
    Measure {
        /// Which.
        measure: Measure,
        /// Its value before.
        before: Quantity,
        /// Its value now.
        now: Quantity,
        /// By how many points the contribution changed.
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

/// The three contributions that moved most in the direction of the score.
fn moved(before: &Assessment, now: &Assessment) -> Vec<Cause> {
    let (Some(old), Some(new)) = (before.score(), now.score()) else { return Vec::new() };
    let mut moved: Vec<Cause> = new
        .contributions
        .iter()
        .map(|contribution| {
            let was = old.contributions.iter().find(|was| was.measure == contribution.measure);
            Cause::Measure {
                measure: contribution.measure,
                before: was.map_or(Err(crate::values::Undefined::MissingInput), |was| was.value),
                now: contribution.value,
                change: contribution.contribution - was.map_or(Decimal::ZERO, |was| was.contribution),
            }
        })
        .collect();
    let change = |cause: &Cause| if let Cause::Measure { change, .. } = cause { *change } else { Decimal::ZERO };
    let total: Decimal = moved.iter().map(change).sum();
    moved.retain(|cause| change(cause).is_sign_negative() == total.is_sign_negative() && !change(cause).is_zero());
    moved.sort_by_key(|cause| std::cmp::Reverse(change(cause).abs()));
    moved.truncate(3);
    moved
}
