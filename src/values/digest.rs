//! SHA-256 sums as people compare them, in hexadecimal, and of what is written without being held.

use std::fmt::Write as _;
use std::io::{self, Write};

use sha2::{Digest, Sha256};

/// SHA-256 of `bytes` in hexadecimal, as `sha256sum` writes it.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hex(&digest(bytes))
}

/// SHA-256 of `bytes`.
#[must_use]
pub fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// `bytes` in hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// A writer that sums up what passes through it.
#[derive(Debug)]
pub struct Summed<W> {
    out: W,
    sum: Sha256,
}

impl<W: Write> Summed<W> {
    /// Sums up what is written to `out`.
    #[must_use]
    pub fn new(out: W) -> Self {
        Summed { out, sum: Sha256::new() }
    }

    /// The sum of all that was written.
    #[must_use]
    pub fn sum(self) -> [u8; 32] {
        self.sum.finalize().into()
    }
}

impl<W: Write> Write for Summed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.sum.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_on_the_way_is_that_of_the_whole() {
        let mut out = Summed::new(Vec::new());
        for part in ["case", "", "book"] {
            out.write_all(part.as_bytes()).unwrap();
        }
        // printf casebook | sha256sum
        let known = "f56fca6cd17338dbe6d4fe0e89dc9bc2aa1a01f3d2e9ddd77f0fb3b371c76805";
        assert_eq!((hex(&out.sum()).as_str(), sha256(b"casebook").as_str()), (known, known));
    }
}
