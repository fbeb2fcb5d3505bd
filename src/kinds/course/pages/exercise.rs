//! Exercises on pages: one page each, a list by lesson, and on a student's page no answer but sealed.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::words as w;
use super::{Desk, EXERCISES, Place, lesson_path};
use crate::kinds::course::exercise::draw::{draw, filled};
use crate::kinds::course::exercise::schema::{ExerciseFile, NumericFile};
use crate::kinds::course::exercise::seal::Seal;
use crate::kinds::course::exercise::solve::{Solved, solve};
use crate::kinds::course::exercise::{Exercise, ExerciseKind, PAGE};
use crate::pages::article::ArticlePart;
use crate::pages::exercise as block;
use crate::pages::number::short;
use crate::pages::{Block, Link, Outline, OutlineEntry, Page};
use crate::present::tables::section;
use crate::values::{Audience, Text};

/// The most answers that a number's tolerance may accept, each of which costs a seal.
const ACCEPTED: u64 = 41;

/// The path of an exercise's page in the book's first language.
#[must_use]
pub fn exercise_path(id: &str) -> String {
    format!("{EXERCISES}/{id}.html")
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
            Some(numeric) => {
                filled(prompt, &draw(&numeric.inputs, &exercise.id, sheet.student), |value| short(value, 6))
            }
            None => prompt.to_owned(),
        };
        let mut read = |text: &str| self.read(text, &exercise.source.path, sheet.place, pictures);
        let optional = |text: &Option<Text>, read: &mut dyn FnMut(&str) -> Vec<ArticlePart>| {
            text.as_ref().map_or_else(Vec::new, |text| read(text.get(self.language())))
        };
        let key = (self.visible.audience == Audience::Instructor).then(|| block::Key {
            answers: self.answers(file, solved.as_ref()),
            answer: optional(&file.answer, &mut read),
            guide: optional(&file.guide, &mut read),
        });
        let made = block::Exercise {
            id: exercise.id.clone(),
            title: String::new(),
            room: block::Room::None,
            worth: self.worth(file),
            prompt: read(&prompt),
            task: self.task(exercise, numeric, solved.as_ref(), sheet.sealed),
            hint: optional(&file.hint, &mut read),
            method: optional(&file.method, &mut read),
            key,
            words: self.exercise_words(numeric),
        };
        (made, solved)
    }

    fn task(
        &self,
        exercise: &Exercise,
        numeric: Option<&NumericFile>,
        solved: Option<&Solved>,
        sealed: bool,
    ) -> block::Task {
        let (file, language) = (&exercise.file, self.language());
        let seal = |part: &str, response: &str| {
            if sealed { Seal { exercise: &exercise.id, part }.mark(response) } else { String::new() }
        };
        match file.kind {
            ExerciseKind::Open => block::Task::Open,
            ExerciseKind::Single | ExerciseKind::Multiple => {
                let right: Vec<String> = file
                    .choices
                    .iter()
                    .enumerate()
                    .filter(|(_, choice)| choice.correct)
                    .map(|(at, _)| at.to_string())
                    .collect();
                let choices = file.choices.iter().enumerate().map(|(at, choice)| {
                    let remark = choice.feedback.as_ref().map_or("", |remark| remark.get(language));
                    let remark = if remark.is_empty() || !sealed {
                        String::new()
                    } else {
                        Seal { exercise: &exercise.id, part: "choice" }.remark(&at.to_string(), remark)
                    };
                    block::Choice { text: choice.text.get(language).to_owned(), remark }
                });
                block::Task::Choice {
                    several: file.kind == ExerciseKind::Multiple,
                    mark: seal("choice", &right.join(",")),
                    choices: choices.collect(),
                }
            }
            ExerciseKind::Classification => {
                let options = file
                    .classes
                    .iter()
                    .map(|class| block::Named { id: class.id.clone(), text: class.text.get(language).to_owned() });
                let items = file.practices.iter().enumerate().map(|(at, practice)| block::Item {
                    text: practice.text.get(language).to_owned(),
                    mark: seal(&at.to_string(), &practice.class),
                });
                block::Task::Sort { options: options.collect(), items: items.collect() }
            }
            ExerciseKind::Matching => matching(file, language, &seal),
            ExerciseKind::Numeric => {
                let (Some(numeric), Some(solved)) = (numeric, solved) else { return block::Task::Open };
                let marks = accepted(numeric, solved).iter().map(|answer| seal("number", answer)).collect();
                block::Task::Number { decimals: numeric.decimals, marks }
            }
        }
    }

    /// The right answers in words, for instructors.
    fn answers(&self, file: &ExerciseFile, solved: Option<&Solved>) -> Vec<String> {
        let language = self.language();
        let say = |text: &Text| text.get(language).to_owned();
        match file.kind {
            ExerciseKind::Open => Vec::new(),
            ExerciseKind::Single | ExerciseKind::Multiple => {
                let remark = |remark: &Option<Text>| {
                    remark.as_ref().map_or_else(String::new, |remark| format!(" — {}", say(remark)))
                };
                let told = |choice: &crate::kinds::course::exercise::schema::ChoiceFile| {
                    format!(
                        "{} {}{}",
                        if choice.correct { "✓" } else { "✗" },
                        say(&choice.text),
                        remark(&choice.feedback)
                    )
                };
                file.choices.iter().map(told).collect()
            }
            ExerciseKind::Classification => {
                let class = |id: &str| {
                    file.classes.iter().find(|class| class.id == id).map_or_else(String::new, |class| say(&class.text))
                };
                file.practices
                    .iter()
                    .map(|practice| format!("{} → {}", say(&practice.text), class(&practice.class)))
                    .collect()
            }
            ExerciseKind::Matching => {
                file.pairs.iter().map(|pair| format!("{} → {}", say(&pair.left), say(&pair.right))).collect()
            }
            ExerciseKind::Numeric => {
                let solution = solved.and_then(|solved| solved.solution.iter().find(|(known, _)| *known == language));
                solution.map(|(_, line)| line.clone()).into_iter().collect()
            }
        }
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
        }
    }
}

/// Left sides with all right sides as options, in an order that tells nothing: that of their words.
fn matching(
    file: &ExerciseFile,
    language: crate::values::Language,
    seal: &dyn Fn(&str, &str) -> String,
) -> block::Task {
    let mut options: Vec<block::Named> = file
        .pairs
        .iter()
        .map(|pair| block::Named { id: String::new(), text: pair.right.get(language).to_owned() })
        .collect();
    options.sort_by(|a, b| a.text.cmp(&b.text));
    for (at, option) in options.iter_mut().enumerate() {
        option.id = at.to_string();
    }
    let place = |words: &str| options.iter().position(|option| option.text == words).unwrap_or(0).to_string();
    let items = file.pairs.iter().enumerate().map(|(at, pair)| block::Item {
        text: pair.left.get(language).to_owned(),
        mark: seal(&at.to_string(), &place(pair.right.get(language))),
    });
    let items = items.collect();
    block::Task::Sort { options, items }
}

/// The answer with the asked decimals.
pub(super) fn rounded(numeric: &NumericFile, solved: &Solved) -> Decimal {
    let decimals = u32::from(numeric.decimals.min(6));
    let mut right =
        solved.answer.round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
    right.rescale(decimals);
    right
}

/// Every answer with the asked decimals that lies near enough.
fn accepted(numeric: &NumericFile, solved: &Solved) -> Vec<String> {
    let decimals = u32::from(numeric.decimals.min(6));
    let step = Decimal::new(1, decimals);
    let right = rounded(numeric, solved);
    let mut answers = Vec::new();
    let within = u64::try_from((numeric.within.0 / step).trunc()).unwrap_or(0).min(ACCEPTED / 2);
    for offset in 0..=within {
        for answer in [right - step * Decimal::from(offset), right + step * Decimal::from(offset)] {
            let text = format!("{answer:.*}", numeric.decimals.min(6) as usize);
            if !answers.contains(&text) {
                answers.push(text);
            }
        }
    }
    answers
}

pub(super) const fn kind_words(kind: ExerciseKind) -> crate::values::Words {
    match kind {
        ExerciseKind::Open => w::OPEN,
        ExerciseKind::Single => w::SINGLE,
        ExerciseKind::Multiple => w::MULTIPLE,
        ExerciseKind::Classification => w::CLASSIFICATION,
        ExerciseKind::Matching => w::MATCHING,
        ExerciseKind::Numeric => w::NUMERIC,
    }
}
