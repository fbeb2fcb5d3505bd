//! `casebook mark`: marks the files that students hand in for a file exercise.

use std::fs;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde::Serialize;

use super::check::Manner;
use super::problems::{Sources, drawn, outcome_of};
use super::terminal::{harmless, one_line, say, tell};
use super::{Outcome, shown};
use crate::kinds::book::Book;
use crate::kinds::course::exercise::ExerciseKind;
use crate::kinds::course::exercise::lack::Lack;
use crate::kinds::course::exercise::mark::{Marked, Score, Submission, mark};
use crate::kinds::course::exercise::rubric::FileTask;
use crate::load::check::nearest;
use crate::load::{Beside, Folder, Source};
use crate::present::{csv, told};
use crate::values::{Code, Language, Place, Problem, Severity, Words};

macro_rules! words {
    ($($name:ident $zh:literal $en:literal;)*) => { $(const $name: Words = Words { zh: $zh, en: $en };)* };
}

words! {
    EARNED "{}：{} / {} 分{}" "{}: {} of {point}{}";
    BY_HAND "，另有 {} 分由教师评定" ", {} to be marked by hand";
    LINE "  {} / {} {}" "  {} of {} {}";
    WHY "{}：{}" "{}: {}";
    CRITERION "{}（{}）" "{} ({})";
}

/// The headings of the table beside its criteria.
const HEADINGS: [Words; 5] = [
    Words { zh: "文件", en: "file" },
    Words { zh: "得分", en: "earned" },
    Words { zh: "由教师评定", en: "by_hand" },
    Words { zh: "满分", en: "of" },
    Words { zh: "错误数", en: "errors" },
];

/// The largest file that is read, in bytes; whoever fills in a form stays far below.
const LARGEST: u64 = 1 << 20;

/// Mark the files that students hand in for a file exercise
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  casebook mark credit/write-a-client-file anna.toml          what one file earns, and why
  casebook mark credit/write-a-client-file class/*.toml --format csv > marks.csv

Criteria without a condition are left to you. Exit code 1 where a file has errors.")]
pub(super) struct MarkArguments {
    /// The exercise: SECTION/ID
    exercise: String,
    /// The files that students filled in
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The book's folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    book: PathBuf,
    /// The language of the marks; the book's main language where absent
    #[arg(long, value_parser = ["zh", "en"])]
    lang: Option<String>,
    /// How to write the marks
    #[arg(long, value_enum, default_value_t)]
    format: MarkFormat,
}

/// How marks are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum MarkFormat {
    /// For people
    #[default]
    Text,
    /// For spreadsheets: a row for each file, a column for each criterion
    Csv,
    /// For programs
    Json,
}

/// A file with what it earned.
struct MarkedFile {
    path: String,
    marked: Marked,
    source: Option<Source>,
}

pub(super) fn run(arguments: &MarkArguments) -> Outcome {
    let folder = Folder::new(&arguments.book);
    let Ok(book) = Book::open(&folder) else { return super::check::report(&folder, Manner::default()) };
    let task = match task(&book, &arguments.exercise) {
        Ok(task) => task,
        Err((message, hint)) => return super::new::refuse(&message, &hint),
    };
    let asked = Language::ALL.into_iter().find(|language| arguments.lang.as_deref() == Some(language.code()));
    let language = asked.or_else(|| book.settings.languages.first().copied()).unwrap_or(Language::En);
    let files: Vec<MarkedFile> = arguments.files.iter().map(|path| marked(path, task, &book)).collect();
    for file in &files {
        let sources: Sources = file.source.iter().map(|source| (source.path.clone(), source.clone())).collect();
        let errors = file.marked.problems.iter().filter(|problem| problem.severity == Severity::Error);
        errors.for_each(|problem| tell(&drawn(problem, &sources)));
    }
    match arguments.format {
        MarkFormat::Text => files.iter().for_each(|file| say(&text(file, task, language))),
        MarkFormat::Csv => say(table(&files, task, language).trim_end()),
        MarkFormat::Json => say(&json(&files, task, language, &arguments.exercise)),
    }
    let problems: Vec<Problem> = files.into_iter().flat_map(|file| file.marked.problems).collect();
    outcome_of(&problems, None)
}

/// What the exercise asks to be filled in.
fn task<'b>(book: &'b Book, id: &str) -> Result<&'b FileTask, (String, String)> {
    let exercises = book.course.iter().flat_map(|course| &course.exercises);
    let of_files = exercises.clone().filter(|exercise| exercise.file.kind == ExerciseKind::File);
    let known: Vec<&str> = of_files.map(|exercise| exercise.id.as_str()).collect();
    let listed = || {
        let near = nearest(id, known.iter().copied()).map(|near| format!("did you mean `{near}`?"));
        near.unwrap_or_else(|| match known.as_slice() {
            [] => "the book has no exercise of the kind `file`".to_owned(),
            known => format!("there are: {}", known.join(", ")),
        })
    };
    let Some(exercise) = exercises.clone().find(|exercise| exercise.id == id) else {
        return Err((format!("the book has no exercise `{id}`"), listed()));
    };
    let task = exercise.file.file.as_ref().filter(|_| exercise.file.kind == ExerciseKind::File);
    task.ok_or_else(|| (format!("`{id}` is no exercise of the kind `file`"), listed()))
}

/// Reads and marks a file; one that cannot be read earns nothing.
fn marked(path: &Path, task: &FileTask, book: &Book) -> MarkedFile {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let shown = shown(path);
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = Folder::new(parent);
    match read(path, &folder, &name, &shown) {
        Ok(source) => {
            let beside = Beside::of(&folder, &name);
            let marked = mark(task, Submission { source: &source, beside: &beside }, book);
            MarkedFile { path: shown, marked, source: Some(source) }
        }
        Err(problem) => {
            let none = Score::None(Lack::Unread);
            let scores = task.rubric.iter().map(|_| none.clone()).collect();
            MarkedFile { path: shown, marked: Marked { scores, problems: vec![problem] }, source: None }
        }
    }
}

fn read(path: &Path, folder: &Folder, name: &str, shown: &str) -> Result<Source, Problem> {
    let place = || Place { file: shown.to_owned(), span: None };
    match fs::metadata(path) {
        Ok(found) if !found.is_file() => {
            Err(Problem::new(Code::UnreadableFile, place(), "this is not a file").hint("name files, not folders"))
        }
        Ok(found) if found.len() > LARGEST => {
            let message = format!("the file has {} bytes, more than the {LARGEST} that are read", found.len());
            Err(Problem::new(Code::BadValue, place(), message).hint("ask for the form, filled in"))
        }
        _ => {
            let source = folder.read(name).map_err(|problem| Problem { place: place(), ..problem })?;
            Ok(Source::new(shown, source.text))
        }
    }
}

/// What a file earned, a line for each criterion.
fn text(file: &MarkedFile, task: &FileTask, language: Language) -> String {
    let (earned, by_hand) = file.marked.points(task);
    let tell = |words, values: &[&str]| told(words, language, values);
    let rest = if by_hand > 0 { tell(BY_HAND, &[&by_hand.to_string()]) } else { String::new() };
    let sums = [earned, worth(task)].map(|sum| sum.to_string());
    let head = tell(EARNED, &[&one_line(&file.path), &sums[0], &sums[1], &rest]);
    let lines = task.rubric.iter().zip(&file.marked.scores).map(|(criterion, score)| {
        let (words, points) = (one_line(criterion.text.get(language)), criterion.points.to_string());
        let (earned, words) = match score {
            Score::Full => (points.as_str(), words),
            Score::None(lack) => ("0", tell(WHY, &[&words, &one_line(&lack.words(language))])),
            Score::ByHand => ("?", words),
        };
        tell(LINE, &[&format!("{earned:>3}"), &format!("{points:<3}"), &words])
    });
    std::iter::once(head).chain(lines).collect::<Vec<_>>().join("\n")
}

fn worth(task: &FileTask) -> u32 {
    task.rubric.iter().map(|criterion| u32::from(criterion.points)).sum()
}

/// A row for each file; what is marked by hand is left empty.
fn table(files: &[MarkedFile], task: &FileTask, language: Language) -> String {
    let mut writer = ::csv::WriterBuilder::new().from_writer(Vec::new());
    let criteria = task.rubric.iter().map(|criterion| {
        let words = told(CRITERION, language, &[criterion.text.get(language), &criterion.points.to_string()]);
        csv::text(&one_line(&words))
    });
    let [file, sums @ ..] = HEADINGS.map(|words| words.get(language).to_owned());
    let heading = std::iter::once(file).chain(criteria).chain(sums);
    // Writing into memory cannot fail.
    let _ = writer.write_record(heading);
    for file in files {
        let (earned, by_hand) = file.marked.points(task);
        let cells = task.rubric.iter().zip(&file.marked.scores).map(|(criterion, score)| match score {
            Score::Full => criterion.points.to_string(),
            Score::None(_) => "0".to_owned(),
            Score::ByHand => String::new(),
        });
        let row = std::iter::once(csv::text(&one_line(&file.path))).chain(cells);
        let sums = [earned, by_hand, worth(task)].map(|sum| sum.to_string());
        let _ = writer.write_record(row.chain(sums).chain([errors(file).to_string()]));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn errors(file: &MarkedFile) -> usize {
    file.marked.problems.iter().filter(|problem| problem.severity == Severity::Error).count()
}

#[derive(Serialize)]
struct JsonMarks<'a> {
    exercise: &'a str,
    files: Vec<JsonFile<'a>>,
}

#[derive(Serialize)]
struct JsonFile<'a> {
    file: &'a str,
    earned: u32,
    by_hand: u32,
    of: u32,
    criteria: Vec<JsonCriterion<'a>>,
    problems: Vec<JsonProblem<'a>>,
}

#[derive(Serialize)]
struct JsonCriterion<'a> {
    text: &'a str,
    of: u16,
    /// Nothing where it is to be marked by hand.
    earned: Option<u16>,
    reason: String,
}

#[derive(Serialize)]
struct JsonProblem<'a> {
    code: &'static str,
    severity: Severity,
    message: &'a str,
}

fn json(files: &[MarkedFile], task: &FileTask, language: Language, exercise: &str) -> String {
    let files = files.iter().map(|file| {
        let (earned, by_hand) = file.marked.points(task);
        let criteria = task.rubric.iter().zip(&file.marked.scores).map(|(criterion, score)| JsonCriterion {
            text: criterion.text.get(language),
            of: criterion.points,
            earned: match score {
                Score::Full => Some(criterion.points),
                Score::None(_) => Some(0),
                Score::ByHand => None,
            },
            reason: if let Score::None(lack) = score { lack.words(language) } else { String::new() },
        });
        let problems = file.marked.problems.iter().map(|problem| JsonProblem {
            code: problem.code.name(),
            severity: problem.severity,
            message: &problem.message,
        });
        JsonFile {
            file: &file.path,
            earned,
            by_hand,
            of: worth(task),
            criteria: criteria.collect(),
            problems: problems.collect(),
        }
    });
    harmless(&serde_json::to_string_pretty(&JsonMarks { exercise, files: files.collect() }).unwrap_or_default())
}
