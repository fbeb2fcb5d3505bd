//! Finds and reads the files of a book's folder, in a fixed order and without walking into linked
//! folders.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::source::Source;
use crate::values::{Code, Place, Problem};

/// A book's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    root: PathBuf,
}

/// A file of the book that has been found but not read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FolderFile {
    /// The path within the book, with `/` between its parts.
    pub path: String,
    /// The file's name without its extension.
    pub stem: String,
}

impl Folder {
    /// The folder at `root`, which need not exist yet.
    #[must_use]
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Folder { root: root.into() }
    }

    /// Where the folder is.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Whether the book holds `path`.
    #[must_use]
    pub fn holds(&self, path: &str) -> bool {
        self.root.join(path).is_file()
    }

    /// Reads a text file; a byte order mark is dropped, line ends stay as they are.
    ///
    /// # Errors
    /// A problem where the file cannot be read or is not UTF-8.
    pub fn read(&self, path: &str) -> Result<Source, Problem> {
        let bytes = self.read_bytes(path)?;
        let text = String::from_utf8(bytes).map_err(|error| not_utf8(path, &error))?;
        let text = text.strip_prefix('\u{feff}').map(ToOwned::to_owned).unwrap_or(text);
        Ok(Source::new(path, text))
    }

    /// Reads a file as it is.
    ///
    /// # Errors
    /// A problem where the file cannot be read.
    pub fn read_bytes(&self, path: &str) -> Result<Vec<u8>, Problem> {
        fs::read(self.root.join(path)).map_err(|error| unreadable(path, &error))
    }

    /// Opens a file, to be read as a stream.
    ///
    /// # Errors
    /// A problem where the file cannot be opened.
    pub fn open(&self, path: &str) -> Result<File, Problem> {
        File::open(self.root.join(path)).map_err(|error| unreadable(path, &error))
    }

    /// The files below `dir` whose names end in `.extension`, sorted by path, hidden files left
    /// out; and a warning for every file that is none of them, nor ends like one of `companions`.
    ///
    /// # Errors
    /// A problem for each folder that cannot be walked.
    pub fn files(
        &self,
        dir: &str,
        extension: &str,
        companions: &[&str],
    ) -> Result<(Vec<FolderFile>, Vec<Problem>), Vec<Problem>> {
        let ends = |path: &Path, wanted: &str| path.extension().is_some_and(|found| found == wanted);
        let known = |path: &Path| ends(path, extension) || companions.iter().any(|companion| ends(path, companion));
        let kinds: Vec<_> = [extension].iter().chain(companions).map(|end| format!(".{end}")).collect();
        let (mut files, strangers) = self.walk(dir, &known, &format!("a {} file", kinds.join(" or ")))?;
        files.retain(|file| ends(Path::new(&file.path), extension));
        Ok((files, strangers))
    }

    /// Every file below `dir`, sorted by path, hidden files left out.
    ///
    /// # Errors
    /// A problem for each folder that cannot be walked.
    pub fn all_files(&self, dir: &str) -> Result<(Vec<FolderFile>, Vec<Problem>), Vec<Problem>> {
        self.walk(dir, &|_| true, "a file")
    }

    fn walk(
        &self,
        dir: &str,
        wanted: &dyn Fn(&Path) -> bool,
        what: &str,
    ) -> Result<(Vec<FolderFile>, Vec<Problem>), Vec<Problem>> {
        let top = self.root.join(dir);
        if !top.is_dir() {
            return Ok((Vec::new(), Vec::new()));
        }
        let (mut files, mut strangers, mut errors) = (Vec::new(), Vec::new(), Vec::new());
        let walk = WalkDir::new(&top).min_depth(1).into_iter();
        for entry in walk.filter_entry(|entry| !is_hidden(entry.file_name())) {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) if wanted(entry.path()) => match self.file(entry.path()) {
                    Ok(file) => files.push(file),
                    Err(problem) => errors.push(problem),
                },
                Ok(entry) => strangers.push(self.stranger(entry.path(), what)),
                Err(error) => errors.push(unwalkable(dir, &error)),
            }
        }
        files.sort();
        strangers.sort_by(|a, b| a.place.cmp(&b.place));
        if errors.is_empty() { Ok((files, strangers)) } else { Err(errors) }
    }

    fn stranger(&self, path: &Path, what: &str) -> Problem {
        let place = Place { file: self.relative(path), span: None };
        Problem::new(Code::UnexpectedFile, place, format!("this is not {what} and is left out"))
            .hint("move it elsewhere, or begin its name with a dot")
    }

    fn file(&self, path: &Path) -> Result<FolderFile, Problem> {
        let shown = self.relative(path);
        match path.file_stem().and_then(|stem| stem.to_str()) {
            Some(stem) if path.to_str().is_some() => Ok(FolderFile { path: shown, stem: stem.to_owned() }),
            _ => {
                let place = Place { file: shown, span: None };
                let problem = Problem::new(Code::BadFileName, place, "the file's name is not Unicode text");
                Err(problem.hint("rename it with letters, digits, - and _"))
            }
        }
    }

    fn relative(&self, path: &Path) -> String {
        let relative = path.strip_prefix(&self.root).unwrap_or(path);
        let parts = relative.components().map(|part| part.as_os_str().to_string_lossy());
        parts.collect::<Vec<_>>().join("/")
    }
}

fn is_hidden(name: &std::ffi::OsStr) -> bool {
    name.as_encoded_bytes().first().is_some_and(|&first| first == b'.')
}

fn unreadable(path: &str, error: &io::Error) -> Problem {
    let place = Place { file: path.to_owned(), span: None };
    Problem::new(Code::UnreadableFile, place, format!("the file cannot be read: {error}"))
        .hint("check that it exists and that you may read it")
}

fn not_utf8(path: &str, error: &std::string::FromUtf8Error) -> Problem {
    let place = Place { file: path.to_owned(), span: None };
    let bytes = error.as_bytes();
    let message = if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        "the file is UTF-16, not UTF-8".to_owned()
    } else {
        let before = bytes.get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let line = before.split(|&byte| byte == b'\n').count();
        format!("the file is not UTF-8 text: line {line} holds a byte that is not")
    };
    let hint = "save it as UTF-8; editors offer the encoding when saving, and GBK and UTF-16 must be converted";
    Problem::new(Code::NotUtf8, place, message).hint(hint)
}

fn unwalkable(dir: &str, error: &walkdir::Error) -> Problem {
    let place = Place { file: dir.to_owned(), span: None };
    Problem::new(Code::UnreadableFile, place, format!("the folder cannot be read: {error}"))
}
