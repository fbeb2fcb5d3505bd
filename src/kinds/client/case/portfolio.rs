//! What a client's place in the portfolio means, as of any day.

use jiff::civil::Date;
use rust_decimal::Decimal;

pub use crate::kinds::client::schema::OutcomeKind;
use crate::values::Text;

/// A client's place in the portfolio.
#[derive(Debug, Clone, Default)]
pub struct Membership {
    /// The region that it is managed in, or empty.
    pub region: Text,
    /// The group of firms that it belongs to, or empty.
    pub group: Text,
    /// Who looks after it, or empty.
    pub manager: Text,
    /// When and why it is watched, in the order of the file.
    pub watch: Vec<Watch>,
    /// How the trade ended, in the order of the file.
    pub outcomes: Vec<Outcome>,
}

/// An entry of the watch list.
#[derive(Debug, Clone)]
pub struct Watch {
    /// Its place in the file.
    pub index: usize,
    /// Its first day.
    pub since: Date,
    /// Its last day, where it has one.
    pub until: Option<Date>,
    /// What put the client on the list.
    pub trigger: Text,
    /// Who answers for the plan.
    pub owner: Text,
    /// What is done.
    pub plan: Text,
    /// What must have happened for it to leave the list.
    pub exit: Text,
}

/// How the trade with a client ended.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Its place in the file.
    pub index: usize,
    /// What happened.
    pub kind: OutcomeKind,
    /// When.
    pub date: Date,
    /// What was lost, in base units.
    pub loss: Option<Decimal>,
}

impl Membership {
    /// The entries of the watch list that hold on `date`.
    pub fn watched_on(&self, date: Date) -> impl Iterator<Item = &Watch> {
        self.watch.iter().filter(move |entry| entry.since <= date && entry.until.is_none_or(|until| date <= until))
    }

    /// The first bad end after `after` and up to `until`.
    #[must_use]
    pub fn ended_between(&self, after: Date, until: Date) -> Option<&Outcome> {
        self.outcomes
            .iter()
            .filter(|outcome| outcome.date > after && outcome.date <= until)
            .min_by_key(|outcome| outcome.date)
    }
}
