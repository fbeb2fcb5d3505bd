//! The score with every contribution (SCOPE C10).

use rust_decimal::Decimal;

use super::dossier_words as d;
use super::ledger_words as l;
use super::words as w;
use super::{Sheet, points_tone, position};
use crate::kinds::client::assess::{Contribution, Score};
use crate::kinds::credit_model::model::evidence::Part;
use crate::measures::Measure;
use crate::measures::scoring::{STANDARD_NAMES, Standing};
use crate::pages::chart::{self, Contributions, Series, Standard, Trend};
use crate::pages::number::{fixed, percent};
use crate::pages::{Block, Cell, Chart, Column, Section, Table};
use crate::present::tables::{linked, row, section, sentence, table, toned, total};
use crate::present::{self, Calculation};
use crate::values::Language;

impl Sheet<'_> {
    /// None without statements.
    pub(super) fn score_section(&self) -> Option<Section> {
        let score = self.assessment.score()?;
        let mut blocks = Vec::new();
        if score.figure.value.is_ok() {
            blocks.push(Block::Chart(self.contribution_chart(score)));
        }
        blocks.extend(self.parts_table(score));
        blocks.push(Block::Table(self.contribution_table(score)));
        if self.assessment.scores.len() > 1 {
            blocks.push(Block::Chart(self.score_trend()));
            blocks.extend(self.unlike_scores().map(sentence));
        }
        Some(section("score", self.say(w::SCORE), blocks))
    }

    fn contribution_chart(&self, score: &Score) -> Chart {
        let mut parts: Vec<_> = score.contributions.iter().filter(|part| part.points.is_some()).collect();
        parts.sort_by_key(|part| part.rank);
        let values: Vec<String> =
            parts.iter().map(|part| format!("{} / {}", fixed(part.contribution, 1), fixed(part.possible, 1))).collect();
        let items: Vec<_> = parts
            .iter()
            .zip(&values)
            .map(|(part, value)| chart::Contribution {
                label: part.measure.doc().short.get(self.language()),
                value,
                earned: position(part.contribution),
                possible: position(part.possible),
                tone: points_tone(part.points),
            })
            .collect();
        let title = self.say(w::CONTRIBUTIONS);
        let total = fixed(score.figure.value.unwrap_or_default(), 1);
        let text = match self.language() {
            Language::Zh => format!("各指标所得分与可得分，按贡献排列；合计 {total} 分。"),
            Language::En => format!("Points earned of points possible for each measure, ranked; {total} in all."),
        };
        let svg = Contributions { items: &items }.draw(&text, self.medium);
        Chart {
            id: "contributions-chart".to_owned(),
            title,
            alt: text,
            svg,
            legend: Vec::new(),
            table: "contributions".to_owned(),
        }
    }

    /// What each part of the score weighs and earns, where the model has parts.
    fn parts_table(&self, score: &Score) -> Option<Block> {
        let parts = self.edition.model.parts?;
        let of = |part: Part, what: fn(&Contribution) -> Decimal| -> Decimal {
            score.contributions.iter().filter(|one| one.part == part).map(what).sum()
        };
        let scored = |one: &Contribution| if one.points.is_some() { one.weight } else { Decimal::ZERO };
        let rows = Part::ALL.into_iter().filter(|&part| !parts.weight(part).is_zero()).map(|part| {
            row(vec![
                self.say(part.words()).into(),
                percent(parts.weight(part), 0).into(),
                percent(of(part, scored) / parts.weight(part), 0).into(),
                fixed(of(part, |one| one.possible), 2).into(),
                fixed(of(part, |one| one.contribution), 2).into(),
            ])
        });
        let columns = vec![
            Column::text(self.say(d::PART)).wide(3),
            Column::number(self.say(w::WEIGHT)),
            Column::number(self.say(w::COVERAGE)),
            Column::number(self.say(d::POSSIBLE)),
            Column::number(self.say(d::EARNED)),
        ];
        Some(Block::Table(table("parts", self.say(d::PARTS), columns, rows.collect())))
    }

    fn contribution_table(&self, score: &Score) -> Table {
        let mut parts: Vec<_> = score.contributions.iter().collect();
        parts.sort_by_key(|part| part.rank);
        let mut rows: Vec<_> = parts.iter().map(|part| row(self.contribution_cells(part))).collect();
        let weights: Decimal = parts.iter().map(|part| part.weight).sum();
        let sum = score.figure.value.map_or_else(|_| present::figure::NONE.to_owned(), |score| fixed(score, 2));
        rows.push(total(vec![
            self.say(w::TOTAL).into(),
            "".into(),
            "".into(),
            "".into(),
            percent(weights, 0).into(),
            sum.into(),
        ]));
        let columns = vec![
            Column::text(self.say(w::MEASURE)).wide(6),
            Column::number(self.say(w::VALUE)).wide(2),
            Column::text(self.say(w::STANDING)).wide(4),
            Column::number(self.say(w::POINTS)).wide(2),
            Column::number(self.say(w::WEIGHT)).wide(2),
            Column::number(self.say(w::CONTRIBUTION)).wide(3),
        ];
        let mut table = table("contributions", self.say(w::CONTRIBUTIONS), columns, rows);
        table.note = self.coverage_note(score);
        table
    }

    fn coverage_note(&self, score: &Score) -> String {
        let minimum = percent(self.edition.model.conventions.minimum_coverage, 0);
        let coverage = percent(score.coverage, 0);
        if score.coverage == Decimal::ONE {
            return "Y = Σ a·x".to_owned();
        }
        match self.language() {
            Language::Zh => format!("Y = Σ a·x ÷ 覆盖率；覆盖率 {coverage}，低于 {minimum} 则不评分。"),
            Language::En => {
                format!("Y = Σ a·x ÷ coverage; the coverage is {coverage}, below {minimum} there is no score.")
            }
        }
    }

    fn contribution_cells(&self, part: &Contribution) -> Vec<Cell> {
        let name = part.measure.doc().name.get(self.language()).to_owned();
        let value = present::value(part.value, part.measure.unit(), self.scale());
        let points = part.points.map_or_else(|| self.say(w::LEFT_OUT), |points| fixed(points, 1));
        vec![
            linked(name, self.why_href(part.measure)),
            value.into(),
            self.standing(part).into(),
            toned(points, points_tone(part.points)),
            percent(part.weight, 0).into(),
            fixed(part.contribution, 2).into(),
        ]
    }

    /// Where the figure stands among the standards, bands or knots, in words.
    pub(crate) fn standing(&self, part: &Contribution) -> String {
        let show = |value| present::value(Ok(value), part.measure.unit(), self.scale());
        let language = self.language();
        if let Some(note) = part.note {
            return note.words().get(language).to_owned();
        }
        match (&part.standing, part.value) {
            (Some(Standing::Standard(Some(0))), _) => match language {
                Language::Zh => "达到优秀值".to_owned(),
                Language::En => "excellent".to_owned(),
            },
            (Some(Standing::Standard(Some(at))), _) => {
                let (lower, upper) = (STANDARD_NAMES[*at].get(language), STANDARD_NAMES[at - 1].get(language));
                match language {
                    Language::Zh => format!("{lower}至{upper}"),
                    Language::En => format!("{lower} to {upper}"),
                }
            }
            (Some(Standing::Standard(None)), _) => match language {
                Language::Zh => "低于较差值".to_owned(),
                Language::En => "below poor".to_owned(),
            },
            (Some(Standing::Band(from, to)), _) => match (from, to) {
                (Some(from), Some(to)) => match language {
                    Language::Zh => format!("{} 至 {} 以下", show(*from), show(*to)),
                    Language::En => format!("{} to under {}", show(*from), show(*to)),
                },
                (Some(from), None) => format!("≥ {}", show(*from)),
                (None, Some(to)) => format!("< {}", show(*to)),
                (None, None) => String::new(),
            },
            (Some(Standing::Relative(ratio)), _) => match language {
                Language::Zh => format!("标准值的 {} 倍", fixed(*ratio, 2)),
                Language::En => format!("{} × standard", fixed(*ratio, 2)),
            },
            (Some(Standing::Knots(from, to)), _) if from == to => show(*from),
            (Some(Standing::Knots(from, to)), _) => format!("{}–{}", show(*from), show(*to)),
            (None, Err(reason)) => reason.words().get(language).to_owned(),
            (None, Ok(_)) => String::new(),
        }
    }

    /// How the points of each measure came about, for the appendix and the page's traces.
    pub(super) fn points_table(&self, score: &Score) -> Block {
        let rows = score.contributions.iter().filter(|part| part.points.is_some()).map(|part| {
            let how = match (&part.formula, part.note) {
                (Some(formula), _) => Calculation::new(Some(formula), &self.assessment.inputs, self.scale()).text,
                (None, Some(note)) => note.words().get(self.language()).to_owned(),
                (None, None) => String::new(),
            };
            let name = part.measure.doc().name.get(self.language()).to_owned();
            row(vec![
                name.into(),
                self.standing(part).into(),
                how.into(),
                part.points.map_or_else(String::new, |points| fixed(points, 2)).into(),
            ])
        });
        let columns = vec![
            Column::text(self.say(w::MEASURE)).wide(2),
            Column::text(self.say(w::STANDING)).wide(2),
            Column::text(self.say(l::CALCULATION)).wide(4),
            Column::number(self.say(w::POINTS)),
        ];
        Block::Table(table("points", self.say(w::POINTS_HOW), columns, rows.collect()))
    }

    /// That the scores of the periods do not rest on the same measures, where it is so.
    fn unlike_scores(&self) -> Option<String> {
        let scored = |score: &Score| -> Vec<Measure> {
            score.contributions.iter().filter(|part| part.points.is_some()).map(|part| part.measure).collect()
        };
        let known = || self.assessment.scores.iter().filter(|score| score.figure.value.is_ok());
        let first = known().next().map(scored)?;
        if known().all(|score| scored(score) == first) {
            return None;
        }
        let share =
            |score: &Score| format!("{} {}", self.period_label(&score.figure.period), percent(score.coverage, 0));
        let shares: Vec<_> = known().map(share).collect();
        Some(match self.language() {
            Language::Zh => format!(
                "各期得分所依据的指标不尽相同，已评分的权重为：{}。走势中有一部分只是因为指标增减。",
                shares.join("，")
            ),
            Language::En => format!(
                "The scores do not all rest on the same measures; of the weight they hold {}. Part of the trend is due to \
                 measures that count in some periods only.",
                shares.join(", ")
            ),
        })
    }

    fn score_trend(&self) -> Chart {
        let scores: Vec<Option<Decimal>> = self.assessment.scores.iter().map(|score| score.figure.value.ok()).collect();
        let figures = self.assessment.scores.iter().map(|score| &score.figure);
        let periods: Vec<_> = figures.map(|figure| self.period_label(&figure.period)).collect();
        let periods: Vec<&str> = periods.iter().map(String::as_str).collect();
        let labels: Vec<String> =
            scores.iter().map(|score| score.map_or_else(String::new, |score| fixed(score, 1))).collect();
        let values: Vec<_> = scores.iter().map(|score| score.map(position)).collect();
        let title = self.say(w::SCORE_TREND);
        let pairs: Vec<_> = periods
            .iter()
            .zip(&labels)
            .filter(|(_, label)| !label.is_empty())
            .map(|(period, label)| format!("{period} {label}"))
            .collect();
        let text = format!("{}: {}", title, pairs.join(", "));
        let series = [Series { values: &values, labels: &labels }];
        let model = self.edition.model;
        let tier = self.assessment.verdict.before_caps.and_then(|at| Some((at, model.tiers.get(at)?)));
        let bounds = tier.map(|(at, tier)| {
            let upper = at.checked_sub(1).map_or(Decimal::ONE_HUNDRED, |above| model.tiers[above].from);
            (position(tier.from), position(upper), tier.id.as_str())
        });
        let standard = bounds.map(|(low, high, label)| Standard { low, high, label });
        let trend = Trend { periods: &periods, series: &series, standard, tick: &|tick| format!("{tick:.0}") };
        let svg = trend.draw(&text, self.medium);
        Chart { id: "score-trend".to_owned(), title, alt: text, svg, legend: Vec::new(), table: String::new() }
    }
}
