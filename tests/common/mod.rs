//! The shipped book and small books of a test's own.
#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

pub mod typed;

use std::path::{Path, PathBuf};

use casebook::kinds::book::Book;
use casebook::kinds::case_file::Frame;
use casebook::kinds::client::case::Client;
use casebook::kinds::client::check::client_beside;
use casebook::kinds::client::schema::ClientFile;
use casebook::kinds::credit_model::CreditModel;
use casebook::kinds::kind::CaseText;
use casebook::load::shape::shape;
use casebook::load::{Beside, Folder};
use jiff::civil::Date;

/// The folder of the shipped book.
pub fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

/// The shipped book's model, date and clients.
pub struct Shipped {
    pub model: CreditModel,
    pub as_of: Date,
    folder: Folder,
}

impl Shipped {
    pub fn open() -> Self {
        let folder = Folder::new(content());
        let book = Book::open(&folder).unwrap();
        Shipped { model: book.model, as_of: book.settings.as_of, folder }
    }

    pub fn client(&self, id: &str) -> Client {
        let source = self.folder.read(&format!("clients/{id}.toml")).unwrap();
        let frame = Frame { as_of: Some(self.as_of), own: Some(self.as_of), currency: Some("CNY"), languages: &[] };
        let beside = Beside::of(&self.folder, &source.path);
        let text = CaseText { source: &source, stem: id, beside: &beside };
        let checked = client_beside(&text, &shape::<ClientFile>(), &frame);
        checked.case.unwrap_or_else(|| panic!("{:#?}", checked.problems))
    }
}

/// Copies everything below `from` into `to`; links stay links.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if entry.file_type().unwrap().is_dir() {
            copy(&path, &target);
        } else if let Ok(link) = std::fs::read_link(&path) {
            std::os::unix::fs::symlink(link, target).unwrap();
        } else {
            std::fs::copy(&path, target).unwrap();
        }
    }
}
