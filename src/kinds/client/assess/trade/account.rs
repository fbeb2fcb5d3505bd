//! Our account with a client on a date, as formula operands: open items, balances and months of
//! sales, each tied to the place that it stands at.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::kinds::client::case::{Month, Trade};
use crate::kinds::client::ledger::{Invoice, Item, ItemOf, Ledger};
use crate::kinds::credit_model::model::Conventions;
use crate::measures::{Expr, Figure, Input, InputId, Inputs, Measure, Origin};
use crate::values::{Undefined, Unit, Words};

/// More open invoices than this are summed by the program instead of one by one in a formula.
const MOST_TERMS: usize = 40;

/// Missing without a balance.
pub(super) const RECEIVABLES: Words = Words { zh: "应收余额", en: "Receivables" };
/// Missing without sales.
pub(super) const MONTHLY_SALES: Words = Words { zh: "月度赊销额", en: "Monthly credit sales" };
/// Missing without open items.
pub(super) const OPEN_ITEMS: Words = Words { zh: "未收款项明细", en: "Open items" };

/// Our account with a client on a date.
pub(super) struct Account<'a> {
    pub(super) trade: &'a Trade,
    pub(super) as_of: Date,
    pub(super) conventions: &'a Conventions,
    pub(super) inputs: &'a mut Inputs,
    pub(super) items: Vec<Item<'a>>,
    pub(super) months: Vec<Month>,
    /// The operands made so far, by the place of their item or month.
    item_terms: Vec<Option<Expr>>,
    month_terms: Vec<Option<Expr>>,
}

/// Sales of the last twelve months or fewer, with their days.
pub(super) struct Sales {
    pub(super) formula: Expr,
    pub(super) days: Decimal,
    pub(super) partial: bool,
}

impl<'a> Account<'a> {
    pub(super) fn new(trade: &'a Trade, as_of: Date, conventions: &'a Conventions, inputs: &'a mut Inputs) -> Self {
        let (items, months) = (trade.items_on(as_of), trade.months_on(as_of));
        let (item_terms, month_terms) = (vec![None; items.len()], vec![None; months.len()]);
        Account { trade, as_of, conventions, inputs, items, months, item_terms, month_terms }
    }

    pub(super) fn period(&self) -> String {
        self.as_of.to_string()
    }

    pub(super) fn figure(&self, measure: Measure, formula: Expr) -> Figure {
        Figure::new(measure, self.period(), formula, self.inputs)
    }

    pub(super) fn undefined(&self, measure: Measure, reason: Undefined, missing: &[Words]) -> Figure {
        let mut figure = Figure::undefined(measure, self.period(), reason);
        figure.missing = missing.to_vec();
        figure
    }

    fn input(&self, name: Words, of: String, origin: Origin, path: String, value: Decimal) -> Input {
        Input { name, of, origin, path, value, scale: self.trade.unit.scale(), unit: Unit::Money }
    }

    /// A sum over the ledger, `path` saying which.
    pub(super) fn sum(&mut self, name: Words, of: String, path: String, value: Decimal) -> Expr {
        let input = self.input(name, of, Origin::Data, path, value);
        Expr::Input(self.inputs.add(input))
    }

    /// The same of amounts times days.
    pub(super) fn sum_of_days(&mut self, name: Words, of: String, path: String, value: Decimal) -> Expr {
        let input = Input { unit: Unit::MoneyDays, ..self.input(name, of, Origin::Data, path, value) };
        Expr::Input(self.inputs.add(input))
    }

    /// What is owed: as given, or the sum of what is open.
    pub(super) fn owed(&mut self) -> Option<Expr> {
        if let Some(owed) = self.trade.receivables.filter(|_| self.trade.is_stated_for(self.as_of)) {
            let input = self.input(RECEIVABLES, String::new(), Origin::Case, "trade.receivables".to_owned(), owed);
            return Some(Expr::Input(self.inputs.add(input)));
        }
        self.all_open()
    }

    /// The sum of what is open, credits and all; none where the file does not tell.
    pub(super) fn all_open(&mut self) -> Option<Expr> {
        let told = self.tells_items();
        self.open("", |_| true).or_else(|| told.then(|| self.nothing_open()))
    }

    /// Whether the file tells what is open, be it nothing.
    pub(super) fn tells_items(&self) -> bool {
        self.trade.tells_items_on(self.as_of)
    }

    /// A ledger in which all is paid, or a list without items.
    fn nothing_open(&mut self) -> Expr {
        if self.trade.ledger.is_some() {
            let name = Words { zh: "未收发票合计", en: "Sum of open invoices" };
            return self.sum(name, self.period(), format!("sum(open, {})", self.as_of), Decimal::ZERO);
        }
        let none = self.input(OPEN_ITEMS, String::new(), Origin::Case, "trade.open".to_owned(), Decimal::ZERO);
        Expr::Input(self.inputs.add(none))
    }

    /// The sum of the open items that are `wanted`; `key` says which they are in terms of
    /// columns, in any language. None where there are none.
    pub(super) fn open(&mut self, key: &str, wanted: impl Fn(&Item<'_>) -> bool) -> Option<Expr> {
        let places: Vec<_> = (0..self.items.len()).filter(|&at| wanted(&self.items[at])).collect();
        if places.is_empty() {
            return None;
        }
        if self.trade.ledger.is_some() && places.len() > MOST_TERMS {
            let sum = places.iter().map(|&at| self.items[at].amount).sum();
            let name = Words { zh: "未收发票合计", en: "Sum of open invoices" };
            let key = if key.is_empty() { String::new() } else { format!(", {key}") };
            let of = format!("{}{key} ({})", self.as_of, places.len());
            return Some(self.sum(name, of, format!("sum(open, {}{key})", self.as_of), sum));
        }
        let mut terms = Vec::with_capacity(places.len());
        for at in places {
            match self.item(at) {
                Expr::Sum(of_item) => terms.extend(of_item),
                only => terms.push((true, only)),
            }
        }
        match terms.as_slice() {
            [(true, only)] => Some(only.clone()),
            _ => Some(Expr::Sum(terms)),
        }
    }

    fn item(&mut self, at: usize) -> Expr {
        if let Some(known) = &self.item_terms[at] {
            return known.clone();
        }
        let term = match (self.items[at].of, &self.trade.ledger) {
            (ItemOf::Invoice(invoice), Some(ledger)) => self.invoice(ledger, invoice),
            _ => self.typed(&self.items[at]),
        };
        let term = term.into_iter().fold(None, |sum: Option<Expr>, (added, input)| {
            let term = Expr::Input(self.inputs.push(input));
            Some(match sum {
                None => term,
                Some(sum) if added => sum.plus(term),
                Some(sum) => sum.minus(term),
            })
        });
        let term = term.unwrap_or(Expr::Number(Decimal::ZERO));
        self.item_terms[at] = Some(term.clone());
        term
    }

    fn typed(&self, item: &Item<'_>) -> Vec<(bool, Input)> {
        let name = Words { zh: "未收款项，到期日", en: "Open item due" };
        let ItemOf::Typed(open) = item.of else { return Vec::new() };
        let path = format!("trade.open[{}].amount", open.index);
        vec![(true, self.input(name, open.due.to_string(), Origin::Case, path, open.amount))]
    }

    /// What an invoice asks for, less each payment up to the date.
    fn invoice(&self, ledger: &Ledger, invoice: &Invoice) -> Vec<(bool, Input)> {
        let origin = if ledger.is_table { Origin::Data } else { Origin::Case };
        let name = Words { zh: "发票", en: "Invoice" };
        let of = || invoice.number.clone();
        let mut terms = vec![(true, self.input(name, of(), origin, ledger.path(invoice, "amount"), invoice.amount))];
        let paid = Words { zh: "已付，发票", en: "Paid on invoice" };
        for (at, payment) in invoice.payments.iter().enumerate() {
            if payment.on <= self.as_of {
                let path = ledger.payment_path(invoice, at);
                terms.push((false, self.input(paid, of(), origin, path, payment.amount)));
            }
        }
        terms
    }

    pub(super) fn month(&mut self, at: usize) -> Expr {
        if let Some(known) = &self.month_terms[at] {
            return known.clone();
        }
        let month = self.months[at];
        let (name, of) = (Words { zh: "赊销额", en: "Credit sales" }, month.first.strftime("%Y-%m").to_string());
        let term = if !month.given {
            Expr::Number(Decimal::ZERO)
        } else if self.trade.sales_are_from_ledger() {
            let path = format!("sum(amount, {of})");
            self.sum(name, of, path, month.sales)
        } else {
            let path = format!("trade.credit_sales.{of}");
            let input: InputId = self.inputs.add(self.input(name, of, Origin::Case, path, month.sales));
            Expr::Input(input)
        };
        self.month_terms[at] = Some(term.clone());
        term
    }

    /// Whether the ledger knows only a part of the latest month.
    fn ends_within_a_month(&self) -> bool {
        self.trade.sales_are_from_ledger() && self.as_of != self.as_of.last_of_month()
    }

    pub(super) fn month_days(&self, at: usize) -> Decimal {
        let whole = self.months[at].first.days_in_month();
        let days = if at == 0 && self.ends_within_a_month() { self.as_of.day() } else { whole };
        if self.conventions.days_in_year == Decimal::from(360) {
            Decimal::from(if days == whole { 30 } else { days.min(30) })
        } else {
            Decimal::from(days)
        }
    }

    pub(super) fn sales(&mut self) -> Option<Sales> {
        let count = self.months.len().min(12);
        if count == 0 {
            return None;
        }
        let terms = (0..count).map(|at| (true, self.month(at))).collect();
        let partial = count < 12 || self.ends_within_a_month();
        let days = if partial { (0..count).map(|at| self.month_days(at)).sum() } else { self.conventions.days_in_year };
        Some(Sales { formula: Expr::Sum(terms), days, partial })
    }
}
