//! The text of one file, kept so that every span and key path finds its line and column.

use std::ops::Range;

/// A file of the book: its path within the book and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The path within the book, with `/` between its parts.
    pub path: String,
    /// The text without a byte order mark.
    pub text: String,
    line_starts: Vec<u32>,
}

/// A place in a text as people count: from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
}

impl Source {
    /// Keeps `text`, which was read from `path`.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let bytes = text.as_bytes();
        // A carriage return ends a line where no line feed follows.
        let ends = |at: usize| bytes[at] == b'\n' || bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
        let starts = (0..bytes.len()).filter(|&at| ends(at)).map(|at| u32::try_from(at + 1).unwrap_or(u32::MAX));
        let line_starts = std::iter::once(0).chain(starts).collect();
        Source { path: path.into(), text, line_starts }
    }

    /// The line of the byte `offset`, from 1.
    #[must_use]
    pub fn line(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|&start| start as usize <= offset)
    }

    /// Line and column of the byte `offset`.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let line = self.line(offset);
        let start = self.line_starts.get(line - 1).map_or(0, |&start| start as usize);
        let before = self.text.get(start..offset.min(self.text.len())).unwrap_or("");
        Position { line, column: before.chars().count() + 1 }
    }

    /// The text of `span`, or nothing where it lies outside.
    #[must_use]
    pub fn slice(&self, span: Range<usize>) -> &str {
        self.text.get(span).unwrap_or("")
    }

    /// The lines without their ends.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.text.lines()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_count_from_one() {
        let source = Source::new("a.toml", "名 = 1\r\nb = 2\n");
        assert_eq!(source.position(0), Position { line: 1, column: 1 });
        assert_eq!(source.position(3), Position { line: 1, column: 2 });
        let b = source.text.find('b').unwrap();
        assert_eq!(source.position(b), Position { line: 2, column: 1 });
        assert_eq!(source.line(source.text.len()), 3);
        assert_eq!(Source::new("a.csv", "a\rb\r\rc").line(5), 4);
    }
}
