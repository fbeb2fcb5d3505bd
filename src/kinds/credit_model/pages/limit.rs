//! What the model's page says of loss rates and credit limits.

use crate::kinds::credit_model::model::{CreditModel, LimitRules, Provision};
use crate::measures::Measure;
use crate::pages::number::{self, percent, short};
use crate::pages::{Block, Column, Fact, Section, Table};
use crate::present;
use crate::present::tables::{facts, row, section, sentence, table};
use crate::values::{Language, Words};

const LIMITS: Words = Words { zh: "信用限额", en: "Credit limits" };
const LOSS_RATES: Words = Words { zh: "损失率", en: "Loss rates" };
const OVERDUE: Words = Words { zh: "逾期天数", en: "Days overdue" };
const RULE: Words = Words {
    zh: "推荐限额 = 等级系数 × min（需求法，max（净值法，营运资产法）），不超过集中度上限，向下取整。",
    en: "Recommended limit = tier factor × min(need, max(net worth, working assets)), never above the concentration cap, rounded down.",
};
const CAP: Words = Words { zh: "集中度上限", en: "Concentration cap" };
const UNIT: Words = Words { zh: "取整单位", en: "House unit" };
const NET_WORTH: Words = Words { zh: "有形净值比例", en: "Share of tangible net worth" };
const BLOCK: Words = Words { zh: "逾期超过多少天停止赊销", en: "Days overdue that block further credit" };
const BANDS: Words = Words { zh: "营运资产分析模型的分档", en: "Bands of the working-asset model" };
const VALUE: Words = Words { zh: "评估值", en: "Value" };
const SHARE: Words = Words { zh: "比例", en: "Share" };
const TURNOVER: Words = Words { zh: "各等级的销售额比例", en: "Share of sales by tier" };
const TIER: Words = Words { zh: "等级", en: "Tier" };

/// The sections on loss rates and limits, as far as the model has them.
pub(super) fn sections(model: &CreditModel, language: Language) -> Vec<Section> {
    let say = |words: Words| words.get(language).to_owned();
    let mut sections = Vec::new();
    if let Some(provision) = &model.provision {
        sections.push(section("provision", say(LOSS_RATES), vec![Block::Table(rates(provision, language))]));
    }
    if let Some(rules) = &model.limit {
        let mut blocks = vec![sentence(say(RULE))];
        blocks.extend(rule_facts(rules, language));
        blocks.push(Block::Table(bands(rules, language)));
        blocks.push(Block::Table(turnover(model, rules, language)));
        sections.push(section("limits", say(LIMITS), blocks));
    }
    sections
}

fn rates(provision: &Provision, language: Language) -> Table {
    let classes = ["≤ 0", "1–30", "31–60", "61–90", "> 90"];
    let rows =
        classes.iter().zip(provision.rates).map(|(class, rate)| row(vec![(*class).into(), percent(rate, 1).into()]));
    let columns = vec![Column::text(OVERDUE.get(language)), Column::number(LOSS_RATES.get(language))];
    let mut table = table("loss-rates", LOSS_RATES.get(language).to_owned(), columns, rows.collect());
    "IFRS 9, B5.5.35".clone_into(&mut table.note);
    table
}

fn rule_facts(rules: &LimitRules, language: Language) -> Option<Block> {
    let scale = rules.unit.scale();
    let money = |amount| match language {
        Language::Zh => {
            format!("{} {}", number::money(amount / scale), present::amount_unit(&rules.currency, scale, language))
        }
        Language::En => format!("{} {}", rules.currency, number::money(amount)),
    };
    let say = |words: Words| words.get(language).to_owned();
    facts(vec![
        Fact::new(say(CAP), rules.cap.map_or_else(String::new, money)),
        Fact::new(say(UNIT), money(rules.round_down_to)),
        Fact::new(say(NET_WORTH), percent(rules.net_worth_rate, 1)),
        Fact::new(say(BLOCK), rules.block_overdue_days.map_or_else(String::new, |days| days.to_string())),
    ])
}

fn bands(rules: &LimitRules, language: Language) -> Table {
    let rows = rules.working_assets.iter().enumerate().map(|(at, band)| {
        let below = at.checked_sub(1).and_then(|below| rules.working_assets[below].up_to);
        let range = match (below, band.up_to) {
            (Some(below), Some(up_to)) => format!("({}, {}]", short(below, 2), short(up_to, 2)),
            (Some(below), None) => format!("> {}", short(below, 2)),
            (None, Some(up_to)) => format!("≤ {}", short(up_to, 2)),
            (None, None) => String::new(),
        };
        row(vec![range.into(), percent(band.share, 1).into()])
    });
    let columns = vec![Column::text(VALUE.get(language)), Column::number(SHARE.get(language))];
    table("working-asset-bands", BANDS.get(language).to_owned(), columns, rows.collect())
}

fn turnover(model: &CreditModel, rules: &LimitRules, language: Language) -> Table {
    let rows = model.tiers.iter().map(|tier| {
        let share = rules.turnover_rates.get(&tier.id).map_or_else(String::new, |share| percent(*share, 1));
        row(vec![tier.id.clone().into(), share.into()])
    });
    let columns = vec![Column::text(TIER.get(language)), Column::number(SHARE.get(language))];
    let mut table = table("turnover-rates", TURNOVER.get(language).to_owned(), columns, rows.collect());
    Measure::LimitTurnover.doc().name.get(language).clone_into(&mut table.note);
    table
}
