//! The words of the quarterly review.

use super::track::Doubt;
use crate::kinds::book::review::Goal;
use crate::values::Words;

macro_rules! words {
    ($($name:ident $zh:literal $en:literal;)*) => { $(pub(super) const $name: Words = Words { zh: $zh, en: $en };)* };
}

words! {
    REVIEW "季度信用评审" "Quarterly credit review";
    LEAD "基准日 {}，对比 {}；金额单位：{}" "As of {}, against {}; amounts in {}";
    FINANCE "财务总监一页" "For the finance director";
    MIGRATION "等级迁移" "Tier migration";
    AGEING "账龄与滚动率" "Ageing and roll rates";
    CONCENTRATION "集中度" "Concentration";
    LIMITS "信用限额" "Credit limits";
    WATCH "观察名单" "Watch list";
    EXCEPTIONS "例外与人工推翻" "Exceptions and overrides";
    REVIEWS "到期与逾期的复评" "Reviews due and overdue";
    STRESS "压力测试" "Stress tests";
    QUALITY "数据质量" "Data quality";
    MODEL "模型说明" "Model card";
    SIGN "签署" "Sign-off";
    GOAL "目标" "Goal";
    NOW "本季" "This quarter";
    BEFORE "上季" "Last quarter";
    CHANGE "变动" "Change";
    TARGET "目标值" "Target";
    STATUS "结果" "Result";
    MET "达标" "met";
    MISSED "未达标" "missed";
    NO_TARGET "未设" "none set";
    NOT_KNOWN "无法计算" "not known";
    OF_CLIENTS "{}：{} 户的资料足够，共 {} 户" "{} rests on {} of {} clients, whose files tell enough";
    CONVERTED "其他币种的金额按 casebook.toml 的 [review.rates] 折算，各季用同一汇率：{}。" "Amounts in other currencies are converted at the rates under [review.rates] of casebook.toml, the same for every quarter: {}.";
    CAUSE "原因" "Cause";
    ACTION "措施" "Action";
    OWNER "负责人" "Owner";
    DUE "期限" "Due";
    IN_UNIT "{} ({})" "{} ({})";
    DAYS "天" "days";
    UNLIKE "两季口径不同" "The quarters are not alike";
    UNLIKE_TEXT "本季有敞口而上季末余额不详的客户：{}，敞口 {}（{}）。它们没有台账，变动中含这部分。" "Without a ledger, with an exposure now and a balance that was not known a quarter ago: {}, {} ({}). Changes contain it.";
    GOALS "信用管理目标" "Goals of credit management";
    REMARKS "原因与措施" "Causes and actions";
    HISTORY "各季走势" "By quarter";
    NO_REMARK "未达标而无原因与措施的目标：{}" "Goals missed without cause and action: {}";
    HOW "敞口 = 应收余额 + 未交货订单；逾期率 = 逾期 ÷ 应收（不含贷方）；销售变现天数 = 应收 ÷ 当季赊销 × 当季天数；最佳可能天数以未到期应收计；收款有效性 =（期初应收 + 赊销 − 期末应收）÷（期初应收 + 赊销 − 期末未到期）；预期损失 = Σ 敞口 × 违约率 × 违约损失率。" "Exposure = receivables + orders not yet delivered; overdue share = overdue ÷ receivables (credits apart); days sales outstanding = receivables ÷ credit sales of the quarter × its days; the best possible with what is not yet due; collection effectiveness = (opening receivables + sales − closing) ÷ (opening + sales − closing not yet due); expected loss = Σ exposure × default rate × loss given default.";
    MATRIX_COUNT "按户数" "By number of clients";
    MATRIX_EXPOSURE "按敞口" "By exposure";
    FROM_TO "上季 ↓　本季 →" "last quarter ↓ this quarter →";
    TOTAL "合计" "Total";
    NEW "新客户" "New clients";
    CHANGES "等级变动及原因" "Changes of tier and what caused them";
    CLIENT "客户" "Client";
    FROM "原等级" "From";
    TO "现等级" "To";
    REASON "原因" "Reason";
    NO_CHANGE "没有客户的等级发生变动。" "No client changed its tier.";
    NEW_STATEMENT "新报表 {}" "new statements {}";
    MOVED "{} 由 {} 变为 {}（得分 {}）" "{} from {} to {} (score {})";
    COUNTS_NOW "{} 开始计入：{}（得分 {}）" "{} counts now: {} (score {})";
    COUNTS_NO_LONGER "{} 不再计入（得分 {}）" "{} no longer counts (score {})";
    CAP_BEGAN "触发上限：{}" "cap fired: {}";
    CAP_ENDED "上限解除：{}" "cap no longer fires: {}";
    OVERRIDE_BEGAN "人工推翻生效" "override took effect";
    OVERRIDE_ENDED "人工推翻失效" "override ended";
    TIER "等级" "Tier";
    REGION "地区" "Region";
    SALESPERSON "业务员" "Salesperson";
    INDUSTRY "行业" "Industry";
    GROUP "集团" "Group";
    MANAGER "客户经理" "Manager";
    BY_TIER "按等级" "By tier";
    BY_REGION "按地区" "By region";
    BY_SALESPERSON "按业务员（未填时按客户经理）" "By salesperson, or account manager where none is given";
    NOT_DUE "未到期" "Not due";
    DAYS_30 "1–30 天" "1–30 days";
    DAYS_60 "31–60 天" "31–60 days";
    DAYS_90 "61–90 天" "61–90 days";
    OVER_90 "90 天以上" "> 90 days";
    CREDITS "贷方" "Credits";
    OVERDUE_SHARE "逾期率" "Overdue";
    RECEIVABLES "应收（不含贷方）" "Receivables, credits apart";
    DISPUTED "争议金额" "In dispute";
    DISPUTED_SHARE "争议占应收" "Share in dispute";
    DISPUTES "争议金额最大的客户" "The largest amounts in dispute";
    OF_ITS_RECEIVABLES "占其应收" "Of its receivables";
    OVERDUE_AMOUNT "逾期金额" "Overdue";
    DISPUTED_TEXT "争议款项 {}，占应收 {}，涉及 {}；未从逾期中剔除。" "In dispute: {}, {} of receivables, {}; figures of what is overdue contain it.";
    PAID "已收回" "Paid";
    ROLL "上季末未收款项的去向" "What became of what was open at the end of last quarter";
    ROLL_NOTE "逐张发票追踪；每行合计为上季末该账龄的未收金额。" "Followed invoice by invoice; each row sums to what was open in that age class at the end of last quarter.";
    UNKNOWN "未填" "not given";
    TOP "敞口最大的客户" "The largest exposures";
    EXPOSURE "敞口" "Exposure";
    SHARE "占比" "Share";
    LIMIT "限额" "Limit";
    CLIENTS "户数" "Clients";
    ACCEPTED "上限" "At most";
    WITHIN "未超" "within";
    BREACHED "超出" "exceeded";
    LARGEST_CLIENT "最大客户" "Largest client";
    TOP_10 "前十大客户" "Ten largest";
    LARGEST_INDUSTRY "最大行业" "Largest industry";
    LARGEST_REGION "最大地区" "Largest region";
    LARGEST_GROUP "最大集团" "Largest group";
    HHI "赫芬达尔指数" "Herfindahl index";
    HHI_NOTE "HHI = Σ（敞口占比 %）²，单一客户为 10,000。" "HHI = Σ (share of the exposure in per cent)², 10,000 for a single client.";
    USE "使用率" "Use";
    OVER "超限额" "Over limit";
    BREACHES "超限额的客户" "Clients above their limit";
    TEMPORARY "临时限额" "Temporary limits";
    UNTIL "截止" "Until";
    ENDS_SOON "90 天内到期" "ends within 90 days";
    NO_BREACH "没有客户超过限额。" "No client is above its limit.";
    WITH_LIMIT "有限额的客户" "Clients with a limit";
    SUM_LIMITS "限额合计" "Sum of limits";
    BLOCKED "停止赊销的客户" "Clients blocked from further credit";
    BLOCKED_UNKNOWN "{}；另有 {} 无法判断" "{}; of {} it is not known";
    OVER_LIMIT "超过限额" "above its limit";
    OVER_SINCE_ENDED "超过限额：原可覆盖的临时限额已到期" "above its limit since a temporary one ended";
    CASH_ONLY "该等级只做现款" "its tier allows cash only";
    OVERDUE_DAYS "最早一笔逾期 {} 天（至多 {} 天）" "oldest item {day} overdue (at most {})";
    GENEROUS "高于推荐限额的客户" "Limits above the recommendation";
    GENEROUS_NOTE "推荐限额：模型按净值、营运资产和需要给出，见各客户页。" "The recommendation is the model's, from net worth, working assets and need; each client's page shows the steps.";
    GRANTED "已授限额" "Granted";
    RECOMMENDED "推荐限额" "Recommended";
    DIFFERENCE "差额" "Difference";
    OF "{} / {}" "{} of {}";
    MORE "另有 {}未列出。" "{} more not shown.";
    SO_MANY_CLIENTS "{} 户" "{client}";
    TRIGGER "触发事由" "Trigger";
    PLAN "计划" "Plan";
    EXIT "移出条件" "Exit rule";
    LISTED "在名单" "On the list";
    SINCE_DAY "{} 起" "since {}";
    FROM_DAY_TO_DAY "{} 至 {}" "{} to {}";
    NO_WATCH "观察名单上没有客户。" "No client is on the watch list.";
    WHO "决定人" "Decided by";
    DATE "日期" "Date";
    WHY "理由" "Reason";
    MODEL_TIER "模型等级" "Tier by the model";
    NO_OVERRIDE "没有生效的人工推翻。" "No override is in force.";
    OVERRIDE_RATE "人工推翻率（生效推翻 ÷ 客户）" "Override rate (in force ÷ clients)";
    DECISIONS "本季决策" "Decisions this quarter";
    OF_WHICH "其中人工推翻" "of which overrides";
    LAST_REVIEW "上次复评" "Last review";
    NEXT_REVIEW "应复评日" "Review due";
    REVIEWS_OVERDUE "已逾期的复评" "Reviews overdue";
    REVIEWS_NEXT "下季到期的复评" "Reviews due next quarter";
    OVERDUE "已逾期" "overdue";
    NEXT_QUARTER "下季到期" "due next quarter";
    NO_REVIEWS "没有已到期或下季到期的复评。" "No review is overdue or due next quarter.";
    SCENARIO "情景" "Scenario";
    EXPECTED_LOSS "预期损失" "Expected loss";
    BASE "现状" "As it is";
    SALES_FALL "客户销售下降 20%" "Clients' sales fall by 20%";
    LARGEST_FAILS "最大客户违约" "The largest client defaults";
    ALL_LOWER "全部等级下调一档" "Every tier one lower";
    DOWNGRADED "下调的客户" "Clients downgraded";
    STRESS_NOTE "销售下降：最近报表的收入与成本同减 20%，其他费用与资产负债表不变，不计税收节约，再按模型重评。最大客户违约：另加其敞口 × 违约损失率。" "Fall of sales: sales and cost of sales of the latest statements shrink by 20%, other costs and the balance sheet stay, no tax is saved, and the model judges again. Default of the largest client: its exposure × loss given default on top.";
    NO_RATES "模型没有给出各等级的违约率和违约损失率，因此没有预期损失。" "The model gives no default rates and no loss given default, so that there is no expected loss.";
    DOUBT "问题" "Doubt";
    EXAMPLES "客户（至多 12 户）" "Clients (at most 12)";
    NO_DOUBT "没有发现数据问题。" "Nothing is doubtful about the data.";
    VERSION "版本" "Version";
    IN_FORCE "生效日" "In force since";
    SUM_256 "SHA-256" "SHA-256";
    WEIGHTS "指标与权数" "Measures and weights";
    MEASURE "指标" "Measure";
    WEIGHT "权数" "Weight";
    METHOD_OF "标准与方法" "Standards and methods";
    MODEL_PAGE "见模型页" "on the model's page";
    BACK_TEST "回溯检验" "Back-test";
    BACK_NOTE "以最早一季末的得分，对此后至基准日的违约。AUC =（一致对 + ½ 同分对）÷ 全部对；Gini = 2 AUC − 1；KS 为两累计分布的最大差；违约率的区间按 Wilson（95%）。" "Scores at the end of the earliest quarter against defaults from then to the as-of date. AUC = (concordant pairs + ½ ties) ÷ all pairs; Gini = 2 AUC − 1; KS is the largest distance of the two distributions; intervals of bad rates by Wilson (95%).";
    RESTS_ON "依据 {} 次违约，共 {}。" "It rests on {default} among {}.";
    RESTS_ON_FEW "违约太少，数值只作参考，看区间为宜。" " With so few, read the figures as hints and mind the intervals.";
    BAD "违约" "Defaults";
    BAD_RATE "违约率" "Bad rate";
    INTERVAL "95% 区间" "95% interval";
    NO_BACK_TEST "审查期内没有违约记录，无法回溯检验。" "No default is recorded in the quarters at hand, so that there is no back-test.";
    CHANGED "模型变更" "Changes of the model";
    ROLE "职务" "Role";
    SIGNATURE "签名" "Signature";
    INPUTS "输入文件" "Input files";
    INPUTS_SUM "输入摘要" "Digest of the inputs";
    PACK_SUM "本评审数据摘要" "Digest of this review's data";
    LEFT_OUT "未计入合计" "Left out of every sum";
    LEFT_OUT_TEXT "{}与我方往来的币种没有汇率，其敞口、应收、限额均未计入本评审的合计。" "With trade in a currency without a rate of exchange: {}. Exposure, receivables and limits are in no sum of this review.";
    SIGN_NOTE "输入摘要 = 按路径排序的 “SHA-256␣␣路径” 各行的 SHA-256，可用 sha256sum 复核；评审数据为 data/review.json。" "The digest of the inputs is the SHA-256 of the lines “SHA-256␣␣path” in the order of paths, as sha256sum writes them; the review's data are data/review.json.";
}

/// What a goal is called.
pub(super) const fn goal(goal: Goal) -> Words {
    match goal {
        Goal::Exposure => Words { zh: "信用敞口", en: "Exposure" },
        Goal::OverdueShare => Words { zh: "逾期率", en: "Overdue share" },
        Goal::OverdueOver90Share => Words { zh: "逾期 90 天以上比率", en: "More than 90 days overdue" },
        Goal::DaysSalesOutstanding => Words { zh: "销售变现天数", en: "Days sales outstanding" },
        Goal::BestPossibleDso => Words { zh: "最佳可能变现天数", en: "Best possible DSO" },
        Goal::CollectionEffectiveness => Words { zh: "收款有效性指数", en: "Collection effectiveness" },
        Goal::OverLimitShare => Words { zh: "超限额比率", en: "Above limits" },
        Goal::ExpectedLossShare => Words { zh: "预期损失率", en: "Expected loss" },
    }
}

/// What a doubt is called.
pub(super) const fn doubt(doubt: Doubt) -> Words {
    match doubt {
        Doubt::NoStatement => Words { zh: "没有财务报表", en: "No statements" },
        Doubt::StaleStatement => Words { zh: "报表早于 12 个月", en: "Statements older than 12 months" },
        Doubt::NoScore => Words { zh: "信息不足，没有得分", en: "Too little known for a score" },
        Doubt::Incomplete => Words { zh: "部分评分指标缺失", en: "Some scored measures missing" },
        Doubt::NoAccountBefore => Words { zh: "上季末余额不详", en: "Balance of last quarter not known" },
        Doubt::Untied => Words { zh: "明细与余额不符", en: "Invoices do not sum to the balance" },
        Doubt::CreditFile => Words { zh: "信用档案缺失或过期", en: "Credit file incomplete or out of date" },
        Doubt::NoRate => Words { zh: "没有汇率，未计入合计", en: "No rate of exchange: left out of sums" },
        Doubt::NeverReviewed => Words {
            zh: "没有复评记录，复评日自基准日起算",
            en: "No review recorded: the next counts from the as-of date",
        },
    }
}
