//! Amounts of our trade with the client, each with its unit: in Chinese that of the trade, in English in full.

use rust_decimal::Decimal;

use super::Sheet;
use crate::measures::Figure;
use crate::pages::number::money;
use crate::present;
use crate::values::{Language, Unit};

impl Sheet<'_> {
    /// The currency of our trade with the client.
    pub(in crate::kinds::client) fn trade_currency(&self) -> &str {
        self.client.trade.as_ref().map_or(&self.client.currency, |trade| &trade.currency)
    }

    /// An amount of our trade with its unit.
    pub(super) fn trade_money(&self, amount: Decimal) -> String {
        match self.language() {
            Language::Zh => {
                let (amount, unit) = self.split_money(amount);
                format!("{amount} {unit}")
            }
            Language::En => format!("{} {}", self.trade_currency(), money(amount)),
        }
    }

    /// An amount of our trade, in brief, and its unit. English has no word for 万: amounts stand in full.
    pub(super) fn split_money(&self, amount: Decimal) -> (String, String) {
        match self.language() {
            Language::Zh => {
                let scale = self.scales().trade;
                (money(amount / scale), present::amount_unit(self.trade_currency(), scale, Language::Zh))
            }
            Language::En => (money(amount), self.trade_currency().to_owned()),
        }
    }

    /// A figure of our trade with its unit, or a dash.
    pub(super) fn trade_figure(&self, figure: &Figure) -> String {
        match (figure.measure.unit(), figure.value) {
            (Unit::Money, Ok(amount)) => self.trade_money(amount),
            (unit, Ok(_)) => present::figure(figure, Decimal::ONE) + present::unit_after(unit, self.language()),
            (_, Err(_)) => present::figure::NONE.to_owned(),
        }
    }
}
