//! How every figure came about, and the case file that it ends in.

use super::Sheet;
use super::words as w;
use crate::measures::Measure;
use crate::pages::chart::Medium;
use crate::pages::{Block, Column, Derivation, Derivations, Listing, Section, Table};
use crate::present;
use crate::present::tables::{section, table};
use crate::present::trace::unlisted_rows;

impl Sheet<'_> {
    /// Every measure with its figures, in the order of the registry.
    pub(super) fn derivations(&self) -> Derivations {
        let mut by_measure: Vec<Option<Derivation>> = vec![None; Measure::ALL.len()];
        for (figure, calculation) in self.assessment.figures().zip(&self.trace.calculations) {
            let derivation = by_measure[figure.measure as usize].get_or_insert_with(|| self.derivation(figure.measure));
            derivation.figures.push(self.derived(figure, calculation));
        }
        let mut inputs = present::derived_inputs(&self.assessment.inputs, self.trace, &self.places(), self.language());
        let mut any_usual = false;
        for ((_, input), derived) in self.assessment.inputs.iter().zip(&mut inputs) {
            derived.label = self.input_label(input, |doc| doc.name);
            match self.in_usual_unit(input) {
                Some(false) => derived.value = self.input_as_typed(input),
                Some(true) => any_usual = true,
                None => {}
            }
        }
        let inputs_note = if any_usual { self.usual_unit() } else { String::new() };
        Derivations { inputs, inputs_note, measures: by_measure.into_iter().flatten().collect() }
    }

    fn derivation(&self, measure: Measure) -> Derivation {
        let mut derivation = present::derivation(measure, self.language());
        if self.medium == Medium::Screen {
            derivation.href = format!("../methods/{}.html", measure.id());
            derivation.link = self.say(w::HOW_TO_READ);
        }
        derivation
    }

    pub(super) fn why_section(&self) -> Section {
        let mut blocks = Vec::new();
        if let Some(score) = self.assessment.score() {
            blocks.push(self.points_table(score));
        }
        let derivations = self.derivations();
        let inputs = self.unlisted_inputs(&derivations);
        blocks.push(Block::Derivations(derivations));
        blocks.extend(inputs.map(Block::Table));
        section("why", self.say(w::WHY), blocks)
    }

    /// The inputs that the page shows no line of: those from the model, or all where the case file
    /// is not shown.
    fn unlisted_inputs(&self, derivations: &Derivations) -> Option<Table> {
        let rows = unlisted_rows(&derivations.inputs);
        let caption = self.say(match self.listed() {
            true if self.ledger().is_some() => w::MODEL_AND_LEDGER_INPUTS,
            true => w::MODEL_INPUTS,
            false => w::INPUTS,
        });
        let columns = vec![
            Column::text(self.say(w::INPUT)),
            Column::number(self.say(w::VALUE)),
            Column::text(self.say(w::PLACE)),
        ];
        (!rows.is_empty()).then(|| {
            let note = if self.listed() { String::new() } else { derivations.inputs_note.clone() };
            Table { note, ..table("inputs", caption, columns, rows) }
        })
    }

    pub(super) fn source_section(&self) -> Option<Section> {
        self.listed().then(|| {
            let listing = Listing {
                id: "source".to_owned(),
                title: self.client.file.clone(),
                lines: self.source.lines().map(ToOwned::to_owned).collect(),
            };
            section("case-file", self.say(w::SOURCE), vec![Block::Listing(listing)])
        })
    }
}
