//! The rows of a table of text, one after the other, each with where it begins: behind the line
//! ends before it, whether those are `\n`, `\r\n` or `\r`, and behind empty lines.

use std::collections::VecDeque;
use std::io::{self, Read};

use csv::{ByteRecord, ReaderBuilder};

/// Where a row begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowAt {
    /// Its first byte, from 0.
    pub byte: u64,
    /// Its first line, from 1.
    pub line: u64,
}

/// Reads the rows of a table.
pub struct RowReader<R> {
    reader: csv::Reader<Lines<R>>,
}

impl<R: Read> RowReader<R> {
    /// Reads `text`, whose cells are parted by `delimiter`, the header as a row like others.
    pub fn new(text: R, delimiter: u8) -> Self {
        let lines = Lines::of(text);
        let reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(lines);
        RowReader { reader }
    }

    /// Reads the next row into `row` and tells where it begins; nothing at the end of the table.
    ///
    /// # Errors
    /// The text cannot be read.
    pub fn read(&mut self, row: &mut ByteRecord) -> csv::Result<Option<RowAt>> {
        if !self.reader.read_byte_record(row)? {
            return Ok(None);
        }
        // The reader's own position lies within the line ends before the row.
        let after = row.position().map_or(0, csv::Position::byte);
        Ok(Some(self.reader.get_mut().begin(after)))
    }
}

/// A text on its way through, and where its lines begin.
struct Lines<R> {
    text: R,
    /// How much has passed, and the line that comes next.
    at: RowAt,
    last: u8,
    /// The beginnings of lines that are not empty and may still be asked for.
    begins: VecDeque<RowAt>,
}

impl<R> Lines<R> {
    fn of(text: R) -> Self {
        let at = RowAt { byte: 0, line: 1 };
        Lines { text, at, last: b'\n', begins: VecDeque::from([at]) }
    }

    /// The first beginning of a line at `byte` or behind it; what lies before is forgotten.
    fn begin(&mut self, byte: u64) -> RowAt {
        while self.begins.front().is_some_and(|begin| begin.byte < byte) {
            self.begins.pop_front();
        }
        self.begins.front().copied().unwrap_or(self.at)
    }

    fn pass(&mut self, byte: u8) {
        self.at.byte += 1;
        if is_end(byte) {
            self.at.line += u64::from((self.last, byte) != (b'\r', b'\n'));
            if is_end(self.last) {
                self.begins.pop_back();
            }
            self.begins.push_back(self.at);
        }
        self.last = byte;
    }
}

impl<R: Read> Read for Lines<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.text.read(buffer)?;
        buffer[..count].iter().for_each(|&byte| self.pass(byte));
        Ok(count)
    }
}

const fn is_end(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text of one byte at a time, as the worst of files gives it.
    struct Drops<'t>(&'t [u8]);

    impl Read for Drops<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let count = self.0.len().min(buffer.len()).min(1);
            self.0.read(&mut buffer[..count])
        }
    }

    /// First cell, line and text from the first byte on of each row.
    fn rows(text: &str, reader: impl Read) -> Vec<(String, u64, bool)> {
        let (mut reader, mut row) = (RowReader::new(reader, b','), ByteRecord::new());
        let mut found = Vec::new();
        while let Some(at) = reader.read(&mut row).unwrap() {
            let cell = String::from_utf8(row[0].to_vec()).unwrap();
            let starts = text[usize::try_from(at.byte).unwrap()..].trim_start_matches('"').starts_with(&cell);
            found.push((cell, at.line, starts));
        }
        found
    }

    #[test]
    fn rows_begin_where_people_see_them_whatever_ends_the_lines() {
        let text = "id,name\na,1\n\n\nb,\"two\n\nlines\"\nc,3\n\"d\ne\",4\n\nf,5";
        let lines = [("id", 1), ("a", 2), ("b", 5), ("c", 8), ("d\ne", 9), ("f", 12)];
        for end in ["\n", "\r\n", "\r"] {
            for text in [text.to_owned(), format!("{text}\n"), format!("{text}\n\n")] {
                let text = text.replace('\n', end);
                let wanted: Vec<_> = lines.iter().map(|&(id, line)| (id.replace('\n', end), line, true)).collect();
                assert_eq!(rows(&text, text.as_bytes()), wanted, "{text:?}");
                assert_eq!(rows(&text, Drops(text.as_bytes())), wanted, "{text:?}");
            }
        }
        assert_eq!(rows("\r\n\r\na,1", "\r\n\r\na,1".as_bytes()), [("a".to_owned(), 3, true)]);
        assert_eq!(rows("", "".as_bytes()), []);
    }
}
