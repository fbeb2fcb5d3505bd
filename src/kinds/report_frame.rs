//! What the reports of every kind and of the course have in common: language, date, author, and the
//! words that the template itself prints.

use std::collections::BTreeMap;

use super::edition::Edition;
use crate::pages::{Report, ReportLabels, region};
use crate::values::Words;

macro_rules! words {
    ($($name:ident $zh:literal $en:literal;)*) => { $(const $name: Words = Words { zh: $zh, en: $en };)* };
}

words! {
    CONTENTS "目录" "Contents";
    PAGE_OF "第 {page} 页，共 {pages} 页" "Page {page} of {pages}";
    FORMULA "公式" "Formula";
    INPUTS "全部输入及其位置" "All inputs and where they stand";
    DATA_FILE "本报告的全部数字" "All figures of this report";
    NOTES "注释" "Notes";
}

/// The titles of remarks in long texts.
const ALERTS: [(&str, Words); 5] = [
    ("note", Words { zh: "说明", en: "Note" }),
    ("tip", Words { zh: "提示", en: "Tip" }),
    ("important", Words { zh: "要点", en: "Important" }),
    ("warning", Words { zh: "注意", en: "Warning" }),
    ("caution", Words { zh: "当心", en: "Caution" }),
];

impl Edition<'_> {
    /// A report without content on `subject`, which is named for ever by `name`.
    #[must_use]
    pub fn report(&self, name: &str, subject: &str, title: String) -> Report {
        let as_of = self.as_of;
        let part = |number: i8| u16::from(number.unsigned_abs());
        Report {
            ident: format!("{name}-{as_of}-{}", self.language.code()),
            lang: self.language.tag(),
            region: region(self.language),
            title,
            subject: subject.to_owned(),
            author: if self.author.is_empty() { self.title.to_owned() } else { self.author.to_owned() },
            book: self.title.to_owned(),
            running_head: subject.to_owned(),
            running_period: as_of.to_string(),
            date: [as_of.year().unsigned_abs(), part(as_of.month()), part(as_of.day())],
            cover: Vec::new(),
            notice: String::new(),
            contents_depth: 2,
            labels: self.labels(),
            sections: Vec::new(),
            pictures: BTreeMap::new(),
            attachment: String::new(),
            attachment_name: String::new(),
        }
    }

    fn labels(&self) -> ReportLabels {
        let say = |words: Words| words.get(self.language).to_owned();
        ReportLabels {
            contents: say(CONTENTS),
            page_of: say(PAGE_OF),
            formula: say(FORMULA),
            inputs: say(INPUTS),
            attachment: say(DATA_FILE),
            notes: say(NOTES),
            alerts: ALERTS.into_iter().map(|(kind, words)| (kind, say(words))).collect(),
        }
    }
}
