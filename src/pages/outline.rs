//! Pages to be read in order: a list of them, and the way to those before and after.

use serde::Serialize;

/// A list of pages to be read in order.
#[derive(Debug, Clone, Serialize)]
pub struct Outline {
    /// The entries.
    pub entries: Vec<OutlineEntry>,
    /// What an entry that the reader has read is marked with.
    pub read: String,
}

/// A page in a list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct OutlineEntry {
    /// Under which the reader's browser keeps that it was read; empty where it does not.
    pub key: String,
    /// Its number, or empty.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Where it stands, relative to the page; empty for what cannot be opened.
    pub href: String,
    /// Length and the like, in small type, or empty.
    pub note: String,
    /// What it is about, or empty.
    pub about: String,
}

/// The way to the pages before and after this one.
#[derive(Debug, Clone, Serialize)]
pub struct Turning {
    /// Under which the reader's browser keeps that this page was read.
    pub key: String,
    /// Label of the button that marks it as read.
    pub mark: String,
    /// Label of the button that takes the mark back.
    pub unmark: String,
    /// The page before, with what it is.
    pub previous: Option<Turn>,
    /// The page after, with what it is.
    pub next: Option<Turn>,
}

/// A page beside this one.
#[derive(Debug, Clone, Serialize)]
pub struct Turn {
    /// Which way it lies.
    pub label: String,
    /// Its title.
    pub title: String,
    /// Where it stands, relative to the page.
    pub href: String,
}
