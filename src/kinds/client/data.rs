//! A client's data file: every figure with its inputs and the lines that they stand in.

use serde::Serialize;

use super::pages::Sheet;
use crate::kinds::client::assess::FiredCap;
use crate::measures::Figure;
use crate::pages::number::exact;
use crate::present::Places;

/// `data/clients/<id>.json`.
#[derive(Debug, Serialize)]
struct ClientData<'a> {
    id: &'a str,
    name: Names<'a>,
    as_of: String,
    currency: &'a str,
    model: ModelData<'a>,
    tier: &'a str,
    tier_before_caps: Option<&'a str>,
    caps: Vec<CapData<'a>>,
    score: Option<String>,
    coverage: Option<String>,
    review: Option<String>,
    contributions: Vec<ContributionData>,
    measures: Vec<MeasureData<'a>>,
}

#[derive(Debug, Serialize)]
struct Names<'a> {
    zh: &'a str,
    en: &'a str,
}

#[derive(Debug, Serialize)]
struct ModelData<'a> {
    name: &'a str,
    version: &'a str,
    sha256: &'a str,
    file: &'a str,
}

#[derive(Debug, Serialize)]
struct CapData<'a> {
    id: &'a str,
    reason: &'a str,
    from: &'a str,
    to: &'a str,
    file: Option<&'a str>,
    line: Option<usize>,
}

#[derive(Debug, Serialize)]
struct ContributionData {
    measure: &'static str,
    weight: String,
    points: Option<String>,
    contribution: String,
}

/// A figure as data files carry it.
#[derive(Debug, Serialize)]
pub struct MeasureData<'a> {
    id: &'static str,
    period: &'a str,
    value: Option<String>,
    unit: &'static str,
    status: &'static str,
    notes: Vec<&'static str>,
    calculation: &'a str,
    inputs: Vec<InputData<'a>>,
}

#[derive(Debug, Serialize)]
struct InputData<'a> {
    path: &'a str,
    value: &'a str,
    scale: String,
    file: &'a str,
    line: usize,
}

/// The data file of the client on `sheet`, as JSON in one line. Names and reasons are in the
/// sheet's language; values have all their digits.
#[must_use]
pub fn json(sheet: &Sheet<'_>) -> String {
    let (edition, client, assessment) = (&sheet.edition, sheet.client, sheet.assessment);
    let (model, verdict) = (edition.model, &assessment.verdict);
    let score = assessment.score();
    let tier = |at: usize| model.tiers[at].id.as_str();
    let data = ClientData {
        id: &client.id,
        name: Names {
            zh: client.name.get(crate::values::Language::Zh),
            en: client.name.get(crate::values::Language::En),
        },
        as_of: edition.as_of.to_string(),
        currency: &client.currency,
        model: ModelData {
            name: model.name.get(edition.language),
            version: &model.version,
            sha256: &model.sha256,
            file: &model.file,
        },
        tier: tier(verdict.tier),
        tier_before_caps: verdict.before_caps.map(tier),
        caps: verdict.caps.iter().map(|fired| cap(sheet, fired)).collect(),
        score: score.and_then(|score| score.figure.value.ok()).map(exact),
        coverage: score.map(|score| exact(score.coverage)),
        review: verdict.review.map(|date| date.to_string()),
        contributions: score.map_or_else(Vec::new, |score| {
            let contribution = |part: &super::assess::Contribution| ContributionData {
                measure: part.measure.id(),
                weight: exact(part.weight),
                points: part.points.map(exact),
                contribution: exact(part.contribution),
            };
            score.contributions.iter().map(contribution).collect()
        }),
        measures: measures(sheet, |_| true),
    };
    let mut json = serde_json::to_string(&data).unwrap_or_default();
    json.push('\n');
    json
}

fn cap<'a>(sheet: &Sheet<'a>, fired: &FiredCap) -> CapData<'a> {
    let model = sheet.edition.model;
    let cap = &model.caps[fired.cap];
    let placed = !fired.path.is_empty();
    CapData {
        id: &cap.id,
        reason: cap.reason.get(sheet.edition.language),
        from: &model.tiers[fired.from].id,
        to: &model.tiers[fired.to].id,
        file: placed.then_some(sheet.client.file.as_str()),
        line: placed.then(|| sheet.line(&fired.path)),
    }
}

/// The entries in the data file of those figures of the client on `sheet` that `wanted` picks.
#[must_use]
pub fn measures<'a>(sheet: &Sheet<'a>, wanted: impl Fn(&Figure) -> bool) -> Vec<MeasureData<'a>> {
    let places = sheet.places();
    let all = sheet.assessment.figures().zip(&sheet.trace.calculations);
    all.filter(|(figure, _)| wanted(figure))
        .map(|(figure, calculation)| measure(figure, calculation, sheet, &places))
        .collect()
}

fn measure<'a>(figure: &'a Figure, calculation: &'a str, sheet: &Sheet<'a>, places: &Places<'a>) -> MeasureData<'a> {
    let inputs = &sheet.assessment.inputs;
    MeasureData {
        id: figure.measure.id(),
        period: &figure.period,
        value: figure.value.ok().map(exact),
        unit: figure.measure.unit().id(),
        status: figure.status(),
        notes: figure.notes.iter().map(|note| note.id()).collect(),
        calculation,
        inputs: figure
            .inputs
            .iter()
            .map(|&id| {
                let input = inputs.get(id);
                InputData {
                    path: &input.path,
                    value: &sheet.trace.exact[id.index()],
                    scale: exact(input.scale),
                    file: places.file_of(input.origin),
                    line: places.line(id),
                }
            })
            .collect(),
    }
}
