//! Wall's weighted ratios 沃尔评分法: points in proportion to figure ÷ standard.
//!
//! A figure at its standard earns 100 points, one of twice the standard 200. That is the method's
//! known flaw, that one extreme ratio outweighs all others; a least and a most relative ratio, such
//! as 0.5 and 1.5, hold it. Where smaller is better, the relative ratio is
//! (standard − (figure − standard)) ÷ standard, as Chinese textbooks have it, which a figure of zero
//! does not break. Source: Alexander Wall, *Ratio Analysis of Financial Statements*, Harper 1928.

use rust_decimal::Decimal;

use super::{Better, Flaw, Points, Standing, constant};
use crate::measures::expression::Expr;
use crate::values::Undefined;

/// The highest limit that a model may set, so that no score leaves its charts far behind.
const MOST: i64 = 10;

/// A standard with the limits of the relative ratio.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wall {
    standard: Decimal,
    smaller: bool,
    least: Decimal,
    most: Option<Decimal>,
}

impl Wall {
    /// Points by `standard`; the relative ratio counts as at least `least`, 0 where absent, and as at
    /// most `most`, without limit where absent.
    ///
    /// # Errors
    /// A standard that is not above zero, limits that do not enclose 1, or the direction
    /// [`Better::Nearest`], which the method does not know.
    pub fn new(standard: Decimal, least: Option<Decimal>, most: Option<Decimal>, better: Better) -> Result<Self, Flaw> {
        if standard <= Decimal::ZERO {
            return Err(Flaw::Count("a `standard` above 0"));
        }
        let least = least.unwrap_or_default();
        let fits = |most: Decimal| most >= Decimal::ONE && most <= Decimal::from(MOST);
        if !(Decimal::ZERO..=Decimal::ONE).contains(&least) || !most.is_none_or(fits) {
            return Err(Flaw::Count("a `least` from 0 to 1 and a `most` from 1 to 10"));
        }
        let smaller = match better {
            Better::Larger => false,
            Better::Smaller => true,
            Better::Nearest(_) => return Err(Flaw::Count("the direction `larger` or `smaller`")),
        };
        Ok(Wall { standard, smaller, least, most })
    }

    /// The standard.
    #[must_use]
    pub fn standard(&self) -> Decimal {
        self.standard
    }

    /// The least and the most that the relative ratio counts as.
    #[must_use]
    pub fn limits(&self) -> (Decimal, Option<Decimal>) {
        (self.least, self.most)
    }

    pub(super) fn points(&self, figure: Decimal) -> Result<Points, Undefined> {
        let (shown, standard) = (Expr::Number(figure), Expr::Number(self.standard));
        let compared = if self.smaller { standard.clone().minus(shown.minus(standard.clone())) } else { shown };
        let relative = compared.over(standard);
        let ratio = constant(&relative)?;
        let limited = self.most.map_or(ratio, |most| ratio.min(most)).max(self.least);
        let formula = if limited == ratio { relative } else { Expr::Number(limited) };
        let formula = formula.times(Expr::number(100));
        Ok(Points { value: constant(&formula)?, formula, standing: Standing::Relative(ratio) })
    }

    pub(super) fn figure_for(&self, points: Decimal, from: Decimal) -> Option<Decimal> {
        if self.points(from).is_ok_and(|now| now.value >= points) {
            return Some(from);
        }
        let ratio = points.checked_div(Decimal::ONE_HUNDRED)?;
        if self.most.is_some_and(|most| ratio > most) {
            return None;
        }
        let ratio = if self.smaller { Decimal::TWO.checked_sub(ratio)? } else { ratio };
        ratio.checked_mul(self.standard)
    }

    pub(super) fn range(&self) -> (Decimal, Decimal) {
        (self.least * Decimal::ONE_HUNDRED, self.most.unwrap_or(Decimal::ONE) * Decimal::ONE_HUNDRED)
    }
}
