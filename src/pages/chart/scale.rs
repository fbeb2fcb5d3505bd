//! From values to pixels: linear scales and their ticks.
//!
//! Every value that enters is made finite first, so that no later step can meet NaN or infinity.

/// Values beyond this are drawn at the edge; sums and products of such values stay finite.
const LIMIT: f64 = 1e15;

/// A linear scale from an interval of values to an interval of pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    from: f64,
    to: f64,
}

impl Scale {
    /// A scale that puts `low` at the pixel `from` and `high` at `to`.
    pub(super) fn new(low: f64, high: f64, from: f64, to: f64) -> Self {
        let (low, high) = (finite(low), finite(high));
        let high = if high - low > f64::EPSILON * high.abs().max(1.0) { high } else { low + 1.0 };
        Scale { low, high, from, to }
    }

    /// The pixel of `value`.
    pub(super) fn pixel(&self, value: f64) -> f64 {
        let share = (finite(value) - self.low) / (self.high - self.low);
        self.from + share.clamp(-1.0, 2.0) * (self.to - self.from)
    }
}

/// The value, or the nearest one that can be drawn.
pub(super) fn finite(value: f64) -> f64 {
    if value.is_nan() { 0.0 } else { value.clamp(-LIMIT, LIMIT) }
}

/// The least and the greatest of `values`, or nothing where there are none.
pub(super) fn extent(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.map(finite).fold(None, |extent, value| match extent {
        None => Some((value, value)),
        Some((low, high)) => Some((low.min(value), high.max(value))),
    })
}

/// Round axis values that enclose an interval: three to six of them.
pub(super) struct Ticks {
    first: f64,
    step: f64,
    count: u32,
}

impl Ticks {
    /// Ticks around `low` to `high`.
    pub(super) fn around(low: f64, high: f64) -> Self {
        let (low, high) = (finite(low), finite(high));
        let span = if high > low { high - low } else { high.abs().max(1.0) };
        let step = round_step(span / 4.0);
        let first = (low / step).floor() * step;
        let above = ((high - first) / step).ceil();
        Ticks { first, step, count: count_of(above).clamp(1, 6) }
    }

    /// The lowest tick.
    pub(super) fn low(&self) -> f64 {
        self.first
    }

    /// The highest tick.
    pub(super) fn high(&self) -> f64 {
        self.first + self.step * f64::from(self.count)
    }

    /// Every tick, rising.
    pub(super) fn values(&self) -> impl Iterator<Item = f64> {
        let (first, step) = (self.first, self.step);
        (0..=self.count).map(move |index| {
            let value = first + step * f64::from(index);
            // 0.1 × 3 − 0.3 is not 0: a tick that is all but zero is meant to be zero.
            if value.abs() < step * 1e-6 { 0.0 } else { value }
        })
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=100")]
fn count_of(steps: f64) -> u32 {
    steps.clamp(0.0, 100.0) as u32
}

/// The smallest of 1, 2, 2.5, 5 and 10 times a power of ten that is at least `step`.
fn round_step(step: f64) -> f64 {
    let mut power = 1.0;
    while power * 10.0 < step {
        power *= 10.0;
    }
    while power > step && power > 1e-9 {
        power /= 10.0;
    }
    for factor in [1.0, 2.0, 2.5, 5.0] {
        if power * factor >= step {
            return power * factor;
        }
    }
    power * 10.0
}
