//! How an exercise is answered on its page: choices, options, numbers and forms, with the right responses
//! sealed.

use super::exercise::{ExerciseSheet, form_path};
use super::words as w;
use super::{Desk, Place};
use crate::kinds::course::exercise::schema::{ExerciseFile, NumericFile};
use crate::kinds::course::exercise::seal::Seal;
use crate::kinds::course::exercise::slips::{near, slips};
use crate::kinds::course::exercise::solve::Solved;
use crate::kinds::course::exercise::{ACCEPTED, Exercise, ExerciseKind};
use crate::pages::exercise as block;
use crate::values::Language;

/// The most numbers that are taken for one slip.
const SLIPPED: usize = 11;

impl Desk<'_> {
    pub(super) fn task(
        &self,
        exercise: &Exercise,
        sheet: ExerciseSheet<'_>,
        numeric: Option<&NumericFile>,
        solved: Option<&Solved>,
    ) -> block::Task {
        let (file, language) = (&exercise.file, self.language());
        // A seal takes two thousand rounds, and paper marks nothing.
        let seal = |part: &str, response: &str| {
            if sheet.sealed { Seal { exercise: &exercise.id, part }.mark(response) } else { String::new() }
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
                    let remark = if remark.is_empty() || !sheet.sealed {
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
                let (mut marks, mut slips) = (Vec::new(), Vec::new());
                if sheet.sealed {
                    let right = near(numeric, solved.answer, ACCEPTED);
                    marks = right.iter().map(|answer| seal("number", answer)).collect();
                    slips = self.slips(exercise, numeric, sheet.student, &right);
                }
                block::Task::Number { decimals: numeric.decimals, marks, slips }
            }
            ExerciseKind::File => {
                let criteria = file.file.iter().flat_map(|task| &task.rubric).map(|criterion| block::Criterion {
                    text: criterion.text.get(language).to_owned(),
                    points: self.tell(w::POINTS, &[&criterion.points.to_string()]),
                });
                let form = match sheet.place {
                    Place::Page(page) => format!("{}{}", page.root, form_path(&exercise.id, language)),
                    Place::Report { .. } => String::new(),
                };
                block::Task::File { form, criteria: criteria.collect() }
            }
        }
    }

    /// The numbers of foreseen slips, sealed; what is right is no slip.
    fn slips(&self, exercise: &Exercise, numeric: &NumericFile, student: &str, right: &[String]) -> Vec<block::Slip> {
        let seal = Seal { exercise: &exercise.id, part: "slip" };
        let mut sealed: Vec<block::Slip> = Vec::new();
        for slip in slips(numeric, &exercise.id, student, self.book, self.folder).flatten() {
            for answer in near(numeric, slip.answer, SLIPPED).into_iter().filter(|answer| !right.contains(answer)) {
                let mark = seal.mark(&answer);
                if sealed.iter().all(|known| known.mark != mark) {
                    let remark = seal.remark(&answer, slip.remark.get(self.language()));
                    sealed.push(block::Slip { mark, remark });
                }
            }
        }
        sealed
    }
}

/// Left sides with all right sides as options, in an order that tells nothing: that of their words.
fn matching(file: &ExerciseFile, language: Language, seal: &dyn Fn(&str, &str) -> String) -> block::Task {
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
