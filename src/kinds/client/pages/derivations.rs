//! How every figure came about, and the case file that it ends in.

use super::words as w;
use super::Sheet;
use crate::present::tables::section;
use crate::measures::{Figure, Measure};
use crate::pages::{Block, Derivation, Derivations, Listing, Section};
use crate::present;

impl Sheet<'_> {
    /// Every measure with its figures, in the order of the registry.
    pub(super) fn derivations(&self) -> Vec<Derivation> {
        let mut by_measure: Vec<Vec<&Figure>> = vec![Vec::new(); Measure::ALL.len()];
        for figure in self.assessment.figures() {
            by_measure[figure.measure as usize].push(figure);
        }
        let with_figures = Measure::ALL.iter().zip(&by_measure).filter(|(_, figures)| !figures.is_empty());
        with_figures
            .map(|(&measure, figures)| {
                let mut derivation = present::derivation(measure, figures, &self.assessment.inputs, &self.places(), self.language(), self.scale());
                if self.listed() || self.medium == crate::pages::chart::Medium::Screen {
                    derivation.href = format!("../methods/{}.html", measure.id());
                    derivation.link = self.say(w::HOW_TO_READ);
                }
                derivation
            })
            .collect()
    }

    pub(super) fn why_section(&self) -> Section {
        let mut blocks = Vec::new();
        if let Some(score) = self.assessment.score() {
            blocks.push(self.points_table(score));
        }
        blocks.push(Block::Derivations(Derivations { measures: self.derivations() }));
        section("why", self.say(w::WHY), blocks)
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
