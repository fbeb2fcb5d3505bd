//! Reads the credit limits that were granted.

use super::Check;
use super::dossier::LATER_HINT;
use crate::kinds::client::case::AmountUnit;
use crate::kinds::client::limits::Grant;
use crate::kinds::client::schema::{ClientFile, LimitFile};
use crate::values::Code;

impl Check<'_> {
    pub(super) fn limits(&mut self, file: &ClientFile, unit: AmountUnit) -> Vec<Grant> {
        for (index, limit) in file.limits.iter().enumerate() {
            self.limit(&file.limits, index, limit);
        }
        self.far_ahead(&file.limits);
        let grant = |(index, limit): (usize, &LimitFile)| Grant {
            index,
            from: limit.from.0,
            until: limit.until.map(|until| until.0),
            amount: limit.amount.0 * unit.scale(),
            by: limit.by.clone().unwrap_or_default(),
            reason: limit.reason.clone().unwrap_or_default(),
        };
        file.limits.iter().enumerate().map(grant).collect()
    }

    /// A warning where a limit begins long after the as-of date: a season's limit is granted ahead, but not
    /// by more than a quarter.
    fn far_ahead(&mut self, limits: &[LimitFile]) {
        let Some(as_of) = self.own_as_of() else { return };
        let quarter = as_of.checked_add(jiff::Span::new().months(3)).unwrap_or(as_of);
        let Some(at) = limits.iter().position(|limit| limit.from.0 > quarter) else { return };
        let message = format!(
            "this limit begins on {}, more than a quarter after the as-of date {as_of}, and does not hold yet",
            limits[at].from.0
        );
        self.report(Code::EntryInFuture, &format!("limits[{at}].from"), message, LATER_HINT);
    }

    fn limit(&mut self, limits: &[LimitFile], index: usize, limit: &LimitFile) {
        let path = |key: &str| format!("limits[{index}].{key}");
        if limit.amount.0.is_sign_negative() && !limit.amount.0.is_zero() {
            let hint = "write 0 where no credit is given";
            self.report(Code::NegativeAmount, &path("amount"), "a limit cannot be negative", hint);
        }
        if limit.until.is_some_and(|until| until < limit.from) {
            let message = format!("this limit ends before it begins on {}", limit.from.0);
            self.report(Code::LimitOrder, &path("until"), message, "correct one of the two days");
        }
        let same = |earlier: &LimitFile| earlier.from == limit.from && earlier.until.is_some() == limit.until.is_some();
        if limits[..index].iter().any(same) {
            let message = format!("two limits of one kind begin on {}", limit.from.0);
            self.report(Code::LimitOrder, &path("from"), message, "keep the one that was granted");
        }
        self.translation(&path("by"), limit.by.as_ref());
        self.translation(&path("reason"), limit.reason.as_ref());
    }
}
