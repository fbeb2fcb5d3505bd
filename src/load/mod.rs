//! The only reader: finds the files of a book, reads them, and keeps their text so that every
//! key path finds its line and column. It gives no meaning to what it reads.

pub mod check;
pub mod de;
pub mod fields;
pub mod folder;
pub mod shape;
pub mod source;
mod syntax;
pub mod tree;

pub use folder::{Folder, FolderFile};
pub use source::{Position, Source};

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use crate::values::{Code, Place, Problem};
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
    let tree = tree::parse(source)?;
    let problems = check::check(source, &tree, shape);
    if !problems.is_empty() {
        return Err(problems);
    }
    match de::from_tree(&tree) {
        Ok(value) => Ok((value, tree)),
        Err(unfit) => {
            let place = Place { file: source.path.clone(), span: Some((0..0).into()) };
            Err(vec![Problem::new(Code::BadValue, place, unfit.0)])
        }
    }
}
