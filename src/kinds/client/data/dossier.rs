//! The data file's part on our work on a client: credit file, facts, five Cs, decisions, watch
//! list.

use serde::Serialize;

use crate::kinds::client::assess::Rated;
use crate::kinds::client::pages::Sheet;
use crate::pages::number::exact;

/// What the data file says of our work on a client; empty lists are left out.
#[derive(Debug, Serialize)]
pub(super) struct DossierData<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    credit_file: Vec<DocumentData<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    investigation: Vec<SubjectData<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    five_c: Vec<ElementData<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    decisions: Vec<DecisionData<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    watch: Vec<WatchData<'a>>,
}

#[derive(Debug, Serialize)]
struct DocumentData<'a> {
    kind: &'static str,
    state: &'static str,
    number: &'a str,
    date: Option<String>,
    expires: Option<String>,
}

#[derive(Debug, Serialize)]
struct SubjectData<'a> {
    subject: &'a str,
    facts: usize,
    channels: usize,
    age_days: i64,
    contradicted: bool,
}

#[derive(Debug, Serialize)]
struct ElementData<'a> {
    c: &'static str,
    score: Option<String>,
    coverage: String,
    ratings: Vec<RatingData<'a>>,
}

#[derive(Debug, Serialize)]
struct RatingData<'a> {
    of: &'a str,
    points: Option<String>,
}

#[derive(Debug, Serialize)]
struct DecisionData<'a> {
    kind: &'static str,
    date: String,
    who: &'a str,
    role: &'a str,
    from: &'a str,
    to: &'a str,
    until: Option<String>,
    why: &'a str,
    in_force: bool,
}

/// An entry of the watch list that holds.
#[derive(Debug, Serialize)]
struct WatchData<'a> {
    since: String,
    until: Option<String>,
    trigger: &'a str,
    owner: &'a str,
    plan: &'a str,
    exit: &'a str,
    file: &'a str,
    line: usize,
}

/// Our work on the client on `sheet`, as of its date.
pub(super) fn dossier<'a>(sheet: &Sheet<'a>) -> DossierData<'a> {
    DossierData {
        credit_file: documents(sheet),
        investigation: subjects(sheet),
        five_c: elements(sheet),
        decisions: decisions(sheet),
        watch: watched(sheet),
    }
}

/// The documents that the model requires.
fn documents<'a>(sheet: &Sheet<'a>) -> Vec<DocumentData<'a>> {
    let file = sheet.assessment.credit_file.iter().flat_map(|file| &file.requirements);
    let document = |held: &crate::kinds::client::assess::Held| {
        let document = held.document.map(|at| &sheet.client.dossier.documents[at]);
        DocumentData {
            kind: sheet.edition.model.requirements[held.requirement].kind.key(),
            state: held.state.id(),
            number: document.map_or("", |document| document.number.as_str()),
            date: document.map(|document| document.date.to_string()),
            expires: document.and_then(|document| document.expires).map(|date| date.to_string()),
        }
    };
    file.map(document).collect()
}

fn subjects<'a>(sheet: &Sheet<'a>) -> Vec<SubjectData<'a>> {
    let subject = |subject: &'a crate::kinds::client::assess::Subject| SubjectData {
        subject: &subject.subject,
        facts: subject.facts.len(),
        channels: subject.channels,
        age_days: subject.age,
        contradicted: subject.contradicted,
    };
    sheet.assessment.investigation.iter().map(subject).collect()
}

fn elements<'a>(sheet: &Sheet<'a>) -> Vec<ElementData<'a>> {
    let (Some(cs), Some(rubric)) = (&sheet.assessment.five_c, &sheet.edition.model.rubric) else { return Vec::new() };
    let of = |of: Rated| match of {
        Rated::Item(at, _) => rubric.items[at].id.as_str(),
        Rated::Ratio(at) => rubric.ratios[at].item.measure.id(),
    };
    let element = |(at, profile): (usize, &crate::kinds::client::assess::Profile)| ElementData {
        c: profile.c.key(),
        score: cs.score(at).ok().map(exact),
        coverage: exact(profile.coverage),
        ratings: profile
            .ratings
            .iter()
            .map(|rating| RatingData { of: of(rating.of), points: rating.points.map(exact) })
            .collect(),
    };
    cs.profile.iter().enumerate().map(element).collect()
}

fn decisions<'a>(sheet: &Sheet<'a>) -> Vec<DecisionData<'a>> {
    let language = sheet.edition.language;
    let decision = |decision: &'a crate::kinds::client::case::dossier::Decision| DecisionData {
        kind: decision.kind.key(),
        date: decision.date.to_string(),
        who: decision.who.get(language),
        role: decision.role.get(language),
        from: &decision.from,
        to: &decision.to,
        until: decision.until.map(|date| date.to_string()),
        why: decision.why.get(language),
        in_force: sheet.assessment.verdict.overridden == Some(decision.index),
    };
    sheet.client.dossier.decisions(sheet.edition.as_of).into_iter().map(decision).collect()
}

fn watched<'a>(sheet: &Sheet<'a>) -> Vec<WatchData<'a>> {
    let language = sheet.edition.language;
    let client = sheet.client;
    let entry = |entry: &'a crate::kinds::client::case::portfolio::Watch| WatchData {
        since: entry.since.to_string(),
        until: entry.until.map(|until| until.to_string()),
        trigger: entry.trigger.get(language),
        owner: entry.owner.get(language),
        plan: entry.plan.get(language),
        exit: entry.exit.get(language),
        file: &client.file,
        line: sheet.line(&format!("watch[{}].since", entry.index)),
    };
    client.membership.watched_on(sheet.edition.as_of).map(entry).collect()
}
