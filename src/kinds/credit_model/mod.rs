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
