//! The dimensions: gap chart and scores, the total in four ways, and where two methods disagree.

use super::words as w;
use super::{Sheet, interval, mark, probability, real, statistic, tick};
use crate::measures::Measure;
use crate::pages::chart::{Gap, Gaps, Mark, palette};
use crate::pages::number::fixed;
use crate::pages::{Block, Cell, Chart, Column, LegendEntry, Section, Table, Tone};
use crate::present;
use crate::present::tables::{row, section, table, toned, total};

impl Sheet<'_> {
    pub(super) fn dimensions_section(&self) -> Section {
        let mut blocks = vec![Block::Chart(self.gap_chart()), Block::Table(self.dimension_table())];
        blocks.push(Block::Table(self.totals_table()));
        if self.has_gaps() {
            blocks.push(Block::Table(self.ranking_table()));
        }
        section("dimensions", self.say(w::DIMENSIONS), blocks)
    }

    fn gap_chart(&self) -> Chart {
        let results = &self.assessment.whole.dimensions;
        let values: Vec<String> = results
            .iter()
            .map(|result| super::shown(&result.gap.as_ref().unwrap_or(&result.perception).figure))
            .collect();
        let marks: Vec<[Option<Mark>; 2]> = results
            .iter()
            .map(|result| [result.expectation.as_ref().and_then(mark), mark(&result.perception)])
            .collect();
        let rows: Vec<Gap<'_>> = marks
            .iter()
            .zip(&values)
            .enumerate()
            .map(|(at, (marks, value))| Gap { label: self.dimension(at), marks, value })
            .collect();
        let title = self.say(w::GAP_CHART);
        let alt: Vec<String> = rows.iter().map(|row| format!("{} {}", row.label, row.value)).collect();
        let alt = self.joined(&alt);
        let svg = Gaps { rows: &rows, tick: &tick }.draw(&alt, self.medium);
        let mut legend = Vec::new();
        if self.has_gaps() {
            legend.push(LegendEntry {
                series: 1,
                color: palette::series(1).light,
                text: format!("◆ {}", self.say(w::EXPECTED)),
            });
        }
        legend.push(LegendEntry {
            series: 2,
            color: palette::series(2).light,
            text: format!("● {} · {}", self.say(w::PERCEIVED), self.say(w::INTERVAL)),
        });
        Chart { id: "gap-chart".to_owned(), title, alt, svg, legend, table: "dimension-table".to_owned() }
    }

    fn dimension_table(&self) -> Table {
        let mut columns = vec![
            Column::text(self.say(w::DIMENSION)).wide(3),
            Column::number(self.say(w::WEIGHT)),
            Column::number(self.say(w::ANSWERED)),
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
            columns.push(Column::number(self.say(w::P)));
        }
        let rows = self.assessment.whole.dimensions.iter().enumerate().map(|(at, result)| {
            let told = result.gap.as_ref().unwrap_or(&result.perception);
            let mut cells: Vec<Cell> = vec![
                self.dimension(at).into(),
                result.weight.map_or_else(String::new, |weight| fixed(weight, 1)).into(),
                told.n.to_string().into(),
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
                cells.extend([statistic(told.test).into(), probability(told.test).into()]);
            }
            row(cells)
        });
        table("dimension-table", self.say(w::DIMENSION_TABLE), columns, rows.collect())
    }

    fn totals_table(&self) -> Table {
        let totals = &self.assessment.whole.totals;
        let all = totals.servqual.iter().chain(&totals.servqual_weighted);
        let all = all.chain([&totals.servperf, &totals.servperf_weighted]);
        let rows = all.map(|estimate| {
            let measure = estimate.figure.measure;
            let tone = if is_gap(measure) { super::gap_tone(estimate) } else { Tone::Neutral };
            row(vec![
                self.measure_cell(measure),
                self.toned_cell(&estimate.figure, tone),
                estimate.n.to_string().into(),
                real(estimate.deviation, 2).into(),
                interval(estimate.interval, 2).into(),
            ])
        });
        let columns = vec![
            Column::text(self.say(w::MEASURE)).wide(4),
            Column::number(self.say(w::VALUE)),
            Column::number(self.say(w::ANSWERED)),
            Column::number(self.say(w::DEVIATION)),
            Column::number(self.say(w::INTERVAL)).wide(2),
        ];
        table("totals", self.say(w::TOTALS), columns, rows.collect())
    }

    /// Where SERVQUAL and SERVPERF rank a dimension differently.
    fn ranking_table(&self) -> Table {
        let place =
            |rank: Option<usize>| rank.map_or_else(|| present::figure::NONE.to_owned(), |rank| rank.to_string());
        let rows = self.assessment.ranks.iter().enumerate().map(|(at, rank)| {
            let result = &self.assessment.whole.dimensions[at];
            let verdict =
                if rank.differs() { toned(self.say(w::DIFFERENT), Tone::Caution) } else { self.say(w::SAME).into() };
            row(vec![
                self.dimension(at).into(),
                self.gap_cell(result.gap.as_ref()),
                place(rank.by_gap).into(),
                self.figure_cell(&result.perception.figure),
                place(rank.by_performance).into(),
                verdict,
            ])
        });
        let columns = vec![
            Column::text(self.say(w::DIMENSION)).wide(3),
            Column::number(self.say(w::GAP)),
            Column::number(self.say(w::RANK_GAP)).wide(2),
            Column::number(self.say(w::PERCEIVED)),
            Column::number(self.say(w::RANK_PERFORMANCE)).wide(2),
            Column::text(self.say(w::DISAGREE)).wide(2),
        ];
        let mut table = table("ranking", self.say(w::RANKING), columns, rows.collect());
        table.note = self.say(w::RANK_NOTE);
        table
    }
}

/// A row that sums up.
pub(super) fn total_row(label: String, cells: Vec<Cell>) -> crate::pages::Row {
    let mut all: Vec<Cell> = vec![label.into()];
    all.extend(cells);
    total(all)
}

/// Whether a measure is a gap, whose sign is a judgement.
pub(super) const fn is_gap(measure: Measure) -> bool {
    matches!(measure, Measure::Gap | Measure::ServqualUnweighted | Measure::ServqualWeighted)
}
