//! How figures came about, and the survey file that they end in.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Sheet;
use super::words as w;
use crate::measures::{Figure, Measure};
use crate::pages::chart::Medium;
use crate::pages::{Block, Column, Derivation, Derivations, Listing, OperandOrigin, Section};
use crate::present;
use crate::present::tables::{section, table};
use crate::present::trace::{renumber_rows, unlisted_rows};

impl Sheet<'_> {
    /// Whether the page or report explains a figure: those of all respondents, and of waves and groups
    /// those that it prints. The data file explains every figure.
    pub(super) fn is_explained(&self, figure: &Figure) -> bool {
        let is_item = || self.survey.instrument.items.iter().any(|item| item.id == figure.scope);
        figure.period == "all" || !is_item()
    }

    /// Every measure with its figures, in the order of the registry.
    pub(super) fn derivations(&self) -> Derivations {
        let mut by_measure: Vec<Option<Derivation>> = vec![None; Measure::ALL.len()];
        for (figure, calculation) in self.assessment.figures().zip(&self.trace.calculations) {
            if !self.is_explained(figure) {
                continue;
            }
            let derivation = by_measure[figure.measure as usize].get_or_insert_with(|| self.derivation(figure.measure));
            let mut derived = present::derived(figure, calculation, self.language(), Decimal::ONE);
            derived.period = self.figure_name(figure);
            derivation.figures.push(derived);
        }
        let all = present::derived_inputs(&self.assessment.inputs, self.trace, &self.places(), self.language());
        let mut derivations = Derivations {
            inputs: all,
            inputs_note: String::new(),
            measures: by_measure.into_iter().flatten().collect(),
        };
        keep_used(&mut derivations);
        derivations
    }

    /// What a figure is of: a part of the survey, a set of respondents, or both.
    pub(in crate::kinds::survey) fn figure_name(&self, figure: &Figure) -> String {
        let (scope, segment) = (self.scope_name(&figure.scope), self.segment_name(&figure.period));
        if scope.is_empty() {
            segment.to_owned()
        } else if figure.period == "all" {
            scope
        } else {
            format!("{scope} · {segment}")
        }
    }

    fn derivation(&self, measure: Measure) -> Derivation {
        let mut derivation = present::derivation(measure, self.language());
        if self.medium == Medium::Screen {
            derivation.href = format!("../methods/{}.html", measure.id());
            derivation.link = self.say(w::HOW_TO_READ);
        }
        derivation
    }

    /// How figures came about; the page shows no line of the table of answers, so inputs from there
    /// follow in a table.
    pub(super) fn why_section(&self) -> Section {
        let derivations = self.derivations();
        let rows = unlisted_rows(&derivations.inputs);
        let mut blocks = vec![Block::Derivations(derivations)];
        if !rows.is_empty() {
            let columns = vec![
                Column::text(self.say(w::INPUT)),
                Column::number(self.say(w::VALUE)),
                Column::text(self.say(w::WHERE)),
            ];
            blocks.push(Block::Table(table("inputs", self.say(w::INPUTS), columns, rows)));
        }
        section("why", self.say(w::WHY), blocks)
    }

    /// The calculations with their inputs, for paper.
    pub(super) fn appendix(&self) -> Section {
        section("appendix", self.say(w::APPENDIX), vec![Block::Derivations(self.derivations())])
    }

    pub(super) fn source_section(&self) -> Option<Section> {
        self.listed().then(|| {
            let listing = Listing {
                id: "source".to_owned(),
                title: self.survey.file.clone(),
                lines: self.source.lines().map(ToOwned::to_owned).collect(),
            };
            section("case-file", self.say(w::SOURCE), vec![Block::Listing(listing)])
        })
    }
}

/// Leaves out inputs that no figure here rests on; figures refer to the others by their new places.
fn keep_used(derivations: &mut Derivations) {
    let mut places: BTreeMap<usize, usize> = BTreeMap::new();
    let figures = || derivations.measures.iter().flat_map(|measure| &measure.figures);
    places.extend(figures().flat_map(|figure| &figure.inputs).map(|&at| (at, 0)));
    for (new, place) in places.values_mut().enumerate() {
        *place = new;
    }
    let place = |at: &mut usize| *at = places.get(at).copied().unwrap_or(0);
    for figure in derivations.measures.iter_mut().flat_map(|measure| &mut measure.figures) {
        figure.inputs.iter_mut().chain(&mut figure.beside).for_each(place);
        for operand in &mut figure.operands {
            if let OperandOrigin::Input(at) = &mut operand.origin {
                place(at);
            }
        }
    }
    let mut at = 0;
    derivations.inputs.retain(|_| {
        at += 1;
        places.contains_key(&(at - 1))
    });
    renumber_rows(&mut derivations.inputs);
}
