//! The review's data file, and the digests by which inputs and data can be checked.

use std::borrow::Cow;
use std::io::{self, Write};

use rust_decimal::Decimal;
use serde_json::{Map, Value, json as object};

use super::Pack;
use super::back_test::{BackTest, BadRate};
use super::sums::{Migration, roll};
use crate::kinds::book::BOOK_FILE;
use crate::kinds::book::review::Goal;
use crate::kinds::client::assess::Ageing;
use crate::kinds::client::case::portfolio::Watch;
use crate::kinds::credit_model::SHIPPED_PATH;
use crate::pages::number::exact;
use crate::values::digest::{Summed, hex};

/// Writes the review as one JSON document; numbers are decimal strings in units of the book's currency.
///
/// # Errors
/// What `out` says.
pub fn write_json(pack: &Pack<'_>, out: &mut dyn Write) -> io::Result<()> {
    let review = pack.review;
    let days: Vec<String> = review.days.iter().map(ToString::to_string).collect();
    let tiers: Vec<&str> = pack.edition.model.tiers.iter().map(|tier| tier.id.as_str()).collect();
    let goals: Map<String, Value> = Goal::ALL
        .into_iter()
        .map(|goal| {
            let figures: Vec<Value> = pack.pictures.iter().map(|picture| number(picture.goal(goal))).collect();
            let target = number(review.targets.get(&goal).copied());
            (goal.key().to_owned(), object!({ "figures": figures, "target": target }))
        })
        .collect();
    let migration = Migration::of(pack.tracks(), tiers.len());
    let exposures: Vec<Vec<Value>> =
        migration.exposures.iter().map(|row| row.iter().map(|sum| number(Some(*sum))).collect()).collect();
    let rolled: Vec<Vec<Value>> =
        roll(pack.tracks()).iter().map(|row| row.iter().map(|sum| number(Some(*sum))).collect()).collect();
    let rates: Map<String, Value> =
        pack.used_rates().into_iter().map(|(code, (rate, _))| (code.to_owned(), number(Some(rate)))).collect();
    let disputed = pack.latest().ageing.disputed;
    let unexplained: Vec<&str> = pack.unexplained().into_iter().map(Goal::key).collect();
    let (inputs, files) = inputs(pack);
    let document = object!({
        "as_of": days.first(),
        "days": days,
        "currency": review.currency,
        "rates": rates,
        "model": { "version": pack.edition.model.version, "sha256": pack.edition.model.sha256 },
        "goals": goals,
        "tiers": tiers,
        "migration": { "clients": migration.counts, "exposure": exposures, "new": migration.new },
        "roll": rolled,
        "disputed": { "amount": number(Some(disputed)), "share": number(disputed.checked_div(pack.latest().ageing.debts())) },
        "unexplained": unexplained,
        "back_test": pack.tested().as_ref().map(back_test),
        "inputs": { "files": files, "sha256": inputs },
    });
    // Client by client: all of them would be larger than everything else in memory.
    let document = document.to_string();
    out.write_all(document.strip_suffix('}').unwrap_or(&document).as_bytes())?;
    out.write_all(b",\"clients\":[")?;
    for (at, (row, track)) in pack.rows.iter().enumerate() {
        out.write_all(if at == 0 { "\n" } else { ",\n" }.as_bytes())?;
        out.write_all(client(pack, row, track).to_string().as_bytes())?;
    }
    out.write_all(b"]}\n")
}

fn client(pack: &Pack<'_>, row: &crate::kinds::client::portfolio::Row, track: &super::Track) -> Value {
    let standing = |standing: &Option<super::Standing>| {
        standing.as_ref().map(|standing| {
            object!({
                "tier": pack.tier(standing.tier),
                "score": number(standing.score),
                "owed": number(standing.owed),
                "overdue": number(standing.ageing.as_ref().map(Ageing::overdue)),
                "disputed": number(standing.ageing.as_ref().map(|ageing| ageing.disputed)),
                "exposure": number(standing.exposure),
                "limit": number(standing.limit),
            })
        })
    };
    object!({
        "id": row.id,
        "standings": track.standings.iter().map(standing).collect::<Vec<_>>(),
        "causes": pack_causes(track),
        "recommended_limit": number(track.recommended),
        "blocked": blocked(track),
        "block_unknown": track.blocked.untold.each().map(|(name, _)| name).collect::<Vec<_>>(),
        "watch": track.watch.iter().map(watch).collect::<Vec<_>>(),
        "sha256": hex(&track.sha256),
    })
}

/// What blocks further credit: nothing where nothing does.
fn blocked(track: &super::Track) -> Value {
    let blocked = track.blocked;
    if !blocked.is_blocked() {
        return Value::Null;
    }
    object!({
        "over_limit": blocked.over_limit,
        "cash_only": blocked.cash_only,
        "overdue_days": blocked.overdue,
    })
}

/// An entry of the watch list.
fn watch(entry: &Watch) -> Value {
    object!({ "since": entry.since.to_string(), "until": entry.until.map(|day| day.to_string()) })
}

/// The back-test; ends of intervals are numbers of statistics and not exact.
fn back_test(test: &BackTest) -> Value {
    let rate = |rate: &BadRate| {
        object!({
            "clients": rate.clients,
            "defaults": rate.defaults,
            "interval": rate.interval.map(|of| [of.low, of.high]),
        })
    };
    object!({
        "auc": number(test.power.map(|power| power.auc)),
        "gini": number(test.power.map(|power| power.gini)),
        "ks": number(test.power.map(|power| power.ks)),
        "all": rate(&test.all),
        "tiers": test.tiers.iter().map(rate).collect::<Vec<_>>(),
    })
}

/// The causes of a change in a form that no language colours.
fn pack_causes(track: &super::Track) -> Vec<Value> {
    use super::Cause;
    let cause = |cause: &Cause| match cause {
        Cause::Statement(period) => object!({ "statement": period }),
        Cause::Measure { measure, before, now, change } => object!({
            "measure": measure.id(),
            "before": number(before.ok()),
            "now": number(now.ok()),
            "change": number(Some(*change)),
        }),
        Cause::CapBegan(at) => object!({ "cap_began": at }),
        Cause::CapEnded(at) => object!({ "cap_ended": at }),
        Cause::OverrideBegan => object!({ "override": "began" }),
        Cause::OverrideEnded => object!({ "override": "ended" }),
    };
    track.causes.iter().map(cause).collect()
}

fn number(value: Option<Decimal>) -> Value {
    value.map_or(Value::Null, |value| Value::String(exact(value)))
}

/// The digest of all input files, and how many there are: the settings, clients, their ledgers and the model,
/// unless that is built in.
#[must_use]
pub(super) fn inputs(pack: &Pack<'_>) -> (String, usize) {
    let model = &pack.edition.model;
    let mut files: Vec<(&str, Cow<'_, str>)> = vec![(BOOK_FILE, pack.review.sha256.as_str().into())];
    if model.file != SHIPPED_PATH {
        files.push((&model.file, model.sha256.as_str().into()));
    }
    for (row, track) in &pack.rows {
        files.push((&row.file, hex(&track.sha256).into()));
        files.extend(track.ledger.as_deref().map(|(file, sum)| (file.as_str(), sum.as_str().into())));
    }
    files.sort_unstable();
    files.dedup();
    let mut sum = Summed::new(io::sink());
    for (path, digest) in &files {
        // A sink takes everything.
        let _ = writeln!(sum, "{digest}  {path}");
    }
    (hex(&sum.sum()), files.len())
}
