//! Compares two states of all surveys: whose figures or instrument differ, which is new or gone, and
//! what did it. Pure; where the states come from and how the result is written stands elsewhere.

mod change;

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Serialize;

use super::record::{ALL, Record};
use crate::kinds::compare::{Changes, Names, matched};

pub use change::{
    Change, Convention, ConventionChange, DimensionChange, FigureChange, InputChange, ItemChange, SegmentChange,
    WholeChange,
};

/// The surveys of one state, by id.
pub type Records = BTreeMap<String, Record>;

/// How two states differ.
pub type Comparison = Changes<Change, Standing>;

/// How a survey stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Names,
    /// How many answered.
    pub respondents: u64,
    /// The figures of the whole.
    pub figures: Vec<Headline>,
}

/// A figure of a survey as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Headline {
    /// The measure.
    pub measure: String,
    /// The value, or none.
    pub value: Option<Decimal>,
}

impl Standing {
    /// How the survey of `record` stands.
    fn of(record: &Record) -> Self {
        let figures = record.figures_of("", ALL);
        Standing {
            id: record.id.clone(),
            name: record.name.clone(),
            respondents: record.respondents(),
            figures: figures.map(|figure| Headline { measure: figure.measure.clone(), value: figure.value }).collect(),
        }
    }

    /// The value of `measure`.
    #[must_use]
    pub fn value(&self, measure: &str) -> Option<Decimal> {
        self.figures.iter().find(|figure| figure.measure == measure)?.value
    }
}

/// Compares `old` with `new`.
#[must_use]
pub fn compare(old: &Records, new: &Records) -> Comparison {
    matched(old, new).compared(change::change, Standing::of)
}
