//! The glossary: every term in both languages, in the order of pinyin or of letters, with the lessons
//! that teach or name it.

use std::collections::{BTreeMap, BTreeSet};

use super::words as w;
use super::{Desk, GLOSSARY, lesson_path, term_fragment, term_path};
use crate::kinds::course::link::Linked;
use crate::kinds::course::{Lesson, Term};
use crate::measures::Measure;
use crate::pages::article::{Article, ArticlePart, Inline, read};
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
        let uses = self.uses(lessons);
        let mut pictures = BTreeSet::new();
        let mut parts = Vec::new();
        for term in terms {
            self.push_term(term, &uses, &page, &mut parts, &mut pictures);
        }
        page.sections = vec![section("terms", self.say(w::GLOSSARY), vec![Block::Article(Article { parts })])];
        page
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
    fn push_term(
        &self,
        term: &Term,
        uses: &Uses<'_>,
        page: &Page,
        parts: &mut Vec<ArticlePart>,
        pictures: &mut BTreeSet<String>,
    ) {
        let (name, other) = match self.language() {
            Language::Zh => (&term.name.zh, &term.name.en),
            Language::En => (&term.name.en, &term.name.zh),
        };
        let heading = vec![text(format!("{name} ")), styled(SpanStyle::Emphasis, other)];
        parts.push(ArticlePart::Heading { level: 3, id: term_fragment(&term.id), inlines: heading });
        parts.extend(self.read(term.definition.get(self.language()), &term.place.0, page, pictures));
        let mut more = Vec::new();
        let see = term.see.iter().filter_map(|id| self.course.term(id));
        let see = see.map(|see| link(see.name.get(self.language()), self.href(page, &term_path(&see.id))));
        self.push_list(&mut more, w::SEE, see.collect());
        if let Some(measure) = Measure::from_id(&term.measure) {
            let href = self.href(page, &format!("methods/{}.html", term.measure));
            self.push_list(&mut more, w::METHOD, vec![link(measure.doc().name.get(self.language()), href)]);
        }
        let lessons = uses.get(&term.id).into_iter().flatten();
        let lessons = lessons.filter_map(|lesson| {
            let title = &lesson.text(self.language())?.head.title;
            Some(link(title, self.href(page, &lesson_path(&lesson.id))))
        });
        self.push_list(&mut more, w::LESSONS, lessons.collect());
        if !more.is_empty() {
            parts.push(ArticlePart::Paragraph { inlines: more });
        }
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
