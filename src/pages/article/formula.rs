//! Formulas: from `LaTeX` to `MathML` by `pulldown-latex`, without the inline styles that a strict
//! content security policy forbids, and to a tree for print.

use pulldown_latex::config::DisplayMode;
use pulldown_latex::{Parser, RenderConfig, Storage, push_mathml};
use serde::Serialize;

use super::Notation;

/// A formula.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Formula {
    /// As the author wrote it, without its dollar signs.
    pub tex: String,
    /// As a `math` element; empty where the formula cannot be read. Trusted.
    #[serde(skip)]
    pub mathml: String,
    /// As a tree; empty where the formula cannot be read.
    pub notation: Notation,
}

impl Formula {
    /// The formula `tex`, on a line of its own or within one.
    #[must_use]
    pub fn new(tex: &str, own_line: bool) -> Self {
        let (mathml, notation) = read(tex, own_line).unwrap_or_default();
        Formula { tex: tex.trim().to_owned(), mathml, notation }
    }

    /// Whether it could be read.
    #[must_use]
    pub const fn is_sound(&self) -> bool {
        !self.mathml.is_empty()
    }
}

fn read(tex: &str, own_line: bool) -> Option<(String, Notation)> {
    // Deep nesting is no formula, and would be a deep recursion.
    if tex.len() > 4000 || depth(tex) > 40 {
        return None;
    }
    let storage = Storage::new();
    let events: Vec<_> = Parser::new(tex, &storage).collect::<Result<_, _>>().ok()?;
    let config = RenderConfig {
        display_mode: if own_line { DisplayMode::Block } else { DisplayMode::Inline },
        ..RenderConfig::default()
    };
    let notation = Notation::read(&events)?;
    let mut out = String::new();
    push_mathml(&mut out, events.into_iter().map(Ok::<_, std::convert::Infallible>), config).ok()?;
    Some((without_styles(&out), notation))
}

/// How deep braces are nested.
fn depth(tex: &str) -> usize {
    let (mut depth, mut most) = (0_usize, 0);
    for byte in tex.bytes() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        most = most.max(depth);
    }
    most
}

/// `html` without its `style` attributes. Text cannot hold one: quotes and angles are escaped there.
fn without_styles(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(" style=\"") {
        out.push_str(&rest[..at]);
        let after = &rest[at + 8..];
        rest = after.find('"').map_or("", |end| &after[end + 1..]);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_lessons_use() {
        for tex in [
            r"\text{速动比率} = \frac{\text{速动资产}}{\text{流动负债}}",
            r"\alpha = \frac{k}{k-1}\left(1 - \frac{\sum s_i^2}{s_t^2}\right)",
            r"\bar{x} \pm t \times \frac{s}{\sqrt{n}} \quad \max_{i} u_i \%",
        ] {
            let formula = Formula::new(tex, true);
            assert!(formula.mathml.starts_with("<math"), "{tex}: {}", formula.mathml);
            assert!(!formula.mathml.contains("style="), "{}", formula.mathml);
        }
    }

    #[test]
    fn the_tree_says_what_the_author_wrote() {
        let sign = |text: &str| Notation::Sign { text: text.to_owned() };
        let number = |text: &str| Notation::Number { text: text.to_owned() };
        let fraction = Notation::Fraction { over: Box::new(sign("a")), under: Box::new(number("12")), line: true };
        assert_eq!(Formula::new(r"\frac{a}{12}", true).notation, fraction);
        let scripts = Notation::Scripts {
            base: Box::new(sign("x")),
            below: Some(Box::new(sign("i"))),
            above: Some(Box::new(number("2"))),
            place: "right",
        };
        assert_eq!(Formula::new("x_i^2", false).notation, scripts);
        let grid =
            Notation::Grid { rows: vec![vec![sign("a"), number("1")], vec![sign("b"), number("2")]], kind: "matrix" };
        assert_eq!(Formula::new(r"\begin{matrix} a & 1 \\ b & 2 \\ \end{matrix}", false).notation, grid);
    }

    #[test]
    fn what_cannot_be_read_says_so() {
        for tex in [r"\frac{1}{", r"\nonsense", &"{".repeat(5000)] {
            assert!(!Formula::new(tex, false).is_sound(), "{tex}");
        }
        assert!(!Formula::new("<script>a</script>", false).mathml.contains("<script"));
    }
}
