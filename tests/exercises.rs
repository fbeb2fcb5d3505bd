//! Every numeric exercise of the shipped course is solved again here: from the numbers that its page
//! prints, by formulas of this file alone.

#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

use std::fs;

use casebook::kinds::course::exercise::ExerciseKind;
use casebook::kinds::course::exercise::seal::Seal;
use support::shipped;

#[path = "support/run.rs"]
mod support;

fn mean(values: impl IntoIterator<Item = f64>) -> f64 {
    let values: Vec<f64> = values.into_iter().collect();
    values.iter().sum::<f64>() / f64::from(u32::try_from(values.len()).unwrap())
}

/// An exercise, its decimals, and its answer from the numbers of its English prompt in order.
type Formula = (&'static str, usize, fn(&[f64]) -> f64);

const FORMULAS: &[Formula] = &[
    ("credit/cash-cycle", 1, |n| (n[2] / n[1] + n[3] / n[0] - n[4] / n[1]) * 365.0),
    ("credit/current-ratio", 2, |n| (n[0] + n[1] + n[2]) / (n[3] + n[4])),
    ("credit/days-sales", 1, |n| (n[2] + n[3]) / n[1] * 365.0),
    ("credit/debt-to-tnw", 2, |n| (n[0] + n[1]) / (n[2] - n[3] - n[4])),
    ("credit/gross-margin", 1, |n| (n[0] - n[1]) / n[0] * 100.0),
    ("credit/inventory-turnover", 2, |n| n[1] / mean([n[2], n[3]])),
    ("credit/quick-ratio", 2, |n| (n[0] + n[1]) / n[4]),
    ("credit/receivables-turnover", 2, |n| n[1] / mean([n[2], n[3]])),
    // Rows of two questions twice and a third one that does not count.
    ("relationships/gap-of-waiting", 2, |n| mean(n.chunks(6).map(|row| mean([row[1] - row[0], row[3] - row[2]])))),
    ("relationships/nps-of-ten", 0, |n| {
        let answers = &n[2..12];
        let share = |wanted: fn(&f64) -> bool| mean(answers.iter().map(|answer| f64::from(u8::from(wanted(answer)))));
        (share(|answer| *answer >= 9.0) - share(|answer| *answer <= 6.0)) * 100.0
    }),
    ("relationships/servperf-mean", 2, |n| {
        mean([mean(n.chunks(4).map(|row| row[1])), mean(n.chunks(4).map(|row| row[3]))])
    }),
    // Two numbers name the questions of reliability; then rows of four gaps, the first two of one dimension.
    ("relationships/servqual-total", 2, |n| {
        let rows: Vec<Vec<f64>> =
            n[2..].chunks(8).map(|row| row.chunks(2).map(|pair| pair[1] - pair[0]).collect()).collect();
        mean([
            mean(rows.iter().map(|gaps| mean([gaps[0], gaps[1]]))),
            mean(rows.iter().map(|gaps| gaps[2])),
            mean(rows.iter().map(|gaps| gaps[3])),
        ])
    }),
];

/// The prompt of a page as text without tags.
fn prompt(page: &str) -> String {
    let html = page.split("<div class=\"article\">").nth(1).unwrap().split("</div>").next().unwrap();
    let mut text = String::new();
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            letter if !inside => text.push(letter),
            _ => {}
        }
    }
    text
}

/// The numbers in a text, with commas between thousands.
fn numbers(text: &str) -> Vec<f64> {
    text.split(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
        .map(|word| word.trim_matches(['.', ',']).replace(',', ""))
        .filter_map(|word| word.parse().ok())
        .collect()
}

#[test]
fn answers_follow_from_the_printed_prompts_alone() {
    let (_keep, site) = shipped();
    for (id, decimals, formula) in FORMULAS {
        let page = fs::read_to_string(site.join(format!("en/exercises/{id}.html"))).unwrap();
        let prompt = prompt(&page);
        let answer = format!("{:.*}", *decimals, formula(&numbers(&prompt)));
        let answer = if answer.trim_start_matches('-').chars().all(|c| matches!(c, '0' | '.')) {
            answer.trim_start_matches('-').to_owned()
        } else {
            answer
        };
        let seal = Seal { exercise: id, part: "number" };
        let marks = page.split("data-part=\"number\"").nth(1).unwrap().split("data-mark=\"").nth(1).unwrap();
        let marks = marks.split('"').next().unwrap();
        assert!(marks.split(' ').any(|mark| mark == seal.mark(&answer)), "{id}: {answer} from {prompt}");
    }
}

#[test]
fn no_numeric_exercise_is_left_out() {
    let folder = casebook::load::Folder::new(concat!(env!("CARGO_MANIFEST_DIR"), "/content"));
    let course = casebook::kinds::book::Book::open(&folder).unwrap().course.unwrap();
    let numeric: Vec<&str> = course
        .exercises
        .iter()
        .filter(|exercise| exercise.file.kind == ExerciseKind::Numeric)
        .map(|exercise| exercise.id.as_str())
        .collect();
    let known: Vec<&str> = FORMULAS.iter().map(|(id, ..)| *id).collect();
    assert_eq!(numeric, known);
    assert!(course.exercises.len() >= 40);
}
