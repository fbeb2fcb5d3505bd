//! Our own experience with a client on a date: days sales outstanding in all forms, what is overdue,
//! what we expect to lose, and how it pays (DOMAIN 1.2).
//!
//! Everything here is a function of the date, so that a ledger gives any earlier day too.

mod account;
mod ageing;
mod collection;
mod days;
mod habit;
mod overdue;

use jiff::civil::Date;

use crate::kinds::client::case::Trade;
use crate::kinds::credit_model::CreditModel;
use crate::measures::{Expr, Figure, Inputs};
use account::Account;

pub use ageing::{AGE_CLASSES, Ageing, age_class};
pub use habit::{Habit, HabitMonth, by_month};
pub(super) use overdue::{LongOverdue, long_overdue};

/// Our experience with a client.
#[derive(Debug, Clone)]
pub struct Experience {
    /// The measures.
    pub figures: Vec<Figure>,
    /// Receivables by age; none where the file does not tell what is open.
    pub ageing: Option<Ageing>,
    /// How the client paid in each month of the last year, earliest first.
    pub habit: Vec<HabitMonth>,
    /// What is owed.
    pub(super) owed: Option<Expr>,
    /// Credit sales of the last twelve months, where so many are known.
    pub(super) year_of_sales: Option<Expr>,
}

/// Measures `trade` on `as_of`.
#[must_use]
pub fn experience(trade: &Trade, as_of: Date, model: &CreditModel, inputs: &mut Inputs) -> Experience {
    let mut account = Account::new(trade, as_of, &model.conventions, inputs);
    let (owed, sales) = (account.owed(), account.sales());
    let mut figures = account.days_figures(owed.as_ref(), sales.as_ref());
    figures.extend(account.overdue_figures());
    if let Some(provision) = &model.provision {
        figures.push(account.allowance(provision));
    }
    if let Some(ledger) = &trade.ledger {
        figures.push(account.effectiveness(ledger));
        figures.extend(account.habit_figures(ledger));
    }
    Experience {
        figures,
        ageing: account.tells_items().then(|| Ageing::of(&account.items, as_of)),
        habit: trade.ledger.as_ref().map_or_else(Vec::new, |ledger| by_month(ledger, as_of)),
        owed,
        year_of_sales: sales.filter(|sales| !sales.partial).map(|sales| sales.formula),
    }
}
