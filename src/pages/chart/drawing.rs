//! Writing SVG: shapes, text and paint, with coordinates of at most one decimal.
//!
//! What is drawn where is the business of each chart. Text is escaped here and nowhere else.

use super::Medium;
use super::palette::{self, Swatch};
use crate::pages::Tone;

/// What a shape or a text is painted with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paint {
    Ink,
    Muted,
    Rule,
    Edge,
    Track,
    Paper,
    Series(u8),
    Tone(Tone),
}

impl Paint {
    const fn swatch(self) -> Swatch {
        match self {
            Paint::Ink => palette::INK,
            Paint::Muted => palette::MUTED,
            Paint::Rule => palette::RULE,
            Paint::Edge => palette::EDGE,
            Paint::Track => palette::TRACK,
            Paint::Paper => palette::PAPER,
            Paint::Series(number) => palette::series(number),
            Paint::Tone(tone) => palette::tone(tone),
        }
    }
}

/// Which side of a text its position means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// Size and weight of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Type {
    /// Names within a dense plot.
    Label,
    /// Axis labels.
    Small,
    /// Labels and values.
    Body,
    /// The one figure that matters.
    Strong,
}

impl Type {
    /// Height of the letters' em square in the drawing's own pixels.
    pub(super) const fn size(self) -> f64 {
        match self {
            Type::Label => 11.0,
            Type::Small => 12.0,
            Type::Body => 13.0,
            Type::Strong => 15.0,
        }
    }
}

/// An SVG drawing in the making.
pub(super) struct Drawing {
    out: String,
    medium: Medium,
    /// How wide a line through points is, in pixels.
    line: &'static str,
}

impl Drawing {
    /// A drawing of the given size; `alt` says what it shows.
    pub(super) fn new(medium: Medium, width: f64, height: f64, alt: &str) -> Self {
        let mut drawing = Drawing { out: String::with_capacity(4096), medium, line: "2.5" };
        drawing.open();
        drawing.attribute("width", width);
        drawing.attribute("height", height);
        drawing.view_box(width, height);
        if medium == Medium::Screen {
            drawing.out.push_str(" role=\"img\" aria-label=\"");
            push_escaped(&mut drawing.out, alt);
            drawing.out.push('"');
        }
        drawing.out.push('>');
        drawing
    }

    /// A drawing without a name, for beside text that says the same. On the screen the stylesheet
    /// gives its size.
    pub(super) fn decoration(medium: Medium, width: f64, height: f64) -> Self {
        let mut drawing = Drawing { out: String::with_capacity(160), medium, line: "1.5" };
        drawing.open();
        match medium {
            Medium::Screen => drawing.out.push_str(" class=\"spark\" aria-hidden=\"true\""),
            Medium::Print => {
                drawing.attribute("width", width);
                drawing.attribute("height", height);
            }
        }
        drawing.view_box(width, height);
        drawing.out.push('>');
        drawing
    }

    fn open(&mut self) {
        self.out.push_str("<svg");
        if self.medium == Medium::Print {
            self.out.push_str(" xmlns=\"http://www.w3.org/2000/svg\" font-family=\"Casebook Sans, Noto Sans SC\"");
        }
    }

    fn view_box(&mut self, width: f64, height: f64) {
        self.out.push_str(" viewBox=\"0 0 ");
        push_number(&mut self.out, width);
        self.out.push(' ');
        push_number(&mut self.out, height);
        self.out.push('"');
    }

    /// The finished SVG.
    pub(super) fn close(mut self) -> String {
        self.out.push_str("</svg>");
        self.out
    }

    /// A filled rectangle; negative sizes draw nothing.
    pub(super) fn rect(&mut self, x: f64, y: f64, width: f64, height: f64, fill: Paint) {
        if width <= 0.0 || height <= 0.0 {
            return;
        }
        self.out.push_str("<rect");
        self.attribute("x", x);
        self.attribute("y", y);
        self.attribute("width", width);
        self.attribute("height", height);
        self.fill(fill, Paint::Track);
        self.out.push_str("/>");
    }

    /// The outline of a rectangle, in ink.
    pub(super) fn frame(&mut self, x: f64, y: f64, width: f64, height: f64) {
        self.out.push_str("<rect");
        self.attribute("x", x);
        self.attribute("y", y);
        self.attribute("width", width.max(0.0));
        self.attribute("height", height.max(0.0));
        match self.medium {
            Medium::Screen => self.out.push_str(" class=\"frame\""),
            Medium::Print => {
                self.out.push_str(" fill=\"none\" stroke-width=\"2\"");
                self.stroke(Paint::Ink, Paint::Ink);
            }
        }
        self.out.push_str("/>");
    }

    /// A straight line of one pixel.
    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: Paint) {
        self.segment(from, to, |drawing| drawing.stroke(stroke, Paint::Rule));
    }

    /// A straight dashed line in ink.
    pub(super) fn dashes(&mut self, from: (f64, f64), to: (f64, f64)) {
        self.segment(from, to, |drawing| match drawing.medium {
            Medium::Screen => drawing.out.push_str(" class=\"dashes\""),
            Medium::Print => {
                drawing.stroke(Paint::Ink, Paint::Rule);
                drawing.out.push_str(" stroke-dasharray=\"5 4\" stroke-width=\"1.5\"");
            }
        });
    }

    fn segment(&mut self, from: (f64, f64), to: (f64, f64), paint: impl Fn(&mut Self)) {
        self.out.push_str("<line");
        self.attribute("x1", from.0);
        self.attribute("y1", from.1);
        self.attribute("x2", to.0);
        self.attribute("y2", to.1);
        paint(self);
        self.out.push_str("/>");
    }

    /// A line through points that breaks where there is none.
    pub(super) fn path(&mut self, points: impl Iterator<Item = Option<(f64, f64)>>, stroke: Paint) {
        let start = self.out.len();
        self.out.push_str("<path d=\"");
        let empty = self.out.len();
        let mut command = 'M';
        for point in points {
            let Some((x, y)) = point else {
                command = 'M';
                continue;
            };
            self.out.push(command);
            push_number(&mut self.out, x);
            self.out.push(' ');
            push_number(&mut self.out, y);
            command = 'L';
        }
        if self.out.len() == empty {
            self.out.truncate(start);
            return;
        }
        self.out.push('"');
        if self.medium == Medium::Print {
            self.out.push_str(" fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\" stroke-width=\"");
            self.out.push_str(self.line);
            self.out.push('"');
        }
        self.stroke(stroke, Paint::Series(1));
        self.out.push_str("/>");
    }

    /// A filled polygon.
    pub(super) fn polygon(&mut self, points: &[(f64, f64)], fill: Paint) {
        self.out.push_str("<polygon points=\"");
        for (index, (x, y)) in points.iter().enumerate() {
            if index > 0 {
                self.out.push(' ');
            }
            push_number(&mut self.out, *x);
            self.out.push(',');
            push_number(&mut self.out, *y);
        }
        self.out.push('"');
        self.fill(fill, Paint::Ink);
        self.out.push_str("/>");
    }

    /// A filled circle.
    pub(super) fn dot(&mut self, x: f64, y: f64, radius: f64, fill: Paint) {
        self.out.push_str("<circle");
        self.attribute("cx", x);
        self.attribute("cy", y);
        self.attribute("r", radius);
        self.fill(fill, Paint::Series(1));
        self.out.push_str("/>");
    }

    /// Text with its base line at `y`; empty text draws nothing.
    pub(super) fn text(&mut self, at: (f64, f64), anchor: Anchor, kind: Type, fill: Paint, words: &str) {
        if words.is_empty() {
            return;
        }
        self.open_text(at);
        match self.medium {
            Medium::Screen => {
                let colour = if fill == Paint::Ink { "" } else { fill.swatch().name };
                self.text_classes("", anchor, kind, colour);
            }
            Medium::Print => {
                self.lettering(anchor, kind);
                self.fill(fill, Paint::Ink);
            }
        }
        self.close_text(words);
    }

    /// Figures over a point, as [`Drawing::over`].
    pub(super) fn raised_text(&mut self, at: (f64, f64), words: &str) {
        self.over(at, Anchor::Middle, Type::Body, words);
    }

    /// Ink on a rim of paper, so that lines behind the letters do not cross them out.
    pub(super) fn over(&mut self, at: (f64, f64), anchor: Anchor, kind: Type, words: &str) {
        if words.is_empty() {
            return;
        }
        self.open_text(at);
        match self.medium {
            Medium::Screen => self.text_classes("raised", anchor, kind, ""),
            Medium::Print => {
                self.out.push_str(" paint-order=\"stroke\" stroke-width=\"4\" stroke-linejoin=\"round\"");
                self.lettering(anchor, kind);
                self.fill(Paint::Ink, Paint::Ink);
                self.stroke(Paint::Paper, Paint::Ink);
            }
        }
        self.close_text(words);
    }

    /// Size, weight and anchor as attributes.
    fn lettering(&mut self, anchor: Anchor, kind: Type) {
        self.attribute("font-size", kind.size());
        match anchor {
            Anchor::Start => {}
            Anchor::Middle => self.out.push_str(" text-anchor=\"middle\""),
            Anchor::End => self.out.push_str(" text-anchor=\"end\""),
        }
        if kind == Type::Strong {
            self.out.push_str(" font-weight=\"700\"");
        }
    }

    fn open_text(&mut self, at: (f64, f64)) {
        self.out.push_str("<text");
        self.attribute("x", at.0);
        self.attribute("y", at.1);
    }

    fn close_text(&mut self, words: &str) {
        self.out.push('>');
        push_escaped(&mut self.out, words);
        self.out.push_str("</text>");
    }

    /// The classes by which a text differs from most: body type from its start, in ink.
    fn text_classes(&mut self, rim: &str, anchor: Anchor, kind: Type, colour: &str) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => "mid",
            Anchor::End => "end",
        };
        let kind = match kind {
            Type::Body => "",
            Type::Label => "label",
            Type::Small => "small",
            Type::Strong => "strong",
        };
        let mut before = " class=\"";
        for (prefix, class) in [("", rim), ("", anchor), ("", kind), ("f-", colour)] {
            if !class.is_empty() {
                for part in [before, prefix, class] {
                    self.out.push_str(part);
                }
                before = " ";
            }
        }
        if before == " " {
            self.out.push('"');
        }
    }

    fn attribute(&mut self, name: &str, value: f64) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        push_number(&mut self.out, value);
        self.out.push('"');
    }

    /// What a shape is filled with; `usual` is what the stylesheet fills such shapes with.
    fn fill(&mut self, paint: Paint, usual: Paint) {
        self.paint(paint, usual, " class=\"f-", " fill=\"");
    }

    /// What a line is drawn with; `usual` is what the stylesheet draws such lines with.
    fn stroke(&mut self, paint: Paint, usual: Paint) {
        self.paint(paint, usual, " class=\"l-", " stroke=\"");
    }

    fn paint(&mut self, paint: Paint, usual: Paint, class: &str, attribute: &str) {
        let swatch = paint.swatch();
        match self.medium {
            Medium::Screen if paint == usual => return,
            Medium::Screen => {
                self.out.push_str(class);
                self.out.push_str(swatch.name);
            }
            Medium::Print => {
                self.out.push_str(attribute);
                self.out.push_str(swatch.light);
            }
        }
        self.out.push('"');
    }
}

/// How wide `words` will be, in pixels: an estimate that rather errs upwards.
pub(super) fn width_of(words: &str, kind: Type) -> f64 {
    let columns = u32::try_from(unicode_width::UnicodeWidthStr::width(words)).unwrap_or(u32::MAX);
    f64::from(columns) * kind.size() * 0.56
}

/// `words`, cut with an ellipsis where they would be wider than `width`.
pub(super) fn fit(words: &str, kind: Type, width: f64) -> std::borrow::Cow<'_, str> {
    if width_of(words, kind) <= width {
        return words.into();
    }
    let mut cut = String::new();
    let mut room = width / (kind.size() * 0.56) - 1.0;
    for letter in words.chars() {
        room -= if unicode_width::UnicodeWidthChar::width(letter) == Some(2) { 2.0 } else { 1.0 };
        if room < 0.0 {
            break;
        }
        cut.push(letter);
    }
    cut.push('…');
    cut.into()
}

fn push_escaped(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

/// Writes a coordinate with at most one decimal. What is not finite becomes 0, and what is far
/// outside any drawing is brought near, so that no renderer sees a number it cannot read.
#[allow(clippy::cast_possible_truncation, reason = "clamped to five digits first")]
fn push_number(out: &mut String, value: f64) {
    let tenths = if value.is_finite() { (value.clamp(-99_999.0, 99_999.0) * 10.0).round() as i64 } else { 0 };
    if tenths < 0 {
        out.push('-');
    }
    let tenths = tenths.unsigned_abs();
    push_digits(out, tenths / 10);
    if tenths % 10 != 0 {
        out.push('.');
        push_digits(out, tenths % 10);
    }
}

fn push_digits(out: &mut String, number: u64) {
    let mut digits = [0_u8; 20];
    let mut at = digits.len();
    let mut rest = number;
    loop {
        at -= 1;
        digits[at] = b'0' + u8::try_from(rest % 10).unwrap_or(0);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out.push_str(std::str::from_utf8(&digits[at..]).unwrap_or_default());
}
