//! What stands around every page of a site: its title, navigation, and the templates' own words.
//!
//! A frame is plain data. Whoever builds the site fills it once; the renderer prints it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::values::Language;

/// What stands around every page, in each language of the book.
#[derive(Debug, Clone, Default)]
pub struct SiteFrame {
    /// Where the site will be published, without a slash at the end; empty where unknown. Only
    /// canonical links, previews and the sitemap need it.
    pub base_url: String,
    /// One for each language of the book, the book's first language first.
    pub languages: Vec<LanguageFrame>,
}

/// What stands around every page in one language.
#[derive(Debug, Clone, Serialize)]
pub struct LanguageFrame {
    /// The language's BCP 47 tag, by which a page finds its frame.
    pub lang: &'static str,
    /// The site's title.
    pub title: String,
    /// The entries of the navigation.
    pub navigation: Vec<NavEntry>,
    /// A sentence for the foot of each page, after the templates' own; may be empty.
    pub notice: String,
    /// Words that replace the templates' own, by key; usually empty.
    pub words: BTreeMap<String, String>,
}

/// An entry of the navigation.
#[derive(Debug, Clone, Serialize)]
pub struct NavEntry {
    /// The area whose pages mark this entry as current: [`super::Page::area`].
    pub area: &'static str,
    /// What it says.
    pub label: String,
    /// The page's path below the output folder, like [`super::Page::path`].
    pub path: String,
}

impl LanguageFrame {
    /// A frame in `language` without navigation.
    #[must_use]
    pub fn new(language: Language, title: impl Into<String>) -> Self {
        LanguageFrame {
            lang: language.tag(),
            title: title.into(),
            navigation: Vec::new(),
            notice: String::new(),
            words: BTreeMap::new(),
        }
    }

    /// The same frame with one more entry in its navigation.
    #[must_use]
    pub fn entry(mut self, area: &'static str, label: impl Into<String>, path: impl Into<String>) -> Self {
        self.navigation.push(NavEntry { area, label: label.into(), path: path.into() });
        self
    }
}
