//! Altman's models of distress. They stand beside the score, never inside it.

use super::MeasureDoc;
use crate::values::Words;

pub(super) const ALTMAN_Z: MeasureDoc = MeasureDoc {
    name: Words { zh: "奥特曼 Z 值（上市公司）", en: "Altman's Z (listed firms)" },
    short: Words { zh: "Z 值", en: "Altman Z" },
    measures: Words {
        zh: "用五个比率的加权和判断上市制造企业两年内陷入财务困境的危险。",
        en: "How near a listed manufacturer is to financial distress within some two years, as a weighted sum \
            of five ratios.",
    },
    formula: Words {
        zh: "Z = 1.2 X1 + 1.4 X2 + 3.3 X3 + 0.6 X4 + 0.999 X5。X1 营运资金 ÷ 总资产；X2 留存收益 ÷ 总资产；X3 \
            息税前利润 ÷ 总资产；X4 股票市值 ÷ 负债合计；X5 营业收入 ÷ 总资产。无单位。",
        en: "Z = 1.2 X1 + 1.4 X2 + 3.3 X3 + 0.6 X4 + 0.999 X5, without a unit. X1 working capital ÷ total \
            assets; X2 retained earnings ÷ total assets; X3 EBIT ÷ total assets; X4 market value of equity ÷ \
            total liabilities; X5 sales ÷ total assets.",
    },
    reading: Words {
        zh: "大于 2.99 为安全区，小于 1.81 为困境区，介于两者（含端点）为灰色区。",
        en: "Above 2.99 safe, below 1.81 distressed, between them, the ends included, grey.",
    },
    caveats: Words {
        zh: "系数来自 1946 至 1965 年的美国制造企业，只作参考，不计入评分，以免重复计算。没有市值时不计算\
            （no_market_value），请看 Z′；负债或资产为零时无定义（zero_denominator）。",
        en: "The coefficients come from American manufacturers of 1946 to 1965. It is a second opinion and \
            stays out of the score, which uses the same ratios. Without a market value it is refused \
            (no_market_value): see Z′. Without assets or liabilities it is not defined (zero_denominator).",
    },
    source: Words {
        zh: "Altman, “Financial Ratios, Discriminant Analysis and the Prediction of Corporate Bankruptcy”， \
            Journal of Finance 23 （1968）。",
        en: "Altman, “Financial Ratios, Discriminant Analysis and the Prediction of Corporate Bankruptcy”, \
            Journal of Finance 23 (1968).",
    },
};

pub(super) const ALTMAN_Z_PRIVATE: MeasureDoc = MeasureDoc {
    name: Words { zh: "奥特曼 Z′ 值（非上市公司）", en: "Altman's Z′ (private firms)" },
    short: Words { zh: "Z′ 值", en: "Altman Z′" },
    measures: Words {
        zh: "非上市制造企业的财务困境危险：以净资产账面值代替市值，并重新估计系数。",
        en: "The danger of distress of an unlisted manufacturer: book equity in place of market value, with \
            coefficients estimated anew.",
    },
    formula: Words {
        zh: "Z′ = 0.717 X1 + 0.847 X2 + 3.107 X3 + 0.420 X4 + 0.998 X5。X4 = 所有者权益账面值 ÷ 负债合计，其余\
            同 Z 值。无单位。",
        en: "Z′ = 0.717 X1 + 0.847 X2 + 3.107 X3 + 0.420 X4 + 0.998 X5, without a unit. X4 is book equity ÷ \
            total liabilities; the others are those of Z.",
    },
    reading: Words {
        zh: "大于 2.90 为安全区，小于 1.23 为困境区，介于两者（含端点）为灰色区。",
        en: "Above 2.90 safe, below 1.23 distressed, between them, the ends included, grey.",
    },
    caveats: Words {
        zh: "X5 随行业变化大，贸易企业周转快、数值天然偏高，应改看 Z″。只作参考，不计入评分。缺任何一项时不能\
            计算（missing_input）。",
        en: "X5 depends on the industry: traders turn their assets fast and score high by nature, so see Z″ \
            for them. A second opinion, outside the score. It needs every part (missing_input otherwise).",
    },
    source: Words {
        zh: "Altman, “Predicting Financial Distress of Companies: Revisiting the Z-Score and ZETA Models” \
            （2000）。",
        en: "Altman, “Predicting Financial Distress of Companies: Revisiting the Z-Score and ZETA Models” \
            (2000).",
    },
};

pub(super) const ALTMAN_Z_NON_MANUFACTURING: MeasureDoc = MeasureDoc {
    name: Words { zh: "奥特曼 Z″ 值（非制造企业）", en: "Altman's Z″ (non-manufacturers)" },
    short: Words { zh: "Z″ 值", en: "Altman Z″" },
    measures: Words {
        zh: "非制造企业和新兴市场企业的财务困境危险：去掉随行业差异很大的资产周转率。",
        en: "The danger of distress of firms outside manufacturing and in emerging markets: asset turnover, \
            which depends most on the industry, is left out.",
    },
    formula: Words {
        zh: "Z″ = 6.56 X1 + 3.26 X2 + 6.72 X3 + 1.05 X4。X4 = 所有者权益账面值 ÷ 负债合计，其余同 Z 值。无单\
            位。",
        en: "Z″ = 6.56 X1 + 3.26 X2 + 6.72 X3 + 1.05 X4, without a unit. X4 is book equity ÷ total \
            liabilities; the others are those of Z.",
    },
    reading: Words {
        zh: "大于 2.60 为安全区，小于 1.10 为困境区，介于两者（含端点）为灰色区。",
        en: "Above 2.60 safe, below 1.10 distressed, between them, the ends included, grey.",
    },
    caveats: Words {
        zh: "X1 系数很大，营运资金为负的现金业务企业会被误判。另有加常数 3.25 的新兴市场版本，这里不加。只作参\
            考，不计入评分。缺任何一项时不能计算（missing_input）。",
        en: "X1 weighs so much that a cash business with negative working capital is misjudged. A version for \
            emerging markets adds a constant of 3.25; none is added here. A second opinion, outside the \
            score. It needs every part (missing_input otherwise).",
    },
    source: Words {
        zh: "Altman, “Predicting Financial Distress of Companies: Revisiting the Z-Score and ZETA Models” \
            （2000）。",
        en: "Altman, “Predicting Financial Distress of Companies: Revisiting the Z-Score and ZETA Models” \
            (2000).",
    },
};
