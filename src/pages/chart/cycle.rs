//! The working-capital cycle by period: days of inventory and receivables in one bar, the days
//! that suppliers wait in a bar below, and the days that remain to be financed.
//!
//! The net cycle is the space between the ends of the two bars; where suppliers wait longer than
//! the goods take, it is negative and lies beyond the end of the upper bar.

use super::Medium;
use super::drawing::{Anchor, Drawing, Paint, Type, width_of};
use super::scale::{Scale, extent};

const WIDTH: f64 = 400.0;
const GROUP: f64 = 74.0;
const BAR: f64 = 18.0;

/// The cycle of one period. A part without a figure is left out.
#[derive(Debug, Clone, Copy)]
pub struct CyclePeriod<'a> {
    /// The period's name.
    pub period: &'a str,
    /// Days of inventory.
    pub inventory: Option<f64>,
    /// Days of receivables.
    pub receivable: Option<f64>,
    /// Days of payables.
    pub payable: Option<f64>,
    /// The three figures in words, in the same order; empty where there is none.
    pub labels: [&'a str; 3],
    /// The net cycle with its name, in words: `Net 45 days`, or why there is none.
    pub net: &'a str,
}

/// The cycles of several periods, from the top down.
#[derive(Debug, Clone, Copy)]
pub struct Cycle<'a> {
    /// Oldest first.
    pub periods: &'a [CyclePeriod<'a>],
}

impl CyclePeriod<'_> {
    fn upper(&self) -> f64 {
        self.inventory.unwrap_or(0.0).max(0.0) + self.receivable.unwrap_or(0.0).max(0.0)
    }

    fn lower(&self) -> f64 {
        self.payable.unwrap_or(0.0).max(0.0)
    }
}

impl Cycle<'_> {
    /// The chart as SVG.
    #[must_use]
    pub fn draw(&self, alt: &str, medium: Medium) -> String {
        let rows = f64::from(u32::try_from(self.periods.len().max(1)).unwrap_or(u32::MAX));
        let mut drawing = Drawing::new(medium, WIDTH, GROUP * rows, alt);
        let most = extent(self.periods.iter().flat_map(|period| [period.upper(), period.lower()]));
        let scale = Scale::new(0.0, most.map_or(1.0, |range| range.1), 0.0, WIDTH);
        let mut top = 0.0;
        for period in self.periods {
            draw_period(&mut drawing, period, scale, top);
            top += GROUP;
        }
        drawing.close()
    }
}

fn draw_period(drawing: &mut Drawing, period: &CyclePeriod, scale: Scale, top: f64) {
    drawing.text((0.0, top + 15.0), Anchor::Start, Type::Body, Paint::Ink, period.period);
    drawing.text((WIDTH, top + 15.0), Anchor::End, Type::Strong, Paint::Ink, period.net);
    let (upper, lower) = (top + 22.0, top + 22.0 + BAR + 2.0);
    let split = scale.pixel(period.inventory.unwrap_or(0.0).max(0.0));
    draw_bar(drawing, (0.0, split), upper, Paint::Series(1), period.labels[0]);
    draw_bar(drawing, (split, scale.pixel(period.upper())), upper, Paint::Series(2), period.labels[1]);
    draw_bar(drawing, (0.0, scale.pixel(period.lower())), lower, Paint::Series(3), period.labels[2]);
    let complete = period.inventory.is_some() && period.receivable.is_some() && period.payable.is_some();
    if complete {
        draw_net(drawing, (scale.pixel(period.lower()), scale.pixel(period.upper())), lower, upper);
    }
}

fn draw_bar(drawing: &mut Drawing, (from, to): (f64, f64), top: f64, fill: Paint, label: &str) {
    drawing.rect(from, top, to - from, BAR, fill);
    if width_of(label, Type::Small) + 4.0 <= to - from {
        drawing.text((f64::midpoint(from, to), top + 13.0), Anchor::Middle, Type::Small, Paint::Paper, label);
    }
}

/// A bracket over the days that remain: beside the payables where they end first, else beside
/// the operating cycle.
fn draw_net(drawing: &mut Drawing, (payable, operating): (f64, f64), lower: f64, upper: f64) {
    let row = if payable <= operating { lower } else { upper };
    let (from, to) = (payable.min(operating), payable.max(operating));
    if to - from < 3.0 {
        return;
    }
    let middle = row + BAR / 2.0;
    drawing.dashes((from + 1.0, middle), (to - 1.0, middle));
    for end in [from + 1.0, to - 1.0] {
        drawing.line((end, middle - 5.0), (end, middle + 5.0), Paint::Ink);
    }
}
