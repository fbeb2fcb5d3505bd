//! Reads a course from the folder: finds the files, pairs translations, keeps what is sound.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::manuscript::{Manuscript, manuscript, name};
use super::schema::{CourseFile, GlossaryFile, LessonHead, NoteHead, RowFile};
use super::{Course, Exercise, Lesson, Note, Row, Section, Term};
use crate::load::shape::shape;
use crate::load::{self, Folder, FolderFile};
use crate::values::{Code, Language, Place, Problem, Text};

/// The id of a course that names none.
pub(super) const DEFAULT_ID: &str = "course";
/// The folder of lessons.
pub(super) const LESSONS: &str = "lessons";
/// The folder of teaching notes.
const TEACHING: &str = "teaching";
/// The glossary: a file, and a folder of more files.
const GLOSSARY: &str = "glossary";
/// The endings of pictures.
pub(super) const PICTURES: [&str; 5] = ["png", "jpg", "jpeg", "webp", "svg"];

impl Course {
    /// Reads the course that `settings` describe, in the languages of the book. What is wrong goes to
    /// `problems`; what is sound is kept.
    #[must_use]
    pub fn read(folder: &Folder, settings: &CourseFile, languages: &[Language], problems: &mut Vec<Problem>) -> Course {
        let sections: Vec<Section> = settings
            .sections
            .iter()
            .map(|section| Section { id: section.id.trim().to_owned(), title: section.title.clone() })
            .collect();
        let id = settings.id.as_deref().map(str::trim).filter(|id| !id.is_empty()).unwrap_or(DEFAULT_ID);
        let mut course = Course {
            id: id.to_owned(),
            title: settings.title.clone(),
            description: settings.description.clone().unwrap_or_default(),
            help_on_sheets: settings.help_on_sheets,
            lessons: lessons(folder, &sections, languages, problems),
            terms: terms(folder, problems),
            exercises: Exercise::all(folder, problems),
            notes: notes(folder, languages, problems),
            syllabus: settings.syllabus.iter().map(row).collect(),
            sections,
        };
        course.lessons.sort_by(|a, b| (a.section, a.order(), &a.id).cmp(&(b.section, b.order(), &b.id)));
        problems.extend(super::outline::titles(settings, folder, languages));
        problems.extend(super::check::check(&course, folder, languages));
        course
    }
}

fn row(row: &RowFile) -> Row {
    Row { id: row.id.trim().to_owned(), title: row.title.clone(), taught: row.taught.unwrap_or(true) }
}

/// The Markdown files of a folder.
fn files(folder: &Folder, dir: &str, problems: &mut Vec<Problem>) -> Vec<FolderFile> {
    match folder.files(dir, "md", &PICTURES) {
        Ok((files, strangers)) => {
            problems.extend(strangers);
            files
        }
        Err(errors) => {
            problems.extend(errors);
            Vec::new()
        }
    }
}

/// The manuscripts of a folder by what stands between the folder and the language: `credit/ratios`.
fn manuscripts<H: DeserializeOwned + JsonSchema>(
    folder: &Folder,
    dir: &str,
    languages: &[Language],
    problems: &mut Vec<Problem>,
) -> BTreeMap<String, Vec<Manuscript<H>>> {
    let shape = shape::<H>();
    let mut found: BTreeMap<String, Vec<Manuscript<H>>> = BTreeMap::new();
    for file in files(folder, dir, problems) {
        let read = || -> Result<_, Vec<Problem>> {
            let (id, language) = name(&file).map_err(|problem| vec![problem])?;
            let source = folder.read(&file.path).map_err(|problem| vec![problem])?;
            Ok((id, manuscript::<H>(source, language, &shape)?))
        };
        match read() {
            Ok((id, text)) if languages.contains(&text.language) => {
                let below = file.path.strip_prefix(dir).unwrap_or(&file.path).trim_start_matches('/');
                let key = below.rsplit_once('/').map_or(id.clone(), |(section, _)| format!("{section}/{id}"));
                found.entry(key).or_default().push(text);
            }
            // A language that the book does not publish may lie ready.
            Ok(_) => {}
            Err(found) => problems.extend(found),
        }
    }
    for texts in found.values_mut() {
        texts.sort_by_key(|text| languages.iter().position(|&language| language == text.language));
    }
    found
}

fn lessons(folder: &Folder, sections: &[Section], languages: &[Language], problems: &mut Vec<Problem>) -> Vec<Lesson> {
    let mut lessons = Vec::new();
    for (id, texts) in manuscripts::<LessonHead>(folder, LESSONS, languages, problems) {
        let section = id.rsplit_once('/').map_or("", |(section, _)| section);
        match sections.iter().position(|known| known.id == section) {
            Some(section) => lessons.push(Lesson { id, section, texts }),
            None => problems.extend(texts.iter().map(|text| {
                let place = Place { file: text.source.path.clone(), span: None };
                let message = format!("the course has no section `{section}`");
                let known: Vec<_> = sections.iter().map(|section| format!("{LESSONS}/{}/", section.id)).collect();
                Problem::new(Code::BadReference, place, message)
                    .hint(format!("move the file to {}, or add the section to casebook.toml", known.join(" or ")))
            })),
        }
    }
    lessons
}

fn notes(folder: &Folder, languages: &[Language], problems: &mut Vec<Problem>) -> Vec<Note> {
    let texts = manuscripts::<NoteHead>(folder, TEACHING, languages, problems);
    texts.into_iter().map(|(id, texts)| Note { id, texts }).collect()
}

fn terms(folder: &Folder, problems: &mut Vec<Problem>) -> Vec<Term> {
    let mut files = Vec::new();
    let one = format!("{GLOSSARY}.toml");
    if folder.holds(&one) {
        files.push(FolderFile { path: one, stem: GLOSSARY.to_owned() });
    }
    match folder.files(GLOSSARY, "toml", &[]) {
        Ok((more, strangers)) => {
            files.extend(more);
            problems.extend(strangers);
        }
        Err(errors) => problems.extend(errors),
    }
    let shape = shape::<GlossaryFile>();
    let mut terms: Vec<Term> = Vec::new();
    for file in files {
        let source = match folder.read(&file.path) {
            Ok(source) => source,
            Err(problem) => {
                problems.push(problem);
                continue;
            }
        };
        match load::read::<GlossaryFile>(&source, &shape) {
            Ok((file, _)) => terms.extend(file.terms.into_iter().enumerate().map(|(at, term)| Term {
                id: term.id.trim().to_owned(),
                name: Text { zh: term.zh.unwrap_or_default(), en: term.en.unwrap_or_default() },
                definition: term.definition,
                see: term.see,
                measure: term.measure.unwrap_or_default(),
                place: (source.path.clone(), format!("terms[{at}]")),
            })),
            Err(found) => problems.extend(found),
        }
    }
    terms
}
