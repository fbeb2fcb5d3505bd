//! The only reader: finds the files of a book, reads them, and keeps their text so that every
//! key path finds its line and column. It gives no meaning to what it reads.

pub mod beside;
pub mod blank;
pub mod check;
pub mod de;
pub mod fields;
pub mod folder;
pub mod rows;
pub mod shape;
pub mod source;
mod syntax;
pub mod table;
pub mod tree;
pub mod unit;

pub use beside::Beside;
pub use folder::{Folder, FolderFile};
pub use source::{Position, Source};

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use crate::values::{Code, Place, Problem};
use check::Findings;
use shape::Shape;
use tree::Tree;

/// Reads a `T` from `source`, whose shape is `shape`.
///
/// # Errors
/// Every problem of the file: its syntax, or all places where it does not have the shape.
pub fn read<'s, T: DeserializeOwned + JsonSchema>(
    source: &'s Source,
    shape: &Shape,
) -> Result<(T, Tree<'s>), Vec<Problem>> {
    match read_on(source, shape)? {
        (value, tree, problems) if problems.is_empty() => Ok((value, tree)),
        (_, _, problems) => Err(problems),
    }
}

/// Reads a `T` from `source` although it has unknown keys or wrong numbers, which are left out of
/// it, so that what the rest means can be checked in the same run.
///
/// # Errors
/// Every problem of the file, where too much is wrong to read on.
pub fn read_on<'s, T: DeserializeOwned + JsonSchema>(
    source: &'s Source,
    shape: &Shape,
) -> Result<(T, Tree<'s>, Vec<Problem>), Vec<Problem>> {
    let (mut tree, dates) = tree::parse_but_dates(source).map_err(|problems| match shape {
        Shape::Table(table) => syntax::by_heading(source, problems, table),
        _ => problems,
    })?;
    let findings = check::check(source, &tree, shape);
    if !dates.is_empty() {
        return Err(with_dates(dates, findings.problems));
    }
    if findings.can_be_left_out() && !findings.problems.is_empty() {
        tree::leave_out(tree.get_mut(), &findings.optional);
    }
    let Findings { problems, .. } = findings;
    match de::from_tree(&tree) {
        Ok(value) => Ok((value, tree, problems)),
        Err(_) if !problems.is_empty() => Err(problems),
        Err(unfit) => {
            let place = Place { file: source.path.clone(), span: Some((0..0).into()) };
            Err(vec![Problem::new(Code::BadValue, place, unfit.0)])
        }
    }
}

/// Impossible dates and what else does not have its shape: of a date the parser has said it already.
fn with_dates(mut dates: Vec<Problem>, others: Vec<Problem>) -> Vec<Problem> {
    let others = others.into_iter().filter(|other| dates.iter().all(|date| date.place != other.place));
    let others: Vec<_> = others.collect();
    dates.extend(others);
    dates
}

/// What of `source` has its shape although the rest has not: single entries of the lists at its root,
/// and other values there as a whole. Unknown keys and wrong numbers are left out, what `T` has no field
/// for is passed over. None where the syntax is broken or `T` needs what is left out.
#[must_use]
pub fn read_sound<'s, T: DeserializeOwned>(source: &'s Source, shape: &Shape) -> Option<(T, Tree<'s>)> {
    let ((mut tree, _), Shape::Table(table)) = (tree::parse_but_dates(source).ok()?, shape) else { return None };
    let findings = check::check(source, &tree, shape);
    tree::leave_out(tree.get_mut(), &findings.optional);
    check::leave_out_unsound(source, &mut tree, table);
    Some((de::from_tree(&tree).ok()?, tree))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::load::fields::Amount;

    #[derive(serde::Deserialize, JsonSchema)]
    #[serde(deny_unknown_fields)]
    struct File {
        size: u8,
        #[serde(default)]
        lines: BTreeMap<String, Amount>,
    }

    fn read_file(text: &str) -> Result<(u8, usize, usize), usize> {
        let source = Source::new("a.toml", text);
        let read = read_on::<File>(&source, &shape::shape::<File>());
        read.map(|(file, _, problems)| (file.size, file.lines.len(), problems.len())).map_err(|problems| problems.len())
    }

    #[test]
    fn what_can_be_left_out_does_not_hide_the_rest() {
        assert_eq!(read_file("size = 1\nlines.a = 1\n"), Ok((1, 1, 0)));
        assert_eq!(read_file("size = 1\nsiez = 2\nlines.a = 1\nlines.b = \"x\"\nlines.c = nan\n"), Ok((1, 1, 3)));
        assert_eq!(read_file("size = 1000\nlines.b = nan\n"), Err(2));
        assert_eq!(read_file("siez = 1\n"), Err(1));
    }
}
