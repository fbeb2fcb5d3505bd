//! What only instructors read of an exercise: the right answers in words, the conditions of rubrics, the solution.

use super::Desk;
use super::words as w;
use crate::kinds::course::exercise::rubric::CriterionFile;
use crate::kinds::course::exercise::schema::{ChoiceFile, ExerciseFile};
use crate::kinds::course::exercise::slips::{rounded, slips};
use crate::kinds::course::exercise::solve::Solved;
use crate::kinds::course::exercise::{Exercise, ExerciseKind, PAGE};
use crate::load::fields::Amount;
use crate::measures::Measure;
use crate::pages::article::ArticlePart;
use crate::pages::number::short;
use crate::values::Text;

impl Desk<'_> {
    /// The right answers in words, for instructors.
    pub(super) fn answers(&self, exercise: &Exercise, solved: Option<&Solved>) -> Vec<String> {
        let file = &exercise.file;
        let language = self.language();
        let say = |text: &Text| text.get(language).to_owned();
        match file.kind {
            ExerciseKind::Open => Vec::new(),
            ExerciseKind::Single | ExerciseKind::Multiple => {
                let remark = |remark: &Option<Text>| {
                    remark.as_ref().map_or_else(String::new, |remark| format!(" — {}", say(remark)))
                };
                let told = |choice: &ChoiceFile| {
                    format!(
                        "{} {}{}",
                        if choice.correct { "✓" } else { "✗" },
                        say(&choice.text),
                        remark(&choice.feedback)
                    )
                };
                file.choices.iter().map(told).collect()
            }
            ExerciseKind::Classification => {
                let class = |id: &str| {
                    file.classes.iter().find(|class| class.id == id).map_or_else(String::new, |class| say(&class.text))
                };
                file.practices
                    .iter()
                    .map(|practice| format!("{} → {}", say(&practice.text), class(&practice.class)))
                    .collect()
            }
            ExerciseKind::Matching => {
                file.pairs.iter().map(|pair| format!("{} → {}", say(&pair.left), say(&pair.right))).collect()
            }
            ExerciseKind::Numeric => {
                let solution = solved.and_then(|solved| solved.solution.iter().find(|(known, _)| *known == language));
                let slips = file.numeric.iter().flat_map(|numeric| {
                    let slips = slips(numeric, &exercise.id, PAGE, self.book, self.folder).flatten();
                    slips.map(|slip| (rounded(numeric, slip.answer), slip.remark))
                });
                let slips = slips.map(|(answer, remark)| self.tell(w::SLIP, &[&short(answer, 6), &say(remark)]));
                solution.map(|(_, line)| line.clone()).into_iter().chain(slips).collect()
            }
            ExerciseKind::File => {
                file.file.iter().flat_map(|task| &task.rubric).map(|criterion| self.conditions(criterion)).collect()
            }
        }
    }

    /// A criterion with what is asked of the file.
    pub(super) fn conditions(&self, criterion: &CriterionFile) -> String {
        let mut asked = Vec::new();
        if criterion.sound {
            asked.push(self.say(w::NO_ERRORS));
        }
        if !criterion.filled.is_empty() {
            asked.push(self.tell(w::FILLED_IN, &[&criterion.filled.join(", ")]));
        }
        if let Some(entries) = &criterion.entries {
            asked.push(self.tell(w::AT_LEAST, &[&entries.path, &entries.at_least.to_string()]));
        }
        if let Some(figure) = &criterion.figure {
            let end = |end: Option<Amount>| end.map_or_else(|| "…".to_owned(), |end| short(end.0, 6));
            let of = figure.period.as_deref().map_or_else(String::new, |period| format!(" {period}"));
            let name = Measure::from_id(&figure.measure)
                .map_or(figure.measure.as_str(), |measure| measure.doc().name.get(self.language()));
            asked.push(self.tell(w::BETWEEN, &[&format!("{name}{of}"), &end(figure.from), &end(figure.to)]));
        }
        if let Some(tier) = &criterion.tier {
            asked.push(self.tell(w::TIER, &[tier]));
        }
        if asked.is_empty() {
            asked.push(self.say(w::BY_HAND));
        }
        let points = self.tell(w::POINTS, &[&criterion.points.to_string()]);
        format!("{} — {points} — {}", criterion.text.get(self.language()), asked.join("; "))
    }
}

/// The solution of a file exercise.
pub(super) fn solution(file: &ExerciseFile) -> Option<ArticlePart> {
    let text = file.file.as_ref().filter(|_| file.kind == ExerciseKind::File)?.solution.trim().to_owned();
    Some(ArticlePart::Code { text })
}
