//! Gathers entries into invoices: a number that stands in several entries is one invoice that was
//! paid in parts.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::Column;
use crate::kinds::client::ledger::{Invoice, Payment};
use crate::values::Code;
use crate::values::period::days_between;

/// The most entries: so many of the largest amount in the largest unit still add up exactly.
const MOST_ENTRIES: usize = 50_000;

/// What one entry of the ledger says: a row of the table, or `[[trade.invoices]]`.
#[derive(Debug, Clone, Default)]
pub(super) struct Entry<'e> {
    pub number: &'e str,
    pub date: Option<Date>,
    pub due: Option<Date>,
    /// In base units, like all amounts here.
    pub amount: Option<Decimal>,
    pub paid: Option<Decimal>,
    pub paid_on: Option<Date>,
    pub disputed: bool,
    pub salesperson: &'e str,
    /// Where it stands: its line, or its place in the file.
    pub at: usize,
    /// Where its payment stands.
    pub payment_at: usize,
}

/// What is wrong with an entry: its column, and what to say.
#[derive(Debug)]
pub(super) struct Flaw {
    pub code: Code,
    pub column: Column,
    pub message: String,
    pub hint: &'static str,
}

/// Gathers entries.
pub(super) struct Gather {
    pub invoices: Vec<Invoice>,
    by_number: BTreeMap<String, usize>,
    terms_days: Option<u16>,
    entries: usize,
}

impl Gather {
    pub(super) fn new(terms_days: Option<u16>) -> Self {
        Gather { invoices: Vec::new(), by_number: BTreeMap::new(), terms_days, entries: 0 }
    }

    /// Whether an invoice of this number was taken in.
    pub(super) fn knows(&self, number: &str) -> bool {
        self.by_number.contains_key(number)
    }

    /// Takes an entry in; the place of its invoice.
    ///
    /// # Errors
    /// Why the entry is left out.
    pub(super) fn take(&mut self, entry: &Entry<'_>) -> Result<usize, Flaw> {
        self.entries += 1;
        if self.entries > MOST_ENTRIES {
            let message = format!("a ledger can have {MOST_ENTRIES} entries; this one and what follows are too many");
            return Err(flaw(Code::BadValue, Column::Number, message, "leave out what was settled long ago"));
        }
        if entry.number.is_empty() {
            let message = "the invoice has no number".to_owned();
            return Err(flaw(Code::MissingField, Column::Number, message, "write its number"));
        }
        let payment = payment(entry)?;
        if let Some(&at) = self.by_number.get(entry.number) {
            self.repeated(at, entry, payment)?;
            return Ok(at);
        }
        let invoice = self.invoice(entry, payment)?;
        self.by_number.insert(invoice.number.clone(), self.invoices.len());
        self.invoices.push(invoice);
        Ok(self.invoices.len() - 1)
    }

    fn invoice(&self, entry: &Entry<'_>, payment: Option<Payment>) -> Result<Invoice, Flaw> {
        let missing = |column, what: &str, hint| {
            let message = format!("the invoice `{}` has no {what}", entry.number);
            flaw(Code::MissingField, column, message, hint)
        };
        let date = entry.date.ok_or_else(|| missing(Column::Date, "date", "write the day of the invoice"))?;
        let amount = entry.amount.ok_or_else(|| missing(Column::Amount, "amount", "write what it asks for"))?;
        let by_terms = || date.checked_add(i64::from(self.terms_days?).days()).ok();
        let no_due = || missing(Column::Due, "due date", "write it, or `terms_days` in [trade]");
        let due = entry.due.or_else(by_terms).ok_or_else(no_due)?;
        let mut invoice = Invoice {
            number: entry.number.to_owned(),
            at: entry.at,
            date,
            due,
            amount,
            payments: Vec::new(),
            disputed: entry.disputed,
            salesperson: entry.salesperson.to_owned(),
        };
        add(&mut invoice, payment);
        Ok(invoice)
    }

    /// A further entry of an invoice: a payment, and what it repeats must be the same.
    fn repeated(&mut self, at: usize, entry: &Entry<'_>, payment: Option<Payment>) -> Result<(), Flaw> {
        let invoice = &mut self.invoices[at];
        let column = if entry.date.is_some_and(|date| date != invoice.date) {
            Some((Column::Date, "date"))
        } else if entry.due.is_some_and(|due| due != invoice.due) {
            Some((Column::Due, "due date"))
        } else if entry.amount.is_some_and(|amount| amount != invoice.amount) {
            Some((Column::Amount, "amount"))
        } else {
            None
        };
        if let Some((column, what)) = column {
            let message = format!("the number `{}` stands above with another {what}", entry.number);
            let hint = "give each invoice its own number; only a part payment repeats one";
            return Err(flaw(Code::DuplicateInvoice, column, message, hint));
        }
        let Some(payment) = payment.filter(|payment| payment.typed) else {
            let message = format!("the invoice `{}` stands above already", entry.number);
            let hint = "keep one entry; a further one is a part payment and gives `paid` and `paid_on`";
            return Err(flaw(Code::DuplicateInvoice, Column::Number, message, hint));
        };
        invoice.disputed |= entry.disputed;
        add(invoice, Some(payment));
        Ok(())
    }
}

/// Adds a payment; one without an amount pays what the invoice asks for.
fn add(invoice: &mut Invoice, payment: Option<Payment>) {
    if let Some(mut payment) = payment {
        if !payment.typed {
            payment.amount = invoice.amount;
        }
        invoice.payments.push(payment);
    }
}

/// The payment of an entry, where it has one.
fn payment(entry: &Entry<'_>) -> Result<Option<Payment>, Flaw> {
    match (entry.paid, entry.paid_on) {
        (None, None) => Ok(None),
        (Some(paid), None) if paid.is_zero() => Ok(None),
        (Some(_), None) => {
            let message = format!("something was paid of `{}`, but the day is missing", entry.number);
            Err(flaw(Code::MissingField, Column::PaidOn, message, "write when it was paid"))
        }
        (paid, Some(on)) => {
            Ok(Some(Payment { at: entry.payment_at, on, amount: paid.unwrap_or_default(), typed: paid.is_some() }))
        }
    }
}

fn flaw(code: Code, column: Column, message: String, hint: &'static str) -> Flaw {
    Flaw { code, column, message, hint }
}

/// More days than this for payment are a mistyped year.
const LONGEST_TERMS: i64 = 3 * 366;

/// What is doubtful about an invoice that is taken as it stands.
pub(super) fn doubts(invoice: &Invoice) -> Vec<Flaw> {
    let mut doubts = Vec::new();
    if invoice.due < invoice.date {
        let message = format!("the invoice `{}` falls due before its date", invoice.number);
        doubts.push(flaw(Code::InvoiceDates, Column::Due, message, "check both days"));
    }
    if days_between(invoice.date, invoice.due) > LONGEST_TERMS {
        let message = format!("the invoice `{}` falls due more than three years after its date", invoice.number);
        doubts.push(flaw(Code::DoubtfulYear, Column::Due, message, "check the years of both days"));
    }
    let paid: Decimal = invoice.payments.iter().map(|payment| payment.amount).sum();
    let over = if invoice.amount.is_sign_negative() { paid < invoice.amount } else { paid > invoice.amount };
    if over {
        let message = format!("more was paid on the invoice `{}` than it asks for", invoice.number);
        let hint = "the rest counts as a credit in the client's favour; correct it, or enter it as one of its own";
        doubts.push(flaw(Code::InvoiceOverpaid, Column::Paid, message, hint));
    }
    doubts
}
