//! Builds the site and the reports of a book: every case's files as they are made, the portfolio
//! pages from the rows that stay, all of it published as one.

use std::collections::BTreeMap;

use super::cases::{CaseWork, Pass, each_client};
use crate::kinds::book::{Book, Settings};
use crate::kinds::client::data;
use crate::kinds::client::pages::{Sheet, page, report, trace};
use crate::kinds::client::portfolio::{self, Row};
use crate::kinds::credit_model;
use crate::kinds::edition::Edition;
use crate::load::{Folder, Source};
use crate::pages::Page;
use crate::pages::chart::Medium;
use crate::pages::frame::{LanguageFrame, SiteFrame};
use crate::publish::{PublishError, Published, Staging};
use crate::render::html::{Html, SitemapEntry, assets, sitemap};
use crate::render::pdf::{Typesetter, Worker};
use crate::values::{Language, Problem, Severity, Words};

/// What to build beside what the book says.
#[derive(Clone, Copy, Default)]
pub struct Wishes<'w> {
    /// What typesets the reports; none where no PDFs are wanted.
    pub typesetter: Option<&'w dyn Typesetter>,
    /// Whether each report carries its figures as JSON inside.
    pub attach_data: bool,
    /// Whether warnings stop the build.
    pub deny_warnings: bool,
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
    /// How many clients were built.
    pub clients: usize,
}

/// Is told of each client that is done.
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
    let html = match Html::new(&overrides, &frame(&book.settings)) {
        Ok(html) => html,
        Err(problems) => return Ok(stopped(problems, override_sources)),
    };
    let site = Site { book, html, staging: &staging, wishes };
    let pass = each_client(
        folder,
        book,
        || Hand::new(wishes),
        |hand, work| {
            let row = site.client(work, hand);
            progress();
            row
        },
    );
    let Pass { results, mut problems, mut sources } = pass;
    problems.extend(book.warnings.iter().cloned());
    crate::values::problem::sort(&mut problems);
    sources.extend(override_sources);
    let rows = results.into_iter().collect::<Result<Vec<Row>, PublishError>>()?;
    let stops = |problem: &Problem| wishes.deny_warnings || problem.severity == Severity::Error;
    if problems.iter().any(stops) {
        return Ok(stopped(problems, sources));
    }
    if let Err(found) = site.portfolio(&rows)? {
        problems.extend(found);
        return Ok(stopped(problems, sources));
    }
    for (path, bytes) in assets(&overrides) {
        staging.write(path, &bytes)?;
    }
    let published = staging.finish()?;
    Ok(Built { problems, sources, published: Some(published), clients: rows.len() })
}

/// What is wrong with the page templates that `book` brings along.
#[must_use]
pub fn template_problems(folder: &Folder, book: &Book) -> Vec<Problem> {
    let compiled = book.overrides(folder).and_then(|(overrides, _)| Html::new(&overrides, &frame(&book.settings)));
    compiled.err().unwrap_or_default()
}

fn stopped(problems: Vec<Problem>, sources: BTreeMap<String, Source>) -> Built {
    Built { problems, sources, published: None, clients: 0 }
}

const AREAS: [(&str, Words, &str); 3] = [
    ("home", Words { zh: "首页", en: "Home" }, "index.html"),
    ("clients", Words { zh: "客户", en: "Clients" }, "clients/index.html"),
    ("methods", Words { zh: "方法", en: "Methods" }, "methods/index.html"),
];

fn frame(settings: &Settings) -> SiteFrame {
    let first = settings.languages.first().copied();
    let languages = settings.languages.iter().map(|&language| {
        let below = if Some(language) == first { String::new() } else { format!("{}/", language.code()) };
        AREAS.iter().fold(LanguageFrame::new(language, settings.title.get(language)), |frame, (area, label, path)| {
            frame.entry(area, label.get(language), format!("{below}{path}"))
        })
    });
    SiteFrame { base_url: settings.base_url.clone(), languages: languages.collect() }
}

/// What each worker holds in hand: a page's bytes and the way to the typesetter.
struct Hand<'w> {
    page: Vec<u8>,
    typesetter: Option<Worker<'w>>,
}

impl<'w> Hand<'w> {
    fn new(wishes: Wishes<'w>) -> Self {
        Hand { page: Vec::new(), typesetter: wishes.typesetter.map(Worker::new) }
    }
}

struct Site<'b> {
    book: &'b Book,
    html: Html,
    staging: &'b Staging,
    wishes: Wishes<'b>,
}

type Found<T> = Result<T, Vec<Problem>>;

impl Site<'_> {
    fn edition(&self, language: Language) -> Edition<'_> {
        let settings = &self.book.settings;
        Edition {
            language,
            languages: &settings.languages,
            title: settings.title.get(language),
            author: settings.author.get(language),
            as_of: settings.as_of,
            model: &self.book.model,
            show_sources: settings.show_sources,
            reports: self.wishes.typesetter.is_some(),
        }
    }

    /// Writes everything of one client; its row stays.
    fn client(&self, work: &CaseWork<'_>, hand: &mut Hand<'_>) -> Found<Result<Row, PublishError>> {
        let trace = trace(work.assessment, work.source, work.tree, &self.book.model);
        let sheets = self.book.settings.languages.iter().map(|&language| Sheet {
            edition: self.edition(language),
            client: work.client,
            assessment: work.assessment,
            source: work.source,
            trace: &trace,
            tree: work.tree,
            medium: Medium::Screen,
        });
        let sheets: Vec<_> = sheets.collect();
        let Some(first) = sheets.first() else { return Err(Vec::new()) };
        let data = data::json(first);
        if let Err(error) = self.staging.write(&page::data_path(&work.client.id), data.as_bytes()) {
            return Ok(Err(error));
        }
        for sheet in &sheets {
            let written = match self.page(&page::page(sheet), &mut hand.page)? {
                Ok(()) => self.report(sheet, &data, hand)?,
                failed => failed,
            };
            if let Err(error) = written {
                return Ok(Err(error));
            }
        }
        Ok(Ok(Row::of(first)))
    }

    /// Typesets and writes the report of a client in one language, where reports are wanted.
    fn report(&self, sheet: &Sheet<'_>, data: &str, hand: &Hand<'_>) -> Found<Result<(), PublishError>> {
        let Some(typesetter) = &hand.typesetter else { return Ok(Ok(())) };
        let attachment = if self.wishes.attach_data { data.to_owned() } else { String::new() };
        let printed = Sheet { medium: Medium::Print, ..*sheet };
        let pdf = typesetter.typeset(&report::report(&printed, attachment))?;
        Ok(self.staging.write(&sheet.edition.report_path(&sheet.client.id), &pdf))
    }

    fn page(&self, page: &Page, buffer: &mut Vec<u8>) -> Found<Result<(), PublishError>> {
        buffer.clear();
        self.html.render_into(page, buffer).map_err(|problem| vec![problem])?;
        Ok(self.staging.write(&page.path, buffer))
    }

    /// Writes the pages made of rows, the methodology, the table and the sitemap.
    fn portfolio(&self, rows: &[Row]) -> Result<Found<()>, PublishError> {
        let mut buffer = Vec::new();
        let mut entries = Vec::new();
        for &language in &self.book.settings.languages {
            let edition = self.edition(language);
            let mut pages = vec![portfolio::home(&edition, self.book.settings.description.get(language), rows)];
            pages.extend(portfolio::lists(&edition, rows));
            pages.extend(credit_model::pages::pages(&edition));
            for page in &pages {
                match self.page(page, &mut buffer) {
                    Ok(written) => written?,
                    Err(problems) => return Ok(Err(problems)),
                }
                entries.push(SitemapEntry::of(page));
            }
            entries.extend(
                rows.iter().map(|row| SitemapEntry::of(&edition.page(&page::path(&row.id), "clients", String::new()))),
            );
            if self.book.settings.languages.first() == Some(&language) {
                self.staging.write("data/clients.csv", &portfolio::csv(&edition, rows))?;
            }
        }
        if !self.book.settings.base_url.is_empty() {
            self.staging.write("sitemap.xml", sitemap(&self.book.settings.base_url, &entries).as_bytes())?;
        }
        Ok(Ok(()))
    }
}
