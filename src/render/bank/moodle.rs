//! Moodle XML, as Moodle 4 imports it: Question bank › Import › Moodle XML format.
//!
//! Sorting is a matching question, whose answers may repeat and whose spare options are answers without a
//! question. Variants of a numeric question are a category of their own, from which a quiz takes one at random:
//! Moodle's own calculated questions know nothing of our engine.

use super::xml::Xml;
use super::{Texts, line, number};
use crate::pages::bank::{Bank, Choice, Question, Response};
use crate::render::html::Html;

/// The bank as Moodle XML.
#[must_use]
pub fn moodle(bank: &Bank, html: &Html) -> Vec<u8> {
    let texts = Texts { html, lang: bank.lang };
    let mut xml = Xml::new();
    xml.element("quiz", &[], |xml| {
        for group in &bank.groups {
            category(xml, &bank.title, &group.names);
            for asked in &group.questions {
                question(xml, &texts, asked);
            }
        }
    });
    xml.finish()
}

/// The category that the questions behind it go to. A slash within a name is doubled.
fn category(xml: &mut Xml, title: &str, names: &[String]) {
    let path = std::iter::once(title).chain(names.iter().map(String::as_str));
    let path: Vec<String> = path.map(|name| name.replace('/', "//")).collect();
    xml.element("question", &[("type", "category")], |xml| {
        xml.element("category", &[], |xml| xml.text("text", &[], &format!("$course$/top/{}", path.join("/"))));
    });
}

fn question(xml: &mut Xml, texts: &Texts<'_>, question: &Question) {
    let kind = match &question.response {
        Response::Essay { .. } => "essay",
        Response::Choice { .. } => "multichoice",
        Response::Sort { .. } => "matching",
        Response::Number { .. } => "numerical",
    };
    xml.element("question", &[("type", kind)], |xml| {
        xml.element("name", &[], |xml| xml.text("text", &[], &question.title));
        formatted(xml, "questiontext", &texts.long(&question.prompt));
        formatted(xml, "generalfeedback", &texts.long(&question.answer));
        xml.text("defaultgrade", &[], &question.points.to_string());
        xml.text("penalty", &[], if kind == "essay" { "0" } else { "0.3333333" });
        xml.text("hidden", &[], "0");
        xml.text("idnumber", &[], &question.id);
        response(xml, texts, question);
        if !question.hint.is_empty() {
            formatted(xml, "hint", &texts.long(&question.hint));
        }
        if !question.tags.is_empty() {
            xml.element("tags", &[], |xml| {
                for tag in &question.tags {
                    xml.element("tag", &[], |xml| xml.text("text", &[], tag));
                }
            });
        }
    });
}

/// An element whose text is HTML.
fn formatted(xml: &mut Xml, name: &str, html: &str) {
    xml.element(name, &[("format", "html")], |xml| xml.text("text", &[], html));
}

fn response(xml: &mut Xml, texts: &Texts<'_>, question: &Question) {
    match &question.response {
        Response::Essay { file } => {
            let count = if *file { "1" } else { "0" };
            xml.text("responseformat", &[], "editor");
            xml.text("responserequired", &[], if *file { "0" } else { "1" });
            xml.text("responsefieldlines", &[], if *file { "5" } else { "15" });
            xml.text("attachments", &[], count);
            xml.text("attachmentsrequired", &[], count);
            formatted(xml, "graderinfo", &texts.long(&question.guide));
            formatted(xml, "responsetemplate", "");
        }
        Response::Choice { several, choices } => {
            xml.text("single", &[], if *several { "false" } else { "true" });
            xml.text("shuffleanswers", &[], "true");
            xml.text("answernumbering", &[], "abc");
            let right = choices.iter().filter(|choice| choice.right).count();
            for choice in choices {
                let fraction = fraction(choice, *several, right);
                answer(xml, &fraction, &line(&choice.text), "", &line(&choice.remark));
            }
        }
        Response::Sort { options, items } => {
            xml.text("shuffleanswers", &[], "true");
            for (text, at) in items {
                pair(xml, &line(text), options.get(*at).map_or("", String::as_str));
            }
            let spare = options.iter().enumerate().filter(|(at, _)| items.iter().all(|(_, used)| used != at));
            spare.for_each(|(_, option)| pair(xml, "", option));
        }
        Response::Number { answer: right, tolerance, slips } => {
            answer(xml, "100", &number(*right), &number(*tolerance), "");
            for (slip, remark) in slips {
                answer(xml, "0", &number(*slip), &number(*tolerance), &line(remark));
            }
        }
    }
}

/// The share of the points that a choice gives, in per cent with the digits that Moodle knows. Of several
/// choices a wrong one takes away what a right one gives.
fn fraction(choice: &Choice, several: bool, right: usize) -> String {
    let whole = if several { right.max(1) } else { 1 };
    // In units of the fifth decimal, half up.
    let share = (20_000_000 / whole).div_ceil(2);
    let (whole_part, rest) = (share / 100_000, share % 100_000);
    let digits = format!("{whole_part}.{rest:05}");
    let digits = digits.trim_end_matches('0').trim_end_matches('.');
    match (choice.right, several) {
        (true, _) => digits.to_owned(),
        (false, true) => format!("-{digits}"),
        (false, false) => "0".to_owned(),
    }
}

/// An answer; a number has a tolerance, and its text is no HTML.
fn answer(xml: &mut Xml, fraction: &str, text: &str, tolerance: &str, feedback: &str) {
    let format = if tolerance.is_empty() { "html" } else { "moodle_auto_format" };
    xml.element("answer", &[("fraction", fraction), ("format", format)], |xml| {
        xml.text("text", &[], text);
        if !tolerance.is_empty() {
            xml.text("tolerance", &[], tolerance);
        }
        formatted(xml, "feedback", feedback);
    });
}

/// A question with its option; options stand in a menu and are plain text.
fn pair(xml: &mut Xml, question: &str, option: &str) {
    xml.element("subquestion", &[("format", "html")], |xml| {
        xml.text("text", &[], question);
        xml.element("answer", &[], |xml| xml.text("text", &[], option));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_those_that_moodle_lists() {
        let choice = |right| Choice { text: String::new(), right, remark: String::new() };
        let shares = [1, 2, 3, 6, 7, 8, 9].map(|right| fraction(&choice(true), true, right));
        assert_eq!(shares, ["100", "50", "33.33333", "16.66667", "14.28571", "12.5", "11.11111"]);
        assert_eq!(fraction(&choice(false), true, 3), "-33.33333");
        assert_eq!((fraction(&choice(true), false, 1), fraction(&choice(false), false, 1)), ("100".into(), "0".into()));
    }
}
