//! Writes the answers of the shipped survey of service halls, the same ones every time.
//!
//! `cargo run --example halls -- content/surveys/halls.csv`
#![allow(clippy::print_stderr, reason = "an example speaks for itself")]

use std::{env, fs, process};

#[path = "support/halls.rs"]
#[allow(unreachable_pub, reason = "shared with a test")]
mod halls;
#[path = "support/stream.rs"]
#[allow(unreachable_pub, reason = "shared with the other example")]
mod stream;

fn main() -> std::io::Result<()> {
    let Some(path) = env::args().nth(1) else {
        eprintln!("usage: halls FILE");
        process::exit(2);
    };
    fs::write(path, halls::csv())
}
