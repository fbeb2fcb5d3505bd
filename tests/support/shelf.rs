//! What is published of one client of a book, kept in memory.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used, reason = "each test file uses its own part")]

use std::convert::Infallible;
use std::io::{self, Write};
use std::sync::Mutex;

use casebook::build::each_case;
use casebook::kinds::book::Book;
use casebook::kinds::book::schema::Depth;
use casebook::kinds::client::Clients;
use casebook::kinds::kind::{CaseKind, Shelf};
use casebook::load::Folder;
use casebook::pages::{Page, Report};
use casebook::values::Language;
use jiff::civil::Date;

/// A client's page, report and data file.
pub struct Made {
    pub page: Page,
    pub report: Report,
    pub data: String,
}

#[derive(Default)]
struct Kept {
    page: Option<Page>,
    report: Option<Report>,
    data: String,
}

impl Shelf for Kept {
    type Stop = Infallible;

    fn page(&mut self, page: &Page) -> Result<(), Infallible> {
        self.page = Some(page.clone());
        Ok(())
    }

    fn report(&mut self, _: &str, report: impl FnOnce() -> Report) -> Result<(), Infallible> {
        self.report = Some(report());
        Ok(())
    }

    fn data(&mut self, _: &str, bytes: &[u8]) -> Result<(), Infallible> {
        self.data = String::from_utf8(bytes.to_vec()).unwrap();
        Ok(())
    }

    fn long_data(
        &mut self,
        path: &str,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Infallible> {
        let mut bytes = Vec::new();
        write(&mut bytes).unwrap();
        self.data(path, &bytes)
    }
}

/// What is published of the shipped client `id` in `language` at `as_of`.
pub fn publish(id: &str, language: &str, depth: Depth, as_of: Date) -> Made {
    let folder = Folder::new(concat!(env!("CARGO_MANIFEST_DIR"), "/content"));
    let mut book = Book::open(&folder).unwrap();
    book.settings.as_of = as_of;
    book.settings.pdf.depth = Some(depth);
    publish_of(&folder, &book, id, language)
}

/// What is published of the client `id` of a book in `language`.
pub fn publish_of(folder: &Folder, book: &Book, id: &str, language: &str) -> Made {
    let language = if language == "zh" { Language::Zh } else { Language::En };
    let made = Mutex::new(None);
    each_case::<Clients, _, _>(
        folder,
        book,
        book.cases.of("clients"),
        || (),
        |(), work| {
            if work.case.id == id {
                let mut kept = Kept::default();
                let _ = Clients::publish(work, &[book.edition(language, true, false)], &mut kept);
                let made_now = Made { page: kept.page.unwrap(), report: kept.report.unwrap(), data: kept.data };
                *made.lock().unwrap() = Some(made_now);
            }
            Ok(())
        },
    );
    made.into_inner().unwrap().unwrap()
}
