//! The weighted score.

use super::MeasureDoc;
use crate::values::Words;

pub(super) const CREDIT_SCORE: MeasureDoc = MeasureDoc {
    name: Words { zh: "信用评分", en: "Credit score" },
    short: Words { zh: "信用评分", en: "Credit score" },
    measures: Words {
        zh: "把各项指标的得分按事先确定的权重汇总成一个 0 到 100 分的综合分，用来划分客户的风险等级。",
        en: "The points of all scored measures, brought together by weights set in advance into one figure \
            from 0 to 100, from which the client's tier follows.",
    },
    formula: Words {
        zh: "Y = 各项（权重 a × 得分 x）之和，权重之和为 1，单位：分。得分有三种算法：分档法、插值法和功效系数\
            法。功效系数法（默认）：优秀、良好、平均、较低、较差五个标准值对应系数 1.0、0.8、0.6、0.4、0.2；得\
            分 = 基础分 + 调整分，在相邻两档之间按比例调整，低于较差值为 0。",
        en: "Y = the sum of weight a × points x over all items, the weights summing to 1, in points. Points \
            come by bands, by straight lines between knots, or by the efficacy coefficient (功效系数法), the \
            default: the standards excellent, good, average, low and poor carry 1.0, 0.8, 0.6, 0.4 and 0.2; \
            points are a base plus an adjustment in proportion between two neighbouring standards, and none \
            below poor.",
    },
    reading: Words {
        zh: "默认界限：85 分以上 CA1,70 分以上 CA2,50 分以上 CA3,40 分以上 CA4，其余 CA5；用未舍入的分数比较，\
            界限含下限。评分之后还有封顶规则，因此评分不等于等级。",
        en: "By default 85 and more is CA1, 70 CA2, 50 CA3, 40 CA4, less CA5, compared unrounded, the lower \
            bound included. Caps follow the score, so the score is not the tier.",
    },
    caveats: Words {
        zh: "评分的好坏取决于标准值是否合适，教学模型的标准值是虚构的。缺失的指标略去，其权重分给其余指标并注\
            明；有效权重不足 70% 时不给分（low_coverage）。净值为负的指标按最差档计分，现款交易或没有利息的按\
            最优档，均加注明。",
        en: "A score is as good as its standards, and those of the teaching model are invented. Missing items \
            are left out and their weight is spread over the others, with a note; with less than 70% of the \
            weight present there is no score (low_coverage). Ratios on negative net worth are scored in the \
            worst band, a cash business or a firm without interest in the best, both with a note.",
    },
    source: Words {
        zh: "国务院国资委令第 14 号《中央企业综合绩效评价管理暂行办法》；国资发评价〔2006〕157号第十六条至第二\
            十条（功效系数法）。",
        en: "SASAC Order No. 14 (国资委令第14号); rules 国资发评价〔2006〕157号, articles 16–20 (efficacy \
            coefficient).",
    },
};
