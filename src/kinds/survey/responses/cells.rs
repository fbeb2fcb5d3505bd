//! Reads the cells of a row: answers on their scale, dates.

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
}
