//! The words of receivables and credit limits, in both languages.

use crate::values::Words;

macro_rules! words {
    ($($name:ident $zh:literal $en:literal;)*) => {
        $(#[doc = $en] pub(super) const $name: Words = Words { zh: $zh, en: $en };)*
    };
}

words! {
    RECEIVABLES "应收账款" "Receivables";
    LIMIT "信用限额" "Credit limit";
    // Receivables.
    LOSS_RATE "损失率" "Loss rate";
    ALLOWANCE "坏账准备" "Loss allowance";
    DISPUTED_PART "其中：有争议" "of which disputed";
    DISPUTED "有争议" "disputed";
    HABIT "按付款月份的付款习惯" "Payment habit by month of payment";
    MONTH "月份" "Month";
    PAID "付款额" "Paid";
    DAYS_TO_PAY "付款天数" "Days to pay";
    DAYS_LATE "逾期天数" "Days late";
    ON_TIME "按期付款率" "On time";
    TWELVE_MONTHS "十二个月" "Twelve months";
    HABIT_NOTE "按付款额加权；提前付款按逾期 0 天计。" "Weighted by what was paid; an early payment counts as 0 days late.";
    LARGEST "金额最大的逾期款项" "Largest overdue items";
    REFERENCE "发票" "Invoice";
    DUE "到期日" "Due";
    OVERDUE_DAYS "逾期天数" "Days overdue";
    SALESPERSON "业务员" "Salesperson";
    REMARKS "备注" "Remarks";
    NOT_DUE_SHORT "未到期" "not due";
    // Limits.
    METHODS "各种方法的限额" "The limit by every method";
    METHOD "方法" "Method";
    CALCULATION "计算" "Calculation";
    STEPS "推荐限额的步骤" "Steps to the recommended limit";
    STRENGTH "承受能力：净值法与营运资产法中的较大者" "Strength: the larger of net worth and working assets";
    NEEDED "不超过需求法限额" "No more than the need";
    TIMES_FACTOR "乘以等级系数" "Times the factor of the tier";
    CAPPED "不超过集中度上限" "No more than the concentration cap";
    ROUNDED "向下取整" "Rounded down";
    RECOMMENDED "推荐信用限额" "Recommended limit";
    IN_FORCE "生效的信用限额" "Limit in force";
    EXPOSURE "信用敞口" "Exposure";
    USE "限额使用率" "Use";
    GRANTED "批准的信用限额" "Limits granted";
    FROM "自" "From";
    UNTIL "至" "Until";
    GRANTED_BY "批准人" "Granted by";
    STATE "状态" "State";
    HOLDS "生效" "in force";
    WAITS "尚未生效" "not yet in force";
    ENDED "已到期" "ended";
    REPLACED "已被取代" "replaced";
    SUSPENDED "被临时限额取代" "behind a temporary limit";
    NO_LIMIT "没有生效的限额" "none in force";
    USE_NOTE "敞口 ÷ 生效限额" "exposure ÷ limit in force";
    FURTHER_CREDIT "继续赊销" "Further credit";
    BLOCKED "应停止赊销" "Further credit is blocked";
    BLOCKED_BY "应停止：" "blocked: ";
    NOT_KNOWN "不明：案例文件没有给出" "not known: the file does not tell ";
    NOT_BLOCKED "没有需要停止赊销的情况。" "Nothing blocks further credit.";
    NO_RULES "信用模型没有规定限额的计算方法。" "The credit model has no rules for limits.";
}
