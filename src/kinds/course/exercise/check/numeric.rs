//! What is wrong with numeric exercises: inputs that are not used, slips that are the right answer, and
//! figures for which the engine finds no answer.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::super::draw::names;
use super::super::schema::{MistakeFile, NumericFile};
use super::super::slips::{near, slips};
use super::super::solve::solve;
use super::super::{ACCEPTED, Exercise, ExerciseKind, PAGE, formula};
use super::Check;
use crate::kinds::book::Book;
use crate::load::Folder;
use crate::load::check::nearest;
use crate::measures::Measure;
use crate::values::{Code, Problem, Unit};

impl Exercise {
    /// Tries the figures of `students`, and of the page: every one must have an answer, and every slip
    /// another number than that.
    #[must_use]
    pub fn try_variants(&self, book: &Book, folder: &Folder, students: usize) -> Vec<Problem> {
        let (ExerciseKind::Numeric, Some(numeric)) = (self.file.kind, &self.file.numeric) else { return Vec::new() };
        let mut check = Check { exercise: self, problems: Vec::new() };
        let names = std::iter::once(PAGE.to_owned()).chain((1..=students).map(|number| format!("variant-{number}")));
        for student in names {
            if !check.has_answer(numeric, &student, book, folder) || !check.has_slips(numeric, &student, book, folder) {
                break;
            }
        }
        check.problems
    }
}

impl Check<'_> {
    fn has_answer(&mut self, numeric: &NumericFile, student: &str, book: &Book, folder: &Folder) -> bool {
        let Err(reason) = solve(numeric, &self.exercise.id, student, book, folder) else { return true };
        let message = format!("with the figures of `{student}` {reason}");
        let hint = "mend the case or its period, or narrow the ranges of the inputs";
        self.report(Code::UnsolvableExercise, "numeric", message, hint);
        false
    }

    /// On the page a slip must be told apart from the right answer; with a student's figures the two may
    /// fall together.
    fn has_slips(&mut self, numeric: &NumericFile, student: &str, book: &Book, folder: &Folder) -> bool {
        let right = || solve(numeric, &self.exercise.id, student, book, folder).ok();
        let right = if student == PAGE && !numeric.mistakes.is_empty() { right() } else { None };
        let right = right.map_or_else(Vec::new, |solved| near(numeric, solved.answer, ACCEPTED));
        for (at, slip) in slips(numeric, &self.exercise.id, student, book, folder).enumerate() {
            let told = match slip {
                Ok(slip) if near(numeric, slip.answer, 1).iter().any(|answer| right.contains(answer)) => {
                    "the slip comes to the right answer".to_owned()
                }
                Ok(_) => continue,
                Err(reason) => format!("with the figures of `{student}` the slip has no number: {reason}"),
            };
            let hint = "name a slip that leads to another number, or change the ranges of the inputs";
            self.report(Code::UnsolvableExercise, &format!("numeric.mistakes[{at}]"), told, hint);
            return false;
        }
        true
    }

    pub(super) fn numeric(&mut self, numeric: &NumericFile) {
        self.mistakes(numeric);
        match Measure::from_id(&numeric.measure) {
            None => self.unknown_measure("numeric.measure", &numeric.measure),
            // Its unit depends on the case, so that an answer would be ambiguous.
            Some(measure) if measure.unit() == Unit::Money => {
                let message = format!("`{}` is an amount of money, which cannot be asked for", numeric.measure);
                self.report(Code::BadValue, "numeric.measure", message, "ask for a ratio, a share, days or points");
            }
            Some(_) => {}
        }
        let prompt = &self.exercise.file.prompt;
        for (path, text) in [("prompt", &prompt.zh), ("prompt", &prompt.en), ("numeric.case", &numeric.case)] {
            for name in names(text).filter(|name| !numeric.inputs.contains_key(*name)) {
                let message = format!("`${{{name}}}` is not an input");
                self.report(Code::BadReference, path, message, "add it to `[numeric.inputs]`, or correct its name");
            }
        }
        let used: BTreeSet<&str> = names(&numeric.case).collect();
        let (zh, en): (BTreeSet<&str>, BTreeSet<&str>) = (names(&prompt.zh).collect(), names(&prompt.en).collect());
        if !prompt.zh.is_empty() && !prompt.en.is_empty() && zh != en {
            let message = "the two languages of the prompt name different inputs".to_owned();
            self.report(Code::TranslationDiffers, "prompt", message, "give the same figures in both");
        }
        for (name, input) in &numeric.inputs {
            let path = format!("numeric.inputs.{name}");
            let known = input.sum.iter().all(|part| part != name && numeric.inputs.contains_key(part));
            let ranged = match (input.from, input.to) {
                (Some(from), Some(to)) => {
                    from.0 < to.0 && input.step.is_none_or(|step| step.0 > rust_decimal::Decimal::ZERO)
                }
                _ => false,
            };
            if input.sum.is_empty() && !ranged || !known {
                let hint = "write `from` below `to` and a `step` above 0, or `sum` with names of other inputs";
                self.report(Code::BadValue, &path, format!("no values can be drawn for `{name}`"), hint);
            }
            let summed = numeric.inputs.values().any(|other| other.sum.contains(name));
            if !used.contains(name.as_str()) && !summed {
                self.report(Code::BadValue, &path, format!("the case does not use `{name}`"), "use it, or remove it");
            }
        }
    }

    /// A slip is another figure or a formula, not both.
    fn mistakes(&mut self, numeric: &NumericFile) {
        for (at, mistake) in numeric.mistakes.iter().enumerate() {
            let path = format!("numeric.mistakes[{at}]");
            let figure = mistake.measure.is_some() || mistake.period.is_some();
            if figure == mistake.formula.is_some() {
                let message = "it is not said what is computed by mistake".to_owned();
                self.report(Code::BadValue, &path, message, "write `measure` or `period`, or else `formula`");
            }
            self.mistaken_measure(&path, mistake);
            // Ones in place of the inputs show whether the formula can be read.
            let ones: BTreeMap<String, Decimal> =
                numeric.inputs.keys().map(|name| (name.clone(), Decimal::ONE)).collect();
            let read = mistake.formula.as_deref().map(|text| formula::value(text, &ones));
            if let Some(Err(reason)) = read
                && !reason.contains("zero")
            {
                let message = format!("the formula cannot be read: {reason}");
                let hint = "write inputs, numbers, + - * / and brackets";
                self.report(Code::BadValue, &format!("{path}.formula"), message, hint);
            }
        }
    }

    fn mistaken_measure(&mut self, path: &str, mistake: &MistakeFile) {
        let Some(id) = mistake.measure.as_deref().filter(|id| Measure::from_id(id).is_none()) else { return };
        self.unknown_measure(&format!("{path}.measure"), id);
    }

    /// There is no measure `id`.
    pub(super) fn unknown_measure(&mut self, path: &str, id: &str) {
        let near = nearest(id, Measure::ALL.iter().map(|measure| measure.id()));
        let hint =
            near.map_or_else(|| "see `casebook explain --list`".to_owned(), |near| format!("did you mean `{near}`?"));
        self.report(Code::BadReference, path, format!("there is no measure `{id}`"), &hint);
    }
}
