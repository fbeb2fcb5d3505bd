//! The reliability of each dimension's scale.

use super::words as w;
use super::{Sheet, interval, real};
use crate::kinds::survey::assess::{Aspect, ScaleReliability};
use crate::pages::{Block, Cell, Column, Row, Section, Table, Tone};
use crate::present::tables::{group, row, section, table};

/// From here on a scale is usually taken as sufficient [S: Nunnally 1978].
const SUFFICIENT: f64 = 0.7;

impl Sheet<'_> {
    pub(super) fn reliability_section(&self) -> Option<Section> {
        if self.assessment.reliability.is_empty() {
            return None;
        }
        let blocks = vec![Block::Table(self.scale_table()), Block::Table(self.item_rest_table())];
        Some(section("reliability", self.say(w::RELIABILITY), blocks))
    }

    fn scale_table(&self) -> Table {
        let columns = vec![
            Column::text(self.say(w::ASPECT)).wide(2),
            Column::number(self.say(w::K)),
            Column::number(self.say(w::ANSWERED)),
            Column::number(self.say(w::ALPHA)),
            Column::number(self.say(w::INTERVAL)).wide(2),
            Column::number(self.say(w::STANDARDISED)),
        ];
        let mut rows = Vec::new();
        for at in 0..self.survey.instrument.dimensions.len() {
            let scales: Vec<Row> = self.scales(at).map(|scale| self.scale_row(scale)).collect();
            if !scales.is_empty() {
                rows.push(group(self.dimension(at).to_owned(), columns.len()));
                rows.extend(scales);
            }
        }
        let mut table = table("scale-table", self.say(w::SCALE_TABLE), columns, rows);
        table.note = self.say(w::ALPHA_NOTE);
        table
    }

    fn scales(&self, dimension: usize) -> impl Iterator<Item = &ScaleReliability> {
        self.assessment.reliability.iter().filter(move |scale| scale.dimension == dimension)
    }

    fn scale_row(&self, scale: &ScaleReliability) -> Row {
        let k = self.survey.instrument.dimensions[scale.dimension].items.len();
        let detail = scale.detail.as_ref();
        let tone = match detail {
            Some(detail) if detail.alpha < SUFFICIENT => Tone::Caution,
            _ => Tone::Neutral,
        };
        row(vec![
            scale.aspect.words().get(self.language()).into(),
            k.to_string().into(),
            detail.map_or(0, |detail| detail.n).to_string().into(),
            self.toned_cell(&scale.figure, tone),
            interval(detail.and_then(|detail| detail.interval), 2).into(),
            real(detail.and_then(|detail| detail.standardised), 3).into(),
        ])
    }

    fn item_rest_table(&self) -> Table {
        let aspects: Vec<Aspect> = if self.has_gaps() {
            vec![Aspect::Perception, Aspect::Expectation, Aspect::Gap]
        } else {
            vec![Aspect::Perception]
        };
        let mut columns = vec![Column::text(self.say(w::ITEM)).wide(3)];
        for aspect in &aspects {
            let name = aspect.words().get(self.language());
            columns.push(Column::number(format!("{name} {}", self.say(w::ITEM_REST))));
            columns.push(Column::number(format!("{name} {}", self.say(w::WITHOUT))));
        }
        let rows = self.by_dimension(columns.len(), |item| {
            let dimension = self.survey.instrument.items[item].dimension;
            let place = self.survey.instrument.dimensions[dimension].items.iter().position(|&other| other == item)?;
            let mut cells: Vec<Cell> = vec![self.item(item).into()];
            for aspect in &aspects {
                let scale = self.scales(dimension).find(|scale| scale.aspect == *aspect)?;
                let detail = scale.detail.as_ref();
                let at = |values: &[Option<f64>]| values.get(place).copied().flatten();
                cells.push(real(detail.and_then(|detail| at(&detail.item_rest)), 3).into());
                cells.push(real(detail.and_then(|detail| at(&detail.without)), 3).into());
            }
            Some(row(cells))
        });
        table("item-rest-table", self.say(w::ITEM_REST_TABLE), columns, rows)
    }
}
