//! Our own experience with a client: days sales outstanding in all forms and what is overdue
//! (DOMAIN 1.2). Source: Credit Research Foundation, key performance indicators.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::kinds::client::case::{Client, Open, Trade};
use crate::kinds::credit_model::model::Conventions;
use crate::measures::receivables::{MonthSales, count_back};
use crate::measures::{Expr, Figure, Input, InputId, Inputs, Measure, Note, Origin};
use crate::values::period::days_between;
use crate::values::{Undefined, Unit, Words};

/// The age classes of receivables, by days past due: the last day of each but the last.
pub const AGE_CLASSES: [i64; 4] = [0, 30, 60, 90];

/// Receivables by age at the as-of date.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ageing {
    /// Not due, 1–30, 31–60, 61–90 and more than 90 days past due.
    pub classes: [Decimal; 5],
    /// Credits in the client's favour, negative.
    pub credits: Decimal,
}

impl Ageing {
    /// The sum of all open items.
    #[must_use]
    pub fn total(&self) -> Decimal {
        self.classes.iter().sum::<Decimal>() + self.credits
    }

    fn of(open: &[Open], as_of: Date) -> Self {
        let mut ageing = Ageing::default();
        for item in open {
            if item.amount.is_sign_negative() {
                ageing.credits += item.amount;
            } else {
                ageing.classes[age_class(days_between(item.due, as_of))] += item.amount;
            }
        }
        ageing
    }
}

/// The place of the age class of an item so many days past due.
#[must_use]
pub fn age_class(days: i64) -> usize {
    AGE_CLASSES.iter().position(|&last| days <= last).unwrap_or(AGE_CLASSES.len())
}

/// Our experience with a client.
#[derive(Debug, Clone)]
pub struct Experience {
    /// The measures.
    pub figures: Vec<Figure>,
    /// Receivables by age.
    pub ageing: Ageing,
    /// Days past due of the oldest open item.
    pub oldest_overdue: i64,
}

/// Measures our trade with `client` at `as_of`.
pub(super) fn experience(
    client: &Client,
    as_of: Date,
    conventions: &Conventions,
    inputs: &mut Inputs,
) -> Option<Experience> {
    let trade = client.trade.as_ref()?;
    let mut ledger = Ledger { trade, as_of, conventions, inputs };
    let owed = ledger.owed();
    let sales = ledger.sales();
    let dso = ledger.by_balance(owed.as_ref(), sales.as_ref());
    let best = ledger.best_possible(sales.as_ref());
    let delinquent = ledger.delinquent(&dso, &best);
    let figures = vec![dso, ledger.by_count_back(owed.as_ref()), best, delinquent, ledger.overdue()];
    let debts = trade.open.iter().filter(|item| item.amount > Decimal::ZERO);
    let oldest = debts.map(|item| days_between(item.due, as_of)).max().unwrap_or(0).max(0);
    Some(Experience { figures, ageing: Ageing::of(&trade.open, as_of), oldest_overdue: oldest })
}

/// What the client owes at `as_of`, as an operand of other formulas.
pub(super) fn owed(trade: &Trade, as_of: Date, conventions: &Conventions, inputs: &mut Inputs) -> Option<Expr> {
    Ledger { trade, as_of, conventions, inputs }.owed()
}

/// Sales of the last twelve months or fewer, with their days.
struct Sales {
    formula: Expr,
    days: Decimal,
    partial: bool,
}

struct Ledger<'a> {
    trade: &'a Trade,
    as_of: Date,
    conventions: &'a Conventions,
    inputs: &'a mut Inputs,
}

impl Ledger<'_> {
    fn input(&mut self, name: Words, of: String, path: String, value: Decimal) -> InputId {
        let scale = self.trade.unit.scale();
        self.inputs.add(Input { name, of, origin: Origin::Case, path, value, scale, unit: Unit::Money })
    }

    fn period(&self) -> String {
        self.as_of.to_string()
    }

    fn undefined(&self, measure: Measure, reason: Undefined, missing: &[Words]) -> Figure {
        let mut figure = Figure::undefined(measure, self.period(), reason);
        figure.missing = missing.to_vec();
        figure
    }

    /// What is owed: as given, or the sum of the open items.
    fn owed(&mut self) -> Option<Expr> {
        if let Some(owed) = self.trade.receivables {
            let name = Words { zh: "应收余额", en: "Receivables" };
            return Some(Expr::Input(self.input(name, String::new(), "trade.receivables".to_owned(), owed)));
        }
        let items: Vec<_> = self.trade.open.iter().collect();
        self.sum_of(&items)
    }

    fn sum_of(&mut self, items: &[&Open]) -> Option<Expr> {
        let terms: Vec<_> = items.iter().map(|item| (true, Expr::Input(self.open(item)))).collect();
        (!terms.is_empty()).then_some(Expr::Sum(terms))
    }

    fn open(&mut self, item: &Open) -> InputId {
        let name = Words { zh: "未收款项，到期日", en: "Open item due" };
        self.input(name, item.due.to_string(), format!("trade.open[{}].amount", item.index), item.amount)
    }

    fn month(&mut self, at: usize) -> Expr {
        let month = self.trade.months[at];
        if !month.given {
            return Expr::Number(Decimal::ZERO);
        }
        let name = Words { zh: "赊销额", en: "Credit sales" };
        let of = month.first.strftime("%Y-%m").to_string();
        let path = format!("trade.credit_sales.{of}");
        Expr::Input(self.input(name, of, path, month.sales))
    }

    fn month_days(&self, at: usize) -> Decimal {
        if self.conventions.days_in_year == Decimal::from(360) {
            Decimal::from(30)
        } else {
            Decimal::from(self.trade.months[at].first.days_in_month())
        }
    }

    fn sales(&mut self) -> Option<Sales> {
        let count = self.trade.months.len().min(12);
        if count == 0 {
            return None;
        }
        let terms = (0..count).map(|at| (true, self.month(at))).collect();
        let days =
            if count == 12 { self.conventions.days_in_year } else { (0..count).map(|at| self.month_days(at)).sum() };
        Some(Sales { formula: Expr::Sum(terms), days, partial: count < 12 })
    }

    /// Receivables ÷ credit sales × days.
    fn by_balance(&mut self, owed: Option<&Expr>, sales: Option<&Sales>) -> Figure {
        self.days_of(Measure::TradeDaysSalesOutstanding, owed, sales)
    }

    /// Receivables not yet due ÷ credit sales × days.
    fn best_possible(&mut self, sales: Option<&Sales>) -> Figure {
        let nothing_owed = self.trade.owed() == Some(Decimal::ZERO);
        if self.trade.open.is_empty() && !nothing_owed {
            let missing = Words { zh: "未收款项明细", en: "Open items" };
            return self.undefined(Measure::BestPossibleDso, Undefined::MissingInput, &[missing]);
        }
        let current: Vec<_> = self.trade.open.iter().filter(|item| item.due >= self.as_of).collect();
        let current = self.sum_of(&current).unwrap_or(Expr::Number(Decimal::ZERO));
        self.days_of(Measure::BestPossibleDso, Some(&current), sales)
    }

    fn days_of(&self, measure: Measure, owed: Option<&Expr>, sales: Option<&Sales>) -> Figure {
        let (Some(owed), Some(sales)) = (owed, sales) else {
            let name = if owed.is_none() {
                Words { zh: "应收余额", en: "Receivables" }
            } else {
                Words { zh: "月度赊销额", en: "Monthly credit sales" }
            };
            return self.undefined(measure, Undefined::MissingInput, &[name]);
        };
        let formula = owed.clone().over(sales.formula.clone()).times(Expr::Number(sales.days));
        let mut figure = Figure::new(measure, self.period(), formula, self.inputs);
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
        let mut figure = Figure::new(measure, self.period(), formula, self.inputs);
        figure.notes.clone_from(&dso.notes);
        for id in dso.inputs.iter().chain(&best.inputs) {
            if !figure.inputs.contains(id) {
                figure.inputs.push(*id);
            }
        }
        figure
    }

    /// Each whole month that the receivables cover adds its days, the next a share of its days.
    fn by_count_back(&mut self, owed: Option<&Expr>) -> Figure {
        let measure = Measure::DaysSalesOutstandingCountBack;
        let owed_value = owed.and_then(|owed| owed.value(self.inputs).ok());
        let Some((owed, value)) = owed.zip(owed_value).filter(|_| !self.trade.months.is_empty()) else {
            let missing = if owed.is_none() {
                Words { zh: "应收余额", en: "Receivables" }
            } else {
                Words { zh: "月度赊销额", en: "Monthly credit sales" }
            };
            return self.undefined(measure, Undefined::MissingInput, &[missing]);
        };
        let months: Vec<_> = (0..self.trade.months.len())
            .map(|at| MonthSales { days: self.month_days(at), sales: self.trade.months[at].sales })
            .collect();
        let counted = count_back(value.max(Decimal::ZERO), &months);
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
        let mut figure = Figure::new(measure, self.period(), Expr::Sum(terms), self.inputs);
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

    /// Overdue items ÷ all items that are owed.
    fn overdue(&mut self) -> Figure {
        let debts: Vec<_> = self.trade.open.iter().filter(|item| item.amount > Decimal::ZERO).collect();
        let late: Vec<_> = debts.iter().copied().filter(|item| item.due < self.as_of).collect();
        let Some(all) = self.sum_of(&debts) else {
            let missing = Words { zh: "未收款项明细", en: "Open items" };
            return self.undefined(Measure::OverdueShare, Undefined::MissingInput, &[missing]);
        };
        let late = self.sum_of(&late).unwrap_or(Expr::Number(Decimal::ZERO));
        Figure::new(Measure::OverdueShare, self.period(), late.over(all), self.inputs)
    }
}
