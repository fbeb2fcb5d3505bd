//! Differences for programs: one JSON document, numbers as decimal strings with all their digits.

use serde::Serialize;

use super::super::problems::escaped;
use super::Differences;

#[derive(Serialize)]
struct Document<'a> {
    version: u8,
    #[serde(flatten)]
    differences: &'a Differences,
}

/// `differences` as one document.
pub(super) fn json(differences: &Differences) -> String {
    escaped(&serde_json::to_string_pretty(&Document { version: 1, differences }).unwrap_or_default())
}
