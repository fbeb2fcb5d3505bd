//! Turns a model's file into a model, or says everything that is wrong with it.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use sha2::{Digest, Sha256};

use super::model::{Cap, Conventions, CreditModel, Effect, Item, Tier};
use super::schema::{
    Balances, BandFile, CapFile, Condition, ConventionsFile, Direction, ItemFile, MethodName, ModelFile, TierFile,
};
use crate::load::check::nearest;
use crate::load::fields::Amount;
use crate::load::shape::Shape;
use crate::load::tree::{self, Tree, path_key};
use crate::load::{self, Source};
use crate::measures::Measure;
use crate::measures::scoring::{Band, Bands, Better, Efficacy, Flaw, Knots, Method};
use crate::values::{Code, Place, Problem, Text};

/// Reads the model in `source`.
///
/// # Errors
/// Every problem of the file.
pub fn model(source: &Source, shape: &Shape) -> Result<CreditModel, Vec<Problem>> {
    let (file, tree) = load::read::<ModelFile>(source, shape)?;
    let mut check = Check { source, tree: &tree, problems: Vec::new() };
    let tiers = check.tiers(&file.tiers);
    let items = check.items(&file);
    let caps = check.caps(&file.caps, &tiers);
    let conventions = check.conventions(&file.conventions);
    if !check.problems.is_empty() {
        return Err(check.problems);
    }
    let lines = lines(source, &tree, &file);
    Ok(CreditModel {
        file: source.path.clone(),
        sha256: hex(&Sha256::digest(source.text.as_bytes())),
        name: file.name,
        version: file.version,
        date: file.date.0,
        owner: file.owner,
        notice: file.notice.unwrap_or_default(),
        conventions,
        industries: file.industries,
        items,
        tiers,
        caps,
        lines,
    })
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The lines of the weights, tiers and caps, which figures and reasons refer to.
fn lines(source: &Source, tree: &Tree<'_>, file: &ModelFile) -> BTreeMap<String, usize> {
    let weights = (0..file.score.items.len()).map(|at| format!("score.items[{at}].weight"));
    let caps = (0..file.caps.len()).map(|at| format!("caps[{at}].id"));
    let tiers = (0..file.tiers.len()).map(|at| format!("tiers[{at}].id"));
    let paths = weights.chain(caps).chain(tiers);
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
            self.report(Code::BadValue, "conventions.days_in_year", format!("a year has 365 or 360 days, not {days}"), "write 365 or 360");
        }
        let coverage = file.minimum_coverage.map_or(default.minimum_coverage, |share| share.0);
        if coverage <= Decimal::ZERO || coverage > Decimal::ONE {
            let path = "conventions.minimum_coverage";
            self.report(Code::BadValue, path, format!("the minimum coverage {coverage} is not a share"), "write a fraction above 0 and up to 1, such as 0.70");
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
                self.report(Code::DuplicateId, &format!("{path}.measure"), message, "keep one entry and give it the whole weight");
            }
            let weight = item.weight.0;
            if weight <= Decimal::ZERO || weight > Decimal::ONE {
                let message = format!("the weight {weight} of `{}` is not a fraction of 1", item.measure);
                self.report(Code::BadValue, &format!("{path}.weight"), message, "write a fraction above 0 and up to 1, such as 0.15");
            }
            let methods = self.methods(item, &file.industries, &path);
            if let (Some(measure), Some((better, method, by_industry))) = (measure, methods) {
                items.push(Item { index, measure, weight, better, method, by_industry });
            }
        }
        self.weights(&file.score.items);
        items
    }

    fn weights(&mut self, items: &[ItemFile]) {
        let sum: Decimal = items.iter().map(|item| item.weight.0).sum();
        if sum != Decimal::ONE {
            let listed: Vec<_> = items.iter().map(|item| item.weight.0.to_string()).collect();
            let message = format!("the weights sum to {}, not to 1: {}", sum.normalize(), listed.join(" + "));
            let rest = (Decimal::ONE - sum).normalize();
            let hint = if rest > Decimal::ZERO { format!("{rest} is missing") } else { format!("{} is too much", rest.abs()) };
            self.report(Code::WeightsSum, "score.items[0].weight", message, hint);
        }
    }

    fn measure(&mut self, id: &str, path: &str) -> Option<Measure> {
        let found = Measure::from_id(id).filter(|measure| *measure != Measure::CreditScore);
        if found.is_none() {
            let known = Measure::ALL.iter().map(|measure| measure.id());
            let hint = match nearest(id, known) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "`casebook explain --list` names every measure".to_owned(),
            };
            self.report(Code::BadReference, &format!("{path}.measure"), format!("there is no measure `{id}` that could be scored"), hint);
        }
        found
    }

    fn methods(
        &mut self,
        item: &ItemFile,
        industries: &BTreeMap<String, Text>,
        path: &str,
    ) -> Option<(Better, Method, BTreeMap<String, Method>)> {
        let better = self.better(item, path)?;
        let method = match item.method {
            MethodName::Bands => self.bands(item.bands.as_deref().unwrap_or_default(), better, path),
            MethodName::Interpolation => self.knots(item.knots.as_deref().unwrap_or_default(), better, path),
            MethodName::Efficacy => {
                let standards = item.standards.as_deref().unwrap_or_default();
                self.efficacy(standards, better, &item.measure, &format!("{path}.standards"))
            }
        };
        self.unused(item, path);
        let mut by_industry = BTreeMap::new();
        for (industry, standards) in &item.by_industry {
            let path = format!("{path}.by_industry.{}", path_key(industry));
            if !industries.contains_key(industry) {
                let hint = match nearest(industry, industries.keys().map(String::as_str)) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "list it with its name under [industries]".to_owned(),
                };
                self.report(Code::BadReference, &path, format!("there is no industry `{industry}`"), hint);
            }
            if let Some(method) = self.efficacy(standards, better, &item.measure, &path) {
                by_industry.insert(industry.clone(), method);
            }
        }
        Some((better, method?, by_industry))
    }

    fn better(&mut self, item: &ItemFile, path: &str) -> Option<Better> {
        match (item.direction, item.target) {
            (Direction::Larger, None) => Some(Better::Larger),
            (Direction::Smaller, None) => Some(Better::Smaller),
            (Direction::Nearest, Some(target)) => Some(Better::Nearest(target.0)),
            (Direction::Nearest, None) => {
                let message = format!("`{}` is better the nearer it is to a target, but has none", item.measure);
                self.report(Code::MissingField, path, message, "add `target = …`");
                None
            }
            (_, Some(_)) => {
                let message = format!("`{}` has a target, but its direction is not `nearest`", item.measure);
                self.report(Code::BadValue, &format!("{path}.target"), message, "remove `target` or write direction = \"nearest\"");
                None
            }
        }
    }

    /// Standards, knots or bands that the chosen method does not read.
    fn unused(&mut self, item: &ItemFile, path: &str) {
        let given = [
            ("standards", item.standards.is_some(), MethodName::Efficacy),
            ("by_industry", !item.by_industry.is_empty(), MethodName::Efficacy),
            ("knots", item.knots.is_some(), MethodName::Interpolation),
            ("bands", item.bands.is_some(), MethodName::Bands),
        ];
        for (key, _, _) in given.into_iter().filter(|(_, given, method)| *given && *method != item.method) {
            let message = format!("`{key}` of `{}` is not used by its method", item.measure);
            self.report(Code::BadValue, &format!("{path}.{key}"), message, "remove it or change `method`");
        }
    }

    fn bands(&mut self, bands: &[BandFile], better: Better, path: &str) -> Option<Method> {
        let number = |amount: Option<Amount>| amount.map(|amount| amount.0);
        let made = bands.iter().map(|band| Band { from: number(band.from), to: number(band.to), points: band.points.0 });
        let made = Bands::new(made.collect(), better).map(Method::Bands);
        match made {
            Err(Flaw::Gap(at)) => self.gap(bands, at, &format!("{path}.bands")),
            made => self.made(made, "band", &format!("{path}.bands")),
        }
    }

    /// Says where bands leave a gap: before the first, after the last or between two.
    fn gap(&mut self, bands: &[BandFile], at: usize, path: &str) -> Option<Method> {
        let typed = |amount: Option<Amount>| amount.map_or("nothing".to_owned(), |amount| amount.0.to_string());
        let (place, message) = match (at.checked_sub(1).and_then(|before| bands.get(before)), bands.get(at)) {
            (Some(before), Some(band)) => {
                let message = format!("band {at} ends at {}, but band {} begins at {}", typed(before.to), at + 1, typed(band.from));
                (format!("{path}[{at}].from"), message)
            }
            (None, _) => (format!("{path}[0].from"), "the first band has a beginning, so that smaller figures have no points".to_owned()),
            (_, None) => (format!("{path}[{}].to", at - 1), "the last band has an end, so that larger figures have no points".to_owned()),
        };
        let hint = "each band begins `from` where the one before ends `to`; the first has no `from`, the last no `to`";
        self.report(Code::BandsGap, &place, message, hint);
        None
    }

    fn knots(&mut self, knots: &[Vec<Amount>], better: Better, path: &str) -> Option<Method> {
        let path = format!("{path}.knots");
        let mut pairs = Vec::new();
        for (at, knot) in knots.iter().enumerate() {
            match knot.as_slice() {
                [figure, points] => pairs.push((figure.0, points.0)),
                _ => {
                    let message = format!("a knot is a figure and its points, not {} numbers", knot.len());
                    self.report(Code::BadValue, &format!("{path}[{at}]"), message, "write [figure, points], such as [1.5, 60]");
                    return None;
                }
            }
        }
        self.made(Knots::new(pairs, better).map(Method::Knots), "knot", &path)
    }

    fn efficacy(&mut self, standards: &[Amount], better: Better, _measure: &str, path: &str) -> Option<Method> {
        let standards: Vec<_> = standards.iter().map(|standard| standard.0).collect();
        self.made(Efficacy::new(&standards, better).map(Method::Efficacy), "standard", path)
    }

    fn made(&mut self, made: Result<Method, Flaw>, entry: &str, path: &str) -> Option<Method> {
        let flaw = match made {
            Ok(method) => return Some(method),
            Err(flaw) => flaw,
        };
        let nth = |at: usize| format!("{entry} {}", at + 1);
        let (code, at, message, hint) = match flaw {
            Flaw::Gap(at) => (Code::BandsGap, at, format!("there is a gap before {}", nth(at)), "let each begin where the one before ends"),
            Flaw::Order(at) if entry == "standard" => (
                Code::BandsOrder,
                at,
                format!("{} does not follow the one before in the stated direction", nth(at)),
                "standards run from excellent to poor: falling where larger is better, rising where smaller or nearest is",
            ),
            Flaw::Order(at) => {
                (Code::BandsOrder, at, format!("{} does not lie above the one before", nth(at)), "list them from the smallest figure to the largest")
            }
            Flaw::Points(at) => (
                Code::BandsOrder,
                at,
                format!("the points of {} run against `direction`", nth(at)),
                "a better figure may not earn fewer points",
            ),
            Flaw::Range(at) => (Code::BadValue, at, format!("the points of {} are not from 0 to 100", nth(at)), "points are out of 100"),
            Flaw::Count(needed) => (Code::MissingField, 0, format!("`{path}` needs {needed}"), "add them"),
        };
        self.report(code, &format!("{path}[{at}]"), message, hint);
        None
    }

    fn tiers(&mut self, files: &[TierFile]) -> Vec<Tier> {
        if files.is_empty() {
            self.report(Code::MissingField, "tiers", "the model has no tiers".to_owned(), "add at least one [[tiers]] with id, name, policy, terms and limit_factor");
        }
        let mut ids = BTreeSet::new();
        for (at, tier) in files.iter().enumerate() {
            let path = format!("tiers[{at}]");
            if !ids.insert(tier.id.as_str()) {
                self.report(Code::DuplicateId, &format!("{path}.id"), format!("two tiers are called `{}`", tier.id), "give each tier its own id");
            }
            self.cut_off(files, at, &path);
            if tier.limit_factor.0 < Decimal::ZERO || tier.limit_factor.0 > Decimal::ONE {
                let message = format!("the limit factor {} of {} is not from 0 to 1", tier.limit_factor.0, tier.id);
                self.report(Code::BadValue, &format!("{path}.limit_factor"), message, "write a fraction from 0 to 1");
            }
        }
        files.iter().map(tier).collect()
    }

    fn cut_off(&mut self, files: &[TierFile], at: usize, path: &str) {
        let last = at + 1 == files.len();
        let (tier, from) = (&files[at], files[at].from.map(|from| from.0));
        let above = at.checked_sub(1).and_then(|above| files[above].from).map(|from| from.0);
        let path = format!("{path}.from");
        match from {
            Some(_) if last => {
                let message = format!("{} is the last tier and takes every lower score, so it has no cut-off", tier.id);
                self.report(Code::TierOrder, &path, message, "remove `from` from the last tier");
            }
            None if !last => {
                let message = format!("{} has no cut-off `from`", tier.id);
                self.report(Code::TierOrder, &format!("tiers[{at}].id"), message, "every tier but the last has a cut-off");
            }
            Some(from) if above.is_some_and(|above| from >= above) || from <= Decimal::ZERO || from > Decimal::ONE_HUNDRED => {
                let message = format!("the cut-off {from} of {} is not below the tier above it, within 0 to 100", tier.id);
                self.report(Code::TierOrder, &path, message, "list tiers from the best to the worst with falling cut-offs");
            }
            _ => {}
        }
    }

    fn caps(&mut self, files: &[CapFile], tiers: &[Tier]) -> Vec<Cap> {
        let mut ids = BTreeSet::new();
        let mut caps = Vec::new();
        for (index, file) in files.iter().enumerate() {
            let path = format!("caps[{index}]");
            if !ids.insert(file.id.as_str()) {
                self.report(Code::DuplicateId, &format!("{path}.id"), format!("two caps are called `{}`", file.id), "give each cap its own id");
            }
            let needs_over = matches!(file.when, Condition::StatementAge | Condition::Overdue);
            if needs_over != file.over.is_some() {
                let (message, hint) = if needs_over {
                    (format!("the cap `{}` does not say over how much it fires", file.id), "add `over = …` (months of age, days overdue)")
                } else {
                    (format!("the cap `{}` has a threshold that its condition does not use", file.id), "remove `over`")
                };
                self.report(Code::BadValue, &path, message, hint);
            }
            if let Some(effect) = self.effect(file, tiers, &path) {
                let over = file.over.map_or(Decimal::ZERO, |over| over.0);
                caps.push(Cap { index, id: file.id.clone(), reason: file.reason.clone(), when: file.when, over, effect });
            }
        }
        caps
    }

    fn effect(&mut self, file: &CapFile, tiers: &[Tier], path: &str) -> Option<Effect> {
        match (&file.at_most, file.lower) {
            (Some(id), None) => match tiers.iter().position(|tier| tier.id == *id) {
                Some(at) => Some(Effect::AtMost(at)),
                None => {
                    let known: Vec<_> = tiers.iter().map(|tier| tier.id.as_str()).collect();
                    let message = format!("the cap `{}` names the tier `{id}`, which does not exist", file.id);
                    self.report(Code::BadReference, &format!("{path}.at_most"), message, format!("known: {}", known.join(", ")));
                    None
                }
            },
            (None, Some(by)) => Some(Effect::Lower(usize::from(by))),
            _ => {
                let message = format!("the cap `{}` needs either `at_most` or `lower`", file.id);
                self.report(Code::BadValue, path, message, "write at_most = \"CA3\" or lower = 1");
                None
            }
        }
    }
}

fn tier(file: &TierFile) -> Tier {
    Tier {
        id: file.id.clone(),
        name: file.name.clone(),
        from: file.from.map_or(Decimal::ZERO, |from| from.0),
        policy: file.policy.clone(),
        terms: file.terms.clone(),
        limit_factor: file.limit_factor.0,
        review_months: file.review_months,
    }
}
