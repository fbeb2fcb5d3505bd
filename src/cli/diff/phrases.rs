//! What there is to say of differences, in short phrases of one line; how they are arranged is left to
//! the formats.

use rust_decimal::Decimal;

use super::super::terminal::one_line;
use crate::kinds::client::compare::{
    CapChange, Change, Comparison, InputChange, ModelChange, Moved, OverrideChange, Pair, Standing, Turn, Typed,
};
use crate::kinds::client::record::{Grant, Model, Names};
use crate::measures::Measure;
use crate::pages::number::{fixed, percent, short};
use crate::present;
use crate::values::{Language, Undefined, Words, plural};

/// How many parts of a score are told.
const MOST_PARTS: usize = 5;
/// How many numbers are told in one place.
const MOST_INPUTS: usize = 12;

const NONE: &str = "–";

/// Why a client differs: a phrase, and the numbers behind it.
#[derive(Debug, Default)]
pub(super) struct Reason {
    pub head: String,
    pub inputs: Vec<String>,
}

impl From<String> for Reason {
    fn from(head: String) -> Self {
        Reason { head, inputs: Vec::new() }
    }
}

/// The phrases of a language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Phrases {
    pub language: Language,
}

impl Phrases {
    pub(super) fn say(self, zh: &'static str, en: &'static str) -> &'static str {
        Words { zh, en }.get(self.language)
    }

    pub(super) fn name(self, names: &Names) -> String {
        one_line(names.get(self.language))
    }

    /// `2 clients differ, 1 new, 12 as before`.
    pub(super) fn summary(self, of: &Comparison) -> String {
        let (changed, new, gone, unchanged) = (of.changed.len(), of.new.len(), of.gone.len(), of.unchanged);
        match self.language {
            Language::Zh => format!("{changed} 家客户有变化，新增 {new} 家，移除 {gone} 家，{unchanged} 家未变"),
            Language::En => {
                let differ = if changed == 1 { "differs" } else { "differ" };
                format!("{} {differ}, {new} new, {gone} gone, {unchanged} as before", plural(changed, "client"))
            }
        }
    }

    /// What concerns every client: another date, another model.
    pub(super) fn common(self, of: &Comparison) -> Vec<Reason> {
        let date = of.as_of.as_ref().map(|date| {
            let head = self.say("基准日", "As of");
            format!("{head} {} → {}", one_line(&date.old), one_line(&date.new)).into()
        });
        date.into_iter().chain(of.model.as_ref().map(|model| self.model(model))).collect()
    }

    fn model(self, change: &ModelChange) -> Reason {
        let model = |model: &Model| {
            let sum: String = model.sha256.chars().take(12).collect();
            one_line(&format!("{} {} (sha256 {sum}…)", model.name, model.version))
        };
        let head = self.say("模型不同，影响所有客户：", "The model differs, which concerns every client: ");
        Reason {
            head: format!("{head}{} → {}", model(&change.old), model(&change.new)),
            inputs: self.inputs(&change.inputs),
        }
    }

    /// Why the client of `change` stands otherwise.
    pub(super) fn reasons(self, change: &Change) -> Vec<Reason> {
        let mut reasons = self.circumstances(change);
        reasons.extend(change.moved.iter().take(MOST_PARTS).map(|moved| self.moved(moved)));
        reasons.extend(self.less_moved(change).map(Reason::from));
        reasons.extend(change.caps.iter().map(|cap| self.cap(cap).into()));
        reasons.extend(change.overrides.iter().map(|decision| self.decision(decision).into()));
        if !change.limit_inputs.is_empty() {
            let head = self.say("信用限额", "Credit limit").to_owned();
            reasons.push(Reason { head, inputs: self.inputs(&change.limit_inputs) });
        }
        let told = |input: &&InputChange| {
            let parts = change.moved.iter().take(MOST_PARTS).flat_map(|moved| &moved.inputs);
            parts.chain(&change.limit_inputs).any(|other| other.path == input.path)
        };
        let rest: Vec<_> = change.inputs.iter().filter(|input| !told(input)).cloned().collect();
        if !rest.is_empty() {
            let head = self.say("其他变动的数据", "Other numbers that differ").to_owned();
            reasons.push(Reason { head, inputs: self.inputs(&rest) });
        }
        reasons
    }

    /// Period, coverage, the tier before caps and documents, where they differ.
    fn circumstances(self, change: &Change) -> Vec<Reason> {
        let text = |text: &Option<String>| text.as_deref().map_or(NONE.to_owned(), one_line);
        let pair =
            |head: &str, pair: &Pair<Option<String>>| format!("{head} {} → {}", text(&pair.old), text(&pair.new));
        let mut found = Vec::new();
        let industry = change.industry.as_ref();
        found.extend(industry.map(|industry| {
            let head = self.say("行业", "Industry");
            format!("{head} {} → {}", one_line(&industry.old), one_line(&industry.new))
        }));
        found.extend(change.period.as_ref().map(|period| pair(self.say("最近一期", "Latest period"), period)));
        found.extend(change.coverage.as_ref().map(|coverage| {
            let share = |share: Option<Decimal>| share.map_or(NONE.to_owned(), |share| percent(share, 0));
            let head = self.say("已计分的权重", "Weight that could be scored");
            format!("{head} {} → {}", share(coverage.old), share(coverage.new))
        }));
        let before = change.tier_before_caps.as_ref();
        found.extend(before.map(|tier| pair(self.say("封顶前等级", "Tier before caps"), tier)));
        found.extend(change.documents.iter().map(|document| {
            let head = format!("{} {}", self.say("文件", "Document"), one_line(&document.kind));
            pair(&head, &document.state)
        }));
        found.into_iter().map(Reason::from).collect()
    }

    /// `−3.20 Quick ratio 0.42 → 0.31, points 41.4 → 20.0, weight 12.0%`.
    fn moved(self, moved: &Moved) -> Reason {
        let measure = Measure::from_id(&moved.measure);
        let name = measure.map_or_else(|| one_line(&moved.measure), |m| m.doc().short.get(self.language).to_owned());
        let value = |value: Option<Decimal>| match (measure, value) {
            (Some(measure), value) => {
                present::value(value.ok_or(Undefined::MissingInput), measure.unit(), Decimal::ONE)
            }
            (None, value) => value.map_or(NONE.to_owned(), |value| short(value, 4)),
        };
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

    fn cap(self, change: &CapChange) -> String {
        let cap = &change.cap;
        let turn = match change.turn {
            Turn::Began => self.say("封顶生效", "Cap begins"),
            Turn::Ended => self.say("封顶解除", "Cap ends"),
        };
        let old = if change.turn == Turn::Ended { self.say("原在 ", "was at ") } else { "" };
        let place = cap.file.as_ref().zip(cap.line).map(|(file, line)| format!(" ({old}{file}:{line})"));
        let place = place.unwrap_or_default();
        one_line(&format!("{turn} {}: {} → {}, {}{place}", cap.id, cap.from, cap.to, cap.reason))
    }

    fn decision(self, change: &OverrideChange) -> String {
        let decision = &change.decision;
        let turn = match change.turn {
            Turn::Began => self.say("人工调整生效", "Override begins"),
            Turn::Ended => self.say("人工调整结束", "Override ends"),
        };
        let until = decision.until.as_ref().map(|until| format!(" – {until}")).unwrap_or_default();
        let who = format!("{}, {}", decision.who, decision.role);
        one_line(&format!(
            "{turn} {} → {}, {}{until}, {who}: {}",
            decision.from, decision.to, decision.date, decision.why
        ))
    }

    /// Numbers that differ, so many at most.
    fn inputs(self, inputs: &[InputChange]) -> Vec<String> {
        let mut told: Vec<_> = inputs.iter().take(MOST_INPUTS).map(|input| self.input(input)).collect();
        if let Some(more) = inputs.len().checked_sub(MOST_INPUTS).filter(|&more| more > 0) {
            told.push(match self.language {
                Language::Zh => format!("另有 {more} 项"),
                Language::En => format!("and {more} more"),
            });
        }
        told
    }

    /// `statements[2].balance.cash 650 → 200 clients/acme.toml:205`.
    fn input(self, input: &InputChange) -> String {
        let scaled = input.old.zip(input.new).is_some_and(|(old, new)| old.scale != new.scale);
        let number = |typed: Option<Typed>| match typed {
            Some(typed) if scaled => format!("{} × {}", short(typed.value, 10), short(typed.scale, 0)),
            Some(typed) => short(typed.value, 10),
            None => self.say("无", "none").to_owned(),
        };
        let was = input.old_path.as_ref().filter(|_| input.new.is_some());
        let was = was.map(|path| format!(" ({} {path})", self.say("原", "was"))).unwrap_or_default();
        let place = if input.file.is_empty() { String::new() } else { format!(" {}:{}", input.file, input.line) };
        let numbers = match (input.elsewhere, input.new) {
            (true, Some(_)) => format!("{} {}", number(input.new), self.say("开始计入", "counts now")),
            (true, None) => format!("{} {}", number(input.old), self.say("不再计入", "no longer counts")),
            (false, _) => format!("{} → {}", number(input.old), number(input.new)),
        };
        one_line(&format!("{}{was} {numbers}{place}", input.path))
    }

    /// Tier, score, recommended limit and limit in force of a client, then and now.
    pub(super) fn standing(self, old: Option<&Standing>, new: Option<&Standing>) -> [String; 4] {
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

fn money(amount: Option<Decimal>, currency: &str) -> String {
    let Some(amount) = amount else { return NONE.to_owned() };
    one_line(&format!("{} {currency}", short(amount, 2)))
}

/// `old → new`, or the one where both read the same.
fn arrow<T: Clone>(pair: &Pair<T>, tell: impl Fn(T) -> String) -> String {
    let (old, new) = (tell(pair.old.clone()), tell(pair.new.clone()));
    if old == new { new } else { format!("{old} → {new}") }
}

/// With a sign, whatever it is.
fn signed(value: Decimal) -> String {
    let text = fixed(value, 2);
    if text.starts_with('−') { text } else { format!("+{text}") }
}
