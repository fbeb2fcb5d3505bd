//! What to mend first, and why.

use rust_decimal::Decimal;

use super::words as w;
use super::{Sheet, real};
use crate::kinds::survey::assess::{Grade, Reason, Recommendation};
use crate::pages::number::{fixed, percent};
use crate::pages::{Block, Callout, Column, Heading, Prose, ProsePart, Section, Span, SpanStyle, Tone};
use crate::present::tables::{row, section, table, toned};
use crate::values::Language;

impl Sheet<'_> {
    pub(super) fn advice_section(&self) -> Section {
        let mut blocks: Vec<Block> = self.first_callout().into_iter().collect();
        let rows = self.assessment.recommendations.iter().map(|advice| {
            let dimension = &self.assessment.whole.dimensions[advice.dimension];
            let mut cells = vec![
                self.dimension(advice.dimension).into(),
                toned(advice.grade.words().get(self.language()).to_owned(), tone(advice.grade)),
            ];
            if self.has_gaps() {
                cells.push(self.gap_cell(dimension.gap.as_ref()));
            } else {
                cells.push(self.figure_cell(&dimension.perception.figure));
            }
            cells.push(dimension.weight.map_or_else(String::new, |weight| fixed(weight, 1)).into());
            cells.push(fixed(advice.impact, 2).into());
            row(cells)
        });
        let columns = vec![
            Column::text(self.say(w::DIMENSION)).wide(2),
            Column::text(self.say(w::GRADE)).wide(2),
            Column::number(self.say(if self.has_gaps() { w::GAP } else { w::PERCEIVED })),
            Column::number(self.say(w::WEIGHT)),
            Column::number(self.say(w::IMPACT)),
        ];
        let mut table = table("advice-table", self.say(w::ADVICE), columns, rows.collect());
        table.note = self.say(w::IMPACT_NOTE);
        blocks.push(Block::Table(table));
        let others = self.assessment.recommendations.iter().filter(|advice| advice.grade != Grade::First);
        blocks.extend(others.flat_map(|advice| self.told(advice)));
        section("advice", self.say(w::ADVICE), blocks)
    }

    /// Each dimension to be mended first, with its reasons one by one.
    fn first_callout(&self) -> Option<Block> {
        let first = self.assessment.recommendations.iter().find(|advice| advice.grade == Grade::First)?;
        let grade = first.grade.words().get(self.language());
        let title = match self.language() {
            Language::Zh => format!("{grade}：{}", self.dimension(first.dimension)),
            Language::En => format!("{grade}: {}", self.dimension(first.dimension)),
        };
        let items = self.reasons(first);
        Some(Block::Callout(Callout { tone: Tone::Bad, title, text: String::new(), items }))
    }

    /// A dimension that is not to be mended first, with its reasons one by one.
    fn told(&self, advice: &Recommendation) -> [Block; 2] {
        let id = format!("advice-{}", advice.dimension + 1);
        let text = format!("{} · {}", self.dimension(advice.dimension), advice.grade.words().get(self.language()));
        let plain = |text| vec![Span { text, style: SpanStyle::Plain, href: String::new() }];
        let items = self.reasons(advice).into_iter().map(plain).collect();
        let reasons = Prose { parts: vec![ProsePart::Bullets { items }] };
        [Block::Heading(Heading { id, text }), Block::Prose(reasons)]
    }

    fn reasons(&self, advice: &Recommendation) -> Vec<String> {
        advice.reasons.iter().map(|reason| self.reason(reason)).collect()
    }

    fn reason(&self, reason: &Reason) -> String {
        match self.language() {
            Language::Zh => self.reason_zh(reason),
            Language::En => self.reason_en(reason),
        }
    }

    fn reason_zh(&self, reason: &Reason) -> String {
        let by = |points: f64| real(Some(points), 2);
        match reason {
            Reason::LargestPart(share) => format!("占全部加权不足的 {}，为各维度之首", rounded(*share)),
            Reason::Certain => "低于期望，且不能仅由抽样误差解释".to_owned(),
            Reason::Uncertain => "差距的置信区间含零".to_owned(),
            Reason::Meets => "达到或超过期望".to_owned(),
            Reason::BelowMean => "表现低于各维度平均".to_owned(),
            Reason::AboveMean => "表现不低于各维度平均".to_owned(),
            Reason::WorstItem(item) => format!("最弱的一题：“{}”（{}）", self.item(*item), self.item_gap(*item)),
            Reason::Concentrate(items) => format!("重要而表现偏低：{}", self.items_named(items)),
            Reason::Worse(points) => format!("比上一轮下降 {} 分", by(*points)),
            Reason::Better(points) => format!("比上一轮改善 {} 分", by(*points)),
            Reason::WorseIn(group, points) => {
                format!("{}比其余受访者低 {} 分", self.text(&self.survey.groups[*group].name), by(*points))
            }
            Reason::LowAlpha(alpha) => format!("该维度量表的信度偏低（α = {}）", real(Some(*alpha), 2)),
        }
    }

    fn reason_en(&self, reason: &Reason) -> String {
        let by = |points: f64| real(Some(points), 2);
        match reason {
            Reason::LargestPart(share) => {
                format!("{} of all weighted shortfall, more than any other dimension", rounded(*share))
            }
            Reason::Certain => "below what is expected, and not by chance alone".to_owned(),
            Reason::Uncertain => "the interval of its gap holds zero".to_owned(),
            Reason::Meets => "meets or exceeds what is expected".to_owned(),
            Reason::BelowMean => "performed worse than the mean of all dimensions".to_owned(),
            Reason::AboveMean => "performed no worse than the mean of all dimensions".to_owned(),
            Reason::WorstItem(item) => format!("weakest item: {} ({})", self.item(*item), self.item_gap(*item)),
            Reason::Concentrate(items) => format!("important and weak: {}", self.items_named(items)),
            Reason::Worse(points) => format!("{} points worse than in the wave before", by(*points)),
            Reason::Better(points) => format!("{} points better than in the wave before", by(*points)),
            Reason::WorseIn(group, points) => {
                let name = self.text(&self.survey.groups[*group].name);
                format!("{} points worse in {name} than elsewhere", by(*points))
            }
            Reason::LowAlpha(alpha) => format!("its scale is not very reliable (α = {})", real(Some(*alpha), 2)),
        }
    }

    fn item_gap(&self, item: usize) -> String {
        let result = &self.assessment.whole.items[item];
        super::shown(&result.gap.as_ref().unwrap_or(&result.perception).figure)
    }

    fn items_named(&self, items: &[usize]) -> String {
        let names: Vec<_> = items.iter().map(|&item| self.item(item)).collect();
        self.joined(&names)
    }
}

fn rounded(share: Decimal) -> String {
    percent(share, 0)
}

/// The colour of a grade.
pub(super) const fn tone(grade: Grade) -> Tone {
    match grade {
        Grade::First => Tone::Bad,
        Grade::Next => Tone::Caution,
        Grade::Watch => Tone::Neutral,
        Grade::Keep => Tone::Good,
    }
}
