//! The credit limit: every method side by side, the steps to the recommendation, the limits granted,
//! exposure against them, and what blocks further credit (DOMAIN 1.7).

use std::fmt::Write as _;

use rust_decimal::Decimal;

use super::Sheet;
use super::ledger_words as l;
use super::one_unit;
use super::words as w;
use crate::kinds::client::assess::{Block as Obstacle, Limits, Step, currencies_apart};
use crate::kinds::client::limits::Grant;
use crate::measures::{Figure, Measure};
use crate::pages::number::{AmountColumn, short};
use crate::pages::{Block, Callout, Column, Fact, Section, Tone};
use crate::present;
use crate::present::tables::{facts, linked, noted, row, section, sentence, table, toned, total};
use crate::values::{Language, Undefined, Unit, Words, plural};

/// The methods in the order of print.
const METHODS: [Measure; 5] = [
    Measure::LimitNeed,
    Measure::LimitNetWorth,
    Measure::WorkingAssetValue,
    Measure::LimitWorkingAssets,
    Measure::LimitTurnover,
];

impl Sheet<'_> {
    /// None for a client that we neither trade with nor have granted a limit.
    pub(super) fn limit_section(&self) -> Option<Section> {
        let limits = self.assessment.limits.as_ref()?;
        let mut blocks = Vec::new();
        blocks.extend(facts(self.limit_facts()));
        blocks.extend(self.blocked());
        blocks.extend(self.not_blocked().map(sentence));
        match limits.figure(Measure::RecommendedLimit) {
            Some(recommended) => blocks.push(self.methods_table(limits, recommended)),
            None => blocks.push(sentence(self.say(l::NO_RULES))),
        }
        blocks.extend(self.steps_table(limits));
        if !self.client.limits.is_empty() {
            blocks.push(self.granted(limits));
        }
        Some(section("limit", self.say(l::LIMIT), blocks))
    }

    /// The column of `amounts` in the unit of the trade.
    fn limit_column(&self, amounts: impl IntoIterator<Item = Decimal>) -> AmountColumn {
        AmountColumn::new(self.scales().trade, amounts)
    }

    /// The limit recommended, the one in force, the exposure and the use of the limit; nothing where there are
    /// no limits.
    pub(super) fn limit_facts(&self) -> Vec<Fact> {
        let Some(limits) = &self.assessment.limits else { return Vec::new() };
        let money = |measure| match limits.figure(measure).map(|figure| figure.value) {
            Some(Ok(amount)) => self.trade_money(amount),
            _ => String::new(),
        };
        let recommended = limits.figure(Measure::RecommendedLimit).map(|figure| (figure, figure.value));
        let recommended = match recommended {
            Some((figure, Err(reason @ Undefined::MissingInput))) => self.none_recommended(&self.lack(figure, reason)),
            Some((_, Err(Undefined::CurrencyMix))) => {
                self.currencies_apart().map_or_else(String::new, |why| self.none_recommended(&why))
            }
            _ => money(Measure::RecommendedLimit),
        };
        let grant = limits.in_force.map(|at| &self.client.limits[at]);
        let granted = match grant {
            Some(grant) => self.grant_in_words(grant),
            None if self.client.limits.is_empty() => String::new(),
            None => self.say(l::NO_LIMIT),
        };
        let used = limits.figure(Measure::LimitUse).filter(|figure| figure.value.is_ok());
        let over = used.is_some_and(|used| used.value.is_ok_and(|share| share > Decimal::ONE));
        vec![
            Fact::new(self.say(l::RECOMMENDED), recommended),
            Fact::new(self.say(l::IN_FORCE), granted),
            Fact::new(self.say(l::EXPOSURE), money(Measure::CreditExposure)),
            Fact::new(self.say(l::USE), used.map_or_else(String::new, |used| present::figure(used, Decimal::ONE)))
                .toned(if over { Tone::Bad } else { Tone::Neutral }),
        ]
    }

    fn grant_in_words(&self, grant: &Grant) -> String {
        let comma = if self.language() == Language::Zh { "，" } else { ", " };
        [&self.trade_money(grant.amount), comma, &self.term(grant)].concat()
    }

    /// From when a limit holds, and until when a temporary one does.
    pub(super) fn term(&self, grant: &Grant) -> String {
        match (self.language(), grant.until) {
            (Language::Zh, None) => format!("自 {}", grant.from),
            (Language::Zh, Some(until)) => format!("临时，{} 至 {until}", grant.from),
            (Language::En, None) => format!("from {}", grant.from),
            (Language::En, Some(until)) => format!("temporary, {} to {until}", grant.from),
        }
    }

    /// Why no further credit may be given, one reason each; none where nothing blocks it.
    pub(super) fn obstacles(&self) -> Vec<String> {
        let blocks = self.assessment.limits.iter().flat_map(|limits| &limits.blocks);
        blocks.map(|block| self.obstacle(block)).collect()
    }

    pub(super) fn blocked(&self) -> Option<Block> {
        let items = self.obstacles();
        (!items.is_empty()).then(|| {
            Block::Callout(Callout { tone: Tone::Bad, title: self.say(l::BLOCKED), text: String::new(), items })
        })
    }

    /// That nothing blocks further credit, or that nobody knows; nothing where something does and all is known.
    fn not_blocked(&self) -> Option<String> {
        let limits = self.assessment.limits.as_ref()?;
        let (untold, day) = (self.untold(), self.edition.as_of);
        Some(match (untold.is_empty(), limits.blocks.is_empty(), self.language()) {
            (true, true, _) => self.say(l::NOT_BLOCKED),
            (true, false, _) => return None,
            (false, true, Language::Zh) => format!("案例文件没有给出 {day} 的{untold}，无法判断是否应停止赊销。"),
            (false, false, Language::Zh) => {
                format!("案例文件没有给出 {day} 的{untold}，无法判断是否另有应停止赊销的情况。")
            }
            (false, true, Language::En) => {
                format!(
                    "Whether anything blocks further credit is not known: the file does not tell {untold} on {day}."
                )
            }
            (false, false, Language::En) => format!(
                "Whether anything else blocks further credit is not known: the file does not tell {untold} on {day}."
            ),
        })
    }

    /// What would have to be known to say that nothing else blocks further credit, in words.
    pub(super) fn untold(&self) -> String {
        let joint = if self.language() == Language::Zh { "和" } else { " or " };
        let untold = self.assessment.limits.iter().flat_map(|limits| limits.untold.each());
        untold.map(|(_, words)| self.say(words)).collect::<Vec<_>>().join(joint)
    }

    fn obstacle(&self, block: &Obstacle) -> String {
        let language = self.language();
        let tier = &self.edition.model.tiers[self.assessment.verdict.tier].id;
        match (block, language) {
            (Obstacle::OverLimit { by, ended }, Language::Zh) => {
                let ended = ended.and_then(|at| self.client.limits[at].until);
                let ended = ended.map_or_else(String::new, |until| format!("；临时限额已于 {until} 到期"));
                format!("超过信用限额 {}{ended}", self.trade_money(*by))
            }
            (Obstacle::OverLimit { by, ended }, Language::En) => {
                let ended = ended.and_then(|at| self.client.limits[at].until);
                let ended = ended.map_or_else(String::new, |until| format!("; the temporary limit ended on {until}"));
                format!("{} over the credit limit{ended}", self.trade_money(*by))
            }
            (Obstacle::CashOnly, Language::Zh) => format!("等级 {tier} 不予赊销"),
            (Obstacle::CashOnly, Language::En) => format!("tier {tier} allows no credit"),
            (Obstacle::Overdue { days, allowed, amount, .. }, Language::Zh) => {
                format!("逾期超过 {allowed} 天的货款共 {}，最久 {days} 天", self.trade_money(*amount))
            }
            (Obstacle::Overdue { days, allowed, amount, .. }, Language::En) => {
                let (allowed, oldest) = (plural(*allowed, "day"), plural(*days, "day"));
                format!("{} more than {allowed} overdue, the oldest {oldest}", self.trade_money(*amount))
            }
        }
    }

    /// In which currencies our trade and the limits of the model are, where these are two.
    pub(super) fn currencies_apart(&self) -> Option<String> {
        let rules = self.edition.model.limit.as_ref()?;
        let (ours, theirs) = (currencies_apart(self.client, rules)?, &rules.currency);
        Some(match self.language() {
            Language::Zh => format!("客户金额为 {ours}，而信用模型的限额为 {theirs}，币种不同"),
            Language::En => format!("amounts are in {ours}, but the credit model’s limits are in {theirs}"),
        })
    }

    /// Why `figure` has no value: what is missing by name, where something is.
    pub(super) fn lack(&self, figure: &Figure, reason: Undefined) -> String {
        let missing = present::missing(figure, self.language());
        missing.unwrap_or_else(|| reason.words().get(self.language()).to_owned())
    }

    /// That no limit is recommended because of `why`.
    fn none_recommended(&self, why: &str) -> String {
        [if self.language() == Language::Zh { "无：" } else { "none: " }, why].concat()
    }

    fn methods_table(&self, limits: &Limits, recommended: &Figure) -> Block {
        let usual = self.money_unit_of(Measure::LimitNetWorth);
        let is_money = |figure: &&Figure| figure.measure.unit() == Unit::Money;
        let all = METHODS.iter().filter_map(|&measure| limits.figure(measure)).chain([recommended]);
        let column = self.limit_column(all.filter(is_money).filter_map(|figure| figure.value.ok()));
        let shown = |figure: &Figure| match figure.value {
            Ok(amount) if is_money(&figure) => column.print(amount),
            _ => present::figure(figure, Decimal::ONE),
        };
        let cells = |figure: &Figure| {
            let how = match figure.value {
                Ok(_) => self.calculation_of(figure),
                Err(Undefined::CurrencyMix) => self.currencies_apart().unwrap_or_default(),
                Err(reason) => self.lack(figure, reason),
            };
            let name = figure.measure.doc().name.get(self.language()).to_owned();
            let unit = self.money_unit_of(figure.measure);
            let other = is_money(&figure) && figure.value.is_ok() && unit != usual;
            let value = self.figure_cell(figure, shown(figure));
            let value = if other { noted(value, unit) } else { value };
            vec![self.measure_cell(figure.measure, name), value, how.into()]
        };
        let figures = METHODS.iter().filter_map(|&measure| limits.figure(measure));
        let mut rows: Vec<_> = figures.map(|figure| row(cells(figure))).collect();
        rows.push(total(cells(recommended)));
        let columns = vec![
            Column::text(self.say(l::METHOD)).wide(3),
            Column::number(self.say(w::VALUE)),
            Column::text(self.say(l::CALCULATION)).wide(4),
        ];
        let mut table = table("limit-methods", self.say(l::METHODS), columns, rows);
        let apart = self.money_unit_of(Measure::LimitNeed) != usual;
        let unless = if apart { self.say(w::UNLESS_NAMED) } else { String::new() };
        table.note = [&self.say(w::MONEY_IN), usual.as_str(), &unless].concat();
        let scale = |figure: &Figure| self.scales().of(figure.measure);
        let mixed = |figure: &Figure| one_unit::is_mixed(figure, &self.assessment.inputs, scale(figure));
        if METHODS.iter().filter_map(|&measure| limits.figure(measure)).chain([recommended]).any(mixed) {
            let _ = write!(table.note, " · {}", self.converted_to(Measure::LimitNetWorth));
        }
        Block::Table(table)
    }

    /// The formula of a figure of this client, with its numbers.
    fn calculation_of(&self, figure: &Figure) -> String {
        let mut all = self.assessment.figures().zip(&self.trace.calculations);
        let found = all.find(|(known, _)| std::ptr::eq(*known, figure));
        found.map_or_else(String::new, |(_, calculation)| calculation.text.clone())
    }

    fn steps_table(&self, limits: &Limits) -> Option<Block> {
        if limits.steps.is_empty() {
            return None;
        }
        let factor = self.edition.model.tiers[self.assessment.verdict.tier].limit_factor;
        let column = self.limit_column(limits.steps.iter().map(|step| step.amount()));
        let rows = limits.steps.iter().map(|step| {
            let say = |words: Words| self.say(words);
            let (name, amount) = match *step {
                Step::Strength(amount) => (say(l::STRENGTH), amount),
                Step::Needed(amount) => (say(l::NEEDED), amount),
                Step::Factor(amount) => (format!("{} {}", say(l::TIMES_FACTOR), short(factor, 2)), amount),
                Step::Capped(amount) => (say(l::CAPPED), amount),
                Step::Rounded(amount) => {
                    return total(vec![say(l::ROUNDED).into(), column.print(amount).into()]);
                }
            };
            row(vec![name.into(), column.print(amount).into()])
        });
        let columns = vec![Column::text(self.say(w::STEP)).wide(4), Column::number(self.say(w::AMOUNT))];
        Some(Block::Table(table("limit-steps", self.say(l::STEPS), columns, rows.collect())))
    }

    fn granted(&self, limits: &Limits) -> Block {
        let language = self.language();
        let mut grants: Vec<&Grant> = self.client.limits.iter().collect();
        grants.sort_by_key(|grant| (grant.from, grant.index));
        let column = self.limit_column(grants.iter().map(|grant| grant.amount));
        let rows = grants.into_iter().map(|grant| {
            let (state, tone) = self.state(grant, limits);
            row(vec![
                linked(grant.from.to_string(), self.line_href(&format!("limits[{}].from", grant.index))),
                grant.until.map_or_else(String::new, |until| until.to_string()).into(),
                column.print(grant.amount).into(),
                grant.by.get(language).into(),
                grant.reason.get(language).into(),
                toned(self.say(state), tone),
            ])
        });
        let columns = vec![
            Column::text(self.say(l::FROM)).wide(2),
            Column::number(self.say(l::UNTIL)).wide(2),
            Column::number(self.say(w::AMOUNT)).wide(2),
            Column::text(self.say(l::GRANTED_BY)).wide(2),
            Column::text(self.say(w::REASON)).wide(3),
            Column::text(self.say(l::STATE)).wide(2),
        ];
        let mut table = table("limits-granted", self.say(l::GRANTED), columns, rows.collect());
        table.note = format!("{}{}", self.say(w::MONEY_IN), self.money_unit_of(Measure::CreditExposure));
        Block::Table(table)
    }

    fn state(&self, grant: &Grant, limits: &Limits) -> (Words, Tone) {
        let as_of = self.edition.as_of;
        let temporary = limits.in_force.is_some_and(|at| self.client.limits[at].until.is_some());
        let later = |other: &Grant| other.until.is_none() && other.from > grant.from && other.from <= as_of;
        if limits.in_force == Some(grant.index) {
            (l::HOLDS, Tone::Good)
        } else if grant.from > as_of {
            (l::WAITS, Tone::Neutral)
        } else if grant.until.is_some_and(|until| until < as_of) {
            (l::ENDED, Tone::Neutral)
        } else if temporary && !self.client.limits.iter().any(later) {
            (l::SUSPENDED, Tone::Neutral)
        } else {
            (l::REPLACED, Tone::Neutral)
        }
    }
}
