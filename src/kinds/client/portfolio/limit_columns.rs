//! The columns on limits in the list of clients: only those that any client fills.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::list::sorted;
use super::{Credit, Row};
use crate::pages::number::{fixed, percent, places_of};
use crate::pages::{Cell, Column, Tone};
use crate::present;
use crate::present::tables::toned;
use crate::values::{Language, Words};

macro_rules! words {
    ($($name:ident $zh:literal $en:literal;)*) => { $(const $name: Words = Words { zh: $zh, en: $en };)* };
}

words! {
    BLOCKED "停止赊销" "Blocked";
    UNKNOWN "不明" "not known";
    RECOMMENDED "推荐限额" "Limit recommended";
    IN_FORCE "生效限额" "Limit in force";
    EXPOSURE "敞口" "Exposure";
    USE "限额使用率" "Use of limit";
    MONEY_IN "限额与敞口单位：" "Limits and exposure in ";
    UNLESS_NAMED "；另注币种者，单位为该币种的万元" "; where another currency is named, thousands of that";
}

/// What a column shows of a client.
#[derive(Clone, Copy)]
enum Kind {
    Blocked,
    Money(Words, fn(&Credit) -> Option<Decimal>),
    Use,
}

const KINDS: [Kind; 5] = [
    Kind::Blocked,
    Kind::Money(RECOMMENDED, |credit| credit.recommended),
    Kind::Money(IN_FORCE, |credit| credit.granted),
    Kind::Money(EXPOSURE, |credit| credit.exposure),
    Kind::Use,
];

impl Kind {
    fn is_filled(self, credit: &Credit) -> bool {
        match self {
            Kind::Blocked => credit.blocked.is_blocked() || credit.blocked.is_unknown(),
            Kind::Money(_, amount) => amount(credit).is_some(),
            Kind::Use => credit.used.is_some(),
        }
    }
}

/// The columns that the clients of a book fill.
pub(super) struct LimitColumns {
    language: Language,
    kinds: Vec<Kind>,
    /// How many decimals the amounts of each have.
    places: Vec<u32>,
    /// The currency that most clients trade in; amounts in others are led by theirs.
    currency: String,
    /// Whether there are others.
    mixed: bool,
}

impl LimitColumns {
    pub(super) fn of(rows: &[Row], language: Language) -> Self {
        let credits = || rows.iter().filter_map(|row| row.credit.as_ref());
        let kinds: Vec<Kind> =
            KINDS.into_iter().filter(|kind| credits().any(|credit| kind.is_filled(credit))).collect();
        let places = kinds.iter().map(|kind| match kind {
            Kind::Money(_, amount) => places_of(credits().filter_map(amount).map(|amount| amount / scale(language)), 1),
            Kind::Blocked | Kind::Use => 0,
        });
        let places = places.collect();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for credit in credits() {
            *counts.entry(&credit.currency).or_default() += 1;
        }
        let most = counts.iter().max_by_key(|(_, count)| **count).map_or("", |(currency, _)| currency);
        LimitColumns { language, kinds, places, currency: most.to_owned(), mixed: counts.len() > 1 }
    }

    fn say(&self, words: Words) -> String {
        words.get(self.language).to_owned()
    }

    /// How many of the columns stand before the score: the one of who is blocked, where there is one.
    pub(super) fn before_score(&self) -> usize {
        usize::from(matches!(self.kinds.first(), Some(Kind::Blocked)))
    }

    pub(super) fn headings(&self) -> impl Iterator<Item = Column> {
        self.kinds.iter().map(|kind| match kind {
            Kind::Blocked => Column::text(self.say(BLOCKED)),
            Kind::Money(name, _) => Column::number(self.say(*name)),
            Kind::Use => Column::number(self.say(USE)),
        })
    }

    pub(super) fn cells(&self, credit: Option<&Credit>) -> impl Iterator<Item = Cell> {
        self.kinds.iter().zip(&self.places).map(move |(kind, &places)| match (kind, credit) {
            (_, None) => Cell::from(""),
            (Kind::Blocked, Some(credit)) => self.blocked(credit),
            (Kind::Money(_, amount), Some(credit)) => self.money(amount(credit), places, &credit.currency),
            (Kind::Use, Some(credit)) => used(credit.used),
        })
    }

    fn blocked(&self, credit: &Credit) -> Cell {
        if credit.blocked.is_unknown() {
            return toned(self.say(UNKNOWN), Tone::Caution);
        }
        let comma = if self.language == Language::Zh { "、" } else { ", " };
        let reasons: Vec<_> = credit.blocked.reasons().map(|(_, words)| words.get(self.language)).collect();
        if reasons.is_empty() { Cell::from("") } else { toned(reasons.join(comma), Tone::Bad) }
    }

    /// An amount; with its currency where that is not the usual one.
    fn money(&self, amount: Option<Decimal>, places: u32, currency: &str) -> Cell {
        let text = amount
            .map_or_else(|| present::figure::NONE.to_owned(), |amount| fixed(amount / scale(self.language), places));
        let named = currency != self.currency && amount.is_some();
        sorted(if named { format!("{currency} {text}") } else { text }, amount)
    }

    /// The unit of the amounts; nothing where there are none.
    pub(super) fn note(&self) -> Option<String> {
        let any = self.kinds.iter().any(|kind| matches!(kind, Kind::Money(..)));
        let unit = present::amount_unit(&self.currency, scale(self.language), self.language);
        let others = if self.mixed { self.say(UNLESS_NAMED) } else { String::new() };
        any.then(|| [&self.say(MONEY_IN), unit.as_str(), &others].concat())
    }
}

/// The unit in which a reader of the language counts such amounts.
fn scale(language: Language) -> Decimal {
    Decimal::from(if language == Language::Zh { 10_000 } else { 1_000 })
}

fn used(share: Option<Decimal>) -> Cell {
    let text = share.map_or_else(|| present::figure::NONE.to_owned(), |share| percent(share, 0));
    match (sorted(text, share), share) {
        (Cell::Rich(cell), Some(share)) if share > Decimal::ONE => {
            Cell::Rich(crate::pages::RichCell { tone: Tone::Bad, ..cell })
        }
        (cell, _) => cell,
    }
}
