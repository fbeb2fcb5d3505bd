//! The templates and fonts that engines work with: those compiled into this program, with what a
//! book puts in their place or adds to them. Reading a book's files is left to the caller.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// The template that a report starts from.
pub(super) const MAIN: &str = "report.typ";

/// The name under which a template reads the report.
pub(super) const DATA: &str = "data.json";

/// Where a book's own templates lie, for the place of a problem.
const FOLDER: &str = "templates/";

/// The built-in templates by file name.
const TEMPLATES: &[(&str, &str)] = &[
    ("article.typ", include_str!("../../../templates/article.typ")),
    ("blocks.typ", include_str!("../../../templates/blocks.typ")),
    ("exercise.typ", include_str!("../../../templates/exercise.typ")),
    (MAIN, include_str!("../../../templates/report.typ")),
    ("style.typ", include_str!("../../../templates/style.typ")),
];

/// The built-in fonts.
const FONTS: &[&[u8]] = &[
    include_bytes!("../../../templates/fonts/NotoSansSC-Regular.ttf"),
    include_bytes!("../../../templates/fonts/NotoSansSC-Bold.ttf"),
    include_bytes!("../../../templates/fonts/CasebookSans-Regular.ttf"),
    include_bytes!("../../../templates/fonts/CasebookSans-Italic.ttf"),
    include_bytes!("../../../templates/fonts/CasebookSans-Bold.ttf"),
];

/// Templates and fonts.
#[derive(Debug, Clone)]
pub struct Bundle {
    /// Template sources by path below the folder of templates, with `/` between the parts.
    sources: BTreeMap<String, Cow<'static, str>>,
    /// Font files, the built-in ones first.
    fonts: Vec<Cow<'static, [u8]>>,
}

impl Bundle {
    /// The built-in templates and fonts, with those of a book: `sources` by path below the book's
    /// `templates/` (`report.typ`) take the place of built-in ones or stand beside them, and
    /// `fonts`, whole TrueType or OpenType files, are used for characters that the built-in ones
    /// lack and by templates that name their families.
    #[must_use]
    pub fn new(sources: BTreeMap<String, String>, fonts: Vec<Vec<u8>>) -> Self {
        let mut all: BTreeMap<String, Cow<'static, str>> =
            TEMPLATES.iter().map(|(name, text)| ((*name).to_owned(), Cow::Borrowed(*text))).collect();
        all.extend(sources.into_iter().map(|(name, text)| (name, Cow::Owned(text))));
        let built_in = FONTS.iter().map(|font| Cow::Borrowed(*font));
        Bundle { sources: all, fonts: built_in.chain(fonts.into_iter().map(Cow::Owned)).collect() }
    }

    /// The built-in templates, for a book that wants to change them.
    #[must_use]
    pub fn templates() -> &'static [(&'static str, &'static str)] {
        TEMPLATES
    }

    /// The template sources in order of their paths.
    pub(super) fn sources(&self) -> &BTreeMap<String, Cow<'static, str>> {
        &self.sources
    }

    /// The font files in the order in which engines must load them to agree.
    pub(super) fn fonts(&self) -> &[Cow<'static, [u8]>] {
        &self.fonts
    }

    /// The path within the book at which a template is shown in problems.
    pub(super) fn place_of(path: &str) -> String {
        format!("{FOLDER}{}", path.trim_start_matches('/'))
    }
}

impl Default for Bundle {
    fn default() -> Self {
        Bundle::new(BTreeMap::new(), Vec::new())
    }
}
