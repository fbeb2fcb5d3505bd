//! Importance–performance analysis [S: Martilla & James 1977, *Journal of Marketing* 41(1)].

use rust_decimal::Decimal;

use super::Segment;
use crate::kinds::survey::case::Survey;
use crate::measures::{Expr, Figure, Input, Inputs, Measure, Note, Origin};
use crate::values::{Undefined, Unit, Words};

/// The fields of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quadrant {
    /// Important and weak.
    ConcentrateHere,
    /// Important and strong.
    KeepUp,
    /// Neither important nor strong.
    LowPriority,
    /// Strong, but not important.
    PossibleOverkill,
}

impl Quadrant {
    /// All of them, in the order of print.
    pub const ALL: [Quadrant; 4] =
        [Quadrant::ConcentrateHere, Quadrant::KeepUp, Quadrant::LowPriority, Quadrant::PossibleOverkill];

    /// In words.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            Quadrant::ConcentrateHere => Words { zh: "集中改进", en: "Concentrate here" },
            Quadrant::KeepUp => Words { zh: "继续保持", en: "Keep up the good work" },
            Quadrant::LowPriority => Words { zh: "低优先", en: "Low priority" },
            Quadrant::PossibleOverkill => Words { zh: "可能过度", en: "Possible overkill" },
        }
    }

    /// The stable name in data files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Quadrant::ConcentrateHere => "concentrate_here",
            Quadrant::KeepUp => "keep_up",
            Quadrant::LowPriority => "low_priority",
            Quadrant::PossibleOverkill => "possible_overkill",
        }
    }

    const fn of(important: bool, strong: bool) -> Self {
        match (important, strong) {
            (true, false) => Quadrant::ConcentrateHere,
            (true, true) => Quadrant::KeepUp,
            (false, false) => Quadrant::LowPriority,
            (false, true) => Quadrant::PossibleOverkill,
        }
    }
}

/// The analysis of all items.
#[derive(Debug, Clone)]
pub struct Importance {
    /// One for each item, in their order.
    pub items: Vec<ImportanceOf>,
    /// The mean importance of the items: the line between important and unimportant.
    pub importance_line: Decimal,
    /// The mean perception of the items: the line between strong and weak.
    pub perception_line: Decimal,
    /// Whether expectations stand in for importance.
    pub is_stand_in: bool,
}

/// The importance of an item.
#[derive(Debug, Clone)]
pub struct ImportanceOf {
    /// The importance as a figure.
    pub figure: Figure,
    /// Its value.
    pub importance: Decimal,
    /// The perception.
    pub perception: Decimal,
    /// The field; a value on a line counts as high.
    pub quadrant: Quadrant,
}

const SUM: Words = Words { zh: "重要性回答之和", en: "Sum of answers on importance" };
const COUNT: Words = Words { zh: "人数", en: "Respondents" };
const GIVEN: Words = Words { zh: "问卷给定的重要性", en: "Importance given in the survey" };

/// The analysis, where every item has an importance: as asked, as given in the file, or else as
/// expected.
pub(super) fn importance(survey: &Survey, whole: &Segment, inputs: &mut Inputs) -> Option<Importance> {
    let asked: Option<Vec<Figure>> =
        (0..survey.instrument.items.len()).map(|item| asked(survey, item, inputs)).collect();
    let is_stand_in = asked.is_none();
    let figures = match asked {
        Some(figures) => figures,
        None => whole.items.iter().map(|item| expected(&item.expectation.as_ref()?.figure)).collect::<Option<_>>()?,
    };
    let values: Vec<(Decimal, Decimal)> = figures
        .iter()
        .zip(&whole.items)
        .map(|(figure, item)| Some((figure.value.ok()?, item.perception.figure.value.ok()?)))
        .collect::<Option<_>>()?;
    let count = Decimal::from(values.len());
    let importance_line = values.iter().map(|value| value.0).sum::<Decimal>().checked_div(count)?;
    let perception_line = values.iter().map(|value| value.1).sum::<Decimal>().checked_div(count)?;
    let items = figures.into_iter().zip(values).map(|(figure, (importance, perception))| ImportanceOf {
        figure,
        importance,
        perception,
        quadrant: Quadrant::of(importance >= importance_line, perception >= perception_line),
    });
    Some(Importance { items: items.collect(), importance_line, perception_line, is_stand_in })
}

/// An item's importance as respondents or the file say.
fn asked(survey: &Survey, at: usize, inputs: &mut Inputs) -> Option<Figure> {
    let (item, sums) = (&survey.instrument.items[at], survey.tallies.whole.items[at].importance);
    let origin = if survey.data_file.is_empty() { Origin::Case } else { Origin::Data };
    let mut input = |name, origin, path, value, unit| {
        Expr::Input(inputs.add(Input { name, of: item.id.clone(), origin, path, value, scale: Decimal::ONE, unit }))
    };
    let formula = if sums.n > 0 {
        let sum = Decimal::try_from_i128_with_scale(sums.sum, 0).ok()?;
        let sum = input(SUM, origin, format!("sum({}_I)", item.id), sum, Unit::Scale);
        let count = input(COUNT, origin, format!("count({}_I)", item.id), Decimal::from(sums.n), Unit::Count);
        sum.over_or(count, Undefined::NoAnswers)
    } else {
        input(GIVEN, Origin::Case, format!("items[{at}].importance"), item.importance?, Unit::Scale)
    };
    Some(Figure::new(Measure::Importance, "all", formula, inputs).of(&item.id))
}

/// An item's expectation in place of its importance.
fn expected(expectation: &Figure) -> Option<Figure> {
    let formula = Expr::Figure(Measure::Expectation, expectation.value.ok()?);
    let mut figure = Figure::new(Measure::Importance, "all", formula, &Inputs::default()).of(&expectation.scope);
    figure.notes.push(Note::ExpectationForImportance);
    Some(figure)
}
