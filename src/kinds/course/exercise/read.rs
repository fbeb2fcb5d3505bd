//! Reads the exercises of a course from `exercises/SECTION/ID.toml`.

use super::Exercise;
use super::schema::ExerciseFile;
use crate::kinds::case_file::is_id;
use crate::load::shape::shape;
use crate::load::{self, Folder};
use crate::values::{Code, Place, Problem};

impl Exercise {
    /// Every exercise of the folder; what is wrong goes to `problems`.
    pub(in crate::kinds::course) fn all(folder: &Folder, problems: &mut Vec<Problem>) -> Vec<Exercise> {
        let files = match folder.files("exercises", "toml", &[]) {
            Ok((files, strangers)) => {
                problems.extend(strangers);
                files
            }
            Err(errors) => {
                problems.extend(errors);
                return Vec::new();
            }
        };
        let shape = shape::<ExerciseFile>();
        let mut exercises = Vec::new();
        for file in files {
            let below = file.path.trim_start_matches("exercises/").trim_end_matches(".toml").to_owned();
            if !below.split('/').all(is_id) {
                let place = Place { file: file.path.clone(), span: None };
                let message = format!("the file's name `{below}` cannot serve as an id");
                problems.push(Problem::new(Code::BadFileName, place, message).hint("use letters, digits, - and _"));
                continue;
            }
            match folder.read(&file.path) {
                Ok(source) => match load::read::<ExerciseFile>(&source, &shape).map(|(file, _)| file) {
                    Ok(read) => exercises.push(Exercise { id: below, file: read, source }),
                    Err(found) => problems.extend(found),
                },
                Err(problem) => problems.push(problem),
            }
        }
        exercises
    }
}
