//! Reads the trade with us: currency, months of sales, open items and how they tie. Invoices are
//! read by [`ledger`](super::ledger).

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{Check, typed};
use crate::kinds::client::case::{AmountUnit, Month, Open, Trade};
use crate::kinds::client::ledger::MOST_MONTHS;
use crate::kinds::client::schema::{OpenItem, TradeFile};
use crate::values::Code;

/// The most open items: so many of the largest amount in the largest unit still add up exactly.
const MOST_OPEN: usize = 10_000;

impl Check<'_> {
    pub(super) fn trade(&mut self, file: &TradeFile, currency: &str, unit: AmountUnit) -> Trade {
        let unit = file.unit.unwrap_or(unit);
        let items = file.open.as_deref();
        if let Some(count) = items.map(<[_]>::len).filter(|&count| count > MOST_OPEN) {
            let message = format!("{count} open items are more than the {MOST_OPEN} that a client can have");
            self.report(Code::BadValue, "trade.open", message, "add up items that fall due on the same day");
        }
        self.currency("trade.currency", file.currency.as_deref());
        let months = self.months(file, unit);
        let item = |(index, item): (usize, &OpenItem)| Open {
            index,
            due: item.due.0,
            amount: item.amount.0 * unit.scale(),
            reference: item.reference.clone().unwrap_or_default(),
        };
        let open = items.map(|items| items.iter().enumerate().take(MOST_OPEN).map(item).collect::<Vec<_>>());
        let receivables = file.receivables.map(|amount| amount.0 * unit.scale());
        if let Some((owed, open)) = receivables.zip(open.as_ref()) {
            self.open_items(owed, open, unit);
        }
        let never_negative = [
            ("trade.forecast", file.forecast, "expected sales cannot be negative"),
            ("trade.orders", file.orders, "orders cannot be negative"),
        ];
        for (path, amount, message) in never_negative {
            if amount.is_some_and(|amount| amount.0.is_sign_negative() && !amount.0.is_zero()) {
                self.report(Code::NegativeAmount, path, message, "check the sign");
            }
        }
        let ledger = self.ledger(file, unit);
        let trade = Trade {
            since: file.since,
            currency: file.currency.clone().unwrap_or_else(|| currency.to_owned()),
            unit,
            terms_days: file.terms_days,
            months,
            // The last balances that are known hold on a later day too.
            stated_on: self.frame.as_of.max(self.frame.own),
            receivables,
            open,
            ledger,
            orders: file.orders.map(|amount| amount.0 * unit.scale()),
            forecast: file.forecast.map(|amount| amount.0 * unit.scale()),
        };
        self.tie(&trade);
        trade
    }

    /// Months up to the as-of date, latest first; a skipped month counts as one without sales.
    fn months(&mut self, file: &TradeFile, unit: AmountUnit) -> Vec<Month> {
        let mut given = BTreeMap::new();
        for (month, amount) in &file.credit_sales.0 {
            let path = format!("trade.credit_sales.{}", month.0.strftime("%Y-%m"));
            if amount.0.is_sign_negative() && !amount.0.is_zero() {
                self.report(
                    Code::NegativeAmount,
                    &path,
                    "credit sales of a month cannot be negative",
                    "net returns against the month of the sale",
                );
            }
            if self.is_later(month.0) {
                if let Some(as_of) = self.own_as_of() {
                    let message = format!("these sales lie after the as-of date {as_of} and are left out");
                    let hint = "correct the month, or move `as_of` in casebook.toml";
                    self.report(Code::TradeAfterAsOf, &path, message, hint);
                }
            } else {
                given.insert(month.0, amount.0 * unit.scale());
            }
        }
        self.without_gaps(&given)
    }

    fn without_gaps(&mut self, given: &BTreeMap<Date, Decimal>) -> Vec<Month> {
        let (Some((&first, _)), Some((&last, _))) = (given.first_key_value(), given.last_key_value()) else {
            return Vec::new();
        };
        let mut months = Vec::new();
        let mut month = self.last_whole_month().map_or(last, |whole| last.max(whole));
        while month >= first && months.len() < MOST_MONTHS {
            let sales = given.get(&month).copied();
            months.push(Month { first: month, sales: sales.unwrap_or_default(), given: sales.is_some() });
            let Ok(earlier) = month.checked_sub(1.month()) else { break };
            month = earlier;
        }
        self.gaps(&months);
        months
    }

    /// One warning for each run of months that the file skips; `months` run from the latest back.
    fn gaps(&mut self, months: &[Month]) {
        for run in months.chunk_by(|later, earlier| later.given == earlier.given) {
            let (Some(last), Some(first)) = (run.first(), run.last()) else { continue };
            if first.given {
                continue;
            }
            let (from, to) = (first.first.strftime("%Y-%m"), last.first.strftime("%Y-%m"));
            let message = if run.len() == 1 {
                format!("{from} is missing and counts as a month without sales")
            } else {
                format!("{from} to {to} are missing and count as {} months without sales", run.len())
            };
            self.report(Code::TradeMonthGap, "trade.credit_sales", message, format!("add `{from} = 0`, or the sales"));
        }
    }

    /// The first day of the last month that is over at the as-of date.
    fn last_whole_month(&self) -> Option<Date> {
        let as_of = self.frame.as_of?;
        let this = as_of.first_of_month();
        Some(if as_of == as_of.last_of_month() { this } else { this.checked_sub(1.month()).unwrap_or(this) })
    }

    /// A warning where the open items do not sum to the balance `owed`.
    fn open_items(&mut self, owed: Decimal, open: &[Open], unit: AmountUnit) {
        let sum: Decimal = open.iter().map(|item| item.amount).sum();
        if sum != owed {
            let shown = |amount: Decimal| typed(amount, unit.scale());
            let message = format!(
                "the {} open items sum to {}, but `receivables` is {}; the difference is {}",
                open.len(),
                shown(sum),
                shown(owed),
                shown(owed - sum),
            );
            self.report(
                Code::ReceivablesUntied,
                "trade.receivables",
                message,
                "correct one of them; days sales outstanding uses `receivables`, ageing the items",
            );
        }
    }
}
