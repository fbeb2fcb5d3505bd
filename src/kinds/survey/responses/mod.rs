//! Reads a survey's answers in one pass and counts them: the table beside the file, or the answers
//! typed in the file itself.
//!
//! [`header`] finds the columns, [`cells`] reads answers, and [`intake`] decides what becomes of a
//! respondent; what is wrong is told with its line and column.

mod cells;
mod header;
mod inline;
mod intake;
mod table;

pub(super) use inline::inline;
pub(super) use table::table;
