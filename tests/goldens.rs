//! Published and independently computed answers, through the files of the shipped book.

#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

mod common;

use casebook::kinds::client::assess::assess;
use casebook::kinds::credit_model::model::{Balances, Conventions, QuickAssets};
use casebook::measures::Measure;
use common::Shipped;
use rust_decimal::Decimal;

fn dec(text: &str) -> Decimal {
    Decimal::from_scientific(text).or_else(|_| text.parse()).unwrap_or_else(|_| panic!("{text}"))
}

fn close(found: Decimal, expected: Decimal, relative: &str) -> bool {
    (found - expected).abs() <= expected.abs() * dec(relative)
}

fn conventions(name: &str) -> Conventions {
    let mut conventions = Conventions::default();
    match name {
        "" => {}
        "quick=cash_investments_receivables" => conventions.quick_assets = QuickAssets::CashInvestmentsReceivables,
        "quick=less_inventory" => conventions.quick_assets = QuickAssets::LessInventory,
        "balances=closing" => conventions.balances = Balances::Closing,
        "days=360" => conventions.days_in_year = Decimal::from(360),
        other => panic!("no convention {other}"),
    }
    conventions
}

/// FinanceToolkit 2.3.0, `Toolkit.ratios`, on the same statements: every row that the measures
/// cover, under the convention that the row names.
#[test]
fn apple_and_microsoft_agree_with_financetoolkit() {
    let shipped = Shipped::open();
    let mut compared = 0;
    for row in include_str!("golden/aapl_msft.csv").lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<_> = row.split(',').collect();
        let [measure, convention, client, values @ ..] = cells.as_slice() else { panic!("{row}") };
        let measure = Measure::from_id(measure).unwrap_or_else(|| panic!("{measure}"));
        let mut model = shipped.model.clone();
        model.conventions = conventions(convention);
        let client = shipped.client(client);
        let assessment = assess(&client, &model, shipped.as_of);
        for (year, expected) in (2020..).zip(values).filter(|(_, expected)| !expected.is_empty()) {
            let figure = assessment.figure(measure, &format!("FY{year}")).unwrap();
            let found = figure.value.unwrap_or_else(|reason| panic!("{measure:?} {year}: {reason:?}"));
            assert!(close(found, dec(expected), "1e-8"), "{row}: FY{year} is {found}");
            compared += 1;
        }
    }
    assert_eq!(compared, 172);
}

/// P1: Prufrock Corporation, Ross, Westerfield & Jordan, *Fundamentals of Corporate Finance*, ch. 3.
#[test]
fn prufrock_agrees_with_the_textbook() {
    let shipped = Shipped::open();
    let client = shipped.client("prufrock");
    let mut closing = shipped.model.clone();
    closing.conventions.balances = Balances::Closing;
    let average = assess(&client, &shipped.model, shipped.as_of);
    let closing = assess(&client, &closing, shipped.as_of);
    let answers = [
        (&closing, "current_ratio", "1.2919708"),
        (&closing, "quick_ratio", "0.5219"),
        (&closing, "cash_ratio", "0.1788321"),
        (&closing, "interest_cover", "5.25532"),
        (&closing, "inventory_turnover", "3.1848341"),
        (&closing, "receivables_turnover", "12.558511"),
        (&closing, "days_sales_outstanding", "29.063956"),
        (&closing, "total_asset_turnover", "0.6504132"),
        (&closing, "net_margin", "0.2007624"),
        (&closing, "return_on_assets", "0.1305785"),
        (&average, "return_on_assets", "0.1353706"),
        (&closing, "return_on_equity", "0.1805714"),
        (&average, "return_on_equity", "0.192526"),
    ];
    for (assessment, id, printed) in answers {
        let figure = assessment.figure(Measure::from_id(id).unwrap(), "FY2022");
        let found = figure.unwrap_or_else(|| panic!("{id}")).value.unwrap();
        let expected = dec(printed);
        assert_eq!(
            found.round_dp_with_strategy(expected.scale(), rust_decimal::RoundingStrategy::MidpointAwayFromZero),
            expected,
            "{id}"
        );
    }
}
