//! Reads the roster of a class: a table of students, as schools' systems write it.

use std::path::Path;

use csv::{ReaderBuilder, StringRecord};

use crate::kinds::course::pages::Taker;
use crate::load::Source;
use crate::values::{Code, Place, Problem};

/// What the column of numbers may be called.
const NUMBERS: [&str; 6] = ["number", "id", "student", "student number", "student_id", "学号"];
/// What the column of names may be called.
const NAMES: [&str; 4] = ["name", "student name", "student_name", "姓名"];
/// The most students; a larger table is hardly a class.
const MOST: usize = 5000;

/// The students of the table at `path`, in its order, and its text for problems.
///
/// # Errors
/// What is wrong with the file, its header or its rows; all of it at once.
pub fn roster(path: &Path) -> Result<Vec<Taker>, (Vec<Problem>, Option<Source>)> {
    let name = path.display().to_string();
    let place = Place { file: name.clone(), span: None };
    let unreadable =
        |reason: String, hint: &str| (vec![Problem::new(Code::UnreadableFile, place.clone(), reason).hint(hint)], None);
    let bytes = std::fs::read(path)
        .map_err(|error| unreadable(format!("the roster cannot be read: {error}"), "name a CSV file"))?;
    let text = String::from_utf8(bytes)
        .map_err(|_| unreadable("the roster is not UTF-8".to_owned(), "save it as “CSV UTF-8”"))?;
    let source = Source::new(&name, text.trim_start_matches('\u{feff}').to_owned());
    match takers(&source) {
        Ok(takers) => Ok(takers),
        Err(problems) => Err((problems, Some(source))),
    }
}

fn takers(source: &Source) -> Result<Vec<Taker>, Vec<Problem>> {
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter(&source.text))
        .flexible(true)
        .has_headers(false)
        .trim(csv::Trim::All)
        .from_reader(source.text.as_bytes());
    let mut rows = reader.records();
    let problem = |code, at: usize, message: String, hint: &str| {
        let end = source.text[at..].find('\n').map_or(source.text.len(), |end| at + end);
        let place = Place { file: source.path.clone(), span: Some((at..end).into()) };
        Problem::new(code, place, message).hint(hint)
    };
    let Some(Ok(header)) = rows.next() else {
        return Err(vec![problem(Code::TableHeader, 0, "the roster is empty".to_owned(), HEADER)]);
    };
    let column = |names: &[&str]| header.iter().position(|cell| names.contains(&cell.to_lowercase().as_str()));
    let Some(number) = column(&NUMBERS) else {
        let message = "the roster has no column of student numbers".to_owned();
        return Err(vec![problem(Code::TableHeader, 0, message, HEADER)]);
    };
    let name = column(&NAMES);
    let (mut takers, mut problems): (Vec<Taker>, Vec<Problem>) = (Vec::new(), Vec::new());
    for row in rows {
        let Ok(row) = row else {
            problems.push(problem(Code::RowLength, 0, "a row of the roster cannot be read".to_owned(), HEADER));
            break;
        };
        let at = position(&row);
        let cell = |column: usize| row.get(column).unwrap_or_default().to_owned();
        let taker = Taker { id: cell(number), name: name.map_or_else(String::new, cell) };
        if taker.id.is_empty() {
            let message = "a student has no number".to_owned();
            problems.push(problem(Code::MissingField, at, message, "the figures follow from the number: give one"));
        } else if takers.iter().any(|known| known.id == taker.id) {
            let message = format!("the student number `{}` stands twice", taker.id);
            problems.push(problem(Code::DuplicateId, at, message, "two students would get the same figures"));
        } else {
            takers.push(taker);
        }
    }
    if takers.is_empty() && problems.is_empty() {
        problems.push(problem(Code::TableHeader, 0, "the roster names no student".to_owned(), HEADER));
    }
    if takers.len() > MOST {
        let message = format!("the roster names {} students; the most is {MOST}", takers.len());
        problems.push(problem(Code::BadValue, 0, message, "divide it by classes"));
    }
    if problems.is_empty() { Ok(takers) } else { Err(problems) }
}

const HEADER: &str = "begin with a line such as `number,name`, then a line for each student";

fn position(row: &StringRecord) -> usize {
    row.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0))
}

/// Comma, semicolon or tab: whichever the first line has most of.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |delimiter: u8| first.bytes().filter(|&byte| byte == delimiter).count();
    [b'\t', b';', b','].into_iter().max_by_key(|&delimiter| count(delimiter)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<Taker>, Vec<Problem>> {
        takers(&Source::new("roster.csv", text.to_owned()))
    }

    #[test]
    fn reads_what_schools_write() {
        let wanted = vec![
            Taker { id: "2026001".to_owned(), name: "王小雨".to_owned() },
            Taker { id: "2026002".to_owned(), name: "Lee, Ann".to_owned() },
        ];
        assert_eq!(read("学号,姓名,班级\n2026001,王小雨,一班\n2026002,\"Lee, Ann\",\n").as_ref(), Ok(&wanted));
        assert_eq!(read("Name;Number\r\n王小雨;2026001\r\nLee, Ann; 2026002\r\n").as_ref(), Ok(&wanted));
        assert_eq!(read("id\n7\n"), Ok(vec![Taker { id: "7".to_owned(), name: String::new() }]));
    }

    #[test]
    fn tells_everything_that_is_wrong() {
        let codes = |text: &str| read(text).map_err(|problems| problems.iter().map(|p| p.code).collect::<Vec<_>>());
        assert_eq!(codes(""), Err(vec![Code::TableHeader]));
        assert_eq!(codes("name\nAnn\n"), Err(vec![Code::TableHeader]));
        assert_eq!(codes("number\n"), Err(vec![Code::TableHeader]));
        assert_eq!(codes("number,name\n1,A\n,B\n1,C\n"), Err(vec![Code::MissingField, Code::DuplicateId]));
    }
}
