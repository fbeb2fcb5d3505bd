//! Differences for a terminal.

use super::super::terminal::one_line;
use super::super::wrap::wrap;
use super::Differences;
use super::phrases::{Phrases, Reason};
use crate::kinds::client::compare::{Change, Comparison, Standing};
use crate::kinds::survey::compare as survey;

/// `differences` in lines of about `width` columns.
pub(super) fn text(differences: &Differences, phrases: Phrases, width: usize) -> String {
    let mut parts = clients(&differences.clients, phrases, width);
    parts.extend(surveys(&differences.surveys, phrases, width));
    parts.push(phrases.summary(differences));
    parts.join("\n\n")
}

fn clients(comparison: &Comparison, phrases: Phrases, width: usize) -> Vec<String> {
    let mut parts: Vec<String> = phrases.common(comparison).iter().map(|reason| written(reason, 0, width)).collect();
    parts.extend(comparison.changed.iter().map(|change| changed(change, phrases, width)));
    let (new, gone) = (phrases.say("新增", "new"), phrases.say("移除", "gone"));
    parts.extend(comparison.new.iter().map(|standing| only(standing, new, phrases, (None, Some(standing)))));
    parts.extend(comparison.gone.iter().map(|standing| only(standing, gone, phrases, (Some(standing), None))));
    parts
}

fn surveys(comparison: &survey::Comparison, phrases: Phrases, width: usize) -> Vec<String> {
    let part = |old: Option<&survey::Standing>, new: Option<&survey::Standing>, word: &str, reasons: &[Reason]| {
        let head = new.or(old).map(|of| format!("{}  {}{word}", one_line(&of.id), phrases.name(&of.name)));
        let (respondents, figures) = phrases.survey_standing(old, new);
        let respondents = format!("{} {respondents}", phrases.say("有效问卷", "respondents"));
        let standing = [vec![respondents], figures].concat().join(" · ");
        let mut lines = vec![head.unwrap_or_default(), wrap(&standing, 2, width)];
        lines.extend(reasons.iter().map(|reason| written(reason, 4, width)));
        lines.join("\n")
    };
    let (new, gone) = (phrases.say("  (新增)", "  (new)"), phrases.say("  (移除)", "  (gone)"));
    let changed = comparison.changed.iter();
    let mut parts: Vec<_> =
        changed.map(|change| part(Some(&change.old), Some(&change.new), "", &phrases.survey_reasons(change))).collect();
    parts.extend(comparison.new.iter().map(|standing| part(None, Some(standing), new, &[])));
    parts.extend(comparison.gone.iter().map(|standing| part(Some(standing), None, gone, &[])));
    parts
}

fn changed(change: &Change, phrases: Phrases, width: usize) -> String {
    let mut lines = vec![format!("{}  {}", one_line(&change.new.id), phrases.name(&change.new.name))];
    lines.push(standing(phrases, Some(&change.old), Some(&change.new)));
    lines.extend(phrases.reasons(change).iter().map(|reason| written(reason, 4, width)));
    lines.join("\n")
}

/// A client that only one of the states has.
fn only(
    standing_of: &Standing,
    word: &str,
    phrases: Phrases,
    (old, new): (Option<&Standing>, Option<&Standing>),
) -> String {
    let head = format!("{}  {}  ({word})", one_line(&standing_of.id), phrases.name(&standing_of.name));
    format!("{head}\n{}", standing(phrases, old, new))
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
