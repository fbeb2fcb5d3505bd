//! The rules of the house, read from the source itself.

#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use casebook::measures::Measure;
use casebook::values::{Code, Words};

/// The layers, each with those that it may import beside itself.
const LAYERS: &[(&str, &[&str])] = &[
    ("values", &[]),
    ("load", &["values"]),
    ("measures", &["values"]),
    ("pages", &["values"]),
    ("present", &["values", "measures", "pages"]),
    ("kinds", &["values", "load", "measures", "pages", "present"]),
    ("render", &["values", "load", "pages"]),
    ("publish", &["values"]),
    ("build", &["values", "load", "measures", "pages", "present", "kinds", "render", "publish"]),
    ("cli", &["values", "load", "measures", "pages", "present", "kinds", "render", "publish", "build"]),
];

/// What every kind may import of `kinds`: what all kinds share.
const SHARED_KINDS: &[&str] =
    &["book", "case_file", "compare", "credit_model", "currency", "edition", "home", "kind", "methods", "registry"];

/// Files that may be longer than the rule says, and why.
const LONG: &[(&str, &str)] = &[];

/// Hash maps that are only asked for single keys, and whose order reaches nothing.
const HASHED: &[&str] = &["src/render/pdf/world.rs"];

/// Where time is told: to stop a program that hangs, and at the command line.
const TIMED: &[&str] = &["src/render/pdf/process.rs", "src/cli/"];

/// Lines that may stop the program, each with the reason why they cannot be reached.
const UNREACHABLE: &[(&str, &str, &str)] = &[];

/// A file of the repository with its text.
struct File {
    path: String,
    text: String,
}

impl File {
    /// The lines of code: without comments, and without the tests at the end.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().take_while(|(_, line)| {
            !["#[cfg(test)]", "#[cfg(all(test, target_os = \"linux\"))]"].contains(&line.trim())
        });
        let code = lines.filter(|(_, line)| !line.trim_start().starts_with("//"));
        code.map(|(at, line)| (at + 1, line.split(" // ").next().unwrap_or_default()))
    }

    /// The parts of the path below `src`.
    fn parts(&self) -> Vec<&str> {
        self.path.trim_start_matches("src/").trim_end_matches(".rs").split('/').filter(|part| *part != "mod").collect()
    }
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Every Rust file below `folders`, sorted.
fn files(folders: &[&str]) -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in folders {
        walk(&root.join(folder), &mut paths);
    }
    paths.sort();
    let file = |path: &PathBuf| File {
        path: path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/"),
        text: fs::read_to_string(path).unwrap(),
    };
    paths.iter().map(file).collect()
}

/// The code of the program: no tests.
fn program() -> Vec<File> {
    files(&["src"]).into_iter().filter(|file| !file.path.ends_with("/tests.rs")).collect()
}

/// The first name after each `prefix` in `line`, also of each entry of `prefix{a, b}`.
fn named<'l>(line: &'l str, prefix: &str) -> Vec<&'l str> {
    let name =
        |text: &'l str| text.trim_start().split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
    let mut names = Vec::new();
    for (at, _) in line.match_indices(prefix) {
        let rest = &line[at + prefix.len()..];
        match rest.strip_prefix('{') {
            Some(list) => names.extend(list.split('}').next().unwrap_or_default().split(',').map(name)),
            None => names.push(name(rest)),
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn fail_if_any(found: &[String]) {
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn layers_import_downward_only() {
    let mut wrong = Vec::new();
    for file in program() {
        let parts = file.parts();
        let Some((layer, allowed)) = LAYERS.iter().find(|(layer, _)| parts.first() == Some(layer)) else {
            assert!(["lib", "main"].contains(&parts[0]), "{} belongs to no layer", file.path);
            continue;
        };
        for (at, line) in file.code() {
            let names = named(line, "crate::");
            for name in names.iter().filter(|name| *name != layer && !allowed.contains(name)) {
                wrong.push(format!("{}:{at}: {layer} imports {name}", file.path));
            }
            let ups = line.match_indices("super::super::").count();
            if ups > 0 && line.matches("super::").count() > parts.len() {
                wrong.push(format!("{}:{at}: leaves its layer upward", file.path));
            }
        }
    }
    fail_if_any(&wrong);
}

#[test]
fn no_kind_imports_another() {
    let mut wrong = Vec::new();
    for file in program() {
        let parts = file.parts();
        let [first, kind, ..] = parts.as_slice() else { continue };
        if *first != "kinds" || SHARED_KINDS.contains(kind) {
            continue;
        }
        for (at, line) in file.code() {
            for name in
                named(line, "crate::kinds::").iter().filter(|name| *name != kind && !SHARED_KINDS.contains(name))
            {
                wrong.push(format!("{}:{at}: the kind {kind} imports {name}", file.path));
            }
        }
    }
    fail_if_any(&wrong);
}

#[test]
fn the_modules_stand_in_the_order_of_the_layers() {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let modules: Vec<_> = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let layers: Vec<_> = LAYERS.iter().map(|(layer, _)| *layer).collect();
    assert_eq!(modules, layers);
}

#[test]
fn every_file_says_what_it_is_for_and_is_short() {
    let mut wrong = Vec::new();
    for file in files(&["src", "tests", "examples", "benches"]) {
        if !file.text.starts_with("//! ") {
            wrong.push(format!("{} does not begin with `//!`", file.path));
        }
        let lines = file.text.lines().count();
        if lines > 500 && LONG.iter().all(|(path, _)| *path != file.path) {
            wrong.push(format!("{} has {lines} lines", file.path));
        }
    }
    fail_if_any(&wrong);
}

#[test]
fn nothing_stops_the_program_or_prints_past_the_terminal() {
    const FORBIDDEN: &[&str] = &[
        ".unwrap()",
        ".expect(",
        "panic!(",
        "todo!(",
        "unimplemented!(",
        "unreachable!(",
        "dbg!(",
        "println!(",
        "print!(",
        "process::exit",
        "process::abort",
    ];
    let mut wrong = Vec::new();
    for file in program() {
        for (at, line) in file.code() {
            let excepted = UNREACHABLE.iter().any(|(path, part, _)| *path == file.path && line.contains(part));
            if !excepted && FORBIDDEN.iter().any(|word| line.contains(word)) {
                wrong.push(format!("{}:{at}: {}", file.path, line.trim()));
            }
        }
    }
    fail_if_any(&wrong);
}

#[test]
fn nothing_depends_on_the_clock_or_on_the_order_of_a_hash() {
    let mut wrong = Vec::new();
    for file in program() {
        let (timed, hashed) =
            (TIMED.iter().any(|path| file.path.starts_with(path)), HASHED.contains(&file.path.as_str()));
        for (at, line) in file.code() {
            let clock = ["SystemTime", "Instant", "now("].iter().any(|word| line.contains(word));
            let hash = ["HashMap", "HashSet"].iter().any(|word| line.contains(word));
            if (clock && !timed) || (hash && !hashed) {
                wrong.push(format!("{}:{at}: {}", file.path, line.trim()));
            }
        }
    }
    fail_if_any(&wrong);
}

#[test]
fn every_measure_is_documented_and_has_a_source() {
    for measure in Measure::ALL {
        let doc = measure.doc();
        for Words { zh, en } in [doc.name, doc.short, doc.measures, doc.formula, doc.reading, doc.caveats, doc.source] {
            assert!(!zh.trim().is_empty() && !en.trim().is_empty(), "{}", measure.id());
        }
        let chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        assert!(chinese(doc.measures.zh) && chinese(doc.reading.zh), "{}", measure.id());
        assert!(!chinese(doc.name.en) && !chinese(doc.reading.en), "{}", measure.id());
    }
}

#[test]
fn every_code_is_documented_and_stable() {
    let names: BTreeSet<_> = Code::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(names.len(), Code::ALL.len(), "two codes have the same name");
    for code in Code::ALL {
        assert!(code.meaning().ends_with('.') && code.meaning().len() > 15, "{}", code.name());
        assert!(
            code.name().chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'),
            "{}",
            code.name()
        );
    }
}

/// A code that nothing reports is a promise that nobody keeps.
#[test]
fn every_code_is_reported_somewhere() {
    let program: String =
        program().iter().filter(|file| file.path != "src/values/problem.rs").map(|file| file.text.as_str()).collect();
    for code in Code::ALL {
        assert!(program.contains(&format!("Code::{code:?}")), "nothing reports {}", code.name());
    }
}
