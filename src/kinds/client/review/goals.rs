//! Which goals of credit management are missed, and which of those nobody has explained.

use rust_decimal::Decimal;

use super::sums::Picture;
use super::track::{Standing, stands};
use crate::kinds::book::review::Goal;
use crate::kinds::book::{Book, Review};
use crate::kinds::client::assess::Assessment;
use crate::kinds::client::case::Client;
use crate::load::Source;
use crate::load::tree::{Tree, locate};
use crate::pages::number::{fixed, percent};
use crate::values::{Code, Place, Problem};

/// Whether a goal is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Met,
    Missed,
    /// A target is set, but the figure is not known or has no meaning.
    Unknown,
    /// No target is set.
    NoTarget,
}

/// How `goal` of `picture` stands to its target.
pub(super) fn outcome(picture: &Picture, review: &Review, goal: Goal) -> Outcome {
    let Some(&target) = review.targets.get(&goal) else { return Outcome::NoTarget };
    let Some(figure) = picture.goal(goal) else { return Outcome::Unknown };
    let met = if goal == Goal::CollectionEffectiveness { figure >= target } else { figure <= target };
    if met { Outcome::Met } else { Outcome::Missed }
}

/// The goals that are missed without a recorded cause.
pub(super) fn unexplained(picture: &Picture, review: &Review) -> Vec<Goal> {
    let missed = Goal::ALL.into_iter().filter(|&goal| outcome(picture, review, goal) == Outcome::Missed);
    missed.filter(|&goal| !review.remarks.iter().any(|remark| remark.goal == goal)).collect()
}

/// Where a client stands and what it owed a quarter before: all that the goals need of it.
#[derive(Debug)]
pub struct Glance {
    standing: Standing,
    opening: Option<Decimal>,
}

impl Glance {
    /// What the review's goals need of `client`; none where the book has no review.
    #[must_use]
    pub fn of(client: &Client, now: &Assessment, book: &Book) -> Option<Self> {
        let (standing, opening) = stands(client, now, book.settings.review.as_ref()?);
        Some(Glance { standing, opening })
    }
}

/// The goals' figures while clients are still added.
#[derive(Debug, Default)]
pub struct Tally(Option<Picture>);

impl Tally {
    /// Adds a client.
    pub fn add(&mut self, glance: &Glance, book: &Book) {
        let Some(review) = &book.settings.review else { return };
        let picture = self.0.get_or_insert_with(|| Picture::empty(0, &book.model, review));
        picture.add(&glance.standing, glance.opening);
    }

    /// A warning for each goal that is missed without a recorded cause, at its target in the book's file.
    /// On a day other than the book's own nothing was recorded, and nobody is to be blamed for it.
    #[must_use]
    pub fn unexplained(mut self, book: &Book, source: &Source, tree: &Tree<'_>) -> Vec<Problem> {
        let (Some(picture), Some(review)) = (&mut self.0, book.settings.review.as_ref()) else { return Vec::new() };
        if book.settings.is_moved() {
            return Vec::new();
        }
        picture.conclude(&book.model);
        let problem = |goal: Goal| {
            let (figure, target) = (picture.goal(goal)?, *review.targets.get(&goal)?);
            let span = locate(tree, &format!("review.targets.{}", goal.key()));
            let place = Place { file: source.path.clone(), span: Some(span.into()) };
            let bound = if goal == Goal::CollectionEffectiveness { "at least" } else { "at most" };
            let message = format!(
                "the goal `{}` is missed and no cause is recorded: it stands at {} and should be {bound} {}",
                goal.key(),
                shown(goal, figure),
                shown(goal, target)
            );
            let hint = format!(
                "add [[review.remarks]] with `goal = \"{}\"`, `date = {}`, `cause` and `action`",
                goal.key(),
                book.settings.as_of
            );
            Some(Problem::new(Code::GoalUnexplained, place, message).hint(hint))
        };
        unexplained(picture, review).into_iter().filter_map(problem).collect()
    }
}

/// A figure of a goal in a message: money in base units, days, or per cent.
fn shown(goal: Goal, figure: Decimal) -> String {
    match goal {
        Goal::Exposure => fixed(figure, 0),
        Goal::DaysSalesOutstanding | Goal::BestPossibleDso => format!("{} days", fixed(figure, 1)),
        _ => percent(figure, 2),
    }
}
