//! The words that a client's pages and reports print, in both languages.

use crate::values::Words;

macro_rules! words {
    ($($name:ident $zh:literal $en:literal;)*) => {
        $(#[doc = $en] pub(super) const $name: Words = Words { zh: $zh, en: $en };)*
    };
}

words! {
    // Sections.
    SUMMARY "摘要" "Summary";
    COMPANY "企业概况" "The company";
    SCORE "信用评分" "Credit score";
    TIER "信用等级与对策" "Tier and policy";
    RATIOS "财务比率" "Financial ratios";
    CYCLE "资金积压期间" "Working-capital cycle";
    TRADE "交易与账款" "Trade with us";
    STATEMENTS "财务报表" "Financial statements";
    WHY "数字从何而来" "Why these numbers";
    SOURCE "案例文件" "Case file";
    METHOD "方法与来源" "Method and sources";
    APPENDIX "计算附录" "Computation appendix";
    // Summary.
    CREDIT_TIER "信用等级" "Credit tier";
    SCORE_OUT_OF "信用得分（满分 100）" "Score out of 100";
    BEFORE_CAPS "上限规则前" "Before caps";
    NO_SCORE "无评分" "no score";
    COVERAGE "评分覆盖率" "Coverage";
    COVERAGE_NOTE "可评分权重占比" "share of weight scored";
    NEXT_REVIEW "下次复评" "Next review";
    NOT_PLANNED "不安排" "none planned";
    REVIEW_OVERDUE "复评逾期，应复评日" "Review overdue since";
    DRIVERS "决定得分的指标" "What drives the score";
    MOST_GAINED "贡献最大" "Adds most";
    MOST_LOST "失分最多" "Costs most";
    LEVERS "单项改善即可升至更高得分档" "What would move the score to the next tier";
    LEVERS_NOTE "每行只改变一项指标、其余不变时所需的数值。" "Each row changes one measure and leaves the rest.";
    NO_LEVER "没有任何单项指标的改善足以独自达到更高等级的分数线。" "No single measure can reach the next cut-off on its own.";
    TOP_TIER "得分已在最高档。" "The score is already in the top tier.";
    POINTS_HELD "分" "Points";
    NOW "当前值" "Now";
    NEEDED "所需值" "Needed";
    CHANGE "变动" "Change";
    CAPS_FIRED "触发的上限规则" "Caps that fired";
    // Score.
    MEASURE "指标" "Measure";
    VALUE "数值" "Value";
    STANDING "所处标准" "Standing";
    POINTS "得分 x" "Points x";
    WEIGHT "权重 a" "Weight a";
    CONTRIBUTION "贡献 a·x" "Contribution a·x";
    TOTAL "合计" "Total";
    CONTRIBUTIONS "各指标对得分的贡献" "Contribution of each measure";
    LEFT_OUT "未计分" "left out";
    SCORE_TREND "历期得分" "Score by period";
    POINTS_HOW "得分计算" "How the points came about";
    // Tier.
    STEP "步骤" "Step";
    RESULT "结果" "Result";
    REASON "依据" "Because";
    CAP "上限规则" "Cap";
    STAND_IN_PRINT "* 以替代数据计算，见「计算附录」。" "* computed from a stand-in; see the computation appendix.";
    FROM_SCORE "按得分" "From the score";
    FINAL "最终等级" "Final tier";
    NO_EFFECT "不改变等级" "no change";
    POLICY "对策" "Policy";
    TERMS "建议付款条件" "Recommended terms";
    LIMIT_FACTOR "信用限额系数" "Limit factor";
    NEVER "尚无复评记录" "no review recorded yet";
    NO_CAPS "没有规则触发，等级即按得分确定。" "No cap fired; the score alone sets the tier.";
    NOT_BY_SCORE
        "等级不是由得分决定的，而是由上列封顶规则或人工调整决定的：下面的对策照此执行，其中对本级客户的一般描述不一定符合该客户。"
        "The tier does not follow from the score but from what is listed above. The policy holds; what it says of the \
         usual client of the tier need not be true of this one.";
    TIERS "等级分数线" "Cut-offs";
    // Ratios.
    STANDARD "平均值标准" "Average standard";
    TREND "走势" "Trend";
    LIQUIDITY "偿债能力（短期）" "Liquidity";
    TURNOVER "营运能力" "Turnover";
    LEVERAGE "偿债能力（长期）" "Leverage";
    PROFIT "盈利与成长" "Profitability and growth";
    DISTRESS "财务困境" "Distress";
    MONEY_IN "金额单位：" "Amounts in ";
    UNLESS_NAMED "，另注单位者除外" ", unless another unit is named";
    STAND_IN "* 以替代数据计算，见「数字从何而来」。" "* computed from a stand-in; see “Why these numbers”.";
    // Cycle.
    DAYS "天数" "Days";
    CYCLE_TOTAL "资金积压期间（现金周转期）" "Cash conversion cycle";
    CYCLE_CHART "各期天数" "Days by period";
    INVENTORY_DAYS "存货周转天数" "Days inventory";
    RECEIVABLE_DAYS "销售变现天数" "Days sales outstanding";
    PAYABLE_DAYS "应付账款周转天数" "Days payable";
    // Trade.
    SINCE "开始交易" "Trading since";
    TERMS_GIVEN "现行账期" "Terms given";
    OWED "应收余额" "Receivables";
    ORDERS "未交货订单" "Orders not yet delivered";
    EXPOSURE "信用敞口（应收 + 订单）" "Exposure (receivables + orders)";
    FORECAST "未来十二个月预计赊销额" "Forecast credit sales, 12 months";
    AGEING "应收账款账龄" "Receivables by age";
    AGE "账龄" "Age";
    NOT_DUE "未到期" "Not yet due";
    OVERDUE_1 "逾期 1–30 天" "1–30 days overdue";
    OVERDUE_2 "逾期 31–60 天" "31–60 days overdue";
    OVERDUE_3 "逾期 61–90 天" "61–90 days overdue";
    OVERDUE_4 "逾期 90 天以上" "Over 90 days overdue";
    CREDITS "贷方余额" "Credits";
    SHARE "占比" "Share";
    AMOUNT "金额" "Amount";
    MONTHLY_SALES "月度赊销额" "Credit sales by month";
    NO_TRADE "案例文件未记录与本公司的交易。" "The case file records no trade with us.";
    // Company.
    LEGAL_FORM "企业性质" "Legal form";
    DOMICILE "注册地" "Registered seat";
    INDUSTRY "行业" "Industry";
    REGISTRATION "登记号码" "Registration";
    CURRENCY "币种" "Currency";
    REGION "地区" "Region";
    GROUP "集团" "Group";
    MANAGER "客户经理" "Account manager";
    TRIGGER "触发事由" "Trigger";
    OWNER "负责人" "Owner";
    PLAN "计划" "Plan";
    EXIT "移出条件" "Exit rule";
    EVENTS "重大事项" "Events";
    DATE "日期" "Date";
    EVENT "事项" "Event";
    KNOWN_FROM "来源" "Source";
    // Statements.
    PERIOD "期间" "Period";
    PERIOD_END "截止日" "Period end";
    ASSURANCE "鉴证程度" "Assurance";
    AUDITOR "会计师事务所" "Auditor";
    MONTHS "月数" "Months";
    SALES_AND_PROFIT "营业收入与净利润" "Sales and net income";
    SALES "营业收入" "Sales";
    NET_INCOME "净利润" "Net income";
    LINE "项目" "Line";
    ALLOWANCE_DEDUCTED "坏账准备（已从上列净额中扣除）" "Allowance for doubtful accounts (already deducted above)";
    OTHER_CURRENT_ASSETS "其他流动资产（差额）" "Other current assets (difference)";
    OTHER_ASSETS "其他非流动资产（差额）" "Other non-current assets (difference)";
    OTHER_CURRENT_LIABILITIES "其他流动负债（差额）" "Other current liabilities (difference)";
    OTHER_NON_CURRENT_LIABILITIES "其他非流动负债（差额）" "Other non-current liabilities (difference)";
    OTHER_LIABILITIES "其他负债（差额）" "Other liabilities (difference)";
    OTHER_EQUITY "其他权益（差额）" "Other equity (difference)";
    OWN_LINES "案例文件另列的项目（不另行加入合计）" "Lines of the case file’s own (not added to the totals)";
    TIES "报表勾稽" "Statement checks";
    RULE "勾稽关系" "What must tie";
    TIES_NOTE "数字为左右两边之差；✓ 表示相符，– 表示缺少所需项目。≈ 表示容许营业收入的 5% 与自行命名的行之差。" "A figure is the left side less the right; ✓ means that the two agree, – that a line is missing. ≈ allows for 5% of sales and for the lines of the file's own.";
    NO_STATEMENTS "案例文件没有截至报告日的财务报表。" "The case file has no statement up to the as-of date.";
    // Report.
    REPORT_TITLE "客户信用报告" "Client credit report";
    NUMBER "报告编号" "Report number";
    AS_OF "报告日" "As of";
    MODEL "信用模型" "Credit model";
    VALID_UNTIL "有效期至" "Valid until";
    ISSUED_BY "出具" "Issued by";
    INPUT "输入" "Input";
    INPUTS "全部输入及其位置" "All inputs and where they stand";
    MODEL_INPUTS "取自评分模型的输入" "Inputs from the model";
    MODEL_AND_LEDGER_INPUTS "取自评分模型与发票台账的输入" "Inputs from the model and the ledger";
    PLACE "文件与行" "File and line";
    NOTICE "本报告由所列案例文件按所列模型计算得出，供内部授信决策参考；每个数字均可追溯至案例文件的某一行。" "Computed from the case file by the model named here, for internal credit decisions; every figure can be traced to a line of the case file.";
    SOURCES "文献来源" "Sources";
    SOURCE_OF "出处" "Source";
    PDF_REPORT "PDF 报告" "PDF report";
    JSON_DATA "JSON 数据" "JSON data";
    CLIENTS "客户" "Clients";
    HOME "首页" "Home";
    HOW_TO_READ "方法说明" "Method";
    MODEL_VERSION "版本" "version";
    FILE "案例文件" "Case file";
}

/// Assurance and opinion in words.
pub(super) const AUDITED: Words = Words { zh: "经审计", en: "audited" };
pub(super) const REVIEWED: Words = Words { zh: "经审核", en: "reviewed" };
pub(super) const COMPILED: Words = Words { zh: "汇编", en: "compiled" };
pub(super) const UNASSURED: Words = Words { zh: "未经鉴证", en: "no assurance" };
pub(super) const UNQUALIFIED: Words = Words { zh: "无保留意见", en: "unqualified" };
pub(super) const QUALIFIED: Words = Words { zh: "保留意见", en: "qualified" };
pub(super) const ADVERSE: Words = Words { zh: "否定意见", en: "adverse" };
pub(super) const DISCLAIMER: Words = Words { zh: "无法表示意见", en: "disclaimer" };
pub(super) const GOING_CONCERN: Words = Words { zh: "持续经营存疑", en: "going-concern doubt" };
pub(super) const INSOLVENCY: Words = Words { zh: "破产或停止支付", en: "Insolvency" };
pub(super) const FRAUD: Words = Words { zh: "欺诈或伪造文件", en: "Fraud" };
pub(super) const REFUSED: Words = Words { zh: "拒绝提供资料", en: "Information refused" };
