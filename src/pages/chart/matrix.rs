//! The importance–performance matrix: how well each item is done against how much it matters, with
//! cross-hairs and the names of the four fields.
//!
//! Labels are placed one after the other where they touch neither a point nor an earlier label; one
//! that has to go further away is tied to its point by a line.

use super::drawing::{Anchor, Drawing, Paint, Type, width_of};
use super::scale::{Scale, Ticks, extent};
use super::{Medium, TickText};
use crate::pages::Tone;

const WIDTH: f64 = 400.0;
const HEIGHT: f64 = 420.0;
const LEFT: f64 = 34.0;
const RIGHT: f64 = 6.0;
const TOP: f64 = 22.0;
const BOTTOM: f64 = 40.0;
/// Height of a label.
const LINE: f64 = 12.0;
const RADIUS: f64 = 3.5;

/// An item.
#[derive(Debug, Clone, Copy)]
pub struct MatrixPoint<'a> {
    /// Its name.
    pub label: &'a str,
    /// How well it is done.
    pub performance: f64,
    /// How much it matters.
    pub importance: f64,
    /// The colour of the field that it lies in.
    pub tone: Tone,
}

/// Items by performance, to the right, and importance, upwards.
#[derive(Clone, Copy)]
pub struct Matrix<'a> {
    /// The items.
    pub points: &'a [MatrixPoint<'a>],
    /// Where the cross-hairs stand: performance and importance.
    pub cross: (f64, f64),
    /// The names of the fields: upper left, upper right, lower left, lower right.
    pub fields: [&'a str; 4],
    /// The names of the two axes: performance and importance.
    pub axes: [&'a str; 2],
    /// Axis values in words.
    pub tick: TickText<'a>,
}

/// A rectangle that is taken: left, top, right, bottom.
#[derive(Debug, Clone, Copy)]
struct Taken(f64, f64, f64, f64);

impl Taken {
    fn touches(&self, other: &Taken) -> bool {
        self.0 < other.2 && other.0 < self.2 && self.1 < other.3 && other.1 < self.3
    }

    fn lies_inside(&self) -> bool {
        self.0 >= LEFT && self.2 <= WIDTH && self.1 >= TOP && self.3 <= HEIGHT - BOTTOM
    }
}

impl Matrix<'_> {
    /// The chart as SVG.
    #[must_use]
    pub fn draw(&self, alt: &str, medium: Medium) -> String {
        let mut drawing = Drawing::new(medium, WIDTH, HEIGHT, alt);
        let around = |values: &mut dyn Iterator<Item = f64>| {
            let (low, high) = extent(values).unwrap_or((0.0, 1.0));
            Ticks::around(low, high)
        };
        let across = around(&mut self.points.iter().map(|point| point.performance).chain([self.cross.0]));
        let upward = around(&mut self.points.iter().map(|point| point.importance).chain([self.cross.1]));
        let x = Scale::new(across.low(), across.high(), LEFT, WIDTH - RIGHT);
        let y = Scale::new(upward.low(), upward.high(), HEIGHT - BOTTOM, TOP);
        self.draw_frame(&mut drawing, (&across, x), (&upward, y));
        let mut taken = self.draw_fields(&mut drawing, (x.pixel(self.cross.0), y.pixel(self.cross.1)));
        let spots: Vec<(f64, f64)> =
            self.points.iter().map(|point| (x.pixel(point.performance), y.pixel(point.importance))).collect();
        taken.extend(spots.iter().map(|&(x, y)| Taken(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS)));
        for (point, &(x, y)) in self.points.iter().zip(&spots) {
            place_label(&mut drawing, point.label, (x, y), &mut taken);
        }
        for (point, (x, y)) in self.points.iter().zip(spots) {
            drawing.dot(x, y, RADIUS, Paint::Tone(point.tone));
        }
        drawing.close()
    }

    fn draw_frame(&self, drawing: &mut Drawing, (across, x): (&Ticks, Scale), (upward, y): (&Ticks, Scale)) {
        let bottom = HEIGHT - BOTTOM;
        for value in across.values() {
            let at = x.pixel(value);
            drawing.line((at, TOP), (at, bottom), Paint::Rule);
            let anchor = if at > WIDTH - RIGHT - 2.0 { Anchor::End } else { Anchor::Middle };
            drawing.text((at, bottom + 15.0), anchor, Type::Small, Paint::Muted, &(self.tick)(value));
        }
        for value in upward.values() {
            let at = y.pixel(value);
            drawing.line((LEFT, at), (WIDTH - RIGHT, at), Paint::Rule);
            drawing.text((LEFT - 6.0, at + 4.0), Anchor::End, Type::Small, Paint::Muted, &(self.tick)(value));
        }
        drawing.text((0.0, 12.0), Anchor::Start, Type::Small, Paint::Ink, self.axes[1]);
        drawing.text((WIDTH - RIGHT, HEIGHT - 6.0), Anchor::End, Type::Small, Paint::Ink, self.axes[0]);
    }

    /// Draws cross-hairs and the names of the fields in the outer corners, and says what they take.
    fn draw_fields(&self, drawing: &mut Drawing, (across, upward): (f64, f64)) -> Vec<Taken> {
        let (right, bottom) = (WIDTH - RIGHT, HEIGHT - BOTTOM);
        drawing.dashes((across, TOP), (across, bottom));
        drawing.dashes((LEFT, upward), (right, upward));
        let mut taken = Vec::new();
        for (at, name) in self.fields.into_iter().enumerate() {
            let is_right = at % 2 == 1;
            let line = if at < 2 { TOP + 14.0 } else { bottom - 6.0 };
            let (anchor, x) = if is_right { (Anchor::End, right - 4.0) } else { (Anchor::Start, LEFT + 4.0) };
            drawing.text((x, line), anchor, Type::Small, Paint::Muted, name);
            let width = width_of(name, Type::Small);
            let left = if is_right { x - width } else { x };
            taken.push(Taken(left, line - LINE, left + width, line + 3.0));
        }
        taken
    }
}

/// Draws a label beside its point, as near as there is room.
fn place_label(drawing: &mut Drawing, label: &str, (x, y): (f64, f64), taken: &mut Vec<Taken>) {
    let width = width_of(label, Type::Label);
    let box_at = |left: f64, middle: f64| Taken(left, middle - LINE / 2.0, left + width, middle + LINE / 2.0);
    let mut best = None;
    'search: for ring in 0..8_u8 {
        let (near, step) = (f64::from(ring) * 9.0 + RADIUS + 3.0, f64::from(ring) * 9.0);
        let candidates = [
            box_at(x + near, y),
            box_at(x - near - width, y),
            box_at(x - width / 2.0, y - near - LINE / 2.0),
            box_at(x - width / 2.0, y + near + LINE / 2.0),
            box_at(x + RADIUS + 2.0, y - step - LINE / 2.0),
            box_at(x + RADIUS + 2.0, y + step + LINE / 2.0),
            box_at(x - RADIUS - 2.0 - width, y - step - LINE / 2.0),
            box_at(x - RADIUS - 2.0 - width, y + step + LINE / 2.0),
        ];
        for candidate in candidates {
            if candidate.lies_inside() && taken.iter().all(|other| !other.touches(&candidate)) {
                best = Some((candidate, ring));
                break 'search;
            }
        }
    }
    // Where nothing is free, the point stays without a label; the table names it.
    let Some((at, ring)) = best else { return };
    if ring > 0 {
        let end = (
            x.clamp(at.0, at.2),
            if at.1 > y {
                at.1
            } else if at.3 < y {
                at.3
            } else {
                y
            },
        );
        drawing.line((x, y), end, Paint::Edge);
    }
    drawing.over((at.0, at.3 - 2.5), Anchor::Start, Type::Label, label);
    taken.push(at);
}
