//! Reads a client's place in the portfolio: region, group, watch list, outcomes.

use super::Check;
use crate::kinds::client::case::AmountUnit;
use crate::kinds::client::case::portfolio::{Membership, Outcome, Watch};
use crate::kinds::client::schema::{ClientFile, OutcomeFile, WatchFile};
use crate::values::Code;

impl Check<'_> {
    pub(super) fn membership(&mut self, file: &ClientFile, unit: AmountUnit) -> Membership {
        for (key, text) in [("region", &file.region), ("group", &file.group), ("manager", &file.manager)] {
            self.translation(key, text.as_ref());
        }
        if let Some(as_of) = self.own_as_of() {
            let watched: Vec<_> = file.watch.iter().map(|entry| entry.since.0).collect();
            self.later_entries("watch", "since", &watched, as_of);
            let ended: Vec<_> = file.outcomes.iter().map(|outcome| outcome.date.0).collect();
            self.later_entries("outcomes", "date", &ended, as_of);
        }
        Membership {
            region: file.region.clone().unwrap_or_default(),
            group: file.group.clone().unwrap_or_default(),
            manager: file.manager.clone().unwrap_or_default(),
            watch: file.watch.iter().enumerate().map(|(index, entry)| self.watch(index, entry)).collect(),
            outcomes: file.outcomes.iter().enumerate().map(|(at, outcome)| self.outcome(at, outcome, unit)).collect(),
        }
    }

    fn watch(&mut self, index: usize, entry: &WatchFile) -> Watch {
        let path = |key: &str| format!("watch[{index}].{key}");
        if entry.until.is_some_and(|until| until < entry.since) {
            let message = format!("the client leaves the watch list before it enters it on {}", entry.since.0);
            self.report(Code::LimitOrder, &path("until"), message, "correct one of the two days");
        }
        let texts =
            [("trigger", &entry.trigger), ("owner", &entry.owner), ("plan", &entry.plan), ("exit", &entry.exit)];
        for (key, text) in texts {
            self.translation(&path(key), Some(text));
        }
        Watch {
            index,
            since: entry.since.0,
            until: entry.until.map(|until| until.0),
            trigger: entry.trigger.clone(),
            owner: entry.owner.clone(),
            plan: entry.plan.clone(),
            exit: entry.exit.clone(),
        }
    }

    fn outcome(&mut self, index: usize, outcome: &OutcomeFile, unit: AmountUnit) -> Outcome {
        let loss = outcome.loss.map(|loss| loss.0 * unit.scale());
        if loss.is_some_and(|loss| loss.is_sign_negative() && !loss.is_zero()) {
            let hint = "write what was lost as a positive amount";
            self.report(Code::NegativeAmount, &format!("outcomes[{index}].loss"), "a loss cannot be negative", hint);
        }
        Outcome { index, kind: outcome.kind, date: outcome.date.0, loss }
    }
}
