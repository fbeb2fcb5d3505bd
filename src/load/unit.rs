//! The units that amounts are typed in, with their Chinese names.

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema};
use serde::Deserialize;

/// In what unit amounts are typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(transform = with_chinese_names)]
pub enum AmountUnit {
    /// Units of the currency (元).
    #[serde(rename = "one", alias = "元")]
    One,
    /// Thousands (千元).
    #[serde(rename = "thousand", alias = "千元")]
    Thousand,
    /// Ten thousands (万元).
    #[serde(rename = "wan", alias = "万元")]
    TenThousand,
    /// Millions (百万元).
    #[serde(rename = "million", alias = "百万元")]
    Million,
    /// Hundred millions (亿元).
    #[serde(rename = "yi", alias = "亿元")]
    HundredMillion,
    /// Billions (十亿元).
    #[serde(rename = "billion", alias = "十亿元")]
    Billion,
}

/// Adds the Chinese names of units to the schema, which knows nothing of serde's `alias`.
fn with_chinese_names(schema: &mut Schema) {
    let names = [
        ("one", "元"),
        ("thousand", "千元"),
        ("wan", "万元"),
        ("million", "百万元"),
        ("yi", "亿元"),
        ("billion", "十亿元"),
    ];
    let Some(serde_json::Value::Array(choices)) = schema.get_mut("oneOf") else { return };
    for choice in choices.iter_mut().filter_map(serde_json::Value::as_object_mut) {
        let found = names.iter().find(|(name, _)| choice.get("const").is_some_and(|known| known == name));
        if let Some((name, chinese)) = found {
            choice.remove("const");
            choice.insert("enum".to_owned(), serde_json::json!([name, chinese]));
        }
    }
}

impl AmountUnit {
    /// How many base units one is.
    #[must_use]
    pub fn scale(self) -> Decimal {
        Decimal::from(match self {
            AmountUnit::One => 1,
            AmountUnit::Thousand => 1_000,
            AmountUnit::TenThousand => 10_000,
            AmountUnit::Million => 1_000_000,
            AmountUnit::HundredMillion => 100_000_000,
            AmountUnit::Billion => 1_000_000_000_i64,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{self, Source, shape::shape};

    #[derive(Deserialize, JsonSchema)]
    struct File {
        unit: AmountUnit,
    }

    #[test]
    fn units_have_chinese_names_too() {
        let shape = shape::<File>();
        let read = |unit: &str| {
            let source = Source::new("a.toml", format!("unit = \"{unit}\"\n"));
            load::read::<File>(&source, &shape).map(|(file, _)| file.unit)
        };
        for (name, chinese) in [
            ("one", "元"),
            ("thousand", "千元"),
            ("wan", "万元"),
            ("million", "百万元"),
            ("yi", "亿元"),
            ("billion", "十亿元"),
        ] {
            assert_eq!(read(name), read(chinese));
            assert!(read(name).is_ok(), "{name}");
        }
        let hints = read("万").unwrap_err().into_iter().map(|problem| problem.hint).collect::<String>();
        assert!(hints.starts_with("did you mean `万元`?"), "{hints}");
    }
}
