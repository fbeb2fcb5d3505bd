//! The four methods for a credit limit, each as its formula.

use rust_decimal::Decimal;

use super::Ground;
use crate::kinds::client::assess::view::{Operand, View};
use crate::kinds::client::lines::Line;
use crate::kinds::credit_model::model::LimitRules;
use crate::measures::{Expr, Figure, Input, Inputs, Measure, Note, Origin};
use crate::values::{Undefined, Unit, Words};

/// The methods that rest on the client's statements, in the order of print, and the place of the
/// band of the working-asset model.
pub(super) fn by_strength(
    view: &mut View<'_>,
    ground: &Ground<'_>,
    rules: &LimitRules,
) -> (Vec<Figure>, Option<usize>) {
    let period = ground.as_of.to_string();
    let tier = &ground.model.tiers[ground.tier].id;
    let worth = view.figure_on(Measure::LimitNetWorth, &period, |view| {
        let worth = view.tangible_net_worth()?;
        positive(view, &worth)?;
        let name = Words { zh: "有形净值比例", en: "Share of tangible net worth" };
        let rate = rate(view.inputs, name, "", "limit.net_worth_rate".to_owned(), rules.net_worth_rate);
        Ok(rate.times(worth))
    });
    let turnover = view.figure_on(Measure::LimitTurnover, &period, |view| {
        let share = rules.turnover_rates.get(tier).copied().ok_or(Undefined::MissingInput)?;
        let sales = view.line(Line::Sales)?;
        let sales = view.a_year(sales);
        let name = Words { zh: "销售额比例", en: "Share of sales" };
        Ok(rate(view.inputs, name, tier, format!("limit.turnover_rates.{tier}"), share).times(sales))
    });
    let value = view.figure_on(Measure::WorkingAssetValue, &period, working_asset_value);
    let band = match value.value {
        Ok(value) => Some(rules.band_of(value)),
        Err(_) => None,
    };
    let assets = view.figure_on(Measure::LimitWorkingAssets, &period, |view| {
        let share = match (band, value.value) {
            (Some(at), _) => {
                let name = Words { zh: "营运资产比例，档次", en: "Share of working assets, band" };
                let path = format!("limit.working_assets[{at}].share");
                rate(view.inputs, name, &(at + 1).to_string(), path, rules.working_assets[at].share)
            }
            (None, Err(Undefined::NegativeEquity)) => {
                view.note(Note::NoOwnFunds);
                Expr::Number(Decimal::ZERO)
            }
            (None, Err(reason)) => return Err(reason),
            (None, Ok(_)) => return Err(Undefined::MissingInput),
        };
        Ok(working_assets(view)?.times(share))
    });
    (vec![worth, turnover, value, assets], band)
}

fn positive(view: &View<'_>, worth: &Expr) -> Result<(), Undefined> {
    if worth.value(view.inputs)? <= Decimal::ZERO { Err(Undefined::NegativeEquity) } else { Ok(()) }
}

/// Half of working capital and equity.
fn working_assets(view: &mut View<'_>) -> Operand {
    let (assets, liabilities) = (view.line(Line::CurrentAssets)?, view.line(Line::CurrentLiabilities)?);
    Ok(assets.minus(liabilities).plus(view.line(Line::Equity)?).over(Expr::number(2)))
}

/// Two ratios of liquidity less two of debt; undefined on equity of zero or less.
fn working_asset_value(view: &mut View<'_>) -> Operand {
    let equity = view.line(Line::Equity)?;
    positive(view, &equity)?;
    let (current, quick) = (view.line(Line::CurrentAssets)?, view.quick_assets()?);
    let (short, all) = (view.line(Line::CurrentLiabilities)?, view.liabilities()?);
    let liquidity = current.over(short.clone()).plus(quick.over(short.clone()));
    Ok(liquidity.minus(short.over(equity.clone())).minus(all.over(equity)))
}

fn rate(inputs: &mut Inputs, name: Words, of: &str, path: String, value: Decimal) -> Expr {
    let (scale, unit) = (Decimal::ONE, Unit::Percent);
    Expr::Input(inputs.add(Input { name, of: of.to_owned(), origin: Origin::Model, path, value, scale, unit }))
}

const FORECAST: Words = Words { zh: "预计赊销额", en: "Forecast credit sales" };
/// What the need rests on, either of the two.
const SALES: Words = Words {
    zh: "预计赊销额（或十二个月的赊销额）",
    en: "Forecast credit sales (or credit sales of twelve months)",
};
const TERMS: Words = Words { zh: "账期", en: "Terms" };

/// Forecast credit sales a day × (terms + usual delay).
pub(super) fn need(ground: &Ground<'_>, inputs: &mut Inputs) -> Figure {
    let (measure, period) = (Measure::LimitNeed, ground.as_of.to_string());
    let mut notes = Vec::new();
    let sales = forecast(ground, inputs, &mut notes);
    let terms = terms(ground, inputs);
    let lacking = [(sales.is_none(), SALES), (terms.is_none(), TERMS)];
    let (Some(sales), Some(terms)) = (sales, terms) else {
        let mut figure = Figure::undefined(measure, period, Undefined::MissingInput);
        figure.missing.extend(lacking.into_iter().filter(|(lacks, _)| *lacks).map(|(_, name)| name));
        return figure;
    };
    let (delay, rests_on) = delay(ground, &mut notes);
    let days = Expr::Number(ground.model.conventions.days_in_year);
    let mut figure = Figure::new(measure, period, sales.over(days).times(terms.plus(delay)), inputs);
    if let Some(delay) = rests_on {
        figure.rest_on(delay);
    }
    figure.notes = notes;
    figure
}

/// The credit sales expected in a year, or those of the last one.
fn forecast(ground: &Ground<'_>, inputs: &mut Inputs, notes: &mut Vec<Note>) -> Option<Expr> {
    let trade = ground.client.trade.as_ref()?;
    if let Some(value) = trade.forecast.filter(|_| trade.is_stated_for(ground.as_of)) {
        let name = FORECAST;
        let (path, scale) = ("trade.forecast".to_owned(), trade.unit.scale());
        let (of, origin, unit) = (String::new(), Origin::Case, Unit::Money);
        return Some(Expr::Input(inputs.add(Input { name, of, origin, path, value, scale, unit })));
    }
    let sales = ground.experience?.year_of_sales.clone()?;
    notes.push(Note::SalesForForecast);
    Some(sales)
}

fn terms(ground: &Ground<'_>, inputs: &mut Inputs) -> Option<Expr> {
    let days = ground.client.trade.as_ref()?.terms_days?;
    Some(Expr::Input(inputs.add(Input {
        name: TERMS,
        of: String::new(),
        origin: Origin::Case,
        path: "trade.terms_days".to_owned(),
        value: Decimal::from(days),
        scale: Decimal::ONE,
        unit: Unit::Days,
    })))
}

/// How many days late the client usually pays, and the figure that says so.
fn delay<'g>(ground: &'g Ground<'_>, notes: &mut Vec<Note>) -> (Expr, Option<&'g Figure>) {
    let found = |measure| {
        let figures = ground.experience.map_or(&[][..], |experience| &experience.figures);
        figures.iter().find(|figure| figure.measure == measure && figure.value.is_ok_and(|days| days >= Decimal::ZERO))
    };
    let late = found(Measure::AverageDaysLate);
    let figure = late.or_else(|| {
        let delinquent = found(Measure::AverageDaysDelinquent);
        notes.push(if delinquent.is_some() { Note::DelinquencyForDelay } else { Note::NoUsualDelay });
        delinquent
    });
    match figure {
        Some(figure) => (Expr::Figure(figure.measure, figure.value.unwrap_or_default()), Some(figure)),
        None => (Expr::Number(Decimal::ZERO), None),
    }
}
