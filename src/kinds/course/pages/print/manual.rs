//! The instructor's manual: the plan of the course, and its teaching notes.

use super::handbook::sheet;
use super::{Draft, prefix_of, prefixed};
use crate::kinds::course::pages::words as w;
use crate::kinds::course::pages::{Desk, note_path};
use crate::kinds::course::{Lesson, Note};
use crate::pages::article::Article;
use crate::pages::{Block, Column, Fact, Facts, Row, Section, Table};
use crate::present::tables::{row, section, table, total};

impl Desk<'_> {
    pub(super) fn manual(&self) -> Draft {
        let mut draft = self.draft("manual", w::MANUAL);
        draft.report.cover = self.cover();
        draft.report.notice = self.say(w::ONLY_INSTRUCTORS);
        draft.report.sections.push(sheet(section("plan", self.say(w::PLAN), self.plan())));
        for note in &self.course.notes {
            let section = self.note_chapter(note, &mut draft);
            draft.report.sections.extend(section);
        }
        draft
    }

    /// For each section a table of its lessons.
    fn plan(&self) -> Vec<Block> {
        let lessons = self.lessons();
        let here = |at: usize| lessons.iter().copied().filter(move |lesson| lesson.section == at);
        let tables = self.course.sections.iter().enumerate().filter(|(at, _)| here(*at).next().is_some());
        tables.map(|(at, part)| Block::Table(self.plan_of(part.title.get(self.language()), here(at)))).collect()
    }

    fn plan_of<'l>(&self, title: &str, lessons: impl Iterator<Item = &'l Lesson>) -> Table {
        let columns = vec![
            Column::text(self.say(w::LESSON)).wide(4),
            Column::text(self.say(w::OBJECTIVES)).wide(8),
            Column::number(self.say(w::IN_CLASS)),
            Column::number(self.say(w::EXERCISES)),
            Column::number(self.say(w::WORTH_HEAD)),
        ];
        let (mut rows, mut sums): (Vec<Row>, [u32; 3]) = (Vec::new(), [0; 3]);
        for lesson in lessons {
            let Some(text) = lesson.text(self.language()) else { continue };
            let exercises = self.exercises();
            let of: Vec<_> = exercises.iter().filter(|exercise| exercise.file.lesson == lesson.id).collect();
            let points: u32 = of.iter().map(|exercise| u32::from(exercise.file.points)).sum();
            let counts = [u32::from(text.head.minutes), u32::try_from(of.len()).unwrap_or(u32::MAX), points];
            let joint = if self.language() == crate::values::Language::Zh { "；" } else { "; " };
            let mut cells = vec![self.numbered(lesson).into(), text.head.objectives.join(joint).into()];
            cells.extend(counts.iter().map(|count| count.to_string().into()));
            rows.push(row(cells));
            for (sum, count) in sums.iter_mut().zip(counts) {
                *sum += count;
            }
        }
        let mut cells = vec![self.say(w::TOTAL).into(), "".into()];
        cells.extend(sums.iter().map(|sum| sum.to_string().into()));
        rows.push(total(cells));
        table("", title.to_owned(), columns, rows)
    }

    fn note_chapter(&self, note: &Note, draft: &mut Draft) -> Option<Section> {
        let text = note.text(self.language())?;
        let path = note_path(&note.id);
        let prefix = prefix_of(&path);
        let place = self.in_report(&prefix, false);
        let parts = self.read(text.text(), &text.source.path, place, &mut draft.pictures);
        let lessons = text.head.lessons.iter().filter_map(|id| self.course.lesson(id));
        let mut facts: Vec<Fact> =
            lessons.map(|lesson| Fact::new(self.say(w::LESSON), self.numbered(lesson))).collect();
        facts.push(Fact::new(self.say(w::IN_CLASS), text.head.minutes.to_string()));
        let blocks =
            vec![Block::Facts(Facts { items: facts }), Block::Article(Article { parts: prefixed(parts, &prefix) })];
        Some(sheet(section(prefix.trim_end_matches('-'), text.head.title.clone(), blocks)))
    }
}
