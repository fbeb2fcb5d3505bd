//! The home of the course: its sections with their lessons, and what of them the reader has read.

use super::coverage::coverage_path;
use super::words as w;
use super::{COURSE, Desk, bank_paths, lesson_path};
use crate::kinds::course::Lesson;
use crate::kinds::kind::HomePart;
use crate::pages::number::date;
use crate::pages::{Block, Outline, OutlineEntry, Page, Section};
use crate::present::tables::section;
use crate::values::Audience;

impl Desk<'_> {
    pub(super) fn course_page(&self, lessons: &[&Lesson]) -> Page {
        let title = self.course.title.get(self.language()).to_owned();
        let mut page = self.page(&format!("{COURSE}/index.html"), COURSE, title, |_| true);
        let minutes: u32 = lessons
            .iter()
            .filter_map(|lesson| lesson.text(self.language()))
            .map(|text| u32::from(text.head.minutes))
            .sum();
        page.lead = self.tell(w::LESSONS_IN, &[&lessons.len().to_string(), &minutes.to_string()]);
        let about = self.course.description.get(self.language());
        page.description = if about.is_empty() {
            format!("{}: {}", self.say(w::COURSE_DESCRIPTION), page.lead)
        } else {
            about.to_owned()
        };
        if !about.is_empty() {
            let space = if self.language() == crate::values::Language::En { " " } else { "" };
            page.lead = format!("{about}{space}{}", page.lead);
        }
        page.downloads = self.handbook_links(&page.root);
        for (at, part) in self.course.sections.iter().enumerate() {
            let entries: Vec<OutlineEntry> =
                lessons.iter().filter(|lesson| lesson.section == at).map(|lesson| self.entry(lesson, &page)).collect();
            if !entries.is_empty() {
                let outline = Outline { entries, read: self.say(w::READ) };
                let title = part.title.get(self.language());
                page.sections.push(section(&format!("section-{}", part.id), title, vec![Block::Outline(outline)]));
            }
        }
        page.sections.extend(self.downloads(&page));
        page
    }

    /// What instructors get beside the pages.
    fn downloads(&self, page: &Page) -> Option<Section> {
        if self.visible.audience == Audience::Student {
            return None;
        }
        let entry = |words, href| OutlineEntry { title: self.say(words), href, ..OutlineEntry::default() };
        let mut entries = Vec::new();
        if !self.exercises().is_empty() {
            let [moodle, qti] = bank_paths(self.language()).map(|path| format!("{}{path}", page.root));
            entries.extend([entry(w::MOODLE, moodle), entry(w::QTI, qti)]);
        }
        if !self.course.syllabus.is_empty() {
            entries.push(entry(w::COVERAGE, self.href(page, &coverage_path())));
        }
        (!entries.is_empty()).then(|| {
            section("downloads", self.say(w::DOWNLOADS), vec![Block::Outline(Outline { entries, read: String::new() })])
        })
    }

    /// What the home page of the book says of the course: its sections.
    #[must_use]
    pub fn home_part(&self) -> HomePart {
        let lessons = self.lessons();
        let path = self.edition.path_in(self.language(), &format!("{COURSE}/index.html"));
        let root = Page::root_of(&self.edition.path_in(self.language(), "index.html"));
        let entries = self.course.sections.iter().enumerate().filter_map(|(at, part)| {
            let count = lessons.iter().filter(|lesson| lesson.section == at).count();
            (count > 0).then(|| OutlineEntry {
                number: (at + 1).to_string(),
                title: part.title.get(self.language()).to_owned(),
                href: format!("{root}{path}#section-{}", part.id),
                note: self.tell(w::LESSONS_COUNT, &[&count.to_string()]),
                ..OutlineEntry::default()
            })
        });
        let outline = Outline { entries: entries.collect(), read: String::new() };
        let title = self.course.title.get(self.language());
        HomePart { sections: vec![section("course", title, vec![Block::Outline(outline)])], ..HomePart::default() }
    }

    /// A lesson in a list on `page`.
    pub(super) fn entry(&self, lesson: &Lesson, page: &Page) -> OutlineEntry {
        let Some(text) = lesson.text(self.language()) else { return OutlineEntry::default() };
        let mut note = self.tell(w::MINUTES, &[&text.head.minutes.to_string()]);
        if let Some(release) = text.head.release.filter(|_| lesson.is_held_back(self.visible.day)) {
            note = format!("{note} · {}", self.tell(w::HELD_BACK, &[&date(release.0, self.language())]));
        }
        OutlineEntry {
            key: lesson.id.clone(),
            number: format!("{}.{}", lesson.section + 1, text.head.order),
            title: text.head.title.clone(),
            href: self.href(page, &lesson_path(&lesson.id)),
            note,
            about: text.head.objectives.first().cloned().unwrap_or_default(),
        }
    }
}
