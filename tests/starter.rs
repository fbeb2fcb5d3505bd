//! What `casebook init` writes as comments: each line is valid once its `# ` is removed, as the file says.
#![allow(clippy::unwrap_used, reason = "a test stops where something is missing")]

use std::fs;
use std::ops::Range;
use std::path::Path;

use assert_cmd::Command;

fn casebook(dir: &Path, arguments: &[&str]) -> (i32, String) {
    let mut command = Command::cargo_bin("casebook").unwrap();
    let output = command.current_dir(dir).args(arguments).env("NO_COLOR", "1").output().unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
}

/// The key, or the heading in brackets, that a line of a file would hold without its `# `.
fn commented(line: &str) -> Option<&str> {
    let code = line.strip_prefix("# ")?;
    if code.starts_with('[') {
        return code.split(' ').next();
    }
    let (key, _) = code.split_once(" = ")?;
    key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_').then_some(key)
}

/// The commented heading above line `at` and the lines that belong to it; only `at` itself where it has none.
fn block(lines: &[&str], at: usize) -> Range<usize> {
    let is_comment = |at: &usize| commented(lines[*at]).is_some();
    let is_heading = |at: &usize| commented(lines[*at]).is_some_and(|key| key.starts_with('['));
    let Some(from) = (0..=at).rev().take_while(is_comment).find(is_heading) else { return at..at + 1 };
    let to = (from + 1..lines.len()).find(|next| !is_comment(next) || is_heading(next)).unwrap_or(lines.len());
    from..to
}

/// `lines` with line `at` in use, and with it the table that it belongs to, the one above that, and the sections
/// that a course cannot be without.
fn with(lines: &[&str], at: usize) -> String {
    let (own, key) = (block(lines, at), commented(lines[at]).unwrap());
    let heading = commented(lines[own.start]).unwrap().trim_matches(['[', ']']);
    let table = heading.split('.').next().unwrap();
    let needed = [format!("[{table}]"), "[[course.sections]]".to_owned()];
    let needed = needed.iter().filter(|name| table == "course" || name.starts_with(&format!("[{table}")));
    let places = needed.filter_map(|name| lines.iter().position(|line| commented(line) == Some(name)));
    let blocks: Vec<_> = places.map(|at| block(lines, at)).chain([own]).collect();
    // A payment stands in two keys, or in a list.
    let instead = |other: &str| if key == "payments" { other.starts_with("paid") } else { other == "payments" };
    let line = |(place, line): (usize, &&str)| match commented(line) {
        Some(other) if blocks.iter().any(|block| block.contains(&place)) && !instead(other) => line[2..].to_owned(),
        _ => (*line).to_owned(),
    };
    lines.iter().enumerate().map(line).collect::<Vec<_>>().join("\n") + "\n"
}

/// `text` without its open items and months of sales, which a ledger stands in for.
fn without_items(text: &str) -> String {
    let (before, rest) = text.split_once("\n[trade.credit_sales]").unwrap();
    let (_, after) = rest.split_once("reference = \"EX-044\"").unwrap();
    before.to_owned() + after
}

#[test]
fn every_commented_line_is_valid_in_use() {
    let keep = tempfile::tempdir().unwrap();
    let dir = keep.path();
    let mut tried = 0;
    for (lang, as_of) in [("en", "2026-06-30"), ("zh", "2025-12-31")] {
        assert_eq!(casebook(dir, &["init", lang, "--lang", lang, "--as-of", as_of]).0, 0);
        let book = dir.join(lang);
        let table = "number,date,due,amount\nEX-1,2025-01-31,2025-03-31,1200\n";
        fs::write(book.join("clients/example.csv"), table).unwrap();
        for file in ["clients/example-ltd.toml", "casebook.toml"] {
            let written = fs::read_to_string(book.join(file)).unwrap();
            let lines: Vec<_> = written.lines().collect();
            for at in (0..lines.len()).filter(|&at| commented(lines[at]).is_some()) {
                let mut text = with(&lines, at);
                let heading = commented(lines[block(&lines, at).start]).unwrap();
                if heading == "[[trade.invoices]]" || heading.starts_with("ledger") {
                    text = without_items(&text);
                }
                if heading.starts_with("ledger_unit") {
                    text = text.replace("# ledger = ", "ledger = ");
                }
                fs::write(book.join(file), text).unwrap();
                let (code, told) = casebook(dir, &["check", lang]);
                assert!(code == 0, "{file}: {}\n{told}", lines[at]);
                tried += 1;
            }
            fs::write(book.join(file), written).unwrap();
        }
    }
    assert!(tried > 150, "{tried}");
}
