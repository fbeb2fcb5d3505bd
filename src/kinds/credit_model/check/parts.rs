//! Checks the parts of a score: their weights sum to 1, and so do the weights within each.

use rust_decimal::Decimal;

use super::Check;
use crate::kinds::credit_model::model::evidence::{Part, Parts};
use crate::kinds::credit_model::schema::{ItemFile, ItemPart, ModelFile, PartsFile};
use crate::values::Code;

/// The part that an item belongs to.
pub(super) fn part_of(item: &ItemFile) -> Part {
    match item.part {
        Some(ItemPart::Payment) => Part::Payment,
        Some(ItemPart::Financial) | None => Part::Financial,
    }
}

impl Check<'_> {
    pub(super) fn parts(&mut self, file: &ModelFile) -> Option<Parts> {
        let Some(parts) = &file.score.parts else {
            self.no_parts(&file.score.items);
            return None;
        };
        let weight = |amount: Option<crate::load::fields::Amount>| amount.map_or(Decimal::ZERO, |amount| amount.0);
        let made =
            Parts { financial: weight(parts.financial), five_c: weight(parts.five_c), payment: weight(parts.payment) };
        let weights = [made.financial, made.five_c, made.payment];
        if let Some(part) = Part::ALL.into_iter().find(|&part| made.weight(part).is_sign_negative()) {
            let path = format!("score.parts.{}", part.key());
            self.report(
                Code::BadValue,
                &path,
                "a part's weight cannot be negative".to_owned(),
                "write a fraction of 1",
            );
        }
        self.sum("the weights of the score's parts", &weights, first_key(parts));
        for part in [Part::Financial, Part::Payment] {
            self.within(&file.score.items, part, made.weight(part));
        }
        if !made.five_c.is_zero() && file.five_c.is_none() {
            let message = "the score has the part `five_c`, but the model has no rubric".to_owned();
            self.report(Code::MissingField, "score.parts.five_c", message, "add [five_c] with weights and items");
        }
        Some(made)
    }

    /// Items that name a part of a score without parts.
    fn no_parts(&mut self, items: &[ItemFile]) {
        for (at, item) in items.iter().enumerate().filter(|(_, item)| item.part.is_some()) {
            let message = format!("`{}` names a part, but the score has none", item.measure);
            let hint = "add [score.parts] with their weights, or remove `part`";
            self.report(Code::BadValue, &format!("score.items[{at}].part"), message, hint);
        }
    }

    /// The weights of the items of a part sum to 1; a part without weight has no items.
    fn within(&mut self, items: &[ItemFile], part: Part, weight: Decimal) {
        let of_part: Vec<_> = items.iter().enumerate().filter(|(_, item)| part_of(item) == part).collect();
        let key = part.key();
        match (of_part.first(), weight.is_zero()) {
            (Some((at, _)), true) => {
                let message = format!("the part `{key}` weighs nothing, but has items");
                let path = format!("score.items[{at}].measure");
                self.report(Code::BadValue, &path, message, format!("give `{key}` a weight under [score.parts]"));
            }
            (None, false) => {
                let message = format!("the part `{key}` has a weight, but no items");
                let hint = format!("give items `part = \"{key}\"`, or remove its weight");
                self.report(Code::BadValue, &format!("score.parts.{key}"), message, hint);
            }
            (Some((at, _)), false) => {
                let weights: Vec<_> = of_part.iter().map(|(_, item)| item.weight.0).collect();
                let what = format!("the weights within the part `{key}`");
                self.sum(&what, &weights, &format!("score.items[{at}].weight"));
            }
            (None, true) => {}
        }
    }
}

/// The key path of the first weight that is written.
fn first_key(parts: &PartsFile) -> &'static str {
    match (&parts.financial, &parts.five_c, &parts.payment) {
        (Some(_), ..) => "score.parts.financial",
        (None, Some(_), _) => "score.parts.five_c",
        (None, None, Some(_)) => "score.parts.payment",
        (None, None, None) => "score.parts",
    }
}
