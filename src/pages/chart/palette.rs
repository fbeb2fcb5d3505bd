//! The colours of pages, charts and reports, in one table.
//!
//! `templates/style.css` declares the same names as `light-dark(…)` variables; a test here reads
//! them, so that the two cannot drift, and computes the contrast of every pair that is used.
//! Print takes the light scheme.

use super::super::Tone;

/// A colour by its role, in both schemes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Swatch {
    /// The name of the CSS variable, without its dashes.
    pub name: &'static str,
    /// `#rrggbb` on light paper; also the colour in print.
    pub light: &'static str,
    /// `#rrggbb` on dark paper.
    pub dark: &'static str,
}

macro_rules! palette {
    ($($constant:ident $name:literal $light:literal $dark:literal $role:literal;)*) => {
        $(#[doc = $role] pub const $constant: Swatch = Swatch { name: $name, light: $light, dark: $dark };)*

        /// Every colour.
        pub const PALETTE: &[Swatch] = &[$($constant,)*];
    };
}

palette! {
    PAPER "paper" "#ffffff" "#10161f" "The ground of pages.";
    PANEL "panel" "#f4f6f9" "#18212d" "The ground of panels and table heads.";
    INK "ink" "#12213a" "#e8edf4" "Text.";
    MUTED "muted" "#55617a" "#a5b1c4" "Secondary text and axis labels.";
    RULE "rule" "#d3dae4" "#2f3c4e" "Hairlines.";
    EDGE "edge" "#7a879c" "#76849a" "Outlines of controls and axes.";
    ACCENT "accent" "#0b5a78" "#77c7e0" "Links and the brand.";
    GOOD "good" "#1b6a3b" "#74d09b" "Favourable.";
    CAUTION "caution" "#8a5200" "#f0b65e" "Needs attention.";
    BAD "bad" "#a51c2b" "#ff9490" "Unfavourable.";
    GOOD_SOFT "good-soft" "#e6f3eb" "#14291e" "Ground of favourable remarks.";
    CAUTION_SOFT "caution-soft" "#fdf1dc" "#2e2413" "Ground of remarks that need attention.";
    BAD_SOFT "bad-soft" "#fbe9ea" "#351b1e" "Ground of unfavourable remarks.";
    SERIES_1 "s1" "#1f4e8c" "#82b3f0" "First series.";
    SERIES_2 "s2" "#b26200" "#e8a441" "Second series.";
    SERIES_3 "s3" "#1a7d77" "#4fc3b6" "Third series.";
    TRACK "track" "#e3e8ef" "#263243" "What a bar could have reached.";
}

/// The colour of series `number`, counted from 1 and repeating after three.
#[must_use]
pub const fn series(number: u8) -> Swatch {
    match number % 3 {
        1 => SERIES_1,
        2 => SERIES_2,
        _ => SERIES_3,
    }
}

/// The colour of a tone.
#[must_use]
pub const fn tone(tone: Tone) -> Swatch {
    match tone {
        Tone::Neutral => MUTED,
        Tone::Good => GOOD,
        Tone::Caution => CAUTION,
        Tone::Bad => BAD,
    }
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests may stop where they stand, and contrast is a power"
)]
mod tests {
    use super::*;

    const STYLESHEET: &str = include_str!("../../../templates/style.css");

    /// Text on the grounds where it stands: 4.5 to 1.
    const TEXT: &[(Swatch, &[Swatch])] = &[
        (INK, &[PAPER, PANEL, GOOD_SOFT, CAUTION_SOFT, BAD_SOFT, TRACK]),
        (MUTED, &[PAPER, PANEL]),
        (ACCENT, &[PAPER, PANEL, GOOD_SOFT, CAUTION_SOFT, BAD_SOFT]),
        (GOOD, &[PAPER, PANEL, GOOD_SOFT]),
        (CAUTION, &[PAPER, PANEL, CAUTION_SOFT]),
        (BAD, &[PAPER, PANEL, BAD_SOFT]),
        // Badges and chart segments: paper-coloured text on a solid tone.
        (PAPER, &[GOOD, CAUTION, BAD, MUTED, INK]),
    ];

    /// Shapes that carry meaning: 3 to 1.
    const SHAPES: &[(Swatch, &[Swatch])] = &[
        (SERIES_1, &[PAPER, PANEL, TRACK]),
        (SERIES_2, &[PAPER, PANEL, TRACK]),
        (SERIES_3, &[PAPER, PANEL, TRACK]),
        (GOOD, &[PAPER, TRACK]),
        (CAUTION, &[PAPER, TRACK]),
        (BAD, &[PAPER, TRACK]),
        (MUTED, &[PAPER, TRACK]),
        (EDGE, &[PAPER, PANEL]),
    ];

    fn channel(hex: &str) -> f64 {
        let value = f64::from(u8::from_str_radix(hex, 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    }

    fn luminance(colour: &str) -> f64 {
        0.2126 * channel(&colour[1..3]) + 0.7152 * channel(&colour[3..5]) + 0.0722 * channel(&colour[5..7])
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn check(pairs: &[(Swatch, &[Swatch])], least: f64) {
        for (front, grounds) in pairs {
            for ground in *grounds {
                let light = contrast(front.light, ground.light);
                let dark = contrast(front.dark, ground.dark);
                assert!(light >= least, "{} on {} light: {light:.2}", front.name, ground.name);
                assert!(dark >= least, "{} on {} dark: {dark:.2}", front.name, ground.name);
            }
        }
    }

    #[test]
    fn text_has_enough_contrast() {
        check(TEXT, 4.5);
    }

    #[test]
    fn shapes_have_enough_contrast() {
        check(SHAPES, 3.0);
    }

    #[test]
    fn stylesheet_declares_the_palette() {
        for swatch in PALETTE {
            let declared = format!("--{}: light-dark({}, {});", swatch.name, swatch.light, swatch.dark);
            assert!(STYLESHEET.contains(&declared), "style.css lacks `{declared}`");
        }
        assert_eq!(STYLESHEET.matches("light-dark(#").count(), PALETTE.len());
    }
}
