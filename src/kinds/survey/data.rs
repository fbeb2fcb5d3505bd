//! A survey's data file: every figure with its scope, its certainty, its inputs and their places.

use serde::Serialize;

use super::assess::{Comparison, Estimate, Segment, Versus};
use super::pages::Sheet;
use crate::measures::statistics::{Interval, MeanTest};
use crate::measures::{Figure, InputId};
use crate::pages::number::exact;
use crate::values::{Language, Text};

/// `data/surveys/<id>.json`.
#[derive(Serialize)]
struct SurveyData<'a> {
    id: &'a str,
    name: Names<'a>,
    as_of: String,
    file: &'a str,
    responses: &'a str,
    scale_points: u8,
    conventions: ConventionsData,
    dimensions: Vec<DimensionData<'a>>,
    items: Vec<ItemData<'a>>,
    segments: Vec<SegmentData<'a>>,
    ranking: Vec<RankData<'a>>,
    recommendations: Vec<AdviceData<'a>>,
    reliability: Vec<ReliabilityData<'a>>,
    comparisons: Vec<ComparisonData<'a>>,
    importance: Vec<ImportanceData<'a>>,
    measures: Vec<MeasureData<'a>>,
}

#[derive(Serialize)]
struct Names<'a> {
    zh: &'a str,
    en: &'a str,
}

#[derive(Serialize)]
struct ConventionsData {
    missing: &'static str,
    at_least: String,
    weighting: &'static str,
}

#[derive(Serialize)]
struct DimensionData<'a> {
    id: &'a str,
    name: Names<'a>,
    weight: String,
    line: usize,
    items: Vec<&'a str>,
}

#[derive(Serialize)]
struct ItemData<'a> {
    id: &'a str,
    dimension: &'a str,
    reverse: bool,
    text: Names<'a>,
    line: usize,
    missing: u64,
}

#[derive(Serialize)]
struct SegmentData<'a> {
    id: &'a str,
    name: Names<'a>,
    respondents: u64,
}

#[derive(Serialize)]
struct RankData<'a> {
    dimension: &'a str,
    by_gap: Option<usize>,
    by_performance: Option<usize>,
    differs: bool,
}

#[derive(Serialize)]
struct AdviceData<'a> {
    dimension: &'a str,
    grade: &'static str,
    impact: String,
}

#[derive(Serialize)]
struct ReliabilityData<'a> {
    dimension: &'a str,
    of: &'static str,
    n: u64,
    items: usize,
    alpha: f64,
    interval: Option<[f64; 2]>,
    standardised: Option<f64>,
    item_rest: &'a [Option<f64>],
    alpha_without: &'a [Option<f64>],
}

#[derive(Serialize)]
struct ComparisonData<'a> {
    of: &'a str,
    with: &'a str,
    scope: &'a str,
    measure: &'static str,
    difference: f64,
    interval: [f64; 2],
    t: f64,
    freedom: f64,
    p: f64,
}

#[derive(Serialize)]
struct ImportanceData<'a> {
    item: &'a str,
    importance: String,
    perception: String,
    field: &'static str,
}

/// A figure as data files carry it.
#[derive(Serialize)]
struct MeasureData<'a> {
    id: &'static str,
    scope: &'a str,
    segment: &'a str,
    value: Option<String>,
    unit: &'static str,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    certainty: Option<CertaintyData>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<&'static str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    calculation: &'a str,
    inputs: Vec<InputData<'a>>,
}

/// How certain a mean is.
#[derive(Serialize)]
struct CertaintyData {
    n: u64,
    deviation: Option<f64>,
    interval: Option<[f64; 2]>,
    t: Option<f64>,
    p: Option<f64>,
}

#[derive(Serialize)]
struct InputData<'a> {
    path: &'a str,
    value: String,
    file: &'a str,
    line: usize,
}

/// The answer to `casebook explain --json`.
#[derive(Serialize)]
struct Explanation<'a> {
    survey: &'a str,
    as_of: String,
    measures: Vec<MeasureData<'a>>,
}

/// The data file of the survey on `sheet`, as JSON in one line. Values have all their digits.
#[must_use]
pub(super) fn json(sheet: &Sheet<'_>) -> String {
    let (survey, assessment) = (sheet.survey, sheet.assessment);
    let instrument = &survey.instrument;
    let conventions = instrument.conventions;
    let data = SurveyData {
        id: &survey.id,
        name: names(&survey.name),
        as_of: sheet.edition.as_of.to_string(),
        file: &survey.file,
        responses: &survey.data_file,
        scale_points: instrument.scale.points,
        conventions: ConventionsData {
            missing: conventions.missing.id(),
            at_least: exact(conventions.at_least),
            weighting: conventions.weighting.id(),
        },
        dimensions: dimensions(sheet),
        items: items(sheet),
        segments: assessment.segments().map(segment).collect(),
        ranking: ranking(sheet),
        recommendations: advice(sheet),
        reliability: reliability(sheet),
        comparisons: assessment.comparisons.iter().flat_map(|comparison| compared(sheet, comparison)).collect(),
        importance: importance(sheet),
        measures: measures(sheet, |_| true),
    };
    let mut json = serde_json::to_string(&data).unwrap_or_default();
    json.push('\n');
    json
}

/// How `figures` came about, as one JSON document.
#[must_use]
pub(super) fn explained(sheet: &Sheet<'_>, figures: &[&Figure]) -> String {
    let document = Explanation {
        survey: &sheet.survey.id,
        as_of: sheet.edition.as_of.to_string(),
        measures: measures(sheet, |figure| figures.contains(&figure)),
    };
    serde_json::to_string_pretty(&document).unwrap_or_default()
}

fn names(text: &Text) -> Names<'_> {
    Names { zh: text.get(Language::Zh), en: text.get(Language::En) }
}

fn segment(segment: &Segment) -> SegmentData<'_> {
    SegmentData { id: &segment.id, name: names(&segment.name), respondents: segment.respondents }
}

fn dimension_id<'a>(sheet: &Sheet<'a>, at: usize) -> &'a str {
    &sheet.survey.instrument.dimensions[at].id
}

fn dimensions<'a>(sheet: &Sheet<'a>) -> Vec<DimensionData<'a>> {
    let instrument = &sheet.survey.instrument;
    let line =
        |at: Option<usize>| sheet.line(&at.map_or_else(|| "items".to_owned(), |at| format!("dimensions[{at}].weight")));
    let dimension = |dimension: &'a super::case::Dimension| DimensionData {
        id: &dimension.id,
        name: names(&dimension.name),
        weight: exact(dimension.weight),
        line: line(dimension.index),
        items: dimension.items.iter().map(|&item| instrument.items[item].id.as_str()).collect(),
    };
    instrument.dimensions.iter().map(dimension).collect()
}

fn items<'a>(sheet: &Sheet<'a>) -> Vec<ItemData<'a>> {
    let results = sheet.survey.instrument.items.iter().zip(&sheet.assessment.whole.items).enumerate();
    results
        .map(|(at, (item, result))| ItemData {
            id: &item.id,
            dimension: dimension_id(sheet, item.dimension),
            reverse: item.reverse,
            text: names(&item.text),
            line: sheet.line(&format!("items[{at}].id")),
            missing: result.missing,
        })
        .collect()
}

fn ranking<'a>(sheet: &Sheet<'a>) -> Vec<RankData<'a>> {
    let ranks = sheet.assessment.ranks.iter().enumerate();
    ranks
        .map(|(at, rank)| RankData {
            dimension: dimension_id(sheet, at),
            by_gap: rank.by_gap,
            by_performance: rank.by_performance,
            differs: rank.differs(),
        })
        .collect()
}

fn advice<'a>(sheet: &Sheet<'a>) -> Vec<AdviceData<'a>> {
    let all = sheet.assessment.recommendations.iter();
    all.map(|advice| AdviceData {
        dimension: dimension_id(sheet, advice.dimension),
        grade: advice.grade.id(),
        impact: exact(advice.impact),
    })
    .collect()
}

fn reliability<'a>(sheet: &Sheet<'a>) -> Vec<ReliabilityData<'a>> {
    let scales = sheet.assessment.reliability.iter().filter_map(|scale| Some((scale, scale.detail.as_ref()?)));
    scales
        .map(|(scale, detail)| ReliabilityData {
            dimension: dimension_id(sheet, scale.dimension),
            of: scale.aspect.id(),
            n: detail.n,
            items: detail.k,
            alpha: detail.alpha,
            interval: detail.interval.map(ends),
            standardised: detail.standardised,
            item_rest: &detail.item_rest,
            alpha_without: &detail.without,
        })
        .collect()
}

fn compared<'a>(sheet: &Sheet<'a>, comparison: &'a Comparison) -> Vec<ComparisonData<'a>> {
    let survey = sheet.survey;
    let (of, with) = match comparison.versus {
        Versus::EarlierWave { wave, before } => (survey.waves[wave].id.as_str(), survey.waves[before].id.as_str()),
        Versus::Others { group } => (survey.groups[group].id.as_str(), "others"),
    };
    let parts = comparison.dimensions.iter().enumerate().map(|(at, change)| (dimension_id(sheet, at), change));
    parts
        .chain([("", &comparison.total)])
        .flat_map(|(scope, change)| {
            let tests = [("expectation", change.expectation), ("perception", change.perception), ("gap", change.gap)];
            tests.into_iter().filter_map(move |(measure, test)| Some((scope, measure, test?)))
        })
        .map(|(scope, measure, test)| difference((of, with), scope, measure, test))
        .collect()
}

fn difference<'a>(
    (of, with): (&'a str, &'a str),
    scope: &'a str,
    measure: &'static str,
    test: MeanTest,
) -> ComparisonData<'a> {
    let MeanTest { mean, t, freedom, p, interval } = test;
    ComparisonData { of, with, scope, measure, difference: mean, interval: ends(interval), t, freedom, p }
}

fn importance<'a>(sheet: &Sheet<'a>) -> Vec<ImportanceData<'a>> {
    let items = sheet.assessment.importance.iter().flat_map(|importance| &importance.items);
    items
        .zip(&sheet.survey.instrument.items)
        .map(|(found, item)| ImportanceData {
            item: &item.id,
            importance: exact(found.importance),
            perception: exact(found.perception),
            field: found.quadrant.id(),
        })
        .collect()
}

fn ends(interval: Interval) -> [f64; 2] {
    [interval.low, interval.high]
}

fn measures<'a>(sheet: &Sheet<'a>, wanted: impl Fn(&Figure) -> bool) -> Vec<MeasureData<'a>> {
    let all = sheet.assessment.figures().zip(&sheet.trace.calculations).filter(|(figure, _)| wanted(figure));
    all.map(|(figure, calculation)| measure(sheet, figure, &calculation.text)).collect()
}

fn measure<'a>(sheet: &Sheet<'a>, figure: &'a Figure, calculation: &'a str) -> MeasureData<'a> {
    MeasureData {
        id: figure.measure.id(),
        scope: &figure.scope,
        segment: &figure.period,
        value: figure.value.ok().map(exact),
        unit: figure.measure.unit().id(),
        status: figure.status(),
        certainty: sheet.assessment.estimate(figure).map(certainty),
        notes: figure.notes.iter().map(|note| note.id()).collect(),
        calculation,
        inputs: figure.inputs.iter().map(|&id| input(sheet, id)).collect(),
    }
}

fn certainty(estimate: &Estimate) -> CertaintyData {
    CertaintyData {
        n: estimate.n,
        deviation: estimate.deviation,
        interval: estimate.interval.map(ends),
        t: estimate.test.map(|test| test.t),
        p: estimate.test.map(|test| test.p),
    }
}

fn input<'a>(sheet: &Sheet<'a>, id: InputId) -> InputData<'a> {
    let input = sheet.assessment.inputs.get(id);
    let places = sheet.places();
    InputData {
        path: &input.path,
        value: exact(input.value / input.scale),
        file: places.file_of(input.origin),
        line: places.line(id),
    }
}
