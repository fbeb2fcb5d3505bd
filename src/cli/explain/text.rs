//! Figures for a terminal: every period's formula with its numbers and inputs, and how to read it.

use super::super::terminal::{harmless, one_line};
use super::super::wrap::{columns, left, right, wrap};
use crate::kinds::client::assess::{Contribution, Score};
use crate::kinds::client::pages::Sheet;
use crate::measures::{Expr, Figure, Measure};
use crate::pages::number::{fixed, percent};
use crate::present::trace::input_value;
use crate::present::{calculation, derived, unit_name, value};
use crate::values::{Language, Unit, Words};

const FORMULA: Words = Words { zh: "公式", en: "Formula" };
const READING: Words = Words { zh: "解读", en: "Reading" };
const CAVEATS: Words = Words { zh: "注意", en: "Caveats" };
const SOURCE: Words = Words { zh: "出处", en: "Source" };
const NOTE: Words = Words { zh: "注：", en: "Note: " };
const POINTS: Words = Words { zh: "分", en: "points" };
const WEIGHT: Words = Words { zh: "权重", en: "weight" };
const LEFT_OUT: Words = Words { zh: "未计分", en: "left out" };
const INPUTS: Words = Words { zh: "数据", en: "Inputs" };
const ONE_PERIOD: Words = Words { zh: "指定期间可列出全部数据。", en: "Name a period to see every input." };

/// What is explained, and of whom.
pub(super) struct Explanation<'a> {
    pub sheet: &'a Sheet<'a>,
    pub measure: Measure,
    /// Whether to list the inputs of scores: a weight for each measure, the same in every period.
    pub inputs_of_scores: bool,
}

impl Explanation<'_> {
    /// `figures` in lines of at most `width` columns where words allow it.
    pub(super) fn write(&self, figures: &[&Figure], width: usize) -> String {
        let mut parts = vec![self.head(width)];
        parts.extend(figures.iter().map(|figure| self.figure(figure, width)));
        let doc = self.measure.doc();
        for (heading, words) in [(READING, doc.reading), (CAVEATS, doc.caveats), (SOURCE, doc.source)] {
            parts.push(format!("{}\n{}", self.say(heading), wrap(self.say(words), 2, width)));
        }
        harmless(&parts.join("\n\n"))
    }

    fn language(&self) -> Language {
        self.sheet.edition.language
    }

    fn say(&self, words: Words) -> &'static str {
        words.get(self.language())
    }

    fn head(&self, width: usize) -> String {
        let (client, edition, doc) = (self.sheet.client, &self.sheet.edition, self.measure.doc());
        let name = one_line(client.name.get(self.language()));
        let model = one_line(&format!("{} {}", edition.model.name.get(self.language()), edition.model.version));
        let title = format!(
            "{} · {} · {}",
            self.say(doc.name),
            self.measure.id(),
            unit_name(self.measure.unit(), self.language())
        );
        let of = format!("{name} ({}) · {} · {model}", client.id, edition.as_of);
        format!(
            "{}\n{}\n\n{}\n\n{}\n{}",
            wrap(&title, 0, width),
            wrap(&of, 0, width),
            wrap(self.say(doc.measures), 0, width),
            self.say(FORMULA),
            wrap(self.say(doc.formula), 2, width),
        )
    }

    fn figure(&self, figure: &Figure, width: usize) -> String {
        let sheet = self.sheet;
        let formula =
            figure.formula.as_ref().map_or_else(String::new, |formula| calculation(formula, &sheet.assessment.inputs));
        let derived = derived(figure, &formula, self.language(), sheet.scale());
        let unit = if figure.value.is_ok() { self.unit() } else { String::new() };
        let equals = if derived.calculation.is_empty() { "" } else { " = " };
        let result = format!("{}{equals}{}{unit}", derived.calculation, derived.result);
        let mut lines = vec![figure.period.clone(), wrap(&result, 2, width)];
        lines.extend(derived.notes.iter().map(|note| wrap(&format!("{}{}", self.say(NOTE), one_line(note)), 2, width)));
        match sheet.assessment.scores.iter().find(|score| score.figure == *figure) {
            Some(score) => lines.extend(self.score(score, width)),
            None => lines.extend(self.inputs(figure, width)),
        }
        lines.join("\n")
    }

    /// The unit after a result; percentages carry their own.
    fn unit(&self) -> String {
        match self.measure.unit() {
            Unit::Percent | Unit::Index => String::new(),
            Unit::Money => format!(" {}", self.sheet.money_unit()),
            unit => format!(" {}", unit_name(unit, self.language())),
        }
    }

    fn score(&self, score: &Score, width: usize) -> Vec<String> {
        let mut parts: Vec<_> = score.contributions.iter().collect();
        parts.sort_by_key(|part| part.rank);
        let mut lines: Vec<_> = parts.into_iter().flat_map(|part| self.contribution(part, width)).collect();
        if self.inputs_of_scores {
            lines.push(format!("  {}", self.say(INPUTS)));
            lines.extend(self.inputs(&score.figure, width));
        } else {
            lines.push(wrap(self.say(ONE_PERIOD), 2, width));
        }
        lines
    }

    /// `Current ratio 0.99 · low to average · weight 5% · 1.95 points`, and how the points came about.
    fn contribution(&self, part: &Contribution, width: usize) -> Vec<String> {
        let (measure, sheet) = (part.measure, self.sheet);
        let figure = value(part.value, measure.unit(), sheet.scale());
        let mut facts = vec![format!("{} {figure}", self.say(measure.doc().short))];
        facts.extend(Some(one_line(&sheet.standing(part))).filter(|standing| !standing.is_empty()));
        facts.push(format!("{} {}", self.say(WEIGHT), percent(part.weight, 1)));
        let Some(points) = part.points else {
            facts.push(self.say(LEFT_OUT).to_owned());
            return vec![wrap(&facts.join(" · "), 2, width)];
        };
        facts.push(format!("+{} {}", fixed(part.contribution, 2), self.say(POINTS)));
        let formula = part.formula.as_ref().filter(|formula| !matches!(formula, Expr::Number(_)));
        let formula = formula.map(|formula| format!("{} = ", calculation(formula, &sheet.assessment.inputs)));
        let how = format!("{}{} {}", formula.unwrap_or_default(), fixed(points, 2), self.say(POINTS));
        vec![wrap(&facts.join(" · "), 2, width), wrap(&how, 6, width)]
    }

    /// One line for each input, or two where the terminal is narrow.
    fn inputs(&self, figure: &Figure, width: usize) -> Vec<String> {
        let rows: Vec<_> = figure.inputs.iter().map(|&id| self.input(id)).collect();
        let widest = |of: fn(&Row) -> &str| rows.iter().map(|row| columns(of(row))).max().unwrap_or_default();
        let (label, number) = (widest(|row| &row.label), widest(|row| &row.number));
        let (path, place) = (widest(|row| &row.path), widest(|row| &row.place));
        let fits = 4 + label + 2 + number + 2 + place + 2 + path <= width;
        let row = |row: &Row| {
            let first = format!("    {}  {}", left(&row.label, label), right(&row.number, number));
            if fits {
                format!("{first}  {}  {}", left(&row.place, place), row.path)
            } else if 4 + label + 2 + number + 2 + place <= width {
                format!("{first}  {}\n      {}", row.place, row.path)
            } else {
                format!("{first}\n      {}\n      {}", row.place, row.path)
            }
        };
        rows.iter().map(row).collect()
    }

    fn input(&self, id: crate::measures::InputId) -> Row {
        let input = self.sheet.assessment.inputs.get(id);
        let name = self.say(input.name);
        Row {
            label: one_line(
                if input.of.is_empty() { name.to_owned() } else { format!("{name} {}", input.of) }.as_str(),
            ),
            number: input_value(input),
            path: one_line(&input.path),
            place: one_line(&self.sheet.places().place(id, input)),
        }
    }
}

/// An input as it is printed.
struct Row {
    label: String,
    number: String,
    path: String,
    place: String,
}
