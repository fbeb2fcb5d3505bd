//! One page for the finance director: each goal of credit management against its target (SCOPE C1), with
//! the causes and actions that people recorded.

use rust_decimal::Decimal;

use super::goals::{Outcome, outcome, unexplained};
use super::track::Doubt;
use super::words as w;
use super::{Pack, share};
use crate::kinds::book::review::Goal;
use crate::kinds::client::pages::position;
use crate::pages::chart::{Series, Trend};
use crate::pages::number::{fixed, percent, short};
use crate::pages::{Block, Callout, Chart, Column, Headline, Row, Section, Tile, Tone};
use crate::present;
use crate::present::figure::NONE;
use crate::present::tables::{row, section, sentence, table, toned};
use crate::values::{Language, Unit};

impl Pack<'_> {
    pub(super) fn finance(&self) -> Section {
        let mut blocks = vec![Block::Headline(self.headline()), Block::Table(self.goals())];
        blocks.extend(self.in_dispute());
        blocks.extend(self.converted());
        blocks.extend(self.left_out());
        blocks.extend(self.unlike());
        let silent: Vec<String> = self.unexplained().into_iter().map(|goal| self.say(w::goal(goal))).collect();
        if !silent.is_empty() {
            blocks.push(Block::Callout(Callout {
                tone: Tone::Caution,
                title: self.say(w::REMARKS),
                text: self.tell(w::NO_REMARK, &[&silent.join(self.comma())]),
                items: Vec::new(),
            }));
        }
        if !self.review.remarks.is_empty() {
            blocks.push(Block::Table(self.remarks()));
        }
        blocks.push(Block::Chart(self.history_chart()));
        blocks.push(Block::Table(self.history()));
        blocks.push(sentence(self.say(w::HOW)));
        section("finance", self.say(w::FINANCE), blocks)
    }

    /// What of the receivables is disputed: part of it is overdue for another reason than late payment.
    fn in_dispute(&self) -> Option<Block> {
        let ageing = &self.latest().ageing;
        let values = [
            format!("{} {}", self.money(ageing.disputed), self.unit()),
            share(ageing.disputed, ageing.debts()),
            self.clients(self.disputes().len()),
        ];
        let told = self.tell(w::DISPUTED_TEXT, &values.each_ref().map(String::as_str));
        (!ageing.disputed.is_zero()).then(|| sentence(told))
    }

    /// At which rates amounts in other currencies are converted, where there are such.
    fn converted(&self) -> Option<Block> {
        let rates = self.rates();
        (!rates.is_empty()).then(|| sentence(self.tell(w::CONVERTED, &[&rates.join(self.comma())])))
    }

    /// The rates of exchange in use, each with the number of its clients.
    pub(super) fn rates(&self) -> Vec<String> {
        let told = |(currency, (rate, count)): (&str, (Decimal, usize))| {
            let clients = self.clients(count);
            let rate = short(rate, 8);
            match self.language() {
                Language::Zh => format!("1 {currency} = {rate} {}（{clients}）", self.review.currency),
                Language::En => format!("1 {currency} = {rate} {} ({clients})", self.review.currency),
            }
        };
        self.used_rates().into_iter().map(told).collect()
    }

    /// Clients that no sum holds for want of a rate of exchange.
    fn left_out(&self) -> Option<Block> {
        let count = self.tracks().filter(|track| track.doubts.contains(&Doubt::NoRate)).count();
        (count > 0).then(|| {
            Block::Callout(Callout {
                tone: Tone::Caution,
                title: self.say(w::LEFT_OUT),
                text: self.tell(w::LEFT_OUT_TEXT, &[&self.clients(count)]),
                items: Vec::new(),
            })
        })
    }

    /// Clients whose balance is known now and was not a quarter ago: changes count them as new debts.
    fn unlike(&self) -> Option<Block> {
        let exposed = |standing: Option<&super::Standing>| standing.and_then(|standing| standing.exposure);
        let new: Vec<Decimal> = self
            .tracks()
            .filter(|track| exposed(track.before()).is_none())
            .filter_map(|track| exposed(track.latest()))
            .filter(|exposure| !exposure.is_zero())
            .collect();
        let sum = self.money(new.iter().copied().sum());
        (!new.is_empty()).then(|| {
            Block::Callout(Callout {
                tone: Tone::Caution,
                title: self.say(w::UNLIKE),
                text: self.tell(w::UNLIKE_TEXT, &[&self.clients(new.len()), &sum, &self.unit()]),
                items: Vec::new(),
            })
        })
    }

    /// A goal's figure in its unit.
    pub(super) fn shown(&self, goal: Goal, figure: Option<Decimal>) -> String {
        let Some(figure) = figure else { return NONE.to_owned() };
        match goal {
            Goal::Exposure => self.money(figure),
            Goal::DaysSalesOutstanding | Goal::BestPossibleDso => fixed(figure, 1),
            Goal::ExpectedLossShare => percent(figure, 2),
            _ => percent(figure, 1),
        }
    }

    /// By how much a goal's figure changed: shares in percentage points.
    fn change(&self, goal: Goal, change: Option<Decimal>) -> String {
        let Some(change) = change else { return NONE.to_owned() };
        let digits = if goal == Goal::ExpectedLossShare { 2 } else { 1 };
        let changed = match goal {
            Goal::Exposure | Goal::DaysSalesOutstanding | Goal::BestPossibleDso => self.shown(goal, Some(change)),
            _ => present::points(change, digits, self.language()),
        };
        if change > Decimal::ZERO { format!("+{changed}") } else { changed }
    }

    /// What a goal is called in a table, with the unit of its figures where they are not shares.
    fn named(&self, goal: Goal) -> String {
        let name = self.say(w::goal(goal));
        match goal {
            Goal::Exposure => self.tell(w::IN_UNIT, &[&name, &self.unit()]),
            Goal::DaysSalesOutstanding | Goal::BestPossibleDso => self.tell(w::IN_UNIT, &[&name, &self.say(w::DAYS)]),
            _ => name,
        }
    }

    fn outcome(&self, goal: Goal) -> Outcome {
        outcome(self.latest(), self.review, goal)
    }

    /// The goals that are missed without a recorded cause.
    pub(super) fn unexplained(&self) -> Vec<Goal> {
        unexplained(self.latest(), self.review)
    }

    fn headline(&self) -> Headline {
        let tile = |goal: Goal| {
            let before = self.pictures.get(1).and_then(|before| before.goal(goal));
            let note = format!("{} {}", self.say(w::BEFORE), self.shown(goal, before));
            let tone = match self.outcome(goal) {
                Outcome::Met => Tone::Good,
                Outcome::Missed => Tone::Bad,
                Outcome::Unknown | Outcome::NoTarget => Tone::Neutral,
            };
            let href = "#goals".to_owned();
            Tile { label: self.say(w::goal(goal)), value: self.shown(goal, self.latest().goal(goal)), note, tone, href }
        };
        let count = |outcome| Goal::ALL.into_iter().filter(|&goal| self.outcome(goal) == outcome).count();
        let (met, missed, unknown) = (count(Outcome::Met), count(Outcome::Missed), count(Outcome::Unknown));
        let set = met + missed + unknown;
        let statement = match (self.language(), unknown) {
            (Language::Zh, 0) => format!("{set} 项设有目标，其中 {met} 项达标。"),
            (Language::Zh, _) => format!("{set} 项设有目标，其中 {met} 项达标，{unknown} 项无法计算。"),
            (Language::En, 0) => format!("Targets met: {met} of {set}."),
            (Language::En, _) => format!("Targets met: {met} of {set}; {unknown} not known."),
        };
        Headline {
            badge: self.shown(Goal::Exposure, self.latest().goal(Goal::Exposure)),
            badge_label: format!("{} ({})", self.say(w::EXPOSURE), self.unit()),
            tone: if missed > 0 { Tone::Caution } else { Tone::Good },
            statement,
            tiles: Goal::ALL.into_iter().skip(1).map(tile).chain([self.clients_tile()]).collect(),
        }
    }

    fn clients_tile(&self) -> Tile {
        let before = self.pictures.get(1).map_or(0, |before| before.clients);
        Tile {
            label: self.say(w::CLIENTS),
            value: self.latest().clients.to_string(),
            note: format!("{} {before}", self.say(w::BEFORE)),
            tone: Tone::Neutral,
            href: String::new(),
        }
    }

    fn goals(&self) -> crate::pages::Table {
        let columns = vec![
            Column::text(self.say(w::GOAL)).wide(3),
            Column::number(self.say(w::NOW)),
            Column::number(self.say(w::BEFORE)),
            Column::number(self.say(w::CHANGE)),
            Column::number(self.say(w::TARGET)),
            Column::text(self.say(w::STATUS)),
        ];
        let rows = Goal::ALL.into_iter().map(|goal| {
            let now = self.latest().goal(goal);
            let before = self.pictures.get(1).and_then(|before| before.goal(goal));
            let change = now.zip(before).map(|(now, before)| now - before);
            let target = self.review.targets.get(&goal).copied();
            let (words, tone) = match self.outcome(goal) {
                Outcome::Met => (w::MET, Tone::Good),
                Outcome::Missed => (w::MISSED, Tone::Bad),
                Outcome::Unknown => (w::NOT_KNOWN, Tone::Caution),
                Outcome::NoTarget => (w::NO_TARGET, Tone::Neutral),
            };
            row(vec![
                self.named(goal).into(),
                self.shown(goal, now).into(),
                self.shown(goal, before).into(),
                self.change(goal, change).into(),
                target.map_or_else(String::new, |target| self.shown(goal, Some(target))).into(),
                toned(self.say(words), tone),
            ])
        });
        let mut goals = table("goals", self.say(w::GOALS), columns, rows.collect());
        goals.note = self.rests_on();
        goals
    }

    /// On how many clients those goals rest of which not every client's file tells enough.
    fn rests_on(&self) -> String {
        let latest = self.latest();
        let goals = [Goal::DaysSalesOutstanding, Goal::BestPossibleDso, Goal::CollectionEffectiveness];
        let parts: Vec<_> = goals
            .into_iter()
            .zip(latest.rests_on)
            .filter(|(goal, count)| *count < latest.clients && latest.goal(*goal).is_some())
            .map(|(goal, count)| {
                self.tell(w::OF_CLIENTS, &[&self.say(w::goal(goal)), &count.to_string(), &latest.clients.to_string()])
            })
            .collect();
        parts.join(self.semicolon())
    }

    fn remarks(&self) -> crate::pages::Table {
        let columns = vec![
            Column::text(self.say(w::GOAL)).wide(2),
            Column::text(self.say(w::CAUSE)).wide(4),
            Column::text(self.say(w::ACTION)).wide(4),
            Column::text(self.say(w::OWNER)).wide(2),
            Column::text(self.say(w::DUE)).wide(2),
        ];
        let rows = self.review.remarks.iter().map(|remark| {
            let text = |text: &crate::values::Text| text.get(self.language()).to_owned();
            row(vec![
                self.say(w::goal(remark.goal)).into(),
                text(&remark.cause).into(),
                text(&remark.action).into(),
                text(&remark.owner).into(),
                remark.due.map_or_else(String::new, |due| due.to_string()).into(),
            ])
        });
        table("remarks", self.say(w::REMARKS), columns, rows.collect())
    }

    /// Each goal at the end of each quarter, the earliest first.
    fn history(&self) -> crate::pages::Table {
        let mut columns = vec![Column::text(self.say(w::GOAL)).wide(3)];
        columns.extend(self.review.days.iter().rev().map(|day| Column::number(day.to_string())));
        let rows = Goal::ALL.into_iter().map(|goal| {
            let figures = self.pictures.iter().rev().map(|picture| self.shown(goal, picture.goal(goal)).into());
            row(std::iter::once(self.named(goal).into()).chain(figures).collect())
        });
        let rows: Vec<Row> = rows.collect();
        table("history", self.say(w::HISTORY), columns, rows)
    }

    fn history_chart(&self) -> Chart {
        let days: Vec<String> = self.review.days.iter().rev().map(ToString::to_string).collect();
        let names: Vec<&str> = days.iter().map(String::as_str).collect();
        let goals = [Goal::OverdueShare, Goal::OverdueOver90Share];
        let values = goals.map(|goal| -> Vec<Option<f64>> {
            self.pictures.iter().rev().map(|picture| picture.goal(goal).map(position)).collect()
        });
        let labels = goals.map(|goal| -> Vec<String> {
            self.pictures.iter().rev().map(|picture| self.shown(goal, picture.goal(goal))).collect()
        });
        let series = [0, 1].map(|at| Series { values: &values[at], labels: &labels[at] });
        let title = goals.map(|goal| self.say(w::goal(goal))).join(" · ");
        let alt = format!("{title}: {} / {}", labels[0].join(", "), labels[1].join(", "));
        let tick = |tick| present::axis(tick, Unit::Percent);
        let svg = Trend { periods: &names, series: &series, standard: None, tick: &tick }.draw(&alt, self.medium);
        let legend = goals.into_iter().zip(1_u8..).map(|(goal, series)| crate::pages::LegendEntry {
            series,
            color: crate::pages::chart::palette::series(series).light,
            text: self.say(w::goal(goal)),
        });
        Chart { id: "history-chart".to_owned(), title, alt, svg, legend: legend.collect(), table: "history".to_owned() }
    }
}
