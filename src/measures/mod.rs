//! Shared mathematics and the registry of documented measures. Nothing here knows a case kind.

pub mod catalog;
mod id;

pub use catalog::MeasureDoc;
pub use id::Measure;
