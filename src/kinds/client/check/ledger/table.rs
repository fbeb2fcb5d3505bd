//! Reads a table of invoices as a stream: one row in memory at a time, and what it becomes.

use csv::ByteRecord;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::Column;
use super::cells;
use super::gather::{Entry, Flaw, Gather, doubts};
use super::later::Later;
use crate::kinds::client::check::dossier::LATER_HINT;
use crate::kinds::client::ledger::{Invoice, Ledger};
use crate::load::Beside;
use crate::load::check::nearest;
use crate::load::rows::{RowAt, RowReader};
use crate::load::table::{self, CellAt, Findings, Opened};
use crate::values::digest::hex;
use crate::values::{Code, Place, Problem, Severity, plural};

/// The names of the columns, as programs and people write them; the first is ours.
const NAMES: [(Column, &[&str]); 8] = [
    (Column::Number, &["number", "invoice", "发票号", "单据号"]),
    (Column::Date, &["date", "invoice_date", "开票日期", "日期"]),
    (Column::Due, &["due", "due_date", "到期日"]),
    (Column::Amount, &["amount", "金额"]),
    (Column::Paid, &["paid", "paid_amount", "已付金额", "收款金额"]),
    (Column::PaidOn, &["paid_on", "paid_date", "付款日期", "收款日期"]),
    (Column::Disputed, &["disputed", "争议"]),
    (Column::Salesperson, &["salesperson", "业务员"]),
];

/// The columns without which there is no ledger.
const NEEDED: [Column; 3] = [Column::Number, Column::Date, Column::Amount];

/// Reads the table at `path`, whose amounts are in units of `scale`; what lies after `as_of` is told.
///
/// # Errors
/// The table cannot be read, its header lacks columns, or a row is wrong. Doubts go to `problems`.
pub(super) fn table(
    beside: &Beside<'_>,
    path: &str,
    scale: Decimal,
    terms_days: Option<u16>,
    as_of: Option<Date>,
    problems: &mut Vec<Problem>,
) -> Result<Ledger, Vec<Problem>> {
    let Opened { text, start, first } = table::open(beside, path).map_err(|problem| vec![problem])?;
    let delimiter = table::delimiter(&first);
    let mut reader = RowReader::new(text, delimiter);
    let unreadable = |error: &csv::Error| {
        let place = Place { file: path.to_owned(), span: None };
        let problem = Problem::new(Code::UnreadableFile, place, format!("the table cannot be read: {error}"));
        vec![problem.hint("check that it is a table of text, one invoice a row")]
    };
    let mut record = ByteRecord::new();
    reader.read(&mut record).map_err(|error| unreadable(&error))?;
    let columns = header(&record, path, &first, delimiter, problems)?;
    let gather = Gather::new(terms_days);
    let mut rows = Rows {
        columns: &columns,
        scale,
        gather,
        starts: Vec::new(),
        wrong: Findings::new(Severity::Error),
        later: Later::than(as_of),
    };
    while let Some(at) = reader.read(&mut record).map_err(|error| unreadable(&error))? {
        rows.take(&record, at);
    }
    let Rows { gather, starts, wrong, later, .. } = rows;
    let mut doubts = doubtful(&gather.invoices, &starts, &columns);
    for (at, message) in later.told() {
        doubts.tell(Code::TradeAfterAsOf, at, || (message, LATER_HINT.to_owned()));
    }
    problems.extend(doubts.problems(beside, path, start, delimiter));
    let errors = wrong.problems(beside, path, start, delimiter);
    if errors.is_empty() {
        let sha256 = sum(beside, path)?;
        Ok(Ledger { file: path.to_owned(), is_table: true, sha256, invoices: gather.invoices })
    } else {
        Err(errors)
    }
}

/// What each column of the header holds; none where it is of no concern here.
type Columns = Vec<Option<Column>>;

/// Reads the header; `row` is its text.
fn header(
    record: &ByteRecord,
    path: &str,
    row: &[u8],
    delimiter: u8,
    doubts: &mut Vec<Problem>,
) -> Result<Columns, Vec<Problem>> {
    let names: Vec<String> = record.iter().map(|name| String::from_utf8_lossy(name).trim().to_lowercase()).collect();
    let place = |at: Option<usize>| {
        let span = at.map_or(0..row.trim_ascii_end().len(), |at| table::cell(row, at, delimiter));
        Place { file: path.to_owned(), span: Some(span.into()) }
    };
    let find =
        |name: &String| NAMES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(column, _)| *column);
    let columns: Columns = names.iter().map(find).collect();
    let mut problems = Vec::new();
    for (at, (column, name)) in columns.iter().zip(&names).enumerate() {
        if column.is_none() && !name.is_empty() {
            let message = format!("the column `{name}` is not known and is left out");
            let known = NAMES.iter().flat_map(|(_, names)| *names).copied();
            let hint = nearest(name, known).map_or_else(
                || "remove it, or leave it: it does no harm".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            doubts.push(Problem::new(Code::UnknownColumn, place(Some(at)), message).hint(hint));
        } else if column.is_some() && columns[..at].contains(column) {
            let message = format!("the column `{name}` stands twice");
            let hint = "keep one of them, or rename the other";
            problems.push(Problem::new(Code::TableHeader, place(Some(at)), message).hint(hint));
        }
    }
    let missing: Vec<_> = NEEDED.iter().filter(|needed| !columns.contains(&Some(**needed))).collect();
    if !missing.is_empty() {
        let missing: Vec<_> = missing.iter().map(|column| format!("`{}`", column.name())).collect();
        let word = if missing.len() == 1 { "column" } else { "columns" };
        let message = format!("the ledger lacks the {word} {}", missing.join(", "));
        let hint = "the header names `number`, `date`, `amount`, and as far as known `due`, `paid`, `paid_on`, `disputed` \
                    and `salesperson`";
        problems.push(Problem::new(Code::TableHeader, place(None), message).hint(hint));
    }
    if problems.is_empty() { Ok(columns) } else { Err(problems) }
}

/// The rows of a table, one after the other.
struct Rows<'t> {
    columns: &'t Columns,
    scale: Decimal,
    gather: Gather,
    /// Where the row of each invoice begins, in bytes.
    starts: Vec<u64>,
    wrong: Findings,
    /// What lies after the as-of date.
    later: Later<CellAt>,
}

impl Rows<'_> {
    /// Takes one row in, or says why not.
    fn take(&mut self, record: &ByteRecord, RowAt { byte: row, line }: RowAt) {
        if record.iter().all(|cell| cell.trim_ascii().is_empty()) {
            return;
        }
        let line = usize::try_from(line).unwrap_or(usize::MAX);
        if record.len() != self.columns.len() {
            let (found, wanted) = (plural(record.len(), "cell"), self.columns.len());
            self.wrong.tell(Code::RowLength, CellAt { row, column: None }, || {
                let message = format!("the row has {found}, but the header has {wanted}");
                (message, "a missing or a stray delimiter moves every cell behind it".to_owned())
            });
            return;
        }
        let mut entry = Entry { at: line, payment_at: line, ..Entry::default() };
        for (at, cell) in record.iter().enumerate() {
            let Some(column) = self.columns[at] else { continue };
            if let Err((code, what, hint)) = self.cell(column, cell, &mut entry) {
                self.wrong.tell(code, CellAt { row, column: Some(at) }, || {
                    // A table that is not UTF-8 cannot be shown, so that the line is told in words.
                    let line = if code == Code::NotUtf8 { format!("line {line}: ") } else { String::new() };
                    (format!("{line}{what} in the column `{}`", column.name()), hint.to_owned())
                });
                return;
            }
        }
        match self.gather.take(&entry) {
            Ok(at) => {
                let cell =
                    |column| CellAt { row, column: self.columns.iter().position(|known| *known == Some(column)) };
                if let Some(on) = entry.paid_on {
                    self.later.payment(on, || cell(Column::PaidOn));
                }
                if at == self.starts.len() {
                    self.starts.push(row);
                    self.later.invoice(self.gather.invoices[at].date, || cell(Column::Date));
                }
            }
            Err(Flaw { code, column, message, hint }) => {
                let column = self.columns.iter().position(|known| *known == Some(column));
                self.wrong.tell(code, CellAt { row, column }, || (message, hint.to_owned()));
            }
        }
    }

    /// Reads one cell.
    ///
    /// # Errors
    /// What is wrong with it: code, what it is, what to do.
    fn cell<'r>(
        &self,
        column: Column,
        cell: &'r [u8],
        entry: &mut Entry<'r>,
    ) -> Result<(), (Code, String, &'static str)> {
        let text = text(cell)?;
        match column {
            Column::Number => entry.number = text,
            Column::Salesperson => entry.salesperson = text,
            Column::Date => entry.date = day(text)?,
            Column::Due => entry.due = day(text)?,
            Column::PaidOn => entry.paid_on = day(text)?,
            Column::Amount => entry.amount = self.amount(text)?,
            Column::Paid => entry.paid = self.amount(text)?,
            Column::Disputed => {
                let answer = cells::yes(text);
                let what =
                    || (Code::UnknownName, format!("`{text}` is neither yes nor no"), "write yes, no or nothing");
                entry.disputed = answer.ok_or_else(what)?;
            }
        }
        Ok(())
    }

    fn amount(&self, text: &str) -> Result<Option<Decimal>, (Code, String, &'static str)> {
        if text.is_empty() {
            return Ok(None);
        }
        let hint = "write 1234.50 or 1,234.50, with a point before the decimals";
        cells::amount(text).map(|amount| Some(amount * self.scale)).map_err(|what| (Code::WrongType, what, hint))
    }
}

fn day(text: &str) -> Result<Option<Date>, (Code, String, &'static str)> {
    if text.is_empty() {
        return Ok(None);
    }
    let wrong = || (Code::ImpossibleDate, format!("`{text}` is not a date in the calendar"), "write 2026-05-04");
    table::day(text).map(Some).ok_or_else(wrong)
}

fn text(cell: &[u8]) -> Result<&str, (Code, String, &'static str)> {
    let text = std::str::from_utf8(cell).map_err(|_| {
        let what = format!("`{}` is not UTF-8 text", String::from_utf8_lossy(cell));
        (Code::NotUtf8, what, "save the table as “CSV UTF-8”; spreadsheets offer it when saving")
    })?;
    Ok(text.trim())
}

/// What is doubtful about invoices whose rows begin at `starts`.
fn doubtful(invoices: &[Invoice], starts: &[u64], columns: &Columns) -> Findings {
    let mut findings = Findings::new(Severity::Warning);
    for (invoice, &row) in invoices.iter().zip(starts) {
        for doubt in doubts(invoice) {
            let column = columns.iter().position(|known| *known == Some(doubt.column));
            findings.tell(doubt.code, CellAt { row, column }, || (doubt.message, doubt.hint.to_owned()));
        }
    }
    findings
}

/// SHA-256 of the file at `path`, read as a stream.
fn sum(beside: &Beside<'_>, path: &str) -> Result<String, Vec<Problem>> {
    let mut digest = sha2::Sha256::default();
    let copied = beside.open(path).map(|mut file| std::io::copy(&mut file, &mut digest));
    match copied {
        Ok(Ok(_)) => {}
        Ok(Err(error)) => {
            let place = Place { file: path.to_owned(), span: None };
            let problem = Problem::new(Code::UnreadableFile, place, format!("the file cannot be read: {error}"));
            return Err(vec![problem.hint("check that it is a file and that you may read it")]);
        }
        Err(problem) => return Err(vec![problem]),
    }
    Ok(hex(&sha2::Digest::finalize(digest)))
}
