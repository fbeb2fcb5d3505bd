//! The back-test: what the scores at the end of the earliest quarter said of those who defaulted since.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use super::track::{Standing, Track};
use super::words as w;
use super::{Pack, share};
use crate::measures::portfolio::{Power, power};
use crate::measures::statistics::{Interval, wilson};
use crate::pages::number::{fixed, percent};
use crate::pages::{Block, Column, Fact, Table};
use crate::present::tables::{facts, row, sentence, table, total};

/// With fewer defaults than this a back-test says little.
const FEW: usize = 20;

/// Defaults against scores and tiers.
#[derive(Debug, Clone)]
pub(super) struct BackTest {
    /// How well scores set apart those who defaulted; none where one side has no score.
    pub power: Option<Power>,
    /// By tier, the best first.
    pub tiers: Vec<BadRate>,
    /// All tiers together.
    pub all: BadRate,
}

/// How many of a tier's clients defaulted.
#[derive(Debug, Clone, Copy)]
pub(super) struct BadRate {
    pub clients: usize,
    pub defaults: usize,
    /// Where the true share lies, by Wilson.
    pub interval: Option<Interval>,
}

impl BadRate {
    fn of(clients: usize, defaults: usize) -> Self {
        let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        BadRate { clients, defaults, interval: wilson(count(defaults), count(clients)) }
    }
}

impl BackTest {
    /// The test of the standings at place `at` of the days; none where nobody defaulted since.
    pub(super) fn of<'t>(tracks: impl Iterator<Item = &'t Track>, at: usize, tiers: usize) -> Option<Self> {
        let known: Vec<(&Standing, bool)> =
            tracks.filter_map(|track| Some((track.standings.get(at)?.as_ref()?, track.default.is_some()))).collect();
        let defaults = |clients: &[&(&Standing, bool)]| clients.iter().filter(|(_, bad)| *bad).count();
        let rate = |wanted: &dyn Fn(&Standing) -> bool| {
            let own: Vec<_> = known.iter().filter(|(standing, _)| wanted(standing)).collect();
            BadRate::of(own.len(), defaults(&own))
        };
        let scores = |wanted: bool| -> Vec<Decimal> {
            known.iter().filter(|(_, bad)| *bad == wanted).filter_map(|(standing, _)| standing.score).collect()
        };
        let test = BackTest {
            power: power(&scores(false), &scores(true)),
            tiers: (0..tiers).map(|tier| rate(&|standing| standing.tier == tier)).collect(),
            all: rate(&|_| true),
        };
        (test.all.defaults > 0).then_some(test)
    }
}

impl Pack<'_> {
    /// Scores at the end of the earliest quarter against defaults since; none where there are none.
    pub(super) fn tested(&self) -> Option<BackTest> {
        BackTest::of(self.tracks(), self.review.days.len().saturating_sub(1), self.edition.model.tiers.len())
    }

    pub(super) fn back_test(&self) -> Vec<Block> {
        let Some(test) = self.tested() else { return vec![sentence(self.say(w::NO_BACK_TEST))] };
        let mut blocks = Vec::new();
        let (defaults, clients) = (test.all.defaults.to_string(), self.clients(test.all.clients));
        let mut told = self.tell(w::RESTS_ON, &[&defaults, &clients]);
        if test.all.defaults < FEW {
            told.push_str(&self.say(w::RESTS_ON_FEW));
        }
        blocks.push(sentence(told));
        if let Some(power) = test.power {
            let figures = [("AUC", power.auc), ("Gini", power.gini), ("KS", power.ks)];
            blocks.extend(facts(figures.map(|(name, value)| Fact::new(name, fixed(value, 3))).to_vec()));
        }
        blocks.push(Block::Table(self.bad_rates(&test)));
        blocks
    }

    fn bad_rates(&self, test: &BackTest) -> Table {
        let columns = vec![
            Column::text(self.say(w::TIER)),
            Column::number(self.say(w::CLIENTS)),
            Column::number(self.say(w::BAD)),
            Column::number(self.say(w::BAD_RATE)),
            Column::number(self.say(w::INTERVAL)).wide(2),
        ];
        let cells = |name: String, rate: &BadRate| {
            vec![
                name.into(),
                rate.clients.to_string().into(),
                rate.defaults.to_string().into(),
                share(rate.defaults.into(), rate.clients.into()).into(),
                rate.interval
                    .map_or_else(String::new, |of| format!("{}–{}", share_of(of.low), share_of(of.high)))
                    .into(),
            ]
        };
        let mut rows: Vec<_> =
            test.tiers.iter().enumerate().map(|(tier, rate)| row(cells(self.tier(tier), rate))).collect();
        rows.push(total(cells(self.say(w::TOTAL), &test.all)));
        let day = self.day(self.review.days.len().saturating_sub(1));
        let mut rates = table("bad-rates", format!("{} · {day}", self.say(w::BACK_TEST)), columns, rows);
        rates.note = self.say(w::BACK_NOTE);
        rates
    }
}

/// A share of statistics in per cent.
fn share_of(share: f64) -> String {
    Decimal::from_f64(share).map_or_else(String::new, |share| percent(share, 1))
}
