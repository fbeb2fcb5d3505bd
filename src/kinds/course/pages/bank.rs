//! The exercises of a course as a question bank, for instructors.

use super::words as w;
use super::{Desk, Place, Visible};
use crate::kinds::course::exercise::rubric::FileTask;
use crate::kinds::course::exercise::schema::{ExerciseFile, NumericFile};
use crate::kinds::course::exercise::slips::{rounded, slips, tolerance};
use crate::kinds::course::exercise::solve::solve;
use crate::kinds::course::exercise::{Exercise, ExerciseKind};
use crate::kinds::course::link::Linked;
use crate::pages::article::{ArticlePart, Inline, read};
use crate::pages::bank::{Bank, Choice, Group, Question, Response};
use crate::values::{Audience, Text};

/// How many sets of figures the bank holds of a numeric exercise.
pub const VARIANTS: usize = 20;

impl Desk<'_> {
    /// The question bank in this language; students get none.
    #[must_use]
    pub fn bank(&self) -> Option<Bank> {
        let exercises = self.exercises();
        if self.visible.audience == Audience::Student || exercises.is_empty() {
            return None;
        }
        let mut groups = Vec::new();
        for (at, part) in self.course.sections.iter().enumerate() {
            let here = exercises.iter().copied().filter(|exercise| {
                self.course.lesson(&exercise.file.lesson).is_some_and(|lesson| lesson.section == at)
            });
            let (numbers, others): (Vec<&Exercise>, Vec<&Exercise>) =
                here.partition(|exercise| exercise.file.kind == ExerciseKind::Numeric);
            let name = part.title.get(self.language()).to_owned();
            let questions: Vec<Question> = others.iter().map(|exercise| self.question(exercise)).collect();
            if !questions.is_empty() {
                groups.push(Group { id: part.id.clone(), names: vec![name.clone()], one_of: false, questions });
            }
            groups.extend(numbers.into_iter().map(|exercise| self.drawn(exercise, &name)));
        }
        let title = self.course.title.get(self.language()).to_owned();
        Some(Bank { title, lang: self.language().tag(), groups })
    }

    /// An exercise that is the same for everybody.
    fn question(&self, exercise: &Exercise) -> Question {
        let file = &exercise.file;
        let mut question = self.begun(exercise, file.title.get(self.language()).to_owned(), self.response(file));
        question.prompt = self.long(exercise, file.prompt.get(self.language()));
        if matches!(file.kind, ExerciseKind::Open | ExerciseKind::File) {
            let method = self.optional(exercise, file.method.as_ref());
            if !method.is_empty() {
                question.prompt.push(strong(self.say(w::HOW_TO_ANSWER)));
                question.prompt.extend(method);
            }
        }
        if let Some(task) = file.file.as_ref().filter(|_| file.kind == ExerciseKind::File) {
            self.add_task(task, &mut question);
        }
        question
    }

    /// A numeric exercise with several sets of figures, of which each student gets one.
    fn drawn(&self, exercise: &Exercise, section: &str) -> Group {
        let title = exercise.file.title.get(self.language()).to_owned();
        let numeric = exercise.file.numeric.as_ref();
        let questions = (1..=VARIANTS).filter_map(|number| self.variant(exercise, numeric?, number, &title)).collect();
        Group { id: exercise.id.clone(), names: vec![section.to_owned(), title], one_of: true, questions }
    }

    fn variant(&self, exercise: &Exercise, numeric: &NumericFile, number: usize, title: &str) -> Option<Question> {
        let language = self.language();
        let student = format!("bank-{number}");
        let solved = solve(numeric, &exercise.id, &student, self.book, self.folder).ok()?;
        let answer = rounded(numeric, solved.answer);
        let slips = slips(numeric, &exercise.id, &student, self.book, self.folder).flatten();
        let slips = slips.map(|slip| (rounded(numeric, slip.answer), slip.remark.get(language).to_owned()));
        let slips = slips.filter(|(slip, _)| *slip != answer).collect();
        let response = Response::Number { answer, tolerance: tolerance(numeric), slips };
        let number = format!("{number:02}");
        let mut question = self.begun(exercise, self.tell(w::VARIANT, &[title, &number]), response);
        question.id = format!("{}#{number}", exercise.id);
        let prompt = self.with_figures(exercise.file.prompt.get(language), numeric, &exercise.id, &student);
        question.prompt = self.long(exercise, &prompt);
        let line = solved.solution.into_iter().find(|(known, _)| *known == language);
        if let Some((_, text)) = line {
            question.answer.insert(0, ArticlePart::Paragraph { inlines: vec![Inline::Text { text }] });
        }
        Some(question)
    }

    /// A question that has no prompt yet.
    fn begun(&self, exercise: &Exercise, title: String, response: Response) -> Question {
        let file = &exercise.file;
        // Moodle's essays show no hints, and of the others the method helps most after a first try.
        let mut hint = self.optional(exercise, file.hint.as_ref());
        if !matches!(file.kind, ExerciseKind::Open | ExerciseKind::File) {
            hint.extend(self.optional(exercise, file.method.as_ref()));
        }
        Question {
            id: exercise.id.clone(),
            title,
            points: file.points,
            tags: file.scope.clone(),
            prompt: Vec::new(),
            response,
            hint,
            answer: self.optional(exercise, file.answer.as_ref()),
            guide: self.optional(exercise, file.guide.as_ref()),
        }
    }

    fn response(&self, file: &ExerciseFile) -> Response {
        let say = |text: &Text| text.get(self.language()).to_owned();
        match file.kind {
            ExerciseKind::Open | ExerciseKind::Numeric => Response::Essay { file: false },
            ExerciseKind::File => Response::Essay { file: true },
            ExerciseKind::Single | ExerciseKind::Multiple => {
                let choices = file.choices.iter().map(|choice| Choice {
                    text: say(&choice.text),
                    right: choice.correct,
                    remark: choice.feedback.as_ref().map_or_else(String::new, say),
                });
                Response::Choice { several: file.kind == ExerciseKind::Multiple, choices: choices.collect() }
            }
            ExerciseKind::Classification => {
                let place = |id: &str| file.classes.iter().position(|class| class.id == id).unwrap_or(0);
                let items = file.practices.iter().map(|practice| (say(&practice.text), place(&practice.class)));
                Response::Sort {
                    options: file.classes.iter().map(|class| say(&class.text)).collect(),
                    items: items.collect(),
                }
            }
            ExerciseKind::Matching => {
                // In the order of their words, which tells nothing.
                let mut options: Vec<String> = file.pairs.iter().map(|pair| say(&pair.right)).collect();
                options.sort();
                let place = |words: &str| options.iter().position(|option| option == words).unwrap_or(0);
                let items = file.pairs.iter().map(|pair| (say(&pair.left), place(&say(&pair.right)))).collect();
                Response::Sort { options, items }
            }
        }
    }

    /// What a file is marked by and the blank form behind the prompt; conditions in the guide.
    fn add_task(&self, task: &FileTask, question: &mut Question) {
        let words = |text: String| vec![ArticlePart::Paragraph { inlines: vec![Inline::Text { text }] }];
        let language = self.language();
        question.prompt.push(strong(self.say(w::MARKED_BY)));
        let criteria = task.rubric.iter().map(|criterion| {
            let points = self.tell(w::POINTS, &[&criterion.points.to_string()]);
            words(format!("{} — {points}", criterion.text.get(language)))
        });
        question.prompt.push(ArticlePart::List { first: None, items: criteria.collect() });
        question.prompt.push(ArticlePart::Code { text: task.form.get(language).trim().to_owned() });
        let conditions = task.rubric.iter().map(|criterion| words(self.conditions(criterion)));
        question.guide.push(ArticlePart::List { first: None, items: conditions.collect() });
        question.answer.push(ArticlePart::Code { text: task.solution.trim().to_owned() });
    }

    fn optional(&self, exercise: &Exercise, text: Option<&Text>) -> Vec<ArticlePart> {
        text.map_or_else(Vec::new, |text| self.long(exercise, text.get(self.language())))
    }

    /// The parts of a text that is read far from this site: links lead to the students' site where its address
    /// is known, and are plain words otherwise.
    fn long(&self, exercise: &Exercise, text: &str) -> Vec<ArticlePart> {
        let visible = Visible { audience: Audience::Student, ..self.visible };
        let mut linked = Linked::new(self.course, self.folder, visible, self.language(), &exercise.source.path);
        linked.answers = Some(self.answers);
        let site = &self.book.settings.base_url;
        linked.place = Some((&self.edition, Place::Report { prefix: "", whole: false, base_url: site }));
        read(text, &mut linked)
    }
}

fn strong(text: String) -> ArticlePart {
    let inlines = vec![Inline::Text { text }];
    let strong = Inline::Styled { style: crate::pages::SpanStyle::Strong, inlines };
    ArticlePart::Paragraph { inlines: vec![strong] }
}
