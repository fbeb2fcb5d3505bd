//! Tables that lie where cases do and that no case reads.

use super::cases::Pass;
use crate::kinds::kind::CaseKind;
use crate::load::check::nearest_from;
use crate::load::{Folder, FolderFile};
use crate::values::{Code, Place, Problem, Severity};

/// How like an id a file's name must be to be taken for a slip: short ids differ much by one letter.
const LIKE: f64 = 0.5;

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
    let problem = |(file, ending): (FolderFile, &str)| {
        let dir = |path: &str| path.rfind('/').map_or(0, |slash| slash + 1);
        let (within, name) = file.path.split_at(dir(&file.path));
        // A case that has a table called like itself misses none.
        let misses = |case: &&FolderFile| {
            let own = format!("{within}{}.{ending}", case.stem);
            case.path[..dir(&case.path)] == *within && !(pass.claimed.contains(&own) && folder.holds(&own))
        };
        let near = nearest_from(LIKE, &file.stem, files.iter().filter(misses).map(|case| case.stem.as_str()));
        let message = format!("no {} reads this file", K::NAMES.name);
        let hint = format!("{}; or move it elsewhere, or begin its name with a dot", K::claim(name, near));
        Problem::new(Code::UnexpectedFile, Place { file: file.path.clone(), span: None }, message).hint(hint)
    };
    unread.map(problem).collect()
}
