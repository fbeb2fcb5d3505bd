//! Formulas with their numbers: one tree both computes a figure and prints its calculation, so
//! that the two cannot disagree.

use rust_decimal::Decimal;

use super::Measure;
use crate::values::{Quantity, Undefined, Unit, Words};

/// Which file an input stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// The case's own file.
    Case,
    /// The model's file.
    Model,
    /// A column of the table beside the case's file: a sum or a count of its cells.
    Data,
}

/// A number that an author typed and a figure rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// What it is.
    pub name: Words,
    /// Of what: the period or month; empty where that is clear.
    pub of: String,
    /// The file that it stands in.
    pub origin: Origin,
    /// The key path within that file.
    pub path: String,
    /// The number in base units: money in units of its currency.
    pub value: Decimal,
    /// How many base units one unit of the file is.
    pub scale: Decimal,
    /// What it counts.
    pub unit: Unit,
}

/// An input's place among a case's [`Inputs`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InputId(usize);

/// The inputs of a case, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inputs {
    all: Vec<Input>,
}

impl Inputs {
    /// Adds `input`, or finds it where the same path was added before.
    pub fn add(&mut self, input: Input) -> InputId {
        let same = |known: &Input| known.path == input.path && known.origin == input.origin;
        if let Some(at) = self.all.iter().position(same) {
            return InputId(at);
        }
        self.push(input)
    }

    /// Adds `input`, which is known to be new.
    pub fn push(&mut self, input: Input) -> InputId {
        self.all.push(input);
        InputId(self.all.len() - 1)
    }

    /// The input with this id.
    #[must_use]
    pub fn get(&self, id: InputId) -> &Input {
        &self.all[id.0]
    }

    /// All inputs with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (InputId, &Input)> {
        self.all.iter().enumerate().map(|(at, input)| (InputId(at), input))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

impl InputId {
    /// Its position, from 0.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0
    }
}

/// A formula with its numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expr {
    /// A number from a file.
    Input(InputId),
    /// A constant of the formula, a convention or a standard.
    Number(Decimal),
    /// The value of another figure.
    Figure(Measure, Decimal),
    /// Terms, each added (`true`) or subtracted (`false`).
    Sum(Vec<(bool, Expr)>),
    /// Factors.
    Product(Vec<Expr>),
    /// Dividend, divisor, and why there is no figure where the divisor is zero.
    Quotient(Box<(Expr, Expr)>, Undefined),
    /// How far two numbers are apart: |a − b|.
    Distance(Box<(Expr, Expr)>),
    /// The smallest of some numbers, at least one.
    Min(Vec<Expr>),
    /// The largest of some numbers, at least one.
    Max(Vec<Expr>),
    /// A number rounded down to whole multiples of another.
    Floor(Box<(Expr, Expr)>),
}

impl Expr {
    /// A constant.
    #[must_use]
    pub fn number(value: impl Into<Decimal>) -> Self {
        Expr::Number(value.into())
    }

    /// `self ÷ divisor`; a zero divisor gives [`Undefined::ZeroDenominator`].
    #[must_use]
    pub fn over(self, divisor: Expr) -> Self {
        self.over_or(divisor, Undefined::ZeroDenominator)
    }

    /// `self ÷ divisor`; a zero divisor gives `reason`.
    #[must_use]
    pub fn over_or(self, divisor: Expr, reason: Undefined) -> Self {
        Expr::Quotient(Box::new((self, divisor)), reason)
    }

    /// `self × factor`.
    #[must_use]
    pub fn times(self, factor: Expr) -> Self {
        match self {
            Expr::Product(mut factors) => {
                factors.push(factor);
                Expr::Product(factors)
            }
            first => Expr::Product(vec![first, factor]),
        }
    }

    /// `self + term`.
    #[must_use]
    pub fn plus(self, term: Expr) -> Self {
        self.with_term(true, term)
    }

    /// `self − term`.
    #[must_use]
    pub fn minus(self, term: Expr) -> Self {
        self.with_term(false, term)
    }

    fn with_term(self, added: bool, term: Expr) -> Self {
        match self {
            Expr::Sum(mut terms) => {
                terms.push((added, term));
                Expr::Sum(terms)
            }
            first => Expr::Sum(vec![(true, first), (added, term)]),
        }
    }

    /// The sum of `terms`; one term is its own sum.
    #[must_use]
    pub fn sum(mut terms: Vec<(bool, Expr)>) -> Self {
        match terms.pop() {
            Some((true, only)) if terms.is_empty() => only,
            last => {
                terms.extend(last);
                Expr::Sum(terms)
            }
        }
    }

    /// The mean of two numbers.
    #[must_use]
    pub fn mean(self, other: Expr) -> Self {
        self.plus(other).over(Expr::number(2))
    }

    /// What the formula comes to.
    ///
    /// # Errors
    /// A zero divisor's reason, or [`Undefined::OutOfRange`].
    pub fn value(&self, inputs: &Inputs) -> Quantity {
        match self {
            Expr::Input(id) => Ok(inputs.get(*id).value),
            Expr::Number(value) | Expr::Figure(_, value) => Ok(*value),
            Expr::Sum(terms) => terms.iter().try_fold(Decimal::ZERO, |sum, (added, term)| {
                let term = term.value(inputs)?;
                let next = if *added { sum.checked_add(term) } else { sum.checked_sub(term) };
                next.ok_or(Undefined::OutOfRange)
            }),
            Expr::Product(factors) => factors.iter().try_fold(Decimal::ONE, |product, factor| {
                product.checked_mul(factor.value(inputs)?).ok_or(Undefined::OutOfRange)
            }),
            Expr::Quotient(parts, reason) => divide(parts.0.value(inputs)?, parts.1.value(inputs)?, *reason),
            Expr::Distance(parts) => {
                let (a, b) = (parts.0.value(inputs)?, parts.1.value(inputs)?);
                a.checked_sub(b).map(|difference| difference.abs()).ok_or(Undefined::OutOfRange)
            }
            Expr::Min(of) => best(of, inputs, Decimal::min),
            Expr::Max(of) => best(of, inputs, Decimal::max),
            Expr::Floor(parts) => {
                let (number, unit) = (parts.0.value(inputs)?, parts.1.value(inputs)?);
                let multiples = divide(number, unit, Undefined::ZeroDenominator)?.floor();
                multiples.checked_mul(unit).ok_or(Undefined::OutOfRange)
            }
        }
    }

    /// The inputs of the formula, each once, in the order in which they stand in it.
    #[must_use]
    pub fn inputs(&self) -> Vec<InputId> {
        let mut found = Vec::with_capacity(4);
        self.collect(&mut found);
        found
    }

    fn collect(&self, found: &mut Vec<InputId>) {
        match self {
            Expr::Input(id) if !found.contains(id) => found.push(*id),
            Expr::Input(_) | Expr::Number(_) | Expr::Figure(..) => {}
            Expr::Sum(terms) => terms.iter().for_each(|(_, term)| term.collect(found)),
            Expr::Product(of) | Expr::Min(of) | Expr::Max(of) => of.iter().for_each(|part| part.collect(found)),
            Expr::Quotient(parts, _) | Expr::Distance(parts) | Expr::Floor(parts) => {
                parts.0.collect(found);
                parts.1.collect(found);
            }
        }
    }

    /// Prints the formula with `×`, `÷` and the brackets that it needs; `operand` prints its
    /// numbers.
    pub fn print(&self, out: &mut String, operand: &mut dyn FnMut(&Expr, &mut String)) {
        match self {
            Expr::Input(_) | Expr::Number(_) | Expr::Figure(..) => operand(self, out),
            Expr::Sum(terms) => {
                for (at, (added, term)) in terms.iter().enumerate() {
                    out.push_str(match (at, added) {
                        (0, true) => "",
                        (0, false) => "−",
                        (_, true) => " + ",
                        (_, false) => " − ",
                    });
                    term.print_within(out, operand, at > 0);
                }
            }
            Expr::Product(factors) => {
                for (at, factor) in factors.iter().enumerate() {
                    out.push_str(if at == 0 { "" } else { " × " });
                    factor.print_within(out, operand, true);
                }
            }
            Expr::Quotient(parts, _) => {
                parts.0.print_within(out, operand, true);
                out.push_str(" ÷ ");
                parts.1.print_divisor(out, operand);
            }
            Expr::Distance(parts) => {
                out.push('|');
                parts.0.print(out, operand);
                out.push_str(" − ");
                parts.1.print_within(out, operand, true);
                out.push('|');
            }
            Expr::Min(of) => print_list("min(", of, out, operand),
            Expr::Max(of) => print_list("max(", of, out, operand),
            Expr::Floor(parts) => {
                out.push_str("floor(");
                parts.0.print_within(out, operand, true);
                out.push_str(" ÷ ");
                parts.1.print_divisor(out, operand);
                out.push_str(") × ");
                parts.1.print_divisor(out, operand);
            }
        }
    }

    fn print_within(&self, out: &mut String, operand: &mut dyn FnMut(&Expr, &mut String), bracket_sums: bool) {
        let bracket = bracket_sums && matches!(self, Expr::Sum(_));
        self.print_bracketed(out, operand, bracket);
    }

    fn print_divisor(&self, out: &mut String, operand: &mut dyn FnMut(&Expr, &mut String)) {
        let bracket = matches!(self, Expr::Sum(_) | Expr::Product(_) | Expr::Quotient(..));
        self.print_bracketed(out, operand, bracket);
    }

    fn print_bracketed(&self, out: &mut String, operand: &mut dyn FnMut(&Expr, &mut String), bracket: bool) {
        if bracket {
            out.push('(');
        }
        self.print(out, operand);
        if bracket {
            out.push(')');
        }
    }
}

/// The one of some numbers that `pick` leads to.
fn best(of: &[Expr], inputs: &Inputs, pick: fn(Decimal, Decimal) -> Decimal) -> Quantity {
    let mut values = of.iter().map(|part| part.value(inputs));
    let first = values.next().unwrap_or(Err(Undefined::MissingInput))?;
    values.try_fold(first, |best, value| Ok(pick(best, value?)))
}

/// Prints numbers between `open` and a bracket.
fn print_list(open: &str, of: &[Expr], out: &mut String, operand: &mut dyn FnMut(&Expr, &mut String)) {
    out.push_str(open);
    for (at, part) in of.iter().enumerate() {
        out.push_str(if at == 0 { "" } else { ", " });
        part.print(out, operand);
    }
    out.push(')');
}

/// `dividend ÷ divisor`, where zero gives `reason`.
///
/// # Errors
/// `reason`, or [`Undefined::OutOfRange`].
pub fn divide(dividend: Decimal, divisor: Decimal, reason: Undefined) -> Quantity {
    if divisor.is_zero() {
        return Err(reason);
    }
    dividend.checked_div(divisor).ok_or(Undefined::OutOfRange)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(expr: &Expr) -> String {
        let mut out = String::new();
        expr.print(&mut out, &mut |operand, out| {
            if let Expr::Number(value) = operand {
                out.push_str(&value.to_string());
            }
        });
        out
    }

    #[test]
    fn prints_the_brackets_that_the_value_needs() {
        let n = |value: i64| Expr::number(value);
        let dso = n(10).mean(n(20)).over(n(5)).times(n(365));
        assert_eq!(printed(&dso), "(10 + 20) ÷ 2 ÷ 5 × 365");
        assert_eq!(dso.value(&Inputs::default()), Ok(Decimal::from(1095)));
        let share = n(6).over(n(1).minus(n(4).minus(n(5))));
        assert_eq!(printed(&share), "6 ÷ (1 − (4 − 5))");
        assert_eq!(share.value(&Inputs::default()), Ok(Decimal::from(3)));
    }

    #[test]
    fn the_least_the_greatest_and_whole_multiples() {
        let n = |value: i64| Expr::number(value);
        let least = n(60).times(Expr::Min(vec![n(7), Expr::Max(vec![n(3), n(5).minus(n(1))])]));
        let floor = Expr::Floor(Box::new((least, n(100))));
        assert_eq!(printed(&floor), "floor(60 × min(7, max(3, 5 − 1)) ÷ 100) × 100");
        assert_eq!(floor.value(&Inputs::default()), Ok(Decimal::from(200)));
        assert_eq!(Expr::Min(Vec::new()).value(&Inputs::default()), Err(Undefined::MissingInput));
        let nothing = Expr::Floor(Box::new((n(5), n(0))));
        assert_eq!(nothing.value(&Inputs::default()), Err(Undefined::ZeroDenominator));
    }

    #[test]
    fn nothing_overflows_or_divides_by_zero() {
        let huge = || Expr::Number(Decimal::MAX);
        let none = Inputs::default();
        assert_eq!(huge().times(huge()).value(&none), Err(Undefined::OutOfRange));
        assert_eq!(huge().plus(huge()).value(&none), Err(Undefined::OutOfRange));
        assert_eq!(huge().over(Expr::number(0)).value(&none), Err(Undefined::ZeroDenominator));
    }
}
