//! Every calculation as printed comes to the result beside it, whatever units the amounts are typed in.

#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

#[path = "support/arithmetic.rs"]
mod arithmetic;
mod common;
mod support {
    #![allow(unreachable_pub, dead_code, reason = "shared by several tests")]
    pub mod run;
}

use arithmetic::{last_place, number, value_of};
use casebook::kinds::case_file::Frame;
use casebook::kinds::client::assess::assess;
use casebook::kinds::client::check::client_beside;
use casebook::kinds::client::pages::trace;
use casebook::kinds::client::schema::ClientFile;
use casebook::kinds::kind::CaseText;
use casebook::load::shape::shape;
use casebook::load::{Beside, Folder, Source};
use casebook::measures::{Figure, Measure};
use casebook::present::figure;
use common::{Shipped, content};
use rust_decimal::Decimal;
use support::run::{built, copy_shipped, edit, without_course};

/// What is printed in the unit of the trade.
const OF_TRADE: [&str; 7] = [
    "loss_allowance",
    "limit_need",
    "limit_net_worth",
    "limit_working_assets",
    "limit_turnover",
    "recommended_limit",
    "credit_exposure",
];

/// The calculations of a client with the ledger of the shipped one, each with its result in units of
/// the statements or of the trade, as a page prints both.
fn calculations(toml: String, (of_statements, of_trade): (i64, i64)) -> Vec<(Measure, String, String)> {
    let shipped = Shipped::open();
    let folder = Folder::new(content());
    let source = Source::new("clients/hechuan.toml", toml);
    let beside = Beside::of(&folder, &source.path);
    let text = CaseText { source: &source, stem: "hechuan", beside: &beside };
    let frame = Frame { as_of: Some(shipped.as_of), own: Some(shipped.as_of), currency: Some("CNY"), languages: &[] };
    let checked = client_beside(&text, &shape::<ClientFile>(), &frame);
    let (client, tree) = (checked.case.unwrap_or_else(|| panic!("{:#?}", checked.problems)), checked.tree.unwrap());
    let assessment = assess(&client, &shipped.model, shipped.as_of);
    let trace = trace(&client, &assessment, &source, &tree, &shipped.model);
    let printed = assessment.figures().zip(&trace.calculations).filter(|(figure, _)| figure.value.is_ok());
    let scale = |one: Measure| if OF_TRADE.contains(&one.id()) { of_trade } else { of_statements };
    let result = |one: &Figure| figure::figure(one, Decimal::from(scale(one.measure)));
    printed.map(|(one, calculation)| (one.measure, calculation.text.clone(), result(one))).collect()
}

/// The shipped client with amounts of the trade and of the first statement in units of their own.
fn typed(trade: &str, first_statement: &str) -> String {
    let text = std::fs::read_to_string(content().join("clients/hechuan.toml")).unwrap();
    let text = text.replacen("terms_days = 45\nunit = \"wan\"", &format!("terms_days = 45\nunit = \"{trade}\""), 1);
    assert!(text.contains(&format!("terms_days = 45\nunit = \"{trade}\"")));
    text.replacen("[[statements]]", &format!("[[statements]]\nunit = \"{first_statement}\""), 1)
}

fn assert_hold(toml: String, scales: (i64, i64)) -> Vec<Measure> {
    let all = calculations(toml, scales);
    for (measure, calculation, result) in &all {
        let (found, printed) = (value_of(calculation), number(result));
        // Operands are rounded, and so is the result.
        let near = (found - printed).abs() <= 0.01 * printed.abs() + 0.6 * last_place(result);
        assert!(near, "{}: {calculation} is {found}, not {result}", measure.id());
    }
    all.into_iter().map(|(measure, _, _)| measure).collect()
}

#[test]
fn calculations_hold_with_one_unit() {
    assert!(assert_hold(typed("wan", "wan"), (10_000, 10_000)).len() > 100);
}

#[test]
fn calculations_hold_where_trade_and_statements_are_typed_in_different_units() {
    for (trade, scale) in [("one", 1), ("thousand", 1_000), ("million", 1_000_000)] {
        let measures = assert_hold(typed(trade, "wan"), (10_000, scale));
        for id in
            ["limit_need", "recommended_limit", "credit_exposure", "loss_allowance", "limit_use", "collateral_cover"]
        {
            assert!(measures.iter().any(|measure| measure.id() == id), "{id} with trade in {trade}");
        }
    }
}

#[test]
fn calculations_hold_where_two_statements_are_typed_in_different_units() {
    assert_hold(typed("wan", "thousand"), (10_000, 10_000));
}

#[test]
fn calculations_hold_without_statements() {
    let text = typed("thousand", "wan");
    let (head, rest) = text.split_once("[[statements]]").unwrap();
    let trade = rest.split_once("\n[trade]\n").unwrap().1;
    assert_hold(format!("{head}[trade]\n{trade}"), (1_000, 1_000));
}

#[test]
fn a_page_says_where_amounts_were_converted() {
    let dir = tempfile::tempdir().unwrap();
    let (book, site) = (dir.path().join("book"), dir.path().join("site"));
    copy_shipped(&book);
    without_course(&book);
    let methods = || {
        built(&book, &site);
        let page = std::fs::read_to_string(site.join("en/clients/hechuan.html")).unwrap();
        let table =
            page.split("id=\"limit-methods\"").nth(1).unwrap().split("id=\"limit-steps\"").next().unwrap().to_owned();
        (table.contains("amounts are converted to CNY thousand"), page.matches("amounts are converted to CNY").count())
    };
    assert_eq!(methods(), (false, 0));
    edit(&book.join("clients/hechuan.toml"), "terms_days = 45\nunit = \"wan\"", "terms_days = 45\nunit = \"thousand\"");
    let (in_methods, everywhere) = methods();
    assert!(in_methods && everywhere > 1, "{everywhere}");
}

#[test]
fn the_arithmetic_of_this_test_is_sound() {
    for (text, value) in [
        ("(10 + 20) ÷ 2 ÷ 5 × 365", 1095.0),
        ("6 ÷ (1 − (4 − 5))", 3.0),
        ("floor(60% × min(7, max(3, 5 − 1)) ÷ 0.5) × 0.5", 2.0),
        ("1,000 − (−2.5)", 1002.5),
        ("|3 − 5| × 2", 4.0),
    ] {
        assert!((value_of(text) - value).abs() < 1e-9, "{text}");
    }
}
