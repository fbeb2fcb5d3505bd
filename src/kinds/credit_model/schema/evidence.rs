//! What a model asks of the evidence on a client: the documents of its credit file (SCOPE C4) and
//! the rubric of the five Cs (SCOPE C9).

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{BandFile, Direction, ItemFile, MethodName};
use crate::load::fields::Amount;
use crate::values::Text;

/// What a client's credit file must hold.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FileRulesFile {
    /// The documents that must be there.
    pub required: Vec<RequirementFile>,
}

/// A document that a credit file must hold.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequirementFile {
    /// What it is.
    pub kind: DocumentKind,
    /// What it weighs in the completeness of the file.
    pub weight: Amount,
    /// Months after its date at which it is out of date; never where absent.
    #[schemars(range(min = 1, max = 240))]
    pub stale_after: Option<u8>,
}

/// What a document of the credit file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// Basic: name and registration 名称与登记.
    Registration,
    /// Basic: legal form 企业性质.
    LegalForm,
    /// Basic: domicile 住所.
    Domicile,
    /// Basic: where the property lies 财产所在地.
    PropertyLocation,
    /// Basic: form of debts 债务形式.
    Debts,
    /// Credit: application 信用申请书.
    Application,
    /// Credit: guarantee contract 担保合同.
    GuaranteeContract,
    /// Credit: sales contract 销售合同.
    SalesContract,
    /// Credit: letter of guarantee 保函.
    LetterOfGuarantee,
    /// Credit: financial information 财务资料.
    FinancialInformation,
    /// Credit: settlement records 结算记录.
    SettlementRecords,
    /// Anything else 其他.
    Other,
}

/// The rubric of the five Cs.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FiveCFile {
    /// The weights of the five Cs, fractions that sum to 1.
    pub weights: FiveCWeights,
    /// The share of a C's items that must be rated, or it has no score; 0.5 where absent.
    pub minimum_coverage: Option<Amount>,
    /// What is rated by judgement, from 0 to 4.
    pub items: Vec<RubricItemFile>,
    /// The measures that feed a C, each like one item.
    #[serde(default)]
    pub ratios: Vec<RatioFile>,
}

/// The weights of the five Cs.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FiveCWeights {
    /// Character 品质.
    pub character: Amount,
    /// Capacity 能力.
    pub capacity: Amount,
    /// Capital 资本.
    pub capital: Amount,
    /// Collateral 抵押.
    pub collateral: Amount,
    /// Conditions 条件.
    pub conditions: Amount,
}

/// One of the five Cs of credit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FiveC {
    /// Whether the client is willing to pay 品质.
    Character,
    /// Whether it is able to 能力.
    Capacity,
    /// What stands behind it 资本.
    Capital,
    /// What there is if it does not 抵押.
    Collateral,
    /// What its surroundings do to it 条件.
    Conditions,
}

/// An item that is rated by judgement.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RubricItemFile {
    /// Short name, by which client files name it.
    pub id: String,
    /// The C that it belongs to.
    pub c: FiveC,
    /// What is rated.
    pub name: Text,
    /// What each rating means in words: five texts, for 0, 1, 2, 3 and 4.
    pub anchors: Vec<Text>,
}

/// A measure that feeds a C.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RatioFile {
    /// Id of the measure, such as `interest_cover`.
    pub measure: String,
    /// The C that it belongs to.
    pub c: FiveC,
    /// How the figure becomes points.
    pub method: MethodName,
    /// Which way is better.
    pub direction: Direction,
    /// The best figure, for the direction `nearest`.
    pub target: Option<Amount>,
    /// For `efficacy`: the standards excellent, good, average, low, poor, in this order.
    pub standards: Option<Vec<Amount>>,
    /// For `efficacy`: standards by industry, which replace the general ones.
    #[serde(default)]
    pub by_industry: BTreeMap<String, Vec<Amount>>,
    /// For `interpolation`: pairs of figure and points, figures rising.
    pub knots: Option<Vec<Vec<Amount>>>,
    /// For `bands`: bands from the lowest figure to the highest.
    pub bands: Option<Vec<BandFile>>,
    /// For `wall`: the standard, which earns 100 points.
    pub standard: Option<Amount>,
    /// For `wall`: the least that figure ÷ standard counts as.
    pub least: Option<Amount>,
    /// For `wall`: the most that figure ÷ standard counts as, at most 1 here, since a C ends at 100.
    pub most: Option<Amount>,
}

impl RatioFile {
    /// The same as an item of a score, where methods are checked.
    pub(in crate::kinds::credit_model) fn as_item(&self) -> ItemFile {
        ItemFile {
            measure: self.measure.clone(),
            weight: Amount(rust_decimal::Decimal::ONE),
            part: None,
            method: self.method,
            direction: self.direction,
            target: self.target,
            standards: self.standards.clone(),
            by_industry: self.by_industry.clone(),
            knots: self.knots.clone(),
            bands: self.bands.clone(),
            standard: self.standard,
            least: self.least,
            most: self.most,
        }
    }
}
