//! What there is to say of differences, in short phrases of one line; how they are arranged is left to
//! the formats. [`client`] tells of one client, [`around`] of what surrounds its standing,
//! [`survey`] of one survey.

mod around;
mod client;
mod survey;

use rust_decimal::Decimal;

use super::super::terminal::one_line;
use super::Differences;
use crate::kinds::client::compare::{Comparison, InputChange, ModelChange, Typed};
use crate::kinds::client::record::Model;
use crate::kinds::compare::{Changes, Names, Pair, Turn};
use crate::measures::Measure;
use crate::pages::number::{fixed, short};
use crate::present;
use crate::values::{Language, Undefined, Words, plural};

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

    /// `2 clients differ, 1 new, 0 gone, 12 as before`, and the surveys where there are any.
    pub(super) fn summary(self, of: &Differences) -> String {
        let of_clients = self.counts(Words { zh: "家客户", en: "client" }, &of.clients.clients);
        let of_surveys = self.counts(Words { zh: "项调查", en: "survey" }, &of.surveys);
        let mark = self.say("；", "; ");
        if of.surveys.has_any() { format!("{of_clients}{mark}{of_surveys}") } else { of_clients }
    }

    fn counts<C, S>(self, word: Words, of: &Changes<C, S>) -> String {
        let (changed, new, gone, unchanged) = (of.changed.len(), of.new.len(), of.gone.len(), of.unchanged);
        match self.language {
            Language::Zh => {
                let measure: String = word.zh.chars().take(1).collect();
                let word = word.zh;
                format!(
                    "{changed} {word}有变化，新增 {new} {measure}，移除 {gone} {measure}，{unchanged} {measure}未变"
                )
            }
            Language::En => {
                let differ = if changed == 1 { "differs" } else { "differ" };
                format!("{} {differ}, {new} new, {gone} gone, {unchanged} as before", plural(changed, word.en))
            }
        }
    }

    /// That a case is new or gone.
    pub(super) fn turned(self, turn: Turn) -> &'static str {
        match turn {
            Turn::Began => self.say("新增", "new"),
            Turn::Ended => self.say("移除", "gone"),
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

    /// The short name of the measure with this id.
    fn measure(self, id: &str) -> String {
        Measure::from_id(id).map_or_else(|| one_line(id), |measure| measure.doc().short.get(self.language).to_owned())
    }

    /// Numbers that differ, so many at most.
    fn inputs(self, inputs: &[InputChange]) -> Vec<String> {
        self.at_most(inputs.iter().map(|input| self.input(input)).collect(), MOST_INPUTS)
    }

    /// The first lines, `most` of them, and how many more there are.
    fn at_most(self, mut lines: Vec<String>, most: usize) -> Vec<String> {
        if let Some(more) = lines.len().checked_sub(most).filter(|&more| more > 0) {
            lines.truncate(most);
            lines.push(match self.language {
                Language::Zh => format!("另有 {more} 项"),
                Language::En => format!("and {more} more"),
            });
        }
        lines
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
}

/// A value of the measure with this id.
fn value_of(id: &str, value: Option<Decimal>) -> String {
    match Measure::from_id(id) {
        Some(measure) => present::value(value.ok_or(Undefined::MissingInput), measure.unit(), Decimal::ONE),
        None => value.map_or(NONE.to_owned(), |value| short(value, 4)),
    }
}

/// ` (clients/acme.toml:12)`, where a place is known; `old` says that it is one of the old state.
fn place(file: Option<&str>, line: Option<usize>, old: &str) -> String {
    file.zip(line).map(|(file, line)| format!(" ({old}{file}:{line})")).unwrap_or_default()
}

fn money(amount: Option<Decimal>, currency: &str) -> String {
    let Some(amount) = amount else { return NONE.to_owned() };
    one_line(&format!("{} {currency}", crate::pages::number::money(amount)))
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
