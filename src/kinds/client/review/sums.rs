//! The portfolio on a day, and between two days: sums of what clients' tracks say, and nothing else.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::track::{Standing, Track, three_months_before};
use crate::kinds::book::Review;
use crate::kinds::book::review::Goal;
use crate::kinds::client::assess::Ageing;
use crate::kinds::credit_model::CreditModel;
use crate::values::period::days_between;

/// The portfolio on one day of the review.
#[derive(Debug, Clone, Default)]
pub(super) struct Picture {
    /// How many clients stood then.
    pub clients: usize,
    /// What we could have lost to clients whose exposure is known.
    pub exposure: Decimal,
    /// How many these are.
    pub exposed: usize,
    /// What was owed by age.
    pub ageing: Ageing,
    /// Credit sales of the quarter that ended on the day, of clients whose sales and balance are known.
    pub sales: Decimal,
    /// What those clients owed.
    pub owed_with_sales: Decimal,
    /// Credit sales of those among them whose open items are known.
    pub sales_with_items: Decimal,
    /// What of these was not yet due, less credits.
    pub current_with_sales: Decimal,
    /// How many clients days sales outstanding rest on, the best possible ones, and collection effectiveness.
    pub rests_on: [usize; 3],
    /// Days of the quarter.
    pub days: i64,
    /// Of clients with limits, the exposure above them.
    pub over_limit: Decimal,
    /// How many are above their limit.
    pub breaches: usize,
    /// Σ exposure × default rate × loss given default; none where the model has no rates.
    pub expected_loss: Option<Decimal>,
    /// Collection: opening balance, sales, closing balance, closing balance not yet due, of clients for
    /// which all are known.
    pub collection: Option<[Decimal; 4]>,
    /// Clients by tier.
    pub by_tier: Vec<usize>,
    /// Exposure by tier.
    pub exposure_by_tier: Vec<Decimal>,
}

impl Picture {
    /// The portfolio on the day at `at` of the review, 0 for the latest.
    #[must_use]
    pub(super) fn on<'t>(
        tracks: impl Iterator<Item = &'t Track>,
        at: usize,
        model: &CreditModel,
        review: &Review,
    ) -> Self {
        let mut picture = Picture::empty(at, model, review);
        for track in tracks {
            let Some(standing) = track.standings.get(at).and_then(Option::as_ref) else { continue };
            let before = track.standings.get(at + 1).and_then(Option::as_ref);
            picture.add(standing, before.and_then(Standing::balance));
        }
        picture.conclude(model);
        picture
    }

    /// The day at `at` of the review before any client is added.
    pub(super) fn empty(at: usize, model: &CreditModel, review: &Review) -> Self {
        let tiers = model.tiers.len();
        let day = review.days.get(at).copied().unwrap_or_default();
        let earlier = review.days.get(at + 1).copied();
        Picture {
            days: days_between(earlier.unwrap_or_else(|| three_months_before(day)), day),
            by_tier: vec![0; tiers],
            exposure_by_tier: vec![Decimal::ZERO; tiers],
            ..Picture::default()
        }
    }

    /// Works out what follows from the sums of all clients.
    pub(super) fn conclude(&mut self, model: &CreditModel) {
        self.expected_loss = expected_loss(&self.exposure_by_tier, model, 0);
    }

    /// Adds a client that stands so, and whose debts at the quarter before were `opening`.
    pub(super) fn add(&mut self, standing: &Standing, opening: Option<Decimal>) {
        let exposure = standing.exposure.unwrap_or_default();
        self.clients += 1;
        self.exposure += exposure;
        self.exposed += usize::from(standing.exposure.is_some());
        let current = standing.ageing.as_ref().map(|ageing| ageing.classes[0] + ageing.credits);
        if let Some(ageing) = &standing.ageing {
            self.ageing = self.ageing.plus(ageing);
        }
        self.over_limit += standing.over_limit();
        self.breaches += usize::from(standing.over_limit() > Decimal::ZERO);
        if let (Some(sales), Some(owed)) = (standing.sales, standing.owed) {
            self.sales += sales;
            self.owed_with_sales += owed;
            self.rests_on[0] += 1;
            if let Some(current) = current {
                self.rests_on[1] += 1;
                self.sales_with_items += sales;
                self.current_with_sales += current;
            }
        }
        if let Some(count) = self.by_tier.get_mut(standing.tier) {
            *count += 1;
            self.exposure_by_tier[standing.tier] += exposure;
        }
        if let (Some(opening), Some(sales), Some(closing), Some(current)) =
            (opening, standing.sales, standing.balance(), current)
        {
            self.rests_on[2] += 1;
            let sums = self.collection.get_or_insert_default();
            for (sum, part) in sums.iter_mut().zip([opening, sales, closing, current]) {
                *sum += part;
            }
        }
    }

    /// The figure of a goal; none where it has no meaning, or no client's file tells it.
    #[must_use]
    pub(super) fn goal(&self, goal: Goal) -> Option<Decimal> {
        let over = |part: Decimal, whole: Decimal| part.checked_div(whole);
        match goal {
            Goal::Exposure => (self.exposed > 0).then_some(self.exposure),
            Goal::OverdueShare => over(self.ageing.overdue(), self.ageing.debts()),
            Goal::OverdueOver90Share => over(self.ageing.classes[4], self.ageing.debts()),
            Goal::DaysSalesOutstanding => over(self.owed_with_sales * Decimal::from(self.days), self.sales),
            Goal::BestPossibleDso => over(self.current_with_sales * Decimal::from(self.days), self.sales_with_items),
            Goal::CollectionEffectiveness => {
                let [opening, sales, closing, current] = self.collection?;
                over(opening + sales - closing, opening + sales - current)
            }
            Goal::OverLimitShare => over(self.over_limit, self.exposure),
            Goal::ExpectedLossShare => over(self.expected_loss?, self.exposure),
        }
    }
}

/// Σ exposure × default rate × loss given default, every tier `lower` places worse; none where the model
/// lacks a rate.
#[must_use]
pub(super) fn expected_loss(exposures: &[Decimal], model: &CreditModel, lower: usize) -> Option<Decimal> {
    let given_default = model.loss_given_default?;
    let last = model.tiers.len().checked_sub(1)?;
    exposures.iter().enumerate().try_fold(Decimal::ZERO, |sum, (tier, exposure)| {
        let rate = model.tiers.get((tier + lower).min(last))?.default_rate?;
        Some(sum + *exposure * rate * given_default)
    })
}

/// Moves between tiers since the quarter before.
#[derive(Debug, Clone, Default)]
pub(super) struct Migration {
    /// Counts: the tier before down, the tier now across.
    pub counts: Vec<Vec<usize>>,
    /// Exposure now.
    pub exposures: Vec<Vec<Decimal>>,
    /// Clients that are new, by tier.
    pub new: Vec<usize>,
}

impl Migration {
    /// The moves of `tracks` among so many tiers.
    #[must_use]
    pub(super) fn of<'t>(tracks: impl Iterator<Item = &'t Track>, tiers: usize) -> Self {
        let mut migration = Migration {
            counts: vec![vec![0; tiers]; tiers],
            exposures: vec![vec![Decimal::ZERO; tiers]; tiers],
            new: vec![0; tiers],
        };
        for track in tracks {
            let Some(now) = track.latest() else { continue };
            match track.before() {
                Some(before) => {
                    migration.counts[before.tier][now.tier] += 1;
                    migration.exposures[before.tier][now.tier] += now.exposure.unwrap_or_default();
                }
                None => migration.new[now.tier] += 1,
            }
        }
        migration
    }
}

/// What was open at the quarter before, by age, and what became of it: `[age before][age now]`, the last
/// column for what was paid.
#[must_use]
pub(super) fn roll<'t>(tracks: impl Iterator<Item = &'t Track>) -> [[Decimal; 6]; 5] {
    let mut sum = [[Decimal::ZERO; 6]; 5];
    for way in tracks.flat_map(|track| &track.roll) {
        if let Some(cell) = sum.get_mut(way.from).and_then(|row| row.get_mut(way.to)) {
            *cell += way.amount;
        }
    }
    sum
}

/// Exposure by a label, largest first; what has no label stands under the empty one.
#[must_use]
pub(super) fn by_label<'t>(
    tracks: impl Iterator<Item = &'t Track>,
    label: impl Fn(&Track) -> String,
) -> Vec<(String, Decimal, usize)> {
    let mut sums: BTreeMap<String, (Decimal, usize)> = BTreeMap::new();
    for track in tracks {
        let Some(exposure) = track.latest().and_then(|now| now.exposure) else { continue };
        let sum = sums.entry(label(track)).or_default();
        sum.0 += exposure;
        sum.1 += 1;
    }
    let mut sums: Vec<_> = sums.into_iter().map(|(label, (exposure, count))| (label, exposure, count)).collect();
    sums.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    sums
}
