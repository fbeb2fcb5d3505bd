//! The lines of a client's statements: their names in the file, in print, and in calculations.
//!
//! One table makes the types that read the file, the JSON Schema's descriptions and the labels in
//! both languages.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::load::fields::{Amount, NamedAmounts};
use crate::values::Words;

/// One of the three statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Income statement 利润表.
    Income,
    /// Balance sheet 资产负债表.
    Balance,
    /// Cash-flow statement 现金流量表.
    CashFlow,
}

impl Part {
    /// In the order of print.
    pub const ALL: [Part; 3] = [Part::Income, Part::Balance, Part::CashFlow];

    /// The key of the statement in the file.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Part::Income => "income",
            Part::Balance => "balance",
            Part::CashFlow => "cash_flow",
        }
    }

    /// Its name.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            Part::Income => Words { zh: "利润表", en: "Income statement" },
            Part::Balance => Words { zh: "资产负债表", en: "Balance sheet" },
            Part::CashFlow => Words { zh: "现金流量表", en: "Cash-flow statement" },
        }
    }
}

macro_rules! lines {
    ($($(#[doc = $part_doc:literal])* $part:ident $lines:ident {
        $($variant:ident $field:ident $kind:ident $zh:literal $en:literal $doc:literal;)*
    })*) => {
        /// A line of a statement.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Line {
            $($(#[doc = $doc] $variant,)*)*
        }

        impl Line {
            /// Every line, statement by statement, in the order of print.
            pub const ALL: &[Line] = &[$($(Line::$variant,)*)*];

            /// The line's key in the file.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $($(Line::$variant => stringify!($field),)*)* }
            }

            /// Its label in print.
            #[must_use]
            pub const fn words(self) -> Words {
                match self { $($(Line::$variant => Words { zh: $zh, en: $en },)*)* }
            }

            /// The statement that it stands in.
            #[must_use]
            pub const fn part(self) -> Part {
                match self { $($(Line::$variant => Part::$part,)*)* }
            }

            /// Whether it is a sum of lines above it, and whether it may be negative.
            #[must_use]
            pub const fn kind(self) -> LineKind {
                match self { $($(Line::$variant => LineKind::$kind,)*)* }
            }
        }

        $(
            $(#[doc = $part_doc])*
            #[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
            #[serde(deny_unknown_fields, default)]
            pub struct $lines {
                $(#[doc = $doc] pub $field: Option<Amount>,)*
                /// Further lines under names of your own, printed and kept but not computed with: `"Research" = 120`.
                pub extra: NamedAmounts,
            }

            impl $lines {
                /// The amount of `line`, where it stands in this statement and is given.
                #[must_use]
                pub fn get(&self, line: Line) -> Option<Amount> {
                    match line {
                        $(Line::$variant => self.$field,)*
                        #[allow(unreachable_patterns, reason = "a statement knows only its own lines")]
                        _ => None,
                    }
                }
            }
        )*
    };
}

/// How a line is printed and checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// An amount that cannot be negative.
    Amount,
    /// An amount that may be negative.
    Signed,
    /// A sum that cannot be negative.
    Total,
    /// A sum that may be negative.
    SignedTotal,
}

impl Line {
    /// The key path of the line in `table` of the statement at `index` of the file.
    #[must_use]
    pub fn path(self, index: usize, table: &str) -> String {
        ["statements[", &index.to_string(), "].", table, ".", self.key()].concat()
    }

    /// The lines that a sum of the balance sheet is made of, so far as they have names here; none for others.
    #[must_use]
    pub const fn parts(self) -> &'static [Line] {
        match self {
            Line::CurrentAssets => &[
                Line::Cash,
                Line::ShortTermInvestments,
                Line::NotesReceivable,
                Line::Receivables,
                Line::Inventory,
                Line::Prepaid,
            ],
            Line::TotalAssets => {
                &[Line::CurrentAssets, Line::FixedAssets, Line::Goodwill, Line::Intangibles, Line::DeferredCharges]
            }
            Line::CurrentLiabilities => &[Line::ShortTermDebt, Line::Payables],
            Line::NonCurrentLiabilities => &[Line::LongTermDebt],
            Line::TotalLiabilities => &[Line::CurrentLiabilities, Line::NonCurrentLiabilities],
            Line::Equity => &[Line::ShareCapital, Line::RetainedEarnings],
            _ => &[],
        }
    }
}

lines! {
    /// The income statement (利润表), costs as positive amounts.
    Income IncomeLines {
        Sales sales Amount "营业收入" "Sales" "Revenue net of returns and taxes (营业收入).";
        CreditSales credit_sales Amount "其中：赊销收入" "of which credit sales" "Net credit sales (赊销净额); revenue stands in where absent, and is marked.";
        CostOfSales cost_of_sales Amount "营业成本" "Cost of sales" "Cost of sales (营业成本).";
        OperatingExpenses operating_expenses Signed "期间费用" "Operating expenses" "Selling, administrative and research expenses (期间费用).";
        Depreciation depreciation Amount "折旧与摊销" "Depreciation and amortisation" "Depreciation and amortisation of the period (折旧与摊销).";
        OperatingProfit operating_profit SignedTotal "营业利润" "Operating profit" "Operating profit (营业利润).";
        Ebit ebit SignedTotal "息税前利润" "EBIT" "Earnings before interest and tax (息税前利润); profit before tax plus interest where absent.";
        Interest interest Signed "利息费用" "Interest expense" "Interest expense (利息费用); net finance cost (财务费用) where the statement gives only that, negative where finance income exceeds the expense.";
        ProfitBeforeTax profit_before_tax SignedTotal "利润总额" "Profit before tax" "Profit before tax (利润总额).";
        Tax tax Signed "所得税费用" "Income tax" "Income tax (所得税费用).";
        NetIncome net_income SignedTotal "净利润" "Net income" "Net income (净利润).";
        Dividends dividends Amount "已宣告股利" "Dividends declared" "Dividends declared in the period (已宣告股利).";
        OtherRetained other_retained_earnings Signed "留存收益其他变动" "Other movements in retained earnings" "Movements in retained earnings other than net income and dividends, such as share buy-backs (留存收益其他变动); negative where they lower it.";
    }
    /// The balance sheet (资产负债表) at the end of the period.
    Balance BalanceLines {
        Cash cash Amount "货币资金" "Cash" "Cash and cash equivalents (货币资金).";
        ShortTermInvestments short_term_investments Amount "交易性金融资产" "Short-term investments" "Marketable securities (交易性金融资产).";
        NotesReceivable notes_receivable Amount "应收票据" "Trade notes receivable" "Trade notes receivable (应收票据).";
        Receivables receivables Amount "应收账款净额" "Receivables, net" "Trade receivables net of the allowance (应收账款净额).";
        ReceivablesAllowance receivables_allowance Amount "坏账准备" "Allowance for doubtful accounts" "Allowance for doubtful accounts as a positive amount (坏账准备); added back to receivables.";
        Inventory inventory Amount "存货" "Inventory" "Inventory (存货); write 0 for a firm that has none.";
        Prepaid prepaid Amount "预付款项" "Prepaid expenses" "Prepayments (预付款项).";
        CurrentAssets current_assets Total "流动资产合计" "Total current assets" "Total current assets (流动资产合计).";
        FixedAssets fixed_assets Amount "固定资产" "Fixed assets" "Property, plant and equipment, net (固定资产).";
        Goodwill goodwill Amount "商誉" "Goodwill" "Goodwill (商誉).";
        Intangibles intangibles Amount "无形资产" "Intangible assets" "Other intangible assets (无形资产).";
        DeferredCharges deferred_charges Amount "长期待摊费用" "Deferred charges" "Long-term deferred charges (长期待摊费用).";
        TotalAssets total_assets Total "资产总计" "Total assets" "Total assets (资产总计).";
        ShortTermDebt short_term_debt Amount "短期借款" "Short-term debt" "Short-term borrowings and the current part of long-term debt (短期借款).";
        Payables payables Amount "应付账款" "Payables" "Trade payables and notes (应付账款及票据).";
        CurrentLiabilities current_liabilities Total "流动负债合计" "Total current liabilities" "Total current liabilities (流动负债合计).";
        LongTermDebt long_term_debt Amount "长期借款" "Long-term debt" "Long-term borrowings and bonds (长期借款).";
        NonCurrentLiabilities non_current_liabilities Total "非流动负债合计" "Total non-current liabilities" "Total non-current liabilities (非流动负债合计).";
        TotalLiabilities total_liabilities Total "负债合计" "Total liabilities" "Total liabilities (负债合计); current plus non-current liabilities where absent.";
        ShareCapital share_capital Signed "股本及资本公积" "Share capital and reserves" "Paid-in capital and capital reserves (股本及资本公积).";
        RetainedEarnings retained_earnings Signed "留存收益" "Retained earnings" "Retained earnings including surplus reserves (留存收益).";
        Equity equity SignedTotal "所有者权益合计" "Total equity" "Total equity (所有者权益合计).";
    }
    /// The cash-flow statement (现金流量表), outflows negative.
    CashFlow CashFlowLines {
        Operating operating SignedTotal "经营活动现金流量净额" "Cash flow from operations" "Net cash from operating activities (经营活动产生的现金流量净额).";
        Investing investing SignedTotal "投资活动现金流量净额" "Cash flow from investing" "Net cash from investing activities (投资活动产生的现金流量净额).";
        Financing financing SignedTotal "筹资活动现金流量净额" "Cash flow from financing" "Net cash from financing activities (筹资活动产生的现金流量净额).";
        Exchange exchange Signed "汇率变动影响" "Effect of exchange rates" "Effect of exchange rates on cash (汇率变动对现金的影响).";
        OpeningCash opening_cash Amount "期初现金" "Cash at the beginning" "Cash at the beginning of the period (期初现金余额); the opening balance sheet's cash where absent.";
        ClosingCash closing_cash Amount "期末现金" "Cash at the end" "Cash at the end of the period (期末现金余额); the balance sheet's cash where absent.";
    }
}
