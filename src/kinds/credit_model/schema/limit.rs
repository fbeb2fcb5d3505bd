//! What a model's file may say of loss rates and credit limits.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::load::fields::Amount;
use crate::load::unit::AmountUnit;

/// Loss rates by age, for the provision matrix (IFRS 9, B5.5.35), as fractions.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProvisionFile {
    /// Of what is not yet due.
    pub not_due: Amount,
    /// Of what is 1 to 30 days overdue.
    pub overdue_1_30: Amount,
    /// Of what is 31 to 60 days overdue.
    pub overdue_31_60: Amount,
    /// Of what is 61 to 90 days overdue.
    pub overdue_61_90: Amount,
    /// Of what is more than 90 days overdue.
    pub overdue_over_90: Amount,
}

/// How credit limits are computed, and what blocks further credit.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LimitRulesFile {
    /// Currency of the amounts here; clients that we trade with in another one get no recommendation.
    pub currency: String,
    /// Unit of the amounts here; `one` where absent.
    pub unit: Option<AmountUnit>,
    /// Recommended limits are whole multiples of this amount.
    pub round_down_to: Amount,
    /// No recommended limit is above this amount, so that no client weighs too much.
    pub cap: Option<Amount>,
    /// Share of the tangible net worth, usually from 0.05 to 0.15.
    pub net_worth_rate: Amount,
    /// Share of the client's yearly sales by tier.
    pub turnover_rates: BTreeMap<String, Amount>,
    /// The bands of the working-asset model, from the lowest value to the highest.
    pub working_assets: Vec<WorkingAssetBandFile>,
    /// Further credit is blocked where something is more days overdue than this; never where absent.
    #[schemars(range(min = 0, max = 720))]
    pub block_overdue_days: Option<u16>,
}

/// A band of the working-asset model 营运资产分析模型.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WorkingAssetBandFile {
    /// The highest value of the band, part of it, at two decimals; absent in the last band.
    pub up_to: Option<Amount>,
    /// Share of the working assets.
    pub share: Amount,
}
