//! What the TOML parser found, in the words of people who type case files.

use std::ops::Range;

use super::check::nearest;
use super::shape::TableShape;
use super::source::Source;
use crate::values::{Code, Place, Problem};

/// The parser's `error` as a problem of `source`.
pub(super) fn problem(source: &Source, error: &toml::de::Error) -> Problem {
    let span = error.span().unwrap_or(0..0);
    let text = source.slice(span.clone());
    let rest = source.slice(span.start..source.text.len()).lines().next().unwrap_or("");
    let place = Place { file: source.path.clone(), span: Some(span.clone().into()) };
    if looks_like_date(text) {
        return Problem::new(Code::ImpossibleDate, place, format!("`{text}` is not a date in the calendar"))
            .hint("write a day that exists as year-month-day, such as 2026-06-30");
    }
    if let Some(whole) = point_date(source, &span) {
        let text = source.slice(whole.clone());
        let place = Place { file: source.path.clone(), span: Some(whole.clone().into()) };
        return Problem::new(Code::TomlSyntax, place, format!("`{text}` is not written as a date")).hint(NUMBER);
    }
    let line = source.line(span.start);
    let written = source.lines().nth(line - 1).unwrap_or("");
    if let Some((wide, narrow)) = full_width(written) {
        return Problem::new(Code::TomlSyntax, place, format!("this line holds a full-width `{wide}`"))
            .hint(format!("type `{narrow}`: outside of text, TOML knows only half-width signs"));
    }
    if error.message().contains("duplicate key")
        && let Some(name) = heading(written)
    {
        return Problem::new(Code::TomlSyntax, place, format!("`{name}`{TWICE}")).hint(again(name, source));
    }
    let (message, hint) = explain(error.message(), text, rest);
    Problem::new(Code::TomlSyntax, place, message).hint(hint)
}

/// `problems` of the syntax of `source`, which has the shape `shape`, where all that stands twice below a
/// misspelt table is one: an entry of a list whose name is misspelt in `[list.table]` begins no table of its own.
pub(super) fn by_heading(source: &Source, problems: Vec<Problem>, shape: &TableShape) -> Vec<Problem> {
    let lines = source.text.split_inclusive(['\n', '\r']).scan(0, |at, line| {
        let start = std::mem::replace(at, *at + line.len());
        Some((start, line))
    });
    let first = |(start, line): (usize, &str)| {
        let name = heading(line)?.split('.').next()?.trim().to_owned();
        let at = start + line.find(&name)?;
        Some((at, name))
    };
    let headings: Vec<(usize, String)> = lines.filter_map(first).collect();
    let misspelt = |problem: &Problem| {
        let at = problem.place.span.filter(|_| problem.message.ends_with(TWICE))?.start;
        let (_, name) = headings.iter().rev().find(|(start, _)| *start <= at)?;
        let near = nearest(name, shape.keys.keys().map(String::as_str)).filter(|near| near != name)?;
        let (start, _) = headings.iter().find(|(_, other)| other == name)?;
        let place = Place { file: source.path.clone(), span: Some((*start..*start + name.len()).into()) };
        let problem = Problem::new(Code::UnknownKey, place, format!("`{name}` is not a key of this file"));
        Some(problem.hint(format!("did you mean `{near}`?")))
    };
    let mut told = Vec::new();
    for problem in problems {
        let problem = misspelt(&problem).unwrap_or(problem);
        if !told.contains(&problem) {
            told.push(problem);
        }
    }
    told
}

/// How a message about what is there already ends.
const TWICE: &str = " stands twice";

/// The name of the table that `line` is the heading of.
fn heading(line: &str) -> Option<&str> {
    let line = line.split('#').next().unwrap_or_default().trim();
    (line.starts_with('[') && line.ends_with(']')).then(|| line.trim_matches(['[', ']']).trim())
}

/// What to do about a second heading of the table `name`: where it belongs to a list, another entry may be meant.
fn again(name: &str, source: &Source) -> String {
    let first = name.split('.').next().unwrap_or_default();
    let is_list = |name: &str| source.lines().any(|line| line.trim_start().starts_with(&format!("[[{name}]]")));
    if is_list(name) {
        format!("every entry of a list begins with double brackets: `[[{name}]]`")
    } else if is_list(first) {
        format!("write its keys under one heading, or begin another entry with `[[{first}]]` before it")
    } else if name == first {
        format!("write its keys under one heading, or `[[{name}]]` each time where it is a list")
    } else {
        "write its keys under one heading".to_owned()
    }
}

/// The first full-width sign of `line` outside of quotation marks, and the one that is meant.
fn full_width(line: &str) -> Option<(char, char)> {
    const SIGNS: [(char, char); 7] =
        [('，', ','), ('＝', '='), ('：', ':'), ('［', '['), ('］', ']'), ('｛', '{'), ('｝', '}')];
    let mut quoted = false;
    for c in line.chars().take_while(|&c| c != '#') {
        quoted ^= c == '"';
        match SIGNS.iter().find(|(wide, _)| *wide == c) {
            Some(&found) if !quoted => return Some(found),
            _ => {}
        }
    }
    None
}

/// The whole of a date written as `31.12.2024`, which the parser takes for a number with something behind it.
fn point_date(source: &Source, span: &Range<usize>) -> Option<Range<usize>> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | '/');
    let (before, after) = (source.text.get(..span.start)?, source.text.get(span.start..)?);
    let start = before.trim_end_matches(is_part).len();
    let whole = start..span.start + after.len() - after.trim_start_matches(is_part).len();
    let parts: Vec<_> = source.slice(whole.clone()).split('.').collect();
    let digits = |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    (parts.len() == 3 && parts.iter().all(digits) && before[..start].trim_end().ends_with('=')).then_some(whole)
}

fn looks_like_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 8
        && bytes.iter().take(4).all(u8::is_ascii_digit)
        && bytes.get(4) == Some(&b'-')
        && bytes.iter().all(|byte| byte.is_ascii_digit() || b"-:.TtZz+ ".contains(byte))
}

/// The parser's message about `text`, which `rest` of the line follows, and what to do.
fn explain(message: &str, text: &str, rest: &str) -> (String, &'static str) {
    let (what, expected) = message.split_once(", expected").unwrap_or((message, ""));
    let says = |words: &[&str]| words.iter().any(|word| what.contains(word));
    let fixed = |message: &str, hint| (message.to_owned(), hint);
    if says(&["duplicate key"]) {
        (format!("`{text}`{TWICE}"), "give each key once")
    } else if says(&["unquoted key"]) && !text.is_empty() {
        (
            format!("`{text}` cannot stand in a key"),
            "a key is made of the letters a to z, digits, - and _; put any other in quotation marks: \"R&D\" = 120",
        )
    } else if says(&["key with no value", "missing assignment"]) {
        fixed("`=` and a value are missing here", "write `key = value`, one to a line")
    } else if says(&["key-value pair", "unquoted keys cannot be empty"])
        && text.is_empty()
        && !says(&["comma", "between"])
    {
        fixed("a key is missing here", "write `key = value`, one to a line")
    } else if says(&["unexpected key or value", "unexpected content"]) {
        fixed(
            "the line should end here",
            "write one `key = value` to a line; numbers have no thousands commas, but may be grouped: 1_234.5",
        )
    } else if says(&["unclosed table", "unclosed array table"]) {
        fixed(
            "the bracket of this heading is not closed",
            "a heading stands alone on its line: `[trade]`, or `[[statements]]` for one of several",
        )
    } else if says(&["unclosed", "missing comma", "unexpected `=` in array"]) {
        fixed(
            "a list or table that begins above is not closed, or lacks a comma",
            "separate values by commas and close `[` with `]`, `{` with `}`",
        )
    } else if says(&["basic string", "literal string"]) {
        string(what, rest)
    } else if says(&["escape", "unicode"]) {
        fixed(
            "a backslash begins a special character, and this is none",
            "write \\\\ for a backslash, or put the text in single quotation marks: 'C:\\books'",
        )
    } else if says(&["recurs"]) {
        fixed("brackets are nested too deeply", "a case file needs three levels at most")
    } else if says(&[
        "string values must be quoted",
        "invalid boolean",
        "invalid float",
        "invalid value",
        "missing value",
    ]) {
        (not_a_value(text), value_hint(text))
    } else if says(&[
        "leading zero",
        "mantissa",
        "fraction",
        "exponent",
        "`_` may",
        "numeric sign",
        "radix",
        "date-time",
    ]) {
        fixed("this is neither a number nor a date", NUMBER)
    } else if says(&["carriage return"]) {
        fixed("the line ends in an unusual way", "save the file with ordinary line ends")
    } else {
        (
            format!("{what}{}", if expected.is_empty() { String::new() } else { format!("; expected{expected}") }),
            "write `key = value`, one to a line",
        )
    }
}

const NUMBER: &str = "write numbers as 1234.5 without signs such as % or ￥, units or commas, and dates as 2026-06-30";

fn string(what: &str, rest: &str) -> (String, &'static str) {
    if rest.is_empty() || what.contains("multi-line") {
        (
            "the text is not closed".to_owned(),
            "close it with the quotation mark that it begins with; text of several lines stands between \"\"\" and \"\"\"",
        )
    } else {
        ("the text holds an invisible character".to_owned(), "delete it and type the text anew")
    }
}

fn not_a_value(text: &str) -> String {
    if text.is_empty() { "the value after `=` is missing".to_owned() } else { format!("`{text}` is not a value") }
}

fn value_hint(text: &str) -> &'static str {
    if text.contains(['“', '”', '‘', '’', '「', '」']) {
        "use straight quotation marks: \"…\""
    } else if matches!(text.to_ascii_lowercase().as_str(), "true" | "false") {
        "write true or false in small letters"
    } else if text.chars().any(char::is_numeric) {
        NUMBER
    } else if text.is_empty() {
        "write it: a number as 1234.5, a date as 2026-06-30, text in quotation marks; or leave the whole line out"
    } else {
        "put text in quotation marks: \"thousand\""
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What authors type, and what they are told.
    const TYPED: &[(&str, &str, &str)] = &[
        ("a = \"x\n", "the text is not closed", "close it"),
        ("a = 'x\n", "the text is not closed", "close it"),
        ("a = \"\"\"x\n", "the text is not closed", "close it"),
        ("a = “华信”\n", "`“华信”` is not a value", "straight quotation marks: \"…\""),
        ("a = thousand\n", "`thousand` is not a value", "in quotation marks"),
        ("a = True\n", "`True` is not a value", "small letters"),
        ("a = null\n", "`null` is not a value", "in quotation marks"),
        ("a = ￥100\n", "`￥100` is not a value", "without signs"),
        ("a = 12%\n", "`12%` is not a value", "without signs"),
        ("a = 2024/03/31\n", "`2024/03/31` is not a value", "dates as"),
        ("a = 31.12.2024\n", "`31.12.2024` is not written as a date", "dates as 2026"),
        ("a = 007\n", "neither a number", "1234.5"),
        ("a = .5\n", "neither a number", "1234.5"),
        ("a = 1__2\n", "neither a number", "1234.5"),
        ("a =\n", "the value after `=` is missing", "a number as 1234.5"),
        ("= 1\n", "a key is missing", "key = value"),
        ("{\"a\": 1}\n", "a key is missing", "key = value"),
        ("just words\n", "`=` and a value are missing", "key = value"),
        ("名称 = 1\n", "`名称` cannot stand in a key", "quotation marks"),
        ("a: 1\n", "`:` cannot stand in a key", "letters"),
        ("a = 1,234\n", "the line should end here", "no thousands commas"),
        ("[a\nx = 1\n", "this heading is not closed", "`[trade]`"),
        ("[[a]\nx = 1\n", "this heading is not closed", "`[[statements]]`"),
        ("a = [1, 2\nb = 3\n", "is not closed, or lacks a comma", "commas"),
        ("a = {b = 1, c = 2\nd = 3\n", "is not closed, or lacks a comma", "commas"),
        ("a = { b = 1， c = 2 }\n", "full-width `，`", "type `,`"),
        ("a ＝ \"，\"\n", "full-width `＝`", "type `=`"),
        ("a = 1\na = 2\n", "`a` stands twice", "give each key once"),
        ("[a.b]\nx = 1\n[a.b] # again\ny = 2\n", "`a.b` stands twice", "keys under one heading"),
        ("[a]\nx = 1\n[a]\nx = 2\n", "`a` stands twice", "or `[[a]]` each time"),
        ("[[a]]\n[a.b]\n[a.b]\n", "`a.b` stands twice", "another entry with `[[a]]`"),
        ("[[a]]\n[a]\n", "`a` stands twice", "double brackets: `[[a]]`"),
        ("a = \"C:\\books\\x\"\n", "a backslash begins", "single quotation marks"),
        ("a = \"\\u12\"\n", "a backslash begins", "single quotation marks"),
        ("a = \"\u{7}\"\n", "invisible character", "anew"),
    ];

    #[test]
    fn authors_are_told_in_their_own_terms() {
        for (typed, message, hint) in TYPED {
            let source = Source::new("a.toml", *typed);
            let found = super::super::tree::parse(&source).unwrap_err();
            let told = |problem: &Problem| problem.message.contains(message) && problem.hint.contains(hint);
            assert!(found.iter().any(told), "{typed}: {found:#?}");
            assert!(found.iter().all(|problem| !problem.message.contains("expected")), "{found:#?}");
        }
    }
}
