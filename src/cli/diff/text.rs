//! Differences for a terminal.

use super::super::terminal::one_line;
use super::super::wrap::wrap;
use super::Differences;
use super::phrases::{Phrases, Reason};
use crate::kinds::client::compare::{Comparison, Standing};
use crate::kinds::compare::{Names, Turn};
use crate::kinds::survey::compare as survey;

/// `differences` in lines of about `width` columns.
pub(super) fn text(differences: &Differences, phrases: Phrases, width: usize) -> String {
    let mut parts = clients(&differences.clients, phrases, width);
    parts.extend(surveys(&differences.surveys, phrases, width));
    parts.push(phrases.summary(differences));
    parts.join("\n\n")
}

fn clients(comparison: &Comparison, phrases: Phrases, width: usize) -> Vec<String> {
    let common = phrases.common(comparison).into_iter().map(|reason| written(&reason, 0, width));
    let cases = comparison.clients.lines().filter_map(|line| {
        let of = line.latest()?;
        let reasons = line.change.map_or_else(Vec::new, |change| phrases.reasons(change));
        let lines = [headed(&of.id, &of.name, line.turn(), phrases), standing(phrases, line.old, line.new)];
        Some(part(lines, &reasons, width))
    });
    common.chain(cases).collect()
}

fn surveys(comparison: &survey::Comparison, phrases: Phrases, width: usize) -> Vec<String> {
    let cases = comparison.lines().filter_map(|line| {
        let of = line.latest()?;
        let (respondents, figures) = phrases.survey_standing(line.old, line.new);
        let respondents = format!("{} {respondents}", phrases.say("有效问卷", "respondents"));
        let standing = wrap(&[vec![respondents], figures].concat().join(" · "), 2, width);
        let reasons = line.change.map_or_else(Vec::new, |change| phrases.survey_reasons(change));
        Some(part([headed(&of.id, &of.name, line.turn(), phrases), standing], &reasons, width))
    });
    cases.collect()
}

/// `acme  Acme Ltd.  (new)`.
fn headed(id: &str, name: &Names, turn: Option<Turn>, phrases: Phrases) -> String {
    let turned = turn.map_or_else(String::new, |turn| format!("  ({})", phrases.turned(turn)));
    format!("{}  {}{turned}", one_line(id), phrases.name(name))
}

/// A case: its head and how it stands, and why it stands so.
fn part(lines: [String; 2], reasons: &[Reason], width: usize) -> String {
    let reasons = reasons.iter().map(|reason| written(reason, 4, width));
    lines.into_iter().chain(reasons).collect::<Vec<_>>().join("\n")
}

fn standing(phrases: Phrases, old: Option<&Standing>, new: Option<&Standing>) -> String {
    let [tier, score, recommended, in_force] = phrases.standing(old, new);
    let [tier_is, score_is, recommended_is, in_force_is] = [
        phrases.say("等级", "tier"),
        phrases.say("评分", "score"),
        phrases.say("建议限额", "recommended limit"),
        phrases.say("生效限额", "limit in force"),
    ];
    format!("  {tier_is} {tier} · {score_is} {score}\n  {recommended_is} {recommended} · {in_force_is} {in_force}")
}

fn written(reason: &Reason, indent: usize, width: usize) -> String {
    let mut lines = vec![wrap(&reason.head, indent, width)];
    lines.extend(reason.inputs.iter().map(|input| wrap(input, indent + 4, width)));
    lines.join("\n")
}
