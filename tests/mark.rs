//! Files that students hand in: what they earn, in every format, and that nothing in them stops the program.

#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use support::{CASEBOOK, CONTENT, Run, run};
use toml::Value;

#[path = "support/run.rs"]
mod support;

const CLIENT: &str = "credit/write-a-client-file";
const SURVEY: &str = "relationships/write-a-questionnaire";

fn mark(exercise: &str, files: &[PathBuf], more: &[&str]) -> Run {
    let mut command = Command::new(CASEBOOK);
    command.args(["mark", exercise, "--book", CONTENT]).args(files).args(more).env("NO_COLOR", "1");
    run(&mut command)
}

/// A text of the exercise's `[file]`.
fn task(exercise: &str, key: &str) -> String {
    let text = fs::read_to_string(Path::new(CONTENT).join(format!("exercises/{exercise}.toml"))).unwrap();
    let file: toml::Table = text.parse().unwrap();
    let value = &file["file"][key];
    value.as_str().or_else(|| value.get("en").and_then(Value::as_str)).unwrap().to_owned()
}

/// The points by hand and by the engine, from the exercise's file.
fn points(exercise: &str) -> (i64, i64) {
    let text = fs::read_to_string(Path::new(CONTENT).join(format!("exercises/{exercise}.toml"))).unwrap();
    let file: toml::Table = text.parse().unwrap();
    let rubric = file["file"]["rubric"].as_array().unwrap();
    let automatic = |criterion: &&Value| criterion.as_table().unwrap().len() > 2;
    let sum = |of: Vec<&Value>| of.iter().map(|criterion| criterion["points"].as_integer().unwrap()).sum();
    let (engine, hand) = rubric.iter().partition(automatic);
    (sum(hand), sum(engine))
}

fn written(dir: &Path, name: &str, text: &[u8]) -> PathBuf {
    fs::write(dir.join(name), text).unwrap();
    dir.join(name)
}

#[test]
fn solutions_earn_every_point_of_the_engine_and_blank_forms_few() {
    let dir = tempfile::tempdir().unwrap();
    for exercise in [CLIENT, SURVEY] {
        let (hand, engine) = points(exercise);
        let all = hand + engine;
        let solution = written(dir.path(), "good.toml", task(exercise, "solution").as_bytes());
        let marked = mark(exercise, &[solution], &["--lang", "en"]);
        assert_eq!(marked.code, Some(0), "{}", marked.err);
        let wanted = format!("good.toml: {engine} of {all} points, {hand} to be marked by hand");
        assert!(marked.out.contains(&wanted), "{wanted}\n{}", marked.out);
        let blank = written(dir.path(), "blank.toml", task(exercise, "form").as_bytes());
        let marked = mark(exercise, &[blank], &["--format", "json"]);
        let marks: serde_json::Value = serde_json::from_str(&marked.out).unwrap();
        assert_eq!(marks["files"][0]["earned"], 0, "{}", marked.out);
    }
}

#[test]
fn a_wrong_figure_costs_its_own_points_and_says_why() {
    let dir = tempfile::tempdir().unwrap();
    let solution = task(CLIENT, "solution");
    // Sales on credit are forgotten in the later year: the turnover then rests on all sales.
    let wrong = written(dir.path(), "anna.toml", solution.replace("credit_sales = 10_800\n", "").as_bytes());
    let marked = mark(CLIENT, &[wrong], &["--lang", "en"]);
    assert_eq!(marked.code, Some(0), "{}", marked.err);
    // 12,000 / 1,700 = 7.0588.
    assert!(
        marked.out.contains("comes out right (credit sales, average balance): `receivables_turnover` is 7.0588"),
        "{}",
        marked.out
    );
    // With one statement alone the second is missing.
    let (before, after) = solution.split_once("[[statements]]").unwrap();
    let second = after.split_once("[[statements]]").unwrap().1;
    let one = written(dir.path(), "ben.toml", format!("{before}[[statements]]{second}").as_bytes());
    let marked = mark(CLIENT, &[one], &["--lang", "en"]);
    assert!(marked.out.contains("`statements` has 1 of at least 2 entries"), "{}", marked.out);
}

#[test]
fn a_class_becomes_a_table() {
    let dir = tempfile::tempdir().unwrap();
    let solution = task(CLIENT, "solution");
    let files = [
        written(dir.path(), "anna.toml", solution.as_bytes()),
        written(dir.path(), "=cmd.toml", solution.replace("equity = 5_000", "equity = 5_100").as_bytes()),
    ];
    let marked = run(Command::new(CASEBOOK)
        .args(["mark", CLIENT, "anna.toml", "=cmd.toml", "--format", "csv", "--lang", "en", "--book", CONTENT])
        .current_dir(dir.path()));
    assert_eq!(marked.code, Some(1), "the second file has an error: {}", marked.err);
    assert!(marked.err.contains("sheet-unbalanced") && marked.err.contains("=cmd.toml:"), "{}", marked.err);
    let mut reader = csv::Reader::from_reader(marked.out.as_bytes());
    let heading = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let cell = |row: usize, name: &str| rows[row][heading.iter().position(|known| known == name).unwrap()].to_owned();
    assert_eq!((rows.len(), cell(0, "file"), cell(1, "file")), (2, "anna.toml".to_owned(), "'=cmd.toml".to_owned()));
    let (hand, engine) = points(CLIENT);
    assert_eq!((cell(0, "earned"), cell(0, "by_hand")), (engine.to_string(), hand.to_string()));
    assert_eq!((cell(1, "errors"), cell(0, "errors")), ("1".to_owned(), "0".to_owned()));
    assert!(cell(1, "earned").parse::<i64>().unwrap() < engine);
    let json = mark(CLIENT, &files, &["--format", "json"]);
    let marks: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(marks["files"][1]["problems"][0]["code"], "sheet-unbalanced");
}

#[test]
fn marks_are_in_one_language() {
    let dir = tempfile::tempdir().unwrap();
    let (hand, engine) = points(CLIENT);
    let good = written(dir.path(), "good.toml", task(CLIENT, "solution").as_bytes());
    let blank = written(dir.path(), "blank.toml", task(CLIENT, "form").as_bytes());
    let marked = mark(CLIENT, &[good, blank.clone()], &["--lang", "zh"]);
    let wanted = format!("good.toml：{engine} / {} 分，另有 {hand} 分由教师评定", hand + engine);
    assert!(marked.out.contains(&wanted) && marked.out.contains("没有填写"), "{}", marked.out);
    for english in [" of ", "points", "is not", "has no", "the "] {
        assert!(!marked.out.contains(english), "{english}: {}", marked.out);
    }
    let table = mark(CLIENT, std::slice::from_ref(&blank), &["--lang", "zh", "--format", "csv"]).out;
    let heading = table.lines().next().unwrap();
    assert!(heading.starts_with("文件,") && heading.ends_with(",得分,由教师评定,满分,错误数"), "{heading}");
    let json = mark(CLIENT, &[blank], &["--lang", "zh", "--format", "json"]).out;
    let marks: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(marks["files"][0]["criteria"].to_string().contains("没有填写"), "{json}");
}

#[test]
fn whatever_is_handed_in_gives_problems_and_no_panic() {
    let dir = tempfile::tempdir().unwrap();
    let deep = "a = ".to_owned() + &"[".repeat(50_000);
    let nested = "x".to_owned() + &".x".repeat(20_000) + " = 1";
    let huge = "name = \"".to_owned() + &"x".repeat(2_000_000) + "\"";
    let cases: [(&str, &[u8]); 9] = [
        ("empty.toml", b""),
        ("binary.toml", &[0, 159, 146, 150, 255]),
        ("broken.toml", b"name = \n[[statements"),
        ("deep.toml", deep.as_bytes()),
        ("nested.toml", nested.as_bytes()),
        ("huge.toml", huge.as_bytes()),
        ("types.toml", b"name = 3\nstatements = \"x\"\nlegal_form = [[[]]]\n"),
        ("numbers.toml", b"name = \"x\"\n[[statements]]\nperiod = \"FY1\"\nend = 9999-12-31\n[statements.balance]\ncash = 1e999\nequity = nan\n"),
        ("escape.toml", "name = \"\\u001b[31mred\"\nnmae = 1\n".as_bytes()),
    ];
    for (name, text) in cases {
        let file = written(dir.path(), name, text);
        for exercise in [CLIENT, SURVEY] {
            for format in ["text", "csv", "json"] {
                let marked = mark(exercise, std::slice::from_ref(&file), &["--format", format]);
                assert_eq!(marked.code, Some(1), "{exercise} {name} {format}: {}{}", marked.err, marked.out);
                assert!(!marked.out.contains('\u{1b}') && !marked.err.contains('\u{1b}'));
            }
        }
    }
    let marked = mark(CLIENT, &[dir.path().to_owned(), dir.path().join("none.toml")], &[]);
    assert_eq!(marked.code, Some(2), "{}", marked.err);
}

#[test]
fn only_file_exercises_are_marked() {
    let none = PathBuf::from("x.toml");
    for (id, told) in [
        ("credit/write-a-client-fil", "did you mean `credit/write-a-client-file`?"),
        ("credit/quick-ratio", "is no exercise of the kind `file`"),
    ] {
        let marked = mark(id, std::slice::from_ref(&none), &[]);
        assert!(marked.code == Some(2) && marked.err.contains(told), "{}", marked.err);
    }
}
