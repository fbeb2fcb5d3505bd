//! Problems on a terminal and as JSON.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde::Serialize;

use super::terminal::{harmless, is_harmful, say, tell};
use super::{Format, Outcome};
use crate::load::Source;
use crate::load::check::nearest;
use crate::values::problem::Denied;
use crate::values::{Code, Problem, Severity, plural};

/// The texts that problems stand in, by path.
pub(super) type Sources = BTreeMap<String, Source>;

/// Which warnings fail a run.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct DenyArguments {
    /// Let warnings fail the run, as errors do
    #[arg(long, value_name = "WHAT", value_parser = ["warnings"])]
    deny: Option<String>,
    /// Let warnings of this code pass where others are denied, such as no-statement; may be given several times
    #[arg(long, value_name = "CODE", value_parser = warning, requires = "deny")]
    allow: Vec<Code>,
}

impl DenyArguments {
    /// The codes that are allowed, where others are denied.
    pub(super) fn denied(&self) -> Denied<'_> {
        self.deny.as_ref().map(|_| self.allow.as_slice())
    }
}

/// The code of warnings that is called `name`.
fn warning(name: &str) -> Result<Code, String> {
    let warnings = || Code::ALL.iter().copied().filter(|code| code.severity() == Severity::Warning);
    match Code::ALL.iter().find(|code| code.name() == name) {
        Some(code) if code.severity() == Severity::Warning => Ok(*code),
        Some(_) => Err("this is the code of an error, which cannot be allowed".to_owned()),
        None => Err(match nearest(name, warnings().map(Code::name)) {
            Some(near) => format!("no warning has this code; did you mean `{near}`?"),
            None => "no warning has this code; the README lists them".to_owned(),
        }),
    }
}

/// Reports `problems` and says how the run ends; warnings that are `denied` count as errors.
pub(super) fn report(problems: &[Problem], sources: &Sources, format: Format, denied: Denied<'_>) -> Outcome {
    match format {
        Format::Text => problems.iter().for_each(|problem| tell(&drawn(problem, sources))),
        Format::Json => say(&json(problems, sources)),
    }
    outcome_of(problems, denied)
}

/// How a run ends that found `problems`: a file that cannot be read is not the author's wording.
pub(super) fn outcome_of(problems: &[Problem], denied: Denied<'_>) -> Outcome {
    let unread = |problem: &Problem| matches!(problem.code, Code::MissingBook | Code::UnreadableFile);
    if problems.iter().any(unread) {
        Outcome::Failed
    } else if problems.iter().any(|problem| problem.stops(denied)) {
        Outcome::Problems
    } else {
        Outcome::Clean
    }
}

/// `2 errors and 1 warning`.
pub(super) fn count(problems: &[Problem]) -> String {
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    let warnings = problems.len() - errors;
    match (errors, warnings) {
        (0, 0) => "no problems".to_owned(),
        (0, _) => plural(warnings, "warning"),
        (_, 0) => plural(errors, "error"),
        _ => format!("{} and {}", plural(errors, "error"), plural(warnings, "warning")),
    }
}

/// How many cases there are of each kind: `2 clients and 1 survey`.
pub(super) fn cases(counts: &[(&str, usize)]) -> String {
    let each: Vec<_> = counts.iter().map(|&(name, count)| plural(count, name)).collect();
    match each.as_slice() {
        [] => "no cases".to_owned(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A problem as people read it: the line with the offending text marked, and what to do.
pub(super) fn drawn(problem: &Problem, sources: &Sources) -> String {
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let message = harmless(&problem.message);
    let title = level.primary_title(message).id(problem.code.name());
    let text = sources.get(&problem.place.file).map(|source| harmless_same_length(&source.text));
    let path = harmless(&problem.place.file);
    let mut group = match (problem.place.span, &text) {
        (Some(span), Some(text)) => {
            let range = clamp(span.start, span.end, text);
            let snippet = Snippet::source(text.as_str()).path(path).annotation(AnnotationKind::Primary.span(range));
            Group::with_title(title).element(snippet)
        }
        _ => Group::with_title(title).element(annotate_snippets::Origin::path(path)),
    };
    let hint = harmless(&problem.hint);
    if !hint.is_empty() {
        group = group.element(Level::HELP.message(hint));
    }
    let renderer = Renderer::styled().decor_style(DecorStyle::Ascii);
    renderer.render(&[group])
}

/// The same text with characters that a terminal obeys replaced by ones of the same length in bytes,
/// and with a line feed for a carriage return that ends a line alone.
fn harmless_same_length(text: &str) -> String {
    let same_length = |c: char| match c.len_utf8() {
        1 => '?',
        2 => '¿',
        _ => '\u{fffd}',
    };
    let mut rest = text.chars().peekable();
    let mut out = String::with_capacity(text.len());
    while let Some(c) = rest.next() {
        out.push(match c {
            '\r' if rest.peek() != Some(&'\n') => '\n',
            '\n' | '\t' | '\r' => c,
            c if is_harmful(c) => same_length(c),
            c => c,
        });
    }
    out
}

/// A span that lies within `text` and on its characters.
fn clamp(start: usize, end: usize, text: &str) -> std::ops::Range<usize> {
    let floor = |at: usize| (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let (start, end) = (floor(start), floor(end));
    start..end.max(start)
}

#[derive(Serialize)]
struct Document<'p> {
    version: u8,
    errors: usize,
    warnings: usize,
    problems: Vec<Entry<'p>>,
}

#[derive(Serialize)]
struct Entry<'p> {
    code: &'static str,
    severity: Severity,
    file: &'p str,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    text: &'p str,
    message: &'p str,
    hint: &'p str,
}

/// Problems as one JSON document: `{ version, errors, warnings, problems: [ … ] }`, lines and
/// columns from 1, columns in characters, ends exclusive.
pub(super) fn json(problems: &[Problem], sources: &Sources) -> String {
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    let entries = problems.iter().map(|problem| entry(problem, sources)).collect();
    let document = Document { version: 1, errors, warnings: problems.len() - errors, problems: entries };
    escaped(&serde_json::to_string_pretty(&document).unwrap_or_default())
}

/// `json` with characters that a terminal obeys written as escapes; they can stand in strings only.
pub(super) fn escaped(json: &str) -> String {
    json.chars().fold(String::with_capacity(json.len()), |mut out, c| {
        if is_harmful(c) && !matches!(c, '\n') {
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
        out
    })
}

fn entry<'p>(problem: &'p Problem, sources: &'p Sources) -> Entry<'p> {
    let source = sources.get(&problem.place.file);
    let found = source.zip(problem.place.span);
    let (from, to) = match found {
        Some((source, span)) => (Some(source.position(span.start)), Some(source.position(span.end))),
        None => (None, None),
    };
    Entry {
        code: problem.code.name(),
        severity: problem.severity,
        file: &problem.place.file,
        line: from.map(|at| at.line),
        column: from.map(|at| at.column),
        end_line: to.map(|at| at.line),
        end_column: to.map(|at| at.column),
        text: found.map_or("", |(source, span)| source.slice(span.start..span.end)),
        message: &problem.message,
        hint: &problem.hint,
    }
}
