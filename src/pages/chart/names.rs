//! Names below a horizontal axis: where not all have room, evenly spaced ones up to the last.

use super::drawing::{Anchor, Drawing, Paint, Type, width_of};

/// Draws `names` with their base line at `y`, each in the middle of `x` of its place; two neighbours are
/// `pitch` apart and want `gap` between their letters.
pub(super) fn draw(drawing: &mut Drawing, names: &[&str], y: f64, (pitch, gap): (f64, f64), x: impl Fn(usize) -> f64) {
    let step = names.iter().map(|name| step_for(width_of(name, Type::Small) + gap, pitch)).max().unwrap_or(1);
    for at in shown(names.len(), step) {
        drawing.text((x(at), y), Anchor::Middle, Type::Small, Paint::Muted, names[at]);
    }
}

/// How many places apart names of `width` must stand.
fn step_for(width: f64, pitch: f64) -> usize {
    let fits = |step: &u16| f64::from(*step) * pitch.max(1.0) >= width;
    usize::from((1..1000).find(fits).unwrap_or(1000))
}

/// The places of `count` names that are shown, all equally far apart and at least `step`: from the first to the
/// last where a step divides the way, or else back from the last.
fn shown(count: usize, step: usize) -> Vec<usize> {
    let Some(last) = count.checked_sub(1) else { return Vec::new() };
    let step = (step..=2 * step).find(|step| last.is_multiple_of(*step)).unwrap_or(step);
    (last % step..=last).step_by(step).collect()
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn the_last_is_shown_and_the_others_evenly_before_it() {
        assert_eq!(shown(15, 2), [0, 2, 4, 6, 8, 10, 12, 14]);
        assert_eq!(shown(14, 2), [1, 3, 5, 7, 9, 11, 13]);
        assert_eq!(shown(12, 2), [1, 3, 5, 7, 9, 11]);
        assert_eq!(shown(16, 2), [0, 3, 6, 9, 12, 15]);
        assert_eq!((shown(5, 1), shown(2, 1)), (vec![0, 1, 2, 3, 4], vec![0, 1]));
        assert_eq!((shown(3, 9), shown(1, 1), shown(0, 1)), (vec![2], vec![0], vec![]));
    }

    #[test]
    fn those_shown_are_as_far_apart_as_they_must_be() {
        for count in 2..60 {
            for step in 1..count {
                let shown = shown(count, step);
                assert_eq!(shown.last(), Some(&(count - 1)), "{count} {step}");
                let ways: Vec<_> = shown.windows(2).map(|pair| pair[1] - pair[0]).collect();
                assert!(ways.iter().all(|&way| way >= step && way == ways[0]), "{count} {step}: {shown:?}");
            }
        }
    }
}
