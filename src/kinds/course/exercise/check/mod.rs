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
    pub(in crate::kinds::course) fn check(&self, course: &Course, languages: &[Language]) -> Vec<Problem> {
        let mut check = Check { exercise: self, problems: Vec::new() };
        if course.lesson(&self.file.lesson).is_none() {
            let message = format!("the course has no lesson `{}`", self.file.lesson);
            check.report(Code::BadReference, "lesson", message, "write SECTION/ID");
        }
        check.translations(languages);
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
    /// Every text has a wording in each language of the book.
    fn translations(&mut self, languages: &[Language]) {
        let file = &self.exercise.file;
        let mut texts = vec![("title".to_owned(), &file.title), ("prompt".to_owned(), &file.prompt)];
        let optional =
            [("hint", &file.hint), ("method", &file.method), ("answer", &file.answer), ("guide", &file.guide)];
        texts.extend(optional.into_iter().filter_map(|(key, text)| Some((key.to_owned(), text.as_ref()?))));
        for (at, choice) in file.choices.iter().enumerate() {
            texts.push((format!("choices[{at}].text"), &choice.text));
            texts.extend(choice.feedback.iter().map(|text| (format!("choices[{at}].feedback"), text)));
        }
        texts.extend(file.classes.iter().enumerate().map(|(at, class)| (format!("classes[{at}].text"), &class.text)));
        texts.extend(file.practices.iter().enumerate().map(|(at, of)| (format!("practices[{at}].text"), &of.text)));
        for (at, pair) in file.pairs.iter().enumerate() {
            texts.extend([(format!("pairs[{at}].left"), &pair.left), (format!("pairs[{at}].right"), &pair.right)]);
        }
        let mistakes = file.numeric.iter().flat_map(|numeric| numeric.mistakes.iter().enumerate());
        texts.extend(mistakes.map(|(at, slip)| (format!("numeric.mistakes[{at}].remark"), &slip.remark)));
        let lacking: Vec<_> = texts
            .into_iter()
            .flat_map(|(path, text)| languages.iter().map(move |&language| (path.clone(), text, language)))
            .filter(|(_, text, language)| (if *language == Language::Zh { &text.zh } else { &text.en }).is_empty())
            .map(|(path, _, language)| (path, language))
            .collect();
        for (path, language) in lacking {
            let code = language.code();
            let message = format!("`{path}` has no wording in {} ({code})", language.name());
            let hint = format!("add `{code} = \"…\"`, or write one text for all languages");
            self.report(Code::MissingTranslation, &path, message, &hint);
        }
    }

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
