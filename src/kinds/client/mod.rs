//! Clients: their statements and trade become ratios, a score and a tier.

pub mod lines;
pub mod schema;
