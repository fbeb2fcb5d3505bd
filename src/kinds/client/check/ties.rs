//! Whether statements tie: the sheet balances, parts fit their totals, cash and retained
//! earnings move as the other statements say, periods follow each other (DOMAIN 1.2).
//!
//! Differences up to one unit of the last place that the author typed are rounding.

use rust_decimal::Decimal;

use super::Check;
use crate::kinds::client::case::{Amounts, Statement};
use crate::kinds::client::lines::Line;
use crate::values::Code;
use crate::values::period::{months_between, older_than};

impl Check<'_> {
    /// Parts that are larger than the total they belong to, and sums that do not come out.
    pub(super) fn totals(&mut self, amounts: &Amounts, path: &str) {
        let parts = [
            (
                Line::CurrentAssets,
                &[
                    Line::Cash,
                    Line::ShortTermInvestments,
                    Line::NotesReceivable,
                    Line::Receivables,
                    Line::Inventory,
                    Line::Prepaid,
                ][..],
                "balance",
            ),
            (
                Line::TotalAssets,
                &[Line::CurrentAssets, Line::FixedAssets, Line::Goodwill, Line::Intangibles, Line::DeferredCharges],
                "balance",
            ),
            (Line::CurrentLiabilities, &[Line::ShortTermDebt, Line::Payables], "balance"),
            (Line::NonCurrentLiabilities, &[Line::LongTermDebt], "balance"),
            (Line::TotalLiabilities, &[Line::CurrentLiabilities, Line::NonCurrentLiabilities], "balance"),
            (Line::Sales, &[Line::CreditSales], "income"),
        ];
        for (total, parts, statement) in parts {
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
                    &format!("{path}.{statement}.{}", total.key()),
                    message,
                    "check the amounts against the statement",
                );
            }
        }
    }

    /// How the statement at `at` ties within itself and with the one before.
    pub(super) fn ties(&mut self, statements: &[Statement], at: usize) {
        let statement = &statements[at];
        let before = statements[..at].iter().rev().find(|earlier| statement.period.opens_at(earlier.period.end));
        let path = format!("statements[{}]", statement.index);
        self.sheet(&statement.amounts, &format!("{path}.balance"), &statement.period.name);
        if let Some(opening) = &statement.opening {
            self.sheet(opening, &format!("{path}.opening"), &statement.period.name);
        }
        self.profit(&statement.amounts, &path, &statement.period.name);
        let opening = statement.opening.as_ref().or(before.map(|before| &before.amounts));
        self.cash(statement, opening, &path);
        if let Some(opening) = opening {
            self.retained(statement, opening, &path);
        }
        if let (Some(opening), Some(before)) = (&statement.opening, before) {
            self.same_opening(statement, opening, before, &path);
        }
        self.follows(statements, at, before.is_some());
    }

    fn sheet(&mut self, amounts: &Amounts, path: &str, period: &str) {
        let (Some(assets), Some(equity)) = (amounts.get(Line::TotalAssets), amounts.get(Line::Equity)) else { return };
        let Some(liabilities) = liabilities(amounts) else { return };
        let difference = assets - liabilities - equity;
        if difference.abs() > amounts.last_place {
            let message = format!(
                "{period} does not balance: assets {} are not liabilities {} + equity {}; the difference is {}",
                shown(assets, amounts),
                shown(liabilities, amounts),
                shown(equity, amounts),
                shown(difference, amounts),
            );
            self.report(
                Code::SheetUnbalanced,
                &format!("{path}.total_assets"),
                message,
                "check the three amounts; minority interest belongs to equity",
            );
        }
    }

    /// Sales − costs = profit, where every line is given.
    fn profit(&mut self, amounts: &Amounts, path: &str, period: &str) {
        let get = |line| amounts.get(line);
        if let (Some(before), Some(tax), Some(net)) = (get(Line::ProfitBeforeTax), get(Line::Tax), get(Line::NetIncome))
        {
            let difference = before - tax - net;
            if difference.abs() > amounts.last_place {
                let message = format!(
                    "{period}: profit before tax less income tax is not net income; the difference is {}",
                    shown(difference, amounts)
                );
                self.report(
                    Code::ProfitTotals,
                    &format!("{path}.income.net_income"),
                    message,
                    "check the three lines; discontinued operations may explain it",
                );
            }
        }
    }

    fn cash(&mut self, statement: &Statement, opening: Option<&Amounts>, path: &str) {
        let amounts = &statement.amounts;
        let flows = [Line::Operating, Line::Investing, Line::Financing].map(|line| amounts.get(line));
        let [Some(operating), Some(investing), Some(financing)] = flows else { return };
        let change = operating + investing + financing + amounts.get(Line::Exchange).unwrap_or_default();
        let first = amounts.get(Line::OpeningCash).or_else(|| opening.and_then(|opening| opening.get(Line::Cash)));
        let last = amounts.get(Line::ClosingCash).or(amounts.get(Line::Cash));
        let (Some(first), Some(last)) = (first, last) else { return };
        let difference = (last - first) - change;
        if difference.abs() > amounts.last_place {
            let message = format!(
                "{}: cash moves by {}, but the cash-flow statement comes to {}; the difference is {}",
                statement.period.name,
                shown(last - first, amounts),
                shown(change, amounts),
                shown(difference, amounts),
            );
            let hint = "check the flows; where restricted cash explains it, give `opening_cash` and `closing_cash`";
            self.report(Code::CashUntied, &format!("{path}.cash_flow.operating"), message, hint);
        }
    }

    fn retained(&mut self, statement: &Statement, opening: &Amounts, path: &str) {
        let amounts = &statement.amounts;
        let (Some(first), Some(last), Some(net)) =
            (opening.get(Line::RetainedEarnings), amounts.get(Line::RetainedEarnings), amounts.get(Line::NetIncome))
        else {
            return;
        };
        let dividends = amounts.get(Line::Dividends).unwrap_or_default();
        let other = amounts.get(Line::OtherRetained).unwrap_or_default();
        let difference = (last - first) - (net - dividends + other);
        if difference.abs() > amounts.last_place {
            let message = format!(
                "{}: retained earnings move by {}, but net income less dividends is {}; the difference is {}",
                statement.period.name,
                shown(last - first, amounts),
                shown(net - dividends + other, amounts),
                shown(difference, amounts),
            );
            let hint = "give `dividends`, and share buy-backs or transfers as `other_retained_earnings`";
            self.report(Code::ProfitUntied, &format!("{path}.balance.retained_earnings"), message, hint);
        }
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
        for statement in statements.iter().filter(|statement| statement.period.end > as_of) {
            let message = format!(
                "{} ends on {}, after the as-of date {as_of}, and is left out of the assessment",
                statement.period.name, statement.period.end
            );
            self.report(
                Code::StatementInFuture,
                &format!("statements[{}].end", statement.index),
                message,
                "correct the date, or move `as_of` in casebook.toml",
            );
        }
        let Some(latest) = statements.iter().rev().find(|statement| statement.period.end <= as_of) else {
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

/// An amount as the author would type it.
fn shown(amount: Decimal, like: &Amounts) -> String {
    (amount / like.scale).normalize().to_string()
}

/// Liabilities as given, or current plus non-current.
fn liabilities(amounts: &Amounts) -> Option<Decimal> {
    amounts
        .get(Line::TotalLiabilities)
        .or_else(|| Some(amounts.get(Line::CurrentLiabilities)? + amounts.get(Line::NonCurrentLiabilities)?))
}
