//! Checks a tree against its shape and explains every mistake in the author's terms.

use std::collections::BTreeSet;
use std::ops::Range;

use serde_spanned::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::fields::{Amount, Day, Month};
use super::shape::{Shape, TableShape};
use super::source::Source;
use super::tree::{Tree, path_key};
use crate::values::{Code, Place, Problem};

/// What is wrong with a tree.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    /// Every place where it does not have its shape.
    pub problems: Vec<Problem>,
    /// First bytes of the keys and numbers that one could leave out to be rid of a problem each.
    pub optional: BTreeSet<usize>,
}

impl Findings {
    /// Whether leaving out what is [optional](Self::optional) would be rid of all problems.
    #[must_use]
    pub fn can_be_left_out(&self) -> bool {
        self.optional.len() == self.problems.len()
    }
}

/// Every place where `tree` does not have the shape `shape`.
#[must_use]
pub fn check(source: &Source, tree: &Tree<'_>, shape: &Shape) -> Findings {
    let mut checker = Checker::new(source);
    if let Shape::Table(table) = shape {
        checker.table(tree.get_ref(), tree.span(), table, "");
    }
    let Checker { problems, optional, .. } = checker;
    Findings { problems, optional }
}

/// Takes out of `tree` each value at its root that has not its shape in `shape`, or of a list there
/// each such entry.
pub(super) fn leave_out_unsound(source: &Source, tree: &mut Tree<'_>, shape: &TableShape) {
    let is_sound = |node: &Spanned<DeValue<'_>>, shape: &Shape| {
        let mut checker = Checker::new(source);
        checker.node(node, shape, "");
        checker.problems.is_empty()
    };
    let table = std::mem::take(tree.get_mut()).into_iter();
    let sound = table.filter_map(|(key, mut value)| {
        let shape = shape.keys.get(key.get_ref().as_ref())?;
        if let (Shape::List(inner), DeValue::Array(items)) = (shape, value.get_mut()) {
            let entries = std::mem::replace(items, DeArray::new()).into_iter();
            *items = entries.filter(|entry| is_sound(entry, inner)).collect();
        }
        is_sound(&value, shape).then_some((key, value))
    });
    *tree.get_mut() = sound.collect();
}

struct Checker<'s> {
    source: &'s Source,
    problems: Vec<Problem>,
    optional: BTreeSet<usize>,
    /// Whether the key whose value is looked at must be there.
    required: bool,
}

impl<'s> Checker<'s> {
    fn new(source: &'s Source) -> Self {
        Checker { source, problems: Vec::new(), optional: BTreeSet::new(), required: false }
    }

    fn report(&mut self, code: Code, span: Range<usize>, message: String, hint: impl Into<String>) {
        let place = Place { file: self.source.path.clone(), span: Some(span.into()) };
        self.problems.push(Problem::new(code, place, message).hint(hint));
    }

    fn table(&mut self, table: &DeTable<'_>, span: Range<usize>, shape: &TableShape, path: &str) {
        let mut meant = Vec::new();
        for (key, value) in table {
            let name: &str = key.get_ref();
            match shape.keys.get(name) {
                Some(inner) => {
                    self.required = shape.required.iter().any(|key| key == name);
                    self.value(value, inner, &join(path, name));
                }
                None => meant.extend(self.unknown_key(name, key.span(), shape, path)),
            }
        }
        // A field that is there under a misspelt name is not reported as missing too.
        let missing = |key: &&String| !table.contains_key(key.as_str()) && !meant.contains(&key.as_str());
        for key in shape.required.iter().filter(missing) {
            let whole = if path.is_empty() { "the file".to_owned() } else { format!("`{path}`") };
            let at = self.first_line(&span);
            let example = shape.keys.get(key).map_or_else(|| "…".to_owned(), example);
            self.report(
                Code::MissingField,
                at,
                format!("`{key}` is missing in {whole}"),
                format!("add `{key} = {example}`"),
            );
        }
    }

    /// Only the first line of a table, so that a report about it stays short.
    fn first_line(&self, span: &Range<usize>) -> Range<usize> {
        let text = self.source.slice(span.clone());
        let end = text.find('\n').map_or(span.end, |at| span.start + at);
        span.start..end
    }

    /// Reports an unknown key and gives the one that is probably meant.
    fn unknown_key<'k>(
        &mut self,
        name: &str,
        span: Range<usize>,
        shape: &'k TableShape,
        path: &str,
    ) -> Option<&'k str> {
        let whole = if path.is_empty() { "this file".to_owned() } else { format!("`{path}`") };
        let near = nearest(name, shape.keys.keys().map(String::as_str));
        let hint = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("known here: {}", list(shape.keys.keys().map(String::as_str))),
        };
        self.optional.insert(span.start);
        self.report(Code::UnknownKey, span, format!("`{name}` is not a key of {whole}"), hint);
        near
    }

    fn value(&mut self, node: &Spanned<DeValue<'_>>, shape: &Shape, path: &str) {
        let span = node.span();
        let before = self.problems.len();
        self.node(node, shape, path);
        // A wrong number can be left out, but not from a list, whose later entries would move up.
        if self.problems.len() > before && matches!(shape, Shape::Amount) && !path.ends_with(']') {
            self.optional.insert(span.start);
        }
    }

    fn node(&mut self, node: &Spanned<DeValue<'_>>, shape: &Shape, path: &str) {
        let span = node.span();
        match (shape, node.get_ref()) {
            (Shape::Any, _) | (Shape::Flag, DeValue::Boolean(_)) => {}
            (Shape::Table(shape), DeValue::Table(table)) => self.table(table, span, shape, path),
            (Shape::Map(shape), DeValue::Table(table)) => {
                for (key, value) in table {
                    self.own_key(key.get_ref(), key.span(), path);
                    self.value(value, shape, &join(path, key.get_ref()));
                }
            }
            (Shape::Months(shape), DeValue::Table(table)) => self.months(table, shape, path),
            (Shape::List(shape), DeValue::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    self.value(item, shape, &[path, "[", &index.to_string(), "]"].concat());
                }
            }
            (Shape::Name(names), DeValue::String(name)) => self.name(name, names, span, path),
            (Shape::Text | Shape::LocalizedText, DeValue::String(text)) => self.text(text, span, path),
            (Shape::LocalizedText, DeValue::Table(table)) => self.localized(table, span, path),
            (Shape::Amount | Shape::Integer { .. }, DeValue::Integer(digits)) if digits.radix() != 10 => {
                let message = format!("`{}` is not written as a decimal number", self.source.slice(span.clone()));
                self.report(Code::BadValue, span, message, NUMBER_HINT);
            }
            (Shape::Amount, DeValue::Integer(digits)) => self.amount(digits.as_str(), span),
            (Shape::Amount, DeValue::Float(digits)) => self.amount(digits.as_str(), span),
            (Shape::Integer { least, most }, DeValue::Integer(digits)) => {
                self.integer(digits.as_str(), (*least, *most), span, path);
            }
            (Shape::Day, DeValue::Datetime(date)) => self.day(&date.to_string(), span, path),
            (Shape::Day, DeValue::String(text)) => self.day(text, span, path),
            (shape, value) => self.wrong_type(shape, value, span, path),
        }
    }

    fn months(&mut self, table: &DeTable<'_>, shape: &Shape, path: &str) {
        for (key, value) in table {
            if let Err(message) = Month::parse(key.get_ref()) {
                self.report(Code::ImpossibleDate, key.span(), message, "one line for each month: 2026-06 = 70_000");
            }
            self.value(value, shape, &join(path, key.get_ref()));
        }
    }

    fn name(&mut self, name: &str, names: &[String], span: Range<usize>, path: &str) {
        if names.iter().any(|known| known == name) {
            return;
        }
        let known = list(names.iter().map(String::as_str));
        let hint = match nearest(name, names.iter().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`? Known: {known}"),
            None => match begun(name, names) {
                Some(begun) => format!("did you mean `{begun}`? Known: {known}"),
                None => format!("known: {known}"),
            },
        };
        self.report(Code::UnknownName, span, format!("`{path}` cannot be `{name}`"), hint);
    }

    fn text(&mut self, text: &str, span: Range<usize>, path: &str) {
        if text.trim().is_empty() {
            let hint = if self.required { "write some text" } else { "write some text or leave the key out" };
            self.report(Code::BadValue, span, format!("`{path}` is empty"), hint);
        } else if let Some(found) = text.chars().find(|&c| is_treacherous(c)) {
            let message = format!("`{path}` holds the invisible character U+{:04X}", u32::from(found));
            self.report(
                Code::BadValue,
                span,
                message,
                "delete it and type the text anew; it can change what readers see",
            );
        }
    }

    /// Names of the author's own are text too.
    fn own_key(&mut self, key: &str, span: Range<usize>, path: &str) {
        if let Some(found) = key.chars().find(|&c| is_treacherous(c) || c == '\n') {
            let message = format!("a name in `{path}` holds the invisible character U+{:04X}", u32::from(found));
            self.report(Code::BadValue, span, message, "delete it and type the name anew");
        }
    }

    fn localized(&mut self, table: &DeTable<'_>, span: Range<usize>, path: &str) {
        let mut shape = TableShape::default();
        shape.keys.insert("zh".to_owned(), Shape::Text);
        shape.keys.insert("en".to_owned(), Shape::Text);
        if table.is_empty() {
            self.report(Code::BadValue, span.clone(), format!("`{path}` is empty"), "write { zh = \"…\", en = \"…\" }");
        }
        self.table(table, span, &shape, path);
    }

    fn amount(&mut self, digits: &str, span: Range<usize>) {
        if let Err(message) = Amount::parse(digits) {
            self.report(Code::BadValue, span, message, NUMBER_HINT);
        }
    }

    fn integer(&mut self, digits: &str, (least, most): (i64, i64), span: Range<usize>, path: &str) {
        let value = digits.replace('_', "").parse::<i64>();
        if !value.is_ok_and(|value| (least..=most).contains(&value)) {
            let range = format!("a whole number from {least} to {most}");
            self.report(Code::BadValue, span, format!("`{path}` cannot be {digits}"), format!("write {range}"));
        }
    }

    fn day(&mut self, text: &str, span: Range<usize>, path: &str) {
        if let Err(message) = Day::parse(text) {
            let hint = "write a day that exists as year-month-day without quotation marks, such as 2026-06-30";
            self.report(Code::ImpossibleDate, span, format!("{message} (`{path}`)"), hint);
        }
    }

    fn wrong_type(&mut self, shape: &Shape, value: &DeValue<'_>, span: Range<usize>, path: &str) {
        let found = found(value);
        let at = if matches!(value, DeValue::Table(_)) { self.first_line(&span) } else { span };
        let message = format!("`{path}` is {}, but here stands {found}", expected(shape));
        self.report(Code::WrongType, at, message, type_hint(shape, value));
    }
}

const NUMBER_HINT: &str =
    "write an ordinary number up to 10^15 with at most ten decimals, such as 1234.5; `unit` shortens large amounts";

fn join(path: &str, key: &str) -> String {
    let key = path_key(key);
    if path.is_empty() { key } else { [path, ".", &key].concat() }
}

/// Control characters, which no page or report can hold, and marks that reverse the direction of
/// what follows, so that it reads as something else.
fn is_treacherous(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn list<'n>(names: impl Iterator<Item = &'n str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// The known name that `name` most likely stands for.
#[must_use]
pub fn nearest<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    nearest_from(0.6, name, known)
}

/// The known name that is most like `name`, by `least` of 1 at the least.
#[must_use]
pub fn nearest_from<'n>(least: f64, name: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let lower = name.to_lowercase().replace(['-', ' '], "_");
    let scored = known.map(|known| (strsim::normalized_damerau_levenshtein(&lower, &known.to_lowercase()), known));
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 >= least).then_some(best.1)
}

/// The only one of `names` that begins with `name`, such as `万元` with `万`.
fn begun<'n>(name: &str, names: &'n [String]) -> Option<&'n str> {
    let mut found = names.iter().filter(|known| !name.is_empty() && known.starts_with(name));
    found.next().filter(|_| found.next().is_none()).map(String::as_str)
}

fn expected(shape: &Shape) -> &'static str {
    match shape {
        Shape::Table(_) | Shape::Map(_) => "a table",
        Shape::Months(_) => "a table of months",
        Shape::List(_) => "a list",
        Shape::Name(_) => "one of several names",
        Shape::Text | Shape::LocalizedText => "text",
        Shape::Amount => "a number",
        Shape::Integer { .. } => "a whole number",
        Shape::Flag => "true or false",
        Shape::Day => "a date",
        Shape::Any => "anything",
    }
}

fn found(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with decimals",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

fn example(shape: &Shape) -> String {
    let example = match shape {
        Shape::Integer { least, most } => return 12.clamp(*least, *most).to_string(),
        Shape::Table(_) | Shape::Map(_) => "{ … }",
        Shape::Months(_) => "{ 2026-06 = 70_000 }",
        Shape::List(_) => "[ … ]",
        Shape::Name(_) | Shape::Text | Shape::LocalizedText => "\"…\"",
        Shape::Amount => "1234.5",
        Shape::Flag => "true",
        Shape::Day => "2025-12-31",
        Shape::Any => "…",
    };
    example.to_owned()
}

fn type_hint(shape: &Shape, value: &DeValue<'_>) -> String {
    match (shape, value) {
        (Shape::Amount | Shape::Integer { .. }, DeValue::String(_)) => {
            "write the number without quotation marks, commas or a currency sign; 1_234_567 may be grouped with underscores".to_owned()
        }
        (Shape::List(inner), DeValue::Table(_)) if matches!(**inner, Shape::Table(_)) => {
            "double the brackets: `[[…]]` adds an entry to a list".to_owned()
        }
        (Shape::Table(_), DeValue::Array(_)) => "use single brackets: `[…]`, there is only one".to_owned(),
        (Shape::Text | Shape::LocalizedText | Shape::Name(_), _) => "put it in quotation marks".to_owned(),
        (Shape::Integer { least, most }, DeValue::Datetime(date)) => match date.date {
            Some(day) if *least >= 1000 && (*least..=*most).contains(&i64::from(day.year)) => {
                format!("write the year alone: {}", day.year)
            }
            _ => format!("for example {}", example(shape)),
        },
        (Shape::Flag, DeValue::String(_)) => "write true or false without quotation marks".to_owned(),
        _ => format!("for example {}", example(shape)),
    }
}
