//! A trend line of a word's height, for the cell of a table. The cell's text says the same.

use super::Medium;
use super::drawing::{Drawing, Paint};
use super::scale::{Scale, extent};

const WIDTH: f64 = 64.0;
const HEIGHT: f64 = 18.0;
const MARGIN: f64 = 3.0;

/// A small trend line.
#[derive(Debug, Clone, Copy)]
pub struct Spark<'a> {
    /// One value for each period, oldest first.
    pub values: &'a [Option<f64>],
}

impl Spark<'_> {
    /// The line as SVG, without axes; the last value has a dot.
    #[must_use]
    pub fn draw(&self, medium: Medium) -> String {
        let mut drawing = Drawing::decoration(medium, WIDTH, HEIGHT);
        if let Some((low, high)) = extent(self.values.iter().flatten().copied()) {
            // A level line runs through the middle.
            let (low, high) = if low < high { (low, high) } else { (low - 1.0, low + 1.0) };
            let y = Scale::new(low, high, HEIGHT - MARGIN, MARGIN);
            let last = f64::from(u32::try_from(self.values.len().max(2) - 1).unwrap_or(u32::MAX));
            let x = Scale::new(0.0, last, MARGIN, WIDTH - MARGIN);
            let points = || {
                self.values
                    .iter()
                    .zip(0_u32..)
                    .map(|(value, index)| value.map(|value| (x.pixel(f64::from(index)), y.pixel(value))))
            };
            drawing.path(points(), Paint::Series(1));
            if let Some(Some((x, y))) = points().last() {
                drawing.dot(x, y, 2.5, Paint::Series(1));
            }
        }
        drawing.close()
    }
}
