//! The ledger of an invented client: invoices at a steady pace from the beginning of 2023 on, paid by the
//! client's habit.

use std::fmt::Write as _;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::list::{AS_OF, Spec};
use crate::stream::Stream;

/// Our invoices to a client, in whole yuan or dollars.
pub struct Ledger(Vec<Invoice>);

struct Invoice {
    number: String,
    date: Date,
    due: Date,
    amount: i64,
    paid: Vec<(i64, Date)>,
    disputed: bool,
}

impl Ledger {
    /// The ledger of `spec`, the client of that number.
    pub fn of(spec: &Spec, client: usize, stream: &mut Stream) -> Self {
        let mut day = date(2023, 1, 2).saturating_add(stream.within(0, spec.every / 2).days());
        let mut invoices: Vec<Invoice> = Vec::new();
        while day <= spec.sold_until {
            let month = day.strftime("%y%m").to_string();
            let nth = invoices.iter().filter(|invoice| invoice.number[5..9] == month).count() + 1;
            let number = format!("{}{client:02}-{month}-{nth}", spec.id[..2].to_uppercase());
            invoices.push(invoice(spec, number, day, stream));
            day = day.saturating_add((spec.every + stream.within(-4, 4)).days());
        }
        for &nth in spec.unpaid {
            let at = invoices.len() - nth;
            (invoices[at].paid, invoices[at].disputed) = (Vec::new(), true);
        }
        Ledger(invoices)
    }

    /// What is owed on `day`.
    pub fn owed_on(&self, day: Date) -> i64 {
        let open = |invoice: &Invoice| {
            let paid = invoice.paid.iter().filter(|(_, on)| *on <= day).map(|(amount, _)| amount).sum::<i64>();
            invoice.amount - paid
        };
        self.0.iter().filter(|invoice| invoice.date <= day).map(open).sum()
    }

    /// The most that was owed at the end of a quarter of the last year.
    pub fn peak(&self) -> i64 {
        let ends = [date(2023, 6, 30), date(2023, 9, 30), date(2023, 12, 31), AS_OF];
        ends.iter().map(|end| self.owed_on(*end)).max().unwrap_or_default()
    }

    /// The table, a row for each payment.
    pub fn csv(&self) -> String {
        let mut text = String::from("number,date,due,amount,paid,paid_on,disputed\n");
        for invoice in &self.0 {
            let head = format!("{},{},{},{}.00", invoice.number, invoice.date, invoice.due, invoice.amount);
            let disputed = if invoice.disputed { "yes" } else { "" };
            for (amount, on) in &invoice.paid {
                let _ = writeln!(text, "{head},{amount}.00,{on},{disputed}");
            }
            if invoice.paid.is_empty() {
                let _ = writeln!(text, "{head},,,{disputed}");
            }
        }
        text
    }
}

fn invoice(spec: &Spec, number: String, day: Date, stream: &mut Stream) -> Invoice {
    let due = day.saturating_add(i64::from(spec.terms).days());
    let usual = spec.yearly * spec.base() * spec.every / 365;
    // What rises by the year rises from the middle of 2023 on.
    let usual = if day >= date(2023, 7, 1) { usual * (100 + spec.growth) / 100 } else { usual };
    let round = spec.base() / 100;
    let amount = (usual * stream.within(78, 122) / 100 / round).max(1) * round;
    let mut late = stream.within(spec.late.0, spec.late.1);
    if let Some((from, more)) = spec.turn
        && day >= from
    {
        late += more;
    }
    let on = due.saturating_add(late.days()).max(day);
    let parts = if stream.within(1, 9) == 1 { 2 } else { 1 };
    let first = if parts == 1 { amount } else { amount * 6 / 10 / round * round };
    let mut paid = vec![(first, on)];
    if first < amount {
        paid.push((amount - first, on.saturating_add(stream.within(5, 15).days())));
    }
    let last = spec.stops.unwrap_or(AS_OF).min(AS_OF);
    paid.retain(|(amount, on)| *amount > 0 && *on <= last);
    Invoice { number, date: day, due, amount, paid, disputed: false }
}
