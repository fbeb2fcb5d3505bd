//! What people recorded: the watch list, overrides of the tier, and the reviews that are due.

use super::track::Track;
use super::words as w;
use super::{NAMED, Pack, share};
use crate::kinds::client::case::portfolio::Watch;
use crate::pages::{Block, Cell, Column, Fact, Section, Tone};
use crate::present::tables::{facts, row, section, sentence, table, toned};

impl Pack<'_> {
    pub(super) fn watch_list(&self) -> Section {
        let columns = vec![
            Column::text(self.say(w::CLIENT)).wide(4),
            Column::text(self.say(w::TIER)).wide(3),
            Column::number(self.say(w::EXPOSURE)).wide(3),
            Column::text(self.say(w::TRIGGER)).wide(4),
            Column::text(self.say(w::OWNER)).wide(3),
            Column::text(self.say(w::PLAN)).wide(5),
            Column::text(self.say(w::EXIT)).wide(4),
            Column::text(self.say(w::LISTED)).wide(3),
        ];
        let entries =
            || self.rows.iter().flat_map(|(row, track)| track.watch.iter().map(move |entry| (*row, *track, entry)));
        let rows: Vec<_> = entries()
            .take(NAMED)
            .map(|(client, track, entry)| {
                let text = |text: &crate::values::Text| text.get(self.language()).to_owned();
                row(vec![
                    self.client(client),
                    self.tier_moved(track),
                    self.money_or_none(track.latest().and_then(|now| now.exposure)).into(),
                    text(&entry.trigger).into(),
                    text(&entry.owner).into(),
                    text(&entry.plan).into(),
                    text(&entry.exit).into(),
                    self.listed(entry).into(),
                ])
            })
            .collect();
        let block = if rows.is_empty() {
            sentence(self.say(w::NO_WATCH))
        } else {
            let caption = format!("{} ({})", self.say(w::WATCH), self.unit());
            self.listing(table("watch-table", caption, columns, rows), entries().count())
        };
        section("watch", self.say(w::WATCH), vec![block])
    }

    /// The tier, and from which it came where it moved since the quarter before.
    fn tier_moved(&self, track: &Track) -> Cell {
        let Some(now) = track.latest() else { return "".into() };
        let tier = self.tier(now.tier);
        match track.before().map(|before| before.tier) {
            Some(before) if before != now.tier => {
                let tone = if now.tier > before { Tone::Bad } else { Tone::Good };
                toned(format!("{} → {tier}", self.tier(before)), tone)
            }
            _ => tier.into(),
        }
    }

    /// Since when a client is on the watch list, or from when to when it was.
    fn listed(&self, entry: &Watch) -> String {
        match entry.until {
            Some(until) => self.tell(w::FROM_DAY_TO_DAY, &[&entry.since.to_string(), &until.to_string()]),
            None => self.tell(w::SINCE_DAY, &[&entry.since.to_string()]),
        }
    }

    pub(super) fn exceptions(&self) -> Section {
        let in_force: Vec<_> =
            self.rows.iter().filter_map(|(row, track)| Some((*row, *track, track.overridden.as_ref()?))).collect();
        let (overrides, all) =
            self.tracks().fold((0, 0), |sum, track| (sum.0 + track.decisions.0, sum.1 + track.decisions.1));
        let rate = share(in_force.len().into(), self.rows.len().into());
        let figures = vec![
            Fact::new(self.say(w::OVERRIDE_RATE), format!("{} / {} = {rate}", in_force.len(), self.rows.len())),
            Fact::new(self.say(w::DECISIONS), all.to_string()),
            Fact::new(self.say(w::OF_WHICH), overrides.to_string()),
        ];
        let mut blocks: Vec<Block> = facts(figures).into_iter().collect();
        if in_force.is_empty() {
            blocks.push(sentence(self.say(w::NO_OVERRIDE)));
        } else {
            let columns = vec![
                Column::text(self.say(w::CLIENT)).wide(3),
                Column::text(self.say(w::MODEL_TIER)).wide(2),
                Column::text(self.say(w::TIER)),
                Column::text(self.say(w::WHO)).wide(3),
                Column::text(self.say(w::DATE)).wide(2),
                Column::text(self.say(w::WHY)).wide(5),
            ];
            let count = in_force.len();
            let rows = in_force.into_iter().take(NAMED).map(|(client, track, by)| {
                let text = |text: &crate::values::Text| text.get(self.language()).to_owned();
                row(vec![
                    self.client(client),
                    self.tier(by.from).into(),
                    self.tier(track.latest().map_or(0, |now| now.tier)).into(),
                    format!("{} · {}", text(&by.who), text(&by.role)).into(),
                    by.date.to_string().into(),
                    text(&by.why).into(),
                ])
            });
            blocks.push(self.listing(table("overrides", self.say(w::EXCEPTIONS), columns, rows.collect()), count));
        }
        section("exceptions", self.say(w::EXCEPTIONS), blocks)
    }

    /// Reviews that are overdue, or fall due before the end of the next quarter.
    pub(super) fn reviews(&self) -> Section {
        let as_of = self.edition.as_of;
        let next = as_of.checked_add(jiff::Span::new().months(3)).unwrap_or(as_of);
        let mut due: Vec<_> = self
            .rows
            .iter()
            .filter_map(|(row, track)| Some((*row, *track, track.review_due?)))
            .filter(|(.., day)| *day <= next)
            .collect();
        due.sort_by(|a, b| a.2.cmp(&b.2).then_with(|| a.0.id.cmp(&b.0.id)));
        let overdue = due.iter().filter(|(.., day)| *day < as_of).count();
        let figures = vec![
            Fact::new(self.say(w::REVIEWS_OVERDUE), overdue.to_string()),
            Fact::new(self.say(w::REVIEWS_NEXT), (due.len() - overdue).to_string()),
        ];
        let mut blocks: Vec<Block> = facts(figures).into_iter().collect();
        if due.is_empty() {
            blocks.push(sentence(self.say(w::NO_REVIEWS)));
        } else {
            let columns = vec![
                Column::text(self.say(w::CLIENT)).wide(4),
                Column::text(self.say(w::TIER)),
                Column::text(self.say(w::LAST_REVIEW)).wide(2),
                Column::text(self.say(w::NEXT_REVIEW)).wide(2),
                Column::text(self.say(w::STATUS)).wide(2),
            ];
            let count = due.len();
            let rows = due.into_iter().take(NAMED).map(|(client, track, day)| {
                let status =
                    if day < as_of { toned(self.say(w::OVERDUE), Tone::Bad) } else { self.say(w::NEXT_QUARTER).into() };
                row(vec![
                    self.client(client),
                    self.tier(track.latest().map_or(0, |now| now.tier)).into(),
                    track.reviewed.map_or_else(String::new, |date| date.to_string()).into(),
                    day.to_string().into(),
                    status,
                ])
            });
            blocks.push(self.listing(table("reviews-table", self.say(w::REVIEWS), columns, rows.collect()), count));
        }
        section("reviews", self.say(w::REVIEWS), blocks)
    }
}
