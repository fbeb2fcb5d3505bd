//! Where gaps and performance rank dimensions differently, and what to mend first.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Aspect, Comparison, DimensionResult, Importance, Quadrant, ScaleReliability, Segment, Versus};
use crate::kinds::survey::case::Survey;
use crate::measures::statistics::MeanTest;
use crate::values::Words;

/// Below this, a scale's α is told as a reason for care.
const LOW_ALPHA: f64 = 0.7;

/// A dimension's place among all, 1 for the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rank {
    /// By its gap; none where only performance is measured.
    pub by_gap: Option<usize>,
    /// By its perception alone.
    pub by_performance: Option<usize>,
}

impl Rank {
    /// Whether SERVQUAL and SERVPERF disagree on the dimension's place.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.by_gap.is_some() && self.by_performance.is_some() && self.by_gap != self.by_performance
    }
}

/// How urgent it is to mend a dimension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Mend first.
    First,
    /// Mend next.
    Next,
    /// Watch.
    Watch,
    /// Keep as it is.
    Keep,
}

impl Grade {
    /// Every grade, the most urgent first.
    pub const ALL: [Grade; 4] = [Grade::First, Grade::Next, Grade::Watch, Grade::Keep];

    /// In words.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            Grade::First => Words { zh: "首先改进", en: "Mend first" },
            Grade::Next => Words { zh: "随后改进", en: "Mend next" },
            Grade::Watch => Words { zh: "关注", en: "Watch" },
            Grade::Keep => Words { zh: "保持", en: "Keep" },
        }
    }

    /// The stable name in data files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Grade::First => "mend_first",
            Grade::Next => "mend_next",
            Grade::Watch => "watch",
            Grade::Keep => "keep",
        }
    }
}

/// Why a dimension has its grade.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// It takes the largest part of the weighted gap: this share of the sum of all shortfalls.
    LargestPart(Decimal),
    /// Chance alone does not explain the gap.
    Certain,
    /// The gap's interval holds zero.
    Uncertain,
    /// The service meets or exceeds what is expected.
    Meets,
    /// Without expectations: it is performed worse than the mean of all dimensions.
    BelowMean,
    /// Without expectations: it is performed no worse than the mean of all dimensions.
    AboveMean,
    /// The item with the largest gap, or the lowest perception, by its place.
    WorstItem(usize),
    /// Items that are important and weak.
    Concentrate(Vec<usize>),
    /// It became worse since the wave before, by this many points.
    Worse(f64),
    /// It became better since the wave before, by this many points.
    Better(f64),
    /// The group, by its place, in which it is worse than elsewhere, by this many points.
    WorseIn(usize, f64),
    /// The scale is not reliable: its α.
    LowAlpha(f64),
}

/// What to do about a dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct Recommendation {
    /// The dimension, by its place.
    pub dimension: usize,
    /// How urgent it is.
    pub grade: Grade,
    /// Weight × shortfall, in scale points; larger is more urgent.
    pub impact: Decimal,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// The places of all dimensions, the lowest value first; equal values share a place.
pub(super) fn ranks(whole: &Segment) -> Vec<Rank> {
    let gap = |dimension: &DimensionResult| dimension.gap.as_ref().and_then(|gap| gap.figure.value.ok());
    let perception = |dimension: &DimensionResult| dimension.perception.figure.value.ok();
    let place = |of: &dyn Fn(&DimensionResult) -> Option<Decimal>, at: usize| {
        let own = of(&whole.dimensions[at])?;
        Some(1 + whole.dimensions.iter().filter_map(of).filter(|&other| other < own).count())
    };
    (0..whole.dimensions.len())
        .map(|at| Rank { by_gap: place(&gap, at), by_performance: place(&perception, at) })
        .collect()
}

/// A recommendation for every dimension, most urgent first.
pub(super) fn recommendations(
    survey: &Survey,
    whole: &Segment,
    importance: Option<&Importance>,
    reliability: &[ScaleReliability],
    ranks: &[Rank],
    comparisons: &[Comparison],
) -> Vec<Recommendation> {
    let advice = Advice { survey, whole, importance, reliability, ranks, comparisons };
    let mut all: Vec<_> = (0..whole.dimensions.len()).filter_map(|at| advice.of(at)).collect();
    all.sort_by(|a, b| a.grade.cmp(&b.grade).then(b.impact.cmp(&a.impact)).then(a.dimension.cmp(&b.dimension)));
    all
}

struct Advice<'a> {
    survey: &'a Survey,
    whole: &'a Segment,
    importance: Option<&'a Importance>,
    reliability: &'a [ScaleReliability],
    ranks: &'a [Rank],
    comparisons: &'a [Comparison],
}

impl Advice<'_> {
    fn of(&self, at: usize) -> Option<Recommendation> {
        let shortfalls: Vec<Decimal> = (0..self.whole.dimensions.len()).map(|at| self.shortfall(at)).collect();
        let impact = shortfalls[at];
        let largest = shortfalls.iter().all(|&other| other <= impact) && impact > Decimal::ZERO;
        let mut reasons = Vec::new();
        let grade = if let Some(gap) = &self.whole.dimensions[at].gap {
            let value = gap.figure.value.ok()?;
            if value >= Decimal::ZERO {
                reasons.push(Reason::Meets);
                Grade::Keep
            } else if gap.is_significantly_negative() {
                let sum: Decimal = shortfalls.iter().sum();
                let part = impact.checked_div(sum).filter(|_| largest);
                reasons.extend(part.map(Reason::LargestPart));
                reasons.push(Reason::Certain);
                if largest { Grade::First } else { Grade::Next }
            } else {
                reasons.push(Reason::Uncertain);
                Grade::Watch
            }
        } else {
            self.whole.dimensions[at].perception.figure.value.ok()?;
            let lowest = self.ranks[at].by_performance == Some(1);
            let below = impact > Decimal::ZERO;
            reasons.push(if below { Reason::BelowMean } else { Reason::AboveMean });
            match (below, lowest) {
                (true, true) => Grade::First,
                (true, false) => Grade::Next,
                (false, _) => Grade::Keep,
            }
        };
        self.details(at, &mut reasons);
        Some(Recommendation { dimension: at, grade, impact, reasons })
    }

    /// Weight × how far the dimension falls short of what is expected, or of the mean of all.
    fn shortfall(&self, at: usize) -> Decimal {
        let dimension = &self.whole.dimensions[at];
        let weight = dimension.weight.unwrap_or_default() / Decimal::ONE_HUNDRED;
        let short = if let Some(gap) = &dimension.gap {
            gap.figure.value.map(|gap| -gap)
        } else {
            let mean = self.whole.totals.servperf.figure.value;
            mean.and_then(|mean| dimension.perception.figure.value.map(|own| mean - own))
        };
        (weight * short.unwrap_or_default()).max(Decimal::ZERO)
    }

    fn details(&self, at: usize, reasons: &mut Vec<Reason>) {
        reasons.extend(self.worst_item(at).map(Reason::WorstItem));
        let weak: Vec<usize> = self.importance.map_or_else(Vec::new, |importance| {
            let items = self.survey.instrument.dimensions[at].items.iter().copied();
            items.filter(|&item| importance.items[item].quadrant == Quadrant::ConcentrateHere).collect()
        });
        if !weak.is_empty() {
            reasons.push(Reason::Concentrate(weak));
        }
        let waves = self.comparisons.iter().rfind(|comparison| matches!(comparison.versus, Versus::EarlierWave { .. }));
        if let Some(test) = waves.and_then(|waves| change(waves, at)) {
            reasons.push(if test < 0.0 { Reason::Worse(-test) } else { Reason::Better(test) });
        }
        for comparison in self.comparisons {
            if let (Versus::Others { group }, Some(test)) = (&comparison.versus, change(comparison, at))
                && test < 0.0
            {
                reasons.push(Reason::WorseIn(*group, -test));
            }
        }
        let scale = self.reliability.iter().find(|scale| scale.dimension == at && scale.aspect == Aspect::Perception);
        let alpha = scale.and_then(|scale| scale.figure.value.ok()).and_then(|alpha| alpha.to_f64());
        reasons.extend(alpha.filter(|&alpha| alpha < LOW_ALPHA).map(Reason::LowAlpha));
    }

    /// The item that falls short the most.
    fn worst_item(&self, at: usize) -> Option<usize> {
        let value = |item: usize| {
            let result = &self.whole.items[item];
            let figure = result.gap.as_ref().map_or(&result.perception.figure, |gap| &gap.figure);
            figure.value.ok()
        };
        let items = self.survey.instrument.dimensions[at].items.iter().copied();
        items.filter_map(|item| Some((value(item)?, item))).min().map(|(_, item)| item)
    }
}

/// The difference of the gap, or of the perception where there is none, if it is certain.
fn change(comparison: &Comparison, at: usize) -> Option<f64> {
    let change = &comparison.dimensions[at];
    change.gap.or(change.perception).filter(MeanTest::is_significant).map(|test| test.mean)
}
