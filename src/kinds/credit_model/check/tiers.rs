//! Tiers with their cut-offs, and the caps that name them.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::Check;
use crate::kinds::credit_model::model::{Cap, Effect, Tier};
use crate::kinds::credit_model::schema::{CapFile, Condition, TierFile};
use crate::values::Code;

impl Check<'_> {
    pub(super) fn tiers(&mut self, files: &[TierFile]) -> Vec<Tier> {
        if files.is_empty() {
            self.report(
                Code::MissingField,
                "tiers",
                "the model has no tiers".to_owned(),
                "add at least one [[tiers]] with id, name, policy, terms and limit_factor",
            );
        }
        let mut ids = BTreeSet::new();
        for (at, tier) in files.iter().enumerate() {
            let path = format!("tiers[{at}]");
            if !ids.insert(tier.id.as_str()) {
                self.report(
                    Code::DuplicateId,
                    &format!("{path}.id"),
                    format!("two tiers are called `{}`", tier.id),
                    "give each tier its own id",
                );
            }
            self.cut_off(files, at, &path);
            if tier.limit_factor.0 < Decimal::ZERO || tier.limit_factor.0 > Decimal::ONE {
                let message = format!("the limit factor {} of {} is not from 0 to 1", tier.limit_factor.0, tier.id);
                self.report(Code::BadValue, &format!("{path}.limit_factor"), message, "write a fraction from 0 to 1");
            }
            if let Some(rate) = tier.default_rate {
                self.share(rate.0, &format!("{path}.default_rate"));
            }
        }
        files.iter().map(tier).collect()
    }

    fn cut_off(&mut self, files: &[TierFile], at: usize, path: &str) {
        let last = at + 1 == files.len();
        let (tier, from) = (&files[at], files[at].from.map(|from| from.0));
        let above = at.checked_sub(1).and_then(|above| files[above].from).map(|from| from.0);
        let path = format!("{path}.from");
        match from {
            Some(_) if last => {
                let message = format!("{} is the last tier and takes every lower score, so it has no cut-off", tier.id);
                self.report(Code::TierOrder, &path, message, "remove `from` from the last tier");
            }
            None if !last => {
                let message = format!("{} has no cut-off `from`", tier.id);
                self.report(
                    Code::TierOrder,
                    &format!("tiers[{at}].id"),
                    message,
                    "every tier but the last has a cut-off",
                );
            }
            Some(from)
                if above.is_some_and(|above| from >= above) || from <= Decimal::ZERO || from > Decimal::ONE_HUNDRED =>
            {
                let message =
                    format!("the cut-off {from} of {} is not below the tier above it, within 0 to 100", tier.id);
                self.report(
                    Code::TierOrder,
                    &path,
                    message,
                    "list tiers from the best to the worst with falling cut-offs",
                );
            }
            _ => {}
        }
    }

    pub(super) fn caps(&mut self, files: &[CapFile], tiers: &[Tier]) -> Vec<Cap> {
        let mut ids = BTreeSet::new();
        let mut caps = Vec::new();
        for (index, file) in files.iter().enumerate() {
            let path = format!("caps[{index}]");
            if !ids.insert(file.id.as_str()) {
                self.report(
                    Code::DuplicateId,
                    &format!("{path}.id"),
                    format!("two caps are called `{}`", file.id),
                    "give each cap its own id",
                );
            }
            self.threshold(file, &path);
            if let Some(effect) = self.effect(file, tiers, &path) {
                let over = file.over.or(file.under).map_or(Decimal::ZERO, |over| over.0);
                caps.push(Cap {
                    index,
                    id: file.id.clone(),
                    reason: file.reason.clone(),
                    when: file.when,
                    over,
                    effect,
                });
            }
        }
        caps
    }

    /// Reports a threshold that the condition needs and lacks, or has and does not use.
    fn threshold(&mut self, file: &CapFile, path: &str) {
        let needs_over = matches!(file.when, Condition::StatementAge | Condition::Overdue);
        let needs_under = file.when == Condition::IncompleteFile;
        let id = &file.id;
        let (message, hint) = if needs_over && file.over.is_none() {
            (
                format!("the cap `{id}` does not say over how much it fires"),
                "add `over = …` (months of age, days overdue)",
            )
        } else if needs_under && file.under.is_none() {
            (format!("the cap `{id}` does not say under which completeness it fires"), "add `under = 0.5`")
        } else if !needs_over && file.over.is_some() {
            (format!("the cap `{id}` has a threshold that its condition does not use"), "remove `over`")
        } else if !needs_under && file.under.is_some() {
            (format!("the cap `{id}` has a threshold that its condition does not use"), "remove `under`")
        } else {
            return;
        };
        self.report(Code::BadValue, path, message, hint);
    }

    fn effect(&mut self, file: &CapFile, tiers: &[Tier], path: &str) -> Option<Effect> {
        match (&file.at_most, file.lower) {
            (Some(id), None) => {
                let found = tiers.iter().position(|tier| tier.id == *id);
                if found.is_none() {
                    let known: Vec<_> = tiers.iter().map(|tier| tier.id.as_str()).collect();
                    let message = format!("the cap `{}` names the tier `{id}`, which does not exist", file.id);
                    self.report(
                        Code::BadReference,
                        &format!("{path}.at_most"),
                        message,
                        format!("known: {}", known.join(", ")),
                    );
                }
                found.map(Effect::AtMost)
            }
            (None, Some(by)) => Some(Effect::Lower(usize::from(by))),
            _ => {
                let message = format!("the cap `{}` needs either `at_most` or `lower`", file.id);
                self.report(Code::BadValue, path, message, "write at_most = \"CA3\" or lower = 1");
                None
            }
        }
    }
}

fn tier(file: &TierFile) -> Tier {
    Tier {
        id: file.id.clone(),
        name: file.name.clone(),
        from: file.from.map_or(Decimal::ZERO, |from| from.0),
        policy: file.policy.clone(),
        terms: file.terms.clone(),
        limit_factor: file.limit_factor.0,
        review_months: file.review_months,
        default_rate: file.default_rate.map(|rate| rate.0),
    }
}
