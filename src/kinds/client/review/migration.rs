//! Tier migration since the quarter before: the matrix by count and by exposure, and every change with
//! what caused it.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::causes::Cause;
use super::sums::Migration;
use super::track::Track;
use super::words as w;
use super::{NAMED, Pack};
use crate::kinds::client::pages::tier_tone;
use crate::kinds::client::portfolio::Row;
use crate::pages::{Block, Column, Row as TableRow, Section, Table, Tone};
use crate::present::tables::{row, section, sentence, table, toned, total};
use crate::values::Quantity;

impl Pack<'_> {
    pub(super) fn migration(&self) -> Section {
        let migration = Migration::of(self.tracks(), self.edition.model.tiers.len());
        let counts: Vec<Vec<String>> =
            migration.counts.iter().map(|row| row.iter().copied().map(count).collect()).collect();
        let money = |amount: &Decimal| if amount.is_zero() { String::new() } else { self.money(*amount) };
        let exposures: Vec<Vec<String>> =
            migration.exposures.iter().map(|row| row.iter().map(money).collect()).collect();
        let sums: Vec<String> = migration.counts.iter().map(|row| row.iter().sum::<usize>().to_string()).collect();
        let amounts: Vec<String> =
            migration.exposures.iter().map(|row| self.money(row.iter().copied().sum::<Decimal>())).collect();
        let new: Vec<String> = migration.new.iter().copied().map(count).collect();
        let new_count = migration.new.iter().sum::<usize>().to_string();
        let mut by_count = self.matrix("migration-counts", w::MATRIX_COUNT, &counts, &sums);
        if migration.new.iter().any(|&count| count > 0) {
            let mut cells = vec![self.say(w::NEW).into()];
            cells.extend(new.into_iter().map(Into::into));
            cells.push(new_count.into());
            by_count.rows.push(row(cells));
        }
        let unit = self.unit();
        let mut by_exposure = self.matrix("migration-exposure", w::MATRIX_EXPOSURE, &exposures, &amounts);
        by_exposure.caption = format!("{} ({unit})", by_exposure.caption);
        let mut blocks = vec![Block::Table(by_count), Block::Table(by_exposure)];
        blocks.push(self.changes());
        section("migration", self.say(w::MIGRATION), blocks)
    }

    fn matrix(&self, id: &str, caption: crate::values::Words, cells: &[Vec<String>], sums: &[String]) -> Table {
        let tiers = &self.edition.model.tiers;
        let mut columns = vec![Column::text(self.say(w::FROM_TO)).wide(3)];
        columns.extend(tiers.iter().map(|tier| Column::number(tier.id.clone())));
        columns.push(Column::number(self.say(w::TOTAL)));
        let rows = cells.iter().zip(sums).enumerate().map(|(from, (cells, sum))| {
            let moved = |(to, cell): (usize, &String)| {
                let tone = match to.cmp(&from) {
                    _ if cell.is_empty() => Tone::Neutral,
                    Ordering::Less => Tone::Good,
                    Ordering::Equal => Tone::Neutral,
                    Ordering::Greater => Tone::Bad,
                };
                toned(cell.clone(), tone)
            };
            let mut line = vec![self.tier(from).into()];
            line.extend(cells.iter().enumerate().map(moved));
            line.push(sum.clone().into());
            row(line)
        });
        table(id, self.say(caption), columns, rows.collect())
    }

    fn changes(&self) -> Block {
        let mut changed: Vec<(&Row, &Track, usize, usize)> = self
            .rows
            .iter()
            .filter_map(|(row, track)| Some((*row, *track, track.before()?.tier, track.latest()?.tier)))
            .filter(|(_, _, before, now)| before != now)
            .collect();
        if changed.is_empty() {
            return sentence(self.say(w::NO_CHANGE));
        }
        let weight = |track: &Track| track.latest().and_then(|now| now.exposure).unwrap_or_default();
        // Downgrades first, the deepest before others, then by what is at stake.
        changed.sort_by(|a, b| {
            let fall = |(_, _, before, now): &(&Row, &Track, usize, usize)| {
                i64::try_from(*now).unwrap_or(0) - i64::try_from(*before).unwrap_or(0)
            };
            fall(b).cmp(&fall(a)).then(weight(b.1).cmp(&weight(a.1))).then(a.0.id.cmp(&b.0.id))
        });
        let so_many = changed.len();
        changed.truncate(NAMED);
        let columns = vec![
            Column::text(self.say(w::CLIENT)).wide(4),
            Column::text(self.say(w::FROM)),
            Column::text(self.say(w::TO)),
            Column::text(self.say(w::REASON)).wide(8),
        ];
        let count = self.edition.model.tiers.len();
        let rows: Vec<TableRow> = changed
            .into_iter()
            .map(|(client, track, before, now)| {
                row(vec![
                    self.client(client),
                    self.tier(before).into(),
                    toned(self.tier(now), tier_tone(now, count)),
                    self.causes(&track.causes).into(),
                ])
            })
            .collect();
        self.listing(table("changes", self.say(w::CHANGES), columns, rows), so_many)
    }

    pub(super) fn causes(&self, causes: &[Cause]) -> String {
        causes.iter().map(|cause| self.cause(cause)).collect::<Vec<_>>().join(self.semicolon())
    }

    fn cause(&self, cause: &Cause) -> String {
        let cap = |at: usize| self.edition.model.caps.get(at).map_or("", |cap| cap.reason.get(self.language()));
        match cause {
            Cause::Statement(name) => self.tell(w::NEW_STATEMENT, &[name]),
            Cause::Measure { measure, before, now, change } => {
                let value = |quantity: &Quantity| crate::present::value(*quantity, measure.unit(), Decimal::ONE);
                let name = measure.doc().name.get(self.language());
                let sign = if change.is_sign_negative() { "−" } else { "+" };
                let points = format!("{sign}{}", crate::pages::number::fixed(change.abs(), 1));
                match (before, now) {
                    (Err(_), Ok(_)) => self.tell(w::COUNTS_NOW, &[name, &value(now), &points]),
                    (Ok(_), Err(_)) => self.tell(w::COUNTS_NO_LONGER, &[name, &points]),
                    _ => self.tell(w::MOVED, &[name, &value(before), &value(now), &points]),
                }
            }
            Cause::CapBegan(at) => self.tell(w::CAP_BEGAN, &[cap(*at)]),
            Cause::CapEnded(at) => self.tell(w::CAP_ENDED, &[cap(*at)]),
            Cause::OverrideBegan => self.say(w::OVERRIDE_BEGAN),
            Cause::OverrideEnded => self.say(w::OVERRIDE_ENDED),
        }
    }

    /// A line that sums up columns of text.
    pub(super) fn sum_row(&self, cells: Vec<String>) -> TableRow {
        total(std::iter::once(self.say(w::TOTAL)).chain(cells).map(Into::into).collect())
    }
}

fn count(count: usize) -> String {
    if count == 0 { String::new() } else { count.to_string() }
}
