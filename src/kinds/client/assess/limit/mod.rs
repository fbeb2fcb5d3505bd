//! How much credit a client may have on a date: every method side by side, the recommendation, the
//! exposure against the limit in force, and what blocks further credit (DOMAIN 1.7).

mod blocked;
mod exposure;
mod methods;
mod recommend;

use jiff::civil::Date;

use super::trade::Experience;
use super::view::{Known, View};
use crate::kinds::client::case::Client;
use crate::kinds::client::limits::in_force;
use crate::kinds::credit_model::CreditModel;
use crate::measures::{Figure, Inputs, Measure};

pub use blocked::Blocked;
pub use exposure::{Block, Untold, blocks, exposure_on, untold};
pub use recommend::{Step, currencies_apart};

/// Credit limits of a client on a date.
#[derive(Debug, Clone)]
pub struct Limits {
    /// The measures: the methods, the recommendation, exposure and use.
    pub figures: Vec<Figure>,
    /// The steps to the recommended limit, where there is one.
    pub steps: Vec<Step>,
    /// The place of the limit in force among those granted.
    pub in_force: Option<usize>,
    /// The place of the band of the working-asset model.
    pub band: Option<usize>,
    /// What blocks further credit.
    pub blocks: Vec<Block>,
    /// What would have to be known to say that nothing else does.
    pub untold: Untold,
}

impl Limits {
    /// The figure of `measure`.
    #[must_use]
    pub fn figure(&self, measure: Measure) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.measure == measure)
    }
}

/// What limits rest on.
pub(super) struct Ground<'a> {
    pub client: &'a Client,
    pub model: &'a CreditModel,
    pub as_of: Date,
    /// The place of the client's final tier.
    pub tier: usize,
    pub experience: Option<&'a Experience>,
}

/// The limits of a client that we trade with or have granted one; none for others.
pub(super) fn limits(ground: &Ground<'_>, inputs: &mut Inputs, known: &mut Known) -> Option<Limits> {
    let Ground { client, model, as_of, .. } = *ground;
    if client.trade.is_none() && client.limits.is_empty() {
        return None;
    }
    let (mut figures, mut band, mut steps) = (Vec::new(), None, Vec::new());
    if let Some(rules) = &model.limit {
        let latest =
            client.latest(as_of).and_then(|latest| client.statements.iter().position(|at| at.index == latest.index));
        if let Some(at) = latest {
            let mut view = View::new(client, at, &model.conventions, inputs, known);
            (figures, band) = methods::by_strength(&mut view, ground, rules);
        }
        let at = figures.len().min(1);
        figures.insert(at, methods::need(ground, inputs));
        let recommended = recommend::recommended(ground, rules, &figures, inputs);
        steps = recommend::steps(ground, rules, &figures, &recommended);
        figures.push(recommended);
    }
    figures.extend(exposure::figures(ground, inputs));
    Some(Limits {
        figures,
        steps,
        in_force: in_force(&client.limits, as_of).map(|grant| grant.index),
        band,
        blocks: blocks(client, model, ground.tier, as_of),
        untold: untold(client, model, as_of),
    })
}
