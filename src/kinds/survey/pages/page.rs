//! A survey's page on the site.

use super::Sheet;
use super::words as w;
use crate::pages::{Link, Page, Section};
use crate::values::{Language, plural};

/// The path of a survey's page, in the book's first language.
#[must_use]
pub fn path(id: &str) -> String {
    format!("surveys/{id}.html")
}

/// The path of a survey's data file below the output folder.
#[must_use]
pub fn data_path(id: &str) -> String {
    format!("data/surveys/{id}.json")
}

impl Sheet<'_> {
    /// The path of the survey's report below the output folder.
    #[must_use]
    pub fn report_path(&self) -> String {
        format!("reports/surveys/{}.{}.pdf", self.survey.id, self.edition.language.code())
    }

    /// The path of the questionnaire on paper below the output folder.
    #[must_use]
    pub fn questionnaire_path(&self) -> String {
        format!("reports/surveys/{}-questionnaire.{}.pdf", self.survey.id, self.edition.language.code())
    }
}

/// The page of the survey on `sheet`.
#[must_use]
pub fn page(sheet: &Sheet<'_>) -> Page {
    let id = &sheet.survey.id;
    let mut page = sheet.edition.page(&path(id), "surveys", sheet.name().to_owned());
    page.lead = lead(sheet);
    page.description = description(sheet);
    page.trail = vec![
        Link { text: sheet.say(w::HOME), href: page.home.clone() },
        Link { text: sheet.say(w::SURVEYS), href: "index.html".to_owned() },
    ];
    let root = &page.root;
    let mut downloads = Vec::new();
    if sheet.edition.reports {
        downloads.push(Link { text: sheet.say(w::PDF_REPORT), href: format!("{root}{}", sheet.report_path()) });
    }
    downloads.push(Link { text: sheet.say(w::FORM), href: format!("{id}-questionnaire.html") });
    if sheet.edition.reports {
        let href = format!("{root}{}", sheet.questionnaire_path());
        downloads.push(Link { text: sheet.say(w::PDF_QUESTIONNAIRE), href });
    }
    downloads.push(Link { text: sheet.say(w::JSON_DATA), href: format!("{root}{}", data_path(id)) });
    page.downloads = downloads;
    page.sections = sections(sheet);
    page
}

fn sections(sheet: &Sheet<'_>) -> Vec<Section> {
    let mut sections = vec![sheet.summary()];
    sections.extend(sheet.result_sections());
    sections.push(sheet.path_section());
    sections.push(sheet.method_section());
    if sheet.is_answered() {
        sections.push(sheet.why_section());
    }
    sections.extend(sheet.source_section());
    sections
}

impl Sheet<'_> {
    /// What there is to say once somebody has answered.
    pub(super) fn result_sections(&self) -> Vec<Section> {
        if !self.is_answered() {
            return Vec::new();
        }
        let mut sections = vec![self.advice_section(), self.dimensions_section(), self.items_section()];
        sections.extend(self.importance_section());
        sections.extend(self.loyalty_section());
        sections.extend(self.compare_section());
        sections.extend(self.reliability_section());
        sections
    }
}

fn lead(sheet: &Sheet<'_>) -> String {
    let parts = [sheet.text(&sheet.survey.organisation), sheet.text(&sheet.survey.industry)];
    let mut lead: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).map(ToOwned::to_owned).collect();
    let n = sheet.survey.tallies.whole.respondents;
    lead.push(match sheet.language() {
        Language::Zh => format!("{n} 份有效问卷"),
        Language::En => plural(n, "respondent"),
    });
    lead.join(" · ")
}

fn description(sheet: &Sheet<'_>) -> String {
    let name = sheet.name();
    if !sheet.is_answered() {
        return match sheet.language() {
            Language::Zh => format!("{name}：服务质量问卷与测定步骤，尚无回答。"),
            Language::En => {
                format!("{name}: a questionnaire on service quality and the steps of measuring it; no answers yet.")
            }
        };
    }
    let main = sheet.main_score();
    let (score, value) = (main.figure.measure.doc().name.get(sheet.language()), super::shown(&main.figure));
    match sheet.language() {
        Language::Zh => format!("{name}：{score} {value}；各维度差距、信度、改进次序与每个数字的出处。"),
        Language::En => {
            format!(
                "{name}: {score} {value}; gaps by dimension, reliability, what to mend first, and the origin of every figure."
            )
        }
    }
}
