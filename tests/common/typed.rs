//! Random clients as an author would type them: sheets that balance, parts within their totals,
//! and beside that anything: zeros, negative equity, ten decimals, 10^13 of a billion, lines left out.

use std::fmt::Write as _;

use proptest::prelude::*;
use rust_decimal::Decimal;

/// A client to be written as TOML.
#[derive(Debug, Clone)]
pub struct Typed {
    unit: &'static str,
    statements: Vec<Statement>,
    trade: String,
    extra: String,
}

#[derive(Debug, Clone)]
struct Statement {
    head: String,
    /// Table, key and amount.
    lines: Vec<(&'static str, &'static str, Decimal)>,
}

impl Typed {
    /// The text of the file.
    pub fn toml(&self) -> String {
        let mut out = format!("name = \"Typed Ltd\"\nunit = \"{}\"\n{}", self.unit, self.extra);
        for statement in &self.statements {
            out.push_str(&statement.head);
            for table in ["income", "balance", "cash_flow"] {
                let _ = writeln!(out, "[statements.{table}]");
                for (_, key, amount) in statement.lines.iter().filter(|line| line.0 == table) {
                    let _ = writeln!(out, "{key} = {amount}");
                }
            }
        }
        out + &self.trade
    }

    /// The client's industry, where the model may know it.
    pub fn industry(&self) -> Option<&str> {
        self.extra.split('"').nth(1)
    }

    /// The same client with more of one line in its last statement, where that line is given.
    pub fn raised(&self, key: &str, by: Decimal) -> Self {
        let mut raised = self.clone();
        let lines = raised.statements.iter_mut().flat_map(|statement| &mut statement.lines);
        for line in lines.filter(|line| line.1 == key) {
            line.2 += by;
        }
        raised
    }
}

/// An amount that is not negative: often nothing, often ordinary, sometimes extreme.
fn amount() -> impl Strategy<Value = Decimal> {
    let whole = |most: i64| (0..=most).prop_map(Decimal::from);
    let exact = (0..=20_000_000_000_000_i64, 0..10_000_000_000_i64, 0u32..=10)
        .prop_map(|(whole, part, scale)| Decimal::from(whole) + Decimal::new(part, 10).trunc_with_scale(scale));
    prop_oneof![2 => Just(Decimal::ZERO), 4 => whole(1000), 2 => whole(20_000_000_000_000), 2 => exact, 1 => Just(Decimal::new(1, 10))]
}

fn signed() -> impl Strategy<Value = Decimal> {
    (amount(), any::<bool>()).prop_map(|(amount, negative)| if negative { -amount } else { amount })
}

const INCOME: [&str; 11] = [
    "sales",
    "cost_of_sales",
    "depreciation",
    "interest",
    "dividends",
    "operating_expenses",
    "operating_profit",
    "ebit",
    "profit_before_tax",
    "tax",
    "net_income",
];
const CURRENT_ASSETS: [&str; 6] =
    ["cash", "short_term_investments", "notes_receivable", "receivables", "inventory", "prepaid"];
const OTHER_ASSETS: [&str; 4] = ["fixed_assets", "goodwill", "intangibles", "deferred_charges"];

/// Lines of a statement, of which a random part is left out.
fn lines() -> impl Strategy<Value = Vec<(&'static str, &'static str, Decimal)>> {
    let amounts = prop::collection::vec(amount(), 24);
    let signed = prop::collection::vec(signed(), 16);
    let kept = prop::collection::vec(prop::bool::weighted(0.85), 48);
    (amounts, signed, kept).prop_map(|(amounts, signed, kept)| {
        let (mut amounts, mut signed, mut kept) = (amounts.into_iter(), signed.into_iter(), kept.into_iter());
        let mut next = || amounts.next().unwrap_or_default();
        let mut lines = Vec::new();
        let sales = next();
        lines.push(("income", "credit_sales", sales / Decimal::from(2)));
        lines.push(("income", INCOME[0], sales));
        lines.extend(INCOME[1..5].iter().map(|key| ("income", *key, next())));
        lines.extend(INCOME[5..].iter().map(|key| ("income", *key, signed.next().unwrap_or_default())));
        let current: Vec<_> = CURRENT_ASSETS.iter().map(|key| ("balance", *key, next())).collect();
        let other: Vec<_> = OTHER_ASSETS.iter().map(|key| ("balance", *key, next())).collect();
        let sum = |lines: &[(_, _, Decimal)]| lines.iter().map(|line| line.2).sum::<Decimal>();
        let current_assets = sum(&current) + next();
        let total_assets = current_assets + sum(&other) + next();
        let (short, payables, long) = (next(), next(), next());
        let current_liabilities = short + payables + next();
        let non_current = long + next();
        lines.extend(current);
        lines.extend(other);
        lines.extend([
            ("balance", "receivables_allowance", next()),
            ("balance", "current_assets", current_assets),
            ("balance", "total_assets", total_assets),
            ("balance", "short_term_debt", short),
            ("balance", "payables", payables),
            ("balance", "long_term_debt", long),
            ("balance", "current_liabilities", current_liabilities),
            ("balance", "non_current_liabilities", non_current),
            ("balance", "total_liabilities", current_liabilities + non_current),
            ("balance", "equity", total_assets - current_liabilities - non_current),
        ]);
        let signed_lines = [
            ("balance", "retained_earnings"),
            ("cash_flow", "operating"),
            ("cash_flow", "investing"),
            ("cash_flow", "financing"),
        ];
        lines.extend(signed_lines.map(|(table, key)| (table, key, signed.next().unwrap_or_default())));
        // Halving can leave an eleventh decimal place, which the format refuses.
        for line in &mut lines {
            line.2 = line.2.trunc_with_scale(10);
        }
        lines.retain(|_| kept.next().unwrap_or(true));
        lines
    })
}

const ENDS: [(&str, &str, u8); 5] = [
    ("FY2021", "2021-12-31", 12),
    ("FY2022", "2022-12-31", 12),
    ("2023H1", "2023-06-30", 6),
    ("2023Q3", "2023-09-30", 3),
    ("FY2023", "2023-12-31", 12),
];

fn statement(at: usize) -> impl Strategy<Value = Statement> {
    let assurance = prop::sample::select(vec![
        "assurance = \"audited\"\nopinion = \"qualified\"\n",
        "assurance = \"audited\"\nopinion = \"adverse\"\n",
        "assurance = \"audited\"\n",
        "assurance = \"reviewed\"\n",
        "going_concern_doubt = true\n",
        "",
    ]);
    let value = prop::option::of(amount());
    (assurance, value, lines()).prop_map(move |(assurance, value, lines)| {
        let (period, end, months) = ENDS[at];
        let value = value.map_or(String::new(), |value| format!("market_value = {value}\n"));
        let head = format!("[[statements]]\nperiod = \"{period}\"\nend = {end}\nmonths = {months}\n{assurance}{value}");
        Statement { head, lines }
    })
}

fn trade() -> impl Strategy<Value = String> {
    let months = prop::collection::vec(amount(), 0..15);
    let open = prop::collection::vec((signed(), 1u8..=28, 1u8..=12), 0..8);
    let invoices = prop_oneof![3 => Just(Vec::new()), 1 => invoices(0..8), 1 => invoices(42..60)];
    let limits = prop::collection::vec((amount(), 1u8..=12, any::<bool>()), 0..3);
    (months, open, invoices, limits, prop::option::of(amount())).prop_map(|(months, open, invoices, limits, owed)| {
        let mut out = String::from("[trade]\nterms_days = 45\n");
        if let Some(owed) = owed {
            let _ = writeln!(out, "receivables = {owed}");
        }
        out.push_str("[trade.credit_sales]\n");
        for (at, amount) in months.iter().enumerate() {
            let _ = writeln!(out, "{}-{:02} = {amount}", 2023 + at / 12, at % 12 + 1);
        }
        for (amount, day, month) in open.into_iter().filter(|_| invoices.is_empty()) {
            let _ = writeln!(out, "[[trade.open]]\ndue = 2023-{month:02}-{day:02}\namount = {amount}");
        }
        for (at, (amount, day, month, paid)) in invoices.into_iter().enumerate() {
            let _ = writeln!(
                out,
                "[[trade.invoices]]\nnumber = \"{at}\"\ndate = 2023-{month:02}-{day:02}\namount = {amount}"
            );
            if let Some((part, month)) = paid {
                let _ = writeln!(out, "paid = {part}\npaid_on = 2024-{month:02}-{day:02}");
            }
        }
        for (at, (amount, month, temporary)) in limits.into_iter().enumerate() {
            let until = if temporary { format!("until = {}-12-31\n", 2022 + at) } else { String::new() };
            let _ = writeln!(out, "[[limits]]\nfrom = {}-{month:02}-01\namount = {amount}\n{until}", 2022 + at);
        }
        out
    })
}

/// Invoices of 2023 by amount, day and month, some with a payment in a month of 2024, whatever its
/// amount.
fn invoices(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Invoice>> {
    prop::collection::vec((signed(), 1u8..=28, 1u8..=12, prop::option::of((signed(), 1u8..=6))), count)
}

type Invoice = (Decimal, u8, u8, Option<(Decimal, u8)>);

/// Any client.
pub fn typed() -> impl Strategy<Value = Typed> {
    let unit = prop::sample::select(vec!["one", "thousand", "wan", "million", "yi", "billion"]);
    let statements = prop::sample::subsequence((0..ENDS.len()).collect::<Vec<_>>(), 0..=ENDS.len())
        .prop_flat_map(|places| places.into_iter().map(|at| statement(at).boxed()).collect::<Vec<_>>());
    let trade = prop_oneof![Just(String::new()), trade()];
    let extra = prop::sample::select(vec!["", "industry = \"machinery\"\n", "industry = \"baking\"\n"]);
    let event =
        prop::sample::select(vec!["", "", "", "[[events]]\nkind = \"fraud\"\ndate = 2023-01-01\nsource = \"court\"\n"]);
    (unit, statements, trade, extra, event).prop_map(|(unit, statements, trade, extra, event)| Typed {
        unit,
        statements,
        trade: trade + event,
        extra: extra.to_owned(),
    })
}
