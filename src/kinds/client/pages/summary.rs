//! The summary: tier, score, what drives it and what would move it.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::words as w;
use super::{Sheet, position};
use crate::kinds::client::assess::Contribution;
use crate::pages::chart::{TierBand, TierScale};
use crate::pages::number::{date, fixed, short};
use crate::pages::{Block, Callout, Cell, Chart, Column, Section, Tone};
use crate::present;
use crate::present::tables::{row, section, sentence, table};
use crate::values::Language;

/// How many measures are named as gaining and as losing most.
const DRIVERS: usize = 3;

impl Sheet<'_> {
    pub(super) fn summary(&self) -> Section {
        let mut blocks = vec![Block::Headline(self.headline())];
        blocks.extend(self.blocked());
        blocks.extend(self.watched());
        blocks.push(Block::Chart(self.tier_scale()));
        blocks.extend(self.override_callout());
        blocks.extend(self.caps_callout());
        if let Some(drivers) = self.drivers() {
            blocks.push(drivers);
        }
        blocks.extend(self.levers());
        section("summary", self.say(w::SUMMARY), blocks)
    }

    fn tier_scale(&self) -> Chart {
        let model = self.edition.model;
        let cutoffs: Vec<String> = model.tiers.iter().map(|tier| short(tier.from, 2)).collect();
        let bands = model.tiers.iter().enumerate().zip(&cutoffs).rev().map(|((at, tier), cutoff)| TierBand {
            name: &tier.id,
            from: position(tier.from),
            cutoff,
            tone: self.tier_tone(at),
        });
        let bands: Vec<_> = bands.collect();
        let score = self.assessment.score().and_then(|score| score.figure.value.ok());
        let label = score.map_or_else(String::new, |score| fixed(score, 1));
        let tier = &model.tiers[self.assessment.verdict.tier].id;
        let title = self.say(w::TIERS);
        let text = match (self.language(), score) {
            (Language::Zh, Some(_)) => format!("得分 {label}，最终等级 {tier}。"),
            (Language::Zh, None) => format!("无评分，最终等级 {tier}。"),
            (Language::En, Some(_)) => format!("The score is {label}; the final tier is {tier}."),
            (Language::En, None) => format!("There is no score; the final tier is {tier}."),
        };
        let scale = TierScale { tiers: &bands, score: score.map(position), label: &label, tier };
        let svg = scale.draw(&text, self.medium);
        Chart { id: "tier-scale".to_owned(), title, alt: text, svg, legend: Vec::new(), table: String::new() }
    }

    fn caps_callout(&self) -> Option<Block> {
        let verdict = &self.assessment.verdict;
        if verdict.caps.is_empty() {
            return None;
        }
        let model = self.edition.model;
        let items = verdict.caps.iter().map(|fired| {
            let cap = &model.caps[fired.cap];
            let tier = |at: usize| model.tiers[at].id.as_str();
            let reason = cap.reason.get(self.language());
            let effect = match fired.from {
                None if reason.contains(tier(fired.to)) => return reason.to_owned(),
                None => tier(fired.to).to_owned(),
                Some(from) if from == fired.to => self.say(w::NO_EFFECT),
                Some(from) => format!("{} → {}", tier(from), tier(fired.to)),
            };
            [reason, &in_brackets(&effect, self.language())].concat()
        });
        let tone = if verdict.before_caps == Some(verdict.after_caps) { Tone::Caution } else { Tone::Bad };
        Some(Block::Callout(Callout {
            tone,
            title: self.say(w::CAPS_FIRED),
            text: String::new(),
            items: items.collect(),
        }))
    }

    /// The measures that add most and those that cost most.
    fn drivers(&self) -> Option<Block> {
        let score = self.assessment.score().filter(|score| score.figure.value.is_ok())?;
        let scored = || score.contributions.iter().filter(|part| part.points.is_some());
        let mut gained: Vec<_> = scored().collect();
        gained.sort_by_key(|part| Reverse(part.contribution));
        let mut costly: Vec<_> = scored().filter(|part| part.possible > part.contribution).collect();
        costly.sort_by_key(|part| Reverse(part.possible - part.contribution));
        let rows = (0..DRIVERS).filter_map(|at| {
            let gain = gained.get(at).map(|part| self.driver(part, part.contribution));
            let loss = costly.get(at).map(|part| self.driver(part, part.contribution - part.possible));
            if gain.is_none() && loss.is_none() {
                return None;
            }
            let none = || (Cell::from(""), Cell::from(""));
            let ((gain, plus), (loss, minus)) = (gain.unwrap_or_else(none), loss.unwrap_or_else(none));
            Some(row(vec![gain, plus, loss, minus]))
        });
        let columns = vec![
            Column::text(self.say(w::MOST_GAINED)).wide(3),
            Column::number(self.say(w::POINTS_HELD)),
            Column::text(self.say(w::MOST_LOST)).wide(3),
            Column::number(self.say(w::POINTS_HELD)),
        ];
        Some(Block::Table(table("drivers", self.say(w::DRIVERS), columns, rows.collect())))
    }

    fn driver(&self, part: &Contribution, points: Decimal) -> (Cell, Cell) {
        let name = part.measure.doc().name.get(self.language()).to_owned();
        let value = present::value(part.value, part.measure.unit(), self.scale());
        let sign = if points > Decimal::ZERO { "+" } else { "" };
        (
            crate::present::tables::linked(format!("{name} {value}"), self.why_href(part.measure)),
            format!("{sign}{}", fixed(points, 1)).into(),
        )
    }

    /// For each measure the change that alone reaches the next cut-off.
    fn levers(&self) -> Vec<Block> {
        let Some(score) = self.assessment.score().filter(|score| score.figure.value.is_ok()) else { return Vec::new() };
        let Some(before) = self.assessment.verdict.before_caps else { return Vec::new() };
        let Some(better) = before.checked_sub(1).map(|at| &self.edition.model.tiers[at]) else {
            return vec![sentence(self.say(w::TOP_TIER))];
        };
        let levers = score.levers(self.edition.model, self.industry_id(), better.from);
        if levers.is_empty() {
            return vec![sentence(self.say(w::NO_LEVER))];
        }
        let rows = levers.iter().map(|lever| {
            let show = |value| present::value(Ok(value), lever.measure.unit(), self.scale());
            let change = present::change(lever.needed - lever.now, lever.measure.unit(), self.scale(), self.language());
            let name = lever.measure.doc().name.get(self.language()).to_owned();
            row(vec![name.into(), show(lever.now).into(), show(lever.needed).into(), change.into()])
        });
        let columns = vec![
            Column::text(self.say(w::MEASURE)).wide(3),
            Column::number(self.say(w::NOW)),
            Column::number(self.say(w::NEEDED)),
            Column::number(self.say(w::CHANGE)),
        ];
        let goal = format!("{} ≥ {}", better.id, short(better.from, 2));
        let caption = format!("{}{}", self.say(w::LEVERS), in_brackets(&goal, self.language()));
        let mut table = table("levers", caption, columns, rows.collect());
        table.note = self.say(w::LEVERS_NOTE) + &self.held_back(before - 1);
        vec![Block::Table(table)]
    }

    /// That caps would hold the client back from the tier at `goal` even with the score for it, where they would.
    fn held_back(&self, goal: usize) -> String {
        let model = self.edition.model;
        let mut tier = goal;
        let mut reasons = Vec::new();
        for fired in &self.assessment.verdict.caps {
            let cap = &model.caps[fired.cap];
            tier = cap.effect.apply(tier, model.tiers.len());
            if cap.effect.apply(goal, model.tiers.len()) > goal {
                reasons.push(cap.reason.get(self.language()));
            }
        }
        let tier = &model.tiers[tier].id;
        match self.language() {
            _ if reasons.is_empty() => String::new(),
            Language::Zh => format!("即使达到分数线，按已触发的上限规则，等级仍为 {tier}：{}。", reasons.join("；")),
            Language::En => {
                format!(" The tier would be {tier} even then, by the caps that fired: {}.", reasons.join("; "))
            }
        }
    }

    /// A date in words, in the sheet's language.
    pub(super) fn date(&self, day: jiff::civil::Date) -> String {
        date(day, self.language())
    }
}

/// ` (words)`, in the brackets of the language.
pub(super) fn in_brackets(words: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("（{words}）"),
        Language::En => format!(" ({words})"),
    }
}
