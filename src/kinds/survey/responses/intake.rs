//! What becomes of a respondent: whom it belongs to, whether it was seen before, and what is
//! noticed about it.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use jiff::civil::Date;

use crate::kinds::survey::case::{Group, Instrument, Wave};
use crate::kinds::survey::tally::{Counter, OwnWeights, Row, Tallies, Tally};
use crate::values::Text;

/// Takes respondents in, one after the other.
pub(super) struct Intake<'i> {
    instrument: &'i Instrument,
    counter: Counter<'i>,
    tallies: Tallies,
    /// The waves, and those that only the answers know.
    waves: Vec<Wave>,
    /// Whether the file says which waves there are.
    waves_are_known: bool,
    groups: Vec<Group>,
    /// Hashes of the respondents of each wave: 64 bits each, so that a million take little memory.
    seen: BTreeSet<u64>,
    weights: Vec<i64>,
}

/// Who a respondent is.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Respondent<'r> {
    /// Tells respondents of a wave apart; empty where unknown.
    pub name: &'r str,
    /// The value of the column `group`, or empty.
    pub group: &'r str,
    /// The value of the column `wave`, or empty.
    pub wave: &'r str,
    /// The day of the answers.
    pub date: Option<Date>,
}

/// What is wrong with a respondent, so that it is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Refusal {
    /// The wave that it names is not among those of the file.
    UnknownWave,
    /// Its date lies in no wave.
    NoWave,
    /// It has answered in this wave before.
    SeenBefore,
}

/// What is noticed about a respondent who is counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Noticed {
    /// Its own weights could not be used.
    pub weights_dropped: bool,
    /// All its answers are alike.
    pub straight: bool,
}

impl<'i> Intake<'i> {
    pub(super) fn new(instrument: &'i Instrument, waves: &[Wave], groups: &[Group]) -> Self {
        let tallies = Tallies {
            whole: Tally::new(instrument),
            waves: waves.iter().map(|_| Tally::new(instrument)).collect(),
            groups: groups.iter().map(|_| Tally::new(instrument)).collect(),
            ..Tallies::default()
        };
        Intake {
            instrument,
            counter: Counter::new(instrument),
            tallies,
            waves: waves.to_vec(),
            waves_are_known: !waves.is_empty(),
            groups: groups.to_vec(),
            seen: BTreeSet::new(),
            weights: Vec::new(),
        }
    }

    /// A row was read, whatever becomes of it.
    pub(super) fn read(&mut self) {
        self.tallies.log.rows += 1;
    }

    /// The row just read is left out.
    pub(super) fn leave_out(&mut self) {
        self.tallies.log.left_out += 1;
    }

    /// Counts a respondent.
    ///
    /// # Errors
    /// Why it is left out.
    pub(super) fn take(&mut self, respondent: Respondent<'_>, row: &Row) -> Result<Noticed, Refusal> {
        let wave = self.wave(respondent)?;
        if !respondent.name.is_empty() && !self.seen.insert(hash(respondent.name, wave)) {
            return Err(Refusal::SeenBefore);
        }
        if !self.counter.counts(row) {
            self.tallies.log.incomplete += 1;
            return Ok(Noticed::default());
        }
        let group = (!respondent.group.is_empty()).then(|| self.group(respondent.group));
        let own = self.counter.weights(row, &mut self.weights);
        let straight = is_straight(row);
        let log = &mut self.tallies.log;
        log.weights_dropped += u64::from(own == OwnWeights::Dropped);
        log.weights_rescaled += u64::from(own == OwnWeights::Rescaled);
        log.straight += u64::from(straight);
        let wave = wave.and_then(|at| self.tallies.waves.get_mut(at));
        let group = group.and_then(|at| self.tallies.groups.get_mut(at));
        let mut parts: [Option<&mut Tally>; 3] = [Some(&mut self.tallies.whole), wave, group];
        let mut parts: Vec<&mut Tally> = parts.iter_mut().filter_map(Option::take).collect();
        self.counter.add(row, &self.weights, &mut parts);
        Ok(Noticed { weights_dropped: own == OwnWeights::Dropped, straight })
    }

    /// The tallies, and the waves and groups that they are about.
    pub(super) fn finish(self) -> (Tallies, Vec<Wave>, Vec<Group>) {
        (self.tallies, self.waves, self.groups)
    }

    /// The respondent's wave: the one it names, or the one in which its date lies.
    fn wave(&mut self, respondent: Respondent<'_>) -> Result<Option<usize>, Refusal> {
        let named = self.waves.iter().position(|wave| wave.id == respondent.wave);
        if !respondent.wave.is_empty() {
            return match named {
                Some(at) => Ok(Some(at)),
                None if self.waves_are_known => Err(Refusal::UnknownWave),
                None => {
                    let id = respondent.wave.to_owned();
                    self.waves.push(Wave { name: Text::same(&id), id, days: None });
                    self.tallies.waves.push(Tally::new(self.instrument));
                    Ok(Some(self.waves.len() - 1))
                }
            };
        }
        let Some(date) = respondent.date.filter(|_| self.waves_are_known) else { return Ok(None) };
        let holds = |wave: &Wave| wave.days.is_some_and(|(from, to)| (from..=to).contains(&date));
        self.waves.iter().position(holds).map(Some).ok_or(Refusal::NoWave)
    }

    fn group(&mut self, id: &str) -> usize {
        if let Some(at) = self.groups.iter().position(|group| group.id == id) {
            return at;
        }
        self.groups.push(Group { id: id.to_owned(), name: Text::same(id) });
        self.tallies.groups.push(Tally::new(self.instrument));
        self.groups.len() - 1
    }
}

fn hash(name: &str, wave: Option<usize>) -> u64 {
    // The same in every run: its keys are fixed.
    let mut hasher = DefaultHasher::new();
    (name, wave).hash(&mut hasher);
    hasher.finish()
}

/// Whether a respondent gave one and the same answer to every item it answered, at least five of
/// them; a reversed item shows an honest respondent.
fn is_straight(row: &Row) -> bool {
    let mut answers = row.perceived.iter().chain(&row.expected).flatten();
    let Some(first) = answers.next() else { return false };
    let mut more = 0;
    for answer in answers {
        if answer != first {
            return false;
        }
        more += 1;
    }
    more >= 4
}
