//! Measures of a portfolio: how concentrated it is, and how well a score told the good from the bad
//! (DOMAIN 1.9).

use rust_decimal::Decimal;

/// The Herfindahl–Hirschman index: the sum of squared shares in per cent, 10,000 for a single part. None
/// where the parts sum to nothing. Source: Hirschman, *National Power and the Structure of Foreign
/// Trade*, 1945; Herfindahl, 1950.
#[must_use]
pub fn hhi(parts: impl Iterator<Item = Decimal> + Clone) -> Option<Decimal> {
    let total: Decimal = parts.clone().sum();
    parts.map(|part| part.checked_div(total).map(|share| share * Decimal::ONE_HUNDRED)).try_fold(
        Decimal::ZERO,
        |sum, share| {
            let share = share?;
            Some(sum + share * share)
        },
    )
}

/// How well a score tells the good from the bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Power {
    /// The area under the ROC curve: the chance that a good one scores above a bad one, ties half.
    pub auc: Decimal,
    /// Gini = 2 AUC − 1, also called the accuracy ratio.
    pub gini: Decimal,
    /// Kolmogorov–Smirnov: the largest distance between the two distributions.
    pub ks: Decimal,
}

/// The power of scores, higher for better, of `good` and `bad` ones; none where either is empty. Source:
/// Engelmann, Hayden and Tasche, *Testing Rating Accuracy*, Risk 16, 2003.
#[must_use]
pub fn power(good: &[Decimal], bad: &[Decimal]) -> Option<Power> {
    let (n_good, n_bad) = (Decimal::from(good.len()), Decimal::from(bad.len()));
    let mut scores: Vec<(Decimal, bool)> = good.iter().map(|&score| (score, true)).collect();
    scores.extend(bad.iter().map(|&score| (score, false)));
    scores.sort_by_key(|(score, _)| *score);
    // Pairs won count two, ties one.
    let (mut seen_bad, mut seen_good, mut won) = (Decimal::ZERO, Decimal::ZERO, Decimal::ZERO);
    let mut ks = Decimal::ZERO;
    for tie in scores.chunk_by(|a, b| a.0 == b.0) {
        let here_good = Decimal::from(tie.iter().filter(|(_, good)| *good).count());
        let here_bad = Decimal::from(tie.len()) - here_good;
        won += here_good * (seen_bad * Decimal::TWO + here_bad);
        seen_bad += here_bad;
        seen_good += here_good;
        let distance = seen_bad.checked_div(n_bad)? - seen_good.checked_div(n_good)?;
        ks = ks.max(distance.abs());
    }
    let auc = won.checked_div(n_good * n_bad * Decimal::TWO)?;
    Some(Power { auc, gini: auc * Decimal::TWO - Decimal::ONE, ks })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(numbers: &[i64]) -> Vec<Decimal> {
        numbers.iter().map(|&number| Decimal::from(number)).collect()
    }

    #[test]
    fn four_shares_have_a_known_index() {
        // DOMAIN P5: shares of 30, 30, 20 and 20 per cent.
        assert_eq!(hhi(all(&[30, 30, 20, 20]).into_iter()), Some(Decimal::from(2600)));
        assert_eq!(hhi(all(&[7]).into_iter()), Some(Decimal::from(10_000)));
        assert_eq!(hhi(std::iter::empty()), Some(Decimal::ZERO));
        assert_eq!(hhi(all(&[0]).into_iter()), None);
    }

    #[test]
    fn power_is_that_of_counting_every_pair() {
        let (good, bad) = (all(&[55, 60, 60, 72, 80, 91]), all(&[40, 55, 60, 75]));
        let mut won = 0;
        for g in &good {
            for b in &bad {
                won += i64::from(g > b) * 2 + i64::from(g == b);
            }
        }
        let auc = Decimal::new(won, 0) / Decimal::from(2 * 6 * 4);
        let power = power(&good, &bad).map(|power| (power.auc, power.gini));
        assert_eq!(power, Some((auc, auc * Decimal::TWO - Decimal::ONE)));
        assert_eq!(auc.round_dp(4), Decimal::new(7292, 4));
    }

    #[test]
    fn nothing_to_tell_apart_has_no_power() {
        assert_eq!(power(&[], &all(&[1])), None);
        assert_eq!(power(&all(&[1]), &[]), None);
        let same = power(&all(&[5, 5]), &all(&[5])).map(|power| (power.auc, power.ks));
        assert_eq!(same, Some((Decimal::new(5, 1), Decimal::ZERO)));
    }
}
