//! What a student's page holds instead of answers: a slow hash of each right response, and remarks
//! that only the response itself opens.
//!
//! This keeps answers from being read in passing, in the page or its source. It does not keep them
//! from whoever tries every choice with a program: enough for practice, not for an examination.

use sha2::{Digest, Sha256};

use crate::values::digest::hex;

/// How often the hash is repeated; `templates/exercise.js` does the same.
const ROUNDS: usize = 2000;

/// What identifies a question on a page.
#[derive(Debug, Clone, Copy)]
pub struct Seal<'a> {
    /// The exercise.
    pub exercise: &'a str,
    /// The part of it, such as a practice.
    pub part: &'a str,
}

impl Seal<'_> {
    fn digest(&self, purpose: &str, response: &str) -> Vec<u8> {
        let text = [purpose, self.exercise, self.part, response].join("\u{1f}");
        let mut digest = Sha256::digest(text.as_bytes());
        for _ in 0..ROUNDS {
            digest = Sha256::digest(digest);
        }
        digest.to_vec()
    }

    /// The mark of a right response: hexadecimal.
    #[must_use]
    pub fn mark(&self, response: &str) -> String {
        hex(&self.digest("answer", response)[..16])
    }

    /// `remark` so that only `response` opens it: hexadecimal.
    #[must_use]
    pub fn remark(&self, response: &str, remark: &str) -> String {
        let key = self.digest("remark", response);
        let stream = (0_u32..)
            .flat_map(|block| Sha256::new().chain_update(&key).chain_update(block.to_be_bytes()).finalize().to_vec());
        hex(&remark.bytes().zip(stream).map(|(byte, key)| byte ^ key).collect::<Vec<_>>())
    }
}
