//! What is overdue, what we expect to lose, and how well we collect (DOMAIN 1.2; IFRS 9, B5.5.35;
//! Credit Research Foundation, key performance indicators).

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::account::{Account, OPEN_ITEMS};
use super::ageing::age_class;
use crate::kinds::client::ledger::{Item, Ledger};
use crate::kinds::credit_model::model::Provision;
use crate::measures::{Expr, Figure, Input, Measure, Origin};
use crate::values::{Period, Undefined, Unit, Words};

/// The classes by days overdue, in any language.
const CLASS_KEYS: [&str; 5] = ["≤ 0 d", "1–30 d", "31–60 d", "61–90 d", "> 90 d"];

/// How many months collection effectiveness looks back.
const MONTHS: u8 = 3;

impl Account<'_> {
    /// What of all that is owed is past due, and what by more than 90 days.
    pub(super) fn overdue_figures(&mut self) -> Vec<Figure> {
        let as_of = self.as_of;
        let all = self.open("amount > 0", |item| item.amount > Decimal::ZERO);
        let late = move |item: &Item<'_>| item.due < as_of;
        let very_late = move |item: &Item<'_>| item.days_overdue(as_of) > 90;
        vec![
            self.share(Measure::OverdueShare, all.as_ref(), "> 0 d", late),
            self.share(Measure::OverdueOver90Share, all.as_ref(), "> 90 d", very_late),
        ]
    }

    fn share(&mut self, measure: Measure, all: Option<&Expr>, key: &str, wanted: impl Fn(&Item<'_>) -> bool) -> Figure {
        let Some(all) = all else {
            if self.tells_items() {
                return self.undefined(measure, Undefined::NothingReceivable, &[]);
            }
            return self.undefined(measure, Undefined::MissingInput, &[OPEN_ITEMS]);
        };
        let part = self.open(key, |item| item.amount > Decimal::ZERO && wanted(item));
        let part = part.unwrap_or(Expr::Number(Decimal::ZERO));
        self.figure(measure, part.over(all.clone()))
    }

    /// The receivables of each age class × its loss rate.
    pub(super) fn allowance(&mut self, provision: &Provision) -> Figure {
        let as_of = self.as_of;
        let mut terms = Vec::new();
        for (class, (key, rate)) in CLASS_KEYS.into_iter().zip(provision.rates).enumerate() {
            let wanted = |item: &Item<'_>| item.amount > Decimal::ZERO && age_class(item.days_overdue(as_of)) == class;
            if let Some(sum) = self.open(key, wanted) {
                let rate = self.inputs.add(Input {
                    name: Words { zh: "损失率，逾期", en: "Loss rate, overdue" },
                    of: key.to_owned(),
                    origin: Origin::Model,
                    path: format!("provision.{}", Provision::KEYS[class]),
                    value: rate,
                    scale: Decimal::ONE,
                    unit: Unit::Percent,
                });
                terms.push((true, sum.times(Expr::Input(rate))));
            }
        }
        if terms.is_empty() {
            return match self.all_open() {
                // Nothing is open, or only credits are.
                Some(open) => self.figure(Measure::LossAllowance, open.times(Expr::Number(Decimal::ZERO))),
                None => self.undefined(Measure::LossAllowance, Undefined::MissingInput, &[OPEN_ITEMS]),
            };
        }
        self.figure(Measure::LossAllowance, Expr::Sum(terms))
    }

    /// What was collected ÷ what could have been, over the last quarter; credits reduce balances as they reduce
    /// sales.
    pub(super) fn effectiveness(&mut self, ledger: &Ledger) -> Figure {
        let measure = Measure::CollectionEffectiveness;
        let opening = quarter_before(self.as_of);
        if ledger.begins().is_none_or(|begins| begins > opening) {
            return self.undefined(measure, Undefined::NoPriorPeriod, &[]);
        }
        let (owed, sales) = (ledger.owed_on(opening), ledger.sales_between(opening, self.as_of));
        let name = Words { zh: "期初应收", en: "Opening receivables" };
        let opened = self.sum(name, opening.to_string(), format!("sum(open, {opening})"), owed);
        let name = Words { zh: "期内赊销额", en: "Credit sales of the period" };
        let key = format!("{opening}…{}", self.as_of);
        let sold = self.sum(name, key.clone(), format!("sum(amount, {key})"), sales);
        let as_of = self.as_of;
        let zero = || Expr::Number(Decimal::ZERO);
        let closing = self.open("", |_| true).unwrap_or_else(zero);
        let current = self.open("≤ 0 d, amount < 0", |item| item.amount < Decimal::ZERO || item.due >= as_of);
        let available = opened.clone().plus(sold.clone()).minus(current.unwrap_or_else(zero));
        if available.value(self.inputs).is_ok_and(|available| available <= Decimal::ZERO) {
            return self.undefined(measure, Undefined::NothingToCollect, &[]);
        }
        let collected = opened.plus(sold).minus(closing);
        self.figure(measure, collected.over(available))
    }
}

/// The day three months before `date`; month ends stay month ends.
fn quarter_before(date: Date) -> Date {
    Period { name: String::new(), end: date, months: MONTHS }.opening()
}
