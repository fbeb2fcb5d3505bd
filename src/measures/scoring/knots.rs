//! Points by straight lines between knots, clamped at both ends.

use rust_decimal::Decimal;

use super::bands::in_range;
use super::{Better, Flaw, Points, Standing, against, constant, distance, line, line_reaches};
use crate::measures::expression::Expr;
use crate::values::Undefined;

/// Knots: pairs of figure and points, figures rising.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Knots {
    knots: Vec<(Decimal, Decimal)>,
}

impl Knots {
    /// Knots in rising order of figures.
    ///
    /// # Errors
    /// The first knot that is out of order or runs against the direction.
    pub fn new(knots: Vec<(Decimal, Decimal)>, better: Better) -> Result<Self, Flaw> {
        if knots.len() < 2 {
            return Err(Flaw::Count("at least two knots"));
        }
        if let Some(at) = (1..knots.len()).find(|&at| knots[at].0 <= knots[at - 1].0) {
            return Err(Flaw::Order(at));
        }
        if let Some(at) = knots.iter().position(|knot| !in_range(knot.1)) {
            return Err(Flaw::Range(at));
        }
        let (figures, points): (Vec<_>, Vec<_>) = knots.iter().copied().unzip();
        match against(better, &figures, &points) {
            Some(at) => Err(Flaw::Points(at)),
            None => Ok(Knots { knots }),
        }
    }

    /// The knots.
    #[must_use]
    pub fn knots(&self) -> &[(Decimal, Decimal)] {
        &self.knots
    }

    pub(super) fn points(&self, figure: Decimal) -> Result<Points, Undefined> {
        let after = self.knots.partition_point(|knot| knot.0 <= figure);
        let (lower, upper) = match (after.checked_sub(1).and_then(|at| self.knots.get(at)), self.knots.get(after)) {
            (Some(lower), Some(upper)) => (*lower, *upper),
            (Some(end), None) | (None, Some(end)) => (*end, *end),
            (None, None) => return Err(Undefined::OutOfRange),
        };
        let formula = if lower == upper { Expr::Number(lower.1) } else { line(Expr::Number(figure), lower, upper) };
        Ok(Points { value: constant(&formula)?, formula, standing: Standing::Knots(lower.0, upper.0) })
    }

    pub(super) fn figure_for(&self, points: Decimal, from: Decimal) -> Option<Decimal> {
        if self.points(from).is_ok_and(|now| now.value >= points) {
            return Some(from);
        }
        let at_knots = self.knots.iter().filter(|knot| knot.1 >= points).map(|knot| knot.0);
        let between = self.knots.windows(2).filter_map(|pair| {
            let crosses = (pair[0].1 < points) != (pair[1].1 < points);
            crosses.then(|| line_reaches(points, pair[0], pair[1])).flatten()
        });
        at_knots.chain(between).min_by_key(|&figure| distance(figure, from))
    }

    pub(super) fn range(&self) -> (Decimal, Decimal) {
        let points = || self.knots.iter().map(|knot| knot.1);
        (points().min().unwrap_or_default(), points().max().unwrap_or_default())
    }
}
