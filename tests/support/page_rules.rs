//! What must hold for every page of a site, and its structure in a few lines.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used, reason = "each test file uses its own part")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use super::run::files;
use super::scan::{Document, Element, resolve};

/// The pages of a site by path.
pub type Pages = BTreeMap<String, Document>;

pub fn pages(site: &Path) -> Pages {
    let html = |path: &String| path.rsplit_once('.').is_some_and(|(_, end)| end == "html");
    files(site).into_iter().filter(html).map(|path| (path.clone(), Document::read(&site.join(path)))).collect()
}

/// Holds every rule to every page of `site`, published at `base` or nowhere.
pub fn hold_all(site: &Path, pages: &Pages, base: &str) {
    let all: BTreeSet<String> = files(site).into_iter().collect();
    let mut titles = BTreeSet::new();
    for (path, page) in pages {
        let lang = head(path, page);
        let title = page.all("title").find(|title| page.elements[title.parent].name == "head").unwrap();
        assert!(
            !title.text.trim().is_empty() && titles.insert((lang, title.text.clone())),
            "{path}: “{}” is a title twice",
            title.text
        );
        policy(path, page);
        ids(path, page);
        links(path, page, pages, &all, base);
        alternates(path, page, pages, base);
    }
}

/// Language, first heading and description.
fn head(path: &str, page: &Document) -> String {
    let lang = page.all("html").next().and_then(|html| html.attribute("lang")).unwrap_or_default();
    assert!(["zh-CN", "en"].contains(&lang), "{path}: lang {lang}");
    assert_eq!(page.all("h1").count(), 1, "{path}");
    for heading in ["h1", "h2", "h3"].iter().flat_map(|name| page.all(name)) {
        assert!(!heading.text.trim().is_empty(), "{path}: an empty heading");
    }
    assert!(page.meta("description").is_some_and(|text| !text.trim().is_empty()), "{path}: no description");
    assert!(page.meta("og:title").is_some_and(|text| !text.is_empty()), "{path}");
    lang.to_owned()
}

fn policy(path: &str, page: &Document) {
    let policy = page.meta("Content-Security-Policy").unwrap_or_default();
    assert!(policy.starts_with("default-src 'none'; style-src 'self'; script-src 'self';"), "{path}: {policy}");
    assert!(!policy.contains("unsafe") && !policy.contains('*') && !policy.contains("http"), "{path}: {policy}");
    assert_eq!(page.all("style").count() + page.all("iframe").count() + page.all("object").count(), 0, "{path}");
    for script in page.all("script") {
        assert!(script.text.trim().is_empty() && script.attribute("src").is_some(), "{path}: an inline script");
    }
    for name in page.elements.iter().flat_map(|element| element.attributes.keys()) {
        assert!(name != "style" && !name.starts_with("on"), "{path}: the attribute {name}");
    }
}

/// Ids are unique, and what refers to one finds it.
fn ids(path: &str, page: &Document) {
    let mut seen = BTreeSet::new();
    for id in page.values("id") {
        assert!(!id.is_empty() && !id.contains(char::is_whitespace), "{path}: the id “{id}”");
        assert!(seen.insert(id), "{path}: the id {id} stands twice");
    }
    for name in ["aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"] {
        for id in page.values(name).flat_map(str::split_whitespace) {
            assert!(seen.contains(id), "{path}: {name} names {id}");
        }
    }
}

fn links(path: &str, page: &Document, pages: &Pages, all: &BTreeSet<String>, base: &str) {
    for (element, href) in page.links() {
        let rel = element.attribute("rel").unwrap_or_default();
        let href =
            match href.strip_prefix(base).filter(|_| !base.is_empty() && ["canonical", "alternate"].contains(&rel)) {
                Some(own) => {
                    assert!(all.contains(own.trim_start_matches('/')), "{path}: {href}");
                    continue;
                }
                None => href,
            };
        assert!(!href.contains(':') && !href.starts_with('/'), "{path}: {href} leaves the site");
        let (target, fragment) = resolve(path, href);
        assert!(all.contains(&target), "{path}: {href} leads nowhere");
        if !fragment.is_empty() {
            let found = pages.get(&target).is_some_and(|page| page.values("id").any(|id| id == fragment));
            assert!(found, "{path}: {href} has no such fragment");
        }
    }
}

/// Every page names itself and its other languages, each of which names it in turn.
fn alternates(path: &str, page: &Document, pages: &Pages, base: &str) {
    let named = alternates_of(path, page, base);
    let own = page.all("html").next().and_then(|html| html.attribute("lang")).unwrap();
    assert_eq!(named.get(own).map(String::as_str), Some(path), "{path} does not name itself");
    for (lang, other) in &named {
        let page = &pages[other];
        assert_eq!(
            page.all("html").next().and_then(|html| html.attribute("lang")),
            Some(lang.as_str()),
            "{path}: {other}"
        );
        assert_eq!(alternates_of(other, page, base), named, "{path} and {other}");
    }
    let languages: BTreeSet<_> = pages.values().filter_map(|page| page.all("html").next()?.attribute("lang")).collect();
    assert_eq!(named.len(), languages.len(), "{path}");
}

fn alternates_of(path: &str, page: &Document, base: &str) -> BTreeMap<String, String> {
    let alternate = |link: &Element| {
        let href = link.attribute("href")?;
        let target = match href.strip_prefix(base).filter(|_| !base.is_empty()) {
            Some(own) => own.trim_start_matches('/').to_owned(),
            None => resolve(path, href).0,
        };
        Some((link.attribute("hreflang")?.to_owned(), target))
    };
    page.all("link").filter(|link| link.attribute("rel") == Some("alternate")).filter_map(alternate).collect()
}

/// Headings, kinds of blocks, captions of tables and how many rows each has.
pub fn structure(page: &Document) -> String {
    let mut out = String::new();
    for (at, element) in page.elements.iter().enumerate() {
        let inside = |name: &str| {
            page.elements
                .iter()
                .enumerate()
                .filter(|(other, found)| found.name == name && within(page, *other, at))
                .count()
        };
        let text = element.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let class = element.attribute("class").unwrap_or_default();
        let _ = match (element.name.as_str(), class) {
            ("h1", _) => writeln!(out, "# {text}"),
            ("h2", _) => writeln!(out, "## {text}"),
            ("h3", _) => writeln!(out, "### {text}"),
            ("caption", _) => {
                let (table, rows, columns) =
                    (element.parent, page.elements.iter().enumerate(), page.elements.iter().enumerate());
                let rows = rows.filter(|(other, found)| found.name == "tr" && within(page, *other, table)).count() - 1;
                let head = |found: &Element| found.attribute("scope") == Some("col");
                let columns = columns.filter(|(other, found)| head(found) && within(page, *other, table)).count();
                writeln!(out, "table “{text}”, {columns} columns, {rows} rows")
            }
            ("figcaption", _) => writeln!(out, "chart “{text}”"),
            ("dl", "facts") => writeln!(out, "facts, {}", inside("dt")),
            ("div", "prose") => writeln!(out, "prose, {} paragraphs, {} items", inside("p"), inside("li")),
            ("div", "headline") => writeln!(out, "headline, {} tiles", inside("li")),
            ("div", "derivations") => writeln!(out, "derivations, {}", inside("details")),
            ("details", "listing") => writeln!(out, "listing, {} lines", inside("span")),
            ("div", class) if class.starts_with("callout") => writeln!(out, "{class}"),
            ("ul", "downloads") => writeln!(out, "downloads, {}", inside("li")),
            _ => Ok(()),
        };
    }
    out
}

fn within(page: &Document, mut at: usize, ancestor: usize) -> bool {
    while at > 0 {
        at = page.elements[at].parent;
        if at == ancestor {
            return true;
        }
    }
    false
}
