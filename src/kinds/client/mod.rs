//! Clients: their statements and trade become ratios, a score and a tier.

pub mod articulation;
pub mod assess;
pub mod case;
pub mod check;
pub mod data;
pub mod lines;
pub mod pages;
pub mod portfolio;
pub mod schema;
