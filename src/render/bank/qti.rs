//! QTI 1.2 as the package that Canvas imports (Settings › Import Course Content › QTI .zip file): a manifest and
//! one assessment. Question types are named in Canvas's metadata; whoever does not know these reads plain QTI.
//!
//! Variants of a numeric question are a section from which one is taken.

use std::io::{Cursor, Write as _};

use rust_decimal::Decimal;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::xml::Xml;
use super::{Texts, line, number};
use crate::pages::bank::{Bank, Group, Question, Response};
use crate::render::html::Html;

/// The name of the assessment within the package.
const ASSESSMENT: &str = "questions.xml";
const QTI: &str = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2";
const CONTENT_PACKAGE: &str = "http://www.imsglobal.org/xsd/imscp_v1p1";

/// The bank as a QTI package: the bytes of a zip file, which hold no time.
#[must_use]
pub fn qti(bank: &Bank, html: &Html) -> Vec<u8> {
    let files = [("imsmanifest.xml", manifest(bank)), (ASSESSMENT, assessment(bank, html))];
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        // Writing into memory cannot fail.
        let _ = zip.start_file(name, options);
        let _ = zip.write_all(&bytes);
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}

fn manifest(bank: &Bank) -> Vec<u8> {
    let mut xml = Xml::new();
    let attributes = [("identifier", "casebook"), ("xmlns", CONTENT_PACKAGE)];
    xml.element("manifest", &attributes, |xml| {
        xml.element("metadata", &[], |xml| {
            xml.text("schema", &[], "IMS Content");
            xml.text("schemaversion", &[], "1.1.3");
        });
        xml.empty("organizations", &[]);
        xml.element("resources", &[], |xml| {
            let ident = ident(&bank.title, "bank");
            let resource = [("identifier", ident.as_str()), ("type", "imsqti_xmlv1p2")];
            xml.element("resource", &resource, |xml| xml.empty("file", &[("href", ASSESSMENT)]));
        });
    });
    xml.finish()
}

fn assessment(bank: &Bank, html: &Html) -> Vec<u8> {
    let texts = Texts { html, lang: bank.lang };
    let mut xml = Xml::new();
    xml.element("questestinterop", &[("xmlns", QTI)], |xml| {
        let ident = ident(&bank.title, "bank");
        xml.element("assessment", &[("ident", &ident), ("title", &bank.title)], |xml| {
            xml.element("section", &[("ident", "root_section")], |xml| {
                for group in &bank.groups {
                    if group.one_of {
                        one_of(xml, &texts, group);
                    } else {
                        group.questions.iter().for_each(|question| item(xml, &texts, question));
                    }
                }
            });
        });
    });
    xml.finish()
}

/// A section of which each student gets one question.
fn one_of(xml: &mut Xml, texts: &Texts<'_>, group: &Group) {
    let title = group.names.last().map_or("", String::as_str);
    let points = group.questions.first().map_or_else(String::new, |question| question.points.to_string());
    xml.element("section", &[("ident", &ident(&group.id, "group")), ("title", title)], |xml| {
        xml.element("selection_ordering", &[], |xml| {
            xml.element("selection", &[], |xml| {
                xml.text("selection_number", &[], "1");
                xml.element("selection_extension", &[], |xml| xml.text("points_per_item", &[], &points));
            });
        });
        group.questions.iter().for_each(|question| item(xml, texts, question));
    });
}

/// An identifier that XML takes, the same for the same id.
fn ident(id: &str, what: &str) -> String {
    use sha2::{Digest, Sha256};
    let digest = Sha256::digest([what, id].join("\u{1f}").as_bytes());
    digest[..16].iter().fold("i".to_owned(), |out, byte| format!("{out}{byte:02x}"))
}

fn item(xml: &mut Xml, texts: &Texts<'_>, question: &Question) {
    let id = ident(&question.id, "item");
    xml.element("item", &[("ident", &id), ("title", &question.title)], |xml| {
        xml.element("itemmetadata", &[], |xml| {
            xml.element("qtimetadata", &[], |xml| {
                field(xml, "question_type", canvas_type(&question.response));
                field(xml, "points_possible", &format!("{}.0", question.points));
                field(xml, "assessment_question_identifierref", &ident(&question.id, "question"));
            });
        });
        xml.element("presentation", &[], |xml| {
            material(xml, "text/html", &texts.long(&question.prompt));
            presentation(xml, &question.response);
        });
        xml.element("resprocessing", &[], |xml| {
            xml.element("outcomes", &[], |xml| {
                let score = [("maxvalue", "100"), ("minvalue", "0"), ("varname", "SCORE"), ("vartype", "Decimal")];
                xml.empty("decvar", &score);
            });
            processing(xml, question);
        });
        feedback(xml, texts, question);
    });
}

const fn canvas_type(response: &Response) -> &'static str {
    match response {
        Response::Essay { file: false } => "essay_question",
        Response::Essay { file: true } => "file_upload_question",
        Response::Choice { several: false, .. } => "multiple_choice_question",
        Response::Choice { several: true, .. } => "multiple_answers_question",
        Response::Sort { .. } => "matching_question",
        Response::Number { .. } => "numerical_question",
    }
}

fn field(xml: &mut Xml, label: &str, entry: &str) {
    xml.element("qtimetadatafield", &[], |xml| {
        xml.text("fieldlabel", &[], label);
        xml.text("fieldentry", &[], entry);
    });
}

fn material(xml: &mut Xml, kind: &str, text: &str) {
    xml.element("material", &[], |xml| xml.text("mattext", &[("texttype", kind)], text));
}

fn presentation(xml: &mut Xml, response: &Response) {
    match response {
        Response::Essay { file: true } => {}
        Response::Essay { file: false } => {
            blank(xml, &[("fibtype", "String"), ("prompt", "Box")]);
        }
        Response::Number { .. } => blank(xml, &[("fibtype", "Decimal")]),
        Response::Choice { several, choices } => {
            let cardinality = if *several { "Multiple" } else { "Single" };
            xml.element("response_lid", &[("ident", "response1"), ("rcardinality", cardinality)], |xml| {
                let words = choices.iter().map(|choice| line(&choice.text));
                labels(xml, "text/html", words);
            });
        }
        Response::Sort { options, items } => {
            for (at, (text, _)) in items.iter().enumerate() {
                xml.element("response_lid", &[("ident", &format!("response_{}", at + 1))], |xml| {
                    material(xml, "text/html", &line(text));
                    labels(xml, "text/plain", options.iter().cloned());
                });
            }
        }
    }
}

fn blank(xml: &mut Xml, attributes: &[(&str, &str)]) {
    xml.element("response_str", &[("ident", "response1"), ("rcardinality", "Single")], |xml| {
        xml.element("render_fib", attributes, |xml| xml.empty("response_label", &[("ident", "answer1")]));
    });
}

fn labels(xml: &mut Xml, kind: &str, words: impl Iterator<Item = String>) {
    xml.element("render_choice", &[], |xml| {
        for (at, words) in words.enumerate() {
            xml.element("response_label", &[("ident", &(at + 1).to_string())], |xml| material(xml, kind, &words));
        }
    });
}

/// Feedback first, then what scores.
fn processing(xml: &mut Xml, question: &Question) {
    if !question.answer.is_empty() {
        condition(xml, true, |xml| xml.empty("other", &[]), |xml| show(xml, "general_fb"));
    }
    match &question.response {
        Response::Essay { .. } => condition(xml, false, |xml| xml.empty("other", &[]), |_| {}),
        Response::Choice { several, choices } => {
            for (at, _) in choices.iter().enumerate().filter(|(_, choice)| !choice.remark.is_empty()) {
                let chosen = (at + 1).to_string();
                condition(xml, true, |xml| equals(xml, "response1", &chosen), |xml| show(xml, &format!("{chosen}_fb")));
            }
            let all = |xml: &mut Xml| {
                for (at, choice) in choices.iter().enumerate() {
                    let chosen = (at + 1).to_string();
                    match (choice.right, several) {
                        (true, _) => equals(xml, "response1", &chosen),
                        (false, true) => xml.element("not", &[], |xml| equals(xml, "response1", &chosen)),
                        (false, false) => {}
                    }
                }
            };
            let wanted = |xml: &mut Xml| if *several { xml.element("and", &[], all) } else { all(xml) };
            condition(xml, false, wanted, |xml| score(xml, "Set", "100"));
        }
        Response::Sort { items, .. } => {
            for (at, (_, right)) in items.iter().enumerate() {
                let ident = format!("response_{}", at + 1);
                let wanted = |xml: &mut Xml| equals(xml, &ident, &(right + 1).to_string());
                condition(xml, true, wanted, |xml| score(xml, "Add", &share(at, items.len())));
            }
        }
        Response::Number { answer, tolerance, slips } => {
            condition(xml, false, |xml| lies_near(xml, *answer, *tolerance), |xml| score(xml, "Set", "100"));
            for (at, (slip, _)) in slips.iter().enumerate() {
                condition(
                    xml,
                    false,
                    |xml| lies_near(xml, *slip, *tolerance),
                    |xml| show(xml, &format!("slip{}_fb", at + 1)),
                );
            }
        }
    }
}

/// What the item at `at` of `count` adds, so that all together give 100 exactly.
fn share(at: usize, count: usize) -> String {
    let hundredths = |upto: usize| 10_000 * upto / count.max(1);
    let share = hundredths(at + 1) - hundredths(at);
    format!("{}.{:02}", share / 100, share % 100)
}

fn condition(xml: &mut Xml, goes_on: bool, wanted: impl FnOnce(&mut Xml), then: impl FnOnce(&mut Xml)) {
    xml.element("respcondition", &[("continue", if goes_on { "Yes" } else { "No" })], |xml| {
        xml.element("conditionvar", &[], wanted);
        then(xml);
    });
}

fn equals(xml: &mut Xml, ident: &str, value: &str) {
    xml.text("varequal", &[("respident", ident)], value);
}

fn lies_near(xml: &mut Xml, middle: Decimal, tolerance: Decimal) {
    xml.element("or", &[], |xml| {
        equals(xml, "response1", &number(middle));
        xml.element("and", &[], |xml| {
            xml.text("vargte", &[("respident", "response1")], &number(middle - tolerance));
            xml.text("varlte", &[("respident", "response1")], &number(middle + tolerance));
        });
    });
}

fn score(xml: &mut Xml, action: &str, value: &str) {
    xml.text("setvar", &[("action", action), ("varname", "SCORE")], value);
}

fn show(xml: &mut Xml, ident: &str) {
    xml.empty("displayfeedback", &[("feedbacktype", "Response"), ("linkrefid", ident)]);
}

fn feedback(xml: &mut Xml, texts: &Texts<'_>, question: &Question) {
    let mut tell = |ident: &str, html: &str| {
        xml.element("itemfeedback", &[("ident", ident)], |xml| {
            xml.element("flow_mat", &[], |xml| material(xml, "text/html", html));
        });
    };
    if !question.answer.is_empty() {
        tell("general_fb", &texts.long(&question.answer));
    }
    match &question.response {
        Response::Choice { choices, .. } => {
            for (at, choice) in choices.iter().enumerate().filter(|(_, choice)| !choice.remark.is_empty()) {
                tell(&format!("{}_fb", at + 1), &line(&choice.remark));
            }
        }
        Response::Number { slips, .. } => {
            for (at, (_, remark)) in slips.iter().enumerate() {
                tell(&format!("slip{}_fb", at + 1), &line(remark));
            }
        }
        Response::Essay { .. } | Response::Sort { .. } => {}
    }
}
