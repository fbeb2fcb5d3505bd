//! QTI read back, and answered: a small interpreter of `resprocessing` scores responses.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use roxmltree::{Document, Node};

use crate::plain;
use crate::source::{Wanted, opening};

/// What somebody answers: identifiers with one or several values.
type Response = BTreeMap<String, Vec<String>>;

/// The assessment of a package, whose manifest must name it.
pub(crate) fn opened(zip: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    let mut read = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let manifest = read("imsmanifest.xml");
    let tree = Document::parse(&manifest).unwrap();
    let resource =
        tree.descendants().find(|node| node.has_tag_name(("http://www.imsglobal.org/xsd/imscp_v1p1", "resource")));
    let resource = resource.unwrap();
    assert_eq!(resource.attribute("type"), Some("imsqti_xmlv1p2"));
    let file = resource.children().find(Node::is_element).unwrap();
    read(file.attribute("href").unwrap())
}

fn named<'a>(node: Node<'a, 'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.descendants().filter(move |found| found.tag_name().name() == name)
}

fn field<'a>(item: Node<'a, 'a>, label: &str) -> &'a str {
    let field = named(item, "qtimetadatafield")
        .find(|field| named(*field, "fieldlabel").next().unwrap().text() == Some(label))
        .unwrap();
    named(field, "fieldentry").next().unwrap().text().unwrap()
}

/// The words of the first material.
fn words(node: Node<'_, '_>) -> String {
    plain(named(node, "mattext").next().unwrap().text().unwrap_or_default())
}

/// The export holds `wanted`, and scores right and wrong answers.
pub(crate) fn compare(xml: &str, wanted: &[Wanted]) {
    let tree = Document::parse(xml).unwrap();
    let items: Vec<Node<'_, '_>> = named(tree.root_element(), "item").collect();
    let numeric = wanted.iter().filter(|question| question.kind == "numeric").count();
    assert_eq!(items.len(), wanted.len() - numeric + 20 * numeric);
    let idents: std::collections::BTreeSet<_> = items.iter().map(|item| item.attribute("ident")).collect();
    assert_eq!(idents.len(), items.len(), "identifiers are unique");
    let drawn = named(tree.root_element(), "selection_number").map(|node| node.text()).collect::<Vec<_>>();
    assert_eq!(drawn, vec![Some("1"); numeric]);
    for one in wanted {
        let title = |item: &&Node<'_, '_>| {
            let title = item.attribute("title").unwrap();
            if one.kind == "numeric" { title.starts_with(&one.title) && title != one.title } else { title == one.title }
        };
        let found: Vec<&Node<'_, '_>> = items.iter().filter(title).collect();
        assert_eq!(found.len(), if one.kind == "numeric" { 20 } else { 1 }, "{}", one.id);
        for item in found {
            compare_one(*item, one);
        }
    }
}

fn compare_one(item: Node<'_, '_>, wanted: &Wanted) {
    let id = &wanted.id;
    let kind = match wanted.kind.as_str() {
        "open" => "essay_question",
        "file" => "file_upload_question",
        "single" => "multiple_choice_question",
        "multiple" => "multiple_answers_question",
        "classification" | "matching" => "matching_question",
        _ => "numerical_question",
    };
    assert_eq!(field(item, "question_type"), kind, "{id}");
    assert_eq!(field(item, "points_possible"), format!("{}.0", wanted.points), "{id}");
    let presentation = named(item, "presentation").next().unwrap();
    let prompt = words(presentation).replace(' ', "");
    assert!(prompt.starts_with(&opening(&wanted.prompt).replace(' ', "")), "{id}: {prompt}");
    match kind {
        "multiple_choice_question" | "multiple_answers_question" => choices(item, presentation, wanted),
        "matching_question" => sorted(item, presentation, wanted),
        "numerical_question" => number(item, wanted),
        _ => assert!(is(score(item, &Response::new()), 0.0), "{id} is scored by hand"),
    }
}

/// The labels of a response with their words.
fn labels(lid: Node<'_, '_>) -> Vec<(String, String)> {
    let choices = named(lid, "render_choice").next().unwrap();
    named(choices, "response_label").map(|label| (label.attribute("ident").unwrap().to_owned(), words(label))).collect()
}

fn choices(item: Node<'_, '_>, presentation: Node<'_, '_>, wanted: &Wanted) {
    let lid = named(presentation, "response_lid").next().unwrap();
    let labels = labels(lid);
    let right = |text: &str| wanted.choices.iter().find(|(known, _)| plain_line(known) == text).unwrap().1;
    assert_eq!(labels.len(), wanted.choices.len());
    let answer = |ids: Vec<String>| Response::from([(lid.attribute("ident").unwrap().to_owned(), ids)]);
    let ids =
        |wanted: bool| labels.iter().filter(|(_, text)| right(text) == wanted).map(|(id, _)| id.clone()).collect();
    let (good, bad): (Vec<String>, Vec<String>) = (ids(true), ids(false));
    assert!(is(score(item, &answer(good.clone())), 100.0), "{}", wanted.id);
    for wrong in &bad {
        assert!(score(item, &answer(vec![wrong.clone()])) < 100.0, "{}", wanted.id);
        if wanted.kind == "multiple" {
            let mut more = good.clone();
            more.push(wrong.clone());
            assert!(score(item, &answer(more)) < 100.0, "{}", wanted.id);
        }
    }
    if good.len() > 1 {
        assert!(score(item, &answer(good[1..].to_vec())) < 100.0, "{}", wanted.id);
    }
    assert!(is(score(item, &Response::new()), 0.0));
}

fn plain_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn sorted(item: Node<'_, '_>, presentation: Node<'_, '_>, wanted: &Wanted) {
    let mut right = Response::new();
    let lids: Vec<_> = named(presentation, "response_lid").collect();
    assert_eq!(lids.len(), wanted.pairs.len(), "{}", wanted.id);
    for (lid, (left, option)) in lids.iter().zip(&wanted.pairs) {
        assert_eq!(words(*lid), plain_line(left));
        let labels = labels(*lid);
        assert_eq!(labels.len(), wanted.options.len(), "{}", wanted.id);
        let id = labels.iter().find(|(_, text)| *text == plain_line(option)).unwrap().0.clone();
        right.insert(lid.attribute("ident").unwrap().to_owned(), vec![id]);
    }
    assert!((score(item, &right) - 100.0).abs() < 1e-9, "{}", wanted.id);
    for lid in right.keys() {
        let mut wrong = right.clone();
        let other = if wrong[lid] == ["1"] { "2" } else { "1" };
        wrong.insert(lid.clone(), vec![other.to_owned()]);
        assert!(score(item, &wrong) < 100.0, "{}", wanted.id);
    }
}

fn number(item: Node<'_, '_>, wanted: &Wanted) {
    let answer = |value: f64| Response::from([("response1".to_owned(), vec![value.to_string()])]);
    let right: f64 = named(item, "varequal").next().unwrap().text().unwrap().parse().unwrap();
    assert!(is(score(item, &answer(right)), 100.0));
    assert!(is(score(item, &answer(right + wanted.within * 0.99)), 100.0), "{}", wanted.id);
    assert!(is(score(item, &answer(right + wanted.within * 3.0 + 1.0)), 0.0), "{}", wanted.id);
    assert!(is(score(item, &answer(-right - 1000.0)), 0.0));
}

/// Whether a score is what it should be.
fn is(score: f64, wanted: f64) -> bool {
    (score - wanted).abs() < 1e-9
}

/// What `response` scores: conditions in order, until one holds that does not go on.
fn score(item: Node<'_, '_>, response: &Response) -> f64 {
    let mut score = 0.0;
    for condition in named(item, "respcondition") {
        let variables = named(condition, "conditionvar").next().unwrap();
        if !elements(variables).all(|node| holds(node, response)) {
            continue;
        }
        for set in named(condition, "setvar") {
            let value: f64 = set.text().unwrap().parse().unwrap();
            match set.attribute("action") {
                Some("Add") => score += value,
                _ => score = value,
            }
        }
        if condition.attribute("continue") != Some("Yes") {
            break;
        }
    }
    score
}

fn elements<'a>(node: Node<'a, 'a>) -> impl Iterator<Item = Node<'a, 'a>> {
    node.children().filter(Node::is_element)
}

fn holds(node: Node<'_, '_>, response: &Response) -> bool {
    let given = node.attribute("respident").and_then(|id| response.get(id)).map_or(&[][..], Vec::as_slice);
    let wanted = node.text().unwrap_or_default().trim();
    let compares =
        |holds: fn(f64, f64) -> bool| given.iter().any(|value| holds(value.parse().unwrap(), wanted.parse().unwrap()));
    match node.tag_name().name() {
        "and" => elements(node).all(|inner| holds(inner, response)),
        "or" => elements(node).any(|inner| holds(inner, response)),
        "not" => !elements(node).all(|inner| holds(inner, response)),
        "varequal" => given.iter().any(|value| value == wanted),
        "vargte" => compares(|value, wanted| value >= wanted),
        "varlte" => compares(|value, wanted| value <= wanted),
        "other" => true,
        name => panic!("unknown condition {name}"),
    }
}
