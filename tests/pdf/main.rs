//! Typesetting: what the PDFs conform to, that both engines agree, and what happens when the
//! program, a template, a font or a text is not as it should be.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod sample;

use casebook::values::Language;

#[test]
fn dump() {
    for language in Language::ALL {
        std::fs::write(format!("/tmp/f/{}.json", language.code()), serde_json::to_vec(&sample::report(language)).unwrap()).unwrap();
    }
}
