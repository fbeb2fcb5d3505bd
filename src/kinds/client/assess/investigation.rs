//! What we found out, subject by subject: how old it is, how many channels tell it independently of
//! each other, and where sources contradict each other (SCOPE C5).

use jiff::civil::Date;

use crate::kinds::client::case::dossier::{Dossier, Fact};
use crate::values::period::days_between;

/// All facts about one subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// What they are about.
    pub subject: String,
    /// Places among the client's facts, latest first.
    pub facts: Vec<usize>,
    /// How many channels tell it: two departments of one firm are not two witnesses.
    pub channels: usize,
    /// Days since the latest of them.
    pub age: i64,
    /// Whether two sources give different values.
    pub contradicted: bool,
}

/// The subjects of `dossier` at `as_of`, in the order in which the file first names them.
#[must_use]
pub fn investigation(dossier: &Dossier, as_of: Date) -> Vec<Subject> {
    let known: Vec<_> = dossier.facts.iter().enumerate().filter(|(_, fact)| fact.date <= as_of).collect();
    let mut names: Vec<&str> = Vec::new();
    for (_, fact) in &known {
        if !names.contains(&fact.subject.as_str()) {
            names.push(&fact.subject);
        }
    }
    names.into_iter().filter_map(|name| subject(name, &known, as_of)).collect()
}

fn subject(name: &str, known: &[(usize, &Fact)], as_of: Date) -> Option<Subject> {
    let mut facts: Vec<_> = known.iter().filter(|(_, fact)| fact.subject == name).copied().collect();
    facts.sort_by_key(|(_, fact)| std::cmp::Reverse(fact.date));
    let mut channels: Vec<_> = facts.iter().map(|(_, fact)| fact.channel).collect();
    channels.sort();
    channels.dedup();
    Some(Subject {
        subject: name.to_owned(),
        channels: channels.len(),
        age: days_between(facts.first()?.1.date, as_of),
        contradicted: contradicted(&facts),
        facts: facts.into_iter().map(|(at, _)| at).collect(),
    })
}

/// Whether the latest values of two sources differ; a source that corrects itself does not contradict.
fn contradicted(latest_first: &[(usize, &Fact)]) -> bool {
    let mut latest: Vec<&Fact> = Vec::new();
    for (_, fact) in latest_first.iter().filter(|(_, fact)| !fact.value.is_empty()) {
        if latest.iter().all(|known| (known.channel, &known.source) != (fact.channel, &fact.source)) {
            latest.push(fact);
        }
    }
    latest.windows(2).any(|pair| pair[0].value != pair[1].value)
}
