//! Points by half-open bands [from, to), ordered and without gaps from −∞ to +∞.

use rust_decimal::Decimal;

use super::{Better, Flaw, Points, Standing, against, distance};
use crate::measures::expression::Expr;

/// A band with its points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// The lowest figure, part of the band; none in the first.
    pub from: Option<Decimal>,
    /// The end, no part of the band; none in the last.
    pub to: Option<Decimal>,
    /// Points, 0 to 100.
    pub points: Decimal,
}

/// Bands from the lowest figure to the highest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bands {
    bands: Vec<Band>,
}

impl Bands {
    /// Bands in order.
    ///
    /// # Errors
    /// The first gap, overlap or step against the direction.
    pub fn new(bands: Vec<Band>, better: Better) -> Result<Self, Flaw> {
        let (Some(first), Some(last)) = (bands.first(), bands.last()) else {
            return Err(Flaw::Count("at least one band"));
        };
        if first.from.is_some() {
            return Err(Flaw::Gap(0));
        }
        if last.to.is_some() {
            return Err(Flaw::Gap(bands.len()));
        }
        for (at, pair) in bands.windows(2).enumerate() {
            if pair[0].to.is_none() || pair[0].to != pair[1].from {
                return Err(Flaw::Gap(at + 1));
            }
            if pair[1].from >= pair[1].to && pair[1].to.is_some() {
                return Err(Flaw::Order(at + 1));
            }
        }
        if let Some(at) = bands.iter().position(|band| !in_range(band.points)) {
            return Err(Flaw::Range(at));
        }
        // A band is represented by the end nearer to the other bands.
        let ends: Vec<_> = bands.iter().map(|band| band.from.or(band.to).unwrap_or_default()).collect();
        let points: Vec<_> = bands.iter().map(|band| band.points).collect();
        match against(better, &ends, &points) {
            Some(at) => Err(Flaw::Points(at)),
            None => Ok(Bands { bands }),
        }
    }

    /// The bands.
    #[must_use]
    pub fn bands(&self) -> &[Band] {
        &self.bands
    }

    pub(super) fn points(&self, figure: Decimal) -> Points {
        let holds = |band: &&Band| band.to.is_none_or(|to| figure < to);
        let band = self.bands.iter().find(holds).or(self.bands.last());
        let (value, standing) = band.map_or((Decimal::ZERO, Standing::Band(None, None)), |band| {
            (band.points, Standing::Band(band.from, band.to))
        });
        Points { value, formula: Expr::Number(value), standing }
    }

    /// The nearest figure of a band with enough points: its lower end, or for a band below
    /// `from` a figure just under its upper end, one unit of the fourth decimal place away.
    pub(super) fn figure_for(&self, points: Decimal, from: Decimal) -> Option<Decimal> {
        let step = Decimal::new(1, 4);
        let candidates =
            self.bands.iter().filter(|band| band.points >= points).map(|band| match (band.from, band.to) {
                (Some(lower), _) if from < lower => lower,
                (_, Some(upper)) if from >= upper => upper - step,
                _ => from,
            });
        candidates.min_by_key(|&figure| distance(figure, from))
    }

    pub(super) fn range(&self) -> (Decimal, Decimal) {
        let points = || self.bands.iter().map(|band| band.points);
        (points().min().unwrap_or_default(), points().max().unwrap_or_default())
    }
}

pub(super) fn in_range(points: Decimal) -> bool {
    (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&points)
}
