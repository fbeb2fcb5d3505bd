//! Figures as JSON: the entries of the client's data file, with how the score's points came about.

use serde::Serialize;

use crate::kinds::client::assess::Contribution;
use crate::kinds::client::data::{self, MeasureData};
use crate::kinds::client::pages::Sheet;
use crate::measures::{Figure, Measure};
use crate::pages::number::exact;
use crate::present::calculation;
use crate::values::Language;

#[derive(Serialize)]
struct Explanation<'a> {
    client: &'a str,
    as_of: String,
    currency: &'a str,
    model: Model<'a>,
    measures: Vec<MeasureData<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contributions: Vec<ContributionData<'a>>,
}

#[derive(Serialize)]
struct Model<'a> {
    name: &'a str,
    version: &'a str,
    sha256: &'a str,
}

#[derive(Serialize)]
struct ContributionData<'a> {
    period: &'a str,
    measure: &'static str,
    value: Option<String>,
    weight: String,
    points: Option<String>,
    calculation: String,
    standing: String,
    contribution: String,
}

/// `figures` as one JSON document.
pub(super) fn explanation(sheet: &Sheet<'_>, figures: &[&Figure]) -> String {
    let (model, language) = (sheet.edition.model, sheet.edition.language);
    let scores = sheet.assessment.scores.iter().filter(|score| figures.iter().any(|figure| **figure == score.figure));
    let document = Explanation {
        client: &sheet.client.id,
        as_of: sheet.edition.as_of.to_string(),
        currency: &sheet.client.currency,
        model: Model { name: model.name.get(language), version: &model.version, sha256: &model.sha256 },
        measures: data::measures(sheet, |figure| figures.contains(&figure)),
        contributions: scores
            .flat_map(|score| score.contributions.iter().map(|part| contribution(sheet, &score.figure.period, part)))
            .collect(),
    };
    serde_json::to_string_pretty(&document).unwrap_or_default()
}

fn contribution<'a>(sheet: &Sheet<'_>, period: &'a str, part: &Contribution) -> ContributionData<'a> {
    ContributionData {
        period,
        measure: part.measure.id(),
        value: part.value.ok().map(exact),
        weight: exact(part.weight),
        points: part.points.map(exact),
        calculation: part
            .formula
            .as_ref()
            .map_or_else(String::new, |formula| calculation(formula, &sheet.assessment.inputs)),
        standing: sheet.standing(part),
        contribution: exact(part.contribution),
    }
}

#[derive(Serialize)]
struct Entry {
    id: &'static str,
    unit: &'static str,
    name: &'static str,
}

/// Every measure with its unit and name.
pub(super) fn list(language: Language) -> String {
    let entry = |measure: &Measure| Entry {
        id: measure.id(),
        unit: measure.unit().id(),
        name: measure.doc().name.get(language),
    };
    let entries: Vec<_> = Measure::ALL.iter().map(entry).collect();
    serde_json::to_string_pretty(&entries).unwrap_or_default()
}
