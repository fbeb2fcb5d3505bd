//! Reads the statements: order, periods, currencies, units, signs and totals.

use std::collections::BTreeMap;

use super::Check;
use crate::kinds::client::case::{Amounts, Statement};
use crate::kinds::client::lines::{BalanceLines, Line, LineKind, Part};
use crate::kinds::client::schema::{AmountUnit, Assurance, StatementFile};
use crate::load::tree::{self, path_key};
use crate::values::{Code, Period, plural};

impl Check<'_> {
    /// The statements in order of time, and their common currency.
    pub(super) fn statements(
        &mut self,
        files: &[StatementFile],
        currency: &str,
        unit: AmountUnit,
    ) -> (Vec<Statement>, Option<String>) {
        self.same_currency(files, currency);
        self.distinct(files);
        let mut statements: Vec<_> =
            files.iter().enumerate().map(|(index, file)| self.statement(index, file, unit)).collect();
        statements.sort_by_key(|statement| (statement.period.end, statement.index));
        let shared = files.first().map(|file| file.currency.clone().unwrap_or_else(|| currency.to_owned()));
        for at in 0..statements.len() {
            self.ties(&statements, at);
        }
        self.interest_sign(&statements);
        self.age(&statements);
        (statements, shared)
    }

    fn same_currency(&mut self, files: &[StatementFile], currency: &str) {
        let of = |file: &StatementFile| file.currency.clone().unwrap_or_else(|| currency.to_owned());
        for (index, file) in files.iter().enumerate() {
            self.currency(&format!("statements[{index}].currency"), file.currency.as_deref());
            let (first, here) = (of(&files[0]), of(file));
            let known = !here.is_empty() && !first.is_empty();
            if known && here != first {
                self.report(
                    Code::CurrencyMix,
                    &format!("statements[{index}].currency"),
                    format!("{} is in {here}, but {} is in {first}", file.period, files[0].period),
                    "restate all statements of a client in one currency; averages and trends need it",
                );
            }
        }
    }

    fn distinct(&mut self, files: &[StatementFile]) {
        let mut periods: BTreeMap<&str, usize> = BTreeMap::new();
        let mut ends = BTreeMap::new();
        for (index, file) in files.iter().enumerate() {
            let path = format!("statements[{index}]");
            if let Some(first) = periods.insert(file.period.trim(), index) {
                let line = self.source.line(tree::locate(self.tree, &format!("statements[{first}].period")).start);
                let message = format!("the period `{}` stands twice: here and in line {line}", file.period);
                self.report(
                    Code::DuplicatePeriod,
                    &format!("{path}.period"),
                    message,
                    "give each period its own name, such as FY2023 and 2023H1",
                );
            }
            if let Some(first) = ends.insert((file.end.0, file.months), index) {
                let message = format!(
                    "two statements of {} end on {}: `{}` and `{}`",
                    plural(file.months, "month"),
                    file.end.0,
                    files[first].period,
                    file.period
                );
                self.report(
                    Code::DuplicatePeriod,
                    &format!("{path}.end"),
                    message,
                    "remove one, or correct its end date",
                );
            }
        }
    }

    fn statement(&mut self, index: usize, file: &StatementFile, unit: AmountUnit) -> Statement {
        let unit = file.unit.unwrap_or(unit);
        let path = format!("statements[{index}]");
        let amounts = amounts(file, unit);
        let opening = file.opening.as_ref().map(|lines| {
            let opening = balance(lines, unit);
            self.signs(&opening, &format!("{path}.opening"), Some(Part::Balance));
            opening
        });
        self.signs(&amounts, &path, None);
        self.totals(&amounts, &path);
        self.proportions(&amounts, &path);
        self.opinion(file, &path);
        if file.market_value.is_some_and(|value| value.0.is_sign_negative()) {
            self.report(
                Code::NegativeAmount,
                &format!("{path}.market_value"),
                "a market value cannot be negative",
                "check the sign",
            );
        }
        let end = file.end.0;
        let known = file.received.map_or(end, |received| received.0);
        if known < end {
            let message = format!("the statement was received on {known}, before its period ends on {end}");
            self.report(Code::BadValue, &format!("{path}.received"), message, "correct one of the two dates");
        }
        Statement {
            index,
            known: known.max(end),
            period: Period { name: file.period.trim().to_owned(), end: file.end.0, months: file.months },
            unit,
            assurance: file.assurance,
            opinion: file.opinion,
            going_concern_doubt: file.going_concern_doubt,
            auditor: file.auditor.clone().unwrap_or_default(),
            market_value: file.market_value.map(|value| value.0 * unit.scale()),
            amounts,
            opening,
            extra: extra(file, unit),
        }
    }

    /// Amounts that cannot be negative are not.
    fn signs(&mut self, amounts: &Amounts, path: &str, only: Option<Part>) {
        for &line in Line::ALL {
            let unsigned = matches!(line.kind(), LineKind::Amount | LineKind::Total);
            if unsigned && amounts.get(line).is_some_and(|amount| amount.is_sign_negative() && !amount.is_zero()) {
                let key = match only {
                    Some(_) => format!("{path}.{}", line.key()),
                    None => format!("{path}.{}.{}", line.part().key(), line.key()),
                };
                let message = format!("`{}` cannot be negative", line.key());
                self.report(
                    Code::NegativeAmount,
                    &key,
                    message,
                    "costs, assets and debts are positive amounts; check the sign",
                );
            }
        }
    }

    fn opinion(&mut self, file: &StatementFile, path: &str) {
        if file.opinion.is_some() && file.assurance != Assurance::Audited {
            let message = format!("{} has an auditor's opinion, but is not audited", file.period);
            self.report(
                Code::BadValue,
                &format!("{path}.opinion"),
                message,
                "write assurance = \"audited\", or remove `opinion`",
            );
        }
        for (part, names) in [
            (Part::Income, &file.income.extra),
            (Part::Balance, &file.balance.extra),
            (Part::CashFlow, &file.cash_flow.extra),
        ] {
            for (name, _) in names.0.iter().filter(|(name, _)| name.trim().is_empty()) {
                let path = format!("{path}.{}.extra.{}", part.key(), path_key(name));
                self.report(Code::BadValue, &path, "this line has no name", "name it, or remove it");
            }
        }
        if file.period.chars().any(char::is_control) || file.period.chars().count() > 40 {
            let path = format!("{path}.period");
            self.report(
                Code::BadValue,
                &path,
                "this cannot serve as a period's name",
                "use up to 40 letters and digits, such as FY2023",
            );
        }
    }
}

fn amounts(file: &StatementFile, unit: AmountUnit) -> Amounts {
    let mut amounts = Amounts::new(unit);
    for &line in Line::ALL {
        let typed = match line.part() {
            Part::Income => file.income.get(line),
            Part::Balance => file.balance.get(line),
            Part::CashFlow => file.cash_flow.get(line),
        };
        if let Some(typed) = typed {
            amounts.set(line, typed.0);
        }
    }
    amounts
}

fn balance(lines: &BalanceLines, unit: AmountUnit) -> Amounts {
    let mut amounts = Amounts::new(unit);
    for &line in Line::ALL {
        if let Some(typed) = lines.get(line) {
            amounts.set(line, typed.0);
        }
    }
    amounts
}

fn extra(file: &StatementFile, unit: AmountUnit) -> Vec<(Part, String, rust_decimal::Decimal)> {
    let parts = [
        (Part::Income, &file.income.extra),
        (Part::Balance, &file.balance.extra),
        (Part::CashFlow, &file.cash_flow.extra),
    ];
    let lines = parts.into_iter().flat_map(|(part, lines)| lines.0.iter().map(move |line| (part, line)));
    lines.map(|(part, (name, amount))| (part, name.trim().to_owned(), amount.0 * unit.scale())).collect()
}
