//! Clients: their statements and trade become ratios, a score and a tier.

pub mod assess;
pub mod case;
pub mod check;
pub mod lines;
pub mod pages;
pub mod schema;
