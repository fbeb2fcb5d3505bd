//! A Markdown file with a head in TOML: `+++`, the head, `+++`, the text. The name says the language:
//! `ratios.zh.md`.

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use crate::load::shape::Shape;
use crate::load::{self, FolderFile, Source};
use crate::values::{Code, Language, Place, Problem};

/// A text in one language with its head.
#[derive(Debug, Clone)]
pub struct Manuscript<H> {
    /// The head.
    pub head: H,
    /// The language.
    pub language: Language,
    /// The file.
    pub source: Source,
    /// Where the text begins in the file, in bytes.
    pub body: usize,
}

impl<H> Manuscript<H> {
    /// The text below the head.
    #[must_use]
    pub fn text(&self) -> &str {
        self.source.text.get(self.body..).unwrap_or_default()
    }
}

/// The id and the language in a file's name: `ratios.zh`.
pub(super) fn name(file: &FolderFile) -> Result<(String, Language), Problem> {
    let parts = file.stem.rsplit_once('.').and_then(|(id, code)| {
        let language = Language::ALL.into_iter().find(|language| language.code() == code)?;
        crate::kinds::case_file::is_id(id).then(|| (id.to_owned(), language))
    });
    parts.ok_or_else(|| {
        let place = Place { file: file.path.clone(), span: None };
        Problem::new(Code::BadFileName, place, format!("the file's name `{}` names no id with a language", file.stem))
            .hint("call it ID.zh.md or ID.en.md, with letters, digits, - and _ in the id")
    })
}

/// Reads the manuscript in `source`.
///
/// # Errors
/// Every problem of its head.
pub(super) fn manuscript<H: DeserializeOwned + JsonSchema>(
    source: Source,
    language: Language,
    shape: &Shape,
) -> Result<Manuscript<H>, Vec<Problem>> {
    let Some((head, body)) = split(&source.text) else {
        let place = Place { file: source.path.clone(), span: Some((0..0).into()) };
        let problem = Problem::new(Code::MissingField, place, "the file does not begin with a head");
        return Err(vec![problem.hint("write `+++`, the head in TOML, `+++`, and then the text")]);
    };
    // Spaces in place of all else, so that every place in the head is its place in the file.
    let blank = |text: &str| text.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect::<String>();
    let alone = format!("{}{}", blank(&source.text[..head.start]), &source.text[head.clone()]);
    let alone = Source::new(source.path.clone(), alone);
    let (head, _) = load::read::<H>(&alone, shape)?;
    Ok(Manuscript { head, language, source, body })
}

/// The bytes of the head, and where the text begins.
fn split(text: &str) -> Option<(std::ops::Range<usize>, usize)> {
    let start = text.strip_prefix("+++\n").map(|_| 4).or_else(|| text.strip_prefix("+++\r\n").map(|_| 5))?;
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == "+++" {
            return Some((start..at, at + line.len()));
        }
        at += line.len();
    }
    None
}
