//! Differences for programs: one JSON document, numbers as decimal strings with all their digits.

use serde::Serialize;

use super::super::problems::escaped;
use crate::kinds::client::compare::Comparison;

#[derive(Serialize)]
struct Document<'a> {
    version: u8,
    #[serde(flatten)]
    comparison: &'a Comparison,
}

/// `comparison` as one document.
pub(super) fn json(comparison: &Comparison) -> String {
    escaped(&serde_json::to_string_pretty(&Document { version: 1, comparison }).unwrap_or_default())
}
