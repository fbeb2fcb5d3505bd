//! How figures came about: formulas with their numbers, and where each number comes from.

use std::ops::Range;

use serde::Serialize;

/// How figures came about.
#[derive(Debug, Clone, Serialize)]
pub struct Derivations {
    /// What the figures rest on, each once; figures refer to them by place.
    pub inputs: Vec<DerivedInput>,
    /// In which unit the amounts among the inputs are, or empty.
    pub inputs_note: String,
    /// One for each measure.
    pub measures: Vec<Derivation>,
}

/// How one measure came about in each period.
#[derive(Debug, Clone, Serialize)]
pub struct Derivation {
    /// Fragment, unique on the page.
    pub id: String,
    /// The measure's name.
    pub title: String,
    /// Its formula in words.
    pub formula: String,
    /// The page on the method, or empty.
    pub href: String,
    /// The words of that link.
    pub link: String,
    /// One for each period.
    pub figures: Vec<DerivedFigure>,
}

/// How one figure came about.
#[derive(Debug, Clone, Serialize)]
pub struct DerivedFigure {
    /// Fragment, unique on the page.
    pub id: String,
    /// The period.
    pub period: String,
    /// The formula with its numbers.
    pub calculation: String,
    /// Where the numbers of the calculation come from, in the order in which they stand in it. Pages
    /// make each of them a link; reports refer to the inputs by number.
    #[serde(skip)]
    pub operands: Vec<Operand>,
    /// The figure with its unit, or why there is none.
    pub result: String,
    /// What a reader must know of this figure, such as that a closing balance stood in for an average.
    pub notes: Vec<String>,
    /// Its inputs: places in [`Derivations::inputs`].
    pub inputs: Vec<usize>,
    /// Those of its inputs that the calculation neither shows nor reaches through another figure.
    #[serde(skip)]
    pub beside: Vec<usize>,
}

/// A number within a calculation that has an origin.
#[derive(Debug, Clone)]
pub struct Operand {
    /// The bytes that it takes of the calculation.
    pub at: Range<usize>,
    /// Where it comes from.
    pub origin: OperandOrigin,
}

/// Where a number of a calculation comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OperandOrigin {
    /// An input: its place in [`Derivations::inputs`].
    Input(usize),
    /// Another figure: the fragment of its derivation.
    Derivation(String),
}

/// An input of figures.
#[derive(Debug, Clone, Serialize)]
pub struct DerivedInput {
    /// What it is.
    pub label: String,
    /// Its value as printed.
    pub value: String,
    /// File and line.
    pub place: String,
    /// Its line in the listing on this page, or its row in a table; empty in a report.
    pub href: String,
}
