//! Figures and dates as strings, per language: the only place where they are rounded.
//!
//! Rounding is half away from zero (四舍五入), once, here. Both languages group thousands with a
//! comma and mark decimals with a point; the minus sign is U+2212.

use jiff::civil::Date;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::values::Language;

/// `value` with exactly `places` decimals and grouped thousands.
#[must_use]
pub fn fixed(value: Decimal, places: u32) -> String {
    let rounded = value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    grouped(&with_places(rounded, places))
}

/// `value` with at most `places` decimals and no trailing zeros.
#[must_use]
pub fn short(value: Decimal, places: u32) -> String {
    let rounded = value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    grouped(&rounded.normalize().to_string())
}

/// `value` with about `digits` significant digits, for constants within a formula.
#[must_use]
pub fn significant(value: Decimal, digits: u32) -> String {
    let whole = value.abs().trunc();
    let before = if whole.is_zero() { 0 } else { u32::try_from(whole.to_string().len()).unwrap_or(digits) };
    short(value, digits.saturating_sub(before).clamp(0, 10))
}

/// A fraction in per cent with `places` decimals: 0.3823 → `38.2%`.
#[must_use]
pub fn percent(fraction: Decimal, places: u32) -> String {
    match fraction.checked_mul(Decimal::ONE_HUNDRED) {
        Some(percent) => format!("{}%", fixed(percent, places)),
        None => format!("{}×100%", fixed(fraction, 0)),
    }
}

/// A number as data files carry it: all its digits, a point, an ASCII minus sign.
#[must_use]
pub fn exact(value: Decimal) -> String {
    value.normalize().to_string()
}

/// A date in words.
#[must_use]
pub fn date(date: Date, language: Language) -> String {
    match language {
        Language::Zh => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        Language::En => format!("{} {} {}", date.day(), MONTHS[usize::from(date.month().unsigned_abs()) - 1], date.year()),
    }
}

const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
];

fn with_places(rounded: Decimal, places: u32) -> String {
    let mut text = rounded.to_string();
    let have = text.split_once('.').map_or(0, |(_, decimals)| u32::try_from(decimals.len()).unwrap_or(places));
    if places > 0 && have == 0 {
        text.push('.');
    }
    for _ in have..places {
        text.push('0');
    }
    text
}

/// Groups the digits before the point in threes and sets a true minus sign; zero has none.
fn grouped(plain: &str) -> String {
    let (negative, digits) = match plain.strip_prefix('-') {
        Some(digits) => (digits.bytes().any(|byte| (b'1'..=b'9').contains(&byte)), digits),
        None => (false, plain),
    };
    let (whole, decimals) = digits.split_once('.').map_or((digits, None), |(whole, decimals)| (whole, Some(decimals)));
    let mut out = String::with_capacity(plain.len() + 8);
    if negative {
        out.push('−');
    }
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(decimals) = decimals {
        out.push('.');
        out.push_str(decimals);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dec(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn rounds_half_away_from_zero_and_groups() {
        assert_eq!(fixed(dec("2.345"), 2), "2.35");
        assert_eq!(fixed(dec("-2.345"), 2), "−2.35");
        assert_eq!(fixed(dec("1234567.5"), 0), "1,234,568");
        assert_eq!(fixed(dec("12"), 2), "12.00");
        assert_eq!(fixed(dec("-0.001"), 2), "0.00");
        assert_eq!(fixed(dec("123"), 0), "123");
        assert_eq!(short(dec("1200.50"), 2), "1,200.5");
        assert_eq!(significant(dec("0.0123456"), 4), "0.0123");
        assert_eq!(significant(dec("1234.56"), 4), "1,235");
        assert_eq!(percent(dec("0.38233"), 1), "38.2%");
        assert_eq!(exact(dec("-1.500")), "-1.5");
        assert_eq!(percent(Decimal::MAX, 1).ends_with('%'), true);
    }

    #[test]
    fn dates_are_in_words() {
        let day = jiff::civil::date(2024, 3, 31);
        assert_eq!(date(day, Language::Zh), "2024年3月31日");
        assert_eq!(date(day, Language::En), "31 March 2024");
    }
}
