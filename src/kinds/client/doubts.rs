//! Warnings about a client that only its assessment can find.

use rust_decimal::Decimal;

use super::assess::{Assessment, State, Subject, currencies_apart};
use super::case::Client;
use crate::kinds::book::{BOOK_FILE, Book, Review};
use crate::kinds::credit_model::schema::Condition;
use crate::kinds::credit_model::{BUILT_IN, CreditModel};
use crate::load::Source;
use crate::load::check::nearest;
use crate::load::tree::{Tree, locate, values};
use crate::measures::Measure;
use crate::values::{Code, Place, Problem, Severity, Undefined};

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
        limit_currency(client, assessment, book, source, tree),
        credit_file(assessment, &book.model, client, source, tree),
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

/// A warning where no limit is recommended because those of the model are in another currency: at the book's
/// currency where that is meant, one for all its clients, and else where the client names its own.
fn limit_currency(
    client: &Client,
    assessment: &Assessment,
    book: &Book,
    source: &Source,
    tree: &Tree<'_>,
) -> Option<Problem> {
    let recommended = assessment.limits.as_ref()?.figure(Measure::RecommendedLimit)?;
    let rules = book.model.limit.as_ref().filter(|_| recommended.value == Err(Undefined::CurrencyMix))?;
    let (ours, theirs, file) = (currencies_apart(client, rules)?, &rules.currency, &book.model.file);
    if ours == book.settings.currency {
        let place = Place { file: BOOK_FILE.to_owned(), span: Some(book.settings.currency_at) };
        let message =
            format!("the limits of the model {file} are in {theirs}, so that no limit in {ours} is recommended");
        let own = file.strip_prefix(BUILT_IN).unwrap_or(file);
        let hint = if own == file {
            format!("set `currency` and the amounts under [limit] in {own}")
        } else {
            format!(
                "`casebook new model credit` writes it into the book with limits in {ours}: set the amounts under [limit] there"
            )
        };
        return Some(Problem::new(Code::LimitCurrency, place, message).hint(hint));
    }
    let statement = client.statements.first().map(|first| format!("statements[{}].currency", first.index));
    let paths = ["trade.currency".to_owned(), "currency".to_owned()].into_iter().chain(statement);
    let typed = |path: &String| values(tree, path).iter().any(Option::is_some);
    let path = paths.into_iter().find(typed).unwrap_or_else(|| "name".to_owned());
    let place = Place { file: source.path.clone(), span: Some(locate(tree, &path).into()) };
    let message = format!(
        "the limits of the model {file} are in {theirs}, so that none in {ours} is recommended for this client"
    );
    let hint = "currencies are not converted: grant its limit under [[limits]], or keep it in a book whose model counts in its currency";
    Some(Problem::new(Code::LimitCurrency, place, message).hint(hint))
}

/// A warning where documents are recorded and so few of the required ones that a cap lowers the tier: who records
/// none is not judged by them.
fn credit_file(
    assessment: &Assessment,
    model: &CreditModel,
    client: &Client,
    source: &Source,
    tree: &Tree<'_>,
) -> Option<Problem> {
    let file = assessment.credit_file.as_ref()?;
    let complete = file.completeness()?;
    let fired = assessment.verdict.caps.iter().map(|fired| &model.caps[fired.cap]);
    let cap = fired.into_iter().find(|cap| cap.when == Condition::IncompleteFile)?;
    let lacking = file.requirements.iter().filter(|held| held.state != State::Valid);
    let named: Vec<_> = lacking
        .map(|held| {
            let key = model.requirements[held.requirement].kind.key();
            if held.state == State::Missing {
                format!("`{key}`")
            } else {
                format!("`{key}` ({})", held.state.words().en)
            }
        })
        .collect();
    let first = client.dossier.documents.first()?;
    let path = format!("documents[{}].kind", first.index);
    let place = Place { file: source.path.clone(), span: Some(locate(tree, &path).into()) };
    let percent = (complete * Decimal::ONE_HUNDRED).round();
    let message = format!(
        "the credit file is {percent}% complete, so that the cap `{}` of the model fires; missing: {}",
        cap.id,
        named.join(", ")
    );
    let hint = "add these as [[documents]]; a client whose file records no document is not judged by them";
    Some(Problem::new(Code::FileIncomplete, place, message).hint(hint))
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
