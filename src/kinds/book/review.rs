//! What the settings of the quarterly review mean: the days that it looks at, rates, targets.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::Decimal;

pub use super::schema::review::Goal;
use super::schema::review::{ConcentrationFile, RemarkFile, ReviewFile, TargetsFile};
use crate::load::fields::Amount;
use crate::values::Text;

/// The quarterly review.
#[derive(Debug, Clone)]
pub struct Review {
    /// The days that it looks at, latest first: the as-of date and the ends of earlier quarters.
    pub days: Vec<Date>,
    /// The book's currency, in which everything is summed.
    pub currency: String,
    /// What one unit of another currency is worth in it.
    pub rates: BTreeMap<String, Decimal>,
    /// Targets by goal.
    pub targets: BTreeMap<Goal, Decimal>,
    /// The largest acceptable shares.
    pub concentration: Concentration,
    /// Remarks of this review.
    pub remarks: Vec<Remark>,
    /// Who signs.
    pub signatures: Vec<Text>,
    /// SHA-256 of the file that says all this, in hexadecimal.
    pub sha256: String,
}

/// The largest acceptable shares of the exposure.
#[derive(Debug, Clone, Default)]
pub struct Concentration {
    /// Of one client.
    pub client: Option<Decimal>,
    /// Of the ten largest.
    pub top_10: Option<Decimal>,
    /// Of one industry.
    pub industry: Option<Decimal>,
    /// Of one region.
    pub region: Option<Decimal>,
    /// Of one group.
    pub group: Option<Decimal>,
    /// The index of Herfindahl and Hirschman.
    pub hhi: Option<Decimal>,
}

/// What lies behind a figure, and what is done about it.
#[derive(Debug, Clone)]
pub struct Remark {
    /// The goal.
    pub goal: Goal,
    /// What lies behind it.
    pub cause: Text,
    /// What is done.
    pub action: Text,
    /// Who does it, or empty.
    pub owner: Text,
    /// By when.
    pub due: Option<Date>,
}

impl Goal {
    /// Every goal, in the order of print.
    pub const ALL: [Goal; 8] = [
        Goal::Exposure,
        Goal::OverdueShare,
        Goal::OverdueOver90Share,
        Goal::DaysSalesOutstanding,
        Goal::BestPossibleDso,
        Goal::CollectionEffectiveness,
        Goal::OverLimitShare,
        Goal::ExpectedLossShare,
    ];

    /// Its name in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Goal::Exposure => "exposure",
            Goal::OverdueShare => "overdue_share",
            Goal::OverdueOver90Share => "overdue_over_90_share",
            Goal::DaysSalesOutstanding => "days_sales_outstanding",
            Goal::BestPossibleDso => "best_possible_dso",
            Goal::CollectionEffectiveness => "collection_effectiveness",
            Goal::OverLimitShare => "over_limit_share",
            Goal::ExpectedLossShare => "expected_loss_share",
        }
    }
}

impl Review {
    /// What `file` means at `as_of` in a book in `currency` whose settings have the digest `sha256`.
    #[must_use]
    pub fn of(file: &ReviewFile, as_of: Date, currency: &str, sha256: &str) -> Self {
        let quarters = file.quarters.unwrap_or(4).max(2);
        Review {
            days: (0..quarters).map(|back| quarters_before(as_of, back)).collect(),
            currency: currency.to_owned(),
            rates: file.rates.iter().map(|(code, rate)| (code.clone(), rate.0)).collect(),
            targets: targets(&file.targets),
            concentration: concentration(&file.concentration),
            remarks: file.remarks.iter().filter(|remark| remark.date.0 == as_of).map(remark).collect(),
            signatures: file.signatures.clone(),
            sha256: sha256.to_owned(),
        }
    }

    /// What one unit of `currency` is worth in the book's currency; none where no rate is given.
    #[must_use]
    pub fn rate(&self, currency: &str) -> Option<Decimal> {
        if currency == self.currency { Some(Decimal::ONE) } else { self.rates.get(currency).copied() }
    }

    /// The quarter before.
    #[must_use]
    pub fn previous(&self) -> Date {
        self.days.get(1).copied().unwrap_or_default()
    }
}

/// The day so many quarters before `date`; of a month's last day the last day of the earlier month.
fn quarters_before(date: Date, quarters: u8) -> Date {
    let earlier = date.checked_sub((i32::from(quarters) * 3).months()).unwrap_or(date);
    if date == date.last_of_month() { earlier.last_of_month() } else { earlier }
}

fn targets(file: &TargetsFile) -> BTreeMap<Goal, Decimal> {
    let all = [
        (Goal::Exposure, file.exposure),
        (Goal::OverdueShare, file.overdue_share),
        (Goal::OverdueOver90Share, file.overdue_over_90_share),
        (Goal::DaysSalesOutstanding, file.days_sales_outstanding),
        (Goal::BestPossibleDso, file.best_possible_dso),
        (Goal::CollectionEffectiveness, file.collection_effectiveness),
        (Goal::OverLimitShare, file.over_limit_share),
        (Goal::ExpectedLossShare, file.expected_loss_share),
    ];
    all.into_iter().filter_map(|(goal, target)| Some((goal, target?.0))).collect()
}

fn concentration(file: &ConcentrationFile) -> Concentration {
    let share = |amount: Option<Amount>| amount.map(|amount| amount.0);
    Concentration {
        client: share(file.client),
        top_10: share(file.top_10),
        industry: share(file.industry),
        region: share(file.region),
        group: share(file.group),
        hhi: share(file.hhi),
    }
}

fn remark(file: &RemarkFile) -> Remark {
    Remark {
        goal: file.goal,
        cause: file.cause.clone(),
        action: file.action.clone(),
        owner: file.owner.clone().unwrap_or_default(),
        due: file.due.map(|due| due.0),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn quarters_end_with_months() {
        let review = Review::of(&ReviewFile::default(), date(2024, 5, 31), "CNY", "");
        assert_eq!(review.days, [date(2024, 5, 31), date(2024, 2, 29), date(2023, 11, 30), date(2023, 8, 31)]);
        let review = Review::of(&ReviewFile::default(), date(2024, 3, 15), "CNY", "");
        assert_eq!(review.previous(), date(2023, 12, 15));
    }
}
