//! Stress tests, and the model card.

use rust_decimal::Decimal;

use super::Pack;
use super::sums::expected_loss;
use super::words as w;
use crate::pages::number::percent;
use crate::pages::{Block, Column, Fact, Section, Table};
use crate::present::tables::{facts, linked, row, section, sentence, table};
use crate::values::Words;

impl Pack<'_> {
    pub(super) fn stress(&self) -> Section {
        let model = self.edition.model;
        let exposures = &self.latest().exposure_by_tier;
        let Some(base) = expected_loss(exposures, model, 0) else {
            return section("stress", self.say(w::STRESS), vec![sentence(self.say(w::NO_RATES))]);
        };
        let mut fallen = vec![Decimal::ZERO; model.tiers.len()];
        let mut downgraded = 0_usize;
        for track in self.tracks() {
            let Some(now) = track.latest() else { continue };
            downgraded += usize::from(track.stressed > now.tier);
            if let Some(sum) = fallen.get_mut(track.stressed.max(now.tier)) {
                *sum += now.exposure.unwrap_or_default();
            }
        }
        let failed = self.by_exposure().first().map_or(Decimal::ZERO, |(.., exposure)| *exposure)
            * model.loss_given_default.unwrap_or_default();
        let everyone = self.rows.len().saturating_sub(self.latest().by_tier.last().copied().unwrap_or(0));
        let lines = [
            (w::BASE, Some(base), None),
            (w::SALES_FALL, expected_loss(&fallen, model, 0), Some(downgraded)),
            (w::LARGEST_FAILS, Some(base + failed), None),
            (w::ALL_LOWER, expected_loss(exposures, model, 1), Some(everyone)),
        ];
        let columns = vec![
            Column::text(self.say(w::SCENARIO)).wide(4),
            Column::number(self.say(w::EXPECTED_LOSS)).wide(2),
            Column::number(self.say(w::CHANGE)),
            Column::number(self.say(w::SHARE)),
            Column::number(self.say(w::DOWNGRADED)).wide(2),
        ];
        let rows = lines.into_iter().map(|(words, loss, count): (Words, Option<Decimal>, Option<usize>)| {
            row(vec![
                self.say(words).into(),
                self.money_or_none(loss).into(),
                loss.map_or_else(String::new, |loss| self.money(loss - base)).into(),
                loss.and_then(|loss| loss.checked_div(self.latest().exposure))
                    .map_or_else(String::new, |of| percent(of, 2))
                    .into(),
                count.map_or_else(String::new, |count| count.to_string()).into(),
            ])
        });
        let mut stress =
            table("stress-table", format!("{} ({})", self.say(w::STRESS), self.unit()), columns, rows.collect());
        stress.note = self.say(w::STRESS_NOTE);
        section("stress", self.say(w::STRESS), vec![Block::Table(stress)])
    }

    pub(super) fn model_card(&self) -> Section {
        let (model, language) = (self.edition.model, self.language());
        let card = vec![
            Fact::new(self.say(w::MODEL), model.name.get(language)),
            Fact::new(self.say(w::VERSION), model.version.clone()),
            Fact::new(self.say(w::IN_FORCE), model.date.to_string()),
            Fact::new(self.say(w::OWNER), model.owner.get(language)),
            Fact::new(self.say(w::SUM_256), model.sha256.clone()),
            Fact::new(self.say(w::METHOD_OF), self.say(w::MODEL_PAGE)).leading_to("../methods/model.html"),
        ];
        let mut blocks: Vec<Block> = facts(card).into_iter().collect();
        blocks.extend(crate::present::tables::prose(model.notice.get(language)));
        blocks.push(Block::Table(self.weights()));
        blocks.extend(self.changes_of_model());
        blocks.extend(self.back_test());
        section("model", self.say(w::MODEL), blocks)
    }

    fn weights(&self) -> Table {
        let columns = vec![Column::text(self.say(w::MEASURE)).wide(4), Column::number(self.say(w::WEIGHT))];
        let rows = self.edition.model.items.iter().map(|item| {
            let name = item.measure.doc().name.get(self.language()).to_owned();
            let href = format!("../methods/{}.html", item.measure.id());
            row(vec![linked(name, href), percent(item.weight, 1).into()])
        });
        table("weights", self.say(w::WEIGHTS), columns, rows.collect())
    }

    fn changes_of_model(&self) -> Option<Block> {
        let changes = &self.edition.model.changes;
        let columns = vec![
            Column::text(self.say(w::VERSION)),
            Column::text(self.say(w::DATE)),
            Column::text(self.say(w::CHANGE)).wide(6),
        ];
        let rows = changes.iter().map(|change| {
            let text = change.text.get(self.language()).to_owned();
            row(vec![change.version.clone().into(), change.date.to_string().into(), text.into()])
        });
        (!changes.is_empty())
            .then(|| Block::Table(table("model-changes", self.say(w::CHANGED), columns, rows.collect())))
    }
}
