//! A line chart of one to three series over the periods, with a standard to compare with.
//!
//! A line breaks where a value is missing; a value between two gaps is still a dot.

use super::drawing::{Anchor, Drawing, Paint, Type, fit, width_of};
use super::scale::{Scale, Ticks, extent};
use super::{Medium, Series, TickText, names};

const WIDTH: f64 = 400.0;
const HEIGHT: f64 = 228.0;
const LEFT: f64 = 52.0;
const RIGHT: f64 = 22.0;
const TOP: f64 = 40.0;
const BOTTOM: f64 = 28.0;

/// What a value is measured against.
#[derive(Debug, Clone, Copy)]
pub struct Standard<'a> {
    /// Lower end.
    pub low: f64,
    /// Upper end; equal to `low` for a single line.
    pub high: f64,
    /// What it is, with its value.
    pub label: &'a str,
}

/// Lines over the periods.
#[derive(Clone, Copy)]
pub struct Trend<'a> {
    /// The periods, oldest first.
    pub periods: &'a [&'a str],
    /// One to three lines.
    pub series: &'a [Series<'a>],
    /// What to compare with, if anything.
    pub standard: Option<Standard<'a>>,
    /// Axis values in words.
    pub tick: TickText<'a>,
}

struct Axes {
    x: Scale,
    y: Scale,
}

impl Trend<'_> {
    /// The chart as SVG.
    #[must_use]
    pub fn draw(&self, alt: &str, medium: Medium) -> String {
        let mut drawing = Drawing::new(medium, WIDTH, HEIGHT, alt);
        let (low, high) = self.extent();
        let ticks = Ticks::around(low, high);
        let last = f64::from(u32::try_from(self.periods.len().max(2) - 1).unwrap_or(u32::MAX));
        let axes = Axes {
            x: Scale::new(0.0, last, LEFT + 22.0, WIDTH - RIGHT - 12.0),
            y: Scale::new(ticks.low(), ticks.high(), HEIGHT - BOTTOM, TOP),
        };
        draw_grid(&mut drawing, &ticks, axes.y, self.tick);
        let pitch = axes.x.pixel(1.0) - axes.x.pixel(0.0);
        let middle = |index| axes.x.pixel(f64::from(u32::try_from(index).unwrap_or(u32::MAX)));
        names::draw(&mut drawing, self.periods, HEIGHT - 9.0, (pitch, 6.0), middle);
        if let Some(standard) = &self.standard {
            draw_standard(&mut drawing, standard, axes.y);
        }
        for (series, number) in self.series.iter().zip(1_u8..) {
            draw_series(&mut drawing, series, number, &axes);
        }
        drawing.close()
    }

    fn extent(&self) -> (f64, f64) {
        let values = self.series.iter().flat_map(|series| series.values.iter().flatten().copied());
        let standard = self.standard.iter().flat_map(|standard| [standard.low, standard.high]);
        extent(values.chain(standard)).unwrap_or((0.0, 1.0))
    }
}

/// Hairlines with their values at the left; shared by charts with a vertical axis.
pub(super) fn draw_grid(drawing: &mut Drawing, ticks: &Ticks, y: Scale, tick: TickText) {
    for value in ticks.values() {
        let at = y.pixel(value);
        let stroke = if value == 0.0 { Paint::Edge } else { Paint::Rule };
        drawing.line((LEFT, at), (WIDTH - RIGHT / 2.0, at), stroke);
        let words = tick(value);
        let kind = if width_of(&words, Type::Small) > LEFT { Type::Label } else { Type::Small };
        drawing.text((LEFT - 6.0, at + 4.0), Anchor::End, kind, Paint::Muted, &fit(&words, kind, LEFT));
    }
}

fn draw_standard(drawing: &mut Drawing, standard: &Standard, y: Scale) {
    let (low, high) = (y.pixel(standard.low), y.pixel(standard.high));
    if low - high > 1.0 {
        drawing.rect(LEFT, high, WIDTH - RIGHT / 2.0 - LEFT, low - high, Paint::Track);
    } else {
        drawing.dashes((LEFT, high), (WIDTH - RIGHT / 2.0, high));
    }
    draw_key(drawing, standard, low - high > 1.0);
}

/// Says above the plot what the line or band is: inside, it would run into the figures.
fn draw_key(drawing: &mut Drawing, standard: &Standard, band: bool) {
    if band {
        drawing.rect(LEFT, 2.0, 22.0, 12.0, Paint::Track);
    } else {
        drawing.dashes((LEFT, 8.0), (LEFT + 22.0, 8.0));
    }
    let label = fit(standard.label, Type::Small, WIDTH - LEFT - 30.0);
    drawing.text((LEFT + 30.0, 12.0), Anchor::Start, Type::Small, Paint::Ink, &label);
}

fn draw_series(drawing: &mut Drawing, series: &Series, number: u8, axes: &Axes) {
    let points = || {
        series
            .values
            .iter()
            .zip(0_u32..)
            .map(|(value, index)| value.map(|value| (axes.x.pixel(f64::from(index)), axes.y.pixel(value))))
    };
    drawing.path(points(), Paint::Series(number));
    for (index, (x, y)) in points().enumerate().filter_map(|(index, point)| Some((index, point?))) {
        drawing.dot(x, y, 3.5, Paint::Series(number));
        if let Some(label) = series.labels.get(index) {
            drawing.raised_text((x, y - 9.0), label);
        }
    }
}
