//! Checks documents, facts and ratings: ids that ratings refer to, evidence for each rating, dates.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Check;
use crate::kinds::case_file::is_id;
use crate::kinds::client::case::AmountUnit;
use crate::kinds::client::case::dossier::{Document, Dossier, Fact, Finding};
use crate::kinds::client::schema::ClientFile;
use crate::kinds::client::schema::dossier::{DocumentFile, FactFile, FindingFile};
use crate::load::check::nearest;
use crate::values::Code;

/// What to do about an entry after the as-of date.
pub(super) const LATER_HINT: &str = "correct the date, or move `as_of` in casebook.toml";

impl Check<'_> {
    /// Our work on the client; `unit` is that of the trade.
    pub(super) fn dossier(&mut self, file: &ClientFile, unit: AmountUnit) -> Dossier {
        self.known_by_then(file);
        let ids = self.evidence_ids(file);
        let mut rated = BTreeSet::new();
        let documents = file.documents.iter().enumerate().map(|(at, document)| self.document(document, at, unit));
        let documents = documents.collect();
        let facts = file.facts.iter().enumerate().map(|(at, fact)| self.fact(fact, at)).collect();
        let findings =
            file.five_c.iter().enumerate().map(|(at, finding)| self.finding(finding, at, &ids, &mut rated)).collect();
        Dossier { documents, facts, findings, decisions: self.decisions(&file.decisions, unit) }
    }

    /// One warning for each list with entries after the as-of date.
    fn known_by_then(&mut self, file: &ClientFile) {
        let Some(as_of) = self.own_as_of() else { return };
        let dates = [
            ("documents", file.documents.iter().map(|one| one.date.0).collect::<Vec<_>>()),
            ("facts", file.facts.iter().map(|one| one.date.0).collect()),
            ("five_c", file.five_c.iter().map(|one| one.date.0).collect()),
            ("decisions", file.decisions.iter().map(|one| one.date.0).collect()),
        ];
        for (list, dates) in dates {
            self.later_entries(list, "date", &dates, as_of);
        }
    }

    /// One warning where entries of a list lie after the as-of date, at the first of them.
    pub(super) fn later_entries(&mut self, list: &str, key: &str, dates: &[Date], as_of: Date) {
        let later = dates.iter().filter(|&&date| date > as_of).count();
        let Some(at) = dates.iter().position(|&date| date > as_of) else { return };
        let message = match later {
            1 => {
                let date = dates[at];
                format!("this entry of `{list}`, of {date}, lies after the as-of date {as_of} and is left out")
            }
            _ => format!(
                "{later} entries of `{list}` lie after the as-of date {as_of} and are left out, this one of {}",
                dates[at]
            ),
        };
        self.report(Code::EntryInFuture, &format!("{list}[{at}].{key}"), message, LATER_HINT);
    }

    /// A last day that lies before the first.
    pub(super) fn runs_forward(&mut self, from: Date, to: Option<Date>, path: &str) {
        if let Some(to) = to.filter(|&to| to < from) {
            let message = format!("it would end on {to}, before it begins on {from}");
            self.report(Code::BadValue, path, message, "check both dates");
        }
    }

    /// The ids of documents and facts, which ratings share.
    fn evidence_ids<'f>(&mut self, file: &'f ClientFile) -> BTreeSet<&'f str> {
        let documents = file.documents.iter().enumerate().map(|(at, one)| (format!("documents[{at}].id"), &one.id));
        let facts = file.facts.iter().enumerate().map(|(at, one)| (format!("facts[{at}].id"), &one.id));
        let mut ids = BTreeSet::new();
        for (path, id) in documents.chain(facts) {
            let Some(id) = id else { continue };
            if !is_id(id) {
                let message = format!("`{id}` cannot serve as an id");
                self.report(Code::BadValue, &path, message, "use letters, digits, - and _");
            } else if !ids.insert(id.as_str()) {
                let message = format!("two documents or facts are called `{id}`");
                self.report(Code::DuplicateId, &path, message, "give each its own id: ratings refer to it");
            }
        }
        ids
    }

    fn document(&mut self, file: &DocumentFile, index: usize, unit: AmountUnit) -> Document {
        let path = format!("documents[{index}]");
        self.runs_forward(file.date.0, file.expires.map(|day| day.0), &format!("{path}.expires"));
        self.translation(&format!("{path}.name"), file.name.as_ref());
        self.translation(&format!("{path}.place"), file.place.as_ref());
        if let Some(amount) = file.amount {
            let path = format!("{path}.amount");
            if amount.0.is_sign_negative() {
                self.report(
                    Code::NegativeAmount,
                    &path,
                    "what a document secures cannot be negative",
                    "check the sign",
                );
            } else if !file.kind.secures() {
                let message = format!("a document of the kind `{}` secures nothing", file.kind.key());
                self.report(
                    Code::BadValue,
                    &path,
                    message,
                    "only guarantee_contract and letter_of_guarantee do; remove `amount`",
                );
            }
        }
        Document {
            index,
            id: file.id.clone().unwrap_or_default(),
            kind: file.kind,
            name: file.name.clone().unwrap_or_default(),
            number: file.number.clone().unwrap_or_default(),
            date: file.date.0,
            expires: file.expires.map(|day| day.0),
            place: file.place.clone().unwrap_or_default(),
            amount: file.amount.map(|amount| amount.0 * unit.scale()),
        }
    }

    fn fact(&mut self, file: &FactFile, index: usize) -> Fact {
        let path = format!("facts[{index}]");
        self.translation(&format!("{path}.statement"), Some(&file.statement));
        self.translation(&format!("{path}.source"), Some(&file.source));
        Fact {
            index,
            id: file.id.clone().unwrap_or_default(),
            subject: file.subject.trim().to_owned(),
            statement: file.statement.clone(),
            value: file.value.as_deref().unwrap_or_default().trim().to_owned(),
            channel: file.channel,
            source: file.source.clone(),
            date: file.date.0,
        }
    }

    fn finding<'f>(
        &mut self,
        file: &'f FindingFile,
        index: usize,
        ids: &BTreeSet<&str>,
        rated: &mut BTreeSet<(&'f str, Date)>,
    ) -> Finding {
        let path = format!("five_c[{index}]");
        self.translation(&format!("{path}.note"), file.note.as_ref());
        if !rated.insert((&file.item, file.date.0)) {
            let message = format!("`{}` is rated twice on {}", file.item, file.date.0);
            self.report(
                Code::DuplicateId,
                &format!("{path}.item"),
                message,
                "keep one; a later rating has a later date",
            );
        }
        if file.evidence.is_empty() && file.note.is_none() {
            let message = format!("the rating of `{}` rests on nothing", file.item);
            let hint = "name documents and facts in `evidence = [\"…\"]`, or say in `note` what it rests on; what is not known is not rated";
            self.report(Code::EvidenceMissing, &format!("{path}.score"), message, hint);
        }
        for (at, id) in file.evidence.iter().enumerate().filter(|(_, id)| !ids.contains(id.as_str())) {
            let hint = match nearest(id, ids.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "give the document or the fact this `id`".to_owned(),
            };
            let message = format!("no document and no fact of this client is called `{id}`");
            self.report(Code::BadReference, &format!("{path}.evidence[{at}]"), message, hint);
        }
        Finding {
            index,
            item: file.item.trim().to_owned(),
            score: file.score,
            evidence: file.evidence.clone(),
            note: file.note.clone().unwrap_or_default(),
            date: file.date.0,
        }
    }
}
