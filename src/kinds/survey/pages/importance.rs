//! Importance against performance: the matrix and its table.

use super::words as w;
use super::{Sheet, position, tick};
use crate::kinds::survey::assess::{Importance, Quadrant};
use crate::pages::chart::{Matrix, MatrixPoint};
use crate::pages::number::fixed;
use crate::pages::{Block, Chart, Column, Section, Table, Tone};
use crate::present::tables::{row, section, table, toned};

impl Sheet<'_> {
    pub(super) fn importance_section(&self) -> Option<Section> {
        let importance = self.assessment.importance.as_ref()?;
        let blocks = vec![Block::Chart(self.matrix(importance)), Block::Table(self.importance_table(importance))];
        Some(section("importance", self.say(w::IMPORTANCE), blocks))
    }

    fn matrix(&self, importance: &Importance) -> Chart {
        let points: Vec<MatrixPoint<'_>> = importance
            .items
            .iter()
            .enumerate()
            .map(|(at, item)| MatrixPoint {
                label: self.item(at),
                performance: position(item.perception),
                importance: position(item.importance),
                tone: tone(item.quadrant),
            })
            .collect();
        let language = self.language();
        let name = |quadrant: Quadrant| quadrant.words().get(language);
        let axes = [self.say(w::PERFORMANCE_AXIS), self.say(w::IMPORTANCE_AXIS)];
        let matrix = Matrix {
            points: &points,
            cross: (position(importance.perception_line), position(importance.importance_line)),
            fields: [
                name(Quadrant::ConcentrateHere),
                name(Quadrant::KeepUp),
                name(Quadrant::LowPriority),
                name(Quadrant::PossibleOverkill),
            ],
            axes: [&axes[0], &axes[1]],
            tick: &tick,
        };
        let weak: Vec<&str> = importance
            .items
            .iter()
            .enumerate()
            .filter(|(_, item)| item.quadrant == Quadrant::ConcentrateHere)
            .map(|(at, _)| self.item(at))
            .collect();
        let title = self.say(w::MATRIX);
        let alt = format!("{}: {}", name(Quadrant::ConcentrateHere), self.joined(&weak));
        let svg = matrix.draw(&alt, self.medium);
        Chart { id: "matrix".to_owned(), title, alt, svg, legend: Vec::new(), table: "importance-table".to_owned() }
    }

    /// Items by field, the most urgent field first.
    fn importance_table(&self, importance: &Importance) -> Table {
        let columns = vec![
            Column::text(self.say(w::ITEM)).wide(3),
            Column::text(self.say(w::DIMENSION)).wide(2),
            Column::number(self.say(w::HOW_IMPORTANT)),
            Column::number(self.say(w::HOW_WELL)),
            Column::text(self.say(w::FIELD)).wide(2),
        ];
        let mut order: Vec<usize> = (0..importance.items.len()).collect();
        order.sort_by(|&a, &b| {
            let (a_item, b_item) = (&importance.items[a], &importance.items[b]);
            a_item.quadrant.cmp(&b_item.quadrant).then(b_item.importance.cmp(&a_item.importance)).then(a.cmp(&b))
        });
        let rows = order.into_iter().map(|at| {
            let item = &importance.items[at];
            row(vec![
                self.item(at).into(),
                self.dimension(self.survey.instrument.items[at].dimension).into(),
                self.figure_cell(&item.figure),
                self.figure_cell(&self.assessment.whole.items[at].perception.figure),
                toned(item.quadrant.words().get(self.language()).to_owned(), tone(item.quadrant)),
            ])
        });
        let mut table = table("importance-table", self.say(w::MATRIX), columns, rows.collect());
        let lines = format!(
            "{}: {} {}, {} {}",
            self.say(w::CROSS_HAIRS),
            self.say(w::HOW_IMPORTANT),
            fixed(importance.importance_line, 2),
            self.say(w::HOW_WELL),
            fixed(importance.perception_line, 2),
        );
        table.note = if importance.is_stand_in { format!("{lines} · {}", self.say(w::STAND_IN)) } else { lines };
        table
    }
}

const fn tone(quadrant: Quadrant) -> Tone {
    match quadrant {
        Quadrant::ConcentrateHere => Tone::Bad,
        Quadrant::KeepUp => Tone::Good,
        Quadrant::LowPriority => Tone::Neutral,
        Quadrant::PossibleOverkill => Tone::Caution,
    }
}
