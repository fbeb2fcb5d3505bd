//! The head of the summary: the tier, and a few figures beside it, those first that a committee
//! decides on.

use rust_decimal::Decimal;

use super::ledger_words as l;
use super::words as w;
use super::{Sheet, points_tone};
use crate::measures::Measure;
use crate::pages::number::{fixed, percent};
use crate::pages::{Headline, Tile, Tone};
use crate::present;
use crate::values::Undefined;

/// How many tiles there are at most: two rows on paper.
const TILES: usize = 8;

impl Sheet<'_> {
    pub(super) fn headline(&self) -> Headline {
        let verdict = &self.assessment.verdict;
        let tier = &self.edition.model.tiers[verdict.tier];
        Headline {
            badge: tier.id.clone(),
            badge_label: self.say(w::CREDIT_TIER),
            tone: self.tier_tone(verdict.tier),
            statement: tier.name.get(self.language()).to_owned(),
            tiles: self.tiles(),
        }
    }

    /// Limits first, since a committee decides on them; then what the tier rests on.
    fn tiles(&self) -> Vec<Tile> {
        let mut tiles = self.limit_tiles();
        tiles.push(self.score_tile());
        tiles.extend(self.coverage_tile());
        let measures = [Measure::OverdueShare, Measure::CashConversionCycle, Measure::DebtToTangibleNetWorth];
        let room = TILES.saturating_sub(tiles.len() + 1);
        tiles.extend(measures.into_iter().filter_map(|measure| self.measure_tile(measure)).take(room));
        tiles.push(self.review_tile());
        tiles
    }

    /// The limit recommended, the one in force, the exposure and the use of the limit, where there are such.
    fn limit_tiles(&self) -> Vec<Tile> {
        let Some(limits) = &self.assessment.limits else { return Vec::new() };
        let known = |measure| limits.figure(measure).and_then(|figure| figure.value.ok());
        let tile =
            |label, value, note, tone| Tile { label: self.say(label), value, note, tone, href: "#limit".to_owned() };
        let money = |amount| self.split_money(amount);
        let mut tiles = Vec::new();
        match limits.figure(Measure::RecommendedLimit).map(|figure| (figure, figure.value)) {
            Some((_, Ok(amount))) => {
                let (amount, unit) = money(amount);
                tiles.push(tile(l::RECOMMENDED, amount, unit, Tone::Neutral));
            }
            Some((figure, Err(Undefined::MissingInput))) => {
                let lack = self.lack(figure, Undefined::MissingInput);
                tiles.push(tile(l::RECOMMENDED, present::figure::NONE.to_owned(), lack, Tone::Neutral));
            }
            _ => {}
        }
        if !self.client.limits.is_empty() {
            let (amount, note) = match limits.in_force.map(|at| &self.client.limits[at]) {
                Some(grant) => {
                    let (amount, unit) = money(grant.amount);
                    (amount, format!("{unit} · {}", self.term(grant)))
                }
                None => (present::figure::NONE.to_owned(), self.say(l::NO_LIMIT)),
            };
            tiles.push(tile(l::IN_FORCE, amount, note, Tone::Neutral));
        }
        if let Some((amount, unit)) = known(Measure::CreditExposure).map(money) {
            tiles.push(tile(l::EXPOSURE, amount, unit, Tone::Neutral));
        }
        if let Some(used) = known(Measure::LimitUse) {
            let tone = if used > Decimal::ONE { Tone::Bad } else { Tone::Neutral };
            tiles.push(tile(l::USE, percent(used, 1), self.say(l::USE_NOTE), tone));
        }
        tiles
    }

    fn coverage_tile(&self) -> Option<Tile> {
        let score = self.assessment.score()?;
        Some(Tile {
            label: self.say(w::COVERAGE),
            value: percent(score.coverage, 0),
            note: self.say(w::COVERAGE_NOTE),
            tone: if score.coverage == Decimal::ONE { Tone::Neutral } else { Tone::Caution },
            href: "#score".to_owned(),
        })
    }

    fn score_tile(&self) -> Tile {
        let verdict = &self.assessment.verdict;
        let score = self.assessment.score().and_then(|score| score.figure.value.ok());
        let before = match verdict.before_caps {
            None => self.say(w::NO_SCORE),
            Some(_) if verdict.caps.is_empty() => String::new(),
            Some(tier) => format!("{} {}", self.say(w::BEFORE_CAPS), self.edition.model.tiers[tier].id),
        };
        let period = self.latest().map_or("", |latest| latest.period.name.as_str());
        let note = [period, &before].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        Tile {
            label: self.say(w::SCORE_OUT_OF),
            value: score.map_or_else(|| present::figure::NONE.to_owned(), |score| fixed(score, 1)),
            note,
            tone: verdict.before_caps.map_or(Tone::Bad, |tier| self.tier_tone(tier)),
            href: self.why_href(Measure::CreditScore),
        }
    }

    fn measure_tile(&self, measure: Measure) -> Option<Tile> {
        let figure = self.latest_figure(measure)?;
        let value = figure.value.ok()?;
        let unit = present::unit_after(measure.unit(), self.language());
        let scored =
            self.assessment.score().and_then(|score| score.contributions.iter().find(|part| part.measure == measure));
        Some(Tile {
            label: measure.doc().short.get(self.language()).to_owned(),
            value: format!("{}{unit}", present::value(Ok(value), measure.unit(), Decimal::ONE)),
            note: figure.period.clone(),
            tone: points_tone(scored.and_then(|part| part.points)),
            href: self.why_href(measure),
        })
    }

    fn review_tile(&self) -> Tile {
        let review = self.assessment.verdict.review;
        let overdue = self.review_is_overdue();
        Tile {
            label: self.say(if overdue { w::REVIEW_OVERDUE } else { w::NEXT_REVIEW }),
            value: review.map_or_else(|| self.say(w::NOT_PLANNED), |review| review.to_string()),
            note: if self.is_reviewed() {
                format!("{} {}", self.say(w::AS_OF), self.edition.as_of)
            } else {
                self.say(w::NEVER)
            },
            tone: if overdue { Tone::Bad } else { Tone::Neutral },
            href: "#tier".to_owned(),
        }
    }
}
