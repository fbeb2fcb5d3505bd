//! Why a file earns no points by a criterion, in either language.

use rust_decimal::Decimal;

use crate::pages::number::short;
use crate::values::{Language, Undefined, plural};

/// What a file lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lack {
    /// It cannot be read.
    Unread,
    /// The check finds so many errors.
    Errors(usize),
    /// With errors it cannot be assessed.
    Unassessed,
    /// Nothing is written at this key path.
    Blank(String),
    /// A list or table has too few entries.
    Few {
        /// Its key path.
        path: String,
        /// How many are filled in.
        count: usize,
        /// How many there must be.
        at_least: u32,
    },
    /// The case has no figure of this measure.
    NoFigure(String),
    /// The figure of this measure is not defined.
    Undefined(String, Undefined),
    /// The figure of this measure lies outside the range.
    Outside(String, Decimal),
    /// The case falls into this tier.
    Tier(String),
}

impl Lack {
    /// The reason in words.
    #[must_use]
    pub fn words(&self, language: Language) -> String {
        match language {
            Language::Zh => self.zh(),
            Language::En => self.en(),
        }
    }

    fn zh(&self) -> String {
        match self {
            Lack::Unread => "文件无法读取".to_owned(),
            Lack::Errors(count) => format!("检查发现 {count} 处错误"),
            Lack::Unassessed => "文件有错误，无法评估".to_owned(),
            Lack::Blank(path) => format!("`{path}` 没有填写"),
            Lack::Few { path, count, at_least } => format!("`{path}` 有 {count} 项，至少要 {at_least} 项"),
            Lack::NoFigure(measure) => format!("案例没有 `{measure}`"),
            Lack::Undefined(measure, reason) => format!("`{measure}` 没有定义：{}", reason.words().zh),
            Lack::Outside(measure, value) => format!("`{measure}` 为 {}", short(*value, 4)),
            Lack::Tier(tier) => format!("等级为 {tier}"),
        }
    }

    fn en(&self) -> String {
        match self {
            Lack::Unread => "the file cannot be read".to_owned(),
            Lack::Errors(count) => format!("the check finds {}", plural(count, "error")),
            Lack::Unassessed => "with errors the case cannot be assessed".to_owned(),
            Lack::Blank(path) => format!("`{path}` is not filled in"),
            Lack::Few { path, count, at_least } => {
                format!("`{path}` has {count} of at least {}", plural(at_least, "entry"))
            }
            Lack::NoFigure(measure) => format!("the case has no `{measure}`"),
            Lack::Undefined(measure, reason) => format!("`{measure}` is not defined: {}", reason.words().en),
            Lack::Outside(measure, value) => format!("`{measure}` is {}", short(*value, 4)),
            Lack::Tier(tier) => format!("the tier is {tier}"),
        }
    }
}
