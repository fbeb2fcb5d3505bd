//! What our work on a client means: everything dated, so that it can be asked for as of any day.

use jiff::civil::Date;
use rust_decimal::Decimal;

pub use crate::kinds::client::schema::dossier::{Channel, DecisionKind};
use crate::kinds::credit_model::model::evidence::DocumentKind;
use crate::values::{Text, Words};

/// Our work on a client, in the order of the file. Entries after an as-of date are kept: whoever asks
/// names the day.
#[derive(Debug, Clone, Default)]
pub struct Dossier {
    /// The credit file.
    pub documents: Vec<Document>,
    /// What we found out.
    pub facts: Vec<Fact>,
    /// Ratings of the five Cs.
    pub findings: Vec<Finding>,
    /// Decisions.
    pub decisions: Vec<Decision>,
}

/// A document of the credit file.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its place in the file.
    pub index: usize,
    /// Short name, or empty.
    pub id: String,
    /// What it is.
    pub kind: DocumentKind,
    /// What it is called, or empty.
    pub name: Text,
    /// Its number, or empty.
    pub number: String,
    /// Its date.
    pub date: Date,
    /// The last day on which it holds.
    pub expires: Option<Date>,
    /// Where it is kept, or empty.
    pub place: Text,
    /// What it secures, in base units of the trade's currency.
    pub amount: Option<Decimal>,
}

/// A fact.
#[derive(Debug, Clone)]
pub struct Fact {
    /// Its place in the file.
    pub index: usize,
    /// Short name, or empty.
    pub id: String,
    /// What it is about.
    pub subject: String,
    /// What was found out.
    pub statement: Text,
    /// The same in a word, or empty.
    pub value: String,
    /// How we know it.
    pub channel: Channel,
    /// Who told us.
    pub source: Text,
    /// When we learned it.
    pub date: Date,
}

/// A rating of the five Cs.
#[derive(Debug, Clone)]
pub struct Finding {
    /// Its place in the file.
    pub index: usize,
    /// The item of the rubric.
    pub item: String,
    /// 0 to 4.
    pub score: u8,
    /// Ids of documents and facts.
    pub evidence: Vec<String>,
    /// What it rests on in words, or empty.
    pub note: Text,
    /// When it was rated.
    pub date: Date,
}

/// A decision.
#[derive(Debug, Clone)]
pub struct Decision {
    /// Its place in the file.
    pub index: usize,
    /// What it is.
    pub kind: DecisionKind,
    /// Who decided.
    pub who: Text,
    /// In what role.
    pub role: Text,
    /// When.
    pub date: Date,
    /// The tier before it, or empty.
    pub from: String,
    /// The tier after it, or empty.
    pub to: String,
    /// The limit before it, in base units of the trade's currency.
    pub limit_from: Option<Decimal>,
    /// The limit after it.
    pub limit_to: Option<Decimal>,
    /// The last day on which it holds.
    pub until: Option<Date>,
    /// The reason, or empty.
    pub why: Text,
}

impl Document {
    /// Whether it has run out at `as_of`.
    #[must_use]
    pub fn expired(&self, as_of: Date) -> bool {
        self.expires.is_some_and(|expires| expires < as_of)
    }
}

impl Dossier {
    /// The documents that exist at `as_of`.
    pub fn documents(&self, as_of: Date) -> impl Iterator<Item = &Document> {
        self.documents.iter().filter(move |document| document.date <= as_of)
    }

    /// The facts that are known at `as_of`.
    pub fn facts(&self, as_of: Date) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(move |fact| fact.date <= as_of)
    }

    /// The decisions up to `as_of`, earliest first; those of one day in the order of the file.
    #[must_use]
    pub fn decisions(&self, as_of: Date) -> Vec<&Decision> {
        let mut decisions: Vec<_> = self.decisions.iter().filter(|decision| decision.date <= as_of).collect();
        decisions.sort_by_key(|decision| decision.date);
        decisions
    }
}

impl Channel {
    /// Every channel, in the order of the chapter.
    pub const ALL: [Channel; 5] =
        [Channel::FinancialInstitution, Channel::Agency, Channel::TradeBody, Channel::Internal, Channel::Other];

    /// Its name.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            Channel::FinancialInstitution => Words { zh: "金融机构", en: "Financial institution" },
            Channel::Agency => Words { zh: "专业资信机构", en: "Professional agency" },
            Channel::TradeBody => Words { zh: "行业组织", en: "Trade body" },
            Channel::Internal => Words { zh: "企业内部", en: "Internal" },
            Channel::Other => Words { zh: "其他", en: "Other" },
        }
    }

    /// Its key in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Channel::FinancialInstitution => "financial_institution",
            Channel::Agency => "agency",
            Channel::TradeBody => "trade_body",
            Channel::Internal => "internal",
            Channel::Other => "other",
        }
    }
}

impl DecisionKind {
    /// Its name.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            DecisionKind::Proposal => Words { zh: "建议", en: "Proposal" },
            DecisionKind::Approval => Words { zh: "批准", en: "Approval" },
            DecisionKind::Rejection => Words { zh: "否决", en: "Rejection" },
            DecisionKind::Override => Words { zh: "人工推翻", en: "Override" },
            DecisionKind::Revocation => Words { zh: "撤销推翻", en: "Revocation" },
            DecisionKind::Review => Words { zh: "复评", en: "Review" },
        }
    }

    /// Its key in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            DecisionKind::Proposal => "proposal",
            DecisionKind::Approval => "approval",
            DecisionKind::Rejection => "rejection",
            DecisionKind::Override => "override",
            DecisionKind::Revocation => "revocation",
            DecisionKind::Review => "review",
        }
    }
}
