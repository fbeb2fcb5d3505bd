//! The working-capital cycle 资金积压期间 of every period (SCOPE C2).

use super::ratios::{days, stands};
use super::words as w;
use super::{Sheet, position};
use crate::measures::Measure;
use crate::pages::chart::{Cycle, CyclePeriod, palette};
use crate::pages::{Block, Cell, Chart, Column, LegendEntry, Row, Section};
use crate::present;
use crate::present::tables::{row, section, table, total};
use crate::values::{Language, Words};

const PARTS: [(Measure, Words); 3] = [
    (Measure::DaysInventory, w::INVENTORY_DAYS),
    (Measure::DaysSalesOutstanding, w::RECEIVABLE_DAYS),
    (Measure::DaysPayable, w::PAYABLE_DAYS),
];

impl Sheet<'_> {
    pub(super) fn cycle_section(&self) -> Section {
        let periods: Vec<&str> = self.statements().map(|statement| statement.period.name.as_str()).collect();
        let mut blocks = Vec::new();
        let any = periods
            .iter()
            .any(|period| self.figure(Measure::CashConversionCycle, period).is_some_and(|figure| figure.value.is_ok()));
        if any {
            blocks.push(Block::Chart(self.cycle_chart(&periods)));
        }
        for (at, periods) in self.in_print(&periods).into_iter().enumerate() {
            let id = if at == 0 { "cycle-table".to_owned() } else { format!("cycle-table-{}", at + 1) };
            blocks.push(self.cycle_table(&id, periods));
        }
        section("cycle", self.say(w::CYCLE), blocks)
    }

    fn cycle_table(&self, id: &str, periods: &[&str]) -> Block {
        let mut rows: Vec<Row> =
            PARTS.iter().map(|&(measure, name)| row(self.day_cells(measure, self.say(name), periods))).collect();
        let cycle = Measure::CashConversionCycle;
        rows.push(total(self.day_cells(cycle, self.say(w::CYCLE_TOTAL), periods)));
        let mut columns = vec![Column::text(self.say(w::DAYS)).wide(3)];
        columns.extend(periods.iter().map(|period| Column::number(self.period_label(period))));
        let mut table = table(id, self.say(w::CYCLE), columns, rows);
        let parts = PARTS
            .iter()
            .flat_map(|&(measure, _)| periods.iter().filter_map(move |period| self.figure(measure, period)));
        if parts.into_iter().any(stands) {
            table.note = self.stand_in_note();
        }
        Block::Table(table)
    }

    fn day_cells(&self, measure: Measure, name: String, periods: &[&str]) -> Vec<Cell> {
        let mut cells = vec![self.measure_cell(measure, name)];
        cells.extend(periods.iter().map(|period| match self.figure(measure, period) {
            Some(figure) => self.figure_cell(figure, self.marked(figure)),
            None => Cell::from(present::figure::NONE),
        }));
        cells
    }

    fn cycle_chart(&self, periods: &[&str]) -> Chart {
        let value = |measure, period| self.figure(measure, period).and_then(|figure| figure.value.ok());
        let labels: Vec<([String; 3], String, String)> = periods
            .iter()
            .map(|period| {
                let parts = PARTS.map(|(measure, _)| days(value(measure, period)));
                (parts, days(value(Measure::CashConversionCycle, period)), self.period_label(period))
            })
            .collect();
        let bars: Vec<_> = periods
            .iter()
            .zip(&labels)
            .map(|(period, (parts, net, name))| CyclePeriod {
                period: name,
                inventory: value(Measure::DaysInventory, period).map(position),
                receivable: value(Measure::DaysSalesOutstanding, period).map(position),
                payable: value(Measure::DaysPayable, period).map(position),
                labels: [&parts[0], &parts[1], &parts[2]],
                net,
            })
            .collect();
        let title = self.say(w::CYCLE_CHART);
        let latest = labels.last().map_or("", |(_, net, _)| net.as_str());
        let text = match self.language() {
            Language::Zh => format!("各期存货天数加应收天数减应付天数；最近一期为 {latest} 天。"),
            Language::En => {
                format!("Inventory days plus receivable days less payable days by period; {latest} days in the latest.")
            }
        };
        let svg = Cycle { periods: &bars }.draw(&text, self.medium);
        let legend = PARTS.iter().zip(1_u8..).map(|(&(_, name), series)| LegendEntry {
            series,
            color: palette::series(series).light,
            text: self.say(name),
        });
        Chart {
            id: "cycle-chart".to_owned(),
            title,
            alt: text,
            svg,
            legend: legend.collect(),
            table: "cycle-table".to_owned(),
        }
    }
}
