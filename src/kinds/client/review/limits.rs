//! How limits are used: breaches, who is blocked and why, grants above what the model recommends, and
//! temporary limits.

use rust_decimal::Decimal;

use super::track::{Standing, Track};
use super::words as w;
use super::{LARGEST, NAMED, Pack, share};
use crate::kinds::client::assess::Blocked;
use crate::kinds::client::portfolio::Row;
use crate::pages::{Block, Column, Fact, Section, Tone};
use crate::present::tables::{facts, row, section, sentence, table, toned};

/// A client whose limit in force is above what the model recommends.
struct Generous<'a> {
    row: &'a Row,
    now: &'a Standing,
    granted: Decimal,
    recommended: Decimal,
}

impl Generous<'_> {
    fn above(&self) -> Decimal {
        self.granted - self.recommended
    }
}

impl Track {
    /// The limit in force and the one that the model recommends, where there are both.
    #[must_use]
    pub fn limits(&self) -> Option<(Decimal, Decimal)> {
        self.latest()?.limit.zip(self.recommended)
    }
}

impl Pack<'_> {
    pub(super) fn limits(&self) -> Section {
        let standings = || self.tracks().filter_map(Track::latest);
        let sum: Decimal = standings().filter_map(|now| now.limit).sum();
        let limited = standings().filter(|now| now.limit.is_some());
        let used: Decimal = limited.clone().filter_map(|now| now.exposure).sum();
        let both = self.tracks().filter_map(Track::limits);
        let above = both.clone().filter(|(granted, recommended)| granted > recommended).count();
        let blocked = self.tracks().filter(|track| track.blocked.is_blocked()).count();
        let unknown = self.tracks().filter(|track| track.blocked.is_unknown()).count();
        let blocked = match unknown {
            0 => blocked.to_string(),
            _ => self.tell(w::BLOCKED_UNKNOWN, &[&blocked.to_string(), &self.clients(unknown)]),
        };
        let figures = vec![
            Fact::new(self.say(w::WITH_LIMIT), limited.count().to_string()),
            Fact::new(self.say(w::SUM_LIMITS), format!("{} {}", self.money(sum), self.unit())),
            Fact::new(self.say(w::USE), share(used, sum)),
            Fact::new(self.say(w::GENEROUS), self.tell(w::OF, &[&above.to_string(), &both.count().to_string()])),
            Fact::new(self.say(w::BLOCKED), blocked),
        ];
        let mut blocks: Vec<Block> = facts(figures).into_iter().collect();
        blocks.push(self.breaches());
        blocks.extend(self.blocked());
        blocks.extend(self.generous());
        blocks.extend(self.temporary());
        section("limits", self.say(w::LIMITS), blocks)
    }

    fn breaches(&self) -> Block {
        let mut over: Vec<_> = self
            .rows
            .iter()
            .filter_map(|(row, track)| Some((*row, track.latest()?)))
            .filter(|(_, now)| now.over_limit() > Decimal::ZERO)
            .collect();
        if over.is_empty() {
            return sentence(self.say(w::NO_BREACH));
        }
        over.sort_by(|a, b| b.1.over_limit().cmp(&a.1.over_limit()).then_with(|| a.0.id.cmp(&b.0.id)));
        let columns = vec![
            Column::text(self.say(w::CLIENT)).wide(4),
            Column::text(self.say(w::TIER)),
            Column::number(self.say(w::EXPOSURE)),
            Column::number(self.say(w::LIMIT)),
            Column::number(self.say(w::OVER)),
            Column::number(self.say(w::USE)),
        ];
        let count = over.len();
        let rows = over.into_iter().take(NAMED).map(|(client, now)| {
            let limit = now.limit.unwrap_or_default();
            row(vec![
                self.client(client),
                self.tier(now.tier).into(),
                self.money_or_none(now.exposure).into(),
                self.money(limit).into(),
                toned(self.money(now.over_limit()), Tone::Bad),
                share(now.exposure.unwrap_or_default(), limit).into(),
            ])
        });
        let caption = format!("{} ({})", self.say(w::BREACHES), self.unit());
        self.listing(table("breaches", caption, columns, rows.collect()), count)
    }

    /// The clients that get no further credit and why, the largest exposure first.
    fn blocked(&self) -> Option<Block> {
        let exposure = |track: &Track| track.latest().and_then(|now| now.exposure);
        let mut blocked: Vec<_> = self.rows.iter().filter(|(_, track)| track.blocked.is_blocked()).collect();
        blocked.sort_by(|a, b| exposure(b.1).cmp(&exposure(a.1)).then_with(|| a.0.id.cmp(&b.0.id)));
        let columns = vec![
            Column::text(self.say(w::CLIENT)).wide(8),
            Column::text(self.say(w::TIER)).wide(2),
            Column::number(self.say(w::EXPOSURE)).wide(3),
            Column::text(self.say(w::WHY)).wide(12),
        ];
        let rows: Vec<_> = blocked
            .iter()
            .take(NAMED)
            .map(|(client, track)| {
                row(vec![
                    self.client(client),
                    self.tier(track.latest().map_or(0, |now| now.tier)).into(),
                    self.money_or_none(exposure(track)).into(),
                    self.why_blocked(track.blocked).into(),
                ])
            })
            .collect();
        let caption = format!("{} ({})", self.say(w::BLOCKED), self.unit());
        (!blocked.is_empty()).then(|| self.listing(table("blocked", caption, columns, rows), blocked.len()))
    }

    fn why_blocked(&self, blocked: Blocked) -> String {
        let allowed = self.edition.model.limit.as_ref().and_then(|rules| rules.block_overdue_days);
        let allowed = allowed.map_or_else(String::new, |days| days.to_string());
        let over = if blocked.ended { w::OVER_SINCE_ENDED } else { w::OVER_LIMIT };
        let whys = [
            blocked.over_limit.then(|| self.say(over)),
            blocked.cash_only.then(|| self.say(w::CASH_ONLY)),
            blocked.overdue.map(|days| self.tell(w::OVERDUE_DAYS, &[&days.to_string(), &allowed])),
        ];
        whys.into_iter().flatten().collect::<Vec<_>>().join(self.semicolon())
    }

    /// Limits above the recommendation, the largest difference first.
    fn generous(&self) -> Option<Block> {
        let mut generous: Vec<Generous<'_>> = self
            .rows
            .iter()
            .filter_map(|(row, track)| {
                let (granted, recommended) = track.limits()?;
                Some(Generous { row, now: track.latest()?, granted, recommended })
            })
            .filter(|client| client.above() > Decimal::ZERO)
            .collect();
        generous.sort_by(|a, b| b.above().cmp(&a.above()).then_with(|| a.row.id.cmp(&b.row.id)));
        let columns = vec![
            Column::text(self.say(w::CLIENT)).wide(8),
            Column::text(self.say(w::TIER)).wide(2),
            Column::number(self.say(w::GRANTED)).wide(3),
            Column::number(self.say(w::RECOMMENDED)).wide(4),
            Column::number(self.say(w::DIFFERENCE)).wide(3),
            Column::number(self.say(w::EXPOSURE)).wide(3),
        ];
        let rows = generous.iter().take(LARGEST).map(|client| {
            row(vec![
                self.client(client.row),
                self.tier(client.now.tier).into(),
                self.money(client.granted).into(),
                self.money(client.recommended).into(),
                toned(self.money(client.above()), Tone::Caution),
                self.money_or_none(client.now.exposure).into(),
            ])
        });
        let caption = format!("{} ({})", self.say(w::GENEROUS), self.unit());
        let mut named = table("generous", caption, columns, rows.collect());
        let notes = [self.say(w::GENEROUS_NOTE), self.more_than(LARGEST, generous.len())];
        named.note = notes.into_iter().filter(|note| !note.is_empty()).collect::<Vec<_>>().join(" ");
        (!generous.is_empty()).then_some(Block::Table(named))
    }

    fn temporary(&self) -> Option<Block> {
        let soon = self.edition.as_of.checked_add(jiff::Span::new().days(90)).unwrap_or(self.edition.as_of);
        let mut limited: Vec<_> = self
            .rows
            .iter()
            .filter_map(|(client, track)| track.latest().and_then(|now| Some((*client, now, now.limit_until?))))
            .collect();
        limited.sort_by(|a, b| a.2.cmp(&b.2).then_with(|| a.0.id.cmp(&b.0.id)));
        let columns = vec![
            Column::text(self.say(w::CLIENT)).wide(4),
            Column::number(self.say(w::LIMIT)),
            Column::number(self.say(w::EXPOSURE)),
            Column::text(self.say(w::UNTIL)).wide(2),
            Column::text(self.say(w::STATUS)).wide(2),
        ];
        let rows = limited.iter().take(NAMED).map(|(client, now, until)| {
            let status = if *until <= soon { toned(self.say(w::ENDS_SOON), Tone::Caution) } else { "".into() };
            row(vec![
                self.client(client),
                self.money_or_none(now.limit).into(),
                self.money_or_none(now.exposure).into(),
                until.to_string().into(),
                status,
            ])
        });
        let caption = format!("{} ({})", self.say(w::TEMPORARY), self.unit());
        let named = table("temporary", caption, columns, rows.collect());
        (!limited.is_empty()).then(|| self.listing(named, limited.len()))
    }
}
