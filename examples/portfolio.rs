//! Writes a book of N invented clients, the same ones every time: the input of the benchmarks.
//!
//! `cargo run --release --example portfolio -- DIR N [zh,en] [review]`: with `review` each client has a ledger of
//! twenty invoices and the book a quarterly review.
#![allow(clippy::print_stderr, reason = "an example speaks for itself")]

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, process};

#[path = "support/stream.rs"]
#[allow(unreachable_pub, reason = "shared with the other example")]
mod stream;

use stream::Stream;

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = env::args().collect();
    let (Some(dir), Some(count)) = (arguments.get(1), arguments.get(2).and_then(|count| count.parse::<u64>().ok()))
    else {
        eprintln!("usage: portfolio DIR N [zh,en] [review]");
        process::exit(2);
    };
    let languages = arguments.get(3).map_or("en", String::as_str);
    let languages: Vec<_> = languages.split(',').map(|code| format!("\"{code}\"")).collect();
    let reviewed = arguments.get(4).is_some_and(|word| word == "review");
    let dir = Path::new(dir);
    fs::create_dir_all(dir.join("clients"))?;
    let book = format!(
        "schema = 1\ntitle = \"A portfolio of {count} clients\"\nlanguages = [{}]\ncurrency = \"CNY\"\nas_of = 2024-03-31\n",
        languages.join(", ")
    );
    let review = if reviewed { "[review]\nquarters = 4\n" } else { "" };
    fs::write(dir.join("casebook.toml"), book + review)?;
    for number in 0..count {
        let (text, ledger) = client(number, reviewed);
        fs::write(dir.join(format!("clients/client-{number:06}.toml")), text)?;
        if reviewed {
            fs::write(dir.join(format!("clients/client-{number:06}.csv")), ledger)?;
        }
    }
    Ok(())
}

/// A client with two years of statements that tie, a year of sales and six open items, or a ledger instead
/// of both.
fn client(number: u64, reviewed: bool) -> (String, String) {
    let mut stream = Stream(number);
    let industries = ["machinery", "electronics", "food", "trade", "construction"];
    let industry = industries[usize::try_from(number % 5).unwrap_or(0)];
    let mut text = format!(
        "name = {{ zh = \"客户第{number}号有限公司\", en = \"Client {number} Ltd.\" }}\nlegal_form = \"limited company\"\n\
         domicile = \"Linjiang\"\nindustry = \"{industry}\"\nregion = \"R{}\"\nunit = \"thousand\"\n",
        number % 4
    );
    let mut year = Year::first(&mut stream);
    for name in ["2022", "2023"] {
        year = year.next(&mut stream);
        year.write(&mut text, name);
    }
    if reviewed {
        text.push_str("[trade]\nsince = 2015\nterms_days = 30\n");
        let _ = writeln!(text, "[[limits]]\nfrom = 2023-01-01\namount = {}", stream.within(100, 400));
        return (text, ledger(&mut stream));
    }
    trade(&mut text, &mut stream);
    (text, String::new())
}

/// Twenty invoices of fifteen months, most of them paid.
fn ledger(stream: &mut Stream) -> String {
    let mut text = "number,date,due,amount,paid_on\n".to_owned();
    for number in 0..20 {
        let month = number * 15 / 20;
        let (year, month) = (2023 + month / 12, month % 12 + 1);
        let (due_year, due_month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        let day = stream.within(1, 28);
        let late = stream.within(0, 3);
        let (paid_year, paid_month) = (due_year + (due_month + late - 1) / 12, (due_month + late - 1) % 12 + 1);
        let is_paid = (paid_year, paid_month) < (2024, 4);
        let paid = if is_paid { format!("{paid_year}-{paid_month:02}-{day:02}") } else { String::new() };
        let amount = stream.within(5_000, 90_000);
        let _ =
            writeln!(text, "N{number},{year}-{month:02}-{day:02},{due_year}-{due_month:02}-{day:02},{amount},{paid}");
    }
    text
}

/// A balance sheet and the year that led to it, in thousands.
#[derive(Clone, Copy, Default)]
struct Year {
    sales: i64,
    cost: i64,
    expenses: i64,
    interest: i64,
    cash: i64,
    receivables: i64,
    inventory: i64,
    fixed: i64,
    payables: i64,
    debt: i64,
    capital: i64,
    retained: i64,
    net: i64,
    opening_cash: i64,
    investing: i64,
    financing: i64,
}

impl Year {
    fn first(stream: &mut Stream) -> Self {
        let sales = stream.within(20_000, 400_000);
        let (receivables, inventory, payables) = (sales / 7, sales / 9, sales / 10);
        let (fixed, debt, capital) = (sales / 3, sales / 5, sales / 6);
        let cash = sales / 15;
        let retained = cash + receivables + inventory + fixed - payables - debt - capital;
        Year { sales, cash, receivables, inventory, fixed, payables, debt, capital, retained, ..Year::default() }
    }

    fn next(self, stream: &mut Stream) -> Self {
        let sales = self.sales * stream.within(85, 125) / 100;
        let cost = sales * stream.within(55, 85) / 100;
        let expenses = sales * stream.within(8, 16) / 100;
        let interest = self.debt * 5 / 100;
        let earned = sales - cost - expenses - interest - tax(sales - cost - expenses - interest);
        let mut next = Year { sales, cost, expenses, interest, net: earned, opening_cash: self.cash, ..self };
        next.receivables = sales * stream.within(8, 25) / 100;
        next.inventory = cost * stream.within(8, 25) / 100;
        next.payables = cost * stream.within(6, 18) / 100;
        next.fixed = self.fixed * stream.within(95, 112) / 100;
        next.retained = self.retained + earned;
        next.investing = self.fixed - next.fixed;
        let operating = earned - (next.receivables - self.receivables) - (next.inventory - self.inventory)
            + next.payables
            - self.payables;
        let cash = self.cash + operating + next.investing;
        // Borrow what is missing, so that cash never falls below a fortieth of sales.
        next.financing = (sales / 40 - cash).max(0);
        next.debt = self.debt + next.financing;
        next.cash = cash + next.financing;
        next
    }

    fn write(self, text: &mut String, name: &str) {
        let current = self.cash + self.receivables + self.inventory;
        let equity = self.capital + self.retained;
        let profit = self.sales - self.cost - self.expenses - self.interest;
        let operating = self.cash - self.opening_cash - self.investing - self.financing;
        let _ = write!(
            text,
            "\n[[statements]]\nperiod = \"FY{name}\"\nend = {name}-12-31\nassurance = \"audited\"\n\
             [statements.income]\nsales = {}\ncost_of_sales = {}\noperating_expenses = {}\noperating_profit = {}\ninterest = {}\n\
             profit_before_tax = {profit}\ntax = {}\nnet_income = {}\n\
             [statements.balance]\ncash = {}\nreceivables = {}\ninventory = {}\ncurrent_assets = {current}\nfixed_assets = {}\n\
             total_assets = {}\npayables = {}\ncurrent_liabilities = {}\nlong_term_debt = {}\ntotal_liabilities = {}\n\
             share_capital = {}\nretained_earnings = {}\nequity = {equity}\n\
             [statements.cash_flow]\noperating = {operating}\ninvesting = {}\nfinancing = {}\nopening_cash = {}\nclosing_cash = {}\n",
            self.sales,
            self.cost,
            self.expenses,
            self.sales - self.cost - self.expenses,
            self.interest,
            tax(profit),
            self.net,
            self.cash,
            self.receivables,
            self.inventory,
            self.fixed,
            current + self.fixed,
            self.payables,
            self.payables,
            self.debt,
            self.payables + self.debt,
            self.capital,
            self.retained,
            self.investing,
            self.financing,
            self.opening_cash,
            self.cash,
        );
    }
}

fn tax(profit: i64) -> i64 {
    profit.max(0) / 4
}

fn trade(text: &mut String, stream: &mut Stream) {
    text.push_str("\n[trade]\nunit = \"one\"\nsince = 2015\nterms_days = 60\nopen = [\n");
    for (month, day) in [(12, 15), (1, 20), (2, 10), (4, 5), (4, 25), (5, 20)] {
        let year = if month == 12 { 2023 } else { 2024 };
        let _ = writeln!(text, "  {{ due = {year}-{month:02}-{day:02}, amount = {} }},", stream.within(5_000, 90_000));
    }
    text.push_str("]\n[trade.credit_sales]\n");
    for month in 1..=12 {
        let (year, month) = if month <= 9 { (2023, month + 3) } else { (2024, month - 9) };
        let _ = writeln!(text, "{year}-{month:02} = {}", stream.within(40_000, 160_000));
    }
}
