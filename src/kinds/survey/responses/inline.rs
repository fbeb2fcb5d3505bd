//! Counts answers that are typed in the survey's own file.

use super::intake::{Intake, Refusal, Respondent};
use super::table::turned;
use crate::kinds::survey::case::{Group, Instrument, QuestionKind, Wave};
use crate::kinds::survey::schema::AnswerFile;
use crate::kinds::survey::tally::{Row, Tallies};
use crate::values::{Code, plural};

/// Counts `answers`; what is wrong with one is handed to `tell` with its key path, message and hint,
/// and it is left out.
pub(in crate::kinds::survey) fn inline(
    instrument: &Instrument,
    (waves, groups): (&[Wave], &[Group]),
    answers: &[AnswerFile],
    tell: &mut dyn FnMut(Code, String, String, &str),
) -> (Tallies, Vec<Wave>, Vec<Group>) {
    let mut intake = Intake::new(instrument, waves, groups);
    let mut row = Row::new(instrument);
    for (at, answers) in answers.iter().enumerate() {
        intake.read();
        row.clear();
        if let Err((path, message)) = fill(&mut row, instrument, answers) {
            let hint = "give one number for each, in the order of the file; 0 where there is no answer";
            tell(
                Code::AnswerRange,
                format!("answers[{at}].{path}"),
                format!("{message}; these answers are left out"),
                hint,
            );
            intake.leave_out();
            continue;
        }
        let respondent = Respondent {
            name: answers.respondent.as_deref().unwrap_or_default().trim(),
            group: answers.group.as_deref().unwrap_or_default().trim(),
            wave: answers.wave.as_deref().unwrap_or_default().trim(),
            date: None,
        };
        match intake.take(respondent, &row) {
            Ok(noticed) if noticed.straight => tell(
                Code::StraightLiner,
                format!("answers[{at}]"),
                "this respondent gives one and the same answer to everything".to_owned(),
                "the answers are counted; remove them where the respondent was not serious",
            ),
            Ok(noticed) if noticed.weights_dropped => tell(
                Code::OwnWeights,
                format!("answers[{at}].weights"),
                "these weights do not sum to 100; the survey's stand in".to_owned(),
                "correct them, or leave them out",
            ),
            Ok(_) => {}
            Err(refusal) => {
                let (code, path, message, hint) = refused(&refusal, respondent);
                tell(code, format!("answers[{at}]{path}"), message, hint);
                intake.leave_out();
            }
        }
    }
    intake.finish()
}

fn refused(refusal: &Refusal, respondent: Respondent<'_>) -> (Code, &'static str, String, &'static str) {
    match refusal {
        Refusal::UnknownWave | Refusal::NoWave => (
            Code::BadReference,
            ".wave",
            format!("the survey has no wave `{}`; these answers are left out", respondent.wave),
            "name a wave of this file, or add it to `[[waves]]`",
        ),
        Refusal::SeenBefore => (
            Code::DuplicateRespondent,
            ".respondent",
            format!("the respondent `{}` has answered before; these answers are left out", respondent.name),
            "keep one of them, or tell the respondents apart",
        ),
    }
}

/// Puts typed answers into `row`.
///
/// # Errors
/// The key within the entry, and what is wrong with it.
fn fill(row: &mut Row, instrument: &Instrument, answers: &AnswerFile) -> Result<(), (&'static str, String)> {
    let (items, points) = (instrument.items.len(), instrument.scale.points);
    let parts =
        [("expected", &answers.expected, &mut row.expected), ("perceived", &answers.perceived, &mut row.perceived)];
    for (key, typed, into) in parts {
        if key == "expected" && typed.is_empty() && !instrument.has_expectations {
            continue;
        }
        counted(key, typed, items)?;
        for (item, &answer) in typed.iter().enumerate() {
            let answer = ranged(key, answer, points)?;
            into[item] = turned(instrument, item, answer);
        }
    }
    if !answers.weights.is_empty() {
        counted("weights", &answers.weights, instrument.dimensions.len())?;
        for (into, &weight) in row.weights.iter_mut().zip(&answers.weights) {
            *into = Some(weight);
        }
    }
    for (into, question) in row.questions.iter_mut().zip(&instrument.questions) {
        let (key, answer) = match question.kind {
            QuestionKind::Recommendation => ("recommendation", answers.recommendation),
            QuestionKind::Repurchase => ("repurchase", answers.repurchase),
            QuestionKind::Satisfaction => ("satisfaction", answers.satisfaction),
        };
        let (low, high) = question.kind.range(points);
        if let Some(answer) = answer.filter(|answer| !(low..=high).contains(answer)) {
            return Err((key, format!("{answer} is not a whole number from {low} to {high}")));
        }
        *into = answer;
    }
    Ok(())
}

fn counted(key: &'static str, typed: &[u8], wanted: usize) -> Result<(), (&'static str, String)> {
    if typed.len() == wanted {
        return Ok(());
    }
    let found = plural(typed.len(), "number");
    Err((key, format!("`{key}` has {found}, but the survey has {wanted} to give one for")))
}

fn ranged(key: &'static str, answer: u8, points: u8) -> Result<Option<u8>, (&'static str, String)> {
    match answer {
        0 => Ok(None),
        answer if answer <= points => Ok(Some(answer)),
        answer => Err((key, format!("{answer} is not a whole number from 1 to {points}"))),
    }
}
