//! How the client pays us: measures of our own ledger at the as-of date.

use super::MeasureDoc;
use crate::values::Words;

pub(super) const TRADE_DAYS_SALES_OUTSTANDING: MeasureDoc = MeasureDoc {
    name: Words { zh: "对我方的销售变现天数", en: "Days sales outstanding with us" },
    short: Words { zh: "对我方变现天数", en: "DSO with us" },
    measures: Words {
        zh: "该客户欠我方的货款相当于多少天的赊销额，即我们在这家客户身上平均等多久才收到钱。",
        en: "How many days of our credit sales to this client its debt to us amounts to: how long we wait for \
            its money on average.",
    },
    formula: Words {
        zh: "对我方销售变现天数 = 基准日应收该客户货款 ÷ 最近 12 个月赊销额 × 一年天数（默认 365），单位：天。\
            不足 12 个月的销售额折算为全年并注明。",
        en: "What the client owes us at the as-of date ÷ credit sales of the last twelve months × days in the \
            year (365 by default), in days. Sales of fewer months are scaled to a year, and marked.",
    },
    reading: Words {
        zh: "与账期比较：接近账期为正常，超出的部分就是拖延。逐季上升要查明原因。",
        en: "Compare it with the terms: near them is normal, what lies beyond is delay. Where it rises from \
            quarter to quarter, find out why.",
    },
    caveats: Words {
        zh: "余额法：近期销售骤增会抬高天数，骤减会掩盖拖欠，此时以倒推法为准。期内没有赊销时无定义\
            （zero_denominator）；客户多付、余额在贷方时无意义（credit_balance）；没有往来资料时不能计算\
            （missing_input）。",
        en: "A balance method: a burst of recent sales raises it, a slump distorts it too; then trust the \
            count-back. Without credit sales it is not defined (zero_denominator), nor of a net credit balance, \
            which means that the client paid too much or ahead (credit_balance); without a record of trade \
            there is none (missing_input).",
    },
    source: Words {
        zh: "Credit Research Foundation 关键绩效指标定义。",
        en: "Credit Research Foundation, definitions of key performance indicators.",
    },
};

pub(super) const DAYS_SALES_OUTSTANDING_COUNT_BACK: MeasureDoc = MeasureDoc {
    name: Words { zh: "倒推法销售变现天数", en: "Days sales outstanding by count-back" },
    short: Words { zh: "倒推变现天数", en: "DSO, count-back" },
    measures: Words {
        zh: "从最近一个月往回数，欠款相当于最近多少天的赊销，不受销售起伏影响。",
        en: "How many of the latest days of sales the debt equals, counted back from the latest month; the \
            course of sales does not sway it.",
    },
    formula: Words {
        zh: "用应收账款依次减去最近各月赊销额：减尽的每个月计入该月全部天数，最后不足一个月的余额 ÷ 该月赊销\
            额 × 该月天数，相加即得，单位：天。一年按 360 天时每月 30 天。",
        en: "Take away the credit sales of the latest month, the one before, and so on. Each month covered \
            whole adds its days; the last adds remainder ÷ its sales × its days. In days; with a year of 360 \
            days each month has 30.",
    },
    reading: Words {
        zh: "与余额法对照：两者接近说明销售平稳；倒推法明显更长，说明销售下滑而旧账未清。",
        en: "Set it beside the balance method. Near each other, sales are steady; a longer count-back means \
            falling sales and old debts.",
    },
    caveats: Words {
        zh: "假定先卖的货先收款，哪张发票逾期要看账龄。销售记录减完仍有余额时，只能说“不少于”若干天，并加注\
            明；余额在贷方时无意义（credit_balance）；没有月度赊销额时不能计算（missing_input）。",
        en: "It assumes that older sales are paid first; which invoice is late, the ageing tells. Where the \
            debt outlasts the history, the figure is a lower bound and marked “at least”; of a net credit \
            balance it is not defined (credit_balance), without monthly sales there is none (missing_input).",
    },
    source: Words {
        zh: "Credit Research Foundation 关键绩效指标定义。",
        en: "Credit Research Foundation, definitions of key performance indicators.",
    },
};

pub(super) const BEST_POSSIBLE_DSO: MeasureDoc = MeasureDoc {
    name: Words { zh: "最佳可能变现天数", en: "Best possible DSO" },
    short: Words { zh: "最佳变现天数", en: "Best possible DSO" },
    measures: Words {
        zh: "假如客户从不拖欠，按目前的账期变现天数最短能到多少。",
        en: "How short DSO would be under the present terms if the client never paid late.",
    },
    formula: Words {
        zh: "最佳可能变现天数 = 基准日尚未到期的应收账款 ÷ 最近 12 个月赊销额 × 一年天数（默认 365），单位：\
            天。",
        en: "Receivables not yet due at the as-of date ÷ credit sales of the last twelve months × days in the \
            year (365 by default), in days.",
    },
    reading: Words {
        zh: "这是信用条件本身造成的等待。它高，应当谈账期；实际天数比它高得多，应当抓催收。",
        en: "This is the waiting that the terms themselves cause. Where it is high, talk about terms; where \
            actual DSO lies far above it, collect.",
    },
    caveats: Words {
        zh: "到期日为基准日当天的款项视为未到期。贷项不论何时到期都抵减欠款，因此本指标不小于 0，也不大于实际\
            天数；余额在贷方时无意义（credit_balance）。没有逐笔到期日就不能计算（missing_input）；期内没有赊销时无定\
            义（zero_denominator）。",
        en: "What falls due on the as-of date itself is not yet overdue. Credits settle debts \
            whenever they fall due, so that it is never below 0 nor above actual DSO; of a net credit balance \
            it is not defined (credit_balance). It needs due dates for the open \
            items (missing_input otherwise); without credit sales it is not defined (zero_denominator).",
    },
    source: Words {
        zh: "Credit Research Foundation 关键绩效指标定义（Best Possible DSO）。",
        en: "Credit Research Foundation, definitions of key performance indicators (best possible DSO).",
    },
};

pub(super) const AVERAGE_DAYS_DELINQUENT: MeasureDoc = MeasureDoc {
    name: Words { zh: "平均拖欠天数", en: "Average days delinquent" },
    short: Words { zh: "平均拖欠天数", en: "Days delinquent" },
    measures: Words {
        zh: "客户对我方平均拖欠多少天，把信用条件的影响剔除在外，是付款经验最直接的指标。",
        en: "How many days late the client pays us on average, without what the terms allow: the plainest \
            figure of our payment experience.",
    },
    formula: Words {
        zh: "平均拖欠天数 = 对我方的销售变现天数 − 最佳可能变现天数，单位：天；即逾期货款（扣减逾期的贷项，以及超过未\
            到期款项的贷项）÷ 最近 12 个月赊销额 × 一年天数。",
        en: "DSO with us − best possible DSO, in days; that is, overdue receivables (less credits that are past \
            due or exceed what is not yet due) ÷ credit sales of the last twelve months × days in the year.",
    },
    reading: Words {
        zh: "0 表示没有拖欠，5 天以内多为对账时差，30 天以上说明客户在用我们的钱周转。",
        en: "0 means nothing late; up to 5 days is mostly the time of reconciling; beyond 30 the client runs \
            on our money.",
    },
    caveats: Words {
        zh: "一笔大额争议款会单独抬高它，应看账龄明细；一笔未核销的收款会压低它，而逾期率不计贷项，不受\
            影响。新客户销售不足 12 个月时折算为全年，数值不稳。两项中有一项缺失就不能计算，原因相同；没有往来的企业\
            在评分中略去此项。",
        en: "One large disputed invoice can lift it alone: look at the ageing. A payment that is not yet \
            matched to invoices lowers it, while the overdue share leaves credits out. For a new client with \
            fewer than twelve months of sales it is scaled to a year and unsteady. Where either part is missing \
            there is none, for the same reason; a firm that we do not trade with is scored without it.",
    },
    source: Words {
        zh: "Credit Research Foundation 关键绩效指标定义（Average Days Delinquent）。",
        en: "Credit Research Foundation, definitions of key performance indicators (average days delinquent).",
    },
};

pub(super) const OVERDUE_SHARE: MeasureDoc = MeasureDoc {
    name: Words { zh: "逾期率", en: "Overdue share" },
    short: Words { zh: "逾期率", en: "Overdue share" },
    measures: Words {
        zh: "客户欠我方的货款中已过到期日的比例。",
        en: "What share of the client's debt to us is past its due date.",
    },
    formula: Words {
        zh: "逾期率 = 基准日已逾期的应收账款 ÷ 基准日全部应收账款，以百分比表示；两项都不计贷项。",
        en: "Receivables past due at the as-of date ÷ all open receivables at that date, in per cent; credits \
            are left out of both.",
    },
    reading: Words {
        zh: "10% 以内一般可以接受，超过 30% 应停止放账并催收。还要看逾期多久：默认模型对逾期 90 天以上的客户设\
            有封顶。",
        en: "Up to 10% is usually acceptable; beyond 30%, stop deliveries on credit and collect. How long \
            overdue matters too: the default model caps the tier beyond 90 days.",
    },
    caveats: Words {
        zh: "只是基准日一天的情况。到期日当天未付不算逾期。贷项（预收、退货）不计入；除贷项外没有未结欠款时无定义\
            （nothing_receivable）。没有逐笔未结欠款时不能计算（missing_input）。",
        en: "It shows one day only; what falls due that day is not overdue. Credits in the client's favour \
            are left out; where nothing else is open it is not defined (nothing_receivable). Without a list of \
            open items there is none (missing_input).",
    },
    source: Words {
        zh: "Credit Research Foundation 关键绩效指标定义；IFRS 9 第 B5.5.35 段（按账龄计提的思路）。",
        en: "Credit Research Foundation, definitions of key performance indicators; IFRS 9, B5.5.35, for \
            judging receivables by age.",
    },
};
