//! What the search of a site looks through: `Page → SearchRecord`, and all records of a language as
//! one script that a page loads when somebody searches.
//!
//! A record holds the words that a reader would remember: titles, running text, remarks, facts. The
//! rows of tables, calculations and listings repeat from case to case and are left out; of a page that
//! derives figures, of which a portfolio has thousands, there remain its title, its result and its
//! remarks. The search
//! itself is `templates/search.js`: it compares characters, not words, so that Chinese is found
//! exactly, and it works from `file://`, since a script may be loaded there and a data file not.

use std::io::{self, Write};

use serde::Serialize;

use crate::pages::article::all_words;
use crate::pages::{Block, Page, Prose, ProsePart, Section, Span};

/// What is found of one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchRecord {
    lang: &'static str,
    path: String,
    /// Path, title, lead and parts as JSON: there may be many records.
    json: String,
}

/// A section of a page: its fragment, its heading and its words.
#[derive(Serialize)]
struct Part<'p>(&'p str, &'p str, String);

impl SearchRecord {
    /// The record of `page`.
    #[must_use]
    pub fn of(page: &Page) -> Self {
        let derives = page.sections.iter().flat_map(|section| &section.blocks).any(is_derivation);
        let parts: Vec<Part<'_>> = if derives {
            page.sections.iter().map(|section| part(section, is_remark)).filter(|part| !part.2.is_empty()).collect()
        } else {
            page.sections.iter().map(|section| part(section, |_| true)).collect()
        };
        let json = serde_json::to_string(&(&page.path, &page.title, &page.lead, parts)).unwrap_or_default();
        SearchRecord { lang: page.lang, path: page.path.clone(), json }
    }
}

/// The path, below the output folder, of what is searched in a language.
#[must_use]
pub fn search_path(lang: &str) -> String {
    format!("search.{}.js", lang.split('-').next().unwrap_or(lang))
}

/// Writes the search data of `lang`, from the records of all pages in whatever order they were made.
///
/// # Errors
/// What `out` says.
pub fn write_search_data(lang: &str, records: &[SearchRecord], out: &mut dyn Write) -> io::Result<()> {
    let mut pages: Vec<&SearchRecord> = records.iter().filter(|record| record.lang == lang).collect();
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    out.write_all(b"window.casebookSearch = [")?;
    for (at, page) in pages.iter().enumerate() {
        out.write_all(if at == 0 { "" } else { "," }.as_bytes())?;
        out.write_all(page.json.as_bytes())?;
    }
    out.write_all(b"];\n")
}

fn is_derivation(block: &Block) -> bool {
    matches!(block, Block::Derivations(_))
}

fn is_remark(block: &Block) -> bool {
    matches!(block, Block::Headline(_) | Block::Callout(_))
}

fn part(section: &Section, wanted: impl Fn(&Block) -> bool) -> Part<'_> {
    let mut words = String::new();
    for block in section.blocks.iter().filter(|block| wanted(block)) {
        push_block(&mut words, block);
    }
    Part(&section.id, &section.title, words)
}

fn push_block(out: &mut String, block: &Block) {
    match block {
        Block::Prose(prose) => push_prose(out, prose),
        Block::Headline(headline) => {
            push(out, &headline.badge);
            push(out, &headline.statement);
        }
        Block::Facts(facts) | Block::Fields(facts) => {
            for fact in &facts.items {
                push(out, &fact.label);
                push(out, &fact.value);
            }
        }
        Block::Callout(callout) => {
            push(out, &callout.title);
            push(out, &callout.text);
            for item in &callout.items {
                push(out, item);
            }
        }
        Block::Heading(heading) => push(out, &heading.text),
        Block::Table(table) => push(out, &table.caption),
        Block::Chart(chart) => push(out, &chart.title),
        Block::Questionnaire(questionnaire) => {
            push(out, &questionnaire.introduction);
            for statement in &questionnaire.statements {
                push(out, &statement.text);
            }
        }
        Block::Article(article) => push(out, &all_words(&article.parts)),
        Block::Outline(outline) => {
            for entry in &outline.entries {
                push(out, &entry.title);
                push(out, &entry.about);
            }
        }
        // What students read alone: keys are in no search.
        Block::Exercise(exercise) => push(out, &all_words(&exercise.prompt)),
        Block::Derivations(_) | Block::Listing(_) | Block::Turning(_) => {}
    }
}

fn push_prose(out: &mut String, prose: &Prose) {
    for part in &prose.parts {
        match part {
            ProsePart::Paragraph { spans } => push_spans(out, spans),
            ProsePart::Bullets { items } | ProsePart::Numbers { items } => {
                for spans in items {
                    push_spans(out, spans);
                }
            }
        }
    }
}

fn push_spans(out: &mut String, spans: &[Span]) {
    if !out.is_empty() && !spans.is_empty() {
        out.push(' ');
    }
    for span in spans {
        out.push_str(&span.text);
    }
}

/// Adds words after a space.
fn push(out: &mut String, words: &str) {
    if !words.is_empty() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(words);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::{Callout, Tone};

    fn page(lang: &'static str, path: &str, text: &str) -> Page {
        let callout = Callout { tone: Tone::Neutral, title: "A".into(), text: text.into(), items: vec!["B".into()] };
        let section = Section {
            id: "s".into(),
            title: "Heading".into(),
            new_sheet: false,
            blocks: vec![Block::Callout(callout)],
        };
        Page {
            lang,
            path: path.into(),
            root: String::new(),
            home: String::new(),
            title: "Title".into(),
            lead: "Lead".into(),
            description: String::new(),
            trail: Vec::new(),
            alternates: Vec::new(),
            downloads: Vec::new(),
            sections: vec![section],
            area: "home",
            contents: false,
        }
    }

    #[test]
    fn data_hold_one_language_in_the_order_of_paths() {
        let pages =
            [page("en", "b.html", "two"), page("zh-CN", "c.html", "三"), page("en", "a.html", "</script>\u{2028}")];
        let records: Vec<_> = pages.iter().map(SearchRecord::of).collect();
        let mut data = Vec::new();
        write_search_data("en", &records, &mut data).unwrap();
        let data = String::from_utf8(data).unwrap();
        let json = data.strip_prefix("window.casebookSearch = ").and_then(|data| data.strip_suffix(";\n")).unwrap();
        let found: serde_json::Value = serde_json::from_str(json).unwrap();
        let expected = serde_json::json!([
            ["a.html", "Title", "Lead", [["s", "Heading", "A </script>\u{2028} B"]]],
            ["b.html", "Title", "Lead", [["s", "Heading", "A two B"]]],
        ]);
        assert_eq!(found, expected);
        assert_eq!(search_path("zh-CN"), "search.zh.js");
    }
}
