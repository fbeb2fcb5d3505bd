//! Turns a survey's file and its table of answers into a survey, or says everything that is wrong
//! with them.
//!
//! `instrument` checks the questions and their weights, `frame` waves, groups and texts; the answers
//! are read by `responses`.

mod frame;
mod instrument;

use super::case::{Fielding, Group, Instrument, Survey, Wave};
use super::responses;
use super::schema::{AnswerFile, SurveyFile};
use super::tally::Tallies;
use crate::kinds::case_file::{Checked, Frame, id_of, unfit_id};
use crate::kinds::kind::CaseText;
use crate::load::shape::Shape;
use crate::load::tree::{self, Tree};
use crate::load::{self, Source};
use crate::values::{Code, Language, Place, Problem, Severity, Text, plural};

/// The fewest respondents whose figures are worth much (DOMAIN: warn below 30).
const FEW: u64 = 30;

/// Reads the survey in `text`.
#[must_use]
pub fn survey<'s>(text: &CaseText<'s, '_>, shape: &Shape, frame: &Frame<'_>) -> Checked<'s, Survey> {
    let source = text.source;
    let (file, tree, mut problems) = match load::read_on::<SurveyFile>(source, shape) {
        Ok(read) => read,
        Err(problems) => {
            let (id, id_at) = id_of(&tree::recover(source), text.stem);
            return Checked { case: None, tree: None, id, id_at, problems };
        }
    };
    let (id, id_at) = id_of(&tree, text.stem);
    let mut check = Check { source, tree: &tree, frame, problems: Vec::new() };
    let case = check.survey(&file, text);
    let whole = problems.is_empty();
    problems.extend(check.problems.into_iter().filter(|problem| whole || problem.severity == Severity::Error));
    let sound = problems.iter().all(|problem| problem.severity != Severity::Error);
    Checked { case: case.filter(|_| sound), tree: Some(tree), id, id_at, problems }
}

/// The state of checking one file.
struct Check<'a> {
    source: &'a Source,
    tree: &'a Tree<'a>,
    frame: &'a Frame<'a>,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn report(&mut self, code: Code, path: &str, message: impl Into<String>, hint: impl Into<String>) {
        let span = (!path.is_empty()).then(|| tree::locate(self.tree, path).into());
        let place = Place { file: self.source.path.clone(), span };
        self.problems.push(Problem::new(code, place, message).hint(hint));
    }

    fn survey(&mut self, file: &SurveyFile, text: &CaseText<'_, '_>) -> Option<Survey> {
        if let Some((code, path, message, hint)) = unfit_id(file.id.as_deref(), text.stem) {
            self.report(code, path, message, hint);
        }
        let mut instrument = self.instrument(file);
        let (waves, groups) = (self.waves(file), self.groups(file));
        self.translations(file);
        let named = file.responses.as_deref().map(|name| self.data_file(file, name, text));
        // Answers to questions that are not clear would be told as wrong.
        if self.problems.iter().any(|problem| problem.severity == Severity::Error) {
            return None;
        }
        let data_file = named.flatten().unwrap_or_default();
        let counted = if file.responses.is_some() {
            let parts = (waves.as_slice(), groups.as_slice());
            let read = responses::table(&mut instrument, parts, text.beside, &data_file, &mut self.problems);
            read.map_err(|problems| self.problems.extend(problems)).ok()?
        } else {
            let expected = |answers: &AnswerFile| !answers.expected.is_empty();
            instrument.has_expectations = file.answers.is_empty() || file.answers.iter().any(expected);
            self.typed_answers(file, &instrument, &waves, &groups)
        };
        let (tallies, waves, groups) = counted;
        self.respondents(&tallies, &waves, &groups);
        let or_empty = |text: &Option<Text>| text.clone().unwrap_or_default();
        Some(Survey {
            id: file.id.as_deref().unwrap_or(text.stem).trim().to_owned(),
            file: self.source.path.clone(),
            data_file,
            name: file.name.clone(),
            organisation: or_empty(&file.organisation),
            industry: or_empty(&file.industry),
            about: or_empty(&file.about),
            introduction: or_empty(&file.introduction),
            instrument,
            waves,
            groups,
            fielding: file.fielding.as_ref().map(|fielding| Fielding {
                sampling: or_empty(&fielding.sampling),
                mode: or_empty(&fielding.mode),
                place: or_empty(&fielding.place),
                by: or_empty(&fielding.by),
                handed_out: fielding.handed_out,
                returned: fielding.returned,
            }),
            tallies,
        })
    }

    /// The answers that stand in the file itself; a bad one is a doubt and left out.
    fn typed_answers(
        &mut self,
        file: &SurveyFile,
        instrument: &Instrument,
        waves: &[Wave],
        groups: &[Group],
    ) -> (Tallies, Vec<Wave>, Vec<Group>) {
        let mut tell = |code, path: String, message: String, hint: &str| {
            let span = tree::locate(self.tree, &path).into();
            let place = Place { file: self.source.path.clone(), span: Some(span) };
            let mut problem = Problem::new(code, place, message).hint(hint);
            problem.severity = Severity::Warning;
            self.problems.push(problem);
        };
        responses::inline(instrument, (waves, groups), &file.answers, &mut tell)
    }

    /// The path of the table of answers.
    fn data_file(&mut self, file: &SurveyFile, name: &str, text: &CaseText<'_, '_>) -> Option<String> {
        if !file.answers.is_empty() {
            let message = "the survey names a table of answers and has answers of its own";
            self.report(Code::BadValue, "responses", message, "keep `responses` or `[[answers]]`");
        }
        let Some(path) = text.beside.path(name) else {
            let message = format!("`{name}` does not name a file beside the survey");
            self.report(Code::BadValue, "responses", message, "write the name of a .csv file in the same folder");
            return None;
        };
        if !text.beside.holds(&path) {
            let message = format!("the survey names a table of answers, but `{path}` does not exist");
            self.report(
                Code::BadReference,
                "responses",
                message,
                "write the file, or remove `responses` until there are answers",
            );
            return None;
        }
        Some(path)
    }

    /// A warning where too few answered for figures that are worth much.
    fn respondents(&mut self, tallies: &Tallies, waves: &[Wave], groups: &[Group]) {
        let whole = tallies.whole.respondents;
        if whole == 0 {
            let message = "nobody has answered this survey yet: its page has the questionnaire, but no figures";
            self.report(Code::FewAnswers, "", message, "name the table of answers with `responses`");
            return;
        }
        if whole < FEW {
            let whole = plural(whole, "respondent");
            let message = format!("only {whole}: intervals are wide, and tests mean little below {FEW}");
            self.report(Code::FewAnswers, "", message, "ask more, or read the figures as an exercise");
            return;
        }
        let waves = waves.iter().map(|wave| ("wave", &wave.id)).zip(&tallies.waves);
        let groups = groups.iter().map(|group| ("group", &group.id)).zip(&tallies.groups);
        for ((what, id), tally) in waves.chain(groups).filter(|(_, tally)| tally.respondents < FEW) {
            let message = match tally.respondents {
                0 => format!("nobody has answered in the {what} `{id}`"),
                n => {
                    let few = plural(n, "respondent");
                    format!("the {what} `{id}` has only {few}; below {FEW} figures mean little")
                }
            };
            self.report(Code::FewAnswers, "", message, "ask more, or compare with care");
        }
    }

    fn translation(&mut self, path: &str, text: Option<&Text>) {
        let Some(text) = text else { return };
        for language in self.frame.languages {
            let wording = match language {
                Language::Zh => &text.zh,
                Language::En => &text.en,
            };
            if wording.is_empty() {
                let code = language.code();
                let message = format!("`{path}` has no wording in {} ({code})", language.name());
                let hint = format!("add `{code} = \"…\"`, or write one text for all languages");
                self.report(Code::MissingTranslation, path, message, hint);
            }
        }
    }
}
