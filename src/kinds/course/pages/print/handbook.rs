//! The handbook: the lessons in order, each with its terms and questions, and the glossary.

use super::{Draft, Print, prefix_of, prefixed};
use crate::kinds::course::exercise::PAGE;
use crate::kinds::course::link::fragment;
use crate::kinds::course::pages::exercise::ExerciseSheet;
use crate::kinds::course::pages::words as w;
use crate::kinds::course::pages::{Desk, GLOSSARY, exercise_path, lesson_path, term_path};
use crate::kinds::course::{Exercise, Lesson};
use crate::pages::article::{Article, ArticlePart};
use crate::pages::{Block, Callout, Fact, Facts, Heading, Link, Outline, OutlineEntry, Section, Tone};
use crate::present::tables::section;
use crate::values::Language;

impl Desk<'_> {
    pub(super) fn handbook(&self) -> Draft {
        let mut draft = self.draft("handbook", w::HANDBOOK);
        draft.report.cover = self.cover();
        draft.report.contents_depth = 1;
        self.course.description.get(self.language()).clone_into(&mut draft.report.notice);
        let lessons = self.lessons();
        for (at, part) in self.course.sections.iter().enumerate() {
            let here: Vec<&Lesson> = lessons.iter().copied().filter(|lesson| lesson.section == at).collect();
            if here.is_empty() {
                continue;
            }
            let title = self.tell(w::PART, &[&(at + 1).to_string(), part.title.get(self.language())]);
            let outline = Block::Outline(self.lessons_of(&here));
            draft.report.sections.push(sheet(section(&format!("part-{}", part.id), title, vec![outline])));
            for lesson in here {
                let section = self.chapter(lesson, &mut draft);
                draft.report.sections.push(section);
            }
        }
        if !self.course.terms.is_empty() {
            let place = self.in_report("", true);
            let items = self.definitions(&lessons, place, &mut draft.pictures);
            let parts = vec![ArticlePart::Definitions { items }];
            let article = Block::Article(Article { parts });
            draft.report.sections.push(sheet(section(GLOSSARY, self.say(w::GLOSSARY), vec![article])));
        }
        draft
    }

    fn lessons_of(&self, lessons: &[&Lesson]) -> Outline {
        let entries = lessons.iter().filter_map(|lesson| {
            let text = lesson.text(self.language())?;
            Some(OutlineEntry {
                number: format!("{}.{}", lesson.section + 1, lesson.order()),
                title: text.head.title.clone(),
                href: format!("#{}", fragment(&lesson_path(&lesson.id))),
                note: self.tell(w::MINUTES, &[&text.head.minutes.to_string()]),
                about: text.head.objectives.first().cloned().unwrap_or_default(),
                ..OutlineEntry::default()
            })
        });
        Outline { entries: entries.collect(), read: String::new() }
    }

    fn chapter(&self, lesson: &Lesson, draft: &mut Draft) -> Section {
        let path = lesson_path(&lesson.id);
        let mut blocks = Vec::new();
        if let Some(text) = lesson.text(self.language()) {
            if !text.head.objectives.is_empty() {
                blocks.push(Block::Callout(Callout {
                    tone: Tone::Neutral,
                    title: self.say(w::AFTER),
                    text: String::new(),
                    items: text.head.objectives.clone(),
                }));
            }
            let prefix = prefix_of(&path);
            let parts = self.read(text.text(), &text.source.path, self.in_report(&prefix, true), &mut draft.pictures);
            blocks.push(Block::Article(Article { parts: prefixed(parts, &prefix) }));
            let other = if self.language() == Language::Zh { Language::En } else { Language::Zh };
            let terms = text.head.terms.iter().filter_map(|id| self.course.term(id));
            let terms: Vec<Fact> = terms
                .map(|term| {
                    let href = format!("#{}", fragment(&term_path(&term.id)));
                    Fact::new(term.name.get(self.language()), term.name.get(other)).leading_to(href)
                })
                .collect();
            if !terms.is_empty() {
                blocks.push(Block::Heading(Heading { id: String::new(), text: self.say(w::TERMS) }));
                blocks.push(Block::Facts(Facts { items: terms }));
            }
        }
        let exercises: Vec<&Exercise> =
            self.exercises().into_iter().filter(|exercise| exercise.file.lesson == lesson.id).collect();
        if !exercises.is_empty() {
            blocks.push(Block::Heading(Heading { id: String::new(), text: self.say(w::EXERCISES_OF) }));
        }
        for exercise in exercises {
            let sheet = ExerciseSheet { place: self.in_report("", true), student: PAGE, sealed: false };
            let (mut made, _) = self.exercise_on(exercise, sheet, &mut draft.pictures);
            made.id = fragment(&exercise_path(&exercise.id));
            exercise.file.title.get(self.language()).clone_into(&mut made.title);
            // Answers have books of their own.
            made.key = None;
            blocks.push(Block::Exercise(Box::new(made)));
        }
        sheet(section(&fragment(&path), self.numbered(lesson), blocks))
    }

    /// What the course's home offers to print.
    pub(in crate::kinds::course::pages) fn handbook_links(&self, root: &str) -> Vec<Link> {
        if !self.edition.reports {
            return Vec::new();
        }
        let book = self.prints().into_iter().filter_map(|print| match print {
            Print::Handbook => Some((w::HANDBOOK, print)),
            Print::Manual => Some((w::MANUAL, print)),
            _ => None,
        });
        let link = |(words, print)| Link {
            text: format!("{} PDF", self.say(words)),
            href: format!("{root}{}", self.print_path(print)),
        };
        book.map(link).collect()
    }
}

/// A chapter that begins on a sheet of its own.
pub(super) fn sheet(section: Section) -> Section {
    Section { new_sheet: true, ..section }
}
