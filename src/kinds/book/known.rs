//! What cases are checked against, read from a settings file that may be broken elsewhere.

use jiff::civil::Date;
use toml::de::DeValue;

use super::Settings;
use crate::kinds::case_file::Frame;
use crate::kinds::currency;
use crate::load::Source;
use crate::load::fields::Day;
use crate::load::tree::{self, Tree};
use crate::values::Language;

/// The settings that cases are checked against, each where it is sound.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// The date of the reports.
    pub as_of: Option<Date>,
    /// The date that the book itself names.
    pub own: Option<Date>,
    /// Currency of amounts for which no other is given.
    pub currency: Option<String>,
    /// The languages.
    pub languages: Vec<Language>,
}

impl Known {
    /// What a broken settings file still says.
    pub(super) fn of(source: &Source) -> Self {
        let tree = tree::recover(source);
        let code = value(&tree, "currency").and_then(DeValue::as_str).filter(|code| currency::is_code(code));
        let as_of = as_of(&tree);
        Known { as_of, own: as_of, currency: code.map(ToOwned::to_owned), languages: languages(&tree) }
    }

    /// What cases are checked against.
    #[must_use]
    pub fn frame(&self) -> Frame<'_> {
        Frame { as_of: self.as_of, own: self.own, currency: self.currency.as_deref(), languages: &self.languages }
    }
}

impl From<&Settings> for Known {
    fn from(settings: &Settings) -> Self {
        Known {
            as_of: Some(settings.as_of),
            own: Some(settings.own_as_of),
            currency: Some(settings.currency.clone()),
            languages: settings.languages.clone(),
        }
    }
}

fn value<'t, 's>(tree: &'t Tree<'s>, key: &str) -> Option<&'t DeValue<'s>> {
    tree.get_ref().get(key).map(toml::Spanned::get_ref)
}

fn as_of(tree: &Tree<'_>) -> Option<Date> {
    let text = match value(tree, "as_of")? {
        DeValue::Datetime(date) => date.to_string(),
        DeValue::String(text) => text.to_string(),
        _ => return None,
    };
    Day::parse(&text).ok().map(|day| day.0)
}

fn languages(tree: &Tree<'_>) -> Vec<Language> {
    let listed = value(tree, "languages").and_then(DeValue::as_array);
    let codes = listed.into_iter().flat_map(|list| list.iter()).filter_map(|code| code.get_ref().as_str());
    codes.filter_map(|code| Language::ALL.into_iter().find(|language| language.code() == code)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_file_still_says_what_it_can() {
        let source = Source::new(
            "casebook.toml",
            "title = \nas_of = 2024-03-31\ncurrency = \"cny\"\nlanguages = [\"en\", \"fr\"]\n",
        );
        let known = Known::of(&source);
        assert_eq!(known.as_of, Some(jiff::civil::date(2024, 3, 31)));
        assert_eq!((known.currency, known.languages), (None, vec![Language::En]));
    }
}
