//! What a model asks of the evidence on a client, checked: required documents and the rubric of the
//! five Cs, with their names in words.

use rust_decimal::Decimal;

use super::Item;
pub use crate::kinds::credit_model::schema::evidence::{DocumentKind, FiveC};
use crate::measures::Measure;
use crate::values::{Text, Words};

/// A document that a credit file must hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Requirement {
    /// Its place in the file.
    pub index: usize,
    /// What it is.
    pub kind: DocumentKind,
    /// What it weighs.
    pub weight: Decimal,
    /// Months after which it is out of date.
    pub stale_after: Option<u8>,
}

/// The rubric of the five Cs.
#[derive(Debug, Clone)]
pub struct Rubric {
    /// The weights in the order of [`FiveC::ALL`]; they sum to 1.
    pub weights: [Decimal; 5],
    /// The share of a C's items that must be rated.
    pub minimum_coverage: Decimal,
    /// What is rated by judgement.
    pub items: Vec<RubricItem>,
    /// What is measured.
    pub ratios: Vec<RubricRatio>,
}

/// An item that is rated from 0 to 4.
#[derive(Debug, Clone)]
pub struct RubricItem {
    /// Short name.
    pub id: String,
    /// The C that it belongs to.
    pub c: FiveC,
    /// What is rated.
    pub name: Text,
    /// What each rating means.
    pub anchors: [Text; 5],
}

/// A measure that feeds a C.
#[derive(Debug, Clone)]
pub struct RubricRatio {
    /// The C that it belongs to.
    pub c: FiveC,
    /// The measure with its method; its weight means nothing.
    pub item: Item,
}

/// The weights of the parts of a score; they sum to 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts {
    /// The financial part.
    pub financial: Decimal,
    /// The five Cs.
    pub five_c: Decimal,
    /// The payment record.
    pub payment: Decimal,
}

/// A part of a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The financial part.
    Financial,
    /// The five Cs.
    FiveC,
    /// The payment record.
    Payment,
}

impl Parts {
    /// The weight of `part`.
    #[must_use]
    pub const fn weight(&self, part: Part) -> Decimal {
        match part {
            Part::Financial => self.financial,
            Part::FiveC => self.five_c,
            Part::Payment => self.payment,
        }
    }
}

impl Part {
    /// Every part, in the order of print.
    pub const ALL: [Part; 3] = [Part::Financial, Part::FiveC, Part::Payment];

    /// Its key in a model's file.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Part::Financial => "financial",
            Part::FiveC => "five_c",
            Part::Payment => "payment",
        }
    }

    /// Its name.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            Part::Financial => Words { zh: "财务", en: "Financial" },
            Part::FiveC => Words { zh: "5C", en: "Five Cs" },
            Part::Payment => Words { zh: "付款记录", en: "Payment record" },
        }
    }
}

impl FiveC {
    /// The five Cs, in the order of the chapter.
    pub const ALL: [FiveC; 5] =
        [FiveC::Character, FiveC::Capacity, FiveC::Capital, FiveC::Collateral, FiveC::Conditions];

    /// Its key in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            FiveC::Character => "character",
            FiveC::Capacity => "capacity",
            FiveC::Capital => "capital",
            FiveC::Collateral => "collateral",
            FiveC::Conditions => "conditions",
        }
    }

    /// Its name.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            FiveC::Character => Words { zh: "品质", en: "Character" },
            FiveC::Capacity => Words { zh: "能力", en: "Capacity" },
            FiveC::Capital => Words { zh: "资本", en: "Capital" },
            FiveC::Collateral => Words { zh: "抵押", en: "Collateral" },
            FiveC::Conditions => Words { zh: "条件", en: "Conditions" },
        }
    }

    /// The measure that is its score.
    #[must_use]
    pub const fn measure(self) -> Measure {
        match self {
            FiveC::Character => Measure::FiveCCharacter,
            FiveC::Capacity => Measure::FiveCCapacity,
            FiveC::Capital => Measure::FiveCCapital,
            FiveC::Collateral => Measure::FiveCCollateral,
            FiveC::Conditions => Measure::FiveCConditions,
        }
    }
}

/// The classes of a credit file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DocumentClass {
    /// Who the client is.
    Basic,
    /// What its credit rests on.
    Credit,
    /// Anything else.
    Other,
}

impl DocumentClass {
    /// Its name.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            DocumentClass::Basic => Words { zh: "基本资料", en: "Basic" },
            DocumentClass::Credit => Words { zh: "信用资料", en: "Credit" },
            DocumentClass::Other => Words { zh: "其他", en: "Other" },
        }
    }
}

impl DocumentKind {
    /// The class that it belongs to.
    #[must_use]
    pub const fn class(self) -> DocumentClass {
        match self {
            DocumentKind::Registration
            | DocumentKind::LegalForm
            | DocumentKind::Domicile
            | DocumentKind::PropertyLocation
            | DocumentKind::Debts => DocumentClass::Basic,
            DocumentKind::Application
            | DocumentKind::GuaranteeContract
            | DocumentKind::SalesContract
            | DocumentKind::LetterOfGuarantee
            | DocumentKind::FinancialInformation
            | DocumentKind::SettlementRecords => DocumentClass::Credit,
            DocumentKind::Other => DocumentClass::Other,
        }
    }

    /// Whether it secures a claim.
    #[must_use]
    pub const fn secures(self) -> bool {
        matches!(self, DocumentKind::GuaranteeContract | DocumentKind::LetterOfGuarantee)
    }

    /// Its name.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            DocumentKind::Registration => Words { zh: "名称与登记", en: "Name and registration" },
            DocumentKind::LegalForm => Words { zh: "企业性质", en: "Legal form" },
            DocumentKind::Domicile => Words { zh: "住所", en: "Domicile" },
            DocumentKind::PropertyLocation => Words { zh: "财产所在地", en: "Where the property lies" },
            DocumentKind::Debts => Words { zh: "债务形式", en: "Form of debts" },
            DocumentKind::Application => Words { zh: "信用申请书", en: "Credit application" },
            DocumentKind::GuaranteeContract => Words { zh: "担保合同", en: "Guarantee contract" },
            DocumentKind::SalesContract => Words { zh: "销售合同", en: "Sales contract" },
            DocumentKind::LetterOfGuarantee => Words { zh: "保函", en: "Letter of guarantee" },
            DocumentKind::FinancialInformation => Words { zh: "财务资料", en: "Financial information" },
            DocumentKind::SettlementRecords => Words { zh: "结算记录", en: "Settlement records" },
            DocumentKind::Other => Words { zh: "其他", en: "Other" },
        }
    }

    /// Its key in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            DocumentKind::Registration => "registration",
            DocumentKind::LegalForm => "legal_form",
            DocumentKind::Domicile => "domicile",
            DocumentKind::PropertyLocation => "property_location",
            DocumentKind::Debts => "debts",
            DocumentKind::Application => "application",
            DocumentKind::GuaranteeContract => "guarantee_contract",
            DocumentKind::SalesContract => "sales_contract",
            DocumentKind::LetterOfGuarantee => "letter_of_guarantee",
            DocumentKind::FinancialInformation => "financial_information",
            DocumentKind::SettlementRecords => "settlement_records",
            DocumentKind::Other => "other",
        }
    }
}
