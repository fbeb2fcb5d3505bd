//! Every problem as an author sees it: a folder for each under `tests/diagnostics/cases`, laid
//! over a small sound book, with the text that `casebook check` must print.
//!
//! `CASEBOOK_ACCEPT=1 cargo test --test diagnostics` writes the texts anew; read every one.

#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use casebook::values::Code;
use common::copy;

fn here() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics")
}

/// The folders of cases, sorted.
fn cases() -> Vec<PathBuf> {
    let mut cases: Vec<_> = fs::read_dir(here().join("cases")).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

/// The base book with `case` laid over it; `without.txt` lists files of the base that go.
fn book(case: &Path) -> tempfile::TempDir {
    let book = tempfile::tempdir().unwrap();
    copy(&here().join("base"), book.path());
    copy(case, book.path());
    let _ = fs::remove_file(book.path().join("expected.txt"));
    if let Ok(without) = fs::read_to_string(case.join("without.txt")) {
        fs::remove_file(book.path().join("without.txt")).unwrap();
        without.lines().for_each(|file| fs::remove_file(book.path().join(file)).unwrap());
    }
    book
}

/// `casebook check` in `book`, as in a terminal without colours.
fn check(book: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_casebook"));
    command.arg("check").args(arguments).current_dir(book).env("NO_COLOR", "1").env_remove("CLICOLOR_FORCE");
    command.output().unwrap()
}

/// What an author sees, after the exit code.
fn shown(output: &Output) -> String {
    assert!(output.stdout.is_empty(), "{}", String::from_utf8_lossy(&output.stdout));
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    format!("exit {}\n{text}", output.status.code().unwrap())
}

fn name(case: &Path) -> String {
    case.file_name().unwrap().to_str().unwrap().to_owned()
}

#[test]
fn every_case_prints_what_was_reviewed() {
    let accept = std::env::var_os("CASEBOOK_ACCEPT").is_some();
    let mut differing = Vec::new();
    for case in cases() {
        let found = shown(&check(book(&case).path(), &[]));
        let file = case.join("expected.txt");
        if accept {
            fs::write(&file, &found).unwrap();
        }
        let expected = fs::read_to_string(&file).unwrap_or_default();
        if found != expected {
            differing.push(format!("── {} ──\n{found}", name(&case)));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

/// Ends the lines of every table of `book` with `end`, behind `mark`; how many tables there are.
fn end_lines(book: &Path, end: &str, mark: &str) -> usize {
    let entries = ["clients", "surveys"].iter().filter_map(|dir| fs::read_dir(book.join(dir)).ok()).flatten();
    let tables = entries.map(|entry| entry.unwrap().path()).filter(|path| path.extension() == Some("csv".as_ref()));
    // What is not UTF-8 stays as it is.
    let texts = tables.filter_map(|path| Some((fs::read_to_string(&path).ok()?, path)));
    let write = |(text, path): (String, PathBuf)| {
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\n', end);
        fs::write(path, mark.to_owned() + &text).unwrap();
    };
    texts.map(write).count()
}

/// What Windows, spreadsheets and old programs write ends the lines of a table as well as `\n` does.
#[test]
fn tables_are_told_alike_whatever_ends_their_lines() {
    let mut tables = 0;
    for case in cases() {
        let expected = fs::read_to_string(case.join("expected.txt")).unwrap();
        for (end, mark) in [("\r\n", ""), ("\r\n", "\u{feff}"), ("\r", ""), ("\n", "\u{feff}")] {
            let book = book(&case);
            let found = end_lines(book.path(), end, mark);
            if found == 0 {
                break;
            }
            tables += found;
            assert_eq!(shown(&check(book.path(), &[])), expected, "{} with {end:?}", name(&case));
        }
    }
    assert!(tables > 100, "{tables}");
}

/// Reads the reviewed texts, so that a case cannot lose the problem that it is named after.
#[test]
fn every_case_shows_the_problem_that_it_is_named_after() {
    for case in cases() {
        let expected = fs::read_to_string(case.join("expected.txt")).unwrap_or_default();
        let (name, first) = (name(&case), expected.lines().next().unwrap_or_default());
        let code = name.split('.').next().unwrap_or_default();
        match Code::ALL.iter().find(|known| known.name() == code) {
            Some(code) => assert!(expected.contains(&format!("[{}]", code.name())), "{name}"),
            None => assert!(["clean", "many", "hostile"].contains(&code), "{name} is not named after a code"),
        }
        assert_eq!(code == "clean", first == "exit 0" && expected.contains(": no problems"), "{name}");
    }
}

#[test]
fn the_base_book_is_clean() {
    assert_eq!(shown(&check(&here().join("base"), &["--deny", "warnings"])), "exit 0\n1 client checked: no problems\n");
}

/// Codes that no case file can trigger, and the tests that do.
const ELSEWHERE: &[(Code, &str)] = &[
    (Code::ReportTemplate, "pdf/faults.rs"),
    (Code::MissingGlyph, "pdf/text.rs"),
    (Code::TypstMissing, "pdf/faults.rs"),
    (Code::TypstVersion, "pdf/faults.rs"),
    (Code::TypstFailed, "pdf/faults.rs"),
    (Code::TypstTimeout, "pdf/faults.rs"),
];

#[test]
fn every_code_has_a_case() {
    let named: BTreeSet<_> = cases().iter().map(|case| name(case)).collect();
    for &code in Code::ALL {
        match ELSEWHERE.iter().find(|(known, _)| *known == code) {
            None => assert!(named.contains(code.name()), "no case for {}", code.name()),
            Some((_, file)) => {
                let source = fs::read_to_string(here().join("..").join(file)).unwrap();
                let there =
                    source.contains(&format!("\"{}\"", code.name())) || source.contains(&format!("Code::{code:?}"));
                assert!(there, "{file} does not name {}", code.name());
            }
        }
    }
}

#[test]
fn warnings_fail_only_where_they_are_denied() {
    let book = book(&here().join("cases/statement-stale"));
    assert_eq!(check(book.path(), &[]).status.code(), Some(0));
    assert_eq!(check(book.path(), &["--deny", "warnings"]).status.code(), Some(1));
    assert_eq!(check(book.path(), &["--deny", "errors"]).status.code(), Some(2), "wrong use");
    let allow = |codes: &[&str]| {
        let codes = codes.iter().flat_map(|code| ["--allow", code]);
        let output = check(book.path(), &["--deny", "warnings"].into_iter().chain(codes).collect::<Vec<_>>());
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, told) = allow(&["trade-month-gap", "statement-stale"]);
    assert!(code == 0 && told.contains("warning[statement-stale]"), "{told}");
    assert_eq!(allow(&["trade-month-gap"]).0, 1);
    for (unknown, why) in [
        ("statement-stal", "did you mean `statement-stale`?"),
        ("sheet-unbalanced", "the code of an error"),
        ("7", "no warning has this code"),
    ] {
        let (code, told) = allow(&[unknown]);
        assert!(code == 2 && told.contains(why), "{told}");
    }
    assert_eq!(check(book.path(), &["--allow", "statement-stale"]).status.code(), Some(2), "nothing is denied");
}

#[test]
fn json_is_as_reviewed() {
    let output = check(book(&here().join("cases/many.broken-book-and-model")).path(), &["--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stderr.is_empty());
    insta::assert_snapshot!("check_json", String::from_utf8(output.stdout).unwrap());
}

/// Colours are for terminals, and nothing of an author's text is.
#[test]
fn nothing_that_an_author_writes_reaches_the_terminal_as_a_command() {
    for case in cases() {
        let book = book(&case);
        for arguments in [&[][..], &["--format", "json"]] {
            let output = check(book.path(), arguments);
            for text in [output.stdout, output.stderr] {
                let text = String::from_utf8(text).unwrap();
                let bad = |c: char| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c);
                let found: Vec<_> = text.lines().filter(|line| line.contains(bad)).collect();
                assert!(found.is_empty(), "{}: {found:?}", name(&case));
            }
        }
    }
}
