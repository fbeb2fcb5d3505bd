//! Goes through the cases of a book, several at a time: reads, checks and assesses each one and
//! hands it on. A case is dropped before the next one comes, so memory does not grow with their
//! number.

pub mod cases;
mod course;
mod glyphs;
pub mod roster;
mod shelf;
pub mod site;
pub mod snapshot;
mod strays;
mod together;
pub mod variants;

pub use cases::{check_cases, each_case};
pub use strays::strays;
pub use together::Together;
