//! What a client file may say of our work on the client: documents, facts, ratings of the five Cs and
//! decisions (SCOPE C4, C5, C9, C11).

use schemars::JsonSchema;
use serde::Deserialize;

use crate::kinds::credit_model::schema::evidence::DocumentKind;
use crate::load::fields::{Amount, Day};
use crate::values::Text;

/// A document of the credit file.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentFile {
    /// Short name, by which ratings of the five Cs refer to it.
    pub id: Option<String>,
    /// What it is.
    pub kind: DocumentKind,
    /// What it is called, where the kind does not say enough.
    pub name: Option<Text>,
    /// Its number.
    pub number: Option<String>,
    /// Its date: when it was issued or signed.
    pub date: Day,
    /// The last day on which it holds; without end where absent.
    pub expires: Option<Day>,
    /// Where it is kept.
    pub place: Option<Text>,
    /// What it secures, for guarantee contracts and letters of guarantee, in the unit of the trade.
    pub amount: Option<Amount>,
}

/// A fact that we found out about the client.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FactFile {
    /// Short name, by which ratings of the five Cs refer to it.
    pub id: Option<String>,
    /// What it is about: facts with the same subject are compared, such as `payment-habit`.
    pub subject: String,
    /// What was found out.
    pub statement: Text,
    /// The same in a word or a number: two sources that give different values contradict each other.
    pub value: Option<String>,
    /// How we know it.
    pub channel: Channel,
    /// Who or what told us.
    pub source: Text,
    /// When we learned it.
    pub date: Day,
}

/// A way of investigating.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// A financial institution 金融机构.
    FinancialInstitution,
    /// A professional agency 专业资信调查机构.
    Agency,
    /// A trade body 行业组织.
    TradeBody,
    /// Our own firm 企业内部.
    Internal,
    /// Any other 其他.
    Other,
}

/// A rating of the five Cs.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FindingFile {
    /// The item of the model's rubric.
    pub item: String,
    /// The rating by the rubric's anchors; what is not known is not rated.
    #[schemars(range(min = 0, max = 4))]
    pub score: u8,
    /// The ids of documents and facts that it rests on.
    #[serde(default)]
    pub evidence: Vec<String>,
    /// What it rests on, in words; needed where `evidence` is absent.
    pub note: Option<Text>,
    /// When it was rated.
    pub date: Day,
}

/// A decision on the client, or a step towards one.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionFile {
    /// What it is.
    pub kind: DecisionKind,
    /// Who decided or proposed.
    pub who: Text,
    /// In what role.
    pub role: Text,
    /// When.
    pub date: Day,
    /// The tier before it.
    pub from: Option<String>,
    /// The tier after it; an override sets it.
    pub to: Option<String>,
    /// The limit before it, in the unit of the trade.
    pub limit_from: Option<Amount>,
    /// The limit after it, in the unit of the trade.
    pub limit_to: Option<Amount>,
    /// The last day on which it holds; until another decision where absent.
    pub until: Option<Day>,
    /// The reason; an override needs one.
    pub why: Option<Text>,
}

/// What a decision is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DecisionKind {
    /// Somebody proposes a tier or a limit 建议.
    Proposal,
    /// A proposal is approved 批准.
    Approval,
    /// A proposal is rejected 否决.
    Rejection,
    /// The tier is set against the model 推翻.
    Override,
    /// The override in force ends 撤销.
    Revocation,
    /// The client was reviewed 复评.
    Review,
}
