//! Builds the site and the reports of a book: every case's files as they are made, kind by kind, the
//! pages made of all cases from the rows that stay, all of it published as one.

use std::collections::BTreeMap;
use std::sync::PoisonError;

use super::Together;
use super::cases::{Pass, each_case};
use super::glyphs;
use super::shelf::{OutputShelf, Records, Stop};
use super::strays::strays;
use crate::kinds::book::Book;
use crate::kinds::course::live::{Answers, Wanted};
use crate::kinds::course::pages::{EXERCISES, GLOSSARY, HEADINGS, TEACHING};
use crate::kinds::edition::Edition;
use crate::kinds::home::{NAME, home};
use crate::kinds::kind::{CaseKind, HomePart, Shelf};
use crate::kinds::methods::{self, Methods};
use crate::kinds::registry::{self, KINDS, Visitor};
use crate::load::{Folder, Source};
use crate::pages::frame::{LanguageFrame, SiteFrame};
use crate::publish::{PublishError, Published, Staging};
use crate::render::html::{Html, SitemapEntry, assets, sitemap};
use crate::render::pdf::{Typesetter, Worker};
use crate::render::search::{search_path, write_search_data};
use crate::values::problem::Denied;
use crate::values::{Audience, Language, Problem, Severity, Words};

/// What to build beside what the book says.
#[derive(Clone, Copy, Default)]
pub struct Wishes<'w> {
    /// What typesets the reports; none where no PDFs are wanted.
    pub typesetter: Option<&'w dyn Typesetter>,
    /// Whether each report carries its figures as JSON inside.
    pub attach_data: bool,
    /// Which warnings stop the build.
    pub denied: Denied<'w>,
}

/// What came of a build.
#[derive(Debug)]
pub struct Built {
    /// Errors and warnings, sorted.
    pub problems: Vec<Problem>,
    /// The texts that they stand in.
    pub sources: BTreeMap<String, Source>,
    /// What was published; none where errors stand in the way.
    pub published: Option<Published>,
    /// How many cases of each kind were built, by the kind's name, and lessons, exercises and terms.
    pub counts: Vec<(&'static str, usize)>,
}

/// Is told of each case that is done.
pub type Progress<'p> = &'p (dyn Fn() + Sync);

/// Builds `book` into `staging`'s folder.
///
/// # Errors
/// The disk said no. Problems of the book are no error but part of the result.
pub fn build(
    folder: &Folder,
    book: &Book,
    staging: Staging,
    wishes: Wishes<'_>,
    progress: Progress<'_>,
) -> Result<Built, PublishError> {
    let (overrides, override_sources) = match book.overrides(folder) {
        Ok(overrides) => overrides,
        Err(problems) => return Ok(stopped(problems, BTreeMap::new())),
    };
    let html = match Html::new(&overrides, &frame(book)) {
        Ok(html) => html,
        Err(problems) => return Ok(stopped(problems, override_sources)),
    };
    let records = Records::default();
    let mut site = Site {
        folder,
        book,
        html: &html,
        staging: &staging,
        wishes,
        progress,
        records: &records,
        problems: book.findings.clone(),
        sources: override_sources,
        cases: Vec::new(),
        wanted: book.course.as_ref().map(Wanted::of).unwrap_or_default(),
        answers: Answers::default(),
        languages: book.settings.languages.iter().map(|_| Gathered::default()).collect(),
    };
    let finished = registry::each(&mut site).and_then(|()| site.finish());
    let Site { mut problems, mut sources, cases, .. } = site;
    let stops = match finished {
        Ok(()) => false,
        Err(Stop::Disk(error)) => return Err(error),
        Err(Stop::Problems(found)) => {
            problems.extend(found);
            true
        }
    };
    crate::values::problem::sort(&mut problems);
    quote(folder, &problems, &mut sources);
    if stops {
        return Ok(stopped(problems, sources));
    }
    let records = records.into_inner().unwrap_or_else(PoisonError::into_inner);
    for language in &book.settings.languages {
        let tag = language.tag();
        staging.write_from(&search_path(tag), |out| write_search_data(tag, &records, out))?;
    }
    for (path, bytes) in assets(&overrides) {
        staging.write(path, &bytes)?;
    }
    let published = staging.finish()?;
    let mut counts = cases;
    if let Some(course) = &book.course {
        counts.extend(course.counts(book.audience, book.settings.as_of));
    }
    Ok(Built { problems, sources, published: Some(published), counts })
}

/// What is wrong with the page templates that `book` brings along.
#[must_use]
pub fn template_problems(folder: &Folder, book: &Book) -> Vec<Problem> {
    let frame = frame(book);
    let compiled = book.overrides(folder).and_then(|(overrides, _)| Html::new(&overrides, &frame));
    compiled.err().unwrap_or_default()
}

/// Reads the files that problems stand in and that were not kept.
fn quote(folder: &Folder, problems: &[Problem], sources: &mut BTreeMap<String, Source>) {
    for file in problems.iter().map(|problem| &problem.place.file) {
        if !sources.contains_key(file)
            && let Ok(source) = folder.read(file)
        {
            sources.insert(file.clone(), source);
        }
    }
}

fn stopped(problems: Vec<Problem>, sources: BTreeMap<String, Source>) -> Built {
    Built { problems, sources, published: None, counts: Vec::new() }
}

const METHODS: Words = Words { zh: "方法", en: "Methods" };

/// The navigation: the course, the kinds that the book has cases of, and the methods.
fn frame(book: &Book) -> SiteFrame {
    let (settings, cases) = (&book.settings, &book.cases);
    let first = settings.languages.first().copied();
    let languages = settings.languages.iter().map(|&language| {
        let below = if Some(language) == first { String::new() } else { format!("{}/", language.code()) };
        let frame = LanguageFrame::new(language, settings.title.get(language));
        let frame = frame.entry("home", NAME.get(language), format!("{below}index.html"));
        let frame = course_areas(book).fold(frame, |frame, (area, words)| {
            frame.entry(area, words.get(language), format!("{below}{area}/index.html"))
        });
        let kinds = KINDS.iter().map(|kind| kind.names).filter(|names| !cases.of(names.folder).is_empty());
        let frame = kinds.fold(frame, |frame, names| {
            frame.entry(names.folder, names.heading.get(language), format!("{below}{}/index.html", names.folder))
        });
        frame.entry("methods", METHODS.get(language), format!("{below}methods/index.html"))
    });
    SiteFrame { base_url: settings.base_url.clone(), languages: languages.collect() }
}

/// What the course adds to the navigation.
fn course_areas(book: &Book) -> impl Iterator<Item = (&'static str, Words)> {
    let course = book.course.as_ref();
    HEADINGS.into_iter().filter(move |(area, _)| {
        course.is_some_and(|course| match *area {
            TEACHING => book.audience == Audience::Instructor && !course.notes.is_empty(),
            GLOSSARY => !course.terms.is_empty(),
            EXERCISES => !course.exercises.is_empty(),
            _ => true,
        })
    })
}

/// What the kinds have contributed in one language.
#[derive(Default)]
struct Gathered {
    home: Vec<HomePart>,
    methods: Vec<Methods>,
    entries: Vec<SitemapEntry>,
}

/// A build under way.
struct Site<'b> {
    folder: &'b Folder,
    book: &'b Book,
    html: &'b Html,
    staging: &'b Staging,
    wishes: Wishes<'b>,
    progress: Progress<'b>,
    records: &'b Records,
    problems: Vec<Problem>,
    sources: BTreeMap<String, Source>,
    cases: Vec<(&'static str, usize)>,
    /// What the lessons ask of the cases.
    wanted: Wanted,
    /// What the cases have answered.
    answers: Answers,
    /// One for each language of the book.
    languages: Vec<Gathered>,
}

impl Visitor for Site<'_> {
    type Stop = Stop;

    /// Builds the cases of a kind and what is made of all of them. Cases are checked to the last
    /// whatever is wrong, so that one run tells everything.
    fn visit<K: CaseKind>(&mut self) -> Result<(), Stop> {
        let files = self.book.cases.of(K::NAMES.folder);
        if files.is_empty() {
            return Ok(());
        }
        let editions: Vec<_> = self.book.settings.languages.iter().map(|&language| self.edition(language)).collect();
        let together = Together::<K>::of(self.book);
        let pass = each_case::<K, _, _>(
            self.folder,
            self.book,
            files,
            || self.shelf(),
            |shelf, work| {
                together.add(work);
                let answer = self.book.course.is_some().then(|| self.wanted.ask(work, &editions));
                // There may be many: small ones can be sorted and gathered without a second copy of all of them.
                let row = match K::publish(work, &editions, shelf) {
                    Ok(row) => Ok(Ok(Box::new((row, answer)))),
                    Err(Stop::Disk(error)) => Ok(Err(error)),
                    Err(Stop::Problems(problems)) => Err(glyphs::placed(problems, work.source)),
                };
                (self.progress)();
                row
            },
        );
        self.problems.extend(strays::<K, _>(self.folder, files, &pass));
        let Pass { results, problems, sources, .. } = pass;
        self.problems.extend(together.doubts(self.folder, &problems));
        self.problems.extend(problems);
        self.sources.extend(sources);
        let mut rows = Vec::with_capacity(results.len());
        for result in results {
            let (row, answer) = *result?;
            rows.push(row);
            if let Some(answer) = answer {
                self.answers.keep(answer, &self.wanted);
            }
        }
        if !self.is_stopped() {
            self.overview::<K>(&rows)?;
            self.cases.push((K::NAMES.name, rows.len()));
        }
        Ok(())
    }
}

impl<'b> Site<'b> {
    fn edition(&self, language: Language) -> Edition<'b> {
        self.book.edition(language, self.wishes.typesetter.is_some(), self.wishes.attach_data)
    }

    fn shelf(&self) -> OutputShelf<'b> {
        let typesetter = self.wishes.typesetter.map(Worker::new);
        let (html, staging, records) = (self.html, self.staging, self.records);
        OutputShelf { html, staging, typesetter, records, buffer: Vec::new(), entries: None }
    }

    /// A shelf that lists its pages for the site map, where the book has one.
    fn listed_shelf(&self) -> OutputShelf<'b> {
        let entries = (!self.book.settings.base_url.is_empty()).then(Vec::new);
        OutputShelf { entries, ..self.shelf() }
    }

    fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }

    /// Whether what was found keeps the book from being published.
    fn is_stopped(&self) -> bool {
        self.problems.iter().any(|problem| problem.stops(self.wishes.denied))
    }

    /// Writes what is made of all cases of a kind; its part of the home page and of the methodology
    /// is kept for later.
    fn overview<K: CaseKind>(&mut self, rows: &[K::Row]) -> Result<(), Stop> {
        let mut output = self.listed_shelf();
        for (at, &language) in self.book.settings.languages.iter().enumerate() {
            let edition = self.edition(language);
            let home = K::overview(&edition, rows, &mut output)?;
            if at == 0 {
                K::tables(&edition, rows, &mut output)?;
            }
            let gathered = &mut self.languages[at];
            if let Some(entries) = &mut output.entries {
                gathered.entries.append(entries);
                let paths = rows.iter().flat_map(K::pages_of);
                let entry = |path: String| SitemapEntry::of(&edition.page(&path, K::NAMES.folder, String::new()));
                gathered.entries.extend(paths.map(entry));
            }
            gathered.home.push(home);
            gathered.methods.push(Methods {
                folder: K::NAMES.folder,
                heading: K::NAMES.heading,
                measures: K::MEASURES,
                pages: K::method_pages(&edition),
                notes: K::MEASURES.iter().map(|&measure| K::method_section(&edition, measure)).collect(),
            });
        }
        Ok(())
    }

    /// Writes what the kinds share: the home page, the methodology and the site map. The search data
    /// follow when every page is made.
    fn finish(&mut self) -> Result<(), Stop> {
        // A case that is wrong cannot answer, and would be told twice.
        if let Some(course) = self.book.course.as_ref().filter(|_| !self.has_errors()) {
            self.problems.extend(course.check_cases(self.folder, self.book, &self.answers, 0));
        }
        if self.is_stopped() {
            return Err(Stop::Problems(Vec::new()));
        }
        let mut output = self.listed_shelf();
        for (gathered, &language) in std::mem::take(&mut self.languages).into_iter().zip(&self.book.settings.languages)
        {
            let edition = self.edition(language);
            let course = super::course::home_part(self.folder, self.book, edition, &self.answers);
            let parts = course.into_iter().chain(gathered.home).collect();
            let mut pages = vec![home(&edition, self.book.settings.description.get(language), parts)];
            pages.extend(methods::pages(&edition, gathered.methods));
            for page in &pages {
                output.page(page)?;
            }
            super::course::publish(self.folder, self.book, edition, &self.answers, self.html, &mut output)?;
            if let Some(entries) = &mut output.entries {
                entries.extend(gathered.entries);
            }
        }
        let Some(entries) = output.entries.take() else { return Ok(()) };
        output.data("sitemap.xml", sitemap(&self.book.settings.base_url, &entries).as_bytes())
    }
}
