//! Waves compared with the wave before, and groups with all other respondents.

use super::dimensions::total_row;
use super::words as w;
use super::{Sheet, gap_tone, interval, mark, probability, real, tick};
use crate::kinds::survey::assess::{Change, Comparison, Estimate, Segment, Versus};
use crate::measures::statistics::MeanTest;
use crate::pages::chart::{Gap, Gaps, Mark, palette};
use crate::pages::{Block, Cell, Chart, Column, LegendEntry, RichCell, Row, Section, Table, Tone};
use crate::present;
use crate::present::tables::{row, section, table, toned};

/// The most marks in a line of a chart.
const SIDE_BY_SIDE: usize = 3;

/// The shapes of marks, for legends.
const SHAPES: [char; SIDE_BY_SIDE] = ['◆', '●', '■'];

impl Sheet<'_> {
    pub(super) fn compare_section(&self) -> Option<Section> {
        let mut blocks = Vec::new();
        if self.assessment.waves.len() > 1 {
            let last = self.assessment.waves.len().saturating_sub(SIDE_BY_SIDE);
            blocks.push(Block::Chart(self.side_by_side(
                "wave-chart",
                w::WAVES,
                &self.assessment.waves[last..],
                "waves",
            )));
            let pairs = self.assessment.comparisons.iter().filter_map(|comparison| match comparison.versus {
                Versus::EarlierWave { wave, before } => Some((comparison, wave, before)),
                Versus::Others { .. } => None,
            });
            blocks.extend(pairs.enumerate().map(|(at, (comparison, wave, before))| {
                let id = if at == 0 { "waves".to_owned() } else { format!("waves-{}", at + 1) };
                Block::Table(self.wave_table(&id, comparison, wave, before))
            }));
        }
        if self.assessment.groups.len() > 1 {
            if self.assessment.groups.len() <= SIDE_BY_SIDE {
                blocks.push(Block::Chart(self.side_by_side(
                    "group-chart",
                    w::GROUPS,
                    &self.assessment.groups,
                    "groups",
                )));
            }
            blocks.push(Block::Table(self.group_table()));
        }
        (!blocks.is_empty()).then(|| section("compared", self.say(w::COMPARED), blocks))
    }

    /// What is compared: gaps, or perceptions where there are none.
    fn compared_in(segment: &Segment, at: usize) -> &Estimate {
        let dimension = &segment.dimensions[at];
        dimension.gap.as_ref().unwrap_or(&dimension.perception)
    }

    fn side_by_side(&self, id: &str, title: crate::values::Words, segments: &[Segment], table: &str) -> Chart {
        let count = self.survey.instrument.dimensions.len();
        let marks: Vec<Vec<Option<Mark>>> = (0..count)
            .map(|at| segments.iter().map(|segment| mark(Self::compared_in(segment, at))).collect())
            .collect();
        let values: Vec<String> = (0..count).map(|at| self.change_in(segments, at)).collect();
        let rows: Vec<Gap<'_>> = marks
            .iter()
            .zip(&values)
            .enumerate()
            .map(|(at, (marks, value))| Gap { label: self.dimension(at), marks, value })
            .collect();
        let what = if self.has_gaps() { w::GAP } else { w::PERCEIVED };
        let title = format!("{} · {}", self.say(title), self.say(what));
        let told: Vec<String> = (0..count)
            .map(|at| {
                let figures: Vec<String> =
                    segments.iter().map(|segment| super::shown(&Self::compared_in(segment, at).figure)).collect();
                format!("{} {}", self.dimension(at), figures.join(" / "))
            })
            .collect();
        let alt = self.joined(&told);
        let svg = Gaps { rows: &rows, tick: &tick }.draw(&alt, self.medium);
        let legend = segments
            .iter()
            .zip(1_u8..)
            .map(|(segment, number)| LegendEntry {
                series: number,
                color: palette::series(number).light,
                text: format!(
                    "{} {}",
                    SHAPES[usize::from(number - 1) % SHAPES.len()],
                    segment.name.get(self.language())
                ),
            })
            .collect();
        Chart { id: id.to_owned(), title, alt, svg, legend, table: table.to_owned() }
    }

    /// From the first to the last of two waves, where that is what is shown.
    fn change_in(&self, segments: &[Segment], at: usize) -> String {
        let last = segments.last().map(|segment| segment.id.as_str());
        let tests = self.assessment.comparisons.iter().find_map(|comparison| match comparison.versus {
            Versus::EarlierWave { wave, .. } if segments.len() == 2 => {
                (Some(self.survey.waves[wave].id.as_str()) == last).then(|| &comparison.dimensions[at])
            }
            _ => None,
        });
        let test = tests.and_then(|change| change.gap.or(change.perception));
        let sign = if test.is_some_and(|test| test.mean > 0.0) { "+" } else { "" };
        test.map_or_else(String::new, |test| format!("{sign}{}", real(Some(test.mean), 2)))
    }

    fn wave_table(&self, id: &str, comparison: &Comparison, wave: usize, before: usize) -> Table {
        let names = [before, wave].map(|at| self.text(&self.survey.waves[at].name));
        let segments = [before, wave].map(|at| {
            let id = &self.survey.waves[at].id;
            self.assessment.waves.iter().find(|segment| segment.id == *id)
        });
        let mut columns = vec![Column::text(self.say(w::DIMENSION)).wide(3)];
        columns.extend(names.iter().map(|name| Column::number(*name)));
        columns.extend([
            Column::number(self.say(w::DIFFERENCE)),
            Column::number(self.say(w::INTERVAL)).wide(2),
            Column::number(self.say(w::P)),
            Column::text(self.say(w::FINDING)),
        ]);
        let mut rows: Vec<Row> = comparison
            .dimensions
            .iter()
            .enumerate()
            .map(|(at, change)| {
                let mut cells: Vec<Cell> = vec![self.dimension(at).into()];
                cells.extend(segments.iter().map(|segment| {
                    segment.map_or_else(
                        || present::figure::NONE.into(),
                        |segment| self.figure_cell(&Self::compared_in(segment, at).figure),
                    )
                }));
                cells.extend(self.change_cells(change));
                row(cells)
            })
            .collect();
        let mut cells: Vec<Cell> = segments
            .iter()
            .map(|segment| {
                let total = segment.map(|segment| segment.totals.servqual.as_ref().unwrap_or(&segment.totals.servperf));
                self.estimate_cell(total)
            })
            .collect();
        cells.extend(self.change_cells(&comparison.total));
        rows.push(total_row(self.say(w::TOTAL_UNWEIGHTED), cells));
        let caption = format!("{} → {}", names[0], names[1]);
        let mut table = table(id, caption, columns, rows);
        table.note = self.say(w::WELCH_NOTE);
        table
    }

    /// Difference, interval, probability and what they come to.
    fn change_cells(&self, change: &Change) -> [Cell; 4] {
        let test = change.gap.or(change.perception);
        let (words, tone) = finding(test);
        [
            real(test.map(|test| test.mean), 2).into(),
            interval(test.map(|test| test.interval), 2).into(),
            probability(test).into(),
            toned(self.say(words), tone),
        ]
    }

    fn group_table(&self) -> Table {
        let mut columns = vec![Column::text(self.say(w::DIMENSION)).wide(2)];
        columns.extend(self.assessment.groups.iter().map(|group| Column::number(group.name.get(self.language()))));
        let count = self.survey.instrument.dimensions.len();
        let mut rows: Vec<Row> = (0..count)
            .map(|at| {
                let mut cells: Vec<Cell> = vec![self.dimension(at).into()];
                cells.extend(self.assessment.groups.iter().map(|group| {
                    let change = self.change_of(group).map(|comparison| comparison.dimensions[at]);
                    self.group_cell(Self::compared_in(group, at), change)
                }));
                row(cells)
            })
            .collect();
        let totals = self
            .assessment
            .groups
            .iter()
            .map(|group| {
                let total = group.totals.servqual.as_ref().unwrap_or(&group.totals.servperf);
                self.group_cell(total, self.change_of(group).map(|comparison| comparison.total))
            })
            .collect();
        rows.push(total_row(self.say(w::TOTAL_UNWEIGHTED), totals));
        let counts =
            self.assessment.groups.iter().map(|group| group.respondents.to_string().into()).collect::<Vec<Cell>>();
        let mut last: Vec<Cell> = vec![self.say(w::RESPONDENTS).into()];
        last.extend(counts);
        rows.push(row(last));
        let caption = format!("{} · {}", self.say(w::GROUPS), self.say(w::VERSUS));
        let mut table = table("groups", caption, columns, rows);
        table.note = self.say(w::GROUP_NOTE);
        table
    }

    fn change_of(&self, group: &Segment) -> Option<&Comparison> {
        let place = self.survey.groups.iter().position(|known| known.id == group.id)?;
        self.assessment.comparisons.iter().find(|comparison| comparison.versus == Versus::Others { group: place })
    }

    /// A group's figure, and how far it differs from all others.
    fn group_cell(&self, estimate: &Estimate, change: Option<Change>) -> Cell {
        let test = change.and_then(|change| change.gap.or(change.perception));
        let difference = real(test.map(|test| test.mean), 2);
        let tone = finding(test).1;
        let sign = if test.is_some_and(|test| test.mean > 0.0) { "+" } else { "" };
        Cell::Rich(RichCell {
            text: format!("{} ({sign}{difference})", super::shown(&estimate.figure)),
            tone,
            href: self.why_href(&estimate.figure),
            ..RichCell::default()
        })
    }

    /// The colour of the survey's score: whether it falls short.
    pub(in crate::kinds::survey) fn score_tone(&self) -> Tone {
        if self.has_gaps() { gap_tone(self.main_score()) } else { Tone::Neutral }
    }
}

/// What a test comes to.
fn finding(test: Option<MeanTest>) -> (crate::values::Words, Tone) {
    match test {
        Some(test) if test.is_significant() && test.mean > 0.0 => (w::BETTER, Tone::Good),
        Some(test) if test.is_significant() => (w::WORSE, Tone::Bad),
        _ => (w::UNCERTAIN, Tone::Neutral),
    }
}
