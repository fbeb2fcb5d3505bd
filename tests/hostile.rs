//! Whatever stands in a file, checking and assessing it ends, without a panic, and every problem
//! lies within the text.

#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

mod common;

use std::process::Command;

use casebook::kinds::book::{BOOK_FILE, Inspection};
use casebook::kinds::case_file::Frame;
use casebook::kinds::client::assess::assess;
use casebook::kinds::client::check::client;
use casebook::kinds::client::schema::ClientFile;
use casebook::kinds::credit_model::schema::ModelFile;
use casebook::kinds::credit_model::{CreditModel, check};
use casebook::load::shape::{Shape, shape};
use casebook::load::{Folder, Source};
use casebook::values::{Language, Problem};
use common::{Shipped, content, copy};

/// A generator whose numbers are the same everywhere (splitmix64).
struct Seeded(u64);

impl Seeded {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

/// What is put in the place of a number.
const EXTREMES: &[&str] = &[
    "0",
    "-0",
    "-1",
    "1e15",
    "1000000000000000",
    "-1000000000000000",
    "0.0000000001",
    "1e-10",
    "1e400",
    "-1e400",
    "inf",
    "-inf",
    "nan",
    "0xffffffffffffffff",
    "99999999999999999999999999999999",
    "9999-12-31",
    "0000-01-01",
    "0001-01-01",
    "2024-02-30",
    "true",
    "\"\"",
    "\"\\u0000\"",
    "[]",
    "{}",
    "[[[]]]",
    "1979-05-27T07:32:00Z",
    "07:32:00",
    "9223372036854775807",
    "-9223372036854775808",
    "1.0000000000000000000000000000",
    "79228162514264337593543950335",
];

/// What is put anywhere.
const SNIPPETS: &[&str] = &[
    "\u{0}",
    "\u{1b}[31m",
    "\u{202e}",
    "\u{feff}",
    "\r",
    "\r\n",
    "\"",
    "'",
    "\"\"\"",
    "[[",
    "]]",
    "{",
    "}",
    "=",
    ".",
    ",",
    "#",
    "\u{10ffff}",
    "𠮷",
    "é",
    "\u{301}",
    "\\u{d800}",
    "[[statements]]\n",
    "[statements]\n",
    "[trade.credit_sales]\n2024-13 = 1\n",
    "id = \"../../etc/passwd\"\n",
    "months = 255\n",
    "currency = \"€\"\n",
    "unit = \"billion\"\n",
];

/// `text` after one to four random changes.
fn mutated(text: &str, seeded: &mut Seeded) -> String {
    let mut text = text.to_owned();
    for _ in 0..=seeded.below(4) {
        text = match seeded.below(7) {
            0 => without_lines(&text, seeded),
            1 => with_lines_swapped(&text, seeded),
            2 | 3 => with_another_number(&text, seeded),
            4 => with_snippet(&text, seeded),
            5 => with_random_bytes(&text, seeded),
            _ => cut(&text, seeded),
        };
    }
    text
}

fn without_lines(text: &str, seeded: &mut Seeded) -> String {
    let one_in = 2 + seeded.below(40);
    text.lines().filter(|_| seeded.below(one_in) > 0).flat_map(|line| [line, "\n"]).collect()
}

fn with_lines_swapped(text: &str, seeded: &mut Seeded) -> String {
    let mut lines: Vec<_> = text.lines().collect();
    let (a, b) = (seeded.below(lines.len()), seeded.below(lines.len()));
    if !lines.is_empty() {
        lines.swap(a, b);
    }
    lines.join("\n")
}

fn with_another_number(text: &str, seeded: &mut Seeded) -> String {
    let mut lines: Vec<_> = text.lines().map(ToOwned::to_owned).collect();
    let numbers: Vec<_> = (0..lines.len()).filter(|&at| lines[at].contains(" = ")).collect();
    if !numbers.is_empty() {
        let at = *seeded.pick(&numbers);
        let key = lines[at].split(" = ").next().unwrap_or_default().to_owned();
        lines[at] = format!("{key} = {}", seeded.pick(EXTREMES));
    }
    lines.join("\n")
}

fn boundary(text: &str, seeded: &mut Seeded) -> usize {
    let at = seeded.below(text.len() + 1);
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

fn with_snippet(text: &str, seeded: &mut Seeded) -> String {
    let at = boundary(text, seeded);
    format!("{}{}{}", &text[..at], seeded.pick(SNIPPETS), &text[at..])
}

fn with_random_bytes(text: &str, seeded: &mut Seeded) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=seeded.below(6) {
        let at = seeded.below(bytes.len());
        if let Some(byte) = bytes.get_mut(at) {
            *byte = seeded.next().to_le_bytes()[0];
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn cut(text: &str, seeded: &mut Seeded) -> String {
    let (a, b) = (boundary(text, seeded), boundary(text, seeded));
    format!("{}{}", &text[..a.min(b)], &text[a.max(b)..])
}

fn lies_within(problems: &[Problem], source: &Source) {
    for problem in problems {
        if let Some(span) = problem.place.span {
            let inside = span.start <= span.end && source.text.get(span.start..span.end).is_some();
            assert!(inside, "{problem:#?} of {} bytes", source.text.len());
            let position = source.position(span.start);
            assert!(position.line >= 1 && position.column >= 1);
        }
        assert!(!problem.message.is_empty());
    }
}

fn check_and_assess(source: &Source, shape: &Shape, shipped: &Shipped) -> bool {
    let frame = Frame {
        as_of: Some(shipped.as_of),
        own: Some(shipped.as_of),
        currency: Some("CNY"),
        languages: &Language::ALL,
    };
    let checked = client(source, "mutated", shape, &frame);
    lies_within(&checked.problems, source);
    let Some(client) = &checked.case else { return false };
    let assessment = assess(client, &shipped.model, shipped.as_of);
    for score in &assessment.scores {
        let _ = score.levers(&shipped.model, None, rust_decimal::Decimal::ONE_HUNDRED);
    }
    true
}

#[test]
fn mutated_clients_never_panic() {
    let (shipped, shape, mut seeded) = (Shipped::open(), shape::<ClientFile>(), Seeded(2024));
    let mut sound = 0;
    for file in ["apple", "beiling", "chenghu", "hechuan", "microsoft", "prufrock"] {
        let text = std::fs::read_to_string(content().join(format!("clients/{file}.toml"))).unwrap();
        for _ in 0..100 {
            let source = Source::new("clients/mutated.toml", mutated(&text, &mut seeded));
            sound += usize::from(check_and_assess(&source, &shape, &shipped));
        }
    }
    assert!(sound > 30, "only {sound} of 600 mutants are sound: assessment is hardly tried");
}

fn assess_all(model: &CreditModel, shipped: &Shipped) {
    for id in ["chenghu", "hechuan", "prufrock"] {
        let _ = assess(&shipped.client(id), model, shipped.as_of);
    }
}

#[test]
fn mutated_models_never_panic() {
    let (shipped, shape, mut seeded) = (Shipped::open(), shape::<ModelFile>(), Seeded(7));
    let text = std::fs::read_to_string(content().join("models/credit.toml")).unwrap();
    for _ in 0..200 {
        let source = Source::new("models/mutated.toml", mutated(&text, &mut seeded));
        match check::model(&source, &shape) {
            Ok(model) => assess_all(&model, &shipped),
            Err(problems) => lies_within(&problems, &source),
        }
    }
}

#[test]
fn mutated_settings_never_panic() {
    let book = tempfile::tempdir().unwrap();
    copy(&content(), book.path());
    let text = std::fs::read_to_string(book.path().join(BOOK_FILE)).unwrap();
    let mut seeded = Seeded(11);
    for _ in 0..100 {
        std::fs::write(book.path().join(BOOK_FILE), mutated(&text, &mut seeded)).unwrap();
        let folder = Folder::new(book.path());
        let problems = Inspection::of(&folder).problems;
        lies_within(&problems, &folder.read(BOOK_FILE).unwrap());
    }
}

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect::<Vec<_>>().join("\n") + "\n"
}

/// Files that are deep, long or strangely named, through the program itself.
#[test]
fn deep_long_and_strange_files_are_checked_in_time() {
    let book = tempfile::tempdir().unwrap();
    copy(&content().join("../tests/diagnostics/base"), book.path());
    let clients = book.path().join("clients");
    let acme = std::fs::read_to_string(clients.join("acme.toml")).unwrap();
    let comments = lines(120_000, |at| format!("# line {at} of a file of five megabytes"));
    let extra = lines(200_000, |at| format!("\"line {at}\" = {at}"));
    let open = "[[trade.open]]\ndue = 2024-03-01\namount = 1_000_000_000_000_000\n".repeat(100_000);
    let files = [
        ("deep.toml", format!("{acme}[[events]]\nkind = {}{}\n", "[".repeat(10_000), "]".repeat(10_000))),
        ("unclosed.toml", format!("name = {}", "[".repeat(200_000))),
        ("tables.toml", format!("name = {}", "{a=".repeat(10_000))),
        ("dotted.toml", format!("{} = 1\n", vec!["a"; 100_000].join("."))),
        ("long.toml", format!("{acme}{comments}")),
        ("many.toml", format!("{acme}[statements.balance.extra]\n{extra}")),
        ("items.toml", format!("{}{open}", acme.replace("[trade]", "[trade]\nunit = \"billion\""))),
        ("wide.toml", format!("name = \"{}\"\nunknown = 1\n", "宽".repeat(1_000_000))),
        ("zeros.toml", "\u{0}".repeat(10_000)),
        ("\u{1b}[31mred\u{202e}.toml", "x =".to_owned()),
    ];
    for (name, text) in files {
        std::fs::write(clients.join(name), text).unwrap();
    }
    let begun = std::time::Instant::now();
    let output = Command::new(env!("CARGO_BIN_EXE_casebook"))
        .arg("check")
        .arg(book.path())
        .env("CLICOLOR_FORCE", "1")
        .output()
        .unwrap();
    assert!(begun.elapsed().as_secs() < 30);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(!text.contains("panicked") && !text.contains('\u{202e}'), "{text}");
    assert!(text.contains("\u{fffd}[31mred") && text.len() < 100_000, "{} bytes", text.len());
}
