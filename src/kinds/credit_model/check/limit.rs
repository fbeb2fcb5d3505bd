//! Loss rates by age, and the rules for credit limits.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Check;
use crate::kinds::credit_model::model::{LimitRules, Provision, Tier, WorkingAssetBand};
use crate::kinds::credit_model::schema::{LimitRulesFile, ProvisionFile, WorkingAssetBandFile};
use crate::kinds::currency;
use crate::load::unit::AmountUnit;
use crate::values::{Code, Severity};

impl Check<'_> {
    pub(super) fn provision(&mut self, file: &ProvisionFile) -> Provision {
        let rates = [file.not_due, file.overdue_1_30, file.overdue_31_60, file.overdue_61_90, file.overdue_over_90];
        let rates = rates.map(|rate| rate.0);
        for (at, rate) in rates.iter().enumerate() {
            let path = format!("provision.{}", Provision::KEYS[at]);
            self.share(*rate, &path);
            if at > 0 && *rate < rates[at - 1] {
                let message = format!("the loss rate {rate} is lower than that of the class before it");
                self.report(Code::BandsOrder, &path, message, "older debts are not lost less often");
            }
        }
        Provision { rates }
    }

    pub(super) fn limit_rules(&mut self, file: &LimitRulesFile, tiers: &[Tier]) -> LimitRules {
        // A code that is merely unknown is another than the book's, which is told where limits are lacking.
        let flaw = currency::flaw(&file.currency).filter(|(code, ..)| code.severity() == Severity::Error);
        if let Some((code, message, hint)) = flaw {
            self.report(code, "limit.currency", message, hint);
        }
        let unit = file.unit.unwrap_or(AmountUnit::One);
        for (path, amount) in [("limit.round_down_to", Some(file.round_down_to)), ("limit.cap", file.cap)] {
            if amount.is_some_and(|amount| amount.0 <= Decimal::ZERO) {
                self.report(
                    Code::BadValue,
                    path,
                    "this amount must be above zero".to_owned(),
                    "write a positive amount",
                );
            }
        }
        self.share(file.net_worth_rate.0, "limit.net_worth_rate");
        LimitRules {
            currency: file.currency.clone(),
            unit,
            round_down_to: file.round_down_to.0 * unit.scale(),
            cap: file.cap.map(|cap| cap.0 * unit.scale()),
            net_worth_rate: file.net_worth_rate.0,
            turnover_rates: self.turnover_rates(file, tiers),
            working_assets: self.working_assets(&file.working_assets),
            block_overdue_days: file.block_overdue_days,
        }
    }

    pub(super) fn share(&mut self, share: Decimal, path: &str) {
        if share < Decimal::ZERO || share > Decimal::ONE {
            let message = format!("{share} is not a share");
            self.report(Code::BadValue, path, message, "write a fraction from 0 to 1, such as 0.10");
        }
    }

    fn turnover_rates(&mut self, file: &LimitRulesFile, tiers: &[Tier]) -> BTreeMap<String, Decimal> {
        for (id, rate) in &file.turnover_rates {
            let path = format!("limit.turnover_rates.{id}");
            self.share(rate.0, &path);
            if tiers.iter().all(|tier| tier.id != *id) {
                let known: Vec<_> = tiers.iter().map(|tier| tier.id.as_str()).collect();
                let message = format!("the rate names the tier `{id}`, which does not exist");
                self.report(Code::BadReference, &path, message, format!("known: {}", known.join(", ")));
            }
        }
        for tier in tiers.iter().filter(|tier| !file.turnover_rates.contains_key(&tier.id)) {
            let message = format!("the tier `{}` has no share of sales", tier.id);
            let hint = format!("add `{} = …` to [limit.turnover_rates]", tier.id);
            self.report(Code::MissingField, "limit.turnover_rates", message, hint);
        }
        file.turnover_rates.iter().map(|(id, rate)| (id.clone(), rate.0)).collect()
    }

    fn working_assets(&mut self, files: &[WorkingAssetBandFile]) -> Vec<WorkingAssetBand> {
        if files.is_empty() {
            let hint = "add [[limit.working_assets]] with `up_to` and `share`, the last without `up_to`";
            self.report(Code::MissingField, "limit.working_assets", "the model has no bands".to_owned(), hint);
        }
        for (at, band) in files.iter().enumerate() {
            let path = format!("limit.working_assets[{at}]");
            self.share(band.share.0, &format!("{path}.share"));
            let last = at + 1 == files.len();
            if band.up_to.is_none() != last {
                let message = if last { "the last band has an end" } else { "a band that is not the last has no end" };
                let hint = "every band but the last says up to which value it goes";
                self.report(Code::BandsGap, &path, message.to_owned(), hint);
            }
            let Some(before) = at.checked_sub(1).map(|before| files[before]) else { continue };
            let falls = before.up_to.zip(band.up_to).is_some_and(|(before, up_to)| up_to.0 <= before.0);
            if falls || band.share.0 < before.share.0 {
                let message = "this band does not lie above the one before, or gives a smaller share".to_owned();
                self.report(
                    Code::BandsOrder,
                    &path,
                    message,
                    "list bands from the lowest value and the smallest share",
                );
            }
        }
        let band = |file: &WorkingAssetBandFile| WorkingAssetBand {
            up_to: file.up_to.map(|up_to| up_to.0),
            share: file.share.0,
        };
        files.iter().map(band).collect()
    }
}

/// The key paths that figures refer to.
pub(super) fn paths(provision: Option<&Provision>, rules: Option<&LimitRules>, tiers: &[Tier]) -> Vec<String> {
    let mut paths: Vec<String> = (0..tiers.len()).map(|at| format!("tiers[{at}].limit_factor")).collect();
    if provision.is_some() {
        paths.extend(Provision::KEYS.iter().map(|key| format!("provision.{key}")));
    }
    if let Some(rules) = rules {
        paths
            .extend(["round_down_to", "cap", "net_worth_rate", "block_overdue_days"].map(|key| format!("limit.{key}")));
        paths.extend(rules.turnover_rates.keys().map(|id| format!("limit.turnover_rates.{id}")));
        paths.extend((0..rules.working_assets.len()).map(|at| format!("limit.working_assets[{at}].share")));
    }
    paths
}
