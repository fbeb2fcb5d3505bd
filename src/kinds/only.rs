//! Which cases a report is made of, where not of all.

use std::collections::BTreeSet;

/// The word for cases whose result changed since the quarter before.
pub const CHANGED: &str = "changed";

/// A choice of cases; without anything in it, all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Only {
    /// Names of their files, results such as tiers, and [`CHANGED`].
    words: BTreeSet<String>,
}

impl Only {
    /// The choice that `words` make.
    pub fn of(words: impl IntoIterator<Item = String>) -> Self {
        Only { words: words.into_iter().collect() }
    }

    /// Whether every case is wanted.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether a case is wanted: the one in `file` with the result `verdict`, which changed or not.
    #[must_use]
    pub fn wants(&self, file: &str, verdict: &str, changed: impl FnOnce() -> bool) -> bool {
        let name = file.rsplit('/').next().unwrap_or(file);
        let stem = name.strip_suffix(".toml").unwrap_or(name);
        self.is_all()
            || self.words.contains(stem)
            || self.words.contains(verdict)
            || (self.words.contains(CHANGED) && changed())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_wanted_for_any_of_its_words() {
        let only = |words: &[&str]| Only::of(words.iter().map(|&word| word.to_owned()));
        assert!(only(&[]).wants("clients/acme.toml", "CA1", || false));
        assert!(only(&["acme"]).wants("clients/acme.toml", "CA1", || false));
        assert!(only(&["CA4", "CA5"]).wants("clients/acme.toml", "CA5", || false));
        assert!(only(&["changed"]).wants("clients/acme.toml", "CA1", || true));
        assert!(!only(&["changed", "beta", "CA2"]).wants("clients/acme.toml", "CA1", || false));
    }
}
