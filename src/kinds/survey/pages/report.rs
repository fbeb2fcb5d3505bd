//! A survey's report: the document that becomes a PDF.

use super::Sheet;
use super::words as w;
use crate::pages::{Fact, Report, ReportLabels, Section};

/// The report on the survey on `sheet`; `attachment` is its data as JSON, or empty.
#[must_use]
pub fn report(sheet: &Sheet<'_>, attachment: String) -> Report {
    let title = format!("{} · {} · {}", sheet.say(w::REPORT_TITLE), sheet.name(), sheet.edition.as_of);
    Report {
        cover: cover(sheet),
        notice: sheet.say(w::NOTICE),
        sections: sections(sheet),
        attachment_name: if attachment.is_empty() { String::new() } else { format!("{}.json", sheet.survey.id) },
        attachment,
        ..frame(sheet, &sheet.survey.id, title)
    }
}

/// What the report and the questionnaire have in common, without content.
pub(super) fn frame(sheet: &Sheet<'_>, name: &str, title: String) -> Report {
    let frame = sheet.edition.report(name, sheet.name(), title);
    let labels = ReportLabels { inputs: sheet.say(w::INPUTS), ..frame.labels };
    Report { running_period: period(sheet), labels, ..frame }
}

/// The latest wave with answers, and the day of the report.
fn period(sheet: &Sheet<'_>) -> String {
    let latest = sheet.assessment.waves.last().map_or("", |wave| wave.name.get(sheet.language()));
    format!("{latest} · {}", sheet.edition.as_of).trim_start_matches(" · ").to_owned()
}

fn cover(sheet: &Sheet<'_>) -> Vec<Fact> {
    let (edition, survey) = (&sheet.edition, sheet.survey);
    let score = if sheet.is_answered() { super::shown(&sheet.main_score().figure) } else { String::new() };
    let label = sheet.say(if sheet.has_gaps() { w::WEIGHTED_GAP } else { w::PERFORMANCE });
    let facts = vec![
        Fact::new(sheet.say(w::ORGANISATION), sheet.text(&survey.organisation)),
        Fact::new(sheet.say(w::INDUSTRY), sheet.text(&survey.industry)),
        Fact::new(sheet.say(w::REFERENCE), format!("{}/{}", survey.id, edition.as_of)),
        Fact::new(sheet.say(w::AS_OF), sheet.date(edition.as_of)),
        Fact::new(label, score),
        Fact::new(sheet.say(w::RESPONDENTS), survey.tallies.whole.respondents.to_string()),
        Fact::new(sheet.say(w::ISSUED_BY), edition.author),
    ];
    facts.into_iter().filter(|fact| !fact.value.is_empty()).collect()
}

fn sections(sheet: &Sheet<'_>) -> Vec<Section> {
    let mut sections = vec![sheet.summary()];
    sections.extend(sheet.result_sections());
    sections.extend([sheet.path_section(), sheet.method_section()]);
    if sheet.is_answered() {
        sections.push(sheet.appendix());
    }
    for id in ["summary", "dimensions", "items", "importance", "path", "appendix"] {
        if let Some(section) = sections.iter_mut().find(|section| section.id == id) {
            section.new_sheet = true;
        }
    }
    sections
}
