//! The cash conversion cycle and its three parts, from the client's statements.

use super::MeasureDoc;
use crate::values::Words;

pub(super) const DAYS_INVENTORY: MeasureDoc = MeasureDoc {
    name: Words { zh: "存货周转天数", en: "Days inventory outstanding" },
    short: Words { zh: "存货天数", en: "Days inventory" },
    measures: Words {
        zh: "货物从购进到售出平均停留多少天。",
        en: "How many days goods stay in the firm on average before they are sold.",
    },
    formula: Words {
        zh: "存货周转天数 = 存货平均余额 ÷ 营业成本 × 一年天数（默认 365），单位：天；即一年天数 ÷ 存货周转\
            率。",
        en: "Average inventory ÷ cost of sales × days in the year (365 by default), in days; that is, the \
            year's days ÷ inventory turnover.",
    },
    reading: Words {
        zh: "天数越少，占用资金越少。与同业和往年比较；天数增加而销售停滞，常预示跌价损失。",
        en: "Fewer days tie up less money. Compare with the industry and the past; more days while sales \
            stand still often announce write-downs.",
    },
    caveats: Words {
        zh: "季节性企业的年末存货不能代表全年。没有期初余额时以期末代替并注明。存货填 0 的企业为 0 天，未填的\
            不能计算（missing_input）；营业成本为零时无定义（zero_denominator）。",
        en: "A seasonal firm's year-end stock does not stand for its year. Without an opening balance the \
            closing one stands in, and is marked. A firm that states 0 has 0 days, one that states nothing \
            has no figure (missing_input); without cost of sales it is not defined (zero_denominator).",
    },
    source: Words {
        zh: "Ross、Westerfield、Jordan《公司理财基础》第 3 章。",
        en: "Ross, Westerfield & Jordan, Fundamentals of Corporate Finance, ch. 3.",
    },
};

pub(super) const DAYS_SALES_OUTSTANDING: MeasureDoc = MeasureDoc {
    name: Words { zh: "销售变现天数", en: "Days sales outstanding" },
    short: Words { zh: "销售变现天数", en: "DSO" },
    measures: Words {
        zh: "企业从赊销到收到货款平均需要多少天，又称应收账款周转天数、平均收账期。信用管理的任务就是把它控制\
            在合理水平。",
        en: "How many days pass on average between a sale on credit and the money: the average collection \
            period. Holding it at a reasonable level is the task of credit management.",
    },
    formula: Words {
        zh: "销售变现天数 = 应收账款平均余额 ÷ 赊销净额 × 一年天数（默认 365），单位：天。没有赊销额时以营业收\
            入代替并注明；应收账款默认取总额并含应收票据。",
        en: "Average receivables ÷ net credit sales × days in the year (365 by default), in days. Revenue \
            stands in where credit sales are not given, and is marked; receivables are gross and include \
            trade notes by default.",
    },
    reading: Words {
        zh: "应与企业给客户的账期比较：超出账期三分之一以上，说明收款不力或有坏账。我国制造业 60 至 120 天较为\
            常见。",
        en: "Compare it with the terms that the firm grants: a third or more beyond them, collection is weak \
            or debts are bad. In Chinese manufacturing 60 to 120 days are common.",
    },
    caveats: Words {
        zh: "余额法受销售起伏影响：年末销售突增会抬高天数，与收款快慢无关，此时应看倒推法。没有应收账款的现款\
            企业为 0 天。这里用的是客户的报表，客户欠我方的货款另见“对我方变现天数”。",
        en: "The balance method is swayed by the course of sales: a burst at the year end raises it, however \
            well the firm collects; then prefer the count-back. A cash business without receivables has 0 \
            days. This one comes from the client's statements; what the client owes us has measures of its \
            own.",
    },
    source: Words {
        zh: "Ross、Westerfield、Jordan《公司理财基础》第 3 章；Credit Research Foundation 关键绩效指标定义。",
        en: "Ross, Westerfield & Jordan, Fundamentals of Corporate Finance, ch. 3; Credit Research \
            Foundation, definitions of key performance indicators.",
    },
};

pub(super) const DAYS_PAYABLE: MeasureDoc = MeasureDoc {
    name: Words { zh: "应付账款周转天数", en: "Days payable outstanding" },
    short: Words { zh: "应付天数", en: "Days payable" },
    measures: Words {
        zh: "企业平均多少天后才付供应商的货款，也就是我们作为供应商要等多久。",
        en: "How many days the firm takes on average to pay its suppliers: in other words, how long suppliers \
            like us wait.",
    },
    formula: Words {
        zh: "应付账款周转天数 = 应付账款平均余额 ÷ 营业成本 × 一年天数（默认 365），单位：天；含应付票据。",
        en: "Average payables ÷ cost of sales × days in the year (365 by default), in days; notes payable \
            included.",
    },
    reading: Words {
        zh: "与我方账期比较。明显长于行业惯例，要么是议价能力强，要么是没有钱付；结合速动比率就能分辨。",
        en: "Compare it with our terms. Much longer than the trade's custom, the firm is either powerful or \
            short of money; the quick ratio tells which.",
    },
    caveats: Words {
        zh: "严格说分母应为采购额，多数报表没有，故用营业成本，制造业因人工和折旧而偏低。没有期初余额时以期末\
            代替并注明。营业成本为零时无定义（zero_denominator）。",
        en: "Strictly the denominator should be purchases, which few statements give; cost of sales holds \
            wages and depreciation and so lowers a manufacturer's figure. Without an opening balance the \
            closing one stands in, and is marked. Without cost of sales it is not defined (zero_denominator).",
    },
    source: Words {
        zh: "Ross、Westerfield、Jordan《公司理财基础》（现金周期一章）;Richards 与 Laughlin, “A Cash \
            Conversion Cycle Approach to Liquidity Analysis”， Financial Management 9 （1980）。",
        en: "Ross, Westerfield & Jordan, Fundamentals of Corporate Finance (chapter on the cash cycle); \
            Richards & Laughlin, “A Cash Conversion Cycle Approach to Liquidity Analysis”, Financial \
            Management 9 (1980).",
    },
};

pub(super) const CASH_CONVERSION_CYCLE: MeasureDoc = MeasureDoc {
    name: Words { zh: "现金周转期", en: "Cash conversion cycle" },
    short: Words { zh: "现金周转期", en: "Cash cycle" },
    measures: Words {
        zh: "从付出货款到收回货款，资金被占用的天数，教材称为资金积压期间。",
        en: "How many days money is tied up, from paying suppliers to being paid by customers.",
    },
    formula: Words {
        zh: "现金周转期 = 存货周转天数 + 销售变现天数 − 应付账款周转天数，单位：天。",
        en: "Days inventory + days sales outstanding − days payable, in days.",
    },
    reading: Words {
        zh: "越短，需要的营运资金越少。逐年拉长就要增加借款。负数是正常的：先收款、后付款的企业靠供应商的钱经\
            营。",
        en: "Shorter needs less working capital; a cycle that lengthens each year must be financed by loans. \
            A negative one is legitimate: the firm is paid before it pays and runs on its suppliers' money.",
    },
    caveats: Words {
        zh: "靠拖欠供应商也能缩短周期，因此要看三个组成部分。没有存货的企业应填 0，存货天数即为 0；任何一部分\
            缺失时不能计算，原因与缺失部分相同。",
        en: "Paying suppliers late shortens it too, so look at the three parts. A firm without stock states 0 \
            and has 0 days of it; where any part is missing there is no cycle, for the same reason.",
    },
    source: Words {
        zh: "Richards 与 Laughlin, “A Cash Conversion Cycle Approach to Liquidity Analysis”， Financial \
            Management 9 （1980）。",
        en: "Richards & Laughlin, “A Cash Conversion Cycle Approach to Liquidity Analysis”, Financial \
            Management 9 (1980).",
    },
};
