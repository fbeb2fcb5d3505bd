//! Markdown as an article: `CommonMark` with tables, footnotes, definition lists, alerts and formulas.
//!
//! Raw HTML is shown as the text that it is. Stars beside Chinese punctuation are paired as in
//! [`markdown`](crate::pages::markdown); calls such as `{{ figure("a", "b") }}` are taken out before
//! parsing, so that their underscores and quotes are no Markdown.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{
    Alignment, BlockQuoteKind, CodeBlockKind, Event, Options, Parser, Tag, TagEnd, TextMergeWithOffset,
};

use super::{ArticlePart, Definition, Formula, Inline, Resolve, words};
use crate::pages::SpanStyle;
use crate::pages::markdown::{JOINER, is_wide, join_stars};

/// Begins a call that was taken out. Unicode reserves both as noncharacters.
const CALL: char = '\u{FDD1}';
/// Ends it.
const CALL_END: char = '\u{FDD2}';
/// Nobody nests deeper, and a deep text would be a deep recursion.
const DEEPEST: usize = 24;

/// The parts of `text`. Any text is accepted.
#[must_use]
pub fn read(text: &str, resolve: &mut impl Resolve) -> Vec<ArticlePart> {
    let text = text.replace([JOINER, CALL, CALL_END], "\u{FFFD}");
    let (without_calls, calls) = take_calls(&text);
    let joined = join_stars(&without_calls);
    let events = TextMergeWithOffset::new(Parser::new_ext(&joined, options()).into_offset_iter());
    let mut reader = Reader {
        events: events.collect::<Vec<_>>().into_iter(),
        joined: &joined,
        calls,
        resolve,
        notes: BTreeMap::new(),
        numbers: Vec::new(),
        ids: Vec::new(),
        depth: 0,
    };
    let mut parts = reader.parts(None);
    let notes = reader.ordered_notes();
    if !notes.is_empty() {
        parts.push(ArticlePart::Notes { items: notes });
    }
    parts
}

/// The Markdown that authors write.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
        | Options::ENABLE_MATH
}

/// A call that was taken out: its text without the braces, and where it stood.
struct Call {
    text: String,
    at: Range<usize>,
}

/// Puts a mark of the same length in place of every `{{ … }}` within a line.
fn take_calls(text: &str) -> (String, Vec<Call>) {
    let (mut out, mut calls) = (String::with_capacity(text.len()), Vec::new());
    let mut rest = 0;
    while let Some(found) = text[rest..].find("{{") {
        let start = rest + found;
        let line = text[start..].split('\n').next().unwrap_or_default();
        let Some(length) = line.find("}}") else {
            out.push_str(&text[rest..start + 2]);
            rest = start + 2;
            continue;
        };
        out.push_str(&text[rest..start]);
        let number = calls.len().to_string();
        let room = length + 2;
        let filler = room.saturating_sub(number.len() + 2 * CALL.len_utf8());
        out.push(CALL);
        out.push_str(&number);
        out.push_str(&"x".repeat(filler));
        out.push(CALL_END);
        let call = text[start + 2..start + length].trim().to_owned();
        calls.push(Call { text: call, at: start..start + room });
        rest = start + room;
    }
    out.push_str(&text[rest..]);
    (out, calls)
}

/// The number and the length of the mark that `text` begins with.
fn call_at(text: &str) -> Option<(usize, usize)> {
    let inner = text.strip_prefix(CALL)?;
    let end = inner.find(CALL_END)?;
    let number = inner[..end].trim_end_matches('x').parse().ok()?;
    Some((number, CALL.len_utf8() + end + CALL_END.len_utf8()))
}

type Events<'t> = std::vec::IntoIter<(Event<'t>, Range<usize>)>;

struct Reader<'t, 'r, R> {
    events: Events<'t>,
    joined: &'t str,
    calls: Vec<Call>,
    resolve: &'r mut R,
    /// Footnotes by label, as they are defined.
    notes: BTreeMap<String, Vec<ArticlePart>>,
    /// Labels in the order in which the text names them.
    numbers: Vec<String>,
    ids: Vec<String>,
    depth: usize,
}

impl<R: Resolve> Reader<'_, '_, R> {
    /// The parts up to the end of `open`, which is taken too.
    fn parts(&mut self, open: Option<TagEnd>) -> Vec<ArticlePart> {
        if self.depth >= DEEPEST {
            return self.flattened(open);
        }
        self.depth += 1;
        let (mut parts, mut loose) = (Vec::new(), Vec::new());
        while let Some((event, at)) = self.events.next() {
            match event {
                Event::End(end) if Some(end) == open => break,
                Event::Start(tag) if is_block(&tag) => {
                    flush(&mut loose, &mut parts);
                    self.block(tag, &mut parts);
                }
                Event::Rule => {
                    flush(&mut loose, &mut parts);
                    parts.push(ArticlePart::Rule);
                }
                Event::DisplayMath(tex) => {
                    flush(&mut loose, &mut parts);
                    parts.push(ArticlePart::Math { formula: Formula::new(&self.restored(&tex), true) });
                }
                // The entries of a tight list hold text without a paragraph around it.
                event => self.inline(event, at, &mut loose),
            }
        }
        flush(&mut loose, &mut parts);
        self.depth -= 1;
        parts
    }

    /// What is nested too deep, as one paragraph.
    fn flattened(&mut self, open: Option<TagEnd>) -> Vec<ArticlePart> {
        let (mut text, mut inner) = (String::new(), 0_usize);
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Start(_) => inner += 1,
                Event::End(end) if inner == 0 && Some(end) == open => break,
                Event::End(_) => inner = inner.saturating_sub(1),
                Event::Text(more) | Event::Code(more) => text.push_str(&more),
                _ => {}
            }
        }
        vec![ArticlePart::Paragraph { inlines: vec![Inline::Text { text }] }]
    }

    fn block(&mut self, tag: Tag<'_>, parts: &mut Vec<ArticlePart>) {
        let end = tag.to_end();
        match tag {
            Tag::Paragraph => {
                let inlines = self.inlines(end);
                parts.extend(paragraph(inlines));
            }
            Tag::Heading { level, .. } => {
                let inlines = self.inlines(end);
                let id = self.id_for(&words(&inlines));
                parts.push(ArticlePart::Heading { level: (level as u8).max(2), id, inlines });
            }
            Tag::BlockQuote(kind) => {
                let inner = self.parts(Some(end));
                parts.push(match kind {
                    Some(kind) => ArticlePart::Alert { kind: alert(kind), parts: inner },
                    None => ArticlePart::Quote { parts: inner },
                });
            }
            Tag::CodeBlock(kind) => parts.push(self.code(&kind, end)),
            Tag::List(first) => parts.push(ArticlePart::List { first, items: self.items(end) }),
            Tag::Table(alignments) => parts.push(self.table(&alignments)),
            Tag::DefinitionList => parts.push(self.definitions(end)),
            Tag::FootnoteDefinition(label) => {
                let note = self.parts(Some(end));
                self.notes.entry(label.to_string()).or_insert(note);
            }
            Tag::HtmlBlock => {
                let text = self.plain(end);
                parts.push(ArticlePart::Code { text });
            }
            _ => parts.extend(self.parts(Some(end))),
        }
    }

    fn items(&mut self, end: TagEnd) -> Vec<Vec<ArticlePart>> {
        let mut items = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::End(found) if found == end => break,
                Event::Start(Tag::Item) => items.push(self.parts(Some(TagEnd::Item))),
                _ => {}
            }
        }
        items
    }

    fn definitions(&mut self, end: TagEnd) -> ArticlePart {
        let mut items: Vec<Definition> = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::End(found) if found == end => break,
                Event::Start(Tag::DefinitionListTitle) => {
                    let term = self.inlines(TagEnd::DefinitionListTitle);
                    items.push(Definition { term, ..Definition::default() });
                }
                Event::Start(Tag::DefinitionListDefinition) => {
                    let meaning = self.parts(Some(TagEnd::DefinitionListDefinition));
                    match items.last_mut() {
                        Some(item) => item.meanings.push(meaning),
                        None => items.push(Definition { meanings: vec![meaning], ..Definition::default() }),
                    }
                }
                _ => {}
            }
        }
        ArticlePart::Definitions { items }
    }

    fn table(&mut self, alignments: &[Alignment]) -> ArticlePart {
        let (mut head, mut rows, mut row) = (Vec::new(), Vec::new(), Vec::new());
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::End(TagEnd::Table) => break,
                Event::Start(Tag::TableCell) => row.push(self.inlines(TagEnd::TableCell)),
                Event::End(TagEnd::TableHead) => head = std::mem::take(&mut row),
                Event::End(TagEnd::TableRow) => rows.push(std::mem::take(&mut row)),
                _ => {}
            }
        }
        let right = alignments.iter().map(|alignment| *alignment == Alignment::Right).collect();
        ArticlePart::Table { right, head, rows }
    }

    fn code(&mut self, kind: &CodeBlockKind<'_>, end: TagEnd) -> ArticlePart {
        let text = self.plain(end);
        match kind {
            CodeBlockKind::Fenced(language) if &**language == "math" => {
                ArticlePart::Math { formula: Formula::new(&text, true) }
            }
            _ => ArticlePart::Code { text },
        }
    }

    /// The characters up to `end`.
    fn plain(&mut self, end: TagEnd) -> String {
        let mut text = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::End(found) if found == end => break,
                Event::Text(more) | Event::Html(more) | Event::Code(more) | Event::InlineHtml(more) => {
                    text.push_str(&more);
                }
                Event::SoftBreak | Event::HardBreak => text.push('\n'),
                _ => {}
            }
        }
        self.restored(&text).trim_end().to_owned()
    }

    /// Running text up to `end`.
    fn inlines(&mut self, end: TagEnd) -> Vec<Inline> {
        let mut inlines = Vec::new();
        self.depth += 1;
        while let Some((event, at)) = self.events.next() {
            if matches!(event, Event::End(found) if found == end) {
                break;
            }
            self.inline(event, at, &mut inlines);
        }
        self.depth -= 1;
        trim(&mut inlines);
        inlines
    }

    fn inline(&mut self, event: Event<'_>, at: Range<usize>, out: &mut Vec<Inline>) {
        match event {
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text, out),
            Event::Code(text) => {
                let text = Inline::Text { text: self.restored(&text) };
                out.push(Inline::Styled { style: SpanStyle::Code, inlines: vec![text] });
            }
            Event::InlineMath(tex) => out.push(Inline::Math { formula: Formula::new(&self.restored(&tex), false) }),
            Event::DisplayMath(tex) => out.push(Inline::Math { formula: Formula::new(&self.restored(&tex), true) }),
            Event::SoftBreak if !ends_wide(out) => push_text(out, " "),
            Event::HardBreak => out.push(Inline::Break),
            Event::FootnoteReference(label) => out.push(Inline::Note { number: self.number(&label) }),
            Event::Start(tag) => self.span(tag, at, out),
            _ => {}
        }
    }

    fn span(&mut self, tag: Tag<'_>, at: Range<usize>, out: &mut Vec<Inline>) {
        let end = tag.to_end();
        if self.depth >= 2 * DEEPEST {
            let text = self.plain(end);
            return push_text(out, &text);
        }
        match tag {
            Tag::Emphasis => {
                let inlines = self.inlines(end);
                out.push(Inline::Styled { style: SpanStyle::Emphasis, inlines });
            }
            Tag::Strong => {
                let inlines = self.inlines(end);
                out.push(Inline::Styled { style: SpanStyle::Strong, inlines });
            }
            Tag::Link { dest_url, .. } => {
                let href = self.resolve.link(&dest_url, self.origin(&at));
                let inlines = self.inlines(end);
                if href.is_empty() { out.extend(inlines) } else { out.push(Inline::Link { href, inlines }) }
            }
            Tag::Image { dest_url, title, .. } => {
                let src = self.resolve.picture(&dest_url, self.origin(&at));
                let (alt, caption) = (self.plain(end), title.to_string());
                if src.is_empty() { push_text(out, &alt) } else { out.push(Inline::Picture { src, alt, caption }) }
            }
            _ => out.extend(self.inlines(end)),
        }
    }

    /// Text, with values in place of the calls that were taken out.
    fn text(&mut self, text: &str, out: &mut Vec<Inline>) {
        let mut rest = text;
        while let Some(found) = rest.find(CALL) {
            push_text(out, &rest[..found]);
            let Some((number, length)) = call_at(&rest[found..]) else { break };
            if let Some(call) = self.calls.get(number) {
                let (words, href) = self.resolve.value(&call.text, call.at.clone());
                let text = Inline::Text { text: words };
                out.push(if href.is_empty() { text } else { Inline::Link { href, inlines: vec![text] } });
            }
            rest = &rest[found + length..];
        }
        push_text(out, rest);
    }

    /// `text` with the calls that were taken out put back, for code and formulas.
    fn restored(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(found) = rest.find(CALL) {
            out.push_str(&rest[..found]);
            let Some((number, length)) = call_at(&rest[found..]) else { break };
            if let Some(call) = self.calls.get(number) {
                out.push_str("{{ ");
                out.push_str(&call.text);
                out.push_str(" }}");
            }
            rest = &rest[found + length..];
        }
        out.push_str(rest);
        out.replace(JOINER, "")
    }

    /// Where in the author's text a range of the parsed text stands.
    fn origin(&self, at: &Range<usize>) -> Range<usize> {
        let joiners = |end: usize| self.joined.get(..end).map_or(0, |before| before.matches(JOINER).count());
        let back = |offset: usize| offset - joiners(offset) * JOINER.len_utf8();
        back(at.start)..back(at.end)
    }

    fn number(&mut self, label: &str) -> usize {
        if let Some(at) = self.numbers.iter().position(|known| known == label) {
            return at + 1;
        }
        self.numbers.push(label.to_owned());
        self.numbers.len()
    }

    /// Footnotes in the order in which the text names them.
    fn ordered_notes(&mut self) -> Vec<Vec<ArticlePart>> {
        let labels = std::mem::take(&mut self.numbers);
        labels.iter().map(|label| self.notes.remove(label).unwrap_or_default()).collect()
    }

    /// A fragment for a heading, unique in the text.
    fn id_for(&mut self, heading: &str) -> String {
        let mut id = String::new();
        for letter in heading.to_lowercase().chars() {
            if letter.is_alphanumeric() {
                id.push(letter);
            } else if !id.is_empty() && !id.ends_with('-') {
                id.push('-');
            }
        }
        let id = id.trim_end_matches('-').chars().take(60).collect::<String>();
        let id = if id.is_empty() { "part".to_owned() } else { id };
        let mut unique = id.clone();
        let mut next = 2;
        while self.ids.contains(&unique) {
            unique = format!("{id}-{next}");
            next += 1;
        }
        self.ids.push(unique.clone());
        unique
    }
}

/// A paragraph, or the picture that stands alone in it, as a figure.
fn paragraph(inlines: Vec<Inline>) -> Option<ArticlePart> {
    if let [Inline::Picture { src, alt, caption }] = inlines.as_slice() {
        return Some(ArticlePart::Figure { src: src.clone(), alt: alt.clone(), caption: caption.clone() });
    }
    // A formula alone in its paragraph stands on a line of its own.
    if let [Inline::Math { formula }] = inlines.as_slice()
        && formula.mathml.contains("display=\"block\"")
    {
        return Some(ArticlePart::Math { formula: formula.clone() });
    }
    (!inlines.is_empty()).then_some(ArticlePart::Paragraph { inlines })
}

fn flush(loose: &mut Vec<Inline>, parts: &mut Vec<ArticlePart>) {
    let mut inlines = std::mem::take(loose);
    trim(&mut inlines);
    parts.extend(paragraph(inlines));
}

fn trim(inlines: &mut Vec<Inline>) {
    if let Some(Inline::Text { text }) = inlines.last_mut() {
        text.truncate(text.trim_end().len());
        if text.is_empty() {
            inlines.pop();
        }
    }
}

/// Adds characters, to the last text where there is one.
fn push_text(out: &mut Vec<Inline>, more: &str) {
    let more = more.replace(JOINER, "");
    match out.last_mut() {
        Some(Inline::Text { text }) => text.push_str(&more),
        _ if more.is_empty() => {}
        _ => out.push(Inline::Text { text: more }),
    }
}

/// Whether the text so far ends with a character that takes no space after it.
fn ends_wide(out: &[Inline]) -> bool {
    words(out).chars().last().is_some_and(is_wide)
}

const fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

const fn alert(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "note",
        BlockQuoteKind::Tip => "tip",
        BlockQuoteKind::Important => "important",
        BlockQuoteKind::Warning => "warning",
        BlockQuoteKind::Caution => "caution",
    }
}
