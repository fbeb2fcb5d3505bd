//! Assesses a client: ratios of every period, our own experience, the credit file, what was found out,
//! the five Cs, the score, the tier and limits.
//!
//! `assess(&Client, &CreditModel, Date) -> Assessment` is pure: the same file, model and date
//! give the same figures. The date may be any day: documents, facts, ratings, decisions and events
//! after it are not known yet.

mod credit_file;
mod decision;
mod five_c;
mod investigation;
mod limit;
mod ratios;
mod score;
mod tier;
mod trade;
mod view;

use jiff::civil::Date;

pub use credit_file::{CreditFile, Held, State, state};
pub use decision::{override_in_force, reviewed};
pub use five_c::{FiveCs, Profile, RATING, Rated, Rating};
pub use investigation::{Subject, investigation};
pub use limit::{Block, Blocked, Limits, Step, Untold, blocks, currencies_apart, exposure_on, untold};
pub use ratios::is_stand_in;
pub use score::{Contribution, Lever, Score, WEIGHT};
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
    /// The credit file, where there is one.
    pub credit_file: Option<CreditFile>,
    /// What was found out, by subject.
    pub investigation: Vec<Subject>,
    /// The five Cs, where somebody has rated them.
    pub five_c: Option<FiveCs>,
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
    let periods: Vec<usize> = (0..client.statements.len()).filter(|&at| client.statements[at].known <= as_of).collect();
    let mut ratios = Vec::new();
    for &at in &periods {
        ratios.extend(ratios::ratios(&mut View::new(client, at, &model.conventions, &mut inputs, &mut known)));
    }
    let experience = client.trade.as_ref().map(|trade| experience(trade, as_of, model, &mut inputs));
    let credit_file = credit_file::credit_file(client, model, as_of, experience.as_ref(), &mut inputs);
    let measured = measured(client, &periods, &ratios, experience.as_ref(), credit_file.as_ref());
    let five_c = five_c::five_c(client, model, &measured, as_of, &mut inputs);
    let scores = scores(client, model, &periods, &ratios, (&measured, five_c.as_ref()), &mut inputs);
    let verdict = tier::verdict(
        model,
        &tier::Evidence {
            client,
            latest: client.latest(as_of),
            figures: &ratios,
            credit_file: credit_file.as_ref(),
            score: scores.last(),
            as_of,
        },
    );
    let ground = limit::Ground { client, model, as_of, tier: verdict.tier, experience: experience.as_ref() };
    let limits = limit::limits(&ground, &mut inputs, &mut known);
    let investigation = investigation::investigation(&client.dossier, as_of);
    Assessment { inputs, periods, ratios, scores, experience, credit_file, investigation, five_c, verdict, limits }
}

/// The figures of the latest period, and those that are measured at the as-of date.
fn measured<'f>(
    client: &Client,
    periods: &[usize],
    ratios: &'f [Figure],
    experience: Option<&'f Experience>,
    credit_file: Option<&'f CreditFile>,
) -> Vec<&'f Figure> {
    let latest = periods.last().map(|&at| client.statements[at].period.name.as_str());
    let mut figures: Vec<_> = ratios.iter().filter(|figure| Some(figure.period.as_str()) == latest).collect();
    figures.extend(experience.into_iter().flat_map(|experience| &experience.figures));
    figures.extend(credit_file.into_iter().flat_map(|file| &file.figures));
    figures
}

/// The score of each period; what is measured at the as-of date, such as our experience and the five
/// Cs, counts in the latest one only.
fn scores(
    client: &Client,
    model: &CreditModel,
    periods: &[usize],
    ratios: &[Figure],
    (measured, five_c): (&[&Figure], Option<&FiveCs>),
    inputs: &mut Inputs,
) -> Vec<Score> {
    let industry = client.industry();
    let mut scores = Vec::with_capacity(periods.len());
    for (place, &at) in periods.iter().enumerate() {
        let period = client.statements[at].period.name.as_str();
        let latest = place + 1 == periods.len();
        let earlier: Vec<_> = ratios.iter().filter(|figure| figure.period == period).collect();
        let figures = if latest { measured } else { &earlier };
        scores.push(score::score(model, industry, (figures, five_c.filter(|_| latest)), period, inputs));
    }
    scores
}

impl Assessment {
    /// Every figure: ratios, what is measured at the as-of date, scores.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.ratios.iter().chain(self.dated()).chain(self.scores.iter().map(|score| &score.figure))
    }

    /// The figures that are measured at the as-of date: our experience, the credit file, the five Cs.
    pub fn dated(&self) -> impl Iterator<Item = &Figure> {
        let experience = self.experience.iter().flat_map(|experience| &experience.figures);
        let file = self.credit_file.iter().flat_map(|file| &file.figures);
        let limits = self.limits.iter().flat_map(|limits| &limits.figures);
        experience.chain(file).chain(self.five_c.iter().flat_map(|cs| &cs.figures)).chain(limits)
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
