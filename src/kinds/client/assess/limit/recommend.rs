//! The recommended limit: tier factor × min(need, max(net worth, working assets)), never above the
//! cap, rounded down to the house unit.

use rust_decimal::Decimal;

use super::Ground;
use crate::kinds::client::case::Client;
use crate::kinds::credit_model::model::LimitRules;
use crate::measures::{Expr, Figure, Input, Inputs, Measure, Note, Origin};
use crate::values::{Undefined, Unit, Words};

/// A step to the recommended limit, and what it comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// What the client can bear: the larger of net worth and working assets.
    Strength(Decimal),
    /// No more than the trade needs.
    Needed(Decimal),
    /// Times the factor of the tier.
    Factor(Decimal),
    /// No more than the concentration cap.
    Capped(Decimal),
    /// Rounded down to the house unit.
    Rounded(Decimal),
}

impl Step {
    /// What the step comes to.
    #[must_use]
    pub const fn amount(self) -> Decimal {
        match self {
            Step::Strength(amount)
            | Step::Needed(amount)
            | Step::Factor(amount)
            | Step::Capped(amount)
            | Step::Rounded(amount) => amount,
        }
    }
}

/// The steps to `recommended`, where it exists and rests on more than the tier.
pub(super) fn steps(ground: &Ground<'_>, rules: &LimitRules, figures: &[Figure], recommended: &Figure) -> Vec<Step> {
    let find = |measure| figures.iter().find(|figure| figure.measure == measure).and_then(|figure| figure.value.ok());
    let strength = find(Measure::LimitNetWorth).into_iter().chain(find(Measure::LimitWorkingAssets)).max();
    let factor = ground.model.tiers[ground.tier].limit_factor;
    let (Ok(limit), Some(strength), Some(need), false) =
        (recommended.value, strength, find(Measure::LimitNeed), factor.is_zero())
    else {
        return Vec::new();
    };
    let strength = strength.max(Decimal::ZERO);
    let needed = strength.min(need);
    let scaled = needed * factor;
    let mut steps = vec![Step::Strength(strength), Step::Needed(needed), Step::Factor(scaled)];
    steps.extend(rules.cap.map(|cap| Step::Capped(scaled.min(cap))));
    steps.push(Step::Rounded(limit));
    steps
}

/// The recommended limit; `figures` are the methods.
pub(super) fn recommended(ground: &Ground<'_>, rules: &LimitRules, figures: &[Figure], inputs: &mut Inputs) -> Figure {
    let (measure, period) = (Measure::RecommendedLimit, ground.as_of.to_string());
    if currencies_apart(ground.client, rules).is_some() {
        return Figure::undefined(measure, period, Undefined::CurrencyMix);
    }
    let factor = factor(ground, inputs);
    if ground.model.tiers[ground.tier].limit_factor.is_zero() {
        return Figure::new(measure, period, factor, inputs);
    }
    let find = |measure| figures.iter().find(|figure| figure.measure == measure);
    let strength = [find(Measure::LimitNetWorth), find(Measure::LimitWorkingAssets)];
    let bearing: Vec<&Figure> = strength.into_iter().flatten().filter(|figure| figure.value.is_ok()).collect();
    let need = find(Measure::LimitNeed);
    let (Some(need), false) = (need.filter(|need| need.value.is_ok()), bearing.is_empty()) else {
        // One method of strength is enough.
        let strength = strength.into_iter().flatten().filter(|_| bearing.is_empty());
        let missing = strength.chain(need).filter(|figure| figure.value.is_err());
        let mut figure = Figure::undefined(measure, period, Undefined::MissingInput);
        for missing in missing {
            if missing.missing.is_empty() {
                figure.missing.push(missing.measure.doc().name);
            }
            let new: Vec<_> = missing.missing.iter().copied().filter(|name| !figure.missing.contains(name)).collect();
            figure.missing.extend(new);
        }
        return figure;
    };
    let mut figure = Figure::new(measure, period, formula(factor, need, &bearing, rules, inputs), inputs);
    for part in bearing.iter().copied().chain([need]) {
        figure.rest_on(part);
    }
    if bearing.len() == 1 {
        figure.notes.push(Note::OneSupport);
    }
    figure
}

/// The currency of our trade, or else of the client's statements, where it is another than that of the
/// model's limits.
#[must_use]
pub fn currencies_apart<'c>(client: &'c Client, rules: &LimitRules) -> Option<&'c str> {
    let trade = client.trade.as_ref().map_or(&client.currency, |trade| &trade.currency);
    let stated = Some(&client.currency).filter(|_| !client.statements.is_empty());
    [Some(trade), stated].into_iter().flatten().find(|currency| **currency != rules.currency).map(String::as_str)
}

fn formula(factor: Expr, need: &Figure, bearing: &[&Figure], rules: &LimitRules, inputs: &mut Inputs) -> Expr {
    let operand = |figure: &&Figure| Expr::Figure(figure.measure, figure.value.unwrap_or_default());
    let mut most: Vec<Expr> = bearing.iter().map(operand).collect();
    if bearing.iter().all(|figure| figure.value.is_ok_and(|value| value < Decimal::ZERO)) {
        most.push(Expr::Number(Decimal::ZERO));
    }
    let strength = if most.len() == 1 { most.remove(0) } else { Expr::Max(most) };
    let mut limit = factor.times(Expr::Min(vec![operand(&need), strength]));
    let mut amount = |name, key: &str, value| {
        let (path, scale) = (format!("limit.{key}"), rules.unit.scale());
        let (of, origin, unit) = (String::new(), Origin::Model, Unit::Money);
        Expr::Input(inputs.add(Input { name, of, origin, path, value, scale, unit }))
    };
    if let Some(cap) = rules.cap {
        limit = Expr::Min(vec![amount(Words { zh: "集中度上限", en: "Concentration cap" }, "cap", cap), limit]);
    }
    let unit = amount(Words { zh: "取整单位", en: "House unit" }, "round_down_to", rules.round_down_to);
    Expr::Floor(Box::new((limit, unit)))
}

fn factor(ground: &Ground<'_>, inputs: &mut Inputs) -> Expr {
    let tier = &ground.model.tiers[ground.tier];
    Expr::Input(inputs.add(Input {
        name: Words { zh: "等级系数", en: "Tier factor" },
        of: tier.id.clone(),
        origin: Origin::Model,
        path: format!("tiers[{}].limit_factor", ground.tier),
        value: tier.limit_factor,
        scale: Decimal::ONE,
        unit: Unit::Times,
    }))
}
