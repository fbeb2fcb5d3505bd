//! Tables for spreadsheets.

/// How text begins that a spreadsheet takes for a formula; some take full-width signs too.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];

/// Text that no spreadsheet runs: what it would take for a formula is led by an apostrophe.
#[must_use]
pub fn text(text: &str) -> String {
    if text.starts_with(FORMULA) { format!("'{text}") } else { text.to_owned() }
}
