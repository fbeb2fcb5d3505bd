//! How the results were made: the conventions in use, what happened to rows, how it was fielded.

use super::Sheet;
use super::words as w;
use crate::kinds::survey::assess::confidence_percent;
use crate::kinds::survey::case::{Missing, Weighting};
use crate::measures::Measure;
use crate::pages::chart::Medium;
use crate::pages::number::percent;
use crate::pages::{Block, Column, Fact, Heading, Section};
use crate::present::tables::{facts, linked, row, section, sentence, table};

impl Sheet<'_> {
    pub(super) fn method_section(&self) -> Section {
        let mut blocks = vec![sentence(self.say(w::NOTICE))];
        self.headed(&mut blocks, "conventions", w::CONVENTIONS, self.conventions());
        self.headed(&mut blocks, "fielding", w::FIELDING, self.fielding());
        blocks.push(Block::Table(self.sources()));
        section("method", self.say(w::METHOD), blocks)
    }

    fn headed(&self, blocks: &mut Vec<Block>, id: &str, title: crate::values::Words, told: Vec<Fact>) {
        if let Some(told) = facts(told) {
            blocks.push(Block::Heading(Heading { id: id.to_owned(), text: self.say(title) }));
            blocks.push(told);
        }
    }

    fn conventions(&self) -> Vec<Fact> {
        let (instrument, log) = (&self.survey.instrument, self.survey.tallies.log);
        let ends = [self.text(&instrument.scale.low), self.text(&instrument.scale.high)];
        let points = instrument.scale.points;
        let scale = if ends.iter().any(|end| end.is_empty()) {
            format!("1–{points}")
        } else {
            format!("1 {} – {points} {}", ends[0], ends[1])
        };
        let missing = match instrument.conventions.missing {
            Missing::Pairwise => w::PAIRWISE,
            Missing::Listwise => w::LISTWISE,
            Missing::Available => w::AVAILABLE,
        };
        let weighting = match instrument.conventions.weighting {
            Weighting::Respondent => w::BY_RESPONDENT,
            Weighting::Product => w::BY_PRODUCT,
        };
        let counted = |count: u64| if count == 0 { String::new() } else { count.to_string() };
        vec![
            Fact::new(self.say(w::SCALE), scale),
            Fact::new(self.say(w::MISSING_ANSWERS), self.say(missing)),
            Fact::new(self.say(w::AT_LEAST), percent(instrument.conventions.at_least, 0)),
            Fact::new(self.say(w::WEIGHTING), self.say(weighting)),
            Fact::new(self.say(w::CONFIDENCE), format!("{}%", confidence_percent())),
            Fact::new(self.say(w::RANKED), self.say(w::GRADES)),
            Fact::new(self.say(w::ROWS), counted(log.rows)),
            Fact::new(self.say(w::LEFT_OUT), counted(log.left_out)),
            Fact::new(self.say(w::INCOMPLETE), counted(log.incomplete)),
            Fact::new(self.say(w::STRAIGHT), counted(log.straight)),
            Fact::new(self.say(w::RESCALED), counted(log.weights_rescaled)),
            Fact::new(self.say(w::DROPPED), counted(log.weights_dropped)),
        ]
    }

    fn fielding(&self) -> Vec<Fact> {
        let Some(fielding) = &self.survey.fielding else { return Vec::new() };
        let count = |count: Option<u32>| count.map_or_else(String::new, |count| count.to_string());
        let mut told = vec![
            Fact::new(self.say(w::SAMPLING), self.text(&fielding.sampling)),
            Fact::new(self.say(w::MODE), self.text(&fielding.mode)),
            Fact::new(self.say(w::AT), self.text(&fielding.place)),
            Fact::new(self.say(w::BY), self.text(&fielding.by)),
            Fact::new(self.say(w::HANDED_OUT), count(fielding.handed_out)),
            Fact::new(self.say(w::CAME_BACK), count(fielding.returned)),
        ];
        told.extend(self.survey.waves.iter().filter_map(|wave| {
            let (from, to) = wave.days?;
            Some(Fact::new(self.text(&wave.name), format!("{} – {}", self.date(from), self.date(to))))
        }));
        told
    }

    /// The measures in use with their formulas and sources.
    fn sources(&self) -> crate::pages::Table {
        let language = self.language();
        let used = Measure::SERVICE
            .iter()
            .filter(|&&measure| self.assessment.figures().any(|figure| figure.measure == measure));
        let rows = used.map(|measure| {
            let doc = measure.doc();
            let name = doc.name.get(language).to_owned();
            let href = match self.medium {
                Medium::Screen => format!("../methods/{}.html", measure.id()),
                Medium::Print => String::new(),
            };
            row(vec![linked(name, href), doc.source.get(language).into()])
        });
        // Formulas stand with the calculations.
        let columns = vec![Column::text(self.say(w::MEASURE)).wide(2), Column::text(self.say(w::SOURCES)).wide(5)];
        table("sources", self.say(w::SOURCES), columns, rows.collect())
    }
}
