//! The dense parts of a page as finished HTML: rows of tables, running text, the figures of a
//! derivation, numbered lines. Every text of an author is escaped here.
//!
//! A client page holds some three thousand such strings. As values of a template each would be
//! copied, counted, hashed and looked up; written here, it costs its bytes.

use std::collections::BTreeMap;

use crate::pages::{
    Cell, Derivation, Derivations, DerivedFigure, DerivedInput, Listing, OperandOrigin, Prose, ProsePart, RichCell,
    Row, RowKind, Span, SpanStyle, Table, Tone,
};

/// The words that dense parts print themselves: the tones, for those who see no colour, and the
/// label before inputs that stand in no calculation.
pub(super) struct Words {
    inputs: String,
    good: String,
    caution: String,
    bad: String,
    /// Those of articles.
    pub(super) article: super::article::Words,
}

impl Words {
    /// Takes them from a list of words.
    pub(super) fn from_words(words: &BTreeMap<String, String>) -> Self {
        let word = |key: &str| words.get(key).cloned().unwrap_or_default();
        Words {
            inputs: word("inputs"),
            good: word("good"),
            caution: word("caution"),
            bad: word("bad"),
            article: super::article::Words::from_words(words),
        }
    }

    /// The class and the word of a tone, or none for neutral.
    fn of(&self, tone: Tone) -> Option<(&'static str, &str)> {
        match tone {
            Tone::Neutral => None,
            Tone::Good => Some(("good", &self.good)),
            Tone::Caution => Some(("caution", &self.caution)),
            Tone::Bad => Some(("bad", &self.bad)),
        }
    }
}

/// The bodies of a table: a new one for each group of rows.
pub(super) fn rows(table: &Table, words: &Words) -> String {
    let mut out = String::with_capacity(64 * table.rows.len() * table.columns.len().max(1) / 2);
    out.push_str("<tbody>");
    for (index, row) in table.rows.iter().enumerate() {
        if row.kind == RowKind::Group {
            if index > 0 {
                out.push_str("</tbody><tbody>");
            }
            push_group(&mut out, row, table.columns.len());
        } else {
            push_row(&mut out, row, words);
        }
    }
    out.push_str("</tbody>");
    out
}

fn open_row(out: &mut String, row: &Row) {
    out.push_str("<tr");
    match row.kind {
        RowKind::Plain => {}
        RowKind::Group => out.push_str(" class=\"group\""),
        RowKind::Total => out.push_str(" class=\"total\""),
    }
    push_attribute(out, " id=\"", &row.id);
    out.push('>');
}

fn push_group(out: &mut String, row: &Row, columns: usize) {
    open_row(out, row);
    out.push_str("<th scope=\"rowgroup\" colspan=\"");
    out.push_str(&columns.max(1).to_string());
    out.push_str("\">");
    match row.cells.first() {
        Some(Cell::Plain(text)) => push_escaped(out, text),
        Some(Cell::Rich(cell)) => push_rich(out, cell, None),
        None => {}
    }
    out.push_str("</th></tr>\n");
}

fn push_row(out: &mut String, row: &Row, words: &Words) {
    open_row(out, row);
    for (index, cell) in row.cells.iter().enumerate() {
        let (open, close) = if index == 0 { ("<th scope=\"row\"", "</th>") } else { ("<td", "</td>") };
        out.push_str(open);
        match cell {
            Cell::Plain(text) => {
                out.push('>');
                push_escaped(out, text);
            }
            Cell::Rich(cell) => {
                let tone = words.of(cell.tone);
                push_attribute(out, " class=\"", tone.map_or("", |tone| tone.0));
                push_attribute(out, " data-sort=\"", &cell.sort);
                out.push('>');
                push_rich(out, cell, tone.map(|tone| tone.1));
            }
        }
        out.push_str(close);
    }
    out.push_str("</tr>\n");
}

fn push_rich(out: &mut String, cell: &RichCell, tone: Option<&str>) {
    out.push_str(&cell.svg);
    push_linked(out, &cell.text, &cell.href);
    if let Some(word) = tone {
        out.push_str("<span class=\"vh\"> ");
        push_escaped(out, word);
        out.push_str("</span>");
    }
    if !cell.note.is_empty() {
        out.push_str("<small>");
        push_escaped(out, &cell.note);
        out.push_str("</small>");
    }
}

/// Paragraphs and lists of running text.
pub(super) fn prose(prose: &Prose) -> String {
    let mut out = String::new();
    for part in &prose.parts {
        match part {
            ProsePart::Paragraph { spans } => {
                out.push_str("<p>");
                push_spans(&mut out, spans);
                out.push_str("</p>");
            }
            ProsePart::Bullets { items } => push_list(&mut out, items, "<ul>", "</ul>"),
            ProsePart::Numbers { items } => push_list(&mut out, items, "<ol>", "</ol>"),
        }
    }
    out
}

fn push_list(out: &mut String, items: &[Vec<Span>], open: &str, close: &str) {
    out.push_str(open);
    for item in items {
        out.push_str("<li>");
        push_spans(out, item);
        out.push_str("</li>");
    }
    out.push_str(close);
}

fn push_spans(out: &mut String, spans: &[Span]) {
    for span in spans {
        let (open, close) = match span.style {
            SpanStyle::Plain => ("", ""),
            SpanStyle::Emphasis => ("<em>", "</em>"),
            SpanStyle::Strong => ("<strong>", "</strong>"),
            SpanStyle::Code => ("<code>", "</code>"),
        };
        out.push_str(open);
        push_linked(out, &span.text, &span.href);
        out.push_str(close);
    }
}

/// How the figures of every measure came about: its results in one line, which opens to its formula
/// and the calculation of each period. Every number of a calculation is itself the link to where it
/// comes from.
pub(super) fn derivations(all: &Derivations, words: &Words) -> String {
    let mut out = String::with_capacity(1024 * all.measures.len());
    for measure in &all.measures {
        push_attribute(&mut out, "<details id=\"", &measure.id);
        out.push_str("><summary>");
        push_escaped(&mut out, &measure.title);
        out.push_str(" <span>");
        // More than fit beside the title say nothing without their names.
        let results = if measure.figures.len() > 8 { &[] } else { measure.figures.as_slice() };
        for (index, figure) in results.iter().enumerate() {
            out.push_str(if index == 0 { "" } else { " · " });
            push_escaped(&mut out, &figure.result);
        }
        out.push_str("</span></summary>\n");
        push_formula(&mut out, measure);
        for figure in &measure.figures {
            push_figure(&mut out, figure, &all.inputs, words);
        }
        out.push_str("</details>\n");
    }
    out
}

fn push_formula(out: &mut String, measure: &Derivation) {
    if measure.formula.is_empty() {
        return;
    }
    out.push_str("<p>");
    push_escaped(out, &measure.formula);
    if !measure.href.is_empty() {
        out.push(' ');
        push_linked(out, &measure.link, &measure.href);
    }
    out.push_str("</p>\n");
}

fn push_figure(out: &mut String, figure: &DerivedFigure, inputs: &[DerivedInput], words: &Words) {
    push_attribute(out, "<p id=\"", &figure.id);
    out.push_str("><b>");
    push_escaped(out, &figure.period);
    out.push_str("</b> ");
    if !figure.calculation.is_empty() {
        push_calculation(out, figure, inputs);
        out.push_str(" = ");
    }
    out.push_str("<strong>");
    push_escaped(out, &figure.result);
    out.push_str("</strong>");
    if !figure.beside.is_empty() {
        push_beside(out, figure, inputs, words);
    }
    for note in &figure.notes {
        out.push_str("<small>");
        push_escaped(out, note);
        out.push_str("</small>");
    }
    out.push_str("</p>\n");
}

fn push_calculation(out: &mut String, figure: &DerivedFigure, inputs: &[DerivedInput]) {
    let text = figure.calculation.as_str();
    let mut from = 0;
    for operand in &figure.operands {
        let (Some(before), Some(number)) = (text.get(from..operand.at.start), text.get(operand.at.clone())) else {
            break;
        };
        push_escaped(out, before);
        match &operand.origin {
            OperandOrigin::Input(at) => push_linked(out, number, inputs.get(*at).map_or("", |input| &input.href)),
            OperandOrigin::Derivation(fragment) => {
                push_attribute(out, "<a href=\"#", fragment);
                out.push('>');
                push_escaped(out, number);
                out.push_str("</a>");
            }
        }
        from = operand.at.end;
    }
    push_escaped(out, text.get(from..).unwrap_or_default());
}

/// The inputs that stand in no calculation, with their names.
fn push_beside(out: &mut String, figure: &DerivedFigure, inputs: &[DerivedInput], words: &Words) {
    out.push_str("<small>");
    push_escaped(out, &words.inputs);
    for (index, input) in figure.beside.iter().filter_map(|&at| inputs.get(at)).enumerate() {
        out.push_str(if index == 0 { " " } else { " · " });
        push_escaped(out, &input.label);
        out.push(' ');
        push_linked(out, &input.value, &input.href);
    }
    out.push_str("</small>");
}

/// The lines of a file, each with its own fragment; the stylesheet counts them.
pub(super) fn lines(listing: &Listing) -> String {
    let mut out = String::with_capacity(64 * listing.lines.len());
    for (index, line) in listing.lines.iter().enumerate() {
        out.push_str("<span id=\"L");
        out.push_str(&(index + 1).to_string());
        out.push_str("\">");
        push_escaped(&mut out, line);
        out.push_str("</span>\n");
    }
    out
}

pub(super) fn push_linked(out: &mut String, text: &str, href: &str) {
    if href.is_empty() {
        push_escaped(out, text);
        return;
    }
    push_attribute(out, "<a href=\"", href);
    out.push('>');
    push_escaped(out, text);
    out.push_str("</a>");
}

/// An attribute with its opening, such as ` id="`; nothing for an empty value.
pub(super) fn push_attribute(out: &mut String, open: &str, value: &str) {
    if !value.is_empty() {
        out.push_str(open);
        push_quoted(out, value);
        out.push('"');
    }
}

/// Writes text so that it is text between tags.
pub(super) fn push_escaped(out: &mut String, text: &str) {
    push_without(out, text, |byte| matches!(byte, b'&' | b'<' | b'>'));
}

/// Writes text so that it is text within an attribute's double quotes.
pub(super) fn push_quoted(out: &mut String, text: &str) {
    push_without(out, text, |byte| matches!(byte, b'&' | b'<' | b'>' | b'"'));
}

#[inline]
fn push_without(out: &mut String, text: &str, special: impl Fn(u8) -> bool) {
    // Few texts hold a mark at all; looking without stopping lets the compiler look at many bytes at once.
    if !text.bytes().fold(false, |found, byte| found | special(byte)) {
        out.push_str(text);
        return;
    }
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate().filter(|(_, byte)| special(*byte)) {
        out.push_str(&text[from..at]);
        out.push_str(match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        from = at + 1;
    }
    out.push_str(&text[from..]);
}
