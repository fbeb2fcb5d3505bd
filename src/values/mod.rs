//! The vocabulary of every layer: languages and localized text, audiences, periods, units and
//! amounts, nouns in number, problems with their codes, and digests. Nothing here reads a book, writes a
//! file or formats a figure.

pub mod audience;
pub mod digest;
pub mod language;
pub mod period;
pub mod plural;
pub mod problem;
pub mod quantity;

pub use audience::Audience;
pub use language::{Language, Text, Words};
pub use period::{Period, PeriodEnd};
pub use plural::plural;
pub use problem::{Code, Place, Problem, Severity};
pub use quantity::{Quantity, Undefined, Unit};
