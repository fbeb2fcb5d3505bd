//! How figures came about, as a terminal shows it: plain strings, whatever the kind of case.

use crate::pages::DerivedFigure;

/// How figures of one case came about.
#[derive(Debug, Clone, Default)]
pub struct Explained {
    /// The case's name.
    pub name: String,
    /// Its id.
    pub id: String,
    /// What it was assessed by: as-of date, model.
    pub basis: Vec<String>,
    /// One for each figure.
    pub figures: Vec<ExplainedFigure>,
}

/// How one figure came about.
#[derive(Debug, Clone)]
pub struct ExplainedFigure {
    /// Calculation, result and notes.
    pub derived: DerivedFigure,
    /// What stands after the result, or empty.
    pub unit: String,
    /// What a compound figure is made of, in the order of print; usually empty.
    pub parts: Vec<ExplainedPart>,
    /// What it rests on.
    pub inputs: Vec<ExplainedInput>,
}

/// A part of a compound figure.
#[derive(Debug, Clone)]
pub struct ExplainedPart {
    /// What there is to say of it, in short phrases.
    pub facts: Vec<String>,
    /// How it came about, or empty.
    pub how: String,
}

/// An input of a figure.
#[derive(Debug, Clone)]
pub struct ExplainedInput {
    /// What it is.
    pub label: String,
    /// Its number as printed.
    pub number: String,
    /// Its key path.
    pub path: String,
    /// File and line.
    pub place: String,
}
