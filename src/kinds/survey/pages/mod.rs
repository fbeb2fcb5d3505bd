//! A survey's page, report and questionnaire, made of blocks.
//!
//! [`Sheet`] holds what every part needs; each part stands in a file of its own and adds its blocks
//! for the screen or for print.

mod advice;
mod compare;
mod derivations;
mod dimensions;
mod importance;
mod items;
mod loyalty;
mod method;
pub mod page;
mod path;
pub mod questionnaire;
mod reliability;
pub mod report;
mod summary;
mod words;

use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

use super::assess::{Assessment, Estimate};
use super::case::Survey;
use crate::kinds::edition::Edition;
use crate::load::Source;
use crate::load::tree::{self, Tree};
use crate::measures::statistics::{Interval, MeanTest};
use crate::measures::{Figure, Input, Measure, Origin};
use crate::pages::chart::{Mark, Medium};
use crate::pages::number::fixed;
use crate::pages::{Cell, RichCell, Tone};
use crate::present::trace::fragment;
use crate::present::{self, Leads, Places, Trace};
use crate::values::{Language, Text, Words};

/// What every part of a survey's page or report needs.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a> {
    /// The book in one language.
    pub edition: Edition<'a>,
    /// The survey.
    pub survey: &'a Survey,
    /// What follows from its answers.
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

/// The trace of a survey's figures. An input from the table of answers stands in its header, the
/// first line; its path names the columns.
#[must_use]
pub fn trace(assessment: &Assessment, source: &Source, tree: &Tree<'_>) -> Trace {
    let line = |input: &Input| match input.origin {
        Origin::Case => source.line(tree::locate(tree, &input.path).start),
        Origin::Model | Origin::Data => 1,
    };
    let lines = assessment.inputs.iter().map(|(_, input)| line(input)).collect();
    Trace::new(assessment.figures(), &assessment.inputs, lines, |_| Decimal::ONE)
}

impl<'a> Sheet<'a> {
    pub(in crate::kinds::survey) fn language(&self) -> Language {
        self.edition.language
    }

    fn say(&self, words: Words) -> String {
        words.get(self.language()).to_owned()
    }

    fn text(&self, text: &'a Text) -> &'a str {
        text.get(self.edition.language)
    }

    fn name(&self) -> &'a str {
        self.text(&self.survey.name)
    }

    /// Whether anybody has answered.
    fn is_answered(&self) -> bool {
        self.survey.tallies.whole.respondents > 0
    }

    /// Whether expectations are asked.
    fn has_gaps(&self) -> bool {
        self.survey.instrument.has_expectations
    }

    fn dimension(&self, at: usize) -> &'a str {
        self.text(&self.survey.instrument.dimensions[at].name)
    }

    /// An item's short name, or its wording.
    fn item(&self, at: usize) -> &'a str {
        self.text(self.survey.instrument.items[at].label())
    }

    /// What a part of the survey is called in print: a dimension, an item, or nothing for the whole.
    pub(in crate::kinds::survey) fn scope_name(&self, scope: &str) -> String {
        let instrument = &self.survey.instrument;
        let (id, aspect) = scope.split_once('/').unwrap_or((scope, ""));
        let dimension = instrument.dimensions.iter().position(|dimension| dimension.id == id);
        let name = match dimension {
            Some(at) => self.dimension(at),
            None => match instrument.items.iter().position(|item| item.id == id) {
                Some(at) => self.item(at),
                None => id,
            },
        };
        if aspect.is_empty() { name.to_owned() } else { format!("{name} {aspect}") }
    }

    /// What a set of respondents is called in print.
    pub(in crate::kinds::survey) fn segment_name(&self, id: &str) -> &'a str {
        self.assessment.segments().find(|segment| segment.id == id).map_or("", |segment| self.text(&segment.name))
    }

    /// A figure; on the screen it leads to how it came about.
    fn figure_cell(&self, figure: &Figure) -> Cell {
        self.toned_cell(figure, Tone::Neutral)
    }

    fn toned_cell(&self, figure: &Figure, tone: Tone) -> Cell {
        let href = self.why_href(figure);
        Cell::Rich(RichCell { text: shown(figure), href, tone, ..RichCell::default() })
    }

    /// Where the page explains a figure; paper does so in its appendix.
    fn why_href(&self, figure: &Figure) -> String {
        let explained = self.medium == Medium::Screen && self.is_explained(figure);
        if explained { format!("#{}", fragment(figure)) } else { String::new() }
    }

    /// An estimate, or a dash where there is none.
    fn estimate_cell(&self, estimate: Option<&Estimate>) -> Cell {
        estimate.map_or_else(|| present::figure::NONE.into(), |estimate| self.figure_cell(&estimate.figure))
    }

    /// A gap, coloured where chance alone does not explain it.
    fn gap_cell(&self, gap: Option<&Estimate>) -> Cell {
        let Some(gap) = gap else { return present::figure::NONE.into() };
        self.toned_cell(&gap.figure, gap_tone(gap))
    }

    /// A measure's name; in print it leads to how its figures came about.
    fn measure_cell(&self, measure: Measure) -> Cell {
        let name = measure.doc().name.get(self.language()).to_owned();
        match self.medium {
            Medium::Screen => present::tables::linked(name, format!("../methods/{}.html", measure.id())),
            Medium::Print => present::tables::linked(name, format!("#why-{}", measure.id())),
        }
    }

    pub(crate) fn places(&self) -> Places<'a> {
        Places {
            case_file: &self.survey.file,
            model_file: "",
            data_file: &self.survey.data_file,
            lines: &self.trace.lines,
            leads: Leads::on(self.medium, self.listed()),
        }
    }

    /// The line of a key path in the survey's file.
    pub(in crate::kinds::survey) fn line(&self, path: &str) -> usize {
        self.source.line(tree::locate(self.tree, path).start)
    }

    /// Whether the page shows the survey's file.
    fn listed(&self) -> bool {
        self.edition.show_sources && self.medium == Medium::Screen
    }

    fn date(&self, day: jiff::civil::Date) -> String {
        crate::pages::number::date(day, self.language())
    }

    /// Several names in one sentence.
    fn joined<S: AsRef<str>>(&self, names: &[S]) -> String {
        let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
        names.join(match self.language() {
            Language::Zh => "、",
            Language::En => ", ",
        })
    }
}

/// The figure as printed.
fn shown(figure: &Figure) -> String {
    present::figure(figure, Decimal::ONE)
}

/// How favourable a gap is: neutral where chance alone may explain it.
fn gap_tone(gap: &Estimate) -> Tone {
    match gap.test {
        Some(test) if test.is_significant() && test.mean < 0.0 => Tone::Bad,
        Some(test) if test.is_significant() => Tone::Good,
        _ => Tone::Neutral,
    }
}

/// A number of statistics as printed, or a dash.
fn real(value: Option<f64>, places: u32) -> String {
    let value = value.and_then(Decimal::from_f64);
    value.map_or_else(|| present::figure::NONE.to_owned(), |value| fixed(value, places))
}

/// A share in per cent, or a dash.
fn percentage(value: Option<f64>) -> String {
    let value = value.and_then(Decimal::from_f64);
    value.map_or_else(|| present::figure::NONE.to_owned(), |value| crate::pages::number::percent(value, 1))
}

/// A share of two counts in per cent, or a dash.
fn share_of(part: u64, whole: u64) -> String {
    let share = Decimal::from(part).checked_div(Decimal::from(whole));
    share.map_or_else(|| present::figure::NONE.to_owned(), |share| crate::pages::number::percent(share, 1))
}

/// The ends of an interval, or a dash.
fn interval(interval: Option<Interval>, places: u32) -> String {
    ends(interval, |value| real(Some(value), places))
}

/// The ends of an interval of shares in per cent, or a dash.
fn interval_percent(interval: Option<Interval>) -> String {
    ends(interval, |value| percentage(Some(value)))
}

fn ends(interval: Option<Interval>, show: impl Fn(f64) -> String) -> String {
    interval.map_or_else(
        || present::figure::NONE.to_owned(),
        |Interval { low, high }| format!("[{}, {}]", show(low), show(high)),
    )
}

/// The statistic of a test, or a dash.
fn statistic(test: Option<MeanTest>) -> String {
    real(test.map(|test| test.t), 2)
}

/// The probability of a test as it is usually told, or a dash.
fn probability(test: Option<MeanTest>) -> String {
    match test {
        Some(test) if test.p < 0.001 => "<0.001".to_owned(),
        test => real(test.map(|test| test.p), 3),
    }
}

/// A position in a chart; charts are the one place where figures become floating point.
pub(in crate::kinds::survey) fn position(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(0.0)
}

/// An estimate in a chart.
fn mark(estimate: &Estimate) -> Option<Mark> {
    let value = position(estimate.figure.value.ok()?);
    Some(Mark { value, interval: estimate.interval.map(|interval| (interval.low, interval.high)) })
}

/// An axis value on the answer scale.
fn tick(value: f64) -> String {
    present::axis(value, crate::values::Unit::Scale)
}
