//! Receivables and the credit limit in a client's data file.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::kinds::client::assess::Block;
use crate::kinds::client::pages::Sheet;
use crate::measures::Measure;
use crate::pages::number::exact;

/// Receivables by age, in base units of the trade's currency.
#[derive(Debug, Serialize)]
pub(super) struct ReceivablesData {
    not_due: String,
    overdue_1_30: String,
    overdue_31_60: String,
    overdue_61_90: String,
    overdue_over_90: String,
    credits: String,
    disputed: String,
    loss_allowance: Option<String>,
}

/// The credit limit, in base units of the trade's currency.
#[derive(Debug, Serialize)]
pub(super) struct LimitData<'a> {
    currency: &'a str,
    recommended: Option<String>,
    in_force: Option<GrantData>,
    exposure: Option<String>,
    blocks: Vec<BlockData<'a>>,
    unknown: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct GrantData {
    amount: String,
    from: String,
    until: Option<String>,
    line: usize,
}

#[derive(Debug, Serialize)]
struct BlockData<'a> {
    reason: &'static str,
    amount: Option<String>,
    days: Option<i64>,
    file: Option<&'a str>,
    line: Option<usize>,
}

/// The receivables of the client on `sheet`, where its file tells what is open.
pub(super) fn receivables(sheet: &Sheet<'_>) -> Option<ReceivablesData> {
    let ageing = sheet.assessment.experience.as_ref()?.ageing.as_ref()?;
    let [not_due, first, second, third, over] = ageing.classes.map(exact);
    let provision = sheet.edition.model.provision.as_ref();
    Some(ReceivablesData {
        not_due,
        overdue_1_30: first,
        overdue_31_60: second,
        overdue_61_90: third,
        overdue_over_90: over,
        credits: exact(ageing.credits),
        disputed: exact(ageing.disputed),
        loss_allowance: provision.map(|provision| exact(ageing.allowance(provision).iter().sum::<Decimal>())),
    })
}

/// The limit of the client on `sheet`, where we trade with it or have granted one.
pub(super) fn limit<'a>(sheet: &Sheet<'a>) -> Option<LimitData<'a>> {
    let limits = sheet.assessment.limits.as_ref()?;
    let value = |measure| limits.figure(measure).and_then(|figure| figure.value.ok()).map(exact);
    let grant = limits.in_force.map(|at| &sheet.client.limits[at]);
    let client = sheet.client;
    Some(LimitData {
        currency: client.trade.as_ref().map_or(&client.currency, |trade| &trade.currency),
        recommended: value(Measure::RecommendedLimit),
        in_force: grant.map(|grant| GrantData {
            amount: exact(grant.amount),
            from: grant.from.to_string(),
            until: grant.until.map(|until| until.to_string()),
            line: sheet.line(&format!("limits[{}].amount", grant.index)),
        }),
        exposure: value(Measure::CreditExposure),
        blocks: limits.blocks.iter().map(|block| blocked(sheet, block)).collect(),
        unknown: limits.untold.each().map(|(name, _)| name).collect(),
    })
}

fn blocked<'a>(sheet: &Sheet<'a>, block: &Block) -> BlockData<'a> {
    match block {
        Block::OverLimit { by, .. } => {
            BlockData { reason: "over_limit", amount: Some(exact(*by)), days: None, file: None, line: None }
        }
        Block::CashOnly => BlockData { reason: "cash_only", amount: None, days: None, file: None, line: None },
        Block::Overdue { days, amount, path, .. } => {
            let (file, line) = sheet.stand(path);
            let (amount, days) = (Some(exact(*amount)), Some(*days));
            BlockData { reason: "overdue", amount, days, file: Some(file), line: Some(line) }
        }
    }
}
