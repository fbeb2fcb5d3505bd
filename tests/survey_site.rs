//! Surveys as readers meet them: the form and the reader of answers agree, and surveys that are only
//! half there have a page all the same.

#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

use std::fs;
use std::path::Path;

use support::{build, built, copy_shipped, run, shipped, without_course};

#[path = "support/run.rs"]
mod support;

fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(path).unwrap()
}

/// The columns that the form of the shipped survey saves.
fn form_header(site: &Path) -> Vec<String> {
    let page = read(site.join("surveys/halls-questionnaire.html"));
    let list = page.split("data-header=\"").nth(1).unwrap().split('"').next().unwrap().replace("&quot;", "\"");
    serde_json::from_str(&list).unwrap()
}

#[test]
fn rows_that_the_form_saves_can_be_read() {
    let (_keep, site) = shipped();
    let header = form_header(&site);
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("book");
    copy_shipped(&book);
    without_course(&book);
    let mut table = format!("\u{feff}{}\r\n", header.join(","));
    for respondent in 1..=40 {
        let cells = header.iter().map(|name| match name.as_str() {
            "respondent" => format!("R{respondent}"),
            "group" => ["xinhua", "riverside"][respondent % 2].to_owned(),
            "date" => "2024-03-05".to_owned(),
            name if name.ends_with("_W") => "20".to_owned(),
            name if name.ends_with("_E") => (5 + respondent % 3).to_string(),
            _ => (3 + (respondent + name.len()) % 4).to_string(),
        });
        table.push_str(&cells.collect::<Vec<_>>().join(","));
        table.push_str("\r\n");
    }
    fs::write(book.join("surveys/halls.csv"), table).unwrap();
    let run = run(build(&book).arg("-o").arg(folder.path().join("site")));
    assert_eq!(run.code, Some(0), "{}", run.err);
    for told in ["unknown-column", "table-header", "row-length", "answer-range", "own-weights"] {
        assert!(!run.err.contains(told), "{}", run.err);
    }
    let data = read(folder.path().join("site/data/surveys/halls.json"));
    let data: serde_json::Value = serde_json::from_str(&data).unwrap();
    assert_eq!(data["segments"][0]["respondents"], 40);
    assert!(header.iter().any(|name| name == "rel4_P") && !header.iter().any(|name| name == "wave"));
}

#[test]
fn the_form_asks_what_the_survey_says_and_its_rows_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let (book, site) = (folder.path().join("book"), folder.path().join("site"));
    copy_shipped(&book);
    without_course(&book);
    let survey = book.join("surveys/halls.toml");
    let asks = "asks = [\"expected\", \"importance\", \"desired\", \"minimum\"]\nresponses = ";
    fs::write(&survey, read(&survey).replacen("responses = ", asks, 1)).unwrap();
    built(&book, &site);
    let header = form_header(&site);
    for name in ["tan1_E", "tan1_P", "tan1_I", "tan1_D", "tan1_M", "recommend"] {
        assert!(header.iter().any(|column| column == name), "{name}");
    }
    assert!(!header.iter().any(|column| column.ends_with("_W")));
    let mut table = format!("{}\n", header.join(","));
    for respondent in 1..=35 {
        let cells = header.iter().map(|name| match name.as_str() {
            "respondent" => respondent.to_string(),
            "group" => "xinhua".to_owned(),
            "date" => "2024-03-05".to_owned(),
            name if name.ends_with("_D") => "7".to_owned(),
            name if name.ends_with("_M") => "2".to_owned(),
            name if name.ends_with("_I") => "6".to_owned(),
            _ => (3 + (respondent + name.len()) % 4).to_string(),
        });
        table.push_str(&cells.collect::<Vec<_>>().join(","));
        table.push('\n');
    }
    fs::write(book.join("surveys/halls.csv"), table).unwrap();
    built(&book, &site);
    let data: serde_json::Value = serde_json::from_str(&read(site.join("data/surveys/halls.json"))).unwrap();
    // Asked of respondents, and no longer the pre-study's means of the file.
    for item in data["importance"].as_array().unwrap() {
        assert_eq!(item["importance"], "6");
    }
}

#[test]
fn the_data_file_names_measure_scope_and_segment() {
    let (_keep, site) = shipped();
    let data: serde_json::Value = serde_json::from_str(&read(site.join("data/surveys/halls.json"))).unwrap();
    let measures = data["measures"].as_array().unwrap();
    let has = |id: &str, scope: &str, segment: &str| {
        measures.iter().any(|found| {
            found["id"] == id && found["scope"] == scope && found["segment"] == segment && found["status"] == "ok"
        })
    };
    for (id, scope) in [
        ("gap", "rel1"),
        ("gap", "reliability"),
        ("servqual_unweighted", ""),
        ("servqual_weighted", ""),
        ("servperf", ""),
        ("servperf_weighted", ""),
        ("alpha", "empathy/P"),
        ("nps", ""),
    ] {
        assert!(has(id, scope, "all"), "{id} of {scope}");
    }
    assert!(has("gap", "responsiveness", "2024-03") && has("gap", "empathy", "riverside"));
    // What the shipped story is about.
    let recommended = &data["recommendations"][0];
    assert_eq!((&recommended["dimension"], &recommended["grade"]), (&"responsiveness".into(), &"mend_first".into()));
    let differing = data["ranking"].as_array().unwrap().iter().filter(|rank| rank["differs"] == true);
    assert_eq!(
        differing.map(|rank| rank["dimension"].as_str().unwrap()).collect::<Vec<_>>(),
        ["tangibles", "assurance"]
    );
}

#[test]
fn a_survey_that_nobody_has_answered_has_its_questionnaire_and_says_what_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let (book, site) = (folder.path().join("book"), folder.path().join("site"));
    copy_shipped(&book);
    without_course(&book);
    let file = book.join("surveys/halls.toml");
    fs::write(&file, read(&file).replace("responses = \"halls.csv\"\n", "")).unwrap();
    fs::remove_file(book.join("surveys/halls.csv")).unwrap();
    built(&book, &site);
    let page = read(site.join("en/surveys/halls.html"));
    assert!(page.contains("no answers yet") && page.contains("id=\"path\"") && !page.contains("id=\"dimensions\""));
    assert!(read(site.join("en/surveys/halls-questionnaire.html")).contains("rel1_E"));
}

#[test]
fn a_survey_of_performance_alone_has_no_gaps() {
    let folder = tempfile::tempdir().unwrap();
    let (book, site) = (folder.path().join("book"), folder.path().join("site"));
    copy_shipped(&book);
    without_course(&book);
    let table = read(book.join("surveys/halls.csv"));
    let kept: Vec<bool> = table.lines().next().unwrap().split(',').map(|name| !name.ends_with("_E")).collect();
    let cut = |line: &str| {
        let cells = line.split(',').zip(&kept).filter(|(_, kept)| **kept).map(|(cell, _)| cell);
        cells.collect::<Vec<_>>().join(",")
    };
    fs::write(book.join("surveys/halls.csv"), table.lines().map(cut).collect::<Vec<_>>().join("\n")).unwrap();
    built(&book, &site);
    let page = read(site.join("en/surveys/halls.html"));
    assert!(page.contains("Only performance") && !page.contains("id=\"ranking\"") && page.contains("id=\"gap-chart\""));
    assert!(!read(site.join("en/surveys/halls-questionnaire.html")).contains("rel1_E"));
}
