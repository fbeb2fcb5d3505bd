//! Pages as HTML: `(templates, frame) → Html`, then `Html::render(page) → String`, with no I/O.
//!
//! Templates are compiled in and shadowed, file by file, by a book's own. What they see is made
//! by `view`; the dense parts of a page, such as the rows of tables, reach them as finished
//! HTML from `dense`, because a template value per cell is copied, counted and looked up.

mod article;
mod assets;
mod dense;
mod sitemap;
mod templates;
mod view;

use std::collections::BTreeMap;

use tera::{Context, Tera, Value};

use crate::pages::Page;
use crate::pages::article::ArticlePart;
use crate::pages::frame::{LanguageFrame, SiteFrame};
use crate::values::{Code, Place, Problem};

pub use assets::assets;
pub use sitemap::{SitemapEntry, sitemap};

/// Compiled templates with the frame of one site.
pub struct Html {
    tera: Tera,
    overrides: BTreeMap<String, String>,
    base_url: String,
    frames: Vec<Frame>,
}

/// What templates see of one language's frame.
struct Frame {
    lang: &'static str,
    site: Value,
    words: Value,
    dense_words: dense::Words,
}

impl Html {
    /// Compiles the built-in templates, shadowed by `overrides`: texts by file name below a
    /// book's `templates/`, such as `page.html`, `blocks/table.html` or `locales/zh.toml`. Other
    /// names are ignored, unless one of the templates includes them.
    ///
    /// # Errors
    /// Every template or word list that does not compile.
    pub fn new(overrides: &BTreeMap<String, String>, site: &SiteFrame) -> Result<Html, Vec<Problem>> {
        let mut problems = Vec::new();
        let frames = site.languages.iter().filter_map(|frame| Frame::new(frame, overrides, &mut problems)).collect();
        match templates::compile(overrides) {
            Ok(tera) if problems.is_empty() => {
                Ok(Html { tera, overrides: overrides.clone(), base_url: site.base_url.clone(), frames })
            }
            Ok(_) => Err(problems),
            Err(more) => {
                problems.extend(more);
                Err(problems)
            }
        }
    }

    /// The page as HTML.
    ///
    /// # Errors
    /// When a template fails on this page; the problem names the page. Only a book's own
    /// templates do.
    pub fn render(&self, page: &Page) -> Result<String, Problem> {
        let mut html = Vec::with_capacity(64 * 1024);
        self.render_into(page, &mut html)?;
        // Templates and pages are text, so that nothing can be lost here.
        Ok(String::from_utf8(html).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()))
    }

    /// The page as UTF-8 in place of what `html` held. For many pages in a row: one buffer spares
    /// each of them its allocation, and nobody has to check again that text is text.
    ///
    /// # Errors
    /// As for [`Html::render`]; `html` is of no use then.
    pub fn render_into(&self, page: &Page, html: &mut Vec<u8>) -> Result<(), Problem> {
        html.clear();
        let Some(frame) = self.frames.iter().find(|frame| frame.lang == page.lang) else {
            let place = Place { file: page.path.clone(), span: None };
            let message = format!("the book has no language `{}`", page.lang);
            return Err(Problem::new(Code::TemplateError, place, message));
        };
        let mut context = Context::new();
        context.insert_value("page", view::page(page, &self.base_url, &frame.dense_words));
        context.insert_value("site", frame.site.clone());
        context.insert_value("words", frame.words.clone());
        self.tera.render_to("page.html", &context, html).map_err(|error| {
            let mut problem = templates::problem_of(&error, &self.overrides);
            problem.message = format!("{} (on the page {}, “{}”)", problem.message, page.path, page.title);
            problem
        })
    }

    /// Long text alone, in the language whose tag is `lang`, as other programs take it: formulas in TeX.
    #[must_use]
    pub fn article(&self, parts: &[ArticlePart], lang: &str) -> String {
        let frame = self.frames.iter().find(|frame| frame.lang == lang).or(self.frames.first());
        frame.map_or_else(String::new, |frame| article::parts(parts, &frame.dense_words.article, article::Maths::Tex))
    }
}

/// `text` as HTML.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    dense::push_escaped(&mut out, text);
    out
}

impl Frame {
    fn new(frame: &LanguageFrame, overrides: &BTreeMap<String, String>, problems: &mut Vec<Problem>) -> Option<Frame> {
        let mut words = templates::words(frame.lang, overrides).map_err(|problem| problems.push(problem)).ok()?;
        words.extend(frame.words.clone());
        Some(Frame {
            lang: frame.lang,
            site: view::site(frame),
            dense_words: dense::Words::from_words(&words),
            words: Value::from_serializable(&words),
        })
    }
}
