//! The list of measures as JSON.

use serde::Serialize;

use crate::measures::Measure;
use crate::values::Language;

#[derive(Serialize)]
struct Entry {
    id: &'static str,
    unit: &'static str,
    name: &'static str,
}

/// Every measure with its unit and name.
pub(super) fn list(language: Language) -> String {
    let entry = |measure: &Measure| Entry {
        id: measure.id(),
        unit: measure.unit().id(),
        name: measure.doc().name.get(language),
    };
    let entries: Vec<_> = Measure::ALL.iter().map(entry).collect();
    serde_json::to_string_pretty(&entries).unwrap_or_default()
}
