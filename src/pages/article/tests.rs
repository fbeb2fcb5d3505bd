//! What the reader of articles makes of Markdown.

use std::ops::Range;

use super::{ArticlePart, Inline, Resolve, all_words, read};

/// Knows links that begin with `ok:`, and notes where everything stands.
#[derive(Default)]
struct Notes(Vec<(String, Range<usize>)>);

impl Resolve for Notes {
    fn link(&mut self, target: &str, at: Range<usize>) -> String {
        self.0.push((target.to_owned(), at));
        target.strip_prefix("ok:").map_or_else(String::new, ToOwned::to_owned)
    }

    fn picture(&mut self, target: &str, at: Range<usize>) -> String {
        self.link(target, at)
    }

    fn value(&mut self, call: &str, at: Range<usize>) -> (String, String) {
        self.0.push((call.to_owned(), at));
        ("1.5".to_owned(), String::new())
    }
}

fn parts(text: &str) -> Vec<ArticlePart> {
    read(text, &mut Notes::default())
}

/// Parts in a line each, as JSON without the noise.
fn picture(text: &str) -> String {
    serde_json::to_string(&parts(text)).unwrap()
}

#[test]
fn calls_are_replaced_wherever_they_stand() {
    let text = "a {{ figure(\"x_y\", \"b_c\") }} **b {{ v }}**\n\n| h |\n|--:|\n| {{ w }} |\n\n`{{ code }}`";
    let mut notes = Notes::default();
    let parts = read(text, &mut notes);
    assert_eq!(all_words(&parts), "a 1.5 b 1.5 h 1.5 {{ code }}");
    for (call, at) in &notes.0 {
        assert_eq!(&text[at.clone()], format!("{{{{ {call} }}}}"));
    }
    assert_eq!(notes.0[0].0, "figure(\"x_y\", \"b_c\")");
}

#[test]
fn places_are_those_of_the_authors_text() {
    let text = "**重点。**后文 [甲](ok:a) 和 [乙](bad:b)";
    let mut notes = Notes::default();
    let parts = read(text, &mut notes);
    assert_eq!(&text[notes.0[0].1.clone()], "[甲](ok:a)");
    assert_eq!(&text[notes.0[1].1.clone()], "[乙](bad:b)");
    let ArticlePart::Paragraph { inlines } = &parts[0] else { panic!("{parts:?}") };
    assert!(matches!(&inlines[0], Inline::Styled { .. }), "{inlines:?}");
    assert_eq!(all_words(&parts), "重点。后文 甲 和 乙");
}

#[test]
fn every_part_is_read() {
    let text = "# One\n\n## Two\n\n> [!TIP]\n> t\n\n> q\n\n1. a\n   - b\n2. c\n\nTerm\n: meaning\n\n$$x^2$$\n\nsee $y$[^n]\n\n\
                [^n]: note\n\n---\n\n![alt](ok:p.png \"cap\")\n\n```\ncode\n```\n";
    let json = picture(text);
    for part in ["heading", "alert", "quote", "list", "definitions", "math", "notes", "rule", "figure", "code"] {
        assert!(json.contains(&format!("\"part\":\"{part}\"")), "{part}: {json}");
    }
    assert!(json.contains("\"number\":1") && json.contains("\"caption\":\"cap\"") && json.contains("\"kind\":\"tip\""));
    assert!(json.contains("\"m\":\"scripts\"") && json.contains("\"tex\":\"y\""), "{json}");
}

#[test]
fn html_is_text_and_unknown_links_keep_their_words() {
    let words = all_words(&parts("<script>alert(1)</script>\n\na <b>c</b> [d](javascript:e)"));
    assert_eq!(words, "<script>alert(1)</script> a <b>c</b> d");
}

#[test]
fn headings_have_fragments_of_their_own() {
    let json = picture("## 速动比率 (quick)\n\n## 速动比率 (quick)\n\n## ！");
    assert!(
        json.contains("\"速动比率-quick\"") && json.contains("\"速动比率-quick-2\"") && json.contains("\"part\""),
        "{json}"
    );
}

#[test]
fn deep_nesting_is_flattened() {
    for deep in
        ["> ".repeat(3000) + "x", "- ".repeat(3000) + "x", "*a ".repeat(3000) + &"*".repeat(3000), "[".repeat(3000)]
    {
        let _ = parts(&deep);
    }
    assert!(all_words(&parts(&("> ".repeat(200) + "x"))).contains('x'));
}
