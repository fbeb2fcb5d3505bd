//! Statistics of answers: exact moments, reliability of scales, intervals and tests.
//!
//! Answers are small whole numbers, so sums, squares and products of them are kept as integers:
//! they are exact and do not depend on the order of the rows.
//! Floating point begins where a root or a distribution is needed.

mod interval;
mod moments;
mod reliability;

pub use interval::{Interval, MeanTest, difference_of_means, mean_interval, mean_test, net_promoter_interval, wilson};
pub use moments::{CoMoments, SCORE_UNIT, Sums, score};
pub use reliability::Reliability;

/// The share of samples whose intervals hold the true value, as all intervals here are made.
pub const CONFIDENCE: f64 = 0.95;
