//! What open items, credits and an empty list say of a client's account with us.

#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

mod common;

use casebook::kinds::case_file::Frame;
use casebook::kinds::client::assess::{Ageing, assess};
use casebook::kinds::client::case::Client;
use casebook::kinds::client::check::client;
use casebook::kinds::client::schema::ClientFile;
use casebook::load::Source;
use casebook::load::shape::shape;
use casebook::measures::Measure;
use casebook::values::{Quantity, Undefined};
use common::Shipped;
use jiff::civil::{Date, date};
use rust_decimal::Decimal;

const AS_OF: Date = date(2024, 3, 31);

/// The measures that set what is owed against sales.
const DAYS: [Measure; 4] = [
    Measure::TradeDaysSalesOutstanding,
    Measure::DaysSalesOutstandingCountBack,
    Measure::BestPossibleDso,
    Measure::AverageDaysDelinquent,
];

/// A client that we sold 1,200 to in the last year, with what `trade` says beside that.
fn sold(trade: &str) -> Client {
    let months = (4..=12).map(|month| (2023, month)).chain((1..=3).map(|month| (2024, month)));
    let sales: Vec<_> = months.map(|(year, month)| format!("credit_sales.{year}-{month:02} = 100")).collect();
    let sales = sales.join("\n");
    read(&format!("name = \"G\"\n[[limits]]\nfrom = 2023-01-01\namount = 500\n[trade]\n{sales}\n{trade}"))
}

fn read(toml: &str) -> Client {
    let source = Source::new("clients/g.toml", toml);
    let frame = Frame { as_of: Some(AS_OF), own: Some(AS_OF), currency: Some("CNY"), languages: &[] };
    let checked = client(&source, "g", &shape::<ClientFile>(), &frame);
    checked.case.unwrap_or_else(|| panic!("{:#?}", checked.problems))
}

fn item(due: &str, amount: i64) -> String {
    format!("[[trade.open]]\ndue = {due}\namount = {amount}\n")
}

fn figures(client: &Client) -> impl Fn(Measure) -> Quantity + use<> {
    let assessment = assess(client, &Shipped::open().model, AS_OF);
    move |measure| assessment.figure(measure, "2024-03-31").unwrap().value
}

#[test]
fn an_empty_list_says_that_nothing_is_owed_and_no_list_says_nothing() {
    let (none, unknown) = (figures(&sold("open = []\n")), figures(&sold("")));
    let others = [Measure::LossAllowance, Measure::CreditExposure, Measure::LimitUse];
    for measure in DAYS.into_iter().chain(others) {
        assert_eq!(none(measure), Ok(Decimal::ZERO), "{measure:?}");
        assert_eq!(unknown(measure), Err(Undefined::MissingInput), "{measure:?}");
    }
    assert_eq!(none(Measure::OverdueShare), Err(Undefined::NothingReceivable));
    assert_eq!(unknown(Measure::OverdueShare), Err(Undefined::MissingInput));
}

#[test]
fn of_credits_alone_no_share_is_overdue() {
    let credit = figures(&sold(&item("2024-02-01", -5)));
    assert_eq!(credit(Measure::OverdueShare), Err(Undefined::NothingReceivable));
    assert_eq!(credit(Measure::LossAllowance), Ok(Decimal::ZERO));
}

#[test]
fn ages_are_known_only_where_items_are() {
    let model = Shipped::open().model;
    let ageing = |trade: &str, on| assess(&sold(trade), &model, on).experience.unwrap().ageing;
    assert_eq!(ageing("open = []\n", AS_OF), Some(Ageing::default()));
    assert_eq!(ageing("receivables = 7\n", AS_OF), None);
    assert!(ageing(&item("2024-02-01", 5), AS_OF).is_some());
    assert_eq!(ageing(&item("2024-02-01", 5), date(2024, 2, 29)), None);
}

/// We owe to a client that has paid too much: the days that we wait for its money mean nothing.
#[test]
fn a_credit_balance_is_worth_no_days_and_no_points() {
    let overpaid = "name = \"G\"\n[[trade.invoices]]\nnumber = \"A\"\ndate = 2023-04-02\ndue = 2023-05-02\namount = 100\n\
                    paid = 165\npaid_on = 2023-05-02\n";
    let clients =
        [sold(&item("2024-02-01", -5)), sold(&item("2024-05-01", -5)), sold("receivables = -5\n"), read(overpaid)];
    for client in clients {
        let found = figures(&client);
        for measure in DAYS {
            assert_eq!(found(measure), Err(Undefined::CreditBalance), "{measure:?}");
        }
        let assessment = assess(&client, &Shipped::open().model, AS_OF);
        let parts = assessment.score().into_iter().flat_map(|score| &score.contributions);
        assert!(parts.filter(|part| DAYS.contains(&part.measure)).all(|part| part.points.is_none()));
    }
}

#[test]
fn credits_settle_debts_before_days_are_counted() {
    for (debt, credit, best, delinquent) in [
        ("2024-04-30", "2024-02-01", 18, 0),
        ("2024-02-01", "2024-04-30", 0, 18),
        ("2024-04-30", "2024-04-30", 18, 0),
        ("2024-02-01", "2024-02-01", 0, 18),
    ] {
        let found = figures(&sold(&(item(debt, 120) + &item(credit, -60))));
        let days = |measure| found(measure).unwrap().round();
        assert_eq!(days(Measure::BestPossibleDso), Decimal::from(best), "{debt} {credit}");
        assert_eq!(days(Measure::AverageDaysDelinquent), Decimal::from(delinquent), "{debt} {credit}");
    }
}
