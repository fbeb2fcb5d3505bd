//! What a credit model's file may say, as its owner types it. Meaning is given in
//! [`model`](super::model); what a model asks of a client's file stands in [`evidence`].

pub mod evidence;

mod limit;

use schemars::JsonSchema;
use serde::Deserialize;

pub use limit::{LimitRulesFile, ProvisionFile, WorkingAssetBandFile};

use crate::load::fields::{Amount, Day};
use crate::values::Text;
use evidence::{FileRulesFile, FiveCFile};

/// A credit model: conventions, the weighted score, tiers, caps and policies.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ModelFile {
    /// The model's name, printed on every report.
    pub name: Text,
    /// Its version, printed on every report.
    pub version: String,
    /// When this version came into force.
    pub date: Day,
    /// Who answers for it.
    pub owner: Text,
    /// What a reader must know about it, such as that its standards are invented.
    pub notice: Option<Text>,
    /// How figures are computed where practice differs.
    #[serde(default)]
    pub conventions: ConventionsFile,
    /// Industries that the score's items may have standards of their own for: id and name.
    #[serde(default)]
    pub industries: std::collections::BTreeMap<String, Text>,
    /// The weighted score Y = Σ aᵢxᵢ.
    pub score: ScoreFile,
    /// What a client's credit file must hold; without it no file is judged.
    pub file: Option<FileRulesFile>,
    /// The rubric of the five Cs; without it none are scored.
    pub five_c: Option<FiveCFile>,
    /// The tiers, best first.
    pub tiers: Vec<TierFile>,
    /// What changed from version to version, latest first.
    #[serde(default)]
    pub changes: Vec<ChangeFile>,
    /// The caps, in the order in which they are applied.
    #[serde(default)]
    pub caps: Vec<CapFile>,
    /// Loss rates by age; without them there is no loss allowance.
    pub provision: Option<ProvisionFile>,
    /// Share of an exposure that is lost in a default (LGD), for the expected loss.
    pub loss_given_default: Option<Amount>,
    /// How credit limits are computed; without it none is recommended.
    pub limit: Option<LimitRulesFile>,
}

/// What changed with a version of the model.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeFile {
    /// The version.
    pub version: String,
    /// When it came into force.
    pub date: Day,
    /// What changed.
    pub text: Text,
}

/// How figures are computed where practice differs.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ConventionsFile {
    /// Balance in a turnover or days ratio (D1); `average` where absent.
    pub balances: Option<Balances>,
    /// Days in a year (D2): 365 or 360; 365 where absent. With 360, months have 30 days.
    #[schemars(range(min = 360, max = 365))]
    pub days_in_year: Option<u16>,
    /// Sales in receivables ratios (D3); `credit_sales` where absent.
    pub receivables_sales: Option<ReceivablesSales>,
    /// Receivables (D4); `gross` where absent.
    pub receivables: Option<ReceivablesBasis>,
    /// Quick assets (D5); `less_inventory_and_prepaid` where absent.
    pub quick_assets: Option<QuickAssets>,
    /// Debt in debt ratios (D6); `total_liabilities` where absent.
    pub debt: Option<Debt>,
    /// Tangible net worth (D7); `less_intangibles_and_deferred_charges` where absent.
    pub tangible_net_worth: Option<TangibleNetWorth>,
    /// Return on investment; `profit_before_tax_and_interest` where absent.
    pub return_on_investment: Option<ReturnBasis>,
    /// Share of the score's weight that must be present (D10); 0.70 where absent.
    pub minimum_coverage: Option<Amount>,
    /// Caps of the kind `overdue` and the block by `block_overdue_days` pass over what is overdue for so long where
    /// all of it is no more than this share of the open items, such as 0.01; 0 where absent.
    pub overdue_materiality: Option<Amount>,
}

macro_rules! choices {
    ($($(#[doc = $doc:literal])* $name:ident { $($(#[doc = $variant_doc:literal])* $variant:ident $(= $default:ident)?,)* })*) => {
        $($(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[doc = $variant_doc])* $variant,)*
        })*
    };
}

choices! {
    /// Balance in a turnover or days ratio.
    Balances {
        /// The mean of opening and closing; closing alone where no opening exists, and marked so.
        Average,
        /// The closing balance.
        Closing,
    }
    /// Sales in receivables ratios.
    ReceivablesSales {
        /// Net credit sales; revenue where absent, and marked so.
        CreditSales,
        /// Revenue.
        Revenue,
    }
    /// Receivables in ratios.
    ReceivablesBasis {
        /// Net receivables plus allowance plus trade notes.
        Gross,
        /// Net receivables plus trade notes.
        Net,
    }
    /// Quick assets.
    QuickAssets {
        /// Current assets less inventory less prepaid expenses.
        LessInventoryAndPrepaid,
        /// Current assets less inventory.
        LessInventory,
        /// Cash, short-term investments and receivables.
        CashInvestmentsReceivables,
    }
    /// Debt in debt ratios.
    Debt {
        /// All liabilities.
        TotalLiabilities,
        /// Short-term and long-term debt.
        InterestBearing,
    }
    /// Tangible net worth.
    TangibleNetWorth {
        /// Equity less goodwill, other intangibles and deferred charges.
        LessIntangiblesAndDeferredCharges,
        /// Equity less goodwill and other intangibles.
        LessIntangibles,
    }
    /// Return on investment.
    ReturnBasis {
        /// Profit before tax plus interest, on total assets.
        ProfitBeforeTaxAndInterest,
        /// Net income on total assets.
        NetIncome,
        /// Net income on equity.
        NetIncomeOnEquity,
    }
    /// Which way of a measure is better.
    Direction {
        /// The larger, the better.
        Larger,
        /// The smaller, the better.
        Smaller,
        /// The nearer to `target`, the better.
        Nearest,
    }
    /// Which part of the score an item belongs to.
    ItemPart {
        /// The financial part.
        Financial,
        /// The payment record.
        Payment,
    }
    /// How a figure becomes points.
    MethodName {
        /// Points by half-open bands.
        Bands,
        /// Straight lines between knots.
        Interpolation,
        /// The efficacy coefficient 功效系数法.
        Efficacy,
        /// Wall's weighted ratios 沃尔评分法.
        Wall,
    }
}

/// The weighted score.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScoreFile {
    /// The weights of the score's parts, which sum to 1; without them the items are the whole score.
    pub parts: Option<PartsFile>,
    /// The scored measures; their weights sum to 1, with parts within each part.
    pub items: Vec<ItemFile>,
}

/// The weights of the score's parts: fractions that sum to 1. What is absent weighs nothing.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PartsFile {
    /// The items that name no part, or the part `financial`.
    pub financial: Option<Amount>,
    /// The five Cs, each with its weight in `five_c.weights`.
    pub five_c: Option<Amount>,
    /// The items of the part `payment`.
    pub payment: Option<Amount>,
}

/// A scored measure.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemFile {
    /// Id of the measure, such as `quick_ratio`.
    pub measure: String,
    /// Its weight, a fraction of 1.
    pub weight: Amount,
    /// The part that it belongs to, in a score of parts; `financial` where absent.
    pub part: Option<ItemPart>,
    /// How the figure becomes points.
    pub method: MethodName,
    /// Which way is better.
    pub direction: Direction,
    /// The best figure, for the direction `nearest`.
    pub target: Option<Amount>,
    /// For `efficacy`: the standards excellent, good, average, low, poor, in this order. With `nearest` they are distances from the target.
    pub standards: Option<Vec<Amount>>,
    /// For `efficacy`: standards by industry, which replace the general ones.
    #[serde(default)]
    pub by_industry: std::collections::BTreeMap<String, Vec<Amount>>,
    /// For `interpolation`: pairs of figure and points, figures rising.
    pub knots: Option<Vec<Vec<Amount>>>,
    /// For `bands`: bands from the lowest figure to the highest.
    pub bands: Option<Vec<BandFile>>,
    /// For `wall`: the standard, which earns 100 points.
    pub standard: Option<Amount>,
    /// For `wall`: the least that figure ÷ standard counts as, such as 0.5; 0 where absent.
    pub least: Option<Amount>,
    /// For `wall`: the most that figure ÷ standard counts as, such as 1.5; no limit where absent.
    pub most: Option<Amount>,
}

/// A band [from, to) with its points.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BandFile {
    /// The lowest figure of the band, part of it; absent in the first band, which has no lower end.
    pub from: Option<Amount>,
    /// The end of the band, no part of it; absent in the last band, which has no upper end.
    pub to: Option<Amount>,
    /// Points out of 100.
    pub points: Amount,
}

/// A tier with its policy.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TierFile {
    /// Short name, such as `CA1`.
    pub id: String,
    /// What the tier means.
    pub name: Text,
    /// The lowest score of the tier, part of it; absent in the last tier.
    pub from: Option<Amount>,
    /// How to deal with clients of the tier.
    pub policy: Text,
    /// The terms of payment that the tier recommends.
    pub terms: Text,
    /// Factor on the credit limit.
    pub limit_factor: Amount,
    /// Months until the next review; absent where none is planned.
    #[schemars(range(min = 1, max = 60))]
    pub review_months: Option<u8>,
    /// Share of the tier's clients that is expected to default within a year, for the expected loss.
    pub default_rate: Option<Amount>,
}

/// A cap: when its condition holds, the tier is at most `at_most`, or `lower` tiers lower.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CapFile {
    /// Identifies the cap in data files and problems.
    pub id: String,
    /// What is printed when it fires.
    pub reason: Text,
    /// The condition.
    pub when: Condition,
    /// The statement's age in months, the days overdue and such; what it counts depends on the condition.
    pub over: Option<Amount>,
    /// The completeness of the credit file below which it fires, a fraction such as 0.5.
    pub under: Option<Amount>,
    /// The best tier that is left.
    pub at_most: Option<String>,
    /// By how many tiers the tier is lowered.
    #[schemars(range(min = 1, max = 9))]
    pub lower: Option<u8>,
}

/// When a cap fires.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// The client file records insolvency.
    Insolvency,
    /// The client file records fraud.
    Fraud,
    /// The client file records that information was refused.
    RefusedInformation,
    /// The latest statement's opinion is qualified.
    QualifiedOpinion,
    /// The latest statement's opinion is adverse or a disclaimer.
    AdverseOpinion,
    /// The auditor of the latest statement doubts the going concern.
    GoingConcernDoubt,
    /// The latest statement was only reviewed.
    Reviewed,
    /// The latest statement was only compiled.
    Compiled,
    /// Nobody vouches for the latest statement.
    NoAssurance,
    /// The latest statement is older than `over` months at the as-of date.
    StatementAge,
    /// Something is more than `over` days overdue with us.
    Overdue,
    /// The client's credit file is less complete than `under`; a client without any document is let be.
    IncompleteFile,
    /// There is no score.
    NoScore,
    /// Equity or tangible net worth is zero or negative in the latest statement.
    NegativeNetWorth,
}
