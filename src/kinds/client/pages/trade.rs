//! Our trade with the client: days sales outstanding in all forms, ageing, sales by month
//! (SCOPE C3).

use rust_decimal::Decimal;

use super::summary::in_brackets;
use super::words as w;
use super::{Sheet, position};
use crate::kinds::client::assess::{Ageing, Experience};
use crate::kinds::client::case::Trade;
use crate::pages::chart::{Columns, Series};
use crate::pages::number::{percent, short};
use crate::pages::{Block, Chart, Column, Fact, Section, Tone};
use crate::present;
use crate::present::tables::{facts, row, section, sentence, table, toned, total};
use crate::values::{Language, Words};

/// The age classes with the colour of each.
const CLASSES: [(Words, Tone); 5] = [
    (w::NOT_DUE, Tone::Good),
    (w::OVERDUE_1, Tone::Neutral),
    (w::OVERDUE_2, Tone::Caution),
    (w::OVERDUE_3, Tone::Caution),
    (w::OVERDUE_4, Tone::Bad),
];

impl Sheet<'_> {
    pub(super) fn trade_section(&self) -> Section {
        let (Some(trade), Some(experience)) = (&self.client.trade, &self.assessment.experience) else {
            return section("trade", self.say(w::TRADE), vec![sentence(self.say(w::NO_TRADE))]);
        };
        let mut blocks = Vec::new();
        blocks.extend(self.trade_facts(trade));
        blocks.push(self.trade_measures(experience));
        if !trade.open.is_empty() {
            blocks.push(self.ageing_table(&experience.ageing, trade));
        }
        if trade.months.len() > 1 {
            blocks.push(Block::Chart(self.sales_chart(trade)));
        }
        section("trade", self.say(w::TRADE), blocks)
    }

    pub(super) fn trade_unit(&self, trade: &Trade) -> String {
        present::amount_unit(&trade.currency, trade.unit.scale(), self.language())
    }

    fn trade_facts(&self, trade: &Trade) -> Option<Block> {
        let money = |amount: Option<Decimal>| {
            amount.map_or_else(String::new, |amount| match self.language() {
                Language::Zh => format!("{} {}", trade_amount(amount, trade), self.trade_unit(trade)),
                // English has no word for 万: amounts stand in full.
                Language::En => format!("{} {}", trade.currency, short(amount, 2)),
            })
        };
        let days = trade.terms_days.map_or_else(String::new, |days| match self.language() {
            Language::Zh => format!("{days} 天"),
            Language::En => format!("{days} days"),
        });
        facts(vec![
            Fact::new(self.say(w::SINCE), trade.since.map_or_else(String::new, |year| year.to_string())),
            Fact::new(self.say(w::TERMS_GIVEN), days),
            Fact::new(self.say(w::OWED), money(trade.owed())),
            Fact::new(self.say(w::FORECAST), money(trade.forecast)),
        ])
    }

    fn trade_measures(&self, experience: &Experience) -> Block {
        let rows = experience.figures.iter().map(|figure| {
            let name = figure.measure.doc().name.get(self.language()).to_owned();
            let note = match figure.value {
                Ok(_) => {
                    figure.notes.iter().map(|note| note.words().get(self.language())).collect::<Vec<_>>().join(" ")
                }
                Err(reason) => reason.words().get(self.language()).to_owned(),
            };
            row(vec![
                self.measure_cell(figure.measure, name),
                self.figure_cell(figure, present::figure(figure, self.scale())),
                note.into(),
            ])
        });
        let columns = vec![
            Column::text(self.say(w::MEASURE)).wide(3),
            Column::number(self.say(w::VALUE)),
            Column::text("").wide(3),
        ];
        Block::Table(table("trade-measures", self.say(w::TRADE), columns, rows.collect()))
    }

    fn ageing_table(&self, ageing: &Ageing, trade: &Trade) -> Block {
        let owed: Decimal = ageing.classes.iter().sum();
        let share = |amount: Decimal| amount.checked_div(owed).map_or_else(String::new, |share| percent(share, 1));
        let mut rows: Vec<_> = CLASSES
            .iter()
            .zip(&ageing.classes)
            .map(|(&(name, tone), &amount)| {
                let tone = if amount.is_zero() { Tone::Neutral } else { tone };
                row(vec![toned(self.say(name), tone), trade_amount(amount, trade).into(), share(amount).into()])
            })
            .collect();
        if !ageing.credits.is_zero() {
            rows.push(row(vec![self.say(w::CREDITS).into(), trade_amount(ageing.credits, trade).into(), "".into()]));
        }
        rows.push(total(vec![self.say(w::TOTAL).into(), trade_amount(ageing.total(), trade).into(), "".into()]));
        let columns = vec![
            Column::text(self.say(w::AGEING)).wide(3),
            Column::number(self.say(w::AMOUNT)),
            Column::number(self.say(w::SHARE)),
        ];
        let mut table = table("ageing", self.say(w::AGEING), columns, rows);
        table.note = format!("{}{} · {}", self.say(w::MONEY_IN), self.trade_unit(trade), self.edition.as_of);
        Block::Table(table)
    }

    fn sales_chart(&self, trade: &Trade) -> Chart {
        let months: Vec<_> = trade.months.iter().take(15).rev().collect();
        let names: Vec<String> = months.iter().map(|month| month.first.strftime("%y-%m").to_string()).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let values: Vec<_> = months.iter().map(|month| Some(position(month.sales / trade.unit.scale()))).collect();
        let title = format!("{}{}", self.say(w::MONTHLY_SALES), in_brackets(&self.trade_unit(trade), self.language()));
        let (first, last) = (names.first().copied().unwrap_or(""), names.last().copied().unwrap_or(""));
        let sum: Decimal = months.iter().map(|month| month.sales).sum();
        let text = match self.language() {
            Language::Zh => format!("{first} 至 {last} 共 {}。", trade_amount(sum, trade)),
            Language::En => format!("{first} to {last}, {} in all.", trade_amount(sum, trade)),
        };
        let series = [Series { values: &values, labels: &[] }];
        let columns =
            Columns { periods: &names, series: &series, tick: &|tick| present::axis(tick, crate::values::Unit::Money) };
        let svg = columns.draw(&text, self.medium);
        Chart { id: "sales-chart".to_owned(), title, alt: text, svg, legend: Vec::new(), table: String::new() }
    }
}

/// An amount in the unit that the trade is typed in.
fn trade_amount(amount: Decimal, trade: &Trade) -> String {
    short(amount / trade.unit.scale(), 2)
}
