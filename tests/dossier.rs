//! Our work on a client: credit file, investigation, five Cs, parts of the score, override, depths of
//! the report. Figures are computed a second time here, in floating point from the TOML alone.

#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

mod common;
#[path = "support/shelf.rs"]
mod shelf;

use std::sync::OnceLock;

use casebook::kinds::book::schema::Depth;
use casebook::kinds::case_file::Frame;
use casebook::kinds::client::assess::{Assessment, assess};
use casebook::kinds::client::case::Client;
use casebook::kinds::client::check::client;
use casebook::kinds::client::schema::ClientFile;
use casebook::kinds::credit_model::CreditModel;
use casebook::kinds::credit_model::model::evidence::{FiveC, Part};
use casebook::kinds::credit_model::schema::ModelFile;
use casebook::load::Source;
use casebook::load::shape::shape;
use casebook::measures::{Figure, Measure};
use common::{Shipped, content};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use toml::{Table, Value};

fn shipped() -> &'static Shipped {
    static SHIPPED: OnceLock<Shipped> = OnceLock::new();
    SHIPPED.get_or_init(Shipped::open)
}

fn text(file: &str) -> String {
    std::fs::read_to_string(content().join(file)).unwrap()
}

/// The example model in three parts.
fn full() -> &'static CreditModel {
    static FULL: OnceLock<CreditModel> = OnceLock::new();
    FULL.get_or_init(|| {
        let source = Source::new("models/credit-full.toml", text("models/credit-full.toml"));
        casebook::kinds::credit_model::check::model(&source, &shape::<ModelFile>()).unwrap()
    })
}

fn read(text: &str) -> Client {
    let frame =
        Frame { as_of: Some(shipped().as_of), own: Some(shipped().as_of), currency: Some("CNY"), languages: &[] };
    let source = Source::new("clients/a.toml", text.to_owned());
    let checked = client(&source, "a", &shape::<ClientFile>(), &frame);
    checked.case.unwrap_or_else(|| panic!("{:#?}", checked.problems))
}

fn at_end(client: &Client, model: &CreditModel) -> Assessment {
    assess(client, model, shipped().as_of)
}

fn value(figures: &[&Figure], measure: Measure) -> Option<f64> {
    figures.iter().rfind(|figure| figure.measure == measure)?.value.ok()?.to_f64()
}

fn number(value: &Value) -> f64 {
    value.as_float().or_else(|| Some(f64::from(i32::try_from(value.as_integer()?).unwrap()))).unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(number).collect()
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9 * a.abs().max(1.0)
}

// ── A second computation ──

/// Points of `x` by the method that a model's entry describes, as a reader would work them out.
fn points(entry: &Value, industry: &str, x: f64) -> f64 {
    let larger = entry["direction"].as_str() == Some("larger");
    match entry["method"].as_str().unwrap() {
        "bands" => {
            let bands = entry["bands"].as_array().unwrap();
            let edge = |band: &Value, key: &str, none: f64| band.get(key).map_or(none, number);
            let inside =
                |band: &&Value| edge(band, "from", f64::NEG_INFINITY) <= x && x < edge(band, "to", f64::INFINITY);
            number(&bands.iter().find(inside).unwrap()["points"])
        }
        "interpolation" => {
            let knots: Vec<_> = entry["knots"].as_array().unwrap().iter().map(numbers).collect();
            let (first, last) = (&knots[0], knots.last().unwrap());
            if x <= first[0] {
                return first[1];
            }
            let pair = knots.windows(2).find(|pair| x < pair[1][0]);
            pair.map_or(last[1], |pair| {
                pair[0][1] + (x - pair[0][0]) / (pair[1][0] - pair[0][0]) * (pair[1][1] - pair[0][1])
            })
        }
        "efficacy" => {
            let own = entry.get("by_industry").and_then(|table| table.get(industry));
            let standards = numbers(own.unwrap_or(&entry["standards"]));
            let reached = standards.iter().position(|&standard| if larger { x >= standard } else { x <= standard });
            match reached {
                None => 0.0,
                Some(0) => 100.0,
                Some(at) => {
                    let base = [100.0, 80.0, 60.0, 40.0, 20.0][at];
                    base + 20.0 * (x - standards[at]) / (standards[at - 1] - standards[at])
                }
            }
        }
        _ => {
            let standard = number(&entry["standard"]);
            let ratio = if larger { x / standard } else { 2.0 - x / standard };
            let limit = |key: &str, none: f64| entry.get(key).map_or(none, number);
            100.0 * ratio.min(limit("most", f64::INFINITY)).max(limit("least", 0.0))
        }
    }
}

/// The score of a C from the ratings in a client's file and the figures.
fn element(client: &Table, model: &Table, c: &str, figure: impl Fn(&str) -> Option<f64>) -> (Option<f64>, f64) {
    let rubric = &model["five_c"];
    let of_c = |key: &str| -> Vec<Value> {
        rubric[key].as_array().unwrap().iter().filter(|entry| entry["c"].as_str() == Some(c)).cloned().collect()
    };
    let (items, ratios) = (of_c("items"), of_c("ratios"));
    let mut earned = Vec::new();
    for item in &items {
        let rated = client["five_c"].as_array().unwrap().iter().filter(|finding| finding["item"] == item["id"]);
        earned.extend(rated.map(|finding| number(&finding["score"]) * 25.0));
    }
    let industry = client["industry"].as_str().unwrap();
    earned.extend(
        ratios.iter().filter_map(|ratio| Some(points(ratio, industry, figure(ratio["measure"].as_str().unwrap())?))),
    );
    let count = |length: usize| f64::from(u32::try_from(length).unwrap());
    let coverage = count(earned.len()) / count(items.len() + ratios.len());
    let mean = earned.iter().sum::<f64>() / count(earned.len());
    ((coverage >= number(&rubric["minimum_coverage"])).then_some(mean), coverage)
}

#[test]
fn the_five_cs_agree_with_a_naive_computation() {
    let mut compared = 0;
    for (id, file, model) in [
        ("hechuan", "models/credit.toml", &shipped().model),
        ("beiling", "models/credit.toml", &shipped().model),
        ("hechuan", "models/credit-full.toml", full()),
    ] {
        let assessment = at_end(&shipped().client(id), model);
        let client: Table = text(&format!("clients/{id}.toml")).parse().unwrap();
        let rules: Table = text(file).parse().unwrap();
        let figures: Vec<_> = assessment.figures().collect();
        let figure = |measure: &str| value(&figures, Measure::from_id(measure).unwrap());
        let (mut sum, mut weight, mut covered) = (0.0, 0.0, 0.0);
        let cs = assessment.five_c.as_ref().unwrap();
        for (at, c) in FiveC::ALL.into_iter().enumerate() {
            let (score, coverage) = element(&client, &rules, c.key(), figure);
            let found = cs.score(at).ok().and_then(|score| score.to_f64());
            assert_eq!(found.is_some(), score.is_some(), "{id} {}", c.key());
            assert!(close(cs.profile[at].coverage.to_f64().unwrap(), coverage), "{id} {}", c.key());
            if let (Some(found), Some(score)) = (found, score) {
                assert!(close(found, score), "{id} {}: {found}, not {score}", c.key());
                let share = number(&rules["five_c"]["weights"][c.key()]);
                (sum, weight, covered) = (sum + share * score, weight + share, covered + share * coverage);
                compared += 1;
            }
        }
        let total = (covered >= 0.7).then_some(sum / weight);
        let found = cs.total().ok().and_then(|total| total.to_f64());
        assert_eq!(found.is_some(), total.is_some(), "{id}");
        assert!(found.zip(total).is_none_or(|(found, total)| close(found, total)), "{id}: {found:?}, not {total:?}");
    }
    assert_eq!(compared, 15);
}

#[test]
fn the_score_in_parts_agrees_with_a_naive_computation() {
    let rules: Table = text("models/credit-full.toml").parse().unwrap();
    for id in ["hechuan", "beiling", "chenghu"] {
        let client = shipped().client(id);
        let assessment = at_end(&client, full());
        let score = assessment.score().unwrap();
        let latest = assessment.latest(&client).unwrap().period.name.clone();
        let figures: Vec<_> = assessment.figures().collect();
        let figure = |measure: &str| {
            let measure = Measure::from_id(measure).unwrap();
            let dated = assessment.dated().find(|figure| figure.measure == measure);
            let figure = dated.or_else(|| assessment.figure(measure, &latest));
            figure.and_then(|figure| figure.value.ok()).and_then(|value| value.to_f64())
        };
        let part = |key: &str| number(&rules["score"]["parts"][key]);
        let (mut sum, mut covered) = (0.0, 0.0);
        for item in rules["score"]["items"].as_array().unwrap() {
            let key = item.get("part").and_then(Value::as_str).unwrap_or("financial");
            let weight = part(key) * number(&item["weight"]);
            if let Some(x) = figure(item["measure"].as_str().unwrap()) {
                sum += weight * points(item, &client.industry, x);
                covered += weight;
            }
        }
        for c in FiveC::ALL {
            if let Some(points) = value(&figures, c.measure()) {
                let weight = part("five_c") * number(&rules["five_c"]["weights"][c.key()]);
                (sum, covered) = (sum + weight * points, covered + weight);
            }
        }
        let found = score.figure.value.unwrap().to_f64().unwrap();
        assert!(close(found, sum / covered), "{id}: {found}, not {}", sum / covered);
        assert!(close(score.coverage.to_f64().unwrap(), covered), "{id}");
        let has_cs = score.contributions.iter().any(|one| one.part == Part::FiveC && one.points.is_some());
        assert_eq!(has_cs, id != "chenghu", "nobody has rated chenghu");
    }
}

#[test]
fn completeness_and_cover_agree_with_a_naive_computation() {
    let rules: Table = text("models/credit.toml").parse().unwrap();
    for (id, missing, cover) in [
        ("hechuan", ["property_location"].as_slice(), 20.0 / 39.0),
        ("beiling", &["property_location", "debts", "application", "financial_information"], 0.0),
    ] {
        let assessment = at_end(&shipped().client(id), &shipped().model);
        let (mut held, mut all) = (0.0, 0.0);
        for required in rules["file"]["required"].as_array().unwrap() {
            let weight = number(&required["weight"]);
            all += weight;
            held += if missing.contains(&required["kind"].as_str().unwrap()) { 0.0 } else { weight };
        }
        let figures: Vec<_> = assessment.dated().collect();
        assert!(close(value(&figures, Measure::FileCompleteness).unwrap(), held / all), "{id}");
        assert!(close(value(&figures, Measure::CollateralCover).unwrap(), cover), "{id}");
    }
    assert!(at_end(&shipped().client("chenghu"), &shipped().model).credit_file.is_none());
}

// ── As of any day ──

#[test]
fn what_is_not_known_yet_does_not_count() {
    let hechuan = shipped().client("hechuan");
    let on = |day: Date| assess(&hechuan, &shipped().model, day);
    assert!(on(date(2016, 12, 31)).credit_file.is_none(), "no document yet");
    let early = on(date(2023, 9, 30));
    assert!(early.five_c.is_none() && early.investigation.len() == 1, "one visit, and nobody has rated it");
    let (early, late) = (on(date(2023, 6, 1)).credit_file.unwrap(), on(shipped().as_of).credit_file.unwrap());
    assert!(early.completeness() < late.completeness());
    // The letter of guarantee ran until 2023-10-09, its last day included.
    let cover = |day: Date| {
        let file = on(day).credit_file.unwrap();
        file.figures.iter().find(|figure| figure.measure == Measure::CollateralCover).unwrap().value.unwrap()
    };
    let owed = |day: Date| hechuan.trade.as_ref().unwrap().owed_on(day).unwrap();
    for (day, secured) in [(date(2023, 10, 9), 350_000), (date(2023, 10, 10), 200_000)] {
        assert_eq!((cover(day) * owed(day)).round_dp(6), Decimal::from(secured), "{day}");
    }
}

#[test]
fn an_override_sets_the_tier_while_it_holds() {
    let (hechuan, model) = (shipped().client("hechuan"), &shipped().model);
    let tiers = |day: Date| {
        let verdict = assess(&hechuan, model, day).verdict;
        (model.tiers[verdict.after_caps].id.as_str(), verdict.overridden, model.tiers[verdict.tier].id.as_str())
    };
    let before = tiers(date(2023, 10, 8));
    assert_eq!((before.1, before.0), (None, before.2));
    assert_eq!((tiers(date(2023, 10, 9)).1, tiers(date(2024, 1, 31)).1), (Some(2), Some(2)));
    assert_eq!(tiers(date(2024, 1, 31)).2, "CA2");
    assert_eq!(tiers(date(2024, 2, 1)).1, None);
    let revoked = text("clients/hechuan.toml")
        + "\n[[decisions]]\nkind = \"revocation\"\nwho = \"A\"\nrole = \"B\"\ndate = 2023-11-01\n";
    let verdict = |day: Date| assess(&read(&revoked), model, day).verdict;
    assert!(verdict(date(2023, 10, 31)).overridden.is_some() && verdict(date(2023, 11, 1)).overridden.is_none());
}

#[test]
fn an_incomplete_file_caps_the_tier_only_where_there_is_a_file() {
    let fired = |client: &Client| {
        let model = &shipped().model;
        let verdict = at_end(client, model).verdict;
        verdict.caps.iter().any(|fired| model.caps[fired.cap].id == "incomplete-file")
    };
    assert!(!fired(&shipped().client("chenghu")) && !fired(&shipped().client("hechuan")));
    let chenghu = text("clients/chenghu.toml") + "\n[[documents]]\nkind = \"registration\"\ndate = 2024-01-05\n";
    let chenghu = read(&chenghu);
    assert!(fired(&chenghu));
    let verdict = at_end(&chenghu, &shipped().model).verdict;
    assert_eq!((verdict.before_caps, verdict.tier), (Some(0), 3));
}

// ── Pages and reports ──

#[test]
fn an_override_is_never_silent() {
    for (language, reason) in [("zh", "旺季临时放宽"), ("en", "Eased for the season")] {
        let made = shelf::publish("hechuan", language, Depth::Full, date(2023, 12, 31));
        let tier = |sections: &[casebook::pages::Section]| {
            let wanted =
                sections.iter().filter(|section| ["summary", "tier", "decisions"].contains(&section.id.as_str()));
            wanted.filter(|section| format!("{:?}", section.blocks).contains(reason)).count()
        };
        assert_eq!(tier(&made.page.sections), 3, "summary, tier and log of the page");
        assert_eq!(tier(&made.report.sections), 3, "summary, tier and log of the report");
        assert!(made.data.contains("\"tier_before_override\":\"CA3\"") && made.data.contains("\"tier\":\"CA2\""));
    }
}

#[test]
fn reports_have_three_depths_and_follow_the_chapter() {
    let ids = |depth: Depth| {
        let made = shelf::publish("hechuan", "en", depth, shipped().as_of);
        let tables = format!("{:?}", made.report.sections);
        let detail = tables.contains("id: \"facts\"") && tables.contains("id: \"ratings\"");
        assert_eq!(detail, depth == Depth::Full);
        made.report.sections.into_iter().map(|section| section.id).collect::<Vec<_>>()
    };
    assert_eq!(ids(Depth::Summary), ["summary", "score", "tier", "limit", "decisions", "method"]);
    let standard = ids(Depth::Standard);
    assert_eq!(
        standard,
        [
            "summary",
            "company",
            "cycle",
            "trade",
            "receivables",
            "file",
            "investigation",
            "statements",
            "ratios",
            "five-c",
            "score",
            "tier",
            "limit",
            "decisions",
            "method"
        ]
    );
    assert_eq!(ids(Depth::Full), [standard, vec!["appendix".to_owned()]].concat());
}

// ── Invariants ──

/// A small client with ratings of the rubric's items.
fn rated(ratings: &[(String, Option<u8>)]) -> Client {
    use std::fmt::Write as _;
    let base = text("clients/hechuan.toml");
    let mut text = base.split_once("# ── The five Cs ").unwrap().0.to_owned();
    for (item, score) in ratings.iter().filter_map(|(item, score)| Some((item, (*score)?))) {
        let _ = write!(text, "[[five_c]]\nitem = \"{item}\"\nscore = {score}\nnote = \"x\"\ndate = 2024-03-01\n");
    }
    read(&text)
}

fn ratings() -> impl Strategy<Value = Vec<(String, Option<u8>)>> {
    let items: Vec<_> = full().rubric.as_ref().unwrap().items.iter().map(|item| item.id.clone()).collect();
    prop::collection::vec(prop::option::weighted(0.8, 0u8..=4), items.len())
        .prop_map(move |scores| items.clone().into_iter().zip(scores).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_worse_rating_betters_nothing(ratings in ratings(), at in any::<prop::sample::Index>()) {
        let rated_items: Vec<_> = (0..ratings.len()).filter(|&at| ratings[at].1.is_some_and(|score| score > 0)).collect();
        prop_assume!(!rated_items.is_empty());
        let at = rated_items[at.index(rated_items.len())];
        let mut worse = ratings.clone();
        worse[at].1 = worse[at].1.map(|score| score - 1);
        let (before, after) = (at_end(&rated(&ratings), full()), at_end(&rated(&worse), full()));
        let (old, new) = (before.five_c.as_ref().unwrap(), after.five_c.as_ref().unwrap());
        for place in 0..=FiveC::ALL.len() {
            prop_assert_eq!(old.score(place).is_ok(), new.score(place).is_ok());
            if let (Ok(old), Ok(new)) = (old.score(place), new.score(place)) {
                prop_assert!(new <= old && new >= Decimal::ZERO && old <= Decimal::ONE_HUNDRED);
            }
        }
        let score = |assessment: &Assessment| assessment.score().unwrap().figure.value;
        if let (Ok(old), Ok(new)) = (score(&before), score(&after)) {
            prop_assert!(new <= old);
        }
        prop_assert!(after.verdict.tier >= before.verdict.tier);
    }

    #[test]
    fn contributions_of_all_parts_sum_to_the_score(ratings in ratings()) {
        let assessment = at_end(&rated(&ratings), full());
        for score in &assessment.scores {
            let Ok(value) = score.figure.value else { continue };
            let sum: Decimal = score.contributions.iter().map(|part| part.contribution).sum();
            prop_assert!((sum - value).abs() < Decimal::new(1, 15), "{} {}", sum, value);
            let weights: Decimal = score.contributions.iter().map(|part| part.weight).sum();
            prop_assert_eq!(weights, Decimal::ONE);
            let formula = score.figure.formula.as_ref().unwrap();
            prop_assert_eq!(formula.value(&assessment.inputs), score.figure.value);
        }
    }

    /// Each lever reaches the cut-off alone, and nothing short of it does.
    #[test]
    fn levers_are_the_smallest_changes(ratings in ratings()) {
        let model = full();
        let assessment = at_end(&rated(&ratings), model);
        let score = assessment.score().unwrap();
        let Ok(value) = score.figure.value else { return Ok(()) };
        for tier in model.tiers.iter().filter(|tier| tier.from > value) {
            for lever in score.levers(model, Some("food"), tier.from) {
                let part = score.contributions.iter().find(|part| part.measure == lever.measure).unwrap();
                let points = |figure: Decimal| match part.item {
                    None => figure,
                    Some(index) => model.items.iter().find(|item| item.index == index).unwrap().method.points(figure).unwrap().value,
                };
                let reached = |figure: Decimal| value + part.weight / score.coverage * (points(figure) - part.points.unwrap());
                prop_assert!(reached(lever.needed) >= tier.from - Decimal::new(1, 9), "{:?}", lever);
                let short = lever.now + (lever.needed - lever.now) * Decimal::new(999, 3);
                prop_assert!(reached(short) < tier.from, "{:?} is not the smallest change", lever);
            }
        }
    }
}
