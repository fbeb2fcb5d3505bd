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
    /// CSS classes `n2 n3 …`, one for each column of figures, and `w4 …`, one for each of longer text, so that
    /// cells need no class each.
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
    /// The classes that mark columns of figures, and those of longer text: beside the first, as wide as a
    /// quarter of a report.
    #[must_use]
    pub fn classes_of(columns: &[Column]) -> String {
        let all: u32 = columns.iter().map(|column| u32::from(column.width)).sum();
        let class = |(index, column): (usize, &Column)| match column.number {
            true => Some(format!("n{}", index + 1)),
            false if index > 0 && u32::from(column.width) * 4 >= all => Some(format!("w{}", index + 1)),
            false => None,
        };
        columns.iter().enumerate().filter_map(class).collect::<Vec<_>>().join(" ")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_figures_and_of_longer_text_are_marked() {
        let columns = [
            Column::text("Step").wide(5),
            Column::text("Reason").wide(4),
            Column::text("By").wide(2),
            Column::number("Amount").wide(5),
        ];
        assert_eq!(Table::classes_of(&columns), "w2 n4");
        assert_eq!(Table::classes_of(&[]), "");
    }
}
