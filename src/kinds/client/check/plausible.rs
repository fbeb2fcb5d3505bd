//! Whether what was typed is plausible: an amount in the wrong unit, or a date in the wrong century, is
//! possible and yet hardly meant.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{Check, typed};
use crate::kinds::client::articulation::{NegativeInterest, negative_interest};
use crate::kinds::client::case::dossier::{Decision, DecisionKind};
use crate::kinds::client::case::{AmountUnit, Statement, Trade};
use crate::kinds::client::limits::{Grant, in_force};
use crate::kinds::client::lines::Line;
use crate::values::period::days_between;
use crate::values::{Code, plural};

/// An open item may fall due so many days beyond the terms; more is a mistyped year.
const FAR_AHEAD: i64 = 2 * 366;
/// An open item may be so many days overdue.
const FAR_BACK: i64 = 10 * 366;

const YEAR_HINT: &str = "check the year";

impl Check<'_> {
    /// A warning where our trade in a year comes to more than all the costs of the client: nobody buys more
    /// than that from one supplier, so that a unit is probably wrong.
    pub(super) fn trade_unit(&mut self, trade: &Trade, statements: &[Statement], currency: &str) {
        let Some(as_of) = self.frame.as_of else { return };
        let Some(latest) = statements.iter().rev().find(|statement| statement.known <= as_of) else { return };
        let Some(costs) = costs_of_a_year(latest).filter(|_| trade.currency == currency) else { return };
        let months = trade.months_on(as_of);
        let sold = (!months.is_empty()).then(|| months.iter().take(12).map(|month| month.sales).sum());
        let from = if trade.sales_are_from_ledger() { "trade" } else { "trade.credit_sales" };
        let candidates = [
            (sold, from, "our credit sales of the last twelve months"),
            (trade.forecast, "trade.forecast", "the credit sales expected in twelve months"),
        ];
        let exceeds =
            |(amount, path, what): (Option<Decimal>, _, _)| Some((amount.filter(|&sum| sum > costs)?, path, what));
        let Some((amount, path, what)) = candidates.into_iter().find_map(exceeds) else { return };
        let message = format!(
            "{what}, {currency} {}, are more than cost of sales and operating expenses of the client in a year, \
             {currency} {} by {}",
            typed(amount.round_dp(2), Decimal::ONE),
            typed(costs.round_dp(2), Decimal::ONE),
            latest.period.name,
        );
        let hint = "a unit is probably wrong: `unit` under [trade] (the client's holds where it is absent), \
                    `ledger_unit` of a table of invoices (`one` where absent), or the `unit` of the statements";
        self.report(Code::TradeUnit, path, message, hint);
    }

    /// Warnings of interest that is typed as a negative amount: where the statement's own results say that it is a
    /// cost, and once where none says what it is.
    pub(super) fn interest_sign(&mut self, statements: &[Statement]) {
        let mut unsaid: Option<(&Statement, usize)> = None;
        for statement in statements {
            match negative_interest(statement) {
                None | Some(NegativeInterest::Income) => {}
                Some(NegativeInterest::Unsaid) => {
                    let (first, others) = unsaid.unwrap_or((statement, 0));
                    unsaid = Some((first, others + usize::from(first.index != statement.index)));
                }
                Some(NegativeInterest::Cost(before, after)) => {
                    let shown = |amount| typed(amount, statement.unit.scale());
                    let interest = statement.amounts.get(Line::Interest).unwrap_or_default();
                    let message = format!(
                        "{}: `interest` is {}, which would be income, but profit falls from {} before it to {} after it: it is a cost",
                        statement.period.name,
                        shown(interest),
                        shown(before),
                        shown(after),
                    );
                    let hint = format!("costs are positive amounts: write interest = {}", plain(-interest, statement));
                    self.report(Code::InterestSign, &interest_of(statement), message, hint);
                }
            }
        }
        let Some((statement, others)) = unsaid else { return };
        let more =
            if others == 0 { String::new() } else { format!(", as in {} after it", plural(others, "statement")) };
        let message = format!("{}: `interest` is negative{more}: net interest income?", statement.period.name);
        let hint =
            "otherwise type the cost as a positive amount; `ebit` beside `profit_before_tax` would tell which it is";
        self.report(Code::InterestSign, &interest_of(statement), message, hint);
    }

    /// Warnings of a year that is probably mistyped: when the trade began, and when open items fall due.
    pub(super) fn years(&mut self, trade: &Trade) {
        let Some(as_of) = self.frame.own.or(self.frame.as_of) else { return };
        if let Some(since) = trade.since.filter(|&since| i32::from(since) > i32::from(as_of.year())) {
            let message = format!("the trade cannot have begun in {since}, after the as-of date {as_of}");
            self.report(Code::DoubtfulYear, "trade.since", message, YEAR_HINT);
        }
        let longest = FAR_AHEAD + i64::from(trade.terms_days.unwrap_or_default());
        for item in trade.open.iter().flatten() {
            let days = days_between(as_of, item.due);
            let message = match days {
                _ if days > longest => {
                    format!("this item falls due on {}, more than two years after {as_of} and the terms", item.due)
                }
                _ if days < -FAR_BACK => {
                    format!("this item fell due on {}, more than ten years before {as_of}", item.due)
                }
                _ => continue,
            };
            self.report(Code::DoubtfulYear, &format!("trade.open[{}].due", item.index), message, YEAR_HINT);
        }
    }

    /// A warning where the latest approval names a limit and no such limit was granted, then or later.
    pub(super) fn approval_is_granted(&mut self, decisions: &[Decision], grants: &[Grant], unit: AmountUnit) {
        let Some(as_of) = self.frame.as_of else { return };
        let Some((index, date, amount)) = approved(decisions, as_of) else { return };
        let later = || grants.iter().filter(|grant| grant.from >= date);
        let decided = |grant: &Grant| decisions.iter().any(|one| one.date > date && one.date <= grant.from);
        let next = later().min_by_key(|grant| (grant.from, grant.index));
        let meant = next.or_else(|| in_force(grants, as_of));
        // What is granted after another decision rests on that one.
        if later().chain(meant).any(|grant| grant.amount == amount) || next.is_some_and(decided) {
            return;
        }
        let there = meant.map_or_else(
            || "no limit is in force".to_owned(),
            |grant| format!("the limit from {} is {}", grant.from, typed(grant.amount, unit.scale())),
        );
        let amount = typed(amount, unit.scale());
        let message = format!("the approval of {date} names a limit of {amount}, but {there}");
        let hint = "enter the limit that was granted under [[limits]], or correct `limit_to`: exposure is held against [[limits]] alone";
        self.report(Code::LimitNotGranted, &format!("decisions[{index}].limit_to"), message, hint);
    }
}

/// The limit that the approvals name last, with its place, its date and its amount in base units.
fn approved(decisions: &[Decision], as_of: Date) -> Option<(usize, Date, Decimal)> {
    let approvals =
        decisions.iter().filter(|decision| decision.kind == DecisionKind::Approval && decision.date <= as_of);
    let latest = approvals
        .filter(|decision| decision.limit_to.is_some_and(|limit| limit >= Decimal::ZERO))
        .max_by_key(|decision| (decision.date, decision.index))?;
    let holds = latest.until.is_none_or(|until| until >= as_of);
    Some((latest.index, latest.date, latest.limit_to.filter(|_| holds)?))
}

/// The key path of the interest of `statement`.
fn interest_of(statement: &Statement) -> String {
    Line::Interest.path(statement.index, "income")
}

/// An amount as the author of `statement` would type it.
fn plain(amount: Decimal, statement: &Statement) -> String {
    typed(amount, statement.unit.scale()).replace(',', "_")
}

/// Cost of sales and operating expenses of a statement, scaled to a year, in base units.
fn costs_of_a_year(statement: &Statement) -> Option<Decimal> {
    let costs = statement.amounts.get(Line::CostOfSales)?
        + statement.amounts.get(Line::OperatingExpenses).unwrap_or_default().max(Decimal::ZERO);
    let months = Decimal::from(statement.period.months.max(1));
    (costs > Decimal::ZERO).then(|| costs * Decimal::from(12) / months)
}
