//! From figures to blocks, the same way for every kind: how a unit is printed, how a formula is
//! written out, where a key path stands.

mod collation;
pub mod csv;
mod explained;
pub mod figure;
pub mod tables;
mod told;
pub mod trace;

pub use collation::Collation;
pub use explained::{Explained, ExplainedFigure, ExplainedInput, ExplainedPart};
pub use figure::{
    amount_unit, as_printed, axis, change, figure, money, points, unit_after, unit_name, value, with_unit,
};
pub use told::told;
pub use trace::{Calculation, Leads, Places, Trace, derivation, derivation_fragment, derived, derived_inputs, missing};
