//! Checks of what identifies a client: its id and its currency.

use super::Check;
use crate::values::Code;

/// The longest id, in characters.
const LONGEST_ID: usize = 80;

impl Check<'_> {
    pub(super) fn id(&mut self, written: Option<&str>, stem: &str) -> String {
        let id = written.unwrap_or(stem).trim();
        if !is_id(id) {
            let (code, path, message) = match written {
                Some(_) => (Code::BadValue, "id", format!("`{id}` cannot serve as an id")),
                None => (Code::BadFileName, "", format!("the file's name `{stem}` cannot serve as the client's id")),
            };
            let hint = "use letters, digits, - and _, such as acme-ltd; an id stands in addresses and file names";
            self.report(code, path, message, hint);
        }
        id.to_owned()
    }

    pub(super) fn currency(&mut self, path: &str, written: Option<&str>) {
        if let Some(code) = written.filter(|code| !is_currency(code)) {
            let hint = "write its three capital letters (ISO 4217), such as CNY, USD or EUR";
            self.report(Code::BadValue, path, format!("`{code}` is not a currency code"), hint);
        }
    }
}

/// Whether `code` looks like an ISO 4217 code.
#[must_use]
pub(crate) fn is_currency(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether `id` can serve as an id: letters of any script, digits, `-`, `_` and inner dots; but not
/// the name of the page that lists the clients.
#[must_use]
pub(crate) fn is_id(id: &str) -> bool {
    let allowed = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    !id.is_empty()
        && id.chars().count() <= LONGEST_ID
        && id.chars().all(allowed)
        && !id.starts_with(['.', '-'])
        && !id.ends_with('.')
        && !id.contains("..")
        && !id.eq_ignore_ascii_case("index")
}

#[cfg(test)]
mod tests {
    use super::is_id;

    #[test]
    fn ids_stay_within_their_folder() {
        for good in ["acme", "华信-2", "a_b.c", "A1"] {
            assert!(is_id(good), "{good}");
        }
        for bad in
            ["", "..", "a/b", "a\\b", "../x", ".hidden", "-rf", "a b", "a\u{0}", "x\u{202e}y", "a..b", "a.", "Index"]
        {
            assert!(!is_id(bad), "{bad:?}");
        }
    }
}
