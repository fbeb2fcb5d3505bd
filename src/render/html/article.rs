//! Articles as finished HTML. Every text of an author is escaped here.

use std::collections::BTreeMap;

use super::dense::{push_attribute, push_escaped, push_linked};
use crate::pages::SpanStyle;
use crate::pages::article::{Article, ArticlePart, Definition, Formula, Inline};

/// The words that articles print themselves.
pub(super) struct Words {
    /// What each kind of remark is called, by its name.
    alerts: BTreeMap<String, String>,
    /// The heading over footnotes.
    notes: String,
    /// What the way back from a footnote is called.
    back: String,
}

impl Words {
    /// Takes them from a list of words.
    pub(super) fn from_words(words: &BTreeMap<String, String>) -> Self {
        let alerts =
            words.iter().filter_map(|(key, word)| Some((key.strip_prefix("alert_")?.to_owned(), word.clone())));
        let word = |key: &str| words.get(key).cloned().unwrap_or_default();
        Words { alerts: alerts.collect(), notes: word("notes"), back: word("note_back") }
    }
}

/// How formulas are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Maths {
    /// As elements that browsers draw.
    MathMl,
    /// As the author's TeX, for filters that look for it.
    Tex,
}

/// The article as HTML.
pub(super) fn article(article: &Article, words: &Words) -> String {
    parts(&article.parts, words, Maths::MathMl)
}

/// Parts of an article as HTML.
pub(super) fn parts(parts: &[ArticlePart], words: &Words, maths: Maths) -> String {
    let mut writer = Writer { out: String::with_capacity(4096), words, maths };
    writer.parts(parts);
    writer.out
}

struct Writer<'w> {
    out: String,
    words: &'w Words,
    maths: Maths,
}

impl Writer<'_> {
    fn parts(&mut self, parts: &[ArticlePart]) {
        for part in parts {
            self.part(part);
        }
    }

    fn part(&mut self, part: &ArticlePart) {
        match part {
            ArticlePart::Heading { level, id, inlines } => self.heading(*level, id, inlines),
            ArticlePart::Paragraph { inlines } => self.wrapped("<p>", inlines, "</p>\n"),
            ArticlePart::List { first, items } => self.list(*first, items),
            ArticlePart::Table { right, head, rows } => self.table(right, head, rows),
            ArticlePart::Alert { kind, parts } => self.alert(kind, parts),
            ArticlePart::Quote { parts } => {
                self.out.push_str("<blockquote>\n");
                self.parts(parts);
                self.out.push_str("</blockquote>\n");
            }
            ArticlePart::Code { text } => {
                self.out.push_str("<pre tabindex=\"0\"><code>");
                push_escaped(&mut self.out, text);
                self.out.push_str("</code></pre>\n");
            }
            ArticlePart::Math { formula } => {
                self.out.push_str("<div class=\"math\" tabindex=\"0\">");
                self.formula(formula, ["\\[", "\\]"]);
                self.out.push_str("</div>\n");
            }
            ArticlePart::Figure { src, alt, caption } => self.figure(src, alt, caption),
            ArticlePart::Definitions { items } => self.definitions(items),
            ArticlePart::Rule => self.out.push_str("<hr>\n"),
            ArticlePart::Notes { items } => self.notes(items),
        }
    }

    /// Sections take level 2; what an article says below them begins at 3.
    fn heading(&mut self, level: u8, id: &str, inlines: &[Inline]) {
        let level = level.clamp(3, 6).to_string();
        self.out.push_str("<h");
        self.out.push_str(&level);
        push_attribute(&mut self.out, " id=\"", id);
        self.out.push('>');
        self.inlines(inlines);
        self.out.push_str("</h");
        self.out.push_str(&level);
        self.out.push_str(">\n");
    }

    fn wrapped(&mut self, open: &str, inlines: &[Inline], close: &str) {
        self.out.push_str(open);
        self.inlines(inlines);
        self.out.push_str(close);
    }

    fn list(&mut self, first: Option<u64>, items: &[Vec<ArticlePart>]) {
        match first {
            None => self.out.push_str("<ul>\n"),
            Some(1) => self.out.push_str("<ol>\n"),
            Some(first) => {
                self.out.push_str("<ol start=\"");
                self.out.push_str(&first.to_string());
                self.out.push_str("\">\n");
            }
        }
        for item in items {
            self.out.push_str("<li>");
            self.entry(item);
            self.out.push_str("</li>\n");
        }
        self.out.push_str(if first.is_some() { "</ol>\n" } else { "</ul>\n" });
    }

    /// An entry's first paragraph needs no element of its own.
    fn entry(&mut self, parts: &[ArticlePart]) {
        match parts.split_first() {
            Some((ArticlePart::Paragraph { inlines }, rest)) => {
                self.inlines(inlines);
                self.parts(rest);
            }
            _ => self.parts(parts),
        }
    }

    fn table(&mut self, right: &[bool], head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) {
        self.out.push_str("<div class=\"scroll\" tabindex=\"0\"><table class=\"");
        for (at, _) in right.iter().enumerate().filter(|(_, right)| **right).take(12) {
            self.out.push('n');
            self.out.push_str(&(at + 1).to_string());
            self.out.push(' ');
        }
        self.out.push_str("plain\"><thead><tr>");
        for cell in head {
            if cell.is_empty() {
                self.out.push_str("<td></td>");
            } else {
                self.wrapped("<th scope=\"col\">", cell, "</th>");
            }
        }
        self.out.push_str("</tr></thead><tbody>\n");
        for row in rows {
            self.out.push_str("<tr>");
            for cell in row {
                self.wrapped("<td>", cell, "</td>");
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</tbody></table></div>\n");
    }

    fn alert(&mut self, kind: &str, parts: &[ArticlePart]) {
        let tone = match kind {
            "tip" => "good",
            "warning" | "caution" => "caution",
            _ => "neutral",
        };
        push_attribute(&mut self.out, "<div role=\"note\" class=\"callout ", tone);
        self.out.push_str("><p class=\"title\">");
        push_escaped(&mut self.out, self.words.alerts.get(kind).map_or(kind, String::as_str));
        self.out.push_str("</p>\n");
        self.parts(parts);
        self.out.push_str("</div>\n");
    }

    fn figure(&mut self, src: &str, alt: &str, caption: &str) {
        self.out.push_str("<figure>");
        self.picture(src, alt);
        if !caption.is_empty() {
            self.out.push_str("<figcaption>");
            push_escaped(&mut self.out, caption);
            self.out.push_str("</figcaption>");
        }
        self.out.push_str("</figure>\n");
    }

    fn picture(&mut self, src: &str, alt: &str) {
        push_attribute(&mut self.out, "<img src=\"", src);
        self.out.push_str(" alt=\"");
        super::dense::push_quoted(&mut self.out, alt);
        self.out.push_str("\">");
    }

    fn definitions(&mut self, items: &[Definition]) {
        self.out.push_str("<dl class=\"terms\">\n");
        for item in items {
            self.wrapped("<dt>", &item.term, "</dt>");
            for meaning in &item.meanings {
                self.out.push_str("<dd>");
                self.entry(meaning);
                self.out.push_str("</dd>\n");
            }
        }
        self.out.push_str("</dl>\n");
    }

    fn notes(&mut self, items: &[Vec<ArticlePart>]) {
        self.out.push_str("<section class=\"notes\"><h3 id=\"notes\">");
        push_escaped(&mut self.out, &self.words.notes);
        self.out.push_str("</h3><ol>\n");
        for (at, item) in items.iter().enumerate() {
            let number = (at + 1).to_string();
            push_attribute(&mut self.out, "<li id=\"note-", &number);
            self.out.push('>');
            self.entry(item);
            push_attribute(&mut self.out, " <a class=\"back\" href=\"#ref-", &number);
            push_attribute(&mut self.out, " aria-label=\"", &self.words.back);
            self.out.push_str(">↩</a></li>\n");
        }
        self.out.push_str("</ol></section>\n");
    }

    /// A formula, in TeX between `marks`.
    fn formula(&mut self, formula: &Formula, marks: [&str; 2]) {
        if self.maths == Maths::Tex && formula.is_sound() {
            self.out.push_str(marks[0]);
            push_escaped(&mut self.out, &formula.tex);
            self.out.push_str(marks[1]);
        } else if formula.is_sound() {
            self.out.push_str(&formula.mathml);
        } else {
            self.out.push_str("<code>");
            push_escaped(&mut self.out, &formula.tex);
            self.out.push_str("</code>");
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text { text } => push_escaped(&mut self.out, text),
            Inline::Styled { style, inlines } => {
                let (open, close) = match style {
                    SpanStyle::Plain => ("", ""),
                    SpanStyle::Emphasis => ("<em>", "</em>"),
                    SpanStyle::Strong => ("<strong>", "</strong>"),
                    SpanStyle::Code => ("<code>", "</code>"),
                };
                self.wrapped(open, inlines, close);
            }
            Inline::Link { href, inlines } => {
                push_attribute(&mut self.out, "<a href=\"", href);
                self.wrapped(">", inlines, "</a>");
            }
            Inline::Math { formula } => self.formula(formula, ["\\(", "\\)"]),
            Inline::Picture { src, alt, .. } => self.picture(src, alt),
            Inline::Note { number } => self.mark(*number),
            Inline::Break => self.out.push_str("<br>"),
        }
    }

    fn mark(&mut self, number: usize) {
        let number = number.to_string();
        push_attribute(&mut self.out, "<sup id=\"ref-", &number);
        self.out.push('>');
        push_linked(&mut self.out, &number, &format!("#note-{number}"));
        self.out.push_str("</sup>");
    }
}
