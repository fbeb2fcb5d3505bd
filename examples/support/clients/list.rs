//! Who the invented clients are. Their names are made up and marked so; persons are named by their roles.

use jiff::civil::{Date, date};

use super::makers::{CONSTRUCTION, ELECTRONICS, FOOD};
use super::others::{MACHINERY, SOFTWARE, TRADE};

/// The as-of date of the book.
pub const AS_OF: Date = date(2024, 3, 31);

/// The regions, each around a town of an invented province.
pub const REGIONS: [(&str, &str); 4] =
    [("临江", "Linjiang"), ("东江", "Dongjiang"), ("南屿", "Nanyu"), ("北原", "Beiyuan")];

/// Who looks after clients.
pub const TEAMS: [(&str, &str); 5] = [
    ("临江一组", "Linjiang team 1"),
    ("临江二组", "Linjiang team 2"),
    ("东江组", "Dongjiang team"),
    ("南屿组", "Nanyu team"),
    ("北原组", "Beiyuan team"),
];

/// The groups of firms.
pub const GROUPS: [(&str, &str); 2] =
    [("青桐集团（虚构）", "Qingtong Group (invented)"), ("远帆集团（虚构）", "Yuanfan Group (invented)")];

/// How much of its credit file we hold.
#[derive(Clone, Copy)]
pub enum File {
    /// Nobody recorded it.
    Unrecorded,
    /// Less than half.
    Part,
    /// All that the model asks for.
    Whole,
}

/// The standing limit.
#[derive(Clone, Copy)]
pub enum Limit {
    /// None was granted.
    Unset,
    /// What the trade needs.
    Usual,
    /// An amount, in the unit of the trade.
    Of(i64),
}

/// A client.
#[derive(Clone, Copy)]
pub struct Spec {
    pub id: &'static str,
    pub zh: &'static str,
    pub en: &'static str,
    /// What the case shows.
    pub shows: &'static str,
    pub industry: &'static str,
    pub region: usize,
    pub team: usize,
    pub group: Option<usize>,
    /// Sales of 2022, and by how many per cent they grew in 2023.
    pub sales: i64,
    pub growth: i64,
    /// Grade of health in 2022 and 2023.
    pub grade: [i64; 2],
    pub assurance: &'static str,
    /// The first and the last day of statements that it handed in.
    pub statements: (&'static str, &'static str),
    /// Who vouches for its half-year statements, where it hands them in.
    pub half: Option<&'static str>,
    /// Grade of two more months, what owners paid in during them, and who vouches for their statement.
    pub interim: Option<(i64, i64, &'static str)>,
    pub since: u16,
    pub terms: u16,
    /// What it buys from us in a year, in the unit of the trade.
    pub yearly: i64,
    /// Days from invoice to invoice.
    pub every: i64,
    pub sold_until: Date,
    /// How many days late it pays, from and to.
    pub late: (i64, i64),
    /// The day from which it pays so many days later.
    pub turn: Option<(Date, i64)>,
    /// The last day on which it paid.
    pub stops: Option<Date>,
    /// Disputed and unpaid invoices, counted from the last.
    pub unpaid: &'static [usize],
    /// What our general ledger has more than the invoices.
    pub untied: i64,
    /// Whether it trades in thousands of dollars.
    pub usd: bool,
    pub orders: i64,
    pub limit: Limit,
    /// A temporary limit: first and last day, and what it adds.
    pub season: Option<(&'static str, &'static str, i64)>,
    /// The last review, and the tier that it found.
    pub review: Option<(&'static str, &'static str)>,
    pub file: File,
}

impl Spec {
    /// What the unit of the trade is worth.
    pub const fn base(&self) -> i64 {
        if self.usd { 1_000 } else { 10_000 }
    }

    /// An amount of the ledger in the unit of the trade, with two decimals.
    pub fn in_unit(&self, amount: i64) -> String {
        format!("{}.{:02}", amount / self.base(), amount % self.base() * 100 / self.base())
    }
}

/// What holds where a client says nothing else.
pub const USUAL: Spec = Spec {
    id: "",
    zh: "",
    en: "",
    shows: "",
    industry: "",
    region: 0,
    team: 0,
    group: None,
    sales: 0,
    growth: 6,
    grade: [200, 200],
    assurance: "audited",
    statements: ("2022-12-31", "2024-03-31"),
    half: None,
    interim: None,
    since: 2016,
    terms: 45,
    yearly: 0,
    every: 24,
    sold_until: AS_OF,
    late: (-3, 6),
    turn: None,
    stops: None,
    unpaid: &[],
    untied: 0,
    usd: false,
    orders: 0,
    limit: Limit::Usual,
    season: None,
    review: None,
    file: File::Unrecorded,
};

/// Every client, industry by industry.
pub fn all() -> Vec<Spec> {
    [&CONSTRUCTION[..], &ELECTRONICS, &FOOD, &MACHINERY, &SOFTWARE, &TRADE].concat()
}
