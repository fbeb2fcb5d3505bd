//! What templates see of a page: its own fields, and blocks with their dense parts written out.

use serde::Serialize;
use tera::Value;

use super::article::Maths;
use super::dense::{self, Words};
use crate::pages::article::ArticlePart;
use crate::pages::exercise::{Exercise, ExerciseWords, Task};
use crate::pages::frame::{LanguageFrame, NavEntry};
use crate::pages::{
    Alternate, Block, Callout, Chart, Fact, Headline, Link, Outline, Page, Questionnaire, Section, Turning,
};

#[derive(Serialize)]
struct PageView<'a> {
    lang: &'a str,
    path: &'a str,
    root: &'a str,
    home: &'a str,
    title: &'a str,
    lead: &'a str,
    description: &'a str,
    area: &'a str,
    contents: bool,
    /// Whether there is another language to switch to.
    switches: bool,
    /// The page's absolute address, or empty where the site's is unknown.
    canonical: String,
    trail: &'a [Link],
    downloads: &'a [Link],
    alternates: Vec<AlternateView<'a>>,
    sections: Vec<SectionView<'a>>,
}

#[derive(Serialize)]
struct AlternateView<'a> {
    lang: &'a str,
    name: &'a str,
    href: &'a str,
    /// Absolute where the site's address is known, as search engines want it.
    url: String,
    current: bool,
}

#[derive(Serialize)]
struct SectionView<'a> {
    id: &'a str,
    title: &'a str,
    blocks: Vec<BlockView<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "block", rename_all = "snake_case")]
enum BlockView<'a> {
    Prose {
        html: Value,
    },
    Headline(&'a Headline),
    Facts {
        items: &'a [Fact],
    },
    Table {
        id: &'a str,
        caption: &'a str,
        /// Whether the words above the table already say its caption, which is then only heard.
        told: bool,
        note: &'a str,
        classes: &'a str,
        sortable: bool,
        columns: Vec<&'a str>,
        rows: Value,
    },
    Chart(ChartView<'a>),
    Callout(&'a Callout),
    Derivations {
        measures: Value,
    },
    Listing {
        id: &'a str,
        title: &'a str,
        lines: Value,
    },
    Heading {
        id: &'a str,
        text: &'a str,
    },
    Questionnaire(&'a Questionnaire),
    Article {
        html: Value,
    },
    Outline(&'a Outline),
    Turning(&'a Turning),
    Exercise(Box<ExerciseView<'a>>),
}

/// An exercise with its long texts written out.
#[derive(Serialize)]
struct ExerciseView<'a> {
    id: &'a str,
    task: &'a Task,
    words: &'a ExerciseWords,
    /// The seals of a number, with spaces between them.
    marks: String,
    /// The seals of slips, each with its sealed remark behind a colon, with spaces between them.
    slips: String,
    prompt: Value,
    hint: Value,
    method: Value,
    key: bool,
    answers: &'a [String],
    answer: Value,
    guide: Value,
}

#[derive(Serialize)]
struct ChartView<'a> {
    id: &'a str,
    title: &'a str,
    alt: &'a str,
    table: &'a str,
    legend: &'a [crate::pages::LegendEntry],
    svg: Value,
}

#[derive(Serialize)]
struct SiteView<'a> {
    title: &'a str,
    notice: &'a str,
    navigation: &'a [NavEntry],
    /// The language as the Open Graph protocol writes it.
    locale: &'static str,
    /// What the search looks through, below the output folder.
    search: String,
}

/// What templates see as `page`.
pub(super) fn page(page: &Page, base_url: &str, words: &Words) -> Value {
    Value::from_serializable(&PageView {
        lang: page.lang,
        path: &page.path,
        root: &page.root,
        home: &page.home,
        title: &page.title,
        lead: &page.lead,
        description: &page.description,
        area: page.area,
        contents: page.contents,
        switches: page.alternates.len() > 1,
        canonical: if base_url.is_empty() { String::new() } else { format!("{base_url}/{}", page.path) },
        trail: &page.trail,
        downloads: &page.downloads,
        alternates: page.alternates.iter().map(|other| alternate(other, page, base_url)).collect(),
        sections: page.sections.iter().map(|part| section(part, words)).collect(),
    })
}

/// What templates see as `site`.
pub(super) fn site(frame: &LanguageFrame) -> Value {
    Value::from_serializable(&SiteView {
        title: &frame.title,
        notice: &frame.notice,
        navigation: &frame.navigation,
        locale: if frame.lang.starts_with("zh") { "zh_CN" } else { "en_US" },
        search: crate::render::search::search_path(frame.lang),
    })
}

fn alternate<'a>(other: &'a Alternate, page: &Page, base_url: &str) -> AlternateView<'a> {
    let url = if base_url.is_empty() {
        other.href.clone()
    } else {
        format!("{base_url}/{}", super::sitemap::resolve(&page.path, &other.href))
    };
    AlternateView { lang: other.lang, name: other.name, href: &other.href, url, current: other.current }
}

fn section<'a>(section: &'a Section, words: &Words) -> SectionView<'a> {
    let mut above = section.title.as_str();
    let mut blocks = Vec::with_capacity(section.blocks.len());
    for part in &section.blocks {
        blocks.push(block(part, above, words));
        above = title(part).unwrap_or(above);
    }
    SectionView { id: &section.id, title: &section.title, blocks }
}

/// The words that a block sets above itself.
fn title(block: &Block) -> Option<&str> {
    match block {
        Block::Table(table) => Some(&table.caption),
        Block::Chart(chart) => Some(&chart.title),
        Block::Heading(heading) => Some(&heading.text),
        _ => None,
    }
}

/// A block as templates see it; `above` are the words last set above it.
fn block<'a>(block: &'a Block, above: &str, words: &Words) -> BlockView<'a> {
    match block {
        Block::Prose(prose) => BlockView::Prose { html: safe(&dense::prose(prose)) },
        Block::Headline(headline) => BlockView::Headline(headline),
        Block::Facts(facts) | Block::Fields(facts) => BlockView::Facts { items: &facts.items },
        Block::Table(table) => BlockView::Table {
            id: &table.id,
            caption: &table.caption,
            told: table.caption == above,
            note: &table.note,
            classes: &table.classes,
            sortable: table.sortable,
            columns: table.columns.iter().map(|column| column.label.as_str()).collect(),
            rows: safe(&dense::rows(table, words)),
        },
        Block::Chart(chart) => BlockView::Chart(self::chart(chart)),
        Block::Callout(callout) => BlockView::Callout(callout),
        Block::Derivations(all) => BlockView::Derivations { measures: safe(&dense::derivations(all, words)) },
        Block::Listing(listing) => {
            BlockView::Listing { id: &listing.id, title: &listing.title, lines: safe(&dense::lines(listing)) }
        }
        Block::Heading(heading) => BlockView::Heading { id: &heading.id, text: &heading.text },
        Block::Questionnaire(questionnaire) => BlockView::Questionnaire(questionnaire),
        Block::Article(article) => BlockView::Article { html: safe(&super::article::article(article, &words.article)) },
        Block::Outline(outline) => BlockView::Outline(outline),
        Block::Turning(turning) => BlockView::Turning(turning),
        Block::Exercise(exercise) => BlockView::Exercise(Box::new(self::exercise(exercise, words))),
    }
}

fn exercise<'a>(exercise: &'a Exercise, words: &Words) -> ExerciseView<'a> {
    let written = |parts: &[ArticlePart]| safe(&super::article::parts(parts, &words.article, Maths::MathMl));
    let key = exercise.key.as_ref();
    let (marks, slips) = match &exercise.task {
        Task::Number { marks, slips, .. } => {
            let slips = slips.iter().map(|slip| format!("{}:{}", slip.mark, slip.remark));
            (marks.join(" "), slips.collect::<Vec<_>>().join(" "))
        }
        _ => Default::default(),
    };
    ExerciseView {
        id: &exercise.id,
        task: &exercise.task,
        words: &exercise.words,
        marks,
        slips,
        prompt: written(&exercise.prompt),
        hint: written(&exercise.hint),
        method: written(&exercise.method),
        key: key.is_some(),
        answers: key.map_or(&[], |key| &key.answers),
        answer: written(key.map_or(&[], |key| &key.answer)),
        guide: written(key.map_or(&[], |key| &key.guide)),
    }
}

fn chart(chart: &Chart) -> ChartView<'_> {
    ChartView {
        id: &chart.id,
        title: &chart.title,
        alt: &chart.alt,
        table: &chart.table,
        legend: &chart.legend,
        svg: safe(&chart.svg),
    }
}

fn safe(html: &str) -> Value {
    Value::safe_string(html)
}
