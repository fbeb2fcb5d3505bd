//! The book itself: what `casebook.toml` says and means, and the model that it names.
//!
//! `Inspection::of(&Folder) -> Inspection` reads the settings, the model and the list of case files and
//! keeps all that is sound; `Book::open(&Folder) -> Result<Book, Vec<Problem>>` wants all of it.
//! The cases themselves are read one at a time by whoever needs them.

mod check;
mod known;
pub mod review;
pub mod schema;

pub use known::Known;
pub use review::Review;

use std::collections::BTreeMap;
use std::path::PathBuf;

use jiff::civil::Date;

use crate::kinds::course::Course;
use crate::kinds::course::schema::CourseFile;
use crate::kinds::credit_model::CreditModel;
use crate::kinds::edition::Edition;
use crate::kinds::only::Only;
use crate::load::{Folder, FolderFile, Source};
use crate::values::problem::SpanRange;
use crate::values::{Audience, Language, Problem, Severity, Text};

/// The settings file of a book.
pub const BOOK_FILE: &str = "casebook.toml";
/// The version of the format that this program reads.
pub const SCHEMA: u32 = 1;

/// A book whose settings and model are sound.
#[derive(Debug)]
pub struct Book {
    /// The settings.
    pub settings: Settings,
    /// The credit model.
    pub model: CreditModel,
    /// The text of the model's file.
    pub model_source: Source,
    /// The files of cases.
    pub cases: CaseFiles,
    /// The course, where the book has one.
    pub course: Option<Course>,
    /// For whom it is published.
    pub audience: Audience,
    /// The book's own templates, by path below `templates/`.
    pub templates: Vec<FolderFile>,
    /// What was found on the way: warnings, and everything wrong with lessons, on which no case rests.
    pub findings: Vec<Problem>,
}

/// What `casebook.toml` says, with every default filled in.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Title.
    pub title: Text,
    /// One sentence about the book, or empty.
    pub description: Text,
    /// Who answers for the reports, or empty.
    pub author: Text,
    /// The languages; never empty.
    pub languages: Vec<Language>,
    /// Currency of amounts for which no other is given.
    pub currency: String,
    /// Where that stands in the settings file.
    pub currency_at: SpanRange,
    /// The date of the reports.
    pub as_of: Date,
    /// The date that the book itself names; another day may have been asked for.
    pub own_as_of: Date,
    /// How PDFs are made.
    pub pdf: schema::PdfSettings,
    /// The output folder: absolute, or relative to the book.
    pub output: PathBuf,
    /// Address of the published site without a slash at the end, or empty.
    pub base_url: String,
    /// Whether pages show the case files.
    pub show_sources: bool,
    /// The course that the lessons make up.
    pub course: Option<CourseFile>,
    /// Of which cases a report is made.
    pub only: Only,
    /// What is said of the quarterly review, where there is one.
    review_file: Option<schema::review::ReviewFile>,
    /// What it means at the as-of date.
    pub review: Option<Review>,
}

impl Settings {
    /// Whether the reports are of another day than the book's own.
    #[must_use]
    pub fn is_moved(&self) -> bool {
        self.as_of != self.own_as_of
    }

    /// Moves the reports to another day.
    pub fn move_to(&mut self, as_of: Date) {
        self.as_of = as_of;
        let again =
            |review: &Review| Some(Review::of(self.review_file.as_ref()?, as_of, &self.currency, &review.sha256));
        self.review = self.review.as_ref().and_then(again);
    }
}

/// What can be told of a book however broken its settings and its model are, so that one run finds
/// the problems of every file.
#[derive(Debug)]
pub struct Inspection {
    /// The settings, where nothing is wrong with them.
    pub settings: Option<Settings>,
    /// What cases are checked against, as far as it can be read.
    pub known: Known,
    /// The credit model and the text of its file, where nothing is wrong with them.
    pub model: Option<(CreditModel, Source)>,
    /// The files of cases.
    pub cases: CaseFiles,
    /// The course, as far as it is sound.
    pub course: Option<Course>,
    /// The book's own templates.
    pub templates: Vec<FolderFile>,
    /// Errors and warnings of the settings, the model and the folder.
    pub problems: Vec<Problem>,
    /// Errors and warnings of the course.
    pub course_problems: Vec<Problem>,
}

impl Inspection {
    /// Looks through the book in `folder`.
    #[must_use]
    pub fn of(folder: &Folder) -> Inspection {
        check::inspection(folder)
    }

    /// The book, where no error stands in the way of its cases.
    ///
    /// # Errors
    /// Every problem of the settings, the model, the folder and the course.
    pub fn book(mut self) -> Result<Book, Vec<Problem>> {
        let sound = self.problems.iter().all(|problem| problem.severity != Severity::Error);
        self.problems.append(&mut self.course_problems);
        match (self.settings, self.model) {
            (Some(settings), Some((model, model_source))) if sound => Ok(Book {
                settings,
                model,
                model_source,
                cases: self.cases,
                course: self.course,
                audience: Audience::default(),
                templates: self.templates,
                findings: self.problems,
            }),
            _ => Err(self.problems),
        }
    }
}

impl Book {
    /// The book in `language`; `reports` says whether PDF reports are made.
    #[must_use]
    pub fn edition(&self, language: Language, reports: bool, attach_data: bool) -> Edition<'_> {
        let settings = &self.settings;
        Edition {
            language,
            languages: &settings.languages,
            title: settings.title.get(language),
            author: settings.author.get(language),
            as_of: settings.as_of,
            model: &self.model,
            show_sources: settings.show_sources,
            reports,
            review: settings.review.as_ref(),
            only: &settings.only,
            depth: settings.pdf.depth.unwrap_or_default(),
            attach_data,
        }
    }

    /// Opens the book in `folder`.
    ///
    /// # Errors
    /// Every problem of the settings, the model and the folder.
    pub fn open(folder: &Folder) -> Result<Book, Vec<Problem>> {
        Inspection::of(folder).book()
    }

    /// The book's own templates by their name below `templates/`, and as sources by their path.
    ///
    /// # Errors
    /// A problem for each file that cannot be read.
    pub fn overrides(&self, folder: &Folder) -> Result<(Overrides, BTreeMap<String, Source>), Vec<Problem>> {
        let (mut texts, mut sources, mut problems) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
        for file in self.templates.iter().filter(|file| is_template(&file.path)) {
            match folder.read(&file.path) {
                Ok(source) => {
                    let name = file.path.strip_prefix("templates/").unwrap_or(&file.path);
                    texts.insert(name.to_owned(), source.text.clone());
                    sources.insert(file.path.clone(), source);
                }
                Err(problem) => problems.push(problem),
            }
        }
        if problems.is_empty() { Ok((texts, sources)) } else { Err(problems) }
    }

    /// The book's own fonts: TrueType and OpenType files below `fonts/`, in the order of their paths.
    ///
    /// # Errors
    /// A problem for each file that cannot be read.
    pub fn fonts(&self, folder: &Folder) -> Result<Vec<Vec<u8>>, Vec<Problem>> {
        let (files, _) = folder.all_files("fonts")?;
        let fonts = files
            .iter()
            .filter(|file| [".ttf", ".otf", ".ttc"].iter().any(|end| file.path.to_lowercase().ends_with(end)));
        fonts.map(|file| folder.read_bytes(&file.path).map_err(|problem| vec![problem])).collect()
    }
}

/// The files of a book's cases: for each kind's folder, its files sorted by path. A kind without
/// files has no entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CaseFiles(BTreeMap<&'static str, Vec<FolderFile>>);

impl CaseFiles {
    /// The files of the kind whose folder is `folder`.
    #[must_use]
    pub fn of(&self, folder: &str) -> &[FolderFile] {
        self.0.get(folder).map_or(&[], Vec::as_slice)
    }

    /// How many there are of every kind.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.values().map(Vec::len).sum()
    }

    /// Keeps the files of a kind.
    pub(super) fn insert(&mut self, folder: &'static str, files: Vec<FolderFile>) {
        if !files.is_empty() {
            self.0.insert(folder, files);
        }
    }
}

/// A book's own templates by name.
pub type Overrides = BTreeMap<String, String>;

/// Templates are text; fonts may lie beside them.
fn is_template(path: &str) -> bool {
    [".html", ".typ", ".css", ".js", ".toml", ".svg"].iter().any(|end| path.ends_with(end))
}
