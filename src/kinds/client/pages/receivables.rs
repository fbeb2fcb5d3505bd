//! Receivables by age with what we expect to lose, how the client pays, and what is overdue
//! (SCOPE C3).

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::ledger_words as l;
use super::summary::in_brackets;
use super::trade::trade_column;
use super::words as w;
use super::{Sheet, position};
use crate::kinds::client::assess::{Ageing, Experience, HabitMonth};
use crate::kinds::client::case::Trade;
use crate::kinds::client::ledger::Item;
use crate::measures::Measure;
use crate::pages::chart::{Columns, Series};
use crate::pages::number::{AmountColumn, money, percent};
use crate::pages::{Block, Cell, Chart, Column, Row, Section, Tone};
use crate::present;
use crate::present::tables::{linked, row, section, table, toned, total};
use crate::values::{Language, Unit, Words};

/// The age classes with the colour of each.
const CLASSES: [(Words, Tone); 5] = [
    (w::NOT_DUE, Tone::Good),
    (w::OVERDUE_1, Tone::Neutral),
    (w::OVERDUE_2, Tone::Caution),
    (w::OVERDUE_3, Tone::Caution),
    (w::OVERDUE_4, Tone::Bad),
];

/// How many overdue items are named.
const LARGEST: usize = 5;

impl Sheet<'_> {
    /// None where nothing is known of what is open.
    pub(super) fn receivables_section(&self) -> Option<Section> {
        let (trade, experience) = (self.client.trade.as_ref()?, self.assessment.experience.as_ref()?);
        let ageing = experience.ageing.as_ref()?;
        let mut blocks = Vec::new();
        if ageing.debts() > Decimal::ZERO {
            blocks.push(Block::Chart(self.ageing_chart(ageing, trade)));
        }
        blocks.push(self.ageing_table(ageing, trade));
        blocks.extend(self.habit_table(experience, trade));
        blocks.extend(self.largest_overdue(trade.items_on(self.edition.as_of), trade));
        Some(section("receivables", self.say(l::RECEIVABLES), blocks))
    }

    fn ageing_chart(&self, ageing: &Ageing, trade: &Trade) -> Chart {
        let names = [self.say(l::NOT_DUE_SHORT), "1–30".into(), "31–60".into(), "61–90".into(), "> 90".into()];
        let names = names.each_ref().map(String::as_str);
        let most = ageing.classes.into_iter().map(|amount| amount.abs()).max().unwrap_or_default();
        let scale = self.chart_scale(most, trade.unit.scale());
        let unit = present::amount_unit(&trade.currency, scale, self.language());
        let values = ageing.classes.map(|amount| Some(position(amount / scale)));
        let column = AmountColumn::new(scale, ageing.classes);
        let labels = ageing.classes.map(|amount| if amount.is_zero() { String::new() } else { column.print(amount) });
        let title = format!("{}{}", self.say(w::AGEING), in_brackets(&unit, self.language()));
        let (all, late) = (money(ageing.debts() / scale), money(ageing.overdue() / scale));
        let text = match self.language() {
            Language::Zh => format!("应收共 {all}，其中逾期 {late}。"),
            Language::En => format!("{all} owed in all, {late} of it overdue."),
        };
        let series = [Series { values: &values, labels: &labels }];
        let tick = |tick| present::axis(tick, Unit::Money);
        let svg = Columns { periods: &names, series: &series, tick: &tick }.draw(&text, self.medium);
        Chart { id: "ageing-chart".to_owned(), title, alt: text, svg, legend: Vec::new(), table: "ageing".to_owned() }
    }

    fn ageing_table(&self, ageing: &Ageing, trade: &Trade) -> Block {
        let provision = self.edition.model.provision.as_ref();
        let allowance = provision.map(|provision| ageing.allowance(provision));
        let owed = ageing.debts();
        let share = |amount: Decimal| amount.checked_div(owed).map_or_else(String::new, |share| percent(share, 1));
        let column = trade_column(trade, ageing.classes.into_iter().chain([ageing.credits, ageing.disputed]));
        let lost: Option<Decimal> = allowance.map(|classes| classes.iter().sum());
        let losses = trade_column(trade, allowance.into_iter().flatten().chain(lost));
        let line = |name: Cell, amount: Decimal, share: String, rate: String, allowance: Option<Decimal>| {
            let mut cells = vec![name, column.print(amount).into(), share.into()];
            if provision.is_some() {
                cells.push(rate.into());
                cells.push(allowance.map_or_else(String::new, |amount| losses.print(amount)).into());
            }
            cells
        };
        let class = |(at, &(name, tone)): (usize, &(Words, Tone))| {
            let amount = ageing.classes[at];
            let tone = if amount.is_zero() { Tone::Neutral } else { tone };
            let rate = provision.map_or_else(String::new, |provision| percent(provision.rates[at], 1));
            row(line(toned(self.say(name), tone), amount, share(amount), rate, allowance.map(|of| of[at])))
        };
        let mut rows: Vec<Row> = CLASSES.iter().enumerate().map(class).collect();
        if !ageing.credits.is_zero() {
            rows.push(row(line(self.say(w::CREDITS).into(), ageing.credits, String::new(), String::new(), None)));
        }
        rows.push(total(line(self.say(w::TOTAL).into(), ageing.total(), String::new(), String::new(), lost)));
        if !ageing.disputed.is_zero() {
            let cells =
                line(self.say(l::DISPUTED_PART).into(), ageing.disputed, share(ageing.disputed), String::new(), None);
            rows.push(row(cells));
        }
        let mut columns = vec![
            Column::text(self.say(w::AGE)).wide(5),
            Column::number(self.say(w::AMOUNT)).wide(3),
            Column::number(self.say(w::SHARE)).wide(2),
        ];
        if provision.is_some() {
            columns.push(Column::number(self.say(l::LOSS_RATE)).wide(2));
            columns.push(Column::number(self.say(l::ALLOWANCE)).wide(3));
        }
        let mut table = table("ageing", self.say(w::AGEING), columns, rows);
        table.note = format!("{}{} · {}", self.say(w::MONEY_IN), self.trade_unit(trade), self.edition.as_of);
        Block::Table(table)
    }

    fn habit_table(&self, experience: &Experience, trade: &Trade) -> Option<Block> {
        if experience.habit.is_empty() {
            return None;
        }
        let days = |value: Option<Decimal>| {
            present::value(value.ok_or(crate::values::Undefined::NoPayments), Unit::Days, Decimal::ONE)
        };
        let column = trade_column(trade, experience.habit.iter().map(|month| month.habit.paid));
        let month = |month: &HabitMonth| {
            let habit = &month.habit;
            row(vec![
                month.first.strftime("%Y-%m").to_string().into(),
                column.print(habit.paid).into(),
                days(habit.days_to_pay()).into(),
                days(habit.days_late()).into(),
                habit.on_time_share().map_or_else(String::new, |share| percent(share, 0)).into(),
            ])
        };
        let mut rows: Vec<Row> = experience.habit.iter().map(month).collect();
        let paid: Decimal = experience.habit.iter().map(|month| month.habit.paid).sum();
        let figure = |measure| {
            let found = experience.figures.iter().find(|figure| figure.measure == measure);
            found.map_or_else(
                || Cell::from(""),
                |figure| self.figure_cell(figure, present::figure(figure, Decimal::ONE)),
            )
        };
        rows.push(total(vec![
            self.say(l::TWELVE_MONTHS).into(),
            column.print(paid).into(),
            figure(Measure::AverageDaysToPay),
            figure(Measure::AverageDaysLate),
            figure(Measure::PaidOnTimeShare),
        ]));
        let columns = vec![
            Column::text(self.say(l::MONTH)).wide(2),
            Column::number(self.say(l::PAID)),
            Column::number(self.say(l::DAYS_TO_PAY)),
            Column::number(self.say(l::DAYS_LATE)),
            Column::number(self.say(l::ON_TIME)),
        ];
        let mut table = table("habit", self.say(l::HABIT), columns, rows);
        table.note = format!("{}{} · {}", self.say(w::MONEY_IN), self.trade_unit(trade), self.say(l::HABIT_NOTE));
        Some(Block::Table(table))
    }

    fn largest_overdue(&self, mut items: Vec<Item<'_>>, trade: &Trade) -> Option<Block> {
        let as_of = self.edition.as_of;
        items.retain(|item| item.amount > Decimal::ZERO && item.due < as_of);
        items.sort_by_key(|item| (Reverse(item.amount), item.due));
        items.truncate(LARGEST);
        if items.is_empty() {
            return None;
        }
        let sold = items.iter().any(|item| !item.salesperson().is_empty());
        let disputed = items.iter().any(Item::is_disputed);
        let column = trade_column(trade, items.iter().map(|item| item.amount));
        let rows = items.iter().map(|item| {
            let reference = if item.reference().is_empty() { present::figure::NONE } else { item.reference() };
            let mut cells = vec![
                linked(reference.to_owned(), self.line_href(&trade.due_path(item))),
                item.due.to_string().into(),
                item.days_overdue(as_of).to_string().into(),
                column.print(item.amount).into(),
            ];
            if sold {
                cells.push(item.salesperson().into());
            }
            if disputed {
                cells.push(if item.is_disputed() { self.say(l::DISPUTED) } else { String::new() }.into());
            }
            row(cells)
        });
        let mut columns = vec![
            Column::text(self.say(l::REFERENCE)).wide(2),
            Column::number(self.say(l::DUE)).wide(2),
            Column::number(self.say(l::OVERDUE_DAYS)),
            Column::number(self.say(w::AMOUNT)).wide(2),
        ];
        if sold {
            columns.push(Column::text(self.say(l::SALESPERSON)).wide(2));
        }
        if disputed {
            columns.push(Column::text(self.say(l::REMARKS)).wide(2));
        }
        let mut table = table("largest-overdue", self.say(l::LARGEST), columns, rows.collect());
        table.note = format!("{}{}", self.say(w::MONEY_IN), self.trade_unit(trade));
        Some(Block::Table(table))
    }
}
