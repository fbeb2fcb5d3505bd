//! Whether what was typed is plausible: an amount in the wrong unit, or a date in the wrong century, is
//! possible and yet hardly meant.

use rust_decimal::Decimal;

use super::Check;
use crate::kinds::client::case::{Statement, Trade};
use crate::kinds::client::lines::Line;
use crate::pages::number::short;
use crate::values::Code;

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
            short(amount, 2),
            short(costs, 2),
            latest.period.name,
        );
        let hint = "a unit is probably wrong: `unit` under [trade] (the client's holds where it is absent), \
                    `ledger_unit` of a table of invoices (`one` where absent), or the `unit` of the statements";
        self.report(Code::TradeUnit, path, message, hint);
    }
}

/// Cost of sales and operating expenses of a statement, scaled to a year, in base units.
fn costs_of_a_year(statement: &Statement) -> Option<Decimal> {
    let costs = statement.amounts.get(Line::CostOfSales)?
        + statement.amounts.get(Line::OperatingExpenses).unwrap_or_default().max(Decimal::ZERO);
    let months = Decimal::from(statement.period.months.max(1));
    (costs > Decimal::ZERO).then(|| costs * Decimal::from(12) / months)
}
