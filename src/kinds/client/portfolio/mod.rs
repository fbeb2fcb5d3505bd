//! The portfolio: a summary row of each client, and the pages and the table that are made of
//! rows alone, so that no client need stay in memory.

mod csv;
mod home;
mod limit_columns;
mod list;
mod row;

pub use csv::write_csv;
pub use home::home;
pub use list::lists;
pub use row::{Credit, KEY_MEASURES, Row};
