//! The files that a new book or a new case begins with: one template for all languages, with
//! the dates set so that they fit the as-of date. Writing them is left to [`files`](super::files).
//!
//! In a template `#zh …` and `#en …` are comments in one language, `{ zh = "…", en = "…" }` is a
//! text in both, and `{{name}}` stands for a value. A file keeps the languages of its book.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::values::Language;

/// The settings of a new book.
pub(super) const BOOK: &str = include_str!("../../templates/new/casebook.toml");
/// The example client of a new book.
pub(super) const EXAMPLE: &str = include_str!("../../templates/new/client.toml");

/// What a template is filled with.
#[derive(Debug, Clone)]
pub(super) struct Starter<'a> {
    /// The languages of comments and texts.
    pub languages: &'a [Language],
    /// The date that years, months and days are counted from.
    pub as_of: Date,
    /// Further values by name.
    pub values: &'a [(&'a str, String)],
}

impl Starter<'_> {
    /// The file that `template` stands for.
    #[must_use]
    pub(super) fn fill(&self, template: &str) -> String {
        let mut file = String::with_capacity(template.len());
        for line in template.lines() {
            if let Some(line) = self.line(line) {
                self.expand(&line, &mut file);
                file.push('\n');
            }
        }
        file
    }

    /// `line` in the book's languages, or nothing where it is a comment in another one.
    fn line(&self, line: &str) -> Option<String> {
        let at = line.find("#zh ").into_iter().chain(line.find("#en ")).min();
        let (code, comments) = line.split_at(at.unwrap_or(line.len()));
        let wordings: Vec<&str> = self.languages.iter().filter_map(|&language| comment(comments, language)).collect();
        let code = self.one_language(code);
        match (at, wordings.as_slice()) {
            (None, _) => Some(code),
            (Some(0), []) => None,
            (Some(_), []) => Some(code.trim_end().to_owned()),
            (Some(_), wordings) => Some(format!("{code}# {}", wordings.join(" / "))),
        }
    }

    /// A text in both languages becomes plain text in a book of one.
    fn one_language(&self, code: &str) -> String {
        let [language] = self.languages else { return code.to_owned() };
        let Some((before, rest)) = code.split_once("{ zh = \"") else { return code.to_owned() };
        let Some((zh, rest)) = rest.split_once("\", en = \"") else { return code.to_owned() };
        let Some((en, after)) = rest.split_once("\" }") else { return code.to_owned() };
        let wording = if *language == Language::Zh { zh } else { en };
        format!("{before}\"{wording}\"{after}")
    }

    /// Puts values for placeholders, once: a value is never read as a template.
    fn expand(&self, line: &str, file: &mut String) {
        let mut rest = line;
        while let Some((before, after)) = rest.split_once("{{") {
            let (name, after) = after.split_once("}}").unwrap_or((after, ""));
            file.push_str(before);
            file.push_str(&self.value(name));
            rest = after;
        }
        file.push_str(rest);
    }

    fn value(&self, name: &str) -> String {
        let known = self.values.iter().find(|(known, _)| *known == name);
        let date = |rest: &str| rest.parse::<i32>().unwrap_or_default();
        if let Some((_, value)) = known {
            value.clone()
        } else if let Some(years) = name.strip_prefix("year") {
            (i32::from(last_whole_year(self.as_of)) + date(years)).to_string()
        } else if let Some(months) = name.strip_prefix("month") {
            let month = last_whole_month(self.as_of);
            month.checked_add(date(months).months()).unwrap_or(month).strftime("%Y-%m").to_string()
        } else if let Some(days) = name.strip_prefix("day") {
            self.as_of.checked_add(date(days).days()).unwrap_or(self.as_of).to_string()
        } else {
            self.as_of.to_string()
        }
    }
}

/// The wording of a trailing or whole-line comment in `language`.
fn comment(comments: &str, language: Language) -> Option<&str> {
    let marker = match language {
        Language::Zh => "#zh ",
        Language::En => "#en ",
    };
    let (_, wording) = comments.split_once(marker)?;
    let end = wording.find("#zh ").into_iter().chain(wording.find("#en ")).min();
    Some(wording[..end.unwrap_or(wording.len())].trim())
}

/// The last calendar year that is over at `as_of`.
fn last_whole_year(as_of: Date) -> i16 {
    if (as_of.month(), as_of.day()) == (12, 31) { as_of.year() } else { as_of.year() - 1 }
}

/// The first day of the last month that is over at `as_of`.
fn last_whole_month(as_of: Date) -> Date {
    let this = as_of.first_of_month();
    if as_of == as_of.last_of_month() { this } else { this.checked_sub(1.month()).unwrap_or(this) }
}

/// `text` as a TOML string in one line, whatever it holds.
#[must_use]
pub(super) fn toml_string(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if super::terminal::is_harmful(c) => quoted.extend(format!("\\U{:08X}", u32::from(c)).chars()),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn filled(languages: &[Language], template: &str) -> String {
        let values = [("name", "{{as_of}}".to_owned())];
        Starter { languages, as_of: date(2026, 2, 10), values: &values }.fill(template)
    }

    #[test]
    fn a_file_keeps_the_languages_of_its_book() {
        let template = "#zh 甲\n#en A\nx = { zh = \"乙\", en = \"B\" }  #zh 丙 #en C\ny = 1  #en D\n";
        assert_eq!(filled(&[Language::Zh], template), "# 甲\nx = \"乙\"  # 丙\ny = 1\n");
        assert_eq!(filled(&[Language::En], template), "# A\nx = \"B\"  # C\ny = 1  # D\n");
        let both = "# 甲\n# A\nx = { zh = \"乙\", en = \"B\" }  # 丙 / C\ny = 1  # D\n";
        assert_eq!(filled(&Language::ALL, template), both);
    }

    #[test]
    fn dates_follow_the_as_of_date_and_values_are_not_templates() {
        let template = "{{year}} {{year-1}} {{month-0}} {{month-1}} {{day+20}} {{day-12}} {{as_of}} {{name}}";
        let expected = "2025 2024 2026-01 2025-12 2026-03-02 2026-01-29 2026-02-10 {{as_of}}\n";
        assert_eq!(filled(&[Language::En], template), expected);
        assert_eq!(last_whole_year(date(2025, 12, 31)), 2025);
        assert_eq!(last_whole_month(date(2026, 2, 28)), date(2026, 2, 1));
    }

    #[test]
    fn strings_are_toml_whatever_they_hold() {
        for hostile in ["a\"b\\c", "x\ny = 1", "\u{1b}[31m", "\u{202e}gnp", "\u{7f}\u{85}", "'''\"\"\""] {
            let quoted = toml_string(hostile);
            assert!(!quoted.chars().any(char::is_control), "{quoted:?}");
            let read: toml::Table = format!("x = {quoted}").parse().unwrap();
            assert_eq!(read["x"].as_str(), Some(hostile));
        }
    }
}
