//! A lesson: what it aims at, its text, the terms that it teaches, and the way on.

use std::collections::BTreeSet;

use super::words as w;
use super::{COURSE, Desk, lesson_path, note_path, reading_minutes, sections, term_path};
use crate::kinds::course::schema::LessonHead;
use crate::kinds::course::{Lesson, Manuscript};
use crate::pages::{Block, Callout, Link, Outline, OutlineEntry, Page, Section, Tone, Turn, Turning};
use crate::present::tables::section;
use crate::values::Audience;

impl Desk<'_> {
    /// The page of the lesson at `at` of those that readers see.
    pub(super) fn lesson_page(&self, lessons: &[&Lesson], at: usize, pictures: &mut BTreeSet<String>) -> Page {
        let lesson = lessons[at];
        let language = self.language();
        let has = |language| lesson.text(language).is_some();
        let Some(text) = lesson.text(language) else {
            return self.page(&lesson_path(&lesson.id), COURSE, String::new(), has);
        };
        let mut page = self.page(&lesson_path(&lesson.id), COURSE, text.head.title.clone(), has);
        let parts = self.read(text.text(), &text.source.path, &page, pictures);
        let part = &self.course.sections[lesson.section];
        let course = format!("{COURSE}/index.html");
        page.trail.push(Link { text: self.course.title.get(language).to_owned(), href: self.href(&page, &course) });
        let section = self.href(&page, &format!("{course}#section-{}", part.id));
        page.trail.push(Link { text: part.title.get(language).to_owned(), href: section });
        page.lead = self.lead(text, lessons.len(), at, reading_minutes(&parts));
        page.description = text
            .head
            .objectives
            .first()
            .map_or_else(|| page.lead.clone(), |first| format!("{}: {first}", text.head.title));
        page.sections.extend(self.objectives(text));
        page.sections.extend(sections(parts, w::INTRODUCTION.get(language)));
        page.sections.extend(self.terms(text, &page));
        page.sections.extend(self.exercises_of(lesson, &page));
        page.sections.extend(self.notes_of(lesson, &page));
        self.turn(lessons, at, &mut page);
        page
    }

    fn lead(&self, text: &Manuscript<LessonHead>, count: usize, at: usize, reading: usize) -> String {
        [
            self.tell(w::LESSON_OF, &[&(at + 1).to_string(), &count.to_string()]),
            self.tell(w::MINUTES, &[&text.head.minutes.to_string()]),
            self.tell(w::READING, &[&reading.to_string()]),
        ]
        .join(" · ")
    }

    fn objectives(&self, text: &Manuscript<LessonHead>) -> Option<Section> {
        let callout = Callout {
            tone: Tone::Neutral,
            title: self.say(w::AFTER),
            text: String::new(),
            items: text.head.objectives.clone(),
        };
        (!text.head.objectives.is_empty())
            .then(|| section("objectives", self.say(w::OBJECTIVES), vec![Block::Callout(callout)]))
    }

    fn terms(&self, text: &Manuscript<LessonHead>, page: &Page) -> Option<Section> {
        let terms = text.head.terms.iter().filter_map(|id| self.course.term(id));
        let entries: Vec<OutlineEntry> = terms
            .map(|term| OutlineEntry {
                title: term.name.get(self.language()).to_owned(),
                href: self.href(page, &term_path(&term.id)),
                note: match self.language() {
                    crate::values::Language::Zh => term.name.en.clone(),
                    crate::values::Language::En => term.name.zh.clone(),
                },
                ..OutlineEntry::default()
            })
            .collect();
        (!entries.is_empty()).then(|| {
            section("terms", self.say(w::TERMS), vec![Block::Outline(Outline { entries, read: String::new() })])
        })
    }

    fn exercises_of(&self, lesson: &Lesson, page: &Page) -> Option<Section> {
        let all = self.exercises();
        let entries: Vec<OutlineEntry> = all
            .into_iter()
            .filter(|exercise| exercise.file.lesson == lesson.id)
            .map(|exercise| self.exercise_entry(exercise, page))
            .collect();
        (!entries.is_empty()).then(|| {
            let outline = Outline { entries, read: self.say(w::SOLVED) };
            section("exercises", self.say(w::EXERCISES_OF), vec![Block::Outline(outline)])
        })
    }

    /// Where instructors find how to teach it.
    fn notes_of(&self, lesson: &Lesson, page: &Page) -> Option<Section> {
        if self.visible.audience == Audience::Student {
            return None;
        }
        let texts = self.course.notes.iter().filter_map(|note| Some((note, note.text(self.language())?)));
        let entries: Vec<OutlineEntry> = texts
            .filter(|(_, text)| text.head.lessons.contains(&lesson.id))
            .map(|(note, text)| OutlineEntry {
                title: text.head.title.clone(),
                href: self.href(page, &note_path(&note.id)),
                ..OutlineEntry::default()
            })
            .collect();
        (!entries.is_empty()).then(|| {
            let outline = Outline { entries, read: String::new() };
            section("teaching", self.say(w::TEACHING_OF), vec![Block::Outline(outline)])
        })
    }

    /// The way to the lessons before and after, at the end of the last section.
    fn turn(&self, lessons: &[&Lesson], at: usize, page: &mut Page) {
        let here = &*page;
        let beside = |at: Option<usize>, label| {
            let lesson = lessons.get(at?)?;
            let title = lesson.text(self.language())?.head.title.clone();
            Some(Turn { label: self.say(label), title, href: self.href(here, &lesson_path(&lesson.id)) })
        };
        let turning = Turning {
            key: lessons[at].id.clone(),
            mark: self.say(w::MARK),
            unmark: self.say(w::UNMARK),
            previous: beside(at.checked_sub(1), w::PREVIOUS),
            next: beside(Some(at + 1), w::NEXT),
        };
        if let Some(last) = page.sections.last_mut() {
            last.blocks.push(Block::Turning(turning));
        }
    }
}
