//! What stays of a client once its page is written.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::kinds::client::assess::Blocked;
use crate::kinds::client::pages::Sheet;
use crate::kinds::client::review::Track;
use crate::measures::Measure;
use crate::values::{Quantity, Text, Undefined};

/// The figures of the latest period that lists and tables show.
pub const KEY_MEASURES: [Measure; 6] = [
    Measure::QuickRatio,
    Measure::DebtToTangibleNetWorth,
    Measure::ReturnOnInvestment,
    Measure::CashConversionCycle,
    Measure::TradeDaysSalesOutstanding,
    Measure::OverdueShare,
];

/// Where a client stands against its limits. Amounts are in base units.
#[derive(Debug, Clone)]
pub struct Credit {
    /// Currency of our trade with it.
    pub currency: String,
    /// The limit that the model recommends.
    pub recommended: Option<Decimal>,
    /// The limit in force.
    pub granted: Option<Decimal>,
    /// What we could lose.
    pub exposure: Option<Decimal>,
    /// The share of the limit in force that is used.
    pub used: Option<Decimal>,
    /// What blocks further credit.
    pub blocked: Blocked,
}

impl Credit {
    /// None for a client that we neither trade with nor have granted a limit.
    fn of(sheet: &Sheet<'_>) -> Option<Self> {
        let limits = sheet.assessment.limits.as_ref()?;
        let figure = |measure| limits.figure(measure).and_then(|figure| figure.value.ok());
        Some(Credit {
            currency: sheet.trade_currency().to_owned(),
            recommended: figure(Measure::RecommendedLimit),
            granted: limits.in_force.map(|at| sheet.client.limits[at].amount),
            exposure: figure(Measure::CreditExposure),
            used: figure(Measure::LimitUse),
            blocked: Blocked::of(&limits.blocks, limits.untold),
        })
    }
}

/// The summary row of a client.
#[derive(Debug, Clone)]
pub struct Row {
    /// The client's id.
    pub id: String,
    /// Its file.
    pub file: String,
    /// Its name.
    pub name: Text,
    /// Its industry: an id of the model or free text.
    pub industry: String,
    /// Currency of its statements.
    pub currency: String,
    /// Name of the latest assessed period, or empty.
    pub period: String,
    /// Place of its tier.
    pub tier: usize,
    /// Place of the tier before caps.
    pub before_caps: Option<usize>,
    /// Place of the tier after caps, where an override sets another.
    pub overridden: Option<usize>,
    /// Ids of the caps that fired.
    pub caps: Vec<String>,
    /// The latest score.
    pub score: Option<Decimal>,
    /// Share of the weight scored.
    pub coverage: Option<Decimal>,
    /// Scores by period, for the trend.
    pub scores: Vec<Option<f64>>,
    /// Values of [`KEY_MEASURES`].
    pub key: [Quantity; KEY_MEASURES.len()],
    /// Next review.
    pub review: Option<Date>,
    /// Where it stands against its limits.
    pub credit: Option<Credit>,
    /// What the quarterly review keeps of it, where the book has one.
    pub track: Option<Box<Track>>,
}

impl Row {
    /// Whether the tier changed since the quarter before; only a book with a review knows.
    #[must_use]
    pub fn has_changed(&self) -> bool {
        self.track.as_ref().is_some_and(|track| track.has_changed())
    }

    /// The row of the client on `sheet`.
    #[must_use]
    pub fn of(sheet: &Sheet<'_>) -> Self {
        let (client, assessment) = (sheet.client, sheet.assessment);
        let verdict = &assessment.verdict;
        let score = assessment.score();
        let key = KEY_MEASURES
            .map(|measure| sheet.latest_figure(measure).map_or(Err(Undefined::MissingInput), |figure| figure.value));
        Row {
            id: client.id.clone(),
            file: client.file.clone(),
            name: client.name.clone(),
            industry: client.industry.clone(),
            currency: client.currency.clone(),
            period: sheet.latest().map_or_else(String::new, |latest| latest.period.name.clone()),
            tier: verdict.tier,
            before_caps: verdict.before_caps,
            overridden: verdict.overridden.map(|_| verdict.after_caps),
            caps: verdict.caps.iter().map(|fired| sheet.edition.model.caps[fired.cap].id.clone()).collect(),
            score: score.and_then(|score| score.figure.value.ok()),
            coverage: score.map(|score| score.coverage),
            scores: assessment
                .scores
                .iter()
                .map(|score| score.figure.value.ok().map(super::super::pages::position))
                .collect(),
            key,
            review: verdict.review,
            credit: Credit::of(sheet),
            track: sheet.edition.review.map(|review| {
                let text = &sheet.source.text;
                Box::new(Track::of(client, assessment, sheet.edition.model, review, text))
            }),
        }
    }
}
