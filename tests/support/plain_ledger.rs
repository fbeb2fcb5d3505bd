//! A ledger of invoices once more, read row by row from its CSV and worked out in whole cents and
//! floating point, with a calendar of its own. It shares no code with the program.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used, reason = "each test file uses its own part")]

use std::collections::BTreeMap;

/// The days of `2024-02-29` since 1970 (Howard Hinnant's civil-days algorithm).
pub fn day(date: &str) -> i64 {
    let parts: Vec<i64> = date.split('-').map(|part| part.parse().unwrap()).collect();
    let (month, mut year) = (parts[1], parts[0]);
    year -= i64::from(month <= 2);
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + parts[2] - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// `1234.5` or `-1234` in cents.
fn cents(amount: &str) -> i64 {
    let (whole, fraction) = amount.split_once('.').unwrap_or((amount, ""));
    let fraction: i64 = format!("{fraction:0<2}").parse().unwrap();
    let magnitude = whole.trim_start_matches('-').parse::<i64>().unwrap() * 100 + fraction;
    if whole.starts_with('-') { -magnitude } else { magnitude }
}

/// An invoice: day, due day, amount and payments with their days, in cents.
#[derive(Debug, Clone, Default)]
pub struct Bill {
    pub date: i64,
    pub month: String,
    pub due: i64,
    pub amount: i64,
    pub paid: Vec<(i64, i64)>,
    pub disputed: bool,
}

/// The ledger of a table with the columns that the program exports: number, date, due, amount, paid,
/// `paid_on`, disputed.
pub fn bills(csv: &str) -> Vec<Bill> {
    let mut bills: BTreeMap<String, Bill> = BTreeMap::new();
    let mut lines = csv.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    for line in lines {
        let row: Vec<&str> = line.split(',').collect();
        let cell = |name: &str| header.iter().position(|known| *known == name).map_or("", |at| row[at]);
        let bill = bills.entry(cell("number").to_owned()).or_insert_with(|| Bill {
            date: day(cell("date")),
            month: cell("date")[..7].to_owned(),
            due: day(cell("due")),
            amount: cents(cell("amount")),
            ..Bill::default()
        });
        bill.disputed |= !cell("disputed").is_empty();
        if !cell("paid_on").is_empty() {
            let paid = if cell("paid").is_empty() { bill.amount } else { cents(cell("paid")) };
            bill.paid.push((day(cell("paid_on")), paid));
        }
    }
    bills.into_values().collect()
}

impl Bill {
    pub fn open(&self, on: i64) -> i64 {
        if self.date > on {
            return 0;
        }
        self.amount - self.paid.iter().filter(|(day, _)| *day <= on).map(|(_, paid)| paid).sum::<i64>()
    }
}

/// Not due, 1–30, 31–60, 61–90, over 90 and credits, in cents.
pub fn ageing(bills: &[Bill], on: i64) -> [i64; 6] {
    let mut classes = [0; 6];
    for bill in bills {
        let (open, late) = (bill.open(on), on - bill.due);
        let class = match late {
            _ if open < 0 => 5,
            ..=0 => 0,
            1..=30 => 1,
            31..=60 => 2,
            61..=90 => 3,
            _ => 4,
        };
        classes[class] += open;
    }
    classes
}

#[allow(clippy::cast_precision_loss, reason = "cents of a test ledger are far below 2^53")]
fn real(number: i64) -> f64 {
    number as f64
}

/// The loss allowance in units, at rates by class.
pub fn allowance(classes: &[i64; 6], rates: [f64; 5]) -> f64 {
    classes.iter().zip(rates).map(|(cents, rate)| real(*cents) / 100.0 * rate).sum()
}

/// Collection effectiveness from the end of the day `opening` to `on`, three months later: the payments of
/// the time over what could have been paid.
pub fn effectiveness(bills: &[Bill], opening: i64, on: i64) -> f64 {
    let owed: i64 = bills.iter().map(|bill| bill.open(opening)).sum();
    let sales: i64 = bills.iter().filter(|bill| bill.date > opening && bill.date <= on).map(|bill| bill.amount).sum();
    let stays = |bill: &&Bill| bill.due >= on || bill.open(on) < 0;
    let current: i64 = bills.iter().filter(stays).map(|bill| bill.open(on)).sum();
    let payments = bills.iter().flat_map(|bill| &bill.paid).filter(|(day, _)| *day > opening && *day <= on);
    let collected: i64 = payments.map(|(_, paid)| paid).sum();
    real(collected) / real(owed + sales - current)
}

/// Days to pay, days late and the share on time of the payments after `after` up to `on`.
pub fn habit(bills: &[Bill], after: i64, on: i64) -> Option<[f64; 3]> {
    let (mut paid, mut days, mut late, mut timely) = (0, 0, 0, 0);
    for bill in bills.iter().filter(|bill| bill.amount > 0) {
        for (day, amount) in bill.paid.iter().filter(|(day, _)| *day > after && *day <= on) {
            paid += amount;
            days += amount * (day - bill.date);
            late += amount * (day - bill.due).max(0);
            timely += if *day <= bill.due { *amount } else { 0 };
        }
    }
    (paid > 0).then(|| [days, late, timely].map(|sum| real(sum) / real(paid)))
}

/// Net sales by month up to `on`, in units, latest first.
pub fn sales(bills: &[Bill], on: i64) -> Vec<(String, f64)> {
    let mut months: BTreeMap<String, i64> = BTreeMap::new();
    for bill in bills.iter().filter(|bill| bill.date <= on) {
        *months.entry(bill.month.clone()).or_default() += bill.amount;
    }
    months.into_iter().rev().map(|(month, cents)| (month, real(cents) / 100.0)).collect()
}
