//! Zones of tolerance: from the least that customers accept to the level that they desire, with the
//! service as it was perceived.

use super::drawing::{Anchor, Drawing, Paint, Type, fit};
use super::gaps::{diamond, draw_axis};
use super::scale::{Scale, Ticks, extent};
use super::{Medium, TickText};
use crate::pages::Tone;

const WIDTH: f64 = 400.0;
const ROW: f64 = 24.0;
const AXIS: f64 = 22.0;
const LEFT: f64 = 164.0;
const RIGHT: f64 = 14.0;

/// The zone of one item.
#[derive(Debug, Clone, Copy)]
pub struct Zone<'a> {
    /// The item's name.
    pub label: &'a str,
    /// The least that is accepted.
    pub minimum: f64,
    /// The level desired.
    pub desired: f64,
    /// The service as perceived.
    pub perceived: f64,
    /// How favourable its place is.
    pub tone: Tone,
}

/// Zones, from the top down.
#[derive(Clone, Copy)]
pub struct Zones<'a> {
    /// One row each.
    pub rows: &'a [Zone<'a>],
    /// Axis values in words.
    pub tick: TickText<'a>,
}

impl Zones<'_> {
    /// The chart as SVG.
    #[must_use]
    pub fn draw(&self, alt: &str, medium: Medium) -> String {
        let rows = f64::from(u32::try_from(self.rows.len().max(1)).unwrap_or(u32::MAX));
        let bottom = ROW * rows;
        let mut drawing = Drawing::new(medium, WIDTH, bottom + AXIS, alt);
        let values = self.rows.iter().flat_map(|row| [row.minimum, row.desired, row.perceived]);
        let (low, high) = extent(values).unwrap_or((0.0, 1.0));
        let ticks = Ticks::around(low, high);
        let scale = Scale::new(ticks.low(), ticks.high(), LEFT, WIDTH - RIGHT);
        draw_axis(&mut drawing, &ticks, scale, bottom, self.tick);
        let mut top = 0.0;
        for row in self.rows {
            draw_row(&mut drawing, row, scale, top);
            top += ROW;
        }
        drawing.close()
    }
}

fn draw_row(drawing: &mut Drawing, row: &Zone, scale: Scale, top: f64) {
    let label = fit(row.label, Type::Small, LEFT - 14.0);
    drawing.text((0.0, top + 16.0), Anchor::Start, Type::Small, Paint::Ink, &label);
    let (from, to) = (scale.pixel(row.minimum), scale.pixel(row.desired));
    drawing.rect(from, top + 6.0, to - from, 12.0, Paint::Track);
    for end in [from, to] {
        drawing.line((end, top + 5.0), (end, top + 19.0), Paint::Edge);
    }
    let (x, y) = (scale.pixel(row.perceived), top + 12.0);
    // Outside the zone the mark has another shape, so that colour is not the only sign.
    if row.perceived < row.minimum {
        diamond(drawing, x, y, 6.0, Paint::Tone(row.tone));
    } else {
        drawing.dot(x, y, 4.5, Paint::Tone(row.tone));
    }
}
