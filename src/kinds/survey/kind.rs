//! Surveys as a kind of case.

use super::assess::{Assessment, assess};
use super::case::Survey;
use super::overview::{self, Row};
use super::pages::{Sheet, page, questionnaire, report, trace};
use super::record::Record;
use super::schema::SurveyFile;
use super::{check, data};
use crate::kinds::book::Book;
use crate::kinds::case_file::{Checked, Frame};
use crate::kinds::compare::Compared;
use crate::kinds::edition::Edition;
use crate::kinds::kind::{CaseKind, CaseText, HomePart, KindNames, Shelf, Work};
use crate::load::Source;
use crate::load::shape::Shape;
use crate::load::tree::Tree;
use crate::measures::{Figure, Measure};
use crate::pages::chart::Medium;
use crate::pages::{Page, Section};
use crate::present::{Explained, Trace};
use crate::values::{Problem, Words};

/// Surveys of service quality.
#[derive(Debug)]
pub struct Surveys;

impl CaseKind for Surveys {
    const NAMES: KindNames = KindNames {
        name: "survey",
        folder: "surveys",
        heading: Words { zh: "服务质量", en: "Service quality" },
        schema: "Survey of a casebook (surveys/*.toml)",
        form: include_str!("../../../templates/new/survey.toml"),
    };
    const COMPANIONS: &'static [&'static str] = &["csv"];
    const MEASURES: &'static [Measure] = Measure::SERVICE;

    type File = SurveyFile;
    type Case = Survey;
    type Assessment = Assessment;
    type Row = Row;
    type Glance = ();
    type Tally = ();

    fn check<'s>(text: &CaseText<'s, '_>, shape: &Shape, frame: &Frame<'_>) -> Checked<'s, Survey> {
        check::survey(text, shape, frame)
    }

    fn claim(name: &str, near: Option<&str>) -> String {
        match near {
            Some(near) => format!("did you mean the answers of `{near}`? Write responses = \"{name}\" there"),
            None => "name it as `responses` in the survey's file".to_owned(),
        }
    }

    fn assess(survey: &Survey, _: &Book, _: &Source, _: &Tree<'_>) -> (Assessment, Vec<Problem>) {
        (assess(survey), Vec::new())
    }

    fn glance(_: &Work<'_, Self>, _: &Book) -> Option<()> {
        None
    }

    fn add((): &mut (), (): &(), _: &Book) {}

    fn doubts((): (), _: &Book, _: &Source, _: &Tree<'_>) -> Vec<Problem> {
        Vec::new()
    }

    fn publish<S: Shelf>(work: &Work<'_, Self>, editions: &[Edition<'_>], shelf: &mut S) -> Result<Row, S::Stop> {
        let trace = trace(work.assessment, work.source, work.tree);
        let first = sheet(work, editions[0], &trace);
        let data = data::json(&first);
        shelf.data(&page::data_path(&work.case.id), data.as_bytes())?;
        let reported = editions[0].reports && editions[0].only.wants(&work.source.path, "", || false);
        for &edition in editions {
            let sheet = sheet(work, Edition { reports: reported, ..edition }, &trace);
            shelf.page(&page::page(&sheet))?;
            shelf.page(&questionnaire::page(&sheet))?;
            if !reported {
                continue;
            }
            let print = Sheet { medium: Medium::Print, ..sheet };
            shelf.report(&sheet.report_path(), || {
                let attachment = if edition.attach_data { data.clone() } else { String::new() };
                report::report(&print, attachment)
            })?;
            shelf.report(&sheet.questionnaire_path(), || questionnaire::report(&print))?;
        }
        Ok(Row::of(&first))
    }

    fn overview<S: Shelf>(edition: &Edition<'_>, rows: &[Row], shelf: &mut S) -> Result<HomePart, S::Stop> {
        for page in overview::lists(edition, rows) {
            shelf.page(&page)?;
        }
        Ok(overview::home(edition, rows))
    }

    fn tables<S: Shelf>(_: &Edition<'_>, _: &[Row], _: &mut S) -> Result<(), S::Stop> {
        Ok(())
    }

    fn pages_of(row: &Row) -> Vec<String> {
        vec![page::path(&row.id), questionnaire::path(&row.id)]
    }

    fn method_pages(_: &Edition<'_>) -> Vec<Page> {
        Vec::new()
    }

    fn method_section(_: &Edition<'_>, _: Measure) -> Option<Section> {
        None
    }

    fn id(survey: &Survey) -> &str {
        &survey.id
    }

    fn figures(assessment: &Assessment) -> Vec<&Figure> {
        assessment.figures().collect()
    }

    fn verdict(work: &Work<'_, Self>, edition: &Edition<'_>) -> String {
        let trace = trace(work.assessment, work.source, work.tree);
        sheet(work, *edition, &trace).verdict()
    }

    fn explain(work: &Work<'_, Self>, edition: &Edition<'_>, figures: &[&Figure]) -> Explained {
        let trace = trace(work.assessment, work.source, work.tree);
        sheet(work, *edition, &trace).explained(figures)
    }

    fn explain_json(work: &Work<'_, Self>, edition: &Edition<'_>, figures: &[&Figure]) -> String {
        let trace = trace(work.assessment, work.source, work.tree);
        data::explained(&sheet(work, *edition, &trace), figures)
    }
}

impl Compared for Surveys {
    type Record = Record;

    fn data(work: &Work<'_, Self>, edition: Edition<'_>) -> String {
        let trace = trace(work.assessment, work.source, work.tree);
        data::json(&sheet(work, edition, &trace))
    }

    fn read(json: &str) -> serde_json::Result<Record> {
        Record::read(json)
    }

    fn key(record: &Record) -> &str {
        &record.id
    }
}

fn sheet<'a>(work: &Work<'a, Surveys>, edition: Edition<'a>, trace: &'a Trace) -> Sheet<'a> {
    Sheet {
        edition,
        survey: work.case,
        assessment: work.assessment,
        source: work.source,
        trace,
        tree: work.tree,
        medium: Medium::Screen,
    }
}
