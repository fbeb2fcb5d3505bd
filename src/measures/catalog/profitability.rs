//! Profitability and growth.

use super::MeasureDoc;
use crate::values::Words;

pub(super) const GROSS_OPERATING_MARGIN: MeasureDoc = MeasureDoc {
    name: Words { zh: "经营毛利率", en: "Gross operating margin" },
    short: Words { zh: "经营毛利率", en: "Gross margin" },
    measures: Words {
        zh: "每一百元营业收入扣除营业成本后剩下多少，衡量产品的竞争力和定价能力。",
        en: "What is left of each hundred of sales after the cost of what was sold: the strength of the \
            product and its price.",
    },
    formula: Words {
        zh: "经营毛利率 = （营业收入 − 营业成本）÷ 营业收入，以百分比表示。",
        en: "(Sales − cost of sales) ÷ sales, in per cent.",
    },
    reading: Words {
        zh: "批发贸易常不足 10%，一般制造业 15% 至 35%，软件业可超过 60%。逐年下降说明竞争加剧或成本转嫁不出\
            去，是最早的衰退征兆之一。",
        en: "Often below 10% in wholesale trade, 15 to 35% in manufacturing, above 60% in software. A fall \
            year by year means harder competition or costs that cannot be passed on: one of the earliest \
            signs of decline.",
    },
    caveats: Words {
        zh: "成本与费用的划分各企业不一，跨企业比较要小心。可以为负并照样显示。营业收入为零或负数时不计算\
            （non_positive_sales）。",
        en: "Firms draw the line between cost and expense differently. It may be negative and is shown as \
            such. With sales of zero or less it is not computed (non_positive_sales).",
    },
    source: Words {
        zh: "Ross、Westerfield、Jordan《公司理财基础》第 3 章（共同比利润表）;RMA, Annual Statement Studies。",
        en: "Ross, Westerfield & Jordan, Fundamentals of Corporate Finance, ch. 3 (common-size income \
            statement); RMA, Annual Statement Studies.",
    },
};

pub(super) const OPERATING_MARGIN: MeasureDoc = MeasureDoc {
    name: Words { zh: "营业利润率", en: "Operating margin" },
    short: Words { zh: "营业利润率", en: "Operating margin" },
    measures: Words {
        zh: "每一百元营业收入带来多少营业利润，衡量主业扣除全部经营费用后的盈利能力。",
        en: "What each hundred of sales leaves as operating profit, after all costs of running the business.",
    },
    formula: Words {
        zh: "营业利润率 = 营业利润 ÷ 营业收入，以百分比表示。",
        en: "Operating profit ÷ sales, in per cent.",
    },
    reading: Words {
        zh: "制造业 5% 至 15% 较为常见。毛利率稳定而营业利润率下降，问题出在期间费用。",
        en: "Some 5 to 15% is common in manufacturing. Where the gross margin holds and this one falls, look \
            at the overheads.",
    },
    caveats: Words {
        zh: "我国准则的营业利润已扣除财务费用，并含其他收益和投资收益；国际上的营业利润通常在利息之前，跨国比\
            较须调整。营业收入为零或负数时不计算（non_positive_sales）。",
        en: "Under Chinese standards operating profit is struck after finance costs and includes other and \
            investment income; elsewhere it usually comes before interest, so adjust before comparing. With \
            sales of zero or less it is not computed (non_positive_sales).",
    },
    source: Words {
        zh: "Ross、Westerfield、Jordan《公司理财基础》第 3 章；财政部企业财务报表格式（营业利润项目）。",
        en: "Ross, Westerfield & Jordan, Fundamentals of Corporate Finance, ch. 3; statement formats of the \
            Ministry of Finance (营业利润).",
    },
};

pub(super) const NET_MARGIN: MeasureDoc = MeasureDoc {
    name: Words { zh: "营业净利率", en: "Net margin (profit margin)" },
    short: Words { zh: "营业净利率", en: "Net margin" },
    measures: Words {
        zh: "每一百元营业收入最终留下多少净利润。",
        en: "What each hundred of sales finally leaves as net income.",
    },
    formula: Words {
        zh: "营业净利率 = 净利润 ÷ 营业收入，以百分比表示。", en: "Net income ÷ sales, in per cent."
    },
    reading: Words {
        zh: "贸易企业 1% 至 3%、制造业 4% 至 10% 较为常见。薄利的客户经不起一笔坏账，要靠周转弥补。",
        en: "Traders earn some 1 to 3%, manufacturers 4 to 10%. A client on thin margins cannot bear one \
            bad debt and must live on turnover.",
    },
    caveats: Words {
        zh: "净利润含政府补助、处置资产等一次性损益，应先看营业利润率。可以为负。营业收入为零或负数时不计算\
            （non_positive_sales）。",
        en: "Net income holds one-off items such as grants and disposals, so look at the operating margin \
            first. It may be negative. With sales of zero or less it is not computed (non_positive_sales).",
    },
    source: Words {
        zh: "Ross、Westerfield、Jordan《公司理财基础》第 3 章。",
        en: "Ross, Westerfield & Jordan, Fundamentals of Corporate Finance, ch. 3.",
    },
};

pub(super) const RETURN_ON_INVESTMENT: MeasureDoc = MeasureDoc {
    name: Words { zh: "投资报酬率", en: "Return on investment" },
    short: Words { zh: "投资报酬率", en: "ROI" },
    measures: Words {
        zh: "全部投入资金一年的报酬，不论资金来自股东还是债权人，衡量经营本身的获利能力。",
        en: "What all the money in the firm earns in a year, no matter whether owners or lenders put it in: \
            the earning power of the business itself.",
    },
    formula: Words {
        zh: "默认：投资报酬率 = （利润总额 + 利息费用）÷ 资产总计平均余额，以百分比表示。模型中可改为净利润 ÷ \
            平均资产，或净利润 ÷ 平均净资产；报告注明所用口径。",
        en: "By default (profit before tax + interest expense) ÷ average total assets, in per cent. The model \
            may take net income on assets or net income on equity instead; every report prints the one used.",
    },
    reading: Words {
        zh: "应高于借款利率，否则借得越多亏得越多。6% 左右为一般水平，10% 以上为良好。",
        en: "It should exceed the rate on loans, or each new loan lowers profit. About 6% is ordinary, 10% \
            and more is good.",
    },
    caveats: Words {
        zh: "三种口径差别很大，不能混用。没有期初余额时以期末代替平均值并注明；不足一年的利润折算为全年。资产\
            为零时无定义（zero_denominator）；选用净资产口径而净资产不为正时无意义（negative_equity）。",
        en: "The three definitions differ widely and must not be mixed. Without an opening balance the \
            closing one stands in, and is marked; profit of a shorter period is scaled to a year. Without \
            assets it is not defined (zero_denominator); on equity of zero or less it has no meaning \
            (negative_equity).",
    },
    source: Words {
        zh: "国务院国资委《中央企业综合绩效评价实施细则》（国资发评价〔2006〕157号）附件 1（总资产报酬率）。",
        en: "SASAC, rules 国资发评价〔2006〕157号, annex 1 (总资产报酬率).",
    },
};

pub(super) const RETURN_ON_ASSETS: MeasureDoc = MeasureDoc {
    name: Words { zh: "总资产净利率", en: "Return on assets" },
    short: Words { zh: "总资产净利率", en: "ROA" },
    measures: Words {
        zh: "每一百元资产一年带来多少净利润。",
        en: "How much net income each hundred of assets brings in a year.",
    },
    formula: Words {
        zh: "总资产净利率 = 净利润 ÷ 资产总计平均余额，以百分比表示；等于营业净利率 × 总资产周转率。",
        en: "Net income ÷ average total assets, in per cent; it equals net margin × total asset turnover.",
    },
    reading: Words {
        zh: "5% 左右较为常见。拆成利润率和周转率两项来读，才知道变化的原因。",
        en: "About 5% is common. Split it into margin and turnover to see why it changed.",
    },
    caveats: Words {
        zh: "分子已扣利息，分母却含借来的资产，负债高的企业因此偏低；比较经营效率宜用投资报酬率。没有期初余额\
            时以期末代替并注明；资产为零时无定义（zero_denominator）。",
        en: "The numerator is after interest while the denominator holds borrowed assets, which puts indebted \
            firms at a disadvantage; compare operations by return on investment. Without an opening balance \
            the closing one stands in, and is marked; without assets it is not defined (zero_denominator).",
    },
    source: Words {
        zh: "Ross、Westerfield、Jordan《公司理财基础》第 3 章（用期末余额）。",
        en: "Ross, Westerfield & Jordan, Fundamentals of Corporate Finance, ch. 3, which takes closing \
            balances.",
    },
};

pub(super) const RETURN_ON_EQUITY: MeasureDoc = MeasureDoc {
    name: Words { zh: "净资产收益率", en: "Return on equity" },
    short: Words { zh: "净资产收益率", en: "ROE" },
    measures: Words {
        zh: "股东投入的每一百元一年赚得多少净利润。",
        en: "How much net income each hundred of the owners' money earns in a year.",
    },
    formula: Words {
        zh: "净资产收益率 = 净利润 ÷ 所有者权益平均余额，以百分比表示；等于营业净利率 × 总资产周转率 × 权益乘\
            数（杜邦分解）。",
        en: "Net income ÷ average equity, in per cent; it equals net margin × asset turnover × assets over \
            equity (the Du Pont identity).",
    },
    reading: Words {
        zh: "8% 至 15% 较为常见。债权人要问高收益从何而来：来自利润还是来自高负债？",
        en: "8 to 15% is common. A creditor asks where a high figure comes from: from profit, or from debt?",
    },
    caveats: Words {
        zh: "净资产很小时数值极高而无参考价值，例如大量回购股票之后。平均净资产为零或负数时无意义\
            （negative_equity），不显示数值。没有期初余额时以期末代替并注明。",
        en: "With little equity, as after large buy-backs, it becomes huge and says nothing. With average \
            equity of zero or less it has no meaning (negative_equity), and no figure is shown. Without an \
            opening balance the closing one stands in, and is marked.",
    },
    source: Words {
        zh: "国务院国资委《中央企业综合绩效评价实施细则》（国资发评价〔2006〕157号）附件 1；Ross、\
            Westerfield、Jordan《公司理财基础》第 3 章（用期末余额）。",
        en: "SASAC, rules 国资发评价〔2006〕157号, annex 1; Ross, Westerfield & Jordan, Fundamentals of \
            Corporate Finance, ch. 3, which takes closing balances.",
    },
};

pub(super) const SALES_GROWTH: MeasureDoc = MeasureDoc {
    name: Words { zh: "营业收入增长率", en: "Sales growth" },
    short: Words { zh: "收入增长率", en: "Sales growth" },
    measures: Words {
        zh: "营业收入比上一期增加或减少的幅度。",
        en: "By how much sales rose or fell against the period before.",
    },
    formula: Words {
        zh: "营业收入增长率 = （本期营业收入 − 上期营业收入）÷ 上期营业收入，以百分比表示；两期长度相同。",
        en: "(Sales of this period − sales of the one before) ÷ sales of the one before, in per cent, for \
            periods of equal length.",
    },
    reading: Words {
        zh: "与行业和物价比较。负增长是警讯；远快于自有资金积累的增长也是警讯，称为过度经营：货卖得越多，越缺\
            钱付款。",
        en: "Compare with the industry and with inflation. Shrinking sales are a warning; so is growth that \
            outruns the firm's own funds, called overtrading: the more it sells, the less it can pay.",
    },
    caveats: Words {
        zh: "并购、价格变动和币值变动都会改变增长率。没有长度相同的上期报表时不能计算（no_prior_period）；上期\
            收入为零或负数时不计算（non_positive_sales）。",
        en: "Mergers, prices and exchange rates all move it. Without an earlier statement of the same length \
            there is none (no_prior_period); after sales of zero or less it is not computed \
            (non_positive_sales).",
    },
    source: Words {
        zh: "国务院国资委《中央企业综合绩效评价实施细则》（国资发评价〔2006〕157号）附件 1（销售增长率）。",
        en: "SASAC, rules 国资发评价〔2006〕157号, annex 1 (销售增长率).",
    },
};
