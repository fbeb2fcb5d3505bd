//! Goes through the cases of a book, several at a time: reads, checks and assesses each one and
//! hands it on. A case is dropped before the next one comes, so memory does not grow with their
//! number.

pub mod cases;
pub mod site;

pub use cases::{CaseWork, check_clients, each_client};
