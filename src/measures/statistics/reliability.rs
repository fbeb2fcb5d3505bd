//! Reliability of a scale: Cronbach's α and what goes with it.

use rust_decimal::Decimal;
use statrs::distribution::{ContinuousCDF, FisherSnedecor};

use super::CONFIDENCE;
use super::interval::Interval;
use super::moments::{CoMoments, correlation, real};

/// The reliability of a scale of k ≥ 2 items, from the answers of respondents who answered all of
/// them.
///
/// α = k/(k−1) · (1 − Σ var(item) / var(total)), with n − 1 in the variances [S: Cronbach 1951,
/// *Psychometrika* 16]. It may be negative.
#[derive(Debug, Clone, PartialEq)]
pub struct Reliability {
    /// How many respondents answered every item.
    pub n: u64,
    /// How many items the scale has.
    pub k: usize,
    /// The sum of the variances of the items.
    pub item_variances: Decimal,
    /// The variance of the respondents' totals.
    pub total_variance: Decimal,
    /// α from variances.
    pub alpha: f64,
    /// α from the mean correlation r̄: k·r̄ / (1 + (k−1)·r̄); none where an item does not vary.
    pub standardised: Option<f64>,
    /// The interval of Feldt (1965), *Psychometrika* 30; none for fewer than three respondents.
    pub interval: Option<Interval>,
    /// For each item, its correlation with the sum of the others; none where one does not vary.
    pub item_rest: Vec<Option<f64>>,
    /// For each item, α of the scale without it; none for two items or where nothing varies.
    pub without: Vec<Option<f64>>,
}

impl Reliability {
    /// The reliability of the scale whose items are the columns of `moments`; none for fewer than
    /// two items or respondents, or where nobody's total differs from another's.
    #[must_use]
    pub fn of(moments: &CoMoments) -> Option<Self> {
        let (n, k) = (moments.rows(), moments.columns());
        if n < 2 || k < 2 {
            return None;
        }
        let (items, total) = (moments.spread_of_columns(), moments.spread_of_total());
        let alpha = alpha(k, items, total)?;
        let exact = |spread: i128| {
            let spread = Decimal::try_from_i128_with_scale(spread, 0).ok()?;
            spread.checked_div(Decimal::try_from_i128_with_scale(moments.divisor(), 0).ok()?)
        };
        Some(Reliability {
            n,
            k,
            item_variances: exact(items)?,
            total_variance: exact(total)?,
            alpha,
            standardised: standardised(moments),
            interval: feldt(alpha, n, k),
            item_rest: (0..k).map(|item| item_rest(moments, item, total)).collect(),
            without: (0..k).map(|item| without(moments, item, items, total)).collect(),
        })
    }
}

fn alpha(k: usize, items: i128, total: i128) -> Option<f64> {
    let k = real(i128::try_from(k).ok()?);
    (total > 0).then(|| k / (k - 1.0) * (1.0 - real(items) / real(total)))
}

fn standardised(moments: &CoMoments) -> Option<f64> {
    let k = moments.columns();
    let (mut sum, mut pairs) = (0.0, 0.0);
    for i in 1..k {
        for j in 0..i {
            sum += moments.correlation(i, j)?;
            pairs += 1.0;
        }
    }
    let (mean, k) = (sum / pairs, real(i128::try_from(k).ok()?));
    Some(k * mean / (1.0 + (k - 1.0) * mean))
}

/// (1 − α) / (1 − α̂) follows F with (n − 1) and (n − 1)(k − 1) degrees of freedom.
fn feldt(alpha: f64, n: u64, k: usize) -> Option<Interval> {
    if n < 3 {
        return None;
    }
    let first = real(i128::from(n) - 1);
    let second = first * real(i128::try_from(k).ok()? - 1);
    let distribution = FisherSnedecor::new(first, second).ok()?;
    let tail = (1.0 - CONFIDENCE) / 2.0;
    let bound = |share: f64| 1.0 - (1.0 - alpha) * distribution.inverse_cdf(share);
    Some(Interval { low: bound(1.0 - tail), high: bound(tail) })
}

fn item_rest(moments: &CoMoments, item: usize, total: i128) -> Option<f64> {
    let (own, with_total) = (moments.spread(item, item), moments.spread_with_total(item));
    correlation(with_total - own, own, total - 2 * with_total + own)
}

fn without(moments: &CoMoments, item: usize, items: i128, total: i128) -> Option<f64> {
    let k = moments.columns() - 1;
    let (own, with_total) = (moments.spread(item, item), moments.spread_with_total(item));
    if k < 2 { None } else { alpha(k, items - own, total - 2 * with_total + own) }
}
