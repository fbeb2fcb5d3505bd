//! The shape of a file: what its JSON Schema demands, compiled so that a tree is checked against
//! it quickly and every mistake is found in one pass.
//!
//! The schema is made from the types that read the file, so that reading, checking and an
//! editor's completion cannot disagree.

use std::collections::BTreeMap;

use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::Value;

/// What a value must look like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A table with known keys.
    Table(TableShape),
    /// A table whose keys the author chooses.
    Map(Box<Shape>),
    /// A table whose keys are months.
    Months(Box<Shape>),
    /// A list.
    List(Box<Shape>),
    /// One of several names.
    Name(Vec<String>),
    /// Text.
    Text,
    /// Text for all languages, or one for each.
    LocalizedText,
    /// A number with or without decimals.
    Amount,
    /// A whole number within limits.
    Integer {
        /// Smallest.
        least: i64,
        /// Largest.
        most: i64,
    },
    /// `true` or `false`.
    Flag,
    /// A date.
    Day,
    /// Anything.
    Any,
}

/// A table with known keys.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableShape {
    /// The shape of each key's value.
    pub keys: BTreeMap<String, Shape>,
    /// The keys that must be there, in the order of the type.
    pub required: Vec<String>,
}

/// The JSON Schema of `T`, fit for editors: no `null`, since TOML has none.
#[must_use]
pub fn schema<T: JsonSchema>() -> Value {
    let generator = SchemaSettings::draft07().into_generator();
    let mut schema = generator.into_root_schema_for::<T>().to_value();
    drop_nulls(&mut schema);
    schema
}

/// The shape of `T`.
#[must_use]
pub fn shape<T: JsonSchema>() -> Shape {
    let schema = schema::<T>();
    compile(&schema, schema.get("definitions").unwrap_or(&Value::Null))
}

fn drop_nulls(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            if let Some(Value::Array(types)) = map.get_mut("type") {
                types.retain(|name| name != "null");
                if let [only] = types.as_slice() {
                    let only = only.clone();
                    map.insert("type".to_owned(), only);
                }
            }
            flatten_optional(map);
            if map.get("default") == Some(&Value::Null) {
                map.remove("default");
            }
            map.values_mut().for_each(drop_nulls);
        }
        Value::Array(items) => items.iter_mut().for_each(drop_nulls),
        _ => {}
    }
}

/// `anyOf: [X, null]` becomes `allOf: [X]`, which keeps the description beside it.
fn flatten_optional(map: &mut serde_json::Map<String, Value>) {
    let Some(Value::Array(choices)) = map.get_mut("anyOf") else { return };
    let before = choices.len();
    choices.retain(|choice| choice.get("type") != Some(&Value::from("null")));
    if choices.len() == before || choices.len() != 1 {
        return;
    }
    let kept = map.remove("anyOf").unwrap_or_default();
    map.insert("allOf".to_owned(), kept);
}

fn compile(schema: &Value, definitions: &Value) -> Shape {
    if let Some(name) = reference(schema) {
        return match name {
            "Text" => Shape::LocalizedText,
            "Amount" => Shape::Amount,
            "Day" => Shape::Day,
            _ => compile(definitions.get(name).unwrap_or(&Value::Null), definitions),
        };
    }
    if let Some(names) = names(schema) {
        return Shape::Name(names);
    }
    match schema.get("type").and_then(Value::as_str) {
        Some("object") => compile_object(schema, definitions),
        Some("array") => Shape::List(Box::new(compile(schema.get("items").unwrap_or(&Value::Null), definitions))),
        Some("string") => Shape::Text,
        Some("boolean") => Shape::Flag,
        Some("integer") => {
            Shape::Integer { least: limit(schema, "minimum", i64::MIN), most: limit(schema, "maximum", i64::MAX) }
        }
        Some("number") => Shape::Amount,
        _ => Shape::Any,
    }
}

fn reference(schema: &Value) -> Option<&str> {
    let inner = match schema.get("allOf").and_then(Value::as_array).map(Vec::as_slice) {
        Some([only]) => only,
        _ => schema,
    };
    inner.get("$ref")?.as_str()?.strip_prefix("#/definitions/")
}

fn names(schema: &Value) -> Option<Vec<String>> {
    let text = |value: &Value| value.as_str().map(ToOwned::to_owned);
    if let Some(Value::Array(names)) = schema.get("enum") {
        return names.iter().map(text).collect();
    }
    let Some(Value::Array(choices)) = schema.get("oneOf") else { return None };
    let mut names = Vec::new();
    for choice in choices {
        match (choice.get("const"), choice.get("enum")) {
            (Some(name), _) => names.push(text(name)?),
            (None, Some(Value::Array(several))) => {
                for name in several {
                    names.push(text(name)?);
                }
            }
            _ => return None,
        }
    }
    Some(names)
}

fn compile_object(schema: &Value, definitions: &Value) -> Shape {
    if let Some(Value::Object(patterns)) = schema.get("patternProperties") {
        let amount = patterns.values().next().unwrap_or(&Value::Null);
        return Shape::Months(Box::new(compile(amount, definitions)));
    }
    let Some(Value::Object(properties)) = schema.get("properties") else {
        let values = schema.get("additionalProperties").unwrap_or(&Value::Null);
        return Shape::Map(Box::new(compile(values, definitions)));
    };
    let keys = properties.iter().map(|(key, value)| (key.clone(), compile(value, definitions)));
    let required = schema.get("required").and_then(Value::as_array);
    let required = required.into_iter().flatten().filter_map(Value::as_str).map(ToOwned::to_owned);
    Shape::Table(TableShape { keys: keys.collect(), required: required.collect() })
}

fn limit(schema: &Value, key: &str, otherwise: i64) -> i64 {
    schema.get(key).and_then(Value::as_i64).unwrap_or(otherwise)
}
