//! What is wrong with numeric exercises: inputs that are not used, slips that are the right answer, and
//! figures for which the engine finds no answer.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::super::draw::{ends, names};
use super::super::schema::{MistakeFile, NumericFile};
use super::super::slips::{near, slips_with};
use super::super::solve::{drawn, solve_with};
use super::super::{ACCEPTED, Exercise, ExerciseKind, PAGE, formula};
use super::Check;
use crate::kinds::book::Book;
use crate::load::Folder;
use crate::load::check::nearest;
use crate::measures::Measure;
use crate::values::{Code, Problem, Unit};

impl Exercise {
    /// Tries the figures of the page, of `students` and, where there are any, those at the ends of the ranges:
    /// all must have an answer, and every slip another number than that.
    #[must_use]
    pub fn try_variants(&self, book: &Book, folder: &Folder, students: usize) -> Vec<Problem> {
        let (ExerciseKind::Numeric, Some(numeric)) = (self.file.kind, &self.file.numeric) else { return Vec::new() };
        let of = |student: &str| drawn(numeric, &self.id, student, book);
        let page = of(PAGE);
        let ends = if students == 0 { Vec::new() } else { ends(&numeric.inputs, &page) };
        let students = (1..=students).map(|number| of(&format!("variant-{number}")));
        let mut trial = Trial { check: Check { exercise: self, problems: Vec::new() }, numeric, book, folder };
        if trial.holds(&page, true) {
            let _ = students.chain(ends).all(|values| trial.holds(&values, false));
        }
        trial.check.problems
    }
}

/// A numeric exercise that is tried with figures.
struct Trial<'a> {
    check: Check<'a>,
    numeric: &'a NumericFile,
    book: &'a Book,
    folder: &'a Folder,
}

impl Trial<'_> {
    fn holds(&mut self, values: &BTreeMap<String, Decimal>, on_page: bool) -> bool {
        self.has_answer(values) && self.has_slips(values, on_page)
    }

    fn has_answer(&mut self, values: &BTreeMap<String, Decimal>) -> bool {
        let Err(reason) = solve_with(self.numeric, values.clone(), self.book, self.folder) else { return true };
        let message = format!("with the figures {} {reason}", self.listed(values));
        let hint = "mend the case or its period, or narrow the ranges of the inputs";
        self.check.report(Code::UnsolvableExercise, "numeric", message, hint);
        false
    }

    /// On the page a slip must be told apart from the right answer; with a student's figures the two may
    /// fall together.
    fn has_slips(&mut self, values: &BTreeMap<String, Decimal>, on_page: bool) -> bool {
        let numeric = self.numeric;
        let right = || solve_with(numeric, values.clone(), self.book, self.folder).ok();
        let right = if on_page && !numeric.mistakes.is_empty() { right() } else { None };
        let right = right.map_or_else(Vec::new, |solved| near(numeric, solved.answer, ACCEPTED));
        for (at, slip) in slips_with(numeric, values.clone(), self.book, self.folder).enumerate() {
            let told = match slip {
                Ok(slip) if near(numeric, slip.answer, 1).iter().any(|answer| right.contains(answer)) => {
                    "the slip comes to the right answer".to_owned()
                }
                Ok(_) => continue,
                Err(reason) => format!("with the figures {} the slip has no number: {reason}", self.listed(values)),
            };
            let hint = "name a slip that leads to another number, or change the ranges of the inputs";
            self.check.report(Code::UnsolvableExercise, &format!("numeric.mistakes[{at}]"), told, hint);
            return false;
        }
        true
    }

    /// The figures that are drawn, with their names: `cash = 10, debts = 0,`.
    fn listed(&self, values: &BTreeMap<String, Decimal>) -> String {
        let is_drawn = |name: &String| self.numeric.inputs.get(name).is_some_and(|input| input.sum.is_empty());
        let drawn = values.iter().filter(|(name, _)| is_drawn(name));
        drawn.map(|(name, value)| format!("{name} = {},", value.normalize())).collect::<Vec<_>>().join(" ")
    }
}

impl Check<'_> {
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
        let told = told(zh.union(&en).copied().collect(), numeric);
        for (name, input) in &numeric.inputs {
            let path = format!("numeric.inputs.{name}");
            if input.sum.is_empty() && !told.contains(name.as_str()) {
                let message = format!("`{name}` is drawn anew for every student, but the prompt does not give it");
                let hint = format!("write `${{{name}}}` in the prompt, or a fixed number in the case");
                self.report(Code::HiddenFigure, &path, message, &hint);
            }
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

/// The inputs that a prompt tells which names `given`: those, and the parts of sums among them.
fn told<'n>(given: BTreeSet<&'n str>, numeric: &'n NumericFile) -> BTreeSet<&'n str> {
    let (mut told, mut next) = (BTreeSet::new(), given.into_iter().collect::<Vec<_>>());
    while let Some(name) = next.pop() {
        if told.insert(name) {
            next.extend(numeric.inputs.get(name).iter().flat_map(|input| &input.sum).map(String::as_str));
        }
    }
    told
}
