//! The thin binary: everything is in the library. What belongs to the process as a whole, its allocator, is
//! chosen here.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// A page is some ten thousand small strings: taking and giving back memory is much of its cost.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    casebook::cli::run()
}
