//! The five Cs at a date: ratings and ratios become a score for each C, and those one weighted total
//! (SCOPE C9, DOMAIN 1.4). What is not rated is missing: it lowers the coverage and nothing else.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::score::{earned, typed_weight};
use crate::kinds::client::case::Client;
use crate::kinds::client::case::dossier::{Dossier, Finding};
use crate::kinds::credit_model::CreditModel;
use crate::kinds::credit_model::model::evidence::{FiveC, Rubric, RubricRatio};
use crate::measures::{Expr, Figure, Input, InputId, Inputs, Measure, Note, Origin};
use crate::values::{Quantity, Undefined, Unit, Words};

/// Points for each step of a rating from 0 to 4.
const STEP: i64 = 25;

/// The five Cs of a client at a date.
#[derive(Debug, Clone)]
pub struct FiveCs {
    /// The score of each C in the order of [`FiveC::ALL`], and the total.
    pub figures: Vec<Figure>,
    /// How each C came about, in the same order.
    pub profile: Vec<Profile>,
    /// Σ weight × coverage over the Cs that have a score.
    pub coverage: Decimal,
}

/// How a C came about.
#[derive(Debug, Clone)]
pub struct Profile {
    /// The C.
    pub c: FiveC,
    /// The share of its items that have points.
    pub coverage: Decimal,
    /// Its items and ratios, in the order of the model.
    pub ratings: Vec<Rating>,
}

/// An item or a ratio of a C.
#[derive(Debug, Clone)]
pub struct Rating {
    /// What was rated.
    pub of: Rated,
    /// Points out of 100; none where it is not known.
    pub points: Option<Decimal>,
    /// A ratio's figure, or why there is none.
    pub value: Quantity,
    /// What a formula adds for it.
    term: Option<Expr>,
    /// What that rests on beside the term.
    inputs: Vec<InputId>,
}

/// What was rated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rated {
    /// An item of the rubric, and the finding's place among the client's findings.
    Item(usize, Option<usize>),
    /// A ratio of the rubric.
    Ratio(usize),
}

/// The five Cs of `client` by `model` at `as_of`; `figures` are those of the latest period and of that
/// date. Nothing where the model has no rubric, or nobody has rated the client by then.
pub(super) fn five_c(
    client: &Client,
    model: &CreditModel,
    figures: &[&Figure],
    as_of: Date,
    inputs: &mut Inputs,
) -> Option<FiveCs> {
    let rubric = model.rubric.as_ref()?;
    let latest = |id: &str| latest(&client.dossier, id, as_of);
    rubric.items.iter().find_map(|item| latest(&item.id))?;
    let period = as_of.to_string();
    let mut cs = FiveCs { figures: Vec::new(), profile: Vec::new(), coverage: Decimal::ZERO };
    for c in FiveC::ALL {
        let mut ratings = Vec::new();
        for (at, item) in rubric.items.iter().enumerate().filter(|(_, item)| item.c == c) {
            ratings.push(rated(at, latest(&item.id), inputs));
        }
        for (at, ratio) in rubric.ratios.iter().enumerate().filter(|(_, ratio)| ratio.c == c) {
            ratings.push(measured(at, ratio, client, figures));
        }
        let coverage = coverage(&ratings);
        cs.figures.push(score(c, &ratings, coverage >= rubric.minimum_coverage, &period, inputs));
        cs.profile.push(Profile { c, coverage, ratings });
    }
    total(&mut cs, model, rubric, &period, inputs);
    Some(cs)
}

/// The latest rating of an item by `as_of`, with its place.
fn latest<'d>(dossier: &'d Dossier, item: &str, as_of: Date) -> Option<(usize, &'d Finding)> {
    let known = dossier.findings.iter().enumerate().filter(|(_, finding)| finding.date <= as_of);
    known.filter(|(_, finding)| finding.item == item).max_by_key(|(_, finding)| finding.date)
}

/// The name of every rating among the inputs.
pub const RATING: Words = Words { zh: "评定", en: "Rating" };

fn rated(at: usize, found: Option<(usize, &Finding)>, inputs: &mut Inputs) -> Rating {
    let Some((place, finding)) = found else {
        let of = Rated::Item(at, None);
        return Rating { of, points: None, value: Err(Undefined::MissingInput), term: None, inputs: Vec::new() };
    };
    let score = Decimal::from(finding.score);
    let input = inputs.add(Input {
        name: RATING,
        of: finding.item.clone(),
        origin: Origin::Case,
        path: format!("five_c[{}].score", finding.index),
        value: score,
        scale: Decimal::ONE,
        unit: Unit::Index,
    });
    Rating {
        of: Rated::Item(at, Some(place)),
        points: Some(score * Decimal::from(STEP)),
        value: Ok(score),
        term: Some(Expr::Input(input).times(Expr::number(STEP))),
        inputs: Vec::new(),
    }
}

fn measured(at: usize, ratio: &RubricRatio, client: &Client, figures: &[&Figure]) -> Rating {
    let measure = ratio.item.measure;
    let figure = figures.iter().find(|figure| figure.measure == measure);
    let value = figure.map_or(Err(Undefined::MissingInput), |figure| figure.value);
    let points = earned(ratio.item.method_for(client.industry()), value).points;
    Rating {
        of: Rated::Ratio(at),
        points,
        value,
        term: points.map(|points| Expr::Figure(measure, points)),
        inputs: figure.map_or_else(Vec::new, |figure| figure.inputs.clone()),
    }
}

fn coverage(ratings: &[Rating]) -> Decimal {
    let known = ratings.iter().filter(|rating| rating.points.is_some()).count();
    if ratings.is_empty() { Decimal::ZERO } else { Decimal::from(known) / Decimal::from(ratings.len()) }
}

/// The mean of the points of a C.
fn score(c: FiveC, ratings: &[Rating], enough: bool, period: &str, inputs: &Inputs) -> Figure {
    let terms: Vec<_> = ratings.iter().filter_map(|rating| Some((true, rating.term.clone()?))).collect();
    if !enough || terms.is_empty() {
        return Figure::undefined(c.measure(), period, Undefined::LowCoverage);
    }
    let count = Expr::Number(Decimal::from(terms.len()));
    let mut figure = Figure::new(c.measure(), period, Expr::sum(terms).over(count), inputs);
    for id in ratings.iter().filter(|rating| rating.term.is_some()).flat_map(|rating| &rating.inputs) {
        if !figure.inputs.contains(id) {
            figure.inputs.push(*id);
        }
    }
    figure
}

/// The weighted mean of the Cs that have a score.
fn total(cs: &mut FiveCs, model: &CreditModel, rubric: &Rubric, period: &str, inputs: &mut Inputs) {
    let (mut terms, mut weight) = (Vec::new(), Decimal::ZERO);
    for (at, profile) in cs.profile.iter().enumerate() {
        let (share, Ok(points)) = (rubric.weights[at], cs.figures[at].value) else { continue };
        if share.is_zero() {
            continue;
        }
        let input = Expr::Input(weight_input(profile.c, share, inputs));
        terms.push((true, input.times(Expr::Figure(profile.c.measure(), points))));
        weight += share;
        cs.coverage += share * profile.coverage;
    }
    let figure = if cs.coverage < model.conventions.minimum_coverage {
        Figure::undefined(Measure::FiveCScore, period, Undefined::LowCoverage)
    } else {
        let sum = Expr::sum(terms);
        let formula = if weight == Decimal::ONE { sum } else { sum.over(Expr::Number(weight)) };
        let mut figure = Figure::new(Measure::FiveCScore, period, formula, inputs);
        if weight < Decimal::ONE {
            figure.notes.push(Note::WeightsRenormalised);
        }
        figure
    };
    cs.figures.push(figure);
}

/// The weight of a C as typed in the model.
pub(super) fn weight_input(c: FiveC, weight: Decimal, inputs: &mut Inputs) -> InputId {
    typed_weight(c.measure().id(), format!("five_c.weights.{}", c.key()), weight, inputs)
}

impl FiveCs {
    /// The score of the C at `at`.
    ///
    /// # Errors
    /// Why there is none.
    pub fn score(&self, at: usize) -> Quantity {
        self.figures.get(at).map_or(Err(Undefined::MissingInput), |figure| figure.value)
    }

    /// The weighted total.
    ///
    /// # Errors
    /// Why there is none.
    pub fn total(&self) -> Quantity {
        self.score(FiveC::ALL.len())
    }
}
