//! `casebook diff` of surveys: answers, weights, items and conventions that differ, in every format.

use std::fs;

use crate::support::run::edit;
use crate::{Books, diff, line_of};

#[test]
fn answers_of_a_survey_are_told() {
    let books = Books::new();
    books.answer_again();
    let change = books.survey_change();
    assert_eq!((&change["old"]["respondents"], &change["new"]["respondents"]), (&200.into(), &201.into()));
    let nps = change["figures"].as_array().unwrap().iter().find(|figure| figure["measure"] == "nps").unwrap();
    // By hand: (66 − 41) ÷ 194 and (67 − 41) ÷ 195.
    assert!(nps["old"].as_str().unwrap().starts_with("12.8865") && nps["new"].as_str().unwrap().starts_with("13.3333"));
    let counts = [
        serde_json::json!({ "path": "count(recommend ≥ 9)", "old": "66", "new": "67", "file": "surveys/halls.csv", "line": 1 }),
        serde_json::json!({ "path": "count(recommend)", "old": "194", "new": "195", "file": "surveys/halls.csv", "line": 1 }),
    ];
    assert_eq!(nps["inputs"].as_array().unwrap(), &counts);
    let segments = change["segments"].as_array().unwrap().iter();
    let respondents: Vec<_> = segments.map(|of| (&of["id"], &of["respondents"]["new"])).collect();
    assert!(respondents.contains(&(&"2024-03".into(), &101.into())), "{respondents:?}");
    let text = books.diff(&["--exit-code"]);
    assert_eq!(text.code, Some(1));
    for part in [
        "halls  Service quality in Linjiang Telecom's halls\n  respondents 200 → 201 · SERVQUAL −1.11 · ",
        "    NPS 12.9 → 13.3\n        count(recommend ≥ 9) 66 → 67 surveys/halls.csv:1\n",
        "    University Town: respondents 65 → 66, ",
        "\n\n0 clients differ, 0 new, 0 gone, 41 as before; 1 survey differs, 0 new, 0 gone, 0 as before\n",
    ] {
        assert!(text.out.contains(part), "{part}\n{}", text.out);
    }
    let markdown = books.diff(&["--format", "markdown"]).out;
    for part in [
        "| Survey | Respondents | Figures | Why |\n| --- | --- | --- | --- |\n| halls<br>Service quality in Linjiang Telecom",
        " | 200 → 201 | SERVQUAL −1.11<br>",
        "NPS 12.9 → 13.3<br>&emsp;count\\(recommend ≥ 9\\) 66 → 67 surveys/halls.csv:1<br>",
    ] {
        assert!(markdown.contains(part), "{part}\n{markdown}");
    }
    let zh = books.diff(&["--lang", "zh"]).out;
    for part in
        ["有效问卷 200 → 201 · ", "净推荐值 12.9 → 13.3", "41 家未变；1 项调查有变化，新增 0 项，移除 0 项，0 项未变"]
    {
        assert!(zh.contains(part), "{part}\n{zh}");
    }
}

#[test]
fn edits_of_a_survey_are_told_with_their_lines() {
    let books = Books::new();
    let file = books.survey("toml");
    edit(&file, "weight = 10\n", "weight = 15\n");
    edit(&file, "weight = 30\n", "weight = 25\n");
    edit(&file, "en = \"The hall is clean.\"", "en = \"The hall is tidy.\"");
    edit(&file, "at_least = 0.5", "at_least = 0.6");
    let (weight, item) = (line_of(&file, "weight = 15"), line_of(&file, "id = \"tan2\""));
    let change = books.survey_change();
    let tangibles = &change["dimensions"][0];
    assert_eq!(tangibles["weight"], serde_json::json!({ "old": "10", "new": "15" }));
    assert_eq!((&tangibles["file"], &tangibles["line"]), (&"surveys/halls.toml".into(), &weight.into()));
    assert_eq!(change["conventions"], serde_json::json!([{ "convention": "at_least", "old": "0.5", "new": "0.6" }]));
    for (arguments, parts) in [
        (
            &[][..],
            [
                format!("    Tangibles: weight 10 → 15 (surveys/halls.toml:{weight})"),
                format!("        tan2: reworded (surveys/halls.toml:{item})\n"),
                "    Share of items that give a score 0.5 → 0.6\n".to_owned(),
            ],
        ),
        (
            &["--format", "markdown"],
            [
                format!("Tangibles: weight 10 → 15 \\(surveys/halls.toml:{weight}\\)"),
                format!("<br>&emsp;tan2: reworded \\(surveys/halls.toml:{item}\\)"),
                "Share of items that give a score 0.5 → 0.6<br>".to_owned(),
            ],
        ),
        (
            &["--lang", "zh"],
            [
                format!("有形因素：权重 10 → 15 (surveys/halls.toml:{weight})"),
                format!("tan2：改了措辞 (surveys/halls.toml:{item})"),
                "计分所需题目比例 0.5 → 0.6".to_owned(),
            ],
        ),
    ] {
        let told = books.diff(arguments).out;
        for part in parts {
            assert!(told.contains(&part), "{part}\n{told}");
        }
    }
}

#[test]
fn items_of_a_survey_come_and_go() {
    let books = Books::new();
    let answers = fs::read_to_string(books.survey("csv")).unwrap();
    let without = |line: &str| {
        let cells = line.split(',').enumerate().filter(|(at, _)| !(6..8).contains(at));
        cells.map(|(_, cell)| cell).collect::<Vec<_>>().join(",") + "\n"
    };
    fs::write(books.survey("csv"), answers.lines().map(without).collect::<String>()).unwrap();
    let text = fs::read_to_string(books.survey("toml")).unwrap();
    let (before, rest) = text.split_once("[[items]]\nid = \"tan2\"").unwrap();
    let after = &rest[rest.find("[[items]]").unwrap()..];
    fs::write(books.survey("toml"), before.to_owned() + after).unwrap();
    let line = line_of(&books.old().join("surveys/halls.toml"), "id = \"tan2\"");
    let item = &books.survey_change()["dimensions"][0]["items"][0];
    assert_eq!((&item["id"], &item["turn"], &item["line"]), (&"tan2".into(), &"ended".into(), &line.into()));
    let text = books.diff(&[]).out;
    assert!(text.contains(&format!("tan2: item gone (was at surveys/halls.toml:{line}), Gap")), "{text}");
    let back = diff(&books.new_book(), &books.old(), &["--lang", "zh"]).out;
    assert!(back.contains(&format!("tan2：新题 (surveys/halls.toml:{line})，差距 – → ")), "{back}");
}

#[test]
fn surveys_come_and_go_and_are_not_named_where_there_are_none() {
    let books = Books::new();
    fs::remove_dir_all(books.new_book().join("surveys")).unwrap();
    let run = books.diff(&["--exit-code"]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("halls  Service quality in Linjiang Telecom's halls  (gone)\n  respondents 200 → –"));
    assert!(run.out.ends_with("41 as before; 0 surveys differ, 0 new, 1 gone, 0 as before\n"), "{}", run.out);
    let back = diff(&books.new_book(), &books.old(), &["--lang", "zh", "--format", "markdown"]).out;
    assert!(back.contains("| – → 200 |") && back.contains("| 新增 |") && back.contains("新增 1 项"), "{back}");
    fs::remove_dir_all(books.old().join("surveys")).unwrap();
    assert_eq!(books.diff(&["--exit-code"]).out, "0 clients differ, 0 new, 0 gone, 41 as before\n");
}
