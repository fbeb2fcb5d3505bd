//! From the score to the final tier: the cut-offs, then the caps in the model's order (SCOPE C11,
//! DOMAIN 1.3 and 1.6). A cap never betters a tier.

use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::credit_file::CreditFile;
use super::decision::{override_in_force, reviewed};
use super::score::Score;
use super::trade::long_overdue;
use crate::kinds::client::case::{Assurance, Client, EventKind, Opinion, Statement};
use crate::kinds::client::lines::Line;
use crate::kinds::credit_model::CreditModel;
use crate::kinds::credit_model::model::{Cap, Condition, Effect};
use crate::measures::Figure;
use crate::measures::Measure;
use crate::values::Undefined;
use crate::values::period::older_than;

/// The tier of a client, as places from the best, and how it came about.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// The tier that the score alone gives; none without a score.
    pub before_caps: Option<usize>,
    /// The caps that fired, in order.
    pub caps: Vec<FiredCap>,
    /// The tier after caps.
    pub after_caps: usize,
    /// The override in force: its place among the client's decisions.
    pub overridden: Option<usize>,
    /// The final tier: after caps, or as the override in force sets it.
    pub tier: usize,
    /// When the client is to be reviewed next.
    pub review: Option<Date>,
}

/// A cap that fired.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiredCap {
    /// Its place among the model's caps.
    pub cap: usize,
    /// The tier before it; none where neither a score nor a cap before it gives one.
    pub from: Option<usize>,
    /// The tier after it; the same where the tier was no better anyway.
    pub to: usize,
    /// The key path in the client's file that made it fire, or empty.
    pub path: String,
}

/// What caps look at.
pub(super) struct Evidence<'a> {
    pub client: &'a Client,
    pub latest: Option<&'a Statement>,
    pub figures: &'a [Figure],
    pub credit_file: Option<&'a CreditFile>,
    pub score: Option<&'a Score>,
    pub as_of: Date,
}

/// The verdict of `model` on the evidence.
pub(super) fn verdict(model: &CreditModel, evidence: &Evidence<'_>) -> Verdict {
    let score = evidence.score.and_then(|score| score.figure.value.ok());
    let before_caps = score.map(|score| model.tier_of(score));
    let mut tier = before_caps;
    let mut caps = Vec::new();
    for (at, cap) in model.caps.iter().enumerate() {
        if let Some(path) = fires(cap, model, evidence) {
            let to = cap.effect.apply(tier.unwrap_or(0), model.tiers.len());
            caps.push(FiredCap { cap: at, from: tier, to, path });
            tier = Some(to);
        }
    }
    let mut tier = tier.unwrap_or(0);
    if before_caps.is_none() && caps.iter().all(|fired| model.caps[fired.cap].when != Condition::NoScore) {
        // A model without a rule for clients that have no score must not treat them as the best.
        tier = Effect::AtMost(model.tiers.len() - 1).apply(tier, model.tiers.len());
    }
    let (overridden, set) = overriding(model, evidence).unzip();
    let last = set.unwrap_or(tier);
    let since = reviewed(&evidence.client.dossier, evidence.as_of).unwrap_or(evidence.as_of);
    let review = review(model, last, since);
    Verdict { before_caps, caps, after_caps: tier, overridden, tier: last, review }
}

/// The override in force, by its place among the client's decisions, and the tier that it sets.
fn overriding(model: &CreditModel, evidence: &Evidence<'_>) -> Option<(usize, usize)> {
    let decision = override_in_force(&evidence.client.dossier, evidence.as_of)?;
    let tier = model.tiers.iter().position(|tier| tier.id == decision.to)?;
    Some((decision.index, tier))
}

/// When a client of `tier` that was reviewed last on `since` is to be reviewed next.
fn review(model: &CreditModel, tier: usize, since: Date) -> Option<Date> {
    let months = model.tiers.get(tier)?.review_months?;
    let date = since.checked_add(i64::from(months).months()).ok()?;
    Some(if since == since.last_of_month() { date.last_of_month() } else { date })
}

/// The key path of what makes `cap` fire, or none where it does not.
fn fires(cap: &Cap, model: &CreditModel, evidence: &Evidence<'_>) -> Option<String> {
    match cap.when {
        Condition::Insolvency => event(evidence, EventKind::Insolvency),
        Condition::Fraud => event(evidence, EventKind::Fraud),
        Condition::RefusedInformation => event(evidence, EventKind::RefusedInformation),
        Condition::QualifiedOpinion => {
            on_statement(evidence, "opinion", |latest| audited(latest, &[Opinion::Qualified]))
        }
        Condition::AdverseOpinion => {
            on_statement(evidence, "opinion", |latest| audited(latest, &[Opinion::Adverse, Opinion::Disclaimer]))
        }
        Condition::GoingConcernDoubt => {
            on_statement(evidence, "going_concern_doubt", |latest| latest.going_concern_doubt)
        }
        Condition::Reviewed => on_statement(evidence, "assurance", |latest| latest.assurance == Assurance::Reviewed),
        Condition::Compiled => on_statement(evidence, "assurance", |latest| latest.assurance == Assurance::Compiled),
        Condition::NoAssurance => on_statement(evidence, "assurance", |latest| latest.assurance == Assurance::None),
        Condition::StatementAge => {
            let months = cap.over.to_i64().unwrap_or(i64::MAX / 2).min(12_000);
            on_statement(evidence, "end", |latest| older_than(latest.period.end, evidence.as_of, months))
        }
        Condition::Overdue => overdue(cap.over, model, evidence),
        Condition::IncompleteFile => incomplete(cap.over, evidence),
        Condition::NoScore => evidence.score.is_none_or(|score| score.figure.value.is_err()).then(String::new),
        Condition::NegativeNetWorth => negative_net_worth(evidence),
    }
}

fn audited(latest: &Statement, opinions: &[Opinion]) -> bool {
    latest.assurance == Assurance::Audited && latest.opinion.is_some_and(|opinion| opinions.contains(&opinion))
}

fn event(evidence: &Evidence<'_>, kind: EventKind) -> Option<String> {
    let known = |date: Date| date <= evidence.as_of;
    let event = evidence.client.events.iter().find(|event| event.kind == kind && known(event.date))?;
    Some(format!("events[{}].kind", event.index))
}

fn on_statement(evidence: &Evidence<'_>, key: &str, holds: impl Fn(&Statement) -> bool) -> Option<String> {
    let latest = evidence.latest.filter(|latest| holds(latest))?;
    Some(format!("statements[{}].{key}", latest.index))
}

fn overdue(over: Decimal, model: &CreditModel, evidence: &Evidence<'_>) -> Option<String> {
    let trade = evidence.client.trade.as_ref()?;
    Some(long_overdue(trade, evidence.as_of, over, model.conventions.overdue_materiality)?.path)
}

/// A file that is less complete than `under`; a client without any document has none to judge.
fn incomplete(under: Decimal, evidence: &Evidence<'_>) -> Option<String> {
    let file = evidence.credit_file.filter(|file| file.completeness().is_some_and(|share| share < under))?;
    let held = file.requirements.iter().find_map(|held| held.document);
    let document = evidence.client.dossier.documents.get(held.unwrap_or_default())?;
    Some(format!("documents[{}].kind", document.index))
}

fn negative_net_worth(evidence: &Evidence<'_>) -> Option<String> {
    let latest = evidence.latest?;
    let of_latest = |figure: &&Figure| figure.period == latest.period.name;
    let worth = evidence.figures.iter().filter(of_latest).find(|figure| figure.measure == Measure::TangibleNetWorth);
    let no_worth = worth.is_some_and(|figure| figure.value.is_ok_and(|worth| worth <= Decimal::ZERO));
    let no_equity = latest.amounts.get(Line::Equity).is_some_and(|equity| equity <= Decimal::ZERO);
    let undefined =
        evidence.figures.iter().filter(of_latest).any(|figure| figure.value == Err(Undefined::NegativeEquity));
    (no_worth || no_equity || undefined).then(|| format!("statements[{}].balance.equity", latest.index))
}
