//! The ratios of every period with trend and standard (SCOPE C8).

use rust_decimal::Decimal;

use super::words as w;
use super::{Sheet, position};
use crate::kinds::client::assess::is_stand_in;
use crate::measures::scoring::Method;
use crate::measures::{Figure, Measure};
use crate::pages::chart::{Medium, Spark};
use crate::pages::number::AmountColumn;
use crate::pages::{Block, Cell, Column, RichCell, Row, Section};
use crate::present;
use crate::present::tables::{group, linked, row, section, table};
use crate::present::trace::fragment;
use crate::values::{Unit, Words};

/// The most periods in one table of a report; a page scrolls instead.
const PERIODS_IN_PRINT: usize = 5;

/// The measures of each group, in the order of print.
pub(super) const GROUPS: [(Words, &[Measure]); 5] = [
    (w::LIQUIDITY, &[Measure::CurrentRatio, Measure::QuickRatio, Measure::CashRatio, Measure::WorkingCapital]),
    (w::TURNOVER, &[Measure::ReceivablesTurnover, Measure::InventoryTurnover, Measure::TotalAssetTurnover]),
    (
        w::LEVERAGE,
        &[
            Measure::DebtToTangibleNetWorth,
            Measure::TangibleNetWorth,
            Measure::DebtRatio,
            Measure::EquityRatio,
            Measure::InterestCover,
            Measure::OperatingCashFlowToDebt,
        ],
    ),
    (
        w::PROFIT,
        &[
            Measure::GrossOperatingMargin,
            Measure::OperatingMargin,
            Measure::NetMargin,
            Measure::ReturnOnInvestment,
            Measure::ReturnOnAssets,
            Measure::ReturnOnEquity,
            Measure::SalesGrowth,
        ],
    ),
    (w::DISTRESS, &[Measure::AltmanZ, Measure::AltmanZPrivate, Measure::AltmanZNonManufacturing]),
];

impl Sheet<'_> {
    pub(super) fn ratios_section(&self) -> Section {
        let periods: Vec<&str> = self.statements().map(|statement| statement.period.name.as_str()).collect();
        let blocks = self.in_print(&periods).into_iter().enumerate().map(|(at, periods)| {
            let id = if at == 0 { "ratios-table".to_owned() } else { format!("ratios-table-{}", at + 1) };
            self.ratio_table(&id, periods)
        });
        section("ratios", self.say(w::RATIOS), blocks.collect())
    }

    /// Periods in runs that fit on a sheet of paper, latest run first; one run on the screen.
    pub(super) fn in_print<'p, T>(&self, periods: &'p [T]) -> Vec<&'p [T]> {
        match self.medium {
            Medium::Screen => vec![periods],
            Medium::Print => periods.rchunks(PERIODS_IN_PRINT).collect(),
        }
    }

    fn ratio_table(&self, id: &str, periods: &[&str]) -> Block {
        let mut rows = Vec::new();
        let mut stands_in = false;
        let amounts = GROUPS.iter().flat_map(|(_, measures)| *measures).filter(|one| one.unit() == Unit::Money);
        let figures =
            amounts.flat_map(|&measure| periods.iter().filter_map(move |period| self.figure(measure, period)));
        let column = AmountColumn::new(self.scale(), figures.filter_map(|figure| figure.value.ok()));
        for (name, measures) in GROUPS {
            rows.push(group(self.say(name), periods.len() + 3));
            for &measure in measures {
                rows.push(self.ratio_row(measure, periods, column, &mut stands_in));
            }
        }
        let mut columns = vec![Column::text(self.say(w::MEASURE)).wide(3)];
        columns.extend(periods.iter().map(|period| Column::number(self.period_label(period))));
        columns.push(Column::number(self.say(w::STANDARD)));
        columns.push(Column::text(self.say(w::TREND)));
        let mut table = table(id, self.say(w::RATIOS), columns, rows);
        table.note = format!("{}{}", self.say(w::MONEY_IN), self.money_unit());
        if stands_in {
            table.note.push_str(" · ");
            table.note.push_str(&self.stand_in_note());
        }
        Block::Table(table)
    }

    fn ratio_row(&self, measure: Measure, periods: &[&str], column: AmountColumn, stands_in: &mut bool) -> Row {
        let figures: Vec<Option<&Figure>> = periods.iter().map(|period| self.figure(measure, period)).collect();
        let mut cells = vec![self.measure_cell(measure, self.measure_name(measure))];
        for figure in &figures {
            let Some(figure) = figure else {
                cells.push(Cell::from(present::figure::NONE));
                continue;
            };
            *stands_in |= stands(figure);
            let text = match figure.value {
                Ok(amount) if measure.unit() == Unit::Money => starred(figure, column.print(amount)),
                _ => self.marked(figure),
            };
            cells.push(self.figure_cell(figure, text));
        }
        cells.push(self.average_standard(measure).into());
        cells.push(self.spark(&figures));
        row(cells)
    }

    fn measure_name(&self, measure: Measure) -> String {
        measure.doc().name.get(self.language()).to_owned()
    }

    /// A measure's name; in print it leads to how the figures of its row came about.
    pub(super) fn measure_cell(&self, measure: Measure, name: String) -> Cell {
        match self.medium {
            Medium::Screen => Cell::Plain(name),
            Medium::Print => linked(name, format!("#why-{}", measure.id())),
        }
    }

    /// A figure as printed, led by a star where it rests on a stand-in.
    pub(super) fn marked(&self, figure: &Figure) -> String {
        starred(figure, present::figure(figure, self.scale()))
    }

    /// What the star means.
    pub(super) fn stand_in_note(&self) -> String {
        self.say(if self.medium == Medium::Print { w::STAND_IN_PRINT } else { w::STAND_IN })
    }

    /// A figure; on the screen it leads to how it came about.
    pub(super) fn figure_cell(&self, figure: &Figure, text: String) -> Cell {
        if self.medium == Medium::Print {
            return Cell::Plain(text);
        }
        Cell::Rich(RichCell { text, href: ["#", &fragment(figure)].concat(), ..RichCell::default() })
    }

    /// The standard that stands for an average firm of the industry, where the model has one.
    fn average_standard(&self, measure: Measure) -> String {
        self.standard(measure)
            .map_or_else(String::new, |standard| present::value(Ok(standard), measure.unit(), self.scale()))
    }

    pub(super) fn standard(&self, measure: Measure) -> Option<Decimal> {
        let item = self.edition.model.items.iter().find(|item| item.measure == measure)?;
        match item.method_for(self.industry_id()) {
            Method::Efficacy(efficacy) if !matches!(item.better, crate::measures::scoring::Better::Nearest(_)) => {
                Some(efficacy.standards()[2])
            }
            _ => None,
        }
    }

    fn spark(&self, figures: &[Option<&Figure>]) -> Cell {
        // A change that the printed digits do not show is no change to the eye.
        let printed = |figure: &Figure| {
            let value = figure.value.ok()?;
            Some(position(present::as_printed(value, figure.measure.unit(), self.scale())))
        };
        let values: Vec<_> = figures.iter().map(|figure| figure.and_then(printed)).collect();
        if values.iter().flatten().count() < 2 {
            return Cell::from("");
        }
        let svg = Spark { values: &values }.draw(self.medium);
        Cell::Rich(RichCell { svg, ..RichCell::default() })
    }
}

/// Whether a figure rests on a stand-in.
pub(super) fn stands(figure: &Figure) -> bool {
    figure.value.is_ok() && figure.notes.iter().any(|&note| is_stand_in(note))
}

/// The figure's `text`, led by a star where it rests on a stand-in.
fn starred(figure: &Figure, text: String) -> String {
    if stands(figure) { ["*", &text].concat() } else { text }
}

/// Days as printed, or a dash.
pub(super) fn days(value: Option<Decimal>) -> String {
    value.map_or_else(|| present::figure::NONE.to_owned(), |value| present::value(Ok(value), Unit::Days, Decimal::ONE))
}
