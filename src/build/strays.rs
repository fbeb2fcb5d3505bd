//! Tables that lie where cases do and that no case reads.

use super::cases::Pass;
use crate::kinds::kind::CaseKind;
use crate::load::check::nearest_from;
use crate::load::{Folder, FolderFile};
use crate::values::{Code, Place, Problem, Severity};

/// How like an id a file's name must be to be taken for a slip: short ids differ much by one letter.
const LIKE: f64 = 0.5;

/// So many tables get a hint that names a case: to compare every table of a large folder with every case would
/// take minutes.
const COMPARED: usize = 20;

/// A warning for every companion of the cases of kind `K` that none of them reads. `files` are all files of
/// the kind and `pass` came of all of them; where one could not be read whole, nobody knows what it claims.
#[must_use]
pub fn strays<K: CaseKind, R>(folder: &Folder, files: &[FolderFile], pass: &Pass<R>) -> Vec<Problem> {
    if pass.problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Vec::new();
    }
    let companions = K::COMPANIONS.iter().flat_map(|ending| {
        let found = folder.files(K::NAMES.folder, ending, &[]).unwrap_or_default().0;
        found.into_iter().map(move |file| (file, *ending))
    });
    let unread = companions.filter(|(file, _)| !pass.claimed.contains(&file.path));
    let problem = |(at, (file, ending)): (usize, (FolderFile, &str))| {
        let near = if at < COMPARED { misnamed(folder, files, pass, (&file, ending)) } else { None };
        let (_, name) = parts(&file.path);
        let message = format!("no {} reads this file", K::NAMES.name);
        let hint = format!("{}; or move it elsewhere, or begin its name with a dot", K::claim(name, near));
        Problem::new(Code::UnexpectedFile, Place { file: file.path, span: None }, message).hint(hint)
    };
    unread.enumerate().map(problem).collect()
}

/// The case of the same folder that is most like the table's name, among those that have no table called like
/// themselves.
fn misnamed<'f, R>(
    folder: &Folder,
    files: &'f [FolderFile],
    pass: &Pass<R>,
    (table, ending): (&FolderFile, &str),
) -> Option<&'f str> {
    let (within, _) = parts(&table.path);
    let misses = |case: &&FolderFile| {
        let own = format!("{within}{}.{ending}", case.stem);
        parts(&case.path).0 == within && !(pass.claimed.contains(&own) && folder.holds(&own))
    };
    nearest_from(LIKE, &table.stem, files.iter().filter(misses).map(|case| case.stem.as_str()))
}

/// The folder of a path with its slash, and the name.
fn parts(path: &str) -> (&str, &str) {
    path.split_at(path.rfind('/').map_or(0, |slash| slash + 1))
}
