//! Checks what the model asks of the evidence on a client: required documents and the rubric of the
//! five Cs.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::Check;
use crate::kinds::case_file::is_id;
use crate::kinds::credit_model::model::Item;
use crate::kinds::credit_model::model::evidence::{FiveC, Part, Requirement, Rubric, RubricItem, RubricRatio};
use crate::kinds::credit_model::schema::ModelFile;
use crate::kinds::credit_model::schema::evidence::{FileRulesFile, FiveCFile, RatioFile, RubricItemFile};
use crate::measures::scoring::Method;
use crate::values::{Code, Text, plural};

/// The share of a C's items that must be rated, where the model does not say.
const MINIMUM_COVERAGE: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

/// The key paths of the numbers that figures on evidence refer to.
pub(super) fn paths(file: &ModelFile) -> Vec<String> {
    let required = file.file.as_ref().map_or(0, |rules| rules.required.len());
    let mut paths: Vec<_> = (0..required).map(|at| format!("file.required[{at}].weight")).collect();
    if file.five_c.is_some() {
        paths.extend(FiveC::ALL.map(|c| format!("five_c.weights.{}", c.key())));
    }
    if file.score.parts.is_some() {
        paths.extend(Part::ALL.map(|part| format!("score.parts.{}", part.key())));
    }
    paths
}

impl Check<'_> {
    pub(super) fn requirements(&mut self, rules: Option<&FileRulesFile>) -> Vec<Requirement> {
        let mut seen = BTreeSet::new();
        let mut requirements = Vec::new();
        for (index, file) in rules.iter().flat_map(|rules| &rules.required).enumerate() {
            if !seen.insert(file.kind) {
                let message = format!("`{}` is required twice", file.kind.key());
                self.report(Code::DuplicateId, &format!("file.required[{index}].kind"), message, "keep one entry");
            }
            if file.weight.0 <= Decimal::ZERO || file.weight.0 > Decimal::ONE_HUNDRED {
                let message =
                    format!("the weight {} of `{}` is not above 0 and up to 100", file.weight.0, file.kind.key());
                self.report(
                    Code::BadValue,
                    &format!("file.required[{index}].weight"),
                    message,
                    "write 1, or 2 for what weighs double",
                );
            }
            let (kind, weight, stale_after) = (file.kind, file.weight.0, file.stale_after);
            requirements.push(Requirement { index, kind, weight, stale_after });
        }
        requirements
    }

    pub(super) fn rubric(&mut self, file: Option<&FiveCFile>, industries: &BTreeMap<String, Text>) -> Option<Rubric> {
        let file = file?;
        let given = &file.weights;
        let weights =
            [given.character, given.capacity, given.capital, given.collateral, given.conditions].map(|weight| weight.0);
        self.sum("the weights of the five Cs", &weights, "five_c.weights.character");
        if let Some(at) = weights.iter().position(Decimal::is_sign_negative) {
            let path = format!("five_c.weights.{}", FiveC::ALL[at].key());
            self.report(Code::BadValue, &path, "a weight cannot be negative".to_owned(), "write a fraction of 1");
        }
        let minimum_coverage = file.minimum_coverage.map_or(MINIMUM_COVERAGE, |share| share.0);
        if minimum_coverage <= Decimal::ZERO || minimum_coverage > Decimal::ONE {
            let message = format!("the minimum coverage {minimum_coverage} is not a share");
            let hint = "write a fraction above 0 and up to 1, such as 0.5";
            self.report(Code::BadValue, "five_c.minimum_coverage", message, hint);
        }
        let mut ids = BTreeSet::new();
        let items: Vec<_> =
            file.items.iter().enumerate().filter_map(|(at, item)| self.rubric_item(item, at, &mut ids)).collect();
        let mut measures = BTreeSet::new();
        let ratios: Vec<_> = file
            .ratios
            .iter()
            .enumerate()
            .filter_map(|(at, ratio)| self.ratio(ratio, at, industries, &mut measures))
            .collect();
        self.empty_cs(file, &weights);
        Some(Rubric { weights, minimum_coverage, items, ratios })
    }

    fn rubric_item<'f>(
        &mut self,
        item: &'f RubricItemFile,
        at: usize,
        ids: &mut BTreeSet<&'f str>,
    ) -> Option<RubricItem> {
        let path = format!("five_c.items[{at}]");
        if !is_id(&item.id) {
            let message = format!("`{}` cannot serve as an id", item.id);
            self.report(Code::BadValue, &format!("{path}.id"), message, "use letters, digits, - and _");
        } else if !ids.insert(&item.id) {
            let message = format!("two items of the rubric are called `{}`", item.id);
            self.report(Code::DuplicateId, &format!("{path}.id"), message, "give each item its own id");
        }
        let Ok(anchors) = <[Text; 5]>::try_from(item.anchors.clone()) else {
            let message = format!("`{}` has {}, not five", item.id, plural(item.anchors.len(), "anchor"));
            let hint = "write what each rating means, for 0, 1, 2, 3 and 4, in this order";
            self.report(Code::BadValue, &format!("{path}.anchors"), message, hint);
            return None;
        };
        Some(RubricItem { id: item.id.clone(), c: item.c, name: item.name.clone(), anchors })
    }

    fn ratio<'f>(
        &mut self,
        ratio: &'f RatioFile,
        index: usize,
        industries: &BTreeMap<String, Text>,
        seen: &mut BTreeSet<(FiveC, &'f str)>,
    ) -> Option<RubricRatio> {
        let path = format!("five_c.ratios[{index}]");
        if !seen.insert((ratio.c, &ratio.measure)) {
            let message = format!("`{}` feeds {} twice", ratio.measure, ratio.c.key());
            self.report(Code::DuplicateId, &format!("{path}.measure"), message, "keep one entry");
        }
        let measure = self.measure(&ratio.measure, &path);
        let (better, method, by_industry) = self.methods(&ratio.as_item(), industries, &path)?;
        let bounded = |method: &Method| !matches!(method, Method::Wall(wall) if wall.limits().1 != Some(Decimal::ONE));
        if !bounded(&method) {
            let message = format!("Wall's ratio of `{}` could lift a C beyond 100 points", ratio.measure);
            self.report(Code::BadValue, &path, message, "add `most = 1`, or choose another method");
        }
        let item =
            Item { index, measure: measure?, weight: Decimal::ONE, part: Part::FiveC, better, method, by_industry };
        Some(RubricRatio { c: ratio.c, item })
    }

    /// A C with weight but nothing to rate could never have a score.
    fn empty_cs(&mut self, file: &FiveCFile, weights: &[Decimal; 5]) {
        for (c, weight) in FiveC::ALL.into_iter().zip(weights) {
            let rated = file.items.iter().any(|item| item.c == c) || file.ratios.iter().any(|ratio| ratio.c == c);
            if !weight.is_zero() && !rated {
                let message = format!("`{}` has a weight, but no item and no ratio", c.key());
                let path = format!("five_c.weights.{}", c.key());
                self.report(
                    Code::MissingField,
                    &path,
                    message,
                    format!("add [[five_c.items]] with c = \"{}\"", c.key()),
                );
            }
        }
    }
}
