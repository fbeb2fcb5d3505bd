//! Sentences with places for numbers and names.

use crate::values::{Language, Words};

/// The sentence `words` with `values` in place of its `{}`, in order.
#[must_use]
pub fn told(words: Words, language: Language, values: &[&str]) -> String {
    let mut parts = words.get(language).split("{}");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for (part, value) in parts.zip(values) {
        out.push_str(value);
        out.push_str(part);
    }
    out
}
