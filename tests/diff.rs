//! `casebook diff`: every difference is put down to the input that was edited, books and their builds
//! tell the same, and what an author wrote stays text.

#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;

mod support {
    #![allow(unreachable_pub, reason = "shared by several tests")]
    pub mod run;
}
mod states {
    pub(crate) mod circumstances;
    mod surveys;
}
use states::circumstances::WATCHED;
use support::run::{CASEBOOK, Run, build, built, copy_shipped, edit, run, without_course};

/// The shipped book without its course, twice: as it is, and to be edited.
struct Books {
    folder: tempfile::TempDir,
}

impl Books {
    fn new() -> Self {
        let books = Books { folder: tempfile::tempdir().unwrap() };
        for book in [books.old(), books.new_book()] {
            copy_shipped(&book);
            without_course(&book);
        }
        books
    }

    fn old(&self) -> PathBuf {
        self.folder.path().join("old")
    }

    fn new_book(&self) -> PathBuf {
        self.folder.path().join("new")
    }

    fn client(&self, id: &str) -> PathBuf {
        self.new_book().join(format!("clients/{id}.toml"))
    }

    fn diff(&self, arguments: &[&str]) -> Run {
        diff(&self.old(), &self.new_book(), arguments)
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.diff(&["--format", "json"]).out).unwrap()
    }

    /// Moves ten million of the cash of hechuan into inventory.
    fn stock_up(&self) {
        edit(&self.client("hechuan"), "inventory = 4_700", "inventory = 5_700");
        edit(&self.client("hechuan"), "cash = 2_285", "cash = 1_285");
    }

    /// Lets the client beiling refuse to tell after the day of the reports.
    fn ask_beiling_later(&self) {
        let day = |day| format!("kind = \"refused_information\"\ndate = {day}");
        edit(&self.client("beiling"), &day("2024-03-12"), &day("2024-05-12"));
    }

    fn survey(&self, ending: &str) -> PathBuf {
        self.new_book().join(format!("surveys/halls.{ending}"))
    }

    /// Lets the last respondent of the survey answer once more, and recommend the hall.
    fn answer_again(&self) {
        let answers = fs::read_to_string(self.survey("csv")).unwrap();
        let last = answers.lines().last().unwrap().replace("L200", "L201").replace(",8,6,5", ",10,6,5");
        fs::write(self.survey("csv"), answers + &last + "\n").unwrap();
    }

    /// The only survey that differs, where no client does.
    fn survey_change(&self) -> Value {
        let all = self.json();
        assert!(all["changed"].as_array().unwrap().is_empty(), "{all:#}");
        assert_eq!(all["surveys"]["changed"].as_array().unwrap().len(), 1, "{all:#}");
        all["surveys"]["changed"][0].clone()
    }

    /// The only client that differs.
    fn change(&self) -> Value {
        let all = self.json();
        assert_eq!(all["changed"].as_array().unwrap().len(), 1, "{all:#}");
        assert!(all["new"].as_array().unwrap().is_empty() && all["gone"].as_array().unwrap().is_empty());
        all["changed"][0].clone()
    }
}

fn diff(old: &Path, new: &Path, arguments: &[&str]) -> Run {
    run(Command::new(CASEBOOK).arg("diff").args([old, new]).args(arguments).env("NO_COLOR", "1"))
}

/// The first line of `file` that holds `text`.
fn line_of(file: &Path, text: &str) -> usize {
    fs::read_to_string(file).unwrap().lines().position(|line| line.contains(text)).unwrap() + 1
}

fn paths(inputs: &Value) -> Vec<String> {
    inputs.as_array().unwrap().iter().map(|input| input["path"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_same_book_does_not_differ() {
    let books = Books::new();
    for arguments in [&[][..], &["--exit-code"]] {
        let run = books.diff(arguments);
        assert_eq!(
            (run.code, run.out.as_str()),
            (Some(0), "0 clients differ, 0 new, 0 gone, 41 as before; 0 surveys differ, 0 new, 0 gone, 1 as before\n")
        );
    }
}

#[test]
fn a_number_of_a_statement_moves_the_parts_that_rest_on_it() {
    let books = Books::new();
    let file = books.client("hechuan");
    books.stock_up();
    let change = books.change();
    assert_eq!(change["new"]["id"], "hechuan");
    let moved = change["moved"].as_array().unwrap();
    let measures: Vec<_> = moved.iter().map(|part| part["measure"].as_str().unwrap()).collect();
    assert_eq!(measures, ["quick_ratio", "inventory_turnover", "cash_conversion_cycle"]);
    let line = line_of(&file, "inventory = 5_700");
    for part in moved {
        assert_eq!(paths(&part["inputs"]), ["statements[2].balance.inventory"]);
        let input = &part["inputs"][0];
        assert_eq!((&input["old"]["value"], &input["new"]["value"]), (&"4700".into(), &"5700".into()));
        assert_eq!((&input["file"], &input["line"]), (&"clients/hechuan.toml".into(), &line.into()));
    }
    // Quick assets by hand: (10465 − 5700 − 450) ÷ 11450.
    assert!(moved[0]["value"]["new"].as_str().unwrap().starts_with("0.37685589"));
    assert_eq!(paths(&change["inputs"]), ["statements[2].balance.inventory", "statements[2].balance.cash"]);
    let text = books.diff(&[]).out;
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    assert!(readme.contains(&format!("\n```text diff\n{text}```\n")), "the README does not show\n{text}");
}

#[test]
fn builds_and_books_tell_the_same() {
    let books = Books::new();
    books.stock_up();
    books.ask_beiling_later();
    fs::remove_file(books.client("prufrock")).unwrap();
    let watched = fs::read_to_string(books.client("chigu")).unwrap() + WATCHED;
    fs::write(books.client("chigu"), watched).unwrap();
    books.answer_again();
    let sites = [books.folder.path().join("site-old"), books.folder.path().join("site-new")];
    let (old, new) = (books.old(), books.new_book());
    built(&old, &sites[0]);
    built(&new, &sites[1]);
    for format in ["text", "markdown", "json"] {
        let expected = books.diff(&["--format", format]).out;
        assert!(expected.contains("prufrock") && expected.contains("beiling") && expected.contains("hechuan"));
        assert!(expected.contains("chigu") && expected.contains("halls"));
        for (one, other) in [(&sites[0], &sites[1]), (&sites[0], &new), (&old, &sites[1])] {
            assert_eq!(diff(one, other, &["--format", format]).out, expected);
        }
    }
}

#[test]
fn caps_overrides_and_limits_are_told() {
    let books = Books::new();
    books.ask_beiling_later();
    let change = books.change();
    assert_eq!((&change["old"]["tier"], &change["new"]["tier"]), (&"CA5".into(), &"CA4".into()));
    assert_eq!(
        (&change["caps"][0]["turn"], &change["caps"][0]["id"]),
        (&"ended".into(), &"refused-information".into())
    );
    assert!(change["moved"].as_array().unwrap().is_empty());
    assert_eq!(paths(&change["limit_inputs"]), ["tiers[3].limit_factor"]);
    edit(&books.client("beiling"), "date = 2024-05-12", "date = 2024-03-12");

    edit(&books.client("hechuan"), "until = 2024-01-31", "until = 2024-06-30");
    let change = books.change();
    assert_eq!((&change["old"]["tier"], &change["new"]["tier"]), (&"CA3".into(), &"CA2".into()));
    assert_eq!((&change["overrides"][0]["turn"], &change["overrides"][0]["to"]), (&"began".into(), &"CA2".into()));
    assert!(paths(&change["limit_inputs"]).iter().any(|path| path.ends_with(".limit_factor")), "{change:#}");
    edit(&books.client("hechuan"), "until = 2024-06-30", "until = 2024-01-31");

    edit(&books.client("hechuan"), "from = 2023-04-01\namount = 40\n", "from = 2023-04-01\namount = 45\n");
    let change = books.change();
    assert_eq!(change["new"]["in_force"]["amount"], "450000");
    assert_eq!(paths(&change["limit_inputs"]), ["limits[0].amount"]);
    edit(&books.client("hechuan"), "from = 2023-04-01\namount = 45\n", "from = 2023-04-01\namount = 40\n");

    edit(&books.client("hechuan"), "forecast = 270.00", "forecast = 340.00");
    let change = books.change();
    assert_eq!((&change["old"]["recommended"], &change["new"]["recommended"]), (&"230000".into(), &"290000".into()));
    assert_eq!(paths(&change["limit_inputs"]), ["trade.forecast"]);
}

#[test]
fn dates_and_industries_are_told_where_no_number_differs() {
    let books = Books::new();
    edit(&books.client("beiling"), "due = 2024-04-22", "due = 2024-03-22");
    let line = line_of(&books.client("beiling"), "amount = 7.60");
    let text = books.diff(&["--format", "markdown"]).out;
    for part in [
        "the same numbers, by other dates or conventions: 55.32 − 13.10 → 55.32 − 0.00",
        &format!("trade.open\\[4\\].amount 7.6 no longer counts clients/beiling.toml:{line}"),
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(books.change()["inputs"].as_array().unwrap().is_empty());
    edit(&books.client("beiling"), "due = 2024-03-22", "due = 2024-04-22");

    edit(&books.client("hechuan"), "industry = \"food\"", "industry = \"electronics\"");
    let text = books.diff(&["--format", "markdown"]).out;
    assert!(text.contains("Industry food → electronics<br>"), "{text}");
    assert!(text.contains("weight 12.0%, the same figure scored by another method<br>"), "{text}");
}

#[test]
fn items_in_another_order_are_not_set_against_each_other() {
    let books = Books::new();
    let model = books.new_book().join("models/credit.toml");
    edit(&model, "measure = \"current_ratio\"\nweight = 0.05", "measure = \"quick_ratio\"\nweight = 0.06");
    edit(&model, "measure = \"quick_ratio\"\nweight = 0.12", "measure = \"current_ratio\"\nweight = 0.11");
    let all = books.json();
    assert_ne!(all["model"]["old"]["sha256"], all["model"]["new"]["sha256"]);
    assert_eq!(paths(&all["model"]["inputs"]), [""; 0]);
}

#[test]
fn another_model_and_another_date_concern_everyone() {
    let books = Books::new();
    let model = books.new_book().join("models/credit.toml");
    edit(&model, "measure = \"current_ratio\"\nweight = 0.05", "measure = \"current_ratio\"\nweight = 0.07");
    edit(&model, "measure = \"quick_ratio\"\nweight = 0.12", "measure = \"quick_ratio\"\nweight = 0.10");
    edit(&books.new_book().join("casebook.toml"), "as_of = 2024-03-31", "as_of = 2024-04-30");
    let all = books.json();
    assert_ne!(all["model"]["old"]["sha256"], all["model"]["new"]["sha256"]);
    assert_eq!(paths(&all["model"]["inputs"]), ["score.items[0].weight", "score.items[1].weight"]);
    assert_eq!(all["as_of"]["new"], "2024-04-30");
    let text = books.diff(&[]).out;
    for part in
        ["As of 2024-03-31 → 2024-04-30\n", "The model differs, which concerns every client", "weight 5.0% → 7.0%"]
    {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn a_new_year_meets_the_year_before() {
    let books = Books::new();
    let file = books.old().join("clients/hechuan.toml");
    let text = fs::read_to_string(&file).unwrap();
    // The old state ends a year earlier.
    let starts: Vec<_> = text.match_indices("[[statements]]").map(|(at, _)| at).collect();
    let after = text[starts[2]..].find("\n[trade]").unwrap() + starts[2];
    fs::write(&file, [&text[..starts[2]], &text[after..]].concat()).unwrap();
    let change = books.change();
    assert_eq!((&change["period"]["old"], &change["period"]["new"]), (&"FY2022".into(), &"FY2023".into()));
    let quick = change["moved"].as_array().unwrap().iter().find(|part| part["measure"] == "quick_ratio").unwrap();
    let inventory = quick["inputs"].as_array().unwrap().iter().find(|input| {
        input["path"] == "statements[2].balance.inventory" && input["old_path"] == "statements[1].balance.inventory"
    });
    let inventory = inventory.unwrap();
    assert_eq!((&inventory["old"]["value"], &inventory["new"]["value"]), (&"4350".into(), &"4700".into()));
}

#[test]
fn small_differences_are_passed_over_and_exit_codes_hold() {
    let books = Books::new();
    edit(&books.client("hechuan"), "inventory = 4_700", "inventory = 4_710");
    assert!(books.diff(&[]).out.starts_with("0 clients differ"));
    assert!(books.diff(&["--least", "0.001"]).out.contains("1 client differs"));
    assert_eq!(books.diff(&["--exit-code"]).code, Some(0));
    assert_eq!(books.diff(&["--least", "0"]).code, Some(0));
    assert_eq!(books.diff(&["--least", "0", "--exit-code"]).code, Some(1));
    for wrong in ["--least=-1", "--least=x", "--format=csv"] {
        assert_eq!(books.diff(&[wrong]).code, Some(2));
    }
}

#[test]
fn clients_come_and_go() {
    let books = Books::new();
    fs::remove_file(books.client("prufrock")).unwrap();
    let run = books.diff(&["--exit-code"]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("(gone)\n  tier CA5 → –"), "{}", run.out);
    let back = diff(&books.new_book(), &books.old(), &["--lang", "zh"]).out;
    assert!(back.contains("（教科书案例）  (新增)") && back.contains("0 家客户有变化，新增 1 家"), "{back}");
}

const HOSTILE: &str =
    "A | B `c` <script>alert(1)</script> **x** [l](http://e.example) @team #1 www.e.example ~~s~~ &amp; \\\\|";

#[test]
fn names_of_authors_are_text_in_markdown() {
    let books = Books::new();
    let file = books.client("prufrock");
    let text = fs::read_to_string(&file).unwrap();
    let name = text.lines().find(|line| line.starts_with("name = ")).unwrap();
    let hostile = format!("name = \"{HOSTILE}\"");
    fs::write(&file, text.replace(name, &hostile).replace("id = \"prufrock\"", "id = \"other\"")).unwrap();
    fs::rename(&file, books.client("other")).unwrap();
    books.stock_up();
    books.answer_again();
    let survey = fs::read_to_string(books.survey("toml")).unwrap();
    let name = survey.lines().find(|line| line.starts_with("name = ")).unwrap();
    fs::write(books.survey("toml"), survey.replace(name, &hostile)).unwrap();
    let markdown = books.diff(&["--format", "markdown"]).out;
    let (mut rows, mut cells, mut printed) = (Vec::new(), 0, String::new());
    for event in Parser::new_ext(&markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(Tag::TableRow) => cells = 0,
            Event::Start(Tag::TableCell) => cells += 1,
            Event::End(pulldown_cmark::TagEnd::TableRow) => rows.push(cells),
            Event::InlineHtml(html) => assert_eq!(&*html, "<br>"),
            Event::Text(text) => printed.push_str(&text),
            Event::Html(_) | Event::Code(_) => panic!("{event:?}"),
            Event::Start(Tag::Link { .. } | Tag::Emphasis | Tag::Image { .. } | Tag::Strikethrough) => {
                panic!("{event:?}")
            }
            _ => {}
        }
    }
    assert_eq!(rows, [6, 6, 6, 4], "{markdown}");
    let shown = HOSTILE.replace("\\\\", "\\").replace('@', "@\u{2060}").replace('#', "#\u{2060}");
    assert_eq!(printed.matches(&shown).count(), 2, "{printed}");
}

#[test]
fn a_built_site_is_only_data() {
    let books = Books::new();
    let site = books.folder.path().join("site");
    built(&books.new_book(), &site);
    edit(&site.join("data/clients/hechuan.json"), "\"tier\":\"CA3\"", "\"tier\":\"CA\\u001b[31m|\\n<b>9\"");
    let text = diff(&books.old(), &site, &[]).out;
    assert!(!text.contains('\u{1b}') && text.contains("CA\u{fffd}[31m| <b>9"), "{text}");
    let markdown = diff(&books.old(), &site, &["--format", "markdown"]).out;
    assert!(!markdown.contains("<b>") && !markdown.contains('\u{1b}'), "{markdown}");
    assert!(!diff(&books.old(), &site, &["--format", "json"]).out.contains('\u{1b}'));
}

#[test]
fn what_cannot_be_read_is_told() {
    let books = Books::new();
    let site = books.folder.path().join("site");
    built(&books.new_book(), &site);
    let refused = |old: &Path, new: &Path, code: i32, message: &str| {
        let run = diff(old, new, &[]);
        assert_eq!((run.code, run.out.as_str()), (Some(code), ""), "{}", run.err);
        assert!(run.err.contains(message), "{message}\n{}", run.err);
        assert_eq!(diff(old, new, &["--exit-code"]).code, Some(2));
    };
    let empty = books.folder.path().join("empty");
    fs::create_dir(&empty).unwrap();
    refused(&empty, &site, 2, "is neither a book");
    refused(&site, &books.folder.path().join("nowhere"), 2, "there is no folder");
    let data = site.join("data/clients/hechuan.json");
    let whole = fs::read_to_string(&data).unwrap();
    fs::write(&data, &whole[..whole.len() / 2]).unwrap();
    refused(&books.old(), &site, 2, "is not JSON");
    fs::write(&data, whole.replace("\"tier\":", "\"grade\":")).unwrap();
    refused(&books.old(), &site, 2, "missing field `tier`");
    fs::write(&data, whole.replace("\"id\":\"hechuan\"", "\"id\":\"beiling\"")).unwrap();
    refused(&books.old(), &site, 2, "both say that they are of the client `beiling`");
    fs::remove_file(&data).unwrap();
    refused(&books.old(), &site, 2, "hechuan.json` cannot be read");
    fs::write(&data, &whole).unwrap();
    fs::write(site.join("data/surveys/halls.json"), "{}").unwrap();
    refused(&books.old(), &site, 2, "halls.json` is not the data file of a survey");
    // A book with errors is the author's to mend.
    edit(&books.client("hechuan"), "currency = \"CNY\"", "currency = 7");
    refused(&books.old(), &books.new_book(), 1, "cases of the book");
    edit(&books.new_book().join("casebook.toml"), "schema = 1", "schema = 2");
    refused(&books.new_book(), &books.old(), 1, "has errors");
    assert_eq!(run(&mut build(books.new_book())).code, Some(1));
}

#[test]
fn two_clients_with_one_id_are_told() {
    let books = Books::new();
    fs::copy(books.client("hechuan"), books.client("again")).unwrap();
    let run = books.diff(&[]);
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("duplicate-id"), "{}", run.err);
}
