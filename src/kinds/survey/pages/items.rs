//! The items: answers, expectations, perceptions, gaps, and where each lies in the zone of tolerance.

use rust_decimal::Decimal;

use super::words as w;
use super::{Sheet, interval, position, share_of, statistic, tick};
use crate::kinds::survey::assess::{ItemResult, Tolerance};
use crate::pages::chart::{Zone, Zones};
use crate::pages::number::fixed;
use crate::pages::{Block, Cell, Chart, Column, RichCell, Row, Section, Table, Tone};
use crate::present::tables::{group, row, section, table, toned};

impl Sheet<'_> {
    pub(super) fn items_section(&self) -> Section {
        let mut blocks = vec![Block::Table(self.item_table())];
        blocks.extend(self.zones());
        section("items", self.say(w::ITEMS), blocks)
    }

    /// Rows made by `make` for the items of each dimension, under its name.
    pub(super) fn by_dimension(&self, columns: usize, mut make: impl FnMut(usize) -> Option<Row>) -> Vec<Row> {
        let mut rows = Vec::new();
        for (at, dimension) in self.survey.instrument.dimensions.iter().enumerate() {
            let items: Vec<_> = dimension.items.iter().filter_map(|&item| make(item)).collect();
            if !items.is_empty() {
                rows.push(group(self.dimension(at).to_owned(), columns));
                rows.extend(items);
            }
        }
        rows
    }

    fn item_table(&self) -> Table {
        let mut columns = vec![
            Column::text(self.say(w::ITEM)).wide(6),
            Column::number(self.say(w::ANSWERED)),
            Column::number(self.say(w::MISSING)),
        ];
        if self.has_gaps() {
            columns.push(Column::number(self.say(w::EXPECTED)));
        }
        columns.push(Column::number(self.say(w::PERCEIVED)));
        if self.has_gaps() {
            columns.push(Column::number(self.say(w::GAP)));
        }
        columns.push(Column::number(self.say(w::INTERVAL)).wide(2));
        if self.has_gaps() {
            columns.push(Column::number(self.say(w::T)));
        }
        let rows = self.by_dimension(columns.len(), |item| Some(self.item_row(item)));
        let mut table = table("item-table", self.say(w::ITEM_TABLE), columns, rows);
        table.note = self.say(if self.has_gaps() { w::ITEM_NOTE } else { w::ITEM_NOTE_PERF });
        table
    }

    fn item_row(&self, at: usize) -> Row {
        let result = &self.assessment.whole.items[at];
        let told = result.gap.as_ref().unwrap_or(&result.perception);
        let mut cells = vec![
            self.item_cell(at),
            told.n.to_string().into(),
            share_of(result.missing, self.survey.tallies.whole.respondents).into(),
        ];
        if self.has_gaps() {
            cells.push(self.estimate_cell(result.expectation.as_ref()));
        }
        cells.push(self.figure_cell(&result.perception.figure));
        if self.has_gaps() {
            cells.push(self.gap_cell(result.gap.as_ref()));
        }
        cells.push(interval(told.interval, 2).into());
        if self.has_gaps() {
            cells.push(statistic(told.test).into());
        }
        row(cells)
    }

    /// Number and wording of an item, and whether it is reversed.
    fn item_cell(&self, at: usize) -> Cell {
        let item = &self.survey.instrument.items[at];
        let text = format!("{} {}", at + 1, self.text(&item.text));
        let note = if item.reverse { self.say(w::REVERSED) } else { String::new() };
        Cell::Rich(RichCell { text, note, ..RichCell::default() })
    }

    fn zones(&self) -> Vec<Block> {
        let known: Vec<(usize, &ItemResult, &Tolerance)> = self
            .assessment
            .whole
            .items
            .iter()
            .enumerate()
            .filter_map(|(at, item)| Some((at, item, item.tolerance.as_ref()?)))
            .collect();
        let rows: Vec<Zone<'_>> = known
            .iter()
            .filter_map(|(at, item, zone)| {
                Some(Zone {
                    label: self.item(*at),
                    minimum: position(zone.minimum),
                    desired: position(zone.desired),
                    perceived: position(item.perception.figure.value.ok()?),
                    tone: place(zone).1,
                })
            })
            .collect();
        if rows.is_empty() {
            return Vec::new();
        }
        let below: Vec<&str> = rows.iter().filter(|row| row.perceived < row.minimum).map(|row| row.label).collect();
        let title = self.say(w::ZONES);
        let alt = format!("{}: {}", self.say(w::BELOW_ZONE), self.joined(&below));
        let svg = Zones { rows: &rows, tick: &tick }.draw(&alt, self.medium);
        let chart =
            Chart { id: "zones".to_owned(), title, alt, svg, legend: Vec::new(), table: "zone-table".to_owned() };
        vec![Block::Chart(chart), Block::Table(self.zone_table())]
    }

    fn zone_table(&self) -> Table {
        let columns = vec![
            Column::text(self.say(w::ITEM)).wide(3),
            Column::number(self.say(w::MINIMUM)),
            Column::number(self.say(w::DESIRED)),
            Column::number(self.say(w::PERCEIVED)),
            Column::number(self.say(w::ADEQUACY)).wide(2),
            Column::number(self.say(w::SUPERIORITY)).wide(2),
            Column::text(self.say(w::PLACE)),
        ];
        let rows = self.by_dimension(columns.len(), |at| {
            let result = &self.assessment.whole.items[at];
            let zone = result.tolerance.as_ref()?;
            let (words, tone) = place(zone);
            Some(row(vec![
                self.item(at).into(),
                fixed(zone.minimum, 2).into(),
                fixed(zone.desired, 2).into(),
                self.figure_cell(&result.perception.figure),
                self.figure_cell(&zone.adequacy),
                self.figure_cell(&zone.superiority),
                toned(self.say(words), tone),
            ]))
        });
        table("zone-table", self.say(w::ZONE_TABLE), columns, rows)
    }
}

/// Where the service lies, and how favourable that is.
fn place(zone: &Tolerance) -> (crate::values::Words, Tone) {
    let above = |value: crate::values::Quantity| value.is_ok_and(|value| value >= Decimal::ZERO);
    if above(zone.superiority.value) {
        (w::ABOVE_ZONE, Tone::Good)
    } else if above(zone.adequacy.value) {
        (w::IN_ZONE, Tone::Neutral)
    } else {
        (w::BELOW_ZONE, Tone::Bad)
    }
}
