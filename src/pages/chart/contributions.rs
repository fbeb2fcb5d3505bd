//! Horizontal bars: what each item of a score earned of what it could have earned.
//!
//! The label stands above its bar and the value above its end, so that long names in either
//! language stay readable on a phone. The grey track is as long as the item's weight allows.

use super::Medium;
use super::drawing::{Anchor, Drawing, Paint, Type, fit, width_of};
use super::scale::{Scale, extent};
use crate::pages::Tone;

const WIDTH: f64 = 400.0;
const ROW: f64 = 40.0;
const BAR: f64 = 11.0;

/// One item of a score.
#[derive(Debug, Clone, Copy)]
pub struct Contribution<'a> {
    /// The item's name.
    pub label: &'a str,
    /// Earned and possible points in words.
    pub value: &'a str,
    /// Points earned; 0 where the item could not be scored.
    pub earned: f64,
    /// Points that the item's weight allows.
    pub possible: f64,
    /// How the item fared.
    pub tone: Tone,
}

/// The items of a score, from the top down.
#[derive(Debug, Clone, Copy)]
pub struct Contributions<'a> {
    /// In the order in which they are drawn.
    pub items: &'a [Contribution<'a>],
}

impl Contributions<'_> {
    /// The chart as SVG.
    #[must_use]
    pub fn draw(&self, alt: &str, medium: Medium) -> String {
        let rows = u32::try_from(self.items.len()).unwrap_or(u32::MAX);
        let mut drawing = Drawing::new(medium, WIDTH, ROW * f64::from(rows.max(1)), alt);
        let most = extent(self.items.iter().map(|item| item.possible.max(item.earned))).map_or(1.0, |range| range.1);
        let scale = Scale::new(0.0, most, 0.0, WIDTH);
        let mut top = 0.0;
        for item in self.items {
            draw_item(&mut drawing, item, scale, top);
            top += ROW;
        }
        drawing.close()
    }
}

fn draw_item(drawing: &mut Drawing, item: &Contribution, scale: Scale, top: f64) {
    let base = top + 15.0;
    let room = WIDTH - width_of(item.value, Type::Body) - 8.0;
    drawing.text((0.0, base), Anchor::Start, Type::Body, Paint::Ink, &fit(item.label, Type::Body, room));
    drawing.text((WIDTH, base), Anchor::End, Type::Body, Paint::Ink, item.value);
    let bar = top + 20.0;
    drawing.rect(0.0, bar, scale.pixel(item.possible), BAR, Paint::Track);
    let paint = if item.tone == Tone::Neutral { Paint::Series(1) } else { Paint::Tone(item.tone) };
    drawing.rect(0.0, bar, scale.pixel(item.earned), BAR, paint);
}
