//! A client's page and report, made of blocks.
//!
//! [`Sheet`] holds what every part needs; each part of the page stands in a file of its own and
//! adds its blocks for the screen or for print.

mod company;
mod credit_file;
mod cycle;
mod decisions;
mod derivations;
mod dossier_words;
mod five_c;
mod investigation;
mod ledger_words;
mod limit;
mod one_unit;
pub mod page;
mod ratios;
mod receivables;
pub mod report;
mod score;
mod statements;
mod summary;
mod tier;
mod tiles;
mod trade;
mod trade_money;
mod words;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::assess::Assessment;
use super::case::{Client, Statement};
use super::ledger::Ledger;
use crate::kinds::book::schema::Depth;
use crate::kinds::credit_model::CreditModel;
use crate::kinds::edition::Edition;
use crate::load::Source;
use crate::load::tree::{self, Tree};
use crate::measures::{Figure, Measure, Origin};
use crate::pages::Tone;
use crate::pages::chart::Medium;
use crate::present::trace::line_href;
use crate::present::{self, Leads, Places, Trace};
use crate::values::{Language, Words};

/// What every part of a client's page or report needs.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a> {
    /// The book in one language.
    pub edition: Edition<'a>,
    /// The client.
    pub client: &'a Client,
    /// What follows from its file.
    pub assessment: &'a Assessment,
    /// The text of its file.
    pub source: &'a Source,
    /// What print and data files say of its inputs and formulas; see [`trace`].
    pub trace: &'a Trace,
    /// The tree of its file.
    pub tree: &'a Tree<'a>,
    /// Where the blocks will be seen.
    pub medium: Medium,
}

/// The trace of a client's figures, with the line of each input in the file that it stands in.
#[must_use]
pub fn trace(client: &Client, assessment: &Assessment, source: &Source, tree: &Tree<'_>, model: &CreditModel) -> Trace {
    let ledger = client.trade.as_ref().and_then(|trade| trade.ledger.as_ref());
    let line = |input: &crate::measures::Input| match input.origin {
        Origin::Case => source.line(tree::locate(tree, &input.path).start),
        Origin::Model => model.line(&input.path),
        Origin::Data => match ledger {
            Some(ledger) if ledger.is_table => ledger.line(&input.path),
            _ => source.line(tree::locate(tree, "trade.invoices").start),
        },
    };
    let lines = assessment.inputs.iter().map(|(_, input)| line(input)).collect();
    let scales = one_unit::Scales::new(client, assessment);
    let scale = |figure: &Figure| scales.of(figure.measure);
    let mut trace = Trace::new(assessment.figures(), &assessment.inputs, lines, scale);
    one_unit::unite(&mut trace.calculations, assessment, scales);
    trace
}

impl<'a> Sheet<'a> {
    fn language(&self) -> Language {
        self.edition.language
    }

    fn say(&self, words: Words) -> String {
        words.get(self.language()).to_owned()
    }

    fn name(&self) -> &'a str {
        self.client.name.get(self.edition.language)
    }

    /// The assessed statements, earliest first.
    fn statements(&self) -> impl DoubleEndedIterator<Item = &'a Statement> + ExactSizeIterator + use<'a> {
        let statements = &self.client.statements;
        self.assessment.periods.iter().map(move |&at| &statements[at])
    }

    pub(in crate::kinds::client) fn latest(&self) -> Option<&'a Statement> {
        self.statements().next_back()
    }

    fn ledger(&self) -> Option<&'a Ledger> {
        self.client.trade.as_ref()?.ledger.as_ref()
    }

    /// The period called `name`, with its length where that is not a year.
    fn period_label(&self, name: &str) -> String {
        let found = self.client.statements.iter().find(|statement| statement.period.name == name);
        found.map_or_else(|| name.to_owned(), |statement| statement.period.label(self.language()))
    }

    fn figure(&self, measure: Measure, period: &str) -> Option<&'a Figure> {
        self.assessment.figure(measure, period)
    }

    pub(in crate::kinds::client) fn latest_figure(&self, measure: Measure) -> Option<&'a Figure> {
        let mut dated = self.assessment.dated();
        dated.find(|figure| figure.measure == measure).or_else(|| self.figure(measure, &self.latest()?.period.name))
    }

    pub(crate) fn places(&self) -> Places<'a> {
        Places {
            case_file: &self.client.file,
            model_file: &self.edition.model.file,
            data_file: self.ledger().map_or("", |ledger| &ledger.file),
            lines: &self.trace.lines,
            leads: Leads::on(self.medium, self.listed()),
        }
    }

    /// Whether the page shows the case file.
    fn listed(&self) -> bool {
        self.edition.show_sources && self.medium == Medium::Screen
    }

    /// Whether every single rating and fact is shown: on pages, and in full reports.
    fn in_detail(&self) -> bool {
        self.medium == Medium::Screen || self.edition.depth == Depth::Full
    }

    /// The link to how a measure's figures came about; where the client has none, to how the measure
    /// is read.
    fn why_href(&self, measure: Measure) -> String {
        if self.assessment.figures().any(|figure| figure.measure == measure) {
            ["#", &present::derivation_fragment(measure)].concat()
        } else if self.medium == Medium::Screen {
            format!("../methods/{}.html", measure.id())
        } else {
            String::new()
        }
    }

    /// The link to the line of a key path in the listing, or nothing.
    fn line_href(&self, path: &str) -> String {
        let in_table = self.ledger().is_some_and(|ledger| ledger.holds(path));
        if self.listed() && !in_table { line_href(self.line(path)) } else { String::new() }
    }

    /// The file and the line of a key path: of the client's file, or of the ledger beside it.
    pub(in crate::kinds::client) fn stand(&self, path: &str) -> (&'a str, usize) {
        match self.ledger().filter(|ledger| ledger.holds(path)) {
            Some(ledger) => (&ledger.file, ledger.line(path)),
            None => (&self.client.file, self.line(path)),
        }
    }

    pub(in crate::kinds::client) fn line(&self, path: &str) -> usize {
        self.source.line(tree::locate(self.tree, path).start)
    }

    /// The client's industry in words: the model's name for it, or the author's own.
    fn industry(&self) -> &'a str {
        let known = self.edition.model.industries.get(&self.client.industry);
        known.map_or(self.client.industry.as_str(), |name| name.get(self.edition.language))
    }

    fn industry_id(&self) -> Option<&'a str> {
        self.client.industry()
    }

    fn tier_tone(&self, tier: usize) -> Tone {
        tier_tone(tier, self.edition.model.tiers.len())
    }
}

/// How favourable a tier is, by its place.
#[must_use]
pub fn tier_tone(tier: usize, count: usize) -> Tone {
    let last = count.saturating_sub(1).max(1);
    if tier * 4 <= last {
        Tone::Good
    } else if tier * 2 <= last {
        Tone::Caution
    } else {
        Tone::Bad
    }
}

/// How favourable points are.
fn points_tone(points: Option<Decimal>) -> Tone {
    match points.and_then(|points| points.to_i64()) {
        Some(70..) => Tone::Good,
        Some(40..) => Tone::Caution,
        Some(_) => Tone::Bad,
        None => Tone::Neutral,
    }
}

/// A position in a chart; charts are the one place where figures become floating point.
pub(in crate::kinds::client) fn position(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(0.0)
}
