//! What a client file means: money in base units, statements in order of time, sales and open
//! items of our trade.

pub mod dossier;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::lines::{Line, Part};
pub use super::schema::{AmountUnit, Assurance, EventKind, Opinion};
use crate::values::{Period, Text};
use dossier::Dossier;

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
    /// Facts that cap the tier.
    pub events: Vec<Event>,
    /// Our work on it: documents, facts, ratings, decisions.
    pub dossier: Dossier,
}

/// The statements of one period.
#[derive(Debug, Clone)]
pub struct Statement {
    /// Its place in the file.
    pub index: usize,
    /// The period.
    pub period: Period,
    /// In what unit its amounts are typed and printed.
    pub unit: AmountUnit,
    /// How far an accountant vouches for it.
    pub assurance: Assurance,
    /// The auditor's opinion.
    pub opinion: Opinion,
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
    /// Credit sales by month, latest first, none after the as-of date, without gaps.
    pub months: Vec<Month>,
    /// What the client owes, where the file gives it.
    pub receivables: Option<Decimal>,
    /// Open items by due date.
    pub open: Vec<Open>,
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

impl AmountUnit {
    /// How many base units one is.
    #[must_use]
    pub fn scale(self) -> Decimal {
        Decimal::from(match self {
            AmountUnit::One => 1,
            AmountUnit::Thousand => 1_000,
            AmountUnit::TenThousand => 10_000,
            AmountUnit::Million => 1_000_000,
            AmountUnit::HundredMillion => 100_000_000,
            AmountUnit::Billion => 1_000_000_000_i64,
        })
    }
}

impl Client {
    /// The statement that ends last but not after `as_of`: the one that is assessed.
    #[must_use]
    pub fn latest(&self, as_of: Date) -> Option<&Statement> {
        self.statements.iter().rev().find(|statement| statement.period.end <= as_of)
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

impl Trade {
    /// What the client owes: as given, or the sum of the open items.
    #[must_use]
    pub fn owed(&self) -> Option<Decimal> {
        self.receivables.or_else(|| (!self.open.is_empty()).then(|| self.open.iter().map(|open| open.amount).sum()))
    }
}
