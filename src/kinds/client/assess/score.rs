//! The weighted score Y = Σ aᵢxᵢ of one period (SCOPE C10), with every contribution, and what
//! would move it.

use rust_decimal::Decimal;

use crate::kinds::credit_model::CreditModel;
use crate::kinds::credit_model::model::Item;
use crate::measures::scoring::Standing;
use crate::measures::{Expr, Figure, Input, Inputs, Measure, Note, Origin};
use crate::values::{Quantity, Undefined, Unit, Words};

/// The score of a period.
#[derive(Debug, Clone)]
pub struct Score {
    /// The score as a figure, 0 to 100.
    pub figure: Figure,
    /// The share of the weight that could be scored, 0 to 1.
    pub coverage: Decimal,
    /// One for each item of the model, in its order.
    pub contributions: Vec<Contribution>,
}

/// What one item adds to the score.
#[derive(Debug, Clone)]
pub struct Contribution {
    /// The item's place in the model.
    pub item: usize,
    /// The measure.
    pub measure: Measure,
    /// The measure's value.
    pub value: Quantity,
    /// The weight in the model.
    pub weight: Decimal,
    /// The points xᵢ, or none where the item is left out.
    pub points: Option<Decimal>,
    /// How the points came about; empty where a rule gave them.
    pub formula: Option<Expr>,
    /// Where the figure stands in its method.
    pub standing: Option<Standing>,
    /// What the item adds: weight ÷ coverage × points.
    pub contribution: Decimal,
    /// The most that it could add.
    pub possible: Decimal,
    /// Place by contribution, 1 for the largest.
    pub rank: usize,
    /// Whether a rule and not the method gave the points.
    pub note: Option<Note>,
}

/// A change of one measure that alone reaches a better tier before caps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lever {
    /// The measure.
    pub measure: Measure,
    /// Its value now.
    pub now: Decimal,
    /// The value that is needed, all else equal.
    pub needed: Decimal,
}

/// Scores `figures` by `model` for a client of `industry`.
pub(super) fn score(
    model: &CreditModel,
    industry: Option<&str>,
    figures: &[&Figure],
    period: &str,
    inputs: &mut Inputs,
) -> Score {
    let mut contributions: Vec<_> = model
        .items
        .iter()
        .map(|item| contribution(item, industry, figures.iter().find(|figure| figure.measure == item.measure)))
        .collect();
    let coverage: Decimal = contributions.iter().filter(|part| part.points.is_some()).map(|part| part.weight).sum();
    let mut figure = if coverage < model.conventions.minimum_coverage {
        Figure::undefined(Measure::CreditScore, period, Undefined::LowCoverage)
    } else {
        weigh(&mut contributions, coverage, period, inputs)
    };
    if figure.value.is_ok() && coverage < Decimal::ONE {
        figure.notes.push(Note::WeightsRenormalised);
    }
    rank(&mut contributions);
    Score { figure, coverage, contributions }
}

fn contribution(item: &Item, industry: Option<&str>, figure: Option<&&Figure>) -> Contribution {
    let value = figure.map_or(Err(Undefined::MissingInput), |figure| figure.value);
    let method = item.method_for(industry);
    let (worst, best) = method.range();
    let (points, formula, standing, note) = match value {
        Ok(value) => match method.points(value) {
            Ok(points) => (Some(points.value), Some(points.formula), Some(points.standing), None),
            Err(_) => (None, None, None, None),
        },
        Err(Undefined::NegativeEquity) => (Some(worst), None, None, Some(Note::WorstBand)),
        Err(Undefined::NoReceivables | Undefined::NoInterest) => (Some(best), None, None, Some(Note::BestBand)),
        Err(_) => (None, None, None, None),
    };
    Contribution {
        item: item.index,
        measure: item.measure,
        value,
        weight: item.weight,
        points,
        formula,
        standing,
        contribution: Decimal::ZERO,
        possible: Decimal::ZERO,
        rank: 0,
        note,
    }
}

/// Σ aᵢxᵢ over the items present, each weight divided by the coverage where some are missing.
fn weigh(parts: &mut [Contribution], coverage: Decimal, period: &str, inputs: &mut Inputs) -> Figure {
    let mut terms = Vec::with_capacity(parts.len());
    for part in parts.iter_mut() {
        let Some(points) = part.points else { continue };
        let share = part.weight / coverage;
        part.contribution = share * points;
        part.possible = share * Decimal::ONE_HUNDRED;
        let weight = inputs.add(Input {
            name: Words { zh: "权重", en: "Weight" },
            of: part.measure.id().to_owned(),
            origin: Origin::Model,
            path: format!("score.items[{}].weight", part.item),
            value: part.weight,
            scale: Decimal::ONE,
            unit: Unit::Index,
        });
        terms.push((true, Expr::Input(weight).times(Expr::Figure(part.measure, points))));
    }
    let sum = Expr::Sum(terms);
    let formula = if coverage == Decimal::ONE { sum } else { sum.over(Expr::Number(coverage)) };
    Figure::new(Measure::CreditScore, period, formula, inputs)
}

fn rank(parts: &mut [Contribution]) {
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by(|&a, &b| parts[b].contribution.cmp(&parts[a].contribution).then(a.cmp(&b)));
    for (place, at) in order.into_iter().enumerate() {
        parts[at].rank = place + 1;
    }
}

impl Score {
    /// For each measure the nearest value that alone lifts the score to `target`, where one exists.
    #[must_use]
    pub fn levers(&self, model: &CreditModel, industry: Option<&str>, target: Decimal) -> Vec<Lever> {
        let Ok(score) = self.figure.value else { return Vec::new() };
        let gap = target - score;
        if gap <= Decimal::ZERO {
            return Vec::new();
        }
        let lever = |part: &Contribution| {
            let (now, points) = (part.value.ok()?, part.points?);
            let wanted = points.checked_add(gap.checked_mul(self.coverage)?.checked_div(part.weight)?)?;
            let item = model.items.iter().find(|item| item.index == part.item)?;
            let needed =
                item.method_for(industry).figure_for(wanted, now).filter(|_| wanted <= Decimal::ONE_HUNDRED)?;
            Some(Lever { measure: part.measure, now, needed })
        };
        self.contributions.iter().filter_map(lever).collect()
    }
}
