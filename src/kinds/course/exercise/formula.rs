//! Formulas of an author over the inputs of an exercise: `+ - * /`, brackets, numbers and names, in exact
//! decimals.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

/// How deep brackets may go.
const DEPTH: usize = 32;

/// The value of `formula`.
///
/// # Errors
/// In words, what is wrong with it.
pub fn value(formula: &str, inputs: &BTreeMap<String, Decimal>) -> Result<Decimal, String> {
    let mut reader = Reader { rest: formula.trim_start(), inputs };
    let value = reader.sum(0)?;
    if reader.rest.is_empty() { Ok(value) } else { Err(format!("`{}` is not expected", reader.rest)) }
}

struct Reader<'a> {
    rest: &'a str,
    inputs: &'a BTreeMap<String, Decimal>,
}

impl<'a> Reader<'a> {
    /// Takes `sign` where it comes next.
    fn takes(&mut self, sign: char) -> bool {
        let after = self.rest.strip_prefix(sign);
        self.rest = after.map_or(self.rest, str::trim_start);
        after.is_some()
    }

    /// Takes the letters that come next and satisfy `wanted`.
    fn word(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|letter| !wanted(letter)).unwrap_or(self.rest.len());
        let (word, after) = self.rest.split_at(end);
        self.rest = after.trim_start();
        word
    }

    fn sum(&mut self, depth: usize) -> Result<Decimal, String> {
        let mut value = self.product(depth)?;
        loop {
            if self.takes('+') {
                value = kept(value.checked_add(self.product(depth)?))?;
            } else if self.takes('-') {
                value = kept(value.checked_sub(self.product(depth)?))?;
            } else {
                return Ok(value);
            }
        }
    }

    fn product(&mut self, depth: usize) -> Result<Decimal, String> {
        let mut value = self.factor(depth)?;
        loop {
            if self.takes('*') {
                value = kept(value.checked_mul(self.factor(depth)?))?;
            } else if self.takes('/') {
                let by = self.factor(depth)?;
                if by.is_zero() {
                    return Err("it divides by zero".to_owned());
                }
                value = kept(value.checked_div(by))?;
            } else {
                return Ok(value);
            }
        }
    }

    fn factor(&mut self, depth: usize) -> Result<Decimal, String> {
        if depth > DEPTH {
            return Err("its brackets are too deep".to_owned());
        }
        if self.takes('-') {
            return Ok(-self.factor(depth + 1)?);
        }
        if self.takes('(') {
            let value = self.sum(depth + 1)?;
            return if self.takes(')') { Ok(value) } else { Err("a bracket is not closed".to_owned()) };
        }
        if self.rest.starts_with(|letter: char| letter.is_ascii_digit()) {
            let digits = self.word(|letter| letter.is_ascii_digit() || letter == '.');
            return Decimal::from_str_exact(digits).map_err(|_| format!("`{digits}` is not a number"));
        }
        match self.word(|letter| letter.is_alphanumeric() || letter == '_') {
            "" if self.rest.is_empty() => Err("it breaks off".to_owned()),
            "" => Err(format!("`{}` is not expected", self.rest)),
            name => self.inputs.get(name).copied().ok_or_else(|| format!("`{name}` is not an input")),
        }
    }
}

fn kept(value: Option<Decimal>) -> Result<Decimal, String> {
    value.ok_or_else(|| "it comes to more than can be kept".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_follow_the_rules_of_arithmetic() {
        let inputs = BTreeMap::from([("a".to_owned(), Decimal::from(6)), ("b_1".to_owned(), Decimal::from(4))]);
        for (formula, wanted) in
            [("a + b_1 * 2", "14"), ("(a + b_1) / 2 - 1.5", "3.5"), ("-a - -b_1", "-2"), ("a / b_1 / 2", "0.75")]
        {
            assert_eq!(value(formula, &inputs).map(|value| value.normalize().to_string()).as_deref(), Ok(wanted));
        }
        let deep = "(".repeat(100_000);
        let large = "a*".repeat(200) + "a";
        for bad in
            ["", "a +", "c", "a b_1", "a / (b_1 - 4)", "(a", "1.2.3", "a ^ 2", &deep, &"-".repeat(99_999), &large]
        {
            assert!(value(bad, &inputs).is_err(), "{}", bad.chars().take(20).collect::<String>());
        }
    }
}
