//! Surveys of service quality: answers on expectations and perceptions become gaps, scores and their
//! reliability (SERVQUAL and SERVPERF).

pub mod assess;
pub mod case;
pub mod check;
pub mod compare;
mod data;
pub mod dimensions;
mod explain;
mod kind;
pub mod overview;
pub mod pages;
pub mod record;
mod responses;
pub mod schema;
pub mod tally;

pub use kind::Surveys;
