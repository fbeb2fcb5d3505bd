//! Days sales outstanding from a ledger of monthly sales and open items.
//!
//! Source of the definitions: Credit Research Foundation, key performance indicators.

use rust_decimal::Decimal;

/// A month of credit sales.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthSales {
    /// Days of the month.
    pub days: Decimal,
    /// Credit sales.
    pub sales: Decimal,
}

/// The result of counting back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountBack {
    /// How many whole months the receivables outlast, from the latest one back.
    pub whole_months: usize,
    /// What is left for the next earlier month, if any.
    pub remainder: Decimal,
    /// Whether a month was left for the remainder; if not, the days are a lower bound.
    pub complete: bool,
}

/// Counts `receivables` back over `months`, latest first: each whole month that they cover takes
/// its sales away; the remainder falls into the month before.
#[must_use]
pub fn count_back(receivables: Decimal, months: &[MonthSales]) -> CountBack {
    let mut remainder = receivables;
    for (at, month) in months.iter().enumerate() {
        if remainder < month.sales || remainder <= Decimal::ZERO {
            return CountBack { whole_months: at, remainder, complete: true };
        }
        remainder -= month.sales;
    }
    CountBack { whole_months: months.len(), remainder, complete: remainder <= Decimal::ZERO }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// P3: receivables 212,000; sales 70,000, 80,000 and 100,000, months of 30 days: 73.7 days,
    /// with 112,000 left after the last month and 32,000 after the one before.
    #[test]
    fn the_published_count_back_comes_out() {
        let month = |sales: i64| MonthSales { days: Decimal::from(30), sales: Decimal::from(sales) };
        let months = [month(100_000), month(80_000), month(70_000)];
        let result = count_back(Decimal::from(212_000), &months);
        assert_eq!(result, CountBack { whole_months: 2, remainder: Decimal::from(32_000), complete: true });
        let days = Decimal::from(60) + Decimal::from(32_000) / Decimal::from(70_000) * Decimal::from(30);
        assert_eq!(days.round_dp(1), Decimal::new(737, 1));
    }

    #[test]
    fn an_exhausted_history_says_so() {
        let month = MonthSales { days: Decimal::from(30), sales: Decimal::from(10) };
        assert!(!count_back(Decimal::from(25), &[month, month]).complete);
        assert!(count_back(Decimal::ZERO, &[month]).complete);
    }
}
