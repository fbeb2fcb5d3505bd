//! Clients of whom little is typed: their data files and pages say no more than their author did.

#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use support::{build, built, run, small_book};

#[path = "support/run.rs"]
mod support;

/// The site of a book with `clients`, in a folder of its own.
fn site(clients: &[(&str, &str)]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let (book, site) = (folder.path().join("book"), folder.path().join("site"));
    small_book(&book, clients);
    built(&book, &site);
    (folder, site)
}

fn data(site: &Path, id: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(site.join(format!("data/clients/{id}.json"))).unwrap()).unwrap()
}

#[test]
fn receivables_stand_only_where_they_are_known() {
    let open = "name = \"Open\"\n[[trade.open]]\ndue = 2024-02-01\namount = 5\n";
    let clients = [("open", open), ("none", "name = \"None\"\n[trade]\nopen = []\n")];
    let (folder, now) = site(&clients);
    assert_eq!(data(&now, "open")["receivables"]["overdue_31_60"], json!("5"));
    assert_eq!(data(&now, "none")["receivables"]["not_due"], json!("0"));
    let earlier = folder.path().join("earlier");
    let built = run(build(folder.path().join("book")).args(["--as-of", "2024-01-31"]).arg("-o").arg(&earlier));
    assert_eq!(built.code, Some(0), "{}", built.err);
    for (id, _) in clients {
        assert!(data(&earlier, id).get("receivables").is_none(), "{id}");
        assert!(!fs::read_to_string(earlier.join(format!("clients/{id}.html"))).unwrap().contains("id=\"ageing\""));
    }
}

/// Warnings that are allowed are told, and stop nothing.
#[test]
fn a_build_that_denies_warnings_allows_some() {
    let folder = tempfile::tempdir().unwrap();
    let (book, site) = (folder.path().join("book"), folder.path().join("site"));
    small_book(&book, &[("new", "name = \"New\"\n")]);
    for (allowed, code) in [("no-statement", 0), ("statement-stale", 1)] {
        let built = run(build(&book).args(["--deny", "warnings", "--allow", allowed, "-o"]).arg(&site));
        assert!(built.code == Some(code) && built.err.contains("warning[no-statement]"), "{allowed}: {}", built.err);
        assert_eq!(site.exists(), code == 0);
        fs::remove_dir_all(&site).unwrap_or_default();
    }
}

#[test]
fn a_balance_alone_tells_the_review_nothing_of_what_is_overdue() {
    let trade = "terms_days = 30\nreceivables = 90\n[trade.credit_sales]\n2024-01 = 30\n2024-02 = 30\n2024-03 = 30\n";
    let listed = format!("{trade}[[trade.open]]\ndue = 2024-04-10\namount = 90\n");
    let clients =
        [("alone", trade), ("listed", &listed)].map(|(id, trade)| (id, format!("name = \"{id}\"\n[trade]\n{trade}")));
    let folder = tempfile::tempdir().unwrap();
    let (book, site) = (folder.path().join("book"), folder.path().join("site"));
    small_book(&book, &clients.each_ref().map(|(id, toml)| (*id, toml.as_str())));
    let settings = fs::read_to_string(book.join("casebook.toml")).unwrap();
    fs::write(book.join("casebook.toml"), format!("{settings}\n[review]\n")).unwrap();
    built(&book, &site);
    let review: Value = serde_json::from_str(&fs::read_to_string(site.join("data/review.json")).unwrap()).unwrap();
    let now = |at: usize| &review["clients"][at]["standings"][0];
    assert_eq!((&now(0)["owed"], &now(0)["overdue"], &now(0)["disputed"]), (&json!("90"), &Value::Null, &Value::Null));
    assert_eq!((&now(1)["owed"], &now(1)["overdue"], &now(1)["disputed"]), (&json!("90"), &json!("0"), &json!("0")));
    // All of what is listed is not yet due, so that the best possible days are the actual ones.
    let goal = |id: &str| review["goals"][id]["figures"][0].clone();
    assert!(goal("best_possible_dso").is_string());
    assert_eq!(goal("best_possible_dso"), goal("days_sales_outstanding"));
}

#[test]
fn a_client_without_a_score_was_in_no_tier_before() {
    let (_keep, site) = site(&[("acme", "name = \"Acme\"\n")]);
    let data = data(&site, "acme");
    assert_eq!((&data["tier_before_caps"], &data["caps"][0]["from"]), (&Value::Null, &Value::Null));
    assert_eq!(data["caps"].as_array().unwrap().last().unwrap()["to"], data["tier"]);
    let page = fs::read_to_string(site.join("clients/acme.html")).unwrap();
    assert!(!page.contains("CA1 →"), "as if it had been a prime client");
}

/// A client whose only statement shows `profit` before tax and `interest`.
fn financed(profit: i64, interest: i64) -> String {
    format!(
        "name = \"Acme\"\n[[statements]]\nperiod = \"2023\"\nend = 2023-12-31\n\
         [statements.income]\nsales = 900\ninterest = {interest}\nprofit_before_tax = {profit}\n\
         [statements.balance]\ntotal_assets = 1000\n"
    )
}

#[test]
fn net_interest_income_leaves_nothing_to_cover() {
    let texts = [financed(100, -20), financed(-100, -20), financed(100, 20)];
    let clients = [("sound", texts[0].as_str()), ("loss", &texts[1]), ("indebted", &texts[2])];
    let (_keep, site) = site(&clients);
    let figure = |id, wanted| {
        let data = data(&site, id);
        let found = data["measures"].as_array().unwrap().iter().find(|measure| measure["id"] == wanted).unwrap();
        (found["value"].clone(), found["status"].clone())
    };
    assert_eq!(figure("sound", "interest_cover"), (Value::Null, json!("no_interest")));
    assert_eq!(figure("loss", "interest_cover"), (Value::Null, json!("negative_denominator")));
    assert_eq!(figure("indebted", "interest_cover"), (json!("6"), json!("ok")));
    assert_eq!(figure("sound", "return_on_investment").0, json!("0.08"), "(100 − 20) ÷ 1000");
}

#[test]
fn a_period_that_is_not_a_year_says_how_long_it_is() {
    let year = financed(100, 20);
    let text = year.replace("period = \"2023\"", "period = \"2023\"\nmonths = 9");
    let (_keep, site) = site(&[("short", &text), ("whole", &year)]);
    let page = |id: &str| fs::read_to_string(site.join(format!("clients/{id}.html"))).unwrap();
    let short = page("short");
    for id in ["income", "ratios-table", "cycle-table", "ties"] {
        let table = short.split_once(&format!("id=\"{id}\"")).unwrap().1;
        let head = table.split_once("</thead>").unwrap().0;
        assert!(head.contains("2023 (9 months)"), "{id}: {head}");
    }
    let chart = short.split_once("id=\"profit-chart\"").map_or("2023 (9 months)", |(_, chart)| chart);
    assert!(chart.split_once("</svg>").map_or(chart, |(svg, _)| svg).contains("2023 (9 months)"));
    assert!(!page("whole").contains("12 months)"));
}

#[test]
fn the_list_names_a_currency_only_where_it_is_not_the_usual_one() {
    let trade = |currency: &str| format!("name = \"A\"\n[trade]\ncurrency = \"{currency}\"\nreceivables = 5_000\n");
    let (cny, usd) = (trade("CNY"), trade("USD"));
    let (_keep, one) = site(&[("a", &cny)]);
    let (_keep, mixed) = site(&[("a", &cny), ("b", &usd), ("c", &cny)]);
    let list = |site: &Path| fs::read_to_string(site.join("clients/index.html")).unwrap();
    assert!(list(&one).contains("Limits and exposure in CNY thousand</p>"));
    assert!(
        list(&mixed)
            .contains("Limits and exposure in CNY thousand; where another currency is named, thousands of that</p>")
    );
    assert_eq!((list(&mixed).matches(">5<").count(), list(&mixed).matches(">USD 5<").count()), (2, 1));
}

#[test]
fn what_is_not_known_is_not_said_to_block_nothing() {
    let limit = "[[limits]]\nfrom = 2023-01-01\namount = 10\nby = \"B\"\nreason = \"R\"\n";
    let text = |trade: &str| format!("name = \"A\"\n{limit}[trade]\nterms_days = 30\n{trade}\n");
    let texts = ["", "receivables = 5", "receivables = 50", "receivables = 0", "open = []"].map(text);
    let ids = ["nothing", "balance", "over", "zero", "none"];
    let clients: Vec<_> = ids.into_iter().zip(&texts).map(|(id, text)| (id, text.as_str())).collect();
    let (_keep, site) = site(&clients);
    let unknown = ids.map(|id| data(&site, id)["limit"]["unknown"].clone());
    let overdue = json!(["overdue"]);
    assert_eq!(unknown, [json!(["exposure", "overdue"]), overdue.clone(), overdue, json!([]), json!([])]);
    let page = |id: &str| fs::read_to_string(site.join(format!("clients/{id}.html"))).unwrap();
    let chapter = |id: &str| page(id).split_once("<section id=\"limit\">").unwrap().1.to_owned();
    let nothing = "Nothing blocks further credit.";
    assert_eq!(ids.map(|id| chapter(id).contains(nothing)), [false, false, false, true, true]);
    let not_known = "Whether anything blocks further credit is not known: the file does not tell";
    assert!(chapter("nothing").contains(&format!("{not_known} the exposure or what is overdue on 2024-03-31.")));
    assert!(chapter("balance").contains(&format!("{not_known} what is overdue on 2024-03-31.")));
    assert!(chapter("over").contains("Whether anything else blocks further credit is not known"));
    let csv = fs::read_to_string(site.join("data/clients.csv")).unwrap();
    let mut lines = csv.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let heads = lines.next().unwrap();
    let at = |name: &str| heads.iter().position(|head| *head == name).unwrap();
    let cells: Vec<_> =
        lines.map(|line| (line[at("blocked")].to_owned(), line[at("block_unknown")].to_owned())).collect();
    assert!(cells.contains(&(String::new(), "exposure overdue".to_owned())), "{csv}");
    assert!(cells.contains(&("over_limit".to_owned(), "overdue".to_owned())), "{csv}");
    assert!(fs::read_to_string(site.join("clients/index.html")).unwrap().contains("not known"));
}

#[test]
fn the_review_knows_no_exposure_where_no_file_tells_one_and_no_outcome_of_such_a_target() {
    let sales = "[trade.credit_sales]\n2023-07 = 5\n2023-08 = 5\n2023-09 = 5\n2023-10 = 5\n2023-11 = 5\n2023-12 = 5\n";
    let text = format!("name = \"A\"\n[trade]\nterms_days = 30\nopen = [{{ due = 2024-03-01, amount = 7 }}]\n{sales}");
    let folder = tempfile::tempdir().unwrap();
    let (book, site) = (folder.path().join("book"), folder.path().join("site"));
    small_book(&book, &[("a", &text)]);
    let settings = fs::read_to_string(book.join("casebook.toml")).unwrap();
    let targets = "[review.targets]\nexposure = 100\ncollection_effectiveness = 0.85\n";
    fs::write(book.join("casebook.toml"), format!("{settings}\n[review]\n{targets}")).unwrap();
    built(&book, &site);
    let review: Value = serde_json::from_str(&fs::read_to_string(site.join("data/review.json")).unwrap()).unwrap();
    assert_eq!(review["goals"]["exposure"]["figures"], json!(["7", null, null, null]));
    assert_eq!(review["goals"]["collection_effectiveness"]["figures"][0], Value::Null);
    let page = fs::read_to_string(site.join("review/index.html")).unwrap();
    assert!(page.contains("Targets met: 1 of 2; 1 not known."));
    let goals = page.split_once("id=\"goals\"").unwrap().1.split_once("</table>").unwrap().0;
    let row = goals.lines().find(|line| line.contains("Collection effectiveness")).unwrap();
    assert!(row.contains("85.0%") && row.contains("not known") && !row.contains("none set"), "{row}");
}

#[test]
fn the_review_tells_rates_and_on_how_many_clients_a_goal_rests() {
    let trade = |currency: &str, more: &str| {
        format!("name = \"A\"\n[trade]\ncurrency = \"{currency}\"\nterms_days = 30\nreceivables = 9_000\n{more}")
    };
    let sales = "[trade.credit_sales]\n2024-01 = 3\n2024-02 = 3\n2024-03 = 3\n";
    let (home, abroad, silent) = (trade("CNY", sales), trade("USD", sales), trade("USD", ""));
    let folder = tempfile::tempdir().unwrap();
    let (book, site) = (folder.path().join("book"), folder.path().join("site"));
    small_book(&book, &[("home", &home), ("abroad", &abroad), ("silent", &silent)]);
    let settings = fs::read_to_string(book.join("casebook.toml")).unwrap();
    fs::write(book.join("casebook.toml"), format!("{settings}\n[review]\n[review.rates]\nUSD = 7.1\nEUR = 8\n"))
        .unwrap();
    built(&book, &site);
    let review: Value = serde_json::from_str(&fs::read_to_string(site.join("data/review.json")).unwrap()).unwrap();
    assert_eq!(review["rates"], json!({ "USD": "7.1" }));
    assert_eq!(review["goals"]["exposure"]["figures"][0], json!("136800"), "9,000 × (1 + 2 × 7.1)");
    let page = fs::read_to_string(site.join("review/index.html")).unwrap();
    assert!(page.contains("the same for every quarter: 1 USD = 7.1 CNY (2 clients)."));
    assert!(page.contains("Days sales outstanding rests on 2 of 3 clients, whose files tell enough"));
    assert!(page.contains("0; of 3 clients it is not known"), "none lists what is open");
}

#[test]
fn clients_that_are_blocked_or_overdue_for_review_need_attention() {
    let open = "[[trade.open]]\ndue = 2023-12-01\namount = 9\n";
    let reviewed = "[[decisions]]\ndate = 2023-01-01\nkind = \"review\"\nwho = \"B\"\nrole = \"Credit manager\"\nwhy = \"quarter\"\n";
    let blocked = format!("name = \"Blocked\"\n[trade]\nterms_days = 30\n{open}");
    let late = format!("name = \"Late\"\n{reviewed}");
    let (_keep, site) = site(&[("blocked", &blocked), ("late", &late)]);
    let home = fs::read_to_string(site.join("index.html")).unwrap();
    let attention = home.split_once("id=\"attention-table\"").unwrap().1.split_once("</table>").unwrap().0;
    assert!(attention.contains("further credit is blocked (long overdue)"), "{attention}");
    assert!(attention.contains("review overdue since 2023-"), "{attention}");
    let page = |id: &str| fs::read_to_string(site.join(format!("clients/{id}.html"))).unwrap();
    assert!(page("blocked").contains("no review recorded yet"));
    assert!(!page("late").contains("no review recorded yet"));
}

#[test]
fn interest_with_the_wrong_sign_does_not_tie() {
    // 100 less 10 of interest is 90: typed as −10 it would be 110, which 5 % of sales would pass over.
    let text = financed(90, -10).replace("interest =", "operating_profit = 100\ninterest =");
    let (_keep, site) = site(&[("cost", &text), ("income", &text.replace("= 90", "= 110"))]);
    let tie = |id: &str| {
        let page = fs::read_to_string(site.join(format!("clients/{id}.html"))).unwrap();
        let row = page.lines().find(|line| line.contains("Operating profit or EBIT − interest")).unwrap();
        row.contains('✓')
    };
    assert_eq!((tie("cost"), tie("income")), (false, true));
}

#[test]
fn many_tables_that_nobody_reads_are_told_and_the_first_of_them_compared() {
    let folder = tempfile::tempdir().unwrap();
    small_book(folder.path(), &[("client-a", "name = \"A\"\n")]);
    for at in 10..40 {
        fs::write(folder.path().join(format!("clients/client-{at}.csv")), "number\n").unwrap();
    }
    let told =
        run(std::process::Command::new(support::CASEBOOK).args(["check", "--format", "json"]).arg(folder.path()));
    let told: Value = serde_json::from_str(&told.out).unwrap();
    let hints = told["problems"].as_array().unwrap().iter().filter(|one| one["code"] == "unexpected-file");
    let hints: Vec<_> = hints.map(|one| one["hint"].as_str().unwrap().contains("`client-a`")).collect();
    assert_eq!((hints.len(), hints.iter().filter(|named| **named).count()), (30, 20));
}
