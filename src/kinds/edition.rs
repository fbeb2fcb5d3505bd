//! What pages must know of their book: language, date, model and where things stand.

use jiff::civil::Date;

use super::book::Review;
use super::book::schema::Depth;
use super::credit_model::CreditModel;
use super::only::Only;
use crate::pages::{Alternate, Page};
use crate::values::Language;

/// A book in one of its languages.
#[derive(Debug, Clone, Copy)]
pub struct Edition<'a> {
    /// The language of the pages.
    pub language: Language,
    /// All languages of the book, the first at the root of the site.
    pub languages: &'a [Language],
    /// The book's title in this language.
    pub title: &'a str,
    /// Who answers for the reports, in this language, or empty.
    pub author: &'a str,
    /// The date of the reports.
    pub as_of: Date,
    /// The credit model.
    pub model: &'a CreditModel,
    /// Whether pages show the case files that their figures come from.
    pub show_sources: bool,
    /// Whether PDF reports are made, so that pages can link to them.
    pub reports: bool,
    /// The quarterly review, where the book has one.
    pub review: Option<&'a Review>,
    /// How much client reports tell.
    pub depth: Depth,
    /// Of which cases a report is made.
    pub only: &'a Only,
    /// Whether each report carries its figures as JSON inside.
    pub attach_data: bool,
}

impl Edition<'_> {
    /// The path of `page` in `language`: as it is in the book's first language, below the
    /// language's code in the others.
    #[must_use]
    pub fn path_in(&self, language: Language, page: &str) -> String {
        if self.languages.first() == Some(&language) { page.to_owned() } else { format!("{}/{page}", language.code()) }
    }

    /// The path of a client's report below the output folder.
    #[must_use]
    pub fn report_path(&self, id: &str) -> String {
        format!("reports/{id}.{}.pdf", self.language.code())
    }

    /// An empty page at `page`, such as `clients/acme.html`, with everything that follows from
    /// its place.
    #[must_use]
    pub fn page(&self, page: &str, area: &'static str, title: String) -> Page {
        let path = self.path_in(self.language, page);
        let root = Page::root_of(&path);
        let alternates = self.languages.iter().map(|&language| Alternate {
            lang: language.tag(),
            name: language.name(),
            href: format!("{root}{}", self.path_in(language, page)),
            current: language == self.language,
        });
        Page {
            lang: self.language.tag(),
            home: format!("{}index.html", Page::root_of(page)),
            alternates: alternates.collect(),
            root,
            path,
            title,
            lead: String::new(),
            description: String::new(),
            trail: Vec::new(),
            downloads: Vec::new(),
            sections: Vec::new(),
            area,
            contents: true,
        }
    }
}
