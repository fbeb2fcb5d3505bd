//! Intervals and tests of means and shares, all at [`CONFIDENCE`](super::CONFIDENCE).

use rust_decimal::prelude::ToPrimitive;
use statrs::distribution::{ContinuousCDF, StudentsT};

use super::CONFIDENCE;
use super::moments::{Sums, real};

/// The 97.5 % point of the normal distribution.
const NORMAL: f64 = 1.959_963_984_540_054;

/// The bounds between which the true value is expected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower bound.
    pub low: f64,
    /// The upper bound.
    pub high: f64,
}

/// Student's test of a mean, or of a difference of means, against zero.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeanTest {
    /// The mean or difference that is tested.
    pub mean: f64,
    /// The statistic.
    pub t: f64,
    /// Degrees of freedom.
    pub freedom: f64,
    /// The two-sided probability of so large a statistic where the true value is zero.
    pub p: f64,
    /// The interval of the mean or difference.
    pub interval: Interval,
}

impl MeanTest {
    /// Whether chance alone explains the value in fewer than one sample of twenty.
    #[must_use]
    pub fn is_significant(&self) -> bool {
        self.p < 1.0 - CONFIDENCE
    }
}

/// Mean ± t·s/√n of numbers of which `unit` make 1; needs two numbers.
#[must_use]
pub fn mean_interval(sums: &Sums, unit: i64) -> Option<Interval> {
    let (mean, error, freedom) = mean_and_error(sums, unit)?;
    around(mean, error, freedom)
}

/// Student's one-sample test of the mean against zero; of gaps, this is the paired test. None for
/// fewer than two numbers, or where all are equal.
#[must_use]
pub fn mean_test(sums: &Sums, unit: i64) -> Option<MeanTest> {
    let (mean, error, freedom) = mean_and_error(sums, unit)?;
    tested(mean, error, freedom)
}

/// Welch's test of the difference `first − second` of two independent samples, with the degrees of
/// freedom of Welch and Satterthwaite. None where a sample has fewer than two numbers or nothing
/// varies.
#[must_use]
pub fn difference_of_means(first: &Sums, second: &Sums, unit: i64) -> Option<MeanTest> {
    let (mean_1, error_1, freedom_1) = mean_and_error(first, unit)?;
    let (mean_2, error_2, freedom_2) = mean_and_error(second, unit)?;
    let (square_1, square_2) = (error_1 * error_1, error_2 * error_2);
    let both = square_1 + square_2;
    let freedom = both * both / (square_1 * square_1 / freedom_1 + square_2 * square_2 / freedom_2);
    tested(mean_1 - mean_2, both.sqrt(), freedom)
}

/// Mean, standard error and degrees of freedom.
fn mean_and_error(sums: &Sums, unit: i64) -> Option<(f64, f64, f64)> {
    let deviation = sums.deviation(unit)?;
    let n = real(i128::from(sums.n));
    Some((sums.mean(unit)?.to_f64()?, deviation / n.sqrt(), n - 1.0))
}

fn around(mean: f64, error: f64, freedom: f64) -> Option<Interval> {
    let half = error * student(freedom)?.inverse_cdf(f64::midpoint(1.0, CONFIDENCE));
    Some(Interval { low: mean - half, high: mean + half })
}

fn tested(mean: f64, error: f64, freedom: f64) -> Option<MeanTest> {
    if error <= 0.0 {
        return None;
    }
    let t = mean / error;
    let p = 2.0 * student(freedom)?.sf(t.abs());
    Some(MeanTest { mean, t, freedom, p, interval: around(mean, error, freedom)? })
}

fn student(freedom: f64) -> Option<StudentsT> {
    StudentsT::new(0.0, 1.0, freedom).ok()
}

/// The interval of a share of `successes` among `n` [S: Wilson 1927, *JASA* 22]; none where n is 0.
#[must_use]
pub fn wilson(successes: u64, n: u64) -> Option<Interval> {
    if n == 0 {
        return None;
    }
    let (count, n) = (real(i128::from(successes)), real(i128::from(n)));
    let (share, square) = (count / n, NORMAL * NORMAL);
    let centre = (share + square / (2.0 * n)) / (1.0 + square / n);
    let half = NORMAL / (1.0 + square / n) * (share * (1.0 - share) / n + square / (4.0 * n * n)).sqrt();
    Some(Interval { low: (centre - half).max(0.0), high: (centre + half).min(1.0) })
}

/// The interval of the net promoter score p − d as a fraction, by the normal approximation with the
/// variance (p + d − (p − d)²) / n; none where n is 0.
#[must_use]
pub fn net_promoter_interval(promoters: u64, detractors: u64, n: u64) -> Option<Interval> {
    if n == 0 {
        return None;
    }
    let real = |count: u64| real(i128::from(count));
    let (p, d, n) = (real(promoters) / real(n), real(detractors) / real(n), real(n));
    let half = NORMAL * ((p + d - (p - d) * (p - d)) / n).sqrt();
    Some(Interval { low: (p - d - half).max(-1.0), high: (p - d + half).min(1.0) })
}
