//! How figures of a survey came about, for `casebook explain`.

use rust_decimal::Decimal;

use super::pages::Sheet;
use crate::measures::{Figure, InputId};
use crate::present::trace::input_value;
use crate::present::{Calculation, Explained, ExplainedFigure, ExplainedInput, derived, unit_name};
use crate::values::Unit;

impl Sheet<'_> {
    /// How `figures` of the survey on this sheet came about.
    pub(super) fn explained(&self, figures: &[&Figure]) -> Explained {
        Explained {
            name: self.survey.name.get(self.edition.language).to_owned(),
            id: self.survey.id.clone(),
            basis: vec![self.edition.as_of.to_string(), self.survey.data_file.clone()],
            figures: figures.iter().map(|figure| self.explained_figure(figure)).collect(),
        }
    }

    fn explained_figure(&self, figure: &Figure) -> ExplainedFigure {
        let calculation = Calculation::new(figure.formula.as_ref(), &self.assessment.inputs, Decimal::ONE);
        let language = self.edition.language;
        let mut derived = derived(figure, &calculation, language, Decimal::ONE);
        derived.period = self.figure_name(figure);
        let unit = figure.measure.unit();
        let named = figure.value.is_ok() && unit != Unit::Percent;
        ExplainedFigure {
            derived,
            unit: if named { format!(" {}", unit_name(unit, language)) } else { String::new() },
            parts: Vec::new(),
            inputs: figure.inputs.iter().map(|&id| self.explained_input(id)).collect(),
        }
    }

    fn explained_input(&self, id: InputId) -> ExplainedInput {
        let input = self.assessment.inputs.get(id);
        let name = input.name.get(self.edition.language);
        ExplainedInput {
            label: if input.of.is_empty() { name.to_owned() } else { format!("{name} {}", input.of) },
            number: input_value(input),
            path: input.path.clone(),
            place: self.places().place(id, input),
        }
    }
}
