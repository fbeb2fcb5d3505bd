//! The results of one set of respondents: all, a wave or a group.

use rust_decimal::Decimal;

use super::Estimate;
use super::whole::{QuestionResult, question};
use crate::kinds::survey::case::{Missing, Survey, Weighting};
use crate::kinds::survey::tally::{DimensionTally, ItemTally, Tally, WEIGHT_UNIT};
use crate::measures::statistics::{SCORE_UNIT, Sums};
use crate::measures::{Expr, Figure, Input, InputId, Inputs, Measure, Origin};
use crate::values::{Text, Undefined, Unit, Words};

/// The results of one set of respondents.
#[derive(Debug, Clone)]
pub struct Segment {
    /// `all`, or the id of a wave or group.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// How many respondents.
    pub respondents: u64,
    /// One for each item.
    pub items: Vec<ItemResult>,
    /// One for each dimension.
    pub dimensions: Vec<DimensionResult>,
    /// Over all dimensions.
    pub totals: Totals,
    /// One for each question on the whole.
    pub questions: Vec<QuestionResult>,
}

/// The results of an item.
#[derive(Debug, Clone)]
pub struct ItemResult {
    /// What was expected; none where only performance is measured.
    pub expectation: Option<Estimate>,
    /// What was perceived.
    pub perception: Estimate,
    /// Perceived less expected.
    pub gap: Option<Estimate>,
    /// Respondents who left one of its questions out.
    pub missing: u64,
    /// Where it lies in the zone of tolerance, where levels are known.
    pub tolerance: Option<Tolerance>,
}

/// Where an item lies in the zone of tolerance.
#[derive(Debug, Clone)]
pub struct Tolerance {
    /// The mean of the least acceptable level.
    pub minimum: Decimal,
    /// The mean of the desired level.
    pub desired: Decimal,
    /// Perceived less the least acceptable.
    pub adequacy: Figure,
    /// Perceived less desired.
    pub superiority: Figure,
}

/// The results of a dimension.
#[derive(Debug, Clone)]
pub struct DimensionResult {
    /// What was expected; none where only performance is measured.
    pub expectation: Option<Estimate>,
    /// What was perceived.
    pub perception: Estimate,
    /// Perceived less expected.
    pub gap: Option<Estimate>,
    /// The mean weight in use, in points of 100.
    pub weight: Option<Decimal>,
}

/// The results over all dimensions.
#[derive(Debug, Clone)]
pub struct Totals {
    /// The mean of the gaps.
    pub servqual: Option<Estimate>,
    /// The weighted gaps.
    pub servqual_weighted: Option<Estimate>,
    /// The mean of the perceptions.
    pub servperf: Estimate,
    /// The weighted perceptions.
    pub servperf_weighted: Estimate,
}

impl Segment {
    /// Every figure that is a mean, with its certainty.
    pub fn estimates(&self) -> impl Iterator<Item = &Estimate> {
        let totals = &self.totals;
        let servqual = totals.servqual.iter().chain(&totals.servqual_weighted);
        let dimensions =
            self.dimensions.iter().map(|found| (found.expectation.as_ref(), &found.perception, found.gap.as_ref()));
        let items = self.items.iter().map(|found| (found.expectation.as_ref(), &found.perception, found.gap.as_ref()));
        let parts = dimensions.chain(items);
        servqual.chain([&totals.servperf, &totals.servperf_weighted]).chain(parts.flat_map(
            |(expectation, perception, gap)| expectation.into_iter().chain(std::iter::once(perception)).chain(gap),
        ))
    }

    /// Every figure of the segment.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        let items = self.items.iter().flat_map(|item| {
            let levels = item.tolerance.iter().flat_map(|levels| [&levels.adequacy, &levels.superiority]);
            three(item.expectation.as_ref(), &item.perception, item.gap.as_ref()).chain(levels)
        });
        let dimensions = self
            .dimensions
            .iter()
            .flat_map(|dimension| three(dimension.expectation.as_ref(), &dimension.perception, dimension.gap.as_ref()));
        let totals = &self.totals;
        let servqual = totals.servqual.iter().chain(&totals.servqual_weighted).map(|estimate| &estimate.figure);
        servqual
            .chain([&totals.servperf.figure, &totals.servperf_weighted.figure])
            .chain(self.questions.iter().map(|question| &question.figure))
            .chain(dimensions)
            .chain(items)
    }
}

fn three<'a>(
    expectation: Option<&'a Estimate>,
    perception: &'a Estimate,
    gap: Option<&'a Estimate>,
) -> impl Iterator<Item = &'a Figure> {
    expectation.into_iter().chain(std::iter::once(perception)).chain(gap).map(|estimate| &estimate.figure)
}

const SUM_EXPECTED: Words = Words { zh: "期望回答之和", en: "Sum of expectations" };
const SUM_PERCEIVED: Words = Words { zh: "感知回答之和", en: "Sum of perceptions" };
const SUM_GAPS: Words = Words { zh: "差距之和", en: "Sum of gaps" };
const SUM_LEVELS: Words = Words { zh: "水平之差之和", en: "Sum of distances" };
const SUM_SCORES: Words = Words { zh: "得分之和", en: "Sum of scores" };
const SUM_WEIGHTED: Words = Words { zh: "加权得分之和", en: "Sum of weighted scores" };
const COUNT: Words = Words { zh: "人数", en: "Respondents" };
const LEVEL: Words = Words { zh: "问卷给定的水平", en: "Level given in the survey" };
const MEAN_WEIGHT: Words = Words { zh: "平均权重", en: "Mean weight" };

/// Builds the results of one set of respondents.
pub(super) struct Builder<'a> {
    pub survey: &'a Survey,
    pub tally: &'a Tally,
    pub id: &'a str,
    pub inputs: &'a mut Inputs,
}

impl Builder<'_> {
    pub(super) fn segment(mut self, name: &Text) -> Segment {
        let items = (0..self.survey.instrument.items.len()).map(|item| self.item(item)).collect();
        let dimensions: Vec<_> =
            (0..self.survey.instrument.dimensions.len()).map(|dimension| self.dimension(dimension)).collect();
        let totals = self.totals(&dimensions);
        let questions = self.survey.instrument.questions.iter().zip(&self.tally.questions);
        let questions =
            questions.map(|(asked, tally)| question(asked, tally, self.id, self.survey, self.inputs)).collect();
        Segment {
            id: self.id.to_owned(),
            name: name.clone(),
            respondents: self.tally.respondents,
            items,
            dimensions,
            totals,
            questions,
        }
    }

    /// A number of the table: `path` names its columns and what was done with them.
    fn input(&mut self, name: Words, of: &str, path: String, value: Decimal, unit: Unit) -> InputId {
        let path = if self.id == "all" { path } else { format!("{path} [{}]", self.id) };
        let of = if self.id == "all" { of.to_owned() } else { format!("{of} · {}", self.id) };
        let origin = if self.survey.data_file.is_empty() { Origin::Case } else { Origin::Data };
        self.inputs.add(Input { name, of, origin, path, value, scale: Decimal::ONE, unit })
    }

    /// `sums` as sum ÷ number.
    fn mean(&mut self, name: Words, of: &str, path: &str, sums: &Sums, unit: i64) -> Expr {
        let sum = Decimal::try_from_i128_with_scale(sums.sum, 0).unwrap_or_default() / Decimal::from(unit);
        let sum = self.input(name, of, format!("sum({path})"), sum, Unit::Scale);
        Expr::Input(sum).over_or(self.count(of, path, sums.n), Undefined::NoAnswers)
    }

    fn count(&mut self, of: &str, path: &str, n: u64) -> Expr {
        Expr::Input(self.input(COUNT, of, format!("count({path})"), Decimal::from(n), Unit::Count))
    }

    fn estimate(&mut self, measure: Measure, scope: &str, formula: Expr, sums: &Sums, unit: i64) -> Estimate {
        Estimate::of(Figure::new(measure, self.id, formula, self.inputs).of(scope), sums, unit)
    }

    fn item(&mut self, at: usize) -> ItemResult {
        let (survey, tally) = (self.survey, &self.tally.items[at]);
        let id = survey.instrument.items[at].id.as_str();
        let (e, p) = (format!("{id}_E"), format!("{id}_P"));
        let asks_both = survey.instrument.has_expectations;
        let paired = asks_both && survey.instrument.conventions.missing != Missing::Available;
        // What both answers were given to rests on the same respondents.
        let (e_path, p_path) = if paired { (format!("{e} where {p}"), format!("{p} where {e}")) } else { (e, p) };
        let perceived = self.mean(SUM_PERCEIVED, id, &p_path, &tally.perceived, 1);
        let expected = asks_both.then(|| self.mean(SUM_EXPECTED, id, &e_path, &tally.expected, 1));
        let gap = expected.clone().map(|expected| {
            let formula = if paired {
                perceived.clone().minus(expected)
            } else {
                self.mean(SUM_GAPS, id, &format!("{id}_P - {id}_E"), &tally.gap, 1)
            };
            self.estimate(Measure::Gap, id, formula, &tally.gap, 1)
        });
        ItemResult {
            expectation: expected.map(|formula| self.estimate(Measure::Expectation, id, formula, &tally.expected, 1)),
            tolerance: self.tolerance(at, tally, &perceived),
            perception: self.estimate(Measure::Perception, id, perceived, &tally.perceived, 1),
            gap,
            missing: tally.missing,
        }
    }

    /// The zone of tolerance, from answers or from the levels that the file gives.
    fn tolerance(&mut self, at: usize, tally: &ItemTally, perceived: &Expr) -> Option<Tolerance> {
        let item = &self.survey.instrument.items[at];
        let mut distance = |key: &str, letter: char, asked: &Sums, distances: &Sums, given: Option<Decimal>| {
            if let Some(mean) = asked.mean(1) {
                let path = format!("{0}_P - {0}_{letter}", item.id);
                return Some((mean, self.mean(SUM_LEVELS, &item.id, &path, distances, 1)));
            }
            let level = given?;
            let input = Input {
                name: LEVEL,
                of: item.id.clone(),
                origin: Origin::Case,
                path: format!("items[{at}].{key}"),
                value: level,
                scale: Decimal::ONE,
                unit: Unit::Scale,
            };
            Some((level, perceived.clone().minus(Expr::Input(self.inputs.add(input)))))
        };
        let (minimum, adequacy) = distance("minimum", 'M', &tally.minimum, &tally.adequacy, item.minimum)?;
        let (desired, superiority) = distance("desired", 'D', &tally.desired, &tally.superiority, item.desired)?;
        let figure = |measure, formula| Figure::new(measure, self.id, formula, self.inputs).of(&item.id);
        Some(Tolerance {
            minimum,
            desired,
            adequacy: figure(Measure::ServiceAdequacy, adequacy),
            superiority: figure(Measure::ServiceSuperiority, superiority),
        })
    }

    fn dimension(&mut self, at: usize) -> DimensionResult {
        let survey = self.survey;
        let (dimension, tally) = (&survey.instrument.dimensions[at], &self.tally.dimensions[at]);
        let id = dimension.id.as_str();
        let columns = |letter: &str| {
            let names = dimension.items.iter().map(|&item| format!("{}_{letter}", survey.instrument.items[item].id));
            format!("mean of {}", names.collect::<Vec<_>>().join(", "))
        };
        let mut one = |measure, letter: &str, sums: &Sums| {
            let formula = self.mean(SUM_SCORES, id, &columns(letter), sums, SCORE_UNIT);
            self.estimate(measure, id, formula, sums, SCORE_UNIT)
        };
        let asks_both = survey.instrument.has_expectations;
        DimensionResult {
            expectation: asks_both.then(|| one(Measure::Expectation, "E", &tally.expected)),
            perception: one(Measure::Perception, "P", &tally.perceived),
            gap: asks_both.then(|| one(Measure::Gap, "(P-E)", &tally.gap)),
            weight: tally.weight.mean(WEIGHT_UNIT).map(|share| share * Decimal::ONE_HUNDRED),
        }
    }

    fn totals(&mut self, dimensions: &[DimensionResult]) -> Totals {
        let totals = self.tally.totals;
        let gaps: Option<Vec<_>> = dimensions.iter().map(|dimension| dimension.gap.as_ref()).collect();
        let perceptions: Vec<_> = dimensions.iter().map(|dimension| &dimension.perception).collect();
        let servqual = gaps.as_ref().map(|gaps| {
            let figure = self.mean_of(Measure::ServqualUnweighted, gaps);
            Estimate::of(figure, &totals.gap, SCORE_UNIT)
        });
        let weighted = gaps.map(|gaps| self.weighted(Measure::ServqualWeighted, &gaps, "P-E", &totals.weighted_gap));
        Totals {
            servqual,
            servqual_weighted: weighted,
            servperf: Estimate::of(self.mean_of(Measure::Servperf, &perceptions), &totals.perceived, SCORE_UNIT),
            servperf_weighted: self.weighted(Measure::ServperfWeighted, &perceptions, "P", &totals.weighted_perceived),
        }
    }

    /// The mean of the dimensions' figures.
    fn mean_of(&self, measure: Measure, parts: &[&Estimate]) -> Figure {
        let mut terms = Vec::with_capacity(parts.len());
        for part in parts {
            match part.figure.value {
                Ok(value) => terms.push((true, Expr::Figure(part.figure.measure, value))),
                Err(reason) => return Figure::undefined(measure, self.id, reason),
            }
        }
        let count = Decimal::from(terms.len());
        let formula = Expr::Sum(terms).over(Expr::Number(count));
        Figure::new(measure, self.id, formula, self.inputs)
    }

    fn weighted(&mut self, measure: Measure, parts: &[&Estimate], columns: &str, sums: &Sums) -> Estimate {
        let figure = match self.survey.instrument.conventions.weighting {
            Weighting::Respondent => {
                let formula = self.mean(SUM_WEIGHTED, "", &format!("weighted {columns}"), sums, SCORE_UNIT);
                Figure::new(measure, self.id, formula, self.inputs)
            }
            Weighting::Product => self.product(measure, parts),
        };
        Estimate::of(figure, sums, SCORE_UNIT)
    }

    /// Σ mean weight × mean ÷ 100.
    fn product(&mut self, measure: Measure, parts: &[&Estimate]) -> Figure {
        let mut terms = Vec::with_capacity(parts.len());
        for (at, part) in parts.iter().enumerate() {
            let tally: &DimensionTally = &self.tally.dimensions[at];
            let value = match (part.figure.value, tally.weight.mean(WEIGHT_UNIT)) {
                (Ok(value), Some(weight)) => (weight * Decimal::ONE_HUNDRED, value),
                (Err(reason), _) => return Figure::undefined(measure, self.id, reason),
                (Ok(_), None) => return Figure::undefined(measure, self.id, Undefined::NoAnswers),
            };
            let id = self.survey.instrument.dimensions[at].id.clone();
            let weight = self.input(MEAN_WEIGHT, &id, format!("mean({id}_W)"), value.0, Unit::Index);
            terms.push((true, Expr::Input(weight).times(Expr::Figure(part.figure.measure, value.1))));
        }
        let formula = Expr::Sum(terms).over(Expr::number(100));
        Figure::new(measure, self.id, formula, self.inputs)
    }
}
