//! What was found out: by subject with age and corroboration, contradictions, and in detail every fact
//! with its source (SCOPE C5).

use super::Sheet;
use super::dossier_words as d;
use super::words as w;
use crate::kinds::client::assess::Subject;
use crate::kinds::client::case::dossier::Channel;
use crate::pages::{Block, Callout, Column, Fact, Section, Tone};
use crate::present::tables::{facts, linked, row, section, table, toned};
use crate::values::Language;

impl Sheet<'_> {
    /// Nothing where no fact is known at the as-of date.
    pub(super) fn investigation_section(&self) -> Option<Section> {
        let subjects = &self.assessment.investigation;
        if subjects.is_empty() {
            return None;
        }
        let mut blocks: Vec<Block> = facts(vec![self.ways(subjects)]).into_iter().collect();
        blocks.extend(self.contradictions(subjects));
        blocks.push(self.subjects(subjects));
        if self.in_detail() {
            blocks.push(self.facts_table(subjects));
        }
        Some(section("investigation", self.say(d::INVESTIGATION), blocks))
    }

    /// Which of the five ways of investigating were used.
    fn ways(&self, subjects: &[Subject]) -> Fact {
        let facts = || subjects.iter().flat_map(|subject| &subject.facts).map(|&at| &self.client.dossier.facts[at]);
        let used: Vec<_> = Channel::ALL
            .into_iter()
            .filter(|&channel| facts().any(|fact| fact.channel == channel))
            .map(|channel| self.say(channel.words()))
            .collect();
        let joint = if self.language() == Language::Zh { "、" } else { ", " };
        Fact::new(self.say(d::WAYS), format!("{} / {} · {}", used.len(), Channel::ALL.len(), used.join(joint)))
    }

    fn contradictions(&self, subjects: &[Subject]) -> Option<Block> {
        let items: Vec<_> = subjects
            .iter()
            .filter(|subject| subject.contradicted)
            .map(|subject| {
                let told = subject.facts.iter().map(|&at| &self.client.dossier.facts[at]);
                let told: Vec<_> = told
                    .filter(|fact| !fact.value.is_empty())
                    .map(|fact| format!("{} {} {}", fact.source.get(self.language()), fact.date, fact.value))
                    .collect();
                format!("{}: {}", subject.subject, told.join(" ≠ "))
            })
            .collect();
        (!items.is_empty()).then(|| {
            let title = self.say(d::CONTRADICTED);
            Block::Callout(Callout { tone: Tone::Bad, title, text: String::new(), items })
        })
    }

    fn subjects(&self, subjects: &[Subject]) -> Block {
        let rows = subjects.iter().map(|subject| {
            let latest = subject.facts.first().map(|&at| &self.client.dossier.facts[at]);
            let (agreement, tone) = if subject.contradicted {
                (d::DIFFER, Tone::Bad)
            } else if subject.channels < 2 {
                (d::SINGLE, Tone::Caution)
            } else {
                (d::AGREE, Tone::Good)
            };
            row(vec![
                subject.subject.clone().into(),
                latest.map_or("", |fact| fact.statement.get(self.language())).into(),
                subject.channels.to_string().into(),
                toned(self.say(agreement), tone),
                latest.map_or_else(String::new, |fact| fact.date.to_string()).into(),
                subject.age.to_string().into(),
            ])
        });
        let columns = vec![
            Column::text(self.say(d::SUBJECT)).wide(4),
            Column::text(self.say(d::STATEMENT)).wide(6),
            Column::number(self.say(d::CHANNELS)).wide(4),
            Column::text(self.say(d::STATE)).wide(3),
            Column::number(self.say(d::LATEST)).wide(4),
            Column::number(self.say(d::AGE)).wide(3),
        ];
        Block::Table(table("subjects", self.say(d::INVESTIGATION), columns, rows.collect()))
    }

    fn facts_table(&self, subjects: &[Subject]) -> Block {
        let facts = subjects.iter().flat_map(|subject| &subject.facts).map(|&at| &self.client.dossier.facts[at]);
        let rows = facts.map(|fact| {
            let href = self.line_href(&format!("facts[{}].subject", fact.index));
            row(vec![
                linked(fact.subject.clone(), href),
                fact.statement.get(self.language()).into(),
                self.say(fact.channel.words()).into(),
                fact.source.get(self.language()).into(),
                fact.date.to_string().into(),
            ])
        });
        let columns = vec![
            Column::text(self.say(d::SUBJECT)).wide(4),
            Column::text(self.say(d::STATEMENT)).wide(8),
            Column::text(self.say(d::CHANNEL)).wide(4),
            Column::text(self.say(w::KNOWN_FROM)).wide(5),
            Column::number(self.say(w::DATE)).wide(4),
        ];
        Block::Table(table("facts", self.say(d::FACTS), columns, rows.collect()))
    }
}
