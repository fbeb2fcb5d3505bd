//! Exercises: what they ask, what of it students see, and how the engine answers numeric ones.
//!
//! `Exercise` is the sound file. Answers, guides, right choices and classes leave the engine only
//! through an instructor's page, or sealed (`seal`) through a student's.

mod check;
pub mod draw;
pub mod formula;
pub mod lack;
pub mod mark;
mod read;
pub mod rubric;
pub mod schema;
pub mod seal;
pub mod slips;
pub mod solve;

pub use schema::{ExerciseFile, ExerciseKind};

use jiff::civil::Date;

use crate::load::Source;
use crate::values::Audience;

/// The student whose figures the page of a numeric exercise shows.
pub const PAGE: &str = "page";

/// The most answers that a number's tolerance may accept on a page, each of which costs a seal.
pub const ACCEPTED: usize = 41;

/// An exercise.
#[derive(Debug, Clone)]
pub struct Exercise {
    /// `SECTION/ID`.
    pub id: String,
    /// What its file says.
    pub file: ExerciseFile,
    /// The text of its file.
    pub source: Source,
}

impl Exercise {
    /// Whether `audience` sees it on `day`.
    #[must_use]
    pub fn is_visible(&self, audience: Audience, day: Date) -> bool {
        audience == Audience::Instructor || self.file.release.is_none_or(|release| release.0 <= day)
    }
}
