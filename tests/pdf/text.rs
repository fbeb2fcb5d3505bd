//! An author's words are printed as they are, whatever characters they hold.

use casebook::pages::{Block, Callout, Column, Fact, Facts, Report, Row, RowKind, Section, Table, Tone};
use casebook::render::pdf::Bundle;
use casebook::values::Language;

use crate::{any, engines, sample, typeset};

const HOSTILE: &[&str] = &[
    "#eval(\"1+1\")",
    "*bold* _it_ `code`",
    "$x^2$ ]] [[ <label> @ref",
    "back\\slash \\u{41} // not a comment",
    "<script>alert(1)</script> &amp;",
    "= heading - list + enum / term: x",
    "{page} of {pages} ~ -- ---",
];

/// The text of all pages without white space, which the PDF holds only as distances.
fn text_of(pdf: &[u8]) -> String {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    squeeze(&document.extract_text(&pages).unwrap())
}

fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn hostile_report(language: Language) -> Report {
    let text = |index: usize| HOSTILE[index % HOSTILE.len()].to_owned();
    let rows = HOSTILE
        .iter()
        .map(|word| Row { id: (*word).to_owned(), kind: RowKind::Plain, cells: vec![(*word).into(), "1".into()] })
        .collect();
    let columns = vec![Column::text(text(1)), Column::number(text(2))];
    let table =
        Table { id: text(0), caption: text(3), note: text(4), classes: String::new(), columns, sortable: false, rows };
    let callout = Callout {
        tone: Tone::Bad,
        title: text(5),
        text: text(6),
        items: HOSTILE.iter().map(|word| (*word).to_owned()).collect(),
    };
    let blocks = vec![Block::Table(table), Block::Callout(callout)];
    let mut report = sample::report(language);
    report.subject = HOSTILE.join(" ");
    report.title = text(0);
    report.notice = text(2);
    report.sections.push(Section { id: text(1), title: text(1), new_sheet: false, blocks });
    report
}

#[test]
fn hostile_text_is_printed_literally() {
    let engine = any(Bundle::default());
    for language in Language::ALL {
        let pdf = typeset(&*engine, &hostile_report(language)).unwrap();
        let printed = text_of(&pdf);
        for word in HOSTILE {
            assert!(printed.contains(&squeeze(word)), "`{word}` is not in: {printed}");
        }
    }
}

#[test]
fn text_can_be_found_in_both_languages() {
    let engine = any(Bundle::default());
    let printed = text_of(&typeset(&*engine, &sample::report(Language::Zh)).unwrap());
    assert!(printed.contains("流动资产÷流动负债"), "{printed}");
    let printed = text_of(&typeset(&*engine, &sample::report(Language::En)).unwrap());
    assert!(printed.contains("currentassets÷currentliabilities"), "{printed}");
}

#[test]
fn names_in_traditional_and_rare_characters_and_in_cyrillic_letters_can_be_printed() {
    for engine in engines(&Bundle::default()) {
        for (language, name) in [(Language::Zh, "香港鴻運機電貿易有限公司 頔"), (Language::En, "ООО «Иванов» Ελλάς")]
        {
            let mut report = sample::report(language);
            report.subject = name.to_owned();
            let printed = text_of(&typeset(&*engine, &report).unwrap());
            assert!(printed.contains(&squeeze(name)), "`{name}` is not in: {printed}");
        }
    }
}

#[test]
fn a_fragment_may_have_any_name() {
    let engine = any(Bundle::default());
    let mut report = sample::report(Language::En);
    report.sections[0].id = "running".to_owned();
    report.cover[0].href = "#running".to_owned();
    let fact = Fact::new("Where", "there").leading_to("#running");
    report.sections[0].blocks.push(Block::Facts(Facts { items: vec![fact] }));
    assert!(text_of(&typeset(&*engine, &report).unwrap()).contains(&squeeze(&report.running_head)));
}

#[test]
fn a_name_without_spaces_breaks_before_the_edge_of_the_cover() {
    let engine = any(Bundle::default());
    let mut report = sample::report(Language::En);
    let parts = ["Donaudampfschiffahrt", "selektrizitätenhaupt", "betriebswerkgesellsc", "haft"];
    report.subject = parts.concat();
    let pdf = typeset(&*engine, &report).unwrap();
    let cover = lopdf::Document::load_mem(&pdf).unwrap().extract_text(&[1]).unwrap();
    let lines: Vec<_> = cover.lines().map(str::trim).collect();
    let first = lines.iter().position(|line| *line == parts[0]).unwrap_or_else(|| panic!("{cover}"));
    assert_eq!(lines[first..first + parts.len()].concat(), report.subject);
}

#[test]
fn a_character_without_a_glyph_is_named_with_its_report() {
    for engine in engines(&Bundle::default()) {
        let mut report = sample::report(Language::Zh);
        report.subject = "张\u{2A6D6}公司".to_owned();
        let problems = typeset(&*engine, &report).unwrap_err();
        assert_eq!(problems.len(), 1, "{problems:#?}");
        assert_eq!(problems[0].code.name(), "missing-glyph");
        assert!(problems[0].message.contains("`\u{2A6D6}` (U+2A6D6)"), "{}", problems[0].message);
        assert!(problems[0].message.contains("prufrock-2023-12-31-zh"), "{}", problems[0].message);
        assert_eq!(problems[0].place.file, report.ident);
    }
}

#[test]
fn a_character_without_a_glyph_is_placed_in_the_case_file_that_the_report_prints() {
    let engine = any(Bundle::default());
    let mut report = sample::report(Language::Zh);
    for block in report.sections.iter_mut().flat_map(|section| &mut section.blocks) {
        if let Block::Listing(listing) = block {
            listing.lines[1] = "name = \"\u{2A6D6}\"".to_owned();
        }
    }
    let problems = typeset(&*engine, &report).unwrap_err();
    assert_eq!(problems[0].place.file, "clients/prufrock.toml");
    let span = problems[0].place.span.unwrap();
    assert_eq!(span.start, "#:schema ../schema/client.json\nname = \"".len());
    assert_eq!(span.end - span.start, 4);
}
