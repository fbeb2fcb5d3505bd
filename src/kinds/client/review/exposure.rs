//! How concentrated the exposure is.

use rust_decimal::Decimal;

use super::sums::by_label;
use super::track::Track;
use super::words as w;
use super::{NAMED, Pack, share};
use crate::kinds::client::portfolio::Row;
use crate::measures::portfolio::hhi;
use crate::pages::number::{fixed, percent};
use crate::pages::{Block, Column, Section, Table, Tone};
use crate::present::tables::{row, section, table, toned};
use crate::values::Words;

impl Pack<'_> {
    pub(super) fn concentration(&self) -> Section {
        let mut blocks = vec![Block::Table(self.checks()), Block::Table(self.largest())];
        blocks.push(Block::Table(self.parts("industries", w::INDUSTRY, self.by_industry())));
        for (id, words, label) in self.labels() {
            blocks.push(Block::Table(self.parts(id, words, by_label(self.tracks(), label))));
        }
        section("concentration", self.say(w::CONCENTRATION), blocks)
    }

    /// Region, group and manager.
    fn labels(&self) -> [(&'static str, Words, impl Fn(&Track) -> String); 3] {
        let language = self.language();
        let label = move |at: usize| {
            move |track: &Track| [&track.region, &track.group, &track.manager][at].get(language).to_owned()
        };
        [("regions", w::REGION, label(0)), ("groups", w::GROUP, label(1)), ("managers", w::MANAGER, label(2))]
    }

    fn by_industry(&self) -> Vec<(String, Decimal, usize)> {
        let mut sums: std::collections::BTreeMap<&str, (Decimal, usize)> = std::collections::BTreeMap::new();
        for (row, track) in &self.rows {
            let Some(exposure) = track.latest().and_then(|now| now.exposure) else { continue };
            let known = self.edition.model.industries.get(&row.industry);
            let name = known.map_or(row.industry.as_str(), |text| text.get(self.language()));
            let sum = sums.entry(name).or_default();
            sum.0 += exposure;
            sum.1 += 1;
        }
        let mut sums: Vec<_> = sums.into_iter().map(|(id, (sum, count))| (id.to_owned(), sum, count)).collect();
        sums.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        sums
    }

    /// The clients with their exposures, the largest first.
    pub(super) fn by_exposure(&self) -> Vec<(&Row, &Track, Decimal)> {
        let exposed = |(row, track): &(&'_ Row, &'_ Track)| {
            track.latest()?.exposure.filter(|e| *e > Decimal::ZERO).map(|e| (row.id.clone(), e))
        };
        let mut all: Vec<_> =
            self.rows.iter().filter_map(|pair| exposed(pair).map(|(_, exposure)| (pair.0, pair.1, exposure))).collect();
        all.sort_by(|a, b| b.2.cmp(&a.2).then_with(|| a.0.id.cmp(&b.0.id)));
        all
    }

    /// Each limit of concentration against the figure.
    fn checks(&self) -> Table {
        let limits = &self.review.concentration;
        let total = self.latest().exposure;
        let sorted = self.by_exposure();
        let first = |parts: Vec<(String, Decimal, usize)>| {
            parts.into_iter().find(|(label, ..)| !label.is_empty()).map(|(label, sum, _)| (label, sum))
        };
        let language = self.language();
        let top: Decimal = sorted.iter().take(10).map(|(.., exposure)| *exposure).sum();
        let largest = sorted.first().map(|(row, _, sum)| (row.name.get(language).to_owned(), *sum));
        let of = |label: fn(&Track) -> &crate::values::Text| {
            first(by_label(self.tracks(), |track| label(track).get(language).to_owned()))
        };
        let lines = [
            (w::LARGEST_CLIENT, largest, limits.client),
            (w::TOP_10, Some((String::new(), top)), limits.top_10),
            (w::LARGEST_INDUSTRY, first(self.by_industry()), limits.industry),
            (w::LARGEST_REGION, of(|track| &track.region), limits.region),
            (w::LARGEST_GROUP, of(|track| &track.group), limits.group),
        ];
        let mut rows: Vec<_> = lines
            .into_iter()
            .filter_map(|(words, part, limit)| {
                let (label, sum) = part?;
                let figure = sum.checked_div(total)?;
                Some(self.check(
                    words,
                    label,
                    percent(figure, 1),
                    limit.map(|limit| (percent(limit, 1), figure > limit)),
                ))
            })
            .collect();
        if let Some(index) = hhi(sorted.iter().map(|(.., exposure)| *exposure)) {
            let limit = limits.hhi.map(|limit| (fixed(limit, 0), index > limit));
            rows.push(self.check(w::HHI, String::new(), fixed(index, 0), limit));
        }
        let columns = vec![
            Column::text(self.say(w::CONCENTRATION)).wide(3),
            Column::text(self.say(w::CLIENT)).wide(4),
            Column::number(self.say(w::SHARE)),
            Column::number(self.say(w::ACCEPTED)),
            Column::text(self.say(w::STATUS)),
        ];
        let mut checks = table("concentration-checks", self.say(w::CONCENTRATION), columns, rows);
        checks.note = self.say(w::HHI_NOTE);
        checks
    }

    fn check(&self, words: Words, label: String, figure: String, limit: Option<(String, bool)>) -> crate::pages::Row {
        let (accepted, status) = match limit {
            Some((accepted, true)) => (accepted, toned(self.say(w::BREACHED), Tone::Bad)),
            Some((accepted, false)) => (accepted, toned(self.say(w::WITHIN), Tone::Good)),
            None => (String::new(), self.say(w::NO_TARGET).into()),
        };
        row(vec![self.say(words).into(), label.into(), figure.into(), accepted.into(), status])
    }

    fn largest(&self) -> Table {
        let total = self.latest().exposure;
        let columns = vec![
            Column::text(self.say(w::CLIENT)).wide(4),
            Column::text(self.say(w::TIER)),
            Column::number(self.say(w::EXPOSURE)),
            Column::number(self.say(w::SHARE)),
            Column::number(self.say(w::LIMIT)),
            Column::number(self.say(w::USE)),
        ];
        let rows = self.by_exposure().into_iter().take(10).map(|(client, track, exposure)| {
            let limit = track.latest().and_then(|now| now.limit);
            row(vec![
                self.client(client),
                self.tier(track.latest().map_or(0, |now| now.tier)).into(),
                self.money(exposure).into(),
                share(exposure, total).into(),
                self.money_or_none(limit).into(),
                limit.map_or_else(String::new, |limit| share(exposure, limit)).into(),
            ])
        });
        table("largest", format!("{} ({})", self.say(w::TOP), self.unit()), columns, rows.collect())
    }

    fn parts(&self, id: &str, by: Words, parts: Vec<(String, Decimal, usize)>) -> Table {
        let total = self.latest().exposure;
        let columns = vec![
            Column::text(self.say(by)).wide(4),
            Column::number(self.say(w::CLIENTS)),
            Column::number(self.say(w::EXPOSURE)),
            Column::number(self.say(w::SHARE)),
        ];
        let rows = parts.into_iter().take(NAMED).map(|(label, sum, count)| {
            row(vec![
                self.label(&label).into(),
                count.to_string().into(),
                self.money(sum).into(),
                share(sum, total).into(),
            ])
        });
        table(id, format!("{} ({})", self.say(by), self.unit()), columns, rows.collect())
    }
}
