//! Tables of figures or text.

use serde::Serialize;

use super::Tone;

/// A table.
#[derive(Debug, Clone, Serialize)]
pub struct Table {
    /// Fragment, unique on the page.
    pub id: String,
    /// Caption; also the accessible name.
    pub caption: String,
    /// A remark below the table: unit, source, marks.
    pub note: String,
    /// The columns; the first one heads the rows.
    pub columns: Vec<Column>,
    /// CSS classes `n2 n3 …`, one for each column of figures, so that cells need no class each.
    pub classes: String,
    /// Whether a reader may sort it.
    pub sortable: bool,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Debug, Clone, Serialize)]
pub struct Column {
    /// Heading.
    pub label: String,
    /// Whether the cells are figures, set flush right with tabular digits.
    pub number: bool,
    /// Relative width in a report, where 1 is usual.
    pub width: u8,
}

/// A row of a table.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// Fragment, or empty.
    pub id: String,
    /// What the row is.
    pub kind: RowKind,
    /// One cell for each column.
    pub cells: Vec<Cell>,
}

/// What a row is within its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    /// An ordinary row.
    Plain,
    /// A heading over the rows that follow; only its first cell is printed, across all columns.
    Group,
    /// A sum.
    Total,
}

/// A cell: plain text, or text with a link, colour or sort key.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum Cell {
    /// Only text.
    Plain(String),
    /// Text with more to it.
    Rich(RichCell),
}

/// A cell with a link, a colour or a sort key.
#[derive(Debug, Clone, Serialize, Default)]
pub struct RichCell {
    /// What is printed.
    pub text: String,
    /// Where it leads, or empty.
    pub href: String,
    /// Its colour.
    pub tone: Tone,
    /// A second line in small type, or empty.
    pub note: String,
    /// What to sort by where that is not the text, or empty.
    pub sort: String,
    /// Inline SVG before the text, such as a trend line, or empty. Trusted.
    pub svg: String,
}

impl Table {
    /// The classes that mark columns of figures.
    #[must_use]
    pub fn classes_of(columns: &[Column]) -> String {
        let mut classes = String::new();
        for (index, column) in columns.iter().enumerate() {
            if column.number {
                classes.push_str(if classes.is_empty() { "n" } else { " n" });
                classes.push_str(&(index + 1).to_string());
            }
        }
        classes
    }
}

impl Column {
    /// A column of text.
    #[must_use]
    pub fn text(label: impl Into<String>) -> Self {
        Column { label: label.into(), number: false, width: 1 }
    }

    /// A column of figures.
    #[must_use]
    pub fn number(label: impl Into<String>) -> Self {
        Column { label: label.into(), number: true, width: 1 }
    }

    /// The same column, `width` times as wide in a report.
    #[must_use]
    pub fn wide(mut self, width: u8) -> Self {
        self.width = width;
        self
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Cell::Plain(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Cell::Plain(text.to_owned())
    }
}
