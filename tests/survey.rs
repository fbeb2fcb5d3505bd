//! Surveys: figures against values that pingouin, scipy and pandas give for the same answers, a
//! published total, and properties that every survey has.
#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use casebook::kinds::case_file::Frame;
use casebook::kinds::kind::CaseText;
use casebook::kinds::survey::assess::{Assessment, Change, Estimate, Segment, Versus, assess};
use casebook::kinds::survey::case::Survey;
use casebook::kinds::survey::check::survey as check;
use casebook::kinds::survey::schema::SurveyFile;
use casebook::load::shape::shape;
use casebook::load::{Beside, Folder};
use casebook::measures::statistics::{Interval, MeanTest};
use proptest::prelude::*;
use rust_decimal::prelude::ToPrimitive;

/// The survey in `dir/surveys/NAME.toml`, without errors.
fn survey(dir: &Path, path: &str) -> Survey {
    let folder = Folder::new(dir);
    let source = folder.read(path).unwrap();
    let beside = Beside::of(&folder, path);
    let frame = Frame { as_of: None, own: None, currency: None, languages: &[] };
    let text = CaseText { source: &source, stem: "survey", beside: &beside };
    let checked = check(&text, &shape::<SurveyFile>(), &frame);
    checked.case.unwrap_or_else(|| panic!("{:#?}", checked.problems))
}

fn golden() -> Survey {
    survey(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden"), "survey/survey.toml")
}

/// What was found where `expected.csv` has a value.
struct Found<'a> {
    survey: &'a Survey,
    assessment: &'a Assessment,
}

impl Found<'_> {
    fn segment(&self, id: &str) -> &Segment {
        self.assessment.segments().find(|segment| segment.id == id).unwrap()
    }

    fn estimate(&self, segment: &str, scope: &str, what: &str) -> Option<&Estimate> {
        let (segment, instrument) = (self.segment(segment), &self.survey.instrument);
        if let Some(at) = instrument.items.iter().position(|item| item.id == scope) {
            return segment.items[at].gap.as_ref();
        }
        if let Some(at) = instrument.dimensions.iter().position(|dimension| dimension.id == scope) {
            let dimension = &segment.dimensions[at];
            return match what {
                "gap" => dimension.gap.as_ref(),
                "P" => Some(&dimension.perception),
                _ => dimension.expectation.as_ref(),
            };
        }
        let totals = &segment.totals;
        match what {
            "servqual_unweighted" => totals.servqual.as_ref(),
            "servqual_weighted" => totals.servqual_weighted.as_ref(),
            "servperf" => Some(&totals.servperf),
            "servperf_weighted" => Some(&totals.servperf_weighted),
            _ => None,
        }
    }

    fn reliability(&self, scope: &str, what: &str) -> Option<f64> {
        let scale = self.assessment.reliability.iter().find(|scale| scale.figure.scope == scope)?;
        let detail = scale.detail.as_ref()?;
        let items = &self.survey.instrument.dimensions[scale.dimension].items;
        let item = |id: &str| items.iter().position(|&item| self.survey.instrument.items[item].id == id);
        match what.split_once('.') {
            None if what == "alpha" => scale.figure.value.ok()?.to_f64(),
            None => detail.standardised,
            Some(("alpha", bound)) => bound_of(detail.interval, bound),
            Some(("item_rest", id)) => detail.item_rest[item(id)?],
            Some((_, id)) => detail.without[item(id)?],
        }
    }

    fn comparison(&self, versus: &str, scope: &str, what: &str) -> Option<f64> {
        let wanted = |comparison: &&casebook::kinds::survey::assess::Comparison| match comparison.versus {
            Versus::EarlierWave { .. } => versus == "w2-w1",
            Versus::Others { group } => versus == "south-rest" && self.survey.groups[group].id == "south",
        };
        let comparison = self.assessment.comparisons.iter().find(wanted)?;
        let at = self.survey.instrument.dimensions.iter().position(|dimension| dimension.id == scope)?;
        let Change { gap, perception, .. } = comparison.dimensions[at];
        let (of, what) = what.split_once('.')?;
        Some(test_of(if of == "gap" { gap } else { perception }?, what))
    }

    fn question(&self, segment: &str, what: &str) -> Option<f64> {
        let question = &self.segment(segment).questions[usize::from(what.starts_with("satisfied"))];
        match what.split_once('.') {
            Some((_, bound)) => bound_of(question.interval, bound),
            None => question.figure.value.ok()?.to_f64(),
        }
    }

    fn value(&self, segment: &str, scope: &str, what: &str) -> Option<f64> {
        if segment.contains('-') {
            return self.comparison(segment, scope, what);
        }
        if scope.contains('/') {
            return self.reliability(scope, what);
        }
        if what.starts_with("nps") || what.starts_with("satisfied") {
            return self.question(segment, what);
        }
        let item = self.survey.instrument.items.iter().position(|item| item.id == scope);
        if let (Some(at), "missing") = (item, what) {
            return self.segment(segment).items[at].missing.to_f64();
        }
        let (of, detail) = what.split_once('.').unwrap_or((what, ""));
        let estimate = self.estimate(segment, scope, of)?;
        match (item.map_or(detail, |_| what), detail) {
            ("n", _) => estimate.n.to_f64(),
            ("sd", _) => estimate.deviation,
            ("t" | "p", _) => Some(test_of(estimate.test?, what)),
            (bound @ ("low" | "high"), _) => bound_of(estimate.interval, bound),
            _ => estimate.figure.value.ok()?.to_f64(),
        }
    }
}

fn bound_of(interval: Option<Interval>, bound: &str) -> Option<f64> {
    interval.map(|interval| if bound == "low" { interval.low } else { interval.high })
}

fn test_of(test: MeanTest, what: &str) -> f64 {
    match what {
        "t" => test.t,
        "p" => test.p,
        "df" => test.freedom,
        _ => test.interval.low,
    }
}

/// 801 values of pingouin 0.7.0, scipy 1.17.1 and pandas 3.1.1; `golden/survey/make.py` holds the
/// calls, and each row of `expected.csv` names its own.
#[test]
fn figures_agree_with_independent_packages() {
    let survey = golden();
    let assessment = assess(&survey);
    let found = Found { survey: &survey, assessment: &assessment };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/survey/expected.csv");
    let mut wrong = String::new();
    let mut compared = 0;
    for record in csv::Reader::from_path(path).unwrap().records() {
        let record = record.unwrap();
        let expected: f64 = record[3].parse().unwrap();
        let value = found.value(&record[0], &record[1], &record[2]);
        // Respondents' scores are kept to a billionth of a point.
        let close = |value: f64| (value - expected).abs() <= 1e-7 * expected.abs().max(1.0);
        if !value.is_some_and(close) {
            let _ = writeln!(
                wrong,
                "{} {} {}: {value:?}, not {expected} ({})",
                &record[0], &record[1], &record[2], &record[4]
            );
        }
        compared += 1;
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert_eq!(compared, 801);
}

#[test]
fn what_was_noticed_is_counted() {
    let log = golden().tallies.log;
    assert_eq!((log.rows, log.left_out, log.incomplete), (64, 0, 0));
    assert_eq!((log.weights_rescaled, log.weights_dropped), (8, 8));
}

/// A survey of two dimensions with `reverse` on the first item, answered by `answers`: expected and
/// perceived of four items each, and the respondent's weight of the first dimension.
fn small(
    reverse: bool,
    weights: [u8; 2],
    answers: &[([u8; 4], [u8; 4])],
    order: impl Iterator<Item = usize>,
) -> Survey {
    let dir = tempfile::tempdir().unwrap();
    let mut toml = "name = \"Small\"\nresponses = \"a.csv\"\n".to_owned();
    for (id, weight) in ["a", "b"].into_iter().zip(weights) {
        let _ = write!(toml, "[[dimensions]]\nid = \"{id}\"\nname = \"{id}\"\nweight = {weight}\n");
    }
    for (at, id) in ["a1", "a2", "b1", "b2"].into_iter().enumerate() {
        let reversed = if at == 0 { reverse } else { false };
        let _ = write!(
            toml,
            "[[items]]\nid = \"{id}\"\ndimension = \"{}\"\ntext = \"{id}\"\nreverse = {reversed}\n",
            &id[..1]
        );
    }
    let mut table = "respondent;a1_E;a2_E;b1_E;b2_E;a1_P;a2_P;b1_P;b2_P\r\n".to_owned();
    for at in order {
        let (expected, perceived) = answers[at];
        let cell = |answer: u8| if answer == 0 { String::new() } else { answer.to_string() };
        let cells: Vec<_> = expected.into_iter().chain(perceived).map(cell).collect();
        let _ = write!(table, "r{at};{}\r\n", cells.join(";"));
    }
    fs::write(dir.path().join("survey.toml"), toml).unwrap();
    fs::write(dir.path().join("a.csv"), format!("\u{feff}{table}")).unwrap();
    survey(dir.path(), "survey.toml")
}

fn totals(survey: &Survey) -> [Option<f64>; 4] {
    let totals = assess(survey).whole.totals;
    let value = |estimate: &Estimate| estimate.figure.value.ok().and_then(|value| value.to_f64());
    [
        totals.servqual.as_ref().and_then(value),
        totals.servqual_weighted.as_ref().and_then(value),
        value(&totals.servperf),
        value(&totals.servperf_weighted),
    ]
}

fn answers() -> impl Strategy<Value = Vec<([u8; 4], [u8; 4])>> {
    prop::collection::vec((prop::array::uniform4(0..=7_u8), prop::array::uniform4(0..=7_u8)), 1..40)
}

proptest! {
    #[test]
    fn reversing_an_item_and_its_answers_changes_nothing(answers in answers()) {
        let turned = |answer: u8| if answer == 0 { 0 } else { 8 - answer };
        let reversed: Vec<_> = answers.iter().map(|&(mut expected, mut perceived)| {
            (expected[0], perceived[0]) = (turned(expected[0]), turned(perceived[0]));
            (expected, perceived)
        }).collect();
        let plain = small(false, [60, 40], &answers, 0..answers.len());
        let twice = small(true, [60, 40], &reversed, 0..answers.len());
        prop_assert_eq!(plain.tallies.whole, twice.tallies.whole);
    }

    #[test]
    fn the_order_of_rows_does_not_matter(answers in answers()) {
        let there = small(false, [70, 30], &answers, 0..answers.len());
        let back = small(false, [70, 30], &answers, (0..answers.len()).rev());
        prop_assert_eq!(there.tallies.whole, back.tallies.whole);
    }

    #[test]
    fn equal_weights_are_no_weights(answers in prop::collection::vec((prop::array::uniform4(1..=7_u8), prop::array::uniform4(1..=7_u8)), 1..40)) {
        let [servqual, weighted, servperf, servperf_weighted] = totals(&small(false, [50, 50], &answers, 0..answers.len()));
        let close = |a: Option<f64>, b: Option<f64>| a.zip(b).is_some_and(|(a, b)| (a - b).abs() < 1e-8);
        prop_assert!(close(servqual, weighted), "{servqual:?} {weighted:?}");
        prop_assert!(close(servperf, servperf_weighted), "{servperf:?} {servperf_weighted:?}");
    }

    #[test]
    fn a_gap_is_what_was_perceived_less_what_was_expected(answers in answers()) {
        let survey = small(false, [50, 50], &answers, 0..answers.len());
        let assessment = assess(&survey);
        for item in &assessment.whole.items {
            let value = |estimate: &Option<Estimate>| estimate.as_ref().and_then(|estimate| estimate.figure.value.ok());
            let perceived = item.perception.figure.value.ok();
            if let (Some(gap), Some(expected), Some(perceived)) = (value(&item.gap), value(&item.expectation), perceived) {
                prop_assert!((gap - (perceived - expected)).abs() < "0.000000001".parse().unwrap());
            }
        }
        for figure in assessment.figures() {
            prop_assert!(figure.value.is_ok() || figure.status() != "ok");
        }
    }
}

/// P4 of the domain reference: five gaps that sum to −4.29 give −0.86. Each dimension has one item, the
/// gaps are those of 100 respondents.
#[test]
fn the_unweighted_score_is_the_mean_of_the_dimensions() {
    let sums = [-110_i64, -95, -62, -81, -81];
    let dir = tempfile::tempdir().unwrap();
    let mut toml = "name = \"P4\"\nresponses = \"a.csv\"\n".to_owned();
    let dimensions = ["tangibles", "reliability", "responsiveness", "assurance", "empathy"];
    for dimension in dimensions {
        let _ = write!(toml, "[[items]]\nid = \"{dimension}\"\ndimension = \"{dimension}\"\ntext = \"x\"\n");
    }
    let names: Vec<_> = dimensions.iter().flat_map(|name| [format!("{name}_E"), format!("{name}_P")]).collect();
    let mut table = format!("{}\n", names.join(","));
    for respondent in 0..100 {
        // The first |sum| − 100 respondents miss by two, the others by one or by nothing.
        let gap = |sum: i64| if respondent < -sum - 100 { 2 } else { i64::from(respondent < -sum) };
        let cells: Vec<_> = sums.iter().map(|&sum| format!("6,{}", 6 - gap(sum))).collect();
        let _ = writeln!(table, "{}", cells.join(","));
    }
    fs::write(dir.path().join("survey.toml"), toml).unwrap();
    fs::write(dir.path().join("a.csv"), table).unwrap();
    let assessment = assess(&survey(dir.path(), "survey.toml"));
    let servqual = assessment.whole.totals.servqual.unwrap().figure.value.unwrap();
    assert_eq!(servqual, "-0.858".parse().unwrap());
    assert_eq!(casebook::pages::number::fixed(servqual, 2), "−0.86");
}
