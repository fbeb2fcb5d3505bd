//! A profile of five values on axes from one centre. Each axis has its name and its value in words at
//! its end; a value that does not exist breaks the outline.

use super::Medium;
use super::drawing::{Anchor, Drawing, Paint, Type};
use super::scale::finite;

const WIDTH: f64 = 400.0;
const HEIGHT: f64 = 290.0;
const CENTRE: (f64, f64) = (200.0, 150.0);
const RADIUS: f64 = 96.0;
/// The directions of the axes from the top, clockwise: corners of a regular pentagon.
const DIRECTIONS: [(f64, f64); 5] =
    [(0.0, -1.0), (0.951_057, -0.309_017), (0.587_785, 0.809_017), (-0.587_785, 0.809_017), (-0.951_057, -0.309_017)];

/// One axis.
#[derive(Debug, Clone, Copy)]
pub struct RadarAxis<'a> {
    /// Its name.
    pub label: &'a str,
    /// Its value in words.
    pub value: &'a str,
    /// The value as a share of the whole axis, or none.
    pub share: Option<f64>,
}

/// Five values on axes from one centre.
#[derive(Debug, Clone, Copy)]
pub struct Radar<'a> {
    /// From the top, clockwise.
    pub axes: &'a [RadarAxis<'a>; 5],
}

impl Radar<'_> {
    /// The chart as SVG.
    #[must_use]
    pub fn draw(&self, alt: &str, medium: Medium) -> String {
        let mut drawing = Drawing::new(medium, WIDTH, HEIGHT, alt);
        for ring in [0.25, 0.5, 0.75, 1.0] {
            let paint = if ring < 1.0 { Paint::Rule } else { Paint::Edge };
            for at in 0..DIRECTIONS.len() {
                drawing.line(point(at, ring), point((at + 1) % DIRECTIONS.len(), ring), paint);
            }
        }
        for at in 0..DIRECTIONS.len() {
            drawing.line(CENTRE, point(at, 1.0), Paint::Rule);
        }
        let points: Vec<_> =
            self.axes.iter().enumerate().map(|(at, axis)| axis.share.map(|share| point(at, share))).collect();
        drawing.path(points.iter().copied().chain(points.first().copied()), Paint::Series(1));
        for (x, y) in points.iter().copied().flatten() {
            drawing.dot(x, y, 4.0, Paint::Series(1));
        }
        for (at, axis) in self.axes.iter().enumerate() {
            draw_name(&mut drawing, at, axis);
        }
        drawing.close()
    }
}

fn point(at: usize, share: f64) -> (f64, f64) {
    let share = finite(share).clamp(0.0, 1.0);
    let (x, y) = DIRECTIONS[at];
    (CENTRE.0 + x * share * RADIUS, CENTRE.1 + y * share * RADIUS)
}

/// The name over the value, beyond the end of the axis.
fn draw_name(drawing: &mut Drawing, at: usize, axis: &RadarAxis) {
    let (x, y) = point(at, 1.0);
    let (x, y, anchor) = match at {
        0 => (x, y - 24.0, Anchor::Middle),
        1 => (x + 10.0, y - 2.0, Anchor::Start),
        4 => (x - 10.0, y - 2.0, Anchor::End),
        _ => (x, y + 19.0, Anchor::Middle),
    };
    drawing.text((x, y), anchor, Type::Body, Paint::Ink, axis.label);
    drawing.text((x, y + 16.0), anchor, Type::Strong, Paint::Ink, axis.value);
}
