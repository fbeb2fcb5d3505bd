//! Our invoices to a client and what was paid on them, as functions of a date: the same ledger gives
//! what was open, overdue or sold at any earlier day.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::case::{Month, Open, Trade};
use crate::values::period::days_between;

/// Our invoices to a client.
#[derive(Debug, Clone)]
pub struct Ledger {
    /// The file that they stand in.
    pub file: String,
    /// Whether that file is a table; otherwise they stand in the client's own file.
    pub is_table: bool,
    /// SHA-256 of that file in hexadecimal, where it is a table.
    pub sha256: String,
    /// The invoices and credit notes, in the order of the file.
    pub invoices: Vec<Invoice>,
}

/// An invoice, or a credit note.
#[derive(Debug, Clone)]
pub struct Invoice {
    /// Its number.
    pub number: String,
    /// Its line in the table, or its place in the client's file.
    pub at: usize,
    /// Its date.
    pub date: Date,
    /// When it falls due.
    pub due: Date,
    /// What it asks for, in base units; negative for a credit note.
    pub amount: Decimal,
    /// What was paid of it, in the order of the file.
    pub payments: Vec<Payment>,
    /// Whether the client disputes it.
    pub disputed: bool,
    /// Who sold, or empty.
    pub salesperson: String,
}

/// A payment on an invoice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Payment {
    /// Its line in the table, or its place among the invoice's payments.
    pub at: usize,
    /// When it was made.
    pub on: Date,
    /// What was paid, in base units.
    pub amount: Decimal,
    /// Whether the amount is typed; otherwise only the day is, and the whole invoice was paid.
    pub typed: bool,
}

impl Invoice {
    /// What is open of it on `date`: later payments are still to come.
    #[must_use]
    pub fn open_on(&self, date: Date) -> Decimal {
        if self.date > date {
            return Decimal::ZERO;
        }
        self.paid_by(date).fold(self.amount, |open, payment| open - payment.amount)
    }

    /// The payments up to `date`.
    pub fn paid_by(&self, date: Date) -> impl Iterator<Item = &Payment> {
        self.payments.iter().filter(move |payment| payment.on <= date)
    }
}

impl Ledger {
    /// The day of the earliest invoice.
    #[must_use]
    pub fn begins(&self) -> Option<Date> {
        self.invoices.iter().map(|invoice| invoice.date).min()
    }

    /// What was owed on `date`: invoices less credit notes and payments.
    #[must_use]
    pub fn owed_on(&self, date: Date) -> Decimal {
        self.invoices.iter().map(|invoice| invoice.open_on(date)).sum()
    }

    /// Invoices less credit notes dated after `after` and up to `until`: net credit sales.
    #[must_use]
    pub fn sales_between(&self, after: Date, until: Date) -> Decimal {
        let dated = self.invoices.iter().filter(|invoice| invoice.date > after && invoice.date <= until);
        dated.map(|invoice| invoice.amount).sum()
    }

    /// Net credit sales by month up to `date`, latest first, without gaps; at most `most` months.
    fn months(&self, date: Date, most: usize) -> Vec<Month> {
        let mut sums: BTreeMap<Date, Decimal> = BTreeMap::new();
        for invoice in self.invoices.iter().filter(|invoice| invoice.date <= date) {
            *sums.entry(invoice.date.first_of_month()).or_default() += invoice.amount;
        }
        let Some((&first, _)) = sums.first_key_value() else { return Vec::new() };
        let months = std::iter::successors(Some(date.first_of_month()), |month| {
            month.yesterday().ok().map(Date::first_of_month)
        });
        let month = |month| Month { first: month, sales: sums.get(&month).copied().unwrap_or_default(), given: true };
        months.take_while(|month| *month >= first).take(most).map(month).collect()
    }

    /// The key path of an invoice's `column`, or of a table's cell.
    #[must_use]
    pub fn path(&self, invoice: &Invoice, column: &str) -> String {
        if self.is_table {
            format!("{column}[{}]", invoice.number)
        } else {
            format!("trade.invoices[{}].{column}", invoice.at)
        }
    }

    /// The key path of the amount of an invoice's payment, by its place among them.
    #[must_use]
    pub fn payment_path(&self, invoice: &Invoice, at: usize) -> String {
        match (self.is_table, invoice.payments.get(at)) {
            (true, _) => format!("paid[{}]#{}", invoice.number, at + 1),
            (false, Some(payment)) if payment.at > 0 => {
                format!("trade.invoices[{}].payments[{}].amount", invoice.at, payment.at - 1)
            }
            (false, _) => self.path(invoice, "paid"),
        }
    }

    /// Whether a key path names a cell of the table and not a key of the client's file.
    #[must_use]
    pub fn holds(&self, path: &str) -> bool {
        self.is_table && ["due[", "amount[", "paid["].iter().any(|column| path.starts_with(column))
    }

    /// The line of a cell of the table, by its path; the first line for sums of a column.
    #[must_use]
    pub fn line(&self, path: &str) -> usize {
        let cell = path.split_once('[').and_then(|(_, rest)| rest.rsplit_once(']'));
        let Some((number, rest)) = cell else { return 1 };
        let Some(invoice) = self.invoices.iter().find(|invoice| invoice.number == number) else { return 1 };
        let payment = rest.strip_prefix('#').and_then(|nth| nth.parse::<usize>().ok());
        let payment = payment.and_then(|nth| invoice.payments.get(nth.checked_sub(1)?));
        payment.map_or(invoice.at, |payment| payment.at)
    }
}

/// Something that is open on a date: an item that the file gives, or what is left of an invoice.
#[derive(Debug, Clone, Copy)]
pub struct Item<'t> {
    /// Where it comes from.
    pub of: ItemOf<'t>,
    /// When it falls due.
    pub due: Date,
    /// What is owed, in base units; negative for a credit.
    pub amount: Decimal,
}

/// Where an open item comes from.
#[derive(Debug, Clone, Copy)]
pub enum ItemOf<'t> {
    /// An entry of `trade.open`.
    Typed(&'t Open),
    /// An invoice of the ledger.
    Invoice(&'t Invoice),
}

impl<'t> Item<'t> {
    /// Its number or remark, or empty.
    #[must_use]
    pub fn reference(&self) -> &'t str {
        match self.of {
            ItemOf::Typed(open) => &open.reference,
            ItemOf::Invoice(invoice) => &invoice.number,
        }
    }

    /// Whether the client disputes it.
    #[must_use]
    pub fn is_disputed(&self) -> bool {
        matches!(self.of, ItemOf::Invoice(invoice) if invoice.disputed)
    }

    /// Who sold, or empty.
    #[must_use]
    pub fn salesperson(&self) -> &'t str {
        match self.of {
            ItemOf::Typed(_) => "",
            ItemOf::Invoice(invoice) => &invoice.salesperson,
        }
    }

    /// Days past due on `date`; negative where it is not due.
    #[must_use]
    pub fn days_overdue(&self, date: Date) -> i64 {
        days_between(self.due, date)
    }
}

/// The most months of sales that are looked at.
pub const MOST_MONTHS: usize = 60;

impl Trade {
    /// Whether what the file says of one day only, such as `receivables`, holds on `date`.
    #[must_use]
    pub fn is_stated_for(&self, date: Date) -> bool {
        self.stated_on.is_none_or(|stated| stated == date)
    }

    /// Whether the file tells what is open on `date`, be it nothing.
    #[must_use]
    pub fn tells_items_on(&self, date: Date) -> bool {
        self.ledger.is_some() || self.open.is_some() && self.is_stated_for(date)
    }

    /// What is open on `date`: from the ledger, or the open items that the file gives for its own
    /// as-of date.
    #[must_use]
    pub fn items_on(&self, date: Date) -> Vec<Item<'_>> {
        if let Some(ledger) = &self.ledger {
            let item = |invoice: &'_ Invoice| (invoice.open_on(date), invoice.due);
            let open = ledger.invoices.iter().filter(|invoice| !item(invoice).0.is_zero());
            return open
                .map(|invoice| Item { of: ItemOf::Invoice(invoice), due: invoice.due, amount: invoice.open_on(date) })
                .collect();
        }
        let open = self.open.iter().flatten().filter(|_| self.is_stated_for(date));
        open.map(|open| Item { of: ItemOf::Typed(open), due: open.due, amount: open.amount }).collect()
    }

    /// What the client owes on `date`: as given, or the sum of what is open. None where the file does
    /// not tell.
    #[must_use]
    pub fn owed_on(&self, date: Date) -> Option<Decimal> {
        let given = self.receivables.filter(|_| self.is_stated_for(date));
        let open = self.open.as_ref().filter(|_| self.is_stated_for(date));
        let owed = |ledger: &Ledger| ledger.owed_on(date);
        given
            .or_else(|| self.ledger.as_ref().map(owed))
            .or_else(|| open.map(|open| open.iter().map(|item| item.amount).sum()))
    }

    /// Credit sales by month up to `date`, latest first: as given, or from the ledger. Of a month
    /// that is not over on `date`, the ledger gives the part that is; months given whole are left out.
    #[must_use]
    pub fn months_on(&self, date: Date) -> Vec<Month> {
        if let (true, Some(ledger)) = (self.months.is_empty(), &self.ledger) {
            return ledger.months(date, MOST_MONTHS);
        }
        let over = |month: &&Month| month.first.last_of_month() <= date || self.is_stated_for(date);
        self.months.iter().filter(|month| month.first <= date).filter(over).copied().collect()
    }

    /// The key path of an item's due date.
    #[must_use]
    pub fn due_path(&self, item: &Item<'_>) -> String {
        match (item.of, &self.ledger) {
            (ItemOf::Invoice(invoice), Some(ledger)) => ledger.path(invoice, "due"),
            (ItemOf::Typed(open), _) => format!("trade.open[{}].due", open.index),
            (ItemOf::Invoice(_), None) => String::new(),
        }
    }

    /// Whether monthly sales come from the ledger.
    #[must_use]
    pub fn sales_are_from_ledger(&self) -> bool {
        self.months.is_empty() && self.ledger.is_some()
    }
}
