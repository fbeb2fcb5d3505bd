//! A client's credit report: the document that becomes a PDF.

use super::Sheet;
use super::dossier_words as d;
use super::ledger_words as l;
use super::words as w;
use crate::kinds::book::schema::Depth;
use crate::kinds::credit_model::pages::conventions;
use crate::pages::{Block, Column, Fact, Report, Section, Tone};
use crate::present::tables::{row, section, table};
use crate::values::Language;

/// The report on the client on `sheet`; `attachment` is its data as JSON, or empty.
#[must_use]
pub fn report(sheet: &Sheet<'_>, attachment: String) -> Report {
    let (edition, client) = (&sheet.edition, sheet.client);
    let period = sheet.latest().map_or_else(String::new, |latest| latest.period.name.clone());
    let as_of = edition.as_of;
    let title = format!("{} · {} · {as_of}", sheet.say(w::REPORT_TITLE), sheet.name());
    Report {
        running_period: format!("{period} · {as_of}").trim_start_matches(" · ").to_owned(),
        cover: cover(sheet),
        notice: notice(sheet),
        sections: sections(sheet),
        attachment_name: if attachment.is_empty() { String::new() } else { format!("{}.json", client.id) },
        attachment,
        ..edition.report(&client.id, sheet.name(), title)
    }
}

fn cover(sheet: &Sheet<'_>) -> Vec<Fact> {
    let (edition, client) = (&sheet.edition, sheet.client);
    let model = edition.model;
    let short_hash: String = model.sha256.chars().take(12).collect();
    let mut facts = vec![
        Fact::new(sheet.say(w::NUMBER), format!("{}/{}", client.id, edition.as_of)),
        Fact::new(sheet.say(w::AS_OF), sheet.date(edition.as_of)),
        Fact::new(sheet.say(w::CREDIT_TIER), model.tiers[sheet.assessment.verdict.tier].id.clone()),
        Fact::new(
            sheet.say(d::OVERRIDE),
            sheet.override_in_force().map_or_else(String::new, |_| sheet.moved_by_override()),
        ),
    ];
    facts.extend(sheet.limit_facts());
    facts.extend(further_credit(sheet));
    let named = [model.name.get(edition.language), &sheet.say(w::MODEL_VERSION), &model.version].join(" ");
    facts.push(Fact::new(sheet.say(w::MODEL), format!("{named} ({short_hash})")));
    facts.extend(sheet.assessment.verdict.review.map(|_| sheet.review_fact(w::VALID_UNTIL)));
    facts.push(Fact::new(sheet.say(w::ISSUED_BY), edition.author));
    facts.into_iter().filter(|fact| !fact.value.is_empty()).collect()
}

/// That further credit is blocked and why, or that nobody knows, where that is so.
fn further_credit(sheet: &Sheet<'_>) -> Option<Fact> {
    let (reasons, untold) = (sheet.obstacles(), sheet.untold());
    let joint = if sheet.language() == Language::Zh { "；" } else { "; " };
    let name = sheet.say(l::FURTHER_CREDIT);
    if reasons.is_empty() {
        let value = [sheet.say(l::NOT_KNOWN), untold.clone()].concat();
        return (!untold.is_empty()).then(|| Fact::new(name, value).toned(Tone::Caution));
    }
    Some(Fact::new(name, [sheet.say(l::BLOCKED_BY), reasons.join(joint)].concat()).toned(Tone::Bad))
}

fn notice(sheet: &Sheet<'_>) -> String {
    let model = sheet.edition.model.notice.get(sheet.edition.language);
    let own = sheet.say(w::NOTICE);
    if model.is_empty() { own } else { format!("{own} {model}") }
}

impl Sheet<'_> {
    /// What is told of a client on its page and in its report, in the order of the chapter: cycle,
    /// trade and receivables, credit file, investigation, statements, ratios, five Cs, score, tier, limit, decisions.
    /// A client without statements has none of the chapters that rest on them.
    pub(super) fn chapters(&self) -> Vec<Section> {
        let stated = self.latest().is_some();
        let mut sections = vec![self.summary(), self.company_section()];
        sections.extend(stated.then(|| self.cycle_section()));
        sections.push(self.trade_section());
        sections.extend(self.receivables_section());
        sections.extend(self.file_section());
        sections.extend(self.investigation_section());
        sections.push(self.statements_section());
        sections.extend(stated.then(|| self.ratios_section()));
        sections.extend(self.five_c_section());
        sections.extend(self.score_section());
        sections.push(self.tier_section());
        sections.extend(self.limit_section());
        sections.extend(self.decisions_section());
        sections
    }
}

/// The chapters that the book's depth asks for: a summary is tier, score and decisions; the computation
/// appendix and every single fact and rating are for full reports.
fn sections(sheet: &Sheet<'_>) -> Vec<Section> {
    let mut sections = sheet.chapters();
    let depth = sheet.edition.depth;
    if depth == Depth::Summary {
        sections.retain(|section| ["summary", "score", "tier", "limit", "decisions"].contains(&section.id.as_str()));
    }
    sections.push(method(sheet));
    if depth == Depth::Full {
        sections.push(appendix(sheet));
    }
    for id in ["summary", "company", "score", "method", "appendix"] {
        if let Some(section) = sections.iter_mut().find(|section| section.id == id) {
            section.new_sheet = true;
        }
    }
    sections
}

fn method(sheet: &Sheet<'_>) -> Section {
    let mut blocks = vec![Block::Table(conventions(sheet.edition.model, sheet.edition.language))];
    blocks.extend(sources(sheet).map(Block::Table));
    blocks.extend(crate::present::tables::prose(sheet.edition.model.notice.get(sheet.edition.language)));
    section("method", sheet.say(w::METHOD), blocks)
}

/// The sources of the scored measures that the client has; their formulas stand in the appendix.
fn sources(sheet: &Sheet<'_>) -> Option<crate::pages::Table> {
    let language: Language = sheet.edition.language;
    let has = |measure| sheet.assessment.figures().any(|figure| figure.measure == measure && figure.value.is_ok());
    let items = sheet.edition.model.items.iter().filter(|item| has(item.measure));
    let rows: Vec<_> = items
        .map(|item| {
            let doc = item.measure.doc();
            row(vec![doc.name.get(language).into(), doc.source.get(language).into()])
        })
        .collect();
    let columns = vec![Column::text(sheet.say(w::MEASURE)).wide(2), Column::text(sheet.say(w::SOURCE_OF)).wide(5)];
    (!rows.is_empty()).then(|| table("sources", sheet.say(w::SOURCES), columns, rows))
}

fn appendix(sheet: &Sheet<'_>) -> Section {
    let mut blocks = Vec::new();
    if let Some(score) = sheet.assessment.score() {
        blocks.push(sheet.points_table(score));
    }
    blocks.push(Block::Derivations(sheet.derivations()));
    section("appendix", sheet.say(w::APPENDIX), blocks)
}
