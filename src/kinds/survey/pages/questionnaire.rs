//! The questionnaire of a survey: a page with a form, and sheets of paper with boxes.

use super::Sheet;
use super::words as w;
use crate::kinds::survey::case::{Ask, QuestionKind};
use crate::pages::chart::Medium;
use crate::pages::{
    Block, Choice, Link, Named, Page, PointShares, Questionnaire, QuestionnaireWords, RatingColumn, Report,
    ScaleQuestion, Statement,
};
use crate::present::tables::section;
use crate::values::Language;

/// The path of a survey's questionnaire, in the book's first language.
#[must_use]
pub fn path(id: &str) -> String {
    format!("surveys/{id}-questionnaire.html")
}

/// The page with the form.
#[must_use]
pub fn page(sheet: &Sheet<'_>) -> Page {
    let title = title(sheet);
    let mut page = sheet.edition.page(&path(&sheet.survey.id), "surveys", title.clone());
    page.lead = sheet.say(w::QUESTIONNAIRE_LEAD);
    page.description = format!("{title} {}", sheet.say(w::QUESTIONNAIRE_LEAD));
    page.contents = false;
    page.trail = vec![
        Link { text: sheet.say(w::HOME), href: page.home.clone() },
        Link { text: sheet.say(w::SURVEYS), href: "index.html".to_owned() },
        Link { text: sheet.name().to_owned(), href: format!("{}.html", sheet.survey.id) },
    ];
    if sheet.edition.reports {
        let href = format!("{}{}", page.root, sheet.questionnaire_path());
        page.downloads.push(Link { text: sheet.say(w::PDF_QUESTIONNAIRE), href });
    }
    let block = Block::Questionnaire(Box::new(questionnaire(sheet)));
    page.sections = vec![section("form", sheet.say(w::QUESTIONNAIRE), vec![block])];
    page
}

/// The sheets of paper.
#[must_use]
pub fn report(sheet: &Sheet<'_>) -> Report {
    let block = Block::Questionnaire(Box::new(questionnaire(sheet)));
    let title = title(sheet);
    Report {
        running_head: sheet.text(&sheet.survey.organisation).to_owned(),
        running_period: sheet.say(w::QUESTIONNAIRE),
        sections: vec![section("form", sheet.name(), vec![block])],
        ..super::report::frame(sheet, &format!("{}-questionnaire", sheet.survey.id), title)
    }
}

fn title(sheet: &Sheet<'_>) -> String {
    match sheet.language() {
        Language::Zh => format!("问卷：{}", sheet.name()),
        Language::En => format!("Questionnaire: {}", sheet.name()),
    }
}

fn questionnaire(sheet: &Sheet<'_>) -> Questionnaire {
    let instrument = &sheet.survey.instrument;
    let count = instrument.items.len();
    let points = instrument.scale.points;
    let ends = [sheet.text(&instrument.scale.low).to_owned(), sheet.text(&instrument.scale.high).to_owned()];
    let statements = instrument.items.iter().enumerate().map(|(at, item)| Statement {
        id: item.id.clone(),
        number: (at + 1).to_string(),
        text: sheet.text(&item.text).to_owned(),
    });
    let questions = instrument.questions.iter().enumerate().map(|(at, question)| {
        let (low, high) = question.kind.range(points);
        ScaleQuestion {
            id: question.id.clone(),
            number: (count + at + 1).to_string(),
            text: sheet.text(&question.text).to_owned(),
            answers: (low..=high).map(|answer| answer.to_string()).collect(),
            ends: match question.kind {
                QuestionKind::Recommendation => Default::default(),
                QuestionKind::Repurchase | QuestionKind::Satisfaction => ends.clone(),
            },
        }
    });
    Questionnaire {
        id: sheet.survey.id.clone(),
        introduction: sheet.text(&sheet.survey.introduction).to_owned(),
        columns: columns(sheet),
        answers: (1..=points).map(|answer| answer.to_string()).collect(),
        ends: ends.clone(),
        statements: statements.collect(),
        questions: questions.collect(),
        shares: shares(sheet),
        choice: choice(sheet),
        header: serde_json::to_string(&header(sheet)).unwrap_or_default(),
        words: words(sheet),
    }
}

/// What the survey says is asked; without a word on it, expectations and weights, unless the answers
/// at hand have no expectations.
fn asks(sheet: &Sheet<'_>) -> Vec<Ask> {
    match &sheet.survey.instrument.asks {
        Some(asks) => asks.clone(),
        None if sheet.has_gaps() => vec![Ask::Expected, Ask::Perceived, Ask::Weights],
        None => vec![Ask::Perceived, Ask::Weights],
    }
}

/// What is asked of every item.
fn columns(sheet: &Sheet<'_>) -> Vec<RatingColumn> {
    let column = |ask| {
        let (suffix, label, short) = match ask {
            Ask::Expected => ("_E", w::ASK_EXPECTED, w::SHORT_EXPECTED),
            Ask::Perceived => ("_P", w::ASK_PERCEIVED, w::SHORT_PERCEIVED),
            Ask::Importance => ("_I", w::ASK_IMPORTANCE, w::SHORT_IMPORTANCE),
            Ask::Desired => ("_D", w::ASK_DESIRED, w::SHORT_DESIRED),
            Ask::Minimum => ("_M", w::ASK_MINIMUM, w::SHORT_MINIMUM),
            Ask::Weights => return None,
        };
        Some(RatingColumn { suffix, label: sheet.say(label), short: sheet.say(short) })
    };
    asks(sheet).into_iter().filter_map(column).collect()
}

/// Whether respondents divide points among the dimensions.
fn asks_weights(sheet: &Sheet<'_>) -> bool {
    sheet.survey.instrument.dimensions.len() > 1 && asks(sheet).contains(&Ask::Weights)
}

/// Points to be divided among the dimensions, whose descriptions say what they are.
fn shares(sheet: &Sheet<'_>) -> Option<PointShares> {
    let instrument = &sheet.survey.instrument;
    if !asks_weights(sheet) {
        return None;
    }
    let colon = sheet.edition.language == Language::Zh;
    let parts = instrument.dimensions.iter().map(|dimension| {
        let (name, about) = (sheet.text(&dimension.name), sheet.text(&dimension.about));
        let text = match (about.is_empty(), colon) {
            (true, _) => name.to_owned(),
            (false, true) => format!("{name}：{about}"),
            (false, false) => format!("{name}: {about}"),
        };
        Named { id: format!("{}_W", dimension.id), text }
    });
    Some(PointShares {
        text: sheet.say(w::SHARES),
        number: (instrument.items.len() + instrument.questions.len() + 1).to_string(),
        parts: parts.collect(),
    })
}

fn choice(sheet: &Sheet<'_>) -> Option<Choice> {
    let groups = &sheet.survey.groups;
    let options = groups.iter().map(|group| Named { id: group.id.clone(), text: sheet.text(&group.name).to_owned() });
    (!groups.is_empty()).then(|| Choice { id: "group", label: sheet.say(w::WHICH), options: options.collect() })
}

/// The columns of the table of answers, in its usual order.
fn header(sheet: &Sheet<'_>) -> Vec<String> {
    let instrument = &sheet.survey.instrument;
    let mut header = vec!["respondent".to_owned()];
    if !sheet.survey.groups.is_empty() {
        header.push("group".to_owned());
    }
    header.push("date".to_owned());
    for item in &instrument.items {
        header.extend(columns(sheet).iter().map(|column| format!("{}{}", item.id, column.suffix)));
    }
    if asks_weights(sheet) {
        header.extend(instrument.dimensions.iter().map(|dimension| format!("{}_W", dimension.id)));
    }
    header.extend(instrument.questions.iter().map(|question| question.id.clone()));
    header
}

/// On paper more than two questions of an item have no room for boxes: figures are written then.
fn how_to_answer(sheet: &Sheet<'_>) -> String {
    if sheet.medium == Medium::Screen || columns(sheet).len() <= 2 {
        return sheet.say(w::TICK);
    }
    let scale = &sheet.survey.instrument.scale;
    let (points, low, high) = (scale.points, sheet.text(&scale.low), sheet.text(&scale.high));
    let meaning = |words: &str, brackets: [&str; 2]| {
        if words.is_empty() { String::new() } else { format!("{}{words}{}", brackets[0], brackets[1]) }
    };
    match sheet.language() {
        Language::Zh => {
            let [low, high] = [low, high].map(|words| meaning(words, ["（", "）"]));
            format!("请在每一行的每条横线上填一个数：从 1{low}到 {points}{high}。")
        }
        Language::En => {
            let [low, high] = [low, high].map(|words| meaning(words, [" (", ")"]));
            format!("Please write a number on each rule of every line: from 1{low} to {points}{high}.")
        }
    }
}

fn words(sheet: &Sheet<'_>) -> QuestionnaireWords {
    QuestionnaireWords {
        statement: sheet.say(w::STATEMENT),
        respondent: sheet.say(w::RESPONDENT),
        date: sheet.say(w::DATE),
        save: sheet.say(w::SAVE),
        save_anyway: sheet.say(w::SAVE_ANYWAY),
        restart: sheet.say(w::RESTART),
        restart_confirm: sheet.say(w::RESTART_CONFIRM),
        progress: sheet.say(w::PROGRESS),
        unanswered: sheet.say(w::UNANSWERED),
        saved: sheet.say(w::SAVED),
        points: sheet.say(w::POINTS),
        privacy: sheet.say(w::PRIVACY),
        without_script: sheet.say(w::WITHOUT_SCRIPT),
        tick: how_to_answer(sheet),
        thanks: sheet.say(w::THANKS),
    }
}
