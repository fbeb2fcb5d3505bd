//! How old our receivables from a client are, what we expect to lose on them, and how the client pays.

use super::MeasureDoc;
use crate::values::Words;

pub(super) const OVERDUE_OVER_90_SHARE: MeasureDoc = MeasureDoc {
    name: Words { zh: "逾期 90 天以上比率", en: "Share more than 90 days overdue" },
    short: Words { zh: "逾期90天上", en: "Over 90 days" },
    measures: Words {
        zh: "客户欠我方的货款中，逾期超过 90 天的比例，即最难收回的部分。",
        en: "What share of the client's debt to us is more than 90 days overdue: the part that is hardest to \
            collect.",
    },
    formula: Words {
        zh: "逾期 90 天以上比率 = 基准日逾期超过 90 天的应收账款 ÷ 基准日全部应收账款，以百分比表示；贷项不计。",
        en: "Receivables more than 90 days past due at the as-of date ÷ all open receivables at that date, in \
            per cent; credits are left out.",
    },
    reading: Words {
        zh: "应当为零或接近零。只要不为零，就要逐笔查明是争议、无力付款还是对账遗漏；默认模型据此把等级限制在 C\
            A4 以内。",
        en: "It should be nothing or nearly so. Where it is not, find out item by item whether it is a dispute, \
            inability to pay or an entry that was overlooked; the default model caps the tier for it.",
    },
    caveats: Words {
        zh: "只看基准日一天。第 90 天当天仍属 61–90 天一档。有争议的款项也包括在内，账龄表另行列示。没有未结欠\
            款明细时不能计算（missing_input）。",
        en: "It shows one day only. What is 90 days overdue on that day still belongs to 61–90. Disputed items \
            are included; the ageing table shows them apart. Without open items there is none (missing_input).",
    },
    source: Words {
        zh: "Credit Research Foundation 关键绩效指标定义（逾期 91 天以上占比）。",
        en: "Credit Research Foundation, definitions of key performance indicators (percent over 91 days past \
            due).",
    },
};

pub(super) const LOSS_ALLOWANCE: MeasureDoc = MeasureDoc {
    name: Words { zh: "坏账准备（减值矩阵）", en: "Loss allowance by provision matrix" },
    short: Words { zh: "减值准备", en: "Loss allowance" },
    measures: Words {
        zh: "按账龄估计的、我方对该客户应收账款的预期信用损失。",
        en: "What we expect to lose on our receivables from the client, estimated by their age.",
    },
    formula: Words {
        zh: "坏账准备 = 各账龄段的应收账款 × 该段的损失率，逐段相加；损失率写在模型文件的 [provision] 中，单位：\
            金额。",
        en: "The receivables of each age class × the loss rate of that class, added up; the rates stand in the \
            model's file under [provision]. In money.",
    },
    reading: Words {
        zh: "与应收余额之比就是这家客户的综合损失率。逐季上升，说明账龄在变老。",
        en: "Set against what is owed it is the client's own loss rate. Where it rises from quarter to quarter, \
            the receivables are growing older.",
    },
    caveats: Words {
        zh: "减值矩阵是组合方法，损失率应来自本企业的历史损失并按前瞻信息调整；教学模型的损失率是虚构的。贷项不\
            抵减，有争议或已知无法收回的款项应单独评估。模型没有 [provision] 时不计算。",
        en: "A matrix is a portfolio method: its rates should come from the firm's own losses, adjusted for \
            what lies ahead, and those of the teaching model are invented. Credits do not reduce it; what is \
            disputed or known to be lost needs judging on its own. A model without [provision] gives none.",
    },
    source: Words {
        zh: "IFRS 9《金融工具》B5.5.35 段（减值矩阵）；《企业会计准则第 22 号——金融工具确认和计量》。",
        en: "IFRS 9 Financial Instruments, B5.5.35 (provision matrix); in China ASBE 22.",
    },
};

pub(super) const COLLECTION_EFFECTIVENESS: MeasureDoc = MeasureDoc {
    name: Words { zh: "收款有效性指数", en: "Collection effectiveness index" },
    short: Words { zh: "收款有效性", en: "Collection (CEI)" },
    measures: Words {
        zh: "最近一个季度能收的钱收回了多少，与账期长短无关。",
        en: "How much of what could be collected in the last quarter was collected, whatever the terms.",
    },
    formula: Words {
        zh: "收款有效性 =（期初应收 + 期内赊销额 − 期末应收）÷（期初应收 + 期内赊销额 − 期末未到期应收），以百分\
            比表示；期间为基准日前三个月。",
        en: "(Opening receivables + credit sales − closing receivables) ÷ (opening receivables + credit sales − \
            closing receivables not yet due), in per cent, over the three months up to the as-of date.",
    },
    reading: Words {
        zh: "越接近 100% 越好：100% 说明到期的款项全部收回。80% 以下要检查催收工作。看趋势比看一个季度可靠。",
        en: "The nearer to 100% the better: at 100% all that fell due was collected. Below 80%, look at the \
            way you collect. The trend tells more than one quarter.",
    },
    caveats: Words {
        zh: "贷项冲减余额，如同冲减赊销额。余额与赊销额取自同一期间；有的出版物用季度余额而把赊销额除以月数，结果不同。需要发票台账，且台账须\
            从季初之前开始，否则没有期初余额（no_prior_period）；没有可收的款项时无定义（nothing_to_collect）。",
        en: "Credits reduce the balances as they reduce the sales. Balances and sales are of the same period: some publications divide the \
            sales by the months between two quarterly balances, which gives another figure. It needs a ledger \
            of invoices that begins before the quarter, or there is no opening balance (no_prior_period); where nothing was to be collected it is \
            not defined (nothing_to_collect).",
    },
    source: Words {
        zh: "Credit Research Foundation 关键绩效指标定义（Collection Effectiveness Index）。",
        en: "Credit Research Foundation, definitions of key performance indicators (collection effectiveness \
            index).",
    },
};

pub(super) const AVERAGE_DAYS_TO_PAY: MeasureDoc = MeasureDoc {
    name: Words { zh: "平均付款天数", en: "Average days to pay" },
    short: Words { zh: "付款天数", en: "Days to pay" },
    measures: Words {
        zh: "客户从开票到付款实际平均用了多少天。",
        en: "How many days the client actually takes on average from the invoice to the payment.",
    },
    formula: Words {
        zh: "平均付款天数 =（每笔付款金额 × 开票日到付款日的天数）之和 ÷ 付款金额之和，取基准日前十二个月内的付\
            款，单位：天。",
        en: "The sum of each payment × the days from the invoice's date to the payment ÷ the sum of payments, \
            over the payments of the twelve months up to the as-of date, in days.",
    },
    reading: Words {
        zh: "与账期比较：高于账期的部分就是惯常的拖延。逐月上升往往早于余额法变现天数的上升。",
        en: "Compare it with the terms: what lies beyond is the usual delay. It often rises before DSO by \
            balance does.",
    },
    caveats: Words {
        zh: "按金额加权，大额发票影响大。只含已付的款项，一直未付的发票不在其中，应同时看账龄。需要发票台账；期\
            内没有付款时不能计算（no_payments）。",
        en: "It is weighted by amount, so that large invoices count for more. It knows only what was paid: an \
            invoice that is never paid does not show here, so look at the ageing too. It needs a ledger of \
            invoices; without a payment in the period there is none (no_payments).",
    },
    source: Words {
        zh: "Credit Research Foundation 关键绩效指标定义。",
        en: "Credit Research Foundation, definitions of key performance indicators.",
    },
};

pub(super) const AVERAGE_DAYS_LATE: MeasureDoc = MeasureDoc {
    name: Words { zh: "平均逾期付款天数", en: "Average days late" },
    short: Words { zh: "逾期付款天数", en: "Days late" },
    measures: Words {
        zh: "客户付款时平均超过到期日多少天。",
        en: "How many days after the due date the client pays on average.",
    },
    formula: Words {
        zh: "平均逾期付款天数 =（每笔付款金额 × 超过到期日的天数）之和 ÷ 付款金额之和，提前付款按 0 天计，取基\
            准日前十二个月内的付款，单位：天。",
        en: "The sum of each payment × the days that it came after the due date ÷ the sum of payments, over the \
            payments of the twelve months up to the as-of date, in days; an early payment counts as 0 days \
            late.",
    },
    reading: Words {
        zh: "0 表示从不拖欠。10 天以内多为对账和付款日安排，30 天以上说明客户在用我们的钱周转。限额的需求法用它\
            作惯常延迟。",
        en: "0 means never late. Up to 10 days is mostly the time of reconciling and of payment runs; beyond 30 \
            the client runs on our money. The need for credit uses it as the usual delay.",
    },
    caveats: Words {
        zh: "提前付的不抵减迟付的。只含已付的款项。需要发票台账；期内没有付款时不能计算（no_payments）。",
        en: "An early payment does not make up for a late one. It knows only what was paid. It needs a ledger \
            of invoices; without a payment in the period there is none (no_payments).",
    },
    source: Words {
        zh: "商业信用报告中的逾期天数（days beyond terms）按金额加权的算法；Credit Research Foundation 关键绩效\
            指标定义。",
        en: "Days beyond terms as commercial credit reports weight them, by amount; Credit Research Foundation, \
            definitions of key performance indicators.",
    },
};

pub(super) const PAID_ON_TIME_SHARE: MeasureDoc = MeasureDoc {
    name: Words { zh: "按期付款率", en: "Share paid on time" },
    short: Words { zh: "按期付款率", en: "Paid on time" },
    measures: Words {
        zh: "客户付给我方的货款中，在到期日当天或之前付的比例。",
        en: "What share of the money that the client paid us came on the due date or before.",
    },
    formula: Words {
        zh: "按期付款率 = 到期日或之前的付款金额 ÷ 全部付款金额，取基准日前十二个月内的付款，以百分比表示。",
        en: "Payments on or before the due date ÷ all payments, over the payments of the twelve months up to \
            the as-of date, by amount, in per cent.",
    },
    reading: Words {
        zh: "90% 以上为良好。与平均逾期天数同看：按期率低而天数少，是习惯性拖几天；按期率高而天数多，是个别大额\
            纠纷。",
        en: "90% and more is good. Read it with the days late: a low share with few days is a habit of some \
            days; a high share with many days is a single large dispute.",
    },
    caveats: Words {
        zh: "到期日遇节假日顺延的付款也算迟付。只含已付的款项。需要发票台账；期内没有付款时不能计算（no_payment\
            s）。",
        en: "A payment that waits for the end of a holiday counts as late. It knows only what was paid. It \
            needs a ledger of invoices; without a payment in the period there is none (no_payments).",
    },
    source: Words {
        zh: "Credit Research Foundation 关键绩效指标定义。",
        en: "Credit Research Foundation, definitions of key performance indicators.",
    },
};
