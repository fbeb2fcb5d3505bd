//! Counts answers, respondent by respondent, in memory that does not grow with their number.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::case::{Instrument, Missing, QuestionKind};
use crate::measures::statistics::{CoMoments, Sums, score};

/// One respondent's answers, turned to one direction; reused from row to row.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// What was expected, item by item.
    pub expected: Vec<Option<u8>>,
    /// What was perceived, item by item.
    pub perceived: Vec<Option<u8>>,
    /// How much each item matters.
    pub importance: Vec<Option<u8>>,
    /// The level desired, item by item.
    pub desired: Vec<Option<u8>>,
    /// The least acceptable level, item by item.
    pub minimum: Vec<Option<u8>>,
    /// The respondent's own weights in points, dimension by dimension; empty where none were asked.
    pub weights: Vec<Option<u8>>,
    /// Answers on the whole, question by question.
    pub questions: Vec<Option<u8>>,
}

impl Row {
    /// An empty row for `instrument`.
    #[must_use]
    pub fn new(instrument: &Instrument) -> Self {
        let items = || vec![None; instrument.items.len()];
        Row {
            expected: items(),
            perceived: items(),
            importance: items(),
            desired: items(),
            minimum: items(),
            weights: vec![None; instrument.dimensions.len()],
            questions: vec![None; instrument.questions.len()],
        }
    }

    /// Forgets every answer.
    pub fn clear(&mut self) {
        let parts = [
            &mut self.expected,
            &mut self.perceived,
            &mut self.importance,
            &mut self.desired,
            &mut self.minimum,
            &mut self.weights,
            &mut self.questions,
        ];
        for part in parts {
            part.fill(None);
        }
    }

    /// Whether every item has both answers, or the one that is asked.
    fn is_complete(&self, expectations: bool) -> bool {
        self.perceived.iter().all(Option::is_some) && (!expectations || self.expected.iter().all(Option::is_some))
    }
}

/// The answers of all respondents, of each wave and of each group.
#[derive(Debug, Clone, Default)]
pub struct Tallies {
    /// All.
    pub whole: Tally,
    /// One for each wave.
    pub waves: Vec<Tally>,
    /// One for each group.
    pub groups: Vec<Tally>,
    /// What was noticed on the way.
    pub log: Log,
}

/// What was noticed while counting.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Log {
    /// Rows of the table, without its header.
    pub rows: u64,
    /// Rows left out because something in them is wrong.
    pub left_out: u64,
    /// Respondents whose answers are all alike.
    pub straight: u64,
    /// Respondents whose own weights do not sum to 100, nor nearly.
    pub weights_dropped: u64,
    /// Respondents whose own weights were rescaled to 100.
    pub weights_rescaled: u64,
    /// Respondents left out because an answer is missing, under the convention `listwise`.
    pub incomplete: u64,
}

/// The answers of one set of respondents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many respondents.
    pub respondents: u64,
    /// One for each item.
    pub items: Vec<ItemTally>,
    /// One for each dimension.
    pub dimensions: Vec<DimensionTally>,
    /// Respondents' means over the dimensions, of those with a score in each.
    pub totals: TotalTally,
    /// One for each question on the whole.
    pub questions: Vec<QuestionTally>,
}

/// The answers to one item, in scale points.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ItemTally {
    /// What was expected.
    pub expected: Sums,
    /// What was perceived.
    pub perceived: Sums,
    /// Perceived less expected, of those who answered both.
    pub gap: Sums,
    /// How much it matters.
    pub importance: Sums,
    /// The level desired.
    pub desired: Sums,
    /// The least acceptable.
    pub minimum: Sums,
    /// Perceived less the least acceptable.
    pub adequacy: Sums,
    /// Perceived less the level desired.
    pub superiority: Sums,
    /// Respondents who left one of its questions out.
    pub missing: u64,
}

/// Respondents' scores in one dimension, in units of 1/[`SCORE_UNIT`](crate::measures::statistics::SCORE_UNIT), and how its items go together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DimensionTally {
    /// Expectation scores.
    pub expected: Sums,
    /// Perception scores.
    pub perceived: Sums,
    /// Gap scores.
    pub gap: Sums,
    /// The weights that were used, in units of 1/[`WEIGHT_UNIT`].
    pub weight: Sums,
    /// The items' expectations.
    pub expected_items: CoMoments,
    /// The items' perceptions.
    pub perceived_items: CoMoments,
    /// The items' gaps.
    pub gap_items: CoMoments,
}

/// Respondents' scores over all dimensions, in units of 1/[`SCORE_UNIT`](crate::measures::statistics::SCORE_UNIT).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TotalTally {
    /// The mean of the gaps.
    pub gap: Sums,
    /// The mean of the perceptions.
    pub perceived: Sums,
    /// The weighted gaps.
    pub weighted_gap: Sums,
    /// The weighted perceptions.
    pub weighted_perceived: Sums,
}

/// The answers to a question on the whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct QuestionTally {
    /// All answers.
    pub answers: Sums,
    /// Answers in the two highest classes: promoters, satisfied, willing.
    pub high: u64,
    /// Detractors: answers up to 6 of 10.
    pub low: u64,
}

/// Counts respondents for one instrument.
#[derive(Debug)]
pub struct Counter<'i> {
    instrument: &'i Instrument,
    /// How many items of each dimension must be answered.
    needed: Vec<i64>,
    /// The instrument's weights in millionths.
    weights: Vec<i64>,
    scores: Vec<Scores>,
    gaps: Vec<i64>,
    values: Vec<i64>,
}

/// One respondent's scores in a dimension.
#[derive(Debug, Clone, Copy, Default)]
struct Scores {
    expected: Option<i64>,
    perceived: Option<i64>,
    gap: Option<i64>,
}

/// Weights are kept in millionths of the whole.
pub const WEIGHT_UNIT: i64 = 1_000_000;

/// What became of a respondent's own weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnWeights {
    /// None were given.
    None,
    /// They sum to 100.
    Kept,
    /// They missed 100 by no more than 2.
    Rescaled,
    /// They missed 100 by more, or some are missing.
    Dropped,
}

impl<'i> Counter<'i> {
    /// A counter for `instrument`.
    #[must_use]
    pub fn new(instrument: &'i Instrument) -> Self {
        let at_least = instrument.conventions.at_least;
        let needed = instrument.dimensions.iter().map(|dimension| {
            let share = (at_least * Decimal::from(dimension.items.len())).ceil();
            share.to_i64().unwrap_or(1).max(1)
        });
        let millionths = |weight: Decimal| (weight * Decimal::from(WEIGHT_UNIT / 100)).round().to_i64().unwrap_or(0);
        Counter {
            instrument,
            needed: needed.collect(),
            weights: instrument.dimensions.iter().map(|dimension| millionths(dimension.weight)).collect(),
            scores: vec![Scores::default(); instrument.dimensions.len()],
            gaps: Vec::new(),
            values: Vec::new(),
        }
    }

    /// Whether the conventions count a respondent with these answers at all.
    #[must_use]
    pub fn counts(&self, row: &Row) -> bool {
        self.instrument.conventions.missing != Missing::Listwise || row.is_complete(self.instrument.has_expectations)
    }

    /// What becomes of the respondent's own weights; the weights in use, in millionths, are in
    /// `used`.
    pub fn weights(&self, row: &Row, used: &mut Vec<i64>) -> OwnWeights {
        used.clear();
        used.extend(&self.weights);
        if row.weights.iter().all(Option::is_none) {
            return OwnWeights::None;
        }
        let sum: i64 = row.weights.iter().flatten().map(|&weight| i64::from(weight)).sum();
        if row.weights.iter().any(Option::is_none) || !(98..=102).contains(&sum) {
            return OwnWeights::Dropped;
        }
        used.clear();
        used.extend(row.weights.iter().flatten().map(|&weight| (i64::from(weight) * WEIGHT_UNIT + sum / 2) / sum));
        if sum == 100 { OwnWeights::Kept } else { OwnWeights::Rescaled }
    }

    /// Adds a respondent to `tallies`, the whole and the parts that it belongs to; `weights` are
    /// those of [`Counter::weights`].
    pub fn add(&mut self, row: &Row, weights: &[i64], tallies: &mut [&mut Tally]) {
        self.score(row);
        for tally in tallies {
            tally.respondents += 1;
            self.items(row, &mut tally.items);
            self.dimensions(row, weights, &mut tally.dimensions);
            self.totals(weights, &mut tally.totals);
            questions(self.instrument, row, &mut tally.questions);
        }
    }

    fn score(&mut self, row: &Row) {
        let available = self.instrument.conventions.missing == Missing::Available;
        for ((dimension, &needed), scores) in self.instrument.dimensions.iter().zip(&self.needed).zip(&mut self.scores)
        {
            let (mut e, mut p, mut both) = ((0, 0), (0, 0), (0, 0, 0));
            for &item in &dimension.items {
                let (expected, perceived) = (row.expected[item], row.perceived[item]);
                if let Some(expected) = expected {
                    e = (e.0 + i64::from(expected), e.1 + 1);
                }
                if let Some(perceived) = perceived {
                    p = (p.0 + i64::from(perceived), p.1 + 1);
                }
                if let (Some(expected), Some(perceived)) = (expected, perceived) {
                    both = (both.0 + i64::from(expected), both.1 + i64::from(perceived), both.2 + 1);
                }
            }
            if self.instrument.has_expectations && !available {
                e = (both.0, both.2);
                p = (both.1, both.2);
            }
            let mean = |(sum, count): (i64, i64)| (count >= needed).then(|| score(sum, count));
            let gap = self.instrument.has_expectations.then(|| mean((both.1 - both.0, both.2))).flatten();
            *scores = Scores { expected: mean(e), perceived: mean(p), gap };
        }
    }

    fn items(&self, row: &Row, tallies: &mut [ItemTally]) {
        let both_needed = self.instrument.has_expectations && self.instrument.conventions.missing != Missing::Available;
        for (item, tally) in tallies.iter_mut().enumerate() {
            let (expected, perceived) = (row.expected[item], row.perceived[item]);
            let complete = perceived.is_some() && (expected.is_some() || !self.instrument.has_expectations);
            tally.missing += u64::from(!complete);
            if complete || !both_needed {
                add(&mut tally.expected, expected);
                add(&mut tally.perceived, perceived);
            }
            add_difference(&mut tally.gap, perceived, expected);
            add(&mut tally.importance, row.importance[item]);
            add(&mut tally.desired, row.desired[item]);
            add(&mut tally.minimum, row.minimum[item]);
            add_difference(&mut tally.adequacy, perceived, row.minimum[item]);
            add_difference(&mut tally.superiority, perceived, row.desired[item]);
        }
    }

    fn dimensions(&mut self, row: &Row, weights: &[i64], tallies: &mut [DimensionTally]) {
        let instrument = self.instrument;
        for (at, (dimension, tally)) in instrument.dimensions.iter().zip(tallies).enumerate() {
            let scores = self.scores[at];
            scores.expected.into_iter().for_each(|value| tally.expected.add(value));
            scores.perceived.into_iter().for_each(|value| tally.perceived.add(value));
            scores.gap.into_iter().for_each(|value| tally.gap.add(value));
            tally.weight.add(weights[at]);
            let (gaps, values) = (&mut self.gaps, &mut self.values);
            together(&dimension.items, &row.expected, values, &mut tally.expected_items);
            let expected_all = values.len() == dimension.items.len();
            std::mem::swap(gaps, values);
            together(&dimension.items, &row.perceived, values, &mut tally.perceived_items);
            if expected_all && values.len() == dimension.items.len() {
                values.iter_mut().zip(gaps.iter()).for_each(|(perceived, expected)| *perceived -= expected);
                tally.gap_items.add(values);
            }
        }
    }

    fn totals(&self, weights: &[i64], totals: &mut TotalTally) {
        let gaps = self.scores.iter().map(|scores| scores.gap);
        total(gaps, weights, &mut totals.gap, &mut totals.weighted_gap);
        let perceptions = self.scores.iter().map(|scores| scores.perceived);
        total(perceptions, weights, &mut totals.perceived, &mut totals.weighted_perceived);
    }
}

/// Adds a respondent's mean and weighted mean over the dimensions, where it has a score in each.
fn total(scores: impl Iterator<Item = Option<i64>>, weights: &[i64], plain: &mut Sums, weighted: &mut Sums) {
    let (mut sum, mut product) = (0_i128, 0_i128);
    for (score, &weight) in scores.zip(weights) {
        let Some(score) = score else { return };
        sum += i128::from(score);
        product += i128::from(score) * i128::from(weight);
    }
    plain.add(divided(sum, i64::try_from(weights.len()).unwrap_or(1)));
    weighted.add(divided(product, weights.iter().sum()));
}

/// `sum ÷ count`, rounded to the nearest, halves away from zero; 0 where `count` is.
fn divided(sum: i128, count: i64) -> i64 {
    let count = i128::from(count.max(1));
    let half = if sum < 0 { -count / 2 } else { count / 2 };
    i64::try_from((sum + half) / count).unwrap_or(0)
}

/// The answers to `items`, which go together into `moments` where none is missing; they stay in
/// `values`.
fn together(items: &[usize], answers: &[Option<u8>], values: &mut Vec<i64>, moments: &mut CoMoments) {
    values.clear();
    values.extend(items.iter().filter_map(|&item| answers[item].map(i64::from)));
    if values.len() == items.len() {
        moments.add(values);
    }
}

fn add(sums: &mut Sums, answer: Option<u8>) {
    if let Some(answer) = answer {
        sums.add(i64::from(answer));
    }
}

fn add_difference(sums: &mut Sums, first: Option<u8>, second: Option<u8>) {
    if let (Some(first), Some(second)) = (first, second) {
        sums.add(i64::from(first) - i64::from(second));
    }
}

fn questions(instrument: &Instrument, row: &Row, tallies: &mut [QuestionTally]) {
    let questions = instrument.questions.iter().zip(&row.questions).zip(tallies);
    for ((question, &answer), tally) in questions {
        let Some(answer) = answer else { continue };
        let (_, highest) = question.kind.range(instrument.scale.points);
        tally.answers.add(i64::from(answer));
        tally.high += u64::from(answer + 1 >= highest);
        tally.low += u64::from(question.kind == QuestionKind::Recommendation && answer <= 6);
    }
}

impl Tally {
    /// An empty tally for `instrument`.
    #[must_use]
    pub fn new(instrument: &Instrument) -> Self {
        let dimensions = instrument.dimensions.iter().map(|dimension| {
            let moments = || CoMoments::new(dimension.items.len());
            DimensionTally {
                expected_items: moments(),
                perceived_items: moments(),
                gap_items: moments(),
                ..DimensionTally::default()
            }
        });
        Tally {
            respondents: 0,
            items: vec![ItemTally::default(); instrument.items.len()],
            dimensions: dimensions.collect(),
            totals: TotalTally::default(),
            questions: vec![QuestionTally::default(); instrument.questions.len()],
        }
    }
}
