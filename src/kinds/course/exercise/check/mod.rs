//! What is wrong with exercises: choices without a right one, classes that nobody knows. Numbers are the
//! business of `numeric`, rubrics that of `rubric`.

mod numeric;
mod rubric;

use std::collections::BTreeSet;

use super::Exercise;
use super::schema::{ExerciseFile, ExerciseKind};
use crate::kinds::course::Course;
use crate::load::tree;
use crate::values::{Code, Language, Place, Problem, Text};

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
        if let (ExerciseKind::File, Some(task)) = (self.file.kind, &self.file.file) {
            check.rubric(task);
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
            ExerciseKind::File if file.file.is_none() => {
                self.report(Code::MissingField, "", "there is no file to fill in".to_owned(), "add `[file]`");
            }
            ExerciseKind::Numeric | ExerciseKind::File => {}
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
}
