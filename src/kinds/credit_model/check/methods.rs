//! How a scored measure's figures become points: direction, standards, knots and bands.

use std::collections::BTreeMap;

use super::Check;
use crate::kinds::credit_model::schema::{BandFile, Direction, ItemFile, MethodName};
use crate::load::check::nearest;
use crate::load::fields::Amount;
use crate::load::tree::path_key;
use crate::measures::scoring::{Band, Bands, Better, Efficacy, Flaw, Knots, Method, Wall};
use crate::values::{Code, Text, plural};

impl Check<'_> {
    pub(super) fn methods(
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
                self.efficacy(standards, better, &format!("{path}.standards"))
            }
            MethodName::Wall => self.wall(item, better, path),
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
            if let Some(method) = self.efficacy(standards, better, &path) {
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
                self.report(
                    Code::BadValue,
                    &format!("{path}.target"),
                    message,
                    "remove `target` or write direction = \"nearest\"",
                );
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
            ("standard", item.standard.is_some(), MethodName::Wall),
            ("least", item.least.is_some(), MethodName::Wall),
            ("most", item.most.is_some(), MethodName::Wall),
        ];
        for (key, _, _) in given.into_iter().filter(|(_, given, method)| *given && *method != item.method) {
            let message = format!("`{key}` of `{}` is not used by its method", item.measure);
            self.report(Code::BadValue, &format!("{path}.{key}"), message, "remove it or change `method`");
        }
    }

    fn bands(&mut self, bands: &[BandFile], better: Better, path: &str) -> Option<Method> {
        let number = |amount: Option<Amount>| amount.map(|amount| amount.0);
        let made =
            bands.iter().map(|band| Band { from: number(band.from), to: number(band.to), points: band.points.0 });
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
                let message = format!(
                    "band {at} ends at {}, but band {} begins at {}",
                    typed(before.to),
                    at + 1,
                    typed(band.from)
                );
                (format!("{path}[{at}].from"), message)
            }
            (None, _) => (
                format!("{path}[0].from"),
                "the first band has a beginning, so that smaller figures have no points".to_owned(),
            ),
            (_, None) => (
                format!("{path}[{}].to", at - 1),
                "the last band has an end, so that larger figures have no points".to_owned(),
            ),
        };
        let hint = "each band begins `from` where the one before ends `to`; the first has no `from`, the last no `to`";
        self.report(Code::BandsGap, &place, message, hint);
        None
    }

    fn knots(&mut self, knots: &[Vec<Amount>], better: Better, path: &str) -> Option<Method> {
        let path = format!("{path}.knots");
        let mut pairs = Vec::new();
        for (at, knot) in knots.iter().enumerate() {
            let [figure, points] = knot.as_slice() else {
                let message = format!("a knot is a figure and its points, not {}", plural(knot.len(), "number"));
                self.report(
                    Code::BadValue,
                    &format!("{path}[{at}]"),
                    message,
                    "write [figure, points], such as [1.5, 60]",
                );
                return None;
            };
            pairs.push((figure.0, points.0));
        }
        self.made(Knots::new(pairs, better).map(Method::Knots), "knot", &path)
    }

    fn efficacy(&mut self, standards: &[Amount], better: Better, path: &str) -> Option<Method> {
        let standards: Vec<_> = standards.iter().map(|standard| standard.0).collect();
        self.made(Efficacy::new(&standards, better).map(Method::Efficacy), "standard", path)
    }

    fn wall(&mut self, item: &ItemFile, better: Better, path: &str) -> Option<Method> {
        let number = |amount: Option<Amount>| amount.map(|amount| amount.0);
        let standard = number(item.standard).unwrap_or_default();
        let flaw = match Wall::new(standard, number(item.least), number(item.most), better) {
            Ok(wall) => return Some(Method::Wall(wall)),
            Err(flaw) => flaw,
        };
        if let Flaw::Count(needed) = flaw {
            let message = format!("Wall's ratio of `{}` needs {needed}", item.measure);
            self.report(
                Code::BadValue,
                path,
                message,
                "write standard = 1.5, least = 0.5, most = 1.5, or fewer of them",
            );
        }
        None
    }

    fn made(&mut self, made: Result<Method, Flaw>, entry: &str, path: &str) -> Option<Method> {
        let flaw = match made {
            Ok(method) => return Some(method),
            Err(flaw) => flaw,
        };
        let nth = |at: usize| format!("{entry} {}", at + 1);
        let (code, at, message, hint) = match flaw {
            Flaw::Gap(at) => (
                Code::BandsGap,
                at,
                format!("there is a gap before {}", nth(at)),
                "let each begin where the one before ends",
            ),
            Flaw::Order(at) if entry == "standard" => (
                Code::BandsOrder,
                at,
                format!("{} does not follow the one before in the stated direction", nth(at)),
                "standards run from excellent to poor: falling where larger is better, rising where smaller or nearest is",
            ),
            Flaw::Order(at) => (
                Code::BandsOrder,
                at,
                format!("{} does not lie above the one before", nth(at)),
                "list them from the smallest figure to the largest",
            ),
            Flaw::Points(at) => (
                Code::BandsOrder,
                at,
                format!("the points of {} run against `direction`", nth(at)),
                "a better figure may not earn fewer points",
            ),
            Flaw::Range(at) => (
                Code::BadValue,
                at,
                format!("the points of {} are not from 0 to 100", nth(at)),
                "points are out of 100",
            ),
            Flaw::Count(needed) => (Code::MissingField, 0, format!("`{path}` needs {needed}"), "add them"),
        };
        self.report(code, &format!("{path}[{at}]"), message, hint);
        None
    }
}
