//! The thin binary: everything is in the library.

use std::process::ExitCode;

/// Pages are made of thousands of short strings; the system's allocator costs a fifth of a build.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    casebook::cli::run()
}
