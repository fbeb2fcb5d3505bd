//! Clients: their statements and trade become ratios, a score and a tier.

pub mod articulation;
pub mod assess;
pub mod case;
pub mod check;
pub mod compare;
pub mod data;
mod doubts;
mod explain;
mod kind;
pub mod ledger;
pub mod limits;
pub mod lines;
pub mod pages;
pub mod portfolio;
pub mod record;
mod references;
pub mod review;
pub mod schema;

pub use kind::Clients;
