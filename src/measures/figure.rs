//! A figure: a measure's value for a period, with the formula and the inputs that led to it.

use super::Measure;
use super::expression::{Expr, InputId, Inputs};
use crate::values::{Quantity, Undefined, Words};

/// A measure's value for a period.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The measure.
    pub measure: Measure,
    /// The period's name, or the as-of date for measures of our trade.
    pub period: String,
    /// The id of the part of the case that is measured, such as a dimension; empty for the whole.
    pub scope: String,
    /// The value, or why there is none.
    pub value: Quantity,
    /// The formula with its numbers, where it could be set up.
    pub formula: Option<Expr>,
    /// What it rests on.
    pub inputs: Vec<InputId>,
    /// Names of inputs that are missing.
    pub missing: Vec<Words>,
    /// What a reader must know about this figure.
    pub notes: Vec<Note>,
}

impl Figure {
    /// The figure that `formula` gives.
    #[must_use]
    pub fn new(measure: Measure, period: impl Into<String>, formula: Expr, inputs: &Inputs) -> Self {
        Figure {
            measure,
            period: period.into(),
            scope: String::new(),
            value: formula.value(inputs),
            inputs: formula.inputs(),
            formula: Some(formula),
            missing: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// A figure that does not exist.
    #[must_use]
    pub fn undefined(measure: Measure, period: impl Into<String>, reason: Undefined) -> Self {
        Figure {
            measure,
            period: period.into(),
            scope: String::new(),
            value: Err(reason),
            formula: None,
            inputs: Vec::new(),
            missing: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Adds the inputs of `other`, which this figure is computed from.
    pub fn rest_on(&mut self, other: &Figure) {
        for id in &other.inputs {
            if !self.inputs.contains(id) {
                self.inputs.push(*id);
            }
        }
    }

    /// The same figure of one part of the case.
    #[must_use]
    pub fn of(mut self, scope: impl Into<String>) -> Self {
        self.scope = scope.into();
        self
    }

    /// Whether this is a figure for the period, or of the part of the case, that is called `name`.
    #[must_use]
    pub fn is_of(&self, name: &str) -> bool {
        self.period == name || (!self.scope.is_empty() && self.scope == name)
    }

    /// The status in data files: `ok` or the reason's code.
    #[must_use]
    pub fn status(&self) -> &'static str {
        match self.value {
            Ok(_) => "ok",
            Err(reason) => reason.id(),
        }
    }
}

macro_rules! notes {
    ($($variant:ident $id:literal $zh:literal $en:literal;)*) => {
        /// What a reader must know about a figure.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Note {
            $(#[doc = $en] $variant,)*
        }

        impl Note {
            /// The stable code in data files.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Note::$variant => $id,)* }
            }

            /// The note in words.
            #[must_use]
            pub const fn words(self) -> Words {
                match self { $(Note::$variant => Words { zh: $zh, en: $en },)* }
            }
        }
    };
}

notes! {
    ClosingForAverage "closing_for_average" "缺期初余额，以期末余额代替平均值" "no opening balance: the closing balance stands in for the average";
    RevenueForCreditSales "revenue_for_credit_sales" "未提供赊销额，以营业收入代替" "credit sales not given: revenue stands in";
    Annualised "annualised" "非整年期间，流量已折算为全年" "not a full year: flows are scaled to a year";
    DerivedEbit "derived_ebit" "息税前利润由利润总额加利息费用得出" "EBIT is profit before tax plus interest";
    DerivedLiabilities "derived_liabilities" "负债合计由流动负债与非流动负债相加得出" "total liabilities are current plus non-current liabilities";
    AtLeast "at_least" "销售记录已用尽，实际天数不少于此数" "the sales history is exhausted: at least this many days";
    WeightsRenormalised "weights_renormalised" "部分指标缺失，权重已重新分配" "some measures are missing: their weight is spread over the others";
    WorstBand "worst_band" "数值无意义，按最差档计分" "not meaningful: scored in the worst band";
    BestBand "best_band" "无此类余额，按最优档计分" "nothing of the kind: scored in the best band";
    ExpectationForImportance "expectation_for_importance" "未询问重要性，以期望得分代替" "importance was not asked: the expectation stands in";
    SalesForForecast "sales_for_forecast" "未提供预计赊销额，以最近十二个月赊销额代替" "no forecast: credit sales of the last twelve months stand in";
    DelinquencyForDelay "delinquency_for_delay" "没有付款记录，以平均拖欠天数代替惯常延迟" "no record of payments: average days delinquent stand in for the usual delay";
    NoUsualDelay "no_usual_delay" "惯常延迟不明，按零计" "the usual delay is not known and counts as none";
    NoOwnFunds "no_own_funds" "净资产为零或负数，比例为零" "no positive equity: the share is nothing";
    OneSupport "one_support" "净值法与营运资产法只有一项可用" "only one of net worth and working assets is at hand";
    PartialYear "partial_year" "不足十二个月的销售额，已折算为全年" "less than twelve months of sales, scaled to a year";
}
