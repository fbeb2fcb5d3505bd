//! What is told of a client that neither score nor limit shows: what it owes, disputes, the watch list, blocks
//! and grants.

use std::fs;

use crate::support::run::edit;
use crate::{Books, diff, paths};

pub(crate) const WATCHED: &str = r#"
[[watch]]
since = 2024-02-01
trigger = "Pays | later"
owner = "Sales"
plan = "Call weekly"
exit = "Three payments on time"
"#;

/// What each format and language says of the only client that differs.
fn told(books: &Books, parts: [&str; 3]) {
    for (arguments, part) in [&[][..], &["--format", "markdown"], &["--lang", "zh"]].into_iter().zip(parts) {
        let told = books.diff(arguments).out;
        assert!(told.contains(part), "{part}\n{told}");
        assert!(told.contains("40 as before") || told.contains("40 家未变"), "{told}");
    }
    assert_eq!(books.diff(&["--exit-code"]).code, Some(1));
}

#[test]
fn trade_that_moves_neither_score_nor_limit_is_told() {
    let books = Books::new();
    edit(&books.client("hechuan"), "orders = 9.50", "orders = 11.50");
    let change = books.change();
    assert_eq!((&change["old"]["score"], &change["old"]["tier"]), (&change["new"]["score"], &change["new"]["tier"]));
    let exposure = serde_json::json!([{ "of": "exposure", "old": "485000", "new": "505000" }]);
    assert_eq!(change["amounts"], exposure);
    assert_eq!(paths(&change["trade_inputs"]), ["trade.orders"]);
    told(
        &books,
        [
            "    Exposure 485,000 → 505,000 CNY\n    Trade\n        trade.orders 9.5 → 11.5 clients/hechuan.toml:",
            "Exposure 485,000 → 505,000 CNY<br>Trade<br>&emsp;trade.orders 9.5 → 11.5",
            "信用敞口 485,000 → 505,000 CNY\n    往来\n",
        ],
    );
}

#[test]
fn disputes_and_overdue_amounts_are_told() {
    let books = Books::new();
    let ledger = books.client("hechuan").with_extension("csv");
    edit(&ledger, "13000.00,2024-03-22,,", "13000.00,2024-03-22,yes,");
    assert_eq!(books.change()["amounts"], serde_json::json!([{ "of": "disputed", "old": "24000", "new": "80000" }]));
    told(&books, ["    Disputed 24,000 → 80,000 CNY", "Disputed 24,000 → 80,000 CNY |", "争议中 24,000 → 80,000 CNY"]);
    edit(&ledger, "13000.00,2024-03-22,yes,", "13000.00,2024-03-22,,");
    edit(&ledger, "2024-02-02,2024-03-18", "2024-02-02,2024-02-18");
    let text = books.diff(&["--least", "100"]).out;
    assert!(text.contains("Loss allowance 4,590 → "), "{text}");
    edit(&ledger, "2024-02-02,2024-02-18", "2024-02-02,2024-04-18");
    let text = books.diff(&["--least", "100"]).out;
    assert!(text.contains("    Overdue 80,000 → 24,000 CNY\n"), "{text}");
}

#[test]
fn entries_of_the_watch_list_are_told() {
    let books = Books::new();
    let file = books.client("hechuan");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.clone() + WATCHED).unwrap();
    let line = text.lines().count() + 3;
    let change = books.change();
    assert_eq!((&change["watch"][0]["turn"], &change["watch"][0]["since"]), (&"began".into(), &"2024-02-01".into()));
    told(
        &books,
        [
            &format!(
                "On the watch list (since 2024-02-01): Pays | later; Sales: Call weekly\n    (clients/hechuan.toml:{line})"
            ),
            &format!("since 2024-02-01\\): Pays &#124; later; Sales: Call weekly \\(clients/hechuan.toml:{line}\\)"),
            "列入观察名单 (自 2024-02-01): ",
        ],
    );
    let back = diff(&books.new_book(), &books.old(), &[]).out;
    assert!(back.contains("Off the watch list (since 2024-02-01)") && back.contains("(was"), "{back}");
    let zh = diff(&books.new_book(), &books.old(), &["--lang", "zh"]).out;
    assert!(zh.contains("移出观察名单 (自 2024-02-01)") && zh.contains("(原在"), "{zh}");
    // An entry that has ended before the date of the reports is none.
    fs::write(&file, text + &WATCHED.replace("trigger", "until = 2024-03-01\ntrigger")).unwrap();
    assert!(books.diff(&[]).out.starts_with("0 clients differ"));
}

#[test]
fn a_block_that_nobody_knows_of_any_more_has_not_ended() {
    let books = Books::new();
    let file = books.client("hechuan");
    edit(&file, "ledger = \"hechuan.csv\"\n", "");
    edit(&file, "receivables = 39.00\n", "");
    fs::remove_file(file.with_extension("csv")).unwrap();
    let change = books.change();
    let block = &change["blocks"][0];
    assert_eq!((&block["turn"], &block["unknown"]), (&"ended".into(), &true.into()), "{change}");
    let out = books.diff(&[]).out;
    assert!(out.contains("Not known any more whether credit is blocked: over the limit, 85,000\n"), "{out}");
    let back = diff(&books.new_book(), &books.old(), &[]).out;
    assert!(back.contains("Credit is blocked (before: not known): over the limit, 85,000\n"), "{back}");
}

#[test]
fn blocks_and_grants_are_told() {
    let books = Books::new();
    let file = books.client("hechuan");
    edit(&file, "from = 2023-04-01\namount = 40\n", "from = 2023-04-01\namount = 60\n");
    let change = books.change();
    assert_eq!((&change["blocks"][0]["turn"], &change["blocks"][0]["reason"]), (&"ended".into(), &"over_limit".into()));
    told(
        &books,
        [
            "Credit is no longer blocked: over the limit, 85,000\n",
            "Credit is no longer blocked: over the limit, 85,000<br>",
            "恢复赊销: 超过信用限额, 85,000\n",
        ],
    );
    let back = diff(&books.new_book(), &books.old(), &[]).out;
    assert!(back.contains("Credit is blocked: over the limit, 85,000\n"), "{back}");
    edit(&file, "from = 2023-04-01\namount = 60\n", "from = 2023-05-01\namount = 40\n");
    let says = "Limit in force from 2023-04-01 → 2023-05-01";
    told(&books, [says, says, "生效限额自 2023-04-01 → 2023-05-01"]);
}
