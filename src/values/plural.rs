//! English nouns in number.

use std::fmt::Display;

/// So many of what `noun` names: `1 client`, `2 clients`, `0 entries`.
#[must_use]
pub fn plural(count: impl Display, noun: &str) -> String {
    let count = count.to_string();
    let consonant_y = noun.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    match (count.as_str(), consonant_y) {
        ("1", _) => format!("1 {noun}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        (_, None) => format!("{count} {noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::plural;

    #[test]
    fn one_is_singular_and_nothing_else_is() {
        assert_eq!(
            [plural(0, "client"), plural(1, "client"), plural(21, "client")],
            ["0 clients", "1 client", "21 clients"]
        );
        assert_eq!([plural(1, "entry"), plural(2, "entry"), plural("2", "day")], ["1 entry", "2 entries", "2 days"]);
    }
}
