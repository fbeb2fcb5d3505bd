//! Compares two states of all surveys: whose figures or instrument differ, which is new or gone, and
//! what did it. Pure; where the states come from and how the result is written stands elsewhere.

mod change;

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Serialize;

use super::record::{ALL, Record};
use crate::kinds::compare::{Names, matched};

pub use change::{
    Change, Convention, ConventionChange, DimensionChange, FigureChange, InputChange, ItemChange, SegmentChange,
    WholeChange,
};

/// The surveys of one state, by id.
pub type Records = BTreeMap<String, Record>;

/// How two states differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// Surveys of both states that differ.
    pub changed: Vec<Change>,
    /// Surveys that only the new state has.
    pub new: Vec<Standing>,
    /// Surveys that only the old state has.
    pub gone: Vec<Standing>,
    /// How many surveys of both states do not differ.
    pub unchanged: usize,
}

impl Comparison {
    /// Whether no survey differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changed.is_empty() && self.new.is_empty() && self.gone.is_empty()
    }

    /// Whether a state has any survey.
    #[must_use]
    pub fn has_any(&self) -> bool {
        !self.is_empty() || self.unchanged > 0
    }
}

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
    let cases = matched(old, new);
    let changed: Vec<_> = cases.both.iter().filter_map(|(before, after)| change::change(before, after)).collect();
    Comparison {
        unchanged: cases.both.len() - changed.len(),
        changed,
        new: cases.new.into_iter().map(Standing::of).collect(),
        gone: cases.gone.into_iter().map(Standing::of).collect(),
    }
}
