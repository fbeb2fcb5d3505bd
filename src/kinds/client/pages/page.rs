//! A client's page on the site.

use super::Sheet;
use super::words as w;
use crate::pages::{Link, Page};
use crate::values::Language;

/// The path of a client's page, in the book's first language.
#[must_use]
pub fn path(id: &str) -> String {
    format!("clients/{id}.html")
}

/// The path of a client's data file below the output folder.
#[must_use]
pub fn data_path(id: &str) -> String {
    format!("data/clients/{id}.json")
}

/// The page of the client on `sheet`.
#[must_use]
pub fn page(sheet: &Sheet<'_>) -> Page {
    let client = sheet.client;
    let mut page = sheet.edition.page(&path(&client.id), "clients", title(sheet));
    page.lead = lead(sheet);
    page.description = description(sheet);
    page.trail = vec![
        Link { text: sheet.say(w::HOME), href: page.home.clone() },
        Link { text: sheet.say(w::CLIENTS), href: "index.html".to_owned() },
    ];
    let root = &page.root;
    if sheet.edition.reports {
        let href = format!("{root}{}", sheet.edition.report_path(&client.id));
        page.downloads.push(Link { text: sheet.say(w::PDF_REPORT), href });
    }
    page.downloads.push(Link { text: sheet.say(w::JSON_DATA), href: format!("{root}{}", data_path(&client.id)) });
    page.sections = sheet.chapters();
    page.sections.push(sheet.why_section());
    page.sections.extend(sheet.source_section());
    page
}

/// Unique within the book: two clients may share a name, but not an id.
fn title(sheet: &Sheet<'_>) -> String {
    sheet.name().to_owned()
}

fn lead(sheet: &Sheet<'_>) -> String {
    let parts = [sheet.industry(), sheet.client.domicile.get(sheet.edition.language)];
    let mut lead: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).map(ToOwned::to_owned).collect();
    lead.push(format!("{} {}", sheet.say(w::AS_OF), sheet.date(sheet.edition.as_of)));
    lead.join(" · ")
}

fn description(sheet: &Sheet<'_>) -> String {
    let tier = &sheet.edition.model.tiers[sheet.assessment.verdict.tier].id;
    let (name, as_of) = (sheet.name(), sheet.edition.as_of);
    match sheet.edition.language {
        Language::Zh => format!("{name}：信用等级 {tier}，截至 {as_of}；比率、评分、上限规则与每个数字的出处。"),
        Language::En => {
            format!("{name}: credit tier {tier} as of {as_of}; ratios, score, caps and the origin of every figure.")
        }
    }
}
