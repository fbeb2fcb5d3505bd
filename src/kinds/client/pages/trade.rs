//! Our trade with the client: its terms, the measures of our experience, sales by month (SCOPE C3).

use rust_decimal::Decimal;

use super::ledger_words as l;
use super::summary::in_brackets;
use super::words as w;
use super::{Sheet, position};
use crate::kinds::client::assess::{Experience, exposure_on};
use crate::kinds::client::case::{Month, Trade};
use crate::pages::chart::{Columns, Series};
use crate::pages::number::{AmountColumn, money};
use crate::pages::{Block, Chart, Column, Fact, Section};
use crate::present;
use crate::present::tables::{facts, row, section, sentence, table};
use crate::values::{Language, plural};

impl Sheet<'_> {
    pub(super) fn trade_section(&self) -> Section {
        let (Some(trade), Some(experience)) = (&self.client.trade, &self.assessment.experience) else {
            return section("trade", self.say(w::TRADE), vec![sentence(self.say(w::NO_TRADE))]);
        };
        let mut blocks = Vec::new();
        blocks.extend(self.trade_facts(trade));
        blocks.push(self.trade_measures(experience));
        let months = trade.months_on(self.edition.as_of);
        if months.len() > 1 {
            blocks.push(Block::Chart(self.sales_chart(trade, &months)));
        }
        section("trade", self.say(w::TRADE), blocks)
    }

    pub(super) fn trade_unit(&self, trade: &Trade) -> String {
        present::amount_unit(&trade.currency, trade.unit.scale(), self.language())
    }

    fn trade_facts(&self, trade: &Trade) -> Option<Block> {
        let money = |amount: Option<Decimal>| amount.map_or_else(String::new, |amount| self.trade_money(amount));
        let days = trade.terms_days.map_or_else(String::new, |days| match self.language() {
            Language::Zh => format!("{days} 天"),
            Language::En => plural(days, "day"),
        });
        let as_of = self.edition.as_of;
        let orders = trade.orders.filter(|_| trade.is_stated_for(as_of));
        facts(vec![
            Fact::new(self.say(w::SINCE), trade.since.map_or_else(String::new, |year| year.to_string())),
            Fact::new(self.say(w::TERMS_GIVEN), days),
            Fact::new(self.say(w::OWED), money(trade.owed_on(as_of))),
            Fact::new(self.say(w::ORDERS), money(orders)),
            Fact::new(self.say(w::EXPOSURE), money(orders.and_then(|_| exposure_on(self.client, as_of)))),
            Fact::new(self.say(w::FORECAST), money(trade.forecast)),
        ])
    }

    fn trade_measures(&self, experience: &Experience) -> Block {
        let mut any_note = false;
        let rows = experience.figures.iter().map(|figure| {
            let name = figure.measure.doc().name.get(self.language()).to_owned();
            let note = match figure.value {
                Ok(_) => {
                    figure.notes.iter().map(|note| note.words().get(self.language())).collect::<Vec<_>>().join(" ")
                }
                Err(reason) => reason.words().get(self.language()).to_owned(),
            };
            any_note |= !note.is_empty();
            let (name, value) = (self.measure_cell(figure.measure, name), self.trade_figure(figure));
            row(vec![name, self.figure_cell(figure, value), note.into()])
        });
        let mut rows: Vec<_> = rows.collect();
        let mut columns = vec![Column::text(self.say(w::MEASURE)).wide(3), Column::number(self.say(w::VALUE)).wide(2)];
        if any_note {
            columns.push(Column::text(self.say(l::REMARKS)).wide(3));
        } else {
            for row in &mut rows {
                row.cells.truncate(columns.len());
            }
        }
        Block::Table(table("trade-measures", self.say(w::TRADE), columns, rows))
    }

    fn sales_chart(&self, trade: &Trade, months: &[Month]) -> Chart {
        let months: Vec<_> = months.iter().take(15).rev().collect();
        let names: Vec<String> = months.iter().map(|month| month.first.strftime("%y-%m").to_string()).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let most = months.iter().map(|month| month.sales.abs()).max().unwrap_or_default();
        let scale = self.chart_scale(most, trade.unit.scale());
        let values: Vec<_> = months.iter().map(|month| Some(position(month.sales / scale))).collect();
        let unit = present::amount_unit(&trade.currency, scale, self.language());
        let title = format!("{}{}", self.say(w::MONTHLY_SALES), in_brackets(&unit, self.language()));
        let (first, last) = (names.first().copied().unwrap_or(""), names.last().copied().unwrap_or(""));
        let sum = money(months.iter().map(|month| month.sales).sum::<Decimal>() / scale);
        let text = match self.language() {
            Language::Zh => format!("{first} 至 {last} 共 {sum}。"),
            Language::En => format!("{first} to {last}, {sum} in all."),
        };
        let series = [Series { values: &values, labels: &[] }];
        let columns =
            Columns { periods: &names, series: &series, tick: &|tick| present::axis(tick, crate::values::Unit::Money) };
        let svg = columns.draw(&text, self.medium);
        Chart { id: "sales-chart".to_owned(), title, alt: text, svg, legend: Vec::new(), table: String::new() }
    }
}

/// The column of `amounts` in the unit that the trade is typed in.
pub(super) fn trade_column(trade: &Trade, amounts: impl IntoIterator<Item = Decimal>) -> AmountColumn {
    AmountColumn::new(trade.unit.scale(), amounts)
}
