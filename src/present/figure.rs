//! A figure as a string with its unit, and the names of units.

use rust_decimal::prelude::FromPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::measures::{Figure, Note};
use crate::pages::number::{self, fixed, percent, short};
use crate::values::{Language, Quantity, Unit};

/// What is printed where a figure does not exist.
pub const NONE: &str = "–";

/// The figure in its unit's usual precision, or a dash; `≥` where it is a lower bound. Money is
/// in units of `scale`.
#[must_use]
pub fn figure(figure: &Figure, scale: Decimal) -> String {
    let text = value(figure.value, figure.measure.unit(), scale);
    if figure.value.is_ok() && figure.notes.contains(&Note::AtLeast) { format!("≥ {text}") } else { text }
}

/// A quantity in its unit's usual precision, or a dash.
#[must_use]
pub fn value(quantity: Quantity, unit: Unit, scale: Decimal) -> String {
    let Ok(value) = quantity else { return NONE.to_owned() };
    match unit {
        Unit::Times | Unit::TimesPerYear | Unit::Index | Unit::Scale => fixed(value, 2),
        Unit::Coefficient => fixed(value, 3),
        Unit::Count => short(value, 0),
        Unit::Percent => percent(value, 1),
        Unit::Days | Unit::Points => fixed(value, 1),
        Unit::Money | Unit::MoneyDays => number::money(value / scale),
    }
}

/// How print rounds.
const AWAY: RoundingStrategy = RoundingStrategy::MidpointAwayFromZero;

/// A quantity as exact as it is printed: what print does not tell apart is the same.
#[must_use]
pub fn as_printed(value: Decimal, unit: Unit, scale: Decimal) -> Decimal {
    match unit {
        Unit::Times | Unit::TimesPerYear | Unit::Index | Unit::Scale => value.round_dp_with_strategy(2, AWAY),
        Unit::Coefficient | Unit::Percent => value.round_dp_with_strategy(3, AWAY),
        Unit::Count => value.round_dp_with_strategy(0, AWAY),
        Unit::Days | Unit::Points => value.round_dp_with_strategy(1, AWAY),
        Unit::Money | Unit::MoneyDays => (value / scale).round_dp_with_strategy(2, AWAY),
    }
}

/// By how much a figure in `unit` changes, with its sign: shares in percentage points. Money is in units of
/// `scale`.
#[must_use]
pub fn change(by: Decimal, unit: Unit, scale: Decimal, language: Language) -> String {
    let text = if unit == Unit::Percent { points(by, 1, language) } else { value(Ok(by), unit, scale) };
    if by > Decimal::ZERO { ["+", &text].concat() } else { text }
}

/// A difference of shares in percentage points, with `places` decimals.
#[must_use]
pub fn points(difference: Decimal, places: u32, language: Language) -> String {
    let points = fixed(difference.saturating_mul(Decimal::ONE_HUNDRED), places);
    match language {
        Language::Zh => points + " 百分点",
        Language::En => points + " pp",
    }
}

/// An axis tick in a unit: short, since the axis shows only round values.
#[must_use]
pub fn axis(value: f64, unit: Unit) -> String {
    let value = Decimal::from_f64(value).unwrap_or_default();
    match unit {
        Unit::Percent => percent(value, 0),
        _ => short(value, 2),
    }
}

/// What follows a figure of `unit` in running text; nothing where the figure bears its unit.
#[must_use]
pub const fn unit_after(unit: Unit, language: Language) -> &'static str {
    match (unit, language) {
        (Unit::Days, Language::Zh) => " 天",
        (Unit::Days, Language::En) => " days",
        (Unit::Times, Language::Zh) => " 倍",
        (Unit::Times, Language::En) => "×",
        _ => "",
    }
}

/// A unit's name beside a figure.
#[must_use]
pub const fn unit_name(unit: Unit, language: Language) -> &'static str {
    match (unit, language) {
        (Unit::Times, Language::Zh) => "倍",
        (Unit::Times, Language::En) => "times",
        (Unit::TimesPerYear, Language::Zh) => "次/年",
        (Unit::TimesPerYear, Language::En) => "times a year",
        (Unit::Percent, Language::Zh) => "百分比",
        (Unit::Percent, Language::En) => "per cent",
        (Unit::Days, Language::Zh) => "天",
        (Unit::Days, Language::En) => "days",
        (Unit::Money, Language::Zh) => "金额",
        (Unit::Money, Language::En) => "money",
        (Unit::MoneyDays, Language::Zh) => "金额·天",
        (Unit::MoneyDays, Language::En) => "money × days",
        (Unit::Points, Language::Zh) => "分",
        (Unit::Points, Language::En) => "points",
        (Unit::Index, Language::Zh) => "指数",
        (Unit::Index, Language::En) => "index",
        (Unit::Scale, Language::Zh) => "量表分",
        (Unit::Scale, Language::En) => "scale points",
        (Unit::Coefficient, Language::Zh) => "系数",
        (Unit::Coefficient, Language::En) => "coefficient",
        (Unit::Count, Language::Zh) => "个",
        (Unit::Count, Language::En) => "count",
    }
}

/// A currency with the unit that amounts are in: `CNY 万元`, `USD million`.
#[must_use]
pub fn amount_unit(currency: &str, scale: Decimal, language: Language) -> String {
    let (zh, en) = match u64::try_from(scale).unwrap_or(1) {
        1_000 => ("千", "thousand"),
        10_000 => ("万", "ten thousand"),
        1_000_000 => ("百万", "million"),
        100_000_000 => ("亿", "hundred million"),
        1_000_000_000 => ("十亿", "billion"),
        _ => ("", ""),
    };
    match language {
        Language::Zh => format!("{zh}{}", currency_name(currency)),
        Language::En if en.is_empty() => currency.to_owned(),
        Language::En => format!("{currency} {en}"),
    }
}

/// An amount with its unit in words: `CNY 38,730.51`, `18 (CNY ten thousand)`, `18 万元人民币`.
#[must_use]
pub fn money(amount: Decimal, currency: &str, scale: Decimal, language: Language) -> String {
    with_unit(&number::money(amount / scale), currency, scale, language)
}

/// A number of units of `scale` with these in words.
#[must_use]
pub fn with_unit(number: &str, currency: &str, scale: Decimal, language: Language) -> String {
    let unit = amount_unit(currency, scale, language);
    match language {
        Language::Zh => [number, " ", &unit].concat(),
        Language::En if unit == currency => [currency, " ", number].concat(),
        Language::En => [number, " (", &unit, ")"].concat(),
    }
}

/// The Chinese name of a currency, or its code.
fn currency_name(currency: &str) -> &str {
    match currency {
        "CNY" => "元人民币",
        "USD" => "美元",
        "EUR" => "欧元",
        "JPY" => "日元",
        "GBP" => "英镑",
        "HKD" => "港元",
        other => other,
    }
}
