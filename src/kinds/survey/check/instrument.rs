//! Checks of the questions: scale, dimensions with their weights, items.

use rust_decimal::Decimal;

use super::Check;
use crate::kinds::survey::case::{Conventions, Dimension, Instrument, Item, Missing, Question, Scale, Weighting};
use crate::kinds::survey::dimensions::{FIVE, KnownDimension, text};
use crate::kinds::survey::schema::{Ask, ItemFile, QuestionKind, SurveyFile};
use crate::load::check::nearest;
use crate::load::fields::Amount;
use crate::values::{Code, Text, plural};

/// How many items a dimension should have (SCOPE R8).
const ITEMS: std::ops::RangeInclusive<usize> = 4..=5;

/// Column endings that an id must leave to us.
const RESERVED: [&str; 4] = ["respondent", "group", "wave", "date"];

/// What a questionnaire asks, each once; what was perceived always.
fn asks(given: &[Ask]) -> Vec<Ask> {
    let mut asks = given.to_vec();
    asks.push(Ask::Perceived);
    asks.sort_unstable();
    asks.dedup();
    asks
}

impl Check<'_> {
    pub(super) fn instrument(&mut self, file: &SurveyFile) -> Instrument {
        let scale = self.scale(file);
        let mut dimensions = self.dimensions(file);
        let items = self.items(file, &dimensions, scale.points);
        for (at, item) in items.iter().enumerate() {
            if let Some(dimension) = dimensions.get_mut(item.dimension) {
                dimension.items.push(at);
            }
        }
        self.items_of(file, &dimensions);
        // Without dimensions in the file, those of the five that nobody asks about fall away.
        let (dimensions, items) =
            if file.dimensions.is_empty() { used(dimensions, items) } else { (dimensions, items) };
        Instrument {
            scale,
            conventions: self.conventions(file),
            dimensions: weighted(dimensions),
            items,
            questions: self.questions(file),
            asks: file.asks.as_deref().map(asks),
            has_expectations: true,
        }
    }

    fn scale(&mut self, file: &SurveyFile) -> Scale {
        let Some(scale) = &file.scale else {
            return Scale { points: 7, low: Text::default(), high: Text::default() };
        };
        if !(2..=11).contains(&scale.points) {
            let message = format!("a scale of {} cannot be used", plural(scale.points, "answer"));
            self.report(Code::BadValue, "scale.points", message, "write a number from 2 to 11; 7 and 5 are usual");
        }
        Scale {
            points: if (2..=11).contains(&scale.points) { scale.points } else { 11 },
            low: scale.low.clone().unwrap_or_default(),
            high: scale.high.clone().unwrap_or_default(),
        }
    }

    fn conventions(&mut self, file: &SurveyFile) -> Conventions {
        let half = Decimal::new(5, 1);
        let Some(conventions) = &file.conventions else {
            return Conventions { missing: Missing::default(), at_least: half, weighting: Weighting::default() };
        };
        let at_least = conventions.at_least.map_or(half, |share| share.0);
        if at_least <= Decimal::ZERO || at_least > Decimal::ONE {
            let message = format!("{at_least} is not a share of a dimension's items");
            let hint = "write a fraction above 0 and up to 1, such as 0.5";
            self.report(Code::BadValue, "conventions.at_least", message, hint);
        }
        Conventions {
            missing: conventions.missing.unwrap_or_default(),
            at_least,
            weighting: conventions.weighting.unwrap_or_default(),
        }
    }

    fn dimensions(&mut self, file: &SurveyFile) -> Vec<Dimension> {
        if file.dimensions.is_empty() {
            let known = FIVE.iter().map(|known| Dimension {
                index: None,
                id: known.id.to_owned(),
                name: text(known.name),
                about: text(known.about),
                weight: Decimal::ZERO,
                items: Vec::new(),
            });
            return known.collect();
        }
        for (at, dimension) in file.dimensions.iter().enumerate() {
            let id = dimension.id.trim();
            let before = file.dimensions[..at].iter().any(|other| other.id.trim() == id);
            self.id_of_part(&format!("dimensions[{at}].id"), id, "dimension", before);
            if dimension.name.is_none() && KnownDimension::of(id).is_none() {
                let message = format!("the dimension `{id}` has no name");
                let hint = "add `name = \"…\"`; only the five of SERVQUAL have names that are known";
                self.report(Code::MissingField, &format!("dimensions[{at}]"), message, hint);
            }
        }
        self.weights(file);
        let dimension = |(at, dimension): (usize, &crate::kinds::survey::schema::DimensionFile)| {
            let id = dimension.id.trim();
            let known = KnownDimension::of(id);
            let or_known = |own: &Option<Text>, known: Option<Text>| own.clone().or(known).unwrap_or_default();
            Dimension {
                index: Some(at),
                id: id.to_owned(),
                name: or_known(&dimension.name, known.map(|known| text(known.name))),
                about: or_known(&dimension.about, known.map(|known| text(known.about))),
                weight: dimension.weight.map_or(Decimal::ZERO, |weight| weight.0),
                items: Vec::new(),
            }
        };
        file.dimensions.iter().enumerate().map(dimension).collect()
    }

    /// Weights sum to 100 points, or there are none.
    fn weights(&mut self, file: &SurveyFile) {
        let given: Vec<Decimal> =
            file.dimensions.iter().filter_map(|dimension| dimension.weight).map(|weight| weight.0).collect();
        for (at, dimension) in file.dimensions.iter().enumerate() {
            if given.is_empty() {
                break;
            }
            let path = format!("dimensions[{at}].weight");
            match dimension.weight {
                None => {
                    let message = format!("the dimension `{}` has no weight, but others have", dimension.id);
                    self.report(
                        Code::MissingField,
                        &format!("dimensions[{at}]"),
                        message,
                        "give every dimension a weight, or none",
                    );
                }
                Some(Amount(weight)) if weight.is_sign_negative() => {
                    let message = format!("the weight {weight} of `{}` is negative", dimension.id);
                    self.report(Code::BadValue, &path, message, "write points of 100, such as 20");
                }
                Some(_) => {}
            }
        }
        let sum: Decimal = given.iter().sum();
        if given.len() == file.dimensions.len() && sum != Decimal::ONE_HUNDRED {
            let listed: Vec<_> = given.iter().map(|weight| weight.normalize().to_string()).collect();
            let rest = (Decimal::ONE_HUNDRED - sum).normalize();
            let message = format!("the weights sum to {}, not to 100: {}", sum.normalize(), listed.join(" + "));
            let hint =
                if rest > Decimal::ZERO { format!("{rest} is missing") } else { format!("{} is too much", rest.abs()) };
            self.report(Code::WeightsSum, "dimensions[0].weight", message, hint);
        }
    }

    fn items(&mut self, file: &SurveyFile, dimensions: &[Dimension], points: u8) -> Vec<Item> {
        if file.items.is_empty() {
            self.report(Code::BadValue, "items", "the survey asks nothing", "add an `[[items]]` for each question");
        }
        let mut items = Vec::new();
        for (at, item) in file.items.iter().enumerate() {
            let id = item.id.trim();
            let before = file.items[..at].iter().any(|other| other.id.trim() == id);
            self.id_of_part(&format!("items[{at}].id"), id, "item", before);
            self.column_name(&format!("items[{at}].id"), id);
            let found = dimensions.iter().position(|dimension| dimension.id == item.dimension.trim());
            if found.is_none() {
                let hint = nearest(item.dimension.trim(), dimensions.iter().map(|dimension| dimension.id.as_str()));
                let hint = hint.map_or_else(
                    || {
                        let known: Vec<_> = dimensions.iter().map(|dimension| dimension.id.as_str()).collect();
                        format!("write one of {}", known.join(", "))
                    },
                    |near| format!("did you mean `{near}`?"),
                );
                let message = format!("there is no dimension `{}`", item.dimension.trim());
                self.report(Code::BadReference, &format!("items[{at}].dimension"), message, hint);
            }
            self.levels(at, item, points);
            items.push(Item {
                id: id.to_owned(),
                dimension: found.unwrap_or(0),
                text: item.text.clone(),
                short: item.short.clone().unwrap_or_default(),
                reverse: item.reverse,
                importance: item.importance.map(|level| level.0),
                desired: item.desired.map(|level| level.0),
                minimum: item.minimum.map(|level| level.0),
            });
        }
        items
    }

    /// Levels lie on the scale, the least acceptable not above the desired one.
    fn levels(&mut self, at: usize, item: &ItemFile, points: u8) {
        let levels = [("importance", item.importance), ("desired", item.desired), ("minimum", item.minimum)];
        for (key, level) in levels {
            if let Some(Amount(level)) = level.filter(|level| level.0 < Decimal::ONE || level.0 > Decimal::from(points))
            {
                let message = format!("{level} is not on the scale from 1 to {points}");
                self.report(
                    Code::BadValue,
                    &format!("items[{at}].{key}"),
                    message,
                    "write a level of the answer scale",
                );
            }
        }
        if let (Some(desired), Some(minimum)) = (item.desired, item.minimum)
            && minimum.0 > desired.0
        {
            let message = format!("the least acceptable level {} is above the desired one, {}", minimum.0, desired.0);
            self.report(Code::BadValue, &format!("items[{at}].minimum"), message, "exchange the two");
        }
    }

    /// An id heads a column, so it must not look like another one.
    fn column_name(&mut self, path: &str, id: &str) {
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
        if !id.is_empty() && !id.chars().all(plain) {
            let message = format!("`{id}` cannot head a column");
            self.report(Code::BadValue, path, message, "use letters, digits, -, _ and points");
        }
        if RESERVED.iter().any(|reserved| reserved.eq_ignore_ascii_case(id)) {
            let message = format!("`{id}` is the name of another column");
            self.report(Code::BadValue, path, message, "choose another id");
        }
    }

    fn items_of(&mut self, file: &SurveyFile, dimensions: &[Dimension]) {
        for dimension in dimensions {
            let count = dimension.items.len();
            if ITEMS.contains(&count) || (file.dimensions.is_empty() && count == 0) {
                continue;
            }
            let path = dimension.index.map_or_else(|| "items".to_owned(), |at| format!("dimensions[{at}].id"));
            if count == 0 {
                let message = format!("no item belongs to the dimension `{}`", dimension.id);
                self.report(Code::BadReference, &path, message, "add items, or remove the dimension");
            } else {
                let message =
                    format!("the dimension `{}` has {}; 4 or 5 are usual", dimension.id, plural(count, "item"));
                let hint = "fewer measure it poorly, more tire respondents; α needs at least two";
                self.report(Code::ItemsPerDimension, &path, message, hint);
            }
        }
    }

    fn questions(&mut self, file: &SurveyFile) -> Vec<Question> {
        for (at, question) in file.questions.iter().enumerate() {
            let id = question.id.trim();
            let path = format!("questions[{at}].id");
            let before = file.questions[..at].iter().any(|other| other.id.trim() == id);
            let item = file.items.iter().any(|item| item.id.trim() == id);
            self.id_of_part(&path, id, "question", before || item);
            self.column_name(&path, id);
            if file.questions[..at].iter().any(|other| other.kind == question.kind) {
                let message = format!("a second question asks for {}", name(question.kind));
                self.report(Code::DuplicateId, &format!("questions[{at}].kind"), message, "keep one of them");
            }
        }
        let question = |question: &crate::kinds::survey::schema::QuestionFile| Question {
            id: question.id.trim().to_owned(),
            kind: question.kind,
            text: question.text.clone(),
        };
        file.questions.iter().map(question).collect()
    }
}

const fn name(kind: QuestionKind) -> &'static str {
    match kind {
        QuestionKind::Recommendation => "a recommendation",
        QuestionKind::Repurchase => "repurchase",
        QuestionKind::Satisfaction => "satisfaction",
    }
}

/// The dimensions that have items, and the items with their places among them.
fn used(dimensions: Vec<Dimension>, mut items: Vec<Item>) -> (Vec<Dimension>, Vec<Item>) {
    let kept: Vec<usize> = (0..dimensions.len()).filter(|&at| !dimensions[at].items.is_empty()).collect();
    for item in &mut items {
        item.dimension = kept.iter().position(|&at| at == item.dimension).unwrap_or(0);
    }
    let dimensions = dimensions.into_iter().filter(|dimension| !dimension.items.is_empty()).collect();
    (dimensions, items)
}

/// Where no dimension has a weight, all weigh alike.
fn weighted(mut dimensions: Vec<Dimension>) -> Vec<Dimension> {
    if dimensions.iter().all(|dimension| dimension.weight.is_zero()) {
        let each = Decimal::ONE_HUNDRED.checked_div(Decimal::from(dimensions.len())).unwrap_or_default();
        for dimension in &mut dimensions {
            dimension.weight = each;
        }
    }
    dimensions
}
