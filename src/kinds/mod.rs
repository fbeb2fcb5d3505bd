//! One folder for each kind of case, always with the same files: what the TOML may say, checks,
//! assessment, pages. What all kinds share stands beside them: the book, its model, its editions,
//! the trait that makes a kind and the registry that lists them.

pub mod book;
pub mod case_file;
pub mod client;
pub mod compare;
pub mod course;
pub mod credit_model;
pub mod currency;
pub mod edition;
pub mod home;
pub mod kind;
pub mod methods;
pub mod only;
pub mod registry;
mod report_frame;
pub mod survey;

pub use kind::{CaseKind, KindNames, Work};
pub use registry::{KINDS, KindInfo};
