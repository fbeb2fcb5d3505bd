//! What surrounds a client's tier, score and limits, as far as it differs between two states: what we
//! know, what the client owes us, caps, overrides, documents, blocks and the watch list.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::kinds::client::record::{Block, Cap, Decision, Receivables, Record, Watch};
use crate::kinds::compare::{Pair, Turn, turns};

/// What differs around a client's standing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Circumstances {
    /// The industries, where they differ: the model may score them otherwise.
    pub industry: Option<Pair<String>>,
    /// The latest assessed periods, where they differ.
    pub period: Option<Pair<Option<String>>>,
    /// The tiers before caps, where they differ.
    pub tier_before_caps: Option<Pair<Option<String>>>,
    /// The shares of the weight that could be scored, where they differ.
    pub coverage: Option<Pair<Option<Decimal>>>,
    /// Amounts of the trade that differ.
    pub amounts: Vec<AmountChange>,
    /// Caps that began or ceased to fire.
    pub caps: Vec<CapChange>,
    /// Overrides that began or ended.
    pub overrides: Vec<OverrideChange>,
    /// What began or ceased to block further credit.
    pub blocks: Vec<BlockChange>,
    /// Entries of the watch list that began or ended.
    pub watch: Vec<WatchChange>,
    /// Documents whose state differs.
    pub documents: Vec<DocumentChange>,
}

/// An amount of the trade that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AmountChange {
    /// Which one.
    pub of: Amount,
    /// The amounts, in base units of the trade's currency; none where a state does not tell.
    #[serde(flatten)]
    pub amount: Pair<Option<Decimal>>,
}

/// An amount of the trade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Amount {
    /// What we could lose.
    Exposure,
    /// What is past due.
    Overdue,
    /// What is past due for more than 90 days.
    OverdueOver90,
    /// What is disputed.
    Disputed,
    /// What we expect to lose.
    LossAllowance,
}

impl Amount {
    /// Every amount, in the order of print.
    const ALL: [Amount; 5] =
        [Amount::Exposure, Amount::Overdue, Amount::OverdueOver90, Amount::Disputed, Amount::LossAllowance];

    /// The amount of the client of `record`.
    fn of(self, record: &Record) -> Option<Decimal> {
        let owed = record.receivables.as_ref();
        match self {
            Amount::Exposure => record.limit.as_ref()?.exposure,
            Amount::Overdue => owed.and_then(Receivables::overdue),
            Amount::OverdueOver90 => owed.map(|owed| owed.overdue_over_90),
            Amount::Disputed => owed.map(|owed| owed.disputed),
            Amount::LossAllowance => owed?.loss_allowance,
        }
    }
}

/// A cap that began or ceased to fire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CapChange {
    /// Which of the two.
    pub turn: Turn,
    /// The cap.
    #[serde(flatten)]
    pub cap: Cap,
}

/// An override that began or ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OverrideChange {
    /// Which of the two.
    pub turn: Turn,
    /// The decision.
    #[serde(flatten)]
    pub decision: Decision,
}

/// What began or ceased to block further credit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BlockChange {
    /// Which of the two.
    pub turn: Turn,
    /// Whether the other state does not tell, so that it may have blocked credit there too.
    pub unknown: bool,
    /// The block.
    #[serde(flatten)]
    pub block: Block,
}

/// An entry of the watch list that began or ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WatchChange {
    /// Which of the two.
    pub turn: Turn,
    /// The entry.
    #[serde(flatten)]
    pub entry: Watch,
}

/// A document whose state differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentChange {
    /// Its kind.
    pub kind: String,
    /// Its states; none where the model does not require it.
    pub state: Pair<Option<String>>,
}

impl Circumstances {
    /// What differs between `old` and `new`. Where a state names no industry, they are not compared.
    pub(super) fn between(old: &Record, new: &Record) -> Self {
        let caps = turns(&old.caps, &new.caps, |cap| cap.id.clone());
        let blocks = turns(old.blocks(), new.blocks(), |block| block.reason.clone());
        let watch = turns(&old.watch, &new.watch, |entry| entry.since.clone());
        Circumstances {
            industry: Pair::differing(old.industry.clone(), new.industry.clone()).filter(|pair| !pair.old.is_empty()),
            period: Pair::differing(old.period().map(ToOwned::to_owned), new.period().map(ToOwned::to_owned)),
            tier_before_caps: Pair::differing(old.tier_before_caps.clone(), new.tier_before_caps.clone()),
            coverage: Pair::differing(old.coverage, new.coverage),
            amounts: amounts(old, new),
            caps: caps.into_iter().map(|(turn, cap)| CapChange { turn, cap }).collect(),
            overrides: overrides(old, new),
            blocks: blocks
                .into_iter()
                .map(|(turn, block)| {
                    let other = if turn == Turn::Ended { new } else { old };
                    BlockChange { turn, unknown: other.leaves_open(&block.reason), block }
                })
                .collect(),
            watch: watch.into_iter().map(|(turn, entry)| WatchChange { turn, entry }).collect(),
            documents: documents(old, new),
        }
    }

    /// Whether nothing differs.
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn amounts(old: &Record, new: &Record) -> Vec<AmountChange> {
    let change = |of: Amount| Some(AmountChange { of, amount: Pair::differing(of.of(old), of.of(new))? });
    Amount::ALL.into_iter().filter_map(change).collect()
}

/// An override is another where day, tiers or end are: its wording may be in another language.
fn overrides(old: &Record, new: &Record) -> Vec<OverrideChange> {
    let in_force = |record: &Record| record.override_in_force().cloned().into_iter().collect::<Vec<_>>();
    let what = |decision: &Decision| (decision.date.clone(), decision.to.clone(), decision.until.clone());
    let turned = turns(&in_force(old), &in_force(new), what);
    turned.into_iter().map(|(turn, decision)| OverrideChange { turn, decision }).collect()
}

/// Documents by kind; where the model requires a kind twice, by their order within it.
fn documents(old: &Record, new: &Record) -> Vec<DocumentChange> {
    let state = |record: &Record, kind: &str, nth: usize| {
        let of_kind = record.credit_file.iter().filter(|document| document.kind == kind);
        of_kind.map(|document| document.state.clone()).nth(nth)
    };
    let mut seen: Vec<(&str, usize)> = Vec::new();
    for list in [&new.credit_file, &old.credit_file] {
        for (at, document) in list.iter().enumerate() {
            let nth = list[..at].iter().filter(|other| other.kind == document.kind).count();
            let key = (document.kind.as_str(), nth);
            if !seen.contains(&key) {
                seen.push(key);
            }
        }
    }
    let change = |(kind, nth): (&str, usize)| {
        let state = Pair::differing(state(old, kind, nth), state(new, kind, nth))?;
        Some(DocumentChange { kind: kind.to_owned(), state })
    };
    seen.into_iter().filter_map(change).collect()
}
