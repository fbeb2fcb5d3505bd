//! Shared mathematics and the registry of documented measures. Nothing here knows a case kind.

pub mod catalog;
pub mod expression;
pub mod figure;
mod id;
pub mod portfolio;
pub mod receivables;
pub mod scoring;
pub mod statistics;

pub use catalog::MeasureDoc;
pub use expression::{Expr, Input, InputId, Inputs, Origin};
pub use figure::{Figure, Note};
pub use id::Measure;
