//! What the PDFs conform to, and that they come out the same every time and from both engines.

use casebook::pages::{Report, Section};
use casebook::render::pdf::Bundle;
use casebook::values::Language;
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

use crate::{any, engines, sample, sample_questionnaire, typeset};

fn with_attachment(language: Language) -> Report {
    Report {
        attachment: r#"{"id":"prufrock","figures":["1.84"]}"#.to_owned(),
        attachment_name: "prufrock.json".to_owned(),
        ..sample::report(language)
    }
}

/// Fails with every rule that `pdf` breaks.
fn check(pdf: &[u8], profile: ValidationProfile) {
    let options = ValidationOptions::default().profile(profile);
    let report = validate_pdf_bytes(pdf, &options).unwrap();
    let failures: Vec<String> = report.failures.iter().map(|f| format!("{} {}", f.rule_id, f.message)).collect();
    assert!(report.is_compliant && failures.is_empty(), "{profile:?}: {failures:#?}");
}

#[test]
fn reports_conform_to_pdf_ua_1_and_pdf_a_2a() {
    let engine = any(Bundle::default());
    for language in Language::ALL {
        let pdf = typeset(&*engine, &sample::report(language)).unwrap();
        check(&pdf, ValidationProfile::PdfUa1);
        check(&pdf, ValidationProfile::PdfA2a);
    }
}

/// A report without a cover, with a questionnaire on it.
fn sheets(language: Language) -> Report {
    let blocks = vec![sample_questionnaire::questionnaire(language, "")];
    let title = "问卷 Questionnaire".to_owned();
    Report {
        cover: Vec::new(),
        sections: vec![Section { id: "form".to_owned(), title, new_sheet: false, blocks }],
        ..sample::report(language)
    }
}

#[test]
fn questionnaires_are_one_sheet_and_conform_too() {
    let engine = any(Bundle::default());
    for language in Language::ALL {
        let pdf = typeset(&*engine, &sheets(language)).unwrap();
        check(&pdf, ValidationProfile::PdfUa1);
        check(&pdf, ValidationProfile::PdfA2a);
        assert!(contains(&pdf, b"/Count 1") && !contains(&pdf, b"/Count 2"), "more than one sheet");
    }
}

#[test]
fn reports_with_an_attachment_conform_to_pdf_a_3a() {
    let engine = any(Bundle::default());
    for language in Language::ALL {
        let pdf = typeset(&*engine, &with_attachment(language)).unwrap();
        check(&pdf, ValidationProfile::PdfUa1);
        check(&pdf, ValidationProfile::PdfA3a);
        assert!(contains(&pdf, b"prufrock.json"), "no attachment");
    }
}

#[test]
fn the_same_report_gives_the_same_bytes_in_any_order() {
    let engine = any(Bundle::default());
    let [zh, en] = Language::ALL.map(sample::report);
    let first = typeset(&*engine, &zh).unwrap();
    typeset(&*engine, &en).unwrap();
    assert!(first == typeset(&*engine, &zh).unwrap(), "the second run differs");
    assert!(first == typeset(&*any(Bundle::default()), &zh).unwrap(), "a new engine differs");
}

#[test]
fn both_engines_give_the_same_bytes() {
    let engines = engines(&Bundle::default());
    for language in Language::ALL {
        for report in [sample::report(language), with_attachment(language)] {
            let pdfs: Vec<_> = engines.iter().map(|engine| typeset(&**engine, &report).unwrap()).collect();
            assert!(pdfs.windows(2).all(|pair| pair[0] == pair[1]), "{} differs between engines", report.ident);
        }
    }
}

#[test]
fn a_template_without_a_date_of_its_own_gets_the_report_s_date_in_both_engines() {
    let source = "#set document(title: \"x\")\n= #datetime.today().display()\n";
    let bundle = Bundle::new([("report.typ".to_owned(), source.to_owned())].into(), Vec::new());
    let report = sample::report(Language::En);
    let pdfs: Vec<_> = engines(&bundle).iter().map(|engine| typeset(&**engine, &report).unwrap()).collect();
    assert!(pdfs.windows(2).all(|pair| pair[0] == pair[1]));
    assert!(contains(&pdfs[0], b"2023-12-31"), "no creation date in the metadata");
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}
