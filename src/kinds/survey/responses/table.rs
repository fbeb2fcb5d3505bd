//! Reads a table of answers as a stream: one row in memory at a time.

use csv::ByteRecord;

use super::cells::answer;
use super::header::{self, Column, Header};
use super::intake::{Intake, Refusal, Respondent};
use crate::kinds::survey::case::{Group, Instrument, Wave};
use crate::kinds::survey::tally::{Row, Tallies};
use crate::load::Beside;
use crate::load::rows::{RowAt, RowReader};
use crate::load::table::{CellAt, Findings, Opened, day, delimiter, open};
use crate::values::{Code, Place, Problem, Severity, plural};

/// Counts the answers in the table at `path`; whether expectations are asked is told by its header
/// and noted in `instrument`.
///
/// # Errors
/// The table cannot be read, or its header lacks columns. Doubts are added to `problems`.
pub(in crate::kinds::survey) fn table(
    instrument: &mut Instrument,
    (waves, groups): (&[Wave], &[Group]),
    beside: &Beside<'_>,
    path: &str,
    problems: &mut Vec<Problem>,
) -> Result<(Tallies, Vec<Wave>, Vec<Group>), Vec<Problem>> {
    let Opened { text, start, first } = open(beside, path).map_err(|problem| vec![problem])?;
    let delimiter = delimiter(&first);
    let mut reader = RowReader::new(text, delimiter);
    let mut record = ByteRecord::new();
    reader.read(&mut record).map_err(|error| vec![unreadable(path, &error)])?;
    let header = header::header(&record, instrument, path, &first, delimiter, problems)?;
    instrument.has_expectations = header.has_expectations;
    let mut intake = Intake::new(instrument, waves, groups);
    // All that is wrong in a row is a doubt: the row is left out, never the file.
    let doubts = Findings::new(Severity::Warning);
    let mut rows = Rows { instrument, header: &header, row: Row::new(instrument), findings: doubts };
    while let Some(at) = reader.read(&mut record).map_err(|error| vec![unreadable(path, &error)])? {
        rows.take(&record, at, &mut intake);
    }
    problems.extend(rows.findings.problems(beside, path, start, delimiter));
    Ok(intake.finish())
}

fn unreadable(path: &str, error: &csv::Error) -> Problem {
    let place = Place { file: path.to_owned(), span: None };
    Problem::new(Code::UnreadableFile, place, format!("the table cannot be read: {error}"))
        .hint("check that it is a table of text, one respondent a row")
}

/// The rows of a table, one after the other.
struct Rows<'t> {
    instrument: &'t Instrument,
    header: &'t Header,
    row: Row,
    findings: Findings,
}

impl Rows<'_> {
    /// Reads one row, and counts it or says why not.
    fn take(&mut self, record: &ByteRecord, RowAt { byte: at, line }: RowAt, intake: &mut Intake<'_>) {
        if record.iter().all(|cell| cell.trim_ascii().is_empty()) {
            return;
        }
        intake.read();
        if record.len() != self.header.columns.len() {
            let (found, wanted) = (plural(record.len(), "cell"), self.header.columns.len());
            self.findings.tell(Code::RowLength, CellAt { row: at, column: None }, || {
                let message = format!("the row has {found}, but the header has {wanted}; it is left out");
                (message, "a missing or a stray delimiter moves every answer behind it".to_owned())
            });
            intake.leave_out();
            return;
        }
        let mut respondent = Respondent::default();
        self.row.clear();
        for (column, cell) in record.iter().enumerate() {
            if let Err((code, what, hint)) = self.cell(column, cell, &mut respondent) {
                let (text, header) = (String::from_utf8_lossy(cell), &self.header.names[column]);
                // A table that is not UTF-8 cannot be shown, so that the line is told in words.
                let line = if code == Code::NotUtf8 { format!("line {line}: ") } else { String::new() };
                self.findings.tell(code, CellAt { row: at, column: Some(column) }, || {
                    (format!("{line}`{text}` in the column `{header}` {what}; the row is left out"), hint)
                });
                intake.leave_out();
                return;
            }
        }
        match intake.take(respondent, &self.row) {
            Ok(noticed) => {
                if noticed.weights_dropped {
                    let message = "this respondent's own weights do not sum to 100; the survey's stand in";
                    self.whole(Code::OwnWeights, at, message, "correct them, or leave all of them empty");
                }
                if noticed.straight {
                    let message = "this respondent gives one and the same answer to everything";
                    let hint = "the row is counted; remove it where the respondent was not serious";
                    self.whole(Code::StraightLiner, at, message, hint);
                }
            }
            Err(refusal) => {
                self.refused(&refusal, at, respondent);
                intake.leave_out();
            }
        }
    }

    fn whole(&mut self, code: Code, at: u64, message: &str, hint: &str) {
        self.findings.tell(code, CellAt { row: at, column: None }, || (message.to_owned(), hint.to_owned()));
    }

    fn refused(&mut self, refusal: &Refusal, at: u64, respondent: Respondent<'_>) {
        let column = |wanted: Column| self.header.columns.iter().position(|column| *column == wanted);
        let (code, column, message, hint) = match refusal {
            Refusal::UnknownWave => (
                Code::BadReference,
                column(Column::Wave),
                format!("the survey has no wave `{}`; the row is left out", respondent.wave),
                "name a wave of the survey's file, or add it to `[[waves]]`",
            ),
            Refusal::NoWave => (
                Code::BadReference,
                column(Column::Date),
                format!("{} lies in no wave; the row is left out", respondent.date.unwrap_or_default()),
                "correct the date, or the days of the waves",
            ),
            Refusal::SeenBefore => (
                Code::DuplicateRespondent,
                column(Column::Respondent),
                format!("the respondent `{}` has answered before; the later row is left out", respondent.name),
                "keep one of the rows, or tell the respondents apart",
            ),
        };
        self.findings.tell(code, CellAt { row: at, column }, || (message, hint.to_owned()));
    }

    /// Reads one cell.
    ///
    /// # Errors
    /// What is wrong with it: code, what it is, what to do.
    fn cell<'r>(
        &mut self,
        column: usize,
        cell: &'r [u8],
        respondent: &mut Respondent<'r>,
    ) -> Result<(), (Code, String, String)> {
        let scale = self.instrument.scale.points;
        match self.header.columns[column] {
            Column::Respondent => respondent.name = text(cell)?,
            Column::Group => respondent.group = text(cell)?,
            Column::Wave => respondent.wave = text(cell)?,
            Column::Date => {
                let cell = text(cell)?;
                respondent.date = day(cell);
                if respondent.date.is_none() && !cell.is_empty() {
                    let what = "is not a date in the calendar".to_owned();
                    return Err((Code::ImpossibleDate, what, "write 2026-05-04".to_owned()));
                }
            }
            Column::Expected(item) => self.row.expected[item] = self.turned(item, ranged(cell, 1, scale)?),
            Column::Perceived(item) => self.row.perceived[item] = self.turned(item, ranged(cell, 1, scale)?),
            Column::Importance(item) => self.row.importance[item] = ranged(cell, 1, scale)?,
            Column::Desired(item) => self.row.desired[item] = self.turned(item, ranged(cell, 1, scale)?),
            Column::Minimum(item) => self.row.minimum[item] = self.turned(item, ranged(cell, 1, scale)?),
            Column::Weight(dimension) => self.row.weights[dimension] = ranged(cell, 0, 100)?,
            Column::Question(question) => {
                let (low, high) = self.instrument.questions[question].kind.range(scale);
                self.row.questions[question] = ranged(cell, low, high)?;
            }
            Column::Unknown => {}
        }
        Ok(())
    }

    /// The answer to a reversed item, turned round.
    fn turned(&self, item: usize, answer: Option<u8>) -> Option<u8> {
        turned(self.instrument, item, answer)
    }
}

/// The answer to `item`, turned round where the item is reversed.
pub(super) fn turned(instrument: &Instrument, item: usize, answer: Option<u8>) -> Option<u8> {
    if instrument.items[item].reverse { answer.map(|answer| instrument.scale.points + 1 - answer) } else { answer }
}

fn ranged(cell: &[u8], low: u8, high: u8) -> Result<Option<u8>, (Code, String, String)> {
    let found = answer(cell);
    match found {
        Ok(None) => Ok(None),
        Ok(Some(answer)) if (low..=high).contains(&answer) => Ok(Some(answer)),
        _ => {
            let what = format!("is not a whole number from {low} to {high}");
            Err((Code::AnswerRange, what, "leave the cell empty where there is no answer".to_owned()))
        }
    }
}

fn text(cell: &[u8]) -> Result<&str, (Code, String, String)> {
    let text = std::str::from_utf8(cell).map_err(|_| {
        let hint = "save the table as “CSV UTF-8”; spreadsheets offer it when saving".to_owned();
        (Code::NotUtf8, "is not UTF-8 text".to_owned(), hint)
    })?;
    Ok(text.trim())
}
