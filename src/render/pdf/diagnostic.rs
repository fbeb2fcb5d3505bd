//! What either engine has to say becomes problems: faults of the template are placed in the
//! template's file, characters that no font holds in the case file that the report prints. Every
//! message names the report.

use crate::pages::{Block, Report};
use crate::values::problem::{Code, Place, Problem, SpanRange};

use super::bundle::{Bundle, DATA, MAIN};

/// An error of Typst, as either engine reports it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    /// The file below the folder of templates, where Typst names one.
    pub(super) path: Option<String>,
    /// The bytes of that file.
    pub(super) span: Option<SpanRange>,
    /// Typst's message.
    pub(super) message: String,
    /// Typst's hints, or empty.
    pub(super) hint: String,
}

impl Fault {
    /// A fault without a place.
    pub(super) fn detached(message: impl Into<String>) -> Self {
        Fault { path: None, span: None, message: message.into(), hint: String::new() }
    }
}

/// The problems that faults amount to.
pub(super) fn problems(report: &Report, faults: Vec<Fault>) -> Vec<Problem> {
    let mut problems: Vec<Problem> = Vec::new();
    for fault in faults {
        let problem = match undisplayed(&fault.message) {
            Some(text) => missing_glyph(report, &text),
            None => template_fault(report, fault),
        };
        // Typst reports a character once for each place of the template that prints it.
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }
    problems
}

/// A fault of the engine rather than of the template.
pub(super) fn engine_fault(code: Code, report: &Report, message: &str) -> Problem {
    let place = Place { file: Bundle::place_of(MAIN), span: None };
    Problem::new(code, place, about(report, message))
}

fn template_fault(report: &Report, fault: Fault) -> Problem {
    let path = fault.path.filter(|path| path != DATA);
    let span = if path.is_some() { fault.span } else { None };
    let place = Place { file: Bundle::place_of(path.as_deref().unwrap_or(MAIN)), span };
    Problem::new(Code::ReportTemplate, place, about(report, &fault.message)).hint(fault.hint)
}

fn about(report: &Report, message: &str) -> String {
    format!("report `{}` ({}): {message}", report.ident, report.subject)
}

/// The text of a message of the form ``the text `"…"` could not be displayed with …``.
fn undisplayed(message: &str) -> Option<String> {
    let (_, rest) = message.split_once("the text `\"")?;
    let (text, _) = rest.rsplit_once("\"` could not be displayed")?;
    Some(unescape(text))
}

/// Undoes the escapes with which Typst shows a string.
fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let (character, remainder) = escaped(after);
        out.extend(character);
        rest = remainder;
    }
    out + rest
}

/// The character that an escape stands for, and what follows it.
fn escaped(after: &str) -> (Option<char>, &str) {
    if let Some((code, rest)) = after.strip_prefix("u{").and_then(|code| code.split_once('}')) {
        return (u32::from_str_radix(code, 16).ok().and_then(char::from_u32), rest);
    }
    let mut characters = after.chars();
    let character = match characters.next() {
        Some('n') => Some('\n'),
        Some('r') => Some('\r'),
        Some('t') => Some('\t'),
        other => other,
    };
    (character, characters.as_str())
}

fn missing_glyph(report: &Report, text: &str) -> Problem {
    let names: Vec<String> = text.chars().map(named).collect();
    let message = about(report, &format!("no font holds the character {}", names.join(" ")));
    Problem::new(Code::MissingGlyph, place_of(report, text), message)
        .hint("put a font that holds it into the book's `fonts/`, or write the text with another character")
}

/// A character as messages name it: `` `吉` (U+5409) ``.
#[must_use]
pub fn named(c: char) -> String {
    format!("`{c}` (U+{:04X})", u32::from(c))
}

/// Where `text` stands in the case files that the report prints; else only which report it is.
fn place_of(report: &Report, text: &str) -> Place {
    report
        .sections
        .iter()
        .flat_map(|section| &section.blocks)
        .find_map(|block| match block {
            Block::Listing(listing) => offset_of(&listing.lines, text).map(|start| Place {
                file: listing.title.clone(),
                span: Some(SpanRange { start, end: start + text.len() }),
            }),
            _ => None,
        })
        .unwrap_or_else(|| Place { file: report.ident.clone(), span: None })
}

/// The first byte of `text` in a file of these lines, which end in one byte each.
fn offset_of(lines: &[String], text: &str) -> Option<usize> {
    let mut start = 0;
    for line in lines {
        if let Some(column) = line.find(text) {
            return Some(start + column);
        }
        start += line.len() + 1;
    }
    None
}

/// Reads the lines that the `typst` program writes with `--diagnostic-format short`.
pub(super) fn parse_short(stderr: &str, bundle: &Bundle) -> Vec<Fault> {
    stderr.lines().filter_map(|line| parse_line(line, bundle)).collect()
}

fn parse_line(line: &str, bundle: &Bundle) -> Option<Fault> {
    if let Some(message) = line.strip_prefix("error: ") {
        return Some(Fault::detached(message));
    }
    let (place, message) = line.split_once(": error: ")?;
    let mut parts = place.rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let row: usize = parts.next()?.parse().ok()?;
    let path = parts.next()?.trim_start_matches("./").replace('\\', "/");
    let span = bundle.sources().get(&path).and_then(|text| span_at(text, row, column));
    Some(Fault { path: Some(path), span, message: message.to_owned(), hint: String::new() })
}

/// The character at a line, counted from 1, and a column, counted from 0 as Typst does.
fn span_at(text: &str, row: usize, column: usize) -> Option<SpanRange> {
    let line = text.split_inclusive('\n').nth(row.checked_sub(1)?)?;
    let before = text.split_inclusive('\n').take(row - 1).map(str::len).sum::<usize>();
    let (offset, character) = line.char_indices().nth(column)?;
    let start = before + offset;
    Some(SpanRange { start, end: start + character.len_utf8() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_lines_become_faults_with_bytes() {
        let sources = [("report.typ".to_owned(), "甲乙\n#丙".to_owned())].into();
        let bundle = Bundle::new(sources, Vec::new());
        let faults = parse_short("report.typ:2:1: error: unknown: x\nwarning: y\nerror: z", &bundle);
        assert_eq!(faults.len(), 2);
        assert_eq!(faults[0].span, Some(SpanRange { start: 8, end: 11 }));
        assert_eq!(faults[0].message, "unknown: x");
        assert_eq!(faults[1], Fault::detached("z"));
    }

    #[test]
    fn undisplayed_text_is_read_from_the_message() {
        let message = "PDF/UA-1 error: the text `\"\\u{10ffff}\\\\a\"` could not be displayed with `Noto`";
        assert_eq!(undisplayed(message).as_deref(), Some("\u{10ffff}\\a"));
        assert_eq!(undisplayed("unknown variable: x"), None);
    }
}
