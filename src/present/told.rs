//! Sentences with places for numbers and names.

use crate::values::{Language, Words, plural};

/// The sentence `words` with `values` in place of its `{}`, in order. `{lesson}` stands for a whole number
/// with that English noun: `1 lesson`, `2 lessons`.
#[must_use]
pub fn told(words: Words, language: Language, values: &[&str]) -> String {
    let mut parts = words.get(language).split('{');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for (part, value) in parts.zip(values) {
        let (noun, rest) = part.split_once('}').unwrap_or(("", part));
        out += &if noun.is_empty() { (*value).to_owned() } else { plural(value, noun) };
        out += rest;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::told;
    use crate::values::{Language, Words};

    #[test]
    fn nouns_follow_their_number() {
        let words = Words { zh: "共 {} 课，{} 分钟：{}", en: "{lesson}, {minute} in class: {}" };
        assert_eq!(told(words, Language::En, &["1", "45", "{x}"]), "1 lesson, 45 minutes in class: {x}");
        assert_eq!(told(words, Language::Zh, &["1", "45", "{x}"]), "共 1 课，45 分钟：{x}");
    }
}
