//! What is wrong in a table: the first few of each kind one by one, the rest by their number.

use std::collections::BTreeMap;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::ops::Range;

use crate::load::Beside;
use crate::values::{Code, Place, Problem, Severity};

/// How many problems of one kind are told one by one.
const TOLD: u64 = 20;

/// The longest row, in bytes, in which a cell is looked for.
const LONGEST_ROW: usize = 1 << 16;

/// A cell of a table: where its row begins, in bytes of the text, and its column from 0; none where
/// the row as a whole is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CellAt {
    pub row: u64,
    pub column: Option<usize>,
}

struct Finding {
    code: Code,
    at: CellAt,
    message: String,
    hint: String,
}

/// Gathers what is wrong in one table.
#[derive(Default)]
pub(super) struct Findings {
    told: Vec<Finding>,
    counts: BTreeMap<Code, u64>,
}

impl Findings {
    /// Tells of a cell or row; message and hint are only made where they will be read.
    pub(super) fn tell(&mut self, code: Code, at: CellAt, words: impl FnOnce() -> (String, String)) {
        let count = self.counts.entry(code).or_default();
        *count += 1;
        if *count <= TOLD {
            let (message, hint) = words();
            self.told.push(Finding { code, at, message, hint });
        }
    }

    /// The problems with their places in the table at `path`, whose text begins `start` bytes into the
    /// file. All of them are doubts: a bad row is left out, never the file.
    pub(super) fn problems(self, beside: &Beside<'_>, path: &str, start: u64, delimiter: u8) -> Vec<Problem> {
        let place = |span: Option<Range<usize>>| Place { file: path.to_owned(), span: span.map(Into::into) };
        let mut problems = Vec::new();
        for finding in self.told {
            let span = span(beside, path, start, finding.at, delimiter);
            let mut problem = Problem::new(finding.code, place(span), finding.message).hint(finding.hint);
            problem.severity = Severity::Warning;
            problems.push(problem);
        }
        for (code, count) in self.counts.into_iter().filter(|&(_, count)| count > TOLD) {
            let message = format!("{} more problems of this kind: {}", count - TOLD, code.meaning());
            let mut problem = Problem::new(code, place(None), message).hint("mend the first ones, then check again");
            problem.severity = Severity::Warning;
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
pub(super) fn cell(row: &[u8], column: usize, delimiter: u8) -> Range<usize> {
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

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn cells_are_found_behind_quotation_marks() {
        let row = b"r1,\"a, \"\"b\"\"\",7\r\nr2,x,1";
        assert_eq!(&row[cell(row, 0, b',')], b"r1");
        assert_eq!(&row[cell(row, 1, b',')], b"\"a, \"\"b\"\"\"");
        assert_eq!(&row[cell(row, 2, b',')], b"7");
        assert_eq!(cell(row, 3, b','), 15..15);
    }
}
