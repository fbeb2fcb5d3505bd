//! Writes the invented clients of the shipped book beside its cases, the same ones every time: a file and
//! a ledger for each.
//!
//! `cargo run --example clients -- content/clients`
#![allow(clippy::print_stderr, reason = "an example speaks for itself")]

use std::path::Path;
use std::{env, fs, process};

#[path = "support/clients/mod.rs"]
#[allow(unreachable_pub, reason = "shared with a test")]
mod clients;
#[path = "support/stream.rs"]
#[allow(unreachable_pub, dead_code, reason = "shared with the other examples")]
mod stream;

fn main() -> std::io::Result<()> {
    let Some(folder) = env::args().nth(1) else {
        eprintln!("usage: clients FOLDER");
        process::exit(2);
    };
    for (name, text) in clients::files() {
        fs::write(Path::new(&folder).join(name), text)?;
    }
    Ok(())
}
