//! Days sales outstanding in all forms (DOMAIN 1.2). Source: Credit Research Foundation, key
//! performance indicators.

use rust_decimal::Decimal;

use super::account::{Account, MONTHLY_SALES, OPEN_ITEMS, RECEIVABLES, Sales};
use crate::measures::receivables::{MonthSales, count_back};
use crate::measures::{Expr, Figure, Measure, Note};
use crate::values::Undefined;

impl Account<'_> {
    /// DSO by balance and by count-back, the best possible one, and the days between.
    pub(super) fn days_figures(&mut self, owed: Option<&Expr>, sales: Option<&Sales>) -> Vec<Figure> {
        let dso = self.days_of(Measure::TradeDaysSalesOutstanding, owed, sales);
        let best = self.best_possible(owed, sales);
        let delinquent = self.delinquent(&dso, &best);
        vec![dso, self.by_count_back(owed), best, delinquent]
    }

    /// Receivables not yet due, less credits, ÷ credit sales × days.
    fn best_possible(&mut self, owed: Option<&Expr>, sales: Option<&Sales>) -> Figure {
        let measure = Measure::BestPossibleDso;
        let nothing_owed = owed.is_some_and(|owed| owed.value(self.inputs) == Ok(Decimal::ZERO));
        if owed.is_some_and(|owed| self.is_credit(owed)) {
            return self.undefined(measure, Undefined::CreditBalance, &[]);
        }
        let Some(owed) = owed.filter(|_| self.tells_items() || nothing_owed) else {
            return self.undefined(measure, Undefined::MissingInput, &[OPEN_ITEMS]);
        };
        let as_of = self.as_of;
        let current = self.open("≤ 0 d, net", |item| item.due >= as_of).unwrap_or(Expr::Number(Decimal::ZERO));
        let current = self.within(current, owed);
        self.days_of(measure, Some(&current), sales)
    }

    /// `current` from nothing up to all that is `owed`: a credit settles debts whenever it falls due.
    fn within(&self, current: Expr, owed: &Expr) -> Expr {
        let (Ok(value), Ok(most)) = (current.value(self.inputs), owed.value(self.inputs)) else { return current };
        if value < Decimal::ZERO {
            Expr::Max(vec![current, Expr::Number(Decimal::ZERO)])
        } else if value > most {
            Expr::Min(vec![current, owed.clone()])
        } else {
            current
        }
    }

    fn is_credit(&self, balance: &Expr) -> bool {
        balance.value(self.inputs).is_ok_and(|balance| balance < Decimal::ZERO)
    }

    /// A balance ÷ credit sales × days; a net credit is worth no days.
    fn days_of(&self, measure: Measure, balance: Option<&Expr>, sales: Option<&Sales>) -> Figure {
        if balance.is_some_and(|balance| self.is_credit(balance)) {
            return self.undefined(measure, Undefined::CreditBalance, &[]);
        }
        let (Some(balance), Some(sales)) = (balance, sales) else {
            let name = if balance.is_none() { RECEIVABLES } else { MONTHLY_SALES };
            return self.undefined(measure, Undefined::MissingInput, &[name]);
        };
        let formula = balance.clone().over(sales.formula.clone()).times(Expr::Number(sales.days));
        let mut figure = self.figure(measure, formula);
        if sales.partial {
            figure.notes.push(Note::PartialYear);
        }
        figure
    }

    /// DSO less best possible DSO.
    fn delinquent(&self, dso: &Figure, best: &Figure) -> Figure {
        let measure = Measure::AverageDaysDelinquent;
        let (Ok(days), Ok(least)) = (dso.value, best.value) else {
            let reason = dso.value.err().or(best.value.err()).unwrap_or(Undefined::MissingInput);
            let missing: Vec<_> = dso.missing.iter().chain(&best.missing).copied().collect();
            return self.undefined(measure, reason, &missing);
        };
        let formula = Expr::Figure(dso.measure, days).minus(Expr::Figure(best.measure, least));
        let mut figure = self.figure(measure, formula);
        figure.notes.clone_from(&dso.notes);
        figure.rest_on(dso);
        figure.rest_on(best);
        figure
    }

    /// Each whole month that the receivables cover adds its days, the next a share of its days.
    fn by_count_back(&mut self, owed: Option<&Expr>) -> Figure {
        let measure = Measure::DaysSalesOutstandingCountBack;
        let owed_value = owed.and_then(|owed| owed.value(self.inputs).ok());
        let Some((owed, value)) = owed.zip(owed_value).filter(|_| !self.months.is_empty()) else {
            let missing = if owed.is_none() { RECEIVABLES } else { MONTHLY_SALES };
            return self.undefined(measure, Undefined::MissingInput, &[missing]);
        };
        if value < Decimal::ZERO {
            return self.undefined(measure, Undefined::CreditBalance, &[]);
        }
        let months: Vec<_> = (0..self.months.len())
            .map(|at| MonthSales { days: self.month_days(at), sales: self.months[at].sales })
            .collect();
        let counted = count_back(value, &months);
        let mut terms: Vec<_> =
            months.iter().take(counted.whole_months).map(|month| (true, Expr::Number(month.days))).collect();
        let covered: Vec<_> = (0..counted.whole_months).map(|at| self.month(at)).collect();
        if counted.complete && counted.remainder > Decimal::ZERO {
            let rest = covered.iter().fold(owed.clone(), |rest, month| rest.minus(month.clone()));
            let days = Expr::Number(months[counted.whole_months].days);
            terms.push((true, rest.over(self.month(counted.whole_months)).times(days)));
        }
        if terms.is_empty() {
            terms.push((true, Expr::Number(Decimal::ZERO)));
        }
        let mut figure = self.figure(measure, Expr::Sum(terms));
        for id in owed.inputs().into_iter().chain(covered.iter().flat_map(Expr::inputs)) {
            if !figure.inputs.contains(&id) {
                figure.inputs.push(id);
            }
        }
        if !counted.complete {
            figure.notes.push(Note::AtLeast);
        }
        figure
    }
}
