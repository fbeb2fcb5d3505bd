//! Whether statements tie: the sheet balances, parts fit their totals, cash and retained
//! earnings move as the other statements say, periods follow each other (DOMAIN 1.2).
//!
//! Differences up to one unit of the last place that the author typed are rounding.

use rust_decimal::Decimal;

use super::{Check, typed};
use crate::kinds::client::articulation::{self, NegativeInterest, Rule, Tie};
use crate::kinds::client::case::{Amounts, Statement};
use crate::kinds::client::lines::Line;
use crate::values::Code;
use crate::values::period::{months_between, older_than};

impl Check<'_> {
    /// Parts that are larger than the total they belong to, and sums that do not come out.
    pub(super) fn totals(&mut self, amounts: &Amounts, path: &str) {
        let sums = [
            Line::CurrentAssets,
            Line::TotalAssets,
            Line::CurrentLiabilities,
            Line::NonCurrentLiabilities,
            Line::TotalLiabilities,
        ];
        let sums = sums.into_iter().map(|sum| (sum, sum.parts()));
        for (total, parts) in sums.chain([(Line::Sales, &[Line::CreditSales][..])]) {
            let Some(sum) = amounts.get(total) else { continue };
            let given: Decimal = parts.iter().filter_map(|&part| amounts.get(part)).sum();
            if given > sum + amounts.last_place * Decimal::from(parts.len()) {
                let names: Vec<_> = parts
                    .iter()
                    .filter(|&&part| amounts.get(part).is_some())
                    .map(|part| format!("`{}`", part.key()))
                    .collect();
                let come = if names.len() == 1 { "comes" } else { "come" };
                let message = format!(
                    "{} {come} to more than `{}`, by {}",
                    names.join(" + "),
                    total.key(),
                    shown(given - sum, amounts)
                );
                self.report(
                    Code::StatementTotals,
                    &format!("{path}.{}.{}", total.part().key(), total.key()),
                    message,
                    "check the amounts against the statement",
                );
            }
        }
    }

    /// Costs that dwarf sales: most often a decimal point typed where thousands were meant.
    pub(super) fn proportions(&mut self, amounts: &Amounts, path: &str) {
        if let Some((sales, cost)) = dwarfed(amounts) {
            let message = format!(
                "cost of sales {} is more than five times sales {}",
                shown(cost, amounts),
                shown(sales, amounts)
            );
            let hint =
                "check the amounts: a point marks decimals, thousands are grouped with underscores, as in 48_900";
            self.report(Code::ProfitTotals, &format!("{path}.income.sales"), message, hint);
        }
    }

    /// How the statement at `at` ties within itself and with the one before.
    pub(super) fn ties(&mut self, statements: &[Statement], at: usize) {
        let statement = &statements[at];
        let before = articulation::before(statements, at);
        let path = format!("statements[{}]", statement.index);
        if let Some(opening) = &statement.opening {
            self.sheet(opening, &format!("{path}.opening"), &statement.period.name);
        }
        self.sheet(&statement.amounts, &format!("{path}.balance"), &statement.period.name);
        let opening = articulation::opening(statements, at);
        for rule in Rule::ALL.into_iter().filter(|&rule| rule != Rule::Sheet) {
            // Costs that dwarf sales are told already, and so is interest with the wrong sign.
            let is_told = match rule {
                Rule::Operating => dwarfed(&statement.amounts).is_some(),
                Rule::BeforeTax => is_cost(statement),
                _ => false,
            };
            match articulation::tie_of(rule, statement, opening).filter(|_| !is_told) {
                Some(tie) if !tie.holds() => self.untied(rule, tie, statement, &path),
                _ => {}
            }
        }
        if let (Some(opening), Some(before)) = (&statement.opening, before) {
            self.same_opening(statement, opening, before, &path);
        }
        self.follows(statements, at, before.is_some());
    }

    fn sheet(&mut self, amounts: &Amounts, path: &str, period: &str) {
        let Some(tie) = articulation::tie(Rule::Sheet, amounts, None).filter(|tie| !tie.holds()) else { return };
        let equity = amounts.get(Line::Equity).unwrap_or_default();
        let message = format!(
            "{period} does not balance: assets {} are not liabilities {} + equity {}; the difference is {}",
            shown(tie.left, amounts),
            shown(tie.right - equity, amounts),
            shown(equity, amounts),
            shown(tie.difference(), amounts),
        );
        let hint = "check the three amounts; minority interest belongs to equity";
        self.report(Code::SheetUnbalanced, &format!("{path}.total_assets"), message, hint);
    }

    fn untied(&mut self, rule: Rule, tie: Tie, statement: &Statement, path: &str) {
        let (period, amounts) = (&statement.period.name, &statement.amounts);
        let (left, right, difference) =
            (shown(tie.left, amounts), shown(tie.right, amounts), shown(tie.difference(), amounts));
        let (code, key, message, hint) = match rule {
            Rule::Sheet => return,
            Rule::Operating => (
                Code::ProfitTotals,
                match (amounts.get(Line::OperatingProfit), amounts.get(Line::Ebit)) {
                    (Some(_), _) => "income.operating_profit",
                    (None, Some(_)) => "income.ebit",
                    (None, None) => "income.profit_before_tax",
                },
                format!(
                    "{period}: sales less cost of sales and operating expenses come to {left}, but operating profit is {right}; the difference is {difference}, more than 5% of sales"
                ),
                ROUGHLY,
            ),
            Rule::BeforeTax => (
                Code::ProfitTotals,
                "income.profit_before_tax",
                format!(
                    "{period}: operating profit less interest is {left}, but profit before tax is {right}; the difference is {difference}, more than 5% of sales"
                ),
                ROUGHLY,
            ),
            Rule::Profit => (
                Code::ProfitTotals,
                "income.net_income",
                format!(
                    "{period}: profit before tax less income tax is not net income; the difference is {difference}"
                ),
                "check the three lines; discontinued operations may explain it",
            ),
            Rule::Cash => (
                Code::CashUntied,
                "cash_flow.operating",
                format!(
                    "{period}: cash moves by {left}, but the cash-flow statement comes to {right}; the difference is {difference}"
                ),
                "check the flows; where restricted cash explains it, give `opening_cash` and `closing_cash`",
            ),
            Rule::Retained => (
                Code::ProfitUntied,
                "balance.retained_earnings",
                format!(
                    "{period}: retained earnings move by {left}, but net income less dividends is {right}; the difference is {difference}"
                ),
                "give `dividends`, and share buy-backs or transfers as `other_retained_earnings`",
            ),
        };
        self.report(code, &format!("{path}.{key}"), message, hint);
    }

    fn same_opening(&mut self, statement: &Statement, opening: &Amounts, before: &Statement, path: &str) {
        let differs =
            |line: &&Line| matches!((opening.get(**line), before.amounts.get(**line)), (Some(a), Some(b)) if a != b);
        if let Some(line) = Line::ALL.iter().find(differs) {
            let message = format!(
                "{} opens with another `{}` than {} closes with; the opening balance is used",
                statement.period.name,
                line.key(),
                before.period.name,
            );
            self.report(
                Code::OpeningDiffers,
                &format!("{path}.opening.{}", line.key()),
                message,
                "if the earlier year was restated, say so in `notes`",
            );
        }
    }

    fn follows(&mut self, statements: &[Statement], at: usize, has_before: bool) {
        let statement = &statements[at];
        let same_end = |earlier: &Statement| earlier.period.end == statement.period.end;
        if at == 0 || has_before || statement.opening.is_some() || statements[..at].iter().any(same_end) {
            return;
        }
        let message = format!(
            "no statement ends where {} begins, on {}, so its ratios use closing balances",
            statement.period.name,
            statement.period.opening(),
        );
        let hint = "add the statement in between, or the opening balance sheet as `[statements.opening]`";
        self.report(Code::StatementGap, &format!("statements[{}].end", statement.index), message, hint);
    }

    /// Statements after the as-of date, none at all, or only old ones.
    pub(super) fn age(&mut self, statements: &[Statement]) {
        let Some(as_of) = self.frame.as_of else { return };
        let told = self.own_as_of().is_some();
        for statement in statements.iter().filter(|statement| told && statement.known > as_of) {
            let (name, end) = (&statement.period.name, statement.period.end);
            let (verb, key, date) =
                if end > as_of { ("ends", "end", end) } else { ("was received", "received", statement.known) };
            self.report(
                Code::StatementInFuture,
                &format!("statements[{}].{key}", statement.index),
                format!("{name} {verb} on {date}, after the as-of date {as_of}, and is left out of the assessment"),
                "correct the date, or move `as_of` in casebook.toml",
            );
        }
        let Some(latest) = statements.iter().rev().find(|statement| statement.known <= as_of) else {
            self.report(
                Code::NoStatement,
                "name",
                format!("this client has no statement up to {as_of}, so it has no ratios and no score"),
                "add one as [[statements]]",
            );
            return;
        };
        if older_than(latest.period.end, as_of, 12) {
            let months = months_between(latest.period.end, as_of);
            let message = format!("the latest statement, {}, is {months} months old at {as_of}", latest.period.name);
            self.report(
                Code::StatementStale,
                &format!("statements[{}].end", latest.index),
                message,
                "ask the client for a newer one",
            );
        }
    }
}

/// What to do about results that lines without a name here may explain.
const ROUGHLY: &str = "check the lines; what stands between them on the statement, such as other income, goes under [statements.income.extra]";

/// Sales and cost of sales, where these are more than five times those.
fn dwarfed(amounts: &Amounts) -> Option<(Decimal, Decimal)> {
    let (sales, cost) = (amounts.get(Line::Sales)?, amounts.get(Line::CostOfSales)?);
    (sales > Decimal::ZERO && cost > sales * Decimal::from(5)).then_some((sales, cost))
}

/// Whether negative interest is a cost by the statement's own results.
fn is_cost(statement: &Statement) -> bool {
    matches!(articulation::negative_interest(statement), Some(NegativeInterest::Cost(..)))
}

/// An amount in the unit in which it was typed.
fn shown(amount: Decimal, like: &Amounts) -> String {
    typed(amount, like.scale)
}
