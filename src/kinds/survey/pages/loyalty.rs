//! Recommendation, repurchase and satisfaction.

use super::summary::points;
use super::words as w;
use super::{Sheet, interval_percent, share_of};
use crate::kinds::survey::assess::{QuestionResult, Segment};
use crate::kinds::survey::case::QuestionKind;
use crate::pages::chart::{Share, ShareBar, Shares, palette};
use crate::pages::number::fixed;
use crate::pages::{Block, Chart, Column, LegendEntry, Row, Section, Table};
use crate::present;
use crate::present::tables::{group, row, section, table};
use crate::values::Words;

/// The parts of a bar with the numbers of their colours.
const PARTS: [(Words, u8); 3] = [(w::DETRACTORS, 2), (w::PASSIVES, 3), (w::PROMOTERS, 1)];

/// A bar in the making: its label, its value, and its parts with their words.
struct Bar {
    label: String,
    value: String,
    parts: [(f64, String, u8); 3],
}

impl Sheet<'_> {
    pub(super) fn loyalty_section(&self) -> Option<Section> {
        if self.survey.instrument.questions.is_empty() {
            return None;
        }
        let mut blocks: Vec<Block> = self.nps_chart().map(Block::Chart).into_iter().collect();
        blocks.push(Block::Table(self.question_table()));
        Some(section("loyalty", self.say(w::LOYALTY), blocks))
    }

    /// All respondents, then the waves, then the groups, where there are several.
    fn told_segments(&self) -> impl Iterator<Item = &Segment> {
        let waves = Some(&self.assessment.waves).filter(|waves| waves.len() > 1);
        let groups = Some(&self.assessment.groups).filter(|groups| groups.len() > 1);
        std::iter::once(&self.assessment.whole).chain(waves.into_iter().flatten()).chain(groups.into_iter().flatten())
    }

    fn nps_chart(&self) -> Option<Chart> {
        let bars: Vec<Bar> = self
            .told_segments()
            .filter_map(|segment| {
                let asked = segment.questions.iter().find(|question| question.kind == QuestionKind::Recommendation)?;
                (asked.n > 0).then(|| self.bar(segment, asked))
            })
            .collect();
        let parts: Vec<Vec<Share<'_>>> = bars
            .iter()
            .map(|bar| {
                bar.parts.iter().map(|(part, label, series)| Share { part: *part, label, series: *series }).collect()
            })
            .collect();
        let drawn: Vec<ShareBar<'_>> = bars
            .iter()
            .zip(&parts)
            .map(|(bar, parts)| ShareBar { label: &bar.label, value: &bar.value, parts })
            .collect();
        let first = bars.first()?;
        let title = self.say(w::NPS_CHART);
        let legend: Vec<LegendEntry> = PARTS
            .iter()
            .map(|&(name, series)| LegendEntry { series, color: palette::series(series).light, text: self.say(name) })
            .collect();
        let words: Vec<String> =
            legend.iter().zip(&first.parts).map(|(entry, part)| format!("{} {}", entry.text, part.1)).collect();
        let alt = format!("{}: {}", first.value, self.joined(&words));
        let svg = Shares { bars: &drawn }.draw(&alt, self.medium);
        Some(Chart { id: "nps".to_owned(), title, alt, svg, legend, table: "question-table".to_owned() })
    }

    fn bar(&self, segment: &Segment, asked: &QuestionResult) -> Bar {
        let passive = asked.n.saturating_sub(asked.high + asked.low);
        let part = |count: u64, series| {
            let share = rust_decimal::Decimal::from(count).checked_div(asked.n.into()).unwrap_or_default();
            (super::position(share), share_of(count, asked.n), series)
        };
        Bar {
            label: format!("{} · n = {}", self.text_of(segment), asked.n),
            value: format!("{} {}", asked.figure.measure.doc().short.get(self.language()), super::shown(&asked.figure)),
            parts: [part(asked.low, PARTS[0].1), part(passive, PARTS[1].1), part(asked.high, PARTS[2].1)],
        }
    }

    fn text_of(&self, segment: &Segment) -> String {
        segment.name.get(self.language()).to_owned()
    }

    fn question_table(&self) -> Table {
        let columns = vec![
            Column::text(self.say(w::SEGMENT)).wide(3),
            Column::number(self.say(w::ANSWERED)),
            Column::number(self.say(w::MEAN)),
            Column::number(self.say(w::VALUE)),
            Column::number(self.say(w::INTERVAL)).wide(2),
        ];
        let mut rows = Vec::new();
        for (at, question) in self.survey.instrument.questions.iter().enumerate() {
            let measure = self.assessment.whole.questions[at].figure.measure;
            let name = measure.doc().name.get(self.language());
            rows.push(group(format!("{name} · {}", self.text(&question.text)), columns.len()));
            let segments = self.told_segments();
            rows.extend(segments.filter_map(|segment| Some(self.question_row(segment, segment.questions.get(at)?))));
        }
        let mut table = table("question-table", self.say(w::QUESTION_TABLE), columns, rows);
        table.note = self.say(w::SHARE_NOTE);
        table
    }

    fn question_row(&self, segment: &Segment, asked: &QuestionResult) -> Row {
        let found = match asked.kind {
            QuestionKind::Recommendation => points(asked),
            QuestionKind::Repurchase | QuestionKind::Satisfaction => interval_percent(asked.interval),
        };
        let mean = asked.mean.map_or_else(|| present::figure::NONE.to_owned(), |mean| fixed(mean, 2));
        row(vec![
            self.text_of(segment).into(),
            asked.n.to_string().into(),
            mean.into(),
            self.figure_cell(&asked.figure),
            found.into(),
        ])
    }
}
