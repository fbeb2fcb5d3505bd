//! What is doubtful about the data, and who signs what.

use super::track::Doubt;
use super::words as w;
use super::{Pack, data};
use crate::pages::{Block, Column, Fact, Section};
use crate::present::tables::{facts, row, section, sentence, table};

/// How many clients a doubt names.
const EXAMPLES: usize = 12;

/// Every doubt, in the order of print.
const DOUBTS: [Doubt; 9] = [
    Doubt::NoStatement,
    Doubt::StaleStatement,
    Doubt::NoScore,
    Doubt::Incomplete,
    Doubt::NoAccountBefore,
    Doubt::Untied,
    Doubt::CreditFile,
    Doubt::NoRate,
    Doubt::NeverReviewed,
];

impl Pack<'_> {
    pub(super) fn quality(&self) -> Section {
        let rows: Vec<_> = DOUBTS
            .into_iter()
            .filter_map(|doubt| {
                let names: Vec<&str> = self
                    .rows
                    .iter()
                    .filter(|(_, track)| track.doubts.contains(&doubt))
                    .map(|(row, _)| row.name.get(self.language()))
                    .collect();
                let more = if names.len() > EXAMPLES { " …" } else { "" };
                let listed = format!("{}{more}", names[..names.len().min(EXAMPLES)].join(self.comma()));
                (!names.is_empty())
                    .then(|| row(vec![self.say(w::doubt(doubt)).into(), names.len().to_string().into(), listed.into()]))
            })
            .collect();
        let block = if rows.is_empty() {
            sentence(self.say(w::NO_DOUBT))
        } else {
            let columns = vec![
                Column::text(self.say(w::DOUBT)).wide(3),
                Column::number(self.say(w::CLIENTS)),
                Column::text(self.say(w::EXAMPLES)).wide(7),
            ];
            Block::Table(table("doubts", self.say(w::QUALITY), columns, rows))
        };
        section("quality", self.say(w::QUALITY), vec![block])
    }

    pub(super) fn sign_off(&self) -> Section {
        let (digest, files) = data::inputs(self);
        let sums = vec![
            Fact::new(self.say(w::INPUTS), files.to_string()),
            Fact::new(self.say(w::INPUTS_SUM), digest),
            Fact::new(self.say(w::PACK_SUM), self.data_sum.clone()),
        ];
        let mut blocks: Vec<Block> = facts(sums).into_iter().collect();
        blocks.push(sentence(self.say(w::SIGN_NOTE)));
        for role in &self.review.signatures {
            let items = vec![
                Fact::new(self.say(w::ROLE), role.get(self.language())),
                Fact::new(self.say(w::SIGNATURE), ""),
                Fact::new(self.say(w::DATE), ""),
            ];
            blocks.push(Block::Fields(crate::pages::Facts { items }));
        }
        section("sign", self.say(w::SIGN), blocks)
    }
}
