//! What a client file may say of our invoices and of the limits that were granted.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::load::fields::{Amount, Day};
use crate::values::Text;

/// An invoice of ours, or a credit note.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InvoiceFile {
    /// Its number, unique within the ledger.
    pub number: String,
    /// Its date.
    pub date: Day,
    /// When it falls due; `terms_days` after its date where absent.
    pub due: Option<Day>,
    /// What it asks for; negative for a credit note.
    pub amount: Amount,
    /// What was paid of it in one payment; the whole amount where only `paid_on` is given.
    pub paid: Option<Amount>,
    /// When it was paid.
    pub paid_on: Option<Day>,
    /// Payments, where there were several.
    #[serde(default)]
    pub payments: Vec<PaymentFile>,
    /// Whether the client disputes it.
    #[serde(default)]
    pub disputed: bool,
    /// Who sold.
    pub salesperson: Option<String>,
}

/// A payment on an invoice.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PaymentFile {
    /// When it was paid.
    pub date: Day,
    /// What was paid; negative where a payment was taken back.
    pub amount: Amount,
}

/// A credit limit that was granted to the client, in the currency and unit of the trade.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LimitFile {
    /// The first day on which it holds.
    pub from: Day,
    /// The last day on which it holds, for a temporary limit; absent for one that holds until the next.
    pub until: Option<Day>,
    /// The whole limit, not what is added to another.
    pub amount: Amount,
    /// Who granted it.
    pub by: Option<Text>,
    /// Why it was granted.
    pub reason: Option<Text>,
}
