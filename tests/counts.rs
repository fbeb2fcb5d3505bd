//! What counts on a date: statements that we had by then, and what is overdue by more than a trifle.
#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

mod common;

use casebook::kinds::case_file::Frame;
use casebook::kinds::client::assess::{assess, blocks};
use casebook::kinds::client::case::Client;
use casebook::kinds::client::check::client;
use casebook::kinds::client::schema::ClientFile;
use casebook::kinds::credit_model::CreditModel;
use casebook::load::Source;
use casebook::load::shape::shape;
use common::Shipped;
use jiff::civil::{Date, date};
use rust_decimal::Decimal;

const AS_OF: Date = date(2024, 3, 31);

fn shipped() -> &'static Shipped {
    static SHIPPED: std::sync::OnceLock<Shipped> = std::sync::OnceLock::new();
    SHIPPED.get_or_init(Shipped::open)
}

fn read(toml: &str) -> Client {
    let source = Source::new("clients/g.toml", toml);
    let frame = Frame { as_of: Some(AS_OF), own: Some(AS_OF), currency: Some("CNY"), languages: &[] };
    let checked = client(&source, "g", &shape::<ClientFile>(), &frame);
    checked.case.unwrap_or_else(|| panic!("{:#?}", checked.problems))
}

/// A statement is no part of what was known before it was received.
#[test]
fn a_statement_counts_from_the_day_on_which_it_was_received() {
    let toml = "name = \"G\"\n[[statements]]\nperiod = \"FY2023\"\nend = 2023-12-31\nreceived = 2024-02-20\n\
                [statements.income]\nsales = 5\n[[statements]]\nperiod = \"FY2022\"\nend = 2022-12-31\n[statements.income]\nsales = 4\n";
    let client = read(toml);
    let latest = |on: Date| {
        let assessment = assess(&client, &shipped().model, on);
        assessment.latest(&client).map(|statement| statement.period.name.clone())
    };
    assert_eq!(latest(date(2024, 2, 19)).as_deref(), Some("FY2022"));
    assert_eq!(latest(date(2024, 2, 20)).as_deref(), Some("FY2023"));
    assert_eq!(latest(date(2022, 12, 30)), None);
}

/// A rest that was due 102 days ago, of 1 % of all that is open and of a cent more.
#[test]
fn what_is_long_overdue_counts_above_the_model_s_materiality() {
    let mut model = shipped().model.clone();
    let capped_and_blocked = |rest: &str, model: &CreditModel| {
        let open = format!("{{ due = 2023-12-20, amount = {rest} }}, {{ due = 2024-04-20, amount = 99 }}");
        let client = read(&format!("name = \"G\"\n[trade]\nopen = [{open}, {{ due = 2024-04-01, amount = -20 }}]\n"));
        let verdict = assess(&client, model, AS_OF).verdict;
        let capped = verdict.caps.iter().any(|fired| model.caps[fired.cap].id == "overdue-90");
        (capped, blocks(&client, model, 0, AS_OF).len())
    };
    assert_eq!(capped_and_blocked("0.01", &model), (true, 1));
    model.conventions.overdue_materiality = Decimal::new(1, 2);
    assert_eq!(capped_and_blocked("1", &model), (false, 0));
    assert_eq!(capped_and_blocked("1.02", &model), (true, 1));
}
