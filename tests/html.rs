//! Pages as HTML: structure, escaping, policy, overrides and their problems.

#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

use std::collections::{BTreeMap, BTreeSet};

use casebook::pages::{Block, Callout, Cell, Fact, Facts, Listing, Page, Prose, RichCell, Tone, markdown};
use casebook::render::html::{Html, assets};
use casebook::values::{Code, Language};

#[path = "support/sample_page.rs"]
#[allow(unreachable_pub, reason = "shared with an example")]
mod sample_page;
#[path = "support/sample_questionnaire.rs"]
mod sample_questionnaire;

fn html(overrides: &[(&str, &str)]) -> Html {
    let overrides = overrides.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    Html::new(&overrides, &sample_page::frame()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn rendered(language: Language) -> String {
    html(&[]).render(&sample_page::page(language)).unwrap()
}

/// The tags of a page without text, one a line: its structure.
fn structure(html: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for part in html.split('<').skip(1) {
        let tag = part.split('>').next().unwrap_or_default();
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        let kept = [
            "main", "nav", "header", "footer", "section", "h1", "h2", "h3", "table", "caption", "figure", "details",
            "dl", "svg",
        ];
        if kept.contains(&name) && lines.last() != Some(&tag) {
            lines.push(tag);
        }
    }
    lines.join("\n")
}

fn ids(html: &str) -> Vec<&str> {
    html.split(" id=\"").skip(1).filter_map(|part| part.split('"').next()).collect()
}

#[test]
fn structure_is_as_reviewed() {
    insta::assert_snapshot!("structure_zh", structure(&rendered(Language::Zh)));
    insta::assert_snapshot!("structure_en", structure(&rendered(Language::En)));
}

#[test]
fn head_is_as_reviewed() {
    let page = rendered(Language::Zh);
    insta::assert_snapshot!("head_zh", page.split("</header>").next().unwrap_or_default());
}

#[test]
fn ids_are_unique_and_fragments_lead_somewhere() {
    for language in Language::ALL {
        let page = rendered(language);
        let all = ids(&page);
        let unique: BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!(all.len(), unique.len());
        for fragment in page.split("href=\"#").skip(1).filter_map(|part| part.split('"').next()) {
            assert!(unique.contains(fragment), "#{fragment}");
        }
    }
}

#[test]
fn nothing_is_inline_and_nothing_foreign() {
    let page = rendered(Language::En);
    assert!(page.contains("default-src 'none'"));
    for banned in [" style=", "<style", "javascript:", " onclick", " onload", "src=\"http", "<iframe", "<script>"] {
        assert!(!page.contains(banned), "{banned}");
    }
    assert_eq!(page.matches("<script").count(), 2);
    assert_eq!(page.matches("<h1").count(), 1);
}

fn hostile(page: &mut Page) {
    let evil = "<script>alert('&\")</script>".to_owned();
    page.title.clone_from(&evil);
    page.lead.clone_from(&evil);
    page.description.clone_from(&evil);
    page.trail[0].text.clone_from(&evil);
    page.sections[0].title.clone_from(&evil);
    page.sections[0].blocks.extend([
        Block::Callout(Callout { tone: Tone::Bad, title: evil.clone(), text: evil.clone(), items: vec![evil.clone()] }),
        Block::Facts(Facts { items: vec![Fact::new(&evil, &evil).leading_to(&evil)] }),
        Block::Prose(Prose { parts: markdown::parse(&format!("x {evil} [a](javascript:alert(1)) [b](#\"><i>)")) }),
        Block::Listing(Listing { id: "evil".into(), title: evil.clone(), lines: vec![] }),
    ]);
    for section in &mut page.sections {
        for block in &mut section.blocks {
            match block {
                Block::Table(table) => {
                    table.caption.clone_from(&evil);
                    table.columns[0].label.clone_from(&evil);
                    table.rows[1].cells[1] = Cell::Plain(evil.clone());
                    table.rows[1].cells[2] = Cell::Rich(RichCell {
                        text: evil.clone(),
                        href: evil.clone(),
                        note: evil.clone(),
                        sort: evil.clone(),
                        ..RichCell::default()
                    });
                }
                Block::Derivations(all) => {
                    all.measures[0].title.clone_from(&evil);
                    let figure = &mut all.measures[0].figures[0];
                    for text in [&mut figure.period, &mut figure.calculation, &mut figure.result] {
                        text.clone_from(&evil);
                    }
                    let input = all.measures[0].figures[0].inputs[0];
                    let input = &mut all.inputs[input];
                    for text in [&mut input.label, &mut input.place, &mut input.href] {
                        text.clone_from(&evil);
                    }
                }
                Block::Listing(listing) => listing.lines.push(evil.clone()),
                Block::Headline(headline) => headline.statement.clone_from(&evil),
                _ => {}
            }
        }
    }
}

#[test]
fn hostile_text_stays_text() {
    let mut page = sample_page::page(Language::En);
    hostile(&mut page);
    let html = html(&[]).render(&page).unwrap();
    assert_eq!(html.matches("<script").count(), 2, "only the site's own");
    assert!(html.matches("&lt;script&gt;").count() > 30);
    assert!(!html.contains("javascript:") && !html.contains("<i>"), "a link or tag got through");
}

#[test]
fn a_book_replaces_one_block_and_one_word() {
    let html = html(&[
        ("blocks/heading.html", "<h3 class=\"own\">{{ block.text }}</h3>"),
        ("locales/en.toml", "skip = \"Jump\""),
    ]);
    let page = html.render(&sample_page::page(Language::En)).unwrap();
    assert!(page.contains("<h3 class=\"own\">Every measure</h3>") && page.contains(">Jump</a>"));
}

#[test]
fn all_broken_templates_are_reported_with_their_place() {
    let overrides = BTreeMap::from([
        ("page.html".to_owned(), "{% if %}".to_owned()),
        ("base.html".to_owned(), "中 {{ a b }}".to_owned()),
        ("locales/zh.toml".to_owned(), "skip = 1".to_owned()),
    ]);
    let problems = Html::new(&overrides, &sample_page::frame()).err().unwrap();
    assert_eq!(problems.len(), 3, "{problems:?}");
    assert!(
        problems.iter().all(|problem| problem.code == Code::TemplateError && problem.place.span.is_some()),
        "{problems:?}"
    );
}

#[test]
fn an_unknown_filter_has_a_place() {
    let text = "<p>中文</p>\n{{ page.title | shout }}";
    let overrides = BTreeMap::from([("page.html".to_owned(), text.to_owned())]);
    let problems = Html::new(&overrides, &sample_page::frame()).err().unwrap();
    let span = problems[0].place.span.unwrap();
    assert!(text[span.start..span.end].contains("shout"), "{problems:?}");
    assert_eq!(problems[0].place.file, "templates/page.html");
}

#[test]
fn a_failing_template_names_file_and_page() {
    let html = html(&[("page.html", "{{ page.nothing.at_all }}")]);
    let problem = html.render(&sample_page::page(Language::En)).unwrap_err();
    assert_eq!(problem.place.file, "templates/page.html");
    assert!(problem.message.contains("en/clients/lanhe.html") && problem.message.contains("Lanhe"), "{problem:?}");
}

#[test]
fn assets_can_be_replaced() {
    let overrides = BTreeMap::from([("style.css".to_owned(), "p{}".to_owned())]);
    let files = assets(&overrides);
    let style = files.iter().find(|(name, _)| *name == "style.css").unwrap();
    assert_eq!(&*style.1, b"p{}");
}

#[test]
fn questionnaires_are_forms_that_hold_an_authors_text_as_text() {
    let mark = " <b onclick=\"x\">&";
    for language in Language::ALL {
        let mut page = sample_page::page(language);
        page.sections[0].blocks.push(sample_questionnaire::questionnaire(language, mark));
        let html = html(&[]).render(&page).unwrap();
        assert!(!html.contains("<b onclick") && !html.contains(" style=") && !html.contains("<script>"));
        let all = ids(&html);
        assert_eq!(all.len(), all.iter().collect::<BTreeSet<_>>().len(), "an id stands twice");
        // Two scales for each statement, one for the question; a legend for each and for the points.
        assert_eq!(html.matches("type=\"radio\"").count(), 22 * 2 * 7 + 7);
        assert_eq!(html.matches("<fieldset").count(), 24);
        assert_eq!(html.matches("<legend>").count(), 24);
        assert!(html.contains("<noscript>") && html.contains("questionnaire.js\" defer"));
    }
}
