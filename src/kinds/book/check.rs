//! Looks through a folder: its settings, its model and its files, and everything wrong with them.

use std::path::PathBuf;

use super::schema::BookFile;
use super::{BOOK_FILE, CaseFiles, Inspection, Known, SCHEMA, Settings};
use crate::kinds::case_file::is_id;
use crate::kinds::course::Course;
use crate::kinds::credit_model::{self, CreditModel, SHIPPED, SHIPPED_PATH};
use crate::kinds::currency;
use crate::kinds::registry::KINDS;
use crate::load::shape::{Shape, shape};
use crate::load::tree::{self, Tree};
use crate::load::{self, Folder, Source};
use crate::values::digest::sha256;
use crate::values::{Code, Place, Problem, Severity};

pub(super) fn inspection(folder: &Folder) -> Inspection {
    let mut inspection = Inspection {
        settings: None,
        known: Known::default(),
        model: None,
        cases: CaseFiles::default(),
        course: None,
        templates: Vec::new(),
        problems: Vec::new(),
        course_problems: Vec::new(),
    };
    if let Err(problem) = fill(&mut inspection, folder) {
        inspection.problems.push(problem);
    }
    inspection
}

/// Finds all that there is in `folder`.
///
/// # Errors
/// What makes it pointless to look any further: no settings file, one that cannot be read, or one
/// of another version.
fn fill(inspection: &mut Inspection, folder: &Folder) -> Result<(), Problem> {
    if !folder.holds(BOOK_FILE) {
        return Err(missing(folder));
    }
    let source = folder.read(BOOK_FILE)?;
    version(&source)?;
    cases(inspection, folder);
    match folder.all_files("templates") {
        Ok((templates, _)) => inspection.templates = templates,
        Err(problems) => inspection.problems.extend(problems),
    }
    let name = model_name(&source);
    match settings(&source) {
        Ok((settings, doubts)) => {
            inspection.problems.extend(doubts);
            inspection.known = Known::from(&settings);
            course(inspection, folder, &settings);
            inspection.settings = Some(settings);
        }
        Err(problems) => {
            inspection.known = Known::of(&source);
            inspection.problems.extend(problems);
        }
    }
    match model(folder, &source, name.as_deref()) {
        Ok(model) => inspection.model = Some(model),
        Err(problems) => inspection.problems.extend(problems),
    }
    Ok(())
}

fn missing(folder: &Folder) -> Problem {
    let place = Place { file: BOOK_FILE.to_owned(), span: None };
    let message = format!("`{}` holds no {BOOK_FILE}", folder.root().display());
    let hint = "run `casebook init DIR` to begin a book, or name the folder of an existing one";
    Problem::new(Code::MissingBook, place, message).hint(hint)
}

/// The files of every kind's folder.
fn cases(inspection: &mut Inspection, folder: &Folder) {
    for kind in KINDS {
        match folder.files(kind.names.folder, "toml", kind.companions) {
            Ok((files, strangers)) => {
                inspection.cases.insert(kind.names.folder, files);
                inspection.problems.extend(strangers);
            }
            Err(problems) => inspection.problems.extend(problems),
        }
    }
    if inspection.cases.count() == 0 && inspection.problems.iter().all(|problem| problem.severity != Severity::Error) {
        let place = Place { file: BOOK_FILE.to_owned(), span: None };
        let folders: Vec<_> = KINDS.iter().map(|kind| format!("`{}/`", kind.names.folder)).collect();
        let verb = if folders.len() == 1 { "has" } else { "have" };
        let message = format!("the book holds no case: {} {verb} no .toml file", folders.join(" and "));
        let hint = "run `casebook new client ID` to add one";
        inspection.problems.push(Problem::new(Code::EmptyBook, place, message).hint(hint));
    }
}

/// The course, where the settings describe one; its files without one are told.
fn course(inspection: &mut Inspection, folder: &Folder, settings: &Settings) {
    if let Some(file) = &settings.course {
        inspection.course = Some(Course::read(folder, file, &settings.languages, &mut inspection.course_problems));
        return;
    }
    inspection.course_problems.extend(without_course(folder));
}

/// What belongs to a course, in a book that describes none: the first file of each sort.
fn without_course(folder: &Folder) -> Vec<Problem> {
    let first = |dir: &str, ending: &str| {
        let files = folder.files(dir, ending, &[]).map(|(files, _)| files).unwrap_or_default();
        files.into_iter().next().map(|file| file.path)
    };
    let glossary = "glossary.toml".to_owned();
    let glossary = if folder.holds(&glossary) { Some(glossary) } else { first("glossary", "toml") };
    let found = [
        ("lessons", first("lessons", "md")),
        ("exercises", first("exercises", "toml")),
        ("a glossary", glossary),
        ("teaching notes", first("teaching", "md")),
    ];
    let problem = |(what, path): (&str, Option<String>)| {
        let place = Place { file: path?, span: None };
        let message = format!("the book has {what}, but casebook.toml describes no course");
        let hint = "add `[course]` with a title and `[[course.sections]]` with the folders of the lessons";
        Some(Problem::new(Code::BadReference, place, message).hint(hint))
    };
    found.into_iter().filter_map(problem).collect()
}

/// The model's name, also from a settings file that is broken elsewhere.
fn model_name(source: &Source) -> Option<String> {
    let tree = tree::recover(source);
    let name = tree.get_ref().get("model")?.get_ref().as_str()?;
    Some(name.to_owned())
}

/// What the settings file means, and what is doubtful in it.
fn settings(source: &Source) -> Result<(Settings, Vec<Problem>), Vec<Problem>> {
    let (file, tree) = load::read::<BookFile>(source, &shape::<BookFile>())?;
    let mut check = Check { source, tree: &tree, problems: Vec::new() };
    check.languages(&file);
    check.currency("currency", &file.currency);
    let base_url = check.base_url(file.output.base_url.as_deref());
    check.output(file.output.dir.as_deref());
    check.sections(&file);
    check.review(&file);
    let Check { problems, .. } = check;
    if problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(problems);
    }
    let sum = sha256(source.text.as_bytes());
    let review = file.review.as_ref().map(|review| super::Review::of(review, file.as_of.0, &file.currency, &sum));
    let settings = Settings {
        title: file.title,
        description: file.description.unwrap_or_default(),
        author: file.author.unwrap_or_default(),
        languages: file.languages,
        currency: file.currency,
        currency_at: tree::locate(&tree, "currency").into(),
        as_of: file.as_of.0,
        own_as_of: file.as_of.0,
        pdf: file.pdf,
        output: PathBuf::from(file.output.dir.as_deref().unwrap_or("public")),
        base_url,
        show_sources: file.output.show_sources.unwrap_or(true),
        course: file.course,
        only: crate::kinds::only::Only::default(),
        review_file: file.review,
        review,
    };
    Ok((settings, problems))
}

/// A book of another version gets one message that says what to do, and no others.
fn version(source: &Source) -> Result<(), Problem> {
    let tree = tree::recover(source);
    let Some(found) = tree.get_ref().get("schema") else { return Ok(()) };
    let Some(number) = found.get_ref().as_integer() else { return Ok(()) };
    let version = number.as_str().replace('_', "");
    if version == SCHEMA.to_string() {
        return Ok(());
    }
    let place = Place { file: source.path.clone(), span: Some(found.span().into()) };
    let message =
        format!("this book is written for version {version} of the format, but this program reads version {SCHEMA}");
    let newer = version.parse::<u64>().is_ok_and(|version| version > u64::from(SCHEMA));
    let hint = if newer { "install a newer casebook" } else { "write `schema = 1`" };
    Err(Problem::new(Code::BookSchema, place, message).hint(hint))
}

struct Check<'a> {
    source: &'a Source,
    tree: &'a Tree<'a>,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn report(&mut self, code: Code, path: &str, message: String, hint: &str) {
        let span = tree::locate(self.tree, path);
        let place = Place { file: self.source.path.clone(), span: Some(span.into()) };
        self.problems.push(Problem::new(code, place, message).hint(hint));
    }

    fn languages(&mut self, file: &BookFile) {
        if file.languages.is_empty() {
            self.report(
                Code::BadValue,
                "languages",
                "the book has no language".to_owned(),
                "write languages = [\"zh\", \"en\"], or one of them",
            );
        }
        for (at, language) in file.languages.iter().enumerate() {
            if file.languages[..at].contains(language) {
                let message = format!("`{}` stands twice", language.code());
                self.report(Code::DuplicateId, &format!("languages[{at}]"), message, "name each language once");
            }
        }
    }

    fn sections(&mut self, file: &BookFile) {
        let Some(course) = &file.course else { return };
        for (at, section) in course.sections.iter().enumerate() {
            let (id, path) = (section.id.trim(), format!("course.sections[{at}].id"));
            if !is_id(id) {
                let hint = "use letters, digits, - and _: it is the folder of the section's lessons";
                self.report(Code::BadValue, &path, format!("`{id}` cannot serve as an id"), hint);
            } else if course.sections[..at].iter().any(|other| other.id.trim() == id) {
                self.report(Code::DuplicateId, &path, format!("the section `{id}` stands twice"), "name it once");
            }
        }
    }

    fn review(&mut self, file: &BookFile) {
        let Some(review) = &file.review else { return };
        for (path, share) in review.shares() {
            if share < rust_decimal::Decimal::ZERO || share > rust_decimal::Decimal::ONE {
                let hint = "write a fraction, such as 0.30 for 30%";
                self.report(Code::BadValue, path, format!("the share {share} is not from 0 to 1"), hint);
            }
        }
        for (code, rate) in &review.rates {
            let path = format!("review.rates.{code}");
            self.currency(&path, code);
            if rate.0 <= rust_decimal::Decimal::ZERO {
                let hint = format!("write what one {code} is worth in {}", file.currency);
                self.report(Code::BadValue, &path, format!("the rate {} is not above zero", rate.0), &hint);
            }
        }
    }

    fn currency(&mut self, path: &str, written: &str) {
        if let Some((code, message, hint)) = currency::flaw(written) {
            self.report(code, path, message, &hint);
        }
    }

    fn base_url(&mut self, url: Option<&str>) -> String {
        let Some(url) = url else { return String::new() };
        let plain = url.starts_with("https://") || url.starts_with("http://");
        if !plain || url.contains(|c: char| c.is_whitespace() || c.is_control() || "\"<>\\^`{|}".contains(c)) {
            let message = format!("`{url}` is not the address of a site");
            self.report(Code::BadValue, "output.base_url", message, "write https://example.org/credit/");
        }
        url.trim_end_matches('/').to_owned()
    }

    fn output(&mut self, dir: Option<&str>) {
        if let Some(dir) = dir.filter(|dir| matches!(dir.trim(), "" | "." | "./" | "/")) {
            let message = format!("`{dir}` cannot be the output folder");
            self.report(
                Code::BadValue,
                "output.dir",
                message,
                "name a folder of its own, such as public: it is replaced as a whole",
            );
        }
    }
}

/// The model that the book names, or the shipped one.
fn model(folder: &Folder, book: &Source, name: Option<&str>) -> Result<(CreditModel, Source), Vec<Problem>> {
    let path = format!("models/{}.toml", name.unwrap_or("credit"));
    let named = name.is_some_and(|name| name != "credit");
    let source = if folder.holds(&path) && name.is_none_or(is_name) {
        folder.read(&path).map_err(|problem| vec![problem])?
    } else if named {
        return Err(vec![no_model(book, &path)]);
    } else {
        Source::new(SHIPPED_PATH, SHIPPED)
    };
    let shape: Shape = shape::<credit_model::schema::ModelFile>();
    let model = credit_model::check::model(&source, &shape)?;
    Ok((model, source))
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(['/', '\\']) && name != ".." && name != "."
}

fn no_model(book: &Source, path: &str) -> Problem {
    let span = tree::parse(book).map(|tree| tree::locate(&tree, "model")).unwrap_or(0..0);
    let place = Place { file: book.path.clone(), span: Some(span.into()) };
    let message = format!("the book names a model, but `{path}` does not exist");
    Problem::new(Code::BadReference, place, message)
        .hint("write the file, or remove `model` to use the model that ships with the program")
}
