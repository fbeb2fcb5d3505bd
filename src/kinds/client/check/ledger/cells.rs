//! Reads the cells of a table of invoices: amounts as accounting programs and spreadsheets write
//! them, and yes or no.

use rust_decimal::Decimal;

use crate::load::fields::Amount;

/// An amount: `1234.50`, `1,234.50`, `-1234.50`, `1234.50-` or `(1,234.50)`.
///
/// # Errors
/// A sentence that says what is wrong with it.
pub(super) fn amount(cell: &str) -> Result<Decimal, String> {
    let cell = cell.trim();
    let wrong = || format!("`{cell}` is not an amount");
    let bracketed = cell.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let (digits, negative) = match bracketed {
        Some(inner) => (inner, true),
        None => match cell.strip_prefix(['-', '−']).or_else(|| cell.strip_suffix(['-', '−'])) {
            Some(rest) => (rest, true),
            None => (cell, false),
        },
    };
    let digits = digits.trim();
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    if !plain(digits) || !groups_of_three(digits) {
        return Err(wrong());
    }
    let amount = Amount::parse(&digits.replace(',', ""))?.0;
    Ok(if negative { -amount } else { amount })
}

/// Whether the commas of a number stand where thousands end.
fn groups_of_three(digits: &str) -> bool {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = whole.contains(',');
    !fraction.contains([',', '.'])
        && (!grouped || (1..=3).contains(&first.len()))
        && groups.all(|group| group.len() == 3)
}

/// Whether a cell says yes; an empty one says no.
pub(super) fn yes(cell: &str) -> Option<bool> {
    match cell.trim().to_lowercase().as_str() {
        "" | "no" | "n" | "false" | "0" | "否" => Some(false),
        "yes" | "y" | "true" | "1" | "x" | "是" => Some(true),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_programs_write_them() {
        let expected = Decimal::new(123_450, 2);
        for good in ["1234.50", " 1234.5 ", "1,234.50"] {
            assert_eq!(amount(good), Ok(expected), "{good}");
        }
        for good in ["-1234.50", "−1,234.5", "1234.50-", "(1,234.50)"] {
            assert_eq!(amount(good), Ok(-expected), "{good}");
        }
        assert_eq!(amount("1,234,567"), Ok(Decimal::from(1_234_567)));
        for bad in ["", "1.234,50", "1,23", "12,34.5", "1e3", "CNY 5", "--5", "1234,567", "5.1.2", "(5", "１２"] {
            assert!(amount(bad).is_err(), "{bad}");
        }
        assert!(amount("99999999999999999999").is_err());
    }

    #[test]
    fn yes_and_no_in_both_languages() {
        assert_eq!((yes("是"), yes("X"), yes(" no "), yes("")), (Some(true), Some(true), Some(false), Some(false)));
        assert_eq!(yes("maybe"), None);
    }
}
