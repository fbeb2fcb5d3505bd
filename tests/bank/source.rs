//! The exercises of a book from their TOML alone.

use std::fs;
use std::path::Path;

use toml::Value;

/// A question as its file has it.
#[derive(Debug)]
pub(crate) struct Wanted {
    pub id: String,
    pub kind: String,
    pub title: String,
    pub points: i64,
    pub prompt: String,
    /// Text and whether it is right.
    pub choices: Vec<(String, bool)>,
    /// What is sorted, and into what.
    pub pairs: Vec<(String, String)>,
    /// Everything that can be chosen in sorting.
    pub options: Vec<String>,
    pub decimals: i64,
    pub within: f64,
    pub mistakes: usize,
}

fn wording(value: Option<&Value>, language: &str) -> String {
    match value {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Table(table)) => table.get(language).and_then(Value::as_str).unwrap_or_default().trim().to_owned(),
        _ => String::new(),
    }
}

fn list<'v>(file: &'v Value, key: &str) -> Vec<&'v Value> {
    file.get(key).and_then(Value::as_array).into_iter().flatten().collect()
}

/// Every exercise of `book` in `language`.
pub(crate) fn questions(book: &Path, language: &str) -> Vec<Wanted> {
    let walk = walkdir::WalkDir::new(book.join("exercises")).sort_by_file_name();
    let files = walk.into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    files.map(|entry| question(&book.join("exercises"), entry.path(), language)).collect()
}

fn question(root: &Path, path: &Path, language: &str) -> Wanted {
    let file: Value = fs::read_to_string(path).unwrap().parse::<toml::Table>().map(Value::Table).unwrap();
    let say = |value: Option<&Value>| wording(value, language);
    let classes: Vec<(String, String)> = list(&file, "classes")
        .iter()
        .map(|class| (class["id"].as_str().unwrap().to_owned(), say(class.get("text"))))
        .collect();
    let class = |id: &str| classes.iter().find(|(known, _)| known == id).unwrap().1.clone();
    let practices = list(&file, "practices");
    let sorted = practices.iter().map(|one| (say(one.get("text")), class(one["class"].as_str().unwrap())));
    let pairs = list(&file, "pairs");
    let matched = pairs.iter().map(|pair| (say(pair.get("left")), say(pair.get("right"))));
    let options = classes.iter().map(|(_, text)| text.clone()).chain(pairs.iter().map(|pair| say(pair.get("right"))));
    let numeric = file.get("numeric");
    Wanted {
        id: path.strip_prefix(root).unwrap().with_extension("").to_str().unwrap().to_owned(),
        kind: file["kind"].as_str().unwrap().to_owned(),
        title: say(file.get("title")),
        points: file["points"].as_integer().unwrap(),
        prompt: say(file.get("prompt")),
        choices: list(&file, "choices")
            .iter()
            .map(|choice| (say(choice.get("text")), choice.get("correct").and_then(Value::as_bool) == Some(true)))
            .collect(),
        pairs: sorted.chain(matched).collect(),
        options: options.collect(),
        decimals: numeric.map_or(0, |numeric| numeric["decimals"].as_integer().unwrap()),
        within: numeric.map_or(0.0, |numeric| numeric["within"].to_string().parse().unwrap()),
        mistakes: numeric.map_or(0, |numeric| list(numeric, "mistakes").len()),
    }
}

/// The first words of a prompt that no Markdown changes, to recognise it by.
pub(crate) fn opening(prompt: &str) -> String {
    let line = prompt.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().replace("**", "");
    let end = line.find(['$', '[', '`', '|', '*', '_']).unwrap_or(line.len());
    line[..end].split_whitespace().collect::<Vec<_>>().join(" ")
}
