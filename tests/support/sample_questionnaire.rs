//! A short questionnaire as a block, for the tests of pages and of paper.
#![allow(unreachable_pub, reason = "each test file uses its own part")]

use casebook::pages::{
    Block, Choice, Named, PointShares, Questionnaire, QuestionnaireWords, RatingColumn, ScaleQuestion, Statement,
};
use casebook::values::Language;

/// The questionnaire in `language`; `mark` stands in every text that an author could write.
pub fn questionnaire(language: Language, mark: &str) -> Block {
    let t = |zh: &str, en: &str| match language {
        Language::Zh => zh.to_owned(),
        Language::En => en.to_owned(),
    };
    let own = |zh: &str, en: &str| format!("{}{mark}", t(zh, en));
    let answers = |last: u8| (1..=last).map(|answer| answer.to_string()).collect::<Vec<_>>();
    let column = |suffix, zh: &str, en: &str| RatingColumn { suffix, label: t(zh, en), short: t(zh, en) };
    let ends = [own("完全不同意", "strongly disagree"), own("完全同意", "strongly agree")];
    let statement = |at: usize| Statement {
        id: format!("s{at}"),
        number: at.to_string(),
        text: own("员工待人有礼貌。", "Staff are polite."),
    };
    Block::Questionnaire(Box::new(Questionnaire {
        id: "sample".to_owned(),
        introduction: own("请为每句话打两次分。", "Please rate every statement twice."),
        columns: vec![column("_E", "应当如此", "Should be so"), column("_P", "实际如此", "Is so here")],
        answers: answers(7),
        ends: ends.clone(),
        statements: (1..=22).map(statement).collect(),
        questions: vec![ScaleQuestion {
            id: "again".to_owned(),
            number: "23".to_owned(),
            text: own("我会再来。", "I shall come again."),
            answers: answers(7),
            ends,
        }],
        shares: Some(PointShares {
            text: t("请分配 100 分", "Please divide 100 points"),
            number: "24".to_owned(),
            parts: vec![
                Named { id: "a_W".to_owned(), text: own("可靠度", "Reliability") },
                Named { id: "b_W".to_owned(), text: own("反应", "Responsiveness") },
            ],
        }),
        choice: Some(Choice {
            id: "group",
            label: t("您去的是", "Which did you visit?"),
            options: vec![Named { id: format!("north{mark}"), text: own("北店", "North") }],
        }),
        header: format!("[\"respondent\",\"s1_E{}\"]", mark.replace('"', "\\\"")),
        words: words(t),
    }))
}

fn words(t: impl Fn(&str, &str) -> String) -> QuestionnaireWords {
    QuestionnaireWords {
        statement: t("说法", "Statement"),
        respondent: t("编号", "No."),
        date: t("日期", "Date"),
        save: t("保存", "Save"),
        save_anyway: t("就这样保存", "Save all the same"),
        restart: t("清空", "Empty"),
        restart_confirm: t("清空？", "Empty?"),
        progress: "{n} / {total}".to_owned(),
        unanswered: t("未答", "Unanswered"),
        saved: "{file}".to_owned(),
        points: "{n} / 100".to_owned(),
        privacy: t("不发送", "Nothing is sent."),
        without_script: t("请打印", "Please print."),
        tick: t("请打勾（✓）。", "Please tick (✓)."),
        thanks: t("谢谢。", "Thank you."),
    }
}
