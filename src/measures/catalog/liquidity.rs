//! Liquidity: what is there to pay the debts of the coming year.

use super::MeasureDoc;
use crate::values::Words;

pub(super) const CURRENT_RATIO: MeasureDoc = MeasureDoc {
    name: Words { zh: "流动比率", en: "Current ratio" },
    short: Words { zh: "流动比率", en: "Current ratio" },
    measures: Words {
        zh: "衡量企业用一年内可变现的资产偿还一年内到期债务的能力，是短期偿债能力最常用的指标。",
        en: "How many times the assets that turn into cash within a year cover the debts that fall due within \
            a year: the commonest test of short-term solvency.",
    },
    formula: Words {
        zh: "流动比率 = 流动资产合计 ÷ 流动负债合计，单位：倍；两者都取期末数。",
        en: "Total current assets ÷ total current liabilities, in times, both at the end of the period.",
    },
    reading: Words {
        zh: "越高越安全。传统上以 2 倍左右为宜，现金回笼快的零售、餐饮企业低于 1 也可能正常；长期偏高则可能是\
            存货积压或资金闲置。应与同行业和本企业以前各期比较。",
        en: "Higher is safer. About 2 is the traditional mark, but a firm that is paid in cash, such as a \
            supermarket, can live well below 1, while a very high figure may mean unsold stock or idle funds. \
            Compare with the industry and with the firm's own past.",
    },
    caveats: Words {
        zh: "比率只反映期末一天的状况，年末突击还款即可美化：流动资产与流动负债同减，大于 1 的比率反而上升。存\
            货和预付款项也算在内，能否变现要另看速动比率。流动负债为零时无定义（zero_denominator），程序不会显\
            示无穷大。",
        en: "It shows one day only, and is easily dressed: paying debts just before the year ends raises a \
            ratio above 1. Stock and prepayments count in full, so read it with the quick ratio. Without \
            current liabilities it is not defined (zero_denominator); the program never prints infinity.",
    },
    source: Words {
        zh: "Ross、Westerfield、Jordan《公司理财基础》第 3 章。",
        en: "Ross, Westerfield & Jordan, Fundamentals of Corporate Finance, ch. 3.",
    },
};

pub(super) const QUICK_RATIO: MeasureDoc = MeasureDoc {
    name: Words { zh: "速动比率", en: "Quick ratio (acid test)" },
    short: Words { zh: "速动比率", en: "Quick ratio" },
    measures: Words {
        zh: "衡量企业不靠出售存货，用能迅速变现的资产偿还流动负债的能力，又称酸性测试比率。",
        en: "How far the firm can pay its current debts without selling its stock, from assets that are cash \
            or soon will be.",
    },
    formula: Words {
        zh: "速动比率 = 速动资产 ÷ 流动负债合计，单位：倍。默认：速动资产 = 流动资产合计 − 存货 − 预付款项；也\
            可在模型中改为只减存货，或取货币资金、交易性金融资产与应收款项之和。",
        en: "Quick assets ÷ total current liabilities, in times. By default quick assets are current assets \
            less inventory less prepaid expenses; the model may take away inventory alone, or add up cash, \
            short-term investments and receivables.",
    },
    reading: Words {
        zh: "传统上以 1 倍左右为宜。远低于流动比率，说明流动资产主要是存货；高而应收账款周转慢，则“速动”徒有其\
            名。",
        en: "About 1 is the traditional mark. Far below the current ratio it says that most current assets \
            are stock; high but with slow receivables, the assets are quick in name only.",
    },
    caveats: Words {
        zh: "口径不同，数值就不同，比较前须确认口径一致。按减法口径缺少存货数据时不能计算（missing_input），改\
            用加总口径仍可计算；没有存货的企业应填 0。流动负债为零时无定义（zero_denominator）。",
        en: "Definitions differ, and so do the figures: make sure that you compare like with like. Under the \
            definitions that subtract, a missing inventory leaves no figure (missing_input), while the sum of \
            cash, investments and receivables can still be formed; a firm without stock should state 0. \
            Without current liabilities it is not defined (zero_denominator).",
    },
    source: Words {
        zh: "国务院国资委《中央企业综合绩效评价实施细则》（国资发评价〔2006〕157号）附件 1；Ross、\
            Westerfield、Jordan《公司理财基础》第 3 章。",
        en: "SASAC, rules 国资发评价〔2006〕157号, annex 1; Ross, Westerfield & Jordan, Fundamentals of \
            Corporate Finance, ch. 3.",
    },
};

pub(super) const CASH_RATIO: MeasureDoc = MeasureDoc {
    name: Words { zh: "现金比率", en: "Cash ratio" },
    short: Words { zh: "现金比率", en: "Cash ratio" },
    measures: Words {
        zh: "衡量企业此刻手中的现金能立即偿还多少流动负债，是最保守的偿债能力指标。",
        en: "What part of the current debts could be paid at once from cash in hand: the strictest test of \
            liquidity.",
    },
    formula: Words {
        zh: "现金比率 = （货币资金 + 交易性金融资产）÷ 流动负债合计，单位：倍；未列示交易性金融资产的，只取货\
            币资金。",
        en: "(Cash + short-term investments) ÷ total current liabilities, in times; cash alone where no \
            investments are stated.",
    },
    reading: Words {
        zh: "0.2 倍以上通常已属稳妥。过高说明资金利用不足，过低则付款要靠下一笔回款。供应商判断“近期会不会拖\
            款”时最值得看。",
        en: "Some 0.2 is usually comfortable. A high figure means idle money; a low one means that our \
            invoice will be paid from the client's next receipt. It speaks most directly to whether payment \
            will be late soon.",
    },
    caveats: Words {
        zh: "货币资金可能含保证金、冻结存款等受限资金，报表附注里才看得到；银行授信额度则完全不反映。流动负债\
            为零时无定义（zero_denominator）。",
        en: "Cash may be pledged or frozen, which only the notes reveal, and unused bank lines do not appear \
            at all. Without current liabilities it is not defined (zero_denominator).",
    },
    source: Words {
        zh: "Ross、Westerfield、Jordan《公司理财基础》第 3 章（该书只取货币资金）。",
        en: "Ross, Westerfield & Jordan, Fundamentals of Corporate Finance, ch. 3, which counts cash alone.",
    },
};

pub(super) const WORKING_CAPITAL: MeasureDoc = MeasureDoc {
    name: Words { zh: "营运资金", en: "Working capital" },
    short: Words { zh: "营运资金", en: "Working capital" },
    measures: Words {
        zh: "流动资产超出流动负债的金额，即由长期资金支持的那部分流动资产，是短期债权人的缓冲垫。",
        en: "The amount by which current assets exceed current liabilities: the part of them that long-term \
            funds pay for, and a cushion for short-term creditors.",
    },
    formula: Words {
        zh: "营运资金 = 流动资产合计 − 流动负债合计，以报表货币计。",
        en: "Total current assets − total current liabilities, in the currency of the statements.",
    },
    reading: Words {
        zh: "为正且随销售同步增长是常态。为负意味着短期债务支持了长期资产：现金业务的企业可以如此，其他企业则\
            要看银行是否愿意续贷。",
        en: "Positive and growing with sales is normal. Negative means that short-term debt finances \
            long-term assets: fine for a cash business, but elsewhere it hangs on the bank's renewing its \
            loans.",
    },
    caveats: Words {
        zh: "这是绝对金额，不能在规模不同的企业之间比较，比较请用流动比率。缺流动资产或流动负债时不能计算\
            （missing_input）。",
        en: "An absolute amount, not comparable between firms of different size; compare the current ratio \
            instead. It needs both totals (missing_input otherwise).",
    },
    source: Words {
        zh: "Ross、Westerfield、Jordan《公司理财基础》第 2、3 章。",
        en: "Ross, Westerfield & Jordan, Fundamentals of Corporate Finance, ch. 2 and 3.",
    },
};
