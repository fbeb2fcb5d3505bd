//! An author's words are printed as they are, whatever characters they hold.

use casebook::pages::{Block, Callout, Column, DerivedInput, Fact, Facts, Report, Row, RowKind, Section, Table, Tone};
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

/// The text of each page without white space.
fn pages_of(pdf: &[u8]) -> Vec<String> {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    document.get_pages().keys().map(|page| squeeze(&document.extract_text(&[*page]).unwrap())).collect()
}

/// A report whose only chapter holds a table of `count` rows with a note, below `filler` paragraphs.
fn with_noted_table(count: usize, filler: usize, number: bool) -> Report {
    let last = if number { Column::number("Amount") } else { Column::text("Amount") };
    let columns = vec![Column::text("Line").wide(3), last];
    let plain = |n: usize| Row {
        id: String::new(),
        kind: RowKind::Plain,
        cells: vec![format!("row-{n}-of-{count}").into(), "1".into()],
    };
    let mut rows: Vec<_> = (1..count).map(plain).collect();
    // The last row stands below a heading of its own.
    rows.push(Row { id: String::new(), kind: RowKind::Group, cells: vec!["the last group".into()] });
    rows.push(plain(count));
    let (id, caption, note) = ("noted".to_owned(), "Noted".to_owned(), "the unit of this table".to_owned());
    let table = Table { id, caption, note, classes: String::new(), columns, sortable: false, rows };
    let mut report = sample::report(Language::En);
    let callout = |n: usize| {
        let title = format!("Filler {n}");
        Block::Callout(Callout { tone: Tone::Neutral, title, text: String::new(), items: Vec::new() })
    };
    let mut blocks: Vec<_> = (0..filler).map(callout).collect();
    blocks.push(Block::Table(table));
    report.sections = vec![Section { id: "only".to_owned(), title: "Only".to_owned(), new_sheet: true, blocks }];
    report
}

#[test]
fn the_note_of_a_table_stays_on_the_page_of_its_last_row() {
    let engine = any(Bundle::default());
    for (counts, filler, number) in [(33..46, 0, false), (4..5, 6, true), (2..12, 9, true), (2..12, 9, false)] {
        for count in counts {
            let pages = pages_of(&typeset(&*engine, &with_noted_table(count, filler, number)).unwrap());
            let noted = pages.iter().find(|page| page.contains("theunitofthistable")).unwrap();
            assert!(noted.contains(&format!("row-{count}-of-{count}")), "{count} rows: {noted}");
            assert!(noted.contains("thelastgroup"), "{count} rows: {noted}");
        }
    }
}

#[test]
fn a_word_of_a_heading_that_fits_its_column_is_not_parted() {
    let engine = any(Bundle::default());
    let mut report = with_noted_table(3, 0, true);
    let headings = ["Line", "FY2024", "FY2025", "Average standard", "Telecommunications"];
    if let Some(Block::Table(table)) = report.sections[0].blocks.last_mut() {
        table.columns = headings.iter().map(|heading| Column::number(*heading)).collect();
        table.columns[0].width = 3;
        table.rows.iter_mut().for_each(|row| row.cells.resize(headings.len(), "1".into()));
    }
    let printed = text_of(&typeset(&*engine, &report).unwrap());
    assert!(printed.contains("Averagestandard"), "{printed}");
    assert!(!printed.contains("Telecommunications"), "what does not fit is parted: {printed}");
}

#[test]
fn an_input_keeps_its_value_its_unit_and_its_line_together() {
    let engine = any(Bundle::default());
    let mut report = sample::report(Language::En);
    let values = ["CNY 1,273,500", "248,942,933.5 (CNY × days)", "1,234.56 (USD hundred million)"];
    for block in report.sections.iter_mut().flat_map(|section| &mut section.blocks) {
        if let Block::Derivations(derivations) = block {
            let place = derivations.inputs[0].place.clone();
            derivations.inputs = values
                .iter()
                .flat_map(|value| (20..50).map(move |length| (value, length)))
                .map(|(value, length)| DerivedInput {
                    label: "Credit sales of ".chars().chain(std::iter::repeat_n('x', 60)).take(length).collect(),
                    value: (*value).to_owned(),
                    place: place.clone(),
                    href: String::new(),
                })
                .collect();
        }
    }
    let pdf = typeset(&*engine, &report).unwrap();
    let document = lopdf::Document::load_mem(&pdf).unwrap();
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    let text = document.extract_text(&pages).unwrap();
    let lines: Vec<_> = text.lines().map(squeeze).collect();
    for value in values.map(squeeze) {
        let whole = lines.iter().filter(|line| line.contains(&value)).count();
        assert_eq!(whole, 30, "{value}: {lines:#?}");
    }
}
