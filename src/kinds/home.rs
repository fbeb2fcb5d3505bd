//! The first page of the book: each kind's part, and where to read on.

use super::edition::Edition;
use super::kind::HomePart;
use crate::pages::number::date;
use crate::pages::{Fact, Page};
use crate::present::tables::{facts, prose, section};
use crate::values::Words;

macro_rules! words {
    ($($name:ident $zh:literal $en:literal;)*) => { $(const $name: Words = Words { zh: $zh, en: $en };)* };
}

words! {
    METHODS "方法" "Methods";
    ALL_METHODS "全部方法" "All methods";
    ABOUT "关于" "About";
    AS_OF "报告日" "As of";
    ISSUED "出具" "Issued by";
}

/// What the home page is called.
pub const NAME: Words = Words { zh: "首页", en: "Home" };

/// The home page of the book in one language.
#[must_use]
pub fn home(edition: &Edition<'_>, description: &str, parts: Vec<HomePart>) -> Page {
    let say = |words: Words| words.get(edition.language).to_owned();
    let mut page = edition.page("index.html", "home", edition.title.to_owned());
    page.lead = format!("{} {}", say(AS_OF), date(edition.as_of, edition.language));
    page.description =
        if description.is_empty() { format!("{} · {}", edition.title, edition.as_of) } else { description.to_owned() };
    page.contents = false;
    let mut about = Vec::new();
    for part in parts {
        page.sections.extend(part.sections);
        page.downloads.extend(part.downloads);
        about.extend(part.facts);
    }
    if let (Some(first), Some(prose)) = (page.sections.first_mut(), prose(description)) {
        first.blocks.insert(0, prose);
    }
    about.push(Fact::new(say(METHODS), say(ALL_METHODS)).leading_to("methods/index.html"));
    about.push(Fact::new(say(ISSUED), edition.author));
    page.sections.push(section("about", say(ABOUT), facts(about).into_iter().collect()));
    page
}
