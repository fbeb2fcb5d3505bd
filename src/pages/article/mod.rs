//! Long text of an author, such as a lesson, as parts of the document model: headings, lists within
//! lists, tables, remarks, formulas, footnotes, figures with captions, and values that are inserted
//! when the page is made.
//!
//! `read(text, &mut impl Resolve) -> Vec<ArticlePart>`. Links, pictures and values are resolved by the
//! caller, who also learns where they stand; what is not safe or not known keeps only its words.

mod footnotes;
mod formula;
mod notation;
mod read;
#[cfg(test)]
mod tests;
mod walk;

use std::ops::Range;

use serde::Serialize;

pub use footnotes::{Lost, lost_footnotes};
pub use formula::Formula;
pub use notation::Notation;
pub use read::read;
pub use walk::{all_words, formulas, words};

use super::SpanStyle;

/// A long text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Article {
    /// Its parts in order.
    pub parts: Vec<ArticlePart>,
}

/// A part of a long text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "part", rename_all = "snake_case")]
pub enum ArticlePart {
    /// A heading, of level 2 or deeper.
    Heading {
        /// 2 to 6.
        level: u8,
        /// Fragment, unique in the text.
        id: String,
        /// The words.
        inlines: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph {
        /// Its text.
        inlines: Vec<Inline>,
    },
    /// A list.
    List {
        /// The number of its first entry, or nothing for a list without numbers.
        first: Option<u64>,
        /// Its entries.
        items: Vec<Vec<ArticlePart>>,
    },
    /// A table.
    Table {
        /// For each column, whether it is flush right.
        right: Vec<bool>,
        /// The headings of its columns.
        head: Vec<Vec<Inline>>,
        /// Its rows.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A remark set apart.
    Alert {
        /// What it is: `note`, `tip`, `important`, `warning` or `caution`.
        kind: &'static str,
        /// Its content.
        parts: Vec<ArticlePart>,
    },
    /// A quotation.
    Quote {
        /// Its content.
        parts: Vec<ArticlePart>,
    },
    /// Text with its line ends and spaces.
    Code {
        /// The text.
        text: String,
    },
    /// A formula on a line of its own.
    Math {
        /// The formula.
        formula: Formula,
    },
    /// A picture with its caption.
    Figure {
        /// Where it lies, relative to the page.
        src: String,
        /// What it shows, for those who cannot see it.
        alt: String,
        /// The caption, or empty.
        caption: String,
    },
    /// Terms with what they mean.
    Definitions {
        /// In order.
        items: Vec<Definition>,
    },
    /// A break between subjects.
    Rule,
    /// Footnotes, at the end of the text.
    Notes {
        /// In the order of their numbers, from 1.
        items: Vec<Vec<ArticlePart>>,
    },
}

/// A term with what it means.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Definition {
    /// Fragment, unique in the text; or empty.
    pub id: String,
    /// The term.
    pub term: Vec<Inline>,
    /// What it means, once or more.
    pub meanings: Vec<Vec<ArticlePart>>,
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "inline", rename_all = "snake_case")]
pub enum Inline {
    /// Characters.
    Text {
        /// As data.
        text: String,
    },
    /// Text in another style.
    Styled {
        /// The style.
        style: SpanStyle,
        /// The text.
        inlines: Vec<Inline>,
    },
    /// A link.
    Link {
        /// Where it leads; never empty.
        href: String,
        /// Its words.
        inlines: Vec<Inline>,
    },
    /// A formula in a line of text.
    Math {
        /// The formula.
        formula: Formula,
    },
    /// A picture within a line.
    Picture {
        /// Where it lies, relative to the page; never empty.
        src: String,
        /// What it shows.
        alt: String,
        /// Its caption, or empty.
        caption: String,
    },
    /// The mark of a footnote.
    Note {
        /// Its number.
        number: usize,
    },
    /// A line end that the author wants.
    Break,
}

/// Where links lead and what is inserted. `at` is the place in the text that was read.
pub trait Resolve {
    /// The address that a link leads to, relative to the page; empty where it is not known.
    fn link(&mut self, target: &str, at: Range<usize>) -> String;

    /// The address of a picture, relative to the page; empty where there is none.
    fn picture(&mut self, target: &str, at: Range<usize>) -> String;

    /// What stands in place of `{{ call }}`: the words, and where they lead or empty.
    fn value(&mut self, call: &str, at: Range<usize>) -> (String, String);
}
