//! Text in tables that spreadsheets open.

/// How text begins that a spreadsheet takes for a formula; some take full-width signs too.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];

/// Text that no spreadsheet runs: led by an apostrophe where it would be taken for a formula.
#[must_use]
pub fn text(text: &str) -> String {
    if text.starts_with(FORMULA) { format!("'{text}") } else { text.to_owned() }
}
