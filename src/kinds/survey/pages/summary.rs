//! The result: the score, what it means, and a few figures beside it.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::words as w;
use super::{Sheet, gap_tone, interval, interval_percent, share_of};
use crate::kinds::survey::assess::{Estimate, Grade, QuestionResult};
use crate::kinds::survey::case::QuestionKind;
use crate::pages::{Block, Callout, Headline, Section, Tile, Tone};
use crate::present;
use crate::present::tables::{section, sentence};
use crate::values::Language;

/// Below this many respondents a remark is made.
const FEW: u64 = 30;

impl Sheet<'_> {
    pub(super) fn summary(&self) -> Section {
        if !self.is_answered() {
            let callout = Callout {
                tone: Tone::Caution,
                title: self.say(w::NO_ANSWERS),
                text: self.say(w::NOT_FIELDED),
                items: Vec::new(),
            };
            let mut blocks = vec![Block::Callout(callout)];
            blocks.extend(present::tables::prose(self.text(&self.survey.about)));
            return section("summary", self.say(w::SUMMARY), blocks);
        }
        let mut blocks = vec![Block::Headline(self.headline())];
        if self.survey.tallies.whole.respondents < FEW {
            let callout =
                Callout { tone: Tone::Caution, title: self.say(w::CAUTION), text: self.say(w::FEW), items: Vec::new() };
            blocks.push(Block::Callout(callout));
        }
        blocks.extend(self.disagreement().map(sentence));
        blocks.extend(present::tables::prose(self.text(&self.survey.about)));
        section("summary", self.say(w::SUMMARY), blocks)
    }

    /// The score that stands for the survey: the weighted gap, or performance where that is all.
    pub(in crate::kinds::survey) fn main_score(&self) -> &Estimate {
        let totals = &self.assessment.whole.totals;
        totals.servqual_weighted.as_ref().unwrap_or(&totals.servperf_weighted)
    }

    /// The result in a few characters.
    pub(in crate::kinds::survey) fn verdict(&self) -> String {
        if self.is_answered() { super::shown(&self.main_score().figure) } else { present::figure::NONE.to_owned() }
    }

    fn headline(&self) -> Headline {
        let main = self.main_score();
        let label = if self.has_gaps() { w::WEIGHTED_GAP } else { w::PERFORMANCE };
        Headline {
            badge: super::shown(&main.figure),
            badge_label: self.say(label),
            tone: if self.has_gaps() { gap_tone(main) } else { Tone::Neutral },
            statement: self.statement(),
            tiles: self.tiles(),
        }
    }

    /// One sentence on all dimensions, and what to mend first.
    fn statement(&self) -> String {
        let short: Vec<usize> = (0..self.assessment.whole.dimensions.len())
            .filter(|&at| {
                let gap = self.assessment.whole.dimensions[at].gap.as_ref();
                gap.is_some_and(Estimate::is_significantly_negative)
            })
            .collect();
        let first = self.assessment.recommendations.iter().find(|advice| advice.grade == Grade::First);
        let all = self.assessment.whole.dimensions.len();
        let verdict = match (self.has_gaps(), self.language()) {
            (false, Language::Zh) => "本次只测表现。".to_owned(),
            (false, Language::En) => "Only performance was measured.".to_owned(),
            (true, Language::Zh) if short.is_empty() => "没有哪个维度明显低于顾客的期望。".to_owned(),
            (true, Language::En) if short.is_empty() => {
                "No dimension falls clearly short of what customers expect.".to_owned()
            }
            (true, Language::Zh) if short.len() == all => format!("全部 {all} 个维度的服务都低于顾客的期望。"),
            (true, Language::En) if short.len() == all => {
                "Service falls short of what customers expect in every dimension.".to_owned()
            }
            (true, Language::Zh) => format!("{all} 个维度中有 {} 个明显低于顾客的期望。", short.len()),
            (true, Language::En) => {
                format!("Service falls clearly short of what customers expect in {} of {all} dimensions.", short.len())
            }
        };
        match (first, self.language()) {
            (Some(first), Language::Zh) => {
                format!("{verdict}首先改进“{}”。", self.dimension(first.dimension))
            }
            (Some(first), Language::En) => format!("{verdict} Mend {} first.", self.dimension(first.dimension)),
            (None, _) => verdict,
        }
    }

    fn tiles(&self) -> Vec<Tile> {
        let totals = &self.assessment.whole.totals;
        let mut tiles = Vec::new();
        if let Some(plain) = &totals.servqual {
            let note = self.say(w::UNWEIGHTED);
            tiles.push(self.tile("SERVQUAL", plain, &note, gap_tone(plain)));
            let points = self.survey.instrument.scale.points;
            let note = format!("{} {points}", self.say(w::OF_SCALE));
            tiles.push(self.tile(&self.say(w::PERFORMANCE), &totals.servperf, &note, Tone::Neutral));
        }
        tiles.extend(self.assessment.whole.questions.iter().map(|question| self.question_tile(question)));
        tiles
    }

    fn tile(&self, label: &str, estimate: &Estimate, note: &str, tone: Tone) -> Tile {
        Tile {
            label: label.to_owned(),
            value: super::shown(&estimate.figure),
            note: format!("{note} · {}", interval(estimate.interval, 2)),
            tone,
            href: self.why_href(&estimate.figure),
        }
    }

    fn question_tile(&self, question: &QuestionResult) -> Tile {
        let note = match question.kind {
            QuestionKind::Recommendation => points(question),
            QuestionKind::Repurchase | QuestionKind::Satisfaction => interval_percent(question.interval),
        };
        Tile {
            label: question.figure.measure.doc().short.get(self.language()).to_owned(),
            value: super::shown(&question.figure),
            note,
            tone: Tone::Neutral,
            href: self.why_href(&question.figure),
        }
    }

    /// How many questionnaires came back, in words, or nothing.
    pub(super) fn return_rate(&self) -> String {
        let counts =
            self.survey.fielding.as_ref().and_then(|fielding| Some((fielding.returned?, fielding.handed_out?)));
        counts.map_or_else(String::new, |(returned, handed_out)| {
            format!("{} {}", self.say(w::RETURNED), share_of(u64::from(returned), u64::from(handed_out)))
        })
    }

    /// Where the two methods would have a manager begin at different places.
    fn disagreement(&self) -> Option<String> {
        let differing: Vec<&str> = self
            .assessment
            .ranks
            .iter()
            .enumerate()
            .filter(|(_, rank)| rank.differs())
            .map(|(at, _)| self.dimension(at))
            .collect();
        if !self.has_gaps() || differing.is_empty() {
            return None;
        }
        let names = self.joined(&differing);
        Some(match self.language() {
            Language::Zh => format!(
                "SERVQUAL（差距）与 SERVPERF（只看表现）对{names}的排名不同：表现好而期望更高的方面，只看表现会被高估。"
            ),
            Language::En => format!(
                "SERVQUAL, by gaps, and SERVPERF, by performance alone, rank {names} differently: where service is good but \
                 customers expect still more, performance alone flatters."
            ),
        })
    }
}

/// The interval of a net promoter score in points.
pub(super) fn points(question: &QuestionResult) -> String {
    let times = |value: f64| value * Decimal::ONE_HUNDRED.to_f64().unwrap_or(100.0);
    let scaled = question
        .interval
        .map(|found| crate::measures::statistics::Interval { low: times(found.low), high: times(found.high) });
    interval(scaled, 1)
}
