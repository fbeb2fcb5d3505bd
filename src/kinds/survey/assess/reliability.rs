//! The reliability of each dimension's scale.

use rust_decimal::Decimal;

use crate::kinds::survey::case::Survey;
use crate::measures::statistics::{CoMoments, Reliability};
use crate::measures::{Expr, Figure, Inputs, Measure};
use crate::values::{Undefined, Words};

/// Which answers a scale is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// What was perceived.
    Perception,
    /// What was expected.
    Expectation,
    /// The difference.
    Gap,
}

impl Aspect {
    /// In the ids of figures.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Aspect::Perception => "P",
            Aspect::Expectation => "E",
            Aspect::Gap => "gap",
        }
    }

    /// In words.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            Aspect::Perception => Words { zh: "感知", en: "Perception" },
            Aspect::Expectation => Words { zh: "期望", en: "Expectation" },
            Aspect::Gap => Words { zh: "差距", en: "Gap" },
        }
    }
}

/// The reliability of one dimension's scale.
#[derive(Debug, Clone)]
pub struct ScaleReliability {
    /// The dimension, by its place.
    pub dimension: usize,
    /// Which answers.
    pub aspect: Aspect,
    /// α as a figure.
    pub figure: Figure,
    /// What goes with it, where α exists.
    pub detail: Option<Reliability>,
}

/// The reliability of every dimension with two items or more.
pub(super) fn reliability(survey: &Survey) -> Vec<ScaleReliability> {
    let mut found = Vec::new();
    let dimensions = survey.instrument.dimensions.iter().zip(&survey.tallies.whole.dimensions).enumerate();
    for (at, (dimension, tally)) in dimensions.filter(|(_, (dimension, _))| dimension.items.len() >= 2) {
        let mut scales = vec![(Aspect::Perception, &tally.perceived_items)];
        if survey.instrument.has_expectations {
            scales.push((Aspect::Expectation, &tally.expected_items));
            scales.push((Aspect::Gap, &tally.gap_items));
        }
        found.extend(scales.into_iter().map(|(aspect, moments)| scale(at, &dimension.id, aspect, moments)));
    }
    found
}

fn scale(dimension: usize, id: &str, aspect: Aspect, moments: &CoMoments) -> ScaleReliability {
    let detail = Reliability::of(moments);
    let scope = format!("{id}/{}", aspect.id());
    let figure = match &detail {
        Some(detail) => {
            let k = Decimal::from(detail.k);
            let share = Expr::Number(detail.item_variances)
                .over_or(Expr::Number(detail.total_variance), Undefined::NoVariation);
            let formula = Expr::Number(k).over(Expr::Number(k - Decimal::ONE)).times(Expr::number(1).minus(share));
            Figure::new(Measure::Alpha, "all", formula, &Inputs::default())
        }
        None if moments.rows() < 2 => Figure::undefined(Measure::Alpha, "all", Undefined::NoAnswers),
        None => Figure::undefined(Measure::Alpha, "all", Undefined::NoVariation),
    };
    ScaleReliability { dimension, aspect, figure: figure.of(scope), detail }
}
