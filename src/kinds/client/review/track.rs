//! What the quarterly review keeps of a client: where it stood at the end of each quarter, what moved its
//! tier, how its open items aged, and what people recorded.
//!
//! Amounts are in the book's currency. Everything follows from the client's file, so that nothing is
//! typed twice and no earlier review need be kept.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::causes::{Cause, causes};
use crate::kinds::book::Review;
use crate::kinds::client::assess::{
    Ageing, Assessment, Blocked, age_class, assess, blocks, exposure_on, reviewed, untold,
};
use crate::kinds::client::case::dossier::DecisionKind;
use crate::kinds::client::case::portfolio::Watch;
use crate::kinds::client::case::{Client, Trade};
use crate::kinds::client::ledger::Ledger;
use crate::kinds::client::limits::in_force;
use crate::kinds::client::lines::Line;
use crate::kinds::credit_model::CreditModel;
use crate::measures::Measure;
use crate::values::Text;
use crate::values::digest::digest;
use crate::values::period::older_than;

/// Where a client stood on a day.
#[derive(Debug, Clone)]
pub struct Standing {
    /// Place of its final tier.
    pub tier: usize,
    /// Its score.
    pub score: Option<Decimal>,
    /// What it owed; none where the file does not tell.
    pub owed: Option<Decimal>,
    /// What it owed by age; none where the file does not tell what was open.
    pub ageing: Option<Ageing>,
    /// What we could have lost.
    pub exposure: Option<Decimal>,
    /// The limit in force; none where no limit was ever granted.
    pub limit: Option<Decimal>,
    /// The last day of that limit, where it is a temporary one.
    pub limit_until: Option<Date>,
    /// Credit sales of the quarter that ended on the day.
    pub sales: Option<Decimal>,
}

/// Something that a reader of the figures must know about the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// There is no statement.
    NoStatement,
    /// The latest statement is more than twelve months old.
    StaleStatement,
    /// There is no score.
    NoScore,
    /// Some scored measures are missing.
    Incomplete,
    /// Nothing is known of what was owed at the quarter before.
    NoAccountBefore,
    /// The open invoices do not sum to the balance given.
    Untied,
    /// Documents of the credit file are missing or have run out.
    CreditFile,
    /// No rate of exchange is given.
    NoRate,
    /// We trade with it, and no review is recorded.
    NeverReviewed,
}

/// An override of the tier that is in force.
#[derive(Debug, Clone)]
pub struct Overridden {
    /// Who decided.
    pub who: Text,
    /// In what role.
    pub role: Text,
    /// When.
    pub date: Date,
    /// Why.
    pub why: Text,
    /// Place of the tier that the model gives.
    pub from: usize,
}

/// What was open at the quarter before and has gone the same way since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rolled {
    /// Its age then, as a place among the classes.
    pub from: usize,
    /// Its age now; one more than the last class for what was paid.
    pub to: usize,
    /// How much it is.
    pub amount: Decimal,
}

/// What the review keeps of a client.
#[derive(Debug, Clone)]
pub struct Track {
    /// Region, group and manager, or empty.
    pub region: Text,
    /// See `region`.
    pub group: Text,
    /// See `region`.
    pub manager: Text,
    /// For each day of the review, latest first, where the client stood; none before we knew it.
    pub standings: Vec<Option<Standing>>,
    /// What moved the tier since the quarter before, where it moved.
    pub causes: Vec<Cause>,
    /// What was open at the quarter before. Only where there is a ledger.
    pub roll: Box<[Rolled]>,
    /// What is owed by the name of the salesperson.
    pub by_salesperson: Vec<(String, Ageing)>,
    /// The entries of the watch list that hold, or ended since the quarter before.
    pub watch: Vec<Watch>,
    /// The override in force.
    pub overridden: Option<Overridden>,
    /// How many decisions were overrides, and how many there were in all, since the quarter before.
    pub decisions: (usize, usize),
    /// The last review that was recorded.
    pub reviewed: Option<Date>,
    /// When the next one falls due.
    pub review_due: Option<Date>,
    /// When it defaulted after the first day of the review, and what was lost.
    pub default: Option<(Date, Option<Decimal>)>,
    /// What blocks further credit.
    pub blocked: Blocked,
    /// The limit that the model recommends, where it does.
    pub recommended: Option<Decimal>,
    /// Place of the tier if sales fell by a fifth.
    pub stressed: usize,
    /// What is doubtful about the data.
    pub doubts: Vec<Doubt>,
    /// SHA-256 of the client's file.
    pub sha256: [u8; 32],
    /// The file of its ledger with its sum, where it is a table.
    pub ledger: Option<Box<(String, String)>>,
}

/// By what share sales fall in the stress test.
const FALL: (i64, u32) = (20, 2);

impl Track {
    /// The track of `client`, whose file says `text`, with its assessment at the as-of date.
    #[must_use]
    pub fn of(client: &Client, now: &Assessment, model: &CreditModel, review: &Review, text: &str) -> Self {
        let rate = rate(client, review);
        let days = &review.days;
        let as_of = days.first().copied().unwrap_or_default();
        let before = known_on(client, review.previous()).then(|| assess(client, model, review.previous()));
        let standing = |(at, &day): (usize, &Date)| {
            let since = days.get(at + 1).copied().unwrap_or_else(|| three_months_before(day));
            match at {
                0 => Some(standing(client, now, day, since, rate)),
                1 => before.as_ref().map(|before| standing(client, before, day, since, rate)),
                _ if !known_on(client, day) => None,
                _ => Some(standing(client, &assess(client, model, day), day, since, rate)),
            }
        };
        let standings: Vec<_> = days.iter().enumerate().map(standing).collect();
        let stressed = assess(&with_lower_sales(client, as_of), model, as_of).verdict.tier;
        let mut track = Track {
            region: client.membership.region.clone(),
            group: client.membership.group.clone(),
            manager: client.membership.manager.clone(),
            causes: before.as_ref().map_or_else(Vec::new, |before| causes(client, before, now)),
            roll: roll(client, review.previous(), as_of, rate),
            by_salesperson: by_salesperson(client, as_of, rate),
            watch: watched(client, review.previous(), as_of),
            overridden: overridden(client, now),
            decisions: decisions(client, review.previous(), as_of),
            reviewed: reviewed(&client.dossier, as_of),
            review_due: now.verdict.review,
            default: default_of(client, days, rate),
            blocked: Blocked::of(&blocks(client, model, now.verdict.tier, as_of), untold(client, model, as_of)),
            recommended: recommended(now).zip(rate).map(|(limit, rate)| limit * rate),
            stressed,
            doubts: Vec::new(),
            sha256: digest(text.as_bytes()),
            ledger: table_of(client).map(|ledger| Box::new((ledger.file.clone(), ledger.sha256.clone()))),
            standings,
        };
        track.doubts = doubts(client, now, &track, rate.is_none(), as_of);
        track
    }

    /// Where the client stands.
    #[must_use]
    pub fn latest(&self) -> Option<&Standing> {
        self.standings.first().and_then(Option::as_ref)
    }

    /// Whether the tier changed since the quarter before.
    #[must_use]
    pub fn has_changed(&self) -> bool {
        self.latest().zip(self.before()).is_some_and(|(now, before)| now.tier != before.tier)
    }

    /// Where it stood at the quarter before.
    #[must_use]
    pub fn before(&self) -> Option<&Standing> {
        self.standings.get(1).and_then(Option::as_ref)
    }
}

impl Standing {
    /// What it owed less credits, of open items where they are known; none where the file does not tell.
    #[must_use]
    pub fn balance(&self) -> Option<Decimal> {
        self.owed.map(|owed| balance(owed, self.ageing.as_ref()))
    }

    /// By how much the exposure is above the limit.
    #[must_use]
    pub fn over_limit(&self) -> Decimal {
        let over = self.exposure.zip(self.limit).map(|(exposure, limit)| exposure - limit);
        over.unwrap_or_default().max(Decimal::ZERO)
    }
}

pub(super) fn three_months_before(day: Date) -> Date {
    let earlier = day.checked_sub(jiff::Span::new().months(3)).unwrap_or(day);
    if day == day.last_of_month() { earlier.last_of_month() } else { earlier }
}

/// What the trade's currency is worth in the book's; 1 for clients that we do not trade with.
fn rate(client: &Client, review: &Review) -> Option<Decimal> {
    client.trade.as_ref().map_or(Some(Decimal::ONE), |trade| review.rate(&trade.currency))
}

/// Whether the file says anything of `day` or before.
fn known_on(client: &Client, day: Date) -> bool {
    client.statements.iter().any(|statement| statement.known <= day)
        || client.limits.iter().any(|grant| grant.from <= day)
        || client.trade.as_ref().is_some_and(|trade| {
            let begun = trade.ledger.as_ref().and_then(Ledger::begins);
            begun.is_some_and(|begun| begun <= day) || trade.months.iter().any(|month| month.first <= day)
        })
}

fn standing(client: &Client, assessment: &Assessment, day: Date, since: Date, rate: Option<Decimal>) -> Standing {
    let money = |amount: Option<Decimal>| Some(amount? * rate?);
    let trade = client.trade.as_ref();
    let owed = trade.and_then(|trade| trade.owed_on(day));
    let granted = client.limits.iter().any(|grant| grant.from <= day);
    let grant = in_force(&client.limits, day);
    Standing {
        tier: assessment.verdict.tier,
        score: assessment.score().and_then(|score| score.figure.value.ok()),
        owed: money(owed),
        ageing: trade.and_then(|trade| Some(ageing(trade, day)?.times(rate?))),
        exposure: money(exposure_on(client, day)),
        limit: money(granted.then(|| grant.map_or(Decimal::ZERO, |grant| grant.amount))),
        limit_until: grant.and_then(|grant| grant.until),
        sales: money(trade.and_then(|trade| sales(trade, since, day))),
    }
}

/// Where `client` stands at the review's as-of date, and what it owed at the quarter before.
pub(super) fn stands(client: &Client, now: &Assessment, review: &Review) -> (Standing, Option<Decimal>) {
    let (as_of, previous) = (review.days.first().copied().unwrap_or_default(), review.previous());
    let rate = rate(client, review);
    let opening = client.trade.as_ref().filter(|_| known_on(client, previous)).zip(rate).and_then(|(trade, rate)| {
        let owed = trade.owed_on(previous)?;
        Some(balance(owed, ageing(trade, previous).as_ref()) * rate)
    });
    (standing(client, now, as_of, previous, rate), opening)
}

/// What was open on `day` by age; none where the file does not tell.
fn ageing(trade: &Trade, day: Date) -> Option<Ageing> {
    trade.tells_items_on(day).then(|| Ageing::on(trade, day))
}

/// What is owed less credits, of a balance with an ageing, or without one.
fn balance(owed: Decimal, ageing: Option<&Ageing>) -> Decimal {
    ageing.map_or(owed, Ageing::total)
}

/// Net credit sales after `since` and up to `day`, where the file knows them.
fn sales(trade: &Trade, since: Date, day: Date) -> Option<Decimal> {
    if let Some(ledger) = &trade.ledger {
        return Some(ledger.sales_between(since, day));
    }
    let months = trade.months_on(day);
    let within: Vec<_> = months.iter().filter(|month| month.first > since && month.given).collect();
    (within.len() >= 3).then(|| within.iter().map(|month| month.sales).sum())
}

/// What became of the invoices that were open at `before`.
fn roll(client: &Client, before: Date, now: Date, rate: Option<Decimal>) -> Box<[Rolled]> {
    let ledger = client.trade.as_ref().and_then(|trade| trade.ledger.as_ref());
    let (Some(ledger), Some(rate)) = (ledger, rate) else { return Box::default() };
    let mut rolled: Vec<Rolled> = Vec::new();
    for invoice in &ledger.invoices {
        let was = invoice.open_on(before);
        if was <= Decimal::ZERO {
            continue;
        }
        let class = |date| age_class(crate::values::period::days_between(invoice.due, date));
        let open = invoice.open_on(now).clamp(Decimal::ZERO, was);
        for (to, part) in [(class(now), open), (PAID, was - open)] {
            add(&mut rolled, Rolled { from: class(before), to, amount: part * rate });
        }
    }
    rolled.into()
}

/// The place of what was paid, behind the classes of age.
const PAID: usize = 5;

fn add(rolled: &mut Vec<Rolled>, more: Rolled) {
    match rolled.iter_mut().find(|way| (way.from, way.to) == (more.from, more.to)) {
        _ if more.amount.is_zero() => {}
        Some(way) => way.amount += more.amount,
        None => rolled.push(more),
    }
}

fn by_salesperson(client: &Client, as_of: Date, rate: Option<Decimal>) -> Vec<(String, Ageing)> {
    let (Some(trade), Some(rate)) = (&client.trade, rate) else { return Vec::new() };
    let mut items = trade.items_on(as_of);
    items.sort_by_key(crate::kinds::client::ledger::Item::salesperson);
    items
        .chunk_by(|a, b| a.salesperson() == b.salesperson())
        .map(|own| (own[0].salesperson().to_owned(), Ageing::of(own, as_of).times(rate)))
        .collect()
}

fn recommended(now: &Assessment) -> Option<Decimal> {
    now.limits.as_ref()?.figure(Measure::RecommendedLimit)?.value.ok()
}

fn watched(client: &Client, before: Date, as_of: Date) -> Vec<Watch> {
    let entries = client.membership.watch.iter();
    entries.filter(|entry| entry.since <= as_of && entry.until.is_none_or(|until| until > before)).cloned().collect()
}

fn overridden(client: &Client, now: &Assessment) -> Option<Overridden> {
    let decision = client.dossier.decisions.get(now.verdict.overridden?)?;
    Some(Overridden {
        who: decision.who.clone(),
        role: decision.role.clone(),
        date: decision.date,
        why: decision.why.clone(),
        from: now.verdict.after_caps,
    })
}

fn decisions(client: &Client, before: Date, as_of: Date) -> (usize, usize) {
    let since: Vec<_> =
        client.dossier.decisions.iter().filter(|decision| decision.date > before && decision.date <= as_of).collect();
    (since.iter().filter(|decision| decision.kind == DecisionKind::Override).count(), since.len())
}

fn default_of(client: &Client, days: &[Date], rate: Option<Decimal>) -> Option<(Date, Option<Decimal>)> {
    let (last, first) = (days.first().copied()?, days.last().copied()?);
    let outcome = client.membership.ended_between(first, last)?;
    Some((outcome.date, outcome.loss.zip(rate).map(|(loss, rate)| loss * rate)))
}

fn table_of(client: &Client) -> Option<&Ledger> {
    client.trade.as_ref()?.ledger.as_ref().filter(|ledger| ledger.is_table)
}

/// The client after a fall of sales: sales and cost of sales of the latest statement shrink alike, other
/// costs and the balance sheet stay, and no tax is saved.
fn with_lower_sales(client: &Client, as_of: Date) -> Client {
    let mut client = client.clone();
    let latest = client.statements.iter().rposition(|statement| statement.known <= as_of);
    if let Some(statement) = latest.and_then(|at| client.statements.get_mut(at)) {
        let amounts = &mut statement.amounts;
        let part = Decimal::new(FALL.0, FALL.1);
        let margin = amounts.get(Line::Sales).unwrap_or_default() - amounts.get(Line::CostOfSales).unwrap_or_default();
        for line in [Line::Sales, Line::CreditSales, Line::CostOfSales] {
            amounts.change(line, |amount| amount - amount * part);
        }
        for line in [Line::OperatingProfit, Line::ProfitBeforeTax, Line::NetIncome] {
            amounts.change(line, |amount| amount - margin * part);
        }
    }
    client
}

fn doubts(client: &Client, now: &Assessment, track: &Track, no_rate: bool, as_of: Date) -> Vec<Doubt> {
    let latest = client.latest(as_of);
    let score = now.score().filter(|score| score.figure.value.is_ok());
    let trade = client.trade.as_ref();
    let untied = trade.and_then(|trade| {
        let given = trade.receivables.filter(|_| trade.is_stated_for(as_of))?;
        Some(given != trade.ledger.as_ref()?.owed_on(as_of))
    });
    let file = now.credit_file.as_ref().and_then(crate::kinds::client::assess::CreditFile::completeness);
    let found = [
        (Doubt::NoStatement, latest.is_none()),
        (Doubt::StaleStatement, latest.is_some_and(|latest| older_than(latest.period.end, as_of, 12))),
        (Doubt::NoScore, latest.is_some() && score.is_none()),
        (Doubt::Incomplete, score.is_some_and(|score| score.coverage < Decimal::ONE)),
        (Doubt::NoAccountBefore, trade.is_some() && track.before().is_some_and(|before| before.owed.is_none())),
        (Doubt::Untied, untied == Some(true)),
        (Doubt::CreditFile, file.is_some_and(|file| file < Decimal::ONE)),
        (Doubt::NoRate, no_rate),
        (Doubt::NeverReviewed, trade.is_some() && track.reviewed.is_none()),
    ];
    found.into_iter().filter(|(_, holds)| *holds).map(|(doubt, _)| doubt).collect()
}
