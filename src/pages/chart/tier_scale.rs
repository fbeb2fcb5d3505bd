//! The score on its scale from 0 to 100, with the cut-offs and names of the tiers.
//!
//! A marker shows the score; a frame shows the final tier, which caps may have moved away from it.

use super::Medium;
use super::drawing::{Anchor, Drawing, Paint, Type, fit, width_of};
use super::scale::Scale;
use crate::pages::Tone;

const WIDTH: f64 = 400.0;
const HEIGHT: f64 = 92.0;
const MARGIN: f64 = 10.0;
const BAR_TOP: f64 = 36.0;
const BAR: f64 = 28.0;

/// One tier's part of the scale.
#[derive(Debug, Clone, Copy)]
pub struct TierBand<'a> {
    /// The tier's name.
    pub name: &'a str,
    /// Lowest score of the tier.
    pub from: f64,
    /// The lowest score in words, printed at the cut-off; empty for none.
    pub cutoff: &'a str,
    /// The tier's colour.
    pub tone: Tone,
}

/// The scale with its tiers and one score.
#[derive(Debug, Clone, Copy)]
pub struct TierScale<'a> {
    /// The tiers, from the lowest score up.
    pub tiers: &'a [TierBand<'a>],
    /// The score, if there is one.
    pub score: Option<f64>,
    /// The score in words.
    pub label: &'a str,
    /// The name of the final tier.
    pub tier: &'a str,
}

impl TierScale<'_> {
    /// The chart as SVG.
    #[must_use]
    pub fn draw(&self, alt: &str, medium: Medium) -> String {
        let mut drawing = Drawing::new(medium, WIDTH, HEIGHT, alt);
        let scale = Scale::new(0.0, 100.0, MARGIN, WIDTH - MARGIN);
        for (index, tier) in self.tiers.iter().enumerate() {
            let end = self.tiers.get(index + 1).map_or(100.0, |next| next.from);
            draw_tier(&mut drawing, tier, scale.pixel(tier.from), scale.pixel(end), tier.name == self.tier);
        }
        // The frame comes last, so that no neighbour covers it.
        if let Some(index) = self.tiers.iter().position(|tier| tier.name == self.tier) {
            let end = self.tiers.get(index + 1).map_or(100.0, |next| next.from);
            let (from, to) = (scale.pixel(self.tiers[index].from), scale.pixel(end));
            drawing.frame(from, BAR_TOP - 2.0, to - from, BAR + 4.0);
        }
        if let Some(score) = self.score {
            draw_score(&mut drawing, scale.pixel(score.clamp(0.0, 100.0)), self.label);
        }
        drawing.close()
    }
}

fn draw_tier(drawing: &mut Drawing, tier: &TierBand, from: f64, to: f64, last: bool) {
    let (fill, ink) = if last { (Paint::Tone(tier.tone), Paint::Paper) } else { (Paint::Track, Paint::Ink) };
    drawing.rect(from + 1.0, BAR_TOP, to - from - 2.0, BAR, fill);
    let name = fit(tier.name, Type::Body, to - from);
    drawing.text((f64::midpoint(from, to), BAR_TOP + 19.0), Anchor::Middle, Type::Body, ink, &name);
    drawing.text((from, BAR_TOP + BAR + 19.0), Anchor::Middle, Type::Small, Paint::Muted, tier.cutoff);
}

fn draw_score(drawing: &mut Drawing, x: f64, label: &str) {
    drawing.polygon(&[(x - 7.0, 21.0), (x + 7.0, 21.0), (x, 32.0)], Paint::Ink);
    let half = width_of(label, Type::Strong) / 2.0;
    let at = if half * 2.0 >= WIDTH { WIDTH / 2.0 } else { x.clamp(half, WIDTH - half) };
    drawing.text((at, 15.0), Anchor::Middle, Type::Strong, Paint::Ink, label);
}
