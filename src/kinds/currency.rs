//! Codes of currencies: which there are, and what is meant by those that people type instead.
//!
//! The list is ISO 4217, list one as published by SIX on 2026-01-01
//! (<https://www.six-group.com/en/products-services/financial-information/market-reference-data/data-standards.html>),
//! without the codes for tests and for no currency, and what was withdrawn since 2020: statements of
//! earlier years are in it.

use crate::load::check::nearest;
use crate::values::Code;

/// In force, in the order of the alphabet.
const LIST_ONE: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD \
    CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP \
    GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP \
    LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN \
    PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT \
    TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAD XAF XAG XAU XBA XBB XBC XBD XCD \
    XCG XDR XOF XPD XPF XPT XSU XUA YER ZAR ZMW ZWG";

/// Withdrawn since 2020.
const WITHDRAWN: &str = "ANG BGN CUC HRK SLL ZWL";

/// The currencies of most trade, among which a mistyped code is looked for.
const USUAL: [&str; 26] = [
    "CNY", "USD", "EUR", "GBP", "JPY", "HKD", "CHF", "CAD", "AUD", "SGD", "KRW", "TWD", "INR", "BRL", "MXN", "THB",
    "MYR", "IDR", "VND", "RUB", "SEK", "NOK", "DKK", "PLN", "ZAR", "AED",
];

/// What people type, in capitals, and the code that they mean.
const MEANT: [(&str, &str); 36] = [
    ("RMB", "CNY"),
    ("CNH", "CNY"),
    ("CNR", "CNY"),
    ("YUAN", "CNY"),
    ("RENMINBI", "CNY"),
    ("¥", "CNY"),
    ("￥", "CNY"),
    ("元", "CNY"),
    ("人民币", "CNY"),
    ("US$", "USD"),
    ("$", "USD"),
    ("DOLLAR", "USD"),
    ("DOLLARS", "USD"),
    ("美元", "USD"),
    ("EURO", "EUR"),
    ("EUROS", "EUR"),
    ("€", "EUR"),
    ("欧元", "EUR"),
    ("STG", "GBP"),
    ("UKP", "GBP"),
    ("£", "GBP"),
    ("英镑", "GBP"),
    ("YEN", "JPY"),
    ("日元", "JPY"),
    ("HK$", "HKD"),
    ("港币", "HKD"),
    ("港元", "HKD"),
    ("NTD", "TWD"),
    ("NT$", "TWD"),
    ("新台币", "TWD"),
    ("SFR", "CHF"),
    ("CDN", "CAD"),
    ("WON", "KRW"),
    ("RUR", "RUB"),
    ("RMY", "CNY"),
    ("DHS", "AED"),
];

/// Whether `code` has the form of a code of ISO 4217.
#[must_use]
pub fn is_code(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn is_known(code: &str) -> bool {
    [LIST_ONE, WITHDRAWN].iter().any(|list| list.split(' ').any(|known| known == code))
}

/// What is wrong with `code` as a currency: the code of the problem, a message and a hint.
///
/// What cannot be a code, and what surely stands for another, is an error. A code that the list does not
/// hold is doubtful only: ISO may have added it since.
#[must_use]
pub fn flaw(code: &str) -> Option<(Code, String, String)> {
    let capitals = code.trim().to_uppercase();
    let meant = MEANT.iter().find(|(typed, _)| *typed == capitals).map(|(_, meant)| *meant);
    if let Some(meant) = meant {
        let message = format!("`{code}` is not a currency code of ISO 4217");
        return Some((Code::BadValue, message, format!("did you mean `{meant}`?")));
    }
    if !is_code(code) {
        let hint = if is_known(&capitals) {
            format!("write it as `{capitals}`")
        } else {
            "write its three capital letters (ISO 4217), such as CNY, USD or EUR".to_owned()
        };
        return Some((Code::BadValue, format!("`{code}` is not a currency code"), hint));
    }
    if is_known(code) {
        return None;
    }
    let hint = match nearest(code, USUAL.into_iter()) {
        Some(near) => format!("did you mean `{near}`? A code that is newer than this program does no harm"),
        None => "correct it, unless it is newer than this program".to_owned(),
    };
    Some((Code::UnknownCurrency, format!("the currency code `{code}` is not in ISO 4217"), hint))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_told_from_what_people_type_instead() {
        for good in ["CNY", "USD", "XCG", "ZWG", "HRK"] {
            assert_eq!(flaw(good), None, "{good}");
        }
        for (typed, code, hint) in [
            ("RMB", Code::BadValue, "did you mean `CNY`?"),
            ("rmb", Code::BadValue, "did you mean `CNY`?"),
            ("人民币", Code::BadValue, "did you mean `CNY`?"),
            ("usd", Code::BadValue, "write it as `USD`"),
            ("US Dollar", Code::BadValue, "three capital letters"),
            ("UDS", Code::UnknownCurrency, "did you mean `USD`?"),
            ("XYZ", Code::UnknownCurrency, "newer than this program"),
            ("XXX", Code::UnknownCurrency, "newer than this program"),
        ] {
            let found = flaw(typed).unwrap();
            assert_eq!(found.0, code, "{typed}");
            assert!(found.2.contains(hint), "{typed}: {}", found.2);
        }
    }

    #[test]
    fn the_list_is_of_codes_and_mistakes_stand_for_such() {
        let listed = || LIST_ONE.split(' ').chain(WITHDRAWN.split(' '));
        assert!(listed().all(is_code));
        assert_eq!(LIST_ONE.split(' ').count(), 176);
        assert!(USUAL.iter().all(|code| is_known(code)));
        assert!(MEANT.iter().all(|(typed, meant)| is_known(meant) && !is_known(typed)));
    }
}
