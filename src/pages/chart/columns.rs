//! Grouped columns by period, such as sales beside profit. Negative values hang below zero.

use super::drawing::{Anchor, Drawing, Paint, Type};
use super::scale::{Scale, Ticks, extent};
use super::trend::draw_grid;
use super::{Medium, Series, TickText, names};

const WIDTH: f64 = 400.0;
const HEIGHT: f64 = 220.0;
const LEFT: f64 = 58.0;
const RIGHT: f64 = 11.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 28.0;

/// Columns over the periods.
#[derive(Clone, Copy)]
pub struct Columns<'a> {
    /// The periods, oldest first.
    pub periods: &'a [&'a str],
    /// One to three columns for each period.
    pub series: &'a [Series<'a>],
    /// Axis values in words.
    pub tick: TickText<'a>,
}

impl Columns<'_> {
    /// The chart as SVG.
    #[must_use]
    pub fn draw(&self, alt: &str, medium: Medium) -> String {
        let mut drawing = Drawing::new(medium, WIDTH, HEIGHT, alt);
        let values = self.series.iter().flat_map(|series| series.values.iter().flatten().copied());
        let (low, high) = extent(values).unwrap_or((0.0, 1.0));
        // Columns are lengths, so that the axis must hold zero.
        let ticks = Ticks::around(low.min(0.0), high.max(0.0));
        let y = Scale::new(ticks.low(), ticks.high(), HEIGHT - BOTTOM, TOP);
        draw_grid(&mut drawing, &ticks, y, self.tick);
        let groups = f64::from(u32::try_from(self.periods.len().max(1)).unwrap_or(u32::MAX));
        let pitch = (WIDTH - LEFT - RIGHT) / groups;
        for index in 0..self.periods.len() {
            let left = LEFT + pitch * f64::from(u32::try_from(index).unwrap_or(u32::MAX));
            self.draw_group(&mut drawing, index, left, pitch, y);
        }
        let middle = |index| LEFT + pitch * (f64::from(u32::try_from(index).unwrap_or(u32::MAX)) + 0.5);
        // Widths are estimated upwards, and columns leave room between names.
        names::draw(&mut drawing, self.periods, HEIGHT - 9.0, (pitch, -6.0), middle);
        drawing.line((LEFT, y.pixel(0.0)), (WIDTH - RIGHT, y.pixel(0.0)), Paint::Edge);
        drawing.close()
    }

    fn draw_group(&self, drawing: &mut Drawing, index: usize, left: f64, pitch: f64, y: Scale) {
        let count = f64::from(u32::try_from(self.series.len().max(1)).unwrap_or(u32::MAX));
        let width = (pitch * 0.72 / count).min(44.0);
        let mut x = left + (pitch - width * count) / 2.0;
        for (series, number) in self.series.iter().zip(1_u8..) {
            if let Some(Some(value)) = series.values.get(index) {
                let (from, to) = (y.pixel(0.0), y.pixel(*value));
                drawing.rect(
                    x + 1.0,
                    from.min(to),
                    (width - 2.0).max(0.5),
                    (from - to).abs().max(0.5),
                    Paint::Series(number),
                );
                let label = series.labels.get(index).map_or("", String::as_str);
                let base = if to > from { to + 13.0 } else { to - 5.0 };
                drawing.text((x + width / 2.0, base), Anchor::Middle, Type::Small, Paint::Ink, label);
            }
            x += width;
        }
    }
}
