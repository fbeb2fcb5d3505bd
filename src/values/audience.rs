//! For whom a book is published.

/// For whom a book is published. What only instructors may read is taken out before any page, search
/// record, report or data file of the students' edition is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Audience {
    /// Those who learn: no answers, no marking guides, no teaching notes, nothing before its release.
    #[default]
    Student,
    /// Those who teach: everything.
    Instructor,
}
