//! What shows that a text is not finished: the dots of its form, and teaching notes without their headings.

use super::Course;
use super::manuscript::Manuscript;
use super::schema::NoteHead;
use crate::load::blank::{is_placeholder, placeholders, problem};
use crate::load::{Folder, Source};
use crate::values::{Code, Language, Place, Problem};

/// The headings of a teaching note, in their order.
#[must_use]
pub const fn note_headings(language: Language) -> [&'static str; 5] {
    match language {
        Language::Zh => ["案情", "教学目标", "讨论问题", "分析", "课时安排"],
        Language::En => ["Synopsis", "Objectives", "Questions", "Analysis", "Time plan"],
    }
}

/// What is not finished in the texts of a course.
pub(super) fn check(course: &Course, folder: &Folder) -> Vec<Problem> {
    let mut problems: Vec<Problem> = course.bodies().flat_map(|(source, body, _)| unwritten(source, body)).collect();
    problems.extend(course.exercises.iter().flat_map(|exercise| placeholders(&exercise.source, None)));
    let mut glossaries: Vec<&str> = course.terms.iter().map(|term| term.place.0.as_str()).collect();
    glossaries.dedup();
    for file in glossaries {
        problems.extend(folder.read(file).iter().flat_map(|source| placeholders(source, None)));
    }
    problems.extend(course.notes.iter().flat_map(|note| &note.texts).filter_map(headings));
    problems
}

/// The dots in a manuscript: a text of its head, or a line or a link of its body.
fn unwritten(source: &Source, body: usize) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in source.text.split_inclusive('\n') {
        let dots = if at < body {
            line.split('#').next().and_then(|code| code.find("\"…\"")).map(|start| (start, 5))
        } else if is_placeholder(line) {
            line.find(['…', '.']).map(|start| (start, line.trim().len()))
        } else {
            line.find("[…](").map(|start| (start + 1, 3))
        };
        if let Some((start, length)) = dots {
            found.push(problem(&source.path, (at + start..at + start + length).into()));
        }
        at += line.len();
    }
    found
}

/// The first heading that a teaching note should have at this place.
fn headings(text: &Manuscript<NoteHead>) -> Option<Problem> {
    let wanted = note_headings(text.language);
    let found: Vec<&str> = text.text().lines().filter_map(|line| line.strip_prefix("## ")).map(str::trim).collect();
    let mut rest = found.iter();
    let lacking = wanted.iter().find(|heading| !rest.any(|found| found == *heading))?;
    let order = if found.contains(lacking) { "in its place" } else { "at all" };
    let message = format!("the note has no heading “{lacking}” {order}");
    let headings: Vec<String> = wanted.iter().map(|heading| format!("## {heading}")).collect();
    let place = Place { file: text.source.path.clone(), span: None };
    Some(Problem::new(Code::NoteHeadings, place, message).hint(format!("write in this order: {}", headings.join(", "))))
}
