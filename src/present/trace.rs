//! How a figure came about, in print: its formula with numbers and its inputs with their places.

use std::fmt::Write as _;
use std::ops::Range;

use rust_decimal::Decimal;

use super::figure;
use crate::measures::{Expr, Figure, Input, InputId, Inputs, Measure, Origin};
use crate::pages::chart::Medium;
use crate::pages::number::{fixed, percent, short, significant};
use crate::pages::{self, Derivation, DerivedFigure, DerivedInput, OperandOrigin, Row, RowKind};
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
    /// Where the numbers of a calculation lead.
    pub leads: Leads,
}

/// Where the numbers of a calculation lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leads {
    /// Those of the case to their lines, since the page shows its file; the others to their rows in
    /// a table of inputs.
    ToLines,
    /// All to their rows in a table of inputs.
    ToRows,
    /// Nowhere: paper names them by number.
    Nowhere,
}

impl Leads {
    /// Where they lead in `medium`, on a page that lists the case's file or does not.
    #[must_use]
    pub const fn on(medium: Medium, listed: bool) -> Self {
        match (medium, listed) {
            (Medium::Print, _) => Leads::Nowhere,
            (Medium::Screen, true) => Leads::ToLines,
            (Medium::Screen, false) => Leads::ToRows,
        }
    }
}

impl<'a> Places<'a> {
    /// File and line of an input: `clients/acme.toml:12`.
    #[must_use]
    pub fn place(&self, id: InputId, input: &Input) -> String {
        [self.file_of(input.origin), ":", &self.line(id).to_string()].concat()
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

    /// The fragment that an input's number leads to, or nothing.
    fn href(&self, id: InputId, input: &Input) -> String {
        match self.leads {
            Leads::Nowhere => String::new(),
            Leads::ToLines if input.origin == Origin::Case => line_href(self.line(id)),
            Leads::ToLines | Leads::ToRows => ["#", &row_fragment(id.index())].concat(),
        }
    }
}

/// The link to a line of the listing.
#[must_use]
pub fn line_href(line: usize) -> String {
    ["#L", &line.to_string()].concat()
}

/// How links to rows in a table of inputs begin.
const ROW: &str = "#input-";

/// The fragment of an input's row in a table of inputs, by the input's index.
#[must_use]
pub fn row_fragment(index: usize) -> String {
    format!("{}{}", &ROW[1..], index + 1)
}

/// An input's number in the unit that it is typed in; what is summed from a table of answers to four
/// decimals.
#[must_use]
pub fn input_value(input: &Input) -> String {
    match input.unit {
        Unit::Percent => percent(input.value, 1),
        _ if input.origin == Origin::Data => short(input.value / input.scale, 4),
        _ => short(input.value / input.scale, 10),
    }
}

/// A formula with its numbers, in any language.
#[derive(Debug, Clone, Default)]
pub struct Calculation {
    /// The formula as printed; empty where there is none.
    pub text: String,
    /// The bytes of each number that has an origin, in order.
    operands: Vec<(Range<usize>, Operand)>,
}

/// Where a number of a calculation comes from.
#[derive(Debug, Clone, Copy)]
enum Operand {
    Input(InputId),
    Figure(Measure),
}

impl Calculation {
    /// `formula` with the numbers of `inputs`, or nothing where there is no formula; `scale` is that of
    /// money computed on the way.
    #[must_use]
    pub fn new(formula: Option<&Expr>, inputs: &Inputs, scale: Decimal) -> Self {
        Self::written(formula, scale, |id, out| push_bracketed(out, &input_value(inputs.get(id))))
    }

    fn written(formula: Option<&Expr>, scale: Decimal, input: impl Fn(InputId, &mut String)) -> Self {
        let Some(formula) = formula else { return Calculation::default() };
        let mut operands = Vec::with_capacity(8);
        let mut text = String::with_capacity(48);
        formula.print(&mut text, &mut |operand, out| {
            let start = out.len();
            let origin = match operand {
                Expr::Input(id) => {
                    input(*id, out);
                    Operand::Input(*id)
                }
                Expr::Figure(measure, value) => {
                    push_bracketed(out, &figure_value(*measure, *value, scale));
                    Operand::Figure(*measure)
                }
                other => return push_bracketed(out, &constant(other)),
            };
            operands.push((start..out.len(), origin));
        });
        Calculation { text, operands }
    }

    fn rests_on_figures(&self) -> bool {
        self.operands.iter().any(|(_, operand)| matches!(operand, Operand::Figure(_)))
    }

    fn shows(&self, id: InputId) -> bool {
        self.operands.iter().any(|(_, operand)| matches!(operand, Operand::Input(shown) if *shown == id))
    }

    /// Those of a figure's `inputs` that a reader cannot reach through the numbers.
    fn beside(&self, inputs: &[InputId]) -> Vec<usize> {
        if self.rests_on_figures() {
            return Vec::new();
        }
        inputs.iter().filter(|&&id| !self.shows(id)).map(|id| id.index()).collect()
    }

    fn printed_operands(&self) -> Vec<pages::Operand> {
        let origin = |operand: &Operand| match operand {
            Operand::Input(id) => OperandOrigin::Input(id.index()),
            Operand::Figure(measure) => OperandOrigin::Derivation(derivation_fragment(*measure)),
        };
        self.operands.iter().map(|(at, operand)| pages::Operand { at: at.clone(), origin: origin(operand) }).collect()
    }
}

/// A constant within a formula.
fn constant(operand: &Expr) -> String {
    match operand {
        Expr::Number(value) => significant(*value, 6),
        _ => String::new(),
    }
}

/// Another figure within a formula.
fn figure_value(measure: Measure, value: Decimal, scale: Decimal) -> String {
    match measure.unit() {
        Unit::Money => short(value / scale, 2),
        Unit::Days | Unit::Points => fixed(value, 2),
        Unit::Scale | Unit::Coefficient => fixed(value, 4),
        _ => significant(value, 5),
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
    /// The formula with its numbers of each figure, in the order of the figures.
    pub calculations: Vec<Calculation>,
}

impl Trace {
    /// The trace of `figures`, which rest on `inputs` at `lines`; `scale` is that of the money that a
    /// figure's calculation computes on the way.
    #[must_use]
    pub fn new<'f>(
        figures: impl Iterator<Item = &'f Figure>,
        inputs: &Inputs,
        lines: Vec<usize>,
        scale: impl Fn(&Figure) -> Decimal,
    ) -> Self {
        let mut trace = Trace { lines, ..Trace::default() };
        for (_, input) in inputs.iter() {
            trace.values.push(input_value(input));
        }
        let known = trace.values.as_slice();
        let written = |id: InputId, out: &mut String| push_bracketed(out, &known[id.index()]);
        trace.calculations =
            figures.map(|figure| Calculation::written(figure.formula.as_ref(), scale(figure), written)).collect();
        trace
    }
}

/// The fragment of how a measure's figures came about.
#[must_use]
pub fn derivation_fragment(measure: Measure) -> String {
    ["why-", measure.id()].concat()
}

/// How a measure came about; its figures are to be added.
#[must_use]
pub fn derivation(measure: Measure, language: Language) -> Derivation {
    let doc = measure.doc();
    Derivation {
        id: derivation_fragment(measure),
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
pub fn derived(figure: &Figure, calculation: &Calculation, language: Language, scale: Decimal) -> DerivedFigure {
    let mut notes: Vec<String> = figure.notes.iter().map(|note| note.words().get(language).to_owned()).collect();
    notes.extend(missing(figure, language));
    let result = match figure.value {
        Ok(_) => figure::figure(figure, scale),
        Err(reason) => reason.words().get(language).to_owned(),
    };
    DerivedFigure {
        id: fragment(figure),
        period: figure.period.clone(),
        calculation: calculation.text.clone(),
        operands: calculation.printed_operands(),
        result,
        notes,
        inputs: figure.inputs.iter().map(|id| id.index()).collect(),
        beside: calculation.beside(&figure.inputs),
    }
}

/// The names of the inputs that `figure` lacks; none where it lacks none.
#[must_use]
pub fn missing(figure: &Figure, language: Language) -> Option<String> {
    let names: Vec<_> = figure.missing.iter().map(|name| name.get(language)).collect();
    (!names.is_empty()).then(|| match language {
        Language::Zh => format!("缺少：{}", names.join("、")),
        Language::En => format!("missing: {}", names.join(", ")),
    })
}

/// Every input of a case with its place, by its index.
#[must_use]
pub fn derived_inputs(inputs: &Inputs, trace: &Trace, places: &Places<'_>, language: Language) -> Vec<DerivedInput> {
    let derived = |(id, input): (InputId, &Input)| {
        let name = input.name.get(language);
        DerivedInput {
            label: if input.of.is_empty() { name.to_owned() } else { [name, " ", &input.of].concat() },
            value: trace.values[id.index()].clone(),
            place: places.place(id, input),
            href: places.href(id, input),
        }
    };
    inputs.iter().map(derived).collect()
}

/// The rows of a table of those inputs that lead to one: name, value and place.
#[must_use]
pub fn unlisted_rows(inputs: &[DerivedInput]) -> Vec<Row> {
    let unlisted = inputs.iter().enumerate().filter_map(|(at, input)| {
        let id = row_fragment(at);
        let leads_here = input.href.strip_prefix('#') == Some(&id);
        let cells = || [&input.label, &input.value, &input.place].map(|text| text.as_str().into()).into();
        leads_here.then(|| Row { id, kind: RowKind::Plain, cells: cells() })
    });
    unlisted.collect()
}

/// Makes inputs that lead to a row of a table lead to the row of their new place.
pub fn renumber_rows(inputs: &mut [DerivedInput]) {
    for (at, input) in inputs.iter_mut().enumerate() {
        if input.href.starts_with(ROW) {
            input.href = ["#", &row_fragment(at)].concat();
        }
    }
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
