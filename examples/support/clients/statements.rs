//! The statements of an invented client: years that tie, from its size and a grade of its health.
//!
//! Amounts are in ten thousands of yuan.

use std::fmt::Write as _;

use super::list::Spec;
use super::norms::{Norms, at, norms};
use crate::stream::Stream;

/// A balance sheet.
#[derive(Clone, Copy, Default)]
struct Sheet {
    cash: i64,
    receivables: i64,
    inventory: i64,
    fixed: i64,
    short: i64,
    payables: i64,
    accrued: i64,
    long: i64,
    capital: i64,
    retained: i64,
}

/// What happened in a period.
#[derive(Clone, Copy)]
struct Flows {
    sales: i64,
    cost: i64,
    expenses: i64,
    depreciation: i64,
    interest: i64,
    dividends: i64,
}

/// A period to be worked out.
#[derive(Clone, Copy)]
struct Period {
    name: &'static str,
    end: &'static str,
    months: i64,
    /// Sales of a year at the pace of the period.
    sales: i64,
    grade: i64,
    /// The grade of what it holds and owes, which follows more slowly.
    held: i64,
    /// Capital that the owners pay in.
    paid_in: i64,
    assurance: &'static str,
}

impl Sheet {
    const fn current(&self) -> i64 {
        self.cash + self.receivables + self.inventory
    }

    const fn assets(&self) -> i64 {
        self.current() + self.fixed
    }

    const fn current_liabilities(&self) -> i64 {
        self.short + self.payables + self.accrued
    }

    const fn equity(&self) -> i64 {
        self.capital + self.retained
    }

    /// Assets and debts to suppliers of a firm with yearly `sales` and that grade.
    fn working(norms: &Norms, sales: i64, grade: i64, stream: &mut Stream) -> Self {
        let cost = sales * (1000 - at(norms.margin, grade)) / 1000;
        let mut about = |amount: i64| amount * stream.within(96, 104) / 100;
        Sheet {
            cash: about(sales * at([130, 95, 65, 45, 30], grade).max(10) / 1000),
            receivables: about(sales * 100 / at(norms.receivables_turnover, grade).max(80)),
            inventory: about(cost * 100 / at(norms.inventory_turnover, grade).max(80)),
            fixed: sales * norms.fixed / 1000,
            payables: about(cost * 48 / 365),
            accrued: about(sales * 25 / 1000),
            ..Sheet::default()
        }
    }

    /// Borrows what own funds and suppliers leave open: short or long by what the grade has of current
    /// assets.
    fn borrow(&mut self, norms: &Norms, grade: i64) {
        let open = self.assets() - self.payables - self.accrued - self.equity();
        let least = self.assets() / 50;
        if open < least {
            self.cash += least - open;
        }
        let open = open.max(least);
        let room = self.current() * 100 / at(norms.current_ratio, grade).max(50) - self.payables - self.accrued;
        self.short = room.clamp(open / 5, open);
        self.long = open - self.short;
    }

    fn first(norms: &Norms, sales: i64, grade: i64, stream: &mut Stream) -> Self {
        let mut sheet = Sheet::working(norms, sales, grade, stream);
        let equity = sheet.assets() * 100 / (100 + at(norms.leverage, grade));
        sheet.capital = equity * 6 / 10;
        sheet.retained = equity - sheet.capital;
        sheet.borrow(norms, grade);
        sheet
    }

    fn next(&self, norms: &Norms, period: &Period, stream: &mut Stream) -> (Flows, Self) {
        let Period { months, sales: pace, grade, held, .. } = *period;
        let sales = pace * months / 12;
        let cost = sales * (1000 - at(norms.margin, grade)) / 1000;
        let mut next = Sheet::working(norms, pace, held, stream);
        let profit = next.assets().midpoint(self.assets()) * at(norms.returns, grade) / 1000 * months / 12;
        let interest = (self.short + self.long) * (42 + grade / 20) / 1000 * months / 12;
        let mut flows = Flows {
            sales,
            cost,
            expenses: sales - cost - profit,
            depreciation: self.fixed * 9 / 100 * months / 12,
            interest,
            dividends: 0,
        };
        let wanted = next.assets() * 100 / (100 + at(norms.leverage, held));
        let before = self.equity() + flows.net() + period.paid_in;
        if months == 12 {
            flows.dividends = (before - wanted).clamp(0, flows.net().max(0) * 8 / 10);
        }
        next.capital = self.capital + period.paid_in;
        next.retained = self.retained + flows.net() - flows.dividends;
        next.borrow(norms, held);
        (flows, next)
    }
}

impl Flows {
    const fn profit(&self) -> i64 {
        self.sales - self.cost - self.expenses - self.interest
    }

    const fn tax(&self) -> i64 {
        if self.profit() > 0 { self.profit() / 4 } else { 0 }
    }

    const fn net(&self) -> i64 {
        self.profit() - self.tax()
    }
}

/// The statements of `spec`, as they stand in its file.
pub fn of(spec: &Spec, stream: &mut Stream) -> String {
    let norms = norms(spec.industry);
    let [before, now] = spec.grade;
    let sales = |percent: i64| spec.sales * percent / 100;
    let after = 100 + spec.growth;
    let year = |name, end, sales, grade| Period {
        name,
        end,
        months: 12,
        sales,
        grade,
        held: grade,
        paid_in: 0,
        assurance: spec.assurance,
    };
    let mut periods =
        vec![year("FY2021", "2021-12-31", sales(93), before), year("FY2022", "2022-12-31", spec.sales, before)];
    if let Some(assurance) = spec.half {
        let half = year("2023H1", "2023-06-30", sales(100 + spec.growth / 2), before.midpoint(now));
        periods.push(Period { months: 6, assurance, ..half });
    }
    periods.push(year("FY2023", "2023-12-31", sales(after), now));
    if let Some((grade, paid_in, assurance)) = spec.interim {
        let early = year("2024M02", "2024-02-29", sales(after), grade);
        periods.push(Period { months: 2, held: now + (grade - now) / 3, paid_in, assurance, ..early });
    }
    write(spec, &norms, &periods, stream)
}

/// Works the periods out that the client has handed in; the first year is the opening of the second.
fn write(spec: &Spec, norms: &Norms, periods: &[Period], stream: &mut Stream) -> String {
    let mut text = String::new();
    let mut sheet = Sheet::first(norms, spec.sales * 88 / 100, spec.grade[0], stream);
    let mut opening = true;
    for period in periods {
        let (flows, next) = sheet.next(norms, period, stream);
        let is_kept = period.end >= spec.statements.0 && period.end <= spec.statements.1;
        if is_kept {
            statement(&mut text, period, (&flows, &sheet, &next), opening);
            opening = false;
        }
        if period.months != 6 {
            sheet = next;
        }
    }
    text
}

fn statement(text: &mut String, period: &Period, (flows, before, after): (&Flows, &Sheet, &Sheet), opening: bool) {
    let _ = write!(text, "\n[[statements]]\nperiod = \"{}\"\nend = {}\n", period.name, period.end);
    if period.months != 12 {
        let _ = writeln!(text, "months = {}", period.months);
    }
    let _ = writeln!(text, "assurance = \"{}\"", period.assurance);
    let profit = flows.profit();
    lines(
        text,
        "income",
        &[
            ("sales", flows.sales),
            ("cost_of_sales", flows.cost),
            ("operating_expenses", flows.expenses),
            ("depreciation", flows.depreciation),
            ("operating_profit", profit),
            ("interest", flows.interest),
            ("profit_before_tax", profit),
            ("tax", flows.tax()),
            ("net_income", flows.net()),
            ("dividends", flows.dividends),
        ],
    );
    if opening {
        balance(text, "opening", before);
    }
    balance(text, "balance", after);
    let invested = after.fixed - before.fixed + flows.depreciation;
    let borrowed = after.short + after.long - before.short - before.long;
    let financing = borrowed + after.capital - before.capital - flows.interest - flows.dividends;
    lines(
        text,
        "cash_flow",
        &[
            ("operating", after.cash - before.cash + invested - financing),
            ("investing", -invested),
            ("financing", financing),
            ("opening_cash", before.cash),
            ("closing_cash", after.cash),
        ],
    );
}

fn balance(text: &mut String, table: &str, sheet: &Sheet) {
    lines(
        text,
        table,
        &[
            ("cash", sheet.cash),
            ("receivables", sheet.receivables),
            ("inventory", sheet.inventory),
            ("current_assets", sheet.current()),
            ("fixed_assets", sheet.fixed),
            ("total_assets", sheet.assets()),
            ("short_term_debt", sheet.short),
            ("payables", sheet.payables),
            ("current_liabilities", sheet.current_liabilities()),
            ("long_term_debt", sheet.long),
            ("total_liabilities", sheet.current_liabilities() + sheet.long),
            ("share_capital", sheet.capital),
            ("retained_earnings", sheet.retained),
            ("equity", sheet.equity()),
        ],
    );
}

fn lines(text: &mut String, table: &str, lines: &[(&str, i64)]) {
    let _ = writeln!(text, "[statements.{table}]");
    for (key, amount) in lines {
        let _ = writeln!(text, "{key} = {}", grouped(*amount));
    }
}

/// A whole number with its thousands set off.
fn grouped(amount: i64) -> String {
    let digits = amount.unsigned_abs().to_string();
    let mut text = String::from(if amount < 0 { "-" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    text
}
