//! Figures for a terminal: every figure's formula with its numbers and inputs, and how to read it.

use super::super::terminal::{harmless, one_line};
use super::super::wrap::{columns, left, right, wrap};
use crate::measures::Measure;
use crate::present::{Explained, ExplainedFigure, ExplainedInput, ExplainedPart, unit_name};
use crate::values::{Language, Words};

const FORMULA: Words = Words { zh: "公式", en: "Formula" };
const READING: Words = Words { zh: "解读", en: "Reading" };
const CAVEATS: Words = Words { zh: "注意", en: "Caveats" };
const SOURCE: Words = Words { zh: "出处", en: "Source" };
const NOTE: Words = Words { zh: "注：", en: "Note: " };
const INPUTS: Words = Words { zh: "数据", en: "Inputs" };
const ONE_PERIOD: Words = Words { zh: "指定期间可列出全部数据。", en: "Name a period to see every input." };

/// How figures are written down.
pub(super) struct Explanation {
    pub measure: Measure,
    pub language: Language,
    /// Whether to list the inputs of figures that have parts: a weight for each measure, the same in
    /// every period.
    pub inputs_of_parts: bool,
    /// The columns of a line, where words allow it.
    pub width: usize,
}

impl Explanation {
    /// `explained` in lines.
    pub(super) fn write(&self, explained: &Explained) -> String {
        let mut parts = vec![self.head(explained)];
        parts.extend(explained.figures.iter().map(|figure| self.figure(figure)));
        let doc = self.measure.doc();
        for (heading, words) in [(READING, doc.reading), (CAVEATS, doc.caveats), (SOURCE, doc.source)] {
            parts.push(format!("{}\n{}", self.say(heading), self.wrap(self.say(words), 2)));
        }
        harmless(&parts.join("\n\n"))
    }

    fn say(&self, words: Words) -> &'static str {
        words.get(self.language)
    }

    fn wrap(&self, text: &str, indent: usize) -> String {
        wrap(text, indent, self.width)
    }

    fn head(&self, explained: &Explained) -> String {
        let doc = self.measure.doc();
        let unit = unit_name(self.measure.unit(), self.language);
        let title = format!("{} · {} · {unit}", self.say(doc.name), self.measure.id());
        let mut of = vec![format!("{} ({})", one_line(&explained.name), explained.id)];
        of.extend(explained.basis.iter().map(|basis| one_line(basis)));
        format!(
            "{}\n{}\n\n{}\n\n{}\n{}",
            self.wrap(&title, 0),
            self.wrap(&of.join(" · "), 0),
            self.wrap(self.say(doc.measures), 0),
            self.say(FORMULA),
            self.wrap(self.say(doc.formula), 2),
        )
    }

    fn figure(&self, figure: &ExplainedFigure) -> String {
        let derived = &figure.derived;
        let equals = if derived.calculation.is_empty() { "" } else { " = " };
        let result = format!("{}{equals}{}{}", derived.calculation, derived.result, figure.unit);
        let mut lines = vec![one_line(&derived.period), self.wrap(&result, 2)];
        lines.extend(derived.notes.iter().map(|note| self.wrap(&format!("{}{}", self.say(NOTE), one_line(note)), 2)));
        lines.extend(figure.parts.iter().map(|part| self.part(part)));
        if figure.parts.is_empty() {
            lines.extend(self.inputs(&figure.inputs));
        } else if self.inputs_of_parts {
            lines.push(format!("  {}", self.say(INPUTS)));
            lines.extend(self.inputs(&figure.inputs));
        } else {
            lines.push(self.wrap(self.say(ONE_PERIOD), 2));
        }
        lines.join("\n")
    }

    fn part(&self, part: &ExplainedPart) -> String {
        let facts: Vec<_> = part.facts.iter().map(|fact| one_line(fact)).collect();
        let mut lines = vec![self.wrap(&facts.join(" · "), 2)];
        if !part.how.is_empty() {
            lines.push(self.wrap(&part.how, 6));
        }
        lines.join("\n")
    }

    /// One line for each input, or two or three where the terminal is narrow.
    fn inputs(&self, inputs: &[ExplainedInput]) -> Vec<String> {
        let rows: Vec<_> = inputs.iter().map(printable).collect();
        let widest =
            |of: fn(&ExplainedInput) -> &str| rows.iter().map(|row| columns(of(row))).max().unwrap_or_default();
        let (label, number) = (widest(|row| &row.label), widest(|row| &row.number));
        let (path, place) = (widest(|row| &row.path), widest(|row| &row.place));
        let fits = 4 + label + 2 + number + 2 + place + 2 + path <= self.width;
        let row = |row: &ExplainedInput| {
            let first = format!("    {}  {}", left(&row.label, label), right(&row.number, number));
            if fits {
                format!("{first}  {}  {}", left(&row.place, place), row.path)
            } else if 4 + label + 2 + number + 2 + place <= self.width {
                format!("{first}  {}\n      {}", row.place, row.path)
            } else {
                format!("{first}\n      {}\n      {}", row.place, row.path)
            }
        };
        rows.iter().map(row).collect()
    }
}

/// An input whose strings fit one line.
fn printable(input: &ExplainedInput) -> ExplainedInput {
    ExplainedInput {
        label: one_line(&input.label),
        number: input.number.clone(),
        path: one_line(&input.path),
        place: one_line(&input.place),
    }
}
