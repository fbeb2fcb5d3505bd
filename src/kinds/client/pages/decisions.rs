//! The log of decisions in the order of time, and the override in force, which is never silent
//! (SCOPE C11, DOMAIN 1.6).

use rust_decimal::Decimal;

use super::Sheet;
use super::dossier_words as d;
use super::summary::in_brackets;
use super::words as w;
use crate::kinds::client::case::dossier::Decision;
use crate::pages::number::AmountColumn;
use crate::pages::{Block, Callout, Column, Row, Section, Tone};
use crate::present::tables::{linked, row, section, table};
use crate::values::Language;

impl<'a> Sheet<'a> {
    /// Nothing where nothing was decided by the as-of date.
    pub(super) fn decisions_section(&self) -> Option<Section> {
        let decisions = self.client.dossier.decisions(self.edition.as_of);
        if decisions.is_empty() {
            return None;
        }
        let scale = self.client.trade.as_ref().map_or_else(|| self.scale(), |trade| trade.unit.scale());
        let amounts = decisions.iter().flat_map(|decision| decision.limit_from.into_iter().chain(decision.limit_to));
        let column = AmountColumn::new(scale, amounts);
        let rows = decisions.into_iter().map(|decision| self.decision(decision, column));
        let columns = vec![
            Column::number(self.say(w::DATE)).wide(5),
            Column::text(self.say(d::KIND)).wide(5),
            Column::text(self.say(d::BY)).wide(7),
            Column::text(self.say(d::TIERS_MOVED)).wide(4),
            Column::text(self.say(d::LIMITS_MOVED)).wide(5),
            Column::number(self.say(d::UNTIL)).wide(5),
            Column::text(self.say(d::WHY)).wide(11),
        ];
        let mut table = table("decisions-table", self.say(d::DECISIONS), columns, rows.collect());
        if let Some(trade) = &self.client.trade {
            table.note = format!("{}{}", self.say(w::MONEY_IN), self.trade_unit(trade));
        }
        Some(section("decisions", self.say(d::DECISIONS), vec![Block::Table(table)]))
    }

    fn decision(&self, decision: &Decision, column: AmountColumn) -> Row {
        let in_force = self.assessment.verdict.overridden == Some(decision.index);
        let kind = self.say(decision.kind.words());
        let kind = if in_force { format!("{kind} · {}", self.say(d::IN_FORCE)) } else { kind };
        let amount = |amount: Option<Decimal>| amount.map_or_else(String::new, |amount| column.print(amount));
        row(vec![
            decision.date.to_string().into(),
            linked(kind, self.line_href(&format!("decisions[{}].kind", decision.index))),
            self.by(decision).into(),
            moved(&decision.from, &decision.to).into(),
            moved(&amount(decision.limit_from), &amount(decision.limit_to)).into(),
            decision.until.map_or_else(String::new, |until| until.to_string()).into(),
            decision.why.get(self.language()).into(),
        ])
    }

    fn by(&self, decision: &Decision) -> String {
        let (who, role) = (decision.who.get(self.language()), decision.role.get(self.language()));
        match self.language() {
            Language::Zh => format!("{who}，{role}"),
            Language::En => format!("{who}, {role}"),
        }
    }

    /// The override that sets the tier, where one is in force.
    pub(super) fn override_in_force(&self) -> Option<&'a Decision> {
        let index = self.assessment.verdict.overridden?;
        self.client.dossier.decisions.iter().find(|decision| decision.index == index)
    }

    /// Why, who, in what role, when and until when.
    pub(super) fn override_reason(&self, decision: &Decision) -> String {
        let (why, by, date) = (decision.why.get(self.language()), self.by(decision), decision.date);
        match (self.language(), decision.until) {
            (Language::Zh, Some(until)) => format!("{why}（{by}，{date}，有效至 {until}）"),
            (Language::Zh, None) => format!("{why}（{by}，{date}）"),
            (Language::En, Some(until)) => format!("{why} ({by}, {date}, until {until})"),
            (Language::En, None) => format!("{why} ({by}, {date})"),
        }
    }

    /// From which tier to which the override sets; one that sets what the model gives says so.
    pub(super) fn moved_by_override(&self) -> String {
        let (tiers, verdict) = (&self.edition.model.tiers, &self.assessment.verdict);
        let (before, after) = (&tiers[verdict.after_caps].id, &tiers[verdict.tier].id);
        if before == after {
            format!("{after}{}", in_brackets(&self.say(w::NO_EFFECT), self.language()))
        } else {
            format!("{before} → {after}")
        }
    }

    /// The tier before the override, the override, and its reason, above all else.
    pub(super) fn override_callout(&self) -> Option<Block> {
        let decision = self.override_in_force()?;
        let items = vec![self.moved_by_override(), self.override_reason(decision)];
        let title = self.say(d::OVERRIDDEN);
        Some(Block::Callout(Callout { tone: Tone::Caution, title, text: String::new(), items }))
    }
}

/// `before → after`, or the one that is given.
fn moved(before: &str, after: &str) -> String {
    match (before.is_empty(), after.is_empty()) {
        (false, false) => format!("{before} → {after}"),
        (true, _) => after.to_owned(),
        (false, true) => before.to_owned(),
    }
}
