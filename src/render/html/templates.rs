//! Templates and word lists: the built-in ones, a book's own, and what is wrong with them.
//!
//! Built-in templates stand under the prefix `builtin/`; tera falls back to it wherever a book
//! has no file of the name.

use std::collections::BTreeMap;

use tera::{ErrorKind, Tera};

use crate::values::{Code, Place, Problem, problem::SpanRange};

/// The prefix of built-in templates.
const BUILTIN: &str = "builtin/";

macro_rules! builtin {
    ($($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../../templates/", $name)))),*]
    };
}

/// Every built-in template and word list by its name below `templates/`.
const TEMPLATES: &[(&str, &str)] = builtin! {
    "base.html" "page.html" "blocks/callout.html" "blocks/chart.html" "blocks/derivations.html"
    "blocks/facts.html" "blocks/heading.html" "blocks/headline.html" "blocks/listing.html"
    "blocks/prose.html" "blocks/questionnaire.html" "blocks/table.html" "blocks/article.html"
    "blocks/exercise.html" "blocks/outline.html" "blocks/turning.html"
};

const WORDS: &[(&str, &str)] = builtin! { "locales/zh.toml" "locales/en.toml" };

/// All templates, a book's own first.
pub(super) fn compile(overrides: &BTreeMap<String, String>) -> Result<Tera, Vec<Problem>> {
    let own = || overrides.iter().filter(|(name, _)| is_template(name));
    let problems: Vec<Problem> = own().filter_map(|(name, text)| syntax_problem(name, text, overrides)).collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    let builtin = TEMPLATES.iter().map(|(name, text)| (format!("{BUILTIN}{name}"), *text));
    let own = own().map(|(name, text)| (name.clone(), text.as_str()));
    let mut tera = Tera::default();
    tera.set_fallback_prefixes([BUILTIN])
        .and_then(|()| tera.add_raw_templates(builtin.chain(own)))
        .map_err(|error| problems_of(&error, overrides))?;
    Ok(tera)
}

fn is_template(name: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|extension| extension == "html")
}

/// Compiles one template alone: tera stops at the first syntax error of a batch, and an author
/// wants to see one for each file.
fn syntax_problem(name: &str, text: &str, overrides: &BTreeMap<String, String>) -> Option<Problem> {
    let error = Tera::default().add_raw_template(name, text).err()?;
    matches!(error.kind(), ErrorKind::SyntaxError(_)).then(|| problem_of(&error, overrides))
}

/// The words of one language: a book's over the built-in ones.
pub(super) fn words(lang: &str, overrides: &BTreeMap<String, String>) -> Result<BTreeMap<String, String>, Problem> {
    let code = lang.split('-').next().unwrap_or(lang);
    let name = format!("locales/{code}.toml");
    let mut words = BTreeMap::new();
    if let Some((_, text)) = WORDS.iter().find(|(builtin, _)| *builtin == name) {
        words = read_words(&name, text)?;
    }
    if let Some(text) = overrides.get(&name) {
        words.extend(read_words(&name, text)?);
    }
    Ok(words)
}

fn read_words(name: &str, text: &str) -> Result<BTreeMap<String, String>, Problem> {
    toml::from_str(text).map_err(|error| {
        let place = Place { file: format!("templates/{name}"), span: error.span().map(SpanRange::from) };
        Problem::new(Code::TemplateError, place, error.message()).hint("write one `key = \"words\"` a line")
    })
}

/// The problem that a tera error stands for, placed in the book's own template where it is there.
pub(super) fn problem_of(error: &tera::Error, overrides: &BTreeMap<String, String>) -> Problem {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let name = report.filename();
            let span = overrides.contains_key(name).then(|| report.span().range.clone().into());
            problem_at(name, span, report.message())
        }
        ErrorKind::MissingParent { current, parent } => {
            problem_at(current, None, &format!("the template extends `{parent}`, which does not exist"))
        }
        ErrorKind::CircularExtend { tpl, .. } => problem_at(tpl, None, "the template extends itself"),
        ErrorKind::CircularInclude { tpl, .. } => problem_at(tpl, None, "the template includes itself"),
        other => problem_at("page.html", None, &other.to_string()),
    }
}

/// The problems of a finished batch. What tera finds there, such as an unknown filter, it tells as
/// one text of several reports; each is taken apart for its file, line and column.
fn problems_of(error: &tera::Error, overrides: &BTreeMap<String, String>) -> Vec<Problem> {
    let ErrorKind::Msg(text) = error.kind() else {
        return vec![problem_of(error, overrides)];
    };
    let problems: Vec<Problem> = text.split("\n\n").filter_map(|report| reported(report, overrides)).collect();
    if problems.is_empty() { vec![problem_at("page.html", None, text)] } else { problems }
}

fn reported(report: &str, overrides: &BTreeMap<String, String>) -> Option<Problem> {
    let mut lines = report.lines();
    let message = lines.next()?.strip_prefix("error: ")?;
    let (_, place) = lines.next()?.split_once("--> ")?;
    let mut parts = place.rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let line: usize = parts.next()?.parse().ok()?;
    let name = parts.next()?;
    let length = report.lines().last().map_or(1, |marks| marks.matches('^').count().max(1));
    let span = overrides.get(name).and_then(|text| span_of(text, line, column, length));
    Some(problem_at(name, span, message))
}

/// The bytes of `length` characters from a line and column, both counted from 1.
fn span_of(text: &str, line: usize, column: usize, length: usize) -> Option<SpanRange> {
    let row = text.split_inclusive('\n').nth(line.checked_sub(1)?)?;
    let offset = row.as_ptr() as usize - text.as_ptr() as usize;
    let byte_at = |index: usize| row.char_indices().nth(index).map_or(row.len(), |(byte, _)| byte);
    let start = byte_at(column.checked_sub(1)?);
    Some(SpanRange { start: offset + start, end: offset + byte_at(column - 1 + length) })
}

fn problem_at(name: &str, span: Option<SpanRange>, message: &str) -> Problem {
    let file = format!("templates/{}", name.strip_prefix(BUILTIN).unwrap_or(name));
    let problem = Problem::new(Code::TemplateError, Place { file, span }, message);
    if name.starts_with(BUILTIN) {
        problem.hint("this is a built-in template; a template of the book may lack a block or word that it needs")
    } else {
        problem
    }
}
