//! What Typst sees while it typesets one report: templates, fonts, the report as `/data.json` and
//! the report's date. It reaches neither disk nor network nor clock.

use std::collections::HashMap;
use std::path::PathBuf;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::fonts::{self, FontStore};

use super::bundle::{Bundle, DATA, MAIN};

/// What all reports share: the library, the fonts and the parsed templates.
pub(super) struct Shared {
    library: LazyHash<Library>,
    fonts: FontStore,
    sources: HashMap<FileId, Source>,
    main: FileId,
    data: FileId,
}

/// What one report adds.
pub(super) struct ReportWorld<'s> {
    shared: &'s Shared,
    data: Bytes,
    today: Option<Datetime>,
}

impl Shared {
    /// Loads fonts and parses templates; `None` if a template's path is no path.
    pub(super) fn load(bundle: &Bundle) -> Option<Self> {
        let mut sources = HashMap::new();
        for (path, text) in bundle.sources() {
            let id = file_id(path)?;
            sources.insert(id, Source::new(id, text.clone().into_owned()));
        }
        Some(Shared {
            library: LazyHash::new(Library::default()),
            fonts: load_fonts(bundle),
            sources,
            main: file_id(MAIN)?,
            data: file_id(DATA)?,
        })
    }

    /// The world of one report.
    pub(super) fn world(&self, data: Vec<u8>, today: Option<Datetime>) -> ReportWorld<'_> {
        ReportWorld { shared: self, data: Bytes::new(data), today }
    }
}

/// Typst's own fonts first, as its program loads them, then those of the bundle.
fn load_fonts(bundle: &Bundle) -> FontStore {
    let mut store = FontStore::new();
    store.extend(fonts::embedded());
    for file in bundle.fonts() {
        let faces = Font::iter(Bytes::new(file.clone()));
        store.extend(faces.map(|font| {
            let info = font.info().clone();
            (font, info)
        }));
    }
    store
}

fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for ReportWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.shared.fonts.book()
    }

    fn main(&self) -> FileId {
        self.shared.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.shared.sources.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.shared.data {
            return Ok(self.data.clone());
        }
        self.source(id).map(|source| Bytes::from_string(source.text().to_owned()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(PathBuf::from(id.get().vpath().get_without_slash()))
}
