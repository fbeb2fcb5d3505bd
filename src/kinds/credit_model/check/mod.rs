//! Turns a model's file into a model, or says everything that is wrong with it.
//!
//! `methods` checks how figures become points, `parts` the parts of the score, `evidence` the required
//! documents and the rubric, `tiers` the tiers and caps, `limit` loss rates and credit limits.

mod evidence;
mod limit;
mod methods;
mod parts;
mod tiers;

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::model::{Change, Conventions, CreditModel, Item};
use super::schema::{Balances, ConventionsFile, ModelFile};
use crate::load::check::nearest;
use crate::load::shape::Shape;
use crate::load::tree::{self, Tree};
use crate::load::{self, Source};
use crate::measures::Measure;
use crate::values::digest::sha256;
use crate::values::{Code, Place, Problem};

/// What is a score itself: the five Cs enter a score as a part.
const SCORES: [Measure; 7] = [
    Measure::CreditScore,
    Measure::FiveCCharacter,
    Measure::FiveCCapacity,
    Measure::FiveCCapital,
    Measure::FiveCCollateral,
    Measure::FiveCConditions,
    Measure::FiveCScore,
];

/// Reads the model in `source`.
///
/// # Errors
/// Every problem of the file.
pub fn model(source: &Source, shape: &Shape) -> Result<CreditModel, Vec<Problem>> {
    let (file, tree) = load::read::<ModelFile>(source, shape)?;
    let mut check = Check { source, tree: &tree, problems: Vec::new() };
    let tiers = check.tiers(&file.tiers);
    let items = check.items(&file);
    let parts = check.parts(&file);
    let requirements = check.requirements(file.file.as_ref());
    let rubric = check.rubric(file.five_c.as_ref(), &file.industries);
    let caps = check.caps(&file.caps, &tiers);
    let conventions = check.conventions(&file.conventions);
    let loss_given_default = file.loss_given_default.map(|share| share.0);
    if let Some(share) = loss_given_default {
        check.share(share, "loss_given_default");
    }
    let provision = file.provision.as_ref().map(|provision| check.provision(provision));
    let limit = file.limit.as_ref().map(|limit| check.limit_rules(limit, &tiers));
    if !check.problems.is_empty() {
        return Err(check.problems);
    }
    let mut lines = lines(source, &tree, &file);
    for path in limit::paths(provision.as_ref(), limit.as_ref(), &tiers) {
        lines.insert(path.clone(), source.line(tree::locate(&tree, &path).start));
    }
    Ok(CreditModel {
        file: source.path.clone(),
        sha256: sha256(source.text.as_bytes()),
        name: file.name,
        version: file.version,
        date: file.date.0,
        owner: file.owner,
        notice: file.notice.unwrap_or_default(),
        conventions,
        industries: file.industries,
        parts,
        items,
        requirements,
        rubric,
        tiers,
        caps,
        changes: file
            .changes
            .into_iter()
            .map(|change| Change { version: change.version, date: change.date.0, text: change.text })
            .collect(),
        provision,
        loss_given_default,
        limit,
        lines,
    })
}

/// The lines of the weights, tiers and caps, which figures and reasons refer to.
fn lines(source: &Source, tree: &Tree<'_>, file: &ModelFile) -> BTreeMap<String, usize> {
    let weights = (0..file.score.items.len()).map(|at| format!("score.items[{at}].weight"));
    let caps = (0..file.caps.len()).map(|at| format!("caps[{at}].id"));
    let tiers = (0..file.tiers.len()).map(|at| format!("tiers[{at}].id"));
    let evidence = evidence::paths(file);
    let paths = weights.chain(caps).chain(tiers).chain(evidence);
    paths.map(|path| (path.clone(), source.line(tree::locate(tree, &path).start))).collect()
}

struct Check<'a> {
    source: &'a Source,
    tree: &'a Tree<'a>,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn report(&mut self, code: Code, path: &str, message: String, hint: impl Into<String>) {
        let span = tree::locate(self.tree, path);
        let place = Place { file: self.source.path.clone(), span: Some(span.into()) };
        self.problems.push(Problem::new(code, place, message).hint(hint));
    }

    fn conventions(&mut self, file: &ConventionsFile) -> Conventions {
        let default = Conventions::default();
        let days = file.days_in_year.unwrap_or(365);
        if days != 360 && days != 365 {
            self.report(
                Code::BadValue,
                "conventions.days_in_year",
                format!("a year has 365 or 360 days, not {days}"),
                "write 365 or 360",
            );
        }
        let coverage = file.minimum_coverage.map_or(default.minimum_coverage, |share| share.0);
        if coverage <= Decimal::ZERO || coverage > Decimal::ONE {
            let path = "conventions.minimum_coverage";
            self.report(
                Code::BadValue,
                path,
                format!("the minimum coverage {coverage} is not a share"),
                "write a fraction above 0 and up to 1, such as 0.70",
            );
        }
        let materiality = file.overdue_materiality.map_or(default.overdue_materiality, |share| share.0);
        if materiality < Decimal::ZERO || materiality >= Decimal::ONE {
            self.report(
                Code::BadValue,
                "conventions.overdue_materiality",
                format!("the materiality {materiality} is not a share"),
                "write a fraction from 0 to less than 1, such as 0.01",
            );
        }
        Conventions {
            balances: file.balances.unwrap_or(Balances::Average),
            days_in_year: Decimal::from(days),
            receivables_sales: file.receivables_sales.unwrap_or(default.receivables_sales),
            receivables: file.receivables.unwrap_or(default.receivables),
            quick_assets: file.quick_assets.unwrap_or(default.quick_assets),
            debt: file.debt.unwrap_or(default.debt),
            tangible_net_worth: file.tangible_net_worth.unwrap_or(default.tangible_net_worth),
            return_on_investment: file.return_on_investment.unwrap_or(default.return_on_investment),
            minimum_coverage: coverage,
            overdue_materiality: materiality,
        }
    }

    fn items(&mut self, file: &ModelFile) -> Vec<Item> {
        let mut seen = BTreeSet::new();
        let mut items = Vec::new();
        for (index, item) in file.score.items.iter().enumerate() {
            let path = format!("score.items[{index}]");
            let measure = self.measure(&item.measure, &path);
            if !seen.insert(item.measure.clone()) {
                let message = format!("`{}` is scored twice", item.measure);
                self.report(
                    Code::DuplicateId,
                    &format!("{path}.measure"),
                    message,
                    "keep one entry and give it the whole weight",
                );
            }
            let weight = item.weight.0;
            if weight <= Decimal::ZERO || weight > Decimal::ONE {
                let message = format!("the weight {weight} of `{}` is not a fraction of 1", item.measure);
                self.report(
                    Code::BadValue,
                    &format!("{path}.weight"),
                    message,
                    "write a fraction above 0 and up to 1, such as 0.15",
                );
            }
            let methods = self.methods(item, &file.industries, &path);
            if let (Some(measure), Some((better, method, by_industry))) = (measure, methods) {
                let part = parts::part_of(item);
                items.push(Item { index, measure, weight, part, better, method, by_industry });
            }
        }
        if file.score.parts.is_none() {
            let weights: Vec<_> = file.score.items.iter().map(|item| item.weight.0).collect();
            self.sum("the weights", &weights, "score.items[0].weight");
        }
        items
    }

    /// Reports `weights`, called `what`, where they do not sum to 1.
    fn sum(&mut self, what: &str, weights: &[Decimal], path: &str) {
        let sum: Decimal = weights.iter().sum();
        if sum != Decimal::ONE {
            let listed: Vec<_> = weights.iter().map(ToString::to_string).collect();
            let message = format!("{what} sum to {}, not to 1: {}", sum.normalize(), listed.join(" + "));
            let rest = (Decimal::ONE - sum).normalize();
            let hint =
                if rest > Decimal::ZERO { format!("{rest} is missing") } else { format!("{} is too much", rest.abs()) };
            self.report(Code::WeightsSum, path, message, hint);
        }
    }

    fn measure(&mut self, id: &str, path: &str) -> Option<Measure> {
        let found = Measure::from_id(id).filter(|measure| !SCORES.contains(measure));
        if found.is_none() {
            let known = Measure::ALL.iter().filter(|measure| !SCORES.contains(measure)).map(|measure| measure.id());
            let hint = match nearest(id, known) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "`casebook explain --list` names every measure".to_owned(),
            };
            self.report(
                Code::BadReference,
                &format!("{path}.measure"),
                format!("there is no measure `{id}` that could be scored"),
                hint,
            );
        }
        found
    }
}
