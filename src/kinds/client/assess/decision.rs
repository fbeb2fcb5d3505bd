//! Which override of the tier is in force at a date (SCOPE C11, DOMAIN 1.6).

use jiff::civil::Date;

use crate::kinds::client::case::dossier::{Decision, DecisionKind, Dossier};

/// The override in force at `as_of`: the last one, unless it was revoked or its last day is over. An
/// earlier one does not come back when a later one ends.
#[must_use]
pub fn override_in_force(dossier: &Dossier, as_of: Date) -> Option<&Decision> {
    let last = dossier
        .decisions(as_of)
        .into_iter()
        .rfind(|decision| matches!(decision.kind, DecisionKind::Override | DecisionKind::Revocation))?;
    let holds = last.kind == DecisionKind::Override && last.until.is_none_or(|until| until >= as_of);
    holds.then_some(last)
}

/// The last day up to `as_of` on which the client was reviewed, or a proposal on it approved.
#[must_use]
pub fn reviewed(dossier: &Dossier, as_of: Date) -> Option<Date> {
    let kinds = [DecisionKind::Review, DecisionKind::Approval];
    let done = dossier.decisions.iter().filter(|decision| kinds.contains(&decision.kind));
    done.map(|decision| decision.date).filter(|date| *date <= as_of).max()
}
