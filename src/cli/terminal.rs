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

/// The columns of the terminal that standard output goes to; 80 where it is none.
pub(super) fn width() -> usize {
    let found = terminal_size::terminal_size_of(std::io::stdout());
    found.map_or(80, |(width, _)| usize::from(width.0)).clamp(40, 100)
}

/// `text` without characters that move the cursor, change colours or reverse its direction.
pub(super) fn harmless(text: &str) -> String {
    text.chars().map(|c| if is_harmful(c) && !matches!(c, '\n' | '\t') { '\u{fffd}' } else { c }).collect()
}

/// `text` in one line, and harmless.
pub(super) fn one_line(text: &str) -> String {
    harmless(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whether `c` moves the cursor, begins an escape sequence or reverses the direction of text.
pub(super) fn is_harmful(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}
