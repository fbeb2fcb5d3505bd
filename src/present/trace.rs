//! How a figure came about, in print: its formula with numbers and its inputs with their places.

use rust_decimal::Decimal;

use super::figure;
use crate::measures::{Expr, Figure, Input, InputId, Inputs, Measure, Origin};
use crate::pages::number::{fixed, percent, short, significant};
use crate::pages::{Derivation, DerivedFigure, DerivedInput};
use crate::values::{Language, Unit};

/// Where the inputs of a case stand.
#[derive(Debug, Clone, Copy)]
pub struct Places<'a> {
    /// The case's file.
    pub case_file: &'a str,
    /// The model's file.
    pub model_file: &'a str,
    /// The line of each input, by its index.
    pub lines: &'a [usize],
    /// Whether the page shows the case's file, so that a line can be a link.
    pub listed: bool,
}

impl Places<'_> {
    /// File and line of an input: `clients/acme.toml:12`.
    #[must_use]
    pub fn place(&self, id: InputId, input: &Input) -> String {
        let file = self.file(input);
        format!("{file}:{}", self.line(id))
    }

    /// The file of an input.
    #[must_use]
    pub fn file(&self, input: &Input) -> &str {
        match input.origin {
            Origin::Case => self.case_file,
            Origin::Model => self.model_file,
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
    formula.print(&mut out, &mut |operand, out| out.push_str(&number(operand, inputs)));
    out
}

fn number(operand: &Expr, inputs: &Inputs) -> String {
    match operand {
        Expr::Input(id) => bracketed(input_value(inputs.get(*id))),
        Expr::Number(value) => bracketed(significant(*value, 6)),
        Expr::Figure(measure, value) => bracketed(match measure.unit() {
            Unit::Days | Unit::Points => fixed(*value, 2),
            _ => significant(*value, 5),
        }),
        _ => String::new(),
    }
}

/// A negative operand stands in brackets, so that no two signs meet.
fn bracketed(text: String) -> String {
    if text.starts_with('−') { format!("({text})") } else { text }
}

/// How `figures` of one measure came about, one entry for each; `scale` is that of printed money.
#[must_use]
pub fn derivation(
    measure: Measure,
    figures: &[&Figure],
    inputs: &Inputs,
    places: &Places<'_>,
    language: Language,
    scale: Decimal,
) -> Derivation {
    let doc = measure.doc();
    Derivation {
        id: format!("why-{}", measure.id()),
        title: doc.name.get(language).to_owned(),
        formula: doc.formula.get(language).to_owned(),
        href: String::new(),
        link: String::new(),
        figures: figures.iter().map(|figure| derived(figure, inputs, places, language, scale)).collect(),
    }
}

fn derived(figure: &Figure, inputs: &Inputs, places: &Places<'_>, language: Language, scale: Decimal) -> DerivedFigure {
    let mut notes: Vec<String> = figure.notes.iter().map(|note| note.words().get(language).to_owned()).collect();
    if !figure.missing.is_empty() {
        let names: Vec<_> = figure.missing.iter().map(|name| name.get(language)).collect();
        notes.push(match language {
            Language::Zh => format!("缺少:{}", names.join("、")),
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
        calculation: figure.formula.as_ref().map_or_else(String::new, |formula| calculation(formula, inputs)),
        result,
        notes,
        inputs: figure.inputs.iter().map(|&id| derived_input(id, inputs.get(id), places, language)).collect(),
    }
}

fn derived_input(id: InputId, input: &Input, places: &Places<'_>, language: Language) -> DerivedInput {
    let name = input.name.get(language);
    DerivedInput {
        label: if input.of.is_empty() { name.to_owned() } else { format!("{name} {}", input.of) },
        value: input_value(input),
        place: places.place(id, input),
        href: places.href(id, input),
    }
}

/// The fragment of a figure: measure and period, with characters that fragments allow.
#[must_use]
pub fn fragment(figure: &Figure) -> String {
    let mut id = String::with_capacity(40);
    id.push_str(figure.measure.id());
    id.push('-');
    id.extend(figure.period.chars().map(|c| if c.is_alphanumeric() || c == '-' || c == '_' { c } else { '_' }));
    id
}
