//! Exercises on pages: one page each, a list by lesson, and on a student's page no answer but sealed.

use std::collections::BTreeSet;

use super::key::solution;
use super::words as w;
use super::{Desk, EXERCISES, Place, lesson_path};
use crate::kinds::course::exercise::draw::{draw, filled};
use crate::kinds::course::exercise::schema::{ExerciseFile, NumericFile};
use crate::kinds::course::exercise::solve::{Solved, solve};
use crate::kinds::course::exercise::{Exercise, ExerciseKind, PAGE};
use crate::pages::article::ArticlePart;
use crate::pages::exercise as block;
use crate::pages::number::short;
use crate::pages::{Block, Link, Outline, OutlineEntry, Page};
use crate::present::tables::section;
use crate::values::{Audience, Language, Text};

/// The path of an exercise's page in the book's first language.
#[must_use]
pub fn exercise_path(id: &str) -> String {
    format!("{EXERCISES}/{id}.html")
}

/// Where the blank form of a file exercise lies.
#[must_use]
pub fn form_path(id: &str, language: Language) -> String {
    format!("data/exercises/{id}.{}.toml", language.code())
}

/// Where an exercise stands, and for whom.
#[derive(Clone, Copy)]
pub(super) struct ExerciseSheet<'a> {
    /// Where.
    pub place: Place<'a>,
    /// Whose figures a numeric exercise has.
    pub student: &'a str,
    /// Whether the answers are there, sealed, so that a page can mark.
    pub sealed: bool,
}

impl Desk<'_> {
    /// The blank forms of file exercises: paths below the output folder, and texts.
    #[must_use]
    pub fn forms(&self) -> Vec<(String, String)> {
        let language = self.language();
        let form = |exercise: &&Exercise| {
            let task = exercise.file.file.as_ref().filter(|_| exercise.file.kind == ExerciseKind::File)?;
            Some((form_path(&exercise.id, language), format!("{}\n", task.form.get(language).trim())))
        };
        self.exercises().iter().filter_map(form).collect()
    }

    /// The exercises that readers see, lesson by lesson.
    pub(super) fn exercises(&self) -> Vec<&Exercise> {
        let lessons = self.lessons();
        let place = |exercise: &Exercise| lessons.iter().position(|lesson| lesson.id == exercise.file.lesson);
        let sees = |exercise: &&Exercise| {
            exercise.is_visible(self.visible.audience, self.visible.day) && place(exercise).is_some()
        };
        let mut all: Vec<&Exercise> = self.course.exercises.iter().filter(sees).collect();
        all.sort_by_key(|exercise| (place(exercise), exercise.file.order, &exercise.id));
        all
    }

    /// The list of exercises.
    pub(super) fn exercises_page(&self, exercises: &[&Exercise]) -> Page {
        let mut page = self.page(&format!("{EXERCISES}/index.html"), EXERCISES, self.say(w::EXERCISES), |_| true);
        let points: u32 = exercises.iter().map(|exercise| u32::from(exercise.file.points)).sum();
        page.lead = self.tell(w::EXERCISES_IN, &[&exercises.len().to_string(), &points.to_string()]);
        page.description = format!("{}: {}", self.course.title.get(self.language()), page.lead);
        for (at, part) in self.course.sections.iter().enumerate() {
            let here = exercises.iter().filter(|exercise| {
                self.course.lesson(&exercise.file.lesson).is_some_and(|lesson| lesson.section == at)
            });
            let entries: Vec<OutlineEntry> = here.map(|exercise| self.exercise_entry(exercise, &page)).collect();
            if !entries.is_empty() {
                let outline = Outline { entries, read: self.say(w::SOLVED) };
                let title = part.title.get(self.language());
                let blocks = std::iter::once(Block::Outline(outline)).chain(self.sheet_links(at, &page.root));
                page.sections.push(section(&format!("section-{}", part.id), title, blocks.collect()));
            }
        }
        page
    }

    /// An exercise in a list on `page`.
    pub(super) fn exercise_entry(&self, exercise: &Exercise, page: &Page) -> OutlineEntry {
        let file = &exercise.file;
        OutlineEntry {
            key: format!("exercise:{}", exercise.id),
            title: file.title.get(self.language()).to_owned(),
            href: self.href(page, &exercise_path(&exercise.id)),
            note: format!("{} · {}", self.say(kind_words(file.kind)), self.worth(file)),
            ..OutlineEntry::default()
        }
    }

    fn worth(&self, file: &ExerciseFile) -> String {
        self.tell(w::WORTH, &[&file.points.to_string(), &file.minutes.to_string()])
    }

    /// The page of an exercise.
    pub(super) fn exercise_page(&self, exercise: &Exercise, pictures: &mut BTreeSet<String>) -> Page {
        let file = &exercise.file;
        // A measure or a lesson may have the same name.
        let title = self.tell(w::EXERCISE_ON, &[file.title.get(self.language())]);
        let mut page = self.page(&exercise_path(&exercise.id), EXERCISES, title.clone(), |_| true);
        let list = self.href(&page, &format!("{EXERCISES}/index.html"));
        page.trail.push(Link { text: self.say(w::EXERCISES), href: list });
        if let Some(text) = self.course.lesson(&file.lesson).and_then(|lesson| lesson.text(self.language())) {
            let href = self.href(&page, &lesson_path(&file.lesson));
            page.trail.push(Link { text: text.head.title.clone(), href });
        }
        page.lead = format!("{} · {}", self.say(kind_words(file.kind)), self.worth(file));
        page.description = format!("{title} · {}", self.course.title.get(self.language()));
        page.contents = false;
        let made = self.exercise_block(exercise, &page, pictures);
        page.sections = vec![section("exercise", self.say(w::QUESTION), vec![Block::Exercise(Box::new(made))])];
        page
    }

    fn exercise_block(&self, exercise: &Exercise, page: &Page, pictures: &mut BTreeSet<String>) -> block::Exercise {
        let sheet = ExerciseSheet { place: Place::Page(page), student: PAGE, sealed: true };
        self.exercise_on(exercise, sheet, pictures).0
    }

    /// An exercise as it stands on `sheet`, and how the engine solves it where it is a numeric one.
    pub(super) fn exercise_on(
        &self,
        exercise: &Exercise,
        sheet: ExerciseSheet<'_>,
        pictures: &mut BTreeSet<String>,
    ) -> (block::Exercise, Option<Solved>) {
        let file = &exercise.file;
        let numeric = file.numeric.as_ref().filter(|_| file.kind == ExerciseKind::Numeric);
        // `check` has tried the figures of the page.
        let solved =
            numeric.and_then(|numeric| solve(numeric, &exercise.id, sheet.student, self.book, self.folder).ok());
        let prompt = file.prompt.get(self.language());
        let prompt = match numeric {
            Some(numeric) => self.with_figures(prompt, numeric, &exercise.id, sheet.student),
            None => prompt.to_owned(),
        };
        let mut read = |text: &str| self.read(text, &exercise.source.path, sheet.place, pictures);
        let optional = |text: &Option<Text>, read: &mut dyn FnMut(&str) -> Vec<ArticlePart>| {
            text.as_ref().map_or_else(Vec::new, |text| read(text.get(self.language())))
        };
        let key = (self.visible.audience == Audience::Instructor).then(|| block::Key {
            answers: self.answers(exercise, solved.as_ref()),
            answer: optional(&file.answer, &mut read).into_iter().chain(solution(file)).collect(),
            guide: optional(&file.guide, &mut read),
        });
        let made = block::Exercise {
            id: exercise.id.clone(),
            title: String::new(),
            room: block::Room::None,
            worth: self.worth(file),
            prompt: read(&prompt),
            task: self.task(exercise, sheet, numeric, solved.as_ref()),
            hint: optional(&file.hint, &mut read),
            method: optional(&file.method, &mut read),
            key,
            words: self.exercise_words(numeric),
        };
        (made, solved)
    }

    /// A prompt with the figures of `student`.
    pub(super) fn with_figures(&self, prompt: &str, numeric: &NumericFile, exercise: &str, student: &str) -> String {
        filled(prompt, &draw(&numeric.inputs, &self.course.id, exercise, student), |value| short(value, 6))
    }

    fn exercise_words(&self, numeric: Option<&NumericFile>) -> block::ExerciseWords {
        block::ExerciseWords {
            hint: self.say(w::HINT),
            method: self.say(w::HOW_TO_ANSWER),
            check: self.say(w::CHECK),
            reset: self.say(w::RESET),
            right: self.say(w::RIGHT),
            wrong: self.say(w::WRONG),
            partly: self.say(w::PARTLY),
            empty: self.say(w::NOT_ANSWERED),
            number: self.say(w::YOUR_NUMBER),
            unread: self.say(w::NO_NUMBER),
            decimals: numeric.map_or_else(String::new, |numeric| match numeric.decimals {
                0 => self.say(w::WHOLE),
                decimals => self.tell(w::DECIMALS, &[&decimals.to_string()]),
            }),
            choose: self.say(w::CHOOSE),
            key: self.say(w::KEY),
            answer: self.say(w::MODEL_ANSWER),
            guide: self.say(w::MARKING_GUIDE),
            paper: self.say(w::ON_PAPER),
            form: self.say(w::BLANK_FORM),
            criteria: self.say(w::MARKED_BY),
        }
    }
}

const fn kind_words(kind: ExerciseKind) -> crate::values::Words {
    match kind {
        ExerciseKind::Open => w::OPEN,
        ExerciseKind::Single => w::SINGLE,
        ExerciseKind::Multiple => w::MULTIPLE,
        ExerciseKind::Classification => w::CLASSIFICATION,
        ExerciseKind::Matching => w::MATCHING,
        ExerciseKind::Numeric => w::NUMERIC,
        ExerciseKind::File => w::FILE,
    }
}
