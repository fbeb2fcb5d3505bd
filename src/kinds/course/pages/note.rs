//! Teaching notes: for instructors, a list and a page each.

use super::words as w;
use super::{Desk, Pages, TEACHING, lesson_path, note_path, sections};
use crate::kinds::course::Note;
use crate::pages::{Block, Fact, Facts, Link, Outline, OutlineEntry, Page};
use crate::present::tables::section;

impl Desk<'_> {
    pub(super) fn note_pages(&self, out: &mut Pages) {
        let notes: Vec<&Note> = self.course.notes.iter().filter(|note| note.text(self.language()).is_some()).collect();
        out.pages.push(self.notes_page(&notes));
        for note in notes {
            out.pages.extend(self.note_page(note, &mut out.pictures));
        }
    }

    fn notes_page(&self, notes: &[&Note]) -> Page {
        let mut page = self.page(&format!("{TEACHING}/index.html"), TEACHING, self.say(w::TEACHING), |_| true);
        page.lead = self.say(w::ONLY_INSTRUCTORS);
        page.description = format!("{} · {}", self.course.title.get(self.language()), self.say(w::TEACHING));
        page.contents = false;
        let entry = |note: &&Note| {
            let text = note.text(self.language())?;
            Some(OutlineEntry {
                title: text.head.title.clone(),
                href: self.href(&page, &note_path(&note.id)),
                note: self.tell(w::MINUTES, &[&text.head.minutes.to_string()]),
                ..OutlineEntry::default()
            })
        };
        let outline = Outline { entries: notes.iter().filter_map(entry).collect(), read: String::new() };
        page.sections = vec![section("notes", self.say(w::TEACHING), vec![Block::Outline(outline)])];
        page
    }

    fn note_page(&self, note: &Note, pictures: &mut std::collections::BTreeSet<String>) -> Option<Page> {
        let text = note.text(self.language())?;
        let has = |language| note.text(language).is_some();
        let mut page = self.page(&note_path(&note.id), TEACHING, text.head.title.clone(), has);
        let href = self.href(&page, &format!("{TEACHING}/index.html"));
        page.trail.push(Link { text: self.say(w::TEACHING), href });
        page.lead =
            format!("{} · {}", self.say(w::ONLY_INSTRUCTORS), self.tell(w::MINUTES, &[&text.head.minutes.to_string()]));
        page.description = format!("{}: {}", self.say(w::TEACHING), text.head.title);
        let parts = self.read(text.text(), &text.source.path, &page, pictures);
        let mut all = sections(parts, &text.head.title);
        let facts = self.facts(note, &page);
        if let (Some(first), false) = (all.first_mut(), facts.is_empty()) {
            first.blocks.insert(0, Block::Facts(Facts { items: facts }));
        }
        page.sections = all;
        Some(page)
    }

    /// The case and the lessons that a note belongs to.
    fn facts(&self, note: &Note, page: &Page) -> Vec<Fact> {
        let Some(text) = note.text(self.language()) else { return Vec::new() };
        let case = text.head.case.as_ref().and_then(|case| Some((case, self.answers.page_of(case)?)));
        let case = case.map(|(case, path)| Fact::new(self.say(w::CASE), case).leading_to(self.href(page, &path)));
        let lessons = text.head.lessons.iter().filter_map(|id| {
            let title = &self.course.lesson(id)?.text(self.language())?.head.title;
            Some(Fact::new(self.say(w::LESSONS), title).leading_to(self.href(page, &lesson_path(id))))
        });
        case.into_iter().chain(lessons).collect()
    }
}
