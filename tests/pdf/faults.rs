//! What happens when a template or the `typst` program is not as it should be.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use casebook::render::pdf::{Bundle, EngineChoice, Search, Typesetter, open};
use casebook::values::Language;
use casebook::values::problem::Problem;

use crate::{engines, program, sample, search, tools, typeset};

/// A fake `typst` that runs `body` when asked to compile.
fn fake(folder: &Path, version: &str, body: &str) -> PathBuf {
    fs::create_dir_all(folder).unwrap();
    let path = folder.join("typst");
    let script =
        format!("#!/bin/sh\nif [ \"$1\" = --version ]; then echo 'typst {version} (fake)'; exit 0; fi\n{body}\n");
    fs::write(&path, script).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path
}

fn open_at(path: &Path, limit: Duration) -> Result<Box<dyn Typesetter>, Problem> {
    let search = Search { book: Some(path.to_owned()), limit, ..Search::default() };
    open(EngineChoice::Program, Bundle::default(), &search)
}

/// The problems of a report typeset by a fake program.
fn problems_of(body: &str, limit: Duration) -> Vec<Problem> {
    let folder = tempfile::tempdir().unwrap();
    let engine = open_at(&fake(folder.path(), "0.15.1", body), limit).unwrap();
    typeset(&*engine, &sample::report(Language::En)).unwrap_err()
}

fn refusal(search: &Search) -> Problem {
    open(EngineChoice::Program, Bundle::default(), search).err().expect("an engine was opened")
}

#[test]
fn a_missing_program_is_a_problem_that_says_what_to_install() {
    let empty = tempfile::tempdir().unwrap();
    for search in [
        Search::default(),
        Search { path: Some(empty.path().into()), ..Search::default() },
        Search {
            variable: Some(empty.path().join("typst").into()),
            path: std::env::var_os("PATH"),
            ..Search::default()
        },
        Search { book: Some(empty.path().join("typst")), ..search() },
    ] {
        let problem = refusal(&search);
        assert_eq!(problem.code.name(), "typst-missing", "{problem:?}");
        assert!(problem.hint.contains("cargo install typst-cli --version 0.15.1 --locked"));
    }
}

#[test]
fn another_version_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = fake(folder.path(), "0.14.2", "exit 1");
    let problem = open_at(&path, Duration::from_secs(5)).err().unwrap();
    assert_eq!(problem.code.name(), "typst-version");
    assert!(problem.message.contains("0.14.2") && problem.message.contains("0.15.1"), "{}", problem.message);
}

#[test]
fn the_program_is_looked_for_in_the_book_then_the_variable_then_the_path() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str, version: &str| fake(&folder.path().join(name), version, "exit 1");
    let all = Search {
        book: Some(at("book", "0.0.1")),
        variable: Some(at("variable", "0.0.2").into()),
        path: at("path", "0.0.3").parent().map(Into::into),
        ..Search::default()
    };
    assert!(refusal(&all).message.contains("0.0.1"));
    let without_book = Search { book: None, ..all };
    assert!(refusal(&without_book).message.contains("0.0.2"));
    assert!(refusal(&Search { variable: None, ..without_book }).message.contains("0.0.3"));
}

#[test]
fn an_error_in_a_template_is_placed_in_the_template_by_both_engines() {
    let source = "#let data = json(\"/data.json\")\n// 中文\n= #data.title #nonsense\n";
    let bundle = Bundle::new([("report.typ".to_owned(), source.to_owned())].into(), Vec::new());
    for engine in engines(&bundle) {
        let problems = typeset(&*engine, &sample::report(Language::En)).unwrap_err();
        assert_eq!(problems.len(), 1, "{problems:#?}");
        assert_eq!(problems[0].code.name(), "report-template");
        assert_eq!(problems[0].place.file, "templates/report.typ");
        assert_eq!(problems[0].place.span.unwrap().start, source.find("nonsense").unwrap());
        assert!(problems[0].message.contains("unknown variable: nonsense"), "{}", problems[0].message);
        assert!(problems[0].message.contains("prufrock-2023-12-31-en"), "{}", problems[0].message);
    }
}

#[test]
fn a_template_reaches_neither_disk_nor_network() {
    for source in ["#read(\"/../../etc/passwd\")", "#read(\"/etc/passwd\")", "#import \"@preview/cetz:0.3.4\": canvas"]
    {
        let bundle = Bundle::new([("report.typ".to_owned(), source.to_owned())].into(), Vec::new());
        for engine in engines(&bundle) {
            let problems = typeset(&*engine, &sample::report(Language::En)).unwrap_err();
            assert_eq!(problems[0].code.name(), "report-template", "{problems:#?}");
        }
    }
}

#[test]
fn an_exit_code_without_a_diagnostic_gives_the_program_s_last_words() {
    let problems = problems_of("echo first >&2; echo 'last words' >&2; exit 3", Duration::from_secs(5));
    assert_eq!(problems[0].code.name(), "typst-failed");
    assert!(problems[0].message.contains("last words") && problems[0].message.contains('3'), "{}", problems[0].message);
}

#[test]
fn success_without_a_pdf_is_a_failure() {
    assert_eq!(problems_of("echo hello", Duration::from_secs(5))[0].code.name(), "typst-failed");
}

#[test]
fn a_program_that_hangs_is_killed_at_the_limit() {
    let start = Instant::now();
    let problems = problems_of("sleep 30", Duration::from_secs(1));
    assert_eq!(problems[0].code.name(), "typst-timeout");
    assert!(problems[0].message.contains("prufrock-2023-12-31-en"), "{}", problems[0].message);
    assert!(start.elapsed() < Duration::from_secs(10));
}

#[test]
fn much_output_does_not_block_the_program() {
    let problems = problems_of("yes 'a line of noise' | head -c 2000000 >&2; exit 1", Duration::from_secs(20));
    assert_eq!(problems[0].code.name(), "typst-failed");
}

#[test]
fn paths_with_spaces_and_chinese_names_work() {
    let report = sample::report(Language::Zh);
    let expected = typeset(&*program(Bundle::default()), &report).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let real = search().variable.map_or_else(tools, PathBuf::from);
    let path = folder.path().join("我的 程序/typst");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::os::unix::fs::symlink(real, &path).unwrap();
    let engine = open_at(&path, Duration::from_mins(1)).unwrap();
    assert!(expected == typeset(&*engine, &report).unwrap());
}
