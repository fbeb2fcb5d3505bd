//! What a client file may say of the client's place in the portfolio: how it is watched, and how it
//! ended (SCOPE C11).

use schemars::JsonSchema;
use serde::Deserialize;

use crate::load::fields::{Amount, Day};
use crate::values::Text;

/// An entry of the watch list.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WatchFile {
    /// The day from which the client is watched.
    pub since: Day,
    /// The last day on which it was watched; absent while it is.
    pub until: Option<Day>,
    /// What put it on the list.
    pub trigger: Text,
    /// Who answers for the plan.
    pub owner: Text,
    /// What is done.
    pub plan: Text,
    /// What must have happened for it to leave the list.
    pub exit: Text,
}

/// How the trade with a client ended.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OutcomeFile {
    /// What happened.
    pub kind: OutcomeKind,
    /// When.
    pub date: Day,
    /// What was lost, in the unit of the trade; unknown where absent.
    pub loss: Option<Amount>,
    /// Remarks.
    pub note: Option<Text>,
}

/// How the trade with a client can end badly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeKind {
    /// It did not pay, by our definition of default 违约.
    Default,
    /// What it owed was written off 核销.
    WriteOff,
}
