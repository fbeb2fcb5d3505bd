//! Loss rates by age, and how credit limits are computed.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy};

use crate::load::unit::AmountUnit;

/// Loss rates by age, fractions that do not fall with age: not due, 1–30, 31–60, 61–90 and more than
/// 90 days overdue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provision {
    /// The rates.
    pub rates: [Decimal; 5],
}

impl Provision {
    /// The keys of the rates in the model's file.
    pub const KEYS: [&'static str; 5] =
        ["not_due", "overdue_1_30", "overdue_31_60", "overdue_61_90", "overdue_over_90"];
}

/// How credit limits are computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitRules {
    /// Currency of the amounts.
    pub currency: String,
    /// Unit in which the amounts are typed.
    pub unit: AmountUnit,
    /// Recommended limits are whole multiples of this, in base units; above zero.
    pub round_down_to: Decimal,
    /// The most that is recommended, in base units.
    pub cap: Option<Decimal>,
    /// Share of the tangible net worth.
    pub net_worth_rate: Decimal,
    /// Share of yearly sales by the tier's id; every tier has one.
    pub turnover_rates: BTreeMap<String, Decimal>,
    /// The bands of the working-asset model, from the lowest value to the highest; never empty.
    pub working_assets: Vec<WorkingAssetBand>,
    /// More days overdue than this block further credit.
    pub block_overdue_days: Option<u16>,
}

/// A band of the working-asset model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkingAssetBand {
    /// Its highest value, part of it; none in the last band.
    pub up_to: Option<Decimal>,
    /// Share of the working assets, a fraction.
    pub share: Decimal,
}

impl LimitRules {
    /// The place of the band that holds `value`, which is first rounded to two decimals, half away
    /// from zero.
    #[must_use]
    pub fn band_of(&self, value: Decimal) -> usize {
        let value = value.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
        let found = self.working_assets.iter().position(|band| band.up_to.is_none_or(|up_to| value <= up_to));
        found.unwrap_or(self.working_assets.len().saturating_sub(1))
    }
}
