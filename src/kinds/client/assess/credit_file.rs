//! The credit file at a date: which of the documents that the model requires are held, which have
//! expired, are out of date or missing, and how complete the file is (SCOPE C4).
//!
//! A client whose file records no document by then has no credit file to judge: no figure, no cap.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::trade::Experience;
use crate::kinds::client::case::Client;
use crate::kinds::client::case::dossier::{Document, Dossier};
use crate::kinds::credit_model::CreditModel;
use crate::kinds::credit_model::model::evidence::Requirement;
use crate::measures::{Expr, Figure, Input, Inputs, Measure, Origin};
use crate::values::period::older_than;
use crate::values::{Undefined, Unit, Words};

/// The credit file of a client at a date.
#[derive(Debug, Clone)]
pub struct CreditFile {
    /// Completeness, where the model requires anything, and collateral cover.
    pub figures: Vec<Figure>,
    /// One for each requirement of the model, in its order.
    pub requirements: Vec<Held>,
}

/// What there is of a required document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The requirement's place in the model.
    pub requirement: usize,
    /// What there is.
    pub state: State,
    /// The document's place among the client's documents.
    pub document: Option<usize>,
}

/// What there is of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It holds.
    Valid,
    /// It is older than the model allows.
    Stale,
    /// It has run out.
    Expired,
    /// There is none.
    Missing,
}

impl State {
    /// The stable name in data files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            State::Valid => "valid",
            State::Stale => "stale",
            State::Expired => "expired",
            State::Missing => "missing",
        }
    }

    /// Its name.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            State::Valid => Words { zh: "有效", en: "valid" },
            State::Stale => Words { zh: "陈旧", en: "out of date" },
            State::Expired => Words { zh: "已过期", en: "expired" },
            State::Missing => Words { zh: "缺失", en: "missing" },
        }
    }
}

/// The credit file of `client` by `model` at `as_of`.
pub(super) fn credit_file(
    client: &Client,
    model: &CreditModel,
    as_of: Date,
    experience: Option<&Experience>,
    inputs: &mut Inputs,
) -> Option<CreditFile> {
    client.dossier.documents(as_of).next()?;
    let requirements: Vec<_> =
        model.requirements.iter().enumerate().map(|(at, one)| held(at, one, &client.dossier, as_of)).collect();
    let mut figures = Vec::with_capacity(2);
    if !requirements.is_empty() {
        figures.push(completeness(model, &requirements, as_of, inputs));
    }
    figures.extend(cover(client, experience, as_of, inputs));
    Some(CreditFile { figures, requirements })
}

/// What `document` is worth at `as_of`, where it goes out of date after so many months.
#[must_use]
pub fn state(document: &Document, stale_after: Option<u8>, as_of: Date) -> State {
    if document.expired(as_of) {
        State::Expired
    } else if stale_after.is_some_and(|months| older_than(document.date, as_of, i64::from(months))) {
        State::Stale
    } else {
        State::Valid
    }
}

/// The best document for a requirement: a valid one before others, then the latest.
fn held(at: usize, requirement: &Requirement, dossier: &Dossier, as_of: Date) -> Held {
    let known = dossier.documents.iter().enumerate().filter(|(_, document)| document.date <= as_of);
    let states = known
        .filter(|(_, document)| document.kind == requirement.kind)
        .map(|(place, document)| (state(document, requirement.stale_after, as_of), document.date, place));
    let best = states.min_by_key(|&(state, date, place)| (state != State::Valid, std::cmp::Reverse(date), place));
    match best {
        Some((state, _, place)) => Held { requirement: at, state, document: Some(place) },
        None => Held { requirement: at, state: State::Missing, document: None },
    }
}

fn completeness(model: &CreditModel, held: &[Held], as_of: Date, inputs: &mut Inputs) -> Figure {
    let mut weight = |at: usize| {
        let requirement = &model.requirements[at];
        Expr::Input(inputs.add(Input {
            name: requirement.kind.words(),
            of: String::new(),
            origin: Origin::Model,
            path: format!("file.required[{}].weight", requirement.index),
            value: requirement.weight,
            scale: Decimal::ONE,
            unit: Unit::Index,
        }))
    };
    let all: Vec<_> = held.iter().map(|one| (true, weight(one.requirement))).collect();
    let there: Vec<_> =
        held.iter().zip(&all).filter(|(one, _)| one.state == State::Valid).map(|(_, term)| term.clone()).collect();
    let there = if there.is_empty() { Expr::Number(Decimal::ZERO) } else { Expr::sum(there) };
    Figure::new(Measure::FileCompleteness, as_of.to_string(), there.over(Expr::sum(all)), inputs)
}

/// What guarantees in force secure ÷ what the client owes; nothing without trade.
fn cover(client: &Client, experience: Option<&Experience>, as_of: Date, inputs: &mut Inputs) -> Option<Figure> {
    let trade = client.trade.as_ref()?;
    let scale = trade.unit.scale();
    let measure = Measure::CollateralCover;
    let Some(owed) = experience.and_then(|experience| experience.owed.clone()) else {
        let mut figure = Figure::undefined(measure, as_of.to_string(), Undefined::MissingInput);
        figure.missing.push(Words { zh: "应收余额", en: "Receivables" });
        return Some(figure);
    };
    let in_force = client.dossier.documents(as_of).filter(|document| !document.expired(as_of));
    let secured: Vec<_> = in_force
        .filter_map(|document| {
            let input = Input {
                name: document.kind.words(),
                of: document.number.clone(),
                origin: Origin::Case,
                path: format!("documents[{}].amount", document.index),
                value: document.amount?,
                scale,
                unit: Unit::Money,
            };
            Some((true, Expr::Input(inputs.add(input))))
        })
        .collect();
    let secured = if secured.is_empty() { Expr::Number(Decimal::ZERO) } else { Expr::sum(secured) };
    Some(Figure::new(measure, as_of.to_string(), secured.over(owed), inputs))
}

impl CreditFile {
    /// How complete the file is, a fraction; nothing where the model requires nothing.
    #[must_use]
    pub fn completeness(&self) -> Option<Decimal> {
        self.figures.iter().find(|figure| figure.measure == Measure::FileCompleteness)?.value.ok()
    }
}
