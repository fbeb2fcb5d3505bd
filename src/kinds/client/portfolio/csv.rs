//! The portfolio as one table for spreadsheets: `data/clients.csv`.

use std::io::{self, Write};

use rust_decimal::Decimal;

use super::{Credit, KEY_MEASURES, Row};
use crate::kinds::edition::Edition;
use crate::pages::number::exact;
use crate::present::csv::{BYTE_ORDER_MARK, text};
use crate::values::Language;

/// One line for each client, in the order of `rows`, with a heading line, in UTF-8 with a byte order
/// mark. Text that a spreadsheet would take for a formula is led by an apostrophe.
///
/// # Errors
/// What `out` says.
pub fn write_csv(edition: &Edition<'_>, rows: &[Row], out: &mut dyn Write) -> io::Result<()> {
    out.write_all(BYTE_ORDER_MARK.as_bytes())?;
    let mut writer = csv::WriterBuilder::new().from_writer(out);
    let mut heading = vec![
        "id",
        "name_zh",
        "name_en",
        "industry",
        "currency",
        "as_of",
        "period",
        "tier",
        "tier_before_caps",
        "caps",
        "tier_before_override",
        "score",
        "coverage",
        "review",
        "limit_currency",
        "limit_recommended",
        "limit_in_force",
        "exposure",
        "limit_use",
        "blocked",
        "block_unknown",
        "file",
    ];
    heading.extend(KEY_MEASURES.iter().map(|measure| measure.id()));
    writer.write_record(&heading)?;
    for row in rows {
        writer.write_record(record(edition, row))?;
    }
    writer.flush()
}

fn record(edition: &Edition<'_>, row: &Row) -> Vec<String> {
    let tier = |at: usize| edition.model.tiers[at].id.clone();
    let mut cells = vec![
        text(&row.id),
        text(row.name.get(Language::Zh)),
        text(row.name.get(Language::En)),
        text(&row.industry),
        text(&row.currency),
        edition.as_of.to_string(),
        text(&row.period),
        text(&tier(row.tier)),
        row.before_caps.map_or_else(String::new, |at| text(&tier(at))),
        text(&row.caps.join(" ")),
        row.overridden.map_or_else(String::new, |at| text(&tier(at))),
        number(row.score),
        number(row.coverage),
        row.review.map_or_else(String::new, |date| date.to_string()),
    ];
    cells.extend(limit_cells(row.credit.as_ref()));
    cells.push(text(&row.file));
    cells.extend(row.key.iter().map(|value| number(value.ok())));
    cells
}

/// Currency, the limit recommended, the one in force, exposure, use, what blocks further credit, and what would
/// have to be known to say that nothing else does.
fn limit_cells(credit: Option<&Credit>) -> [String; 7] {
    let Some(credit) = credit else { return Default::default() };
    let blocked: Vec<_> = credit.blocked.reasons().map(|(name, _)| name).collect();
    let unknown: Vec<_> = credit.blocked.untold.each().map(|(name, _)| name).collect();
    [
        text(&credit.currency),
        number(credit.recommended),
        number(credit.granted),
        number(credit.exposure),
        number(credit.used),
        blocked.join(" "),
        unknown.join(" "),
    ]
}

fn number(value: Option<Decimal>) -> String {
    value.map_or_else(String::new, exact)
}
