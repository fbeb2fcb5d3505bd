//! What a client file means: money in base units, statements in order of time, sales and open
//! items of our trade.

pub mod dossier;
pub mod portfolio;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::ledger::Ledger;
use super::limits::Grant;
use super::lines::{Line, Part};
pub use super::schema::{AmountUnit, Assurance, EventKind, Opinion};
use crate::values::{Period, Text};
use dossier::Dossier;
use portfolio::Membership;

/// A client.
#[derive(Debug, Clone)]
pub struct Client {
    /// Identifies it in addresses and data files.
    pub id: String,
    /// The file that it was read from.
    pub file: String,
    /// Its name.
    pub name: Text,
    /// Legal form, or empty.
    pub legal_form: Text,
    /// Registered seat, or empty.
    pub domicile: Text,
    /// Industry: an id of the model or free text, or empty.
    pub industry: String,
    /// Registration or ticker number, or empty.
    pub registration: String,
    /// Currency of the statements, an ISO 4217 code.
    pub currency: String,
    /// Remarks in Markdown, or empty.
    pub notes: Text,
    /// The statements, earliest first.
    pub statements: Vec<Statement>,
    /// The trade with us.
    pub trade: Option<Trade>,
    /// The limits that were granted, in the order of the file.
    pub limits: Vec<Grant>,
    /// Facts that cap the tier.
    pub events: Vec<Event>,
    /// Our work on it: documents, facts, ratings, decisions.
    pub dossier: Dossier,
    /// Its place in the portfolio.
    pub membership: Membership,
}

/// The statements of one period.
#[derive(Debug, Clone)]
pub struct Statement {
    /// Its place in the file.
    pub index: usize,
    /// The period.
    pub period: Period,
    /// From when on it counts.
    pub known: Date,
    /// In what unit its amounts are typed and printed.
    pub unit: AmountUnit,
    /// How far an accountant vouches for it.
    pub assurance: Assurance,
    /// The auditor's opinion, where it is told; an audited statement without one counts as unqualified.
    pub opinion: Option<Opinion>,
    /// Whether the auditor doubts the going concern.
    pub going_concern_doubt: bool,
    /// Who audited, reviewed or compiled it, or empty.
    pub auditor: Text,
    /// Market value of the equity at the end.
    pub market_value: Option<Decimal>,
    /// The lines, in base units.
    pub amounts: Amounts,
    /// The opening balance sheet, where the file gives one.
    pub opening: Option<Amounts>,
    /// Lines with names of the author's own: part, name, amount in base units.
    pub extra: Vec<(Part, String, Decimal)>,
}

/// Amounts by line, in base units, with the unit they were typed in.
#[derive(Debug, Clone)]
pub struct Amounts {
    values: [Option<Decimal>; Line::ALL.len()],
    /// How many base units one unit of the file is.
    pub scale: Decimal,
    /// One unit of the last place that was typed, in base units: the tolerance of every check.
    pub last_place: Decimal,
}

impl Amounts {
    /// No amounts yet, to be given as typed in `unit`.
    #[must_use]
    pub fn new(unit: AmountUnit) -> Self {
        Amounts { values: [None; Line::ALL.len()], scale: unit.scale(), last_place: unit.scale() }
    }

    /// The amount of `line` in base units, where given.
    #[must_use]
    pub fn get(&self, line: Line) -> Option<Decimal> {
        self.values[line as usize]
    }

    /// What a sum of the balance sheet holds beside the lines that it is made of; none where it or all of them
    /// are not given, or where nothing is left but rounding. Sums that are not given count by their own lines.
    #[must_use]
    pub fn rest(&self, sum: Line) -> Option<Decimal> {
        let parts: Vec<Decimal> = sum.parts().iter().filter_map(|&part| self.sum(part)).collect();
        let rest = self.get(sum)? - parts.iter().sum::<Decimal>();
        let rounding = self.last_place * Decimal::from(parts.len());
        (!parts.is_empty() && rest.abs() > rounding).then_some(rest)
    }

    /// A line, or what is given of its own lines.
    fn sum(&self, line: Line) -> Option<Decimal> {
        self.get(line).or_else(|| line.parts().iter().filter_map(|&part| self.sum(part)).reduce(|a, b| a + b))
    }

    /// Replaces the amount of `line` where there is one, in base units.
    pub fn change(&mut self, line: Line, to: impl Fn(Decimal) -> Decimal) {
        if let Some(amount) = &mut self.values[line as usize] {
            *amount = to(*amount);
        }
    }

    /// Takes the amount of `line` as typed.
    pub fn set(&mut self, line: Line, typed: Decimal) {
        self.values[line as usize] = Some(typed * self.scale);
        self.last_place = self.last_place.min(self.scale * Decimal::new(1, typed.scale()));
    }
}

/// The trade between the client and us.
#[derive(Debug, Clone)]
pub struct Trade {
    /// The year in which it began.
    pub since: Option<u16>,
    /// Its currency.
    pub currency: String,
    /// In what unit its amounts are typed and printed.
    pub unit: AmountUnit,
    /// Days that we allow for payment.
    pub terms_days: Option<u16>,
    /// Credit sales by month where the file gives them, latest first, none after the as-of date,
    /// without gaps.
    pub months: Vec<Month>,
    /// The as-of date, for which the file gives `receivables`, `open` and `orders`; none where it is
    /// not known.
    pub stated_on: Option<Date>,
    /// What the client owes, where the file gives it.
    pub receivables: Option<Decimal>,
    /// Open items by due date, where the file gives them; empty where it says that nothing is open.
    pub open: Option<Vec<Open>>,
    /// Our invoices, where there are any.
    pub ledger: Option<Ledger>,
    /// Orders not yet delivered.
    pub orders: Option<Decimal>,
    /// Expected credit sales of the coming twelve months.
    pub forecast: Option<Decimal>,
}

/// A month of credit sales.
#[derive(Debug, Clone, Copy)]
pub struct Month {
    /// Its first day.
    pub first: Date,
    /// Credit sales in base units; zero where the file skips the month.
    pub sales: Decimal,
    /// Whether the file gives it.
    pub given: bool,
}

/// An open item.
#[derive(Debug, Clone)]
pub struct Open {
    /// Its place in the file.
    pub index: usize,
    /// When it falls due.
    pub due: Date,
    /// What is owed, in base units.
    pub amount: Decimal,
    /// Invoice number, or empty.
    pub reference: String,
}

/// A fact that caps the tier.
#[derive(Debug, Clone)]
pub struct Event {
    /// Its place in the file.
    pub index: usize,
    /// What happened.
    pub kind: EventKind,
    /// When it became known.
    pub date: Date,
    /// Where we know it from.
    pub source: Text,
}

impl Client {
    /// The statement that ends last but not after `as_of`: the one that is assessed.
    #[must_use]
    pub fn latest(&self, as_of: Date) -> Option<&Statement> {
        self.statements.iter().rev().find(|statement| statement.known <= as_of)
    }

    /// Its industry, or nothing where the file names none.
    #[must_use]
    pub fn industry(&self) -> Option<&str> {
        Some(self.industry.as_str()).filter(|industry| !industry.is_empty())
    }

    /// The statement whose closing balance opens the statement at `at`, where there is one.
    #[must_use]
    pub fn before(&self, at: usize) -> Option<&Statement> {
        super::articulation::before(&self.statements, at)
    }
}
