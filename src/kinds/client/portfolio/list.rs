//! The list of clients: tiers, figures and trend, sortable on the page.

use std::cmp::Ordering;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::limit_columns::LimitColumns;
use super::{KEY_MEASURES, Row};
use crate::kinds::client::pages::tier_tone;
use crate::kinds::edition::Edition;
use crate::pages::chart::{Medium, Spark};
use crate::pages::number::{exact, fixed};
use crate::pages::{Block, Cell, Column, Fact, Link, Page, RichCell, Row as TableRow, Tone};
use crate::present;
use crate::present::Collation;
use crate::present::tables::{linked, row, section, table, toned};
use crate::values::{Language, Words};

/// The most clients on one page; a larger portfolio continues on further pages.
const CLIENTS_ON_A_PAGE: usize = 500;

macro_rules! words {
    ($($name:ident $zh:literal $en:literal;)*) => { $(const $name: Words = Words { zh: $zh, en: $en };)* };
}

words! {
    CLIENTS "客户" "Clients";
    ALL "全部客户" "All clients";
    HOME "首页" "Home";
    CLIENT "客户" "Client";
    TIER "等级" "Tier";
    SCORE "得分" "Score";
    TREND "走势" "Trend";
    CAPS "上限规则" "Caps";
    REVIEW "下次复评" "Next review";
    OVERDUE "已逾期" "overdue";
    OVERRIDDEN "←：等级由人工推翻确定，其后为推翻前的等级。" "←: an override sets the tier; the tier that it replaces follows.";
}

/// The pages of the client list: `clients/index.html`, then `clients-2.html` and so on beside it.
/// Each is made when it is asked for. `rows` are in the order of files; the list orders them by tier,
/// score and name.
pub fn lists<'a>(edition: &'a Edition<'_>, rows: &'a [Row]) -> impl Iterator<Item = Page> {
    let mut order: Vec<&Row> = rows.iter().collect();
    let collation = Collation::new(edition.language);
    order.sort_by(|a, b| by_tier(a, b, edition.language, &collation));
    let limits = LimitColumns::of(rows, edition.language);
    let count = order.len().div_ceil(CLIENTS_ON_A_PAGE).max(1);
    (0..count).map(move |at| {
        let rows = order.iter().copied().skip(at * CLIENTS_ON_A_PAGE).take(CLIENTS_ON_A_PAGE);
        list(edition, rows, &limits, at, count)
    })
}

fn by_tier(a: &Row, b: &Row, language: Language, collation: &Collation) -> Ordering {
    let names = collation.compare(a.name.get(language), b.name.get(language));
    a.tier.cmp(&b.tier).then(b.score.cmp(&a.score)).then(names).then(a.id.cmp(&b.id))
}

/// The path of page `at`, from 0; not below `clients/`, where ids of clients stand.
fn path(at: usize) -> String {
    if at == 0 { "clients/index.html".to_owned() } else { format!("clients-{}.html", at + 1) }
}

fn list<'a>(
    edition: &Edition<'_>,
    rows: impl Iterator<Item = &'a Row> + Clone,
    limits: &LimitColumns,
    at: usize,
    count: usize,
) -> Page {
    let language = edition.language;
    let say = |words: Words| words.get(language).to_owned();
    let numbered = if at == 0 { say(CLIENTS) } else { format!("{} {}/{count}", say(CLIENTS), at + 1) };
    let mut page = edition.page(&path(at), "clients", numbered);
    let below = Page::root_of(&path(at));
    page.contents = false;
    page.lead = format!("{} · {}", edition.title, crate::pages::number::date(edition.as_of, language));
    page.description = match language {
        Language::Zh => {
            format!("{}：全部客户的等级、得分与主要比率（第 {} 页，共 {count} 页）。", edition.title, at + 1)
        }
        Language::En => {
            format!("{}: tier, score and main ratios of every client (page {} of {count}).", edition.title, at + 1)
        }
    };
    page.trail = vec![Link { text: say(HOME), href: page.home.clone() }];
    page.downloads = vec![Link { text: "CSV".to_owned(), href: format!("{}data/clients.csv", page.root) }];
    let overridden = rows.clone().any(|row| row.overridden.is_some());
    let rows = rows.map(|row| cells(edition, row, limits, &below)).collect();
    let mut table = table("clients", say(ALL), columns(language, limits), rows);
    table.sortable = true;
    let notes = [limits.note(), overridden.then(|| say(OVERRIDDEN))];
    table.note = notes.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let mut blocks = vec![Block::Table(table)];
    blocks.extend(further(edition, at, count, &below));
    page.sections = vec![section("list", numbered_title(at, count, say(ALL)), blocks)];
    page
}

/// What is decided on first, then what it rests on; who is blocked beside the tier, where a phone shows it.
fn columns(language: Language, limits: &LimitColumns) -> Vec<Column> {
    let say = |words: Words| words.get(language).to_owned();
    let mut columns = vec![Column::text(say(CLIENT)).wide(3), Column::text(say(TIER))];
    let mut of_limits = limits.headings();
    columns.extend(of_limits.by_ref().take(limits.before_score()));
    columns.extend([Column::number(say(SCORE)), Column::text(say(TREND))]);
    columns.extend(of_limits);
    columns.push(Column::number(say(REVIEW)));
    columns.push(Column::number(say(CAPS)));
    columns.extend(KEY_MEASURES.iter().map(|measure| Column::number(measure.doc().short.get(language))));
    columns
}

fn numbered_title(at: usize, count: usize, title: String) -> String {
    if count == 1 { title } else { format!("{title} {}/{count}", at + 1) }
}

/// Links to the other pages of a long list.
fn further(edition: &Edition<'_>, at: usize, count: usize, below: &str) -> Option<Block> {
    if count == 1 {
        return None;
    }
    let title = CLIENTS.get(edition.language);
    let items = (0..count).filter(|&other| other != at).map(|other| {
        let clients = format!("{}–{}", other * CLIENTS_ON_A_PAGE + 1, (other + 1) * CLIENTS_ON_A_PAGE);
        Fact::new(format!("{title} {}/{count}", other + 1), clients).leading_to(format!("{below}{}", path(other)))
    });
    present::tables::facts(items.collect())
}

fn cells(edition: &Edition<'_>, client: &Row, limits: &LimitColumns, below: &str) -> TableRow {
    let language = edition.language;
    let model = edition.model;
    let mut cells = vec![
        linked(client.name.get(language).to_owned(), format!("{below}clients/{}.html", client.id)),
        toned(tier_text(edition, client), tier_tone(client.tier, model.tiers.len())),
    ];
    let mut of_limits = limits.cells(client.credit.as_ref());
    cells.extend(of_limits.by_ref().take(limits.before_score()));
    let score = client.score.map_or_else(|| present::figure::NONE.to_owned(), |score| fixed(score, 1));
    cells.extend([sorted(score, client.score), trend(&client.scores)]);
    cells.extend(of_limits);
    cells.push(review(client.review, edition));
    cells.push(Cell::from(if client.caps.is_empty() { String::new() } else { client.caps.len().to_string() }));
    cells.extend(
        KEY_MEASURES
            .iter()
            .zip(&client.key)
            .map(|(measure, value)| sorted(present::value(*value, measure.unit(), Decimal::ONE), value.ok())),
    );
    row(cells)
}

/// The tier; where an override sets it, with the tier that it replaces.
fn tier_text(edition: &Edition<'_>, client: &Row) -> String {
    let tier = |at: usize| edition.model.tiers[at].id.as_str();
    match client.overridden {
        None => tier(client.tier).to_owned(),
        Some(before) => format!("{} ← {}", tier(client.tier), tier(before)),
    }
}

/// When a client is reviewed next; a day that is over is overdue.
fn review(day: Option<Date>, edition: &Edition<'_>) -> Cell {
    let Some(day) = day else { return Cell::from(present::figure::NONE) };
    if day >= edition.as_of {
        return Cell::from(day.to_string());
    }
    let note = OVERDUE.get(edition.language).to_owned();
    let day = day.to_string();
    Cell::Rich(RichCell { sort: day.clone(), text: day, tone: Tone::Bad, note, ..RichCell::default() })
}

/// A figure that sorts by its value and not by its print.
pub(super) fn sorted(text: String, value: Option<Decimal>) -> Cell {
    match value {
        Some(value) => Cell::Rich(RichCell { text, sort: exact(value.round_dp(8)), ..RichCell::default() }),
        None => Cell::Plain(text),
    }
}

fn trend(scores: &[Option<f64>]) -> Cell {
    if scores.iter().flatten().count() < 2 {
        return Cell::from("");
    }
    let last = scores.iter().flatten().next_back().copied().unwrap_or_default();
    let first = scores.iter().flatten().next().copied().unwrap_or_default();
    // A change that the printed digits do not show is no change to the eye.
    let printed: Vec<_> = scores.iter().map(|score| score.map(|score| (score * 10.0).round() / 10.0)).collect();
    let svg = Spark { values: &printed }.draw(Medium::Screen);
    Cell::Rich(RichCell { svg, sort: format!("{:.4}", last - first), ..RichCell::default() })
}
