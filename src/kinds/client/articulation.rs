//! Whether the three statements tie (SCOPE C7, DOMAIN 1.2): the sheet balances, profit follows
//! from the lines above it, cash and retained earnings move as the other statements say.
//!
//! A difference up to one unit of the last place that the author typed is rounding.

use rust_decimal::Decimal;

use super::case::{Amounts, Statement};
use super::lines::Line;
use crate::values::Words;

/// What must tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Assets = liabilities + equity.
    Sheet,
    /// Profit before tax − income tax = net income.
    Profit,
    /// Closing − opening cash = the cash flows.
    Cash,
    /// Closing − opening retained earnings = net income − dividends + other movements.
    Retained,
}

impl Rule {
    /// In the order of print.
    pub const ALL: [Rule; 4] = [Rule::Sheet, Rule::Profit, Rule::Cash, Rule::Retained];

    /// The rule in words.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            Rule::Sheet => Words { zh: "资产 = 负债 + 所有者权益", en: "Assets = liabilities + equity" },
            Rule::Profit => {
                Words { zh: "利润总额 − 所得税 = 净利润", en: "Profit before tax − tax = net income" }
            }
            Rule::Cash => {
                Words { zh: "现金变动 = 三类现金流量合计", en: "Change in cash = the cash flows" }
            }
            Rule::Retained => Words {
                zh: "留存收益变动 = 净利润 − 股利",
                en: "Change in retained earnings = net income − dividends",
            },
        }
    }
}

/// The two sides of a rule, in base units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tie {
    /// What stands on the left.
    pub left: Decimal,
    /// What stands on the right.
    pub right: Decimal,
    /// The largest difference that is rounding.
    pub tolerance: Decimal,
}

impl Tie {
    /// Left less right.
    #[must_use]
    pub fn difference(&self) -> Decimal {
        self.left - self.right
    }

    /// Whether the sides agree but for rounding.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.difference().abs() <= self.tolerance
    }
}

/// The tie of `rule` in a statement whose opening balance sheet is `opening`; none where a line
/// that it needs is not given.
#[must_use]
pub fn tie(rule: Rule, amounts: &Amounts, opening: Option<&Amounts>) -> Option<Tie> {
    let get = |line| amounts.get(line);
    let (left, right) = match rule {
        Rule::Sheet => (get(Line::TotalAssets)?, liabilities(amounts)? + get(Line::Equity)?),
        Rule::Profit => (get(Line::ProfitBeforeTax)? - get(Line::Tax)?, get(Line::NetIncome)?),
        Rule::Cash => {
            let flows = get(Line::Operating)? + get(Line::Investing)? + get(Line::Financing)?;
            let first = get(Line::OpeningCash).or_else(|| opening?.get(Line::Cash))?;
            let last = get(Line::ClosingCash).or(get(Line::Cash))?;
            (last - first, flows + get(Line::Exchange).unwrap_or_default())
        }
        Rule::Retained => {
            let moved = get(Line::RetainedEarnings)? - opening?.get(Line::RetainedEarnings)?;
            let other = get(Line::OtherRetained).unwrap_or_default();
            (moved, get(Line::NetIncome)? - get(Line::Dividends).unwrap_or_default() + other)
        }
    };
    Some(Tie { left, right, tolerance: amounts.last_place })
}

/// The balance sheet that opens the statement at `at` of `statements`, which are in order of time:
/// its own `opening`, or the closing balance before it.
#[must_use]
pub fn opening(statements: &[Statement], at: usize) -> Option<&Amounts> {
    let statement = statements.get(at)?;
    statement.opening.as_ref().or_else(|| before(statements, at).map(|before| &before.amounts))
}

/// The statement whose closing balance opens the statement at `at`, where there is one.
#[must_use]
pub fn before(statements: &[Statement], at: usize) -> Option<&Statement> {
    let period = &statements.get(at)?.period;
    statements[..at].iter().rev().find(|earlier| period.opens_at(earlier.period.end))
}

/// Liabilities as given, or current plus non-current.
#[must_use]
pub fn liabilities(amounts: &Amounts) -> Option<Decimal> {
    amounts
        .get(Line::TotalLiabilities)
        .or_else(|| Some(amounts.get(Line::CurrentLiabilities)? + amounts.get(Line::NonCurrentLiabilities)?))
}
