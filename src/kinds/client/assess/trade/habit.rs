//! How a client pays: days from the invoice, days after the due date and the share on time, weighted
//! by what was paid, in all and by month of payment.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::account::Account;
use crate::kinds::client::ledger::{Invoice, Ledger, Payment};
use crate::measures::{Figure, Measure};
use crate::values::period::days_between;
use crate::values::{Period, Undefined, Words};

/// How a client paid in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HabitMonth {
    /// Its first day.
    pub first: Date,
    /// How it paid.
    pub habit: Habit,
}

/// How a client paid: sums over payments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Habit {
    /// What was paid.
    pub paid: Decimal,
    /// Σ paid × days from the invoice's date.
    days: Decimal,
    /// Σ paid × days after the due date, none where it was early.
    late: Decimal,
    /// What was paid on the due date or before.
    pub on_time: Decimal,
    /// Whether a sum is too large to compute with.
    overflown: bool,
}

impl Habit {
    /// How the client paid after `after` and up to `until`.
    #[must_use]
    pub fn between(ledger: &Ledger, after: Date, until: Date) -> Self {
        let mut habit = Habit::default();
        for (invoice, payment) in payments(ledger, after, until) {
            habit.add(invoice, payment);
        }
        habit
    }

    fn add(&mut self, invoice: &Invoice, payment: &Payment) {
        let days = Decimal::from(days_between(invoice.date, payment.on));
        let late = Decimal::from(days_between(invoice.due, payment.on).max(0));
        let sums = payment
            .amount
            .checked_mul(days)
            .and_then(|days| self.days.checked_add(days))
            .zip(payment.amount.checked_mul(late).and_then(|late| self.late.checked_add(late)));
        match sums {
            Some((days, late)) => (self.days, self.late) = (days, late),
            None => self.overflown = true,
        }
        self.paid += payment.amount;
        if payment.on <= invoice.due {
            self.on_time += payment.amount;
        }
    }

    fn mean(&self, sum: Decimal) -> Option<Decimal> {
        let is_sound = self.paid > Decimal::ZERO && !self.overflown;
        is_sound.then(|| sum.checked_div(self.paid)).flatten()
    }

    /// Mean days from the invoice to the payment.
    #[must_use]
    pub fn days_to_pay(&self) -> Option<Decimal> {
        self.mean(self.days)
    }

    /// Mean days after the due date.
    #[must_use]
    pub fn days_late(&self) -> Option<Decimal> {
        self.mean(self.late)
    }

    /// The share paid on time.
    #[must_use]
    pub fn on_time_share(&self) -> Option<Decimal> {
        self.mean(self.on_time)
    }
}

/// The payments on invoices, credit notes left out, after `after` and up to `until`.
fn payments(ledger: &Ledger, after: Date, until: Date) -> impl Iterator<Item = (&Invoice, &Payment)> {
    let debts = ledger.invoices.iter().filter(|invoice| invoice.amount > Decimal::ZERO);
    let paid = debts.flat_map(|invoice| invoice.payments.iter().map(move |payment| (invoice, payment)));
    paid.filter(move |(_, payment)| payment.on > after && payment.on <= until)
}

/// The day a year before `date`; month ends stay month ends.
fn year_before(date: Date) -> Date {
    Period { name: String::new(), end: date, months: 12 }.opening()
}

/// The habit by month of payment, over the year up to `date`, earliest first.
#[must_use]
pub fn by_month(ledger: &Ledger, date: Date) -> Vec<HabitMonth> {
    let mut months: BTreeMap<Date, Habit> = BTreeMap::new();
    for (invoice, payment) in payments(ledger, year_before(date), date) {
        months.entry(payment.on.first_of_month()).or_default().add(invoice, payment);
    }
    months.into_iter().map(|(first, habit)| HabitMonth { first, habit }).collect()
}

impl Account<'_> {
    /// The habit of the year up to the date.
    pub(super) fn habit_figures(&mut self, ledger: &Ledger) -> Vec<Figure> {
        let after = year_before(self.as_of);
        let habit = Habit::between(ledger, after, self.as_of);
        let key = format!("{after}…{}", self.as_of);
        let sums = [
            (Measure::AverageDaysToPay, habit.days, Words { zh: "付款额 × 天数", en: "Paid × days" }, "paid × days"),
            (
                Measure::AverageDaysLate,
                habit.late,
                Words { zh: "付款额 × 逾期天数", en: "Paid × days late" },
                "paid × days late",
            ),
            (Measure::PaidOnTimeShare, habit.on_time, Words { zh: "按期付款额", en: "Paid on time" }, "paid on time"),
        ];
        let figure = |(measure, sum, name, path): (Measure, Decimal, Words, &str)| {
            if habit.overflown {
                return self.undefined(measure, Undefined::OutOfRange, &[]);
            }
            if habit.paid <= Decimal::ZERO {
                return self.undefined(measure, Undefined::NoPayments, &[]);
            }
            let path = format!("sum({path}, {key})");
            let part = match measure {
                Measure::PaidOnTimeShare => self.sum(name, key.clone(), path, sum),
                _ => self.sum_of_days(name, key.clone(), path, sum),
            };
            let all = Words { zh: "付款额", en: "Paid" };
            let whole = self.sum(all, key.clone(), format!("sum(paid, {key})"), habit.paid);
            self.figure(measure, part.over(whole))
        };
        sums.into_iter().map(figure).collect()
    }
}
