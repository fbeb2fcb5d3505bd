//! Charts, drawn once as SVG with real text, for the screen or for print.
//!
//! Each chart is a plain struct with positions and ready-made labels, and one `draw` method from
//! that struct to SVG. Figures are formatted elsewhere: a chart asks for the words of an axis
//! tick through a function that it is given. On the screen the stylesheet paints each shape as most
//! of its kind are, and the others carry CSS classes, so that one drawing serves both colour
//! schemes; for print shapes carry the colours of [`palette`].
//!
//! ```
//! use casebook::pages::chart::{Medium, Spark};
//! let svg = Spark { values: &[Some(1.0), None, Some(2.0)] }.draw(Medium::Screen);
//! assert!(svg.starts_with("<svg"));
//! ```

mod columns;
mod contributions;
mod cycle;
mod drawing;
mod gaps;
mod matrix;
mod names;
pub mod palette;
mod radar;
mod scale;
mod shares;
mod spark;
mod tier_scale;
mod trend;
mod zones;

pub use columns::Columns;
pub use contributions::{Contribution, Contributions};
pub use cycle::{Cycle, CyclePeriod};
pub use gaps::{Gap, Gaps, Mark};
pub use matrix::{Matrix, MatrixPoint};
pub use radar::{Radar, RadarAxis};
pub use shares::{Share, ShareBar, Shares};
pub use spark::Spark;
pub use tier_scale::{TierBand, TierScale};
pub use trend::{Standard, Trend};
pub use zones::{Zone, Zones};

/// Where a chart will be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// A web page: colours come from the stylesheet, the text alternative is inside.
    Screen,
    /// A report on paper: colours are written out; the text alternative is the report's business.
    Print,
}

/// One line or set of columns in a chart.
#[derive(Debug, Clone, Copy)]
pub struct Series<'a> {
    /// One value for each period, or none where the figure does not exist.
    pub values: &'a [Option<f64>],
    /// The values in words, to print at the points; empty for none.
    pub labels: &'a [String],
}

/// Puts an axis value into words.
pub type TickText<'a> = &'a dyn Fn(f64) -> String;

#[cfg(test)]
mod tests;
