//! The credit model: conventions, scoring methods, tiers, caps and policies, as data; and the
//! methodology pages that document it and every measure.

pub mod check;
mod conventions;
pub mod model;
pub mod pages;
pub mod schema;

pub use model::CreditModel;

/// The model that ships with the program, for books without one of their own.
pub const SHIPPED: &str = include_str!("../../../content/models/credit.toml");
/// How the shipped model is called where a book uses it without having the file.
pub const SHIPPED_PATH: &str = "(built in) models/credit.toml";
/// What the path of the shipped model begins with where a book has not the file.
pub const BUILT_IN: &str = "(built in) ";
/// The currency of the shipped model's limits.
pub const SHIPPED_CURRENCY: &str = "CNY";

/// The shipped model with its limits in `currency`: the same amounts, in thousands where they would be in
/// ten thousands of yuan.
#[must_use]
pub fn shipped_in(currency: &str) -> String {
    if currency == SHIPPED_CURRENCY {
        return SHIPPED.to_owned();
    }
    let changes = [
        ("\ncurrency = \"CNY\"\n", format!("\ncurrency = \"{currency}\"\n")),
        (
            "\nunit = \"wan\"                # of the amounts here: ten thousands of yuan\n",
            "\nunit = \"thousand\"           # of the amounts here; set them for your house\n".to_owned(),
        ),
        ("\nround_down_to = 1\n", "\nround_down_to = 10\n".to_owned()),
        ("\ncap = 300\n", "\ncap = 3_000\n".to_owned()),
    ];
    changes.iter().fold(SHIPPED.to_owned(), |text, (from, to)| text.replacen(from, to, 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::Source;
    use crate::load::shape::shape;

    #[test]
    fn the_shipped_model_has_limits_in_any_currency() {
        let limits = |currency: &str| {
            let source = Source::new("models/credit.toml", shipped_in(currency));
            check::model(&source, &shape::<schema::ModelFile>()).unwrap().limit.unwrap()
        };
        let (ours, theirs) = (limits(SHIPPED_CURRENCY), limits("USD"));
        assert_eq!((ours.currency.as_str(), theirs.currency.as_str()), (SHIPPED_CURRENCY, "USD"));
        assert_eq!((ours.round_down_to, ours.cap), (theirs.round_down_to, theirs.cap));
        assert_ne!(ours.unit, theirs.unit);
        assert!(SHIPPED_PATH.starts_with(BUILT_IN));
    }
}
