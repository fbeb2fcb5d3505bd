//! The book itself: `casebook.toml`, what it may say and what it means.
