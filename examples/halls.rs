//! Writes the answers of the shipped survey of service halls, the same ones every time; with a number,
//! those of so many customers, for measuring.
//!
//! `cargo run --example halls -- content/surveys/halls.csv [RESPONDENTS]`
#![allow(clippy::print_stderr, reason = "an example speaks for itself")]

use std::{env, fs, process};

#[path = "support/halls.rs"]
#[allow(unreachable_pub, reason = "shared with a test")]
mod halls;
#[path = "support/stream.rs"]
#[allow(unreachable_pub, reason = "shared with the other example")]
mod stream;

fn main() -> std::io::Result<()> {
    let mut arguments = env::args().skip(1);
    let path = arguments.next();
    let respondents = arguments.next().map_or(Ok(halls::RESPONDENTS), |number| number.parse());
    let (Some(path), Ok(respondents)) = (path, respondents) else {
        eprintln!("usage: halls FILE [RESPONDENTS]");
        process::exit(2);
    };
    fs::write(path, halls::csv(respondents))
}
