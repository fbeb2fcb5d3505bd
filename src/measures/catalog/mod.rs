//! What each measure means: the one text from which the methodology pages, the reports'
//! appendix, `casebook explain` and the glossary are made.

use super::Measure;
use crate::values::Words;

/// The documentation of a measure, under fixed headings.
#[derive(Debug, Clone, Copy)]
pub struct MeasureDoc {
    /// Its name, with the field's standard term.
    pub name: Words,
    /// A name short enough for a table's heading or a chart's label.
    pub short: Words,
    /// What it measures, in a sentence or two.
    pub measures: Words,
    /// The formula in words, with units.
    pub formula: Words,
    /// How to read it: what high and low mean, usual values.
    pub reading: Words,
    /// What can mislead: conventions, edge cases, limits.
    pub caveats: Words,
    /// Book, standard or paper.
    pub source: Words,
}

impl Measure {
    /// What the measure means.
    #[must_use]
    pub fn doc(self) -> &'static MeasureDoc {
        todo!()
    }
}
