//! How figures of a client came about, for `casebook explain`: a score with every contribution.

use serde::Serialize;

use super::assess::{Contribution, Score};
use super::data;
use super::pages::Sheet;
use crate::measures::{Expr, Figure, InputId};
use crate::pages::number::{exact, fixed, percent};
use crate::present::{Calculation, Explained, ExplainedFigure, ExplainedInput, ExplainedPart, unit_name, value};
use crate::values::{Unit, Words};

const POINTS: Words = Words { zh: "分", en: "points" };
const WEIGHT: Words = Words { zh: "权重", en: "weight" };
const LEFT_OUT: Words = Words { zh: "未计分", en: "left out" };

impl Sheet<'_> {
    /// How `figures` of the client on this sheet came about.
    pub(super) fn explained(&self, figures: &[&Figure]) -> Explained {
        let edition = &self.edition;
        let model = format!("{} {}", edition.model.name.get(edition.language), edition.model.version);
        let rests_on = |id: &InputId| self.in_usual_unit(self.assessment.inputs.get(*id)) == Some(true);
        let usual = figures.iter().any(|figure| figure.inputs.iter().any(rests_on));
        Explained {
            name: self.client.name.get(edition.language).to_owned(),
            id: self.client.id.clone(),
            basis: [edition.as_of.to_string(), model].into_iter().chain(usual.then(|| self.usual_unit())).collect(),
            figures: figures.iter().map(|figure| self.explained_figure(figure)).collect(),
        }
    }

    fn explained_figure(&self, figure: &Figure) -> ExplainedFigure {
        let score = self.assessment.scores.iter().find(|score| score.figure == *figure);
        ExplainedFigure {
            derived: self.derivation_of(figure),
            unit: if figure.value.is_ok() { self.unit_after(figure) } else { String::new() },
            parts: score.map_or_else(Vec::new, |score| self.parts(score)),
            inputs: figure.inputs.iter().map(|&id| self.explained_input(id)).collect(),
        }
    }

    /// The unit after a result; percentages and amounts carry their own.
    fn unit_after(&self, figure: &Figure) -> String {
        match figure.measure.unit() {
            Unit::Percent | Unit::Index | Unit::Money => String::new(),
            unit => format!(" {}", unit_name(unit, self.edition.language)),
        }
    }

    /// The contributions, largest first.
    fn parts(&self, score: &Score) -> Vec<ExplainedPart> {
        let mut parts: Vec<_> = score.contributions.iter().collect();
        parts.sort_by_key(|part| part.rank);
        parts.into_iter().map(|part| self.part(part)).collect()
    }

    /// `Current ratio 0.99 · low to average · weight 5% · 1.95 points`, and how the points came about.
    fn part(&self, part: &Contribution) -> ExplainedPart {
        let language = self.edition.language;
        let measure = part.measure;
        let figure = value(part.value, measure.unit(), self.scale());
        let mut facts = vec![format!("{} {figure}", measure.doc().short.get(language))];
        facts.extend(Some(self.standing(part)).filter(|standing| !standing.is_empty()));
        facts.push(format!("{} {}", WEIGHT.get(language), percent(part.weight, 1)));
        let Some(points) = part.points else {
            facts.push(LEFT_OUT.get(language).to_owned());
            return ExplainedPart { facts, how: String::new() };
        };
        facts.push(format!("+{} {}", fixed(part.contribution, 2), POINTS.get(language)));
        let formula = part.formula.as_ref().filter(|formula| !matches!(formula, Expr::Number(_)));
        let formula = formula.map(|formula| {
            format!("{} = ", Calculation::new(Some(formula), &self.assessment.inputs, self.scale()).text)
        });
        let how = format!("{}{} {}", formula.unwrap_or_default(), fixed(points, 2), POINTS.get(language));
        ExplainedPart { facts, how }
    }

    fn explained_input(&self, id: InputId) -> ExplainedInput {
        let input = self.assessment.inputs.get(id);
        ExplainedInput {
            label: self.input_label(input, |doc| doc.short),
            number: self.input_as_typed(input),
            path: input.path.clone(),
            place: self.places().place(id, input),
        }
    }

    /// `figures` as one JSON document: the entries of the data file, with how the score's points
    /// came about.
    pub(super) fn explained_json(&self, figures: &[&Figure]) -> String {
        let (model, language) = (self.edition.model, self.edition.language);
        let scores =
            self.assessment.scores.iter().filter(|score| figures.iter().any(|figure| **figure == score.figure));
        let mut measures = String::new();
        data::push_measures(&mut measures, self, |figure| figures.contains(&figure));
        let document = Document {
            client: &self.client.id,
            as_of: self.edition.as_of.to_string(),
            currency: &self.client.currency,
            model: Model { name: model.name.get(language), version: &model.version, sha256: &model.sha256 },
            measures: serde_json::from_str(&measures).unwrap_or_default(),
            contributions: scores
                .flat_map(|score| score.contributions.iter().map(|part| self.contribution(&score.figure.period, part)))
                .collect(),
        };
        serde_json::to_string_pretty(&document).unwrap_or_default()
    }

    fn contribution<'a>(&self, period: &'a str, part: &Contribution) -> ContributionData<'a> {
        ContributionData {
            period,
            measure: part.measure.id(),
            value: part.value.ok().map(exact),
            weight: exact(part.weight),
            points: part.points.map(exact),
            calculation: Calculation::new(part.formula.as_ref(), &self.assessment.inputs, self.scale()).text,
            standing: self.standing(part),
            contribution: exact(part.contribution),
        }
    }
}

#[derive(Serialize)]
struct Document<'a> {
    client: &'a str,
    as_of: String,
    currency: &'a str,
    model: Model<'a>,
    measures: serde_json::Value,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contributions: Vec<ContributionData<'a>>,
}

#[derive(Serialize)]
struct Model<'a> {
    name: &'a str,
    version: &'a str,
    sha256: &'a str,
}

#[derive(Serialize)]
struct ContributionData<'a> {
    period: &'a str,
    measure: &'static str,
    value: Option<String>,
    weight: String,
    points: Option<String>,
    calculation: String,
    standing: String,
    contribution: String,
}
