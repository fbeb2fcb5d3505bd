//! Assesses a client: ratios of every period, our own experience, the score, the tier and limits.
//!
//! `assess(&Client, &CreditModel, Date) -> Assessment` is pure: the same file, model and date
//! give the same figures.

mod limit;
mod ratios;
mod score;
mod tier;
mod trade;
mod view;

use jiff::civil::Date;

pub use limit::{Block, Limits, Step, blocks, exposure_on};
pub use ratios::is_stand_in;
pub use score::{Contribution, Lever, Score};
pub use tier::{FiredCap, Verdict};
pub use trade::{AGE_CLASSES, Ageing, Experience, Habit, HabitMonth, age_class, by_month, experience};

use super::case::{Client, Statement};
use crate::kinds::credit_model::CreditModel;
use crate::measures::{Figure, Inputs, Measure};
use view::{Known, View};

/// All that is derived from a client's file.
#[derive(Debug, Clone)]
pub struct Assessment {
    /// What the figures rest on.
    pub inputs: Inputs,
    /// The assessed periods, earliest first: places among the client's statements.
    pub periods: Vec<usize>,
    /// Every ratio of every period, period by period in the order of print.
    pub ratios: Vec<Figure>,
    /// The score of each period.
    pub scores: Vec<Score>,
    /// Our experience with the client.
    pub experience: Option<Experience>,
    /// The tier.
    pub verdict: Verdict,
    /// Credit limits, of clients that we trade with or have granted one.
    pub limits: Option<Limits>,
}

/// Assesses `client` by `model` at `as_of`.
#[must_use]
pub fn assess(client: &Client, model: &CreditModel, as_of: Date) -> Assessment {
    let mut inputs = Inputs::default();
    let mut known = Known::default();
    let periods: Vec<usize> =
        (0..client.statements.len()).filter(|&at| client.statements[at].period.end <= as_of).collect();
    let mut ratios = Vec::new();
    for &at in &periods {
        ratios.extend(ratios::ratios(&mut View::new(client, at, &model.conventions, &mut inputs, &mut known)));
    }
    let experience = client.trade.as_ref().map(|trade| experience(trade, as_of, model, &mut inputs));
    let scores = scores(client, model, &periods, &ratios, experience.as_ref(), &mut inputs);
    let verdict = tier::verdict(
        model,
        &tier::Evidence {
            client,
            latest: client.latest(as_of),
            figures: &ratios,
            experience: experience.as_ref(),
            score: scores.last(),
            as_of,
        },
    );
    let ground = limit::Ground { client, model, as_of, tier: verdict.tier, experience: experience.as_ref() };
    let limits = limit::limits(&ground, &mut inputs, &mut known);
    Assessment { inputs, periods, ratios, scores, experience, verdict, limits }
}

/// The score of each period; our experience counts in the latest one only, since it is measured
/// at the as-of date.
fn scores(
    client: &Client,
    model: &CreditModel,
    periods: &[usize],
    ratios: &[Figure],
    experience: Option<&Experience>,
    inputs: &mut Inputs,
) -> Vec<Score> {
    let industry = Some(client.industry.as_str()).filter(|industry| !industry.is_empty());
    let mut scores = Vec::with_capacity(periods.len());
    for (place, &at) in periods.iter().enumerate() {
        let period = client.statements[at].period.name.as_str();
        let mut figures: Vec<&Figure> = ratios.iter().filter(|figure| figure.period == period).collect();
        if place + 1 == periods.len() {
            figures.extend(experience.into_iter().flat_map(|experience| &experience.figures));
        }
        scores.push(score::score(model, industry, &figures, period, inputs));
    }
    scores
}

impl Assessment {
    /// Every figure: ratios, our experience, limits, scores.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        let experience = self.experience.iter().flat_map(|experience| &experience.figures);
        let limits = self.limits.iter().flat_map(|limits| &limits.figures);
        self.ratios.iter().chain(experience).chain(limits).chain(self.scores.iter().map(|score| &score.figure))
    }

    /// The figure of `measure` for `period`.
    #[must_use]
    pub fn figure(&self, measure: Measure, period: &str) -> Option<&Figure> {
        self.figures().find(|figure| figure.measure == measure && figure.period == period)
    }

    /// The score of the latest period.
    #[must_use]
    pub fn score(&self) -> Option<&Score> {
        self.scores.last()
    }

    /// The latest assessed statement.
    #[must_use]
    pub fn latest<'c>(&self, client: &'c Client) -> Option<&'c Statement> {
        self.periods.last().and_then(|&at| client.statements.get(at))
    }
}
