//! The terminal: colours where it has them, and text from an author made harmless.

use std::io::{IsTerminal, Write as _};

/// Writes `text` and a line end to standard output; a closed pipe is no fault.
#[allow(clippy::print_stdout, reason = "the one place that prints")]
pub(super) fn say(text: &str) {
    let mut out = anstream::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.write_all(b"\n"));
}

/// Writes `text` and a line end to standard error.
pub(super) fn tell(text: &str) {
    let mut out = anstream::stderr().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.write_all(b"\n"));
}

/// Whether standard error is a terminal that a person watches.
pub(super) fn is_watched() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("CI").is_none()
}

/// Whether a terminal obeys `c` instead of showing it: it moves the cursor, changes colours or
/// reverses the direction of what follows.
pub(super) fn is_obeyed(c: char) -> bool {
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}');
    turns || (c.is_control() && !matches!(c, '\n' | '\t'))
}

/// `text` with every character that a terminal obeys replaced.
pub(super) fn harmless(text: &str) -> String {
    text.chars().map(|c| if is_obeyed(c) { '\u{fffd}' } else { c }).collect()
}
