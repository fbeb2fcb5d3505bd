//! Reads the cells of a row: answers on their scale, dates.

use jiff::civil::Date;

/// A whole number of at most two digits, none for an empty cell.
///
/// # Errors
/// The cell is neither.
pub(super) fn answer(cell: &[u8]) -> Result<Option<u8>, ()> {
    match cell.trim_ascii() {
        [] => Ok(None),
        [ones @ b'0'..=b'9'] => Ok(Some(ones - b'0')),
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => Ok(Some((tens - b'0') * 10 + (ones - b'0'))),
        [b'1', b'0', b'0'] => Ok(Some(100)),
        _ => Err(()),
    }
}

/// A day as people and spreadsheets write it: `2026-05-04` or `2026/5/4`; a time after it is left
/// aside.
pub(super) fn day(cell: &str) -> Option<Date> {
    let day = cell.trim().split([' ', 'T']).next()?;
    let mut parts = day.split(['-', '/', '.']);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_small_whole_numbers() {
        assert_eq!(answer(b" 7 "), Ok(Some(7)));
        assert_eq!((answer(b""), answer(b"  ")), (Ok(None), Ok(None)));
        assert_eq!((answer(b"10"), answer(b"100")), (Ok(Some(10)), Ok(Some(100))));
        for bad in ["-1", "5.0", "x", "1000", "７", "1 2"] {
            assert_eq!(answer(bad.as_bytes()), Err(()), "{bad}");
        }
    }

    #[test]
    fn days_are_read_as_spreadsheets_write_them() {
        let expected = Some(jiff::civil::date(2026, 5, 4));
        for good in ["2026-05-04", "2026/5/4", "2026.5.4", "2026-05-04 10:30", "2026-05-04T10:30:00"] {
            assert_eq!(day(good), expected, "{good}");
        }
        for bad in ["", "04/05/2026", "2026-13-01", "2026-05", "soon"] {
            assert_eq!(day(bad), None, "{bad}");
        }
    }
}
