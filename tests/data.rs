//! The data files of the shipped book: their shape, the lines that they name, and their figures
//! against two computations that share no code with the program.
#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use rust_decimal::Decimal;
use serde::Deserialize;
use sha2::{Digest, Sha256};

mod support {
    #![allow(unreachable_pub, reason = "shared by several tests")]
    pub mod naive;
    pub mod plain_ledger;
    pub mod run;
}
use support::naive::{Figures, experience, ratios};
use support::run::{CONTENT, shipped};

/// A client's data file as the format promises it; further keys may stand beside these.
#[derive(Debug, Deserialize)]
struct ClientData {
    id: String,
    as_of: String,
    model: Model,
    tier: String,
    tier_before_caps: Option<String>,
    caps: Vec<Cap>,
    score: Option<Decimal>,
    coverage: Option<Decimal>,
    review: Option<String>,
    contributions: Vec<Contribution>,
    measures: Vec<Measure>,
}

#[derive(Debug, Deserialize)]
struct Model {
    name: String,
    version: String,
    sha256: String,
}

#[derive(Debug, Deserialize)]
struct Cap {
    id: String,
    from: Option<String>,
    to: String,
    file: Option<String>,
    line: Option<usize>,
}

#[derive(Debug, Deserialize)]
struct Contribution {
    weight: Decimal,
    points: Option<Decimal>,
    #[serde(rename = "contribution")]
    added: Decimal,
}

#[derive(Debug, Deserialize)]
struct Measure {
    id: String,
    period: String,
    value: Option<String>,
    unit: String,
    status: String,
    inputs: Vec<Input>,
}

#[derive(Debug, Deserialize)]
struct Input {
    path: String,
    value: String,
    scale: Option<Decimal>,
    file: String,
    line: usize,
}

impl Measure {
    fn number(&self) -> Option<f64> {
        self.value.as_ref().map(|value| value.parse().unwrap())
    }
}

/// Every client's data with the folder that it stands in.
fn clients(site: &Path) -> BTreeMap<String, ClientData> {
    let read = |entry: fs::DirEntry| {
        let text = fs::read_to_string(entry.path()).unwrap();
        let data: ClientData = serde_json::from_str(&text).unwrap();
        assert_eq!(entry.file_name().to_str(), Some(format!("{}.json", data.id).as_str()));
        (data.id.clone(), data)
    };
    let found: BTreeMap<_, _> =
        fs::read_dir(site.join("data/clients")).unwrap().map(|entry| read(entry.unwrap())).collect();
    for id in ["apple", "beiling", "chenghu", "hechuan", "microsoft", "prufrock"] {
        assert!(found.contains_key(id), "{id}");
    }
    assert_eq!(found.len(), 41);
    found
}

fn close(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 1e-9 * expected.abs().max(1.0)
}

#[test]
fn the_shape_is_as_promised() {
    let (_keep, site) = shipped();
    let model = Sha256::digest(fs::read(Path::new(CONTENT).join("models/credit.toml")).unwrap());
    let model = model.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
    let statuses = BTreeSet::from([
        "ok",
        "missing_input",
        "zero_denominator",
        "negative_denominator",
        "negative_equity",
        "no_prior_period",
        "no_inventory",
        "no_receivables",
        "no_interest",
        "no_market_value",
        "non_positive_sales",
        "low_coverage",
        "nothing_to_collect",
        "nothing_receivable",
        "credit_balance",
        "no_payments",
        "no_limit",
        "currency_mix",
        "out_of_range",
    ]);
    for (id, data) in clients(&site) {
        assert_eq!(
            (data.as_of.as_str(), data.model.version.as_str(), &data.model.sha256),
            ("2024-03-31", "1.0", &model)
        );
        assert!(!data.model.name.is_empty());
        let mut seen = BTreeSet::new();
        for measure in &data.measures {
            let name = format!("{id} {} {}", measure.id, measure.period);
            assert!(seen.insert((&measure.id, &measure.period)), "{name} stands twice");
            assert_eq!(measure.value.is_none(), measure.status != "ok", "{name}");
            assert!(statuses.contains(measure.status.as_str()), "{name}: {}", measure.status);
            assert!(
                ["times", "times_per_year", "fraction", "days", "money", "points", "index"]
                    .contains(&measure.unit.as_str()),
                "{name}: {}",
                measure.unit
            );
            let plain = |text: &String| text.parse::<Decimal>().is_ok() && !text.contains(['e', 'E', '+', '_', ',']);
            assert!(
                measure.value.iter().all(plain) && measure.inputs.iter().all(|input| plain(&input.value)),
                "{name}"
            );
            assert!(measure.value.is_none() || !measure.inputs.is_empty(), "{name} rests on nothing");
        }
        for cap in &data.caps {
            assert!(cap.from.as_ref().is_none_or(|from| *from <= cap.to), "{id}: {} betters the tier", cap.id);
            assert_eq!(cap.file.is_some(), cap.line.is_some());
        }
    }
}

fn is_table(file: &str) -> bool {
    Path::new(file).extension().is_some_and(|extension| extension == "csv")
}

/// An input from a ledger stands in its cell, `amount[NUMBER]` or `paid[NUMBER]#1`, or is a sum over
/// the column, for which the header stands.
fn in_ledger(input: &Input, text: &str) {
    if input.path.starts_with("sum(") {
        assert_eq!(input.line, 1, "{}", input.path);
        return;
    }
    let (column, rest) = input.path.split_once('[').unwrap();
    let (number, _) = rest.split_once(']').unwrap();
    let header: Vec<_> = text.lines().next().unwrap().split(',').collect();
    let row: Vec<_> = text.lines().nth(input.line - 1).unwrap().split(',').collect();
    let cell = |name: &str| row[header.iter().position(|known| *known == name).unwrap()];
    assert_eq!(cell("number"), number, "{}:{}", input.file, input.line);
    let value = input.value.parse::<Decimal>().unwrap() * input.scale.unwrap_or(Decimal::ONE);
    assert_eq!(cell(column).parse::<Decimal>().unwrap(), value, "{}", input.path);
}

#[test]
fn every_input_stands_where_it_says_as_typed() {
    let (_keep, site) = shipped();
    let (mut lines, mut counted) = (BTreeMap::new(), BTreeMap::new());
    for data in clients(&site).values() {
        for input in data.measures.iter().flat_map(|measure| &measure.inputs) {
            let text = lines
                .entry(input.file.clone())
                .or_insert_with(|| fs::read_to_string(Path::new(CONTENT).join(&input.file)).unwrap());
            if is_table(&input.file) {
                in_ledger(input, text);
                continue;
            }
            let line = text.lines().nth(input.line - 1).unwrap();
            let (key, typed) = line.split_once('=').unwrap_or_else(|| panic!("{}:{}: {line}", input.file, input.line));
            assert_eq!(
                key.trim().trim_matches('"'),
                input.path.rsplit('.').next().unwrap(),
                "{}:{}",
                input.file,
                input.line
            );
            let typed = typed.split('#').next().unwrap().trim().replace('_', "");
            assert_eq!(
                typed.parse::<Decimal>().unwrap(),
                input.value.parse::<Decimal>().unwrap(),
                "{}:{}",
                input.file,
                input.line
            );
            *counted.entry(input.file.starts_with("models/")).or_insert(0) += 1;
        }
        for cap in data.caps.iter().filter(|cap| cap.file.is_some()) {
            let file = cap.file.as_ref().unwrap();
            let text = fs::read_to_string(Path::new(CONTENT).join(file)).unwrap();
            let mark = if is_table(file) { ',' } else { '=' };
            assert!(text.lines().nth(cap.line.unwrap() - 1).unwrap().contains(mark), "{}", cap.id);
        }
    }
    assert!(counted[&false] > 1000 && counted[&true] > 100, "{counted:?}");
}

/// The table that the path of an input leads into ends at the value typed there, whichever of
/// several like lines it is.
#[test]
fn every_path_leads_to_its_value() {
    let (_keep, site) = shipped();
    let mut tables = BTreeMap::new();
    for input in clients(&site).values().flat_map(|data| &data.measures).flat_map(|measure| &measure.inputs) {
        if is_table(&input.file) {
            continue;
        }
        let table = tables.entry(input.file.clone()).or_insert_with(|| {
            fs::read_to_string(Path::new(CONTENT).join(&input.file)).unwrap().parse::<toml::Table>().unwrap().into()
        });
        let mut at: &toml::Value = table;
        for part in input.path.split('.') {
            let (key, index) = part.split_once('[').map_or((part, None), |(key, index)| (key, Some(index)));
            at = &at[key];
            if let Some(index) = index {
                at = &at[index.trim_end_matches(']').parse::<usize>().unwrap()];
            }
        }
        let typed: Decimal = at.to_string().parse().unwrap();
        assert_eq!(typed, input.value.parse().unwrap(), "{} {}", input.file, input.path);
    }
}

fn agree(id: &str, data: &ClientData, expected: &Figures) -> usize {
    for ((measure, period), expected) in expected {
        let found = data.measures.iter().find(|found| found.id == *measure && found.period == *period);
        let found = found.unwrap_or_else(|| panic!("{id} has no {measure} for {period}"));
        match (found.number(), expected) {
            (Some(found), Some(expected)) => {
                assert!(close(found, *expected), "{id} {measure} {period}: {found}, not {expected}");
            }
            (found, expected) => assert_eq!(found, *expected, "{id} {measure} {period}"),
        }
    }
    expected.values().flatten().count()
}

#[test]
fn figures_agree_with_a_naive_computation() {
    let (_keep, site) = shipped();
    let (mut compared, mut counted) = (0, 0);
    for (id, data) in clients(&site) {
        let text = fs::read_to_string(Path::new(CONTENT).join(format!("clients/{id}.toml"))).unwrap();
        let client: toml::Table = text.parse().unwrap();
        compared += agree(&id, &data, &ratios(&client));
        let ledger = fs::read_to_string(Path::new(CONTENT).join(format!("clients/{id}.csv"))).ok();
        let ours = experience(&client, ledger.as_deref(), &data.as_of);
        let trades = client.contains_key("trade");
        assert_eq!(trades, data.measures.iter().any(|measure| measure.id == "overdue_share"), "{id}");
        assert!(trades || ours.is_empty(), "{id}");
        counted += usize::from(!ours.is_empty());
        compared += agree(&id, &data, &ours);
    }
    assert!(compared > 1500 && counted > 20, "{compared} figures, {counted} trades");
}

/// Client, tier before caps, final tier, caps, scores.
type Scored = (&'static str, &'static str, &'static str, &'static [&'static str], &'static [f64]);

/// The tiers before caps and at last, the caps that fired, and the scores, earliest first, as an
/// independent implementation in Python with exact fractions gave them.
const SCORES: &[Scored] = &[
    ("apple", "CA2", "CA2", &[], &[79.180_983_090_3, 75.560_663_302_9, 75.595_278_011_3, 75.585_694_854_3]),
    ("microsoft", "CA2", "CA2", &[], &[84.283_963_590_5]),
    ("prufrock", "CA2", "CA5", &["no-assurance", "statement-older-than-12-months"], &[82.339_317_167_5]),
    ("chenghu", "CA1", "CA1", &[], &[90.389_437_467_8, 91.067_002_412_4, 91.238_359_02]),
    ("hechuan", "CA3", "CA3", &[], &[67.539_520_219_6, 63.787_305_723_9, 62.692_731_038_8]),
    (
        "beiling",
        "CA3",
        "CA5",
        &["refused-information", "qualified-opinion", "statement-older-than-12-months", "overdue-90"],
        &[70.631_757_270_3, 63.632_298_307, 53.628_086_772_4],
    ),
];

#[test]
fn scores_and_tiers_agree_with_exact_fractions() {
    let (_keep, site) = shipped();
    let clients = clients(&site);
    for (id, before, tier, caps, expected) in SCORES {
        let data = &clients[*id];
        assert_eq!((data.tier_before_caps.as_deref(), data.tier.as_str()), (Some(*before), *tier), "{id}");
        assert_eq!(data.caps.iter().map(|cap| cap.id.as_str()).collect::<Vec<_>>(), *caps, "{id}");
        let scores: Vec<f64> =
            data.measures.iter().filter(|measure| measure.id == "credit_score").filter_map(Measure::number).collect();
        let latest = &scores[scores.len() - expected.len()..];
        assert!(
            latest.iter().zip(*expected).all(|(found, expected)| (found - expected).abs() < 1e-9),
            "{id}: {scores:?}"
        );
        assert_eq!(
            data.score.map(|score| score.to_string()),
            data.measures.iter().rfind(|measure| measure.id == "credit_score").unwrap().value
        );
    }
}

#[test]
fn contributions_sum_to_the_score() {
    let (_keep, site) = shipped();
    for (id, data) in clients(&site) {
        let Some(score) = data.score else {
            assert_eq!(id, "xiaomanji", "only the client without statements has no score");
            continue;
        };
        let sum: Decimal = data.contributions.iter().map(|part| part.added).sum();
        assert_eq!(sum.round_dp(22), score.round_dp(22), "{id}");
        let weights: Decimal = data.contributions.iter().map(|part| part.weight).sum();
        let scored: Decimal =
            data.contributions.iter().filter(|part| part.points.is_some()).map(|part| part.weight).sum();
        assert_eq!((weights, Some(scored)), (Decimal::ONE, data.coverage.map(|coverage| coverage.normalize())), "{id}");
        for part in &data.contributions {
            let share = part.points.map_or(Decimal::ZERO, |points| part.weight / scored * points);
            assert_eq!(share.round_dp(22), part.added.round_dp(22), "{id}");
        }
    }
}

#[test]
fn the_table_says_what_the_data_files_say() {
    let (_keep, site) = shipped();
    let clients = clients(&site);
    let table = fs::read(site.join("data/clients.csv")).unwrap();
    assert!(table.starts_with("\u{feff}id,".as_bytes()), "spreadsheets know UTF-8 by its byte order mark");
    let mut table = csv::Reader::from_reader(table.as_slice());
    let heading = table.headers().unwrap().clone();
    let rows: Vec<BTreeMap<String, String>> = table.deserialize().map(Result::unwrap).collect();
    assert_eq!(rows.iter().map(|row| &row["id"]).collect::<Vec<_>>(), clients.keys().collect::<Vec<_>>());
    for (row, data) in rows.iter().zip(clients.values()) {
        let text = |value: Option<String>| value.unwrap_or_default();
        assert_eq!((&row["tier"], &row["as_of"]), (&data.tier, &data.as_of));
        assert_eq!(row["tier_before_caps"], text(data.tier_before_caps.clone()));
        assert_eq!(row["caps"], data.caps.iter().map(|cap| cap.id.as_str()).collect::<Vec<_>>().join(" "));
        assert_eq!(row["score"], text(data.score.map(|score| score.to_string())));
        assert_eq!(row["coverage"], text(data.coverage.map(|coverage| coverage.to_string())));
        assert_eq!(row["review"], text(data.review.clone()));
        assert!(Path::new(CONTENT).join(&row["file"]).is_file());
        let from = heading.iter().position(|name| name == "quick_ratio").unwrap();
        assert!(heading.len() - from >= 6);
        for measure in heading.iter().skip(from) {
            let found = data
                .measures
                .iter()
                .find(|found| found.id == measure && (found.period == row["period"] || found.period == data.as_of));
            assert_eq!(row[measure], text(found.and_then(|found| found.value.clone())), "{} {measure}", data.id);
        }
    }
}
