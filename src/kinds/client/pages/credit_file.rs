//! The credit file: what the model requires, what is held, and what is missing, expired or out of date
//! (SCOPE C4).

use super::Sheet;
use super::dossier_words as d;
use super::words as w;
use crate::kinds::client::assess::{CreditFile, State, state};
use crate::kinds::client::case::dossier::Document;
use crate::measures::Measure;
use crate::pages::{Block, Callout, Column, Fact, Row, Section, Tone};
use crate::present;
use crate::present::tables::{facts, group, linked, row, section, sentence, table, toned};

const COLUMNS: usize = 6;

impl Sheet<'_> {
    /// Nothing where the client's file records no document by the as-of date.
    pub(super) fn file_section(&self) -> Option<Section> {
        let file = self.assessment.credit_file.as_ref()?;
        let mut blocks: Vec<Block> = facts(self.file_facts(file)).into_iter().collect();
        blocks.extend(self.gaps(file));
        blocks.push(self.documents(file));
        if file.requirements.is_empty() {
            blocks.push(sentence(self.say(d::NO_RULES)));
        }
        Some(section("file", self.say(d::CREDIT_FILE), blocks))
    }

    fn file_facts(&self, file: &CreditFile) -> Vec<Fact> {
        let shown = |measure: Measure| {
            let figure = file.figures.iter().find(|figure| figure.measure == measure);
            let value = figure.map_or_else(String::new, |figure| present::figure::figure(figure, self.scale()));
            Fact::new(measure.doc().name.get(self.language()), value).leading_to(self.why_href(measure))
        };
        let valid = file.requirements.iter().filter(|held| held.state == State::Valid).count();
        let held = format!("{valid} / {}", file.requirements.len());
        let held = if file.requirements.is_empty() { String::new() } else { held };
        vec![
            shown(Measure::FileCompleteness),
            Fact::new(self.say(d::REQUIRED_HELD), held),
            shown(Measure::CollateralCover),
        ]
    }

    /// What is required and not held, or no longer, and what has run out beside it.
    fn gaps(&self, file: &CreditFile) -> Option<Block> {
        let open = file.requirements.iter().filter(|held| held.state != State::Valid);
        let run_out = self.run_out(file).into_iter().map(|document| {
            format!("{} {}: {}", self.document_name(document), document.number, self.say(State::Expired.words()))
        });
        let items: Vec<_> = open
            .map(|held| {
                let kind = self.edition.model.requirements[held.requirement].kind.words();
                format!("{}: {}", self.say(kind), self.say(held.state.words()))
            })
            .chain(run_out)
            .collect();
        (!items.is_empty()).then(|| {
            let title = self.say(d::GAPS);
            Block::Callout(Callout { tone: Tone::Caution, title, text: String::new(), items })
        })
    }

    /// The required documents, class by class, then what is held beside them.
    fn documents(&self, file: &CreditFile) -> Block {
        let model = self.edition.model;
        let mut rows = Vec::new();
        let mut class = None;
        for held in &file.requirements {
            let kind = model.requirements[held.requirement].kind;
            if class != Some(kind.class()) {
                class = Some(kind.class());
                rows.push(group(self.say(kind.class().words()), COLUMNS));
            }
            let document = held.document.map(|at| &self.client.dossier.documents[at]);
            let name = document.map_or_else(|| self.say(kind.words()), |document| self.document_name(document));
            rows.push(self.document_row(name, document, held.state));
        }
        let chosen = |at: usize| file.requirements.iter().any(|held| held.document == Some(at));
        let others = self.client.dossier.documents.iter().enumerate();
        let others: Vec<_> =
            others.filter(|(at, document)| !chosen(*at) && document.date <= self.edition.as_of).collect();
        if !others.is_empty() && !file.requirements.is_empty() {
            rows.push(group(self.say(d::ALSO_HELD), COLUMNS));
        }
        for (_, document) in others {
            let state = state(document, None, self.edition.as_of);
            let mut shown = self.document_row(self.document_name(document), Some(document), state);
            if self.superseded(file, document)
                && let Some(last) = shown.cells.last_mut()
            {
                *last = self.say(d::SUPERSEDED).into();
            }
            rows.push(shown);
        }
        let columns = vec![
            Column::text(self.say(d::DOCUMENT)).wide(8),
            Column::text(self.say(d::DOC_NUMBER)).wide(9),
            Column::number(self.say(w::DATE)).wide(5),
            Column::number(self.say(d::EXPIRES)).wide(5),
            Column::text(self.say(d::KEPT)).wide(6),
            Column::text(self.say(d::STATE)).wide(4),
        ];
        Block::Table(table("documents", self.say(d::CREDIT_FILE), columns, rows))
    }

    /// Whether a valid document of the same kind stands in its place.
    fn superseded(&self, file: &CreditFile, document: &Document) -> bool {
        let held = file.requirements.iter().filter(|held| held.state == State::Valid);
        held.filter_map(|held| held.document).any(|at| self.client.dossier.documents[at].kind == document.kind)
    }

    /// Documents that the model does not require, whose kind no document in force stands for.
    fn run_out(&self, file: &CreditFile) -> Vec<&Document> {
        let as_of = self.edition.as_of;
        let required = |document: &Document| {
            let kinds = file.requirements.iter().map(|held| self.edition.model.requirements[held.requirement].kind);
            kinds.into_iter().any(|kind| kind == document.kind)
        };
        let known = || self.client.dossier.documents(as_of);
        let in_force = |kind| known().any(|document| document.kind == kind && !document.expired(as_of));
        known().filter(|document| document.expired(as_of) && !required(document) && !in_force(document.kind)).collect()
    }

    fn document_row(&self, name: String, document: Option<&Document>, state: State) -> Row {
        let tone = match state {
            State::Valid => Tone::Good,
            State::Stale => Tone::Caution,
            State::Expired | State::Missing => Tone::Bad,
        };
        let text = |of: fn(&Document) -> String| document.map_or_else(String::new, of);
        let href = document.map(|document| self.line_href(&format!("documents[{}].kind", document.index)));
        row(vec![
            linked(name, href.unwrap_or_default()),
            text(|document| document.number.clone()).into(),
            text(|document| document.date.to_string()).into(),
            text(|document| document.expires.map_or_else(String::new, |date| date.to_string())).into(),
            document.map_or("", |document| document.place.get(self.language())).into(),
            toned(self.say(state.words()), tone),
        ])
    }

    /// The document's own name after its kind.
    pub(super) fn document_name(&self, document: &Document) -> String {
        let (kind, name) = (self.say(document.kind.words()), document.name.get(self.language()));
        if name.is_empty() { kind } else { format!("{kind} · {name}") }
    }
}
