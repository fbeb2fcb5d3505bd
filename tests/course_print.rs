//! The course on paper: what students' PDFs hold and what only instructors' do, and sheets with figures
//! of each student's own.

#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use casebook::kinds::book::Book;
use casebook::kinds::course::Visible;
use casebook::kinds::course::live::Answers;
use casebook::kinds::course::pages::{Desk, Print, Taker};
use casebook::load::Folder;
use casebook::pages::Report;
use casebook::values::{Audience, Language};
use support::{CASEBOOK, Run, run, small_book};

#[path = "support/run.rs"]
mod support;

const CANARY: &str = "CANARY7f3a";

const CLIENT: &str = "name = \"Acme\"\n[[statements]]\nperiod = \"FY1\"\nend = 2023-12-31\nassurance = \"audited\"\n[statements.balance]\ncurrent_assets = 200\ncurrent_liabilities = 100\n";

const NUMERIC: &str = r#"prompt = "Current assets ${assets} thousand, current liabilities ${debts} thousand: what is the ratio?"
[numeric]
case_kind = "client"
measure = "current_ratio"
period = "FY1"
decimals = 2
within = 0.01
case = """
name = "X"
unit = "thousand"
[[statements]]
period = "FY1"
end = 2023-12-31
assurance = "audited"
[statements.balance]
current_assets = ${assets}
current_liabilities = ${debts}
"""
[numeric.inputs]
assets = { from = 300, to = 900, step = 7 }
debts = { from = 150, to = 350, step = 3 }
"#;

fn write(book: &Path, path: &str, text: &str) {
    let path = book.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// A small course in English with a canary wherever only instructors may look.
fn book(dir: &Path) -> PathBuf {
    let book = dir.join("book");
    small_book(&book, &[("acme", CLIENT)]);
    let settings = fs::read_to_string(book.join("casebook.toml")).unwrap();
    let course = "\n[course]\ntitle = \"A course\"\n[[course.sections]]\nid = \"one\"\ntitle = \"Section one\"\n";
    fs::write(book.join("casebook.toml"), settings + course).unwrap();
    let head = |title: &str, order: usize, more: &str| {
        format!(
            "+++\ntitle = \"{title}\"\norder = {order}\nminutes = 45\nobjectives = [\"Know.\"]\nupdated = 2024-01-02\n{more}+++\n"
        )
    };
    let picture = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 2'><rect width='4' height='2'/></svg>";
    write(&book, "lessons/one/plan.svg", picture);
    let body = "Readers see this.[^1] It is $\\frac{a}{b}$.\n\n## A heading\n\n![A plan](plan.svg)\n\n[^1]: A note.\n";
    write(&book, "lessons/one/a.en.md", &(head("First lesson", 1, "") + body));
    write(&book, "lessons/one/b.en.md", &(head(CANARY, 2, "release = 2099-01-01\n") + CANARY));
    let note = format!(
        "+++\ntitle = \"Teaching Acme\"\ncase = \"acme\"\nlessons = [\"one/a\"]\nminutes = 90\nupdated = 2024-01-02\n+++\n## Synopsis\n{CANARY}note\n"
    );
    write(&book, "teaching/acme.en.md", &note);
    let exercise = |kind: &str, order: usize, rest: &str| {
        let keys = format!("answer = \"{CANARY}answer\"\nguide = \"{CANARY}guide\"\n");
        let text = format!(
            "kind = \"{kind}\"\ntitle = \"Title {kind}\"\nlesson = \"one/a\"\norder = {order}\npoints = 2\nminutes = 8\n{keys}{rest}"
        );
        write(&book, &format!("exercises/one/{kind}.toml"), &text);
    };
    exercise("open", 1, "prompt = \"Say it in words.\"\n");
    let choices = format!(
        "prompt = \"Choose one.\"\n[[choices]]\ntext = \"first choice\"\nfeedback = \"{CANARY}first\"\n[[choices]]\ntext = \"second choice\"\ncorrect = true\n"
    );
    exercise("single", 2, &choices);
    exercise("numeric", 3, NUMERIC);
    book
}

fn casebook(arguments: &[&str], book: &Path, output: &Path) -> Run {
    run(Command::new(CASEBOOK).args(arguments).arg("-o").arg(output).current_dir(book))
}

/// All text that a PDF holds, of its pages, its metadata and its bookmarks, without spaces.
fn text_of(path: &Path) -> String {
    let document = lopdf::Document::load(path).unwrap();
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    let mut text = document.extract_text(&pages).unwrap();
    for object in document.objects.values() {
        if let Ok(stream) = object.as_stream() {
            let bytes = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
            text.push_str(&String::from_utf8_lossy(&bytes));
        }
        if let Ok(dictionary) = object.as_dict() {
            for (_, value) in dictionary {
                text.push_str(&lopdf::decode_text_string(value).unwrap_or_default());
            }
        }
    }
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn pdfs(site: &Path) -> BTreeSet<String> {
    let files = walkdir::WalkDir::new(site).into_iter().filter_map(Result::ok);
    let paths = files.map(|file| file.path().strip_prefix(site).unwrap().to_str().unwrap().to_owned());
    paths.filter(|path| Path::new(path).extension().is_some_and(|end| end == "pdf")).collect()
}

#[test]
fn students_pdfs_hold_no_answer_and_instructors_do() {
    let dir = tempfile::tempdir().unwrap();
    let (book, site) = (book(dir.path()), dir.path().join("site"));
    let built = casebook(&["build"], &book, &site);
    assert_eq!(built.code, Some(0), "{}", built.err);
    let wanted = ["answer-book-one", "handbook", "worksheet-one"].map(|name| format!("reports/course/{name}.en.pdf"));
    let all = pdfs(&site);
    let course: BTreeSet<String> = all.iter().filter(|path| path.contains("/course/")).cloned().collect();
    assert_eq!(course, BTreeSet::from(wanted));
    for path in &all {
        assert!(!text_of(&site.join(path)).contains(CANARY), "{path}");
    }
    let student = |name: &str| text_of(&site.join(format!("reports/course/{name}.en.pdf")));
    let handbook = student("handbook");
    for words in
        ["Readersseethis.", "Anote.", "Aheading", "Choosesome".trim_end_matches("some"), "Firstlesson", "secondchoice"]
    {
        assert!(handbook.contains(words), "{words}");
    }
    assert!(student("worksheet-one").contains("secondchoice") && !student("answer-book-one").contains("secondchoice"));
    let home = fs::read_to_string(site.join("lessons/index.html")).unwrap();
    assert!(home.contains("../reports/course/handbook.en.pdf") && !home.contains("manual"));

    let built = casebook(&["build", "--edition", "instructor"], &book, &site);
    assert_eq!(built.code, Some(0), "{}", built.err);
    let answers = student("answers-one");
    for words in ["CANARY7f3aanswer", "CANARY7f3aguide", "CANARY7f3afirst"] {
        assert!(answers.contains(words), "{words}");
    }
    assert!(student("manual").contains("CANARY7f3anote"));
    for (name, words) in [("worksheet-one", "CANARY7f3aanswer"), ("handbook", "CANARY7f3aanswer")] {
        assert!(!student(name).contains(words), "{name}");
    }
}

/// What stands on a section's sheets, for every printed form and for a student's own, as data for the typesetter.
fn sheets(book: &Path) -> [String; 4] {
    let folder = Folder::new(book);
    let book = Book::open(&folder).unwrap();
    let (course, answers) = (book.course.as_ref().unwrap(), Answers::default());
    let visible = Visible { audience: Audience::Instructor, day: book.settings.as_of };
    let edition = book.edition(Language::En, true, false);
    let desk = Desk { course, edition, visible, answers: &answers, folder: &folder, book: &book, home: "Home" };
    let exercise: Vec<_> = course.exercises.iter().filter(|exercise| exercise.id == "one/numeric").collect();
    let taker = Taker { id: "1".to_owned(), name: String::new(), row: 0 };
    let own = desk.variants(&exercise, &[taker]).unwrap();
    let text = |report: &Report| serde_json::to_string(report).unwrap();
    let [worksheet, key, handbook] =
        [Print::Worksheet(0), Print::Key(0), Print::Handbook].map(|form| text(&desk.print(form)));
    [worksheet, text(&own.all) + &text(&own.sheets[0]), key, handbook]
}

#[test]
fn worksheets_print_hints_and_methods_only_where_the_course_says_so() {
    let dir = tempfile::tempdir().unwrap();
    let book = book(dir.path());
    let numeric = book.join("exercises/one/numeric.toml");
    support::edit(&numeric, "[numeric]\n", "hint = \"HINT7f3a\"\nmethod = \"METHOD7f3a\"\n[numeric]\n");
    let helps = |text: &String| [text.contains("HINT7f3a"), text.contains("METHOD7f3a")];
    let (with, without) = ([true; 2], [false; 2]);
    assert_eq!(sheets(&book).each_ref().map(helps), [without, without, with, with]);
    let site = dir.path().join("site");
    support::built(&book, &site);
    assert_eq!(helps(&fs::read_to_string(site.join("exercises/one/numeric.html")).unwrap()), with, "pages keep them");
    support::edit(&book.join("casebook.toml"), "[course]\n", "[course]\nhelp_on_sheets = true\n");
    assert_eq!(sheets(&book).each_ref().map(helps), [with; 4]);
}

fn variants(book: &Path, roster: &str, more: &[&str], output: &Path) -> Run {
    fs::write(book.join("class.csv"), roster).unwrap();
    let arguments = ["variants", "one/numeric", "--roster", "class.csv"];
    casebook(&[&arguments, more].concat(), book, output)
}

#[test]
fn each_student_gets_figures_whose_answer_is_in_the_key() {
    let dir = tempfile::tempdir().unwrap();
    let (book, out) = (book(dir.path()), dir.path().join("out"));
    let roster = "number;name;class\n2026001;王小雨;1\n2026002;=cmd();1\n../x;#eval(1);2\n";
    let ran = variants(&book, roster, &[], &out);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let wanted = ["key", "marking", "sheets/001-2026001", "sheets/002-2026002", "sheets/003", "worksheets"];
    assert_eq!(pdfs(&out), wanted.iter().map(|name| format!("{name}.pdf")).collect());
    let table = fs::read_to_string(out.join("marking.csv")).unwrap();
    assert!(table.contains(",'=cmd(),"), "{table}");
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    let (key, together) = (text_of(&out.join("key.pdf")), text_of(&out.join("worksheets.pdf")));
    let mut prompts = BTreeSet::new();
    for (row, sheet) in rows.iter().zip(&wanted[2..5]) {
        let sheet = text_of(&out.join(format!("{sheet}.pdf")));
        let (_, rest) = sheet.split_once("Currentassets").unwrap();
        let prompt = rest.split_once("whatis").unwrap().0;
        let numbers: Vec<f64> =
            prompt.split(|c: char| !c.is_ascii_digit()).filter_map(|word| word.parse().ok()).collect();
        let answer = format!("{:.2}", numbers[0] / numbers[1]);
        assert_eq!(&row[4], answer, "{prompt}");
        let bounds = [&row[5], &row[6]].map(|bound| bound.parse::<f64>().unwrap());
        let right: f64 = answer.parse().unwrap();
        assert!((bounds[0] - (right - 0.01)).abs() < 1e-9 && (bounds[1] - (right + 0.01)).abs() < 1e-9, "{bounds:?}");
        assert!(key.contains(&answer));
        assert!(!sheet.contains(CANARY) && together.contains(prompt));
        prompts.insert(prompt.to_owned());
    }
    assert_eq!(prompts.len(), 3, "each student has figures of their own");
    assert!(!together.contains(CANARY) && key.contains("CANARY7f3aguide"));
    let before = fs::read(out.join("sheets/001-2026001.pdf")).unwrap();
    assert_eq!(variants(&book, roster, &[], &out).code, Some(0));
    assert_eq!(fs::read(out.join("sheets/001-2026001.pdf")).unwrap(), before, "the same sheet for ever");
}

#[test]
fn the_list_for_spreadsheets_has_headings_in_its_language() {
    let dir = tempfile::tempdir().unwrap();
    let (book, out) = (book(dir.path()), dir.path().join("out"));
    support::edit(&book.join("casebook.toml"), "languages = [\"en\"]", "languages = [\"en\", \"zh\"]");
    let heading = |more: &[&str]| {
        assert_eq!(variants(&book, "number\n1\n", &[&["--no-pdf"], more].concat(), &out).code, Some(0));
        fs::read_to_string(out.join("marking.csv")).unwrap().lines().next().unwrap().to_owned()
    };
    let english = "\u{feff}number,name,exercise,figures,answer,lowest,highest,points,mark,remark";
    assert_eq!(heading(&["--lang", "en"]), english);
    assert_eq!(heading(&["--lang", "zh"]), "\u{feff}学号,姓名,练习,数据,答案,最小可接受值,最大可接受值,分值,得分,备注");
}

#[test]
fn a_wrong_request_says_what_to_do() {
    let dir = tempfile::tempdir().unwrap();
    let (book, out) = (book(dir.path()), dir.path().join("out"));
    let no_pdf = ["--no-pdf"];
    let twice = variants(&book, "number\n1\n1\n", &no_pdf, &out);
    assert_eq!(twice.code, Some(1));
    assert!(twice.err.contains("stands twice") && twice.err.contains("class.csv:3"), "{}", twice.err);
    let missing = variants(&book, "name\nAnn\n", &no_pdf, &out);
    assert!(missing.code == Some(1) && missing.err.contains("no column of student numbers"), "{}", missing.err);
    fs::write(book.join("class.csv"), "number\n1\n").unwrap();
    for (id, said) in [("one/open", "not numeric"), ("one/numerc", "did you mean `one/numeric`?")] {
        let ran = casebook(&["variants", id, "--roster", "class.csv", "--no-pdf"], &book, &out);
        assert!(ran.code == Some(2) && ran.err.contains(said), "{}", ran.err);
    }
    let ran = casebook(&["variants", "one/numeric", "--roster", "nowhere.csv", "--no-pdf"], &book, &out);
    assert!(ran.code == Some(2) && ran.err.contains("cannot be read"), "{}", ran.err);
    let ran = variants(&book, "number\n1\n", &["--no-pdf", "--lang", "zh"], &out);
    assert!(ran.code == Some(2) && ran.err.contains("not written in `zh`"), "{}", ran.err);
    assert!(!out.exists(), "nothing is half written");
}
