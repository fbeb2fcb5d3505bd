//! A mean with what is known of its certainty.

use crate::measures::Figure;
use crate::measures::statistics::{Interval, MeanTest, Sums, mean_interval, mean_test};

/// A figure that is a mean of answers, and how certain it is.
#[derive(Debug, Clone)]
pub struct Estimate {
    /// The mean, with formula and inputs.
    pub figure: Figure,
    /// How many respondents it rests on.
    pub n: u64,
    /// The sample standard deviation.
    pub deviation: Option<f64>,
    /// The interval in which the true mean is expected.
    pub interval: Option<Interval>,
    /// Student's test against zero; of a gap, the paired test.
    pub test: Option<MeanTest>,
}

impl Estimate {
    /// The estimate whose mean is `figure`, from `sums`, of which `unit` make one scale point.
    #[must_use]
    pub fn of(figure: Figure, sums: &Sums, unit: i64) -> Self {
        Estimate {
            figure,
            n: sums.n,
            deviation: sums.deviation(unit),
            interval: mean_interval(sums, unit),
            test: mean_test(sums, unit),
        }
    }

    /// Whether the mean lies below zero and chance alone does not explain it.
    #[must_use]
    pub fn is_significantly_negative(&self) -> bool {
        self.test.is_some_and(|test| test.is_significant() && test.mean < 0.0)
    }
}
