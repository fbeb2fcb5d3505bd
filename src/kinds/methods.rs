//! The methodology pages: one for each measure of the book's kinds, built from the registry of
//! measures, and their index. A kind adds pages and sections of its own.

use super::edition::Edition;
use crate::measures::Measure;
use crate::pages::{Block, Column, Fact, Link, Page, Section};
use crate::present::tables::{facts, linked, row, section, sentence, table};
use crate::present::unit_name;
use crate::values::{Language, Words};

macro_rules! words {
    ($($name:ident $zh:literal $en:literal;)*) => { $(const $name: Words = Words { zh: $zh, en: $en };)* };
}

words! {
    METHODS "方法" "Methods";
    METHODS_LEAD "每个数字的公式、读法、局限与出处。" "Formula, reading, limits and source of every figure.";
    HOME "首页" "Home";
    MEASURE "指标" "Measure";
    WHAT "衡量什么" "What it measures";
    FORMULA "公式" "Formula";
    READING "怎样读" "How to read it";
    CAVEATS "局限与边界情形" "Caveats and edge cases";
    SOURCE "出处" "Source";
    ID "标识" "Id";
    UNIT "单位" "Unit";
    MODELS "模型" "Models";
}

/// What a kind of case contributes to the methodology.
#[derive(Debug)]
pub struct Methods {
    /// The kind's folder, which names its section of the index.
    pub folder: &'static str,
    /// The kind's heading.
    pub heading: Words,
    /// What its cases are measured by.
    pub measures: &'static [Measure],
    /// Pages of its own.
    pub pages: Vec<Page>,
    /// What it says of each measure beside the documentation, in the order of `measures`.
    pub notes: Vec<Option<Section>>,
}

/// Every methodology page of the book in one language.
#[must_use]
pub fn pages(edition: &Edition<'_>, kinds: Vec<Methods>) -> Vec<Page> {
    let mut pages = vec![index(edition, &kinds)];
    for kind in kinds {
        pages.extend(kind.pages);
        pages.extend(kind.measures.iter().zip(kind.notes).map(|(&measure, note)| measure_page(edition, measure, note)));
    }
    pages
}

/// The path of a measure's page, in the book's first language.
fn path(measure: Measure) -> String {
    format!("methods/{}.html", measure.id())
}

/// The pages above a methodology page.
#[must_use]
pub fn trail(edition: &Edition<'_>, page: &Page, below_index: bool) -> Vec<Link> {
    let say = |words: Words| words.get(edition.language).to_owned();
    let mut trail = vec![Link { text: say(HOME), href: page.home.clone() }];
    if below_index {
        trail.push(Link { text: say(METHODS), href: "index.html".to_owned() });
    }
    trail
}

fn index(edition: &Edition<'_>, kinds: &[Methods]) -> Page {
    let say = |words: Words| words.get(edition.language).to_owned();
    let mut page = edition.page("methods/index.html", "methods", say(METHODS));
    page.lead = say(METHODS_LEAD);
    page.description = format!("{} {}", edition.title, say(METHODS_LEAD));
    page.trail = trail(edition, &page, false);
    let own = kinds
        .iter()
        .flat_map(|kind| &kind.pages)
        .map(|own| Fact::new(&own.title, &own.lead).leading_to(own.path.rsplit('/').next().unwrap_or_default()));
    let own: Vec<Block> = facts(own.collect()).into_iter().collect();
    if !own.is_empty() {
        page.sections.push(section("models", say(MODELS), own));
    }
    page.sections.extend(kinds.iter().map(|kind| listed(edition, kind)));
    page
}

fn listed(edition: &Edition<'_>, kind: &Methods) -> Section {
    let language = edition.language;
    let say = |words: Words| words.get(language).to_owned();
    let rows = kind.measures.iter().map(|&measure| {
        let doc = measure.doc();
        let name = linked(doc.name.get(language).to_owned(), format!("{}.html", measure.id()));
        row(vec![name, doc.formula.get(language).into(), unit_name(measure.unit(), language).into()])
    });
    let columns = vec![Column::text(say(MEASURE)).wide(2), Column::text(say(FORMULA)).wide(4), Column::text(say(UNIT))];
    let heading = say(kind.heading);
    let title = match language {
        Language::Zh => format!("{heading}的指标"),
        Language::En => format!("Measures of {}", heading.to_lowercase()),
    };
    let mut listed = table(&format!("{}-measures", kind.folder), title.clone(), columns, rows.collect());
    listed.sortable = true;
    section(kind.folder, title, vec![Block::Table(listed)])
}

fn measure_page(edition: &Edition<'_>, measure: Measure, note: Option<Section>) -> Page {
    let language = edition.language;
    let say = |words: Words| words.get(language).to_owned();
    let doc = measure.doc();
    let mut page = edition.page(&path(measure), "methods", doc.name.get(language).to_owned());
    doc.formula.get(language).clone_into(&mut page.lead);
    doc.measures.get(language).clone_into(&mut page.description);
    page.trail = trail(edition, &page, true);
    let told = [
        ("what", WHAT, doc.measures),
        ("reading", READING, doc.reading),
        ("caveats", CAVEATS, doc.caveats),
        ("source", SOURCE, doc.source),
    ];
    let mut sections: Vec<Section> = told
        .into_iter()
        .map(|(id, title, text)| section(id, say(title), vec![sentence(text.get(language).to_owned())]))
        .collect();
    let unit = vec![
        Fact::new(say(ID), measure.id()),
        Fact::new(say(UNIT), unit_name(measure.unit(), language)),
        Fact::new(say(FORMULA), doc.formula.get(language)),
    ];
    sections.insert(1, section("formula", say(FORMULA), facts(unit).into_iter().collect()));
    sections.extend(note);
    page.sections = sections;
    page
}
