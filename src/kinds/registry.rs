//! The kinds of case that there are: one line each.

use serde_json::Value;

use super::client::Clients;
use super::kind::{CaseKind, KindNames};
use super::survey::Surveys;
use crate::load::shape::schema;
use crate::measures::Measure;

/// Is shown every kind in turn.
pub trait Visitor {
    /// Why to stop.
    type Stop;

    /// Visits one kind.
    ///
    /// # Errors
    /// Whatever stops the visitor.
    fn visit<K: CaseKind>(&mut self) -> Result<(), Self::Stop>;
}

/// What can be said of a kind without its types.
#[derive(Debug, Clone, Copy)]
pub struct KindInfo {
    /// How it is called.
    pub names: KindNames,
    /// The endings of files that may lie beside its cases.
    pub companions: &'static [&'static str],
    /// What its cases are measured by.
    pub measures: &'static [Measure],
    /// The JSON Schema of its files.
    pub schema: fn() -> Value,
}

impl KindInfo {
    const fn of<K: CaseKind>() -> Self {
        KindInfo { names: K::NAMES, companions: K::COMPANIONS, measures: K::MEASURES, schema: schema::<K::File> }
    }

    /// The kind that commands call `name`.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static KindInfo> {
        KINDS.iter().find(|kind| kind.names.name == name)
    }
}

macro_rules! kinds {
    ($($kind:ty,)*) => {
        /// Every kind, in the order of the navigation.
        pub const KINDS: &[KindInfo] = &[$(KindInfo::of::<$kind>(),)*];

        /// Shows every kind to `visitor`, in the order of the navigation.
        ///
        /// # Errors
        /// What the visitor says.
        pub fn each<V: Visitor>(visitor: &mut V) -> Result<(), V::Stop> {
            $(visitor.visit::<$kind>()?;)*
            Ok(())
        }
    };
}

kinds! {
    Clients,
    Surveys,
}
