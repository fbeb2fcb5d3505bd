//! All surveys of a book: their list, and their part of the home page.

use rust_decimal::Decimal;

use super::assess::Grade;
use super::pages::{Sheet, page};
use crate::kinds::edition::Edition;
use crate::kinds::kind::HomePart;
use crate::measures::Measure;
use crate::pages::number::exact;
use crate::pages::{Block, Cell, Column, Fact, Link, Page, RichCell, Row as TableRow, Table, Tone};
use crate::present;
use crate::present::tables::{linked, row, section, table};
use crate::values::{Language, Quantity, Text, Undefined, Words};

/// How many surveys the home page shows.
const SHOWN: usize = 12;

macro_rules! words {
    ($($name:ident $zh:literal $en:literal;)*) => { $(const $name: Words = Words { zh: $zh, en: $en };)* };
}

words! {
    SURVEYS "服务质量" "Service quality";
    ALL "全部调查" "All surveys";
    HOME "首页" "Home";
    SURVEY "调查" "Survey";
    INDUSTRY "行业" "Industry";
    RESPONDENTS "有效问卷" "Respondents";
    FIRST "首先改进" "Mend first";
    FORM "问卷" "Questionnaire";
    OPEN "打开" "open";
    EMPTY "本书尚无调查。" "The book holds no survey yet.";
}

/// The figures that lists show.
const KEY_MEASURES: [Measure; 4] =
    [Measure::ServqualWeighted, Measure::ServqualUnweighted, Measure::Servperf, Measure::Nps];

/// The summary row of a survey.
#[derive(Debug, Clone)]
pub struct Row {
    /// The survey's id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Its industry, or empty.
    pub industry: Text,
    /// How many answered.
    pub respondents: u64,
    /// Values of the measures in lists.
    key: [Quantity; KEY_MEASURES.len()],
    /// The colour of its score.
    tone: Tone,
    /// The dimension to be mended first, or empty.
    first: Text,
}

impl Row {
    /// The row of the survey on `sheet`.
    #[must_use]
    pub fn of(sheet: &Sheet<'_>) -> Self {
        let (survey, assessment) = (sheet.survey, sheet.assessment);
        let value =
            |measure| assessment.figure(measure, "", "all").map_or(Err(Undefined::NoAnswers), |found| found.value);
        let first = assessment.recommendations.iter().find(|advice| advice.grade == Grade::First);
        Row {
            id: survey.id.clone(),
            name: survey.name.clone(),
            industry: survey.industry.clone(),
            respondents: survey.tallies.whole.respondents,
            key: KEY_MEASURES.map(value),
            tone: sheet.score_tone(),
            first: first
                .map_or_else(Text::default, |advice| survey.instrument.dimensions[advice.dimension].name.clone()),
        }
    }
}

/// The page that lists all surveys.
#[must_use]
pub fn lists(edition: &Edition<'_>, rows: &[Row]) -> Vec<Page> {
    let language = edition.language;
    let say = |words: Words| words.get(language).to_owned();
    let mut page = edition.page("surveys/index.html", "surveys", say(SURVEYS));
    page.contents = false;
    page.lead = format!("{} · {}", edition.title, crate::pages::number::date(edition.as_of, language));
    page.description = match language {
        Language::Zh => format!("{}：全部服务质量调查的得分与首先要改进的方面。", edition.title),
        Language::En => {
            format!("{}: scores of every survey of service quality, and what to mend first.", edition.title)
        }
    };
    page.trail = vec![Link { text: say(HOME), href: page.home.clone() }];
    let blocks = if rows.is_empty() {
        vec![present::tables::sentence(say(EMPTY))]
    } else {
        vec![Block::Table(surveys(edition, rows, ""))]
    };
    page.sections = vec![section("list", say(ALL), blocks)];
    vec![page]
}

/// What surveys add to the home page.
#[must_use]
pub fn home(edition: &Edition<'_>, rows: &[Row]) -> HomePart {
    let say = |words: Words| words.get(edition.language).to_owned();
    if rows.is_empty() {
        return HomePart::default();
    }
    let shown = &rows[..rows.len().min(SHOWN)];
    let block = Block::Table(surveys(edition, shown, "surveys/"));
    let fact = Fact::new(say(SURVEYS), say(ALL)).leading_to("surveys/index.html");
    HomePart { sections: vec![section("surveys", say(SURVEYS), vec![block])], downloads: Vec::new(), facts: vec![fact] }
}

/// The table of surveys; `below` is the way to their folder.
fn surveys(edition: &Edition<'_>, rows: &[Row], below: &str) -> Table {
    let language = edition.language;
    let say = |words: Words| words.get(language).to_owned();
    let mut columns =
        vec![Column::text(say(SURVEY)).wide(4), Column::text(say(INDUSTRY)).wide(2), Column::number(say(RESPONDENTS))];
    columns.extend(KEY_MEASURES.iter().map(|measure| Column::number(measure.doc().short.get(language))));
    columns.extend([Column::text(say(FIRST)).wide(2), Column::text(say(FORM))]);
    let rows = rows.iter().map(|row| cells(row, language, below)).collect();
    let mut table = table("survey-list", say(ALL), columns, rows);
    table.sortable = true;
    table
}

fn cells(survey: &Row, language: Language, below: &str) -> TableRow {
    let file = |path: String| format!("{below}{}", path.trim_start_matches("surveys/"));
    let mut cells = vec![
        linked(survey.name.get(language).to_owned(), file(page::path(&survey.id))),
        survey.industry.get(language).into(),
        survey.respondents.to_string().into(),
    ];
    cells.extend(KEY_MEASURES.iter().zip(survey.key).map(|(measure, value)| {
        let tone = if *measure == Measure::ServqualWeighted { survey.tone } else { Tone::Neutral };
        Cell::Rich(RichCell {
            text: present::value(value, measure.unit(), Decimal::ONE),
            sort: value.map_or_else(|_| String::new(), |value| exact(value.round_dp(8))),
            tone,
            ..RichCell::default()
        })
    }));
    cells.push(survey.first.get(language).into());
    let form = file(super::pages::questionnaire::path(&survey.id));
    cells.push(linked(OPEN.get(language).to_owned(), form));
    row(cells)
}
