//! Means compared line by line, such as what is expected and what is perceived: up to three marks
//! with their intervals, and the distance between them.
//!
//! The marks differ in shape as well as in colour, and stand a little above and below each other,
//! so that intervals that overlap can still be told apart.

use super::drawing::{Anchor, Drawing, Paint, Type, fit, width_of};
use super::scale::{Scale, Ticks, extent};
use super::{Medium, TickText};

const WIDTH: f64 = 400.0;
const ROW: f64 = 48.0;
const AXIS: f64 = 22.0;
const MARGIN: f64 = 12.0;
/// How far marks stand above each other.
const APART: f64 = 7.0;

/// A mean and the interval in which the true one is expected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// The mean.
    pub value: f64,
    /// The ends of its interval, where known.
    pub interval: Option<(f64, f64)>,
}

/// One line of the chart.
#[derive(Debug, Clone, Copy)]
pub struct Gap<'a> {
    /// What is judged.
    pub label: &'a str,
    /// One to three means, the same ones in every line; none where one does not exist.
    pub marks: &'a [Option<Mark>],
    /// The distance in words, or empty.
    pub value: &'a str,
}

/// Gaps, from the top down.
#[derive(Clone, Copy)]
pub struct Gaps<'a> {
    /// One line each.
    pub rows: &'a [Gap<'a>],
    /// Axis values in words.
    pub tick: TickText<'a>,
}

impl Mark {
    fn ends(&self) -> [f64; 3] {
        let (low, high) = self.interval.unwrap_or((self.value, self.value));
        [low, self.value, high]
    }
}

impl Gaps<'_> {
    /// The chart as SVG.
    #[must_use]
    pub fn draw(&self, alt: &str, medium: Medium) -> String {
        let rows = f64::from(u32::try_from(self.rows.len().max(1)).unwrap_or(u32::MAX));
        let bottom = ROW * rows;
        let mut drawing = Drawing::new(medium, WIDTH, bottom + AXIS, alt);
        let marks = self.rows.iter().flat_map(|row| row.marks.iter().flatten());
        let (low, high) = extent(marks.flat_map(Mark::ends)).unwrap_or((0.0, 1.0));
        let ticks = Ticks::around(low, high);
        let scale = Scale::new(ticks.low(), ticks.high(), MARGIN, WIDTH - MARGIN);
        draw_axis(&mut drawing, &ticks, scale, bottom, self.tick);
        let mut top = 0.0;
        for row in self.rows {
            draw_row(&mut drawing, row, scale, top);
            top += ROW;
        }
        drawing.close()
    }
}

/// Upright hairlines with their values below; shared by charts with a horizontal axis.
pub(super) fn draw_axis(drawing: &mut Drawing, ticks: &Ticks, x: Scale, bottom: f64, tick: TickText) {
    for value in ticks.values() {
        let at = x.pixel(value);
        drawing.line((at, 0.0), (at, bottom), Paint::Rule);
        drawing.text((at, bottom + 16.0), Anchor::Middle, Type::Small, Paint::Muted, &tick(value));
    }
}

fn draw_row(drawing: &mut Drawing, row: &Gap, scale: Scale, top: f64) {
    let room = WIDTH - width_of(row.value, Type::Strong) - 12.0;
    let label = fit(row.label, Type::Body, room);
    drawing.over((0.0, top + 17.0), Anchor::Start, Type::Body, &label);
    drawing.over((WIDTH, top + 17.0), Anchor::End, Type::Strong, row.value);
    let line = top + 33.0;
    if let Some((low, high)) = extent(row.marks.iter().flatten().map(|mark| mark.value)) {
        let (from, to) = (scale.pixel(low), scale.pixel(high));
        drawing.rect(from, line - 2.0, to - from, 4.0, Paint::Track);
    }
    let count = f64::from(u32::try_from(row.marks.len()).unwrap_or(u32::MAX));
    let mut at = line - APART * (count - 1.0) / 2.0;
    for (mark, series) in row.marks.iter().zip(1_u8..) {
        if let Some(mark) = mark {
            draw_mark(drawing, mark, scale, at, series);
        }
        at += APART;
    }
}

fn draw_mark(drawing: &mut Drawing, mark: &Mark, scale: Scale, line: f64, series: u8) {
    let paint = Paint::Series(series);
    let at = whisker(drawing, mark, scale, line, paint);
    match series {
        1 => diamond(drawing, at, line, 5.5, paint),
        2 => drawing.dot(at, line, 4.5, paint),
        _ => drawing.rect(at - 4.0, line - 4.0, 8.0, 8.0, paint),
    }
}

/// Draws the interval of a mark and says where the mark itself belongs.
fn whisker(drawing: &mut Drawing, mark: &Mark, scale: Scale, line: f64, paint: Paint) -> f64 {
    if let Some((low, high)) = mark.interval {
        let (low, high) = (scale.pixel(low), scale.pixel(high));
        drawing.line((low, line), (high, line), paint);
        for end in [low, high] {
            drawing.line((end, line - 3.0), (end, line + 3.0), paint);
        }
    }
    scale.pixel(mark.value)
}

/// A square on its point.
pub(super) fn diamond(drawing: &mut Drawing, x: f64, y: f64, half: f64, paint: Paint) {
    drawing.polygon(&[(x - half, y), (x, y - half), (x + half, y), (x, y + half)], paint);
}
