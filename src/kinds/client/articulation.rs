//! Whether the three statements tie (SCOPE C7, DOMAIN 1.2): the sheet balances, profit follows
//! from the lines above it, cash and retained earnings move as the other statements say.
//!
//! A difference up to one unit of the last place that the author typed is rounding. The two intermediate
//! results of the income statement tie only roughly: between the lines that have a name here stand others
//! on honest statements, so that 5 % of sales and the lines of the author's own may explain a difference.

use rust_decimal::Decimal;

use super::case::{Amounts, Statement};
use super::lines::{Line, Part};
use crate::values::Words;

/// What must tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Assets = liabilities + equity.
    Sheet,
    /// Sales − cost of sales − operating expenses ≈ operating profit.
    Operating,
    /// Operating profit or EBIT − interest ≈ profit before tax.
    BeforeTax,
    /// Profit before tax − income tax = net income.
    Profit,
    /// Closing − opening cash = the cash flows.
    Cash,
    /// Closing − opening retained earnings = net income − dividends + other movements.
    Retained,
}

impl Rule {
    /// In the order of print.
    pub const ALL: [Rule; 6] =
        [Rule::Sheet, Rule::Operating, Rule::BeforeTax, Rule::Profit, Rule::Cash, Rule::Retained];

    /// The rule in words.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            Rule::Sheet => Words { zh: "资产 = 负债 + 所有者权益", en: "Assets = liabilities + equity" },
            Rule::Operating => Words {
                zh: "营业收入 − 营业成本 − 期间费用 ≈ 营业利润",
                en: "Sales − cost of sales − operating expenses ≈ operating profit",
            },
            Rule::BeforeTax => Words {
                zh: "营业利润或息税前利润 − 利息费用 ≈ 利润总额",
                en: "Operating profit or EBIT − interest ≈ profit before tax",
            },
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

/// The tie of `rule` in `statement` with its own lines, whose opening balance sheet is `opening`; none where a
/// line that it needs is not given.
#[must_use]
pub fn tie_of(rule: Rule, statement: &Statement, opening: Option<&Amounts>) -> Option<Tie> {
    let mut tie = tie(rule, &statement.amounts, opening)?;
    if matches!(rule, Rule::Operating | Rule::BeforeTax) {
        let own = statement.extra.iter().filter(|(part, ..)| *part == Part::Income);
        tie.tolerance += own.map(|(_, _, amount)| amount.abs()).sum::<Decimal>();
    }
    if rule == Rule::BeforeTax && matches!(negative_interest(statement), Some(NegativeInterest::Cost(..))) {
        // The sign is wrong, however little the interest is beside sales.
        tie.tolerance = statement.amounts.last_place;
    }
    Some(tie)
}

/// The tie of `rule` in a statement whose opening balance sheet is `opening`; none where a line
/// that it needs is not given.
#[must_use]
pub fn tie(rule: Rule, amounts: &Amounts, opening: Option<&Amounts>) -> Option<Tie> {
    let get = |line| amounts.get(line);
    let (left, right) = match rule {
        Rule::Sheet => (get(Line::TotalAssets)?, liabilities(amounts)? + get(Line::Equity)?),
        Rule::Operating => return operating(amounts),
        Rule::BeforeTax => return before_tax(amounts),
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

/// Operating profit is stated before or after finance costs; where it is not stated, EBIT stands in.
fn operating(amounts: &Amounts) -> Option<Tie> {
    let get = |line| amounts.get(line);
    let left = get(Line::Sales)? - get(Line::CostOfSales)? - get(Line::OperatingExpenses)?;
    let interest = get(Line::Interest);
    let stated = get(Line::OperatingProfit).map(|profit| vec![Some(profit), interest.map(|cost| profit + cost)]);
    let before_interest = || get(Line::ProfitBeforeTax).zip(interest).map(|(profit, cost)| profit + cost);
    let rights = stated.unwrap_or_else(|| vec![get(Line::Ebit).or_else(before_interest)]);
    nearest(rights.into_iter().flatten().map(|right| (left, right)), amounts)
}

/// By EBIT where it is given, and by operating profit, which is stated before or after finance costs; of two
/// that are given the one that differs more.
fn before_tax(amounts: &Amounts) -> Option<Tie> {
    let get = |line| amounts.get(line);
    let (right, interest) = (get(Line::ProfitBeforeTax)?, get(Line::Interest)?);
    let by_ebit = get(Line::Ebit).and_then(|ebit| nearest([(ebit - interest, right)].into_iter(), amounts));
    let by_profit = get(Line::OperatingProfit)
        .and_then(|profit| nearest([(profit - interest, right), (profit, right)].into_iter(), amounts));
    [by_ebit, by_profit].into_iter().flatten().max_by_key(|tie| tie.difference().abs())
}

/// Of several readings, each with its two sides, the one that ties best, within 5 % of sales; none without sales.
fn nearest(sides: impl Iterator<Item = (Decimal, Decimal)>, amounts: &Amounts) -> Option<Tie> {
    let sales = amounts.get(Line::Sales).filter(|sales| *sales > Decimal::ZERO)?;
    let tolerance = (sales * Decimal::new(5, 2)).max(amounts.last_place * Decimal::from(3));
    let ties = sides.map(|(left, right)| Tie { left, right, tolerance });
    ties.min_by_key(|tie| tie.difference().abs())
}

/// What the other lines of a statement say of interest that is typed as a negative amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NegativeInterest {
    /// They tie with it: income exceeds the expense.
    Income,
    /// They tie with it as a cost: the profit before it, and the profit after it.
    Cost(Decimal, Decimal),
    /// Nothing.
    Unsaid,
}

/// What `statement` says of its negative interest; none where its interest is not negative.
///
/// A result before interest and one after it differ by the cost, or by the income with the other sign. What
/// stands between them on honest statements may come to the same, so that only a clear answer counts, and one
/// result that says income outweighs all that say cost.
#[must_use]
pub fn negative_interest(statement: &Statement) -> Option<NegativeInterest> {
    let amounts = &statement.amounts;
    let get = |line| amounts.get(line);
    let cost = get(Line::Interest).filter(|interest| *interest < Decimal::ZERO)?.abs();
    let own = || statement.extra.iter().filter(|(part, ..)| *part == Part::Income).map(|(_, _, amount)| *amount);
    let ties = |difference: Decimal| {
        let explained = |amount: Decimal| (difference.abs() - amount.abs()).abs() <= amounts.last_place;
        explained(Decimal::ZERO) || explained(own().sum()) || own().any(explained)
    };
    let said = |(before, after): (Decimal, Decimal)| {
        let (as_income, as_cost) = (before + cost - after, before - cost - after);
        let far = Decimal::from(4);
        if ties(as_income) || as_income.abs() * far < as_cost.abs() {
            Some(NegativeInterest::Income)
        } else {
            (as_cost.abs() * far < as_income.abs()).then_some(NegativeInterest::Cost(before, after))
        }
    };
    let pretax = get(Line::ProfitBeforeTax);
    let gross = get(Line::Sales).zip(get(Line::CostOfSales)).map(|(sales, cost)| sales - cost);
    let from_sales = gross.zip(get(Line::OperatingExpenses)).map(|(gross, expenses)| gross - expenses);
    let results = [
        get(Line::OperatingProfit).zip(pretax),
        get(Line::Ebit).zip(pretax),
        from_sales.zip(get(Line::OperatingProfit).or(pretax)),
    ];
    let said = || results.into_iter().flatten().filter_map(said);
    let found = said().find(|said| *said == NegativeInterest::Income).or_else(|| said().next());
    Some(found.unwrap_or(NegativeInterest::Unsaid))
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
