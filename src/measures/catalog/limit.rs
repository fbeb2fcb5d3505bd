//! How much credit a client may have: the methods side by side, the recommendation, and its use.

use super::MeasureDoc;
use crate::values::Words;

pub(super) const LIMIT_NET_WORTH: MeasureDoc = MeasureDoc {
    name: Words { zh: "净值法限额", en: "Limit by net worth" },
    short: Words { zh: "净值法限额", en: "Limit, net worth" },
    measures: Words {
        zh: "客户的自有实力能承受多少信用：有形净值的一定比例。",
        en: "How much credit the client's own strength can bear: a share of its tangible net worth.",
    },
    formula: Words {
        zh: "净值法限额 = 有形净值 × 比例（模型的 net_worth_rate，通常 5% 至 15%），单位：金额。",
        en: "Tangible net worth × the rate of the model (net_worth_rate, usually 5% to 15%), in money.",
    },
    reading: Words {
        zh: "这是客户全部供应商都可参照的上限，不是我方一家的需要；远高于需求法是常事。",
        en: "It is a bound that any of the client's suppliers could take, and not what our trade needs; it \
            often lies far above the need.",
    },
    caveats: Words {
        zh: "净值是账面数，不等于清算时的价值。有形净值为零或负数时无意义（negative_equity）。",
        en: "Net worth is a book figure and not what a liquidation would bring. On a tangible net worth of zero \
            or less it has no meaning (negative_equity).",
    },
    source: Words {
        zh: "企业信用管理教材所载的信用限额方法；数值由模型文件规定。",
        en: "Methods for credit limits as textbooks of credit management give them; the numbers are those of \
            the model's file.",
    },
};

pub(super) const LIMIT_NEED: MeasureDoc = MeasureDoc {
    name: Words { zh: "需求法限额", en: "Limit by need" },
    short: Words { zh: "需求法限额", en: "Limit, need" },
    measures: Words {
        zh: "照现在的账期和付款习惯，预计的交易需要多少信用。",
        en: "How much credit the expected trade needs under the present terms and habits of payment.",
    },
    formula: Words {
        zh: "需求法限额 = 未来十二个月预计赊销额 ÷ 一年天数 ×（账期 + 惯常延迟），单位：金额。惯常延迟取平均逾\
            期付款天数；没有付款记录时用平均拖欠天数代替并注明。",
        en: "Forecast credit sales of twelve months ÷ days in the year × (terms + usual delay), in money. The \
            usual delay is the average days late; average days delinquent stand in without a record of \
            payments, and are marked.",
    },
    reading: Words {
        zh: "限额高于需要没有用处，只增加风险；低于需要就会经常停货。",
        en: "A limit above the need serves nobody and adds risk; one below it stops deliveries again and again.",
    },
    caveats: Words {
        zh: "旺季的需要高于全年平均，可用临时限额解决。没有预计数时用最近十二个月赊销额代替并注明；没有账期就不\
            能计算（missing_input）。",
        en: "A busy season needs more than the mean of a year: that is what temporary limits are for. Without a \
            forecast the credit sales of the last twelve months stand in, and are marked; without terms there \
            is none (missing_input).",
    },
    source: Words {
        zh: "企业信用管理教材所载的信用限额方法；数值由模型文件规定。",
        en: "Methods for credit limits as textbooks of credit management give them; the numbers are those of \
            the model's file.",
    },
};

pub(super) const LIMIT_TURNOVER: MeasureDoc = MeasureDoc {
    name: Words { zh: "销售额法限额", en: "Limit by turnover" },
    short: Words { zh: "销售额法限额", en: "Limit, turnover" },
    measures: Words {
        zh: "按客户规模给信用：年营业收入的一定比例，等级越高比例越大。",
        en: "Credit by the client's size: a share of its yearly sales, larger in a better tier.",
    },
    formula: Words {
        zh: "销售额法限额 = 客户年营业收入 × 该等级的比例（模型的 turnover_rates），单位：金额；非整年期间折算\
            为全年并注明。",
        en: "The client's yearly sales × the share of its tier (turnover_rates in the model), in money; a \
            period that is not a year is scaled to one, and marked.",
    },
    reading: Words {
        zh: "最粗略的方法，便于没有资产负债表时参考，不进入推荐限额。",
        en: "The coarsest method, of use where there is no balance sheet; it does not enter the recommended \
            limit.",
    },
    caveats: Words {
        zh: "销售大不等于有偿付能力。没有营业收入时不能计算（missing_input）。",
        en: "Large sales are no ability to pay. Without sales there is none (missing_input).",
    },
    source: Words {
        zh: "企业信用管理教材所载的信用限额方法；数值由模型文件规定。",
        en: "Methods for credit limits as textbooks of credit management give them; the numbers are those of \
            the model's file.",
    },
};

pub(super) const WORKING_ASSET_VALUE: MeasureDoc = MeasureDoc {
    name: Words { zh: "营运资产评估值", en: "Value of the working-asset model" },
    short: Words { zh: "营运资产评估值", en: "Working-asset value" },
    measures: Words {
        zh: "营运资产分析模型的评估值：两个流动性比率减两个负债比率，数值越大越安全。",
        en: "The value by which the working-asset model judges a firm: two ratios of liquidity less two of \
            debt; the larger, the safer.",
    },
    formula: Words {
        zh: "评估值 = 流动资产 ÷ 流动负债 + 速动资产 ÷ 流动负债 − 流动负债 ÷ 净资产 − 负债合计 ÷ 净资产，没有\
            单位；分档前四舍五入到两位小数。",
        en: "Current assets ÷ current liabilities + quick assets ÷ current liabilities − current liabilities ÷ \
            equity − liabilities ÷ equity, without a unit; rounded to two decimals before its band is looked \
            up.",
    },
    reading: Words {
        zh: "大于 1 为实力雄厚，−4.6 及以下不宜给信用；所在档次决定营运资产的百分比。",
        en: "Above 1 the firm is strong; at −4.6 and below no credit should be given. Its band sets the \
            percentage of working assets.",
    },
    caveats: Words {
        zh: "只看一期资产负债表，净资产很小时数值急剧下降。净资产为零或负数时无意义（negative_equity），百分比\
            为零；没有流动负债时无定义（zero_denominator）。",
        en: "It looks at one balance sheet and falls steeply where equity is small. On equity of zero or less \
            it has no meaning (negative_equity) and the percentage is nothing; without current liabilities it \
            is not defined (zero_denominator).",
    },
    source: Words {
        zh: "营运资产分析模型，见企业信用管理教材；分档见模型文件。",
        en: "The working-asset model (营运资产分析模型) of Chinese textbooks of credit management; its bands stand in \
            the model's file.",
    },
};

pub(super) const LIMIT_WORKING_ASSETS: MeasureDoc = MeasureDoc {
    name: Words { zh: "营运资产法限额", en: "Limit by working assets" },
    short: Words { zh: "营运资产法限额", en: "Limit, work. assets" },
    measures: Words {
        zh: "客户的营运资产能承受多少信用，比例由评估值所在的档次决定。",
        en: "How much credit the client's working assets can bear, at a percentage that follows from the value \
            of the working-asset model.",
    },
    formula: Words {
        zh: "营运资产法限额 =（营运资金 + 净资产）÷ 2 × 该档百分比，单位：金额；营运资金 = 流动资产 − 流动负债。",
        en: "(Working capital + equity) ÷ 2 × the percentage of the band, in money; working capital is current \
            assets less current liabilities.",
    },
    reading: Words {
        zh: "与净值法一样衡量承受能力，但流动性差、负债重的客户得到的比例更小。",
        en: "Like the net-worth method it measures what the client can bear, but gives less to a firm that is \
            short of liquid assets or deep in debt.",
    },
    caveats: Words {
        zh: "净资产为零或负数时比例为零并注明。营运资产为负时结果为负，推荐限额按零计。缺少所需项目时不能计算（\
            missing_input）。",
        en: "On equity of zero or less the percentage is nothing, and marked. Negative working assets give a \
            negative figure, which counts as nothing in the recommended limit. Where a line is missing there \
            is none (missing_input).",
    },
    source: Words {
        zh: "营运资产分析模型，见企业信用管理教材；分档见模型文件。",
        en: "The working-asset model (营运资产分析模型) of Chinese textbooks of credit management; its bands stand in \
            the model's file.",
    },
};

pub(super) const RECOMMENDED_LIMIT: MeasureDoc = MeasureDoc {
    name: Words { zh: "推荐信用限额", en: "Recommended credit limit" },
    short: Words { zh: "推荐限额", en: "Recommended limit" },
    measures: Words {
        zh: "综合需要、承受能力和等级得出的信用限额建议。",
        en: "The credit limit that need, strength and tier together suggest.",
    },
    formula: Words {
        zh: "推荐限额 = 等级系数 × min（需求法，max（净值法，营运资产法）），不超过集中度上限，再向下取到规定单\
            位的整数倍，单位：金额。",
        en: "The tier's factor × min(need, max(net worth, working assets)), never above the concentration cap, \
            then rounded down to whole multiples of the house unit, in money.",
    },
    reading: Words {
        zh: "供审批参考；批准的限额写在客户文件的 [[limits]] 中，二者之差要有理由。",
        en: "It is advice for those who approve; what they grant stands in the client's file under [[limits]], \
            and a difference wants a reason.",
    },
    caveats: Words {
        zh: "两种承受能力方法只有一项可用时用该项并注明；都缺失或没有需要时不能计算。系数为零的等级限额为零。交\
            易币种与报表或模型不同时不计算（currency_mix）。",
        en: "Where only one of the two measures of strength is at hand it stands alone, and is marked; without \
            both, or without a need, there is none. A tier with a factor of zero gets nothing. Where the \
            trade's currency differs from that of the statements or the model there is none (currency_mix).",
    },
    source: Words {
        zh: "本模型规定，方法取自企业信用管理教材。",
        en: "House rule of the model, from methods of textbooks of credit management.",
    },
};

pub(super) const CREDIT_EXPOSURE: MeasureDoc = MeasureDoc {
    name: Words { zh: "信用敞口", en: "Credit exposure" },
    short: Words { zh: "信用敞口", en: "Exposure" },
    measures: Words {
        zh: "客户若今天停止付款，我方可能损失的金额。",
        en: "What we could lose if the client stopped paying today.",
    },
    formula: Words {
        zh: "信用敞口 = 基准日应收余额 + 已接未交货的订单，单位：金额。",
        en: "Receivables at the as-of date + orders taken and not yet delivered, in money.",
    },
    reading: Words {
        zh: "与生效的信用限额比较，超出部分应停止发货或另行审批。",
        en: "Compare it with the limit in force: what goes beyond it needs approval, or deliveries stop.",
    },
    caveats: Words {
        zh: "不含应收票据的追索责任和担保物的价值。没有应收余额时不能计算（missing_input）。",
        en: "It does not know discounted notes or the worth of security. Without receivables there is none \
            (missing_input).",
    },
    source: Words {
        zh: "Credit Research Foundation 关键绩效指标定义。",
        en: "Credit Research Foundation, definitions of key performance indicators.",
    },
};

pub(super) const LIMIT_USE: MeasureDoc = MeasureDoc {
    name: Words { zh: "限额使用率", en: "Use of the credit limit" },
    short: Words { zh: "限额使用率", en: "Limit use" },
    measures: Words {
        zh: "信用敞口占生效限额的比例。", en: "What share of the limit in force the exposure takes up."
    },
    formula: Words {
        zh: "限额使用率 = 信用敞口 ÷ 基准日生效的信用限额，以百分比表示。临时限额在有效期内代替原限额。",
        en: "Credit exposure ÷ the credit limit in force at the as-of date, in per cent. A temporary limit \
            takes the place of the other one while it runs.",
    },
    reading: Words {
        zh: "80% 以上应提醒销售部门，100% 以上为超限，应停止发货或审批临时限额。长期低于 30% 说明限额偏高。",
        en: "Above 80%, tell the sales department; above 100% the limit is exceeded, and deliveries stop or a \
            temporary limit is approved. Below 30% for long, the limit is too high.",
    },
    caveats: Words {
        zh: "只看基准日。没有生效的限额时无定义（no_limit），限额为零时同样（zero_denominator）。",
        en: "It shows one day only. Without a limit in force it is not defined (no_limit), nor on a limit of \
            zero (zero_denominator).",
    },
    source: Words {
        zh: "企业信用管理教材（额度控制）。", en: "Textbooks of credit management (control of limits)."
    },
};
