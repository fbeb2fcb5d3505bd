//! A client in trouble, what is published of a client alone in its book, and how to find what that says.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used, reason = "each test file uses its own part")]

use casebook::kinds::book::Book;
use casebook::load::Folder;
use casebook::pages::{Block, Cell, Section, Table};

use super::run::small_book;
use super::shelf::{Made, publish_of};

/// A client that is overdue, above its limit and on the watch list; its statements are in 万, its trade in yuan.
pub const LATE: &str = include_str!("late.toml");

/// What is published of the client in `text` at the end of March 2024.
pub fn made(text: &str, language: &str) -> Made {
    let dir = tempfile::tempdir().unwrap();
    small_book(dir.path(), &[("late", text)]);
    let folder = Folder::new(dir.path());
    let book = Book::open(&folder).unwrap();
    publish_of(&folder, &book, "late", language)
}

/// The table called `id`.
pub fn find_table<'t>(sections: &'t [Section], id: &str) -> Option<&'t Table> {
    let mut blocks = sections.iter().flat_map(|section| &section.blocks);
    blocks.find_map(|block| match block {
        Block::Table(table) if table.id == id => Some(table),
        _ => None,
    })
}

/// The words of a cell.
pub fn text(cell: &Cell) -> &str {
    match cell {
        Cell::Plain(text) => text,
        Cell::Rich(cell) => &cell.text,
    }
}
