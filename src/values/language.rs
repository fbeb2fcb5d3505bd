//! Languages of a book and text in one or several of them.

use serde::{Deserialize, Serialize};

/// A language in which a book is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Simplified Chinese (`zh-CN`).
    Zh,
    /// English (`en`).
    En,
}

impl Language {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Language; 2] = [Language::Zh, Language::En];

    /// The short code that authors write and that stands in file names: `zh` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Language::Zh => "zh",
            Language::En => "en",
        }
    }

    /// The BCP 47 tag for `lang` attributes and PDF metadata.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Language::Zh => "zh-CN",
            Language::En => "en",
        }
    }

    /// The language's own name, for the switch on each page.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Language::Zh => "中文",
            Language::En => "English",
        }
    }
}

/// Text that an author gives either once for all languages or per language.
///
/// At least one of the two is never empty; [`Text::get`] falls back to the other language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// The Chinese wording, or empty where there is none.
    pub zh: String,
    /// The English wording, or empty where there is none.
    pub en: String,
}

impl Text {
    /// The same wording for every language.
    #[must_use]
    pub fn same(wording: &str) -> Self {
        Text { zh: wording.to_owned(), en: wording.to_owned() }
    }

    /// The wording in `language`, or in the other one where it is missing.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        let (first, second) = match language {
            Language::Zh => (&self.zh, &self.en),
            Language::En => (&self.en, &self.zh),
        };
        if first.is_empty() { second } else { first }
    }

    /// Whether no language has a wording.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.zh.is_empty() && self.en.is_empty()
    }
}

/// Wording known to the program itself, in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// The Chinese wording.
    pub zh: &'static str,
    /// The English wording.
    pub en: &'static str,
}

impl Words {
    /// The wording in `language`.
    #[must_use]
    pub const fn get(&self, language: Language) -> &'static str {
        match language {
            Language::Zh => self.zh,
            Language::En => self.en,
        }
    }
}
