//! Warnings about all cases of a kind together, found while the cases pass one by one.

use std::sync::{Mutex, PoisonError};

use crate::kinds::book::{BOOK_FILE, Book};
use crate::kinds::kind::{CaseKind, Work};
use crate::load::{Folder, tree};
use crate::values::{Problem, Severity};

/// What was seen of the cases of a kind so far.
pub struct Together<'b, K: CaseKind> {
    book: &'b Book,
    tally: Mutex<K::Tally>,
}

impl<'b, K: CaseKind> Together<'b, K> {
    /// Nothing seen yet.
    #[must_use]
    pub fn of(book: &'b Book) -> Self {
        Together { book, tally: Mutex::default() }
    }

    /// Adds a case, from any thread.
    pub fn add(&self, work: &Work<'_, K>) {
        if let Some(glance) = K::glance(work, self.book) {
            K::add(&mut self.tally.lock().unwrap_or_else(PoisonError::into_inner), &glance, self.book);
        }
    }

    /// The warnings about all cases; none where `found` holds an error, since then some case was not seen.
    #[must_use]
    pub fn doubts(self, folder: &Folder, found: &[Problem]) -> Vec<Problem> {
        if found.iter().any(|problem| problem.severity == Severity::Error) {
            return Vec::new();
        }
        let Ok(source) = folder.read(BOOK_FILE) else { return Vec::new() };
        let Ok(tree) = tree::parse(&source) else { return Vec::new() };
        K::doubts(self.tally.into_inner().unwrap_or_else(PoisonError::into_inner), self.book, &source, &tree)
    }
}
