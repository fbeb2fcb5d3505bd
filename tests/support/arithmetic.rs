//! The value of a calculation as a reader would work it out, from its text alone.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used, reason = "each test file uses its own part")]

/// The value of `text`, in which `,` between digits groups thousands and `, ` parts a list.
pub fn value_of(text: &str) -> f64 {
    let mut reader = Reader { rest: text };
    let value = reader.sum();
    assert_eq!(reader.rest, "", "in {text}");
    value
}

/// The number at the head of a printed result, whatever stands around it.
pub fn number(result: &str) -> f64 {
    value_of(result.trim_start_matches("≥ "))
}

/// One unit of the last place of a printed result.
pub fn last_place(result: &str) -> f64 {
    let digits = result.trim_end_matches('%');
    let places = digits.rsplit_once('.').map_or(0, |(_, decimals)| decimals.len());
    let percent = if digits == result { 0 } else { 2 };
    (0..places + percent).fold(1.0, |unit, _| unit / 10.0)
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn take(&mut self, token: &str) -> bool {
        let rest = self.rest.trim_start();
        let found = rest.strip_prefix(token);
        self.rest = found.unwrap_or(self.rest);
        found.is_some()
    }

    fn sum(&mut self) -> f64 {
        let mut sum = if self.take("−") { -self.product() } else { self.product() };
        loop {
            if self.take("+") {
                sum += self.product();
            } else if self.take("−") {
                sum -= self.product();
            } else {
                return sum;
            }
        }
    }

    fn product(&mut self) -> f64 {
        let mut product = self.operand();
        loop {
            if self.take("×") {
                product *= self.operand();
            } else if self.take("÷") {
                product /= self.operand();
            } else {
                return product;
            }
        }
    }

    fn operand(&mut self) -> f64 {
        if self.take("(") {
            return self.until(")");
        }
        if self.take("|") {
            return self.until("|").abs();
        }
        if self.take("floor(") {
            return self.until(")").floor();
        }
        if self.take("min(") {
            return self.list().into_iter().reduce(f64::min).unwrap();
        }
        if self.take("max(") {
            return self.list().into_iter().reduce(f64::max).unwrap();
        }
        self.digits()
    }

    fn until(&mut self, close: &str) -> f64 {
        let value = self.sum();
        assert!(self.take(close), "no {close} before {}", self.rest);
        value
    }

    fn list(&mut self) -> Vec<f64> {
        let mut values = vec![self.sum()];
        while self.take(", ") {
            values.push(self.sum());
        }
        assert!(self.take(")"), "no ) before {}", self.rest);
        values
    }

    fn digits(&mut self) -> f64 {
        let rest = self.rest.trim_start();
        let inside = |at: usize, c: char| {
            let grouping = c == ',' && rest[at + 1..].starts_with(|c: char| c.is_ascii_digit());
            c.is_ascii_digit() || c == '.' || grouping
        };
        let end = rest.char_indices().find(|&(at, c)| !inside(at, c)).map_or(rest.len(), |(at, _)| at);
        let value: f64 = rest[..end].replace(',', "").parse().unwrap_or_else(|_| panic!("no number in {rest}"));
        self.rest = &rest[end..];
        if self.take("%") { value / 100.0 } else { value }
    }
}
