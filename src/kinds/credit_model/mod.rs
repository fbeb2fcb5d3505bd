//! The credit model: conventions, scoring methods, tiers, caps and policies, as data.

pub mod schema;
