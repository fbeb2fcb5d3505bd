//! Lines that fit a terminal: counted in columns, since a Chinese character takes two, and broken
//! at spaces or between Chinese characters.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The columns that `text` takes.
#[must_use]
pub(super) fn columns(text: &str) -> usize {
    text.width()
}

/// `text` followed by spaces up to `width` columns.
#[must_use]
pub(super) fn left(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(columns(text))))
}

/// `text` after spaces up to `width` columns.
#[must_use]
pub(super) fn right(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(columns(text))))
}

/// `text` in lines of at most `width` columns, each after `indent` spaces. A word that is longer
/// than a line keeps its line.
#[must_use]
pub(super) fn wrap(text: &str, indent: usize, width: usize) -> String {
    let room = width.saturating_sub(indent).max(20);
    let mut lines: Vec<String> = vec![String::new()];
    for word in words(text) {
        let line = lines.last_mut().filter(|line| columns(line) + columns(word.trim_end()) <= room);
        match line {
            Some(line) => line.push_str(word),
            None => lines.push(word.to_owned()),
        }
    }
    let margin = " ".repeat(indent);
    let full = lines.iter().map(|line| line.trim_end()).filter(|line| !line.is_empty());
    full.map(|line| format!("{margin}{line}")).collect::<Vec<_>>().join("\n")
}

/// The parts between which a line may break, each with the spaces after it.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        if before.is_some_and(|before| may_break(before, c)) {
            words.push(&text[start..at]);
            start = at;
        }
        before = Some(c);
    }
    words.push(&text[start..]);
    words
}

/// Whether a line may end with `before` and the next begin with `after`.
fn may_break(before: char, after: char) -> bool {
    if after == ' ' {
        return false;
    }
    if before == ' ' {
        return !matches!(after, '÷' | '×' | '=' | '+' | '−');
    }
    let wide = |c: char| c.width() == Some(2);
    (wide(before) || wide(after)) && !opens(before) && !closes(after)
}

/// Punctuation that does not end a line.
fn opens(c: char) -> bool {
    "（《「『“‘【〔([".contains(c)
}

/// Punctuation that does not begin a line.
fn closes(c: char) -> bool {
    "）》」』”’】〕)]，。、；：？！,.;:?!%".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_in_columns_and_keep_their_punctuation() {
        assert_eq!(wrap("one two three four five six", 2, 22), "  one two three four\n  five six");
        let chinese = wrap("流动比率等于流动资产合计，除以流动负债合计。", 0, 24);
        assert_eq!(chinese, "流动比率等于流动资产合\n计，除以流动负债合计。");
        assert!(chinese.lines().all(|line| columns(line) <= 24));
        assert_eq!(wrap("流动资产（current assets）合计", 0, 20), "流动资产（current\nassets）合计");
        assert_eq!((left("流动", 6), right("1", 3)), ("流动  ".to_owned(), "  1".to_owned()));
        assert_eq!(wrap("", 4, 80), "");
    }
}
