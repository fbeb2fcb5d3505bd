//! Courses: a book that is made from nothing, its two editions, its live figures, and hostile lessons.

#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

use std::fs;
use std::path::Path;

use support::{build, built, copy_shipped, run, without_course};

#[path = "support/run.rs"]
mod support;

const COURSE: &str = "\n[course]\ntitle = { zh = \"课\", en = \"Course\" }\n[[course.sections]]\nid = \"one\"\ntitle = { zh = \"一\", en = \"One\" }\n";

/// The shipped cases with a course of our own.
fn book(dir: &Path) -> std::path::PathBuf {
    let book = dir.join("book");
    copy_shipped(&book);
    without_course(&book);
    let settings = fs::read_to_string(book.join("casebook.toml")).unwrap() + COURSE;
    fs::write(book.join("casebook.toml"), settings).unwrap();
    book
}

fn write(book: &Path, path: &str, text: &str) {
    let path = book.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn lesson(book: &Path, id: &str, order: usize, extra: &str, body: &str) {
    for (code, title) in [("zh", "题"), ("en", "Title")] {
        let text = format!(
            "+++\ntitle = \"{title} {id}\"\norder = {order}\nminutes = 45\nobjectives = [\"…\"]\nupdated = 2024-01-02\n{extra}\n+++\n{body}\n"
        );
        write(book, &format!("lessons/one/{id}.{code}.md"), &text);
    }
}

fn everything(site: &Path) -> String {
    let mut all = String::new();
    for entry in
        walkdir::WalkDir::new(site).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file())
    {
        all.push_str(&String::from_utf8_lossy(&fs::read(entry.path()).unwrap()));
    }
    all
}

#[test]
fn live_figures_are_those_of_the_case_and_lead_to_them() {
    let dir = tempfile::tempdir().unwrap();
    let (book, site) = (book(dir.path()), dir.path().join("site"));
    lesson(
        &book,
        "a",
        1,
        "",
        "Apple {{ figure(\"apple\", \"quick_ratio\", \"FY2023\") }}, {{ figure(\"halls\", \"gap\", \"reliability\") }}, {{ tier(\"apple\") }}",
    );
    built(&book, &site);
    let page = fs::read_to_string(site.join("lessons/one/a.html")).unwrap();
    let data: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(site.join("data/clients/apple.json")).unwrap()).unwrap();
    let quick =
        data["measures"].as_array().unwrap().iter().find(|m| m["id"] == "quick_ratio" && m["period"] == "FY2023");
    let value: f64 = quick.unwrap()["value"].as_str().unwrap().parse().unwrap();
    assert!(page.contains(&format!("clients/apple.html#quick_ratio-FY2023\">{value:.2}</a>")), "{value}");
    assert!(page.contains("surveys/halls.html#gap-reliability-all\">−1.15</a>"));
    assert!(page.contains(&format!(">{}</a>", data["tier"].as_str().unwrap())));
    let case = fs::read_to_string(site.join("clients/apple.html")).unwrap();
    assert!(case.contains("id=\"quick_ratio-FY2023\""), "the link ends where the figure is explained");
}

#[test]
fn students_get_neither_notes_nor_what_is_not_released() {
    const CANARY: &str = "CANARY7f3a";
    let dir = tempfile::tempdir().unwrap();
    let (book, site) = (book(dir.path()), dir.path().join("site"));
    lesson(&book, "a", 1, "", "[later](lesson:one/b)");
    lesson(&book, "b", 2, "release = 2099-01-01", &format!("{CANARY} held back"));
    for code in ["zh", "en"] {
        let note = format!(
            "+++\ntitle = \"{CANARY} note {code}\"\ncase = \"apple\"\nlessons = [\"one/a\"]\nminutes = 90\nupdated = 2024-01-02\n+++\n## {CANARY}\n{CANARY}\n"
        );
        write(&book, &format!("teaching/{CANARY}.{code}.md"), &note);
    }
    built(&book, &site);
    assert!(!everything(&site).contains(CANARY));
    assert!(!site.join("lessons/one/b.html").exists() && !site.join("teaching").exists());
    let first = fs::read_to_string(site.join("lessons/one/a.html")).unwrap();
    assert!(first.contains("later") && !first.contains("one/b.html"));

    let run = support::run(build(&book).args(["--edition", "instructor", "-o"]).arg(&site));
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(site.join("lessons/one/b.html").exists() && site.join(format!("teaching/{CANARY}.html")).exists());
    let run = support::run(build(&book).args(["--as-of", "2099-01-01", "-o"]).arg(&site));
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(site.join("lessons/one/b.html").exists() && !site.join("teaching").exists());
}

#[test]
fn counts_agree_with_their_nouns() {
    let dir = tempfile::tempdir().unwrap();
    let (book, site) = (book(dir.path()), dir.path().join("site"));
    lesson(&book, "a", 1, "", "Text.");
    let exercise = "kind = \"open\"\ntitle = \"T\"\nlesson = \"one/a\"\norder = 1\npoints = 1\nminutes = 1\nprompt = \"Say.\"\nanswer = \"So.\"\n";
    write(&book, "exercises/one/q.toml", exercise);
    built(&book, &site);
    let page = |path: &str| fs::read_to_string(site.join("en").join(path)).unwrap();
    assert!(page("lessons/index.html").contains("1 lesson, 45 minutes in class"));
    assert!(page("index.html").contains("1 lesson<"));
    assert!(page("exercises/index.html").contains("1 exercise, 1 point in all"));
    assert!(page("exercises/one/q.html").contains("1 point · 1 minute"));
}

/// An exercise of every kind, with a canary wherever only instructors may look.
fn exercises(book: &Path, canary: &str) {
    let keys = format!("answer = \"{canary}\"\nguide = \"{canary}\"\n");
    let head = |kind: &str, order: usize| {
        format!(
            "# {canary}\nkind = \"{kind}\"\ntitle = \"T{order}\"\nlesson = \"one/a\"\norder = {order}\npoints = 2\nminutes = 2\n{keys}"
        )
    };
    let choices = format!(
        "[[choices]]\ntext = \"first\"\nfeedback = \"{canary} first\"\n[[choices]]\ntext = \"second\"\ncorrect = true\nfeedback = \"{canary} second\"\n"
    );
    let bodies = [
        ("open", "prompt = \"Say.\"\n".to_owned()),
        ("single", format!("prompt = \"Choose.\"\n{choices}")),
        ("multiple", format!("prompt = \"Choose.\"\n{choices}")),
        ("classification", "prompt = \"Sort.\"\n[[classes]]\nid = \"x\"\ntext = \"X\"\n[[classes]]\nid = \"y\"\ntext = \"Y\"\n[[practices]]\ntext = \"p\"\nclass = \"y\"\n".to_owned()),
        ("matching", "prompt = \"Match.\"\n[[pairs]]\nleft = \"l1\"\nright = \"r1\"\n[[pairs]]\nleft = \"l2\"\nright = \"r2\"\n".to_owned()),
        ("numeric", NUMERIC.replace("CANARY", canary)),
        ("file", FILE.replace("CANARY", canary)),
    ];
    for (at, (kind, body)) in bodies.into_iter().enumerate() {
        write(book, &format!("exercises/one/{kind}.toml"), &(head(kind, at + 1) + &body));
    }
}

/// What the file must say and its solution are for instructors; the words of the criterion are not.
const FILE: &str = r#"prompt = "Fill it in."
[file]
case_kind = "client"
form = "name = ''"
solution = "name = 'CANARY'"
[[file.rubric]]
text = "It has a name"
points = 1
filled = ["name"]
[[file.rubric]]
text = "It is good"
points = 1
"#;

const NUMERIC: &str = r#"prompt = "Cash ${cash}, inventory ${stock}, current liabilities ${debt}: the current ratio?"
[numeric]
case_kind = "client"
measure = "current_ratio"
period = "FY1"
decimals = 2
within = 0.01
case = """
# CANARY
name = "X"
unit = "thousand"
[[statements]]
period = "FY1"
end = 2023-12-31
assurance = "audited"
[statements.income]
sales = 900
cost_of_sales = 600
[statements.balance]
cash = ${cash}
inventory = ${stock}
current_assets = ${current}
total_assets = ${total}
current_liabilities = ${debt}
total_liabilities = ${debt}
equity = ${equity}
"""
[numeric.inputs]
cash = { from = 100, to = 300, step = 5 }
stock = { from = 100, to = 300, step = 5 }
debt = { from = 150, to = 350, step = 5 }
equity = { from = 900, to = 1200, step = 50 }
current = { sum = ["cash", "stock"] }
total = { sum = ["debt", "equity"] }
[[numeric.mistakes]]
measure = "quick_ratio"
remark = "CANARY slip"
[[numeric.mistakes]]
formula = "(cash + stock) / (debt + equity)"
remark = "CANARY other slip"
"#;

#[test]
fn students_get_exercises_without_answers_and_instructors_with_them() {
    const CANARY: &str = "CANARY7f3a";
    let dir = tempfile::tempdir().unwrap();
    let (book, site) = (book(dir.path()), dir.path().join("site"));
    lesson(&book, "a", 1, "", "[do](exercise:one/numeric)");
    exercises(&book, CANARY);
    built(&book, &site);
    assert!(!everything(&site).contains(CANARY));
    let page = |id: &str| fs::read_to_string(site.join(format!("en/exercises/one/{id}.html"))).unwrap();
    // No bank of questions, no conditions, no coverage; but the blank form.
    let names: Vec<String> = support::files(&site);
    assert!(names.iter().all(|name| !name.contains("questions") && !name.contains("coverage")), "{names:?}");
    assert!(!page("file").contains("filled in") && page("file").contains("data/exercises/one/file.en.toml"));
    assert_eq!(fs::read_to_string(site.join("data/exercises/one/file.en.toml")).unwrap(), "name = ''\n");
    assert!(!fs::read_to_string(site.join("en/lessons/index.html")).unwrap().contains("Downloads"));
    assert!(page("single").contains("second") && !page("single").contains("correct"));
    // The options stand in the order of their words, and nothing names the class of a practice.
    assert_eq!(page("classification").matches("value=\"y\"").count(), 1);
    assert!(fs::read_to_string(site.join("en/lessons/one/a.html")).unwrap().contains("exercises/one/numeric.html"));

    let run = support::run(build(&book).args(["--edition", "instructor", "-o"]).arg(&site));
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(page("single").contains("✓ second — CANARY7f3a second"));
    assert!(page("file").contains("filled in: name") && page("file").contains("name = 'CANARY7f3a'"));
    assert!(page("numeric").contains("CANARY7f3a other slip"));
    for name in ["data/questions.en.moodle.xml", "data/questions.zh.qti.zip"] {
        assert!(String::from_utf8_lossy(&fs::read(site.join(name)).unwrap()).contains(CANARY), "{name}");
    }
    assert!(page("classification").contains("p → Y") && page("matching").contains("l2 → r2"));
}

#[test]
fn a_number_is_marked_by_what_its_prompt_says() {
    let dir = tempfile::tempdir().unwrap();
    let (book, site) = (book(dir.path()), dir.path().join("site"));
    lesson(&book, "a", 1, "", "");
    exercises(&book, "x");
    built(&book, &site);
    let page = fs::read_to_string(site.join("en/exercises/one/numeric.html")).unwrap();
    let prompt = page.split("<div class=\"article\"><p>").nth(1).unwrap().split('<').next().unwrap();
    let numbers: Vec<f64> = prompt.split(|c: char| !c.is_ascii_digit()).filter_map(|word| word.parse().ok()).collect();
    let answer = format!("{:.2}", (numbers[0] + numbers[1]) / numbers[2]);
    let seal = casebook::kinds::course::exercise::seal::Seal { exercise: "one/numeric", part: "number" };
    let marks = page.split("data-mark=\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(marks.split(' ').any(|mark| mark == seal.mark(&answer)), "{prompt} {answer}");
    assert_eq!(marks.split(' ').count(), 3, "one hundredth up and down is accepted");
    assert!(!marks.split(' ').any(|mark| mark == seal.mark("0.01")));
}

#[test]
fn a_slip_is_told_to_whoever_makes_it() {
    let dir = tempfile::tempdir().unwrap();
    let (book, site) = (book(dir.path()), dir.path().join("site"));
    lesson(&book, "a", 1, "", "");
    exercises(&book, "x");
    built(&book, &site);
    let page = fs::read_to_string(site.join("en/exercises/one/numeric.html")).unwrap();
    let prompt = page.split("<div class=\"article\"><p>").nth(1).unwrap().split('<').next().unwrap();
    let numbers: Vec<f64> = prompt.split(|c: char| !c.is_ascii_digit()).filter_map(|word| word.parse().ok()).collect();
    let quick = format!("{:.2}", numbers[0] / numbers[2]);
    let seal = casebook::kinds::course::exercise::seal::Seal { exercise: "one/numeric", part: "slip" };
    let slips = page.split("data-slips=\"").nth(1).unwrap().split('"').next().unwrap();
    let told = slips.split(' ').find_map(|slip| slip.strip_prefix(&format!("{}:", seal.mark(&quick)))).unwrap();
    // Sealing is its own inverse.
    assert_eq!(told, seal.remark(&quick, "x slip"));
    let right = format!("{:.2}", (numbers[0] + numbers[1]) / numbers[2]);
    assert!(!slips.contains(&seal.mark(&right)));
}

#[test]
fn every_shipped_numeric_exercise_has_an_answer_for_two_hundred_students() {
    let run = run(std::process::Command::new(env!("CARGO_BIN_EXE_casebook")).args([
        "check",
        concat!(env!("CARGO_MANIFEST_DIR"), "/content"),
        "--variants",
        "200",
    ]));
    assert_eq!(run.code, Some(0), "{}", run.err);
}

#[test]
fn hostile_lessons_stay_text() {
    let dir = tempfile::tempdir().unwrap();
    let (book, site) = (book(dir.path()), dir.path().join("site"));
    let body = "<script>alert(1)</script> <img src=x onerror=alert(1)>\n\n## <b>x</b> \"><script>\n\n| <i>a</i> |\n|--|\n| \"><script> |\n\n\
                > [!NOTE]\n> <script>\n\nTerm <u>\n: <script>\n\n$<script>$ and $\\text{</math><script>}$[^1]\n\n[^1]: <script>\n";
    lesson(&book, "a", 1, "", body);
    built(&book, &site);
    let page = fs::read_to_string(site.join("lessons/one/a.html")).unwrap();
    assert_eq!(page.matches("<script").count(), 2, "only the site's own");
    assert!(page.matches("&lt;script").count() > 5 && !page.contains("<img"));
    assert!(!page.contains("<b>") && !page.contains("<u>"));
}

#[test]
fn the_other_parts_of_a_course_are_begun_from_forms() {
    let dir = tempfile::tempdir().unwrap();
    let book = book(dir.path());
    lesson(&book, "a", 1, "", "");
    let casebook = || std::process::Command::new(env!("CARGO_BIN_EXE_casebook"));
    for (kind, id) in [("exercise", "one/x"), ("glossary", "more"), ("note", "n")] {
        let new = |id: &str| run(casebook().args(["new", kind, id, "--book"]).arg(&book));
        assert_eq!(new(id).code, Some(0), "{kind}");
        assert_eq!(new(id).code, Some(2), "{kind} is there already");
        for id in ["two/../x", "", "..", "no section/x"] {
            assert_eq!(new(id).code, Some(2), "{kind} {id}");
        }
    }
    let checked = run(casebook().arg("check").arg(&book).env("NO_COLOR", "1"));
    assert_eq!(checked.code, Some(0), "{}", checked.err);
    for part in ["exercises/one/x.toml", "glossary/more.toml", "teaching/n.zh.md", "teaching/n.en.md"] {
        assert!(checked.err.contains(&format!("--> {part}")), "{part} has placeholders: {}", checked.err);
    }
    assert!(checked.err.contains("1 lesson, 1 exercise and 1 term checked"), "{}", checked.err);
    assert!(!checked.err.contains("note-headings"));
}

#[test]
fn an_exercise_of_every_kind_is_begun_from_a_form_that_check_accepts() {
    let dir = tempfile::tempdir().unwrap();
    let (both, one) = (book(dir.path()), dir.path().join("one"));
    support::small_book(&one, &[("acme", "name = \"Acme\"\n")]);
    let settings = fs::read_to_string(one.join("casebook.toml")).unwrap() + COURSE;
    fs::write(one.join("casebook.toml"), settings).unwrap();
    let casebook = || std::process::Command::new(env!("CARGO_BIN_EXE_casebook"));
    for book in [both, one] {
        lesson(&book, "a", 1, "", "");
        let new = |part: &str, id: &str, kind: &str| {
            run(casebook().args(["new", part, id, "--kind", kind, "--book"]).arg(&book))
        };
        for kind in ["open", "single", "multiple", "classification", "matching", "numeric", "file"] {
            assert_eq!(new("exercise", &format!("one/{kind}"), kind).code, Some(0), "{kind}");
            let text = fs::read_to_string(book.join(format!("exercises/one/{kind}.toml"))).unwrap();
            assert!(text.contains(&format!("kind = \"{kind}\"")), "{text}");
        }
        assert_eq!(new("exercise", "one/x", "essay").code, Some(2));
        assert_eq!(new("glossary", "x", "open").code, Some(2), "only exercises are of several kinds");
        let checked = run(casebook().args(["check", "--format", "json"]).arg(&book));
        assert_eq!(checked.code, Some(0), "{}", checked.out);
        let told: serde_json::Value = serde_json::from_str(&checked.out).unwrap();
        let told = told["problems"].as_array().unwrap();
        let told: Vec<_> =
            told.iter().filter(|problem| problem["file"].as_str().unwrap().contains("exercise")).collect();
        assert!(told.iter().all(|problem| problem["code"] == "placeholder"), "{told:#?}");
        for kind in ["open", "single", "multiple", "classification", "matching", "numeric", "file"] {
            assert!(told.iter().any(|problem| problem["file"] == format!("exercises/one/{kind}.toml")), "{kind}");
        }
    }
}

#[test]
fn every_row_of_the_syllabus_is_taught_and_trained() {
    let folder = casebook::load::Folder::new(concat!(env!("CARGO_MANIFEST_DIR"), "/content"));
    let course = casebook::kinds::book::Book::open(&folder).unwrap().course.unwrap();
    let rows: Vec<&str> = course.syllabus.iter().map(|row| row.id.as_str()).collect();
    let wanted: Vec<String> = [("A", 6), ("C", 11), ("R", 9), ("N", 13), ("E", 4)]
        .iter()
        .flat_map(|(letter, count)| (1..=*count).map(move |number| format!("{letter}{number}")))
        .collect();
    assert_eq!(rows, wanted);
    for row in &course.syllabus {
        assert!(course.lacks(row).is_empty(), "{}: {:?}", row.id, course.lacks(row));
        assert_eq!(row.taught, !row.id.starts_with('E'), "{}", row.id);
    }
}

#[test]
fn a_lesson_is_begun_in_every_language() {
    let dir = tempfile::tempdir().unwrap();
    let book = book(dir.path());
    let new = |id: &str| {
        run(std::process::Command::new(env!("CARGO_BIN_EXE_casebook")).args(["new", "lesson", id, "--book"]).arg(&book))
    };
    assert_eq!(new("one/first").code, Some(0));
    assert_eq!(new("one/second").code, Some(0));
    for id in ["one/first", "two/x", "one", "one/../x", "one/"] {
        assert_eq!(new(id).code, Some(2), "{id}");
    }
    let second = fs::read_to_string(book.join("lessons/one/second.en.md")).unwrap();
    assert!(second.contains("order = 2") && book.join("lessons/one/first.zh.md").is_file());
    built(&book, &dir.path().join("site"));
}
