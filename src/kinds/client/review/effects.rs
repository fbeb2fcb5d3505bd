//! Whose doing a change of a weighted score is, part by part. A part that begins to count or no
//! longer counts gives all others another weight; that is put down to it and not to them.

use rust_decimal::Decimal;

use crate::measures::Measure;

/// A part of a score; the weights of a score's parts sum to 1.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub measure: Measure,
    /// 0 to 1.
    pub weight: Decimal,
    /// 0 to 100.
    pub points: Decimal,
}

/// By how many points each part moved the score from that of `old` to that of `new`; together they are
/// the whole change.
///
/// A part in both moves it by its new weight × the change of its points; one that begins to count by its weight ×
/// its points' distance from the old score; one that no longer counts by the opposite of its old weight × its points'
/// distance from the mean of those that stay, as far as those weigh in the new score.
///
/// That takes for granted that the parts in both keep their weights in proportion, as they do under one
/// model.
pub(super) fn effects(old: &[Part], new: &[Part]) -> Vec<(Measure, Decimal)> {
    let find = |parts: &[Part], measure| parts.iter().find(|part| part.measure == measure).copied();
    let weight = |parts: &[&Part]| parts.iter().map(|part| part.weight).sum::<Decimal>();
    let points = |parts: &[&Part]| parts.iter().map(|part| part.weight * part.points).sum::<Decimal>();
    let stay: Vec<&Part> = old.iter().filter(|part| find(new, part.measure).is_some()).collect();
    let score = points(&old.iter().collect::<Vec<_>>());
    let mean = points(&stay).checked_div(weight(&stay)).unwrap_or(score);
    let stayed = new.iter().filter(|part| find(old, part.measure).is_some()).map(|part| part.weight).sum::<Decimal>();
    let here = new.iter().map(|part| {
        let from = find(old, part.measure).map_or(score, |was| was.points);
        (part.measure, part.weight * (part.points - from))
    });
    let gone = old.iter().filter(|part| find(new, part.measure).is_none());
    here.chain(gone.map(|part| (part.measure, -stayed * part.weight * (part.points - mean)))).collect()
}

#[cfg(test)]
mod tests {
    use Measure::{CashRatio, CurrentRatio, InterestCover, QuickRatio};

    use super::*;

    /// Parts of a score, of weights that are made to sum to 1.
    fn score(parts: &[(Measure, i64, i64)]) -> Vec<Part> {
        let all: i64 = parts.iter().map(|part| part.1).sum();
        let part = |&(measure, weight, points)| Part {
            measure,
            weight: Decimal::from(weight) / Decimal::from(all),
            points: Decimal::from(points),
        };
        parts.iter().map(part).collect()
    }

    fn total(parts: &[Part]) -> Decimal {
        parts.iter().map(|part| part.weight * part.points).sum()
    }

    #[test]
    fn what_begins_to_count_did_it_and_not_those_whose_weight_it_takes() {
        let old = score(&[(CurrentRatio, 30, 80), (QuickRatio, 50, 60)]);
        let new = score(&[(CurrentRatio, 30, 80), (QuickRatio, 50, 60), (CashRatio, 20, 0)]);
        let effects = effects(&old, &new);
        assert_eq!(effects[..2], [(CurrentRatio, Decimal::ZERO), (QuickRatio, Decimal::ZERO)]);
        assert_eq!(effects[2], (CashRatio, total(&new) - total(&old)));
    }

    #[test]
    fn effects_are_the_whole_change() {
        let old = score(&[(CurrentRatio, 30, 80), (QuickRatio, 50, 60), (InterestCover, 20, 10)]);
        let new = score(&[(CurrentRatio, 30, 40), (QuickRatio, 50, 70), (CashRatio, 40, 90)]);
        let sum: Decimal = effects(&old, &new).iter().map(|effect| effect.1).sum();
        let off = sum - (total(&new) - total(&old));
        assert!(off.abs() < Decimal::new(1, 20), "{off}");
        let emptied = effects(&old, &[]);
        assert_eq!(emptied.iter().map(|effect| effect.1).sum::<Decimal>(), Decimal::ZERO, "no score, no change of it");
    }
}
