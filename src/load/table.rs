//! Tables beside a case's file, read as a stream: where their text begins, what stands between
//! their cells, and what is wrong in them, the first few of each kind one by one and the rest by
//! their number. What a column means is the business of the kinds.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom};
use std::ops::Range;

use jiff::civil::Date;

use super::Beside;
use crate::values::{Code, Place, Problem, Severity, plural};

/// The longest header, in bytes.
const LONGEST_HEADER: u64 = 1 << 20;

/// How many problems of one kind are told one by one.
const TOLD: u64 = 20;

/// The longest row, in bytes, in which a cell is looked for.
const LONGEST_ROW: usize = 1 << 16;

/// A cell of a table: where its row begins, in bytes of the text, and its column from 0; none where
/// the row as a whole is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellAt {
    /// Where the row begins.
    pub row: u64,
    /// The column, from 0.
    pub column: Option<usize>,
}

struct Finding {
    code: Code,
    at: CellAt,
    message: String,
    hint: String,
}

/// Gathers what is wrong in one table.
pub struct Findings {
    severity: Severity,
    told: Vec<Finding>,
    counts: BTreeMap<Code, u64>,
}

impl Findings {
    /// No findings yet; each will matter as much as `severity` says.
    #[must_use]
    pub fn new(severity: Severity) -> Self {
        Findings { severity, told: Vec::new(), counts: BTreeMap::new() }
    }

    /// Tells of a cell or row; message and hint are only made where they will be read.
    pub fn tell(&mut self, code: Code, at: CellAt, words: impl FnOnce() -> (String, String)) {
        let count = self.counts.entry(code).or_default();
        *count += 1;
        if *count <= TOLD {
            let (message, hint) = words();
            self.told.push(Finding { code, at, message, hint });
        }
    }

    /// The problems with their places in the table at `path`, whose text begins `start` bytes into the
    /// file.
    #[must_use]
    pub fn problems(self, beside: &Beside<'_>, path: &str, start: u64, delimiter: u8) -> Vec<Problem> {
        let place = |span: Option<Range<usize>>| Place { file: path.to_owned(), span: span.map(Into::into) };
        let severity = self.severity;
        let mut problems = Vec::new();
        for finding in self.told {
            let span = span(beside, path, start, finding.at, delimiter);
            let mut problem = Problem::new(finding.code, place(span), finding.message).hint(finding.hint);
            problem.severity = severity;
            problems.push(problem);
        }
        for (code, count) in self.counts.into_iter().filter(|&(_, count)| count > TOLD) {
            let message = format!("{} of this kind: {}", plural(count - TOLD, "more problem"), code.meaning());
            let mut problem = Problem::new(code, place(None), message).hint("mend the first ones, then check again");
            problem.severity = severity;
            problems.push(problem);
        }
        problems
    }
}

/// The bytes of a cell in the text, read again from the file.
fn span(beside: &Beside<'_>, path: &str, start: u64, at: CellAt, delimiter: u8) -> Option<Range<usize>> {
    let mut file = beside.open(path).ok()?;
    file.seek(SeekFrom::Start(start + at.row)).ok()?;
    let mut row = Vec::new();
    file.take(LONGEST_ROW as u64).read_to_end(&mut row).ok()?;
    let cell = match at.column {
        Some(column) => cell(&row, column, delimiter),
        None => 0..row.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(row.len()),
    };
    let begin = usize::try_from(at.row).ok()?;
    Some(begin + cell.start..begin + cell.end)
}

/// The bytes of a cell within its row; the end of the row where it has no such cell.
#[must_use]
pub fn cell(row: &[u8], column: usize, delimiter: u8) -> Range<usize> {
    let (mut begin, mut at, mut quoted) = (0, 0, false);
    let mut found = 0;
    while let Some(&byte) = row.get(at) {
        match byte {
            b'"' => quoted = !quoted,
            b'\r' | b'\n' if !quoted => break,
            byte if byte == delimiter && !quoted => {
                if found == column {
                    break;
                }
                found += 1;
                begin = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    if found == column { begin..at } else { at..at }
}

/// The delimiter of a table that begins with `header`: the most frequent of comma, semicolon and tab.
#[must_use]
pub fn delimiter(header: &[u8]) -> u8 {
    let count = |delimiter: u8| header.split(|&byte| byte == delimiter).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|&delimiter| count(delimiter)).unwrap_or(b',')
}

/// A table at its first byte of text.
#[derive(Debug)]
pub struct Opened {
    /// The text from its first byte on.
    pub text: BufReader<File>,
    /// Where that byte is in the file.
    pub start: u64,
    /// The first line.
    pub first: Vec<u8>,
}

/// Opens the table at `path`.
///
/// # Errors
/// A problem where it cannot be read or is UTF-16.
pub fn open(beside: &Beside<'_>, path: &str) -> Result<Opened, Problem> {
    let mut file = BufReader::new(beside.open(path)?);
    let place = || Place { file: path.to_owned(), span: None };
    let failed = |error: io::Error| {
        Problem::new(Code::UnreadableFile, place(), format!("the file cannot be read: {error}"))
            .hint("check that it is a file and that you may read it")
    };
    let mut first = Vec::new();
    (&mut file).take(LONGEST_HEADER).read_until(b'\n', &mut first).map_err(failed)?;
    first.truncate(first.iter().position(|&byte| byte == b'\r').map_or(first.len(), |end| end + 1));
    if first.starts_with(&[0xff, 0xfe]) || first.starts_with(&[0xfe, 0xff]) {
        let hint = "save it as “CSV UTF-8”";
        return Err(Problem::new(Code::NotUtf8, place(), "the table is UTF-16, not UTF-8").hint(hint));
    }
    let start = if first.starts_with(&[0xef, 0xbb, 0xbf]) { 3 } else { 0 };
    file.seek(SeekFrom::Start(start)).map_err(failed)?;
    first.drain(..usize::try_from(start).unwrap_or(0));
    Ok(Opened { text: file, start, first })
}

/// A day as people and spreadsheets write it: `2026-05-04` or `2026/5/4`; a time after it is left
/// aside.
#[must_use]
pub fn day(cell: &str) -> Option<Date> {
    let day = cell.trim().split([' ', 'T']).next()?;
    let mut parts = day.split(['-', '/', '.']);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_the_most_frequent_one() {
        assert_eq!(delimiter(b"respondent,a_E,a_P"), b',');
        assert_eq!(delimiter(b"respondent;\"a,b\";a_P"), b';');
        assert_eq!(delimiter(b"respondent\ta_E\ta_P"), b'\t');
        assert_eq!(delimiter(b"respondent"), b',');
    }

    #[test]
    fn days_are_read_as_spreadsheets_write_them() {
        let expected = Some(jiff::civil::date(2026, 5, 4));
        for good in ["2026-05-04", "2026/5/4", "2026.5.4", "2026-05-04 10:30", "2026-05-04T10:30:00"] {
            assert_eq!(day(good), expected, "{good}");
        }
        for bad in ["", "04/05/2026", "2026-13-01", "2026-05", "soon"] {
            assert_eq!(day(bad), None, "{bad}");
        }
    }

    #[test]
    fn cells_are_found_behind_quotation_marks() {
        let row = b"r1,\"a, \"\"b\"\"\",7\r\nr2,x,1";
        assert_eq!(&row[cell(row, 0, b',')], b"r1");
        assert_eq!(&row[cell(row, 1, b',')], b"\"a, \"\"b\"\"\"");
        assert_eq!(&row[cell(row, 2, b',')], b"7");
        assert_eq!(cell(row, 3, b','), 15..15);
    }
}
