//! Text of an author that would break out of its place, from the file to every output.
#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

use std::fs;
use std::path::Path;

mod support {
    #![allow(unreachable_pub, reason = "shared by several tests")]
    pub mod page_rules;
    pub mod run;
    pub mod scan;
}
use support::page_rules::{hold_all, pages};
use support::run::{built, small_book};

/// Each breaks out of something: an element, an attribute, an entity, a template, CDATA, a comment.
const EVIL: &str = r#"<script>alert(1)</script><img src=x onerror=alert(2)>"' & &lt; {{ 7*7 }}{% raw %} ]]> -->"#;

/// The same for periods, whose names must be short.
const EVIL_PERIOD: &str = r#"<u>"'&{{ 7*7 }}]]>=x"#;

/// A client with `EVIL` wherever its file may hold free text.
fn client(name: &str) -> String {
    let evil = EVIL.replace('"', "\\\"");
    let words = format!("{{ zh = \"{evil}\", en = \"{evil}\" }}");
    let statement = |period: &str, year: i32| {
        format!(
            "[[statements]]\nperiod = '''{period}'''\nend = {year}-12-31\nassurance = \"audited\"\nauditor = {words}\n\
             [statements.income]\nsales = 100\ncost_of_sales = 60\noperating_profit = 20\nprofit_before_tax = 18\ninterest = 2\nnet_income = 13\n\
             [statements.income.extra]\n\"{evil}\" = 1\n\
             [statements.balance]\ncash = 10\nreceivables = 20\ninventory = 10\ncurrent_assets = 40\ntotal_assets = 90\npayables = 9\n\
             current_liabilities = 20\ntotal_liabilities = 40\nretained_earnings = 5\nequity = 50\n[statements.balance.extra]\n\"{evil}\" = 1\n\
             [statements.cash_flow]\noperating = 9\n[statements.cash_flow.extra]\n\"{evil}\" = 1\n"
        )
    };
    format!(
        "name = \"{name}\"\nlegal_form = {words}\ndomicile = {words}\nindustry = \"{evil}\"\nregistration = \"{evil}\"\n\
         notes = \"\"\"{evil} **{evil}** [a](javascript:alert(1)) [b](\\\"onclick=x) `{evil}`\n\n- {evil}\n\n<b onclick=x>b</b>\"\"\"\n{}{}\
         [trade]\ncredit_sales = {{ 2024-01 = 5, 2024-02 = 6, 2024-03 = 7 }}\n[[trade.open]]\ndue = 2023-11-01\namount = 8\nreference = \"{evil}\"\n\
         [[events]]\nkind = \"fraud\"\ndate = 2024-01-01\nsource = {words}\n",
        statement(&format!("2022 {EVIL_PERIOD}"), 2022),
        statement(&format!("2023 {EVIL_PERIOD}"), 2023),
    )
}

/// What no output may hold as it stands: `EVIL` as a browser or template would take it.
fn unharmed(path: &str, text: &str) {
    for banned in ["<script>", "<img", "<u>", "<b ", "javascript:alert(1)\"", "onerror=alert(2)>", ">49<", " 49{"] {
        assert!(!text.contains(banned), "{path}: {banned}");
    }
}

#[test]
fn hostile_text_reaches_every_output_as_text_only() {
    let folder = tempfile::tempdir().unwrap();
    let (book, site) = (folder.path().join("book"), folder.path().join("site"));
    let evil = EVIL.replace('"', "\\\"");
    small_book(&book, &[("evil", &client(&evil)), ("other", &client(&format!("Other {evil}")))]);
    let settings = fs::read_to_string(book.join("casebook.toml")).unwrap();
    let settings =
        settings.replace("\"Small\"", &format!("\"T {evil}\"\ndescription = \"D {evil}\"\nauthor = \"A {evil}\""));
    fs::write(book.join("casebook.toml"), settings.replace("[\"en\"]", "[\"en\", \"zh\"]")).unwrap();
    built(&book, &site);
    let pages = pages(&site);
    hold_all(&site, &pages, "");
    for (path, page) in &pages {
        unharmed(path, &fs::read_to_string(site.join(path)).unwrap());
        // One element for each that the template writes, and none that the text brought along.
        assert_eq!(page.all("script").count(), 2, "{path}");
        assert_eq!(page.all("img").count(), 0, "{path}");
    }
    let page = &pages["clients/evil.html"];
    let heading = page.all("h1").next().unwrap();
    assert_eq!(heading.text, EVIL);
    assert!(page.all("td").any(|cell| cell.text.contains(EVIL)) && page.all("th").any(|cell| cell.text.contains(EVIL)));
    assert!(page.meta("description").unwrap().contains(EVIL));
    data_is_sound(&site, EVIL);
}

fn data_is_sound(site: &Path, shown: &str) {
    let data: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(site.join("data/clients/evil.json")).unwrap()).unwrap();
    assert_eq!(data["name"]["en"].as_str(), Some(shown));
    assert!(
        data["measures"].as_array().unwrap().iter().any(|measure| measure["period"] == format!("2023 {EVIL_PERIOD}"))
    );
    let mut table = csv::Reader::from_path(site.join("data/clients.csv")).unwrap();
    let names: Vec<String> = table.records().map(|row| row.unwrap()[2].to_owned()).collect();
    assert_eq!(names, [shown.to_owned(), format!("Other {shown}")]);
}

#[test]
fn no_cell_of_the_table_is_a_formula() {
    let folder = tempfile::tempdir().unwrap();
    let (book, site) = (folder.path().join("book"), folder.path().join("site"));
    let names = [
        "=cmd|' /C calc'!A0",
        "+1+2",
        "-2+3",
        "@SUM(A1)",
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
        "\\t=1",
        "a,\\\"b\\\"\\n=1",
        "'=1",
    ];
    let texts: Vec<(String, String)> = names
        .iter()
        .enumerate()
        .map(|(at, name)| (format!("c{at:02}"), format!("name = \"{name}\"\nindustry = \"{name}\"\n")))
        .collect();
    let clients: Vec<_> = texts.iter().map(|(id, text)| (id.as_str(), text.as_str())).collect();
    small_book(&book, &clients);
    built(&book, &site);
    let mut table = csv::ReaderBuilder::new().has_headers(false).from_path(site.join("data/clients.csv")).unwrap();
    let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), names.len() + 1);
    for cell in rows.iter().flatten() {
        let number = cell.parse::<f64>().is_ok();
        assert!(number || !cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n']), "{cell}");
    }
    assert_eq!(&rows[1][2], "'=cmd|' /C calc'!A0");
    assert_eq!(&rows[10][2], "a,\"b\"\n=1");
}

/// Two periods whose names differ only in marks that a fragment cannot hold.
#[test]
fn periods_that_look_alike_have_fragments_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let (book, site) = (folder.path().join("book"), folder.path().join("site"));
    let text = client("Acme").replace("2022 <u>", "FY 1<u>").replace("2023 <u>", "FY_1<u>");
    small_book(&book, &[("acme", &text)]);
    built(&book, &site);
    hold_all(&site, &pages(&site), "");
}

#[test]
fn an_id_cannot_take_the_place_of_the_list() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("book");
    for id in ["index", "Index"] {
        small_book(&book, &[("acme", "name = \"Acme\"\n"), (id, "name = \"List\"\n")]);
        let failed = support::run::run(support::run::build(&book).arg("-o").arg(folder.path().join("site")));
        assert_eq!(failed.code, Some(1), "{}", failed.err);
        assert!(failed.err.contains("error[bad-file-name]"), "{}", failed.err);
        fs::remove_file(book.join(format!("clients/{id}.toml"))).unwrap();
    }
}
