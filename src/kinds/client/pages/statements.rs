//! The statements of every period, each amount tied to its line (SCOPE C7).

use rust_decimal::Decimal;

use super::summary::in_brackets;
use super::words as w;
use super::{Sheet, position};
use crate::kinds::client::articulation::{self, Rule};
use crate::kinds::client::case::Statement;
use crate::kinds::client::lines::{Line, LineKind, Part};
use crate::load::tree::path_key;
use crate::pages::chart::{Columns, Series, palette};
use crate::pages::number::{AmountColumn, short};
use crate::pages::{Block, Cell, Chart, Column, LegendEntry, Row, Section, Tone};
use crate::present;
use crate::present::tables::{group, linked, row, section, sentence, table, toned, total};
use crate::values::{Language, Unit};

impl Sheet<'_> {
    pub(super) fn statements_section(&self) -> Section {
        let statements: Vec<&Statement> = self.statements().collect();
        if statements.is_empty() {
            return section("statements", self.say(w::STATEMENTS), vec![sentence(self.say(w::NO_STATEMENTS))]);
        }
        let mut blocks = Vec::new();
        if statements.len() > 1 && statements.iter().any(|statement| statement.amounts.get(Line::Sales).is_some()) {
            blocks.push(Block::Chart(self.profit_chart(&statements)));
        }
        for part in Part::ALL {
            for (at, statements) in self.in_print(&statements).into_iter().enumerate() {
                let id = if at == 0 {
                    part.key().replace('_', "-")
                } else {
                    format!("{}-{}", part.key().replace('_', "-"), at + 1)
                };
                blocks.extend(self.part_table(&id, part, statements));
            }
        }
        for (at, periods) in self.in_print(&self.assessment.periods).into_iter().enumerate() {
            let id = if at == 0 { "ties".to_owned() } else { format!("ties-{}", at + 1) };
            blocks.push(self.ties_table(&id, periods));
        }
        section("statements", self.say(w::STATEMENTS), blocks)
    }

    /// Whether the statements of `periods`, places among the client's statements, tie.
    fn ties_table(&self, id: &str, periods: &[usize]) -> Block {
        let statements = &self.client.statements;
        let tie = |rule, at: usize| articulation::tie_of(rule, &statements[at], articulation::opening(statements, at));
        let all = Rule::ALL.iter().flat_map(|&rule| periods.iter().filter_map(move |&at| tie(rule, at)));
        let column = AmountColumn::new(self.scale(), all.filter(|tie| !tie.holds()).map(|tie| tie.difference()));
        let rows = Rule::ALL.iter().map(|&rule| {
            let mut cells = vec![Cell::Plain(self.say(rule.words()))];
            cells.extend(periods.iter().map(|&at| match tie(rule, at) {
                None => Cell::from(present::figure::NONE),
                Some(tie) if tie.holds() => toned("✓".to_owned(), Tone::Neutral),
                Some(tie) => toned(column.print(tie.difference()), Tone::Caution),
            }));
            row(cells)
        });
        let mut columns = vec![Column::text(self.say(w::RULE)).wide(3)];
        columns.extend(periods.iter().map(|&at| Column::number(statements[at].period.label(self.language()))));
        let mut table = table(id, self.say(w::TIES), columns, rows.collect());
        table.note = self.say(w::TIES_NOTE);
        Block::Table(table)
    }

    fn part_table(&self, id: &str, part: Part, statements: &[&Statement]) -> Option<Block> {
        let lines = Line::ALL.iter().filter(|line| line.part() == part);
        let given = lines.filter(|line| statements.iter().any(|statement| statement.amounts.get(**line).is_some()));
        let column = AmountColumn::new(self.scale(), amounts_of(part, statements));
        let mut rows: Vec<Row> = Vec::new();
        for &line in given {
            rows.extend(self.rest_row(line, statements, column));
            rows.push(self.line_row(line, statements, column));
        }
        let own = self.extra_rows(part, statements, column);
        if part == Part::Balance && !own.is_empty() {
            rows.push(group(self.say(w::OWN_LINES), statements.len() + 1));
        }
        rows.extend(own);
        if rows.is_empty() {
            return None;
        }
        let mut columns = vec![Column::text(self.say(w::LINE)).wide(3)];
        columns.extend(statements.iter().map(|statement| Column::number(statement.period.label(self.language()))));
        let mut table = table(id, part.words().get(self.language()).to_owned(), columns, rows);
        table.note = format!("{}{}", self.say(w::MONEY_IN), self.money_unit());
        Some(Block::Table(table))
    }

    /// What a sum holds beside the lines above it, so that they add up to it.
    fn rest_row(&self, sum: Line, statements: &[&Statement], column: AmountColumn) -> Option<Row> {
        let rests: Vec<_> = statements.iter().map(|statement| statement.amounts.rest(sum)).collect();
        let name = match sum {
            Line::CurrentAssets => w::OTHER_CURRENT_ASSETS,
            Line::TotalAssets => w::OTHER_ASSETS,
            Line::CurrentLiabilities => w::OTHER_CURRENT_LIABILITIES,
            Line::NonCurrentLiabilities => w::OTHER_NON_CURRENT_LIABILITIES,
            Line::TotalLiabilities => w::OTHER_LIABILITIES,
            _ => w::OTHER_EQUITY,
        };
        rests.iter().any(Option::is_some).then(|| {
            let amounts = rests.into_iter().map(|rest| rest.map_or_else(String::new, |rest| column.print(rest)).into());
            row([Cell::Plain(self.say(name))].into_iter().chain(amounts).collect())
        })
    }

    fn line_row(&self, line: Line, statements: &[&Statement], column: AmountColumn) -> Row {
        // The allowance is no asset of its own: receivables are net of it.
        let name = if line == Line::ReceivablesAllowance { w::ALLOWANCE_DEDUCTED } else { line.words() };
        let mut cells = vec![Cell::Plain(self.say(name))];
        cells.extend(statements.iter().map(|statement| match statement.amounts.get(line) {
            Some(amount) => {
                let path = || line.path(statement.index, line.part().key());
                self.amount_cell(column.print(amount), path)
            }
            None => Cell::from(""),
        }));
        if matches!(line.kind(), LineKind::Total | LineKind::SignedTotal) { total(cells) } else { row(cells) }
    }

    fn amount_cell(&self, text: String, path: impl FnOnce() -> String) -> Cell {
        if self.listed() { linked(text, self.line_href(&path())) } else { Cell::Plain(text) }
    }

    /// Lines with names of the author's own, each name once, in the order of their first mention.
    fn extra_rows(&self, part: Part, statements: &[&Statement], column: AmountColumn) -> Vec<Row> {
        let mut names: Vec<&str> = Vec::new();
        for (_, name, _) in statements.iter().flat_map(|statement| &statement.extra).filter(|extra| extra.0 == part) {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        let rows = names.into_iter().map(|name| {
            let mut cells = vec![Cell::from(name)];
            cells.extend(statements.iter().map(|statement| {
                let found = statement.extra.iter().find(|extra| extra.0 == part && extra.1 == name);
                found.map_or_else(
                    || Cell::from(""),
                    |&(_, _, amount)| {
                        let path =
                            || format!("statements[{}].{}.extra.{}", statement.index, part.key(), path_key(name));
                        self.amount_cell(column.print(amount), path)
                    },
                )
            }));
            row(cells)
        });
        rows.collect()
    }

    fn profit_chart(&self, statements: &[&Statement]) -> Chart {
        let latest = &statements[statements.len().saturating_sub(8)..];
        let periods: Vec<_> = latest.iter().map(|statement| statement.period.label(self.language())).collect();
        let periods: Vec<&str> = periods.iter().map(String::as_str).collect();
        let all = |line: Line| latest.iter().map(move |statement| statement.amounts.get(line));
        let most = all(Line::Sales).chain(all(Line::NetIncome)).flatten().map(|amount| amount.abs()).max();
        let scale = self.chart_scale(most.unwrap_or_default(), self.scale());
        let places = u32::from(scale != self.scale());
        let amounts = |line: Line| -> Vec<Option<Decimal>> {
            all(line).map(|amount| amount.map(|amount| amount / scale)).collect()
        };
        let (sales, profit) = (amounts(Line::Sales), amounts(Line::NetIncome));
        let labels = |amounts: &[Option<Decimal>]| -> Vec<String> {
            amounts.iter().map(|amount| amount.map_or_else(String::new, |amount| short(amount, places))).collect()
        };
        let positions = |amounts: &[Option<Decimal>]| -> Vec<Option<f64>> {
            amounts.iter().map(|amount| amount.map(position)).collect()
        };
        let (sales_labels, profit_labels) = (labels(&sales), labels(&profit));
        let (sales, profit) = (positions(&sales), positions(&profit));
        let series =
            [Series { values: &sales, labels: &sales_labels }, Series { values: &profit, labels: &profit_labels }];
        let unit = present::amount_unit(&self.client.currency, scale, self.language());
        let title = format!("{}{}", self.say(w::SALES_AND_PROFIT), in_brackets(&unit, self.language()));
        let last = |labels: &[String]| labels.last().cloned().unwrap_or_default();
        let text = match self.language() {
            Language::Zh => format!("最近一期营业收入 {}，净利润 {}。", last(&sales_labels), last(&profit_labels)),
            Language::En => format!(
                "In the latest period sales are {} and net income {}.",
                last(&sales_labels),
                last(&profit_labels)
            ),
        };
        let columns = Columns { periods: &periods, series: &series, tick: &|tick| present::axis(tick, Unit::Money) };
        let svg = columns.draw(&text, self.medium);
        let legend = vec![
            LegendEntry { series: 1, color: palette::series(1).light, text: self.say(w::SALES) },
            LegendEntry { series: 2, color: palette::series(2).light, text: self.say(w::NET_INCOME) },
        ];
        Chart { id: "profit-chart".to_owned(), title, alt: text, svg, legend, table: "income".to_owned() }
    }
}

/// Every amount that a part of the statements holds; what sums hold beside their lines is no more broken
/// than these.
fn amounts_of<'s>(part: Part, statements: &'s [&Statement]) -> impl Iterator<Item = Decimal> + 's {
    statements.iter().flat_map(move |statement| {
        let lines = Line::ALL.iter().filter(move |line| line.part() == part);
        let own = statement.extra.iter().filter(move |extra| extra.0 == part).map(|extra| extra.2);
        lines.filter_map(|&line| statement.amounts.get(line)).chain(own)
    })
}
