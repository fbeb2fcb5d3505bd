//! How amounts are printed: the same figure in the same unit wherever it stands.

#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

mod support {
    #![allow(unreachable_pub, reason = "shared by several tests")]
    pub mod late;
    pub mod run;
    pub mod shelf;
}

use casebook::pages::{Block, Cell, Derivations, DerivedFigure, Section, Table};
use support::late::{LATE, find_table, made, text};
use support::run::{CASEBOOK, run, small_book};
use support::shelf::Made;

fn derivations(sections: &[Section]) -> &Derivations {
    let mut blocks = sections.iter().flat_map(|section| &section.blocks);
    blocks.find_map(|block| if let Block::Derivations(all) = block { Some(all) } else { None }).unwrap()
}

fn derived<'d>(all: &'d Derivations, measure: &str) -> &'d DerivedFigure {
    let id = format!("why-{measure}");
    all.measures.iter().find(|found| found.id == id).unwrap().figures.last().unwrap()
}

fn table<'t>(sections: &'t [Section], id: &str) -> &'t Table {
    find_table(sections, id).unwrap_or_else(|| panic!("no table {id}"))
}

/// The cells of the last row of a table.
fn last(table: &Table) -> Vec<&str> {
    table.rows.last().unwrap().cells.iter().map(text).collect()
}

#[test]
fn amounts_of_the_trade_are_in_one_unit_in_the_body_and_where_they_come_from() {
    for (language, allowance, exposure, limit) in [
        ("en", "CNY 426,441.50", "CNY 2,208,300.75", "CNY 260,000"),
        ("zh", "426,441.50 元人民币", "2,208,300.75 元人民币", "260,000 元人民币"),
    ] {
        let made = made(LATE, language);
        for sections in [&made.page.sections, &made.report.sections] {
            let all = derivations(sections);
            for (measure, expected) in
                [("loss_allowance", allowance), ("credit_exposure", exposure), ("recommended_limit", limit)]
            {
                assert_eq!(derived(all, measure).result, expected, "{measure}");
            }
            assert!(derived(all, "loss_allowance").notes.is_empty(), "all of it is typed in yuan");
            let recommended = last(table(sections, "limit-methods"));
            assert_eq!(
                recommended[1].trim_end_matches(".00"),
                limit.trim_start_matches("CNY ").trim_end_matches(" 元人民币")
            );
            assert_eq!(last(table(sections, "limits-granted"))[2], "1,600,000");
        }
        let cover = made.report.cover.iter().map(|fact| fact.value.as_str());
        assert_eq!(cover.filter(|value| [exposure, limit].contains(value)).count(), 2);
    }
}

#[test]
fn amounts_of_statements_bear_their_unit_where_they_come_from() {
    for (language, expected, converted) in [
        ("en", "230 (CNY ten thousand)", "amounts are converted to CNY"),
        ("zh", "230 万元人民币", "金额已换算为元人民币"),
    ] {
        let made = made(LATE, language);
        let all = derivations(&made.report.sections);
        assert_eq!(derived(all, "working_capital").result, expected);
        assert_eq!(derived(all, "limit_net_worth").notes, [converted]);
    }
    // A trade in tens of thousands is told in English in both units, since it stands in full elsewhere.
    let wan = LATE.replace("unit = \"one\"", "unit = \"wan\"").replace("1_988_300.75", "198.83");
    let made = made(&wan, "en");
    let exposure = &derived(derivations(&made.page.sections), "credit_exposure").result;
    assert_eq!(exposure, "220,198.83 (CNY ten thousand) = CNY 2,201,988,300");
}

#[test]
fn inputs_in_another_unit_than_most_bear_theirs() {
    let made = made(LATE, "en");
    let all = derivations(&made.report.sections);
    let value = |label: &str| all.inputs.iter().find(|input| input.label.starts_with(label)).unwrap().value.as_str();
    assert_eq!(all.inputs_note, "Amounts in CNY ten thousand, unless another unit is named");
    assert_eq!((value("Forecast"), value("Inventory")), ("CNY 6,400,000", "610"));
}

#[test]
fn explain_names_the_unit_of_every_amount_in_words() {
    let dir = tempfile::tempdir().unwrap();
    small_book(dir.path(), &[("late", LATE)]);
    let explained = |measure: &str| {
        let mut command = std::process::Command::new(CASEBOOK);
        let run = run(command.args(["explain", "late", measure, "--lang", "en"]).current_dir(dir.path()));
        assert_eq!(run.code, Some(0), "{}", run.err);
        run.out
    };
    let capital = explained("working_capital");
    assert!(capital.contains("1,560 − 1,330 = 230 (CNY ten thousand)"), "{capital}");
    let head = capital.split("\n\n").next().unwrap().replace('\n', " ");
    assert!(head.ends_with("Amounts in CNY ten thousand, unless another unit is named"), "{head}");
    let exposure = explained("credit_exposure");
    assert!(exposure.contains("= CNY 2,208,300.75\n") && !exposure.contains("converted"), "{exposure}");
    assert!(exposure.contains("  CNY 1,988,300.75"), "{exposure}");
}

/// How many decimals the amounts of a column have, each once; `text` may lead with a currency.
fn decimals<'t>(cells: impl IntoIterator<Item = &'t str>) -> Vec<usize> {
    let money = cells.into_iter().filter(|cell| cell.ends_with(|c: char| c.is_ascii_digit()));
    let mut all: Vec<_> =
        money.map(|cell| cell.rsplit_once('.').map_or(0, |(_, decimals)| decimals.chars().count())).collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn column(table: &Table, at: usize) -> Vec<&str> {
    table.rows.iter().filter_map(|row| row.cells.get(at)).map(text).collect()
}

#[test]
fn amounts_of_a_column_have_the_same_decimals() {
    let odd = LATE.replace("tax = 28", "tax = 28.25").replace("net_income = 82", "net_income = 81.75");
    let made = made(&odd, "en");
    for sections in [&made.page.sections, &made.report.sections] {
        for (id, at, places) in [
            ("income", 1, 2),
            ("balance", 1, 0),
            ("ageing", 1, 2),
            ("ageing", 4, 2),
            ("largest-overdue", 3, 0),
            ("limits-granted", 2, 0),
            ("limit-steps", 1, 0),
        ] {
            let table = table(sections, id);
            assert_eq!(decimals(column(table, at)), [places], "{id}: {:?}", column(table, at));
        }
        let income = table(sections, "income");
        assert!(column(income, 1).contains(&"28.25") && column(income, 1).contains(&"5,200.00"));
        let methods = table(sections, "limit-methods");
        let money: Vec<_> = methods.rows.iter().map(|row| row.cells.iter().map(text).collect::<Vec<_>>()).collect();
        assert!(money.iter().all(|row| row[1] == "–" || row[1].contains('.')), "{money:?}");
    }
}

#[test]
fn an_amount_that_stands_alone_is_whole_or_has_two_decimals() {
    for language in ["en", "zh"] {
        let made = made(LATE, language);
        let summary = &made.page.sections[0];
        let tiles = summary.blocks.iter().find_map(|block| match block {
            Block::Headline(headline) => Some(&headline.tiles),
            _ => None,
        });
        let tiles: Vec<_> = tiles.unwrap().iter().map(|tile| tile.value.as_str()).collect();
        assert!(tiles.contains(&"2,208,300.75") && tiles.contains(&"1,600,000"), "{tiles:?}");
        let half = LATE.replace("1_988_300.75", "1_988_300.5");
        let made = self::made(&half, language);
        let told = format!("{:?}", made.report.cover);
        assert!(told.contains("2,208,300.50") && told.contains("608,300.50") && !told.contains(".5 "), "{told}");
    }
}

#[test]
fn an_amount_in_another_unit_than_its_table_bears_it() {
    for (language, usual, other) in [
        ("en", "Amounts in CNY thousand, unless another unit is named", "USD thousand"),
        ("zh", "金额单位：千元人民币，另注单位者除外", "千美元"),
    ] {
        let dollars = LATE.replace("unit = \"one\"", "unit = \"thousand\"\ncurrency = \"USD\"");
        let made = made(&dollars, language);
        for sections in [&made.page.sections, &made.report.sections] {
            let methods = table(sections, "limit-methods");
            assert!(methods.note.starts_with(usual), "{}", methods.note);
            let noted: Vec<_> = methods
                .rows
                .iter()
                .map(|row| if let Cell::Rich(cell) = &row.cells[1] { cell.note.as_str() } else { "" })
                .collect();
            assert_eq!(noted, [other, "", "", "", "", ""], "need alone is in dollars, and no limit is recommended");
            let recommended = last(methods);
            assert_eq!(recommended[1], "–");
        }
    }
    let made = made(LATE, "en");
    let methods = table(&made.report.sections, "limit-methods");
    assert!(!methods.note.contains("unless"), "{}", methods.note);
}

#[test]
fn sums_of_payments_times_days_are_in_their_currency_times_days() {
    let ledger = format!(
        "{LATE}\n[[trade.invoices]]\nnumber = \"A-1\"\ndate = 2024-01-05\ndue = 2024-02-04\namount = 1_000\npaid = 1_000\npaid_on = 2024-02-14\n"
    );
    let ledger = without_open_items(&ledger);
    for (language, days, paid) in [("en", "40,000 (CNY × days)", "CNY 1,000"), ("zh", "40,000 元·天", "1,000 元")]
    {
        let made = made(&ledger, language);
        let all = derivations(&made.report.sections);
        let of = |at: usize| all.inputs[derived(all, "average_days_to_pay").inputs[at]].value.as_str();
        assert_eq!((of(0), of(1)), (days, paid));
    }
}

/// The client without the items, balances and sales that its ledger says itself.
fn without_open_items(text: &str) -> String {
    let (before, rest) = text.split_once("receivables = 1_988_300.75").unwrap();
    let after = rest.split_once("[trade.credit_sales]").unwrap().1;
    let after = after.split_once("\n[").unwrap().1;
    format!("{before}orders = 220_000\nforecast = 6_400_000\n[{after}")
}

#[test]
fn large_amounts_of_charts_are_counted_in_a_larger_unit() {
    let chart = |made: &Made, id: &str| {
        let blocks = made.report.sections.iter().flat_map(|section| &section.blocks);
        let mut charts = blocks.filter_map(|block| if let Block::Chart(chart) = block { Some(chart) } else { None });
        charts
            .find(|chart| chart.id == id)
            .map(|chart| (chart.title.clone(), chart.alt.clone(), chart.svg.clone()))
            .unwrap()
    };
    for (language, unit, all, high) in [
        ("en", "(CNY thousand)", "1,988.30 owed in all", ">1,500<"),
        ("zh", "（万元人民币）", "应收共 198.83", ">150<"),
    ] {
        let (title, alt, svg) = chart(&made(LATE, language), "ageing-chart");
        assert!(title.ends_with(unit) && alt.starts_with(all), "{title}: {alt}");
        assert!(svg.contains(high) && !svg.contains('…'), "{svg}");
        // What fits is told in the unit of the trade.
        let small = LATE
            .replace("1_988_300.75", "198_830.50")
            .replace("700_000", "70_000")
            .replace("1_288_300.75", "128_830.50");
        let (title, _, svg) = chart(&made(&small, language), "ageing-chart");
        assert!(!title.ends_with(unit) && svg.contains(">150,000<"), "{title}: {svg}");
    }
    let earlier =
        "[[statements]]\nperiod = \"FY2022\"\nend = 2022-12-31\n[statements.income]\nsales = 4_900_000\n\n[trade]\n";
    let large = LATE.replace("sales = 5_200", "sales = 5_200_000").replace("[trade]\n", earlier);
    let (title, alt, svg) = chart(&made(&large, "en"), "profit-chart");
    assert!(title.ends_with("(CNY million)") && alt.contains("sales are 52,000 and net income 0.8"), "{title}: {alt}");
    assert!(!svg.contains('…'), "{svg}");
}
