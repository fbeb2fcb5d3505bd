//! Shares of a whole in one bar each, such as detractors, passives and promoters.

use super::Medium;
use super::drawing::{Anchor, Drawing, Paint, Type, fit, width_of};

const WIDTH: f64 = 400.0;
const ROW: f64 = 54.0;
const BAR: f64 = 22.0;

/// One part of a bar.
#[derive(Debug, Clone, Copy)]
pub struct Share<'a> {
    /// Its part of the whole, 0 to 1.
    pub part: f64,
    /// The part in words.
    pub label: &'a str,
    /// The number of its colour, from 1.
    pub series: u8,
}

/// A bar.
#[derive(Debug, Clone, Copy)]
pub struct ShareBar<'a> {
    /// Who answered.
    pub label: &'a str,
    /// The result in words.
    pub value: &'a str,
    /// The parts, from the left.
    pub parts: &'a [Share<'a>],
}

/// Bars, from the top down.
#[derive(Debug, Clone, Copy)]
pub struct Shares<'a> {
    /// One for each set of respondents.
    pub bars: &'a [ShareBar<'a>],
}

impl Shares<'_> {
    /// The chart as SVG.
    #[must_use]
    pub fn draw(&self, alt: &str, medium: Medium) -> String {
        let rows = f64::from(u32::try_from(self.bars.len().max(1)).unwrap_or(u32::MAX));
        let mut drawing = Drawing::new(medium, WIDTH, ROW * rows, alt);
        let mut top = 0.0;
        for bar in self.bars {
            draw_bar(&mut drawing, bar, top);
            top += ROW;
        }
        drawing.close()
    }
}

fn draw_bar(drawing: &mut Drawing, bar: &ShareBar, top: f64) {
    let room = WIDTH - width_of(bar.value, Type::Strong) - 12.0;
    drawing.text((0.0, top + 15.0), Anchor::Start, Type::Body, Paint::Ink, &fit(bar.label, Type::Body, room));
    drawing.text((WIDTH, top + 15.0), Anchor::End, Type::Strong, Paint::Ink, bar.value);
    let mut left = 0.0;
    for share in bar.parts {
        let width = if share.part.is_finite() { share.part.clamp(0.0, 1.0) * WIDTH } else { 0.0 };
        // A hair of paper between two parts tells them apart without colour.
        drawing.rect(left, top + 22.0, (width - 1.0).max(0.0), BAR, Paint::Series(share.series));
        if width_of(share.label, Type::Small) + 6.0 <= width {
            let middle = (left + width / 2.0, top + 37.0);
            drawing.text(middle, Anchor::Middle, Type::Small, Paint::Paper, share.label);
        }
        left += width;
    }
}
