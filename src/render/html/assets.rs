//! Files that pages refer to: stylesheet, script, icon, fonts.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// Path below the output folder and content of every file that pages need beside themselves. A
/// book's own text of the same name replaces `style.css`, `site.js`, `search.js`, `questionnaire.js`, `exercise.js` or
/// `favicon.svg`.
#[must_use]
pub fn assets(overrides: &BTreeMap<String, String>) -> Vec<(&'static str, Cow<'static, [u8]>)> {
    FILES
        .iter()
        .map(|&(name, bytes)| match overrides.get(name) {
            Some(own) => (name, own.clone().into_bytes().into()),
            None => (name, bytes.into()),
        })
        .collect()
}

macro_rules! files {
    ($($name:literal)*) => { &[$(($name, include_bytes!(concat!("../../../templates/", $name)))),*] };
}

const FILES: &[(&str, &[u8])] = files! {
    "style.css" "site.js" "search.js" "questionnaire.js" "exercise.js" "favicon.svg" "fonts/NotoSansSC-Regular.woff2" "fonts/NotoSansSC-Bold.woff2"
};
