//! Questions on the service as a whole: net promoter score, satisfied and willing customers.

use rust_decimal::Decimal;

use crate::kinds::survey::case::{Question, QuestionKind, Survey};
use crate::kinds::survey::tally::QuestionTally;
use crate::measures::statistics::{Interval, net_promoter_interval, wilson};
use crate::measures::{Expr, Figure, Input, Inputs, Measure, Origin};
use crate::values::{Undefined, Unit, Words};

/// The result of a question on the whole.
#[derive(Debug, Clone)]
pub struct QuestionResult {
    /// What it asks.
    pub kind: QuestionKind,
    /// The net promoter score in points, or the share of the two highest answers.
    pub figure: Figure,
    /// How many answered.
    pub n: u64,
    /// Promoters, or answers in the two highest classes.
    pub high: u64,
    /// Detractors; 0 for other questions.
    pub low: u64,
    /// The interval of the figure, as a fraction.
    pub interval: Option<Interval>,
    /// The mean answer.
    pub mean: Option<Decimal>,
}

const PROMOTERS: Words = Words { zh: "推荐者（9–10 分）", en: "Promoters (9–10)" };
const DETRACTORS: Words = Words { zh: "贬损者（0–6 分）", en: "Detractors (0–6)" };
const HIGHEST: Words = Words { zh: "最高两档", en: "The two highest answers" };
const ANSWERS: Words = Words { zh: "作答人数", en: "Answers" };

/// The result of `question` for the segment `id`.
pub(super) fn question(
    question: &Question,
    tally: &QuestionTally,
    id: &str,
    survey: &Survey,
    inputs: &mut Inputs,
) -> QuestionResult {
    let n = tally.answers.n;
    let mut count = |name: Words, what: &str, value: u64| {
        let segment = if id == "all" { String::new() } else { format!(" [{id}]") };
        Expr::Input(inputs.add(Input {
            name,
            of: if id == "all" { String::new() } else { id.to_owned() },
            origin: if survey.data_file.is_empty() { Origin::Case } else { Origin::Data },
            path: format!("count({}{what}){segment}", question.id),
            value: Decimal::from(value),
            scale: Decimal::ONE,
            unit: Unit::Count,
        }))
    };
    let (measure, formula, interval) = match question.kind {
        QuestionKind::Recommendation => {
            let difference = count(PROMOTERS, " ≥ 9", tally.high).minus(count(DETRACTORS, " ≤ 6", tally.low));
            let share = difference.over_or(count(ANSWERS, "", n), Undefined::NoAnswers);
            let interval = net_promoter_interval(tally.high, tally.low, n);
            (Measure::Nps, share.times(Expr::number(100)), interval)
        }
        kind => {
            let (_, highest) = kind.range(survey.instrument.scale.points);
            let high = count(HIGHEST, &format!(" ≥ {}", highest.saturating_sub(1)), tally.high);
            let share = high.over_or(count(ANSWERS, "", n), Undefined::NoAnswers);
            let satisfied = kind == QuestionKind::Satisfaction;
            let measure = if satisfied { Measure::SatisfiedShare } else { Measure::RepurchaseShare };
            (measure, share, wilson(tally.high, n))
        }
    };
    QuestionResult {
        kind: question.kind,
        figure: Figure::new(measure, id, formula, inputs),
        n,
        high: tally.high,
        low: tally.low,
        interval,
        mean: tally.answers.mean(1),
    }
}
