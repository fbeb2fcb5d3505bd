//! What people recorded: the watch list, overrides of the tier, and the reviews that are due.

use super::words as w;
use super::{NAMED, Pack, share};
use crate::pages::{Block, Column, Fact, Section, Tone};
use crate::present::tables::{facts, row, section, sentence, table, toned};

impl Pack<'_> {
    pub(super) fn watch_list(&self) -> Section {
        let columns = vec![
            Column::text(self.say(w::CLIENT)).wide(3),
            Column::text(self.say(w::TRIGGER)).wide(3),
            Column::text(self.say(w::OWNER)).wide(2),
            Column::text(self.say(w::PLAN)).wide(4),
            Column::text(self.say(w::ENTERED)).wide(2),
            Column::text(self.say(w::EXIT)).wide(3),
            Column::text(self.say(w::LEFT)).wide(2),
        ];
        let entries = self.rows.iter().flat_map(|(row, track)| track.watch.iter().map(move |entry| (*row, entry)));
        let rows: Vec<_> = entries
            .take(NAMED)
            .map(|(client, entry)| {
                let text = |text: &crate::values::Text| text.get(self.language()).to_owned();
                row(vec![
                    self.client(client),
                    text(&entry.trigger).into(),
                    text(&entry.owner).into(),
                    text(&entry.plan).into(),
                    entry.since.to_string().into(),
                    text(&entry.exit).into(),
                    entry.until.map_or_else(String::new, |until| until.to_string()).into(),
                ])
            })
            .collect();
        let block = if rows.is_empty() {
            sentence(self.say(w::NO_WATCH))
        } else {
            Block::Table(table("watch-table", self.say(w::WATCH), columns, rows))
        };
        section("watch", self.say(w::WATCH), vec![block])
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
            blocks.push(Block::Table(table("overrides", self.say(w::EXCEPTIONS), columns, rows.collect())));
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
            Fact::new(self.say(w::OVERDUE), overdue.to_string()),
            Fact::new(self.say(w::NEXT_QUARTER), (due.len() - overdue).to_string()),
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
            blocks.push(Block::Table(table("reviews-table", self.say(w::REVIEWS), columns, rows.collect())));
        }
        section("reviews", self.say(w::REVIEWS), blocks)
    }
}
