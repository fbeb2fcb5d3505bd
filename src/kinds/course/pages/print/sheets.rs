//! Worksheets, answer books and keys: the exercises of a section, on plain sheets.

use super::{Draft, Print};
use crate::kinds::course::exercise::{Exercise, ExerciseKind, PAGE};
use crate::kinds::course::pages::Desk;
use crate::kinds::course::pages::exercise::ExerciseSheet;
use crate::kinds::course::pages::words as w;
use crate::pages::exercise::{Exercise as ExerciseBlock, Room};
use crate::pages::{Block, Fact, Facts, Heading};
use crate::present::tables::section;

impl Desk<'_> {
    /// The sheets of the section at `at`.
    pub(super) fn sheet(&self, print: Print, at: usize) -> Draft {
        let part = &self.course.sections[at];
        let (name, kind) = match print {
            Print::AnswerBook(_) => ("answer-book", w::ANSWER_BOOK),
            Print::Key(_) => ("answers", w::ANSWERS),
            _ => ("worksheet", w::WORKSHEET),
        };
        let mut draft = self.draft(&format!("{name}-{}", part.id), kind);
        let title = part.title.get(self.language());
        draft.report.title = format!("{} · {title}", self.say(kind));
        self.course.title.get(self.language()).clone_into(&mut draft.report.running_period);
        let mut blocks = Vec::new();
        if !matches!(print, Print::Key(_)) {
            blocks.push(self.fields("", ""));
        }
        let mut lesson = "";
        for (number, exercise) in self.exercises_in(at).enumerate() {
            if exercise.file.lesson != lesson {
                lesson = &exercise.file.lesson;
                let text = self.course.lesson(lesson).map_or_else(String::new, |lesson| self.numbered(lesson));
                blocks.push(Block::Heading(Heading { id: String::new(), text }));
            }
            let sheet = ExerciseSheet { place: self.in_report("", false), student: PAGE, sealed: false };
            let (mut made, _) = self.exercise_on(exercise, sheet, &mut draft.pictures);
            made.title = self.numbered_exercise(exercise, number + 1);
            made.room = room(exercise, print);
            self.keep(&mut made, print);
            blocks.push(Block::Exercise(Box::new(made)));
        }
        draft.report.sections = vec![section("exercises", draft.report.title.clone(), blocks)];
        draft
    }

    /// Keeps of an exercise what belongs on these sheets.
    pub(super) fn keep(&self, made: &mut ExerciseBlock, print: Print) {
        made.id = String::new();
        if !matches!(print, Print::Key(_)) {
            made.key = None;
        }
        if matches!(print, Print::AnswerBook(_)) {
            made.prompt = Vec::new();
        }
        if !self.has_help(print) {
            made.hint = Vec::new();
            made.method = Vec::new();
        }
    }

    /// Whether hints and methods stand on these sheets: beside answers always, beside questions as the course says.
    fn has_help(&self, print: Print) -> bool {
        match print {
            Print::Worksheet(_) => self.course.help_on_sheets,
            Print::AnswerBook(_) => false,
            _ => true,
        }
    }

    pub(super) fn numbered_exercise(&self, exercise: &Exercise, number: usize) -> String {
        let stop = if self.language() == crate::values::Language::Zh { "．" } else { ". " };
        format!("{number}{stop}{}", exercise.file.title.get(self.language()))
    }

    /// What stands at the top of a sheet: what is known of the student, and lines for the rest.
    pub(super) fn fields(&self, name: &str, number: &str) -> Block {
        let known = [(w::STUDENT_NAME, name), (w::STUDENT_NUMBER, number), (w::CLASS, ""), (w::DAY, "")];
        let items = known.into_iter().map(|(words, value)| Fact::new(self.say(words), value)).collect();
        Block::Fields(Facts { items })
    }

    /// What the list of exercises offers to print of the section at `at`.
    pub(in crate::kinds::course::pages) fn sheet_links(&self, at: usize, root: &str) -> Option<Block> {
        let of = self.prints().into_iter().filter_map(|print| match print {
            Print::Worksheet(here) if here == at => Some((w::WORKSHEET, print)),
            Print::AnswerBook(here) if here == at => Some((w::ANSWER_BOOK, print)),
            Print::Key(here) if here == at => Some((w::ANSWERS, print)),
            _ => None,
        });
        let items: Vec<Fact> = of
            .map(|(words, print)| {
                Fact::new(self.say(words), "PDF").leading_to(format!("{root}{}", self.print_path(print)))
            })
            .collect();
        (self.edition.reports && !items.is_empty()).then_some(Block::Facts(Facts { items }))
    }
}

/// The room for an answer: for words about a line a minute, for a calculation some lines of working.
pub(super) fn room(exercise: &Exercise, print: Print) -> Room {
    let lines = match exercise.file.kind {
        ExerciseKind::Open => u8::try_from(exercise.file.minutes.clamp(6, 20)).unwrap_or(20),
        ExerciseKind::Numeric => 6,
        _ => 0,
    };
    match print {
        Print::Worksheet(_) => Room::Lines(lines),
        Print::AnswerBook(_) => Room::Answer(lines),
        _ => Room::None,
    }
}
