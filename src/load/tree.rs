//! TOML text as a tree whose every key and value knows its bytes, and key paths through it.

use std::collections::BTreeSet;
use std::ops::Range;

use serde_spanned::Spanned;
use toml::de::{DeTable, DeValue};

use super::source::Source;
use super::syntax;
use crate::values::{Code, Problem};

/// The spanned tree of one file.
pub type Tree<'t> = Spanned<DeTable<'t>>;

/// Parses `source`, reporting every syntax error that the parser can tell apart.
///
/// # Errors
/// All syntax errors, each with its place.
pub fn parse(source: &Source) -> Result<Tree<'_>, Vec<Problem>> {
    match parse_but_dates(source)? {
        (tree, dates) if dates.is_empty() => Ok(tree),
        (_, dates) => Err(dates),
    }
}

/// Parses `source` although dates in it may be impossible, which leaves all else where it is: each
/// stands in the tree as one without a day.
///
/// # Errors
/// All syntax errors, where some are of another kind.
pub(super) fn parse_but_dates(source: &Source) -> Result<(Tree<'_>, Vec<Problem>), Vec<Problem>> {
    let (tree, errors) = DeTable::parse_recoverable(&source.text);
    let problems: Vec<_> = errors.iter().map(|error| syntax::problem(source, error)).collect();
    let all_dates = problems.iter().all(|problem| problem.code == Code::ImpossibleDate);
    if all_dates { Ok((tree, problems)) } else { Err(problems) }
}

/// What can be read of `source` although its syntax may be broken: the part that the parser could
/// make sense of, for questions whose answer need not wait until the author has mended the file.
#[must_use]
pub fn recover(source: &Source) -> Tree<'_> {
    DeTable::parse_recoverable(&source.text).0
}

/// Takes out of `table` every key and every plain value that begins at one of the bytes `starts`.
pub(super) fn leave_out(table: &mut DeTable<'_>, starts: &BTreeSet<usize>) {
    let entries = std::mem::take(table).into_iter();
    let sound = entries.filter_map(|(key, mut value)| {
        let stays = !starts.contains(&key.span().start) && kept(&mut value, starts);
        stays.then_some((key, value))
    });
    *table = sound.collect();
}

fn kept(value: &mut Spanned<DeValue<'_>>, starts: &BTreeSet<usize>) -> bool {
    let start = value.span().start;
    match value.get_mut() {
        DeValue::Table(table) => leave_out(table, starts),
        DeValue::Array(items) => items.iter_mut().for_each(|item| {
            kept(item, starts);
        }),
        _ => return !starts.contains(&start),
    }
    true
}

/// The bytes of the value that the key path `path` names, such as `statements[1].balance.cash`.
///
/// Where the whole path does not exist, the deepest part that does is meant.
#[must_use]
pub fn locate(tree: &Tree<'_>, path: &str) -> Range<usize> {
    walk(tree, path).value
}

/// The bytes of the last key of `path`, for problems with the key and not its value.
#[must_use]
pub fn locate_key(tree: &Tree<'_>, path: &str) -> Range<usize> {
    let found = walk(tree, path);
    found.key.unwrap_or(found.value)
}

/// The values that `path` names, where `[*]` stands for every entry of a list; nothing in place of
/// one that is not there.
#[must_use]
pub fn values<'t, 's>(tree: &'t Tree<'s>, path: &str) -> Vec<Option<&'t DeValue<'s>>> {
    let mut found: Vec<Option<&'t DeValue<'s>>> = Vec::new();
    for (at, segment) in (Segments { rest: path }).enumerate() {
        found = match (&segment, at) {
            (Segment::Key(key), 0) => vec![tree.get_ref().get(key.as_ref()).map(Spanned::get_ref)],
            (_, 0) => vec![None],
            _ => found.into_iter().flat_map(|value| below(value, &segment)).collect(),
        };
    }
    found
}

/// What `segment` names below `value`.
fn below<'t, 's>(value: Option<&'t DeValue<'s>>, segment: &Segment<'_>) -> Vec<Option<&'t DeValue<'s>>> {
    let Some(value) = value else { return vec![None] };
    match segment {
        Segment::Key(key) => {
            vec![value.as_table().and_then(|table| table.get(key.as_ref())).map(Spanned::get_ref)]
        }
        Segment::Index(index) => {
            vec![value.as_array().and_then(|list| list.get(*index)).map(Spanned::get_ref)]
        }
        Segment::Every => match value.as_array() {
            Some(list) if !list.is_empty() => list.iter().map(|entry| Some(entry.get_ref())).collect(),
            _ => vec![None],
        },
    }
}

struct Found {
    key: Option<Range<usize>>,
    value: Range<usize>,
}

fn walk(tree: &Tree<'_>, path: &str) -> Found {
    let mut found = Found { key: None, value: 0..0 };
    let mut node: Option<&Spanned<DeValue<'_>>> = None;
    for segment in (Segments { rest: path }) {
        let next = match segment {
            Segment::Key(key) => {
                let table = match node {
                    None => Some(tree.get_ref()),
                    Some(node) => node.get_ref().as_table(),
                };
                let entry = table.and_then(|table| table.get_key_value(key.as_ref()));
                entry.map(|(key, value)| (Some(key.span()), value))
            }
            Segment::Every => None,
            Segment::Index(index) => node
                .and_then(|node| node.get_ref().as_array())
                .and_then(|array| array.get(index))
                .map(|value| (None, value)),
        };
        let Some((key, value)) = next else { return found };
        found = Found { key, value: value.span() };
        node = Some(value);
    }
    found
}

enum Segment<'p> {
    Key(std::borrow::Cow<'p, str>),
    Index(usize),
    Every,
}

/// The parts of `a.b[2]."c.d"`.
struct Segments<'p> {
    rest: &'p str,
}

impl<'p> Iterator for Segments<'p> {
    type Item = Segment<'p>;

    fn next(&mut self) -> Option<Segment<'p>> {
        if self.rest.is_empty() {
            return None;
        }
        let (segment, rest) = if let Some(after) = self.rest.strip_prefix('[') {
            let (index, after) = after.split_once(']').unwrap_or((after, ""));
            let segment =
                if index == "*" { Segment::Every } else { Segment::Index(index.parse().unwrap_or(usize::MAX)) };
            (segment, after)
        } else if let Some(after) = self.rest.strip_prefix('"') {
            let end = closing_quote(after);
            let key = after.get(..end).unwrap_or(after);
            let key = key.replace("\\\"", "\"").replace("\\\\", "\\");
            (Segment::Key(key.into()), after.get(end + 1..).unwrap_or(""))
        } else {
            let end = self.rest.bytes().position(|byte| byte == b'.' || byte == b'[').unwrap_or(self.rest.len());
            let (key, after) = self.rest.split_at(end);
            (Segment::Key(key.into()), after)
        };
        self.rest = rest.strip_prefix('.').unwrap_or(rest);
        Some(segment)
    }
}

fn closing_quote(text: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at,
            _ => {}
        }
    }
    text.len()
}

/// `key` as one part of a key path: bare where TOML allows it, quoted otherwise.
#[must_use]
pub fn path_key(key: &str) -> String {
    let bare = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
    if bare { key.to_owned() } else { format!("\"{}\"", key.replace('\\', "\\\\").replace('"', "\\\"")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn key_paths_lead_to_their_bytes() {
        let source = Source::new("a.toml", "[[s]]\n[[s]]\nb.\"c.d\" = { \"x\\\"y\" = 12 }\n");
        let tree = parse(&source).unwrap();
        let path = format!("s[1].b.{}.{}", path_key("c.d"), path_key("x\"y"));
        assert_eq!(source.slice(locate(&tree, &path)), "12");
        assert_eq!(source.slice(locate_key(&tree, "s[1].b")), "b");
        assert_eq!(locate(&tree, "s[1].b.nothing"), locate(&tree, "s[1].b"));
        assert_eq!(values(&tree, &path).len(), 1);
        let every: Vec<bool> = values(&tree, "s[*].b").iter().map(Option::is_some).collect();
        assert_eq!(every, [false, true]);
        assert!(values(&tree, "none[*].b").iter().all(Option::is_none) && values(&tree, "").is_empty());
    }

    #[test]
    fn several_syntax_errors_come_at_once() {
        let source = Source::new("a.toml", "a = \nb = 2026-02-30\nc = \"x\n");
        let problems = parse(&source).unwrap_err();
        assert!(problems.len() >= 3, "{problems:#?}");
        assert!(problems.iter().any(|problem| problem.code == Code::ImpossibleDate), "{problems:#?}");
    }
}
