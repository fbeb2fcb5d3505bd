//! Checks of what identifies a client: its id and its currency.

use super::Check;
use crate::kinds::case_file::{is_currency, unfit_id};
use crate::values::Code;

impl Check<'_> {
    pub(super) fn id(&mut self, written: Option<&str>, stem: &str) -> String {
        if let Some((code, path, message, hint)) = unfit_id(written, stem) {
            self.report(code, path, message, hint);
        }
        written.unwrap_or(stem).trim().to_owned()
    }

    pub(super) fn currency(&mut self, path: &str, written: Option<&str>) {
        if let Some(code) = written.filter(|code| !is_currency(code)) {
            let hint = "write its three capital letters (ISO 4217), such as CNY, USD or EUR";
            self.report(Code::BadValue, path, format!("`{code}` is not a currency code"), hint);
        }
    }
}
