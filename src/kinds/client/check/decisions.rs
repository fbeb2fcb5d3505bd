//! Checks the log of decisions: an override names its tier and its reason.

use super::Check;
use crate::kinds::client::case::AmountUnit;
use crate::kinds::client::case::dossier::{Decision, DecisionKind};
use crate::kinds::client::schema::dossier::DecisionFile;
use crate::values::Code;

impl Check<'_> {
    pub(super) fn decisions(&mut self, files: &[DecisionFile], unit: AmountUnit) -> Vec<Decision> {
        files.iter().enumerate().map(|(at, file)| self.decision(file, at, unit)).collect()
    }

    fn decision(&mut self, file: &DecisionFile, index: usize, unit: AmountUnit) -> Decision {
        let path = format!("decisions[{index}]");
        self.runs_forward(file.date.0, file.until.map(|day| day.0), &format!("{path}.until"));
        for (key, text) in [("who", Some(&file.who)), ("role", Some(&file.role)), ("why", file.why.as_ref())] {
            self.translation(&format!("{path}.{key}"), text);
        }
        for (key, amount) in [("limit_from", file.limit_from), ("limit_to", file.limit_to)] {
            if amount.is_some_and(|amount| amount.0.is_sign_negative()) {
                self.report(
                    Code::NegativeAmount,
                    &format!("{path}.{key}"),
                    "a limit cannot be negative",
                    "check the sign",
                );
            }
        }
        if file.kind == DecisionKind::Override {
            self.override_is_whole(file, &path);
        }
        let scaled = |amount: Option<crate::load::fields::Amount>| amount.map(|amount| amount.0 * unit.scale());
        Decision {
            index,
            kind: file.kind,
            who: file.who.clone(),
            role: file.role.clone(),
            date: file.date.0,
            from: file.from.clone().unwrap_or_default(),
            to: file.to.clone().unwrap_or_default(),
            limit_from: scaled(file.limit_from),
            limit_to: scaled(file.limit_to),
            until: file.until.map(|day| day.0),
            why: file.why.clone().unwrap_or_default(),
        }
    }

    fn override_is_whole(&mut self, file: &DecisionFile, path: &str) {
        if file.why.is_none() {
            let message = format!("the override of {} has no reason", file.date.0);
            let hint = "add `why = \"…\"`: who sets a tier against the model says why";
            self.report(Code::OverrideUnreasoned, &format!("{path}.kind"), message, hint);
        }
        if file.to.is_none() {
            let message = format!("the override of {} sets no tier", file.date.0);
            self.report(Code::MissingField, &format!("{path}.kind"), message, "add `to = \"CA3\"`");
        }
    }
}
