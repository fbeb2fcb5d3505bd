//! What has been overdue with us for long, and whether it is enough to count.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::kinds::client::case::Trade;

/// What is overdue for longer than a rule allows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::kinds::client::assess) struct LongOverdue {
    /// Days past due of the oldest item.
    pub days: i64,
    /// All of it.
    pub amount: Decimal,
    /// The key path of the oldest due date.
    pub path: String,
}

/// What of `trade` was more than `days` overdue on `date`; none where that is no more than the share
/// `materiality` of all open items, credits apart: a rest of bank charges is no default (relative threshold of
/// Regulation (EU) 2018/171, Article 1).
pub(in crate::kinds::client::assess) fn long_overdue(
    trade: &Trade,
    date: Date,
    days: Decimal,
    materiality: Decimal,
) -> Option<LongOverdue> {
    let mut items = trade.items_on(date);
    items.retain(|item| item.amount > Decimal::ZERO);
    let open: Decimal = items.iter().map(|item| item.amount).sum();
    items.retain(|item| Decimal::from(item.days_overdue(date)) > days);
    let amount: Decimal = items.iter().map(|item| item.amount).sum();
    let oldest = items.iter().min_by_key(|item| item.due)?;
    let path = trade.due_path(oldest);
    (amount > open * materiality).then(|| LongOverdue { days: oldest.days_overdue(date), amount, path })
}
