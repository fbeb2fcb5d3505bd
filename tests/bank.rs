//! The question bank: both exports are read back by a parser that is not the writer's, and compared with the
//! exercises as TOML, read without the program.

#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

#[path = "bank/moodle.rs"]
mod moodle;
#[path = "bank/qti.rs"]
mod qti;
#[path = "bank/source.rs"]
mod source;
#[path = "support/run.rs"]
mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::{CONTENT, build, copy_shipped, run, without_course};

/// The shipped book for instructors.
fn instructors(book: &Path, dir: &Path) -> PathBuf {
    let site = dir.join("site");
    let run = run(build(book).args(["--edition", "instructor", "-o"]).arg(&site));
    assert_eq!(run.code, Some(0), "{}", run.err);
    site
}

/// A text as its readers see it: HTML without tags, and spaces alike.
fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => inside = true,
            '>' if inside => {
                inside = false;
                text.push(' ');
            }
            letter if !inside => text.push(letter),
            _ => {}
        }
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn both_exports_hold_the_questions_of_the_source() {
    let dir = tempfile::tempdir().unwrap();
    let site = instructors(Path::new(CONTENT), dir.path());
    for language in ["zh", "en"] {
        let wanted = source::questions(Path::new(CONTENT), language);
        assert!(wanted.len() > 50);
        let xml = fs::read_to_string(site.join(format!("data/questions.{language}.moodle.xml"))).unwrap();
        moodle::compare(&xml, &wanted);
        let zip = fs::read(site.join(format!("data/questions.{language}.qti.zip"))).unwrap();
        qti::compare(&qti::opened(&zip), &wanted);
    }
    let page = fs::read_to_string(site.join("en/lessons/index.html")).unwrap();
    assert!(page.contains("../../data/questions.en.moodle.xml") && page.contains("../../data/questions.en.qti.zip"));
}

#[test]
fn the_same_book_gives_the_same_bytes() {
    let dir = tempfile::tempdir().unwrap();
    let again = tempfile::tempdir().unwrap();
    let (one, other) = (instructors(Path::new(CONTENT), dir.path()), instructors(Path::new(CONTENT), again.path()));
    for file in ["data/questions.en.moodle.xml", "data/questions.zh.qti.zip"] {
        assert_eq!(fs::read(one.join(file)).unwrap(), fs::read(other.join(file)).unwrap(), "{file}");
    }
}

const HOSTILE: &str = r#"]]> <script>alert(1)</script> & &amp; "quoted" 'single' </text></question> 𝕏"#;

#[test]
fn hostile_text_stays_data() {
    let dir = tempfile::tempdir().unwrap();
    let book = dir.path().join("book");
    copy_shipped(&book);
    without_course(&book);
    let settings = fs::read_to_string(book.join("casebook.toml")).unwrap();
    let course = "\n[course]\ntitle = \"</text> a/b ]]>\"\n[[course.sections]]\nid = \"one\"\ntitle = \"<b>&/\"\n";
    fs::write(book.join("casebook.toml"), settings + course).unwrap();
    fs::create_dir_all(book.join("lessons/one")).unwrap();
    fs::create_dir_all(book.join("exercises/one")).unwrap();
    for code in ["zh", "en"] {
        let text = "+++\ntitle = \"A\"\norder = 1\nminutes = 1\nobjectives = []\nupdated = 2024-01-02\n+++\nText\n";
        fs::write(book.join(format!("lessons/one/a.{code}.md")), text).unwrap();
    }
    let quoted = HOSTILE.replace('"', "\\\"");
    let head = |kind: &str, order: usize| {
        format!(
            "kind = \"{kind}\"\ntitle = \"{quoted}\"\nlesson = \"one/a\"\norder = {order}\npoints = 2\nminutes = 2\n\
             prompt = \"{quoted} $a<b$\"\nhint = \"{quoted}\"\nanswer = \"{quoted}\"\nguide = \"{quoted}\"\n"
        )
    };
    let choices = format!(
        "[[choices]]\ntext = \"{quoted}\"\nfeedback = \"{quoted}\"\ncorrect = true\n[[choices]]\ntext = \"other\"\n"
    );
    let pairs =
        format!("[[pairs]]\nleft = \"{quoted}\"\nright = \"{quoted}\"\n[[pairs]]\nleft = \"l\"\nright = \"r\"\n");
    for (at, (kind, body)) in
        [("open", String::new()), ("single", choices.clone()), ("multiple", choices), ("matching", pairs)]
            .into_iter()
            .enumerate()
    {
        fs::write(book.join(format!("exercises/one/{kind}.toml")), head(kind, at + 1) + &body).unwrap();
    }
    let site = instructors(&book, dir.path());
    let xml = fs::read_to_string(site.join("data/questions.en.moodle.xml")).unwrap();
    let zip = fs::read(site.join("data/questions.en.qti.zip")).unwrap();
    for text in [xml, qti::opened(&zip)] {
        let tree = roxmltree::Document::parse(&text).unwrap();
        assert!(tree.descendants().all(|node| !node.has_tag_name("script") && !node.has_tag_name("b")));
        // What platforms read as HTML holds no script either; titles are plain text.
        let html = tree.descendants().filter(|node| {
            node.parent_element().is_some_and(|parent| {
                parent.attribute("format") == Some("html") || node.attribute("texttype") == Some("text/html")
            })
        });
        let html: Vec<&str> = html.filter_map(|node| node.text()).collect();
        assert!(html.len() > 10 && html.iter().all(|text| !text.contains("<script")));
        assert!(html.iter().any(|text| text.contains("\\(a&lt;b\\)")), "formulas are TeX");
        assert!(html.iter().any(|text| plain(text).contains("]]> <script>alert(1)</script> & &amp; \"quoted\"")));
    }
    let moodle = fs::read_to_string(site.join("data/questions.en.moodle.xml")).unwrap();
    assert!(moodle.contains("$course$/top/&lt;//text&gt; a//b ]]&gt;/&lt;b&gt;&amp;//<"), "slashes are doubled");
}
