//! Compares two states of all clients: whose tier, score, limits or trade differ, who is new or gone,
//! and which inputs did it. Pure; where the states come from and how the result is written stands
//! elsewhere. `inputs` pairs numbers, `change` compares one client, `circumstances` what surrounds its
//! tier, score and limits.

mod change;
mod circumstances;
mod inputs;

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use serde::Serialize;

use super::record::{Grant, Model, Record};
use crate::kinds::compare::{Changes, Names, Pair, matched};

pub use change::{Change, Moved};
pub use circumstances::{
    Amount, AmountChange, BlockChange, CapChange, Circumstances, DocumentChange, OverrideChange, WatchChange,
};
pub use inputs::{InputChange, Typed};

/// The clients of one state, by id.
pub type Records = BTreeMap<String, Record>;

/// How two states differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// The as-of dates, where they differ: every age counts from them.
    pub as_of: Option<Pair<String>>,
    /// The models, where they differ.
    pub model: Option<ModelChange>,
    /// The clients.
    #[serde(flatten)]
    pub clients: Changes<Change, Standing>,
}

impl Comparison {
    /// Whether no client differs and both states have the same model and date.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.clients.is_empty() && self.model.is_none() && self.as_of.is_none()
    }
}

/// Another model, which concerns every client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ModelChange {
    /// The model that was.
    pub old: Model,
    /// The model that is.
    pub new: Model,
    /// Its numbers that differ, as far as figures of clients of both states rest on them.
    pub inputs: Vec<InputChange>,
}

/// How a client stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Names,
    /// The id of its tier.
    pub tier: String,
    /// Its score.
    pub score: Option<Decimal>,
    /// The recommended limit.
    pub recommended: Option<Decimal>,
    /// The limit in force.
    pub in_force: Option<Grant>,
    /// The currency of the limits, or empty.
    pub currency: String,
}

impl Standing {
    /// How the client of `record` stands.
    fn of(record: &Record) -> Self {
        let limit = record.limit.as_ref();
        Standing {
            id: record.id.clone(),
            name: record.name.clone(),
            tier: record.tier.clone(),
            score: record.score,
            recommended: limit.and_then(|limit| limit.recommended),
            in_force: limit.and_then(|limit| limit.in_force.clone()),
            currency: limit.map_or_else(String::new, |limit| limit.currency.clone()),
        }
    }
}

/// Compares `old` with `new`; scores that differ by no more than `least` count as equal.
#[must_use]
pub fn compare(old: &Records, new: &Records, least: Decimal) -> Comparison {
    let cases = matched(old, new);
    let (first, second) = (old.values().next(), new.values().next());
    let dates = first.zip(second).and_then(|(old, new)| Pair::differing(old.as_of.clone(), new.as_of.clone()));
    let models = first.zip(second).filter(|(old, new)| old.model.sha256 != new.model.sha256);
    Comparison {
        as_of: dates,
        model: models.map(|(old, new)| ModelChange {
            old: old.model.clone(),
            new: new.model.clone(),
            inputs: model_inputs(&cases.both),
        }),
        clients: cases.compared(|old, new| change::change(old, new, least), Standing::of),
    }
}

/// The numbers of the model that differ, each once.
fn model_inputs(both: &[(&Record, &Record)]) -> Vec<InputChange> {
    let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
    for (old, new) in both {
        for change in inputs::of_model(old, new) {
            if seen.insert(change.path.clone()) {
                found.push(change);
            }
        }
    }
    found
}
