//! A statement as the ratios see it: lines and balances as formula operands under the model's
//! conventions, each tied to the key path that it stands at.

use rust_decimal::Decimal;

use crate::kinds::client::case::{Amounts, Client, Statement};
use crate::kinds::client::lines::{Line, Part};
use crate::kinds::credit_model::model::{
    Balances, Conventions, Debt, QuickAssets, ReceivablesBasis, ReceivablesSales, TangibleNetWorth,
};
use crate::measures::{Expr, Figure, Input, InputId, Inputs, Measure, Note, Origin};
use crate::values::{Undefined, Unit, Words};

/// The ids of inputs that are already known, so that each line is added once.
#[derive(Debug, Default)]
pub(super) struct Known(Vec<(usize, bool, Line, InputId)>);

/// A statement of a client as the ratios see it.
pub(super) struct View<'a> {
    client: &'a Client,
    at: usize,
    pub(super) conventions: &'a Conventions,
    pub(super) inputs: &'a mut Inputs,
    known: &'a mut Known,
    notes: Vec<Note>,
    missing: Vec<Words>,
}

/// Which end of the period a balance is taken at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    /// The balance sheet at the end.
    Closing,
    /// The balance sheet at the beginning.
    Opening,
}

/// A balance that turnover and return ratios average.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Balance {
    /// Receivables, D4.
    Receivables,
    /// A single line.
    Line(Line),
}

pub(super) type Operand = Result<Expr, Undefined>;

impl<'a> View<'a> {
    pub(super) fn new(
        client: &'a Client,
        at: usize,
        conventions: &'a Conventions,
        inputs: &'a mut Inputs,
        known: &'a mut Known,
    ) -> Self {
        View { client, at, conventions, inputs, known, notes: Vec::new(), missing: Vec::new() }
    }

    /// The figure that `formula` gives for this statement, with the notes taken on the way.
    pub(super) fn figure(&mut self, measure: Measure, formula: fn(&mut Self) -> Operand) -> Figure {
        let period = self.statement().period.name.clone();
        self.figure_on(measure, &period, formula)
    }

    /// The same under another name of the period, such as a date.
    pub(super) fn figure_on(
        &mut self,
        measure: Measure,
        period: &str,
        formula: impl FnOnce(&mut Self) -> Operand,
    ) -> Figure {
        self.notes.clear();
        self.missing.clear();
        let mut figure = match formula(self) {
            Ok(formula) => Figure::new(measure, period, formula, self.inputs),
            Err(reason) => Figure::undefined(measure, period, reason),
        };
        figure.notes = std::mem::take(&mut self.notes);
        figure.missing = std::mem::take(&mut self.missing);
        figure
    }

    pub(super) fn statement(&self) -> &'a Statement {
        &self.client.statements[self.at]
    }

    pub(super) fn note(&mut self, note: Note) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// A line of this statement.
    pub(super) fn line(&mut self, line: Line) -> Operand {
        self.line_at(line, At::Closing)
    }

    /// A line where it is given; lines that most firms do not have count as absent, not missing.
    pub(super) fn given(&mut self, line: Line, at: At) -> Option<Expr> {
        self.sheet(at)?.0.get(line)?;
        self.line_at(line, at).ok()
    }

    /// The plain number of a line, for decisions.
    pub(super) fn number(&self, line: Line) -> Option<Decimal> {
        self.statement().amounts.get(line)
    }

    pub(super) fn line_at(&mut self, line: Line, at: At) -> Operand {
        let found = self
            .sheet(at)
            .and_then(|(amounts, index, opening)| Some((amounts.get(line)?, amounts.scale, index, opening)));
        let Some((value, scale, index, opening)) = found else {
            if !self.missing.contains(&line.words()) {
                self.missing.push(line.words());
            }
            return Err(Undefined::MissingInput);
        };
        let same = |known: &&(usize, bool, Line, InputId)| (known.0, known.1, known.2) == (index, opening, line);
        if let Some(known) = self.known.0.iter().find(same) {
            return Ok(Expr::Input(known.3));
        }
        let sheet = if opening { "opening" } else { line.part().key() };
        let period = self.client.statements.iter().find(|statement| statement.index == index);
        let period = period.map_or("", |statement| statement.period.name.as_str());
        let id = self.inputs.push(Input {
            name: line.words(),
            of: if opening { format!("{period}₀") } else { period.to_owned() },
            origin: Origin::Case,
            path: line.path(index, sheet),
            value,
            scale,
            unit: Unit::Money,
        });
        self.known.0.push((index, opening, line, id));
        Ok(Expr::Input(id))
    }

    /// The amounts at one end of the period, the statement's place in the file and whether they
    /// come from its `opening` table.
    fn sheet(&self, at: At) -> Option<(&'a Amounts, usize, bool)> {
        let statement = self.statement();
        match (at, &statement.opening) {
            (At::Closing, _) => Some((&statement.amounts, statement.index, false)),
            (At::Opening, Some(opening)) => Some((opening, statement.index, true)),
            (At::Opening, None) => self.client.before(self.at).map(|before| (&before.amounts, before.index, false)),
        }
    }

    /// The statement before this one, for growth.
    pub(super) fn prior(&mut self, line: Line) -> Operand {
        match self.client.before(self.at) {
            Some(before) if before.period.months == self.statement().period.months => {
                debug_assert!(line.part() != Part::Balance);
                let at = self.client.statements.iter().position(|known| known.index == before.index);
                let here = self.at;
                self.at = at.unwrap_or(here);
                let operand = self.line(line);
                self.at = here;
                operand
            }
            _ => Err(Undefined::NoPriorPeriod),
        }
    }

    /// D1: the mean of opening and closing, or closing alone, marked.
    pub(super) fn average(&mut self, balance: Balance) -> Operand {
        let closing = self.balance(balance, At::Closing)?;
        if self.conventions.balances == Balances::Closing {
            return Ok(closing);
        }
        let missing = self.missing.len();
        let Ok(opening) = self.balance(balance, At::Opening) else {
            self.missing.truncate(missing);
            self.note(Note::ClosingForAverage);
            return Ok(closing);
        };
        Ok(opening.plus(closing).over(Expr::number(2)))
    }

    pub(super) fn balance(&mut self, balance: Balance, at: At) -> Operand {
        match balance {
            Balance::Line(line) => self.line_at(line, at),
            Balance::Receivables => self.receivables(at),
        }
    }

    /// D4.
    fn receivables(&mut self, at: At) -> Operand {
        let mut sum = self.line_at(Line::Receivables, at)?;
        if self.conventions.receivables == ReceivablesBasis::Gross
            && let Some(allowance) = self.given(Line::ReceivablesAllowance, at)
        {
            sum = sum.plus(allowance);
        }
        match self.given(Line::NotesReceivable, at) {
            Some(notes) => Ok(sum.plus(notes)),
            None => Ok(sum),
        }
    }

    /// D5.
    pub(super) fn quick_assets(&mut self) -> Operand {
        match self.conventions.quick_assets {
            QuickAssets::LessInventory => Ok(self.line(Line::CurrentAssets)?.minus(self.line(Line::Inventory)?)),
            QuickAssets::LessInventoryAndPrepaid => {
                let quick = self.line(Line::CurrentAssets)?.minus(self.line(Line::Inventory)?);
                Ok(match self.given(Line::Prepaid, At::Closing) {
                    Some(prepaid) => quick.minus(prepaid),
                    None => quick,
                })
            }
            QuickAssets::CashInvestmentsReceivables => {
                let mut quick = self.line(Line::Cash)?;
                if let Some(investments) = self.given(Line::ShortTermInvestments, At::Closing) {
                    quick = quick.plus(investments);
                }
                if let Some(notes) = self.given(Line::NotesReceivable, At::Closing) {
                    quick = quick.plus(notes);
                }
                Ok(quick.plus(self.line(Line::Receivables)?))
            }
        }
    }

    /// D6.
    pub(super) fn debt(&mut self) -> Operand {
        match self.conventions.debt {
            Debt::TotalLiabilities => self.liabilities(),
            Debt::InterestBearing => {
                let short = self.given(Line::ShortTermDebt, At::Closing);
                let long = self.given(Line::LongTermDebt, At::Closing);
                match (short, long) {
                    (Some(short), Some(long)) => Ok(short.plus(long)),
                    (Some(only), None) | (None, Some(only)) => Ok(only),
                    (None, None) => self.line(Line::ShortTermDebt),
                }
            }
        }
    }

    /// Total liabilities as given, or current plus non-current.
    pub(super) fn liabilities(&mut self) -> Operand {
        if let Some(total) = self.given(Line::TotalLiabilities, At::Closing) {
            return Ok(total);
        }
        if self.number(Line::CurrentLiabilities).is_none() || self.number(Line::NonCurrentLiabilities).is_none() {
            return self.line(Line::TotalLiabilities);
        }
        self.note(Note::DerivedLiabilities);
        Ok(self.line(Line::CurrentLiabilities)?.plus(self.line(Line::NonCurrentLiabilities)?))
    }

    /// D7.
    pub(super) fn tangible_net_worth(&mut self) -> Operand {
        let mut worth = self.line(Line::Equity)?;
        let deferred = self.conventions.tangible_net_worth == TangibleNetWorth::LessIntangiblesAndDeferredCharges;
        for line in [Line::Goodwill, Line::Intangibles, Line::DeferredCharges] {
            if line == Line::DeferredCharges && !deferred {
                continue;
            }
            if let Some(intangible) = self.given(line, At::Closing) {
                worth = worth.minus(intangible);
            }
        }
        Ok(worth)
    }

    /// EBIT as given, or profit before tax plus interest.
    pub(super) fn ebit(&mut self) -> Operand {
        if let Some(ebit) = self.given(Line::Ebit, At::Closing) {
            return Ok(ebit);
        }
        if self.number(Line::ProfitBeforeTax).is_none() || self.number(Line::Interest).is_none() {
            return self.line(Line::Ebit);
        }
        self.note(Note::DerivedEbit);
        self.profit_before_tax_and_interest()
    }

    pub(super) fn profit_before_tax_and_interest(&mut self) -> Operand {
        Ok(self.line(Line::ProfitBeforeTax)?.plus(self.line(Line::Interest)?))
    }

    /// D3.
    pub(super) fn credit_sales(&mut self) -> Operand {
        if self.conventions.receivables_sales == ReceivablesSales::CreditSales {
            if let Some(sales) = self.given(Line::CreditSales, At::Closing) {
                return Ok(sales);
            }
            self.note(Note::RevenueForCreditSales);
        }
        self.line(Line::Sales)
    }

    /// D2: the days of the period; a full year has the convention's days.
    pub(super) fn days(&self) -> Decimal {
        let period = &self.statement().period;
        let year = self.conventions.days_in_year;
        if period.months == 12 {
            year
        } else if year == Decimal::from(360) {
            Decimal::from(u32::from(period.months) * 30)
        } else {
            Decimal::from(period.days())
        }
    }

    /// A flow of the period scaled to a year, marked where the period is not one.
    pub(super) fn a_year(&mut self, flow: Expr) -> Expr {
        let (days, year) = (self.days(), self.conventions.days_in_year);
        if days == year {
            return flow;
        }
        self.note(Note::Annualised);
        flow.times(Expr::Number(year)).over(Expr::Number(days))
    }
}
