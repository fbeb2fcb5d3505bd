//! What a credit model means: conventions, scored items, tiers and caps, with every default
//! filled in and every weight and standard checked.

pub mod evidence;
mod limit;

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;

pub use limit::{LimitRules, Provision, WorkingAssetBand};

pub use super::schema::{
    Balances, Condition, Debt, QuickAssets, ReceivablesBasis, ReceivablesSales, ReturnBasis, TangibleNetWorth,
};
use crate::measures::Measure;
use crate::measures::scoring::{Better, Method};
use crate::values::Text;
use evidence::{Part, Parts, Requirement, Rubric};

/// A credit model.
#[derive(Debug, Clone)]
pub struct CreditModel {
    /// Where it was read from, with `/` between the parts.
    pub file: String,
    /// SHA-256 of its text, in hexadecimal.
    pub sha256: String,
    /// Its name.
    pub name: Text,
    /// Its version.
    pub version: String,
    /// When this version came into force.
    pub date: Date,
    /// Who answers for it.
    pub owner: Text,
    /// What a reader must know about it.
    pub notice: Text,
    /// How figures are computed where practice differs.
    pub conventions: Conventions,
    /// Industries with standards of their own.
    pub industries: BTreeMap<String, Text>,
    /// The weights of the score's parts; without them the items are the whole score.
    pub parts: Option<Parts>,
    /// The scored measures; their weights sum to 1, with parts within each part.
    pub items: Vec<Item>,
    /// The documents that a credit file must hold; none where the model judges no file.
    pub requirements: Vec<Requirement>,
    /// The rubric of the five Cs.
    pub rubric: Option<Rubric>,
    /// The tiers, best first; never empty.
    pub tiers: Vec<Tier>,
    /// The caps in order.
    pub caps: Vec<Cap>,
    /// What changed from version to version, latest first.
    pub changes: Vec<Change>,
    /// Loss rates by age.
    pub provision: Option<Provision>,
    /// Share of an exposure that is lost in a default.
    pub loss_given_default: Option<Decimal>,
    /// How credit limits are computed.
    pub limit: Option<LimitRules>,
    /// The line of each key path that figures refer to.
    pub lines: BTreeMap<String, usize>,
}

/// What changed with a version of the model.
#[derive(Debug, Clone)]
pub struct Change {
    /// The version.
    pub version: String,
    /// When it came into force.
    pub date: Date,
    /// What changed.
    pub text: Text,
}

/// How figures are computed where practice differs (DOMAIN D1–D7, D10).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conventions {
    /// D1.
    pub balances: Balances,
    /// D2.
    pub days_in_year: Decimal,
    /// D3.
    pub receivables_sales: ReceivablesSales,
    /// D4.
    pub receivables: ReceivablesBasis,
    /// D5.
    pub quick_assets: QuickAssets,
    /// D6.
    pub debt: Debt,
    /// D7.
    pub tangible_net_worth: TangibleNetWorth,
    /// Which return on investment.
    pub return_on_investment: ReturnBasis,
    /// D10, a fraction.
    pub minimum_coverage: Decimal,
    /// The share of open items above which what is long overdue counts, a fraction.
    pub overdue_materiality: Decimal,
}

impl Default for Conventions {
    fn default() -> Self {
        Conventions {
            balances: Balances::Average,
            days_in_year: Decimal::from(365),
            receivables_sales: ReceivablesSales::CreditSales,
            receivables: ReceivablesBasis::Gross,
            quick_assets: QuickAssets::LessInventoryAndPrepaid,
            debt: Debt::TotalLiabilities,
            tangible_net_worth: TangibleNetWorth::LessIntangiblesAndDeferredCharges,
            return_on_investment: ReturnBasis::ProfitBeforeTaxAndInterest,
            minimum_coverage: Decimal::new(70, 2),
            overdue_materiality: Decimal::ZERO,
        }
    }
}

/// A scored measure.
#[derive(Debug, Clone)]
pub struct Item {
    /// Its place in the file.
    pub index: usize,
    /// The measure.
    pub measure: Measure,
    /// Its weight as typed: a fraction of the score, or of its part.
    pub weight: Decimal,
    /// The part that it belongs to.
    pub part: Part,
    /// Which way is better.
    pub better: Better,
    /// How the figure becomes points.
    pub method: Method,
    /// The method for clients of an industry with standards of its own.
    pub by_industry: BTreeMap<String, Method>,
}

impl Item {
    /// The method for a client of `industry`.
    #[must_use]
    pub fn method_for(&self, industry: Option<&str>) -> &Method {
        industry.and_then(|industry| self.by_industry.get(industry)).unwrap_or(&self.method)
    }
}

/// A tier with its policy.
#[derive(Debug, Clone)]
pub struct Tier {
    /// Short name.
    pub id: String,
    /// What it means.
    pub name: Text,
    /// The lowest score, part of the tier; zero in the last one.
    pub from: Decimal,
    /// How to deal with such clients, Markdown.
    pub policy: Text,
    /// Recommended terms of payment.
    pub terms: Text,
    /// Factor on the credit limit.
    pub limit_factor: Decimal,
    /// Months until the next review.
    pub review_months: Option<u8>,
    /// Share of such clients that is expected to default within a year.
    pub default_rate: Option<Decimal>,
}

/// A cap.
#[derive(Debug, Clone)]
pub struct Cap {
    /// Its place in the file.
    pub index: usize,
    /// Identifies it.
    pub id: String,
    /// What is printed when it fires.
    pub reason: Text,
    /// The condition.
    pub when: Condition,
    /// The condition's threshold: what lies above it, or below it for an incomplete file, fires.
    pub over: Decimal,
    /// What it does to the tier.
    pub effect: Effect,
}

/// What a cap does to a tier, by its place from the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// The tier is at most this one.
    AtMost(usize),
    /// The tier is lowered by so many.
    Lower(usize),
}

impl Effect {
    /// The tier that is left of `tier` where `count` tiers exist; never a better one.
    #[must_use]
    pub fn apply(self, tier: usize, count: usize) -> usize {
        let last = count.saturating_sub(1);
        match self {
            Effect::AtMost(best) => tier.max(best).min(last),
            Effect::Lower(by) => (tier + by).min(last),
        }
    }
}

impl CreditModel {
    /// The weight aᵢ of `item` in the whole score.
    #[must_use]
    pub fn weight(&self, item: &Item) -> Decimal {
        self.parts.map_or(item.weight, |parts| parts.weight(item.part) * item.weight)
    }

    /// The weight of the C at `at` in the whole score; nothing where the score has no such part.
    #[must_use]
    pub fn five_c_weight(&self, at: usize) -> Option<Decimal> {
        let (parts, rubric) = (self.parts?, self.rubric.as_ref()?);
        Some(parts.five_c * rubric.weights.get(at)?).filter(|weight| !weight.is_zero())
    }

    /// The place of the tier that `score` falls in, before caps: the cut-off belongs to the better
    /// tier, on the unrounded score.
    #[must_use]
    pub fn tier_of(&self, score: Decimal) -> usize {
        let found = self.tiers.iter().position(|tier| score >= tier.from);
        found.unwrap_or(self.tiers.len().saturating_sub(1))
    }

    /// The line of `path` in the model's file, 1 where it is not known.
    #[must_use]
    pub fn line(&self, path: &str) -> usize {
        self.lines.get(path).copied().unwrap_or(1)
    }
}
