//! Pages and reports say what there is to say, once.

#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

mod support {
    #![allow(unreachable_pub, reason = "shared by several tests")]
    pub mod late;
    pub mod run;
    pub mod shelf;
}

use std::collections::BTreeSet;

use casebook::pages::{Block, Cell, Section, Table, Tile};
use support::late::{LATE, find_table, made, text};

/// A client that we know from our trade alone.
const TRADE_ONLY: &str = "name = \"Trade only\"\nindustry = \"trade\"\n[trade]\nterms_days = 30\n\
    open = [{ due = 2024-01-20, amount = 6_400 }, { due = 2024-04-15, amount = 18_900 }]\n\
    [trade.credit_sales]\n2024-01 = 15_000\n2024-02 = 9_500\n2024-03 = 17_250\n";

fn ids(sections: &[Section]) -> Vec<&str> {
    sections.iter().map(|section| section.id.as_str()).collect()
}

fn blocks(sections: &[Section]) -> impl Iterator<Item = &Block> {
    sections.iter().flat_map(|section| &section.blocks)
}

fn tile<'t>(sections: &'t [Section], label: &str) -> &'t Tile {
    let headline = blocks(sections).find_map(|block| if let Block::Headline(head) = block { Some(head) } else { None });
    headline.unwrap().tiles.iter().find(|tile| tile.label == label).unwrap()
}

fn heads(table: &Table) -> Vec<&str> {
    table.columns.iter().map(|column| column.label.as_str()).collect()
}

#[test]
fn a_client_without_statements_has_no_chapter_that_rests_on_them() {
    let made = made(TRADE_ONLY, "en");
    for sections in [&made.page.sections, &made.report.sections] {
        let ids = ids(sections);
        for absent in ["cycle", "ratios", "score"] {
            assert!(!ids.contains(&absent), "{ids:?}");
        }
        let statements = sections.iter().find(|section| section.id == "statements").unwrap();
        assert_eq!(statements.blocks.len(), 1, "one sentence");
        assert!(sections.iter().all(|section| !section.blocks.is_empty()));
        // Every link within the page has an end.
        let tables =
            blocks(sections).filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
        let fragments: BTreeSet<_> = ids.iter().copied().chain(tables.map(|table| table.id.as_str())).collect();
        for tile in ["Score out of 100", "Overdue share", "Next review"].map(|label| tile(sections, label)) {
            let within = tile.href.strip_prefix('#').filter(|href| !href.starts_with("why-"));
            assert!(within.is_none_or(|href| fragments.contains(href)), "{tile:?}");
        }
    }
    let sources: Vec<_> =
        find_table(&made.report.sections, "sources").unwrap().rows.iter().map(|row| text(&row.cells[0])).collect();
    assert_eq!(sources, ["Average days delinquent"], "what was computed, and no more");
}

#[test]
fn a_column_that_is_empty_is_left_out() {
    let remarks = |text: &str| heads(find_table(&made(text, "en").page.sections, "trade-measures").unwrap()).len();
    assert_eq!(remarks(TRADE_ONLY), 3, "less than twelve months of sales: it is said");
    assert_eq!(remarks(LATE), 2);
}

#[test]
fn no_heading_is_said_again_below_itself() {
    for (text, language) in [(LATE, "en"), (LATE, "zh"), (TRADE_ONLY, "en")] {
        let made = made(text, language);
        for section in made.page.sections.iter().chain(&made.report.sections) {
            for block in &section.blocks {
                match block {
                    Block::Chart(chart) => assert_ne!(chart.title, section.title),
                    Block::Table(table) => assert!(!heads(table).contains(&table.caption.as_str()), "{}", table.id),
                    _ => {}
                }
            }
        }
        assert!(made.report.cover.iter().all(|fact| fact.value != made.report.subject), "the name stands above");
    }
}

#[test]
fn what_caps_did_is_said_where_they_did_it() {
    let made = made(TRADE_ONLY, "en");
    let sections = &made.page.sections;
    assert_eq!(tile(sections, "Score out of 100").note, "no score");
    let told = format!("{:?}", sections[0]);
    assert!(told.contains("CA4 at best") && !told.contains("CA4 at best (CA4)"), "{told}");
    let late = self::made(LATE, "en");
    let note = &tile(&late.page.sections, "Score out of 100").note;
    assert!(note.starts_with("FY2023 · Before caps CA"), "{note}");
    let free = LATE.replace("due = 2023-12-22", "due = 2024-03-22");
    let free = free
        .replace("[[documents]]\nkind = \"registration\"\nnumber = \"91330203MA2AXXXX1T\"\ndate = 2023-04-10\n", "");
    let free = self::made(&free, "en");
    assert_eq!(tile(&free.page.sections, "Score out of 100").note, "FY2023", "no cap fired");
}

#[test]
fn an_opinion_is_printed_where_it_is_typed() {
    let assurance = |text: &str| {
        let made = made(text, "en");
        self::text(&find_table(&made.page.sections, "at-hand").unwrap().rows[0].cells[3]).to_owned()
    };
    assert_eq!(assurance(LATE), "audited");
    let typed = LATE.replace("assurance = \"audited\"", "assurance = \"audited\"\nopinion = \"unqualified\"");
    assert_eq!(assurance(&typed), "audited · unqualified");
}

#[test]
fn a_change_that_print_does_not_show_is_a_level_line() {
    let earlier = |assets: &str| {
        let (head, rest) = LATE.split_once("[[statements]]").unwrap();
        let (statement, _) = rest.split_once("[trade]").unwrap();
        let earlier = statement.replace("2023", "2022").replace("cash = 180", &format!("cash = {assets}"));
        let made = made(&format!("{head}[[statements]]{rest}\n[[statements]]{earlier}"), "en");
        let row = find_table(&made.page.sections, "ratios-table")
            .unwrap()
            .rows
            .iter()
            .find(|row| text(&row.cells[0]) == "Cash ratio");
        let Cell::Rich(spark) = row.unwrap().cells.last().unwrap().clone() else { panic!("no line") };
        let path = spark.svg.split(" d=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let heights: BTreeSet<_> =
            path.split(['M', 'L', ' ']).filter(|part| !part.is_empty()).skip(1).step_by(2).map(str::to_owned).collect();
        (heights.len() == 1, path)
    };
    assert!(earlier("180.1").0, "{:?}", earlier("180.1"));
    assert!(!earlier("150").0, "{:?}", earlier("150"));
}

#[test]
fn bands_are_told_in_words_and_shares_in_one_form() {
    let made = made(LATE, "en");
    for sections in [&made.page.sections, &made.report.sections] {
        let told = format!("{sections:?}");
        let spaced = told.match_indices(" %").filter(|(at, _)| told[..*at].ends_with(|c: char| c.is_ascii_digit()));
        assert_eq!(spaced.count(), 0);
        let standings = find_table(sections, "contributions").unwrap().rows.iter().map(|row| text(&row.cells[2]));
        let standings: Vec<_> = standings.collect();
        assert!(standings.iter().any(|standing| standing.contains(" to under ")), "{standings:?}");
        assert!(standings.iter().all(|standing| !standing.contains('[')), "{standings:?}");
    }
}

#[test]
fn chinese_terms_are_those_of_the_course() {
    let made = made(LATE, "zh");
    let cycle = find_table(&made.page.sections, "cycle-table").unwrap();
    let names: Vec<_> = cycle.rows.iter().map(|row| text(&row.cells[0])).collect();
    assert_eq!(names, ["存货周转天数", "销售变现天数", "应付账款周转天数", "资金积压期间（现金周转期）"]);
    let told = format!("{:?}", made.page.sections);
    assert!(told.contains("应停止赊销") && !told.contains("已停止赊销"));
    assert!(told.contains("关注客户") && !told.contains("谨慎客户"));
}

#[test]
fn where_currencies_are_apart_it_is_said_without_the_path_of_a_file() {
    let dollars = LATE.replace("unit = \"one\"", "unit = \"one\"\ncurrency = \"USD\"");
    for (language, why, none) in [
        ("en", "amounts are in USD, but the credit model’s limits are in CNY", "none: "),
        ("zh", "客户金额为 USD，而信用模型的限额为 CNY，币种不同", "无："),
    ] {
        let made = made(&dollars, language);
        assert!(made.report.cover.iter().any(|fact| fact.value == [none, why].concat()), "{:?}", made.report.cover);
        let methods = find_table(&made.report.sections, "limit-methods").unwrap();
        assert_eq!(text(&methods.rows.last().unwrap().cells[2]), why);
        let derivations = blocks(&made.report.sections)
            .find_map(|block| if let Block::Derivations(all) = block { Some(all) } else { None });
        let limit = derivations.unwrap().measures.iter().find(|one| one.id == "why-recommended_limit").unwrap();
        assert!(limit.figures[0].notes.iter().any(|note| note == why), "{:?}", limit.figures[0].notes);
    }
}

#[test]
fn the_weight_of_a_measure_bears_its_name() {
    for (language, label) in [("en", "Weight · Inventory turnover"), ("zh", "权重 · 存货周转率")] {
        let made = made(LATE, language);
        for sections in [&made.page.sections, &made.report.sections] {
            let derivations =
                blocks(sections).find_map(|block| if let Block::Derivations(all) = block { Some(all) } else { None });
            let inputs = &derivations.unwrap().inputs;
            assert!(inputs.iter().any(|input| input.label == label), "{language}");
            assert!(!inputs.iter().any(|input| input.label.contains('_')), "{language}");
        }
    }
}

#[test]
fn auditors_have_a_column_where_one_is_named() {
    let audited = LATE.replace("assurance = \"audited\"", "assurance = \"audited\"\nauditor = \"Huarun\"");
    for (client, named) in [(LATE, false), (&audited, true)] {
        let made = made(client, "en");
        let at_hand = find_table(&made.report.sections, "at-hand").unwrap();
        assert_eq!(heads(at_hand).contains(&"Auditor"), named);
        assert!(at_hand.rows.iter().all(|row| row.cells.len() == at_hand.columns.len()));
    }
}
