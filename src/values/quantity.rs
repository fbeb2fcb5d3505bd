//! Figures with their units, and why a figure may not exist.

use rust_decimal::Decimal;

use super::Words;

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// How many times one amount contains another.
    Times,
    /// How often something turns over in a year.
    TimesPerYear,
    /// A fraction, printed in per cent.
    Percent,
    /// Days.
    Days,
    /// Money, in the currency of the client's statements.
    Money,
    /// Sums of money times days, such as of payments times the days that they took.
    MoneyDays,
    /// Points out of 100.
    Points,
    /// A number without a unit, such as Altman's Z.
    Index,
    /// Points of an answer scale, such as 1 to 7, or a difference of such.
    Scale,
    /// A coefficient between −1 and 1, such as Cronbach's α.
    Coefficient,
    /// Whole things, such as respondents.
    Count,
}

impl Unit {
    /// The stable name in data files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Unit::Times => "times",
            Unit::TimesPerYear => "times_per_year",
            Unit::Percent => "fraction",
            Unit::Days => "days",
            Unit::Money => "money",
            Unit::MoneyDays => "money_days",
            Unit::Points => "points",
            Unit::Index => "index",
            Unit::Scale => "scale_points",
            Unit::Coefficient => "coefficient",
            Unit::Count => "count",
        }
    }
}

macro_rules! reasons {
    ($($variant:ident $id:literal $zh:literal $en:literal;)*) => {
        /// Why a figure does not exist. Never infinity, never 0 in its place.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Undefined {
            $(#[doc = $en] $variant,)*
        }

        impl Undefined {
            /// Every reason.
            pub const ALL: &[Undefined] = &[$(Undefined::$variant,)*];

            /// The stable code in data files.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Undefined::$variant => $id,)* }
            }

            /// The reason in words.
            #[must_use]
            pub const fn words(self) -> Words {
                match self { $(Undefined::$variant => Words { zh: $zh, en: $en },)* }
            }
        }
    };
}

reasons! {
    MissingInput "missing_input" "缺少所需数据" "an input is missing";
    ZeroDenominator "zero_denominator" "分母为零，无定义" "the denominator is zero";
    NegativeDenominator "negative_denominator" "分母为负数，无意义" "the denominator is negative";
    NegativeEquity "negative_equity" "净资产为零或负数，无意义" "equity or net worth is zero or negative";
    NoReceivables "no_receivables" "无应收账款：现款交易" "no receivables: a cash business";
    NoInventory "no_inventory" "无存货" "no inventory";
    NoInterest "no_interest" "无净利息费用" "no net interest to cover";
    NonPositiveSales "non_positive_sales" "营业收入为零或负数" "sales are zero or negative";
    NoMarketValue "no_market_value" "无市值：请用 Z′" "no market value: use Z′ instead";
    NoPriorPeriod "no_prior_period" "无上期数据" "no earlier period to compare with";
    LowCoverage "low_coverage" "可评分的指标不足" "too few scored measures are present";
    NoAnswers "no_answers" "无有效回答" "nobody answered";
    NoVariation "no_variation" "回答没有差异" "all answers are alike";
    NothingToCollect "nothing_to_collect" "期内没有应收回的款项" "nothing was to be collected in the period";
    CreditBalance "credit_balance" "贷方余额，客户不欠款，无意义" "a net credit balance: the client owes nothing";
    NothingReceivable "nothing_receivable" "没有应收款项" "nothing is receivable";
    NoPayments "no_payments" "期内没有付款记录" "no payment in the period";
    NoLimit "no_limit" "没有生效的信用限额" "no credit limit is in force";
    CurrencyMix "currency_mix" "币种不同，不能比较" "amounts in different currencies cannot be compared";
    OutOfRange "out_of_range" "数值超出可计算范围" "a number is too large to compute with";
}

/// A figure, or why there is none.
pub type Quantity = Result<Decimal, Undefined>;
