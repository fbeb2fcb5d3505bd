//! Ledgers that a generator makes, read by the program from CSV and by a naive second implementation,
//! on many dates; what holds of every ledger and limit; and published examples.
#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

mod common;
mod support {
    #![allow(unreachable_pub, reason = "shared by several tests")]
    pub mod plain_ledger;
}

use std::fmt::Write as _;

use casebook::kinds::case_file::Frame;
use casebook::kinds::client::assess::{Ageing, assess, blocks, exposure_on};
use casebook::kinds::client::case::Client;
use casebook::kinds::client::check::client_beside;
use casebook::kinds::client::limits::in_force;
use casebook::kinds::client::schema::ClientFile;
use casebook::kinds::kind::CaseText;
use casebook::load::shape::{Shape, shape};
use casebook::load::{Beside, Folder};
use casebook::measures::Measure;
use casebook::values::{Problem, Severity, Undefined};
use common::Shipped;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use support::plain_ledger::{self, Bill, day};

/// A generator whose numbers are the same everywhere (splitmix64).
struct Seeded(u64);

impl Seeded {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn within(&mut self, low: i64, high: i64) -> i64 {
        low + i64::try_from(self.next() % u64::try_from(high - low + 1).unwrap()).unwrap()
    }
}

/// The as-of date of the generated books.
const AS_OF: Date = date(2024, 3, 31);

/// A ledger of `count` invoices over two years and a half, paid early, late, in parts, too much or not
/// at all, some of it after the as-of date; with credit notes.
fn generated(seed: u64, count: i64) -> String {
    let mut seeded = Seeded(seed);
    let mut csv = "number,date,due,amount,paid,paid_on,disputed\n".to_owned();
    for at in 0..count {
        let dated = date(2021, 11, 1).checked_add(seeded.within(0, 900).days()).unwrap();
        let due = dated.checked_add(seeded.within(0, 90).days()).unwrap();
        let credit = seeded.within(0, 9) == 0;
        let cents = seeded.within(1, 5_000_000) * if credit { -1 } else { 1 };
        let disputed = if seeded.within(0, 12) == 0 { "yes" } else { "" };
        let head = format!("G-{at},{dated},{due},{}", money(cents));
        let mut paid_on = |low| dated.checked_add(seeded.within(low, 160).days()).unwrap();
        match at % 6 {
            0 => writeln!(csv, "{head},,,{disputed}").unwrap(),
            1 => writeln!(csv, "{head},,{},{disputed}", paid_on(-5)).unwrap(),
            2 | 3 => writeln!(csv, "{head},{},{},{disputed}", money(cents), paid_on(0)).unwrap(),
            4 => {
                let (part, first, second) = (cents / 3, paid_on(0), paid_on(0));
                writeln!(csv, "{head},{},{first},{disputed}", money(part)).unwrap();
                writeln!(csv, "G-{at},,,,{},{second},", money(cents - part - 1)).unwrap();
            }
            _ => writeln!(csv, "{head},{},{},{disputed}", money(cents + cents.signum() * 5), paid_on(10)).unwrap(),
        }
    }
    csv
}

fn money(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100)
}

struct Ground {
    shipped: Shipped,
    shape: Shape,
}

fn ground() -> &'static Ground {
    static GROUND: std::sync::OnceLock<Ground> = std::sync::OnceLock::new();
    GROUND.get_or_init(|| Ground { shipped: Shipped::open(), shape: shape::<ClientFile>() })
}

/// Reads a client with the `ledger` beside it.
fn read(toml: &str, ledger: &[u8]) -> (Option<Client>, Vec<Problem>) {
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir(dir.path().join("clients")).unwrap();
    std::fs::write(dir.path().join("clients/g.toml"), toml).unwrap();
    std::fs::write(dir.path().join("clients/g.csv"), ledger).unwrap();
    let folder = Folder::new(dir.path());
    let source = folder.read("clients/g.toml").unwrap();
    let beside = Beside::of(&folder, &source.path);
    let text = CaseText { source: &source, stem: "g", beside: &beside };
    let frame = Frame { as_of: Some(AS_OF), own: Some(AS_OF), currency: Some("CNY"), languages: &[] };
    let checked = client_beside(&text, &ground().shape, &frame);
    (checked.case, checked.problems)
}

fn sound(toml: &str, ledger: &str) -> Client {
    let (client, problems) = read(toml, ledger.as_bytes());
    let errors: Vec<_> = problems.iter().filter(|problem| problem.severity == Severity::Error).collect();
    client.unwrap_or_else(|| panic!("{errors:#?}"))
}

fn cents(amount: Decimal) -> i64 {
    (amount * Decimal::ONE_HUNDRED).to_i64().unwrap()
}

fn close(found: Decimal, expected: f64) -> bool {
    (found.to_f64().unwrap() - expected).abs() <= 1e-9 * expected.abs().max(1.0)
}

const TRADE: &str = "name = \"G\"\n[trade]\nterms_days = 30\n";

/// Month ends, days within months and a leap day, long before and up to the as-of date.
fn dates() -> Vec<Date> {
    let mut dates = vec![AS_OF, date(2024, 2, 29), date(2024, 2, 10), date(2023, 12, 31), date(2023, 7, 17)];
    dates.extend([date(2023, 3, 31), date(2022, 9, 30), date(2022, 1, 15), date(2021, 11, 1), date(2020, 1, 1)]);
    dates
}

#[test]
fn ageing_agrees_on_every_date_and_sums_to_the_ledger() {
    for seed in 0..12 {
        let csv = generated(seed, 40 + i64::try_from(seed).unwrap() * 25);
        let (client, bills) = (sound(TRADE, &csv), plain_ledger::bills(&csv));
        let trade = client.trade.as_ref().unwrap();
        for on in dates() {
            let ageing = Ageing::on(trade, on);
            let expected = plain_ledger::ageing(&bills, day(&on.to_string()));
            assert_eq!(ageing.classes.map(cents), expected[..5], "{seed} {on}");
            assert_eq!(cents(ageing.credits), expected[5], "{seed} {on}");
            assert_eq!(Some(ageing.total()), trade.owed_on(on), "{seed} {on}");
            let disputed: i64 =
                bills.iter().filter(|bill| bill.disputed).map(|bill| bill.open(day(&on.to_string())).max(0)).sum();
            assert_eq!(cents(ageing.disputed), disputed, "{seed} {on}");
            assert!(ageing.disputed <= ageing.debts());
        }
    }
}

/// The days of a month such as `2024-02`.
fn days_in(month: &str) -> i64 {
    let (year, number) = month.split_once('-').unwrap();
    let next = match number.parse::<i64>().unwrap() {
        12 => format!("{}-01", year.parse::<i64>().unwrap() + 1),
        number => format!("{year}-{:02}", number + 1),
    };
    day(&format!("{next}-01")) - day(&format!("{month}-01"))
}

/// DSO by balance and by count-back, over months without gaps, latest first.
fn days_sales(bills: &[Bill], on: Date) -> (f64, f64) {
    let months = plain_ledger::sales(bills, day(&on.to_string()));
    let whole = |month: &str| {
        let days = days_in(month);
        if on.strftime("%Y-%m").to_string() == month { days.min(i64::from(on.day())) } else { days }
    };
    let real = |number: i64| number.to_string().parse::<f64>().unwrap();
    let owed = real(bills.iter().map(|bill| bill.open(day(&on.to_string()))).sum::<i64>()) / 100.0;
    let year: f64 = months[..12].iter().map(|(_, sales)| sales).sum();
    let partial = on != on.last_of_month();
    let days = if partial { months[..12].iter().map(|(month, _)| whole(month)).sum() } else { 365 };
    let (mut rest, mut counted) = (owed.max(0.0), 0.0);
    for (month, sales) in &months {
        if rest < *sales || rest <= 0.0 {
            counted += if rest > 0.0 { rest / sales * real(whole(month)) } else { 0.0 };
            break;
        }
        rest -= sales;
        counted += real(whole(month));
    }
    (owed / year * real(days), counted)
}

/// The day three months, and the day a year before each of the dates, typed by hand.
const BEFORE: [(Date, &str, &str); 4] = [
    (AS_OF, "2023-12-31", "2023-03-31"),
    (date(2024, 2, 29), "2023-11-30", "2023-02-28"),
    (date(2023, 7, 17), "2023-04-17", "2022-07-17"),
    (date(2023, 12, 31), "2023-09-30", "2022-12-31"),
];

#[test]
fn figures_agree_with_a_naive_computation_on_every_date() {
    let model = &ground().shipped.model;
    let mut compared = 0;
    for seed in 20..32 {
        let csv = generated(seed, 240);
        let (client, bills) = (sound(TRADE, &csv), plain_ledger::bills(&csv));
        for (on, quarter, year) in BEFORE {
            let assessment = assess(&client, model, on);
            let value = |measure| assessment.figure(measure, &on.to_string()).unwrap().value.unwrap();
            let today = day(&on.to_string());
            let classes = plain_ledger::ageing(&bills, today);
            let debts: i64 = classes[..5].iter().sum();
            let share =
                |part: i64| part.to_string().parse::<f64>().unwrap() / debts.to_string().parse::<f64>().unwrap();
            let habit = plain_ledger::habit(&bills, day(year), today).unwrap();
            let (by_balance, by_count_back) = days_sales(&bills, on);
            for (measure, expected) in [
                (Measure::TradeDaysSalesOutstanding, by_balance),
                (Measure::DaysSalesOutstandingCountBack, by_count_back),
                (Measure::OverdueShare, share(classes[1..5].iter().sum())),
                (Measure::OverdueOver90Share, share(classes[4])),
                (Measure::LossAllowance, plain_ledger::allowance(&classes, [0.005, 0.02, 0.08, 0.25, 0.60])),
                (Measure::CollectionEffectiveness, plain_ledger::effectiveness(&bills, day(quarter), today)),
                (Measure::AverageDaysToPay, habit[0]),
                (Measure::AverageDaysLate, habit[1]),
                (Measure::PaidOnTimeShare, habit[2]),
            ] {
                let found = value(measure);
                assert!(close(found, expected), "{seed} {on} {measure:?}: {found}, not {expected}");
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 432);
}

/// Invoices in the file itself mean what the same ones mean in a table.
#[test]
fn a_ledger_in_the_file_means_the_same() {
    let csv = generated(77, 90);
    let mut toml = TRADE.to_owned();
    let mut last = String::new();
    for line in csv.lines().skip(1) {
        let cells: Vec<_> = line.split(',').collect();
        let [number, dated, due, amount, paid, paid_on, disputed] = cells.as_slice() else { panic!("{line}") };
        if *number != last {
            let _ = write!(
                toml,
                "[[trade.invoices]]\nnumber = \"{number}\"\ndate = {dated}\ndue = {due}\namount = {amount}\n"
            );
            toml += if disputed.is_empty() { "" } else { "disputed = true\n" };
        }
        match (paid.is_empty(), paid_on.is_empty()) {
            (_, true) => {}
            (true, false) => writeln!(toml, "paid_on = {paid_on}").unwrap(),
            (false, false) => writeln!(toml, "[[trade.invoices.payments]]\ndate = {paid_on}\namount = {paid}").unwrap(),
        }
        last = (*number).to_owned();
    }
    let (table, typed) = (sound(TRADE, &csv), read_alone(&toml));
    let model = &ground().shipped.model;
    for on in dates() {
        let [table, typed] = [&table, &typed].map(|client| assess(client, model, on));
        let values = |of: &casebook::kinds::client::assess::Assessment| {
            of.figures().map(|figure| (figure.measure, figure.value)).collect::<Vec<_>>()
        };
        assert_eq!(values(&table), values(&typed), "{on}");
    }
}

fn read_alone(toml: &str) -> Client {
    let source = casebook::load::Source::new("clients/g.toml", toml);
    let frame = Frame { as_of: Some(AS_OF), own: Some(AS_OF), currency: Some("CNY"), languages: &[] };
    let checked = casebook::kinds::client::check::client(&source, "g", &ground().shape, &frame);
    checked.case.unwrap_or_else(|| panic!("{:#?}", checked.problems))
}

/// The example of creditguru.com, “Collection Effectiveness Index (CEI)”: receivables 6,200 at the beginning and
/// 6,340 at the end, 3,590 of them not due, and sales of 3,630 between them, which it writes as 10,890 ÷ 3:
/// 55.9 %.
#[test]
fn the_published_collection_effectiveness_comes_out() {
    let csv = "number,date,due,amount,paid,paid_on\n\
        old,2023-11-01,2023-12-01,6200,3450,2024-01-10\n\
        new,2024-01-15,2024-02-15,40,40,2024-02-20\n\
        now,2024-03-10,2024-04-10,3590,,\n";
    let assessment = assess(&sound(TRADE, csv), &ground().shipped.model, AS_OF);
    let found = assessment.figure(Measure::CollectionEffectiveness, "2024-03-31").unwrap().value.unwrap();
    assert_eq!((found * Decimal::ONE_HUNDRED).round_dp(1), Decimal::new(559, 1));
}

#[test]
fn without_an_opening_balance_or_payments_figures_say_so() {
    let csv = "number,date,amount\nonly,2024-03-01,100\n";
    let assessment = assess(&sound(TRADE, csv), &ground().shipped.model, AS_OF);
    let reason = |measure| assessment.figure(measure, "2024-03-31").unwrap().value;
    assert_eq!(reason(Measure::CollectionEffectiveness), Err(Undefined::NoPriorPeriod));
    assert_eq!(reason(Measure::AverageDaysToPay), Err(Undefined::NoPayments));
    assert_eq!(reason(Measure::LimitUse), Err(Undefined::NoLimit));
}

/// What the file says of its as-of date only is not taken for another one.
#[test]
fn a_balance_holds_on_its_own_day_only() {
    let toml =
        "name = \"G\"\n[trade]\nreceivables = 500\norders = 50\n[[trade.open]]\ndue = 2024-03-01\namount = 500\n";
    let client = read_alone(toml);
    assert_eq!(exposure_on(&client, AS_OF), Some(Decimal::from(550)));
    assert_eq!(exposure_on(&client, date(2023, 12, 31)), None);
    assert!(client.trade.as_ref().unwrap().items_on(date(2023, 12, 31)).is_empty());
}

/// A balance sheet whose working-asset value is the one wanted: current assets without stock, so that
/// the value is 2 × CA/CL − (CL + L)/E.
fn with_sheet(current: i64, short: i64, liabilities: i64, equity: i64) -> Client {
    let total = liabilities + equity;
    read_alone(&format!(
        "name = \"G\"\n[[statements]]\nperiod = \"FY2023\"\nend = 2023-12-31\nassurance = \"audited\"\n\
         [statements.income]\nsales = 1000\n[statements.balance]\ncurrent_assets = {current}\ninventory = 0\n\
         current_liabilities = {short}\ntotal_liabilities = {liabilities}\ntotal_assets = {total}\nequity = {equity}\n\
         [trade]\nterms_days = 30\nforecast = 365\nreceivables = 10\n"
    ))
}

#[test]
fn the_bands_of_the_working_asset_model_end_where_the_textbook_says() {
    let rules = ground().shipped.model.limit.as_ref().unwrap();
    let share = |value: &str| rules.working_assets[rules.band_of(value.parse().unwrap())].share * Decimal::ONE_HUNDRED;
    for (from, to, expected) in [
        ("-99", "-4.60", "0"),
        ("-4.59", "-3.90", "2.5"),
        ("-3.89", "-3.20", "5"),
        ("-3.19", "-2.50", "7.5"),
        ("-2.49", "-1.80", "10"),
        ("-1.79", "-1.10", "12.5"),
        ("-1.09", "-0.40", "15"),
        ("-0.39", "0.30", "17.5"),
        ("0.31", "1.00", "20"),
        ("1.01", "99", "25"),
    ] {
        let expected: Decimal = expected.parse().unwrap();
        assert_eq!((share(from), share(to)), (expected, expected), "{from} to {to}");
    }
    // Rounded to two decimals first, half away from zero.
    assert_eq!((share("-4.595"), share("-4.5949")), (Decimal::ZERO, Decimal::new(25, 1)));
    assert_eq!((share("1.0049"), share("1.005")), (Decimal::from(20), Decimal::from(25)));
}

#[test]
fn the_working_asset_limit_is_its_share_of_the_mean() {
    let model = &ground().shipped.model;
    // 2 × 300/200 − (200 + 250)/450 = 2: the highest band; (100 + 450) ÷ 2 × 25 %.
    let assessment = assess(&with_sheet(300, 200, 250, 450), model, AS_OF);
    let value = |measure| assessment.figure(measure, "2024-03-31").unwrap().value.unwrap();
    assert_eq!(value(Measure::WorkingAssetValue), Decimal::from(2));
    assert_eq!(value(Measure::LimitWorkingAssets), Decimal::new(6875, 2));
    assert_eq!(value(Measure::LimitNetWorth), Decimal::from(45));
    // Without equity the share is nothing, and so is the limit.
    let assessment = assess(&with_sheet(150, 200, 250, -50), model, AS_OF);
    assert_eq!(assessment.figure(Measure::LimitWorkingAssets, "2024-03-31").unwrap().value, Ok(Decimal::ZERO));
    assert_eq!(assessment.figure(Measure::RecommendedLimit, "2024-03-31").unwrap().value, Ok(Decimal::ZERO));
}

/// Whatever the client, the recommended limit is a whole multiple of the unit, not negative, and above
/// neither the cap, nor the need, nor what the client can bear; and the steps lead to it.
#[test]
fn the_recommended_limit_never_exceeds_what_it_may() {
    let mut model = ground().shipped.model.clone();
    let mut seeded = Seeded(5);
    let mut recommended = 0;
    for _ in 0..400 {
        let (current, short) = (seeded.within(0, 90_000_000), seeded.within(1, 60_000_000));
        let (liabilities, equity) = (short + seeded.within(0, 40_000_000), seeded.within(-20_000_000, 90_000_000));
        if liabilities + equity < current {
            continue;
        }
        let rules = model.limit.as_mut().unwrap();
        rules.cap = Some(Decimal::from(seeded.within(1, 400) * 10_000));
        let (cap, unit) = (rules.cap.unwrap(), rules.round_down_to);
        let client = with_sheet(current, short, liabilities, equity);
        for tier in &mut model.tiers {
            tier.limit_factor = Decimal::new(seeded.within(1, 100), 2);
        }
        let assessment = assess(&client, &model, AS_OF);
        let value = |measure| assessment.figure(measure, "2024-03-31").and_then(|figure| figure.value.ok());
        let Some(limit) = value(Measure::RecommendedLimit) else { continue };
        recommended += 1;
        let strength = value(Measure::LimitNetWorth).max(value(Measure::LimitWorkingAssets)).unwrap();
        assert!(limit >= Decimal::ZERO && limit <= cap && (limit % unit).is_zero(), "{limit}");
        assert!(limit <= value(Measure::LimitNeed).unwrap() && limit <= strength.max(Decimal::ZERO));
        let steps = &assessment.limits.as_ref().unwrap().steps;
        assert_eq!(steps.last(), Some(&casebook::kinds::client::assess::Step::Rounded(limit)));
    }
    assert!(recommended > 200, "{recommended}");
}

#[test]
fn another_currency_gets_no_recommendation() {
    let toml = "name = \"G\"\n[trade]\ncurrency = \"USD\"\nterms_days = 30\nforecast = 100\nreceivables = 5\n";
    let assessment = assess(&read_alone(toml), &ground().shipped.model, AS_OF);
    let found = assessment.figure(Measure::RecommendedLimit, "2024-03-31").unwrap().value;
    assert_eq!(found, Err(Undefined::CurrencyMix));
}

/// What blocks a client, on dates before, within and after a temporary limit.
#[test]
fn blocks_follow_the_limit_in_force() {
    let toml = format!(
        "{TRADE}[[limits]]\nfrom = 2023-01-01\namount = 100\n\
         [[limits]]\nfrom = 2024-01-01\nuntil = 2024-02-15\namount = 300\n"
    );
    let csv = "number,date,due,amount\nA,2023-12-20,2024-01-19,250\n";
    let client = sound(&toml, csv);
    let model = &ground().shipped.model;
    let reasons =
        |on| blocks(&client, model, 0, on).into_iter().map(|block| format!("{block:?}")).collect::<Vec<_>>().join(" ");
    assert_eq!(in_force(&client.limits, date(2024, 2, 15)).map(|grant| grant.index), Some(1));
    assert!(reasons(date(2023, 12, 25)).contains("OverLimit { by: 150, ended: None"));
    assert_eq!(reasons(date(2024, 2, 15)), "");
    assert!(reasons(date(2024, 2, 16)).contains("OverLimit { by: 150, ended: Some(1) }"));
    assert!(reasons(AS_OF).contains("Overdue { days: 72, allowed: 60, amount: 250, path: \"due[A]\" }"));
    assert!(format!("{:?}", blocks(&client, model, model.tiers.len() - 1, AS_OF)).contains("CashOnly"));
}

/// A line is the one that an editor shows, whatever ends it, and behind cells of several lines.
#[test]
fn invoices_stand_in_the_lines_where_people_see_them() {
    let table = "number,date,amount,paid_on,salesperson\nA,2024-01-02,5,,\n\nB,2024-01-02,5,2024-02-01,\"Li\nWu\"\nC,2024-01-02,5,,\n";
    for (end, mark) in [("\n", ""), ("\n", "\u{feff}"), ("\r\n", ""), ("\r\n", "\u{feff}"), ("\r", "")] {
        let client = sound(TRADE, &format!("{mark}{}", table.replace('\n', end)));
        let ledger = client.trade.unwrap().ledger.unwrap();
        let lines: Vec<_> = ledger.invoices.iter().map(|invoice| (invoice.number.as_str(), invoice.at)).collect();
        assert_eq!(lines, [("A", 2), ("B", 4), ("C", 6)], "{end:?}");
        assert_eq!(ledger.invoices[1].payments[0].at, 4, "{end:?}");
    }
}

/// Whatever stands in a table, reading it ends without a panic, and every problem lies within the text.
#[test]
fn broken_tables_are_told_and_never_panic() {
    const PIECES: &[&[u8]] = &[
        b"\"",
        b",",
        b"\n",
        b"\r",
        b";",
        b"\0",
        b"\xff",
        b"-",
        b"99999999999999999999",
        b"2024-13-40",
        b"\xef\xbb\xbf",
        b"0000-00-00",
        b"(",
        b"9999-12-31",
        "\u{202e}".as_bytes(),
    ];
    let mut seeded = Seeded(99);
    let (mut sound, mut told) = (0, 0);
    for seed in 0..300 {
        let mut bytes = generated(seed, 12).into_bytes();
        for _ in 0..seeded.within(0, 4) {
            let at = usize::try_from(seeded.within(0, i64::try_from(bytes.len()).unwrap())).unwrap();
            let piece = PIECES[usize::try_from(seeded.within(0, i64::try_from(PIECES.len()).unwrap() - 1)).unwrap()];
            let until = (at + usize::try_from(seeded.within(0, 3)).unwrap()).min(bytes.len());
            bytes.splice(at..until, piece.iter().copied());
        }
        let (client, problems) = read(TRADE, &bytes);
        for span in problems.iter().filter(|problem| problem.place.file.ends_with("csv")).filter_map(|of| of.place.span)
        {
            assert!(span.start <= span.end && span.end <= bytes.len(), "{problems:#?}");
        }
        told += problems.len();
        if let Some(client) = client {
            sound += 1;
            let _ = assess(&client, &ground().shipped.model, AS_OF);
        }
    }
    assert!(sound > 60 && told > 100, "{sound} sound, {told} problems");
}

/// Sums that no decimal number holds end in a reason, not in a panic.
#[test]
fn extreme_ledgers_end_in_figures_or_reasons() {
    let mut toml = "name = \"G\"\n[trade]\nunit = \"billion\"\nterms_days = 0\n".to_owned();
    for at in 0..30 {
        let _ = write!(
            toml,
            "[[trade.invoices]]\nnumber = \"{at}\"\ndate = 0001-01-01\namount = 1_000_000_000_000_000\npaid = 999_999_999_999_999.9999999999\npaid_on = 2024-01-{:02}\n",
            at + 1
        );
    }
    let assessment = assess(&read_alone(&toml), &ground().shipped.model, AS_OF);
    let found = assessment.figure(Measure::AverageDaysToPay, "2024-03-31").unwrap().value;
    assert_eq!(found, Err(Undefined::OutOfRange));
}
