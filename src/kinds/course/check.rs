//! What is wrong with a course as a whole: translations that differ, links that lead nowhere, terms
//! that nobody uses.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::link::{Linked, Visible};
use super::live::Answers;
use super::manuscript::Manuscript;
use super::schema::LessonHead;
use super::{Course, Lesson, outline};
use crate::kinds::book::Book;
use crate::load::check::nearest;
use crate::load::{Folder, Source, tree};
use crate::measures::Measure;
use crate::pages::article::{ArticlePart, Lost, formulas, lost_footnotes, read};
use crate::values::{Audience, Code, Language, Place, Problem, Severity};

/// Everything that can be found without the cases.
pub(super) fn check(course: &Course, folder: &Folder, languages: &[Language]) -> Vec<Problem> {
    let mut problems = links(course, folder, None);
    for lesson in &course.lessons {
        pairs(lesson, languages, &mut problems);
        heads(course, lesson, &mut problems);
    }
    outline::places(course, &mut problems);
    outline::strangers(course, &mut problems);
    for exercise in &course.exercises {
        problems.extend(exercise.check(course, languages));
    }
    notes(course, languages, &mut problems);
    glossary(course, folder, languages, &mut problems);
    problems.extend(super::syllabus::check(course, folder));
    problems.extend(super::forms::check(course, folder));
    problems
}

impl Course {
    /// What is wrong with links to cases and with values of cases, now that the cases have answered; and
    /// with numeric exercises, for the figures of so many students.
    #[must_use]
    pub fn check_cases(&self, folder: &Folder, book: &Book, answers: &Answers, variants: usize) -> Vec<Problem> {
        let mut problems = links(self, folder, Some(answers));
        let sound = self
            .exercises
            .iter()
            .filter(|exercise| exercise.check(self, &[]).iter().all(|problem| problem.severity != Severity::Error));
        problems.extend(sound.flat_map(|exercise| {
            let mut found = exercise.try_variants(book, folder, variants);
            found.extend(exercise.try_solution(book, folder));
            found
        }));
        for note in self.notes.iter().flat_map(|note| &note.texts) {
            if let Some(case) = note.head.case.as_deref().filter(|case| answers.page_of(case).is_none()) {
                let message = format!("the book holds no case `{case}`");
                let hint = answers
                    .nearest(case)
                    .map_or_else(|| "name a case of the book".to_owned(), |near| format!("did you mean `{near}`?"));
                problems.push(at_key(&note.source, "case", Code::BadReference, message, &hint));
            }
        }
        problems
    }
}

/// Links, values, pictures and formulas of every text. With answers only what rests on cases is told,
/// since the rest has been told before.
fn links(course: &Course, folder: &Folder, answers: Option<&Answers>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (source, body, language) in course.bodies() {
        let mut linked = Linked::new(course, folder, everything(), language, &source.path);
        linked.answers = answers;
        let parts = read(source.text.get(body..).unwrap_or_default(), &mut linked);
        problems.extend(linked.faults.into_iter().map(|(at, message, hint)| {
            let place = Place { file: source.path.clone(), span: Some((body + at.start..body + at.end).into()) };
            Problem::new(Code::UnknownLink, place, message).hint(hint)
        }));
        if answers.is_none() {
            unreadable(source, body, &parts, &mut problems);
            footnotes(source, body, &mut problems);
        }
    }
    problems
}

/// Checks look at everything, whoever will read it.
fn everything() -> Visible {
    Visible { audience: Audience::Instructor, day: Date::MAX }
}

/// Formulas that cannot be read, each at its place.
fn unreadable(source: &Source, body: usize, parts: &[ArticlePart], problems: &mut Vec<Problem>) {
    let mut from = body;
    for formula in formulas(parts).into_iter().filter(|formula| !formula.is_sound()) {
        let tex = formula.tex.as_str();
        let found = source.text.get(from..).and_then(|rest| rest.find(tex)).map_or(body, |at| from + at);
        from = found;
        let place = Place { file: source.path.clone(), span: Some((found..found + tex.len()).into()) };
        problems.push(
            Problem::new(Code::BadFormula, place, format!("the formula `{tex}` cannot be read"))
                .hint("write it in LaTeX: \\frac{a}{b}, \\sum_i x_i, \\text{words}; a dollar sign alone is \\$"),
        );
    }
}

/// Footnotes without their mark or without their note.
fn footnotes(source: &Source, body: usize, problems: &mut Vec<Problem>) {
    for (lost, label, at) in lost_footnotes(source.text.get(body..).unwrap_or_default()) {
        let place = Place { file: source.path.clone(), span: Some((body + at.start..body + at.end).into()) };
        let (message, hint) = match lost {
            Lost::Note => {
                (format!("there is no note `[^{label}]`"), format!("write `[^{label}]: …` in a line of its own"))
            }
            Lost::Mark => (
                format!("nothing refers to the note `[^{label}]`, so that it is not shown"),
                format!("write `[^{label}]` in the text, or remove the note"),
            ),
        };
        problems.push(Problem::new(Code::LostFootnote, place, message).hint(hint));
    }
}

/// A problem at a key of a file's head.
pub(super) fn at_key(source: &Source, key: &str, code: Code, message: String, hint: &str) -> Problem {
    let start = source.text.lines().scan(0, |at, line| {
        let start = *at;
        *at += line.len() + 1;
        Some((start, line))
    });
    let line = start.take(60).find(|(_, line)| line.split('=').next().is_some_and(|name| name.trim() == key));
    let span = line.map(|(at, line)| (at..at + line.trim_end().len()).into());
    Problem::new(code, Place { file: source.path.clone(), span }, message).hint(hint)
}

/// A text that lacks a language of the book.
fn missing<H>(texts: &[Manuscript<H>], languages: &[Language], problems: &mut Vec<Problem>) {
    let Some(first) = texts.first() else { return };
    for language in languages.iter().filter(|language| texts.iter().all(|text| text.language != **language)) {
        let place = Place { file: first.source.path.clone(), span: None };
        let message = format!("there is no translation into {}", language.name());
        let (from, to) = (format!(".{}.md", first.language.code()), format!(".{}.md", language.code()));
        let hint = format!("write {}", first.source.path.replace(&from, &to));
        problems.push(Problem::new(Code::MissingTranslation, place, message).hint(hint));
    }
}

/// What the two languages of a lesson must have in common.
fn pairs(lesson: &Lesson, languages: &[Language], problems: &mut Vec<Problem>) {
    missing(&lesson.texts, languages, problems);
    let [source, translation] = lesson.texts.as_slice() else { return };
    let mut differs = |key: &str, one: String, other: String| {
        if one != other {
            let message = format!("`{key}` is {other} here and {one} in {}", source.source.path);
            problems.push(at_key(&translation.source, key, Code::TranslationDiffers, message, "make the two agree"));
        }
    };
    let (one, other) = (&source.head, &translation.head);
    let release = |head: &LessonHead| head.release.map_or_else(|| "absent".to_owned(), |day| day.0.to_string());
    differs("order", one.order.to_string(), other.order.to_string());
    differs("minutes", one.minutes.to_string(), other.minutes.to_string());
    differs("objectives", format!("{} long", one.objectives.len()), format!("{} long", other.objectives.len()));
    differs("terms", one.terms.join(", "), other.terms.join(", "));
    differs("scope", one.scope.join(", "), other.scope.join(", "));
    differs("release", release(one), release(other));
    numbers(source, translation, problems);
    stale(source, one.updated.0, translation, other.updated.0, problems);
}

/// Values that one language inserts and the other does not.
fn numbers<H>(source: &Manuscript<H>, translation: &Manuscript<H>, problems: &mut Vec<Problem>) {
    let calls = |text: &str| {
        let mut calls: Vec<String> =
            text.split("{{").skip(1).filter_map(|rest| Some(rest.split_once("}}")?.0.trim().to_owned())).collect();
        calls.sort();
        calls
    };
    let (one, other) = (calls(source.text()), calls(translation.text()));
    let only = |a: &[String], b: &[String]| a.iter().find(|call| !b.contains(call)).cloned();
    let (file, call) = match (only(&one, &other), only(&other, &one)) {
        (Some(call), _) => (&translation.source.path, call),
        (None, Some(call)) => (&source.source.path, call),
        (None, None) => return,
    };
    let place = Place { file: file.clone(), span: None };
    let message = format!("the value `{call}` stands in one language only");
    problems.push(Problem::new(Code::TranslationDiffers, place, message).hint("insert the same values in both"));
}

fn stale<H>(source: &Manuscript<H>, day: Date, translation: &Manuscript<H>, other: Date, problems: &mut Vec<Problem>) {
    if other < day {
        let message = format!("the translation is of {other}, its source {} of {day}", source.source.path);
        let hint = "bring it up to date, then its `updated` too";
        problems.push(at_key(&translation.source, "updated", Code::TranslationStale, message, hint));
    }
}

/// The terms that a lesson's head names.
fn heads(course: &Course, lesson: &Lesson, problems: &mut Vec<Problem>) {
    for text in &lesson.texts {
        for id in text.head.terms.iter().filter(|id| course.term(id).is_none()) {
            let hint = nearest(id, course.terms.iter().map(|term| term.id.as_str()))
                .map_or_else(|| "add it to the glossary".to_owned(), |near| format!("did you mean `{near}`?"));
            let message = format!("the glossary holds no term `{id}`");
            problems.push(at_key(&text.source, "terms", Code::BadReference, message, &hint));
        }
    }
}

fn notes(course: &Course, languages: &[Language], problems: &mut Vec<Problem>) {
    for note in &course.notes {
        missing(&note.texts, languages, problems);
        for text in &note.texts {
            for id in text.head.lessons.iter().filter(|id| course.lesson(id).is_none()) {
                let message = format!("the course has no lesson `{id}`");
                problems.push(at_key(&text.source, "lessons", Code::BadReference, message, "write SECTION/ID"));
            }
        }
        if let [source, translation] = note.texts.as_slice() {
            numbers(source, translation, problems);
            stale(source, source.head.updated.0, translation, translation.head.updated.0, problems);
        }
    }
}

fn glossary(course: &Course, folder: &Folder, languages: &[Language], problems: &mut Vec<Problem>) {
    let mut used: BTreeSet<String> = BTreeSet::new();
    for (source, body, language) in course.bodies() {
        let mut linked = Linked::new(course, folder, everything(), language, &source.path);
        let _ = read(source.text.get(body..).unwrap_or_default(), &mut linked);
        used.extend(linked.terms);
    }
    used.extend(course.lessons.iter().flat_map(|lesson| &lesson.texts).flat_map(|text| text.head.terms.clone()));
    for (at, term) in course.terms.iter().enumerate() {
        let mut report = |code, key: &str, message: String, hint: String| {
            problems.push(in_glossary(folder, term, key, code, message, &hint));
        };
        for language in languages {
            let name = if *language == Language::Zh { &term.name.zh } else { &term.name.en };
            if name.trim().is_empty() {
                let message = format!("the term `{}` has no name in {}", term.id, language.name());
                report(Code::MissingTranslation, "", message, format!("add `{} = \"…\"`", language.code()));
            }
            let definition = if *language == Language::Zh { &term.definition.zh } else { &term.definition.en };
            if definition.trim().is_empty() {
                let message = format!("the definition of `{}` has no wording in {}", term.id, language.name());
                report(Code::MissingTranslation, ".definition", message, format!("add `{} = \"…\"`", language.code()));
            }
        }
        if !crate::kinds::case_file::is_id(&term.id) {
            let hint = "use letters, digits, - and _".to_owned();
            report(Code::BadValue, ".id", format!("`{}` cannot serve as an id", term.id), hint);
        }
        if let Some(first) = course.terms[..at].iter().find(|other| other.id == term.id) {
            let message = format!("the term `{}` stands in {} already", term.id, first.place.0);
            report(Code::DuplicateId, ".id", message, "keep one of them".to_owned());
        }
        for see in term.see.iter().filter(|see| course.term(see).is_none()) {
            let near = nearest(see, course.terms.iter().map(|term| term.id.as_str()));
            let hint =
                near.map_or_else(|| "name a term of the glossary".to_owned(), |near| format!("did you mean `{near}`?"));
            report(Code::BadReference, ".see", format!("the glossary holds no term `{see}`"), hint);
        }
        if !term.measure.is_empty() && Measure::from_id(&term.measure).is_none() {
            let near = nearest(&term.measure, Measure::ALL.iter().map(|measure| measure.id()));
            let hint = near.map_or_else(|| "name a measure".to_owned(), |near| format!("did you mean `{near}`?"));
            report(Code::BadReference, ".measure", format!("there is no measure `{}`", term.measure), hint);
        }
        if !used.contains(&term.id) && !course.lessons.is_empty() {
            let hint = "name it in a lesson's `terms` or link to it as (term:ID)".to_owned();
            report(Code::UnusedTerm, ".id", format!("no lesson teaches or names `{}`", term.id), hint);
        }
    }
    definitions(course, folder, problems);
}

/// Links within definitions.
fn definitions(course: &Course, folder: &Folder, problems: &mut Vec<Problem>) {
    for term in &course.terms {
        for (language, text) in [(Language::Zh, &term.definition.zh), (Language::En, &term.definition.en)] {
            let mut linked = Linked::new(course, folder, everything(), language, &term.place.0);
            let _ = read(text, &mut linked);
            for (_, message, hint) in linked.faults {
                problems.push(in_glossary(folder, term, ".definition", Code::UnknownLink, message, &hint));
            }
        }
    }
}

fn in_glossary(folder: &Folder, term: &super::Term, key: &str, code: Code, message: String, hint: &str) -> Problem {
    let (file, path) = &term.place;
    let span = folder.read(file).ok().map(|source| {
        let tree = tree::recover(&source);
        tree::locate(&tree, &format!("{path}{key}")).into()
    });
    Problem::new(code, Place { file: file.clone(), span }, message).hint(hint)
}
