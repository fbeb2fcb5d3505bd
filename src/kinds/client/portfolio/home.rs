//! The portfolio at a glance, on the first page of the book.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use super::Row;
use crate::kinds::client::pages::{position, tier_tone};
use crate::kinds::edition::Edition;
use crate::kinds::kind::HomePart;
use crate::pages::chart::{Columns, Medium, Series};
use crate::pages::number::{fixed, percent};
use crate::pages::{Block, Chart, Column, Fact, Link, Page, Tile, Tone};
use crate::pages::{Headline, Row as TableRow};
use crate::present::tables::{linked, row, section, table, toned, total};
use crate::values::{Language, Words};

/// How many clients that need attention the page names.
const NAMED: usize = 12;

macro_rules! words {
    ($($name:ident $zh:literal $en:literal;)*) => { $(const $name: Words = Words { zh: $zh, en: $en };)* };
}

words! {
    OVERRIDE "人工推翻" "override";
    PORTFOLIO "客户组合" "The portfolio";
    CLIENTS "客户" "Clients";
    CLIENT "客户" "Client";
    SCORED "已评分" "Scored";
    MEAN "平均得分" "Mean score";
    CAPPED "触发上限规则" "With caps";
    DUE "三个月内复评" "Reviews due in 3 months";
    BY_TIER "各等级客户数" "Clients by tier";
    TIER "等级" "Tier";
    MEANING "含义" "Meaning";
    COUNT "客户数" "Clients";
    SHARE "占比" "Share";
    TOTAL "合计" "Total";
    ATTENTION "需要关注" "Need attention";
    SCORE "得分" "Score";
    WHY "原因" "Why";
    REVIEW_OVERDUE "复评已逾期：" "review overdue since";
    ALL "全部客户" "All clients";
    MODEL "信用模型" "Credit model";
    REVIEW "季度信用评审" "Quarterly credit review";
}

/// What clients add to the home page: the portfolio, and who needs attention.
#[must_use]
pub fn home(edition: &Edition<'_>, rows: &[Row]) -> HomePart {
    let say = |words: Words| words.get(edition.language).to_owned();
    let counts = counts(edition, rows);
    let overview = vec![
        Block::Headline(headline(edition, rows)),
        Block::Chart(chart(edition, &counts)),
        Block::Table(tier_table(edition, &counts)),
    ];
    let mut sections = vec![section("portfolio", say(PORTFOLIO), overview)];
    sections.extend(attention(edition, rows).map(|table| section("attention", say(ATTENTION), vec![table])));
    let root = Page::root_of(&edition.path_in(edition.language, "index.html"));
    let downloads = vec![Link { text: "CSV".to_owned(), href: format!("{root}data/clients.csv") }];
    HomePart { sections, downloads, facts: facts_of(edition) }
}

fn counts(edition: &Edition<'_>, rows: &[Row]) -> Vec<usize> {
    let mut counts = vec![0; edition.model.tiers.len()];
    for row in rows {
        counts[row.tier] += 1;
    }
    counts
}

fn headline(edition: &Edition<'_>, rows: &[Row]) -> Headline {
    let say = |words: Words| words.get(edition.language).to_owned();
    let scores: Vec<Decimal> = rows.iter().filter_map(|row| row.score).collect();
    let mean = Decimal::from_usize(scores.len())
        .and_then(|count| scores.iter().sum::<Decimal>().checked_div(count))
        .map_or_else(|| crate::present::figure::NONE.to_owned(), |mean| fixed(mean, 1));
    let capped = rows.iter().filter(|row| !row.caps.is_empty()).count();
    let soon = edition.as_of.checked_add(jiff::Span::new().months(3)).unwrap_or(edition.as_of);
    let due = rows.iter().filter(|row| row.review.is_some_and(|review| review <= soon)).count();
    let overdue = rows.iter().filter(|row| row.review.is_some_and(|review| review < edition.as_of)).count();
    let tile = |label: Words, value: String, tone: Tone| Tile {
        label: say(label),
        value,
        note: String::new(),
        tone,
        href: "clients/index.html".to_owned(),
    };
    let so_many = match edition.language {
        Language::Zh => format!("其中 {overdue} 户已逾期"),
        Language::En => format!("{overdue} of them overdue"),
    };
    Headline {
        badge: rows.len().to_string(),
        badge_label: say(CLIENTS),
        tone: Tone::Neutral,
        statement: String::new(),
        tiles: vec![
            tile(SCORED, scores.len().to_string(), Tone::Neutral),
            tile(MEAN, mean, Tone::Neutral),
            tile(CAPPED, capped.to_string(), if capped > 0 { Tone::Caution } else { Tone::Good }),
            if overdue > 0 {
                Tile { note: so_many, ..tile(DUE, due.to_string(), Tone::Bad) }
            } else {
                tile(DUE, due.to_string(), Tone::Neutral)
            },
        ],
    }
}

fn chart(edition: &Edition<'_>, counts: &[usize]) -> Chart {
    let title = BY_TIER.get(edition.language).to_owned();
    let names: Vec<&str> = edition.model.tiers.iter().map(|tier| tier.id.as_str()).collect();
    let values: Vec<Option<f64>> = counts.iter().map(|&count| Decimal::from_usize(count).map(position)).collect();
    let labels: Vec<String> = counts.iter().map(ToString::to_string).collect();
    let alt = names.iter().zip(&labels).map(|(name, label)| format!("{name} {label}")).collect::<Vec<_>>().join(", ");
    let series = [Series { values: &values, labels: &labels }];
    let columns = Columns {
        periods: &names,
        series: &series,
        // Clients come whole: a tick between two numbers has no words.
        tick: &|tick| {
            if tick.fract() == 0.0 { crate::present::axis(tick, crate::values::Unit::Index) } else { String::new() }
        },
    };
    let svg = columns.draw(&alt, Medium::Screen);
    Chart { id: "tier-chart".to_owned(), title, alt, svg, legend: Vec::new(), table: "tier-table".to_owned() }
}

fn tier_table(edition: &Edition<'_>, counts: &[usize]) -> crate::pages::Table {
    let say = |words: Words| words.get(edition.language).to_owned();
    let all: usize = counts.iter().sum();
    let share = |count: usize| {
        let (count, all) = (Decimal::from_usize(count)?, Decimal::from_usize(all)?);
        count.checked_div(all).map(|share| percent(share, 0))
    };
    let tiers = &edition.model.tiers;
    let mut rows: Vec<TableRow> = tiers
        .iter()
        .zip(counts)
        .enumerate()
        .map(|(at, (tier, &count))| {
            let tone = if count == 0 { Tone::Neutral } else { tier_tone(at, tiers.len()) };
            let name = tier.name.get(edition.language);
            row(vec![
                toned(tier.id.clone(), tone),
                name.into(),
                count.to_string().into(),
                share(count).unwrap_or_default().into(),
            ])
        })
        .collect();
    rows.push(total(vec![say(TOTAL).into(), "".into(), all.to_string().into(), "".into()]));
    let columns = vec![
        Column::text(say(TIER)),
        Column::text(say(MEANING)).wide(4),
        Column::number(say(COUNT)),
        Column::number(say(SHARE)),
    ];
    table("tier-table", say(BY_TIER), columns, rows)
}

/// Why a client needs attention: what blocks further credit, caps and an override that changed its tier, and a
/// review that is overdue; nothing where it needs none.
fn reasons(edition: &Edition<'_>, client: &Row) -> Vec<String> {
    let (model, language) = (edition.model, edition.language);
    let blocked = client.credit.iter().flat_map(|credit| credit.blocked.reasons());
    let blocked: Vec<_> = blocked.map(|(_, words)| words.get(language)).collect();
    let mut reasons: Vec<String> = Vec::new();
    if !blocked.is_empty() {
        reasons.push(match language {
            Language::Zh => format!("应停止赊销（{}）", blocked.join("、")),
            Language::En => format!("further credit is blocked ({})", blocked.join(", ")),
        });
    }
    let after_caps = client.overridden.unwrap_or(client.tier);
    if client.before_caps != Some(after_caps) {
        let cap = |id: &String| model.caps.iter().find(|cap| cap.id == *id);
        reasons.extend(client.caps.iter().filter_map(cap).map(|cap| cap.reason.get(language).to_owned()));
    }
    reasons.extend(client.overridden.map(|before| {
        format!("{}: {} → {}", OVERRIDE.get(language), model.tiers[before].id, model.tiers[client.tier].id)
    }));
    let overdue = client.review.filter(|review| *review < edition.as_of);
    reasons.extend(overdue.map(|review| format!("{} {review}", REVIEW_OVERDUE.get(language))));
    reasons
}

/// The clients that need attention, those of the worst tiers first.
fn attention(edition: &Edition<'_>, rows: &[Row]) -> Option<Block> {
    let say = |words: Words| words.get(edition.language).to_owned();
    let mut named: Vec<_> =
        rows.iter().map(|client| (client, reasons(edition, client))).filter(|(_, why)| !why.is_empty()).collect();
    named.sort_by(|(a, why_a), (b, why_b)| {
        b.tier.cmp(&a.tier).then(why_b.len().cmp(&why_a.len())).then(a.score.cmp(&b.score)).then(a.id.cmp(&b.id))
    });
    let tiers = &edition.model.tiers;
    let joint = if edition.language == Language::Zh { "；" } else { "; " };
    let line = |(client, why): &(&Row, Vec<String>)| {
        row(vec![
            linked(client.name.get(edition.language).to_owned(), format!("clients/{}.html", client.id)),
            toned(tiers[client.tier].id.clone(), tier_tone(client.tier, tiers.len())),
            client.score.map_or_else(|| crate::present::figure::NONE.to_owned(), |score| fixed(score, 1)).into(),
            why.join(joint).into(),
        ])
    };
    let columns = vec![
        Column::text(say(CLIENT)).wide(3),
        Column::text(say(TIER)),
        Column::number(say(SCORE)),
        Column::text(say(WHY)).wide(4),
    ];
    let shown = named.iter().take(NAMED).map(line).collect();
    let mut table = table("attention-table", say(ATTENTION), columns, shown);
    if named.len() > NAMED {
        let all = named.len();
        table.note = match edition.language {
            Language::Zh => format!("共 {all} 户，这里列出等级最低的 {NAMED} 户；其余见全部客户。"),
            Language::En => {
                format!("{NAMED} of {all}, those of the worst tiers; the list of all clients shows the others.")
            }
        };
    }
    (!named.is_empty()).then_some(Block::Table(table))
}

fn facts_of(edition: &Edition<'_>) -> Vec<Fact> {
    let say = |words: Words| words.get(edition.language).to_owned();
    let model = edition.model;
    let named = format!("{} {}", model.name.get(edition.language), model.version);
    let review = edition.review.map(|_| {
        let day = crate::pages::number::date(edition.as_of, edition.language);
        Fact::new(say(REVIEW), day).leading_to("review/index.html")
    });
    let mut facts = vec![
        Fact::new(say(CLIENTS), say(ALL)).leading_to("clients/index.html"),
        Fact::new(say(MODEL), named).leading_to("methods/model.html"),
    ];
    facts.extend(review);
    facts
}
