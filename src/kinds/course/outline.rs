//! What is wrong with the outline of a course: titles without a translation, exercises outside of the
//! sections, lessons and exercises that claim the same place.

use super::check::at_key;
use super::schema::CourseFile;
use super::{Course, Lesson};
use crate::kinds::book::BOOK_FILE;
use crate::kinds::course::Exercise;
use crate::load::{Folder, tree};
use crate::values::{Code, Language, Place, Problem, Text};

/// Titles in the settings that lack a language of the book.
pub(super) fn titles(settings: &CourseFile, folder: &Folder, languages: &[Language]) -> Vec<Problem> {
    let mut texts = vec![("course.title".to_owned(), &settings.title)];
    texts.extend(settings.description.iter().map(|text| ("course.description".to_owned(), text)));
    let title = |of: &str, at: usize| format!("course.{of}[{at}].title");
    texts.extend(settings.sections.iter().enumerate().map(|(at, section)| (title("sections", at), &section.title)));
    texts.extend(settings.syllabus.iter().enumerate().map(|(at, row)| (title("syllabus", at), &row.title)));
    let lacking: Vec<(String, Language)> = texts
        .into_iter()
        .flat_map(|(path, text)| languages.iter().map(move |&language| (path.clone(), text, language)))
        .filter(|(_, text, language)| !has(text, *language))
        .map(|(path, _, language)| (path, language))
        .collect();
    if lacking.is_empty() {
        return Vec::new();
    }
    let Ok(source) = folder.read(BOOK_FILE) else { return Vec::new() };
    let tree = tree::recover(&source);
    let problem = |(path, language): (String, Language)| {
        let code = language.code();
        let place = Place { file: BOOK_FILE.to_owned(), span: Some(tree::locate(&tree, &path).into()) };
        let message = format!("`{path}` has no wording in {} ({code})", language.name());
        let hint = format!("add `{code} = \"…\"`, or write one text for all languages");
        Problem::new(Code::MissingTranslation, place, message).hint(hint)
    };
    lacking.into_iter().map(problem).collect()
}

fn has(text: &Text, language: Language) -> bool {
    let wording = if language == Language::Zh { &text.zh } else { &text.en };
    !wording.trim().is_empty()
}

/// Lessons of one section, and exercises of one lesson, that have the same place.
pub(super) fn places(course: &Course, problems: &mut Vec<Problem>) {
    for (at, lesson) in course.lessons.iter().enumerate() {
        let same = |other: &&Lesson| other.section == lesson.section && other.order() == lesson.order();
        if let (Some(first), Some(text)) = (course.lessons[..at].iter().find(same), lesson.texts.first()) {
            let message = format!("`{}` has the same place in its section: {}", first.id, lesson.order());
            problems.push(at_key(&text.source, "order", Code::DuplicateId, message, "number the lessons of a section"));
        }
    }
    for (at, exercise) in course.exercises.iter().enumerate() {
        let file = &exercise.file;
        let same = |other: &&Exercise| other.file.lesson == file.lesson && other.file.order == file.order;
        if let Some(first) = course.exercises[..at].iter().find(same) {
            let message =
                format!("`{}` has the same place among the exercises of its lesson: {}", first.id, file.order);
            let hint = "number the exercises of a lesson";
            problems.push(at_key(&exercise.source, "order", Code::DuplicateId, message, hint));
        }
    }
}

/// Exercises in a folder that is no section.
pub(super) fn strangers(course: &Course, problems: &mut Vec<Problem>) {
    for exercise in &course.exercises {
        let section = exercise.id.rsplit_once('/').map_or("", |(section, _)| section);
        if course.sections.iter().any(|known| known.id == section) {
            continue;
        }
        let place = Place { file: exercise.source.path.clone(), span: None };
        let message = match section {
            "" => "the exercise lies in the folder of no section".to_owned(),
            section => format!("the course has no section `{section}`"),
        };
        let known: Vec<_> = course.sections.iter().map(|section| format!("exercises/{}/", section.id)).collect();
        let hint = match known.join(" or ") {
            none if none.is_empty() => "add the section as [[course.sections]] to casebook.toml".to_owned(),
            known => format!("move the file to {known}, or add the section to casebook.toml"),
        };
        problems.push(Problem::new(Code::BadReference, place, message).hint(hint));
    }
}
