//! Who the client is and who looks after it, whether it is watched, what happened, and the statements at
//! hand with their assurance (SCOPE C6).

use super::Sheet;
use super::words as w;
use crate::kinds::client::case::{Assurance, EventKind, Opinion, Statement};
use crate::pages::{Block, Callout, Column, Fact, Section, Tone};
use crate::present::tables::{facts, linked, prose, row, section, table};
use crate::values::Language;

impl Sheet<'_> {
    pub(super) fn company_section(&self) -> Section {
        let language = self.language();
        let client = self.client;
        let mut blocks = Vec::new();
        blocks.extend(facts(vec![
            Fact::new(self.say(w::LEGAL_FORM), client.legal_form.get(language)),
            Fact::new(self.say(w::DOMICILE), client.domicile.get(language)),
            Fact::new(self.say(w::INDUSTRY), self.industry()),
            Fact::new(self.say(w::REGISTRATION), client.registration.as_str()),
            Fact::new(self.say(w::CURRENCY), client.currency.as_str()),
            Fact::new(self.say(w::REGION), client.membership.region.get(language)),
            Fact::new(self.say(w::GROUP), client.membership.group.get(language)),
            Fact::new(self.say(w::MANAGER), client.membership.manager.get(language)),
        ]));
        blocks.extend(prose(client.notes.get(language)));
        if !client.events.is_empty() {
            blocks.push(self.events());
        }
        if self.statements().len() > 0 {
            blocks.push(self.statements_at_hand());
        }
        section("company", self.say(w::COMPANY), blocks)
    }

    /// The entries of the watch list in force: why, who answers, what is done, and until when.
    pub(super) fn watched(&self) -> impl Iterator<Item = Block> {
        self.client.membership.watched_on(self.edition.as_of).map(|entry| {
            let since = match self.language() {
                Language::Zh => format!("自{}起列入观察名单", self.date(entry.since)),
                Language::En => format!("On the watch list since {}", self.date(entry.since)),
            };
            let colon = if self.language() == Language::Zh { "：" } else { ": " };
            let told = [
                (w::TRIGGER, &entry.trigger),
                (w::OWNER, &entry.owner),
                (w::PLAN, &entry.plan),
                (w::EXIT, &entry.exit),
            ];
            let items = told.map(|(label, text)| [&self.say(label), colon, text.get(self.language())].concat());
            Block::Callout(Callout { tone: Tone::Caution, title: since, text: String::new(), items: items.into() })
        })
    }

    fn events(&self) -> Block {
        let rows = self.client.events.iter().map(|event| {
            let kind = match event.kind {
                EventKind::Insolvency => w::INSOLVENCY,
                EventKind::Fraud => w::FRAUD,
                EventKind::RefusedInformation => w::REFUSED,
            };
            let path = format!("events[{}].kind", event.index);
            row(vec![
                linked(self.say(kind), self.line_href(&path)),
                event.date.to_string().into(),
                event.source.get(self.language()).into(),
            ])
        });
        let columns = vec![
            Column::text(self.say(w::EVENT)).wide(2),
            Column::number(self.say(w::DATE)),
            Column::text(self.say(w::KNOWN_FROM)).wide(4),
        ];
        Block::Table(table("events", self.say(w::EVENTS), columns, rows.collect()))
    }

    fn statements_at_hand(&self) -> Block {
        let named = self.statements().any(|statement| !statement.auditor.get(self.language()).is_empty());
        let rows = self.statements().rev().map(|statement| {
            let mut cells = vec![
                statement.period.name.clone().into(),
                statement.period.end.to_string().into(),
                statement.period.months.to_string().into(),
                self.assurance(statement).into(),
            ];
            if named {
                cells.push(statement.auditor.get(self.language()).into());
            }
            row(cells)
        });
        let mut columns = vec![
            Column::text(self.say(w::PERIOD)),
            Column::number(self.say(w::PERIOD_END)),
            Column::number(self.say(w::MONTHS)),
            Column::text(self.say(w::ASSURANCE)).wide(2),
        ];
        if named {
            columns.push(Column::text(self.say(w::AUDITOR)).wide(2));
        }
        Block::Table(table("at-hand", self.say(w::STATEMENTS), columns, rows.collect()))
    }

    /// Assurance, opinion and going-concern doubt in words.
    pub(super) fn assurance(&self, statement: &Statement) -> String {
        let assurance = match statement.assurance {
            Assurance::Audited => w::AUDITED,
            Assurance::Reviewed => w::REVIEWED,
            Assurance::Compiled => w::COMPILED,
            Assurance::None => w::UNASSURED,
        };
        let mut parts = vec![self.say(assurance)];
        if let Some(opinion) = statement.opinion.filter(|_| statement.assurance == Assurance::Audited) {
            parts.push(self.say(match opinion {
                Opinion::Unqualified => w::UNQUALIFIED,
                Opinion::Qualified => w::QUALIFIED,
                Opinion::Adverse => w::ADVERSE,
                Opinion::Disclaimer => w::DISCLAIMER,
            }));
        }
        if statement.going_concern_doubt {
            parts.push(self.say(w::GOING_CONCERN));
        }
        parts.join(" · ")
    }
}
