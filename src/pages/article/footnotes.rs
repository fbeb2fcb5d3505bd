//! Footnotes that have lost each other: marks without a note, and notes without a mark.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::read::options;

/// What a footnote lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lost {
    /// The text refers to a note that is not written.
    Note,
    /// A note is written and nothing refers to it.
    Mark,
}

/// Every footnote of `text` that lacks its mark or its note, with its label and the bytes of its mark.
#[must_use]
pub fn lost_footnotes(text: &str) -> Vec<(Lost, String, Range<usize>)> {
    let (mut written, mut named, mut unread) = (Vec::new(), BTreeSet::new(), Vec::new());
    let mut in_code = false;
    for (event, at) in Parser::new_ext(text, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => written.push((label.to_string(), at)),
            Event::FootnoteReference(label) => {
                named.insert(label.to_string());
            }
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(pulldown_cmark::TagEnd::CodeBlock) => in_code = false,
            // What is a mark in the source and text to the parser names no note.
            Event::Text(_) if !in_code => unread.extend(marks(text, &at)),
            _ => {}
        }
    }
    let unmarked = written.into_iter().filter(|(label, _)| !named.contains(label)).map(|(label, at)| {
        let start = at.start + text[at.clone()].find("[^").unwrap_or(0);
        let end = (start + label.len() + 3).min(at.end);
        (Lost::Mark, label, start..end)
    });
    let unwritten = unread.into_iter().map(|(label, at)| (Lost::Note, label, at));
    let mut lost: Vec<_> = unwritten.chain(unmarked).collect();
    lost.sort_by_key(|(_, _, at)| at.start);
    lost.dedup();
    lost
}

/// The marks `[^label]` that begin within the bytes `at` of `text`.
fn marks(text: &str, at: &Range<usize>) -> Vec<(String, Range<usize>)> {
    let starts = text[at.clone()].match_indices('[').map(|(offset, _)| at.start + offset);
    let escaped = |start: usize| text[..start].ends_with('\\');
    let mark = |start: usize| {
        let label = text[start..].strip_prefix("[^")?.split_once(']')?.0;
        let sound = !label.is_empty() && !label.contains(char::is_whitespace) && !label.contains(['[', '^']);
        sound.then(|| (label.to_owned(), start..start + label.len() + 3))
    };
    starts.filter(|&start| !escaped(start)).filter_map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lost(text: &str) -> Vec<(Lost, String, &str)> {
        lost_footnotes(text).into_iter().map(|(lost, label, at)| (lost, label, &text[at])).collect()
    }

    #[test]
    fn marks_and_notes_find_each_other() {
        assert_eq!(lost("比率[^a]好。[^b]\n\n[^a]: 一\n\n[^b]: 二\n"), []);
        let text = "One[^a] and two[^c].\n\n[^a]: yes\n\n[^b]: nobody\n";
        assert_eq!(lost(text), [(Lost::Note, "c".to_owned(), "[^c]"), (Lost::Mark, "b".to_owned(), "[^b]")]);
    }

    #[test]
    fn code_and_escapes_are_no_marks() {
        assert_eq!(lost("`x[^2]` and \\[^3] and a [link](https://a.b)\n\n    [^4]\n\n```\n[^5]\n```\n$y[^6]$\n"), []);
        assert_eq!(lost("[^"), []);
        assert_eq!(lost("[^]"), []);
    }
}
