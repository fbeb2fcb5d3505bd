//! A worker: what one thread needs to typeset report after report without getting in the way of
//! the others. How many there are and what they work on is left to the caller.

use crate::pages::Report;
use crate::values::problem::Problem;

use super::Typesetter;

/// Room for deeply nested content; Typst's own program sets aside as much.
#[cfg(feature = "embedded-typst")]
const STACK: usize = 16 << 20;

/// One thread's way to an engine. Make one on each thread of your own and keep it.
///
/// Typst and its PDF writer use rayon inside. In the global pool, a thread that waits for their
/// tasks would take up another whole report meanwhile, at a great cost of time and memory; so
/// each worker has a pool of a single thread, which has nothing else to take up.
pub struct Worker<'e> {
    engine: &'e dyn Typesetter,
    /// Absent where the system would not start the thread; the engine then runs in the caller's.
    #[cfg(feature = "embedded-typst")]
    pool: Option<rayon::ThreadPool>,
}

impl<'e> Worker<'e> {
    /// A worker for `engine`.
    #[must_use]
    pub fn new(engine: &'e dyn Typesetter) -> Self {
        Worker {
            engine,
            #[cfg(feature = "embedded-typst")]
            pool: rayon::ThreadPoolBuilder::new().num_threads(1).stack_size(STACK).build().ok(),
        }
    }

    /// Typesets one report.
    ///
    /// # Errors
    /// As [`Typesetter::typeset`].
    #[cfg(feature = "embedded-typst")]
    pub fn typeset(&self, report: &Report) -> Result<Vec<u8>, Vec<Problem>> {
        match &self.pool {
            Some(pool) => pool.install(|| self.engine.typeset(report)),
            None => self.engine.typeset(report),
        }
    }

    /// Typesets one report.
    ///
    /// # Errors
    /// As [`Typesetter::typeset`].
    #[cfg(not(feature = "embedded-typst"))]
    pub fn typeset(&self, report: &Report) -> Result<Vec<u8>, Vec<Problem>> {
        self.engine.typeset(report)
    }
}
