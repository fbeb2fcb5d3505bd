//! A formula as a tree, for typesetters that read no `MathML`.
//!
//! `Notation::read(&[Event]) -> Option<Notation>` folds the events of `pulldown-latex`. Colours and sizes
//! that an author sets are left out: paper has its own.

use pulldown_latex::event::{
    Content, Dimension, DimensionUnit, EnvironmentFlow, Event, Font, Grouping, RelationContent, ScriptPosition,
    ScriptType, StateChange, Visual,
};
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

/// A piece of a formula.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "m", rename_all = "snake_case")]
pub enum Notation {
    /// Pieces one after the other.
    Row {
        /// In order.
        items: Vec<Notation>,
    },
    /// A variable, operator, relation or delimiter: one character, or a few that make one sign.
    Sign {
        /// The characters.
        text: String,
    },
    /// A number.
    Number {
        /// Its digits.
        text: String,
    },
    /// Words in upright letters.
    Words {
        /// The words.
        text: String,
    },
    /// The name of a function.
    Function {
        /// The name.
        text: String,
    },
    /// A fraction.
    Fraction {
        /// Numerator.
        over: Box<Notation>,
        /// Denominator.
        under: Box<Notation>,
        /// Whether a line parts them.
        line: bool,
    },
    /// A root.
    Root {
        /// What it is the root of.
        radicand: Box<Notation>,
        /// Which root, or nothing for the square root.
        index: Option<Box<Notation>>,
    },
    /// Something with what stands above and below it on the right, or right above and below it.
    Scripts {
        /// What bears them.
        base: Box<Notation>,
        /// Below.
        below: Option<Box<Notation>>,
        /// Above.
        above: Option<Box<Notation>>,
        /// `right`, `stacked`, or `movable`: stacked on a line of its own only.
        place: &'static str,
    },
    /// Something between delimiters that are as high as it is.
    Fenced {
        /// The opening delimiter, or empty.
        open: String,
        /// The closing delimiter, or empty.
        close: String,
        /// What stands between them.
        body: Box<Notation>,
    },
    /// Cells in rows and columns.
    Grid {
        /// The rows.
        rows: Vec<Vec<Notation>>,
        /// `matrix`, `cases` or `aligned`.
        kind: &'static str,
    },
    /// Empty space.
    Space {
        /// Its width in thousandths of the type's size.
        milli: i32,
    },
    /// Something in another face.
    Face {
        /// `bold`, `upright`, `italic`, `script`, `fraktur`, `blackboard`, `sans` or `mono`.
        face: &'static str,
        /// What is set in it.
        body: Box<Notation>,
    },
    /// Something struck out.
    Negated {
        /// What is denied.
        body: Box<Notation>,
    },
}

impl Default for Notation {
    fn default() -> Self {
        Notation::Row { items: Vec::new() }
    }
}

impl Notation {
    /// Reads a whole formula; nothing where the events do not fit together.
    #[must_use]
    pub fn read(events: &[Event<'_>]) -> Option<Notation> {
        let mut reader = Reader { events, at: 0 };
        let items = reader.row()?;
        (reader.at == events.len()).then_some(row(items))
    }
}

fn row(mut items: Vec<Notation>) -> Notation {
    if items.len() == 1 { items.pop().unwrap_or_default() } else { Notation::Row { items } }
}

struct Reader<'e> {
    events: &'e [Event<'e>],
    at: usize,
}

impl<'e> Reader<'e> {
    fn next(&mut self) -> Option<&'e Event<'e>> {
        let event = self.events.get(self.at)?;
        self.at += 1;
        Some(event)
    }

    /// What follows up to the end of the group or of the cell, which is not taken.
    fn row(&mut self) -> Option<Vec<Notation>> {
        let mut items = Vec::new();
        while let Some(event) = self.events.get(self.at) {
            match event {
                Event::End | Event::EnvironmentFlow(EnvironmentFlow::Alignment | EnvironmentFlow::NewLine { .. }) => {
                    break;
                }
                Event::StateChange(StateChange::Font(font)) => {
                    let face = face(*font);
                    self.at += 1;
                    let body = row(self.row()?);
                    items.push(match face {
                        Some(face) => Notation::Face { face, body: Box::new(body) },
                        None => body,
                    });
                    break;
                }
                Event::StateChange(_) | Event::EnvironmentFlow(EnvironmentFlow::StartLines { .. }) => self.at += 1,
                _ => items.push(self.element()?),
            }
        }
        Some(items)
    }

    /// The next element.
    fn element(&mut self) -> Option<Notation> {
        match self.next()? {
            Event::Content(content) => Some(sign(content)),
            Event::Begin(grouping) => self.group(grouping),
            Event::Visual(visual) => self.visual(*visual),
            Event::Script { ty, position } => self.scripts(*ty, *position),
            Event::Space { width, .. } => Some(Notation::Space { milli: width.map_or(0, milli) }),
            Event::StateChange(_) | Event::EnvironmentFlow(_) => Some(Notation::default()),
            Event::End => None,
        }
    }

    fn boxed(&mut self) -> Option<Box<Notation>> {
        self.element().map(Box::new)
    }

    fn visual(&mut self, visual: Visual) -> Option<Notation> {
        Some(match visual {
            Visual::SquareRoot => Notation::Root { radicand: self.boxed()?, index: None },
            Visual::Root => Notation::Root { radicand: self.boxed()?, index: Some(self.boxed()?) },
            Visual::Fraction(thickness) => {
                let line = thickness.is_none_or(|thickness| thickness.value > 0.0);
                Notation::Fraction { over: self.boxed()?, under: self.boxed()?, line }
            }
            Visual::Negation => Notation::Negated { body: self.boxed()? },
        })
    }

    fn scripts(&mut self, ty: ScriptType, position: ScriptPosition) -> Option<Notation> {
        let base = self.boxed()?;
        let (below, above) = match ty {
            ScriptType::Subscript => (Some(self.boxed()?), None),
            ScriptType::Superscript => (None, Some(self.boxed()?)),
            ScriptType::SubSuperscript => (Some(self.boxed()?), Some(self.boxed()?)),
        };
        let place = match position {
            ScriptPosition::Right => "right",
            ScriptPosition::AboveBelow => "stacked",
            ScriptPosition::Movable => "movable",
        };
        Some(Notation::Scripts { base, below, above, place })
    }

    fn group(&mut self, grouping: &Grouping) -> Option<Notation> {
        let kind = match grouping {
            Grouping::Normal => return self.whole(),
            Grouping::LeftRight(open, close) => {
                let body = Box::new(self.whole()?);
                let text = |delimiter: &Option<char>| delimiter.map(String::from).unwrap_or_default();
                return Some(Notation::Fenced { open: text(open), close: text(close), body });
            }
            Grouping::Cases { .. } => "cases",
            Grouping::Array(_) | Grouping::Matrix { .. } | Grouping::SubArray { .. } => "matrix",
            _ => "aligned",
        };
        let mut rows = vec![Vec::new()];
        loop {
            let cell = row(self.row()?);
            rows.last_mut()?.push(cell);
            match self.next()? {
                Event::End => break,
                Event::EnvironmentFlow(EnvironmentFlow::NewLine { .. }) => rows.push(Vec::new()),
                _ => {}
            }
        }
        let empty = |cells: &Vec<Notation>| cells.iter().all(|cell| *cell == Notation::default());
        if rows.last().is_some_and(empty) {
            rows.pop();
        }
        Some(Notation::Grid { rows, kind })
    }

    /// What follows up to the end of the group, which is taken.
    fn whole(&mut self) -> Option<Notation> {
        let items = self.row()?;
        matches!(self.next()?, Event::End).then_some(row(items))
    }
}

fn sign(content: &Content<'_>) -> Notation {
    match content {
        Content::Text(text) => Notation::Words { text: (*text).to_owned() },
        Content::Number(text) => Notation::Number { text: (*text).to_owned() },
        Content::Function(text) => Notation::Function { text: (*text).to_owned() },
        Content::Ordinary { content, .. }
        | Content::LargeOp { content, .. }
        | Content::BinaryOp { content, .. }
        | Content::Delimiter { content, .. }
        | Content::Punctuation(content) => Notation::Sign { text: content.to_string() },
        Content::Relation { content, .. } => Notation::Sign { text: relation(*content) },
    }
}

fn relation(content: RelationContent) -> String {
    let mut buffer = [0_u8; 8];
    String::from_utf8_lossy(content.encode_utf8_to_buf(&mut buffer)).into_owned()
}

/// A width in thousandths of the type's size, which counts as ten points.
fn milli(dimension: Dimension) -> i32 {
    let in_em = match dimension.unit {
        DimensionUnit::Em => 1.0,
        DimensionUnit::Ex => 0.45,
        DimensionUnit::Mu => 1.0 / 18.0,
        DimensionUnit::Cm => 2.845,
        DimensionUnit::Mm => 0.2845,
        DimensionUnit::In => 7.227,
        DimensionUnit::Pc => 1.2,
        _ => 0.1,
    };
    (f64::from(dimension.value) * in_em * 1000.0).clamp(-100_000.0, 100_000.0).to_i32().unwrap_or(0)
}

const fn face(font: Option<Font>) -> Option<&'static str> {
    Some(match font {
        None => return None,
        Some(Font::Bold | Font::BoldItalic | Font::BoldSymbol) => "bold",
        Some(Font::UpRight) => "upright",
        Some(Font::Italic) => "italic",
        Some(Font::Script | Font::BoldScript) => "script",
        Some(Font::Fraktur | Font::BoldFraktur) => "fraktur",
        Some(Font::DoubleStruck | Font::DoubleStruckItalic) => "blackboard",
        Some(Font::SansSerif | Font::SansSerifBoldItalic | Font::SansSerifItalic | Font::BoldSansSerif) => "sans",
        Some(Font::Monospace) => "mono",
    })
}
