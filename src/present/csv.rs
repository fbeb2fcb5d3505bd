//! Tables for spreadsheets.

/// What spreadsheets know UTF-8 by; a table without it shows Chinese as garbage there.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// How text begins that a spreadsheet takes for a formula; some take full-width signs too.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];

/// Text that no spreadsheet runs: what it would take for a formula is led by an apostrophe.
#[must_use]
pub fn text(text: &str) -> String {
    if text.starts_with(FORMULA) { format!("'{text}") } else { text.to_owned() }
}
