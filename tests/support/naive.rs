//! Ratios of a client file once more, as a reader with a pocket calculator would work them out:
//! straight from the TOML in floating point, under the shipped model's conventions, for years of
//! twelve months. It shares no code with the program.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used, reason = "each test file uses its own part")]

use std::collections::BTreeMap;

use toml::{Table, Value};

use super::plain_ledger::{self, Bill, day};

/// Figures by measure and period; none where the file does not give enough.
pub type Figures = BTreeMap<(&'static str, String), Option<f64>>;

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Integer(number) => Some(number.to_string().parse().unwrap()),
        Value::Float(number) => Some(*number),
        _ => None,
    }
}

fn line(part: Option<&Value>, key: &str) -> Option<f64> {
    number(part?.get(key)?)
}

fn or_zero(part: Option<&Value>, key: &str) -> f64 {
    line(part, key).unwrap_or(0.0)
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned)
}

/// The mean of both ends of a year, or the end alone.
fn mean(opening: Option<f64>, closing: f64) -> f64 {
    opening.map_or(closing, |opening| f64::midpoint(opening, closing))
}

/// Trade receivables before allowances, notes included.
fn receivables(sheet: Option<&Value>) -> Option<f64> {
    Some(line(sheet, "receivables")? + or_zero(sheet, "receivables_allowance") + or_zero(sheet, "notes_receivable"))
}

/// The statements of whole years, earliest first, each with the balance sheet that it opens with.
pub fn ratios(client: &Table) -> Figures {
    let all = client.get("statements").and_then(Value::as_array).into_iter().flatten();
    let mut statements: Vec<&Value> = all.filter(|statement| statement.get("months").is_none()).collect();
    statements.sort_by_key(|statement| text(&statement["end"]));
    let mut figures = Figures::new();
    for (at, statement) in statements.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| statements[at].get("balance"));
        let year = Year {
            income: statement.get("income"),
            closing: statement.get("balance"),
            opening: statement.get("opening").or(before),
        };
        let period = text(&statement["period"]);
        figures.extend(year.figures().into_iter().map(|(measure, value)| ((measure, period.clone()), value)));
    }
    figures
}

struct Year<'a> {
    income: Option<&'a Value>,
    closing: Option<&'a Value>,
    opening: Option<&'a Value>,
}

impl Year<'_> {
    fn flow(&self, key: &str) -> Option<f64> {
        line(self.income, key)
    }

    fn end(&self, key: &str) -> Option<f64> {
        line(self.closing, key)
    }

    fn average(&self, key: &str) -> Option<f64> {
        Some(mean(line(self.opening, key), self.end(key)?))
    }

    fn liabilities(&self) -> Option<f64> {
        self.end("total_liabilities")
            .or_else(|| Some(self.end("current_liabilities")? + self.end("non_current_liabilities")?))
    }

    fn ebit(&self) -> Option<f64> {
        self.flow("ebit").or_else(|| Some(self.flow("profit_before_tax")? + self.flow("interest")?))
    }

    fn average_receivables(&self) -> Option<f64> {
        Some(mean(receivables(self.opening), receivables(self.closing)?))
    }

    /// Debt over equity less what cannot be sold; meaningless where that is not positive.
    fn debt_to_worth(&self) -> Option<f64> {
        let soft: f64 =
            ["goodwill", "intangibles", "deferred_charges"].iter().map(|key| or_zero(self.closing, key)).sum();
        let worth = self.end("equity")? - soft;
        (worth > 0.0).then_some(self.liabilities()? / worth)
    }

    fn altman(&self, weights: [f64; 5]) -> Option<f64> {
        let assets = self.end("total_assets")?;
        let parts = [
            (self.end("current_assets")? - self.end("current_liabilities")?) / assets,
            self.end("retained_earnings")? / assets,
            self.ebit()? / assets,
            self.end("equity")? / self.liabilities()?,
            self.flow("sales")? / assets,
        ];
        Some(weights.iter().zip(parts).map(|(weight, part)| weight * part).sum())
    }

    fn figures(&self) -> Vec<(&'static str, Option<f64>)> {
        let over = |above: Option<f64>, below: Option<f64>| Some(above? / below?);
        let (sales, cost, net) = (self.flow("sales"), self.flow("cost_of_sales"), self.flow("net_income"));
        let owed = self.end("current_liabilities");
        let quick = || Some(self.end("current_assets")? - self.end("inventory")? - or_zero(self.closing, "prepaid"));
        let cash = || Some(self.end("cash")? + or_zero(self.closing, "short_term_investments"));
        let before_interest = || Some(self.flow("profit_before_tax")? + self.flow("interest")?);
        let credit_sales = self.flow("credit_sales").or(sales);
        let inventory_days = days(self.average("inventory"), cost);
        let sales_days = days(self.average_receivables(), credit_sales);
        let payable_days = days(self.average("payables"), cost);
        vec![
            ("current_ratio", over(self.end("current_assets"), owed)),
            ("quick_ratio", over(quick(), owed)),
            ("cash_ratio", over(cash(), owed)),
            ("debt_to_tangible_net_worth", self.debt_to_worth()),
            ("gross_operating_margin", over(sales.zip(cost).map(|(sales, cost)| sales - cost), sales)),
            ("operating_margin", over(self.flow("operating_profit"), sales)),
            ("net_margin", over(net, sales)),
            ("return_on_assets", over(net, self.average("total_assets"))),
            ("return_on_equity", over(net, self.average("equity"))),
            ("return_on_investment", over(before_interest(), self.average("total_assets"))),
            ("days_inventory", inventory_days),
            ("days_sales_outstanding", sales_days),
            ("days_payable", payable_days),
            ("cash_conversion_cycle", inventory_days.zip(sales_days).zip(payable_days).map(|((a, b), c)| a + b - c)),
            ("altman_z_private", self.altman([0.717, 0.847, 3.107, 0.420, 0.998])),
            ("altman_z_non_manufacturing", self.altman([6.56, 3.26, 6.72, 1.05, 0.0])),
        ]
    }
}

/// Our own experience at `as_of`, for a trade whose last twelve months are all given, in its file or by
/// the `ledger` beside it, which is in units of the currency while the file is in ten thousands.
pub fn experience(client: &Table, ledger: Option<&str>, as_of: &str) -> Figures {
    let Some(trade) = client.get("trade") else { return Figures::new() };
    if let Some(ledger) = ledger {
        let bills = plain_ledger::bills(ledger);
        return if is_plain(trade, &bills, as_of) { from_ledger(trade, &bills, as_of) } else { Figures::new() };
    }
    let items: Vec<(String, f64)> = trade
        .get("open")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .map(|item| (text(&item["due"]), number(&item["amount"]).unwrap()))
        .collect();
    let sum = |wanted: &dyn Fn(&str, f64) -> bool| {
        items.iter().filter(|(due, amount)| wanted(due, *amount)).map(|(_, amount)| amount).sum::<f64>()
    };
    let owed = line(Some(trade), "receivables").unwrap_or_else(|| sum(&|_, _| true));
    let (current, all) = (sum(&|due, _| due >= as_of), sum(&|_, amount| amount > 0.0));
    let overdue = sum(&|due, amount| due < as_of && amount > 0.0);
    let mut months: Vec<(&str, f64)> = trade["credit_sales"]
        .as_table()
        .unwrap()
        .iter()
        .map(|(month, sales)| (month.as_str(), number(sales).unwrap()))
        .collect();
    months.retain(|(month, _)| *month <= &as_of[..7]);
    months.sort_by(|a, b| b.0.cmp(a.0));
    by_days(&months, owed, current, overdue / all, as_of)
}

/// Whether the figures of a ledger are counted here: in ten thousands, with something owed, and with
/// invoices in each of the last twelve months.
fn is_plain(trade: &Value, bills: &[Bill], as_of: &str) -> bool {
    let months = plain_ledger::sales(bills, day(as_of));
    let owes = bills.iter().any(|bill| bill.open(day(as_of)) > 0);
    trade.get("unit").is_none_or(|unit| text(unit) == "wan")
        && owes
        && months.get(11).is_some_and(|(month, _)| month == "2023-04")
}

/// A ledger's figures, in the ten thousands of its client's file.
fn from_ledger(trade: &Value, bills: &[Bill], as_of: &str) -> Figures {
    let on = day(as_of);
    let wan = 10_000.0;
    let months = plain_ledger::sales(bills, on);
    let months: Vec<(&str, f64)> = months.iter().map(|(month, sales)| (month.as_str(), sales / wan)).collect();
    let open = |wanted: &dyn Fn(&Bill) -> bool| {
        let cents: i64 = bills.iter().filter(|bill| wanted(bill)).map(|bill| bill.open(on)).sum();
        cents.to_string().parse::<f64>().unwrap() / 100.0 / wan
    };
    let debts = open(&|bill| bill.open(on) > 0);
    let overdue = open(&|bill| bill.open(on) > 0 && bill.due < on) / debts;
    let owed = line(Some(trade), "receivables").unwrap();
    let mut figures = by_days(&months, owed, open(&|bill| bill.due >= on), overdue, as_of);
    let habit = plain_ledger::habit(bills, day("2023-03-31"), on).unwrap();
    let rates = [0.005, 0.02, 0.08, 0.25, 0.60];
    for (measure, value) in [
        ("loss_allowance", plain_ledger::allowance(&plain_ledger::ageing(bills, on), rates)),
        ("collection_effectiveness", plain_ledger::effectiveness(bills, day("2023-12-31"), on)),
        ("average_days_to_pay", habit[0]),
        ("average_days_late", habit[1]),
        ("paid_on_time_share", habit[2]),
    ] {
        figures.insert((measure, as_of.to_owned()), Some(value));
    }
    figures
}

/// Days sales outstanding in all forms, from months of sales, latest first.
fn by_days(months: &[(&str, f64)], owed: f64, current: f64, overdue: f64, as_of: &str) -> Figures {
    assert!(months.len() >= 12);
    let year: f64 = months[..12].iter().map(|(_, sales)| sales).sum();
    let (mut rest, mut days) = (owed, 0.0);
    for (month, sales) in months {
        let whole = f64::from(days_in(month));
        if rest < *sales {
            days += rest / sales * whole;
            break;
        }
        rest -= sales;
        days += whole;
    }
    let (outstanding, best) = (owed / year * 365.0, current / year * 365.0);
    let figures = [
        ("trade_days_sales_outstanding", outstanding),
        ("days_sales_outstanding_count_back", days),
        ("best_possible_dso", best),
        ("average_days_delinquent", outstanding - best),
        ("overdue_share", overdue),
    ];
    figures.into_iter().map(|(measure, value)| ((measure, as_of.to_owned()), Some(value))).collect()
}

fn days(balance: Option<f64>, flow: Option<f64>) -> Option<f64> {
    Some(balance? / flow? * 365.0)
}

/// The days of a month such as `2024-02`.
fn days_in(month: &str) -> u8 {
    let (year, month) = month.split_once('-').unwrap();
    let year: u32 = year.parse().unwrap();
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        "02" => 28 + u8::from(leap),
        "04" | "06" | "09" | "11" => 30,
        _ => 31,
    }
}
