//! What is wrong with exercises: choices without a right one, classes that nobody knows, inputs that
//! are not used, and figures for which the engine finds no answer.

use std::collections::BTreeSet;

use super::draw::names;
use super::schema::{ExerciseFile, ExerciseKind, NumericFile};
use super::solve::solve;
use super::{Exercise, PAGE};
use crate::kinds::book::Book;
use crate::kinds::course::Course;
use crate::load::check::nearest;
use crate::load::{Folder, tree};
use crate::measures::Measure;
use crate::values::{Code, Language, Place, Problem, Text, Unit};

struct Check<'a> {
    exercise: &'a Exercise,
    problems: Vec<Problem>,
}

impl Exercise {
    /// Everything that can be found without assessing a case.
    pub(in crate::kinds::course) fn check(&self, course: &Course) -> Vec<Problem> {
        let mut check = Check { exercise: self, problems: Vec::new() };
        if course.lesson(&self.file.lesson).is_none() {
            let message = format!("the course has no lesson `{}`", self.file.lesson);
            check.report(Code::BadReference, "lesson", message, "write SECTION/ID");
        }
        check.parts(&self.file);
        if let (ExerciseKind::Numeric, Some(numeric)) = (self.file.kind, &self.file.numeric) {
            check.numeric(numeric);
        }
        check.problems
    }

    /// Tries the figures of `students`, and of the page: every one must have an answer.
    #[must_use]
    pub fn try_variants(&self, book: &Book, folder: &Folder, students: usize) -> Vec<Problem> {
        let (ExerciseKind::Numeric, Some(numeric)) = (self.file.kind, &self.file.numeric) else { return Vec::new() };
        let mut check = Check { exercise: self, problems: Vec::new() };
        let names = std::iter::once(PAGE.to_owned()).chain((1..=students).map(|number| format!("variant-{number}")));
        for student in names {
            if let Err(reason) = solve(numeric, &self.id, &student, book, folder) {
                let message = format!("with the figures of `{student}` {reason}");
                check.report(
                    Code::UnsolvableExercise,
                    "numeric",
                    message,
                    "mend the case or its period, or narrow the ranges of the inputs",
                );
                break;
            }
        }
        check.problems
    }
}

impl Check<'_> {
    fn report(&mut self, code: Code, path: &str, message: String, hint: &str) {
        let source = &self.exercise.source;
        let tree = tree::recover(source);
        let span = Some(tree::locate(&tree, path).into());
        let place = Place { file: source.path.clone(), span };
        self.problems.push(Problem::new(code, place, message).hint(hint));
    }

    /// Each kind has the parts that it is answered by.
    fn parts(&mut self, file: &ExerciseFile) {
        let right = file.choices.iter().filter(|choice| choice.correct).count();
        match file.kind {
            ExerciseKind::Single | ExerciseKind::Multiple => {
                if file.choices.len() < 2 {
                    self.report(
                        Code::MissingField,
                        "",
                        "there is nothing to choose".to_owned(),
                        "add two or more `[[choices]]`",
                    );
                } else if right == 0 || (file.kind == ExerciseKind::Single && right > 1) {
                    let wanted = if file.kind == ExerciseKind::Single { "exactly one" } else { "at least one" };
                    let message = format!("{right} choices are `correct`");
                    self.report(Code::BadValue, "choices", message, &format!("mark {wanted} with `correct = true`"));
                }
                self.distinct("choices", file.choices.iter().map(|choice| &choice.text));
            }
            ExerciseKind::Classification => {
                if file.classes.len() < 2 || file.practices.is_empty() {
                    let hint = "add two or more `[[classes]]` and some `[[practices]]`";
                    self.report(Code::MissingField, "", "there is nothing to sort".to_owned(), hint);
                }
                for (at, practice) in file.practices.iter().enumerate() {
                    if !file.classes.iter().any(|class| class.id == practice.class) {
                        let message = format!("there is no class `{}`", practice.class);
                        self.report(
                            Code::BadReference,
                            &format!("practices[{at}].class"),
                            message,
                            "name an id of `[[classes]]`",
                        );
                    }
                }
                self.distinct("classes", file.classes.iter().map(|class| &class.text));
            }
            ExerciseKind::Matching => {
                if file.pairs.len() < 2 {
                    self.report(
                        Code::MissingField,
                        "",
                        "there is nothing to match".to_owned(),
                        "add two or more `[[pairs]]`",
                    );
                }
                self.distinct("pairs", file.pairs.iter().map(|pair| &pair.right));
            }
            ExerciseKind::Numeric if file.numeric.is_none() => {
                self.report(
                    Code::MissingField,
                    "",
                    "the numeric exercise has nothing to compute".to_owned(),
                    "add `[numeric]`",
                );
            }
            ExerciseKind::Numeric => {}
            ExerciseKind::Open => {
                if file.answer.is_none() {
                    self.report(
                        Code::MissingField,
                        "",
                        "the open exercise has no model answer".to_owned(),
                        "add `answer`",
                    );
                }
            }
        }
    }

    /// No two answers read the same in any language.
    fn distinct<'t>(&mut self, path: &str, texts: impl Iterator<Item = &'t Text>) {
        let texts: Vec<&Text> = texts.collect();
        for language in Language::ALL {
            let mut seen = BTreeSet::new();
            for (at, text) in texts.iter().enumerate() {
                if !seen.insert(text.get(language).trim().to_lowercase()) {
                    let message = format!("“{}” stands twice", text.get(language));
                    return self.report(Code::BadValue, &format!("{path}[{at}]"), message, "make the answers differ");
                }
            }
        }
    }

    fn numeric(&mut self, numeric: &NumericFile) {
        match Measure::from_id(&numeric.measure) {
            None => {
                let near = nearest(&numeric.measure, Measure::ALL.iter().map(|measure| measure.id()));
                let hint = near.map_or_else(
                    || "see `casebook explain --list`".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                );
                let message = format!("there is no measure `{}`", numeric.measure);
                self.report(Code::BadReference, "numeric.measure", message, &hint);
            }
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
}
