//! `sitemap.xml`: every page with its other languages, for search engines.

use super::dense::push_quoted;
use crate::pages::Page;

/// What a sitemap says of one page. Small, so that one can be kept for each of many pages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SitemapEntry {
    /// The page's path below the output folder.
    pub path: String,
    /// Language and path of the page in each language, itself included.
    pub alternates: Vec<(&'static str, String)>,
}

impl SitemapEntry {
    /// The entry of a page.
    #[must_use]
    pub fn of(page: &Page) -> Self {
        let alternates = page.alternates.iter().map(|other| (other.lang, resolve(&page.path, &other.href))).collect();
        SitemapEntry { path: page.path.clone(), alternates }
    }
}

/// The sitemap of a site published at `base_url`, which has no slash at its end. Addresses in a
/// sitemap must be absolute, so that a book without one has no sitemap.
#[must_use]
pub fn sitemap(base_url: &str, entries: &[SitemapEntry]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for entry in entries {
        out.push_str("<url><loc>");
        push_url(&mut out, base_url, &entry.path);
        out.push_str("</loc>");
        for (lang, path) in &entry.alternates {
            out.push_str("<xhtml:link rel=\"alternate\" hreflang=\"");
            push_quoted(&mut out, lang);
            out.push_str("\" href=\"");
            push_url(&mut out, base_url, path);
            out.push_str("\"/>");
        }
        out.push_str("</url>\n");
    }
    out.push_str("</urlset>\n");
    out
}

fn push_url(out: &mut String, base_url: &str, path: &str) {
    push_quoted(out, base_url);
    out.push('/');
    push_quoted(out, path);
}

/// The path that a relative reference `href` on the page at `path` leads to.
pub(super) fn resolve(path: &str, href: &str) -> String {
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            name => parts.push(name),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_resolve_against_their_page() {
        assert_eq!(resolve("en/clients/a.html", "../../zh/clients/a.html"), "zh/clients/a.html");
        assert_eq!(resolve("a.html", "b.html"), "b.html");
        assert_eq!(resolve("en/a.html", "./a.html"), "en/a.html");
    }

    #[test]
    fn entries_are_absolute_and_escaped() {
        let entry = SitemapEntry { path: "en/a&b.html".into(), alternates: vec![("zh-CN", "zh/a&b.html".into())] };
        let map = sitemap("https://example.org", &[entry]);
        assert!(map.contains("<loc>https://example.org/en/a&amp;b.html</loc>"), "{map}");
        assert!(map.contains("hreflang=\"zh-CN\" href=\"https://example.org/zh/a&amp;b.html\""), "{map}");
    }
}
