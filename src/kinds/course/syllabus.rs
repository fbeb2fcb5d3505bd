//! What is wrong with the syllabus: rows that are named and not known, and rows that nothing covers.

use super::check::at_key;
use super::{Course, Row};
use crate::kinds::book::BOOK_FILE;
use crate::load::check::nearest;
use crate::load::{Folder, Source, tree};
use crate::values::{Code, Place, Problem};

/// Everything wrong with the rows that lessons and exercises name, and with the syllabus. A course without a
/// syllabus may name what it likes.
pub(super) fn check(course: &Course, folder: &Folder) -> Vec<Problem> {
    if course.syllabus.is_empty() {
        return Vec::new();
    }
    let mut problems = Vec::new();
    for text in course.lessons.iter().flat_map(|lesson| &lesson.texts) {
        problems.extend(
            unknown(course, &text.head.scope)
                .map(|(message, hint)| at_key(&text.source, "scope", Code::BadReference, message, &hint)),
        );
    }
    for exercise in &course.exercises {
        problems.extend(
            unknown(course, &exercise.file.scope)
                .map(|(message, hint)| at_key(&exercise.source, "scope", Code::BadReference, message, &hint)),
        );
    }
    rows(course, folder, &mut problems);
    problems
}

/// Message and hint for each of `scope` that is no row.
fn unknown<'a>(course: &'a Course, scope: &'a [String]) -> impl Iterator<Item = (String, String)> + 'a {
    let known = |id: &str| course.syllabus.iter().any(|row| row.id == id);
    scope.iter().filter(move |id| !known(id)).map(|id| {
        let near = nearest(id, course.syllabus.iter().map(|row| row.id.as_str()));
        let hint = near.map_or_else(
            || "name a row of `[[course.syllabus]]`, or add it there".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        (format!("the syllabus has no row `{id}`"), hint)
    })
}

/// Rows that stand twice, and rows that nothing covers.
fn rows(course: &Course, folder: &Folder, problems: &mut Vec<Problem>) {
    let settings = folder.read(BOOK_FILE).ok();
    for (at, row) in course.syllabus.iter().enumerate() {
        if course.syllabus[..at].iter().any(|other| other.id == row.id) {
            let problem =
                in_settings(settings.as_ref(), at, Code::DuplicateId, format!("the row `{}` stands twice", row.id));
            problems.push(problem.hint("keep one of them"));
        } else if let Some(message) = uncovered(course, row) {
            let problem = in_settings(settings.as_ref(), at, Code::RowUncovered, message);
            problems.push(problem.hint("name the row under `scope` of a lesson or an exercise"));
        }
    }
}

fn uncovered(course: &Course, row: &Row) -> Option<String> {
    let told = match course.lacks(row).as_slice() {
        [] => return None,
        ["lesson"] => "no lesson teaches",
        ["exercise"] => "no exercise trains",
        _ => "no lesson teaches and no exercise trains",
    };
    Some(format!("{told} `{}`", row.id))
}

fn in_settings(settings: Option<&Source>, at: usize, code: Code, message: String) -> Problem {
    let span = settings.map(|source| {
        let tree = tree::recover(source);
        tree::locate(&tree, &format!("course.syllabus[{at}].id")).into()
    });
    Problem::new(code, Place { file: BOOK_FILE.to_owned(), span }, message)
}
