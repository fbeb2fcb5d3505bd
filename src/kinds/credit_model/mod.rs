//! The credit model: conventions, scoring methods, tiers, caps and policies, as data.

pub mod check;
pub mod model;
pub mod schema;

pub use model::CreditModel;

