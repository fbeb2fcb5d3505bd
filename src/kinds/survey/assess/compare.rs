//! Compares waves with the wave before, and groups with all other respondents.

use crate::kinds::survey::case::Survey;
use crate::kinds::survey::tally::{DimensionTally, Tally};
use crate::measures::statistics::{MeanTest, SCORE_UNIT, Sums, difference_of_means};

/// What is compared with what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Versus {
    /// A wave with the one before it; places among the survey's waves.
    EarlierWave {
        /// The later one.
        wave: usize,
        /// The earlier one.
        before: usize,
    },
    /// A group, by its place, with all respondents outside it.
    Others {
        /// The group.
        group: usize,
    },
}

/// The comparison of two sets of respondents.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// Which two.
    pub versus: Versus,
    /// One for each dimension.
    pub dimensions: Vec<Change>,
    /// Over all dimensions.
    pub total: Change,
}

/// How a score differs between two sets of respondents: Welch's tests of the differences.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// Of the gap; none where only performance is measured or where too few answered.
    pub gap: Option<MeanTest>,
    /// Of the perception.
    pub perception: Option<MeanTest>,
    /// Of the expectation.
    pub expectation: Option<MeanTest>,
}

/// Each wave with the one before it, then each group with all others, where there are two or more.
pub(super) fn comparisons(survey: &Survey) -> Vec<Comparison> {
    let tallies = &survey.tallies;
    let answered =
        |tallies: &[Tally]| -> Vec<usize> { (0..tallies.len()).filter(|&at| tallies[at].respondents > 0).collect() };
    let waves = answered(&tallies.waves);
    let mut found: Vec<_> = waves
        .windows(2)
        .map(|pair| {
            let (before, wave) = (pair[0], pair[1]);
            compared(Versus::EarlierWave { wave, before }, &tallies.waves[wave], &tallies.waves[before])
        })
        .collect();
    let groups = answered(&tallies.groups);
    if groups.len() > 1 {
        found.extend(groups.into_iter().map(|group| {
            let own = &tallies.groups[group];
            compared(Versus::Others { group }, own, &without(&tallies.whole, own))
        }));
    }
    found
}

fn compared(versus: Versus, first: &Tally, second: &Tally) -> Comparison {
    let dimensions = first.dimensions.iter().zip(&second.dimensions).map(|(first, second)| Change {
        gap: difference_of_means(&first.gap, &second.gap, SCORE_UNIT),
        perception: difference_of_means(&first.perceived, &second.perceived, SCORE_UNIT),
        expectation: difference_of_means(&first.expected, &second.expected, SCORE_UNIT),
    });
    let (one, other) = (&first.totals, &second.totals);
    let total = Change {
        gap: difference_of_means(&one.gap, &other.gap, SCORE_UNIT),
        perception: difference_of_means(&one.perceived, &other.perceived, SCORE_UNIT),
        expectation: None,
    };
    Comparison { versus, dimensions: dimensions.collect(), total }
}

/// The respondents of `whole` who are not in `part`: what scores need, no more.
fn without(whole: &Tally, part: &Tally) -> Tally {
    let rest = |whole: &Sums, part: &Sums| whole.without(part);
    let dimensions = whole.dimensions.iter().zip(&part.dimensions).map(|(whole, part)| DimensionTally {
        expected: rest(&whole.expected, &part.expected),
        perceived: rest(&whole.perceived, &part.perceived),
        gap: rest(&whole.gap, &part.gap),
        ..DimensionTally::default()
    });
    let mut totals = whole.totals;
    totals.gap = rest(&whole.totals.gap, &part.totals.gap);
    totals.perceived = rest(&whole.totals.perceived, &part.totals.perceived);
    Tally {
        respondents: whole.respondents - part.respondents,
        dimensions: dimensions.collect(),
        totals,
        ..Tally::default()
    }
}
