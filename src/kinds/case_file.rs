//! What every kind of case file has in common: an id, a frame that it is checked against, and what
//! comes of checking it.

use jiff::civil::Date;

use crate::load::tree::Tree;
use crate::values::problem::SpanRange;
use crate::values::{Code, Language, Problem};

/// The longest id, in characters.
const LONGEST_ID: usize = 80;

/// What a case file is checked against. Where the book's own file is broken, less is known, and the
/// checks that would need it are left out.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'b> {
    /// The book's as-of date, where known.
    pub as_of: Option<Date>,
    /// The as-of date that the book itself names; another day may have been asked for.
    pub own: Option<Date>,
    /// The book's currency, where known.
    pub currency: Option<&'b str>,
    /// The book's languages, as far as known.
    pub languages: &'b [Language],
}

/// A case with the tree of its file, or none, and the problems found on the way.
#[derive(Debug)]
pub struct Checked<'s, C> {
    /// The case, where nothing is an error.
    pub case: Option<C>,
    /// The tree of the file, for places.
    pub tree: Option<Tree<'s>>,
    /// The case's id: as written, or the file's name. Known even where the case is not.
    pub id: String,
    /// Where the id is written; none where it is the file's name.
    pub id_at: Option<SpanRange>,
    /// Errors and warnings.
    pub problems: Vec<Problem>,
}

/// The id in a file, which may be broken elsewhere, and where it stands; the file's name `stem`
/// where it gives none.
#[must_use]
pub fn id_of(tree: &Tree<'_>, stem: &str) -> (String, Option<SpanRange>) {
    let written = tree.get_ref().get("id").and_then(|id| Some((id.get_ref().as_str()?, id.span())));
    match written {
        Some((id, span)) => (id.trim().to_owned(), Some(span.into())),
        None => (stem.trim().to_owned(), None),
    }
}

/// What is wrong with the id of a file called `stem`, in which `written` stands as id: code, key
/// path, message and hint.
#[must_use]
pub fn unfit_id(written: Option<&str>, stem: &str) -> Option<(Code, &'static str, String, &'static str)> {
    let id = written.unwrap_or(stem).trim();
    if is_id(id) {
        return None;
    }
    let (code, path, message) = match written {
        Some(_) => (Code::BadValue, "id", format!("`{id}` cannot serve as an id")),
        None => (Code::BadFileName, "", format!("the file's name `{stem}` cannot serve as the case's id")),
    };
    Some((
        code,
        path,
        message,
        "use letters, digits, - and _, such as acme-ltd; an id stands in addresses and file names",
    ))
}

/// Whether `id` can serve as an id: letters of any script, digits, `-`, `_` and inner dots; but not
/// the name of the page that lists the cases of a kind.
#[must_use]
pub fn is_id(id: &str) -> bool {
    let allowed = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    !id.is_empty()
        && id.chars().count() <= LONGEST_ID
        && id.chars().all(allowed)
        && !id.starts_with(['.', '-'])
        && !id.ends_with('.')
        && !id.contains("..")
        && !id.eq_ignore_ascii_case("index")
}

#[cfg(test)]
mod tests {
    use super::is_id;

    #[test]
    fn ids_stay_within_their_folder() {
        for good in ["acme", "华信-2", "a_b.c", "A1"] {
            assert!(is_id(good), "{good}");
        }
        for bad in
            ["", "..", "a/b", "a\\b", "../x", ".hidden", "-rf", "a b", "a\u{0}", "x\u{202e}y", "a..b", "a.", "Index"]
        {
            assert!(!is_id(bad), "{bad:?}");
        }
    }
}
