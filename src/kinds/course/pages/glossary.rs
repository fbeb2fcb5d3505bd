//! The glossary: every term in both languages, in the order of pinyin or of letters, with the lessons
//! that teach or name it.

use std::collections::{BTreeMap, BTreeSet};

use super::words as w;
use super::{Desk, GLOSSARY, lesson_path, term_fragment, term_path};
use crate::kinds::course::link::{Linked, Place};
use crate::kinds::course::{Lesson, Term};
use crate::measures::Measure;
use crate::pages::article::{Article, ArticlePart, Definition, Inline, read};
use crate::pages::{Block, Page, SpanStyle};
use crate::present::Collation;
use crate::present::tables::section;
use crate::values::Language;

/// The lessons that name a term, by the term's id.
type Uses<'a> = BTreeMap<String, Vec<&'a Lesson>>;

impl Desk<'_> {
    pub(super) fn glossary_page(&self, lessons: &[&Lesson]) -> Page {
        let title = self.say(w::GLOSSARY);
        let mut page = self.page(&format!("{GLOSSARY}/index.html"), GLOSSARY, title, |_| true);
        let terms = self.sorted_terms();
        page.lead = self.tell(w::TERMS_IN, &[&terms.len().to_string()]);
        page.description = format!("{}: {}", self.course.title.get(self.language()), page.lead);
        page.contents = false;
        let parts = self.definitions(lessons, Place::Page(&page), &mut BTreeSet::new());
        let parts = parts.into_iter().flat_map(|term| {
            let heading = ArticlePart::Heading { level: 3, id: term.id, inlines: term.term };
            std::iter::once(heading).chain(term.meanings.into_iter().flatten())
        });
        let parts = parts.collect();
        page.sections = vec![section("terms", self.say(w::GLOSSARY), vec![Block::Article(Article { parts })])];
        page
    }

    /// Every term in order, as it stands at `place`.
    pub(super) fn definitions(
        &self,
        lessons: &[&Lesson],
        place: Place<'_>,
        pictures: &mut BTreeSet<String>,
    ) -> Vec<Definition> {
        let uses = self.uses(lessons);
        self.sorted_terms().into_iter().map(|term| self.definition(term, &uses, place, pictures)).collect()
    }

    fn sorted_terms(&self) -> Vec<&Term> {
        let language = self.language();
        let collation = Collation::new(language);
        let mut terms: Vec<&Term> = self.course.terms.iter().collect();
        terms.sort_by(|a, b| {
            collation.compare(a.name.get(language), b.name.get(language)).then_with(|| a.id.cmp(&b.id))
        });
        terms
    }

    fn uses<'l>(&self, lessons: &[&'l Lesson]) -> Uses<'l> {
        let mut uses = Uses::new();
        for lesson in lessons {
            let Some(text) = lesson.text(self.language()) else { continue };
            let mut linked = Linked::new(self.course, self.folder, self.visible, self.language(), &text.source.path);
            let _ = read(text.text(), &mut linked);
            let named: BTreeSet<String> = linked.terms.into_iter().chain(text.head.terms.iter().cloned()).collect();
            for term in named {
                uses.entry(term).or_default().push(lesson);
            }
        }
        uses
    }

    /// A term: its two names, what it means, and where it is used.
    fn definition(
        &self,
        term: &Term,
        uses: &Uses<'_>,
        place: Place<'_>,
        pictures: &mut BTreeSet<String>,
    ) -> Definition {
        let (name, other) = match self.language() {
            Language::Zh => (&term.name.zh, &term.name.en),
            Language::En => (&term.name.en, &term.name.zh),
        };
        let heading = vec![text(format!("{name} ")), styled(SpanStyle::Emphasis, other)];
        let mut parts = self.read(term.definition.get(self.language()), &term.place.0, place, pictures);
        let mut more = Vec::new();
        let see = term.see.iter().filter_map(|id| self.course.term(id));
        let see = see.map(|see| link(see.name.get(self.language()), self.href(place, &term_path(&see.id))));
        self.push_list(&mut more, w::SEE, see.collect());
        if let Some(measure) = Measure::from_id(&term.measure) {
            let href = self.href(place, &format!("methods/{}.html", term.measure));
            self.push_list(&mut more, w::METHOD, vec![link(measure.doc().name.get(self.language()), href)]);
        }
        let lessons = uses.get(&term.id).into_iter().flatten();
        let lessons = lessons.filter_map(|lesson| {
            let title = &lesson.text(self.language())?.head.title;
            Some(link(title, self.href(place, &lesson_path(&lesson.id))))
        });
        self.push_list(&mut more, w::LESSONS, lessons.collect());
        if !more.is_empty() {
            parts.push(ArticlePart::Paragraph { inlines: more });
        }
        Definition { id: term_fragment(&term.id), term: heading, meanings: vec![parts] }
    }

    fn push_list(&self, out: &mut Vec<Inline>, label: crate::values::Words, links: Vec<Inline>) {
        if links.is_empty() {
            return;
        }
        let (colon, comma) = match self.language() {
            Language::Zh => ("：", "、"),
            Language::En => (": ", ", "),
        };
        let start = if out.is_empty() { "" } else { " · " };
        out.push(text(format!("{start}{}{colon}", self.say(label))));
        for (at, link) in links.into_iter().enumerate() {
            if at > 0 {
                out.push(text(comma.to_owned()));
            }
            out.push(link);
        }
    }
}

fn text(text: String) -> Inline {
    Inline::Text { text }
}

fn styled(style: SpanStyle, words: &str) -> Inline {
    Inline::Styled { style, inlines: vec![text(words.to_owned())] }
}

fn link(words: &str, href: String) -> Inline {
    Inline::Link { href, inlines: vec![text(words.to_owned())] }
}
