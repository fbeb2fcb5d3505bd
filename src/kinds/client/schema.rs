//! What a client file may say, as the author types it. Its doc comments are the descriptions in
//! the JSON Schema. Meaning is given in [`case`](super::case). What it says of our work on the client
//! stands in [`dossier`].

pub mod dossier;

use schemars::{JsonSchema, Schema};
use serde::Deserialize;

use dossier::{DecisionFile, DocumentFile, FactFile, FindingFile};

use super::lines::{BalanceLines, CashFlowLines, IncomeLines};
use crate::load::fields::{Amount, Day, MonthlyAmounts};
use crate::values::Text;

/// A client of ours: who it is, its financial statements, and its trade with us.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClientFile {
    /// Identifies the client in addresses and data files; the file's name where absent.
    pub id: Option<String>,
    /// The client's name.
    pub name: Text,
    /// Legal form (企业性质), such as “limited company”.
    pub legal_form: Option<Text>,
    /// Registered seat (注册地).
    pub domicile: Option<Text>,
    /// The industry: a name that the credit model knows standards for, or any other text.
    pub industry: Option<String>,
    /// Unified social credit code, registration or ticker number.
    pub registration: Option<String>,
    /// Currency of all amounts, as an ISO 4217 code such as CNY or USD; the book's currency where absent.
    pub currency: Option<String>,
    /// Unit of all amounts; `one` where absent.
    pub unit: Option<AmountUnit>,
    /// Remarks for the reader of the report, in Markdown.
    pub notes: Option<Text>,
    /// The financial statements, one entry for each period, in any order.
    #[serde(default)]
    pub statements: Vec<StatementFile>,
    /// The trade between the client and us.
    pub trade: Option<TradeFile>,
    /// Facts that cap the tier whatever the score says.
    #[serde(default)]
    pub events: Vec<EventFile>,
    /// The documents of its credit file.
    #[serde(default)]
    pub documents: Vec<DocumentFile>,
    /// What we found out about it.
    #[serde(default)]
    pub facts: Vec<FactFile>,
    /// Ratings of the five Cs.
    #[serde(default)]
    pub five_c: Vec<FindingFile>,
    /// Decisions on it, in any order.
    #[serde(default)]
    pub decisions: Vec<DecisionFile>,
}

/// In what unit amounts are typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(transform = with_chinese_names)]
pub enum AmountUnit {
    /// Units of the currency (元).
    #[serde(rename = "one", alias = "元")]
    One,
    /// Thousands (千元).
    #[serde(rename = "thousand", alias = "千元")]
    Thousand,
    /// Ten thousands (万元).
    #[serde(rename = "wan", alias = "万元")]
    TenThousand,
    /// Millions (百万元).
    #[serde(rename = "million", alias = "百万元")]
    Million,
    /// Hundred millions (亿元).
    #[serde(rename = "yi", alias = "亿元")]
    HundredMillion,
    /// Billions (十亿元).
    #[serde(rename = "billion", alias = "十亿元")]
    Billion,
}

/// Adds the Chinese names of units to the schema, which knows nothing of serde's `alias`.
fn with_chinese_names(schema: &mut Schema) {
    let names = [
        ("one", "元"),
        ("thousand", "千元"),
        ("wan", "万元"),
        ("million", "百万元"),
        ("yi", "亿元"),
        ("billion", "十亿元"),
    ];
    let Some(serde_json::Value::Array(choices)) = schema.get_mut("oneOf") else { return };
    for choice in choices.iter_mut().filter_map(serde_json::Value::as_object_mut) {
        let found = names.iter().find(|(name, _)| choice.get("const").is_some_and(|known| known == name));
        if let Some((name, chinese)) = found {
            choice.remove("const");
            choice.insert("enum".to_owned(), serde_json::json!([name, chinese]));
        }
    }
}

/// The financial statements of one period.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatementFile {
    /// The period's name, unique within the client: `FY2023`, `2026H1`, `2026Q3`.
    pub period: String,
    /// The last day of the period.
    pub end: Day,
    /// The length of the period in months; 12 where absent.
    #[serde(default = "twelve")]
    #[schemars(range(min = 1, max = 24))]
    pub months: u8,
    /// Currency of this statement, where it differs from the client's.
    pub currency: Option<String>,
    /// Unit of this statement, where it differs from the client's.
    pub unit: Option<AmountUnit>,
    /// How far an accountant vouches for the statement; `none` where absent.
    #[serde(default)]
    pub assurance: Assurance,
    /// The auditor's opinion, for audited statements; `unqualified` where absent.
    pub opinion: Option<Opinion>,
    /// Whether the auditor doubts that the firm is a going concern.
    #[serde(default)]
    pub going_concern_doubt: bool,
    /// Who audited, reviewed or compiled the statement.
    pub auditor: Option<Text>,
    /// Market value of the equity at the end of the period, for listed firms (Altman's Z).
    pub market_value: Option<Amount>,
    /// Income statement.
    #[serde(default)]
    pub income: IncomeLines,
    /// Balance sheet at the end of the period.
    #[serde(default)]
    pub balance: BalanceLines,
    /// Balance sheet at the beginning of the period, where no earlier statement gives it.
    pub opening: Option<BalanceLines>,
    /// Cash-flow statement.
    #[serde(default)]
    pub cash_flow: CashFlowLines,
}

const fn twelve() -> u8 {
    12
}

/// How far an accountant vouches for a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Assurance {
    /// Audited 经审计: reasonable assurance (ISA 700).
    Audited,
    /// Reviewed 经审核: limited assurance (ISRE 2400).
    Reviewed,
    /// Compiled 汇编: no assurance (ISRS 4410).
    Compiled,
    /// The firm's own figures.
    #[default]
    None,
}

/// An auditor's opinion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Opinion {
    /// Without reservation 无保留意见.
    Unqualified,
    /// With reservations 保留意见.
    Qualified,
    /// The statements do not give a true view 否定意见.
    Adverse,
    /// The auditor could not form an opinion 无法表示意见.
    Disclaimer,
}

/// The trade between the client and us.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TradeFile {
    /// The year in which the trade began.
    #[schemars(range(min = 1800, max = 2200))]
    pub since: Option<u16>,
    /// Currency of the trade; the client's where absent.
    pub currency: Option<String>,
    /// Unit of the trade's amounts; the client's where absent.
    pub unit: Option<AmountUnit>,
    /// Days that we allow for payment.
    #[schemars(range(min = 0, max = 720))]
    pub terms_days: Option<u16>,
    /// Our sales to the client on credit, month by month: `2026-06 = 70_000`.
    #[serde(default)]
    pub credit_sales: MonthlyAmounts,
    /// What the client owes us at the as-of date; the sum of `open` where absent.
    pub receivables: Option<Amount>,
    /// Open receivables by due date.
    #[serde(default)]
    pub open: Vec<OpenItem>,
    /// Credit sales that we expect in the twelve months after the as-of date.
    pub forecast: Option<Amount>,
}

/// A receivable that is open at the as-of date.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenItem {
    /// When it falls due.
    pub due: Day,
    /// What is owed; negative for a credit in the client's favour.
    pub amount: Amount,
    /// Invoice number or remark.
    pub reference: Option<String>,
}

/// A fact that caps the tier whatever the score says.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EventFile {
    /// What happened.
    pub kind: EventKind,
    /// When it became known.
    pub date: Day,
    /// Where we know it from.
    pub source: Text,
}

/// What can happen to cap a tier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// Insolvency proceedings or suspension of payments 破产或停止支付.
    Insolvency,
    /// Fraud or falsified documents 欺诈或伪造文件.
    Fraud,
    /// The client refuses information 拒绝提供资料.
    RefusedInformation,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{self, Source, shape::shape};

    #[test]
    fn units_have_chinese_names_too() {
        let shape = shape::<ClientFile>();
        let read = |unit: &str| {
            let source = Source::new("a.toml", format!("name = \"A\"\nunit = \"{unit}\"\n"));
            load::read::<ClientFile>(&source, &shape).map(|(file, _)| file.unit)
        };
        for (name, chinese) in [
            ("one", "元"),
            ("thousand", "千元"),
            ("wan", "万元"),
            ("million", "百万元"),
            ("yi", "亿元"),
            ("billion", "十亿元"),
        ] {
            assert_eq!(read(name), read(chinese));
            assert!(read(name).is_ok_and(|unit| unit.is_some()), "{name}");
        }
        assert!(read("万").is_err());
    }
}
