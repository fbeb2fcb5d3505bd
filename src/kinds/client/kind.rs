//! Clients as a kind of case.

use super::assess::{Assessment, assess};
use super::case::Client;
use super::pages::{Sheet, page, report, trace};
use super::portfolio::{self, Row};
use super::record::Record;
use super::review::{self, Glance, Pack, Tally};
use super::schema::ClientFile;
use super::{check, data, doubts, references};
use crate::kinds::book::Book;
use crate::kinds::case_file::{Checked, Frame};
use crate::kinds::compare::Compared;
use crate::kinds::credit_model;
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

/// Clients: who is given credit, and how much.
#[derive(Debug)]
pub struct Clients;

impl CaseKind for Clients {
    const NAMES: KindNames = KindNames {
        name: "client",
        folder: "clients",
        heading: Words { zh: "客户", en: "Clients" },
        schema: "Client of a casebook (clients/*.toml)",
        form: include_str!("../../../templates/new/form.toml"),
    };
    const COMPANIONS: &'static [&'static str] = &["csv"];
    const MEASURES: &'static [Measure] = Measure::CREDIT;

    type File = ClientFile;
    type Case = Client;
    type Assessment = Assessment;
    type Row = Row;
    type Glance = Glance;
    type Tally = Tally;

    fn check<'s>(text: &CaseText<'s, '_>, shape: &Shape, frame: &Frame<'_>) -> Checked<'s, Client> {
        check::client_beside(text, shape, frame)
    }

    fn claim(name: &str, near: Option<&str>) -> String {
        let to = "or name it in a client's file as `ledger` under [trade]";
        match near {
            Some(near) if name.strip_suffix(".csv") == Some(near) => {
                format!("`{near}` names another ledger; if it is this one, correct `ledger` there")
            }
            Some(near) => format!("did you mean the ledger of `{near}`? Call it {near}.csv, {to}"),
            None => format!("call it like the client's file, with .csv at the end, {to}"),
        }
    }

    fn assess(client: &Client, book: &Book, source: &Source, tree: &Tree<'_>) -> (Assessment, Vec<Problem>) {
        let assessment = assess(client, &book.model, book.settings.as_of);
        let mut problems = references::references(client, &book.model, source, tree);
        problems.extend(doubts::doubts(client, &assessment, book, source, tree));
        (assessment, problems)
    }

    fn glance(work: &Work<'_, Self>, book: &Book) -> Option<Glance> {
        Glance::of(work.case, work.assessment, book)
    }

    fn add(tally: &mut Tally, glance: &Glance, book: &Book) {
        tally.add(glance, book);
    }

    fn doubts(tally: Tally, book: &Book, source: &Source, tree: &Tree<'_>) -> Vec<Problem> {
        tally.unexplained(book, source, tree)
    }

    fn publish<S: Shelf>(work: &Work<'_, Self>, editions: &[Edition<'_>], shelf: &mut S) -> Result<Row, S::Stop> {
        let first = editions[0];
        let trace = trace(work.case, work.assessment, work.source, work.tree, first.model);
        let data = data::json(&sheet(work, first, &trace));
        shelf.data(&page::data_path(&work.case.id), data.as_bytes())?;
        let row = Row::of(&sheet(work, first, &trace));
        let tier = &first.model.tiers[row.tier].id;
        let reported = first.reports && first.only.wants(&work.case.file, tier, || row.has_changed());
        for &edition in editions {
            let sheet = sheet(work, Edition { reports: reported, ..edition }, &trace);
            shelf.page(&page::page(&sheet))?;
            if !reported {
                continue;
            }
            shelf.report(&edition.report_path(&work.case.id), || {
                let attachment = if edition.attach_data { data.clone() } else { String::new() };
                report::report(&Sheet { medium: Medium::Print, ..sheet }, attachment)
            })?;
        }
        Ok(row)
    }

    fn overview<S: Shelf>(edition: &Edition<'_>, rows: &[Row], shelf: &mut S) -> Result<HomePart, S::Stop> {
        for page in portfolio::lists(edition, rows) {
            shelf.page(&page)?;
        }
        if let Some(pack) = Pack::new(edition, rows, Medium::Screen) {
            shelf.page(&pack.page())?;
            if edition.reports {
                let pack = pack.on(Medium::Print);
                shelf.report(&pack.report_path(), || pack.report())?;
            }
        }
        Ok(portfolio::home(edition, rows))
    }

    fn tables<S: Shelf>(edition: &Edition<'_>, rows: &[Row], shelf: &mut S) -> Result<(), S::Stop> {
        shelf.long_data("data/clients.csv", |out| portfolio::write_csv(edition, rows, out))?;
        match Pack::new(edition, rows, Medium::Screen) {
            Some(pack) => shelf.long_data(review::DATA, |out| review::write_json(&pack, out)),
            None => Ok(()),
        }
    }

    fn pages_of(row: &Row) -> Vec<String> {
        vec![page::path(&row.id)]
    }

    fn method_pages(edition: &Edition<'_>) -> Vec<Page> {
        credit_model::pages::model_pages(edition)
    }

    fn method_section(edition: &Edition<'_>, measure: Measure) -> Option<Section> {
        Some(credit_model::pages::in_model(edition, measure))
    }

    fn id(client: &Client) -> &str {
        &client.id
    }

    fn figures(assessment: &Assessment) -> Vec<&Figure> {
        assessment.figures().collect()
    }

    fn verdict(work: &Work<'_, Self>, edition: &Edition<'_>) -> String {
        edition.model.tiers[work.assessment.verdict.tier].id.clone()
    }

    fn explain(work: &Work<'_, Self>, edition: &Edition<'_>, figures: &[&Figure]) -> Explained {
        let trace = trace(work.case, work.assessment, work.source, work.tree, edition.model);
        sheet(work, *edition, &trace).explained(figures)
    }

    fn explain_json(work: &Work<'_, Self>, edition: &Edition<'_>, figures: &[&Figure]) -> String {
        let trace = trace(work.case, work.assessment, work.source, work.tree, edition.model);
        sheet(work, *edition, &trace).explained_json(figures)
    }
}

impl Compared for Clients {
    type Record = Record;

    fn data(work: &Work<'_, Self>, edition: Edition<'_>) -> String {
        let trace = trace(work.case, work.assessment, work.source, work.tree, edition.model);
        data::json(&sheet(work, edition, &trace))
    }

    fn read(json: &str) -> serde_json::Result<Record> {
        Record::read(json)
    }

    fn key(record: &Record) -> &str {
        &record.id
    }
}

fn sheet<'a>(work: &Work<'a, Clients>, edition: Edition<'a>, trace: &'a Trace) -> Sheet<'a> {
    Sheet {
        edition,
        client: work.case,
        assessment: work.assessment,
        source: work.source,
        trace,
        tree: work.tree,
        medium: Medium::Screen,
    }
}
