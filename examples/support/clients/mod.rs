//! The invented clients of the shipped book: from the list to the text of their files.
//!
//! [`list`] says who they are, [`story`] what happened to some of them, [`statements`] and [`ledger`]
//! work out their figures; nothing here knows the model, which judges them like anybody's.

mod ledger;
mod list;
mod makers;
mod norms;
mod others;
mod statements;
mod story;

use std::fmt::Write as _;

use crate::stream::Stream;
use ledger::Ledger;
use list::{File, Limit, Spec};

/// The name and the text of every file.
pub fn files() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for (at, spec) in list::all().iter().enumerate() {
        let number = at + 1;
        let mut stream = Stream(u64::try_from(number).unwrap_or_default());
        let (statements, ledger) = (statements::of(spec, &mut stream), Ledger::of(spec, number, &mut stream));
        files.push((format!("{}.toml", spec.id), client(spec, number, &statements, &ledger)));
        files.push((format!("{}.csv", spec.id), ledger.csv()));
    }
    files
}

fn client(spec: &Spec, number: usize, statements: &str, ledger: &Ledger) -> String {
    let mut text = format!(
        "#:schema ../schema/client.json\n# {}\n# An invented company; `cargo run --example clients -- content/clients` writes this file.\n\n",
        spec.shows
    );
    head(&mut text, spec, number);
    text.push_str(statements);
    let limit = granted(spec, ledger);
    trade(&mut text, spec, ledger);
    limits(&mut text, spec, limit);
    review(&mut text, spec, limit);
    if let Some(story) = story::of(spec.id) {
        text.push_str(story.tail);
    }
    text
}

fn head(text: &mut String, spec: &Spec, number: usize) {
    let (region, team) = (list::REGIONS[spec.region], list::TEAMS[spec.team]);
    let _ = write!(
        text,
        "id = \"{}\"\nname = {{ zh = \"{}（虚构）\", en = \"{} (invented)\" }}\n\
         legal_form = {{ zh = \"有限责任公司\", en = \"Limited liability company\" }}\n\
         domicile = {}\nindustry = \"{}\"\nregistration = \"XG-01{number:02}\"\ncurrency = \"CNY\"\n\
         unit = \"wan\"   # ten thousands of yuan\nregion = {}\nmanager = {}\n",
        spec.id,
        spec.zh,
        spec.en,
        both((&format!("临江省{}市（虚构）", region.0), &format!("{}, Linjiang Province (invented)", region.1))),
        spec.industry,
        both(region),
        both(team),
    );
    if let Some(group) = spec.group {
        let _ = writeln!(text, "group = {}", both(list::GROUPS[group]));
    }
    if let Some(story) = story::of(spec.id) {
        let _ = write!(text, "notes.zh = \"{}\"\nnotes.en = \"{}\"\n", story.zh, story.en);
    }
    documents(text, spec);
}

/// The credit file: all papers, the first four of them, or none that anybody recorded.
fn documents(text: &mut String, spec: &Spec) {
    let papers = [
        ("registration", "2022-06-15"),
        ("legal_form", "2019-04-10"),
        ("domicile", "2022-05-22"),
        ("sales_contract", "2023-01-03"),
        ("property_location", "2022-11-08"),
        ("debts", "2022-12-20"),
        ("application", "2023-03-14"),
        ("financial_information", "2023-03-10"),
        ("financial_information", "2024-03-08"),
        ("settlement_records", "2024-03-31"),
    ];
    let kinds = match spec.file {
        File::Unrecorded => return,
        File::Part => 4,
        File::Whole => papers.len(),
    };
    text.push_str("documents = [   # the credit file\n");
    for (kind, date) in papers.iter().take(kinds) {
        let _ = writeln!(text, "  {{ kind = \"{kind}\", date = {date} }},");
    }
    text.push_str("]\n");
}

fn trade(text: &mut String, spec: &Spec, ledger: &Ledger) {
    let _ = write!(text, "\n[trade]\nsince = {}\nterms_days = {}\n", spec.since, spec.terms);
    if spec.usd {
        text.push_str("currency = \"USD\"\nunit = \"thousand\"   # the ledger is in dollars\n");
    }
    let owed = ledger.owed_on(list::AS_OF) + spec.untied;
    let _ = writeln!(text, "receivables = {}", spec.in_unit(owed));
    if spec.orders > 0 {
        let _ = writeln!(text, "orders = {}", spec.orders);
    }
    let _ = writeln!(text, "ledger = \"{}.csv\"", spec.id);
}

/// The standing limit: as said, or what the peaks of the last year need, to the next five.
fn granted(spec: &Spec, ledger: &Ledger) -> Option<i64> {
    match spec.limit {
        Limit::Unset => None,
        Limit::Of(amount) => Some(amount),
        Limit::Usual => {
            let peak = ledger.peak() / spec.base() + spec.orders;
            Some((peak * 115 / 100 / 5 + 1) * 5)
        }
    }
}

fn limits(text: &mut String, spec: &Spec, limit: Option<i64>) {
    if let Some(amount) = limit {
        let _ = write!(
            text,
            "\n[[limits]]\nfrom = 2023-04-01\namount = {amount}\nby = {{ zh = \"信用经理\", en = \"Credit manager\" }}\n"
        );
    }
    if let Some((from, until, more)) = spec.season {
        let _ = write!(
            text,
            "\n[[limits]]\nfrom = {from}\nuntil = {until}\namount = {}\n\
             by = {{ zh = \"财务总监\", en = \"Finance director\" }}\n\
             reason = {{ zh = \"旺季备货，临时提高\", en = \"Raised for the season\" }}\n",
            limit.unwrap_or_default() + more
        );
    }
}

fn review(text: &mut String, spec: &Spec, limit: Option<i64>) {
    let Some((date, tier)) = spec.review else { return };
    let _ = write!(
        text,
        "\n[[decisions]]\nkind = \"review\"\nwho = {{ zh = \"信用经理\", en = \"Credit manager\" }}\n\
         role = {{ zh = \"信用管理部\", en = \"Credit Department\" }}\ndate = {date}\nto = \"{tier}\"\n"
    );
    if let Some(limit) = limit {
        let _ = writeln!(text, "limit_to = {limit}");
    }
    text.push_str("why = { zh = \"例行复评，按模型定级\", en = \"Regular review; the tier is the model's\" }\n");
}

/// A text in both languages.
fn both((zh, en): (&str, &str)) -> String {
    format!("{{ zh = \"{zh}\", en = \"{en}\" }}")
}
