//! What the comparison of two states of a book shares, whatever the kind: how a case is read for it,
//! and pairs of what was and what is.

use serde::Serialize;

use super::edition::Edition;
use super::kind::{CaseKind, Work};

/// A kind whose cases are compared by their data files, of a build or of a book: both go through the
/// same JSON, so that they cannot disagree.
pub trait Compared: CaseKind {
    /// What a data file says, as far as it is compared.
    type Record: Send;

    /// The data file of a case.
    fn data(work: &Work<'_, Self>, edition: Edition<'_>) -> String;

    /// Reads a data file.
    ///
    /// # Errors
    /// It is not JSON, or not that of a case of this kind.
    fn read(json: &str) -> serde_json::Result<Self::Record>;

    /// The id of the case that `record` is of.
    fn key(record: &Self::Record) -> &str;
}

/// What was and what is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pair<T> {
    /// In the old state.
    pub old: T,
    /// In the new one.
    pub new: T,
}

impl<T: PartialEq> Pair<T> {
    /// The two, where they differ.
    pub fn differing(old: T, new: T) -> Option<Self> {
        (old != new).then_some(Pair { old, new })
    }

    /// Whether the two differ.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.old != self.new
    }
}

/// Whether something began or ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Turn {
    /// Only the new state has it.
    Began,
    /// Only the old state has it.
    Ended,
}

/// What only `new` or only `old` has, by `key`: first what began, then what ended.
pub fn turns<T: Clone, K: PartialEq>(old: &[T], new: &[T], key: impl Fn(&T) -> K) -> Vec<(Turn, T)> {
    let only = |these: &[T], those: &[T], turn| -> Vec<(Turn, T)> {
        let lonely = these.iter().filter(|one| those.iter().all(|other| key(other) != key(one)));
        lonely.map(|one| (turn, one.clone())).collect()
    };
    let mut turns = only(new, old, Turn::Began);
    turns.extend(only(old, new, Turn::Ended));
    turns
}
