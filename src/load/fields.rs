//! The kinds of value that authors type: amounts, dates, months and text in several languages.
//!
//! Each knows how it looks in the JSON Schema and how it is read from the tree. Amounts come from
//! the digits of the file, never through floating point.

use std::fmt;

use jiff::civil::Date;
use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use crate::values::Text;

/// A number as the author wrote it, exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount(pub Decimal);

/// The largest absolute amount that the format takes: 10^15.
pub const LARGEST_AMOUNT: i64 = 1_000_000_000_000_000;

impl Amount {
    /// Reads the digits of a TOML number; underscores are allowed, as in TOML.
    ///
    /// # Errors
    /// A sentence that says what is wrong with the number.
    pub fn parse(digits: &str) -> Result<Self, String> {
        let plain = digits.replace('_', "");
        let plain = plain.strip_prefix('+').unwrap_or(&plain);
        if !plain.contains(|c: char| c.is_ascii_digit()) {
            return Err(format!("`{digits}` is not an amount"));
        }
        let parsed =
            if plain.contains(['e', 'E']) { Decimal::from_scientific(plain) } else { Decimal::from_str_exact(plain) };
        let Ok(value) = parsed else {
            return Err(format!("`{digits}` is too large, too small or too exact to keep"));
        };
        if value.abs() > Decimal::from(LARGEST_AMOUNT) {
            return Err(format!("`{digits}` is larger than 10^15"));
        }
        if value.normalize().scale() > 10 {
            return Err(format!("`{digits}` has more than ten decimal places"));
        }
        Ok(Amount(value))
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Digits;
        impl Visitor<'_> for Digits {
            type Value = Amount;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number")
            }
            fn visit_str<E: Error>(self, digits: &str) -> Result<Amount, E> {
                Amount::parse(digits).map_err(E::custom)
            }
        }
        deserializer.deserialize_any(Digits)
    }
}

impl JsonSchema for Amount {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Amount".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "number",
            "description": "A number without quotation marks or thousands commas; 1_234_567.89 may be grouped with underscores."
        })
    }
}

/// A day of the calendar: a TOML date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub Date);

impl Day {
    /// Reads `2026-06-30`.
    ///
    /// # Errors
    /// A sentence that says what is wrong.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let iso = text.len() == 10 && text.as_bytes()[4] == b'-';
        let date = iso.then(|| text.parse::<Date>().ok()).flatten();
        date.map(Day).ok_or_else(|| format!("`{text}` is not a date in the calendar"))
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Day::parse(&text).map_err(D::Error::custom)
    }
}

impl JsonSchema for Day {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Day".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "format": "date",
            "description": "A date as year-month-day, without quotation marks: 2026-06-30."
        })
    }
}

/// The key of a month, `2026-06`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(pub Date);

impl Month {
    /// Reads `2026-06`; the value is the first day of the month.
    ///
    /// # Errors
    /// A sentence that says what is wrong.
    pub fn parse(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is not a month; write 2026-06");
        let digits = |at: usize, byte: &u8| if at == 4 { *byte == b'-' } else { byte.is_ascii_digit() };
        if text.len() != 7 || !text.bytes().enumerate().all(|(at, byte)| digits(at, &byte)) {
            return Err(wrong());
        }
        format!("{text}-01").parse().map(Month).map_err(|_| wrong())
    }
}

/// Monthly amounts in the order of the file: `2026-06 = 70_000`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MonthlyAmounts(pub Vec<(Month, Amount)>);

/// Lines with names of the author's own, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NamedAmounts(pub Vec<(String, Amount)>);

impl<'de> Deserialize<'de> for NamedAmounts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;
        impl<'de> Visitor<'de> for Entries {
            type Value = NamedAmounts;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a table of amounts")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<NamedAmounts, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(NamedAmounts(entries))
            }
        }
        deserializer.deserialize_map(Entries)
    }
}

impl<'de> Deserialize<'de> for MonthlyAmounts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let named = NamedAmounts::deserialize(deserializer)?;
        let months = named.0.into_iter().map(|(name, amount)| Ok((Month::parse(&name)?, amount)));
        months.collect::<Result<_, String>>().map(MonthlyAmounts).map_err(D::Error::custom)
    }
}

impl JsonSchema for NamedAmounts {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "NamedAmounts".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let amount = generator.subschema_for::<Amount>();
        json_schema!({ "type": "object", "additionalProperties": amount })
    }
}

impl JsonSchema for MonthlyAmounts {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "MonthlyAmounts".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let amount = generator.subschema_for::<Amount>();
        json_schema!({
            "type": "object",
            "description": "One entry for each month: 2026-06 = 70_000.",
            "patternProperties": { "^[0-9]{4}-(0[1-9]|1[0-2])$": amount },
            "additionalProperties": false
        })
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Wording;
        impl<'de> Visitor<'de> for Wording {
            type Value = Text;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text, or a table with zh and en")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Text, E> {
                Ok(Text::same(text.trim()))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
                let mut text = Text::default();
                while let Some((language, wording)) = map.next_entry::<String, String>()? {
                    match language.as_str() {
                        "zh" => wording.trim().clone_into(&mut text.zh),
                        _ => wording.trim().clone_into(&mut text.en),
                    }
                }
                Ok(text)
            }
        }
        deserializer.deserialize_any(Wording)
    }
}

impl JsonSchema for Text {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Text for all languages, or one for each: { zh = \"…\", en = \"…\" }.",
            "oneOf": [
                { "type": "string", "minLength": 1 },
                {
                    "type": "object",
                    "properties": {
                        "zh": { "type": "string", "description": "Chinese." },
                        "en": { "type": "string", "description": "English." }
                    },
                    "additionalProperties": false,
                    "minProperties": 1
                }
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_exact() {
        assert_eq!(Amount::parse("1_234.10").unwrap().0.to_string(), "1234.10");
        assert_eq!(Amount::parse("2.5e3").unwrap().0, Decimal::from(2500));
        for bad in ["nan", "inf", "1e40", "1e-20", "1000000000000001", "0.12345678901"] {
            assert!(Amount::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn days_and_months_exist_in_the_calendar() {
        assert!(Day::parse("2024-02-29").is_ok());
        for bad in ["2023-02-29", "2023-1-1", "20230101", "yesterday", "2026-W01-1", "二〇二三年一月"] {
            assert!(Day::parse(bad).is_err(), "{bad}");
        }
        for bad in ["2024-13", "2024W01", "+202406", "2024-1", "202401-"] {
            assert!(Month::parse(bad).is_err(), "{bad}");
        }
    }
}
