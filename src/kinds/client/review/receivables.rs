//! Receivables by age: by tier, region and salesperson, and what became of what was open a quarter ago.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::track::{Standing, Track};
use super::words as w;
use super::{NAMED, Pack, share, sums};
use crate::kinds::client::assess::Ageing;
use crate::kinds::client::portfolio::Row;
use crate::pages::{Block, Column, Fact, Section, Table};
use crate::present::tables::{facts, row, section, table};
use crate::values::Words;

/// The age classes.
const CLASSES: [Words; 5] = [w::NOT_DUE, w::DAYS_30, w::DAYS_60, w::DAYS_90, w::OVER_90];

impl Pack<'_> {
    pub(super) fn ageing(&self) -> Section {
        let own = |track: &Track| track.latest().and_then(|now| now.ageing.clone()).unwrap_or_default();
        let tiers = self.summed(|track| {
            let tier = track.latest().map_or(usize::MAX, |now| now.tier);
            vec![(format!("{tier:03}"), own(track))]
        });
        let tiers = tiers.into_iter().map(|(tier, ageing)| (self.tier(tier.parse().unwrap_or(0)), ageing)).collect();
        let regions = self.summed(|track| vec![(self.label(track.region.get(self.language())), own(track))]);
        let people = self.summed(|track| {
            let named = |name: &str| {
                if name.is_empty() { track.manager.get(self.language()).to_owned() } else { name.to_owned() }
            };
            track.by_salesperson.iter().map(|(name, ageing)| (self.label(&named(name)), ageing.clone())).collect()
        });
        let mut blocks: Vec<Block> = facts(self.dispute_facts()).into_iter().collect();
        blocks.extend([
            Block::Table(self.ages("ageing-tiers", w::BY_TIER, w::TIER, tiers)),
            Block::Table(self.ages("ageing-regions", w::BY_REGION, w::REGION, regions)),
            Block::Table(self.ages("ageing-people", w::BY_SALESPERSON, w::SALESPERSON, people)),
        ]);
        blocks.extend(self.dispute_table());
        blocks.extend(self.roll());
        section("ageing", self.say(w::AGEING), blocks)
    }

    fn summed(&self, parts: impl Fn(&Track) -> Vec<(String, Ageing)>) -> Vec<(String, Ageing)> {
        let mut sums: BTreeMap<String, Ageing> = BTreeMap::new();
        for (label, ageing) in self.tracks().flat_map(parts) {
            let sum = sums.entry(label).or_default();
            *sum = sum.plus(&ageing);
        }
        sums.into_iter().filter(|(_, ageing)| !ageing.debts().is_zero() || !ageing.credits.is_zero()).collect()
    }

    fn ages(&self, id: &str, caption: Words, by: Words, parts: Vec<(String, Ageing)>) -> Table {
        let mut columns = vec![Column::text(self.say(by)).wide(2)];
        columns.extend(CLASSES.map(|class| Column::number(self.say(class))));
        columns.extend([w::CREDITS, w::TOTAL, w::OVERDUE_SHARE].map(|words| Column::number(self.say(words))));
        let cells = |ageing: &Ageing| -> Vec<String> {
            let classes = ageing.classes.iter().map(|amount| self.some(*amount));
            let overdue = share(ageing.overdue(), ageing.debts());
            classes.chain([self.some(ageing.credits), self.money(ageing.total()), overdue]).collect()
        };
        let all = parts.iter().fold(Ageing::default(), |sum, (_, ageing)| sum.plus(ageing));
        let line = |(label, ageing): (String, Ageing)| {
            row(std::iter::once(label).chain(cells(&ageing)).map(Into::into).collect())
        };
        let mut rows: Vec<_> = parts.into_iter().map(line).collect();
        rows.push(self.sum_row(cells(&all)));
        table(id, format!("{} ({})", self.say(caption), self.unit()), columns, rows)
    }

    /// An amount, or nothing where it is zero.
    fn some(&self, amount: Decimal) -> String {
        if amount.is_zero() { String::new() } else { self.money(amount) }
    }

    /// The clients with disputed invoices and what is disputed, the largest first.
    pub(super) fn disputes(&self) -> Vec<(&Row, &Standing, &Ageing)> {
        let standings = self.rows.iter().filter_map(|(row, track)| Some((*row, track.latest()?)));
        let mut all: Vec<_> = standings.filter_map(|(row, now)| Some((row, now, now.ageing.as_ref()?))).collect();
        all.retain(|(.., ageing)| !ageing.disputed.is_zero());
        all.sort_by(|a, b| b.2.disputed.cmp(&a.2.disputed).then_with(|| a.0.id.cmp(&b.0.id)));
        all
    }

    fn dispute_facts(&self) -> Vec<Fact> {
        let ageing = &self.latest().ageing;
        vec![
            Fact::new(self.say(w::RECEIVABLES), format!("{} {}", self.money(ageing.debts()), self.unit())),
            Fact::new(self.say(w::OVERDUE_SHARE), share(ageing.overdue(), ageing.debts())),
            Fact::new(self.say(w::DISPUTED), format!("{} {}", self.money(ageing.disputed), self.unit())),
            Fact::new(self.say(w::DISPUTED_SHARE), share(ageing.disputed, ageing.debts())),
        ]
    }

    fn dispute_table(&self) -> Option<Block> {
        let disputes = self.disputes();
        let columns = vec![
            Column::text(self.say(w::CLIENT)).wide(4),
            Column::text(self.say(w::TIER)),
            Column::number(self.say(w::DISPUTED)),
            Column::number(self.say(w::OF_ITS_RECEIVABLES)).wide(2),
            Column::number(self.say(w::OVERDUE_AMOUNT)),
        ];
        let rows = disputes.iter().take(NAMED).map(|(client, now, ageing)| {
            row(vec![
                self.client(client),
                self.tier(now.tier).into(),
                self.money(ageing.disputed).into(),
                share(ageing.disputed, ageing.debts()).into(),
                self.some(ageing.overdue()).into(),
            ])
        });
        let caption = format!("{} ({})", self.say(w::DISPUTES), self.unit());
        let named = table("disputes", caption, columns, rows.collect());
        (!disputes.is_empty()).then(|| self.listing(named, disputes.len()))
    }

    fn roll(&self) -> Option<Block> {
        let matrix = sums::roll(self.tracks());
        if matrix.iter().flatten().all(Decimal::is_zero) {
            return None;
        }
        let mut columns = vec![Column::text(self.say(w::FROM_TO)).wide(3)];
        columns.extend(CLASSES.map(|class| Column::number(self.say(class))));
        columns.extend([Column::number(self.say(w::PAID)), Column::number(self.say(w::TOTAL))]);
        let rows = matrix.iter().zip(CLASSES).map(|(cells, class)| {
            let sum: Decimal = cells.iter().copied().sum();
            let mut line = vec![self.say(class).into()];
            line.extend(cells.iter().map(|cell| if cell.is_zero() { String::new() } else { share(*cell, sum) }.into()));
            line.push(self.money(sum).into());
            row(line)
        });
        let mut roll = table("roll", self.say(w::ROLL), columns, rows.collect());
        roll.note = self.say(w::ROLL_NOTE);
        Some(Block::Table(roll))
    }
}
