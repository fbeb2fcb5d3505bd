//! Differences as tables for a pull request. Whatever an author wrote is text there: it begins no
//! cell, no link, no HTML, and names nobody.

use super::Differences;
use super::phrases::{Phrases, Reason};
use crate::kinds::client::compare::{Change, Comparison, Standing};
use crate::kinds::compare::{Line, Names};
use crate::kinds::survey::compare as survey;

/// `differences` as GitHub and GitLab read them.
pub(super) fn markdown(differences: &Differences, phrases: Phrases) -> String {
    let mut parts = vec![format!("**{}**", plain(&phrases.summary(differences)))];
    parts.extend(phrases.common(&differences.clients).iter().map(listed));
    parts.extend(clients(&differences.clients, phrases));
    parts.extend(surveys(&differences.surveys, phrases));
    parts.join("\n\n")
}

fn clients(comparison: &Comparison, phrases: Phrases) -> Option<String> {
    let row = |line: Line<'_, Change, Standing>| {
        let [tier, score, recommended, in_force] = phrases.standing(line.old, line.new).map(|text| plain(&text));
        let cells = [tier, score, recommended, in_force].join(" | ");
        let why = why(&line, phrases, |change| phrases.reasons(change));
        let of = line.latest()?;
        Some(row(&of.id, &of.name, &cells, &why, phrases))
    };
    let rows: Vec<String> = comparison.clients.lines().filter_map(row).collect();
    let columns = [
        phrases.say("客户", "Client"),
        phrases.say("等级", "Tier"),
        phrases.say("评分", "Score"),
        phrases.say("建议限额", "Recommended limit"),
        phrases.say("生效限额", "Limit in force"),
        phrases.say("原因", "Why"),
    ];
    table(&columns, &rows)
}

fn surveys(comparison: &survey::Comparison, phrases: Phrases) -> Option<String> {
    let row = |line: Line<'_, survey::Change, survey::Standing>| {
        let (respondents, figures) = phrases.survey_standing(line.old, line.new);
        let figures = figures.iter().map(|figure| plain(figure)).collect::<Vec<_>>().join("<br>");
        let cells = [plain(&respondents), figures].join(" | ");
        let why = why(&line, phrases, |change| phrases.survey_reasons(change));
        let of = line.latest()?;
        Some(row(&of.id, &of.name, &cells, &why, phrases))
    };
    let rows: Vec<String> = comparison.lines().filter_map(row).collect();
    let columns = [
        phrases.say("调查", "Survey"),
        phrases.say("有效问卷", "Respondents"),
        phrases.say("得分", "Figures"),
        phrases.say("原因", "Why"),
    ];
    table(&columns, &rows)
}

/// A table, where it has rows.
fn table(columns: &[&str], rows: &[String]) -> Option<String> {
    let rule = " --- |".repeat(columns.len());
    (!rows.is_empty()).then(|| format!("| {} |\n|{rule}\n{}", columns.join(" | "), rows.join("\n")))
}

/// A case: its id and name, how it stands, and why.
fn row(id: &str, name: &Names, cells: &str, why: &str, phrases: Phrases) -> String {
    format!("| {}<br>{} | {cells} | {why} |", plain(id), plain(&phrases.name(name)))
}

/// Why a case stands otherwise, or that it is new or gone.
fn why<C, S>(line: &Line<'_, C, S>, phrases: Phrases, reasons: impl Fn(&C) -> Vec<Reason>) -> String {
    match (line.change, line.turn()) {
        (Some(change), _) => reasons(change).iter().map(cell).collect::<Vec<_>>().join("<br>"),
        (None, turn) => turn.map_or_else(String::new, |turn| phrases.turned(turn).to_owned()),
    }
}

/// A reason within a cell: its phrase, and each number in a line of its own.
fn cell(reason: &Reason) -> String {
    let inputs = reason.inputs.iter().map(|input| format!("<br>&emsp;{}", plain(input)));
    plain(&reason.head) + &inputs.collect::<String>()
}

/// A reason outside of the table: a paragraph, and its numbers as a list.
fn listed(reason: &Reason) -> String {
    let inputs = reason.inputs.iter().map(|input| format!("\n- {}", plain(input)));
    let list: String = inputs.collect();
    if list.is_empty() { plain(&reason.head) } else { format!("{}\n{list}", plain(&reason.head)) }
}

/// `text` as text of Markdown in one line: marks are escaped, and a word joiner keeps `@` and `#` from
/// naming people and issues.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for (at, c) in text.char_indices() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '|' => out.push_str("&#124;"),
            '`' => out.push_str("&#96;"),
            '@' => out.push_str("@\u{2060}"),
            '#' => out.push_str("\\#\u{2060}"),
            _ if c.is_whitespace() || c.is_control() => out.push(' '),
            _ => {
                if c.is_ascii_punctuation() && is_mark(&text[..at], c, &text[at + 1..]) {
                    out.push('\\');
                }
                out.push(c);
            }
        }
    }
    out
}

/// Whether `c` between `before` and `after` could mean something: most marks do, some only where a list
/// or an address begins.
fn is_mark(before: &str, c: char, after: &str) -> bool {
    match c {
        '-' | '+' => before.is_empty(),
        '.' => {
            let numbers = before.bytes().all(|byte| byte.is_ascii_digit()) && after.starts_with([' ', '\t']);
            let address = before.len().checked_sub(3).and_then(|at| before.get(at..));
            numbers || address.is_some_and(|word| word.eq_ignore_ascii_case("www"))
        }
        ':' => after.starts_with('/'),
        '/' | '%' | ',' | ';' => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn marks_are_text() {
        assert_eq!(plain("a|b\nc `d` <e> & *f*"), "a&#124;b c &#96;d&#96; &lt;e&gt; &amp; \\*f\\*");
        assert_eq!(plain("[x](http://y) www.z.org"), "\\[x\\]\\(http\\://y\\) www\\.z.org");
        assert_eq!(plain("1. - 2.5 ~~x~~ #3 @me"), "1\\. - 2.5 \\~\\~x\\~\\~ \\#\u{2060}3 @\u{2060}me");
        assert_eq!(plain("- x"), "\\- x");
        assert_eq!(plain("62.69 → 60.6, clients/a.toml:12"), "62.69 → 60.6, clients/a.toml:12");
        assert_eq!(plain("statements[2].balance.cash 650 → 200"), "statements\\[2\\].balance.cash 650 → 200");
    }
}
