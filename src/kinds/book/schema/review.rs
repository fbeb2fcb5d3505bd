//! What `casebook.toml` may say of the quarterly credit review: how far it looks back, targets, limits of
//! concentration, and what people say of its figures.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::load::fields::{Amount, Day};
use crate::values::Text;

/// The quarterly credit review of all clients.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ReviewFile {
    /// How many quarters are shown, the one that ends at the as-of date included; 4 where absent.
    #[schemars(range(min = 2, max = 12))]
    pub quarters: Option<u8>,
    /// What one unit of another currency is worth in the book's, by ISO 4217 code; clients that trade in
    /// a currency without a rate are left out of sums and listed.
    pub rates: BTreeMap<String, Amount>,
    /// What the goals of credit management are measured against.
    pub targets: TargetsFile,
    /// The largest shares of the exposure that are acceptable.
    pub concentration: ConcentrationFile,
    /// What lies behind the figures, and what is done about it.
    pub remarks: Vec<RemarkFile>,
    /// Who signs.
    pub signatures: Vec<Text>,
}

/// Targets: shares as fractions, days as days.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct TargetsFile {
    /// Exposure, at most, in base units of the book's currency.
    pub exposure: Option<Amount>,
    /// Overdue share of receivables, at most.
    pub overdue_share: Option<Amount>,
    /// Share of receivables more than 90 days overdue, at most.
    pub overdue_over_90_share: Option<Amount>,
    /// Days sales outstanding, at most.
    pub days_sales_outstanding: Option<Amount>,
    /// Best possible days sales outstanding, at most.
    pub best_possible_dso: Option<Amount>,
    /// Collection effectiveness, at least.
    pub collection_effectiveness: Option<Amount>,
    /// Share of the exposure that is above limits, at most.
    pub over_limit_share: Option<Amount>,
    /// Expected loss as a share of the exposure, at most.
    pub expected_loss_share: Option<Amount>,
}

/// The largest acceptable shares of the exposure, as fractions.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ConcentrationFile {
    /// Of one client.
    pub client: Option<Amount>,
    /// Of the ten largest clients.
    pub top_10: Option<Amount>,
    /// Of one industry.
    pub industry: Option<Amount>,
    /// Of one region.
    pub region: Option<Amount>,
    /// Of one group of firms.
    pub group: Option<Amount>,
    /// The Herfindahl–Hirschman index, from 0 to 10,000, at most.
    pub hhi: Option<Amount>,
}

/// What lies behind a figure, and what is done about it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RemarkFile {
    /// The goal, by the name of its target.
    pub goal: Goal,
    /// The day of the review that the remark belongs to.
    pub date: Day,
    /// What lies behind the figure.
    pub cause: Text,
    /// What is done.
    pub action: Text,
    /// Who does it.
    pub owner: Option<Text>,
    /// By when.
    pub due: Option<Day>,
}

/// A goal of credit management (SCOPE C1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    /// Exposure 信用敞口.
    Exposure,
    /// Overdue share 逾期率.
    OverdueShare,
    /// Share more than 90 days overdue 逾期 90 天以上比率.
    #[serde(rename = "overdue_over_90_share")]
    OverdueOver90Share,
    /// Days sales outstanding 销售变现天数.
    DaysSalesOutstanding,
    /// Best possible days sales outstanding 最佳可能变现天数.
    BestPossibleDso,
    /// Collection effectiveness 收款有效性指数.
    CollectionEffectiveness,
    /// Share of the exposure above limits 超限额比率.
    OverLimitShare,
    /// Expected loss 预期损失.
    ExpectedLossShare,
}

impl ReviewFile {
    /// The targets and limits that are shares, with their key paths.
    pub fn shares(&self) -> impl Iterator<Item = (&'static str, rust_decimal::Decimal)> {
        let (targets, limits) = (&self.targets, &self.concentration);
        let all = [
            ("review.targets.overdue_share", targets.overdue_share),
            ("review.targets.overdue_over_90_share", targets.overdue_over_90_share),
            ("review.targets.collection_effectiveness", targets.collection_effectiveness),
            ("review.targets.over_limit_share", targets.over_limit_share),
            ("review.targets.expected_loss_share", targets.expected_loss_share),
            ("review.concentration.client", limits.client),
            ("review.concentration.top_10", limits.top_10),
            ("review.concentration.industry", limits.industry),
            ("review.concentration.region", limits.region),
            ("review.concentration.group", limits.group),
        ];
        all.into_iter().filter_map(|(path, share)| Some((path, share?.0)))
    }
}
