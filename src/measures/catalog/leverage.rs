//! Leverage and cover: what stands behind the debts, and whether they can be served.

use super::MeasureDoc;
use crate::values::Words;

pub(super) const DEBT_TO_TANGIBLE_NET_WORTH: MeasureDoc = MeasureDoc {
    name: Words { zh: "有形净值债务率", en: "Debt to tangible net worth" },
    short: Words { zh: "有形净值债务率", en: "Debt / TNW" },
    measures: Words {
        zh: "债务相当于有形净值的多少倍，衡量清算时债权人受股东资本保护的程度。",
        en: "How many times tangible net worth the debts amount to: how far the owners' own money protects \
            creditors if the firm is wound up.",
    },
    formula: Words {
        zh: "有形净值债务率 = 负债 ÷ 有形净值，单位：倍。默认负债取负债合计，模型中可改为有息负债。",
        en: "Debt ÷ tangible net worth, in times. By default debt is total liabilities; the model may take \
            interest-bearing debt alone.",
    },
    reading: Words {
        zh: "越低越安全。1 倍左右时股东与债权人平分风险，超过 3 倍，债权人承担了企业的大部分风险。",
        en: "Lower is safer. At about 1 owners and creditors share the risk evenly; beyond 3 the creditors \
            carry most of it.",
    },
    caveats: Words {
        zh: "有形净值为零或负数时比率没有意义（negative_equity）：不显示数值，评分按最差档并注明。大量回购股\
            票、研发支出不入账的企业数值偏高，未必危险；表外担保则完全不反映。",
        en: "With tangible net worth of zero or less the ratio has no meaning (negative_equity): no figure is \
            shown, and the score takes the worst band and says so. Firms that buy back shares or expense \
            their research look worse than they are; guarantees off the balance sheet do not show at all.",
    },
    source: Words {
        zh: "RMA, Annual Statement Studies（Debt / Worth）。",
        en: "RMA, Annual Statement Studies (debt / worth).",
    },
};

pub(super) const TANGIBLE_NET_WORTH: MeasureDoc = MeasureDoc {
    name: Words { zh: "有形净值", en: "Tangible net worth" },
    short: Words { zh: "有形净值", en: "Tangible net worth" },
    measures: Words {
        zh: "净资产中有实物或债权支撑的部分，即扣除清算时难以变现的无形项目后的股东资本。",
        en: "The part of equity that rests on things and claims: the owners' capital without the items that \
            fetch little when a firm is wound up.",
    },
    formula: Words {
        zh: "有形净值 = 所有者权益合计 − 商誉 − 无形资产 − 长期待摊费用，以报表货币计；未列示的项目按 0 计，模\
            型中可改为不扣长期待摊费用。",
        en: "Total equity − goodwill − other intangible assets − deferred charges, in the currency of the \
            statements; items not stated count as 0, and the model may leave deferred charges in.",
    },
    reading: Words {
        zh: "为正且逐年增加是健康的标志，也是确定信用额度的常用基数（例如取其 10%）。",
        en: "Positive and rising is a healthy sign. It is also a usual base for a credit limit, such as a \
            tenth of it.",
    },
    caveats: Words {
        zh: "在我国无形资产含土地使用权，它往往可以变现，全数扣除偏于保守。账面价值不等于清算价值。零或负数照\
            样显示，但默认模型会因此封顶。",
        en: "In China intangible assets include land-use rights, which can often be sold, so deducting all of \
            them is conservative. Book value is not liquidation value. A figure of zero or less is shown as \
            it is, and the default model caps the tier for it.",
    },
    source: Words {
        zh: "RMA, Annual Statement Studies（Tangible Net Worth）。",
        en: "RMA, Annual Statement Studies (tangible net worth).",
    },
};

pub(super) const DEBT_RATIO: MeasureDoc = MeasureDoc {
    name: Words { zh: "资产负债率", en: "Debt ratio" },
    short: Words { zh: "资产负债率", en: "Debt ratio" },
    measures: Words {
        zh: "全部资产中由债权人提供的比例。", en: "What share of the assets creditors have paid for."
    },
    formula: Words {
        zh: "资产负债率 = 负债 ÷ 资产总计，以百分比表示；均取期末数。负债取负债合计（缺失时以流动负债与非\
            流动负债相加并注明）。",
        en: "Debt ÷ total assets, in per cent, at the end of the period. Debt is total liabilities (current \
            plus non-current where the total is missing, and marked so).",
    },
    reading: Words {
        zh: "制造业常见 40% 至 60%，建筑、贸易企业可到 70% 以上；接近或超过 100% 即资不抵债。",
        en: "Some 40 to 60% is common in manufacturing, 70% and more in construction and trade; near 100% \
            and beyond, the firm owes more than it owns.",
    },
    caveats: Words {
        zh: "预收款（合同负债）也算负债，但通常以交货而不是付现来清偿。资产按账面价值计，虚增资产会压低比率。\
            资产总计为零时无定义（zero_denominator）。",
        en: "Customers' advances count as debt, though they are settled in goods, not cash. Assets stand at \
            book value, so inflated assets lower the ratio. Without assets it is not defined \
            (zero_denominator).",
    },
    source: Words {
        zh: "国务院国资委《中央企业综合绩效评价实施细则》（国资发评价〔2006〕157号）附件 1；Ross、\
            Westerfield、Jordan《公司理财基础》第 3 章。",
        en: "SASAC, rules 国资发评价〔2006〕157号, annex 1; Ross, Westerfield & Jordan, Fundamentals of \
            Corporate Finance, ch. 3.",
    },
};

pub(super) const EQUITY_RATIO: MeasureDoc = MeasureDoc {
    name: Words { zh: "所有者权益比率", en: "Equity ratio" },
    short: Words { zh: "权益比率", en: "Equity ratio" },
    measures: Words {
        zh: "全部资产中由股东自有资本支持的比例，与资产负债率互补。",
        en: "What share of the assets the owners have paid for: the complement of the debt ratio.",
    },
    formula: Words {
        zh: "所有者权益比率 = 所有者权益合计 ÷ 资产总计，以百分比表示；均取期末数。",
        en: "Total equity ÷ total assets, in per cent, at the end of the period.",
    },
    reading: Words {
        zh: "越高，抵御亏损的能力越强。30% 以上一般算稳健，低于 20% 的企业经不起一年大亏。",
        en: "Higher means more room for losses. Above 30% counts as sound in most trades; below 20% one bad \
            year can use it up.",
    },
    caveats: Words {
        zh: "权益中的商誉和无形资产在清算时价值有限，应与有形净值合看。权益为负时比率为负，照样显示。资产总计\
            为零时无定义（zero_denominator）。",
        en: "Goodwill and other intangibles inside equity are worth little in liquidation, so read it with \
            tangible net worth. With negative equity the ratio is negative and shown as such. Without assets \
            it is not defined (zero_denominator).",
    },
    source: Words {
        zh: "Ross、Westerfield、Jordan《公司理财基础》第 3 章（由总负债率推得）。",
        en: "Ross, Westerfield & Jordan, Fundamentals of Corporate Finance, ch. 3 (one minus the total debt \
            ratio).",
    },
};

pub(super) const INTEREST_COVER: MeasureDoc = MeasureDoc {
    name: Words { zh: "利息保障倍数", en: "Interest cover (times interest earned)" },
    short: Words { zh: "利息保障倍数", en: "Interest cover" },
    measures: Words {
        zh: "息税前利润相当于利息费用的多少倍，衡量盈利下降多少仍能付息，又称已获利息倍数。",
        en: "How many times earnings before interest and tax cover the interest: how far profit can fall \
            before interest is at risk.",
    },
    formula: Words {
        zh: "利息保障倍数 = 息税前利润 ÷ 利息费用，单位：倍。未列示息税前利润时，以利润总额加利息费用得出并注\
            明。",
        en: "EBIT ÷ interest expense, in times. Where EBIT is not stated, it is profit before tax plus \
            interest, and marked so.",
    },
    reading: Words {
        zh: "4 倍以上较为宽裕，2 倍左右偏紧，低于 1 说明当年利润连利息都付不起。",
        en: "Above 4 is comfortable, about 2 tight; below 1, the year's profit does not even pay the interest.",
    },
    caveats: Words {
        zh: "付息用的是现金而不是利润，应与经营活动现金流量合看；资本化利息未计入费用，会抬高倍数。只列示财务费用\
            时，其中已减去利息收入，会抬高倍数。盈利而没有利息费用，或财务费用为负（净收益）时，不显示数值\
            （no_interest），评分按最优档；亏损而没有利息费用时无定义（zero_denominator），亏损而财务费用为负时\
            也无定义（negative_denominator）；息税前利润为负时倍数为负，照样显示。",
        en: "Interest is paid in cash, not in profit, so read it with cash flow from operations; capitalised \
            interest is left out and flatters it, and so does interest income where net finance cost stands in. A \
            profitable firm without interest, or with net finance income, shows no figure (no_interest), and \
            the score takes the best band; at a loss it is not defined without interest (zero_denominator) or \
            with net finance income (negative_denominator). With negative EBIT the figure is negative and shown as such.",
    },
    source: Words {
        zh: "国务院国资委《中央企业综合绩效评价实施细则》（国资发评价〔2006〕157号）附件 1（已获利息倍\
            数）;Ross、Westerfield、Jordan《公司理财基础》第 3 章。",
        en: "SASAC, rules 国资发评价〔2006〕157号, annex 1 (已获利息倍数); Ross, Westerfield & Jordan, \
            Fundamentals of Corporate Finance, ch. 3 (times interest earned).",
    },
};

pub(super) const OPERATING_CASH_FLOW_TO_DEBT: MeasureDoc = MeasureDoc {
    name: Words { zh: "现金流量债务比", en: "Operating cash flow to debt" },
    short: Words { zh: "现金流债务比", en: "Cash flow / debt" },
    measures: Words {
        zh: "一年的经营活动现金流量能偿还多少债务，衡量靠自身造血还债的能力。",
        en: "What part of the debts one year's cash from operations could repay: the power to pay from the \
            business itself.",
    },
    formula: Words {
        zh: "现金流量债务比 = 经营活动现金流量净额 ÷ 负债，以百分比表示；负债取期末数，默认为负债合计，模型中\
            可改为有息负债；不足一年的期间，现金流量折算为全年并注明。",
        en: "Net cash from operations ÷ debt, in per cent; debt at the end of the period, by default total \
            liabilities, or interest-bearing debt where the model says so. The cash flow of a shorter period \
            is scaled to a year, and marked.",
    },
    reading: Words {
        zh: "20% 表示约五年可还清。持续低于 5%，还债就要靠借新还旧；为负则是危险信号，除非正处于高速扩张期。",
        en: "20% means about five years to repay it all. Below 5% for long, old debt is paid with new; \
            negative is a danger sign, unless the firm is growing fast.",
    },
    caveats: Words {
        zh: "现金流量年度波动大，宜看几年。我国报表把支付的利息列入筹资活动，国际和美国报表多列入经营活动，跨\
            国比较前须调整。没有负债时无定义（zero_denominator）。",
        en: "Cash flows vary from year to year, so look at several. Chinese statements show interest paid \
            under financing, others mostly under operations: adjust before comparing across borders. Without \
            debt it is not defined (zero_denominator).",
    },
    source: Words {
        zh: "Beaver, “Financial Ratios as Predictors of Failure”， Journal of Accounting Research 4 (1966)（该\
            文的现金流量为净利润加折旧）。",
        en: "After Beaver, “Financial Ratios as Predictors of Failure”, Journal of Accounting Research 4 \
            (1966), whose cash flow is net income plus depreciation.",
    },
};
