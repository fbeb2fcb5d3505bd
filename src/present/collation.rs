//! The order of names: by pinyin in Chinese, by letters in English.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

use crate::values::Language;

/// Compares names as readers of a language expect.
pub struct Collation(Option<CollatorBorrowed<'static>>);

impl Collation {
    /// The order of `language`.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let locale = match language {
            Language::Zh => locale!("zh-u-co-pinyin"),
            Language::En => locale!("en"),
        };
        Collation(Collator::try_new(locale.into(), CollatorOptions::default()).ok())
    }

    /// Which of two names comes first.
    #[must_use]
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        self.0.as_ref().map_or_else(|| one.cmp(other), |collator| collator.compare(one, other))
    }
}
