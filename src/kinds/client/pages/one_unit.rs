//! Calculations whose amounts are typed in different units are printed in one, that of the result, so
//! that they hold as printed.

use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::kinds::client::assess::Assessment;
use crate::kinds::client::case::{AmountUnit, Client};
use crate::measures::{Expr, Figure, Input, Inputs, Origin};
use crate::present::Calculation;
use crate::values::{Unit, Words};

/// What a reader must know of such a calculation.
pub(super) const CONVERTED: Words = Words {
    zh: "文件中的金额单位不一，计算中已换算为同一单位",
    en: "amounts typed in different units are converted to one",
};

/// The unit in which money is printed: that of the latest statement, or of the trade where there is none.
pub(super) fn scale(client: &Client, assessment: &Assessment) -> Decimal {
    let latest = assessment.latest(client).map(|latest| latest.unit);
    let unit = latest.or_else(|| client.trade.as_ref().map(|trade| trade.unit));
    unit.map_or(Decimal::ONE, AmountUnit::scale)
}

/// Whether the amounts of `figure`, its inputs, other figures and the result, are in more than one unit;
/// those that are computed are in units of `scale`.
pub(super) fn is_mixed(figure: &Figure, inputs: &Inputs, scale: Decimal) -> bool {
    let Some(formula) = &figure.formula else { return false };
    let computed = figure.measure.unit() == Unit::Money || names_money(formula);
    let typed = formula.inputs().into_iter().map(|id| inputs.get(id)).filter(|input| input.unit == Unit::Money);
    let mut scales = computed.then_some(scale).into_iter().chain(typed.map(|input| input.scale));
    scales.next().is_some_and(|first| scales.any(|other| other != first))
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
        all.push(if input.unit == Unit::Money { Input { scale, origin: Origin::Case, ..input } } else { input });
    }
    all
}

/// The calculation of `figure`.
pub(super) fn calculation(figure: &Figure, inputs: &Inputs, scale: Decimal) -> Calculation {
    Calculation::new(figure.formula.as_ref(), &printed(figure, inputs, scale), scale)
}

/// Replaces those of the `calculations` of a client's figures that mix units.
pub(super) fn unite(calculations: &mut [Calculation], assessment: &Assessment, scale: Decimal) {
    let inputs = &assessment.inputs;
    let mixed: Vec<_> =
        assessment.figures().zip(calculations).filter(|(figure, _)| is_mixed(figure, inputs, scale)).collect();
    if mixed.is_empty() {
        return;
    }
    let one_unit = converted(inputs, scale);
    for (figure, calculation) in mixed {
        *calculation = Calculation::new(figure.formula.as_ref(), &one_unit, scale);
    }
}
