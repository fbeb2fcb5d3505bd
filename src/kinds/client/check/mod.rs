//! Turns a client's file into a client, or says everything that is wrong with it.
//!
//! `identity` checks names and currencies, `statements` the statements and how they tie, `trade`
//! the sales and open items, `ledger` the invoices, `limits` the limits granted, `dossier` documents, facts
//! and ratings, `decisions` the log, `portfolio` its place among others, `plausible` what is possible but hardly
//! meant. After this nothing can fail because of what the author wrote.

mod decisions;
mod dossier;
mod identity;
mod ledger;
mod limits;
mod plausible;
mod portfolio;
mod statements;
mod ties;
mod trade;

use dossier::LATER_HINT;
use rust_decimal::Decimal;

use super::case::{Client, Event};
use super::schema::{ClientFile, StatementsFile};
use crate::kinds::case_file::{Checked, Frame, id_of};
use crate::kinds::kind::CaseText;
use crate::load::shape::Shape;
use crate::load::tree::{self, Tree};
use crate::load::{self, Beside, Source};
use crate::pages::number::short;
use crate::values::{Code, Place, Problem, Severity, Text};

/// Reads the client in `source`, with nothing beside it; `stem` is its file's name without the
/// extension.
#[must_use]
pub fn client<'s>(source: &'s Source, stem: &str, shape: &Shape, frame: &Frame<'_>) -> Checked<'s, Client> {
    read(source, stem, None, shape, frame)
}

/// Reads the client in `text` and the ledger beside it.
#[must_use]
pub fn client_beside<'s>(text: &CaseText<'s, '_>, shape: &Shape, frame: &Frame<'_>) -> Checked<'s, Client> {
    read(text.source, text.stem, Some(text.beside), shape, frame)
}

fn read<'s>(
    source: &'s Source,
    stem: &str,
    beside: Option<&Beside<'_>>,
    shape: &Shape,
    frame: &Frame<'_>,
) -> Checked<'s, Client> {
    let (file, tree, mut problems) = match load::read_on::<ClientFile>(source, shape) {
        Ok(read) => read,
        Err(mut problems) => {
            problems.extend(sound_statements(source, stem, shape, frame));
            let (id, id_at) = id_of(&tree::recover(source), stem);
            return Checked { case: None, tree: None, id, id_at, problems };
        }
    };
    let (id, id_at) = id_of(&tree, stem);
    let mut check = Check { source, tree: &tree, stem, beside, frame, problems: Vec::new() };
    let client = check.client(file);
    // Warnings about a file that was not read whole could mislead.
    let whole = problems.is_empty();
    problems.extend(check.problems.into_iter().filter(|problem| whole || problem.severity == Severity::Error));
    let sound = problems.iter().all(|problem| problem.severity != Severity::Error);
    Checked { case: sound.then_some(client), tree: Some(tree), id, id_at, problems }
}

/// The errors in statements that can be read whole, of a file that cannot.
fn sound_statements(source: &Source, stem: &str, shape: &Shape, frame: &Frame<'_>) -> Vec<Problem> {
    let Some((file, tree)) = load::read_sound::<StatementsFile>(source, shape) else { return Vec::new() };
    let mut check = Check { source, tree: &tree, stem, beside: None, frame, problems: Vec::new() };
    let currency = file.currency.as_deref().or(frame.currency).unwrap_or_default();
    check.statements(&file.statements, currency, file.unit.unwrap_or(super::schema::AmountUnit::One));
    // Whether currencies mix cannot be told where the client's own could not be read.
    let tells = |code| code != Code::CurrencyMix || file.currency.is_some();
    check.problems.retain(|problem| problem.severity == Severity::Error && tells(problem.code));
    check.problems
}

/// An amount in units of `scale`, as an author would type it but with commas between thousands.
fn typed(amount: Decimal, scale: Decimal) -> String {
    short(amount / scale, 10).replace('−', "-")
}

/// The state of checking one file.
struct Check<'a> {
    source: &'a Source,
    tree: &'a Tree<'a>,
    stem: &'a str,
    beside: Option<&'a Beside<'a>>,
    frame: &'a Frame<'a>,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn report(&mut self, code: Code, path: &str, message: impl Into<String>, hint: impl Into<String>) {
        // Without a path the file as a whole is meant.
        let span = (!path.is_empty()).then(|| tree::locate(self.tree, path).into());
        let place = Place { file: self.source.path.clone(), span };
        self.problems.push(Problem::new(code, place, message).hint(hint));
    }

    /// The as-of date where it is the book's own: an entry after it may have a mistyped year. On a day that
    /// was asked for, later entries are to be expected.
    fn own_as_of(&self) -> Option<jiff::civil::Date> {
        self.frame.as_of.filter(|_| self.frame.as_of == self.frame.own)
    }

    /// Whether `date` lies after the as-of date, so that what happened then is not known yet.
    fn is_later(&self, date: jiff::civil::Date) -> bool {
        self.frame.as_of.is_some_and(|as_of| date > as_of)
    }

    fn client(&mut self, file: ClientFile) -> Client {
        let id = self.id(file.id.as_deref(), self.stem);
        let currency = file.currency.as_deref().or(self.frame.currency).unwrap_or_default().to_owned();
        self.currency("currency", file.currency.as_deref());
        let unit = file.unit.unwrap_or(super::schema::AmountUnit::One);
        let statements = self.statements(&file.statements, &currency, unit);
        let statement_currency = statements.1.unwrap_or_else(|| currency.clone());
        let trade = file.trade.as_ref().map(|trade| self.trade(trade, &currency, unit));
        match &trade {
            Some(trade) => {
                self.trade_unit(trade, &statements.0, &statement_currency);
                self.years(trade);
            }
            None => self.unused_ledger(),
        }
        let trade_unit = file.trade.as_ref().and_then(|trade| trade.unit).unwrap_or(unit);
        let limits = self.limits(&file, trade_unit);
        let events = self.events(&file);
        let dossier = self.dossier(&file, trade.as_ref().map_or(unit, |trade| trade.unit));
        self.approval_is_granted(&dossier.decisions, &limits, trade_unit);
        let membership = self.membership(&file, trade_unit);
        self.translations(&file);
        Client {
            id,
            file: self.source.path.clone(),
            name: file.name,
            legal_form: file.legal_form.unwrap_or_default(),
            domicile: file.domicile.unwrap_or_default(),
            industry: file.industry.unwrap_or_default().trim().to_owned(),
            registration: file.registration.unwrap_or_default().trim().to_owned(),
            currency: statement_currency,
            notes: file.notes.unwrap_or_default(),
            statements: statements.0,
            trade,
            limits,
            events,
            dossier,
            membership,
        }
    }

    fn events(&mut self, file: &ClientFile) -> Vec<Event> {
        let mut events = Vec::new();
        for (index, event) in file.events.iter().enumerate() {
            if self.is_later(event.date.0) {
                if let Some(as_of) = self.own_as_of() {
                    let message =
                        format!("this event of {} lies after the as-of date {as_of} and is left out", event.date.0);
                    self.report(Code::TradeAfterAsOf, &format!("events[{index}].date"), message, LATER_HINT);
                }
                continue;
            }
            events.push(Event { index, kind: event.kind, date: event.date.0, source: event.source.clone() });
        }
        events
    }

    fn translations(&mut self, file: &ClientFile) {
        let texts = [
            ("name", Some(&file.name)),
            ("legal_form", file.legal_form.as_ref()),
            ("domicile", file.domicile.as_ref()),
            ("notes", file.notes.as_ref()),
        ];
        for (path, text) in texts {
            self.translation(path, text);
        }
    }

    fn translation(&mut self, path: &str, text: Option<&Text>) {
        let Some(text) = text else { return };
        for language in self.frame.languages {
            let wording = match language {
                crate::values::Language::Zh => &text.zh,
                crate::values::Language::En => &text.en,
            };
            if wording.is_empty() {
                let code = language.code();
                self.report(
                    Code::MissingTranslation,
                    path,
                    format!("`{path}` has no wording in {} ({code})", language.name()),
                    format!("add `{code} = \"…\"`, or write one text for all languages"),
                );
            }
        }
    }
}
