//! Accounting periods: when a statement begins and ends, and how long it is.

use jiff::{ToSpan, civil::Date};

use super::{Language, plural};

/// The last day of a period; periods of a client are ordered by it.
pub type PeriodEnd = Date;

/// The period of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// The author's name for it, such as `FY2023` or `2026Q3`; unique within a client.
    pub name: String,
    /// Its last day.
    pub end: PeriodEnd,
    /// Its length in months, 1 to 24.
    pub months: u8,
}

impl Period {
    /// The name, with the length where that is not a year: `2024 (9 months)`.
    #[must_use]
    pub fn label(&self, language: Language) -> String {
        match (self.months, language) {
            (12, _) => self.name.clone(),
            (months, Language::Zh) => format!("{}（{months} 个月）", self.name),
            (months, Language::En) => format!("{} ({})", self.name, plural(months, "month")),
        }
    }

    /// The day before the period begins: the date of its opening balance sheet.
    ///
    /// Month ends stay month ends: three months before 31 May is 28 or 29 February.
    #[must_use]
    pub fn opening(&self) -> Date {
        let months = i32::from(self.months);
        let same_day = self.end.checked_sub(months.months()).unwrap_or(Date::MIN);
        if self.end == self.end.last_of_month() { same_day.last_of_month() } else { same_day }
    }

    /// The real number of days in the period.
    #[must_use]
    pub fn days(&self) -> i64 {
        days_between(self.opening(), self.end)
    }

    /// Whether `closing`, the date of another balance sheet, can serve as this period's opening:
    /// within ten days of it, so that 52-week years fit.
    #[must_use]
    pub fn opens_at(&self, closing: Date) -> bool {
        days_between(self.opening(), closing).abs() <= 10
    }
}

/// Days from `from` to `to`; negative where `to` is earlier.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// Whole months from `from` to `to`, 0 where `to` is earlier.
#[must_use]
pub fn months_between(from: Date, to: Date) -> i64 {
    if to < from {
        return 0;
    }
    let months = (i64::from(to.year()) - i64::from(from.year())) * 12 + i64::from(to.month()) - i64::from(from.month());
    let whole = to.day() >= from.day() || to == to.last_of_month();
    if whole { months } else { months - 1 }
}

/// Whether `as_of` lies more than `months` months after `end`; month ends count as month ends.
#[must_use]
pub fn older_than(end: Date, as_of: Date, months: i64) -> bool {
    let Ok(limit) = end.checked_add(months.months()) else { return false };
    let limit = if end == end.last_of_month() { limit.last_of_month() } else { limit };
    as_of > limit
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn periods_begin_the_day_after_their_opening() {
        let year = Period { name: "FY2023".into(), end: date(2023, 9, 30), months: 12 };
        assert_eq!(year.opening(), date(2022, 9, 30));
        assert!(year.opens_at(date(2022, 9, 24)), "a 53-week year");
        assert_eq!(year.days(), 365);
        let quarter = Period { name: "2024Q1".into(), end: date(2024, 3, 31), months: 3 };
        assert_eq!((quarter.opening(), quarter.days()), (date(2023, 12, 31), 91));
    }

    #[test]
    fn twelve_months_are_not_older_than_twelve_months() {
        let end = date(2022, 12, 31);
        assert!(!older_than(end, date(2023, 12, 31), 12));
        assert!(older_than(end, date(2024, 1, 1), 12));
        assert!(!older_than(date(2023, 2, 28), date(2024, 2, 29), 12));
        assert_eq!(months_between(end, date(2024, 3, 31)), 15);
        assert_eq!(months_between(date(2024, 1, 31), date(2024, 3, 30)), 1);
    }
}
