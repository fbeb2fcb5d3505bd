//! The one way through an article: its words and formulas in the order in which they are read.

use super::{ArticlePart, Formula, Inline};

/// What an article is made of in the end.
enum Leaf<'a> {
    /// Characters.
    Text(&'a str),
    /// A formula.
    Formula(&'a Formula),
    /// Where one part ends and another begins.
    Gap,
}

/// The characters of running text; formulas as their source.
#[must_use]
pub fn words(inlines: &[Inline]) -> String {
    let mut out = String::new();
    through_inlines(inlines, &mut |leaf| push(&mut out, &leaf));
    out
}

/// The characters of a whole text, part after part.
#[must_use]
pub fn all_words(parts: &[ArticlePart]) -> String {
    let mut out = String::new();
    through(parts, &mut |leaf| push(&mut out, &leaf));
    out.truncate(out.trim_end().len());
    out
}

/// Every formula of a text.
#[must_use]
pub fn formulas(parts: &[ArticlePart]) -> Vec<&Formula> {
    let mut found = Vec::new();
    through(parts, &mut |leaf| {
        if let Leaf::Formula(formula) = leaf {
            found.push(formula);
        }
    });
    found
}

fn push(out: &mut String, leaf: &Leaf<'_>) {
    match leaf {
        Leaf::Text(text) => out.push_str(text),
        Leaf::Formula(formula) => out.push_str(&formula.tex),
        Leaf::Gap if out.is_empty() || out.ends_with(' ') => {}
        Leaf::Gap => out.push(' '),
    }
}

fn through_inlines<'a>(inlines: &'a [Inline], visit: &mut dyn FnMut(Leaf<'a>)) {
    for inline in inlines {
        match inline {
            Inline::Text { text } => visit(Leaf::Text(text)),
            Inline::Styled { inlines, .. } | Inline::Link { inlines, .. } => through_inlines(inlines, visit),
            Inline::Math { formula } => visit(Leaf::Formula(formula)),
            Inline::Picture { alt, .. } => visit(Leaf::Text(alt)),
            Inline::Note { .. } => {}
            Inline::Break => visit(Leaf::Gap),
        }
    }
}

fn through<'a>(parts: &'a [ArticlePart], visit: &mut dyn FnMut(Leaf<'a>)) {
    for part in parts {
        match part {
            ArticlePart::Heading { inlines, .. } | ArticlePart::Paragraph { inlines } => {
                through_inlines(inlines, visit);
            }
            ArticlePart::List { items, .. } | ArticlePart::Notes { items } => {
                for item in items {
                    through(item, visit);
                }
            }
            ArticlePart::Table { head, rows, .. } => {
                for cell in head.iter().chain(rows.iter().flatten()) {
                    through_inlines(cell, visit);
                    visit(Leaf::Gap);
                }
            }
            ArticlePart::Alert { parts, .. } | ArticlePart::Quote { parts } => through(parts, visit),
            ArticlePart::Code { text } => visit(Leaf::Text(text)),
            ArticlePart::Math { formula } => visit(Leaf::Formula(formula)),
            ArticlePart::Figure { alt, caption, .. } => {
                visit(Leaf::Text(alt));
                visit(Leaf::Gap);
                visit(Leaf::Text(caption));
            }
            ArticlePart::Definitions { items } => {
                for item in items {
                    through_inlines(&item.term, visit);
                    visit(Leaf::Gap);
                    for meaning in &item.meanings {
                        through(meaning, visit);
                    }
                }
            }
            ArticlePart::Rule => {}
        }
        visit(Leaf::Gap);
    }
}
