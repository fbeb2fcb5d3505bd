//! Reads serde types from the spanned tree, handing numbers over as their digits so that
//! amounts stay exact.
//!
//! The tree has been checked against the type's [`Shape`](super::shape::Shape) before, which is
//! where an author's mistakes are found and explained; an error here is a last resort.

use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_spanned::Spanned;
use toml::de::{DeInteger, DeString, DeTable, DeValue};

use super::tree::Tree;

/// Reads a value of type `T` from a whole file's tree.
///
/// # Errors
/// The first thing that does not fit `T`.
pub fn from_tree<'de, T: de::Deserialize<'de>>(tree: &'de Tree<'_>) -> Result<T, Unfit> {
    T::deserialize(Table(tree.get_ref()))
}

/// Why a tree does not fit a type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfit(pub String);

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unfit {}

impl de::Error for Unfit {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Unfit(message.to_string())
    }
}

struct Table<'de, 'i>(&'de DeTable<'i>);

impl<'de> Deserializer<'de> for Table<'de, '_> {
    type Error = Unfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_map(Entries { rest: self.0.iter(), value: None })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

struct Node<'de, 'i>(&'de Spanned<DeValue<'i>>);

impl Node<'_, '_> {
    fn digits(&self) -> Result<String, Unfit> {
        match self.0.get_ref() {
            DeValue::Integer(integer) => decimal_digits(integer),
            DeValue::Float(float) => Ok(float.as_str().to_owned()),
            other => Err(Unfit(format!("a number is needed, not {}", other.type_str()))),
        }
    }

    fn parse<T: std::str::FromStr>(&self) -> Result<T, Unfit> {
        let digits = self.digits()?.replace('_', "");
        digits.parse().map_err(|_| Unfit(format!("`{digits}` is out of range")))
    }
}

/// The digits of an integer in base 10, whatever base it was written in.
fn decimal_digits(integer: &DeInteger<'_>) -> Result<String, Unfit> {
    if integer.radix() == 10 {
        return Ok(integer.as_str().to_owned());
    }
    let value = i64::from_str_radix(integer.as_str(), integer.radix());
    value.map(|value| value.to_string()).map_err(|_| Unfit(format!("`{integer}` is out of range")))
}

macro_rules! parsed {
    ($($method:ident $visit:ident;)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
            visitor.$visit(self.parse()?)
        })*
    };
}

impl<'de> Deserializer<'de> for Node<'de, '_> {
    type Error = Unfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        match self.0.get_ref() {
            DeValue::String(text) => visitor.visit_borrowed_str(text),
            DeValue::Integer(_) | DeValue::Float(_) => visitor.visit_str(&self.digits()?),
            DeValue::Boolean(value) => visitor.visit_bool(*value),
            DeValue::Datetime(date) => visitor.visit_string(date.to_string()),
            DeValue::Array(items) => visitor.visit_seq(Items(items.iter())),
            DeValue::Table(table) => Table(table).deserialize_any(visitor),
        }
    }

    parsed! {
        deserialize_u8 visit_u8;
        deserialize_u16 visit_u16;
        deserialize_u32 visit_u32;
        deserialize_u64 visit_u64;
        deserialize_i32 visit_i32;
        deserialize_i64 visit_i64;
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        match self.0.get_ref().as_str() {
            Some(text) => {
                let text: StrDeserializer<'_, Unfit> = text.into_deserializer();
                text.deserialize_enum(name, variants, visitor)
            }
            None => Err(Unfit(format!("{name} is written as text"))),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i128 u128 f32 f64 char str string bytes byte_buf
        unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

struct Items<'de, 'i>(std::slice::Iter<'de, Spanned<DeValue<'i>>>);

impl<'de> SeqAccess<'de> for Items<'de, '_> {
    type Error = Unfit;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Unfit> {
        self.0.next().map(|item| seed.deserialize(Node(item))).transpose()
    }
}

struct Entries<'de, 'i, I> {
    rest: I,
    value: Option<&'de Spanned<DeValue<'i>>>,
}

impl<'de, 'i: 'de, I> MapAccess<'de> for Entries<'de, 'i, I>
where
    I: Iterator<Item = (&'de Spanned<DeString<'i>>, &'de Spanned<DeValue<'i>>)>,
{
    type Error = Unfit;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Unfit> {
        let Some((key, value)) = self.rest.next() else { return Ok(None) };
        self.value = Some(value);
        let key: StrDeserializer<'_, Unfit> = key.get_ref().as_ref().into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Unfit> {
        match self.value.take() {
            Some(value) => seed.deserialize(Node(value)),
            None => Err(Unfit("a value without a key".to_owned())),
        }
    }
}
