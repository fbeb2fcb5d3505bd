//! The quarterly credit review: all clients at the end of a quarter against the quarter before, as a page
//! of the site, one PDF and a data file. Made from rows alone, so that memory does not grow with files.
//!
//! `track` says what is kept of each client, `sums` adds up; every other file is a part of the pack.

mod back_test;
mod causes;
mod data;
mod effects;
mod exposure;
mod finance;
mod goals;
mod limits;
mod migration;
mod people;
mod quality;
mod receivables;
mod risk;
mod sums;
mod track;
mod words;

use std::collections::BTreeMap;
use std::io;

use rust_decimal::Decimal;

use super::portfolio::Row;
use crate::kinds::book::Review;
use crate::kinds::book::review::Goal;
use crate::kinds::edition::Edition;
use crate::load::unit::AmountUnit;
use crate::pages::chart::Medium;
use crate::pages::number::{date, fixed, percent};
use crate::pages::{Block, Cell, Fact, Link, Page, Report, Section, Table};
use crate::present::figure::NONE;
use crate::present::tables::linked;
use crate::values::digest::{Summed, hex};
use crate::values::{Language, Words};
use sums::Picture;
use words as w;

pub use causes::Cause;
pub use data::write_json;
pub use goals::{Glance, Tally};
pub use track::{Doubt, Standing, Track};

/// Where the review's data lie.
pub const DATA: &str = "data/review.json";
/// The path of the review's page in the book's first language.
pub const PAGE: &str = "review/index.html";

/// The most clients that a list names.
const NAMED: usize = 40;
/// How many clients a list of the largest amounts names.
const LARGEST: usize = 10;

/// The review in one language.
pub struct Pack<'a> {
    edition: Edition<'a>,
    review: &'a Review,
    rows: Vec<(&'a Row, &'a Track)>,
    /// The portfolio on each day of the review, latest first.
    pictures: Vec<Picture>,
    medium: Medium,
    /// SHA-256 of the data file.
    data_sum: String,
    scale: Decimal,
}

impl<'a> Pack<'a> {
    /// The review of `rows`; none where the book asks for none.
    #[must_use]
    pub fn new(edition: &Edition<'a>, rows: &'a [Row], medium: Medium) -> Option<Self> {
        let review = edition.review?;
        let rows: Vec<_> = rows.iter().filter_map(|row| Some((row, row.track.as_deref()?))).collect();
        let tracks = || rows.iter().map(|(_, track)| *track);
        let pictures: Vec<Picture> =
            (0..review.days.len()).map(|at| Picture::on(tracks(), at, edition.model, review)).collect();
        let unit = if edition.language == Language::Zh { AmountUnit::TenThousand } else { AmountUnit::Thousand };
        let scale = unit.scale();
        let mut pack = Pack { edition: *edition, review, rows, pictures, medium, data_sum: String::new(), scale };
        let mut sum = Summed::new(io::sink());
        // A sink takes everything.
        let _ = write_json(&pack, &mut sum);
        pack.data_sum = hex(&sum.sum());
        Some(pack)
    }

    /// The same review in another medium.
    #[must_use]
    pub fn on(self, medium: Medium) -> Self {
        Pack { medium, ..self }
    }

    /// The review's page.
    #[must_use]
    pub fn page(&self) -> Page {
        let mut page = self.edition.page(PAGE, "review", self.say(w::REVIEW));
        page.lead = self.lead();
        page.description = format!("{}: {}", self.edition.title, page.lead);
        page.trail =
            vec![Link { text: crate::kinds::home::NAME.get(self.language()).to_owned(), href: page.home.clone() }];
        if self.edition.reports {
            let href = format!("{}{}", page.root, self.report_path());
            page.downloads.push(Link { text: "PDF".to_owned(), href });
        }
        page.downloads.push(Link { text: "JSON".to_owned(), href: format!("{}{DATA}", page.root) });
        page.sections = self.sections();
        page
    }

    /// The rate of each other currency in which clients trade, where the book gives one, and how many these are.
    fn used_rates(&self) -> BTreeMap<&str, (Decimal, usize)> {
        let mut used = BTreeMap::new();
        for (row, _) in &self.rows {
            let currency = row.credit.as_ref().map_or("", |credit| credit.currency.as_str());
            let Some(rate) = self.review.rate(currency).filter(|_| currency != self.review.currency) else { continue };
            used.entry(currency).or_insert((rate, 0)).1 += 1;
        }
        used
    }

    /// The exposure with its unit, where any client's file tells it.
    fn exposed(&self) -> String {
        let exposure = self.latest().goal(Goal::Exposure);
        exposure.map_or_else(|| self.say(w::NOT_KNOWN), |exposure| format!("{} {}", self.money(exposure), self.unit()))
    }

    /// The review as a report.
    #[must_use]
    pub fn report(&self) -> Report {
        let title = format!("{} · {}", self.say(w::REVIEW), self.edition.as_of);
        let mut report = self.edition.report("review", self.edition.title, title);
        report.running_head = self.say(w::REVIEW);
        report.cover = vec![
            Fact::new(self.say(w::NOW), self.day(0)),
            Fact::new(self.say(w::BEFORE), self.day(1)),
            Fact::new(self.say(w::CLIENTS), self.rows.len().to_string()),
            Fact::new(self.say(w::EXPOSURE), self.exposed()),
            Fact::new(
                self.say(w::MODEL),
                format!("{} {}", self.edition.model.name.get(self.language()), self.edition.model.version),
            ),
        ];
        self.edition.model.notice.get(self.language()).clone_into(&mut report.notice);
        report.contents_depth = 1;
        report.sections = self.sections();
        for section in &mut report.sections {
            section.new_sheet = ["finance", "migration", "sign"].contains(&section.id.as_str());
        }
        report
    }

    /// Where the report lies.
    #[must_use]
    pub fn report_path(&self) -> String {
        self.edition.report_path("portfolio/review")
    }

    fn sections(&self) -> Vec<Section> {
        vec![
            self.finance(),
            self.migration(),
            self.ageing(),
            self.concentration(),
            self.limits(),
            self.watch_list(),
            self.exceptions(),
            self.reviews(),
            self.stress(),
            self.quality(),
            self.model_card(),
            self.sign_off(),
        ]
    }

    fn lead(&self) -> String {
        self.tell(w::LEAD, &[&self.day(0), &self.day(1), &self.unit()])
    }

    fn language(&self) -> Language {
        self.edition.language
    }

    fn say(&self, words: Words) -> String {
        words.get(self.language()).to_owned()
    }

    /// A sentence with values in place of `{}`, in order.
    fn tell(&self, words: Words, values: &[&str]) -> String {
        crate::present::told(words, self.language(), values)
    }

    /// What stands between the parts of an enumeration of sentences.
    fn semicolon(&self) -> &'static str {
        if self.language() == Language::Zh { "；" } else { "; " }
    }

    /// What stands between the names of a list.
    fn comma(&self) -> &'static str {
        if self.language() == Language::Zh { "、" } else { ", " }
    }

    /// So many clients, in words.
    fn clients(&self, count: usize) -> String {
        self.tell(w::SO_MANY_CLIENTS, &[&count.to_string()])
    }

    /// A table that names at most [`NAMED`] of `count` clients, with how many it leaves out.
    fn listing(&self, listed: Table, count: usize) -> Block {
        Block::Table(Table { note: self.more_than(NAMED, count), ..listed })
    }

    /// How many clients a list that names the first `named` of `count` leaves out, or nothing.
    fn more_than(&self, named: usize, count: usize) -> String {
        let rest = count.saturating_sub(named);
        if rest == 0 { String::new() } else { self.tell(w::MORE, &[&self.clients(rest)]) }
    }

    fn latest(&self) -> &Picture {
        &self.pictures[0]
    }

    fn tracks(&self) -> impl Iterator<Item = &'a Track> + Clone {
        self.rows.iter().map(|(_, track)| *track)
    }

    fn day(&self, at: usize) -> String {
        self.review.days.get(at).map_or_else(String::new, |day| date(*day, self.language()))
    }

    /// The currency and the unit of every amount.
    fn unit(&self) -> String {
        crate::present::amount_unit(&self.review.currency, self.scale, self.language())
    }

    fn money(&self, amount: Decimal) -> String {
        fixed(amount / self.scale, 1)
    }

    fn money_or_none(&self, amount: Option<Decimal>) -> String {
        amount.map_or_else(|| NONE.to_owned(), |amount| self.money(amount))
    }

    fn tier(&self, at: usize) -> String {
        self.edition.model.tiers.get(at).map_or_else(String::new, |tier| tier.id.clone())
    }

    /// A client's name, which leads to its page.
    fn client(&self, row: &Row) -> Cell {
        linked(row.name.get(self.language()).to_owned(), format!("../clients/{}.html", row.id))
    }

    /// A label, or that there is none.
    fn label(&self, text: &str) -> String {
        if text.is_empty() { self.say(w::UNKNOWN) } else { text.to_owned() }
    }
}

/// `part` of `whole` in per cent, or nothing.
fn share(part: Decimal, whole: Decimal) -> String {
    part.checked_div(whole).map_or_else(String::new, |share| percent(share, 1))
}
