//! One folder for each kind of case, and for the two files that all of them share: the book and
//! the credit model.

pub mod book;
pub mod client;
pub mod credit_model;
pub mod edition;
