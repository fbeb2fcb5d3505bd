//! From a figure to points out of 100, by four methods, each with the formula that it used.
//!
//! Which way is better is part of the method: a larger-is-better figure that rises never loses
//! points, which the constructors check.

mod bands;
mod efficacy;
mod knots;
mod wall;

pub use bands::{Band, Bands};
pub use efficacy::{COEFFICIENTS, Efficacy, STANDARD_NAMES};
pub use knots::Knots;
pub use wall::Wall;

use rust_decimal::Decimal;

use super::expression::Expr;
use crate::values::Quantity;

/// Which way of a measure is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// The larger, the better.
    Larger,
    /// The smaller, the better.
    Smaller,
    /// The nearer to this figure, the better.
    Nearest(Decimal),
}

/// How a figure becomes points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Method {
    /// Half-open bands.
    Bands(Bands),
    /// Straight lines between knots.
    Knots(Knots),
    /// The efficacy coefficient.
    Efficacy(Efficacy),
    /// Wall's weighted ratios.
    Wall(Wall),
}

/// Points with the formula that gave them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Points {
    /// Points, 0 to 100; with Wall's ratios also more.
    pub value: Decimal,
    /// The formula with its numbers.
    pub formula: Expr,
    /// The band or the standards around the figure.
    pub standing: Standing,
}

/// Where a figure stands in its method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// In the band from the first figure, part of it, to the second.
    Band(Option<Decimal>, Option<Decimal>),
    /// Between two knots, or clamped at one.
    Knots(Decimal, Decimal),
    /// At or above the standard with this index, 0 for excellent; `None` below the lowest.
    Standard(Option<usize>),
    /// So many times the standard, before any limit.
    Relative(Decimal),
}

/// Why a method is no method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// Bands leave a gap or overlap: the index of the later one.
    Gap(usize),
    /// Figures do not run in one direction: the index of the first that does not.
    Order(usize),
    /// Points run against the direction: the index of the first that does.
    Points(usize),
    /// Points lie outside 0 to 100: the index.
    Range(usize),
    /// Too few or too many entries: what is needed.
    Count(&'static str),
}

impl Method {
    /// The points of `figure`.
    ///
    /// # Errors
    /// [`Undefined::OutOfRange`](crate::values::Undefined) where the formula overflows.
    pub fn points(&self, figure: Decimal) -> Result<Points, crate::values::Undefined> {
        match self {
            Method::Bands(bands) => Ok(bands.points(figure)),
            Method::Knots(knots) => knots.points(figure),
            Method::Efficacy(efficacy) => efficacy.points(figure),
            Method::Wall(wall) => wall.points(figure),
        }
    }

    /// The figure nearest to `from` that earns at least `points`, where one exists and is not
    /// `from` itself.
    #[must_use]
    pub fn figure_for(&self, points: Decimal, from: Decimal) -> Option<Decimal> {
        let found = match self {
            Method::Bands(bands) => bands.figure_for(points, from),
            Method::Knots(knots) => knots.figure_for(points, from),
            Method::Efficacy(efficacy) => efficacy.figure_for(points, from),
            Method::Wall(wall) => wall.figure_for(points, from),
        };
        found.filter(|&figure| figure != from)
    }

    /// The points of the worst and of the best figure; those of the standard where Wall's ratio has
    /// no limit above.
    #[must_use]
    pub fn range(&self) -> (Decimal, Decimal) {
        match self {
            Method::Bands(bands) => bands.range(),
            Method::Knots(knots) => knots.range(),
            Method::Efficacy(_) => (Decimal::ZERO, Decimal::ONE_HUNDRED),
            Method::Wall(wall) => wall.range(),
        }
    }
}

/// The points on the straight line from `(x0, y0)` to `(x1, y1)` at `x`, as a formula.
fn line(x: Expr, (x0, y0): (Decimal, Decimal), (x1, y1): (Decimal, Decimal)) -> Expr {
    let share = x.minus(Expr::Number(x0)).over(Expr::Number(x1).minus(Expr::Number(x0)));
    let rise = Expr::Number((y1 - y0).abs());
    let adjustment = share.times(rise);
    if y1 >= y0 { Expr::Number(y0).plus(adjustment) } else { Expr::Number(y0).minus(adjustment) }
}

/// The figure at which that line reaches `points`.
fn line_reaches(points: Decimal, (x0, y0): (Decimal, Decimal), (x1, y1): (Decimal, Decimal)) -> Option<Decimal> {
    let share = points.checked_sub(y0)?.checked_div(y1.checked_sub(y0)?)?;
    share.checked_mul(x1.checked_sub(x0)?)?.checked_add(x0)
}

/// How far two figures lie apart; the largest number where it cannot be said, so that nothing
/// overflows however large a ratio is.
fn distance(a: Decimal, b: Decimal) -> Decimal {
    a.checked_sub(b).map_or(Decimal::MAX, |distance| distance.abs())
}

/// The points of `formula`, which holds constants only.
fn constant(formula: &Expr) -> Quantity {
    formula.value(&super::expression::Inputs::default())
}

/// The first index at which `points` run against `better`, given figures in rising order.
fn against(better: Better, figures: &[Decimal], points: &[Decimal]) -> Option<usize> {
    let wrong = |at: usize| match better {
        Better::Larger => points[at] < points[at - 1],
        Better::Smaller => points[at] > points[at - 1],
        Better::Nearest(target) => {
            if figures[at] <= target {
                points[at] < points[at - 1]
            } else {
                figures[at - 1] >= target && points[at] > points[at - 1]
            }
        }
    };
    (1..points.len()).find(|&at| wrong(at))
}

#[cfg(test)]
mod tests;
