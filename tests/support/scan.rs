//! A strict scanner for the HTML that the program writes: it stops at anything that is not well
//! formed, so that text which escapes from its place is noticed.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used, reason = "each test file uses its own part")]

use std::collections::BTreeMap;
use std::path::Path;

/// An element without its children.
#[derive(Debug, Clone, Default)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    /// Its own text and that of its children.
    pub text: String,
    /// Place of the element that holds it.
    pub parent: usize,
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

/// The elements of a page in the order of their opening tags; the first stands for the document.
#[derive(Debug)]
pub struct Document {
    pub elements: Vec<Element>,
}

const VOID: [&str; 6] = ["meta", "link", "br", "img", "hr", "input"];

impl Document {
    pub fn read(path: &Path) -> Self {
        Self::parse(&std::fs::read_to_string(path).unwrap())
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// # Errors
    /// What is not well formed.
    pub fn parse(html: &str) -> Result<Self, String> {
        let mut document = Document { elements: vec![Element::default()] };
        let mut open = vec![0];
        let mut rest = html;
        while let Some((text, after)) = rest.split_once('<') {
            document.text(&open, text)?;
            let (tag, after) = after.split_once('>').ok_or("a tag does not end")?;
            rest = after;
            document.tag(tag, &mut open)?;
        }
        document.text(&open, rest)?;
        if open.len() == 1 {
            Ok(document)
        } else {
            Err(format!("{} is not closed", document.elements[open[open.len() - 1]].name))
        }
    }

    fn text(&mut self, open: &[usize], text: &str) -> Result<(), String> {
        let text = decoded(text)?;
        for &at in open {
            self.elements[at].text.push_str(&text);
        }
        Ok(())
    }

    fn tag(&mut self, tag: &str, open: &mut Vec<usize>) -> Result<(), String> {
        if tag.eq_ignore_ascii_case("!doctype html") {
            return Ok(());
        }
        if let Some(name) = tag.strip_prefix('/') {
            let last = open.pop().filter(|&at| at > 0 && self.elements[at].name == name);
            return last.map(drop).ok_or(format!("</{name}> closes nothing"));
        }
        let (inner, closed) = tag.strip_suffix('/').map_or((tag, false), |inner| (inner, true));
        let (name, attributes) = inner.split_once([' ', '\n']).unwrap_or((inner, ""));
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(format!("<{tag}> is no element"));
        }
        let element = Element {
            name: name.to_owned(),
            attributes: attributes_of(attributes)?,
            text: String::new(),
            parent: open[open.len() - 1],
        };
        self.elements.push(element);
        if !closed && !VOID.contains(&name) {
            open.push(self.elements.len() - 1);
        }
        Ok(())
    }

    /// Every element of a name.
    pub fn all<'d>(&'d self, name: &'d str) -> impl Iterator<Item = &'d Element> {
        self.elements.iter().filter(move |element| element.name == name)
    }

    /// The value of every attribute of a name.
    pub fn values<'d>(&'d self, name: &'d str) -> impl Iterator<Item = &'d str> {
        self.elements.iter().filter_map(move |element| element.attribute(name))
    }

    /// The content of a `meta` element.
    pub fn meta(&self, name: &str) -> Option<&str> {
        let named =
            |meta: &&Element| ["name", "property", "http-equiv"].iter().any(|key| meta.attribute(key) == Some(name));
        self.all("meta").find(named)?.attribute("content")
    }

    /// Everything that leads somewhere: element and target.
    pub fn links(&self) -> impl Iterator<Item = (&Element, &str)> {
        self.elements
            .iter()
            .filter_map(|element| Some((element, element.attribute("href").or(element.attribute("src"))?)))
    }
}

fn attributes_of(text: &str) -> Result<BTreeMap<String, String>, String> {
    let mut found = BTreeMap::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let end = rest.find(['=', ' ', '\n']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').ok_or(format!("`{name}` does not end"))?,
            None if after.starts_with('=') => return Err(format!("`{name}` is not quoted")),
            None => ("", after),
        };
        let odd = !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-:".contains(&byte));
        if odd || name.is_empty() || !(after.is_empty() || after.starts_with([' ', '\n'])) {
            return Err(format!("`{name}` is no attribute"));
        }
        if found.insert(name.to_owned(), decoded(value)?).is_some() {
            return Err(format!("`{name}` stands twice"));
        }
        rest = after.trim_start();
    }
    Ok(found)
}

/// Text without its escapes; a lone `&` or `>` is an error.
fn decoded(text: &str) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = text;
    if text.contains('>') {
        return Err(format!("a > stands in text: {text}"));
    }
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let (escape, after) = after.split_once(';').ok_or(format!("a & stands in text: {text}"))?;
        out.push(match escape {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            "nbsp" => '\u{a0}',
            "#39" | "#x27" => '\'',
            "#x2F" => '/',
            other => return Err(format!("&{other}; is unknown")),
        });
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

/// The path that a relative link on the page at `path` leads to, and its fragment.
pub fn resolve(path: &str, href: &str) -> (String, String) {
    let (target, fragment) = href.split_once('#').unwrap_or((href, ""));
    if target.is_empty() {
        return (path.to_owned(), fragment.to_owned());
    }
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{href} on {path} leaves the site"),
            "." => {}
            name => parts.push(name),
        }
    }
    (parts.join("/"), fragment.to_owned())
}
