//! Invoices and payments after the book's as-of date: one warning for each kind, at the first.

use jiff::civil::Date;

/// Gathers what lies after a day; `P` is a place in the ledger.
pub(super) struct Later<P> {
    /// The day; without one nothing is later.
    as_of: Option<Date>,
    invoices: Seen<P>,
    payments: Seen<P>,
}

/// How many there are, and where and of which day the first is.
struct Seen<P> {
    count: usize,
    first: Option<(P, Date)>,
}

impl<P> Later<P> {
    pub(super) const fn than(as_of: Option<Date>) -> Self {
        Later { as_of, invoices: Seen { count: 0, first: None }, payments: Seen { count: 0, first: None } }
    }

    /// Looks at an invoice of `date`, whose date stands at `place`.
    pub(super) fn invoice(&mut self, date: Date, place: impl FnOnce() -> P) {
        if self.as_of.is_some_and(|as_of| date > as_of) {
            self.invoices.add(date, place);
        }
    }

    /// Looks at a payment of `date`, whose date stands at `place`.
    pub(super) fn payment(&mut self, date: Date, place: impl FnOnce() -> P) {
        if self.as_of.is_some_and(|as_of| date > as_of) {
            self.payments.add(date, place);
        }
    }

    /// Places and messages.
    pub(super) fn told(self) -> Vec<(P, String)> {
        let Some(as_of) = self.as_of else { return Vec::new() };
        let kinds = [("invoice", self.invoices), ("payment", self.payments)];
        kinds.into_iter().filter_map(|(kind, seen)| seen.told(kind, as_of)).collect()
    }
}

impl<P> Seen<P> {
    fn add(&mut self, date: Date, place: impl FnOnce() -> P) {
        self.count += 1;
        self.first.get_or_insert_with(|| (place(), date));
    }

    fn told(self, kind: &str, as_of: Date) -> Option<(P, String)> {
        let (place, date) = self.first?;
        let message = match self.count {
            1 => format!("this {kind} of {date} lies after the as-of date {as_of} and is left out"),
            count => format!("{count} {kind}s lie after the as-of date {as_of} and are left out, this one of {date}"),
        };
        Some((place, message))
    }
}
