//! Sheets with figures of each student's own: worksheets, the key with worked solutions, and the list
//! to mark them by.

use super::sheets::room;
use super::{Draft, Print};
use crate::kinds::course::Exercise;
use crate::kinds::course::exercise::slips::rounded;
use crate::kinds::course::exercise::solve::Solved;
use crate::kinds::course::pages::Desk;
use crate::kinds::course::pages::exercise::ExerciseSheet;
use crate::kinds::course::pages::words as w;
use crate::pages::article::Article;
use crate::pages::number::exact;
use crate::pages::{Block, Column, Fact, Report, Row, Section};
use crate::present::csv::{BYTE_ORDER_MARK, text};
use crate::present::tables::{row, section, table};
use crate::values::{Language, Words};

/// A student on a roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taker {
    /// The number, which the figures follow from.
    pub id: String,
    /// The name, or empty.
    pub name: String,
    /// The byte of the roster at which the student's row begins.
    pub row: usize,
}

/// Everything on paper for a roster.
pub struct Variants {
    /// For each student a worksheet, in the order of the roster.
    pub sheets: Vec<Report>,
    /// The worksheets one after the other, to be printed at once.
    pub all: Report,
    /// The answers with worked solutions.
    pub key: Report,
    /// The list to mark by.
    pub marking: Report,
    /// The same list for spreadsheets.
    pub table: Vec<u8>,
}

/// A student's exercise, solved.
struct Answer<'a> {
    taker: &'a Taker,
    exercise: &'a Exercise,
    solved: Solved,
}

impl Answer<'_> {
    /// The answer with the decimals that are asked.
    fn shown(&self) -> String {
        let numeric = self.exercise.file.numeric.as_ref();
        numeric.map_or_else(String::new, |numeric| rounded(numeric, self.solved.answer).to_string())
    }
}

impl Desk<'_> {
    /// The sheets of `takers` for numeric `exercises`.
    ///
    /// # Errors
    /// In words, for whose figures the engine finds no answer, and why.
    pub fn variants(&self, exercises: &[&Exercise], takers: &[Taker]) -> Result<Variants, String> {
        let (mut sheets, mut answers) = (Vec::new(), Vec::new());
        for taker in takers {
            sheets.push(self.sheet_of(taker, exercises, &mut answers)?);
        }
        let mut all = self.draft_of(exercises, "worksheets", w::WORKSHEET).report;
        for sheet in &sheets {
            let begun = !all.sections.is_empty();
            let sections = sheet.sections.iter().cloned().enumerate();
            all.sections.extend(sections.map(|(at, section)| Section { new_sheet: begun && at == 0, ..section }));
            all.pictures.extend(sheet.pictures.clone());
        }
        let key = self.key_of(exercises, &answers);
        let marking = self.marking(exercises, takers, &answers);
        Ok(Variants { sheets, all, key, marking, table: marking_table(&answers, self.language()) })
    }

    fn sheet_of<'a>(
        &self,
        taker: &'a Taker,
        exercises: &[&'a Exercise],
        answers: &mut Vec<Answer<'a>>,
    ) -> Result<Report, String> {
        let mut draft = self.draft_of(exercises, "worksheet", w::WORKSHEET);
        draft.report.ident = format!("{}-{}", draft.report.ident, taker.id);
        for (at, exercise) in exercises.iter().enumerate() {
            let sheet = ExerciseSheet { place: self.in_report("", false), student: &taker.id, sealed: false };
            let (mut made, solved) = self.exercise_on(exercise, sheet, &mut draft.pictures);
            let Some(solved) = solved else {
                return Err(format!("the engine finds no answer to `{}` for `{}`", exercise.id, taker.id));
            };
            made.room = room(exercise, Print::Worksheet(0));
            self.keep(&mut made, Print::Worksheet(0));
            let title = self.numbered_exercise(exercise, at + 1);
            let top = (at == 0).then(|| self.fields(&taker.name, &taker.id));
            let blocks = top.into_iter().chain([Block::Exercise(Box::new(made))]).collect();
            draft.report.sections.push(section("", title, blocks));
            answers.push(Answer { taker, exercise, solved });
        }
        draft.report.pictures = self.load(&draft.pictures);
        Ok(draft.report)
    }

    /// A report on `exercises`, named after the only one of them.
    fn draft_of(&self, exercises: &[&Exercise], name: &str, kind: Words) -> Draft {
        let of = match exercises {
            [only] => only.file.title.get(self.language()),
            _ => self.course.title.get(self.language()),
        };
        let ids: Vec<&str> = exercises.iter().map(|exercise| exercise.id.as_str()).collect();
        let mut draft = self.draft(&format!("{name}-{}", ids.join("-")), kind);
        draft.report.title = format!("{} · {of}", self.say(kind));
        self.course.title.get(self.language()).clone_into(&mut draft.report.running_period);
        draft
    }

    /// For each exercise a table of every student's answer, and how to get there.
    fn key_of(&self, exercises: &[&Exercise], answers: &[Answer<'_>]) -> Report {
        let mut draft = self.draft_of(exercises, "key", w::ANSWERS);
        let mut blocks = Vec::new();
        for (at, exercise) in exercises.iter().enumerate() {
            let columns = vec![
                Column::text(self.say(w::STUDENT_NUMBER)).wide(2),
                Column::text(self.say(w::STUDENT_NAME)).wide(2),
                Column::number(self.say(w::ANSWER)).wide(2),
                Column::text(self.say(w::SOLUTION)).wide(7),
            ];
            let own = answers.iter().filter(|answer| answer.exercise.id == exercise.id);
            let rows: Vec<Row> = own
                .map(|answer| {
                    row(vec![
                        answer.taker.id.clone().into(),
                        answer.taker.name.clone().into(),
                        answer.shown().into(),
                        self.solution(answer).into(),
                    ])
                })
                .collect();
            blocks.push(Block::Table(table("", self.numbered_exercise(exercise, at + 1), columns, rows)));
            for words in [&exercise.file.answer, &exercise.file.guide].into_iter().flatten() {
                let place = self.in_report("", false);
                let parts = self.read(words.get(self.language()), &exercise.source.path, place, &mut draft.pictures);
                blocks.push(Block::Article(Article { parts }));
            }
        }
        draft.report.sections = vec![section("key", draft.report.title.clone(), blocks)];
        draft.report.pictures = self.load(&draft.pictures);
        draft.report
    }

    /// A line for each student: the answers that are right, and room for the points.
    fn marking(&self, exercises: &[&Exercise], takers: &[Taker], answers: &[Answer<'_>]) -> Report {
        let mut draft = self.draft_of(exercises, "marking", w::MARKING_SHEET);
        let mut columns =
            vec![Column::text(self.say(w::STUDENT_NUMBER)).wide(3), Column::text(self.say(w::STUDENT_NAME)).wide(3)];
        for (at, exercise) in exercises.iter().enumerate() {
            columns.push(Column::number(format!("{} {}", at + 1, self.say(w::ANSWER))).wide(2));
            let points = exercise.file.points.to_string();
            columns.push(Column::number(self.tell(w::OF_POINTS, &[&points])).wide(2));
        }
        columns.push(Column::text(self.say(w::REMARK)).wide(3));
        let rows = takers.iter().map(|taker| {
            let mut cells = vec![taker.id.clone().into(), taker.name.clone().into()];
            for answer in answers.iter().filter(|answer| answer.taker == taker) {
                cells.extend([answer.shown().into(), "".into()]);
            }
            cells.push("".into());
            row(cells)
        });
        let names = exercises.iter().enumerate().map(|(at, exercise)| {
            Fact::new((at + 1).to_string(), format!("{} ({})", exercise.file.title.get(self.language()), exercise.id))
        });
        let facts = crate::present::tables::facts(names.collect());
        let list = Block::Table(table("", self.say(w::STUDENTS), columns, rows.collect()));
        draft.report.sections =
            vec![section("marking", draft.report.title.clone(), facts.into_iter().chain([list]).collect())];
        draft.report
    }

    fn solution(&self, answer: &Answer<'_>) -> String {
        let solution = answer.solved.solution.iter().find(|(language, _)| *language == self.language());
        solution.map_or_else(String::new, |(_, line)| line.clone())
    }
}

/// The columns of the list for spreadsheets.
const COLUMNS: [Words; 10] = [
    Words { zh: "学号", en: "number" },
    Words { zh: "姓名", en: "name" },
    Words { zh: "练习", en: "exercise" },
    Words { zh: "数据", en: "figures" },
    Words { zh: "答案", en: "answer" },
    Words { zh: "最小可接受值", en: "lowest" },
    Words { zh: "最大可接受值", en: "highest" },
    Words { zh: "分值", en: "points" },
    Words { zh: "得分", en: "mark" },
    Words { zh: "备注", en: "remark" },
];

fn marking_table(answers: &[Answer<'_>], language: Language) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    // Writing into memory cannot fail.
    let _ = writer.write_record(COLUMNS.map(|column| column.get(language)));
    for answer in answers {
        let Some(numeric) = &answer.exercise.file.numeric else { continue };
        let figures = answer.solved.values.iter().map(|(name, value)| format!("{name}={}", exact(*value)));
        let (right, within) = (rounded(numeric, answer.solved.answer), numeric.within.0);
        let _ = writer.write_record([
            text(&answer.taker.id),
            text(&answer.taker.name),
            text(&answer.exercise.id),
            text(&figures.collect::<Vec<_>>().join("; ")),
            answer.shown(),
            exact(right - within),
            exact(right + within),
            answer.exercise.file.points.to_string(),
            String::new(),
            String::new(),
        ]);
    }
    writer.into_inner().unwrap_or_default()
}
