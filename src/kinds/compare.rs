//! What the comparison of two states of a book shares, whatever the kind: how a case is read for it,
//! which cases both states have, and pairs of what was and what is.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::edition::Edition;
use super::kind::{CaseKind, Work};
use crate::values::Language;

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

/// A name or a sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct Names {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Names {
    /// That in `language`.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Zh => &self.zh,
            Language::En => &self.en,
        }
    }
}

/// The cases of two states.
#[derive(Debug)]
pub struct Matched<'a, R> {
    /// Those of both: how each was and is.
    pub both: Vec<(&'a R, &'a R)>,
    /// Those that only the new state has.
    pub new: Vec<&'a R>,
    /// Those that only the old state has.
    pub gone: Vec<&'a R>,
}

/// The cases of `old` and `new`, by id.
#[must_use]
pub fn matched<'a, R>(old: &'a BTreeMap<String, R>, new: &'a BTreeMap<String, R>) -> Matched<'a, R> {
    let only = |these: &'a BTreeMap<String, R>, those: &BTreeMap<String, R>| {
        these.iter().filter(|(id, _)| !those.contains_key(*id)).map(|(_, record)| record).collect()
    };
    Matched {
        both: old.iter().filter_map(|(id, before)| Some((before, new.get(id)?))).collect(),
        new: only(new, old),
        gone: only(old, new),
    }
}

impl<R> Matched<'_, R> {
    /// Which of them differ, by `change`, and how those stand that only one state has, by `standing`.
    pub fn compared<C, S>(&self, change: impl Fn(&R, &R) -> Option<C>, standing: impl Fn(&R) -> S) -> Changes<C, S> {
        let changed: Vec<C> = self.both.iter().filter_map(|(old, new)| change(old, new)).collect();
        Changes {
            unchanged: self.both.len() - changed.len(),
            changed,
            new: self.new.iter().map(|record| standing(record)).collect(),
            gone: self.gone.iter().map(|record| standing(record)).collect(),
        }
    }
}

/// How the cases of a kind differ between two states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Changes<C, S> {
    /// Cases of both states that differ.
    pub changed: Vec<C>,
    /// Cases that only the new state has.
    pub new: Vec<S>,
    /// Cases that only the old state has.
    pub gone: Vec<S>,
    /// How many cases of both states do not differ.
    pub unchanged: usize,
}

/// A difference of a case that both states have.
pub trait Standings {
    /// How a case stands.
    type Standing;

    /// How it stood, and how it stands.
    fn standings(&self) -> (&Self::Standing, &Self::Standing);
}

/// A case in a list of differences.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a, C, S> {
    /// How it stood, where the old state has it.
    pub old: Option<&'a S>,
    /// How it stands, where the new state has it.
    pub new: Option<&'a S>,
    /// How it differs, where both have it.
    pub change: Option<&'a C>,
}

impl<C, S> Changes<C, S> {
    /// Whether no case differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changed.is_empty() && self.new.is_empty() && self.gone.is_empty()
    }

    /// Whether a state has any case.
    #[must_use]
    pub fn has_any(&self) -> bool {
        !self.is_empty() || self.unchanged > 0
    }
}

impl<C: Standings<Standing = S>, S> Changes<C, S> {
    /// Every case that differs, then those that are new and those that are gone.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_, C, S>> {
        let changed = self.changed.iter().map(|change| {
            let (old, new) = change.standings();
            Line { old: Some(old), new: Some(new), change: Some(change) }
        });
        let new = self.new.iter().map(|new| Line { old: None, new: Some(new), change: None });
        let gone = self.gone.iter().map(|old| Line { old: Some(old), new: None, change: None });
        changed.chain(new).chain(gone)
    }
}

impl<'a, C, S> Line<'a, C, S> {
    /// How the case stands, or stood where it is gone.
    #[must_use]
    pub fn latest(&self) -> Option<&'a S> {
        self.new.or(self.old)
    }

    /// Whether the case is new or gone; none where both states have it.
    #[must_use]
    pub const fn turn(&self) -> Option<Turn> {
        match (self.old, self.new) {
            (None, _) => Some(Turn::Began),
            (_, None) => Some(Turn::Ended),
            _ => None,
        }
    }
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
