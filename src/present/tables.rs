//! Small makers of tables, cells and sections that the pages of every kind share.

use crate::pages::{
    Block, Cell, Column, Facts, Prose, ProsePart, RichCell, Row, RowKind, Section, Span, SpanStyle, Table, Tone,
    markdown,
};

/// A table that stays in the order given.
#[must_use]
pub fn table(id: &str, caption: String, columns: Vec<Column>, rows: Vec<Row>) -> Table {
    Table {
        id: id.to_owned(),
        caption,
        note: String::new(),
        classes: Table::classes_of(&columns),
        columns,
        sortable: false,
        rows,
    }
}

/// An ordinary row.
#[must_use]
pub fn row(cells: Vec<Cell>) -> Row {
    Row { id: String::new(), kind: RowKind::Plain, cells }
}

/// A row that sums up.
#[must_use]
pub fn total(cells: Vec<Cell>) -> Row {
    Row { id: String::new(), kind: RowKind::Total, cells }
}

/// A heading over the rows that follow.
#[must_use]
pub fn group(label: String, columns: usize) -> Row {
    let mut cells = vec![Cell::Plain(label)];
    cells.resize(columns.max(1), Cell::Plain(String::new()));
    Row { id: String::new(), kind: RowKind::Group, cells }
}

/// A cell that leads somewhere; plain where it leads nowhere.
#[must_use]
pub fn linked(text: String, href: String) -> Cell {
    if href.is_empty() { Cell::Plain(text) } else { Cell::Rich(RichCell { text, href, ..RichCell::default() }) }
}

/// The same cell with a second line in small type.
#[must_use]
pub fn noted(cell: Cell, note: String) -> Cell {
    match cell {
        Cell::Plain(text) => Cell::Rich(RichCell { text, note, ..RichCell::default() }),
        Cell::Rich(cell) => Cell::Rich(RichCell { note, ..cell }),
    }
}

/// A cell with a colour.
#[must_use]
pub fn toned(text: String, tone: Tone) -> Cell {
    Cell::Rich(RichCell { text, tone, ..RichCell::default() })
}

/// An author's Markdown as a block, or nothing where it is empty.
#[must_use]
pub fn prose(text: &str) -> Option<Block> {
    let parts = markdown::parse(text);
    (!parts.is_empty()).then_some(Block::Prose(Prose { parts }))
}

/// A sentence as a block.
#[must_use]
pub fn sentence(text: String) -> Block {
    let span = Span { text, style: SpanStyle::Plain, href: String::new() };
    Block::Prose(Prose { parts: vec![ProsePart::Paragraph { spans: vec![span] }] })
}

/// Facts without those that say nothing.
#[must_use]
pub fn facts(items: Vec<crate::pages::Fact>) -> Option<Block> {
    let items: Vec<_> = items.into_iter().filter(|fact| !fact.value.is_empty()).collect();
    (!items.is_empty()).then_some(Block::Facts(Facts { items }))
}

/// A section of blocks.
#[must_use]
pub fn section(id: &str, title: impl Into<String>, blocks: Vec<Block>) -> Section {
    Section { id: id.to_owned(), title: title.into(), new_sheet: false, blocks }
}
