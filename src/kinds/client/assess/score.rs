//! The weighted score Y = Σ aᵢxᵢ of one period (SCOPE C10), with every contribution, and what
//! would move it. In a score of parts aᵢ is the weight of the part times the weight within it, and
//! each C is an item of the part `five_c`.

use rust_decimal::Decimal;

use super::five_c::{FiveCs, weight_input};
use crate::kinds::credit_model::CreditModel;
use crate::kinds::credit_model::model::evidence::{FiveC, Part};
use crate::measures::scoring::{Method, Standing};
use crate::measures::{Expr, Figure, Input, InputId, Inputs, Measure, Note, Origin};
use crate::values::{Quantity, Undefined, Unit, Words};

/// The score of a period.
#[derive(Debug, Clone)]
pub struct Score {
    /// The score as a figure, 0 to 100.
    pub figure: Figure,
    /// The share of the weight that could be scored, 0 to 1.
    pub coverage: Decimal,
    /// One for each item of the model, in its order, then one for each C where they are a part.
    pub contributions: Vec<Contribution>,
}

/// What one item adds to the score.
#[derive(Debug, Clone)]
pub struct Contribution {
    /// The item's place in the model; none for a C.
    pub item: Option<usize>,
    /// The part of the score.
    pub part: Part,
    /// The measure.
    pub measure: Measure,
    /// The measure's value.
    pub value: Quantity,
    /// The weight in the whole score.
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

/// Points by a method, or by a rule where the figure has no meaning.
#[derive(Debug, Clone, Default)]
pub(super) struct Earned {
    pub points: Option<Decimal>,
    pub formula: Option<Expr>,
    pub standing: Option<Standing>,
    pub note: Option<Note>,
    /// The most that could be earned.
    pub best: Decimal,
}

/// Scores a client of `industry` by `model`, from its figures and its five Cs.
pub(super) fn score(
    model: &CreditModel,
    industry: Option<&str>,
    (figures, five_c): (&[&Figure], Option<&FiveCs>),
    period: &str,
    inputs: &mut Inputs,
) -> Score {
    let figure = |measure| figures.iter().find(|figure| figure.measure == measure);
    let items = model.items.iter().map(|item| {
        let value = figure(item.measure).map_or(Err(Undefined::MissingInput), |figure| figure.value);
        let part = unscored(Some(item.index), item.part, item.measure, model.weight(item), value);
        (part, earned(item.method_for(industry), value))
    });
    let cs = FiveC::ALL.into_iter().enumerate().filter_map(|(at, c)| {
        let value = five_c.map_or(Err(Undefined::MissingInput), |cs| cs.score(at));
        let earned = Earned { points: value.ok(), best: Decimal::ONE_HUNDRED, ..Earned::default() };
        Some((unscored(None, Part::FiveC, c.measure(), model.five_c_weight(at)?, value), earned))
    });
    let (mut contributions, earned): (Vec<_>, Vec<_>) = items.chain(cs).unzip();
    for (part, earned) in contributions.iter_mut().zip(&earned) {
        (part.points, part.formula, part.standing, part.note) =
            (earned.points, earned.formula.clone(), earned.standing.clone(), earned.note);
        part.possible = earned.best;
    }
    let coverage: Decimal = contributions.iter().filter(|part| part.points.is_some()).map(|part| part.weight).sum();
    let mut figure = if coverage < model.conventions.minimum_coverage {
        for part in &mut contributions {
            part.possible = Decimal::ZERO;
        }
        Figure::undefined(Measure::CreditScore, period, Undefined::LowCoverage)
    } else {
        weigh(&mut contributions, model, coverage, period, inputs)
    };
    if figure.value.is_ok() && coverage < Decimal::ONE {
        figure.notes.push(Note::WeightsRenormalised);
    }
    rank(&mut contributions);
    Score { figure, coverage, contributions }
}

/// The points of `value` by `method`: the worst where equity is negative, the best where there is
/// nothing to be paid or collected.
pub(super) fn earned(method: &Method, value: Quantity) -> Earned {
    let (worst, most) = method.range();
    let best = most.max(Decimal::ONE_HUNDRED);
    let by_rule = |points, note| Earned { points: Some(points), note: Some(note), best, ..Earned::default() };
    match value {
        Ok(value) => method.points(value).map_or_else(
            |_| Earned { best, ..Earned::default() },
            |points| Earned {
                points: Some(points.value),
                formula: Some(points.formula),
                standing: Some(points.standing),
                note: None,
                best: best.max(points.value),
            },
        ),
        Err(Undefined::NegativeEquity) => by_rule(worst, Note::WorstBand),
        Err(Undefined::NoReceivables | Undefined::NoInterest) => by_rule(most, Note::BestBand),
        Err(_) => Earned { best, ..Earned::default() },
    }
}

/// An item of the model, or a C, without points yet.
fn unscored(item: Option<usize>, part: Part, measure: Measure, weight: Decimal, value: Quantity) -> Contribution {
    Contribution {
        item,
        part,
        measure,
        value,
        weight,
        points: None,
        formula: None,
        standing: None,
        contribution: Decimal::ZERO,
        possible: Decimal::ZERO,
        rank: 0,
        note: None,
    }
}

/// Σ aᵢxᵢ over the items present, each weight divided by the coverage where some are missing. What
/// could have been earned is known as points and becomes a share of the score.
fn weigh(
    parts: &mut [Contribution],
    model: &CreditModel,
    coverage: Decimal,
    period: &str,
    inputs: &mut Inputs,
) -> Figure {
    let mut terms = Vec::with_capacity(parts.len());
    for part in parts.iter_mut() {
        let Some(points) = part.points else {
            part.possible = Decimal::ZERO;
            continue;
        };
        let share = part.weight / coverage;
        part.contribution = share * points;
        part.possible *= share;
        terms.push((true, weight(part, model, inputs).times(Expr::Figure(part.measure, points))));
    }
    let sum = Expr::Sum(terms);
    let formula = if coverage == Decimal::ONE { sum } else { sum.over(Expr::Number(coverage)) };
    Figure::new(Measure::CreditScore, period, formula, inputs)
}

/// The weight of an item as typed, times that of its part where the score has parts.
fn weight(part: &Contribution, model: &CreditModel, inputs: &mut Inputs) -> Expr {
    let within = Expr::Input(weight_within(part, model, inputs));
    let Some(parts) = model.parts else { return within };
    let key = part.part.key();
    let outer = typed_weight(key, format!("score.parts.{key}"), parts.weight(part.part), inputs);
    Expr::Input(outer).times(within)
}

/// The weight of an item, or of a C, within its part.
fn weight_within(part: &Contribution, model: &CreditModel, inputs: &mut Inputs) -> InputId {
    if let Some(index) = part.item {
        let typed = model.items.iter().find(|item| item.index == index).map(|item| item.weight);
        let path = format!("score.items[{index}].weight");
        return typed_weight(part.measure.id(), path, typed.unwrap_or(part.weight), inputs);
    }
    let found = FiveC::ALL.into_iter().enumerate().find(|(_, c)| c.measure() == part.measure);
    let (at, c) = found.unwrap_or((0, FiveC::Character));
    weight_input(c, model.rubric.as_ref().map_or(part.weight, |rubric| rubric.weights[at]), inputs)
}

/// The name of every weight among the inputs.
pub const WEIGHT: Words = Words { zh: "权重", en: "Weight" };

/// A weight that stands in the model at `path`; `of` is what it weighs.
pub(super) fn typed_weight(of: &str, path: String, value: Decimal, inputs: &mut Inputs) -> InputId {
    inputs.add(Input {
        name: WEIGHT,
        of: of.to_owned(),
        origin: Origin::Model,
        path,
        value,
        scale: Decimal::ONE,
        unit: Unit::Index,
    })
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
            let needed = match part.item {
                Some(index) => {
                    let item = model.items.iter().find(|item| item.index == index)?;
                    item.method_for(industry).figure_for(wanted, now)?
                }
                None => Some(wanted).filter(|&wanted| wanted <= Decimal::ONE_HUNDRED)?,
            };
            Some(Lever { measure: part.measure, now, needed })
        };
        self.contributions.iter().filter_map(lever).collect()
    }
}
