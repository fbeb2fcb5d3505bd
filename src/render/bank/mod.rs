//! Question banks for learning platforms: Moodle XML, and QTI 1.2 as a package. Every text of an author stays
//! data: escaped as HTML where the platform reads HTML, and again as XML.
//!
//! `moodle(&Bank, &Html) -> Vec<u8>`, `qti(&Bank, &Html) -> Vec<u8>`. Formulas are left in TeX between `\(` and
//! `\)`, which the filters of the platforms draw; most of them strip `MathML`.

mod moodle;
mod qti;
mod xml;

pub use moodle::moodle;
pub use qti::qti;

use rust_decimal::Decimal;

use super::html::{Html, escaped};
use crate::pages::article::ArticlePart;

/// Writes texts as the HTML that platforms take.
struct Texts<'a> {
    html: &'a Html,
    lang: &'static str,
}

impl Texts<'_> {
    /// Long text.
    fn long(&self, parts: &[ArticlePart]) -> String {
        self.html.article(parts, self.lang)
    }
}

/// A line of an author's words as HTML.
fn line(words: &str) -> String {
    escaped(words)
}

/// A number as platforms read it: digits and a point.
fn number(value: Decimal) -> String {
    value.normalize().to_string()
}
