//! The dots that forms hold where their author has not written yet.

use toml::Spanned;
use toml::de::DeValue;

use super::source::Source;
use super::tree::{self, Tree};
use crate::values::problem::SpanRange;
use crate::values::{Code, Place, Problem};

/// Whether `text` is nothing but the dots of a form.
#[must_use]
pub fn is_placeholder(text: &str) -> bool {
    matches!(text.trim(), "…" | "……" | "...")
}

/// A warning for each text of `source` that is still a form's dots.
#[must_use]
pub fn placeholders(source: &Source, tree: Option<&Tree<'_>>) -> Vec<Problem> {
    if !source.text.contains('…') && !source.text.contains("...") {
        return Vec::new();
    }
    let recovered;
    let tree = if let Some(tree) = tree {
        tree
    } else {
        recovered = tree::recover(source);
        &recovered
    };
    let mut found = Vec::new();
    tree.get_ref().values().for_each(|value| walk(value, &mut found));
    found.into_iter().map(|span| problem(&source.path, span)).collect()
}

/// The warning for dots at `span`.
#[must_use]
pub fn problem(file: &str, span: SpanRange) -> Problem {
    let place = Place { file: file.to_owned(), span: Some(span) };
    Problem::new(Code::Placeholder, place, "this is still the form's placeholder")
        .hint("write the text, or remove the line")
}

fn walk(value: &Spanned<DeValue<'_>>, found: &mut Vec<SpanRange>) {
    match value.get_ref() {
        DeValue::String(text) if is_placeholder(text) => found.push(value.span().into()),
        DeValue::Array(list) => list.iter().for_each(|entry| walk(entry, found)),
        DeValue::Table(table) => table.values().for_each(|entry| walk(entry, found)),
        _ => {}
    }
}
