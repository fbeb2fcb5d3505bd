//! Reads our ledger of a client: invoices in its file or in a table beside it, and how they tie to
//! what else the file says.
//!
//! [`table`] reads rows, [`cells`] their cells, [`gather`] makes entries into invoices, [`later`] finds
//! what lies after the as-of date.

mod cells;
mod gather;
mod later;
mod table;

use rust_decimal::Decimal;

use super::dossier::LATER_HINT;
use super::{Check, typed};
use crate::kinds::client::case::{AmountUnit, Month, Trade};
use crate::kinds::client::ledger::{Invoice, Ledger, MOST_MONTHS, Payment};
use crate::kinds::client::schema::TradeFile;
use crate::values::Code;
use gather::{Entry, Flaw, Gather, doubts};
use later::Later;

/// What a column of a ledger holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Number,
    Date,
    Due,
    Amount,
    Paid,
    PaidOn,
    Disputed,
    Salesperson,
}

impl Column {
    /// Its name in files.
    const fn name(self) -> &'static str {
        match self {
            Column::Number => "number",
            Column::Date => "date",
            Column::Due => "due",
            Column::Amount => "amount",
            Column::Paid => "paid",
            Column::PaidOn => "paid_on",
            Column::Disputed => "disputed",
            Column::Salesperson => "salesperson",
        }
    }
}

impl Check<'_> {
    /// The ledger of the client, where there is one; errors are reported.
    pub(super) fn ledger(&mut self, file: &TradeFile, unit: AmountUnit) -> Option<Ledger> {
        let path = self.table_path(file);
        let sources = [
            (!file.invoices.is_empty(), "trade.invoices", "invoices of its own"),
            (path.is_some(), "trade.ledger", "a ledger beside it"),
            (file.open.is_some(), "trade.open", "open items"),
        ];
        let mut given = sources.iter().filter(|(given, ..)| *given);
        if let (Some((_, _, first)), Some((_, at, second))) = (given.next(), given.next()) {
            let at = if *at == "trade.ledger" && file.ledger.is_none() { "trade.invoices" } else { at };
            let message = format!("the file has {first} and {second}, which could contradict each other");
            self.report(Code::BadValue, at, message, "keep one of them: open items follow from invoices");
            return None;
        }
        match path {
            Some(path) => {
                let scale = file.ledger_unit.unwrap_or(AmountUnit::One).scale();
                let beside = self.beside?;
                let read = table::table(beside, &path, scale, file.terms_days, self.own_as_of(), &mut self.problems);
                read.map_err(|problems| self.problems.extend(problems)).ok()
            }
            None => self.typed_invoices(file, unit),
        }
    }

    /// A warning where a ledger lies beside a client that we do not trade with.
    pub(super) fn unused_ledger(&mut self) {
        let path =
            self.beside.and_then(|beside| beside.path(&format!("{}.csv", self.stem)).filter(|path| beside.holds(path)));
        if let Some(path) = path {
            let message = format!("`{path}` lies beside the client, whose file has no `[trade]`; it is left out");
            self.report(Code::LedgerUnused, "", message, "add [trade], with `terms_days` and `receivables`");
        }
    }

    /// The path of the table of invoices: the one that is named, or the one called like the client's
    /// file.
    fn table_path(&mut self, file: &TradeFile) -> Option<String> {
        let beside = self.beside?;
        let Some(name) = &file.ledger else {
            let path = beside.path(&format!("{}.csv", self.stem))?;
            return beside.holds(&path).then_some(path);
        };
        let Some(path) = beside.path(name) else {
            let message = format!("`{name}` does not name a file beside the client's");
            self.report(Code::BadValue, "trade.ledger", message, "write the name of a .csv file in the same folder");
            return None;
        };
        if !beside.holds(&path) {
            let message = format!("the client names a ledger, but `{path}` does not exist");
            self.report(Code::BadReference, "trade.ledger", message, "write the file, or remove `ledger`");
            return None;
        }
        Some(path)
    }

    fn typed_invoices(&mut self, file: &TradeFile, unit: AmountUnit) -> Option<Ledger> {
        let mut gather = Gather::new(file.terms_days);
        for (index, invoice) in file.invoices.iter().enumerate() {
            let scaled = |amount: Decimal| amount * unit.scale();
            let entry = Entry {
                number: invoice.number.trim(),
                date: Some(invoice.date.0),
                due: invoice.due.map(|due| due.0),
                amount: Some(scaled(invoice.amount.0)),
                paid: invoice.paid.map(|paid| scaled(paid.0)),
                paid_on: invoice.paid_on.map(|on| on.0),
                disputed: invoice.disputed,
                salesperson: invoice.salesperson.as_deref().unwrap_or_default().trim(),
                at: index,
                payment_at: 0,
            };
            let taken = if gather.knows(entry.number) { Err(twice(entry.number)) } else { gather.take(&entry) };
            match taken {
                Ok(at) => {
                    let parts = invoice.payments.iter().zip(1..);
                    gather.invoices[at].payments.extend(parts.map(|(part, nth)| Payment {
                        at: nth,
                        on: part.date.0,
                        amount: scaled(part.amount.0),
                        typed: true,
                    }));
                }
                Err(flaw) => self.flawed(index, flaw),
            }
        }
        for invoice in &gather.invoices {
            for doubt in doubts(invoice) {
                self.flawed(invoice.at, doubt);
            }
        }
        self.later_invoices(&gather.invoices);
        (!gather.invoices.is_empty()).then(|| Ledger {
            file: self.source.path.clone(),
            is_table: false,
            sha256: String::new(),
            invoices: gather.invoices,
        })
    }

    /// Warnings where typed invoices or their payments lie after the as-of date.
    fn later_invoices(&mut self, invoices: &[Invoice]) {
        let mut later = Later::than(self.own_as_of());
        for invoice in invoices {
            let path = |key: &str| format!("trade.invoices[{}].{key}", invoice.at);
            later.invoice(invoice.date, || path("date"));
            for payment in &invoice.payments {
                let key = || match payment.at.checked_sub(1) {
                    Some(nth) => path(&format!("payments[{nth}].date")),
                    None => path("paid_on"),
                };
                later.payment(payment.on, key);
            }
        }
        for (path, message) in later.told() {
            self.report(Code::TradeAfterAsOf, &path, message, LATER_HINT);
        }
    }

    fn flawed(&mut self, index: usize, flaw: Flaw) {
        let path = format!("trade.invoices[{index}].{}", flaw.column.name());
        self.report(flaw.code, &path, flaw.message, flaw.hint);
    }

    /// Warnings where the ledger does not tie to the balance and the monthly sales given.
    pub(super) fn tie(&mut self, trade: &Trade) {
        let (Some(ledger), Some(as_of)) = (&trade.ledger, self.frame.as_of) else { return };
        let shown = |amount: Decimal| typed(amount, trade.unit.scale());
        let sum = ledger.owed_on(as_of);
        if let Some(owed) = trade.receivables.filter(|owed| *owed != sum && trade.is_stated_for(as_of)) {
            let message = format!(
                "the ledger comes to {} on {as_of}, but `receivables` is {}; the difference is {}",
                shown(sum),
                shown(owed),
                shown(owed - sum),
            );
            let hint = "find the difference, or correct one of them; days sales outstanding uses `receivables`, ageing the \
                        ledger";
            self.report(Code::ReceivablesUntied, "trade.receivables", message, hint);
        }
        let Some(begins) = ledger.begins() else { return };
        // The month in which the ledger begins may have invoices before it.
        let whole = |month: &&Month| month.given && month.first > begins && month.first.last_of_month() <= as_of;
        for month in trade.months.iter().filter(whole).take(MOST_MONTHS) {
            let before = month.first.yesterday().unwrap_or(month.first);
            let sold = ledger.sales_between(before, month.first.last_of_month());
            if sold != month.sales {
                let name = month.first.strftime("%Y-%m");
                let message = format!(
                    "the invoices of {name} less credit notes come to {}, but the sales given are {}",
                    shown(sold),
                    shown(month.sales)
                );
                let hint = "correct one of them, or leave `credit_sales` out: sales follow from the ledger";
                self.report(Code::SalesUntied, &format!("trade.credit_sales.{name}"), message, hint);
            }
        }
    }
}

fn twice(number: &str) -> Flaw {
    Flaw {
        code: Code::DuplicateInvoice,
        column: Column::Number,
        message: format!("the invoice `{number}` stands above already"),
        hint: "keep one entry; several payments stand in its `payments`",
    }
}
