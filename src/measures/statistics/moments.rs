//! Sums of whole numbers, from which means, variances and correlations follow exactly.

use rust_decimal::Decimal;

/// How many units one point of a respondent's score is kept in: a mean of a few answers is rarely a
/// whole number, and rounded to a billionth of a point it can be summed in any order.
pub const SCORE_UNIT: i64 = 1_000_000_000;

/// A respondent's mean of `sum` over `count` answers, in units of 1/[`SCORE_UNIT`], rounded to the
/// nearest; `count` is above zero.
#[must_use]
pub const fn score(sum: i64, count: i64) -> i64 {
    let scaled = sum * SCORE_UNIT;
    let half = count / 2;
    if scaled >= 0 { (scaled + half) / count } else { (scaled - half) / count }
}

/// Number, sum and sum of squares of whole numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sums {
    /// How many there are.
    pub n: u64,
    /// Their sum.
    pub sum: i128,
    /// The sum of their squares.
    pub squares: i128,
}

impl Sums {
    /// Adds one number.
    pub fn add(&mut self, value: i64) {
        let value = i128::from(value);
        self.n += 1;
        self.sum += value;
        self.squares += value * value;
    }

    /// What is left without `part`, whose numbers are among these.
    #[must_use]
    pub const fn without(&self, part: &Sums) -> Sums {
        Sums { n: self.n - part.n, sum: self.sum - part.sum, squares: self.squares - part.squares }
    }

    /// The mean, where `unit` of the numbers make 1.
    #[must_use]
    pub fn mean(&self, unit: i64) -> Option<Decimal> {
        let sum = Decimal::try_from_i128_with_scale(self.sum, 0).ok()?;
        sum.checked_div(Decimal::from(self.n))?.checked_div(Decimal::from(unit))
    }

    /// The sample variance (n − 1), where `unit` of the numbers make 1; needs two numbers.
    #[must_use]
    pub fn variance(&self, unit: i64) -> Option<f64> {
        if self.n < 2 {
            return None;
        }
        let n = i128::from(self.n);
        let spread = n * self.squares - self.sum * self.sum;
        let unit = real(i128::from(unit));
        Some(real(spread) / real(n * (n - 1)) / unit / unit)
    }

    /// The sample standard deviation.
    #[must_use]
    pub fn deviation(&self, unit: i64) -> Option<f64> {
        self.variance(unit).map(f64::sqrt)
    }
}

/// Numbers and products of several columns over the rows in which none of them is missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CoMoments {
    n: i128,
    sums: Vec<i128>,
    /// Sums of products, row by row of the lower triangle: (0,0), (1,0), (1,1), (2,0), …
    products: Vec<i128>,
}

impl CoMoments {
    /// For `columns` columns.
    #[must_use]
    pub fn new(columns: usize) -> Self {
        CoMoments { n: 0, sums: vec![0; columns], products: vec![0; columns * (columns + 1) / 2] }
    }

    /// Adds one row, which has a number for every column.
    pub fn add(&mut self, row: &[i64]) {
        self.n += 1;
        let mut at = 0;
        for (i, &x) in row.iter().enumerate() {
            self.sums[i] += i128::from(x);
            for &y in &row[..=i] {
                self.products[at] += i128::from(x * y);
                at += 1;
            }
        }
    }

    /// How many columns there are.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.sums.len()
    }

    /// How many rows were complete.
    #[must_use]
    pub fn rows(&self) -> u64 {
        u64::try_from(self.n).unwrap_or(0)
    }

    /// n² times the covariance with n as divisor: a whole number.
    pub(super) fn spread(&self, i: usize, j: usize) -> i128 {
        let (high, low) = (i.max(j), i.min(j));
        self.n * self.products[high * (high + 1) / 2 + low] - self.sums[i] * self.sums[j]
    }

    /// What spreads are divided by to give sample covariances: n (n − 1).
    pub(super) fn divisor(&self) -> i128 {
        self.n * (self.n - 1)
    }

    /// The sum of the spreads of every column.
    pub(super) fn spread_of_columns(&self) -> i128 {
        (0..self.columns()).map(|i| self.spread(i, i)).sum()
    }

    /// The spread of the sum of all columns.
    pub(super) fn spread_of_total(&self) -> i128 {
        (0..self.columns()).map(|i| self.spread_with_total(i)).sum()
    }

    /// The spread of column `i` with the sum of all columns.
    pub(super) fn spread_with_total(&self, i: usize) -> i128 {
        (0..self.columns()).map(|j| self.spread(i, j)).sum()
    }

    /// The correlation of two columns; none where one of them does not vary.
    #[must_use]
    pub fn correlation(&self, i: usize, j: usize) -> Option<f64> {
        correlation(self.spread(i, j), self.spread(i, i), self.spread(j, j))
    }
}

/// `covariance / √(first × second)`, none where one of the variances is zero.
pub(super) fn correlation(covariance: i128, first: i128, second: i128) -> Option<f64> {
    (first > 0 && second > 0).then(|| real(covariance) / (real(first).sqrt() * real(second).sqrt()))
}

/// The nearest floating-point number.
#[allow(clippy::cast_precision_loss, reason = "rounded to the nearest, which is what is wanted")]
pub(super) const fn real(value: i128) -> f64 {
    value as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_round_to_the_nearest_billionth() {
        assert_eq!(score(20, 3), 6_666_666_667);
        assert_eq!(score(-20, 3), -6_666_666_667);
        assert_eq!(score(7, 1), 7 * SCORE_UNIT);
    }

    #[test]
    fn moments_do_not_depend_on_the_order_of_rows() {
        let rows = [[1, 7], [3, 2], [5, 5], [2, 2]];
        let mut there = CoMoments::new(2);
        let mut back = CoMoments::new(2);
        for (row, last) in rows.iter().zip(rows.iter().rev()) {
            there.add(row);
            back.add(last);
        }
        assert_eq!(there, back);
        // numpy 2.4.6: np.corrcoef([1, 3, 5, 2], [7, 2, 5, 2])[0, 1]
        let found = there.correlation(0, 1).unwrap();
        assert!((found - -0.159_363_814_577_919_15).abs() < 1e-12, "{found}");
    }
}
