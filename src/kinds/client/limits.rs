//! The credit limits that were granted to a client, and which of them holds on a date.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::values::Text;

/// A limit that was granted.
#[derive(Debug, Clone)]
pub struct Grant {
    /// Its place in the file.
    pub index: usize,
    /// The first day on which it holds.
    pub from: Date,
    /// The last day on which it holds; none for a limit that holds until the next.
    pub until: Option<Date>,
    /// The whole limit, in base units of the trade's currency.
    pub amount: Decimal,
    /// Who granted it, or empty.
    pub by: Text,
    /// Why, or empty.
    pub reason: Text,
}

impl Grant {
    /// Whether it holds on `date`, where no other does.
    #[must_use]
    pub fn holds_on(&self, date: Date) -> bool {
        self.from <= date && self.until.is_none_or(|until| date <= until)
    }
}

/// The limit in force on `date`: the latest temporary one that holds, or else the latest without an
/// end.
#[must_use]
pub fn in_force(grants: &[Grant], date: Date) -> Option<&Grant> {
    grants
        .iter()
        .filter(|grant| grant.holds_on(date))
        .max_by_key(|grant| (grant.until.is_some(), grant.from, grant.index))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn grant(index: usize, from: Date, until: Option<Date>) -> Grant {
        Grant { index, from, until, amount: Decimal::from(index), by: Text::default(), reason: Text::default() }
    }

    #[test]
    fn a_temporary_limit_holds_to_its_last_day_and_the_other_returns() {
        let grants = [
            grant(0, date(2023, 1, 1), None),
            grant(1, date(2024, 1, 5), Some(date(2024, 2, 15))),
            grant(2, date(2024, 2, 1), None),
        ];
        let on = |day| in_force(&grants, day).map(|grant| grant.index);
        assert_eq!(on(date(2022, 12, 31)), None);
        assert_eq!(on(date(2023, 1, 1)), Some(0));
        assert_eq!((on(date(2024, 1, 4)), on(date(2024, 1, 5))), (Some(0), Some(1)));
        assert_eq!((on(date(2024, 2, 15)), on(date(2024, 2, 16))), (Some(1), Some(2)));
    }
}
