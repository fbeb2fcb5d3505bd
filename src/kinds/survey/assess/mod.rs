//! Assesses a survey: gaps, scores, reliability, what to mend first.
//!
//! `assess(&Survey) -> Assessment` is pure: the same tallies give the same figures.

mod compare;
mod estimate;
mod importance;
mod ranking;
mod reliability;
mod segment;
mod whole;

pub use compare::{Change, Comparison, Versus};
pub use estimate::Estimate;
pub use importance::{Importance, Quadrant};
pub use ranking::{Grade, Rank, Reason, Recommendation};
pub use reliability::{Aspect, ScaleReliability};
pub use segment::{DimensionResult, ItemResult, Segment, Tolerance, Totals};
pub use whole::QuestionResult;

use super::case::Survey;
use crate::measures::statistics::CONFIDENCE;
use crate::measures::{Figure, Inputs, Measure};
use crate::values::Text;
use segment::Builder;

/// All that is derived from a survey.
#[derive(Debug, Clone)]
pub struct Assessment {
    /// What the figures rest on.
    pub inputs: Inputs,
    /// All respondents.
    pub whole: Segment,
    /// One for each wave with respondents, in order of time.
    pub waves: Vec<Segment>,
    /// One for each group with respondents.
    pub groups: Vec<Segment>,
    /// The reliability of each dimension's scale, for perceptions, expectations and gaps.
    pub reliability: Vec<ScaleReliability>,
    /// The importance–performance analysis.
    pub importance: Option<Importance>,
    /// Dimensions by gap and by performance alone, in the order of the survey.
    pub ranks: Vec<Rank>,
    /// Each wave with the one before it, each group with all others.
    pub comparisons: Vec<Comparison>,
    /// What to mend, most urgent first.
    pub recommendations: Vec<Recommendation>,
}

/// The share of samples in which intervals hold the true value, in per cent, for print.
#[must_use]
pub fn confidence_percent() -> u8 {
    // 0.95 is 95%.
    if CONFIDENCE > 0.985 { 99 } else { 95 }
}

/// Assesses `survey`.
#[must_use]
pub fn assess(survey: &Survey) -> Assessment {
    let mut inputs = Inputs::default();
    let mut segment = |id: &str, name: &Text, tally| Builder { survey, tally, id, inputs: &mut inputs }.segment(name);
    let all = Text { zh: "全部".to_owned(), en: "All".to_owned() };
    let whole = segment("all", &all, &survey.tallies.whole);
    let answered = |tally: &super::tally::Tally| tally.respondents > 0;
    let waves = survey.waves.iter().zip(&survey.tallies.waves).filter(|(_, tally)| answered(tally));
    let waves: Vec<_> = waves.map(|(wave, tally)| segment(&wave.id, &wave.name, tally)).collect();
    let groups = survey.groups.iter().zip(&survey.tallies.groups).filter(|(_, tally)| answered(tally));
    let groups: Vec<_> = groups.map(|(group, tally)| segment(&group.id, &group.name, tally)).collect();
    let reliability = reliability::reliability(survey);
    let importance = importance::importance(survey, &whole, &mut inputs);
    let ranks = ranking::ranks(&whole);
    let comparisons = compare::comparisons(survey);
    let recommendations =
        ranking::recommendations(survey, &whole, importance.as_ref(), &reliability, &ranks, &comparisons);
    Assessment { inputs, whole, waves, groups, reliability, importance, ranks, comparisons, recommendations }
}

impl Assessment {
    /// All respondents, then the waves, then the groups.
    pub fn segments(&self) -> impl Iterator<Item = &Segment> {
        std::iter::once(&self.whole).chain(&self.waves).chain(&self.groups)
    }

    /// Every figure.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        let importance = self.importance.iter().flat_map(|importance| &importance.items);
        self.segments()
            .flat_map(Segment::figures)
            .chain(self.reliability.iter().map(|scale| &scale.figure))
            .chain(importance.map(|item| &item.figure))
    }

    /// The estimate whose figure is `figure`, where it is a mean.
    #[must_use]
    pub fn estimate(&self, figure: &Figure) -> Option<&Estimate> {
        self.segments()
            .filter(|segment| segment.id == figure.period)
            .flat_map(Segment::estimates)
            .find(|estimate| estimate.figure.measure == figure.measure && estimate.figure.scope == figure.scope)
    }

    /// The figure of `measure` for the part of the survey called `scope`, of the segment `period`.
    #[must_use]
    pub fn figure(&self, measure: Measure, scope: &str, period: &str) -> Option<&Figure> {
        let wanted = |figure: &&Figure| figure.measure == measure && figure.scope == scope && figure.period == period;
        self.figures().find(wanted)
    }
}
