//! What there is to say of a client's circumstances: what we know, what it owes us, and what began or
//! ended around its tier and limits.

use rust_decimal::Decimal;

use super::{NONE, Phrases, Reason, money, one_line, place};
use crate::kinds::client::compare::{
    Amount, BlockChange, CapChange, Change, Circumstances, OverrideChange, WatchChange,
};
use crate::kinds::compare::{Pair, Turn};
use crate::pages::number::percent;

impl Phrases {
    /// Period, coverage, the tier before caps and documents, where they differ.
    pub(super) fn circumstances(self, around: &Circumstances) -> Vec<Reason> {
        let text = |text: &Option<String>| text.as_deref().map_or(NONE.to_owned(), one_line);
        let pair =
            |head: &str, pair: &Pair<Option<String>>| format!("{head} {} → {}", text(&pair.old), text(&pair.new));
        let mut found = Vec::new();
        let industry = around.industry.as_ref();
        found.extend(industry.map(|industry| {
            let head = self.say("行业", "Industry");
            format!("{head} {} → {}", one_line(&industry.old), one_line(&industry.new))
        }));
        found.extend(around.period.as_ref().map(|period| pair(self.say("最近一期", "Latest period"), period)));
        found.extend(around.coverage.as_ref().map(|coverage| {
            let share = |share: Option<Decimal>| share.map_or(NONE.to_owned(), |share| percent(share, 0));
            let head = self.say("已计分的权重", "Weight that could be scored");
            format!("{head} {} → {}", share(coverage.old), share(coverage.new))
        }));
        let before = around.tier_before_caps.as_ref();
        found.extend(before.map(|tier| pair(self.say("封顶前等级", "Tier before caps"), tier)));
        found.extend(around.documents.iter().map(|document| {
            let head = format!("{} {}", self.say("文件", "Document"), one_line(&document.kind));
            pair(&head, &document.state)
        }));
        found.into_iter().map(Reason::from).collect()
    }

    /// What began or ended: caps, overrides, blocks, entries of the watch list.
    pub(super) fn turns(self, around: &Circumstances) -> Vec<Reason> {
        let caps = around.caps.iter().map(|cap| self.cap(cap));
        let overrides = around.overrides.iter().map(|decision| self.decision(decision));
        let blocks = around.blocks.iter().map(|block| self.block(block));
        let watch = around.watch.iter().map(|entry| self.watched(entry));
        caps.chain(overrides).chain(blocks).chain(watch).map(Reason::from).collect()
    }

    /// `Overdue 80,000 → 204,000 CNY`.
    pub(super) fn amounts(self, change: &Change) -> Vec<String> {
        let (was, is) = (change.old.currency.as_str(), change.new.currency.as_str());
        let told = |(of, pair): (Amount, &Pair<Option<Decimal>>)| {
            let old = money(pair.old, if was == is && pair.new.is_some() { "" } else { was });
            format!("{} {} → {}", self.amount(of), old, money(pair.new, is))
        };
        change.around.amounts.iter().map(|amount| one_line(&told((amount.of, &amount.amount)))).collect()
    }

    fn amount(self, of: Amount) -> &'static str {
        match of {
            Amount::Exposure => self.say("信用敞口", "Exposure"),
            Amount::Overdue => self.say("逾期", "Overdue"),
            Amount::OverdueOver90 => self.say("逾期 90 天以上", "More than 90 days overdue"),
            Amount::Disputed => self.say("争议中", "Disputed"),
            Amount::LossAllowance => self.say("损失准备", "Loss allowance"),
        }
    }

    /// Before a place that only the old state has.
    pub(super) fn was_at(self, turn: Turn) -> &'static str {
        if turn == Turn::Ended { self.say("原在 ", "was at ") } else { "" }
    }

    fn cap(self, change: &CapChange) -> String {
        let cap = &change.cap;
        let turn = match change.turn {
            Turn::Began => self.say("封顶生效", "Cap begins"),
            Turn::Ended => self.say("封顶解除", "Cap ends"),
        };
        let old = self.was_at(change.turn);
        let place = place(cap.file.as_deref(), cap.line, old);
        let tiers = cap.from.iter().chain([&cap.to]).map(String::as_str).collect::<Vec<_>>().join(" → ");
        one_line(&format!("{turn} {}: {tiers}, {}{place}", cap.id, cap.reason))
    }

    fn decision(self, change: &OverrideChange) -> String {
        let decision = &change.decision;
        let turn = match change.turn {
            Turn::Began => self.say("人工调整生效", "Override begins"),
            Turn::Ended => self.say("人工调整结束", "Override ends"),
        };
        let until = decision.until.as_ref().map(|until| format!(" – {until}")).unwrap_or_default();
        let who = format!("{}, {}", decision.who, decision.role);
        one_line(&format!(
            "{turn} {} → {}, {}{until}, {who}: {}",
            decision.from, decision.to, decision.date, decision.why
        ))
    }

    fn block(self, change: &BlockChange) -> String {
        let block = &change.block;
        let turn = match (change.turn, change.unknown) {
            (Turn::Began, false) => self.say("停止赊销", "Credit is blocked"),
            (Turn::Began, true) => self.say("停止赊销（此前不明）", "Credit is blocked (before: not known)"),
            (Turn::Ended, false) => self.say("恢复赊销", "Credit is no longer blocked"),
            (Turn::Ended, true) => self.say("是否仍停止赊销不明", "Not known any more whether credit is blocked"),
        };
        let reason = match block.reason.as_str() {
            "over_limit" => self.say("超过信用限额", "over the limit"),
            "cash_only" => self.say("等级不予赊销", "the tier allows no credit"),
            "overdue" => self.say("逾期过久", "overdue for too long"),
            other => other,
        };
        let amount = block.amount.map(|amount| format!(", {}", money(Some(amount), "")));
        let days = block.days.map(|days| format!(", {days} {}", self.say("天", "days")));
        let place = place(block.file.as_deref(), block.line, self.was_at(change.turn));
        one_line(&format!("{turn}: {reason}{}{}{place}", amount.unwrap_or_default(), days.unwrap_or_default()))
    }

    fn watched(self, change: &WatchChange) -> String {
        let entry = &change.entry;
        let turn = match change.turn {
            Turn::Began => self.say("列入观察名单", "On the watch list"),
            Turn::Ended => self.say("移出观察名单", "Off the watch list"),
        };
        let since = self.say("自", "since");
        let until = entry.until.as_ref().map(|until| format!(" – {until}")).unwrap_or_default();
        let place = place(Some(&entry.file), Some(entry.line), self.was_at(change.turn));
        one_line(&format!(
            "{turn} ({since} {}{until}): {}; {}: {}{place}",
            entry.since, entry.trigger, entry.owner, entry.plan
        ))
    }
}
