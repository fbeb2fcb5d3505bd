//! What there is to say of a survey: how it stands, and why it stands otherwise than before.

use std::cmp::Reverse;

use super::{MOST_INPUTS, NONE, Phrases, Reason, arrow, one_line, place, value_of};
use crate::kinds::compare::{Pair, Turn};
use crate::kinds::survey::assess::Grade;
use crate::kinds::survey::compare::{
    Change, Convention, ConventionChange, DimensionChange, FigureChange, InputChange, ItemChange, SegmentChange,
    Standing, WholeChange,
};
use crate::measures::Measure;
use crate::pages::number::short;
use crate::values::Unit;

/// How many items of a dimension are told, beside those that were edited.
const MOST_ITEMS: usize = 3;
/// What is told of an item: the first of these that differs.
const OF_ITEMS: [&str; 2] = ["gap", "perception"];
/// What is told of waves and groups.
const OF_SEGMENTS: [&str; 4] = ["servqual_weighted", "servperf", "nps", "satisfied_share"];

impl Phrases {
    /// Respondents, and each figure of the survey as a whole, then and now.
    pub(in crate::cli::diff) fn survey_standing(
        self,
        old: Option<&Standing>,
        new: Option<&Standing>,
    ) -> (String, Vec<String>) {
        let of = |tell: &dyn Fn(&Standing) -> String| {
            let told = |standing: Option<&Standing>| standing.map_or(NONE.to_owned(), tell);
            arrow(&Pair { old: told(old), new: told(new) }, |text| text)
        };
        let mut measures: Vec<&str> = Vec::new();
        for figure in [new, old].into_iter().flatten().flat_map(|standing| &standing.figures) {
            if !measures.contains(&figure.measure.as_str()) {
                measures.push(&figure.measure);
            }
        }
        let figure = |id: &str| format!("{} {}", self.measure(id), of(&|standing| value_of(id, standing.value(id))));
        (of(&|standing| standing.respondents.to_string()), measures.into_iter().map(figure).collect())
    }

    /// Why the survey of `change` stands otherwise.
    pub(in crate::cli::diff) fn survey_reasons(self, change: &Change) -> Vec<Reason> {
        let scale = change.scale_points.as_ref();
        let mut reasons: Vec<Reason> = Vec::new();
        reasons.extend(
            scale.map(|scale| format!("{} {} → {}", self.say("量表分数", "Scale points"), scale.old, scale.new).into()),
        );
        reasons.extend(change.conventions.iter().map(|convention| self.convention(convention).into()));
        reasons.extend(change.dimensions.iter().filter_map(|dimension| self.dimension(dimension)));
        reasons.extend(change.figures.iter().filter_map(|figure| self.whole(figure)));
        reasons.extend(change.segments.iter().filter_map(|segment| self.segment(segment)));
        let (respondents, figures) = self.survey_standing(Some(&change.old), Some(&change.new));
        if reasons.is_empty() && !figures.iter().chain([&respondents]).any(|told| told.contains('→')) {
            let less = self.say("差异小于所印的位数", "By less than is printed");
            reasons.push(less.to_owned().into());
        }
        reasons
    }

    fn convention(self, change: &ConventionChange) -> String {
        let what = match change.convention {
            Convention::Missing => self.say("缺失值处理", "Missing answers"),
            Convention::AtLeast => self.say("计分所需题目比例", "Share of items that give a score"),
            Convention::Weighting => self.say("加权方式", "Weighting"),
        };
        one_line(&format!("{what} {} → {}", change.value.old, change.value.new))
    }

    /// `Tangibles: weight 10 → 20 (surveys/halls.toml:38), Gap −0.20 → −0.25`, and its items.
    fn dimension(self, change: &DimensionChange) -> Option<Reason> {
        let weight = change.weight.differs().then(|| {
            let weight = arrow(&change.weight, |weight| weight.map_or(NONE.to_owned(), |weight| short(weight, 2)));
            let old = if change.weight.new.is_none() { self.was_at(Turn::Ended) } else { "" };
            format!("{} {weight}{}", self.say("权重", "weight"), place(Some(&change.file), Some(change.line), old))
        });
        let grade = change
            .grade
            .differs()
            .then(|| arrow(&change.grade, |grade| grade.map_or(NONE.to_owned(), |grade| self.grade(&grade))));
        let figures = change.figures.iter().filter_map(|figure| self.figure(figure));
        let facts: Vec<_> = weight.into_iter().chain(figures).chain(grade).collect();
        let items = self.items(&change.items);
        let head = one_line(&self.headed(&self.name(&change.name), &facts));
        (!(facts.is_empty() && items.is_empty())).then_some(Reason { head, inputs: items })
    }

    fn grade(self, id: &str) -> String {
        let grade = Grade::ALL.into_iter().find(|grade| grade.id() == id);
        grade.map_or_else(|| one_line(id), |grade| grade.words().get(self.language).to_owned())
    }

    /// Items that were edited, then those whose gap moved most.
    fn items(self, changes: &[ItemChange]) -> Vec<String> {
        let (edited, mut moved): (Vec<_>, Vec<_>) = changes.iter().partition(|item| item.is_edited());
        moved.sort_by_key(|item| Reverse(lead(item).map(FigureChange::by)));
        let told = |items: Vec<&ItemChange>| items.into_iter().filter_map(|item| self.item(item)).collect::<Vec<_>>();
        let mut lines = told(edited);
        lines.extend(self.at_most(told(moved), MOST_ITEMS));
        lines
    }

    /// `tan1: reworded (surveys/halls.toml:61), Gap −0.20 → −0.25`.
    fn item(self, change: &ItemChange) -> Option<String> {
        let turn = change.turn.map(|turn| match turn {
            Turn::Began => self.say("新题", "new item"),
            Turn::Ended => self.say("删题", "item gone"),
        });
        let reworded = change.wording.as_ref().map(|_| self.say("改了措辞", "reworded"));
        let turned = change.reverse.as_ref().map(|_| self.say("改了计分方向", "counted the other way round"));
        let moved = change
            .dimension
            .as_ref()
            .map(|pair| format!("{} {} → {}", self.say("维度", "dimension"), pair.old, pair.new));
        let mut facts: Vec<_> = [turn, reworded, turned].into_iter().flatten().map(ToOwned::to_owned).collect();
        facts.extend(moved);
        if let Some(last) = facts.last_mut() {
            let old = change.turn.map_or("", |turn| self.was_at(turn));
            last.push_str(&place(Some(&change.file), Some(change.line), old));
        }
        facts.extend(lead(change).and_then(|figure| self.figure(figure)));
        (!facts.is_empty()).then(|| one_line(&self.headed(&change.id, &facts)))
    }

    /// `Xinhua Road: respondents 68 → 69`, and its figures.
    fn segment(self, change: &SegmentChange) -> Option<Reason> {
        let respondents = change.respondents.differs().then(|| {
            let number = |number: Option<u64>| number.map_or(NONE.to_owned(), |number| number.to_string());
            format!("{} {}", self.say("有效问卷", "respondents"), arrow(&change.respondents, number))
        });
        let figures = change.figures.iter().filter(|figure| OF_SEGMENTS.contains(&figure.measure.as_str()));
        let figures = figures.filter_map(|figure| self.figure(figure));
        let facts: Vec<_> = respondents.into_iter().chain(figures).collect();
        (!facts.is_empty()).then(|| one_line(&self.headed(&self.name(&change.name), &facts)).into())
    }

    /// A figure of questions on the whole and the counts behind it, where these read otherwise; scores follow
    /// from the dimensions.
    fn whole(self, change: &WholeChange) -> Option<Reason> {
        Measure::from_id(&change.figure.measure).filter(|measure| measure.unit() != Unit::Scale)?;
        let input = |input: &InputChange| {
            let value = arrow(&input.value, |value| value.map_or(NONE.to_owned(), |value| short(value, 4)));
            value.contains('→').then(|| one_line(&format!("{} {value} {}:{}", input.path, input.file, input.line)))
        };
        let inputs: Vec<_> = change.inputs.iter().filter_map(input).collect();
        let head = self.figure(&change.figure)?;
        (!inputs.is_empty()).then(|| Reason { head, inputs: self.at_most(inputs, MOST_INPUTS) })
    }

    /// A figure, where its values read otherwise.
    fn figure(self, change: &FigureChange) -> Option<String> {
        let value = arrow(&change.value, |value| value_of(&change.measure, value));
        value.contains('→').then(|| format!("{} {value}", self.measure(&change.measure)))
    }

    fn headed(self, head: &str, facts: &[String]) -> String {
        let mark = self.say("：", ": ");
        let facts = facts.join(self.say("，", ", "));
        if facts.is_empty() { head.to_owned() } else { format!("{head}{mark}{facts}") }
    }
}

/// The figure that is told of an item.
fn lead(item: &ItemChange) -> Option<&FigureChange> {
    OF_ITEMS.iter().find_map(|id| item.figures.iter().find(|figure| figure.measure == *id))
}
