//! What is wrong with file exercises: forms that are no TOML, rubrics that do not sum, conditions on what the
//! engine does not know, and solutions that do not earn all points.

use super::super::mark::{Score, Submission, mark};
use super::super::rubric::{CriterionFile, FileTask};
use super::super::{Exercise, ExerciseKind};
use super::Check;
use crate::kinds::book::Book;
use crate::kinds::registry::{KINDS, KindInfo};
use crate::load::check::nearest;
use crate::load::{Beside, Folder, Source, tree};
use crate::values::{Code, Language, Problem};

impl Exercise {
    /// Marks the solution, which must earn every point that the engine gives, and the blank form, which must
    /// not.
    #[must_use]
    pub fn try_solution(&self, book: &Book, folder: &Folder) -> Vec<Problem> {
        let (ExerciseKind::File, Some(task)) = (self.file.kind, &self.file.file) else { return Vec::new() };
        let mut check = Check { exercise: self, problems: Vec::new() };
        let beside = Beside::of(folder, "exercises/");
        let source = Source::new(format!("{}.toml", self.id), task.solution.clone());
        let marked = mark(task, Submission { source: &source, beside: &beside }, book);
        for (at, score) in marked.scores.iter().enumerate() {
            if let Score::None(reason) = score {
                let first = marked.problems.first().filter(|_| task.rubric[at].sound);
                let told = first.map_or(String::new(), |problem| format!(" ({})", problem.message));
                let message = format!("the solution does not earn these points: {}{told}", reason.words(Language::En));
                let hint = "mend the solution or the condition";
                check.report(Code::UnsolvableExercise, &format!("file.rubric[{at}]"), message, hint);
            }
        }
        for language in book.settings.languages.clone() {
            let source = Source::new(format!("{}.toml", self.id), task.form.get(language));
            let marked = mark(task, Submission { source: &source, beside: &beside }, book);
            if marked.scores.contains(&Score::Full)
                && !marked.scores.iter().any(|score| matches!(score, Score::None(_)))
            {
                let message = format!("the blank form earns every point ({})", language.name());
                check.report(Code::UnsolvableExercise, "file.form", message, "leave something to be filled in");
            }
        }
        check.problems
    }
}

impl Check<'_> {
    pub(super) fn rubric(&mut self, task: &FileTask) {
        let Some(kind) = KindInfo::named(task.case_kind.trim()) else {
            let near = nearest(&task.case_kind, KINDS.iter().map(|kind| kind.names.name));
            let hint =
                near.map_or_else(|| "write `client` or `survey`".to_owned(), |near| format!("did you mean `{near}`?"));
            let message = format!("there is no kind of case called `{}`", task.case_kind);
            return self.report(Code::BadReference, "file.case_kind", message, &hint);
        };
        for language in Language::ALL {
            let form = Source::new("form.toml", task.form.get(language));
            if let Some(problem) = tree::parse(&form).err().and_then(|problems| problems.into_iter().next()) {
                let message = format!("the form is not TOML: {}", problem.message);
                self.report(Code::BadValue, "file.form", message, "a blank form must be valid TOML");
                break;
            }
        }
        let sum: u32 = task.rubric.iter().map(|criterion| u32::from(criterion.points)).sum();
        if sum != u32::from(self.exercise.file.points) {
            let message = format!("the criteria sum to {sum}, the exercise is worth {}", self.exercise.file.points);
            self.report(Code::WeightsSum, "file.rubric", message, "make the two agree");
        }
        for (at, criterion) in task.rubric.iter().enumerate() {
            self.criterion(&format!("file.rubric[{at}]"), criterion, kind);
        }
    }

    fn criterion(&mut self, path: &str, criterion: &CriterionFile, kind: &KindInfo) {
        if let Some(figure) = &criterion.figure {
            if !kind.measures.iter().any(|measure| measure.id() == figure.measure) {
                self.unknown_measure(&format!("{path}.figure.measure"), &figure.measure);
            }
            let (from, to) = (figure.from.map(|from| from.0), figure.to.map(|to| to.0));
            if (from.is_none() && to.is_none()) || from.zip(to).is_some_and(|(from, to)| from > to) {
                let message = "no range is given".to_owned();
                self.report(
                    Code::BadValue,
                    &format!("{path}.figure"),
                    message,
                    "write `from` not above `to`, or one of them",
                );
            }
        }
        let key = kind.names.name;
        let known = (kind.schema)();
        for (at, wanted) in criterion.filled.iter().enumerate() {
            self.known_key(&format!("{path}.filled[{at}]"), wanted, &known, key);
        }
        if let Some(entries) = &criterion.entries {
            self.known_key(&format!("{path}.entries.path"), &entries.path, &known, key);
        }
    }

    /// The first key of a path must be one of the kind's file; what lies below is up to its schema.
    fn known_key(&mut self, path: &str, wanted: &str, schema: &serde_json::Value, kind: &str) {
        let first = wanted.split(['.', '[']).next().unwrap_or_default().trim();
        let Some(keys) = schema.get("properties").and_then(serde_json::Value::as_object) else { return };
        if !keys.contains_key(first) {
            let near = nearest(first, keys.keys().map(String::as_str));
            let hint =
                near.map_or_else(|| format!("see `casebook schema {kind}`"), |near| format!("did you mean `{near}`?"));
            self.report(Code::BadReference, path, format!("a {kind} has no key `{first}`"), &hint);
        }
    }
}
