//! Exposure against the limit in force, and what blocks further credit, on any date.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::super::trade::{LongOverdue, long_overdue};
use super::Ground;
use crate::kinds::client::case::Client;
use crate::kinds::client::limits::in_force;
use crate::kinds::credit_model::CreditModel;
use crate::measures::{Expr, Figure, Input, Inputs, Measure, Origin};
use crate::values::{Undefined, Unit, Words};

/// Why no further credit may be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The exposure is above the limit in force, or above nothing where none is in force any more.
    OverLimit {
        /// By how much.
        by: Decimal,
        /// The place of a temporary limit that has ended and would have covered it.
        ended: Option<usize>,
    },
    /// The tier allows no credit.
    CashOnly,
    /// Something is overdue for longer than the model allows.
    Overdue {
        /// Its days past due.
        days: i64,
        /// The days that the model allows.
        allowed: u16,
        /// What is overdue for so long in all.
        amount: Decimal,
        /// The key path of the oldest due date.
        path: String,
    },
}

/// What we could lose on `date`: receivables and orders not yet delivered. None where the file does
/// not tell.
#[must_use]
pub fn exposure_on(client: &Client, date: Date) -> Option<Decimal> {
    let trade = client.trade.as_ref()?;
    let orders = trade.orders.filter(|_| trade.is_stated_for(date));
    Some(trade.owed_on(date)? + orders.unwrap_or_default())
}

/// What blocks further credit to `client` of the tier at `tier` on `date`.
#[must_use]
pub fn blocks(client: &Client, model: &CreditModel, tier: usize, date: Date) -> Vec<Block> {
    let mut blocks = Vec::new();
    blocks.extend(over_limit(client, date));
    if model.limit.is_some() && model.tiers.get(tier).is_some_and(|tier| tier.limit_factor.is_zero()) {
        blocks.push(Block::CashOnly);
    }
    blocks.extend(overdue(client, model, date));
    blocks
}

/// What a file does not tell of a day, so that nobody knows whether it blocks further credit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Untold {
    /// The exposure, of a client with a limit.
    pub exposure: bool,
    /// What was overdue, where the model allows only so many days.
    pub overdue: bool,
}

impl Untold {
    /// Whether there is anything that would have to be known.
    #[must_use]
    pub fn any(self) -> bool {
        self.exposure || self.overdue
    }

    /// What would have to be known: the name of each in data, and in words.
    pub fn each(self) -> impl Iterator<Item = (&'static str, Words)> {
        let each = [
            (self.exposure, "exposure", Words { zh: "敞口", en: "the exposure" }),
            (self.overdue, "overdue", Words { zh: "逾期款项", en: "what is overdue" }),
        ];
        each.into_iter().filter(|(untold, ..)| *untold).map(|(_, name, words)| (name, words))
    }
}

/// What would have to be known to say that nothing blocks further credit to `client` on `date`; nothing of
/// those that we neither trade with nor have granted a limit.
#[must_use]
pub fn untold(client: &Client, model: &CreditModel, date: Date) -> Untold {
    if client.trade.is_none() && client.limits.is_empty() {
        return Untold::default();
    }
    let exposure = exposure_on(client, date);
    let watched = model.limit.as_ref().is_some_and(|rules| rules.block_overdue_days.is_some());
    let trade = client.trade.as_ref();
    let items = trade.is_some_and(|trade| trade.tells_items_on(date) || trade.owed_on(date) == Some(Decimal::ZERO));
    Untold {
        exposure: client.limits.iter().any(|grant| grant.from <= date) && exposure.is_none(),
        overdue: watched && !items,
    }
}

/// Clients without any granted limit are not held against one.
fn over_limit(client: &Client, date: Date) -> Option<Block> {
    let known = client.limits.iter().any(|grant| grant.from <= date);
    let exposure = exposure_on(client, date).filter(|_| known)?;
    let limit = in_force(&client.limits, date).map_or(Decimal::ZERO, |grant| grant.amount);
    let by = exposure - limit;
    if by <= Decimal::ZERO {
        return None;
    }
    let ended = client.limits.iter().filter(|grant| grant.until.is_some_and(|until| until < date));
    let ended = ended.max_by_key(|grant| grant.until).filter(|grant| grant.amount >= exposure);
    Some(Block::OverLimit { by, ended: ended.map(|grant| grant.index) })
}

fn overdue(client: &Client, model: &CreditModel, date: Date) -> Option<Block> {
    let allowed = model.limit.as_ref()?.block_overdue_days?;
    let trade = client.trade.as_ref()?;
    let LongOverdue { days, amount, path } =
        long_overdue(trade, date, allowed.into(), model.conventions.overdue_materiality)?;
    Some(Block::Overdue { days, allowed, amount, path })
}

/// Exposure and its share of the limit in force.
pub(super) fn figures(ground: &Ground<'_>, inputs: &mut Inputs) -> Vec<Figure> {
    let exposure = exposure(ground, inputs);
    let used = used(ground, &exposure, inputs);
    vec![exposure, used]
}

fn exposure(ground: &Ground<'_>, inputs: &mut Inputs) -> Figure {
    let (measure, period) = (Measure::CreditExposure, ground.as_of.to_string());
    let owed = ground.experience.and_then(|experience| experience.owed.clone());
    let Some((trade, owed)) = ground.client.trade.as_ref().zip(owed) else {
        let mut figure = Figure::undefined(measure, period, Undefined::MissingInput);
        figure.missing.push(Words { zh: "应收余额", en: "Receivables" });
        return figure;
    };
    let Some(orders) = trade.orders.filter(|_| trade.is_stated_for(ground.as_of)) else {
        return Figure::new(measure, period, owed, inputs);
    };
    let orders = inputs.add(Input {
        name: Words { zh: "未交货订单", en: "Orders not yet delivered" },
        of: String::new(),
        origin: Origin::Case,
        path: "trade.orders".to_owned(),
        value: orders,
        scale: trade.unit.scale(),
        unit: Unit::Money,
    });
    Figure::new(measure, period, owed.plus(Expr::Input(orders)), inputs)
}

fn used(ground: &Ground<'_>, exposure: &Figure, inputs: &mut Inputs) -> Figure {
    let (measure, period) = (Measure::LimitUse, ground.as_of.to_string());
    let (Some(grant), Ok(value)) = (in_force(&ground.client.limits, ground.as_of), exposure.value) else {
        let reason = exposure.value.err().unwrap_or(Undefined::NoLimit);
        let mut figure = Figure::undefined(measure, period, reason);
        figure.missing.clone_from(&exposure.missing);
        return figure;
    };
    let scale = ground.client.trade.as_ref().map_or(Decimal::ONE, |trade| trade.unit.scale());
    let limit = inputs.add(Input {
        name: Words { zh: "信用限额，自", en: "Credit limit from" },
        of: grant.from.to_string(),
        origin: Origin::Case,
        path: format!("limits[{}].amount", grant.index),
        value: grant.amount,
        scale,
        unit: Unit::Money,
    });
    // With the exposure written out: its numbers and the limit are in the unit in which the trade is typed.
    let exposed = exposure.formula.clone().unwrap_or(Expr::Figure(exposure.measure, value));
    let mut figure = Figure::new(measure, period, exposed.over(Expr::Input(limit)), inputs);
    figure.rest_on(exposure);
    figure
}
