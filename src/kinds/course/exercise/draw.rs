//! The figures of a numeric exercise: a stream of numbers for each student, and the values drawn from
//! it.
//!
//! The stream is fixed for ever: SHA-256 of `casebook-variants-2`, the course, the exercise and the student, each
//! after its length in eight bytes, and of a counter in eight bytes, read as big-endian numbers of 64 bits. Whoever
//! knows the three names can draw the same figures with any program.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use sha2::{Digest, Sha256};

use super::schema::InputFile;

/// The numbers of one student in one exercise.
#[derive(Debug, Clone)]
pub struct Stream {
    seed: Vec<u8>,
    counter: u64,
    block: Vec<u64>,
}

impl Stream {
    /// The stream of `student` in `exercise` of `course`.
    #[must_use]
    pub fn new(course: &str, exercise: &str, student: &str) -> Self {
        let mut seed = Vec::new();
        for part in ["casebook-variants-2", course, exercise, student] {
            seed.extend(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            seed.extend(part.as_bytes());
        }
        Stream { seed, counter: 0, block: Vec::new() }
    }

    fn next(&mut self) -> u64 {
        if self.block.is_empty() {
            let digest = Sha256::new().chain_update(&self.seed).chain_update(self.counter.to_be_bytes()).finalize();
            self.counter += 1;
            let number = |bytes: &[u8]| bytes.iter().fold(0_u64, |number, &byte| number << 8 | u64::from(byte));
            self.block = digest.chunks(8).rev().map(number).collect();
        }
        self.block.pop().unwrap_or(0)
    }

    /// A number from 0 to `last`, each equally likely.
    pub fn up_to(&mut self, last: u64) -> u64 {
        let Some(count) = last.checked_add(1) else { return self.next() };
        let fair = u64::MAX - u64::MAX % count;
        loop {
            let number = self.next();
            if number < fair {
                return number % count;
            }
        }
    }
}

/// The values of all inputs: ranges first, in the order of their names, then sums.
#[must_use]
pub fn draw(
    inputs: &BTreeMap<String, InputFile>,
    course: &str,
    exercise: &str,
    student: &str,
) -> BTreeMap<String, Decimal> {
    let mut stream = Stream::new(course, exercise, student);
    let ranges = ranges(inputs).map(|(name, range)| (name.clone(), range.at(stream.up_to(range.steps))));
    with_sums(inputs, ranges.collect())
}

/// Figures at the ends of their ranges: all at the lowest, all at the highest, and each alone at either
/// end, the others as in `drawn`.
#[must_use]
pub fn ends(inputs: &BTreeMap<String, InputFile>, drawn: &BTreeMap<String, Decimal>) -> Vec<BTreeMap<String, Decimal>> {
    let all = |end: fn(&Range) -> Decimal| ranges(inputs).map(|(name, range)| (name.clone(), end(&range))).collect();
    let mut found = vec![with_sums(inputs, all(Range::lowest)), with_sums(inputs, all(Range::highest))];
    for (name, range) in ranges(inputs) {
        for end in [range.lowest(), range.highest()] {
            let mut values = drawn.clone();
            values.insert(name.clone(), end);
            found.push(with_sums(inputs, values));
        }
    }
    found
}

/// The values that an input can have.
struct Range {
    from: Decimal,
    step: Decimal,
    /// How many steps the last one is away.
    steps: u64,
}

impl Range {
    fn at(&self, steps: u64) -> Decimal {
        self.from + self.step * Decimal::from(steps)
    }

    fn lowest(&self) -> Decimal {
        self.from
    }

    fn highest(&self) -> Decimal {
        self.at(self.steps)
    }
}

/// The inputs that are drawn, in the order of their names.
fn ranges(inputs: &BTreeMap<String, InputFile>) -> impl Iterator<Item = (&String, Range)> {
    inputs.iter().filter(|(_, input)| input.sum.is_empty()).map(|(name, input)| {
        let from = input.from.map_or(Decimal::ZERO, |from| from.0);
        let to = input.to.map_or(from, |to| to.0);
        let step = input.step.map_or(Decimal::ONE, |step| step.0);
        let steps = (to - from).checked_div(step).unwrap_or_default().trunc();
        (name, Range { from, step, steps: u64::try_from(steps).unwrap_or(0) })
    })
}

/// `values` with the sums that rest on them.
fn with_sums(inputs: &BTreeMap<String, InputFile>, mut values: BTreeMap<String, Decimal>) -> BTreeMap<String, Decimal> {
    // Sums may rest on sums: as many rounds as there are inputs reach all of them.
    for _ in 0..inputs.len() {
        for (name, input) in inputs.iter().filter(|(_, input)| !input.sum.is_empty()) {
            let parts: Option<Vec<Decimal>> = input.sum.iter().map(|part| values.get(part).copied()).collect();
            if let Some(parts) = parts {
                values.insert(name.clone(), parts.iter().sum());
            }
        }
    }
    values
}

/// `text` with the values in place of `${name}`, each written by `write`.
#[must_use]
pub fn filled(text: &str, values: &BTreeMap<String, Decimal>, write: impl Fn(Decimal) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("${") {
        out.push_str(&rest[..at]);
        let after = &rest[at + 2..];
        match after.find('}').map(|end| (&after[..end], &after[end + 1..])) {
            Some((name, behind)) if values.contains_key(name) => {
                out.push_str(&values.get(name).copied().map(&write).unwrap_or_default());
                rest = behind;
            }
            _ => {
                out.push_str("${");
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// The names that `text` holds between `${` and `}`.
pub fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split("${").skip(1).filter_map(|rest| Some(rest.split_once('}')?.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_never_changes() {
        let mut stream = Stream::new("customers", "credit/quick", "s1");
        let numbers: Vec<u64> = (0..6).map(|_| stream.up_to(999)).collect();
        // python3: hashlib.sha256 over the documented bytes, `int.from_bytes(block[i:i+8], "big") % 1000`.
        assert_eq!(numbers, NUMBERS);
    }

    const NUMBERS: [u64; 6] = [223, 303, 928, 555, 717, 206];

    #[test]
    fn the_ends_are_the_last_values_that_can_be_drawn() {
        let input = |from: i64, to: i64, step: i64| InputFile {
            from: Some(crate::load::fields::Amount(Decimal::from(from))),
            to: Some(crate::load::fields::Amount(Decimal::from(to))),
            step: Some(crate::load::fields::Amount(Decimal::from(step))),
            sum: Vec::new(),
        };
        let sum = InputFile { from: None, to: None, step: None, sum: vec!["a".to_owned(), "b".to_owned()] };
        let inputs: BTreeMap<String, InputFile> = [("a", input(1, 10, 4)), ("b", input(20, 30, 5)), ("c", sum)]
            .map(|(name, of)| (name.to_owned(), of))
            .into();
        let drawn: BTreeMap<String, Decimal> =
            [("a", 5), ("b", 25), ("c", 30)].map(|(name, of)| (name.to_owned(), Decimal::from(of))).into();
        let found: Vec<Vec<i64>> = ends(&inputs, &drawn)
            .iter()
            .map(|values| values.values().map(|value| i64::try_from(*value).unwrap()).collect())
            .collect();
        assert_eq!(found, [[1, 20, 21], [9, 30, 39], [1, 25, 26], [9, 25, 34], [5, 20, 25], [5, 30, 35]]);
    }
}
