//! The eight steps of measuring service quality as a path: what the book holds for each, and what is
//! missing.

use super::Sheet;
use super::words as w;
use crate::pages::chart::Medium;
use crate::pages::number::short;
use crate::pages::{Block, Cell, Column, Section, Tone};
use crate::present::tables::{linked, row, section, table, toned};
use crate::values::{Language, Words, plural};

/// The items that a dimension should have.
const ITEMS: std::ops::RangeInclusive<usize> = 4..=5;

/// One step: its name, what the book holds, where that is, and what is missing.
struct Step {
    name: Words,
    held: String,
    href: String,
    lacks: Vec<String>,
}

const CRITERIA: Words = Words { zh: "确定评价标准（维度）", en: "Choose the criteria (dimensions)" };
const WEIGHTS: Words = Words { zh: "按行业确定权重", en: "Weight them for the industry" };
const QUESTIONS: Words = Words { zh: "每个维度编写 4–5 题", en: "Write 4 or 5 questions for each" };
const DESIGN: Words = Words { zh: "编制问卷", en: "Make the questionnaire" };
const FIELD: Words = Words { zh: "发放并收回问卷", en: "Field it" };
const SCORES: Words = Words { zh: "计算各题得分", en: "Score the items" };
const TABULATE: Words = Words { zh: "汇总列表", en: "Tabulate" };
const QUALITY: Words =
    Words { zh: "求期望质量、感知质量与差距", en: "Find expected quality, perceived quality and the gap" };

impl Sheet<'_> {
    pub(super) fn path_section(&self) -> Section {
        let steps = [
            self.criteria(),
            self.weights(),
            self.questions(),
            self.design(),
            self.fielded(),
            self.scored(),
            self.tabulated(),
            self.quality(),
        ];
        let rows = steps.into_iter().zip(1_u8..).map(|(step, number)| {
            let href = self.step_href(&step.href);
            let lacks: Cell = if step.lacks.is_empty() {
                toned(self.say(w::COMPLETE), Tone::Good)
            } else {
                toned(self.joined(&step.lacks), Tone::Caution)
            };
            row(vec![format!("{number} {}", self.say(step.name)).into(), linked(step.held, href), lacks])
        });
        let columns = vec![
            Column::text(self.say(w::STEP)).wide(3),
            Column::text(self.say(w::ARTEFACT)).wide(5),
            Column::text(self.say(w::LACKS)).wide(3),
        ];
        let table = table("path-table", self.say(w::PATH), columns, rows.collect());
        section("path", self.say(w::PATH), vec![Block::Table(table)])
    }

    /// Fragments lead everywhere, other pages only from a page.
    fn step_href(&self, href: &str) -> String {
        if href.starts_with('#') || self.medium == Medium::Screen { href.to_owned() } else { String::new() }
    }

    /// Words in the language of the sheet.
    fn either(&self, zh: impl Into<String>, en: impl Into<String>) -> String {
        match self.language() {
            Language::Zh => zh.into(),
            Language::En => en.into(),
        }
    }

    /// Where the results stand, once there are any.
    fn results(&self, fragment: &str) -> String {
        if self.is_answered() { fragment.to_owned() } else { String::new() }
    }

    fn criteria(&self) -> Step {
        let names: Vec<&str> = (0..self.survey.instrument.dimensions.len()).map(|at| self.dimension(at)).collect();
        let held = format!("{} · {}", names.len(), self.joined(&names));
        Step { name: CRITERIA, held, href: self.results("#dimensions"), lacks: Vec::new() }
    }

    fn weights(&self) -> Step {
        let weights: Vec<_> = self.survey.instrument.dimensions.iter().map(|dimension| dimension.weight).collect();
        let shown: Vec<String> = weights.iter().map(|&weight| short(weight, 1)).collect();
        let mut held = shown.join(" / ");
        let industry = self.text(&self.survey.industry);
        if !industry.is_empty() {
            held = format!("{held} · {industry}");
        }
        let mut lacks = Vec::new();
        if industry.is_empty() {
            lacks.push(self.either("未写明行业", "the industry is not named"));
        }
        if weights.windows(2).all(|pair| pair[0] == pair[1]) {
            lacks.push(self.either("各维度权重相同", "all weights are alike"));
        }
        Step { name: WEIGHTS, held, href: self.results("#dimensions"), lacks }
    }

    fn questions(&self) -> Step {
        let instrument = &self.survey.instrument;
        let counts: Vec<String> =
            instrument.dimensions.iter().map(|dimension| dimension.items.len().to_string()).collect();
        let reversed = instrument.items.iter().filter(|item| item.reverse).count();
        let (count, split) = (instrument.items.len(), counts.join(" + "));
        let held = self.either(
            format!("{count} 题（{split}），其中反向题 {reversed} 题"),
            format!("{} ({split}), {reversed} of them reversed", plural(count, "item")),
        );
        let odd = instrument.dimensions.iter().enumerate();
        let odd: Vec<&str> = odd
            .filter(|(_, dimension)| !ITEMS.contains(&dimension.items.len()))
            .map(|(at, _)| self.dimension(at))
            .collect();
        let lacks = if odd.is_empty() {
            Vec::new()
        } else {
            let names = self.joined(&odd);
            vec![self.either(format!("题数不是 4–5 题：{names}"), format!("not 4 or 5 items: {names}"))]
        };
        Step { name: QUESTIONS, held, href: self.results("#items"), lacks }
    }

    fn design(&self) -> Step {
        let points = self.survey.instrument.scale.points;
        let asked = self.survey.instrument.questions.len();
        let held = self.either(
            format!("问卷：{points} 级量表，另有 {asked} 个总体问题"),
            format!("questionnaire: scale of {points} points, and {} on the whole", plural(asked, "question")),
        );
        let mut lacks = Vec::new();
        if self.survey.introduction.is_empty() {
            lacks.push(self.either("没有卷首说明", "no introduction for respondents"));
        }
        let scale = &self.survey.instrument.scale;
        if scale.low.is_empty() || scale.high.is_empty() {
            lacks.push(self.either("量表两端没有文字", "the ends of the scale are not worded"));
        }
        if self.survey.instrument.questions.is_empty() {
            lacks.push(self.either("没有总体问题", "no questions on the whole"));
        }
        let href = super::questionnaire::path(&self.survey.id);
        let href = href.rsplit('/').next().unwrap_or_default().to_owned();
        Step { name: DESIGN, held, href, lacks }
    }

    fn fielded(&self) -> Step {
        let Some(fielding) = &self.survey.fielding else {
            let lacks = vec![self.either("没有实施记录", "no record of how it was fielded")];
            return Step { name: FIELD, held: String::new(), href: "#method".to_owned(), lacks };
        };
        let mut held = Vec::new();
        if let (Some(out), Some(back)) = (fielding.handed_out, fielding.returned) {
            held.push(
                self.either(format!("发放 {out} 份，收回 {back} 份"), format!("{out} handed out, {back} returned")),
            );
        }
        held.extend(Some(self.return_rate()).filter(|rate| !rate.is_empty()));
        let told = [&fielding.mode, &fielding.place];
        held.extend(told.into_iter().map(|text| self.text(text).to_owned()).filter(|text| !text.is_empty()));
        let mut lacks = Vec::new();
        for (text, words) in [
            (&fielding.sampling, w::SAMPLING),
            (&fielding.mode, w::MODE),
            (&fielding.place, w::AT),
            (&fielding.by, w::BY),
        ] {
            if text.is_empty() {
                lacks.push(self.say(words));
            }
        }
        if fielding.handed_out.is_none() || fielding.returned.is_none() {
            lacks.push(self.either("发放与收回份数", "how many were handed out and returned"));
        }
        Step { name: FIELD, held: held.join(" · "), href: "#method".to_owned(), lacks }
    }

    /// What the last three steps lack while nobody has answered.
    fn unanswered(&self) -> Vec<String> {
        if self.is_answered() { Vec::new() } else { vec![self.either("尚无回答", "no answers yet")] }
    }

    fn scored(&self) -> Step {
        let log = self.survey.tallies.log;
        let mut lacks = self.unanswered();
        if log.left_out > 0 {
            lacks.push(self.either(
                format!("{} 行因错误剔除", log.left_out),
                format!("{} left out for mistakes", plural(log.left_out, "row")),
            ));
        }
        let n = self.survey.tallies.whole.respondents;
        let held = if self.is_answered() {
            self.either(
                format!("{n} 人的回答，逐题计算"),
                format!("answers of {}, item by item", plural(n, "respondent")),
            )
        } else {
            String::new()
        };
        Step { name: SCORES, held, href: self.results("#items"), lacks }
    }

    fn tabulated(&self) -> Step {
        let mut lacks = self.unanswered();
        if self.is_answered() && self.assessment.waves.len() < 2 {
            lacks.push(self.either("只有一轮，看不出变化", "one wave only: no change can be seen"));
        }
        let held = if self.is_answered() {
            let (waves, groups) = (self.assessment.waves.len(), self.assessment.groups.len());
            self.either(
                format!("按维度、{waves} 轮、{groups} 组列表"),
                format!("by dimension, {} and {}", plural(waves, "wave"), plural(groups, "group")),
            )
        } else {
            String::new()
        };
        let href = if self.assessment.waves.len() > 1 || self.assessment.groups.len() > 1 {
            "#compared".to_owned()
        } else {
            self.results("#dimensions")
        };
        Step { name: TABULATE, held, href, lacks }
    }

    fn quality(&self) -> Step {
        let mut lacks = self.unanswered();
        if !self.has_gaps() {
            lacks.push(self.either("未询问期望，没有差距", "expectations were not asked: there are no gaps"));
        }
        let held = if self.is_answered() {
            let main = self.main_score();
            let name = main.figure.measure.doc().name.get(self.language());
            format!("{name} {}", super::shown(&main.figure))
        } else {
            String::new()
        };
        Step { name: QUALITY, held, href: "#summary".to_owned(), lacks }
    }
}
