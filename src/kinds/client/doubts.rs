//! Warnings about a client that only its assessment can find.

use rust_decimal::Decimal;

use super::assess::{Assessment, Subject};
use super::case::Client;
use crate::kinds::book::{Book, Review};
use crate::kinds::credit_model::CreditModel;
use crate::load::Source;
use crate::load::check::nearest;
use crate::load::tree::{Tree, locate, values};
use crate::values::{Code, Place, Problem, Severity};

/// What is doubtful about `client`, whose file is `source` with the tree `tree`.
pub(super) fn doubts(
    client: &Client,
    assessment: &Assessment,
    book: &Book,
    source: &Source,
    tree: &Tree<'_>,
) -> Vec<Problem> {
    let single = [
        coverage(assessment, client, source, tree),
        industry(&book.model, client, source, tree),
        rate(book.settings.review.as_ref(), client, source, tree),
    ];
    single.into_iter().flatten().chain(contradictions(assessment, client, source, tree)).collect()
}

/// A warning where an industry looks like a misspelt one of the model: any text is allowed, but
/// then the general standards score the client.
fn industry(model: &CreditModel, client: &Client, source: &Source, tree: &Tree<'_>) -> Option<Problem> {
    let known = &model.industries;
    if client.industry.is_empty() || known.contains_key(&client.industry) {
        return None;
    }
    let near = nearest(&client.industry, known.keys().map(String::as_str))?;
    let place = Place { file: source.path.clone(), span: Some(locate(tree, "industry").into()) };
    let message = format!("the model has no standards for `{}`, so the general ones are used", client.industry);
    let mut problem = Problem::new(Code::BadReference, place, message).hint(format!("did you mean `{near}`?"));
    problem.severity = Severity::Warning;
    Some(problem)
}

/// A warning where the review cannot convert what the client owes, at the key that names the currency.
fn rate(review: Option<&Review>, client: &Client, source: &Source, tree: &Tree<'_>) -> Option<Problem> {
    let (review, currency) = (review?, &client.trade.as_ref()?.currency);
    if review.rate(currency).is_some() {
        return None;
    }
    let is_typed = values(tree, "trade.currency").iter().any(Option::is_some);
    let path = if is_typed { "trade.currency" } else { "currency" };
    let place = Place { file: source.path.clone(), span: Some(locate(tree, path).into()) };
    let message = format!("the review has no rate of exchange for {currency}, so its sums leave this client out");
    let hint =
        format!("write what one {currency} is worth in {} as `{currency}` under [review.rates]", review.currency);
    Some(Problem::new(Code::RateMissing, place, message).hint(hint))
}

/// A warning for each subject of which two sources say different things.
fn contradictions(assessment: &Assessment, client: &Client, source: &Source, tree: &Tree<'_>) -> Vec<Problem> {
    let contradicted = assessment.investigation.iter().filter(|subject| subject.contradicted);
    let problem = |subject: &Subject| {
        let facts: Vec<_> = subject.facts.iter().map(|&at| &client.dossier.facts[at]).collect();
        let latest = facts.iter().find(|fact| !fact.value.is_empty())?;
        let values = facts.iter().filter(|fact| !fact.value.is_empty());
        let told: Vec<_> =
            values.map(|fact| format!("`{}` ({}, {})", fact.value, fact.channel.key(), fact.date)).collect();
        let place = Place {
            file: source.path.clone(),
            span: Some(locate(tree, &format!("facts[{}].value", latest.index)).into()),
        };
        let message = format!("sources contradict each other on `{}`: {}", subject.subject, told.join(", "));
        let hint = "find out which holds and add it as a later fact of the source that was wrong";
        Some(Problem::new(Code::FactsContradict, place, message).hint(hint))
    };
    contradicted.filter_map(problem).collect()
}

/// A warning where statements exist but too little of them for a score.
fn coverage(assessment: &Assessment, client: &Client, source: &Source, tree: &Tree<'_>) -> Option<Problem> {
    let score = assessment.score()?;
    score.figure.value.err()?;
    let latest = assessment.latest(client)?;
    let span = locate(tree, &format!("statements[{}].period", latest.index));
    let place = Place { file: source.path.clone(), span: Some(span.into()) };
    let missing: Vec<_> =
        score.contributions.iter().filter(|part| part.points.is_none()).map(|part| part.measure.id()).collect();
    let percent = (score.coverage * Decimal::ONE_HUNDRED).round();
    let message = format!(
        "{} has no score: only {percent}% of the weight can be scored; missing: {}",
        latest.period.name,
        missing.join(", ")
    );
    let hint = "add the lines that these measures need; `casebook explain CLIENT MEASURE` names them";
    Some(Problem::new(Code::ProfileIncomplete, place, message).hint(hint))
}
