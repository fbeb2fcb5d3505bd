//! Checks of what identifies a client: its id and its currency.

use super::Check;
use crate::kinds::case_file::unfit_id;
use crate::kinds::currency;

impl Check<'_> {
    pub(super) fn id(&mut self, written: Option<&str>, stem: &str) -> String {
        if let Some((code, path, message, hint)) = unfit_id(written, stem) {
            self.report(code, path, message, hint);
        }
        written.unwrap_or(stem).trim().to_owned()
    }

    pub(super) fn currency(&mut self, path: &str, written: Option<&str>) {
        if let Some((code, message, hint)) = written.and_then(currency::flaw) {
            self.report(code, path, message, hint);
        }
    }
}
