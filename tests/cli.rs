//! The program as people call it: what it prints, writes and ends with.
#![allow(clippy::unwrap_used, reason = "a test stops where something is missing")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;

const CONTENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/content");

/// What a run ended with.
struct Run {
    code: i32,
    out: String,
    err: String,
}

fn casebook(dir: &Path, arguments: &[&str]) -> Run {
    let mut command = Command::cargo_bin("casebook").unwrap();
    command.current_dir(dir).args(arguments).env("NO_COLOR", "1").env("COLUMNS", "100").env_remove("CI");
    let Output { status, stdout, stderr } = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: status.code().unwrap(), out: text(stdout), err: text(stderr) }
}

fn shipped(arguments: &[&str]) -> Run {
    casebook(Path::new(CONTENT), arguments)
}

fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_owned();
    (folder, path)
}

/// Every file below `dir` with its text, sorted.
fn files(dir: &Path) -> Vec<(PathBuf, String)> {
    let walk = walkdir::WalkDir::new(dir).sort_by_file_name();
    let found = walk.into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    found.map(|entry| (entry.path().to_owned(), fs::read_to_string(entry.path()).unwrap())).collect()
}

#[test]
fn a_new_book_is_without_problems_in_every_language_and_on_every_date() {
    let (_keep, dir) = folder();
    for language in ["zh", "en", "both"] {
        for date in ["2026-06-30", "2024-02-29", "2025-12-31", "2031-01-01"] {
            let book = format!("{language} {date} 案例");
            let made = casebook(&dir, &["init", &book, "--lang", language, "--as-of", date, "--currency", "eur"]);
            assert_eq!((made.code, made.err.as_str()), (0, ""), "{}", made.out);
            let checked = casebook(&dir, &["check", &book, "--deny", "warnings"]);
            assert_eq!((checked.code, checked.err.as_str()), (0, "1 client checked: no problems\n"));
        }
    }
}

#[test]
fn comments_are_in_the_languages_of_the_book() {
    let (_keep, dir) = folder();
    for language in ["zh", "en", "both"] {
        casebook(&dir, &["init", language, "--lang", language]);
        let text = fs::read_to_string(dir.join(language).join("clients/example-ltd.toml")).unwrap();
        assert_eq!(text.contains("# 利润表"), language != "en", "{language}");
        assert_eq!(text.contains("income statement, costs"), language != "zh", "{language}");
        assert!(!text.contains("{{") && !text.contains("#zh") && !text.contains("#en"));
    }
}

#[test]
fn init_explains_every_field_of_the_format() {
    let (_keep, dir) = folder();
    casebook(&dir, &["init", "b"]);
    casebook(&dir, &["new", "client", "form", "--book", "b"]);
    let keys = |file: &str, kind: &str| {
        let text = fs::read_to_string(dir.join("b").join(file)).unwrap();
        let schema = fs::read_to_string(dir.join(format!("b/schema/{kind}.json"))).unwrap();
        let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
        let tables = schema["definitions"]
            .as_object()
            .unwrap()
            .iter()
            .filter(|(name, _)| *name != "Text")
            .map(|(_, table)| table);
        for key in
            tables.chain([&schema]).filter_map(|table| table["properties"].as_object()).flat_map(|table| table.keys())
        {
            let typed = [format!("{key} ="), format!(".{key}]"), format!("[{key}]")];
            assert!(typed.iter().any(|typed| text.contains(typed.as_str())), "{file} lacks {key}");
        }
    };
    keys("casebook.toml", "casebook");
    keys("clients/example-ltd.toml", "client");
    keys("clients/form.toml", "client");
}

#[test]
fn init_never_overwrites() {
    let (_keep, dir) = folder();
    casebook(&dir, &["init", "book"]);
    let before = files(&dir);
    let again = casebook(&dir, &["init", "book", "--lang", "zh"]);
    assert_eq!((again.code, again.out.as_str()), (2, ""));
    assert!(again.err.contains("already holds"), "{}", again.err);
    assert_eq!(files(&dir), before);

    fs::create_dir(dir.join("mine")).unwrap();
    fs::write(dir.join("mine/.gitignore"), "mine").unwrap();
    let refused = casebook(&dir, &["init", "mine"]);
    insta::assert_snapshot!(refused.err, @r"
    error: `mine` already holds .gitignore; nothing was written
    help: choose another folder, or add a client to the book with `casebook new client ID`
    ");
    assert_eq!(files(&dir.join("mine")).len(), 1);
    fs::write(dir.join("a file"), "").unwrap();
    assert_eq!(casebook(&dir, &["init", "a file"]).code, 2);
}

#[test]
fn init_refuses_impossible_settings() {
    let (_keep, dir) = folder();
    for wrong in [
        ["--as-of", "2026-02-30"],
        ["--as-of", "0001-01-01"],
        ["--currency", "yuan"],
        ["--currency", "RMB"],
        ["--currency", "XYZ"],
        ["--currency", "€€€"],
        ["--lang", "fr"],
    ] {
        assert_eq!(casebook(&dir, &["init", "b", wrong[0], wrong[1]]).code, 2, "{wrong:?}");
    }
    assert!(!dir.join("b").exists());
}

/// A book in any currency has limits: where that is not the built-in model's, the book has a model of its own.
#[test]
fn a_new_book_has_limits_in_its_currency() {
    let (_keep, dir) = folder();
    for currency in ["CNY", "USD"] {
        casebook(&dir, &["init", currency, "--currency", currency, "--lang", "en"]);
        assert_eq!(dir.join(currency).join("models/credit.toml").exists(), currency != "CNY");
        let told = casebook(&dir, &["explain", "example-ltd", "recommended_limit", "--book", currency]);
        assert!(told.code == 0 && told.out.contains("Tier factor"), "{}{}", told.out, told.err);
    }
    fs::remove_file(dir.join("USD/models/credit.toml")).unwrap();
    let apart = "amounts are in USD, but the credit model’s limits are in CNY";
    let told = casebook(&dir, &["explain", "example-ltd", "recommended_limit", "--book", "USD"]);
    assert!(told.out.contains(&format!("\n  Note: {apart}\n")), "{}", told.out);
    let checked = casebook(&dir, &["check", "USD"]);
    assert!(checked.err.contains("warning[limit-currency]") && checked.err.contains("1 warning"), "{}", checked.err);
    casebook(&dir, &["build", "USD", "--no-pdf"]);
    let page = fs::read_to_string(dir.join("USD/public/clients/example-ltd.html")).unwrap();
    assert!(page.contains(&format!("none: {apart}")));
    let made = casebook(&dir, &["new", "model", "credit", "--book", "USD"]);
    assert_eq!((made.code, made.err.as_str()), (0, ""));
    let checked = casebook(&dir, &["check", "USD"]);
    assert_eq!((checked.code, checked.err.as_str()), (0, "1 client checked: no problems\n"));
}

/// Real statements and careful invented ones raise no doubt about units, years and sums.
#[test]
fn the_shipped_clients_are_plausible() {
    let checked = shipped(&["check"]);
    for code in
        ["trade-unit", "doubtful-year", "profit-totals", "unknown-currency", "limit-not-granted", "interest-sign"]
    {
        assert!(checked.code == 0 && !checked.err.contains(code), "{}", checked.err);
    }
}

/// What is missing is named, and not what might be.
#[test]
fn a_need_that_cannot_be_computed_names_what_is_missing() {
    let (_keep, dir) = folder();
    casebook(&dir, &["init", "b", "--lang", "en"]);
    for (trade, missing) in [
        ("terms_days = 30\n", "missing: Forecast credit sales (or credit sales of twelve months)\n"),
        ("forecast = 900\n", "missing: Terms\n"),
        ("", "missing: Forecast credit sales (or credit sales of twelve months), Terms\n"),
    ] {
        fs::write(dir.join("b/clients/new.toml"), format!("name = \"New\"\n[trade]\n{trade}")).unwrap();
        let told = casebook(&dir, &["explain", "new", "limit_need", "--book", "b"]);
        assert!(told.out.contains(missing), "{}{}", told.out, told.err);
    }
}

/// Where no limit can be recommended, the pages say what it lacks instead: as a tile, in the summary, in the
/// table of methods and where figures are derived.
#[test]
fn a_limit_that_cannot_be_recommended_names_what_is_missing() {
    let (_keep, dir) = folder();
    casebook(&dir, &["init", "b"]);
    let path = dir.join("b/clients/example-ltd.toml");
    let typed = fs::read_to_string(&path).unwrap();
    let is_kept = |line: &&str| !line.starts_with("forecast = ") && !line.starts_with("2025-");
    let kept: Vec<_> = typed.lines().filter(is_kept).collect();
    assert_eq!(kept.len() + 8, typed.lines().count());
    fs::write(&path, kept.join("\n")).unwrap();
    let lacking = "missing: Forecast credit sales (or credit sales of twelve months)";
    let told = casebook(&dir, &["explain", "example-ltd", "recommended_limit", "--book", "b", "--lang", "en"]);
    assert!(told.out.contains(lacking) && !told.out.contains("Limit by need"), "{}{}", told.out, told.err);
    assert_eq!(casebook(&dir, &["build", "b", "--no-pdf"]).code, 0);
    for (page, lacking, none) in [
        ("clients/example-ltd.html", "缺少：预计赊销额（或十二个月的赊销额）", "无：缺少"),
        ("en/clients/example-ltd.html", lacking, "none: missing"),
    ] {
        let page = fs::read_to_string(dir.join("b/public").join(page)).unwrap();
        assert_eq!((page.matches(lacking).count(), page.contains(none)), (6, true), "{lacking}");
    }
}

#[test]
fn a_new_client_has_warnings_at_most() {
    let (_keep, dir) = folder();
    for language in ["zh", "en", "both"] {
        casebook(&dir, &["init", language, "--lang", language]);
        let made = casebook(&dir, &["new", "client", "华信-2", "--book", language, "--name", "Acme \"Ltd\" \\ 公司"]);
        assert_eq!((made.code, made.err.as_str()), (0, ""));
        let checked = casebook(&dir, &["check", language]);
        assert_eq!(checked.code, 0, "{}", checked.err);
        assert!(
            checked.err.contains("warning[profile-incomplete]") && !checked.err.contains("error"),
            "{}",
            checked.err
        );
    }
}

#[test]
fn the_lines_of_a_form_can_be_used() {
    let (_keep, dir) = folder();
    casebook(&dir, &["init", "b", "--lang", "en"]);
    casebook(&dir, &["new", "client", "acme", "--book", "b"]);
    let path = dir.join("b/clients/acme.toml");
    let typed: Vec<String> = fs::read_to_string(&path)
        .unwrap()
        .lines()
        .map(|line| {
            let code = line.strip_prefix("# ").filter(|line| line.contains(" =") || line.starts_with('['));
            let code = code.filter(|code| !code.contains(", ") || code.contains('#')).unwrap_or(line);
            let (key, comment) = code.split_once('#').map_or((code, ""), |(key, comment)| (key, comment));
            if key.trim_end().ends_with('=') { format!("{key} 0 # {comment}") } else { code.to_owned() }
        })
        .collect();
    let typed = typed.join("\n").replace("assurance = \"none\"", "assurance = \"audited\"");
    fs::write(&path, &typed).unwrap();
    let checked = casebook(&dir, &["check", "b"]);
    assert_eq!(checked.code, 0, "{}\n{typed}", checked.err);
    assert!(typed.contains("\nsales =") && typed.contains("\n[[events]]"));
}

#[test]
fn a_new_model_is_the_built_in_one_and_can_be_chosen() {
    let (_keep, dir) = folder();
    casebook(&dir, &["init", "b", "--lang", "en"]);
    let made = casebook(&dir, &["new", "model", "house", "--book", "b"]);
    assert!(made.code == 0 && made.out.contains("model = \"house\""), "{} {}", made.out, made.err);
    let path = dir.join("b/models/house.toml");
    assert_eq!(fs::read(&path).unwrap(), fs::read(Path::new(CONTENT).join("models/credit.toml")).unwrap());
    let book = dir.join("b/casebook.toml");
    let settings = fs::read_to_string(&book).unwrap();
    fs::write(&book, format!("model = \"house\"\n{settings}")).unwrap();
    let checked = casebook(&dir, &["check", "b"]);
    assert_eq!(checked.code, 0, "{}", checked.err);
    assert_eq!(casebook(&dir, &["new", "model", "house", "--book", "b"]).code, 2, "nothing is overwritten");
    assert_eq!(casebook(&dir, &["new", "model", "../x", "--book", "b"]).code, 2);
}

#[test]
fn a_new_survey_can_be_checked_and_built() {
    let (_keep, dir) = folder();
    casebook(&dir, &["init", "b", "--lang", "both"]);
    let made = casebook(&dir, &["new", "survey", "halls-2", "--book", "b", "--name", "Hall \"A\" \\ 厅"]);
    assert_eq!(made.code, 0, "{}", made.err);
    let checked = casebook(&dir, &["check", "b"]);
    assert_eq!(checked.code, 0, "{}", checked.err);
    let built = casebook(&dir, &["build", "b", "--no-pdf"]);
    assert_eq!(built.code, 0, "{}", built.err);
    let page = fs::read_to_string(dir.join("b/public/surveys/halls-2.html")).unwrap();
    assert!(page.contains("Hall &quot;A&quot;") || page.contains("Hall \"A\" \\ 厅"), "the survey has its name");
    assert!(dir.join("b/public/surveys/halls-2-questionnaire.html").is_file());
    assert_ne!(casebook(&dir, &["new", "survey", "halls-2", "--book", "b"]).code, 0, "nothing is overwritten");
}

#[test]
fn new_client_refuses_what_is_taken_or_cannot_serve() {
    let (_keep, dir) = folder();
    casebook(&dir, &["init", "b"]);
    fs::write(dir.join("b/clients/other.toml"), "id = \"Taken\"\nname = \"T\"\n").unwrap();
    let before = files(&dir);
    for id in ["example-ltd", "EXAMPLE-LTD", "taken", "../x", "a b", "", "x\ny", ".hidden"] {
        let refused = casebook(&dir, &["new", "client", "--book", "b", "--", id]);
        assert_eq!((refused.code, refused.out.as_str()), (2, ""), "{id}");
    }
    assert_eq!(casebook(&dir, &["new", "client", "x", "--book", "b", "--name", " "]).code, 2);
    assert_eq!(casebook(&dir, &["new", "client", "x", "--book", "nowhere"]).code, 2);
    assert_eq!(files(&dir), before);
    let taken = casebook(&dir, &["new", "client", "taken", "--book", "b"]);
    assert!(taken.err.contains("clients/other.toml"), "{}", taken.err);
}

#[test]
fn a_client_can_be_added_to_a_book_without_clients() {
    let (_keep, dir) = folder();
    casebook(&dir, &["init", "b"]);
    fs::remove_dir_all(dir.join("b/clients")).unwrap();
    assert_eq!(casebook(&dir, &["new", "client", "acme", "--book", "b"]).code, 0);
    fs::write(dir.join("b/casebook.toml"), "schema = 1\ntitel = 2\n").unwrap();
    let broken = casebook(&dir, &["new", "client", "acme2", "--book", "b"]);
    assert_eq!(broken.code, 1);
    assert!(broken.err.contains("did you mean `title`?"), "{}", broken.err);
}

#[test]
fn hostile_names_reach_neither_the_file_s_structure_nor_the_terminal() {
    let (_keep, dir) = folder();
    casebook(&dir, &["init", "b"]);
    let name = "A\"\nid = \"x\"\n\u{1b}[31mred\u{202e}";
    assert_eq!(casebook(&dir, &["new", "client", "acme", "--book", "b", "--name", name]).code, 0);
    let text = fs::read_to_string(dir.join("b/clients/acme.toml")).unwrap();
    assert_eq!(text.parse::<toml::Table>().unwrap()["name"].as_str(), Some(name));
    let told = [
        casebook(&dir, &["explain", "acme", "current_ratio", "--book", "b"]),
        casebook(&dir, &["explain", "\u{1b}[31m", "current_ratio", "--book", "b"]),
        casebook(&dir, &["explain", "acme", "\u{1b}[31m", "--book", "b"]),
        casebook(&dir, &["init", "x\u{1b}[31m"]),
        casebook(&dir, &["check", "b"]),
    ];
    for run in told {
        assert!(
            !run.out.contains(['\u{1b}', '\u{202e}']) && !run.err.contains(['\u{1b}', '\u{202e}']),
            "{}{}",
            run.out,
            run.err
        );
    }
}

#[test]
fn a_check_as_of_another_day_finds_what_a_build_of_that_day_finds() {
    let (_keep, dir) = folder();
    assert_eq!(casebook(&dir, &["init", "b"]).code, 0);
    for day in ["2025-12-31", "2030-01-01"] {
        let checked = casebook(&dir, &["check", "b", "--as-of", day]);
        let built = casebook(&dir, &["build", "b", "--no-pdf", "--quiet", "--as-of", day]);
        let (found, _) = checked.err.rsplit_once("1 client checked").unwrap();
        assert_eq!((found, checked.code), (built.err.as_str(), built.code), "{day}");
        assert_eq!(found.contains("statement-stale"), day.starts_with("2030"), "{found}");
    }
    assert_eq!(casebook(&dir, &["check", "b", "--as-of", "2026-02-30"]).code, 2);
}

#[test]
fn the_shipped_schemas_are_up_to_date() {
    for kind in ["casebook", "client", "survey", "model", "lesson", "note", "glossary", "exercise"] {
        let shipped_text = fs::read_to_string(format!("{CONTENT}/schema/{kind}.json")).unwrap();
        assert_eq!(shipped(&["schema", kind]).out, shipped_text, "run `casebook schema --write content/schema`");
    }
    let (_keep, dir) = folder();
    assert_eq!(casebook(&dir, &["schema", "--write", "a/b c"]).code, 0);
    assert_eq!(files(&dir).len(), 8);
}

#[test]
fn schemas_describe_every_field() {
    for kind in ["casebook", "client", "survey", "model"] {
        let schema: serde_json::Value = serde_json::from_str(&shipped(&["schema", kind]).out).unwrap();
        assert!(schema["$id"].is_string() && schema["title"].is_string() && schema["description"].is_string());
        let tables = schema["definitions"].as_object().unwrap().values().chain([&schema]);
        for (key, field) in tables.filter_map(|table| table["properties"].as_object()).flatten() {
            let described = field["description"].is_string() || field["$ref"].is_string();
            assert!(described, "{kind}: {key} has no description");
        }
    }
}

#[test]
fn explains_a_ratio() {
    insta::assert_snapshot!(
        "explain_ratio_en",
        shipped(&["explain", "apple", "current_ratio", "FY2023", "--lang", "en"]).out
    );
    insta::assert_snapshot!("explain_ratio_zh", shipped(&["explain", "hechuan", "days_inventory", "--lang", "zh"]).out);
    insta::assert_snapshot!(
        "explain_ratio_json",
        shipped(&["explain", "apple", "current_ratio", "FY2023", "--format", "json", "--lang", "en"]).out
    );
}

#[test]
fn explains_a_score_with_every_contribution() {
    let run = shipped(&["explain", "apple", "credit_score", "FY2023", "--lang", "en"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    insta::assert_snapshot!("explain_score_en", run.out);
    let json = shipped(&["explain", "apple", "credit_score", "FY2023", "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let parts = json["contributions"].as_array().unwrap();
    let number = |value: &serde_json::Value| value.as_str().unwrap().parse::<rust_decimal::Decimal>().unwrap();
    let sum: rust_decimal::Decimal = parts.iter().map(|part| number(&part["contribution"])).sum();
    assert_eq!(sum.round_dp(20), number(&json["measures"][0]["value"]).round_dp(20));
    assert_eq!(parts.len(), 12);
}

#[test]
fn every_figure_of_the_shipped_book_can_be_explained_within_the_terminal() {
    for client in ["apple", "prufrock", "beiling"] {
        for language in ["zh", "en"] {
            let list: Vec<serde_json::Value> =
                serde_json::from_str(&shipped(&["explain", "--list", "--format", "json"]).out).unwrap();
            for id in list.iter().map(|measure| measure["id"].as_str().unwrap()) {
                let run = shipped(&["explain", client, id, "--lang", language]);
                assert!(run.code == 0 || run.err.contains("does not give"), "{client} {id}: {}", run.err);
                let wide = run
                    .out
                    .lines()
                    .find(|line| unicode_width::UnicodeWidthStr::width(*line) > 80 && !line.starts_with("    "));
                assert_eq!(wide, None, "{client} {id}");
            }
        }
    }
}

#[test]
fn says_what_was_probably_meant() {
    let told = |arguments: &[&str]| {
        let run = shipped(arguments);
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{}", run.err);
        run.err
    };
    assert!(told(&["explain", "apple", "curent_ratio"]).contains("did you mean `current_ratio`?"));
    let both = told(&["explain", "appel", "curent_ratio"]);
    assert!(both.contains("no case `appel`\nhelp: did you mean `apple`?"), "{both}");
    assert!(both.contains("`curent_ratio` is not a measure\nhelp: did you mean `current_ratio`?"), "{both}");
    insta::assert_snapshot!(told(&["explain", "appel", "current_ratio"]), @r"
    error: the book has no case `appel`
    help: did you mean `apple`?
    known:
      apple, bailutan, beiling, chenghu, chengwu, chigu, dongli, dukoutou, fengzhen,
      guangxiu, hechuan, hengshu, jiaoyuan, juchuan, lingxi, lishi, mailong,
      malingpo, microsoft, moma, nanfengdu, nanyu-build, prufrock, qiaosuo, qicen,
      qingtong-build, qingtong-electronics, qingtong-grain, shiqiaokou, shulong,
      tieting, weilan, wuliting, xiaomanji, xingzhu, xiyuan, yuanfan-heavy,
      yuanfan-information, yuanfan-trading, yunbu, yuting, halls
    ");
    insta::assert_snapshot!(told(&["explain", "apple", "current_ratio", "FY2032"]), @r"
    error: `apple` has no current_ratio for `FY2032`
    help: did you mean `FY2023`?
    known:
      FY2020, FY2021, FY2022, FY2023
    ");
    assert!(told(&["explain", "prufrock", "overdue_share"]).contains("its file does not give"));
    assert_eq!(shipped(&["explain", "apple"]).code, 2);
    assert_eq!(shipped(&["explain", "apple", "current_ratio", "--book", "nowhere"]).code, 2);
}

#[test]
fn a_client_is_found_by_its_id_and_a_broken_one_is_reported() {
    let (_keep, dir) = folder();
    casebook(&dir, &["init", "b", "--lang", "en"]);
    fs::rename(dir.join("b/clients/example-ltd.toml"), dir.join("b/clients/other name.toml")).unwrap();
    assert_eq!(casebook(&dir, &["explain", "example-ltd", "current_ratio", "--book", "b"]).code, 0);
    fs::write(dir.join("b/clients/broken.toml"), "nam = 1\n").unwrap();
    let broken = casebook(&dir, &["explain", "broken", "current_ratio", "--book", "b"]);
    assert_eq!(broken.code, 1);
    assert!(broken.err.contains("did you mean `name`?"), "{}", broken.err);
}

#[test]
fn help_is_enough_to_get_on_with() {
    let commands: [&[&str]; 6] = [&[], &["init"], &["new"], &["explain"], &["mark"], &["schema"]];
    let help = commands.map(|command| {
        let run = shipped(&[command, &["--help"]].concat());
        assert_eq!(run.code, 0);
        format!("$ casebook {}\n{}", [command, &["--help"]].concat().join(" "), run.out)
    });
    insta::assert_snapshot!("help", help.join("\n"));
}

#[test]
fn completions_and_the_manual_page_are_there() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(shipped(&["completions", shell]).out.contains("explain"), "{shell}");
    }
    assert!(shipped(&["man"]).out.contains(".TH casebook"));
}
