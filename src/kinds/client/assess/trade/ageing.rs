//! Receivables by age, on any date (DOMAIN 1.2).

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::kinds::client::case::Trade;
use crate::kinds::client::ledger::Item;
use crate::kinds::credit_model::model::Provision;

/// The age classes of receivables, by days past due: the last day of each but the last.
pub const AGE_CLASSES: [i64; 4] = [0, 30, 60, 90];

/// Receivables by age on a date.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ageing {
    /// Not due, 1–30, 31–60, 61–90 and more than 90 days past due.
    pub classes: [Decimal; 5],
    /// Credits in the client's favour, negative.
    pub credits: Decimal,
    /// What of the classes is disputed.
    pub disputed: Decimal,
}

impl Ageing {
    /// The ageing of `trade` on `date`.
    #[must_use]
    pub fn on(trade: &Trade, date: Date) -> Self {
        Self::of(&trade.items_on(date), date)
    }

    /// The ageing of open `items` on `date`.
    #[must_use]
    pub fn of(items: &[Item<'_>], date: Date) -> Self {
        let mut ageing = Ageing::default();
        for item in items {
            if item.amount.is_sign_negative() {
                ageing.credits += item.amount;
                continue;
            }
            ageing.classes[age_class(item.days_overdue(date))] += item.amount;
            if item.is_disputed() {
                ageing.disputed += item.amount;
            }
        }
        ageing
    }

    /// The same at a rate of exchange.
    #[must_use]
    pub fn times(&self, rate: Decimal) -> Self {
        Ageing {
            classes: self.classes.map(|amount| amount * rate),
            credits: self.credits * rate,
            disputed: self.disputed * rate,
        }
    }

    /// This and `other` together.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        Ageing {
            classes: std::array::from_fn(|class| self.classes[class] + other.classes[class]),
            credits: self.credits + other.credits,
            disputed: self.disputed + other.disputed,
        }
    }

    /// The sum of all that is open, less credits.
    #[must_use]
    pub fn total(&self) -> Decimal {
        self.debts() + self.credits
    }

    /// What is owed, credits apart.
    #[must_use]
    pub fn debts(&self) -> Decimal {
        self.classes.iter().sum()
    }

    /// What is past due.
    #[must_use]
    pub fn overdue(&self) -> Decimal {
        self.classes[1..].iter().sum()
    }

    /// What is expected to be lost of each class, at the rates of `provision`.
    #[must_use]
    pub fn allowance(&self, provision: &Provision) -> [Decimal; 5] {
        std::array::from_fn(|class| self.classes[class] * provision.rates[class])
    }
}

/// The place of the age class of an item so many days past due.
#[must_use]
pub fn age_class(days: i64) -> usize {
    AGE_CLASSES.iter().position(|&last| days <= last).unwrap_or(AGE_CLASSES.len())
}
