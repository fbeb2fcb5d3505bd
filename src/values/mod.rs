//! The vocabulary of every layer: languages and localized text, audiences, periods, units and
//! amounts, and problems with their codes. Nothing here reads, writes or formats.

pub mod audience;
pub mod language;
pub mod period;
pub mod problem;
pub mod quantity;

pub use audience::Audience;
pub use language::{Language, Text, Words};
pub use period::{Period, PeriodEnd};
pub use problem::{Code, Place, Problem, Severity};
pub use quantity::{Quantity, Undefined, Unit};
