//! The efficacy coefficient 功效系数法.
//!
//! Score = base + adjustment: the base is the coefficient of the lower of the two standards
//! around the figure, the adjustment the share of the way to the upper one. At or above
//! excellent: full points; below poor: none. Source: SASAC 国资委令第14号 and
//! 国资发评价〔2006〕157号, articles 16–20.

use rust_decimal::Decimal;

use super::{Better, Flaw, Points, Standing, constant, line, line_reaches};
use crate::measures::expression::Expr;
use crate::values::{Undefined, Words};

/// Points of the standards excellent, good, average, low and poor: coefficients 1.0 to 0.2.
pub const COEFFICIENTS: [i64; 5] = [100, 80, 60, 40, 20];

/// The standards' names, best first.
pub const STANDARD_NAMES: [Words; 5] = [
    Words { zh: "优秀值", en: "excellent" },
    Words { zh: "良好值", en: "good" },
    Words { zh: "平均值", en: "average" },
    Words { zh: "较低值", en: "low" },
    Words { zh: "较差值", en: "poor" },
];

/// Five standards and the direction in which they run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Efficacy {
    standards: [Decimal; 5],
    better: Better,
}

impl Efficacy {
    /// Standards from excellent to poor; for [`Better::Nearest`] they are distances from the target.
    ///
    /// # Errors
    /// The first standard that does not run in the direction.
    pub fn new(standards: &[Decimal], better: Better) -> Result<Self, Flaw> {
        let standards: [Decimal; 5] =
            standards.try_into().map_err(|_| Flaw::Count("five standards: excellent, good, average, low, poor"))?;
        let falls = |pair: &[Decimal]| match better {
            Better::Larger => pair[1] < pair[0],
            Better::Smaller | Better::Nearest(_) => pair[1] > pair[0],
        };
        if let Some(at) = standards.windows(2).position(|pair| !falls(pair)) {
            return Err(Flaw::Order(at + 1));
        }
        Ok(Efficacy { standards, better })
    }

    /// The standards, best first.
    #[must_use]
    pub fn standards(&self) -> &[Decimal; 5] {
        &self.standards
    }

    pub(super) fn points(&self, figure: Decimal) -> Result<Points, Undefined> {
        let (shown, compared) = self.compared(figure)?;
        let reached = self.standards.iter().position(|&standard| self.reaches(compared, standard));
        let formula = match reached {
            None => Expr::Number(Decimal::ZERO),
            Some(0) => Expr::number(COEFFICIENTS[0]),
            Some(at) => line(shown, self.knot(at), self.knot(at - 1)),
        };
        Ok(Points { value: constant(&formula)?, formula, standing: Standing::Standard(reached) })
    }

    pub(super) fn figure_for(&self, points: Decimal, from: Decimal) -> Option<Decimal> {
        if self.points(from).is_ok_and(|now| now.value >= points) {
            return Some(from);
        }
        let at = COEFFICIENTS.iter().rposition(|&coefficient| Decimal::from(coefficient) >= points)?;
        let compared = match at {
            4 => self.standards[4],
            _ => line_reaches(points, self.knot(at + 1), self.knot(at))?,
        };
        match self.better {
            Better::Larger | Better::Smaller => Some(compared),
            Better::Nearest(target) if from >= target => target.checked_add(compared),
            Better::Nearest(target) => target.checked_sub(compared),
        }
    }

    /// The figure, or its distance from the target, as printed and as a number.
    fn compared(&self, figure: Decimal) -> Result<(Expr, Decimal), Undefined> {
        match self.better {
            Better::Larger | Better::Smaller => Ok((Expr::Number(figure), figure)),
            Better::Nearest(target) => {
                let shown = Expr::Distance(Box::new((Expr::Number(figure), Expr::Number(target))));
                let distance = constant(&shown)?;
                Ok((shown, distance))
            }
        }
    }

    fn reaches(&self, compared: Decimal, standard: Decimal) -> bool {
        match self.better {
            Better::Larger => compared >= standard,
            Better::Smaller | Better::Nearest(_) => compared <= standard,
        }
    }

    fn knot(&self, at: usize) -> (Decimal, Decimal) {
        (self.standards[at], Decimal::from(COEFFICIENTS[at]))
    }
}
