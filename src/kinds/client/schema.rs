//! What a client file may say, as the author types it. Its doc comments are the descriptions in
//! the JSON Schema. Meaning is given in [`case`](super::case). What it says of our work on the client
//! stands in [`dossier`], of its place among others in `portfolio`.

pub mod dossier;

mod ledger;
mod portfolio;

use schemars::JsonSchema;
use serde::Deserialize;

use dossier::{DecisionFile, DocumentFile, FactFile, FindingFile};
pub use ledger::{InvoiceFile, LimitFile, PaymentFile};
pub use portfolio::{OutcomeFile, OutcomeKind, WatchFile};

use super::lines::{BalanceLines, CashFlowLines, IncomeLines};
use crate::load::fields::{Amount, Day, MonthlyAmounts};
pub use crate::load::unit::AmountUnit;
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
    /// The credit limits that were granted, in any order.
    #[serde(default)]
    pub limits: Vec<LimitFile>,
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
    /// The region that it is managed in, for the quarterly review.
    pub region: Option<Text>,
    /// The group of firms that it belongs to, for concentration limits.
    pub group: Option<Text>,
    /// Who looks after it.
    pub manager: Option<Text>,
    /// Entries of the watch list.
    #[serde(default)]
    pub watch: Vec<WatchFile>,
    /// How the trade ended badly, for the model's back-test.
    #[serde(default)]
    pub outcomes: Vec<OutcomeFile>,
}

/// What of a client's file its statements need, for one that cannot be read whole.
#[derive(Debug, Clone, Deserialize)]
pub struct StatementsFile {
    /// Currency of all amounts.
    pub currency: Option<String>,
    /// Unit of all amounts.
    pub unit: Option<AmountUnit>,
    /// The financial statements.
    #[serde(default)]
    pub statements: Vec<StatementFile>,
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
    /// The day on which we had the statement, from which it counts; where absent it counts from its end, as if it had
    /// been known at once.
    pub received: Option<Day>,
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
    /// What the client owes us at the as-of date; the sum of what is open where absent.
    pub receivables: Option<Amount>,
    /// Open receivables by due date, where there is no ledger of invoices; `[]` where nothing is open.
    pub open: Option<Vec<OpenItem>>,
    /// The ledger as a table beside this file; where absent, the `.csv` file of the same name if there is one.
    pub ledger: Option<String>,
    /// Unit of the amounts in that table; `one` where absent, as accounting programs export.
    pub ledger_unit: Option<AmountUnit>,
    /// The ledger in this file: our invoices and credit notes, in any order.
    #[serde(default)]
    pub invoices: Vec<InvoiceFile>,
    /// Orders taken at the as-of date and not yet delivered: they count to our exposure.
    pub orders: Option<Amount>,
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
