//! How one survey differs between two states: its instrument, its dimensions with their items, its
//! waves and groups.

use rust_decimal::Decimal;
use serde::Serialize;

use super::Standing;
use crate::kinds::compare::{Names, Pair, Standings, Turn};
use crate::kinds::survey::record::{ALL, Dimension, Figure, Input, Item, Record, Segment};
use crate::pages::number::exact;

/// A survey that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// How it stood.
    pub old: Standing,
    /// How it stands.
    pub new: Standing,
    /// The highest answers, where they differ.
    pub scale_points: Option<Pair<u8>>,
    /// Conventions that differ.
    pub conventions: Vec<ConventionChange>,
    /// Figures of the survey as a whole that differ.
    pub figures: Vec<WholeChange>,
    /// Dimensions that differ, or of whose items one does.
    pub dimensions: Vec<DimensionChange>,
    /// Waves and groups that differ.
    pub segments: Vec<SegmentChange>,
}

/// A convention of the computation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Convention {
    /// What is done with missing answers.
    Missing,
    /// The share of a dimension's items that give a respondent a score in it.
    AtLeast,
    /// How weights are brought in.
    Weighting,
}

/// A convention that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConventionChange {
    /// Which one.
    pub convention: Convention,
    /// Its value in the file.
    #[serde(flatten)]
    pub value: Pair<String>,
}

/// A dimension that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DimensionChange {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Names,
    /// Its weight in points of 100; none where a state does not have it.
    pub weight: Pair<Option<Decimal>>,
    /// How urgently it is to be mended.
    pub grade: Pair<Option<String>>,
    /// Its figures that differ.
    pub figures: Vec<FigureChange>,
    /// Its items that differ.
    pub items: Vec<ItemChange>,
    /// The file of its weight: of the new state where it has the dimension.
    pub file: String,
    /// Its line there.
    pub line: usize,
}

/// An item that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ItemChange {
    /// Its id.
    pub id: String,
    /// Its wording: of the new state where it has the item.
    pub text: Names,
    /// Whether it began or ended.
    pub turn: Option<Turn>,
    /// The wordings, where they differ.
    pub wording: Option<Pair<Names>>,
    /// The dimensions, where they differ.
    pub dimension: Option<Pair<String>>,
    /// Whether answers are turned round, where that differs.
    pub reverse: Option<Pair<bool>>,
    /// Its figures that differ.
    pub figures: Vec<FigureChange>,
    /// Its file.
    pub file: String,
    /// Its line there.
    pub line: usize,
}

/// A figure that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FigureChange {
    /// The measure.
    pub measure: String,
    /// The values.
    #[serde(flatten)]
    pub value: Pair<Option<Decimal>>,
}

/// A figure of the survey as a whole that differs, with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WholeChange {
    /// The figure.
    #[serde(flatten)]
    pub figure: FigureChange,
    /// The numbers behind it that differ.
    pub inputs: Vec<InputChange>,
}

/// A number behind a figure that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InputChange {
    /// Its key path, or what is counted or summed.
    pub path: String,
    /// The numbers; none where the figure of a state does not rest on it.
    #[serde(flatten)]
    pub value: Pair<Option<Decimal>>,
    /// Its file: of the new state where it has the number.
    pub file: String,
    /// Its line there.
    pub line: usize,
}

/// A wave or a group that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SegmentChange {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Names,
    /// How many answered; none where a state does not have it.
    pub respondents: Pair<Option<u64>>,
    /// Its figures as a whole that differ.
    pub figures: Vec<FigureChange>,
}

impl FigureChange {
    /// By how much it differs; none where a state has no value.
    #[must_use]
    pub fn by(&self) -> Option<Decimal> {
        self.value.new?.checked_sub(self.value.old?).map(|by| by.abs())
    }
}

impl ItemChange {
    /// Whether the item itself differs, and not only its figures.
    #[must_use]
    pub const fn is_edited(&self) -> bool {
        self.turn.is_some() || self.wording.is_some() || self.dimension.is_some() || self.reverse.is_some()
    }
}

impl Standings for Change {
    type Standing = Standing;

    fn standings(&self) -> (&Standing, &Standing) {
        (&self.old, &self.new)
    }
}

/// How `new` differs from `old`, or nothing where nothing that is compared does.
pub(super) fn change(old: &Record, new: &Record) -> Option<Change> {
    let states = States { old, new };
    let change = Change {
        old: Standing::of(old),
        new: Standing::of(new),
        scale_points: Pair::differing(old.scale_points, new.scale_points),
        conventions: states.conventions(),
        figures: states.whole(),
        dimensions: states.dimensions(),
        segments: states.segments(),
    };
    let same = change.old.respondents == change.new.respondents && change.scale_points.is_none();
    let parts = [change.conventions.len(), change.figures.len(), change.dimensions.len(), change.segments.len()];
    (!same || parts.iter().any(|&many| many > 0)).then_some(change)
}

/// A survey in both states.
#[derive(Clone, Copy)]
struct States<'a> {
    old: &'a Record,
    new: &'a Record,
}

impl<'a> States<'a> {
    fn conventions(self) -> Vec<ConventionChange> {
        let (old, new) = (&self.old.conventions, &self.new.conventions);
        let change = |convention, old, new| Some(ConventionChange { convention, value: Pair::differing(old, new)? });
        let changes = [
            change(Convention::Missing, old.missing.clone(), new.missing.clone()),
            change(Convention::AtLeast, exact(old.at_least), exact(new.at_least)),
            change(Convention::Weighting, old.weighting.clone(), new.weighting.clone()),
        ];
        changes.into_iter().flatten().collect()
    }

    fn whole(self) -> Vec<WholeChange> {
        let inputs = |record: &'a Record, measure: &str| {
            record.figures_of("", ALL).find(|figure| figure.measure == measure).map_or(&[][..], |figure| &figure.inputs)
        };
        let whole = |figure: FigureChange| WholeChange {
            inputs: input_changes(inputs(self.old, &figure.measure), inputs(self.new, &figure.measure)),
            figure,
        };
        self.figures("", ALL).into_iter().map(whole).collect()
    }

    /// Dimensions of the new state, then those that only the old one has.
    fn dimensions(self) -> Vec<DimensionChange> {
        let pairs = paired(&self.old.dimensions, &self.new.dimensions, |dimension| &dimension.id);
        pairs.into_iter().filter_map(|(old, new)| self.dimension(old, new)).collect()
    }

    fn dimension(self, old: Option<&Dimension>, new: Option<&Dimension>) -> Option<DimensionChange> {
        let stands = new.or(old)?;
        let weight = |dimension: Option<&Dimension>| dimension.map(|dimension| dimension.weight);
        let change = DimensionChange {
            weight: Pair { old: weight(old), new: weight(new) },
            grade: Pair { old: grade(self.old, &stands.id), new: grade(self.new, &stands.id) },
            figures: self.figures(&stands.id, ALL),
            items: self.items(&stands.id),
            id: stands.id.clone(),
            name: stands.name.clone(),
            file: self.file(new.is_some()),
            line: stands.line,
        };
        let parts =
            [change.weight.differs(), change.grade.differs(), !change.figures.is_empty(), !change.items.is_empty()];
        parts.contains(&true).then_some(change)
    }

    /// The items of a dimension that differ, each in the dimension of the new state where it has it.
    fn items(self, dimension: &str) -> Vec<ItemChange> {
        let pairs = paired(&self.old.items, &self.new.items, |item| &item.id);
        let here = pairs.into_iter().filter(|(old, new)| new.or(*old).is_some_and(|item| item.dimension == dimension));
        here.filter_map(|(old, new)| self.item(old, new)).collect()
    }

    fn item(self, old: Option<&Item>, new: Option<&Item>) -> Option<ItemChange> {
        let stands = new.or(old)?;
        let both = old.zip(new);
        let change = ItemChange {
            turn: match (old, new) {
                (None, _) => Some(Turn::Began),
                (_, None) => Some(Turn::Ended),
                _ => None,
            },
            wording: both.and_then(|(old, new)| Pair::differing(old.text.clone(), new.text.clone())),
            dimension: both.and_then(|(old, new)| Pair::differing(old.dimension.clone(), new.dimension.clone())),
            reverse: both.and_then(|(old, new)| Pair::differing(old.reverse, new.reverse)),
            figures: self.figures(&stands.id, ALL),
            id: stands.id.clone(),
            text: stands.text.clone(),
            file: self.file(new.is_some()),
            line: stands.line,
        };
        (change.is_edited() || !change.figures.is_empty()).then_some(change)
    }

    /// Waves and groups of the new state, then those that only the old one has.
    fn segments(self) -> Vec<SegmentChange> {
        let pairs = paired(&self.old.segments, &self.new.segments, |segment| &segment.id);
        pairs.into_iter().filter_map(|(old, new)| self.segment(old, new)).collect()
    }

    fn segment(self, old: Option<&Segment>, new: Option<&Segment>) -> Option<SegmentChange> {
        let stands = new.or(old).filter(|segment| segment.id != ALL)?;
        let respondents = |segment: Option<&Segment>| segment.map(|segment| segment.respondents);
        let change = SegmentChange {
            respondents: Pair { old: respondents(old), new: respondents(new) },
            figures: self.figures("", &stands.id),
            id: stands.id.clone(),
            name: stands.name.clone(),
        };
        (change.respondents.differs() || !change.figures.is_empty()).then_some(change)
    }

    /// The figures of a scope and segment that differ.
    fn figures(self, scope: &'a str, segment: &'a str) -> Vec<FigureChange> {
        let figures = |record: &'a Record| record.figures_of(scope, segment).cloned().collect::<Vec<_>>();
        let (old, new) = (figures(self.old), figures(self.new));
        let value = |figure: Option<&Figure>| figure.and_then(|figure| figure.value);
        let change = |(old, new): (Option<&Figure>, Option<&Figure>)| {
            let value = Pair::differing(value(old), value(new))?;
            Some(FigureChange { measure: new.or(old)?.measure.clone(), value })
        };
        paired(&old, &new, |figure| &figure.measure).into_iter().filter_map(change).collect()
    }

    fn file(self, of_new: bool) -> String {
        if of_new { self.new.file.clone() } else { self.old.file.clone() }
    }
}

fn input_changes(old: &[Input], new: &[Input]) -> Vec<InputChange> {
    let value = |input: Option<&Input>| input.map(|input| input.value);
    let change = |(old, new): (Option<&Input>, Option<&Input>)| {
        let value = Pair::differing(value(old), value(new))?;
        let Input { path, file, line, .. } = new.or(old)?.clone();
        Some(InputChange { path, value, file, line })
    };
    paired(old, new, |input| &input.path).into_iter().filter_map(change).collect()
}

fn grade(record: &Record, dimension: &str) -> Option<String> {
    record.recommendations.iter().find(|advice| advice.dimension == dimension).map(|advice| advice.grade.clone())
}

/// What stands in `old` and in `new` under one key: in the order of `new`, then what only `old` has. Where a
/// key stands twice, as that of a wave and a group may, the first meets the first.
fn paired<'t, T>(old: &'t [T], new: &'t [T], key: impl Fn(&T) -> &String) -> Vec<(Option<&'t T>, Option<&'t T>)> {
    let of_key = |all: &'t [T], one: &'t T| all.iter().filter(|other| key(other) == key(one)).collect::<Vec<_>>();
    let find = |those: &'t [T], these: &'t [T], at: usize| {
        let nth = of_key(&these[..at], &these[at]).len();
        of_key(those, &these[at]).get(nth).copied()
    };
    let mut pairs: Vec<_> = new.iter().enumerate().map(|(at, one)| (find(old, new, at), Some(one))).collect();
    pairs.extend(
        old.iter().enumerate().filter(|(at, _)| find(new, old, *at).is_none()).map(|(_, one)| (Some(one), None)),
    );
    pairs
}

#[cfg(test)]
mod tests {
    use super::paired;

    #[test]
    fn the_first_of_a_key_meets_the_first() {
        let of = |keys: &[&str]| keys.iter().map(|&key| key.to_owned()).collect::<Vec<_>>();
        let (old, new) = (of(&["a", "b", "a"]), of(&["c", "a"]));
        let pairs = paired(&old, &new, |key| key);
        let at =
            |one: Option<&String>, all: &[String]| one.map(|one| all.iter().position(|other| std::ptr::eq(one, other)));
        let places: Vec<_> =
            pairs.into_iter().map(|(was, is)| (at(was, &old).flatten(), at(is, &new).flatten())).collect();
        assert_eq!(places, [(None, Some(0)), (Some(0), Some(1)), (Some(1), None), (Some(2), None)]);
    }
}
