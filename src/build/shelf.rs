//! Puts what is made of cases into the output folder: pages through the templates, reports through
//! the typesetter, data as it is.

use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

use crate::kinds::kind::Shelf;
use crate::pages::{Page, Report};
use crate::publish::{PublishError, Staging};
use crate::render::html::{Html, SitemapEntry};
use crate::render::pdf::Worker;
use crate::render::search::SearchRecord;
use crate::values::Problem;

/// Why nothing more can be put on the shelf.
#[derive(Debug)]
pub(super) enum Stop {
    /// A template or the typesetter failed.
    Problems(Vec<Problem>),
    /// The disk said no.
    Disk(PublishError),
}

impl From<PublishError> for Stop {
    fn from(error: PublishError) -> Self {
        Stop::Disk(error)
    }
}

/// What is found of each page, in whatever order pages are made.
pub(super) type Records = Mutex<Vec<SearchRecord>>;

/// What one thread needs to put things into the output folder.
pub(super) struct OutputShelf<'b> {
    pub html: &'b Html,
    pub staging: &'b Staging,
    pub typesetter: Option<Worker<'b>>,
    /// What the search will find, of all pages of all threads.
    pub records: &'b Records,
    /// A page's bytes, kept to be filled again.
    pub buffer: Vec<u8>,
    /// What the site map says of the pages taken; none where the book has no site map.
    pub entries: Option<Vec<SitemapEntry>>,
}

impl Shelf for OutputShelf<'_> {
    type Stop = Stop;

    fn page(&mut self, page: &Page) -> Result<(), Stop> {
        self.buffer.clear();
        self.html.render_into(page, &mut self.buffer).map_err(|problem| Stop::Problems(vec![problem]))?;
        self.records.lock().unwrap_or_else(PoisonError::into_inner).push(SearchRecord::of(page));
        if let Some(entries) = &mut self.entries {
            entries.push(SitemapEntry::of(page));
        }
        Ok(self.staging.write(&page.path, &self.buffer)?)
    }

    fn report(&mut self, path: &str, report: impl FnOnce() -> Report) -> Result<(), Stop> {
        let Some(typesetter) = &self.typesetter else { return Ok(()) };
        let pdf = typesetter.typeset(&report()).map_err(Stop::Problems)?;
        Ok(self.staging.write(path, &pdf)?)
    }

    fn data(&mut self, path: &str, bytes: &[u8]) -> Result<(), Stop> {
        Ok(self.staging.write(path, bytes)?)
    }

    fn long_data(&mut self, path: &str, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Stop> {
        Ok(self.staging.write_from(path, write)?)
    }
}
