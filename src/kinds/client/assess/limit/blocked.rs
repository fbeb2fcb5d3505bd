//! What blocks a client from further credit, in short: for lists, which show no amounts.

use super::{Block, Untold};
use crate::values::Words;

/// Why a client gets no further credit, in short.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Blocked {
    /// The exposure is above the limit in force.
    pub over_limit: bool,
    /// A temporary limit that would have covered it has ended.
    pub ended: bool,
    /// The tier allows no credit.
    pub cash_only: bool,
    /// Days past due of the oldest item, where the model allows fewer.
    pub overdue: Option<u32>,
    /// What would have to be known to say that nothing else does.
    pub untold: Untold,
}

impl Blocked {
    /// What `blocks` say, without their amounts, beside what the file leaves `untold`.
    #[must_use]
    pub fn of(blocks: &[Block], untold: Untold) -> Self {
        let mut blocked = Blocked { untold, ..Blocked::default() };
        for block in blocks {
            match block {
                Block::OverLimit { ended, .. } => (blocked.over_limit, blocked.ended) = (true, ended.is_some()),
                Block::CashOnly => blocked.cash_only = true,
                Block::Overdue { days, .. } => blocked.overdue = Some(u32::try_from(*days).unwrap_or(u32::MAX)),
            }
        }
        blocked
    }

    /// Whether anything blocks further credit.
    #[must_use]
    pub fn is_blocked(self) -> bool {
        self.reasons().next().is_some()
    }

    /// Whether nobody knows, as nothing that is known blocks and something is not known.
    #[must_use]
    pub fn is_unknown(self) -> bool {
        !self.is_blocked() && self.untold.any()
    }

    /// The reasons that hold: the name of each in data, and in a word or two.
    pub fn reasons(self) -> impl Iterator<Item = (&'static str, Words)> {
        let reasons = [
            (self.over_limit, "over_limit", Words { zh: "超限额", en: "over limit" }),
            (self.cash_only, "cash_only", Words { zh: "只做现款", en: "cash only" }),
            (self.overdue.is_some(), "overdue", Words { zh: "逾期过久", en: "long overdue" }),
        ];
        reasons.into_iter().filter(|(holds, ..)| *holds).map(|(_, name, words)| (name, words))
    }
}
