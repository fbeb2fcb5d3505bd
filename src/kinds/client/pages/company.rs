//! Who the client is, what happened, and the statements at hand with their assurance (SCOPE C6).

use super::Sheet;
use super::words as w;
use crate::kinds::client::case::{Assurance, EventKind, Opinion, Statement};
use crate::pages::{Block, Column, Fact, Section};
use crate::present::tables::{facts, linked, prose, row, section, table};

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
        let rows = self.statements().rev().map(|statement| {
            row(vec![
                statement.period.name.clone().into(),
                statement.period.end.to_string().into(),
                statement.period.months.to_string().into(),
                self.assurance(statement).into(),
                statement.auditor.get(self.language()).into(),
            ])
        });
        let columns = vec![
            Column::text(self.say(w::PERIOD)),
            Column::number(self.say(w::PERIOD_END)),
            Column::number(self.say(w::MONTHS)),
            Column::text(self.say(w::ASSURANCE)).wide(2),
            Column::text(self.say(w::AUDITOR)).wide(2),
        ];
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
        if statement.assurance == Assurance::Audited {
            parts.push(self.say(match statement.opinion {
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
