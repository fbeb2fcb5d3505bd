//! A client's data file read back: what two states of a book are compared by. [`data`](super::data)
//! writes it; [`compare`](super::compare) compares two.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize};

use crate::kinds::compare::Names;

/// What a data file says of a client, as far as it is compared. Of each measure the last figure
/// stays: that of the latest period, or of the as-of date.
#[derive(Debug, Clone, Deserialize)]
pub struct Record {
    /// The client's id.
    pub id: String,
    /// Its name.
    pub name: Names,
    /// Its industry, by which the model may score otherwise; empty in data files that do not name it.
    #[serde(default)]
    pub industry: String,
    /// The date of the assessment.
    pub as_of: String,
    /// Currency of its statements.
    pub currency: String,
    /// The credit model.
    pub model: Model,
    /// The id of its tier.
    pub tier: String,
    /// The tier before caps; none where there is no score.
    pub tier_before_caps: Option<String>,
    /// The caps that fired.
    pub caps: Vec<Cap>,
    /// The latest score.
    pub score: Option<Decimal>,
    /// The share of the weight that could be scored.
    pub coverage: Option<Decimal>,
    /// What each item adds to the score.
    pub contributions: Vec<Contribution>,
    /// What the client owes us by age, where its file tells.
    #[serde(default)]
    pub receivables: Option<Receivables>,
    /// The credit limit, where we trade with the client.
    #[serde(default)]
    pub limit: Option<Limit>,
    /// The entries of the watch list that hold at the as-of date.
    #[serde(default)]
    pub watch: Vec<Watch>,
    /// The documents that the model requires.
    #[serde(default)]
    pub credit_file: Vec<Document>,
    /// The decisions known at the as-of date.
    #[serde(default)]
    pub decisions: Vec<Decision>,
    /// The last figure of each measure.
    #[serde(rename = "measures")]
    pub figures: Vec<Figure>,
}

/// The credit model that a client was assessed by.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct Model {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The sum of its text.
    pub sha256: String,
    /// Its file, or empty.
    pub file: String,
}

/// A cap that fired.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct Cap {
    /// Its id in the model.
    pub id: String,
    /// Why it lowers the tier, in the book's first language.
    pub reason: String,
    /// The tier before it; none where neither a score nor a cap before it gives one.
    pub from: Option<String>,
    /// The tier after it.
    pub to: String,
    /// The file of what made it fire, where that is an entry.
    pub file: Option<String>,
    /// Its line.
    pub line: Option<usize>,
}

/// What one item adds to the score.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Contribution {
    /// The measure.
    pub measure: String,
    /// Its weight.
    pub weight: Decimal,
    /// Its points; none where it is left out.
    pub points: Option<Decimal>,
    /// What it adds.
    pub contribution: Decimal,
}

/// What a client owes us by age, in base units of the trade's currency.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Receivables {
    /// 1 to 30 days past due.
    pub overdue_1_30: Decimal,
    /// 31 to 60 days.
    pub overdue_31_60: Decimal,
    /// 61 to 90 days.
    pub overdue_61_90: Decimal,
    /// More than 90 days.
    pub overdue_over_90: Decimal,
    /// What of all that is open is disputed.
    pub disputed: Decimal,
    /// What is expected to be lost, where the model says at what rates.
    pub loss_allowance: Option<Decimal>,
}

impl Receivables {
    /// What is past due; none where that is too large a number.
    #[must_use]
    pub fn overdue(&self) -> Option<Decimal> {
        [self.overdue_31_60, self.overdue_61_90, self.overdue_over_90]
            .into_iter()
            .try_fold(self.overdue_1_30, Decimal::checked_add)
    }
}

/// The credit limit.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Limit {
    /// The currency of the trade; empty in data files that do not name it.
    #[serde(default)]
    pub currency: String,
    /// What the model recommends.
    pub recommended: Option<Decimal>,
    /// What has been granted and is in force.
    pub in_force: Option<Grant>,
    /// What we could lose.
    pub exposure: Option<Decimal>,
    /// What blocks further credit.
    pub blocks: Vec<Block>,
    /// What would have to be known to say that nothing else does: `exposure`, `overdue`.
    #[serde(default)]
    pub unknown: Vec<String>,
}

/// What blocks further credit.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct Block {
    /// Why: `over_limit`, `cash_only` or `overdue`.
    pub reason: String,
    /// By how much the limit is exceeded, or what is overdue for too long.
    pub amount: Option<Decimal>,
    /// The days past due of the oldest item.
    pub days: Option<i64>,
    /// The file of that item.
    pub file: Option<String>,
    /// Its line.
    pub line: Option<usize>,
}

/// An entry of the watch list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct Watch {
    /// Its first day.
    pub since: String,
    /// Its last day, where it has one.
    pub until: Option<String>,
    /// What put the client on the list, in the book's first language.
    pub trigger: String,
    /// Who answers for the plan.
    pub owner: String,
    /// What is done.
    pub plan: String,
    /// The file.
    pub file: String,
    /// The line.
    pub line: usize,
}

/// A limit in force.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct Grant {
    /// How much.
    pub amount: Decimal,
    /// Since when.
    pub from: String,
    /// Until when, where that is set.
    pub until: Option<String>,
}

/// A document that the model requires.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Document {
    /// Its kind.
    pub kind: String,
    /// Whether it is there and holds.
    pub state: String,
}

/// A decision on the client.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct Decision {
    /// What it is: an approval, an override …
    pub kind: String,
    /// Its day.
    pub date: String,
    /// Who decided.
    pub who: String,
    /// In what role.
    pub role: String,
    /// The tier before.
    pub from: String,
    /// The tier after.
    pub to: String,
    /// Until when, where that is set.
    pub until: Option<String>,
    /// Why.
    pub why: String,
    /// Whether it is the override that sets the tier.
    pub in_force: bool,
}

/// A figure with its inputs.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Figure {
    /// The measure.
    #[serde(rename = "id")]
    pub measure: String,
    /// The period, or the as-of date.
    pub period: String,
    /// The value, or none.
    pub value: Option<Decimal>,
    /// The formula with its numbers; empty where there is none.
    #[serde(default)]
    pub calculation: String,
    /// What it rests on: once in memory, however many figures rest on it.
    #[serde(deserialize_with = "each_in_an_arc")]
    pub inputs: Vec<Arc<Input>>,
}

/// A number that an author typed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub struct Input {
    /// Its key path.
    pub path: String,
    /// As typed.
    pub value: Decimal,
    /// How many base units one unit of the file is.
    #[serde(default = "one")]
    pub scale: Decimal,
    /// The file.
    pub file: String,
    /// The line.
    pub line: usize,
}

fn each_in_an_arc<'de, D: Deserializer<'de>>(inputs: D) -> Result<Vec<Arc<Input>>, D::Error> {
    Ok(Vec::<Input>::deserialize(inputs)?.into_iter().map(Arc::new).collect())
}

const fn one() -> Decimal {
    Decimal::ONE
}

impl Record {
    /// Reads a data file.
    ///
    /// # Errors
    /// It is not JSON, or not that of a client.
    pub fn read(json: &str) -> serde_json::Result<Self> {
        let mut record: Record = serde_json::from_str(json)?;
        let last: BTreeMap<String, usize> =
            record.figures.iter().enumerate().map(|(at, figure)| (figure.measure.clone(), at)).collect();
        let mut at = 0..;
        record.figures.retain(|figure| at.next() == last.get(&figure.measure).copied());
        record.share_inputs();
        Ok(record)
    }

    /// Keeps every input once, since many figures rest on the same, and no room for more of them.
    fn share_inputs(&mut self) {
        let mut known: BTreeSet<Arc<Input>> = BTreeSet::new();
        for figure in &mut self.figures {
            for input in &mut figure.inputs {
                match known.get(input) {
                    Some(same) => *input = Arc::clone(same),
                    None => _ = known.insert(Arc::clone(input)),
                }
            }
            figure.inputs.shrink_to_fit();
        }
        self.figures.shrink_to_fit();
    }

    /// The last figure of `measure`.
    #[must_use]
    pub fn figure(&self, measure: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.measure == measure)
    }

    /// What `measure` adds to the score.
    #[must_use]
    pub fn contribution(&self, measure: &str) -> Option<&Contribution> {
        self.contributions.iter().find(|part| part.measure == measure)
    }

    /// The latest assessed period, where there is one.
    #[must_use]
    pub fn period(&self) -> Option<&str> {
        self.figure("credit_score").map(|figure| figure.period.as_str())
    }

    /// What blocks further credit.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        self.limit.as_ref().map_or(&[], |limit| &limit.blocks)
    }

    /// Whether it is not known if something blocks further credit for `reason`.
    #[must_use]
    pub fn leaves_open(&self, reason: &str) -> bool {
        let needed = match reason {
            "over_limit" => "exposure",
            other => other,
        };
        self.limit.as_ref().is_some_and(|limit| limit.unknown.iter().any(|unknown| unknown == needed))
    }

    /// The override that sets the tier.
    #[must_use]
    pub fn override_in_force(&self) -> Option<&Decision> {
        self.decisions.iter().find(|decision| decision.in_force)
    }
}
