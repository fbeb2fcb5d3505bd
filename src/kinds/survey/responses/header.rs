//! The header of a table of answers: its delimiter, and what each column holds.

use csv::ByteRecord;

use crate::kinds::survey::case::Instrument;
use crate::load::check::nearest;
use crate::load::table::cell;
use crate::values::{Code, Place, Problem};

/// What a column holds; items, dimensions and questions by their place in the instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Respondent,
    Group,
    Wave,
    Date,
    Expected(usize),
    Perceived(usize),
    Importance(usize),
    Desired(usize),
    Minimum(usize),
    Weight(usize),
    Question(usize),
    /// Of no concern here.
    Unknown,
}

/// The columns of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header {
    pub columns: Vec<Column>,
    /// Their names, as written.
    pub names: Vec<String>,
    /// Whether expectations are asked.
    pub has_expectations: bool,
}

/// Reads the header of the table at `path`; `row` is its text.
///
/// # Errors
/// What is missing or stands twice. Columns that are not known are doubts, in `doubts`.
pub(super) fn header(
    record: &ByteRecord,
    instrument: &Instrument,
    path: &str,
    row: &[u8],
    delimiter: u8,
    doubts: &mut Vec<Problem>,
) -> Result<Header, Vec<Problem>> {
    let names: Vec<String> = record.iter().map(|name| String::from_utf8_lossy(name).trim().to_owned()).collect();
    let place = |at: Option<usize>| {
        let span = at.map_or(0..row.trim_ascii_end().len(), |at| cell(row, at, delimiter));
        Place { file: path.to_owned(), span: Some(span.into()) }
    };
    let known = known(instrument);
    let columns: Vec<Column> = names.iter().map(|name| find(&known, name)).collect();
    let mut problems = Vec::new();
    for (at, (column, name)) in columns.iter().zip(&names).enumerate() {
        if *column == Column::Unknown && !name.is_empty() {
            let message = format!("the column `{name}` is not known and is left out");
            let hint = nearest(name, known.iter().map(|(name, _)| name.as_str())).map_or_else(
                || "remove it, or leave it: it does no harm".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            doubts.push(Problem::new(Code::UnknownColumn, place(Some(at)), message).hint(hint));
        } else if *column != Column::Unknown && columns[..at].contains(column) {
            let message = format!("the column `{name}` stands twice");
            let hint = "keep one of them, or rename the other";
            problems.push(Problem::new(Code::TableHeader, place(Some(at)), message).hint(hint));
        }
    }
    let has_expectations = columns.iter().any(|column| matches!(column, Column::Expected(_)));
    let missing = missing(instrument, &columns, has_expectations);
    if !missing.is_empty() {
        let word = if missing.len() == 1 { "column" } else { "columns" };
        let message = format!("the table lacks the {word} {}", listed(&missing));
        let hint = "the header names `ITEM_P` for what was perceived and `ITEM_E` for what was expected, for each item of \
                    the survey; without any `_E` only performance is measured";
        problems.push(Problem::new(Code::TableHeader, place(None), message).hint(hint));
    }
    if problems.is_empty() { Ok(Header { columns, names, has_expectations }) } else { Err(problems) }
}

/// What an item's column of one kind is.
type ItemColumn = fn(usize) -> Column;

/// Every column that a table of `instrument` may have, by name.
fn known(instrument: &Instrument) -> Vec<(String, Column)> {
    let fixed =
        [("respondent", Column::Respondent), ("group", Column::Group), ("wave", Column::Wave), ("date", Column::Date)];
    let mut known: Vec<(String, Column)> = fixed.map(|(name, column)| (name.to_owned(), column)).into();
    let kinds: [(char, ItemColumn); 5] = [
        ('E', Column::Expected),
        ('P', Column::Perceived),
        ('I', Column::Importance),
        ('D', Column::Desired),
        ('M', Column::Minimum),
    ];
    for (at, item) in instrument.items.iter().enumerate() {
        known.extend(kinds.iter().map(|(letter, column)| (format!("{}_{letter}", item.id), column(at))));
    }
    let weights = instrument.dimensions.iter().enumerate();
    known.extend(weights.map(|(at, dimension)| (format!("{}_W", dimension.id), Column::Weight(at))));
    let questions = instrument.questions.iter().enumerate();
    known.extend(questions.map(|(at, question)| (question.id.clone(), Column::Question(at))));
    known
}

/// The column called `name`, in any mixture of capitals.
fn find(known: &[(String, Column)], name: &str) -> Column {
    let found = known.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
    found.map_or(Column::Unknown, |(_, column)| *column)
}

fn missing(instrument: &Instrument, columns: &[Column], has_expectations: bool) -> Vec<String> {
    let mut missing = Vec::new();
    for (at, item) in instrument.items.iter().enumerate() {
        if has_expectations && !columns.contains(&Column::Expected(at)) {
            missing.push(format!("{}_E", item.id));
        }
        if !columns.contains(&Column::Perceived(at)) {
            missing.push(format!("{}_P", item.id));
        }
    }
    missing
}

/// The first few names, and how many there are beside them.
fn listed(names: &[String]) -> String {
    const TOLD: usize = 8;
    let told: Vec<_> = names.iter().take(TOLD).map(|name| format!("`{name}`")).collect();
    match names.len().checked_sub(TOLD) {
        Some(more @ 1..) => format!("{} and {more} more", told.join(", ")),
        _ => told.join(", "),
    }
}
