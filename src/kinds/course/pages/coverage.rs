//! The coverage of the syllabus, for instructors: every row with the lessons that teach it and the exercises
//! that train it.

use super::words as w;
use super::{COURSE, Desk, exercise_path, lesson_path};
use crate::kinds::course::Row;
use crate::pages::article::{Article, ArticlePart, Inline};
use crate::pages::{Block, Link, Page};
use crate::present::tables::section;

/// The path of the coverage's page in the book's first language.
pub(super) fn coverage_path() -> String {
    format!("{COURSE}/coverage.html")
}

impl Desk<'_> {
    pub(super) fn coverage_page(&self) -> Page {
        let title = self.say(w::COVERAGE);
        let mut page = self.page(&coverage_path(), COURSE, title.clone(), |_| true);
        let course = self.href(&page, &format!("{COURSE}/index.html"));
        page.trail.push(Link { text: self.course.title.get(self.language()).to_owned(), href: course });
        let rows = &self.course.syllabus;
        let covered = rows.iter().filter(|row| self.course.lacks(row).is_empty()).count();
        page.lead = format!(
            "{} · {}",
            self.say(w::ONLY_INSTRUCTORS),
            self.tell(w::COVERED, &[&rows.len().to_string(), &covered.to_string()])
        );
        page.description = format!("{}: {title}", self.course.title.get(self.language()));
        page.contents = false;
        let head = [w::ROW, w::TAUGHT_BY, w::TRAINED_BY].map(|words| vec![Inline::Text { text: self.say(words) }]);
        let table = ArticlePart::Table {
            right: vec![false; 3],
            head: head.into(),
            rows: rows.iter().map(|row| self.coverage(row, &page)).collect(),
        };
        page.sections = vec![section("coverage", title, vec![Block::Article(Article { parts: vec![table] })])];
        page
    }

    fn coverage(&self, row: &Row, page: &Page) -> Vec<Vec<Inline>> {
        let language = self.language();
        let lessons = self.course.teaching(&row.id).filter_map(|lesson| {
            let title = lesson.text(language)?.head.title.clone();
            Some((title, self.href(page, &lesson_path(&lesson.id))))
        });
        let exercises = self.course.training(&row.id).map(|exercise| {
            (exercise.file.title.get(language).to_owned(), self.href(page, &exercise_path(&exercise.id)))
        });
        let name = format!("{} {}", row.id, row.title.get(language));
        let taught = if row.taught { linked(lessons) } else { vec![text("–".to_owned())] };
        vec![vec![text(name)], taught, linked(exercises)]
    }
}

/// Links, each on a line of its own.
fn linked(links: impl Iterator<Item = (String, String)>) -> Vec<Inline> {
    let mut out = Vec::new();
    for (words, href) in links {
        if !out.is_empty() {
            out.push(Inline::Break);
        }
        out.push(Inline::Link { href, inlines: vec![text(words)] });
    }
    out
}

fn text(text: String) -> Inline {
    Inline::Text { text }
}
