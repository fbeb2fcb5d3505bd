//! The README says what the program does: its tables are made from the program's own, its examples
//! check clean, and what it shows of the terminal is what the terminal shows.
//!
//! `CASEBOOK_ACCEPT=1 cargo test --test readme` writes the tables anew.

#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use casebook::build::each_case;
use casebook::kinds::Work;
use casebook::kinds::book::Book;
use casebook::kinds::book::schema::BookFile;
use casebook::kinds::client::Clients;
use casebook::kinds::client::lines::{Line, Part};
use casebook::kinds::client::schema::ClientFile;
use casebook::kinds::course::exercise::ExerciseFile;
use casebook::kinds::course::schema::{GlossaryFile, LessonHead, NoteHead};
use casebook::kinds::credit_model::schema::ModelFile;
use casebook::load::Folder;
use casebook::load::shape::schema;
use casebook::measures::Measure;
use casebook::present::unit_name;
use casebook::values::{Code, Language, Severity};
use serde_json::Value;

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

fn readme() -> String {
    fs::read_to_string(path()).unwrap()
}

/// The fenced block that begins with three backticks and `info`.
fn fenced(info: &str) -> String {
    let readme = readme();
    let open = format!("\n```{info}\n");
    let (_, rest) = readme.split_once(&open).unwrap_or_else(|| panic!("the README has no block `{info}`"));
    rest.split_once("\n```").unwrap().0.to_owned() + "\n"
}

fn codes() -> String {
    let mut table = "| code | severity | meaning |\n| --- | --- | --- |\n".to_owned();
    for code in Code::ALL {
        let severity = match code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        writeln!(table, "| `{}` | {severity} | {} |", code.name(), code.meaning()).unwrap();
    }
    table
}

fn measures() -> String {
    let mut table = "| id | unit | English | 中文 |\n| --- | --- | --- | --- |\n".to_owned();
    for measure in Measure::ALL {
        let (unit, name) = (unit_name(measure.unit(), Language::En), measure.doc().name);
        writeln!(table, "| `{}` | {unit} | {} | {} |", measure.id(), name.en, name.zh).unwrap();
    }
    table
}

fn lines() -> String {
    let mut table = "| statement | key | English | 中文 |\n| --- | --- | --- | --- |\n".to_owned();
    for part in Part::ALL {
        for line in Line::ALL.iter().filter(|line| line.part() == part) {
            let words = line.words();
            writeln!(table, "| `{}` | `{}` | {} | {} |", part.key(), line.key(), words.en, words.zh).unwrap();
        }
    }
    table
}

#[test]
fn tables_are_those_of_the_program() {
    let written = readme();
    let mut current = written.clone();
    for (name, table) in [("codes", codes()), ("measures", measures()), ("lines", lines())] {
        let open = format!("<!-- table: {name} -->\n");
        let (before, rest) = current.split_once(&open).unwrap_or_else(|| panic!("the README has no table `{name}`"));
        let (_, after) = rest.split_once("<!-- /table -->").unwrap();
        current = format!("{before}{open}{table}<!-- /table -->{after}");
    }
    if std::env::var_os("CASEBOOK_ACCEPT").is_some() {
        fs::write(path(), &current).unwrap();
    }
    assert!(readme() == current, "run `CASEBOOK_ACCEPT=1 cargo test --test readme`, and read what changed");
}

/// Every key and every name of a choice in a schema.
fn vocabulary(schema: &Value, found: &mut BTreeSet<String>) {
    let text = |value: &Value| value.as_str().map(ToOwned::to_owned);
    match schema {
        Value::Object(map) => {
            if let Some(Value::Object(properties)) = map.get("properties") {
                found.extend(properties.keys().cloned());
            }
            found.extend(map.get("const").and_then(text));
            found.extend(map.get("enum").and_then(Value::as_array).into_iter().flatten().filter_map(text));
            map.values().for_each(|value| vocabulary(value, found));
        }
        Value::Array(items) => items.iter().for_each(|value| vocabulary(value, found)),
        _ => {}
    }
}

#[test]
fn every_key_and_name_of_the_format_is_mentioned() {
    let readme = readme();
    let words: BTreeSet<_> = readme.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
    let mut known = BTreeSet::new();
    for schema in [
        schema::<BookFile>(),
        schema::<ClientFile>(),
        schema::<ModelFile>(),
        schema::<LessonHead>(),
        schema::<NoteHead>(),
        schema::<GlossaryFile>(),
        schema::<ExerciseFile>(),
    ] {
        vocabulary(&schema, &mut known);
    }
    let missing: Vec<_> = known.iter().filter(|name| !words.contains(name.as_str())).collect();
    assert!(known.len() > 100 && missing.is_empty(), "the README does not mention {missing:?}");
}

#[test]
fn the_examples_make_a_book_without_problems() {
    let dir = tempfile::tempdir().unwrap();
    for file in ["casebook.toml", "models/house.toml", "clients/harbour-tools.toml"] {
        let place = dir.path().join(file);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, fenced(&format!("toml {file}"))).unwrap();
    }
    let folder = Folder::new(dir.path());
    let book = Book::open(&folder).unwrap_or_else(|problems| panic!("{problems:#?}"));
    assert!(book.findings.is_empty(), "{:#?}", book.findings);
    let scored = |work: &Work<'_, Clients>| work.assessment.score().is_some_and(|score| score.figure.value.is_ok());
    let pass = each_case::<Clients, _, _>(&folder, &book, book.cases.of("clients"), || (), |(), work| Ok(scored(work)));
    assert!(pass.problems.is_empty(), "{:#?}", pass.problems);
    assert_eq!(pass.results, [true]);
}

/// Standard output and standard error of a run in `dir`, and its exit code.
fn casebook(dir: &Path, arguments: &[&str]) -> (String, String, i32) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_casebook"));
    command.current_dir(dir).args(arguments).env("NO_COLOR", "1").env_remove("CLICOLOR_FORCE");
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

/// What a newcomer does, from the README alone.
#[test]
fn the_walk_goes_as_written() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    let (_, err, code) = casebook(dir, &["init", "my-book", "--lang", "en", "--currency", "USD"]);
    assert_eq!(code, 0, "{err}");
    let (file, text) = (dir.join("my-book/clients/harbour-tools.toml"), fenced("toml clients/harbour-tools.toml"));
    fs::write(&file, &text).unwrap();
    let (_, err, code) = casebook(dir, &["check", "my-book", "--deny", "warnings"]);
    assert_eq!((err.as_str(), code), ("2 clients checked: no problems\n", 0));
    assert!(readme().contains(&format!("`{}`", err.trim())));

    let explain = ["explain", "harbour-tools", "current_ratio", "FY2025", "--book", "my-book"];
    assert!(readme().contains(&format!("casebook {}", explain.join(" "))));
    let (out, _, code) = casebook(dir, &explain);
    assert!(code == 0 && out.contains(&fenced("text explain")), "{out}");
    let (_, err, code) = casebook(dir, &["build", "my-book", "--no-pdf"]);
    assert!(code == 0 && dir.join("my-book/public/index.html").is_file(), "{err}");

    fs::write(&file, text.replace("current_assets", "curent_assets")).unwrap();
    let (_, err, code) = casebook(dir, &["check", "my-book"]);
    assert_eq!((err, code), (fenced("text check"), 1));
}

#[test]
fn the_help_explains_exit_codes_in_the_same_words() {
    let readme = readme();
    let (_, rest) = readme.split_once("### Exit codes").unwrap();
    let rows = rest.split_once("\n## ").unwrap().0.lines().filter_map(|line| line.strip_prefix("| "));
    let rows: Vec<_> = rows.skip(1).filter_map(|row| row.trim_end_matches(" |").split_once(" | ")).collect();
    let (help, ..) = casebook(Path::new("."), &["--help"]);
    let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(rows.iter().map(|(code, _)| *code).collect::<Vec<_>>(), ["---", "0", "1", "2", "3"]);
    for (code, means) in &rows[1..] {
        let wanted = format!("{code} {}", means.replace('`', ""));
        assert!(help.contains(&wanted), "{wanted}\n{help}");
    }
}

/// The exercises that the README shows are those of a course without problems of theirs.
#[test]
fn the_exercises_can_be_copied() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    assert_eq!(casebook(dir, &["init", "b", "--lang", "en", "--currency", "USD"]).2, 0);
    let settings = fs::read_to_string(dir.join("b/casebook.toml")).unwrap();
    let course = "\n[course]\ntitle = \"Course\"\n[[course.sections]]\nid = \"credit\"\ntitle = \"Credit\"\n";
    fs::write(dir.join("b/casebook.toml"), settings + course).unwrap();
    assert_eq!(casebook(dir, &["new", "lesson", "credit/cycle", "--book", "b"]).2, 0);
    fs::create_dir_all(dir.join("b/exercises/credit")).unwrap();
    for id in ["negative-cycle", "current-ratio", "client-file"] {
        let path = format!("exercises/credit/{id}.toml");
        fs::write(dir.join("b").join(&path), fenced(&format!("toml {path}"))).unwrap();
    }
    let (_, err, code) = casebook(dir, &["check", "b"]);
    assert!(code == 0 && !err.contains("exercises/"), "{err}");
    assert!(err.contains("3 exercises"), "{err}");
}

/// Files that the README, the architecture and the change log lead to.
#[test]
fn links_within_the_repository_lead_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for document in ["README.md", "ARCHITECTURE.md", "CHANGELOG.md"] {
        let text = fs::read_to_string(root.join(document)).unwrap();
        let headings: BTreeSet<String> = text.lines().filter(|line| line.starts_with('#')).map(fragment).collect();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            match link.strip_prefix('#') {
                Some(heading) => assert!(headings.contains(heading), "{document} has no heading `{heading}`"),
                None if link.starts_with("https://") => {}
                None => assert!(root.join(link).exists(), "{document} leads to {link}, which does not exist"),
            }
        }
    }
}

/// The fragment that forges give a heading.
fn fragment(heading: &str) -> String {
    let kept = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
    heading
        .trim_start_matches('#')
        .trim()
        .to_lowercase()
        .chars()
        .filter(|&c| kept(c))
        .collect::<String>()
        .replace(' ', "-")
}
