//! What there is to say of one client: how it stands, and why it stands otherwise than before.

use rust_decimal::Decimal;

use super::{NONE, Phrases, Reason, arrow, money, one_line, signed, value_of};
use crate::kinds::client::compare::{Change, InputChange, Moved, Standing};
use crate::kinds::client::record::Grant;
use crate::kinds::compare::Pair;
use crate::pages::number::{fixed, percent};
use crate::values::{Language, plural};

/// How many parts of a score are told.
const MOST_PARTS: usize = 5;

impl Phrases {
    /// Why the client of `change` stands otherwise.
    pub(in crate::cli::diff) fn reasons(self, change: &Change) -> Vec<Reason> {
        let mut reasons = self.circumstances(&change.around);
        reasons.extend(change.moved.iter().take(MOST_PARTS).map(|moved| self.moved(moved)));
        reasons.extend(self.less_moved(change).map(Reason::from));
        reasons.extend(self.turns(&change.around));
        reasons.extend(self.granted(change).map(Reason::from));
        reasons.extend(self.numbers(self.say("信用限额", "Credit limit"), &change.limit_inputs));
        reasons.extend(self.amounts(change).into_iter().map(Reason::from));
        reasons.extend(self.numbers(self.say("往来", "Trade"), &change.trade_inputs));
        let told = |input: &&InputChange| {
            let parts = change.moved.iter().take(MOST_PARTS).flat_map(|moved| &moved.inputs);
            let limits = change.limit_inputs.iter().chain(&change.trade_inputs);
            parts.chain(limits).any(|other| other.path == input.path)
        };
        let rest: Vec<_> = change.inputs.iter().filter(|input| !told(input)).cloned().collect();
        reasons.extend(self.numbers(self.say("其他变动的数据", "Other numbers that differ"), &rest));
        reasons
    }

    /// Numbers that differ, below a heading.
    fn numbers(self, head: &str, inputs: &[InputChange]) -> Option<Reason> {
        (!inputs.is_empty()).then(|| Reason { head: head.to_owned(), inputs: self.inputs(inputs) })
    }

    /// The day from which the limit in force was granted, where amount and end do not tell another.
    fn granted(self, change: &Change) -> Option<String> {
        let (old, new) = (change.old.in_force.as_ref()?, change.new.in_force.as_ref()?);
        let same = old.amount == new.amount && old.until == new.until && old.from != new.from;
        let head = self.say("生效限额自", "Limit in force from");
        same.then(|| format!("{head} {} → {}", one_line(&old.from), one_line(&new.from)))
    }

    /// `−3.20 Quick ratio 0.42 → 0.31, points 41.4 → 20.0, weight 12.0%`.
    fn moved(self, moved: &Moved) -> Reason {
        let name = self.measure(&moved.measure);
        let value = |value: Option<Decimal>| value_of(&moved.measure, value);
        let points = |points: Option<Decimal>| points.map_or(NONE.to_owned(), |points| fixed(points, 1));
        let weight = |weight: Option<Decimal>| weight.map_or(NONE.to_owned(), |weight| percent(weight, 1));
        let facts = [
            format!("{} {name} {}", signed(moved.by), arrow(&moved.value, value)),
            format!("{} {}", self.say("得分", "points"), arrow(&moved.points, points)),
            format!("{} {}{}", self.say("权重", "weight"), arrow(&moved.weight, weight), self.otherwise(moved)),
        ];
        Reason { head: facts.join(", "), inputs: self.inputs(&moved.inputs) }
    }

    /// What to say where no number behind a part differs.
    fn otherwise(self, moved: &Moved) -> String {
        match (&moved.calculation, moved.value.differs()) {
            _ if moved.inputs.iter().any(|input| !input.elsewhere) => String::new(),
            (Some(calculation), true) => {
                let because = self.say("数据相同，日期或约定不同", "the same numbers, by other dates or conventions");
                format!(", {because}: {} → {}", one_line(&calculation.old), one_line(&calculation.new))
            }
            (None, true) => String::new(),
            (_, false) if moved.weight.differs() => String::new(),
            (_, false) if moved.points.differs() => {
                self.say("，数值相同，计分方法不同", ", the same figure scored by another method").to_owned()
            }
            (_, false) => self.say("，因已计分的权重变化", ", since other weights count").to_owned(),
        }
    }

    fn less_moved(self, change: &Change) -> Option<String> {
        let rest = change.moved.get(MOST_PARTS..).filter(|rest| !rest.is_empty())?;
        let by = signed(rest.iter().map(|moved| moved.by).sum());
        Some(match self.language {
            Language::Zh => format!("{by} 其余 {} 项", rest.len()),
            Language::En => format!("{by} in {}", plural(rest.len(), "other part")),
        })
    }

    /// Tier, score, recommended limit and limit in force of a client, then and now.
    pub(in crate::cli::diff) fn standing(self, old: Option<&Standing>, new: Option<&Standing>) -> [String; 4] {
        let of = |tell: &dyn Fn(&Standing) -> String| {
            let told = |standing: Option<&Standing>| standing.map_or(NONE.to_owned(), tell);
            arrow(&Pair { old: told(old), new: told(new) }, |text| text)
        };
        [
            of(&|standing| one_line(&standing.tier)),
            of(&|standing| standing.score.map_or(NONE.to_owned(), |score| fixed(score, 2))),
            of(&|standing| money(standing.recommended, &standing.currency)),
            of(&|standing| self.grant(standing.in_force.as_ref(), &standing.currency)),
        ]
    }

    fn grant(self, grant: Option<&Grant>, currency: &str) -> String {
        let until = grant.and_then(|grant| grant.until.as_deref());
        let until = until.map(|until| format!(" {} {}", self.say("至", "until"), one_line(until)));
        money(grant.map(|grant| grant.amount), currency) + &until.unwrap_or_default()
    }
}
