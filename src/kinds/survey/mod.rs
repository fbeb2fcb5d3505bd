//! Surveys of service quality: answers on expectations and perceptions become gaps, scores and their
//! reliability (SERVQUAL and SERVPERF).

pub mod assess;
pub mod case;
pub mod check;
pub mod dimensions;
mod responses;
pub mod schema;
pub mod tally;
