//! How a figure came about, in print: its formula with numbers and its inputs with their places.

use std::fmt::Write as _;

use rust_decimal::Decimal;

use super::figure;
use crate::measures::{Expr, Figure, Input, InputId, Inputs, Measure, Origin};
use crate::pages::number::{exact, fixed, percent, short, significant};
use crate::pages::{Derivation, DerivedFigure, DerivedInput};
use crate::values::{Language, Unit};

/// Where the inputs of a case stand.
#[derive(Debug, Clone, Copy)]
pub struct Places<'a> {
    /// The case's file.
    pub case_file: &'a str,
    /// The model's file, or empty.
    pub model_file: &'a str,
    /// The table beside the case's file, or empty.
    pub data_file: &'a str,
    /// The line of each input, by its index.
    pub lines: &'a [usize],
    /// Whether the page shows the case's file, so that a line can be a link.
    pub listed: bool,
}

impl<'a> Places<'a> {
    /// File and line of an input: `clients/acme.toml:12`.
    #[must_use]
    pub fn place(&self, id: InputId, input: &Input) -> String {
        let file = self.file_of(input.origin);
        format!("{file}:{}", self.line(id))
    }

    /// The file of inputs of this origin.
    #[must_use]
    pub const fn file_of(&self, origin: Origin) -> &'a str {
        match origin {
            Origin::Case => self.case_file,
            Origin::Model => self.model_file,
            Origin::Data => self.data_file,
        }
    }

    /// The line of an input.
    #[must_use]
    pub fn line(&self, id: InputId) -> usize {
        self.lines.get(id.index()).copied().unwrap_or(1)
    }

    fn href(&self, id: InputId, input: &Input) -> String {
        if self.listed && input.origin == Origin::Case { format!("#L{}", self.line(id)) } else { String::new() }
    }
}

/// An input's number in the unit that it is typed in.
#[must_use]
pub fn input_value(input: &Input) -> String {
    match input.unit {
        Unit::Percent => percent(input.value, 1),
        _ => short(input.value / input.scale, 10),
    }
}

/// The formula of `figure` with its numbers, or nothing where it could not be set up.
#[must_use]
pub fn calculation(formula: &Expr, inputs: &Inputs) -> String {
    let mut out = String::with_capacity(48);
    formula.print(&mut out, &mut |operand, out| push_bracketed(out, &number(operand, inputs)));
    out
}

fn number(operand: &Expr, inputs: &Inputs) -> String {
    match operand {
        Expr::Input(id) => input_value(inputs.get(*id)),
        other => constant(other),
    }
}

/// A constant or another figure within a formula.
fn constant(operand: &Expr) -> String {
    match operand {
        Expr::Number(value) => significant(*value, 6),
        Expr::Figure(measure, value) => match measure.unit() {
            Unit::Days | Unit::Points => fixed(*value, 2),
            Unit::Scale | Unit::Coefficient => fixed(*value, 4),
            _ => significant(*value, 5),
        },
        _ => String::new(),
    }
}

/// A negative operand stands in brackets, so that no two signs meet.
fn push_bracketed(out: &mut String, text: &str) {
    let negative = text.starts_with('−');
    if negative {
        out.push('(');
    }
    out.push_str(text);
    if negative {
        out.push(')');
    }
}

/// All that print and data files say of a case's inputs and formulas, in any language: made once
/// for each case, since its pages, data file and reports all repeat it.
#[derive(Debug, Clone, Default)]
pub struct Trace {
    /// The line of each input, by its index.
    pub lines: Vec<usize>,
    /// Each input as typed, for print.
    pub values: Vec<String>,
    /// Each input as typed, for data files.
    pub exact: Vec<String>,
    /// The formula with its numbers of each figure, in the order of the figures; empty for none.
    pub calculations: Vec<String>,
}

impl Trace {
    /// The trace of `figures`, which rest on `inputs` at `lines`.
    #[must_use]
    pub fn new<'f>(figures: impl Iterator<Item = &'f Figure>, inputs: &Inputs, lines: Vec<usize>) -> Self {
        let mut trace = Trace { lines, ..Trace::default() };
        for (_, input) in inputs.iter() {
            trace.values.push(input_value(input));
            trace.exact.push(exact(input.value / input.scale));
        }
        let known = trace.values.as_slice();
        let calculation = |figure: &Figure| {
            let mut out = String::with_capacity(48);
            if let Some(formula) = &figure.formula {
                formula.print(&mut out, &mut |operand, out| match operand {
                    Expr::Input(id) => push_bracketed(out, &known[id.index()]),
                    other => push_bracketed(out, &constant(other)),
                });
            }
            out
        };
        trace.calculations = figures.map(calculation).collect();
        trace
    }
}

/// How a measure came about; its figures are to be added.
#[must_use]
pub fn derivation(measure: Measure, language: Language) -> Derivation {
    let doc = measure.doc();
    Derivation {
        id: format!("why-{}", measure.id()),
        title: doc.name.get(language).to_owned(),
        formula: doc.formula.get(language).to_owned(),
        href: String::new(),
        link: String::new(),
        figures: Vec::new(),
    }
}

/// How `figure` came about; `calculation` is its formula with numbers and `scale` that of printed
/// money.
#[must_use]
pub fn derived(figure: &Figure, calculation: &str, language: Language, scale: Decimal) -> DerivedFigure {
    let mut notes: Vec<String> = figure.notes.iter().map(|note| note.words().get(language).to_owned()).collect();
    if !figure.missing.is_empty() {
        let names: Vec<_> = figure.missing.iter().map(|name| name.get(language)).collect();
        notes.push(match language {
            Language::Zh => format!("缺少：{}", names.join("、")),
            Language::En => format!("missing: {}", names.join(", ")),
        });
    }
    let result = match figure.value {
        Ok(_) => figure::figure(figure, scale),
        Err(reason) => reason.words().get(language).to_owned(),
    };
    DerivedFigure {
        id: fragment(figure),
        period: figure.period.clone(),
        calculation: calculation.to_owned(),
        result,
        notes,
        inputs: figure.inputs.iter().map(|id| id.index()).collect(),
    }
}

/// Every input of a case with its place, by its index.
#[must_use]
pub fn derived_inputs(inputs: &Inputs, trace: &Trace, places: &Places<'_>, language: Language) -> Vec<DerivedInput> {
    let derived = |(id, input): (InputId, &Input)| {
        let name = input.name.get(language);
        DerivedInput {
            label: if input.of.is_empty() { name.to_owned() } else { format!("{name} {}", input.of) },
            value: trace.values[id.index()].clone(),
            place: places.place(id, input),
            href: places.href(id, input),
        }
    };
    inputs.iter().map(derived).collect()
}

/// The fragment of a figure: measure, part of the case, and period. A character that fragments do not allow becomes
/// its number between points, so that no two periods have the same fragment.
#[must_use]
pub fn fragment(figure: &Figure) -> String {
    let mut id = String::with_capacity(40);
    id.push_str(figure.measure.id());
    id.push('-');
    let dash = if figure.scope.is_empty() { "" } else { "-" };
    for c in figure.scope.chars().chain(dash.chars()).chain(figure.period.chars()) {
        if c.is_alphanumeric() || c == '-' || c == '_' {
            id.push(c);
        } else {
            let _ = write!(id, ".{:x}.", u32::from(c));
        }
    }
    id
}
