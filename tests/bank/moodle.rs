//! Moodle XML read back.

use roxmltree::{Document, Node};

use crate::plain;
use crate::source::{Wanted, opening};

fn child<'a>(node: Node<'a, 'a>, name: &str) -> Node<'a, 'a> {
    node.children().find(|child| child.has_tag_name(name)).unwrap_or_else(|| panic!("no {name} in {node:?}"))
}

fn text<'a>(node: Node<'a, 'a>, name: &str) -> &'a str {
    child(child(node, name), "text").text().unwrap_or_default()
}

fn value<'a>(node: Node<'a, 'a>, name: &str) -> &'a str {
    child(node, name).text().unwrap_or_default()
}

fn all<'a>(node: Node<'a, 'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.children().filter(move |child| child.has_tag_name(name))
}

/// The export holds `wanted`, nothing more and nothing less.
pub(crate) fn compare(xml: &str, wanted: &[Wanted]) {
    let tree = Document::parse(xml).unwrap();
    let questions: Vec<Node<'_, '_>> = all(tree.root_element(), "question")
        .filter(|question| question.attribute("type") != Some("category"))
        .collect();
    let numeric = wanted.iter().filter(|question| question.kind == "numeric").count();
    assert_eq!(questions.len(), wanted.len() - numeric + 20 * numeric);
    for one in wanted {
        let id = |question: &&Node<'_, '_>| value(**question, "idnumber").split('#').next() == Some(&one.id);
        let found: Vec<&Node<'_, '_>> = questions.iter().filter(id).collect();
        assert_eq!(found.len(), if one.kind == "numeric" { 20 } else { 1 }, "{}", one.id);
        for question in found {
            compare_one(*question, one);
        }
    }
}

fn compare_one(question: Node<'_, '_>, wanted: &Wanted) {
    let id = &wanted.id;
    let kind = match wanted.kind.as_str() {
        "open" | "file" => "essay",
        "single" | "multiple" => "multichoice",
        "classification" | "matching" => "matching",
        _ => "numerical",
    };
    assert_eq!(question.attribute("type"), Some(kind), "{id}");
    assert!(text(question, "name").starts_with(&wanted.title), "{id}");
    assert_eq!(value(question, "defaultgrade"), wanted.points.to_string(), "{id}");
    let prompt = plain(text(question, "questiontext"));
    assert!(prompt.replace(' ', "").starts_with(&opening(&wanted.prompt).replace(' ', "")), "{id}: {prompt}");
    match kind {
        "essay" => {
            let attachments = if wanted.kind == "file" { "1" } else { "0" };
            assert_eq!(value(question, "attachments"), attachments, "{id}");
            assert!(!text(question, "graderinfo").is_empty(), "{id} has no guide");
        }
        "multichoice" => choices(question, wanted),
        "matching" => sorted(question, wanted),
        _ => number(question, wanted),
    }
}

fn choices(question: Node<'_, '_>, wanted: &Wanted) {
    let answers: Vec<(String, f64)> = all(question, "answer")
        .map(|answer| {
            let share = answer.attribute("fraction").unwrap().parse().unwrap();
            (plain(child(answer, "text").text().unwrap()), share)
        })
        .collect();
    assert_eq!(value(question, "single"), if wanted.kind == "single" { "true" } else { "false" });
    let found: Vec<(String, bool)> = answers.iter().map(|(text, share)| (text.clone(), *share > 0.0)).collect();
    let expected: Vec<(String, bool)> = wanted.choices.iter().map(|(text, right)| (plain_line(text), *right)).collect();
    assert_eq!(found, expected, "{}", wanted.id);
    let full: f64 = answers.iter().map(|(_, share)| share.max(0.0)).sum();
    assert!((full - 100.0).abs() < 0.001, "{}: {full}", wanted.id);
    let everything: f64 = answers.iter().map(|(_, share)| share).sum();
    let all_right = wanted.choices.iter().all(|(_, right)| *right);
    assert!(all_right || wanted.kind == "single" || everything < 99.0, "{}: all boxes earn {everything}", wanted.id);
}

fn plain_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn sorted(question: Node<'_, '_>, wanted: &Wanted) {
    let mut pairs = Vec::new();
    let mut options = Vec::new();
    for pair in all(question, "subquestion") {
        let (left, right) = (plain(child(pair, "text").text().unwrap_or_default()), text(pair, "answer").to_owned());
        options.push(right.clone());
        if !left.is_empty() {
            pairs.push((left, right));
        }
    }
    let expected: Vec<_> = wanted.pairs.iter().map(|(left, right)| (plain_line(left), right.clone())).collect();
    assert_eq!(pairs, expected, "{}", wanted.id);
    let every = |of: &[String]| {
        let mut of = of.to_vec();
        of.sort();
        of.dedup();
        of
    };
    assert_eq!(every(&options), every(&wanted.options), "{}", wanted.id);
}

/// The figures of each variant give its answer by the formulas of `tests/exercises.rs`, here only for the current
/// ratio; the tolerance is that of the file and half of the last decimal.
fn number(question: Node<'_, '_>, wanted: &Wanted) {
    let answers: Vec<(f64, f64, &str)> = all(question, "answer")
        .map(|answer| {
            let number = |name| value(answer, name).parse::<f64>().unwrap();
            (number("text"), number("tolerance"), answer.attribute("fraction").unwrap())
        })
        .collect();
    let step: f64 = format!("1e-{}", wanted.decimals).parse().unwrap();
    let (right, tolerance, share) = answers[0];
    assert_eq!(share, "100");
    assert!((tolerance - ((wanted.within / step).floor() * step + step / 2.0)).abs() < 1e-9, "{}", wanted.id);
    assert!(answers.len() <= 1 + wanted.mistakes && answers[1..].iter().all(|(.., share)| *share == "0"));
    if wanted.id == "credit/current-ratio" {
        let prompt = plain(text(question, "questiontext"));
        let numbers: Vec<f64> = prompt
            .split(|c: char| !c.is_ascii_digit() && c != ',')
            .filter_map(|word| word.replace(',', "").parse().ok())
            .collect();
        let n = &numbers;
        let computed = (n[0] + n[1] + n[2]) / (n[3] + n[4]);
        assert!((computed - right).abs() <= 0.005 + 1e-9, "{computed} {right} {prompt}");
    }
}
