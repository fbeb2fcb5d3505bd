//! The conventions that figures are computed under, in words (DOMAIN D1–D12).

use rust_decimal::Decimal;

use super::CreditModel;
use super::model::{Balances, Debt, QuickAssets, ReceivablesBasis, ReceivablesSales, ReturnBasis, TangibleNetWorth};
use crate::pages::number::percent;
use crate::pages::{Column, Table};
use crate::present::tables::{row, table};
use crate::values::{Language, Words};

const CONVENTIONS: Words = Words { zh: "计算口径", en: "Conventions" };
const OF: Words = Words { zh: "项目", en: "What is computed" };
const CHOICE: Words = Words { zh: "口径", en: "How" };

/// The conventions that the figures were computed under.
#[must_use]
pub fn conventions(model: &CreditModel, language: Language) -> Table {
    let conventions = &model.conventions;
    let days = conventions.days_in_year.to_string();
    let say = |words: Words| words.get(language).to_owned();
    let rows = vec![
        (
            say(Words { zh: "周转与天数所用余额", en: "Balances in turnover and days" }),
            say(balances(conventions.balances)),
        ),
        (say(Words { zh: "全年天数", en: "Days in a year" }), days),
        (
            say(Words { zh: "应收账款比率所用销售额", en: "Sales in receivables ratios" }),
            say(sales(conventions.receivables_sales)),
        ),
        (say(Words { zh: "应收账款", en: "Receivables" }), say(receivables(conventions.receivables))),
        (say(Words { zh: "速动资产", en: "Quick assets" }), say(quick(conventions.quick_assets))),
        (say(Words { zh: "债务", en: "Debt" }), say(debt(conventions.debt))),
        (say(Words { zh: "有形净值", en: "Tangible net worth" }), say(worth(conventions.tangible_net_worth))),
        (say(Words { zh: "投资报酬率", en: "Return on investment" }), say(roi(conventions.return_on_investment))),
        (say(Words { zh: "最低覆盖率", en: "Minimum coverage" }), percent(conventions.minimum_coverage, 0)),
        (
            say(Words { zh: "长期逾期的重要性", en: "What is long overdue counts" }),
            materiality(conventions.overdue_materiality, language),
        ),
        (
            say(Words { zh: "舍入", en: "Rounding" }),
            say(Words { zh: "仅在打印时四舍五入", en: "once, at print, half away from zero" }),
        ),
    ];
    let rows = rows.into_iter().map(|(name, choice)| row(vec![name.into(), choice.into()])).collect();
    let columns = vec![Column::text(say(OF)), Column::text(say(CHOICE))];
    table("conventions", say(CONVENTIONS), columns, rows)
}

fn materiality(share: Decimal, language: Language) -> String {
    if share.is_zero() {
        return Words { zh: "任何金额都计入", en: "whatever the amount" }.get(language).to_owned();
    }
    let share = percent(share, share.normalize().scale().saturating_sub(2));
    match language {
        Language::Zh => format!("超过未结款项的 {share} 才计入"),
        Language::En => format!("above {share} of the open items"),
    }
}

const fn balances(choice: Balances) -> Words {
    match choice {
        Balances::Average => Words { zh: "期初与期末的平均值", en: "mean of opening and closing" },
        Balances::Closing => Words { zh: "期末余额", en: "closing" },
    }
}

const fn sales(choice: ReceivablesSales) -> Words {
    match choice {
        ReceivablesSales::CreditSales => {
            Words { zh: "赊销净额，缺失时用营业收入", en: "net credit sales; revenue where absent" }
        }
        ReceivablesSales::Revenue => Words { zh: "营业收入", en: "revenue" },
    }
}

const fn receivables(choice: ReceivablesBasis) -> Words {
    match choice {
        ReceivablesBasis::Gross => {
            Words { zh: "净额加坏账准备，含应收票据", en: "net plus allowance, with trade notes" }
        }
        ReceivablesBasis::Net => Words { zh: "净额，含应收票据", en: "net, with trade notes" },
    }
}

const fn quick(choice: QuickAssets) -> Words {
    match choice {
        QuickAssets::LessInventoryAndPrepaid => {
            Words { zh: "流动资产减存货减预付款项", en: "current assets less inventory less prepaid" }
        }
        QuickAssets::LessInventory => Words { zh: "流动资产减存货", en: "current assets less inventory" },
        QuickAssets::CashInvestmentsReceivables => Words {
            zh: "货币资金、交易性金融资产与应收款项",
            en: "cash, short-term investments and receivables",
        },
    }
}

const fn debt(choice: Debt) -> Words {
    match choice {
        Debt::TotalLiabilities => Words { zh: "负债合计", en: "total liabilities" },
        Debt::InterestBearing => Words { zh: "有息负债", en: "interest-bearing debt" },
    }
}

const fn worth(choice: TangibleNetWorth) -> Words {
    match choice {
        TangibleNetWorth::LessIntangiblesAndDeferredCharges => Words {
            zh: "净资产减商誉、无形资产与长期待摊费用",
            en: "equity less goodwill, intangibles and deferred charges",
        },
        TangibleNetWorth::LessIntangibles => {
            Words { zh: "净资产减商誉与无形资产", en: "equity less goodwill and intangibles" }
        }
    }
}

const fn roi(choice: ReturnBasis) -> Words {
    match choice {
        ReturnBasis::ProfitBeforeTaxAndInterest => Words {
            zh: "（利润总额＋利息费用）÷ 平均资产总计",
            en: "(profit before tax + interest) ÷ average total assets",
        },
        ReturnBasis::NetIncome => {
            Words { zh: "净利润 ÷ 平均资产总计", en: "net income ÷ average total assets" }
        }
        ReturnBasis::NetIncomeOnEquity => {
            Words { zh: "净利润 ÷ 平均所有者权益", en: "net income ÷ average equity" }
        }
    }
}
