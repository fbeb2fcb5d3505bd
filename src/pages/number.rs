//! Figures and dates as strings, per language: the only place where they are rounded.
//!
//! Rounding is half away from zero (四舍五入), once, here. Both languages group thousands with a
//! comma and mark decimals with a point; the minus sign is U+2212.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::values::Language;

/// `value` with exactly `places` decimals and grouped thousands.
#[must_use]
pub fn fixed(value: Decimal, places: u32) -> String {
    printed(Digits::of(value).rounded(places), Some(places), "−", true)
}

/// `value` with at most `places` decimals and no trailing zeros.
#[must_use]
pub fn short(value: Decimal, places: u32) -> String {
    printed(Digits::of(value).rounded(places), None, "−", true)
}

/// An amount of money that stands alone: whole, or with two decimals.
#[must_use]
pub fn money(amount: Decimal) -> String {
    fixed(amount, places_of([amount], 2))
}

/// How many decimals the figures of one column have: none where all are whole, else `places`.
#[must_use]
pub fn places_of(figures: impl IntoIterator<Item = Decimal>, places: u32) -> u32 {
    let broken = |figure: Decimal| {
        let rounded = Digits::of(figure).rounded(places);
        !rounded.mantissa.is_multiple_of(10_u128.pow(rounded.scale))
    };
    if figures.into_iter().any(broken) { places } else { 0 }
}

/// How the amounts of one column are printed: in one unit and with the same decimals, so that their points
/// stand below each other.
#[derive(Debug, Clone, Copy)]
pub struct AmountColumn {
    scale: Decimal,
    places: u32,
}

impl AmountColumn {
    /// The column of `amounts` in units of `scale`: without decimals where all are whole, else with two.
    #[must_use]
    pub fn new(scale: Decimal, amounts: impl IntoIterator<Item = Decimal>) -> Self {
        AmountColumn { scale, places: places_of(amounts.into_iter().map(|amount| amount / scale), 2) }
    }

    /// One of its amounts.
    #[must_use]
    pub fn print(self, amount: Decimal) -> String {
        fixed(amount / self.scale, self.places)
    }
}

/// A decimal as its digits with the place of the point.
#[derive(Clone, Copy)]
struct Digits {
    negative: bool,
    mantissa: u128,
    scale: u32,
}

impl Digits {
    fn of(value: Decimal) -> Self {
        Digits { negative: value.is_sign_negative(), mantissa: value.mantissa().unsigned_abs(), scale: value.scale() }
    }

    /// With at most `places` decimals, half away from zero.
    fn rounded(self, places: u32) -> Self {
        let Some(excess) = self.scale.checked_sub(places).filter(|&excess| excess > 0) else { return self };
        let unit = 10_u128.pow(excess);
        let up = u128::from(self.mantissa % unit >= unit / 2);
        Digits { mantissa: self.mantissa / unit + up, scale: places, ..self }
    }
}

/// `value` with about `digits` significant digits, for constants within a formula.
#[must_use]
pub fn significant(value: Decimal, digits: u32) -> String {
    let whole = value.trunc().mantissa().unsigned_abs();
    let before = whole.checked_ilog10().map_or(0, |log| log + 1);
    short(value, digits.saturating_sub(before).clamp(0, 10))
}

/// A fraction in per cent with `places` decimals: 0.3823 → `38.2%`.
#[must_use]
pub fn percent(fraction: Decimal, places: u32) -> String {
    match fraction.checked_mul(Decimal::ONE_HUNDRED) {
        Some(percent) => {
            let mut text = fixed(percent, places);
            text.push('%');
            text
        }
        None => format!("{}×100%", fixed(fraction, 0)),
    }
}

/// A number as data files carry it: all its digits, a point, an ASCII minus sign.
#[must_use]
pub fn exact(value: Decimal) -> String {
    printed(Digits::of(value), None, "-", false)
}

/// A date in words.
#[must_use]
pub fn date(date: Date, language: Language) -> String {
    match language {
        Language::Zh => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        Language::En => {
            format!("{} {} {}", date.day(), MONTHS[usize::from(date.month().unsigned_abs()) - 1], date.year())
        }
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The digits in one pass: exactly `places` decimals, or without trailing zeros where none are
/// asked for; zero has no sign. A page holds a thousand figures, so this counts.
fn printed(value: Digits, places: Option<u32>, minus: &str, group: bool) -> String {
    let mut digits = [b'0'; 40];
    let mut start = write_digits(value.mantissa, &mut digits);
    let scale = value.scale as usize;
    // At least one digit before the point.
    start = start.min(digits.len() - scale - 1);
    let point = digits.len() - scale;
    let mut end = digits.len();
    if places.is_none() {
        while end > point && digits[end - 1] == b'0' {
            end -= 1;
        }
    }
    let wanted = places.map_or(end - point, |places| places as usize);
    let mut out = Vec::with_capacity(minus.len() + 2 * (point - start) + 1 + wanted);
    if value.negative && value.mantissa != 0 {
        out.extend_from_slice(minus.as_bytes());
    }
    if group {
        push_grouped(&mut out, &digits[start..point]);
    } else {
        out.extend_from_slice(&digits[start..point]);
    }
    if wanted > 0 {
        out.push(b'.');
        out.extend_from_slice(&digits[point..end]);
        out.resize(out.len() + wanted.saturating_sub(end - point), b'0');
    }
    String::from_utf8(out).unwrap_or_default()
}

/// Writes digits with a comma before every three.
fn push_grouped(out: &mut Vec<u8>, digits: &[u8]) {
    let first = (digits.len() - 1) % 3 + 1;
    out.extend_from_slice(&digits[..first]);
    for three in digits[first..].chunks(3) {
        out.push(b',');
        out.extend_from_slice(three);
    }
}

/// Writes `number` flush right into `digits` and says where it begins.
fn write_digits(number: u128, digits: &mut [u8; 40]) -> usize {
    let mut at = digits.len();
    let mut wide = number;
    // Halves of 64 bits divide much faster than 128 bits do.
    while wide > u128::from(u64::MAX) {
        let low = u64::try_from(wide % 10_000_000_000_000_000_000).unwrap_or(0);
        wide /= 10_000_000_000_000_000_000;
        at = write_padded(low, digits, at, 19);
    }
    let high = u64::try_from(wide).unwrap_or(0);
    write_padded(high, digits, at, 1)
}

/// Writes `number` before `at`, with zeros up to `width` digits.
fn write_padded(mut number: u64, digits: &mut [u8; 40], mut at: usize, width: usize) -> usize {
    let end = at;
    while (number > 0 || end - at < width) && at > 0 {
        at -= 1;
        digits[at] = b'0' + u8::try_from(number % 10).unwrap_or(0);
        number /= 10;
    }
    at
}

#[cfg(test)]
mod tests {
    use rust_decimal::RoundingStrategy;

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
        assert!(percent(Decimal::MAX, 1).ends_with('%'));
    }

    #[test]
    fn amounts_of_a_column_have_the_same_decimals() {
        assert_eq!(
            ["549800.5", "18", "18.004", "-0.5", "0"].map(|text| money(dec(text))),
            ["549,800.50", "18", "18", "−0.50", "0"]
        );
        let column = |amounts: &[&str]| AmountColumn::new(Decimal::TEN, amounts.iter().map(|amount| dec(amount)));
        assert_eq!(column(&["1790", "447.5"]).print(dec("1790")), "179.00");
        assert_eq!(column(&["1790.00", "440", "0.001"]).print(dec("1790")), "179");
        assert_eq!(places_of([dec("2.04"), dec("3")], 1), 0);
    }

    #[test]
    fn every_digit_is_that_of_the_library() {
        for text in [
            "0",
            "-0",
            "0.00",
            "79228162514264337593543950335",
            "-7.9228162514264337593543950335",
            "0.0000000000000000000000000001",
            "18446744073709551616",
            "10000000000000000000.5",
            "-100",
            "0.10",
        ] {
            let value = dec(text);
            let expected = value.normalize().to_string();
            assert_eq!(exact(value), if value.is_zero() { "0".to_owned() } else { expected }, "{text}");
        }
        assert_eq!(short(dec("18446744073709551616"), 2), "18,446,744,073,709,551,616");
    }

    proptest::proptest! {
        #[test]
        fn rounding_is_that_of_the_library(mantissa in -(1_i128 << 95)..(1_i128 << 95), scale in 0_u32..29, places in 0_u32..12) {
            let value = Decimal::from_i128_with_scale(mantissa, scale);
            let expected = value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero).normalize();
            let printed = short(value, places).replace(',', "").replace('−', "-");
            let expected = if expected.is_zero() { "0".to_owned() } else { expected.to_string() };
            proptest::prop_assert_eq!(printed, expected);
        }
    }

    #[test]
    fn dates_are_in_words() {
        let day = jiff::civil::date(2024, 3, 31);
        assert_eq!(date(day, Language::Zh), "2024年3月31日");
        assert_eq!(date(day, Language::En), "31 March 2024");
    }
}
