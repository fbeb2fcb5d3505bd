//! The tier step by step, and its policy (SCOPE C11).

use super::Sheet;
use super::dossier_words as d;
use super::summary::in_brackets;
use super::words as w;
use crate::kinds::client::assess::reviewed;
use crate::pages::number::{fixed, short};
use crate::pages::{Block, Column, Fact, Heading, Row, Section, Tone};
use crate::present::tables::{facts, linked, prose, row, section, sentence, table, total};
use crate::values::Words;

impl Sheet<'_> {
    pub(super) fn tier_section(&self) -> Section {
        let tier = &self.edition.model.tiers[self.assessment.verdict.tier];
        let mut blocks = vec![self.steps()];
        if self.assessment.verdict.caps.is_empty() && self.assessment.verdict.overridden.is_none() {
            blocks.push(sentence(self.say(w::NO_CAPS)));
        }
        let heading = format!("{} · {} {}", self.say(w::POLICY), tier.id, tier.name.get(self.language()));
        blocks.push(Block::Heading(Heading { id: "policy".to_owned(), text: heading }));
        if self.is_moved() {
            blocks.push(sentence(self.say(w::NOT_BY_SCORE)));
        }
        blocks.extend(prose(tier.policy.get(self.language())));
        blocks.extend(facts(vec![
            Fact::new(self.say(w::TERMS), tier.terms.get(self.language())),
            Fact::new(self.say(w::LIMIT_FACTOR), short(tier.limit_factor, 2)),
            self.review_fact(w::NEXT_REVIEW),
        ]));
        section("tier", self.say(w::TIER), blocks)
    }

    /// Whether caps or an override set another tier than the score gives, so that the client may be unlike others of
    /// its tier.
    fn is_moved(&self) -> bool {
        let verdict = &self.assessment.verdict;
        verdict.before_caps.is_some_and(|tier| tier != verdict.tier)
    }

    /// Whether the day of the next review is over.
    pub(super) fn review_is_overdue(&self) -> bool {
        self.assessment.verdict.review.is_some_and(|review| review < self.edition.as_of)
    }

    /// When the client is reviewed next, under `label`; that its review is overdue, where it is.
    pub(super) fn review_fact(&self, label: Words) -> Fact {
        let review = self.assessment.verdict.review;
        let day = review.map_or_else(|| self.say(w::NOT_PLANNED), |review| self.date(review));
        if self.review_is_overdue() {
            Fact::new(self.say(w::REVIEW_OVERDUE), day).toned(Tone::Bad)
        } else {
            let none =
                if self.is_reviewed() { String::new() } else { in_brackets(&self.say(w::NEVER), self.language()) };
            Fact::new(self.say(label), [day, none].concat())
        }
    }

    /// Whether any review of the client is recorded up to the as-of date. The next one is counted from it, or else
    /// from the as-of date itself.
    pub(super) fn is_reviewed(&self) -> bool {
        reviewed(&self.client.dossier, self.edition.as_of).is_some()
    }

    /// The override in force: reason, who, when, and from which tier to which.
    fn override_step(&self) -> Option<Row> {
        let decision = self.override_in_force()?;
        let path = format!("decisions[{}].kind", decision.index);
        let place = format!("{}:{}", self.client.file, self.line(&path));
        Some(row(vec![
            self.say(d::OVERRIDE).into(),
            self.override_reason(decision).into(),
            linked(place, self.line_href(&path)),
            self.moved_by_override().into(),
        ]))
    }

    /// From the score through each cap that fired and the override in force to the final tier.
    fn steps(&self) -> Block {
        let (model, verdict) = (self.edition.model, &self.assessment.verdict);
        let tier_name = |at: usize| model.tiers[at].id.clone();
        let score = self.assessment.score().and_then(|score| score.figure.value.ok());
        let from_score = match (score, verdict.before_caps) {
            (Some(score), Some(tier)) => {
                (tier_name(tier), format!("{} ≥ {}", fixed(score, 2), short(model.tiers[tier].from, 2)))
            }
            _ => (
                self.say(w::NO_SCORE),
                self.assessment.score().map_or_else(
                    || self.say(w::NO_STATEMENTS),
                    |score| format!("{} {}", self.say(w::COVERAGE), crate::pages::number::percent(score.coverage, 0)),
                ),
            ),
        };
        let mut rows =
            vec![row(vec![self.say(w::FROM_SCORE).into(), from_score.1.into(), "".into(), from_score.0.into()])];
        for fired in &verdict.caps {
            let cap = &model.caps[fired.cap];
            let (place, href) = if fired.path.is_empty() {
                (String::new(), String::new())
            } else {
                let (file, line) = self.stand(&fired.path);
                (format!("{file}:{line}"), self.line_href(&fired.path))
            };
            let result = match fired.from {
                None => tier_name(fired.to),
                Some(from) if from == fired.to => {
                    format!("{}{}", tier_name(fired.to), in_brackets(&self.say(w::NO_EFFECT), self.language()))
                }
                Some(from) => format!("{} → {}", tier_name(from), tier_name(fired.to)),
            };
            rows.push(row(vec![
                self.say(w::CAP).into(),
                cap.reason.get(self.language()).into(),
                linked(place, href),
                result.into(),
            ]));
        }
        rows.extend(self.override_step());
        rows.push(total(vec![self.say(w::FINAL).into(), "".into(), "".into(), tier_name(verdict.tier).into()]));
        let columns = vec![
            Column::text(self.say(w::STEP)).wide(2),
            Column::text(self.say(w::REASON)).wide(4),
            Column::text(self.say(w::FILE)).wide(2),
            Column::text(self.say(w::RESULT)).wide(2),
        ];
        Block::Table(table("steps", self.say(w::TIER), columns, rows))
    }
}
