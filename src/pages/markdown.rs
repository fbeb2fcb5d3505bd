//! An author's Markdown as running text of the document model.
//!
//! Kept: paragraphs, lists, emphasis, strong, code, and links that lead to the web, to mail or to
//! another place of the book. Headings become strong paragraphs. Raw HTML is shown as the text
//! that it is, and a link of any other scheme keeps only its words.
//!
//! `CommonMark` does not close `**重点。**后文`, because the closing stars follow punctuation and
//! precede a letter; Chinese has no space there. Stars are therefore paired before parsing, and a
//! joiner on the inner side of each pair makes the parser see a letter there; it is taken out of
//! the text again.

use std::borrow::Cow;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{ProsePart, Span, SpanStyle};

/// Stands for a letter beside stars. Unicode reserves it as a noncharacter, so that no text holds it.
pub(super) const JOINER: char = '\u{FDD0}';

/// The parts of `text`, in order; empty for blank text. Any text is accepted.
#[must_use]
pub fn parse(text: &str) -> Vec<ProsePart> {
    let mut reader = Reader::default();
    for event in Parser::new_ext(&join_stars(text), Options::empty()) {
        reader.read(event);
    }
    reader.flush();
    reader.parts
}

#[derive(Default)]
struct Reader {
    parts: Vec<ProsePart>,
    spans: Vec<Span>,
    /// Open lists, outermost first; nested ones are folded into the outermost.
    lists: Vec<bool>,
    items: Vec<Vec<Span>>,
    emphasis: usize,
    strong: usize,
    links: Vec<String>,
}

impl Reader {
    fn read(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.push(&text, None),
            Event::Code(text) => self.push(&text, Some(SpanStyle::Code)),
            Event::SoftBreak => self.soften(),
            Event::HardBreak => self.push(" ", None),
            Event::Rule => self.flush(),
            // Only sent for extensions that are not switched on.
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::List(first) => {
                self.flush();
                self.lists.push(first.is_some());
            }
            Tag::Item | Tag::CodeBlock(_) | Tag::HtmlBlock => self.flush(),
            Tag::Paragraph if self.lists.is_empty() => self.flush(),
            // A second paragraph of the same list item continues its first.
            Tag::Paragraph if !self.spans.is_empty() => self.push(" ", None),
            Tag::Heading { .. } => {
                self.flush();
                self.strong += 1;
            }
            Tag::Emphasis => self.emphasis += 1,
            Tag::Strong => self.strong += 1,
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => self.links.push(safe(&dest_url).to_owned()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::List(_) => self.end_list(),
            TagEnd::Item | TagEnd::CodeBlock | TagEnd::HtmlBlock => self.flush(),
            TagEnd::Paragraph if self.lists.is_empty() => self.flush(),
            TagEnd::Heading(_) => {
                self.flush();
                self.strong = self.strong.saturating_sub(1);
            }
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Link | TagEnd::Image => drop(self.links.pop()),
            _ => {}
        }
    }

    fn end_list(&mut self) {
        self.flush();
        let numbered = self.lists.pop().unwrap_or(false);
        if self.lists.is_empty() && !self.items.is_empty() {
            let items = std::mem::take(&mut self.items);
            self.parts.push(if numbered { ProsePart::Numbers { items } } else { ProsePart::Bullets { items } });
        }
    }

    /// Ends the paragraph or list item at hand.
    fn flush(&mut self) {
        let mut spans = std::mem::take(&mut self.spans);
        if let Some(last) = spans.last_mut() {
            last.text.truncate(last.text.trim_end().len());
        }
        if spans.iter().all(|span| span.text.trim().is_empty()) {
            return;
        }
        if self.lists.is_empty() {
            self.parts.push(ProsePart::Paragraph { spans });
        } else {
            self.items.push(spans);
        }
    }

    /// A line end within a paragraph: a space, but none between two Chinese characters.
    fn soften(&mut self) {
        let wide = self.spans.last().and_then(|span| span.text.chars().last()).is_some_and(is_wide);
        if !wide {
            self.push(" ", None);
        }
    }

    fn push(&mut self, text: &str, style: Option<SpanStyle>) {
        let style = style.unwrap_or(match (self.strong > 0, self.emphasis > 0) {
            (true, _) => SpanStyle::Strong,
            (_, true) => SpanStyle::Emphasis,
            _ => SpanStyle::Plain,
        });
        let href = self.links.last().map_or("", String::as_str);
        append(&mut self.spans, text, style, href);
    }
}

/// Adds text, to the last span where that looks the same.
fn append(spans: &mut Vec<Span>, text: &str, style: SpanStyle, href: &str) {
    let text = text.replace(JOINER, "");
    match spans.last_mut() {
        Some(last) if last.style == style && last.href == href => last.text.push_str(&text),
        _ if text.is_empty() => {}
        _ => spans.push(Span { text, style, href: href.to_owned() }),
    }
}

/// Puts a joiner on the inner side of each pair of `**` that has punctuation there.
pub(super) fn join_stars(text: &str) -> Cow<'_, str> {
    if !text.contains("**") {
        return text.into();
    }
    text.split_inclusive("\n\n").map(join_paragraph).collect::<String>().into()
}

/// The same for one paragraph. Stars in code and escaped stars are left alone.
fn join_paragraph(text: &str) -> String {
    let mut joined = String::with_capacity(text.len() + 16);
    let mut open = false;
    let mut rest = text;
    while let Some(at) = rest.find(['*', '`', '\\']) {
        joined.push_str(&rest[..at]);
        let (mark, after) = rest[at..].split_at(mark_length(&rest[at..]));
        let (before, next) = (joined.chars().next_back(), after.chars().next());
        let joins = mark == "**" && if open { is_tight(before) } else { is_tight(next) };
        if joins && open && needs_joiner(before) {
            joined.push(JOINER);
        }
        joined.push_str(mark);
        if joins && !open && needs_joiner(next) {
            joined.push(JOINER);
        }
        open ^= joins;
        rest = after;
    }
    joined.push_str(rest);
    joined
}

/// How many bytes belong together at the start of `text`: a run of stars, an escape, or code.
fn mark_length(text: &str) -> usize {
    let run = |mark: char| text.len() - text.trim_start_matches(mark).len();
    if text.starts_with('*') {
        return run('*');
    }
    if let Some(escaped) = text.strip_prefix('\\') {
        return 1 + escaped.chars().next().map_or(0, char::len_utf8);
    }
    let ticks = run('`');
    text[ticks..].find(&text[..ticks]).map_or(ticks, |end| ticks + end + ticks)
}

fn is_tight(neighbour: Option<char>) -> bool {
    neighbour.is_some_and(|letter| !letter.is_whitespace())
}

fn needs_joiner(neighbour: Option<char>) -> bool {
    neighbour.is_some_and(|letter| !letter.is_alphanumeric())
}

/// The target of a link where it is harmless, else nothing.
#[must_use]
pub fn safe(target: &str) -> &str {
    let target = target.trim();
    let scheme = target.split(['/', '?', '#']).next().and_then(|start| start.split_once(':')).map(|(scheme, _)| scheme);
    let known = |scheme: &str| ["http", "https", "mailto"].iter().any(|name| scheme.eq_ignore_ascii_case(name));
    let clean = !target.chars().any(char::is_control) && !target.starts_with("//");
    if clean && scheme.is_none_or(known) { target } else { "" }
}

/// Whether a character is written without spaces around it.
pub(super) const fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A compact picture of the parts: `*e*`, `[s]` for strong, `` `c` ``, `(words→href)`.
    fn picture(text: &str) -> Vec<String> {
        let line = |spans: &[Span]| spans.iter().map(picture_of).collect::<String>();
        let mut lines = Vec::new();
        for part in parse(text) {
            match part {
                ProsePart::Paragraph { spans } => lines.push(line(&spans)),
                ProsePart::Bullets { items } => lines.extend(items.iter().map(|item| format!("- {}", line(item)))),
                ProsePart::Numbers { items } => lines.extend(items.iter().map(|item| format!("# {}", line(item)))),
            }
        }
        lines
    }

    fn picture_of(span: &Span) -> String {
        let text = match span.style {
            SpanStyle::Plain => span.text.clone(),
            SpanStyle::Emphasis => format!("*{}*", span.text),
            SpanStyle::Strong => format!("[{}]", span.text),
            SpanStyle::Code => format!("`{}`", span.text),
        };
        if span.href.is_empty() { text } else { format!("({text}→{})", span.href) }
    }

    #[test]
    fn reads_the_usual_marks() {
        assert_eq!(picture("a *b* **c** `d`\n\nnext"), ["a *b* [c] `d`", "next"]);
        assert_eq!(picture("- one\n- two\n\n1. three"), ["- one", "- two", "# three"]);
        assert_eq!(picture("# Title\n\ntext"), ["[Title]", "text"]);
        assert_eq!(picture(" \n"), [""; 0]);
    }

    #[test]
    fn closes_the_gap_after_chinese_punctuation() {
        assert_eq!(picture("**重点。**后文"), ["[重点。]后文"]);
        assert_eq!(picture("前文**“甲”**后**乙:**丙"), ["前文[“甲”]后[乙:]丙"]);
        assert_eq!(picture("**重点。**后文 2 ** 3"), ["[重点。]后文 2 ** 3"]);
        assert_eq!(picture("`**` 和 **"), ["`**` 和 **"]);
    }

    #[test]
    fn joins_chinese_lines_without_a_space() {
        assert_eq!(picture("第一行\n第二行\nline\nline"), ["第一行第二行line line"]);
    }

    #[test]
    fn keeps_only_harmless_links() {
        assert_eq!(picture("[a](https://x.y) [b](#z) [c](../d.html)"), ["(a→https://x.y) (b→#z) (c→../d.html)"]);
        for target in [
            "javascript:alert(1)",
            "JavaScript:x",
            "data:text/html,x",
            "vbscript:x",
            "//evil.example",
            "java&#x0A;script:x",
        ] {
            assert_eq!(picture(&format!("[a]({target})")), ["a"], "{target}");
        }
    }

    #[test]
    fn shows_html_as_text() {
        assert_eq!(picture("<script>alert(1)</script>\n\na <b>c</b>"), ["<script>alert(1)</script>", "a <b>c</b>"]);
    }

    #[test]
    fn folds_nested_lists() {
        assert_eq!(picture("- a\n  - b\n- c"), ["- a", "- b", "- c"]);
    }
}
