//! Characters that no font holds are told where their author wrote them.

use crate::load::Source;
use crate::render::pdf::named;
use crate::values::problem::SpanRange;
use crate::values::{Code, Place, Problem};

/// Whether `problem` is that no font holds `c`.
pub(super) fn lacks(problem: &Problem, c: char) -> bool {
    problem.code == Code::MissingGlyph && !c.is_ascii() && problem.message.contains(&named(c))
}

/// What the typesetter found, at the first place of `source` that holds such a character; what does not
/// stand there stays where it was found.
pub(super) fn placed(problems: Vec<Problem>, source: &Source) -> Vec<Problem> {
    problems
        .into_iter()
        .map(|problem| if problem.place.span.is_none() { at_source(problem, source) } else { problem })
        .collect()
}

fn at_source(problem: Problem, source: &Source) -> Problem {
    let Some((start, c)) = source.text.char_indices().find(|&(_, c)| lacks(&problem, c)) else { return problem };
    let span = SpanRange { start, end: start + c.len_utf8() };
    Problem { place: Place { file: source.path.clone(), span: Some(span) }, ..problem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_is_told_where_it_is_written() {
        let found = |c| {
            let place = Place { file: "acme-2024-03-31-zh".to_owned(), span: None };
            Problem::new(Code::MissingGlyph, place, format!("no font holds the character {}", named(c)))
        };
        let source = Source::new("clients/acme.toml", "schema = 1\nname = \"李𠮷有限公司\"\n".to_owned());
        let told = placed(vec![found('𠮷'), found('㐂')], &source);
        assert_eq!(told[0].place.file, "clients/acme.toml");
        assert_eq!(told[0].place.span.map(|span| source.slice(span.start..span.end)), Some("𠮷"));
        assert_eq!(told[1].place.file, "acme-2024-03-31-zh");
    }
}
