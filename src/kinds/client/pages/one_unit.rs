//! The units in which amounts are printed: those of the statements in that of the latest one, those of our
//! trade and of limits in that of the trade. Calculations whose amounts are typed in other units are
//! printed in the unit of their result, so that they hold as printed.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::Sheet;
use super::words as w;
use crate::kinds::client::assess::{Assessment, RATING, WEIGHT};
use crate::kinds::client::case::{AmountUnit, Client};
use crate::measures::{Expr, Figure, Input, Inputs, Measure, MeasureDoc, Origin};
use crate::pages::DerivedFigure;
use crate::present::{self, Calculation};
use crate::values::{Language, Undefined, Unit, Words};

/// What is owed to us, and what may be: amounts of our trade, in its currency.
const OF_TRADE: [Measure; 4] =
    [Measure::LossAllowance, Measure::LimitNeed, Measure::RecommendedLimit, Measure::CreditExposure];

/// What is compared with amounts of our trade, and shares of them.
const BESIDE_TRADE: [Measure; 5] = [
    Measure::LimitNetWorth,
    Measure::LimitWorkingAssets,
    Measure::LimitTurnover,
    Measure::LimitUse,
    Measure::CollateralCover,
];

/// The units in which money of a client is printed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scales {
    /// That of the latest statement, or of the trade where there is none.
    pub(super) statements: Decimal,
    /// That of the trade, or of the statements where there is none.
    pub(super) trade: Decimal,
}

impl Scales {
    pub(super) fn new(client: &Client, assessment: &Assessment) -> Self {
        let latest = assessment.latest(client).map(|latest| latest.unit);
        let trade = client.trade.as_ref().map(|trade| trade.unit);
        let scale = |unit: Option<AmountUnit>| unit.map_or(Decimal::ONE, AmountUnit::scale);
        Scales { statements: scale(latest.or(trade)), trade: scale(trade.or(latest)) }
    }

    /// That of the figures of `measure`.
    pub(super) fn of(self, measure: Measure) -> Decimal {
        if OF_TRADE.contains(&measure) || BESIDE_TRADE.contains(&measure) { self.trade } else { self.statements }
    }
}

/// Whether the amounts of `figure`, its inputs, other figures and the result, are in more than one unit;
/// those that are computed are in units of `scale`.
pub(super) fn is_mixed(figure: &Figure, inputs: &Inputs, scale: Decimal) -> bool {
    let Some(formula) = &figure.formula else { return false };
    let computed = figure.measure.unit() == Unit::Money || names_money(formula);
    let typed = formula.inputs().into_iter().map(|id| inputs.get(id)).filter(|input| counts_money(input));
    let mut scales = computed.then_some(scale).into_iter().chain(typed.map(|input| input.scale));
    scales.next().is_some_and(|first| scales.any(|other| other != first))
}

/// Whether an input is in a currency: an amount, or a sum of amounts times days.
fn counts_money(input: &Input) -> bool {
    matches!(input.unit, Unit::Money | Unit::MoneyDays)
}

/// Whether `formula` rests on another figure that is an amount.
fn names_money(formula: &Expr) -> bool {
    match formula {
        Expr::Figure(measure, _) => measure.unit() == Unit::Money,
        Expr::Input(_) | Expr::Number(_) => false,
        Expr::Sum(terms) => terms.iter().any(|(_, term)| names_money(term)),
        Expr::Product(of) | Expr::Min(of) | Expr::Max(of) => of.iter().any(names_money),
        Expr::Quotient(parts, _) | Expr::Distance(parts) | Expr::Floor(parts) => {
            names_money(&parts.0) || names_money(&parts.1)
        }
    }
}

/// The inputs as `figure` prints them: as typed, or with every amount in units of `scale`.
fn printed<'i>(figure: &Figure, inputs: &'i Inputs, scale: Decimal) -> Cow<'i, Inputs> {
    if is_mixed(figure, inputs, scale) { Cow::Owned(converted(inputs, scale)) } else { Cow::Borrowed(inputs) }
}

/// The same inputs with amounts in units of `scale`. Sums over a table count as typed, since they are
/// printed to four decimals otherwise, too few for small amounts in a large unit.
fn converted(inputs: &Inputs, scale: Decimal) -> Inputs {
    let mut all = Inputs::default();
    for (_, input) in inputs.iter() {
        let input = input.clone();
        all.push(if counts_money(&input) { Input { scale, origin: Origin::Case, ..input } } else { input });
    }
    all
}

/// Replaces those of the `calculations` of a client's figures that mix units.
pub(super) fn unite(calculations: &mut [Calculation], assessment: &Assessment, scales: Scales) {
    let inputs = &assessment.inputs;
    let mut known: Vec<(Decimal, Inputs)> = Vec::with_capacity(2);
    for (figure, calculation) in assessment.figures().zip(calculations) {
        let scale = scales.of(figure.measure);
        if !is_mixed(figure, inputs, scale) {
            continue;
        }
        if known.iter().all(|(of, _)| *of != scale) {
            known.push((scale, converted(inputs, scale)));
        }
        let one_unit = known.iter().find(|(of, _)| *of == scale).map_or(inputs, |(_, inputs)| inputs);
        *calculation = Calculation::new(figure.formula.as_ref(), one_unit, scale);
    }
}

impl Sheet<'_> {
    pub(super) fn scales(&self) -> Scales {
        Scales::new(self.client, self.assessment)
    }

    /// The unit in which money of the statements is printed.
    pub(crate) fn scale(&self) -> Decimal {
        self.scales().statements
    }

    /// The currency of the statements with their unit, in words.
    pub(crate) fn money_unit(&self) -> String {
        present::amount_unit(&self.client.currency, self.scale(), self.language())
    }

    /// The currency of a measure's money: that of the trade for what is owed or needed.
    fn currency_of(&self, measure: Measure) -> &str {
        if OF_TRADE.contains(&measure) { self.trade_currency() } else { &self.client.currency }
    }

    /// The currency of a measure's money with its unit, in words.
    pub(super) fn money_unit_of(&self, measure: Measure) -> String {
        present::amount_unit(self.currency_of(measure), self.scales().of(measure), self.language())
    }

    /// How `figure` came about; `calculation` is its formula with numbers.
    pub(super) fn derived(&self, figure: &Figure, calculation: &Calculation) -> DerivedFigure {
        let scale = self.scales().of(figure.measure);
        let mut derived = present::derived(figure, calculation, self.language(), scale);
        if let (Unit::Money, Ok(amount)) = (figure.measure.unit(), figure.value) {
            derived.result = self.result(figure.measure, amount, scale);
        }
        if is_mixed(figure, &self.assessment.inputs, scale) {
            derived.notes.push(self.converted_to(figure.measure));
        }
        if figure.value == Err(Undefined::CurrencyMix) {
            derived.notes.extend(self.currencies_apart());
        }
        derived
    }

    /// An amount with its unit. English tells amounts of our trade in full wherever they stand alone, so here too.
    fn result(&self, measure: Measure, amount: Decimal, scale: Decimal) -> String {
        let (currency, language) = (self.currency_of(measure), self.language());
        let result = present::money(amount, currency, scale, language);
        if language == Language::En && OF_TRADE.contains(&measure) && scale != Decimal::ONE {
            [&result, " = ", &present::money(amount, currency, Decimal::ONE, language)].concat()
        } else {
            result
        }
    }

    /// That amounts were typed in another unit than a calculation of `measure` prints.
    pub(super) fn converted_to(&self, measure: Measure) -> String {
        let unit = self.money_unit_of(measure);
        match self.language() {
            Language::Zh => format!("金额已换算为{unit}"),
            Language::En => format!("amounts are converted to {unit}"),
        }
    }

    /// How `figure` came about, with its calculation.
    pub(in crate::kinds::client) fn derivation_of(&self, figure: &Figure) -> DerivedFigure {
        let (inputs, scale) = (&self.assessment.inputs, self.scales().of(figure.measure));
        self.derived(figure, &Calculation::new(figure.formula.as_ref(), &printed(figure, inputs, scale), scale))
    }

    /// Currency and unit in which an input was typed; nothing where it is no amount.
    fn typed_in(&self, input: &Input) -> Option<(&str, Decimal)> {
        let of_trade = ["trade.", "limits[", "documents[", "decisions["].iter().any(|of| input.path.starts_with(of));
        let currency = match input.origin {
            Origin::Model => self.edition.model.limit.as_ref().map_or(&*self.client.currency, |rules| &rules.currency),
            Origin::Data => self.trade_currency(),
            Origin::Case if of_trade => self.trade_currency(),
            Origin::Case => &self.client.currency,
        };
        counts_money(input).then_some((currency, input.scale))
    }

    /// The number of an input as typed; with its unit where it is an amount in another than that of the statements.
    pub(in crate::kinds::client) fn input_as_typed(&self, input: &Input) -> String {
        let number = present::trace::input_value(input);
        let unit = self.typed_in(input).filter(|_| self.in_usual_unit(input) == Some(false));
        let Some((currency, scale)) = unit else { return number };
        let language = self.language();
        let told = match (input.unit, language) {
            (Unit::MoneyDays, Language::Zh) => {
                [&number, " ", &present::amount_unit(currency, scale, language), "·天"].concat()
            }
            (Unit::MoneyDays, Language::En) => {
                [&number, " (", &present::amount_unit(currency, scale, language), " × days)"].concat()
            }
            _ => present::with_unit(&number, currency, scale, language),
        };
        // In a list, the currency of the client need not be told again.
        let own = language == Language::Zh && currency == self.client.currency;
        if own { told.replace("元人民币", "元") } else { told }
    }

    /// In which unit amounts are that bear none.
    pub(in crate::kinds::client) fn usual_unit(&self) -> String {
        [self.say(w::MONEY_IN), self.money_unit(), self.say(w::UNLESS_NAMED)].concat()
    }

    /// Whether an input is an amount in the unit of the statements; nothing where it is none.
    pub(in crate::kinds::client) fn in_usual_unit(&self, input: &Input) -> Option<bool> {
        let usual = (self.client.currency.as_str(), self.scale());
        self.typed_in(input).map(|unit| input.unit == Unit::Money && unit == usual)
    }

    /// The unit in which a chart of amounts up to `most` counts, which are told in `scale`: a larger one where
    /// the words beside its axis would not fit.
    pub(super) fn chart_scale(&self, most: Decimal, scale: Decimal) -> Decimal {
        let in_units_of = |scale: Decimal| most / scale;
        if in_units_of(scale) < Decimal::from(500_000) {
            return scale;
        }
        let larger: &[u32] = match self.language() {
            Language::Zh => &[10_000, 100_000_000],
            Language::En => &[1_000, 1_000_000, 1_000_000_000],
        };
        let mut larger = larger.iter().copied().map(Decimal::from).filter(|&one| one > scale).peekable();
        while let Some(one) = larger.next() {
            if in_units_of(one) < Decimal::from(100_000) || larger.peek().is_none() {
                return one;
            }
        }
        scale
    }

    /// What an input is, and of what: the weight of a measure by the measure's `name_of` it, a rating by what is
    /// rated.
    pub(in crate::kinds::client) fn input_label(
        &self,
        input: &Input,
        name_of: impl FnOnce(&MeasureDoc) -> Words,
    ) -> String {
        let (name, language) = (input.name.get(self.language()), self.language());
        if input.of.is_empty() {
            return name.to_owned();
        }
        let weighed = || Measure::ALL.iter().find(|measure| measure.id() == input.of);
        let rubric = self.edition.model.rubric.iter().flat_map(|rubric| &rubric.items);
        let rated = || rubric.map(|item| (&item.id, &item.name)).find(|(id, _)| **id == input.of);
        let named = if input.name == WEIGHT {
            weighed().map(|measure| name_of(measure.doc()).get(language))
        } else if input.name == RATING {
            rated().map(|(_, item)| item.get(language))
        } else {
            None
        };
        named.map_or_else(|| [name, " ", &input.of].concat(), |named| [name, " · ", named].concat())
    }
}
