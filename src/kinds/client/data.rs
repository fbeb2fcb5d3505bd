//! A client's data file: every figure with its inputs and the lines that they stand in.

mod dossier;
mod ledger;

use rust_decimal::Decimal;
use serde::Serialize;

use super::pages::Sheet;
use crate::kinds::client::assess::FiredCap;
use crate::measures::{Figure, Input, InputId};
use crate::pages::number::exact;

/// `data/clients/<id>.json`.
#[derive(Debug, Serialize)]
struct ClientData<'a> {
    id: &'a str,
    name: Names<'a>,
    industry: &'a str,
    as_of: String,
    currency: &'a str,
    model: ModelData<'a>,
    tier: &'a str,
    tier_before_caps: Option<&'a str>,
    caps: Vec<CapData<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tier_before_override: Option<&'a str>,
    score: Option<String>,
    coverage: Option<String>,
    review: Option<String>,
    contributions: Vec<ContributionData>,
    #[serde(flatten)]
    dossier: dossier::DossierData<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    receivables: Option<ledger::ReceivablesData>,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<ledger::LimitData<'a>>,
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
    from: Option<&'a str>,
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
        industry: &client.industry,
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
        tier_before_override: verdict.overridden.map(|_| tier(verdict.after_caps)),
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
        dossier: dossier::dossier(sheet),
        receivables: ledger::receivables(sheet),
        limit: ledger::limit(sheet),
    };
    let mut json = serde_json::to_string(&data).unwrap_or_default();
    // The figures are the last entry of the object: many, and much the same in every client.
    json.pop();
    json.push_str(",\"measures\":");
    push_measures(&mut json, sheet, |_| true);
    json.push_str("}\n");
    json
}

fn cap<'a>(sheet: &Sheet<'a>, fired: &FiredCap) -> CapData<'a> {
    let model = sheet.edition.model;
    let cap = &model.caps[fired.cap];
    let stand = (!fired.path.is_empty()).then(|| sheet.stand(&fired.path));
    CapData {
        id: &cap.id,
        reason: cap.reason.get(sheet.edition.language),
        from: fired.from.map(|tier| model.tiers[tier].id.as_str()),
        to: &model.tiers[fired.to].id,
        file: stand.map(|(file, _)| file),
        line: stand.map(|(_, line)| line),
    }
}

/// The entries in the data file of those figures of the client on `sheet` that `wanted` picks, as
/// an array.
pub(super) fn push_measures(out: &mut String, sheet: &Sheet<'_>, wanted: impl Fn(&Figure) -> bool) {
    let inputs = input_entries(sheet);
    let mut before = '[';
    for (figure, calculation) in sheet.assessment.figures().zip(&sheet.trace.calculations) {
        if wanted(figure) {
            out.push(before);
            push_measure(out, figure, &calculation.text, &inputs);
            before = ',';
        }
    }
    out.push_str(if before == '[' { "[]" } else { "]" });
}

/// One figure. What would say nothing is left out: notes where there are none, and the calculation
/// where there is no formula.
fn push_measure(out: &mut String, figure: &Figure, calculation: &str, inputs: &[String]) {
    push_field(out, "{\"id\":", figure.measure.id());
    push_field(out, ",\"period\":", &figure.period);
    match figure.value {
        Ok(value) => push_field(out, ",\"value\":", &exact(value)),
        Err(_) => out.push_str(",\"value\":null"),
    }
    push_field(out, ",\"unit\":", figure.measure.unit().id());
    push_field(out, ",\"status\":", figure.status());
    for (at, note) in figure.notes.iter().enumerate() {
        push_field(out, if at == 0 { ",\"notes\":[" } else { "," }, note.id());
    }
    if !figure.notes.is_empty() {
        out.push(']');
    }
    if !calculation.is_empty() {
        push_field(out, ",\"calculation\":", calculation);
    }
    out.push_str(",\"inputs\":[");
    for (at, id) in figure.inputs.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        out.push_str(&inputs[id.index()]);
    }
    out.push_str("]}");
}

/// The entry of each input, by its index, written once for all the figures that rest on it; the
/// scale is left out where it is 1.
fn input_entries(sheet: &Sheet<'_>) -> Vec<String> {
    let places = sheet.places();
    let entry = |(id, input): (InputId, &Input)| {
        let mut out = String::with_capacity(160);
        push_field(&mut out, "{\"path\":", &input.path);
        push_field(&mut out, ",\"value\":", &exact(input.value / input.scale));
        if input.scale != Decimal::ONE {
            push_field(&mut out, ",\"scale\":", &exact(input.scale));
        }
        push_field(&mut out, ",\"file\":", places.file_of(input.origin));
        out.push_str(",\"line\":");
        out.push_str(&places.line(id).to_string());
        out.push('}');
        out
    };
    sheet.assessment.inputs.iter().map(entry).collect()
}

/// `key`, with the marks around it, and `text` as a JSON string.
fn push_field(out: &mut String, key: &str, text: &str) {
    out.push_str(key);
    // Few texts hold a mark at all; looking without stopping lets the compiler look at many bytes at once.
    let special = |byte| matches!(byte, ..b' ' | b'"' | b'\\');
    if text.bytes().fold(false, |found, byte| found | special(byte)) {
        out.push_str(&serde_json::to_string(text).unwrap_or_default());
        return;
    }
    out.push('"');
    out.push_str(text);
    out.push('"');
}
