//! The five Cs: profile, score and coverage of each, and in detail every rating with its anchor and
//! its evidence (SCOPE C9).

use rust_decimal::Decimal;

use super::dossier_words as d;
use super::words as w;
use super::{Sheet, points_tone, position};
use crate::kinds::client::assess::{FiveCs, Rated, Rating};
use crate::kinds::client::case::dossier::Finding;
use crate::kinds::credit_model::model::evidence::{FiveC, Rubric};
use crate::measures::Measure;
use crate::pages::chart::{Radar, RadarAxis};
use crate::pages::number::{fixed, percent};
use crate::pages::{Block, Cell, Chart, Column, Row, Section};
use crate::present;
use crate::present::tables::{group, linked, row, section, table, toned, total};
use crate::values::Language;

const COLUMNS: usize = 5;

impl Sheet<'_> {
    /// Nothing where the model has no rubric or nobody has rated the client.
    pub(super) fn five_c_section(&self) -> Option<Section> {
        let (cs, rubric) = (self.assessment.five_c.as_ref()?, self.edition.model.rubric.as_ref()?);
        let mut blocks = vec![Block::Chart(self.profile_chart(cs)), self.profile_table(cs, rubric)];
        if self.in_detail() {
            blocks.push(self.ratings(cs, rubric));
        }
        Some(section("five-c", self.say(d::FIVE_C), blocks))
    }

    fn profile_chart(&self, cs: &FiveCs) -> Chart {
        let names = FiveC::ALL.map(|c| self.say(c.words()));
        let scores: [_; 5] = std::array::from_fn(|at| cs.score(at).ok());
        let values =
            scores.map(|score| score.map_or_else(|| present::figure::NONE.to_owned(), |score| fixed(score, 1)));
        let axes: [_; 5] = std::array::from_fn(|at| RadarAxis {
            label: &names[at],
            value: &values[at],
            share: scores[at].map(|score| position(score) / 100.0),
        });
        let told: Vec<_> = names.iter().zip(&values).map(|(name, value)| format!("{name} {value}")).collect();
        let joint = if self.language() == Language::Zh { "，" } else { ", " };
        let text = format!("{}: {}", self.say(d::PROFILE), told.join(joint));
        let svg = Radar { axes: &axes }.draw(&text, self.medium);
        Chart {
            id: "five-c-chart".to_owned(),
            title: self.say(d::PROFILE),
            alt: text,
            svg,
            legend: Vec::new(),
            table: "five-c-table".to_owned(),
        }
    }

    fn profile_table(&self, cs: &FiveCs, rubric: &Rubric) -> Block {
        let points = |value: crate::values::Quantity| {
            toned(
                value.map_or_else(|_| present::figure::NONE.to_owned(), |score| fixed(score, 1)),
                points_tone(value.ok()),
            )
        };
        let mut rows: Vec<_> = cs
            .profile
            .iter()
            .enumerate()
            .map(|(at, profile)| {
                row(vec![
                    linked(self.say(profile.c.words()), self.why_href(profile.c.measure())),
                    points(cs.score(at)),
                    percent(profile.coverage, 0).into(),
                    percent(rubric.weights[at], 0).into(),
                ])
            })
            .collect();
        let sum: Decimal = rubric.weights.iter().sum();
        rows.push(total(vec![
            linked(Measure::FiveCScore.doc().name.get(self.language()).to_owned(), self.why_href(Measure::FiveCScore)),
            points(cs.total()),
            percent(cs.coverage, 0).into(),
            percent(sum, 0).into(),
        ]));
        let columns = vec![
            Column::text(self.say(d::ELEMENT)).wide(3),
            Column::number(self.say(d::ELEMENT_SCORE)),
            Column::number(self.say(d::ELEMENT_COVERAGE)),
            Column::number(self.say(d::ELEMENT_WEIGHT)),
        ];
        let mut table = table("five-c-table", self.say(d::FIVE_C), columns, rows);
        table.note = self.say(d::COVERAGE_RULE);
        Block::Table(table)
    }

    fn ratings(&self, cs: &FiveCs, rubric: &Rubric) -> Block {
        let mut rows = Vec::new();
        for profile in &cs.profile {
            rows.push(group(self.say(profile.c.words()), COLUMNS));
            rows.extend(profile.ratings.iter().map(|rating| self.rating(rating, rubric)));
        }
        let columns = vec![
            Column::text(self.say(d::RATED_ITEM)).wide(3),
            Column::number(self.say(d::RATING)),
            Column::text(self.say(d::MEANING)).wide(4),
            Column::text(self.say(d::EVIDENCE)).wide(3),
            Column::number(self.say(w::DATE)).wide(2),
        ];
        Block::Table(table("ratings", self.say(d::RATINGS), columns, rows))
    }

    fn rating(&self, rating: &Rating, rubric: &Rubric) -> Row {
        let none = || Cell::from(present::figure::NONE);
        match rating.of {
            Rated::Item(item, None) => {
                let name = rubric.items[item].name.get(self.language());
                row(vec![name.into(), none(), self.say(d::NOT_RATED).into(), "".into(), "".into()])
            }
            Rated::Item(item, Some(finding)) => {
                let (item, finding) = (&rubric.items[item], &self.client.dossier.findings[finding]);
                let href = self.line_href(&format!("five_c[{}].score", finding.index));
                row(vec![
                    linked(item.name.get(self.language()).to_owned(), href),
                    toned(format!("{} / 4", finding.score), points_tone(rating.points)),
                    item.anchors[usize::from(finding.score).min(4)].get(self.language()).into(),
                    self.evidence(finding).into(),
                    finding.date.to_string().into(),
                ])
            }
            Rated::Ratio(ratio) => {
                let measure = rubric.ratios[ratio].item.measure;
                let value = present::value(rating.value, measure.unit(), self.scale());
                let name = format!("{} {value}", measure.doc().name.get(self.language()));
                let points = rating.points.map_or_else(
                    || present::figure::NONE.to_owned(),
                    |points| fixed(points / Decimal::from(25), 1) + " / 4",
                );
                row(vec![
                    linked(name, self.why_href(measure)),
                    toned(points, points_tone(rating.points)),
                    self.say(d::MEASURED).into(),
                    "".into(),
                    "".into(),
                ])
            }
        }
    }

    /// What a rating rests on: documents by name and number, facts by source, and the author's words.
    fn evidence(&self, finding: &Finding) -> String {
        let dossier = &self.client.dossier;
        let named = |id: &String| {
            if let Some(document) = dossier.documents.iter().find(|document| document.id == *id) {
                let name = self.document_name(document);
                return if document.number.is_empty() { name } else { format!("{name} {}", document.number) };
            }
            let fact = dossier.facts.iter().find(|fact| fact.id == *id);
            fact.map_or_else(|| id.clone(), |fact| format!("{} {}", fact.source.get(self.language()), fact.date))
        };
        let note = finding.note.get(self.language());
        let parts = finding.evidence.iter().map(named).chain(Some(note.to_owned()).filter(|note| !note.is_empty()));
        let joint = if self.language() == Language::Zh { "；" } else { "; " };
        parts.collect::<Vec<_>>().join(joint)
    }
}
