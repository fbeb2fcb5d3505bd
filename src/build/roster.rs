//! Reads the roster of a class: a table of students, as schools' systems write it.

use std::path::Path;

use csv::ByteRecord;

use super::glyphs::lacks;
use crate::kinds::course::pages::Taker;
use crate::load::Source;
use crate::load::rows::RowReader;
use crate::load::table::delimiter;
use crate::values::{Code, Place, Problem};

/// What the column of numbers may be called.
const NUMBERS: [&str; 6] = ["number", "id", "student", "student number", "student_id", "学号"];
/// What the column of names may be called.
const NAMES: [&str; 4] = ["name", "student name", "student_name", "姓名"];
/// The most students; a larger table is hardly a class.
const MOST: usize = 5000;

/// A class.
#[derive(Debug)]
pub struct Roster {
    /// The students, in the order of the table.
    pub takers: Vec<Taker>,
    /// The text of the table.
    pub source: Source,
}

impl Roster {
    /// What the typesetter found, with a character that no font holds at each student who has it.
    #[must_use]
    pub fn placed(&self, problems: Vec<Problem>) -> Vec<Problem> {
        problems.into_iter().flat_map(|problem| self.at_students(problem)).collect()
    }

    fn at_students(&self, problem: Problem) -> Vec<Problem> {
        let hit = |taker: &&Taker| taker.name.chars().chain(taker.id.chars()).any(|c| lacks(&problem, c));
        let told: Vec<_> = self.takers.iter().filter(hit).map(|taker| self.at(taker, &problem)).collect();
        if told.is_empty() { vec![problem] } else { told }
    }

    /// `problem` at the line of `taker`.
    fn at(&self, taker: &Taker, problem: &Problem) -> Problem {
        let student = [taker.name.as_str(), &taker.id].join(" ");
        Problem {
            place: place(&self.source, taker.row),
            message: format!("{}, which the student {} has", problem.message, student.trim()),
            ..problem.clone()
        }
    }
}

/// The students of the table at `path`.
///
/// # Errors
/// What is wrong with the file, its header or its rows; all of it at once.
pub fn roster(path: &Path) -> Result<Roster, (Vec<Problem>, Option<Source>)> {
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
        Ok(takers) => Ok(Roster { takers, source }),
        Err(problems) => Err((problems, Some(source))),
    }
}

fn takers(source: &Source) -> Result<Vec<Taker>, Vec<Problem>> {
    let first = source.text.split(['\r', '\n']).next().unwrap_or_default();
    let mut reader = RowReader::new(source.text.as_bytes(), delimiter(first.as_bytes()));
    let mut row = ByteRecord::new();
    let problem =
        |code, at: usize, message: String, hint: &str| Problem::new(code, place(source, at), message).hint(hint);
    let Ok(Some(_)) = reader.read(&mut row) else {
        return Err(vec![problem(Code::TableHeader, 0, "the roster is empty".to_owned(), HEADER)]);
    };
    let header: Vec<_> = row.iter().map(|cell| text(cell).to_lowercase()).collect();
    let column = |names: &[&str]| header.iter().position(|cell| names.contains(&cell.as_str()));
    let Some(number) = column(&NUMBERS) else {
        let message = "the roster has no column of student numbers".to_owned();
        return Err(vec![problem(Code::TableHeader, 0, message, HEADER)]);
    };
    let name = column(&NAMES);
    let (mut takers, mut problems): (Vec<Taker>, Vec<Problem>) = (Vec::new(), Vec::new());
    // A text in memory can be read to its end.
    while let Ok(Some(at)) = reader.read(&mut row) {
        let at = usize::try_from(at.byte).unwrap_or(usize::MAX);
        let cell = |column: usize| row.get(column).map(text).unwrap_or_default();
        let taker = Taker { id: cell(number), name: name.map_or_else(String::new, cell), row: at };
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

/// The line of `source` that begins at byte `at`.
fn place(source: &Source, at: usize) -> Place {
    let end = source.text.get(at..).and_then(|rest| rest.find(['\r', '\n'])).map_or(source.text.len(), |end| at + end);
    Place { file: source.path.clone(), span: Some((at..end).into()) }
}

fn text(cell: &[u8]) -> String {
    String::from_utf8_lossy(cell).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::pdf::named;

    fn source(text: &str) -> Source {
        Source::new("roster.csv", text.to_owned())
    }

    /// Numbers and names of the students of a table.
    fn read(text: &str) -> Result<Vec<[String; 2]>, Vec<Problem>> {
        takers(&source(text)).map(|takers| takers.into_iter().map(|taker| [taker.id, taker.name]).collect())
    }

    #[test]
    fn reads_what_schools_write() {
        let wanted =
            [["2026001", "王小雨"], ["2026002", "Lee, Ann"]].map(|taker| taker.map(ToOwned::to_owned)).to_vec();
        assert_eq!(read("学号,姓名,班级\n2026001,王小雨,一班\n2026002,\"Lee, Ann\",\n").as_ref(), Ok(&wanted));
        assert_eq!(read("Name;Number\r\n王小雨;2026001\r\nLee, Ann; 2026002\r\n").as_ref(), Ok(&wanted));
        assert_eq!(read("id\n7\n"), Ok(vec![["7".to_owned(), String::new()]]));
    }

    #[test]
    fn tells_everything_that_is_wrong() {
        let codes = |text: &str| read(text).map_err(|problems| problems.iter().map(|p| p.code).collect::<Vec<_>>());
        assert_eq!(codes(""), Err(vec![Code::TableHeader]));
        assert_eq!(codes("name\nAnn\n"), Err(vec![Code::TableHeader]));
        assert_eq!(codes("number\n"), Err(vec![Code::TableHeader]));
        assert_eq!(codes("number,name\n1,A\n,B\n1,C\n"), Err(vec![Code::MissingField, Code::DuplicateId]));
    }

    #[test]
    fn a_character_without_a_font_is_told_at_its_students() {
        let glyph = |c| {
            let place = Place { file: "worksheets".to_owned(), span: None };
            Problem::new(Code::MissingGlyph, place, format!("no font holds the character {}", named(c)))
        };
        for end in ["\n", "\r\n", "\r"] {
            let source = source(&"number,name\n1,\"Ann\nLee\"\n2,李𠮷\n\n3,𠮷田\n".replace('\n', end));
            let roster = Roster { takers: takers(&source).unwrap(), source };
            let told = roster.placed(vec![glyph('𠮷'), glyph('㐂')]);
            let place = |problem: &Problem| {
                let span = problem.place.span?;
                Some((roster.source.line(span.start), roster.source.slice(span.start..span.end)))
            };
            let lines: Vec<_> = told.iter().map(place).collect();
            assert_eq!(lines, [Some((4, "2,李𠮷")), Some((6, "3,𠮷田")), None], "{end:?}");
            assert!(told[0].message.ends_with("which the student 李𠮷 2 has"), "{}", told[0].message);
            assert_eq!(told[2].place.file, "worksheets", "what no student has stays where it was found");
        }
    }
}
