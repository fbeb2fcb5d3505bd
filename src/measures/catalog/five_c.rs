//! The five Cs of credit.

use super::MeasureDoc;
use crate::values::Words;

const FORMULA: Words = Words {
    zh: "已评定各项得分的平均值，0 至 100 分：人工评定 0–4 分乘以 25，进入该要素的财务比率按模型的计分方法得分，\
        每项比率算一项。",
    en: "The mean of what is rated, 0 to 100 points: a rating of 0 to 4 times 25, and for each ratio that feeds this C \
        its points by the model's method, a ratio counting as one item.",
};
const READING: Words = Words {
    zh: "100 分为各项均达最高锚定描述，50 分为中间。与覆盖率一起看，与其他四项对照看：五项的形状比总分更能说明问题。",
    en: "100 is the best anchor throughout, 50 the middle. Read it with its coverage and beside the other four: the \
        shape of the profile says more than the total.",
};
const CAVEATS: Words = Words {
    zh: "没有证据的项目视为缺失，不按平均分计，只降低覆盖率；覆盖率低于模型规定（教学模型为 50%）时该要素没有分数。\
        客户没有任何评定记录时不计算五要素。锚定描述和标准值为教学而编写。",
    en: "An item without evidence is missing, not average: it lowers the coverage. Below the model's least coverage \
        (50% in the teaching model) the C has no score, and a client without any finding has no five Cs at all. The \
        anchors and standards are written for teaching.",
};
const SOURCE: Words = Words {
    zh: "5C 分析法，见 Ross、Westerfield 与 Jordan《公司理财（精要版）》信用与存货管理一章；0–4 分锚定与均值为本书内部\
        规定。",
    en: "The five Cs of credit, as in Ross, Westerfield & Jordan, Fundamentals of Corporate Finance, the chapter on \
        credit and inventory management; the anchored scale of 0 to 4 and the mean are house rules.",
};

pub(super) const CHARACTER: MeasureDoc = MeasureDoc {
    name: Words { zh: "5C：品质", en: "Character (5C)" },
    short: Words { zh: "品质（5C）", en: "5C: character" },
    measures: Words {
        zh: "客户是否愿意付款：企业概况、历史、管理者、战略与政策、组织与管理、与银行的往来、声誉。",
        en: "Whether the client is willing to pay: company basics, history, managers, strategy and policy, organisation and management, dealings with banks, reputation.",
    },
    formula: FORMULA,
    reading: READING,
    caveats: CAVEATS,
    source: SOURCE,
};

pub(super) const CAPACITY: MeasureDoc = MeasureDoc {
    name: Words { zh: "5C：能力", en: "Capacity (5C)" },
    short: Words { zh: "能力（5C）", en: "5C: capacity" },
    measures: Words {
        zh: "客户是否有能力付款：经营产生现金的能力，以及利息保障倍数、资金积压期间和我方账款天数。",
        en: "Whether the client is able to pay: the cash that its business earns, and interest cover, the cash conversion cycle and our days sales outstanding.",
    },
    formula: FORMULA,
    reading: READING,
    caveats: CAVEATS,
    source: SOURCE,
};

pub(super) const CAPITAL: MeasureDoc = MeasureDoc {
    name: Words { zh: "5C：资本", en: "Capital (5C)" },
    short: Words { zh: "资本（5C）", en: "5C: capital" },
    measures: Words {
        zh: "所有者自己的资金有多厚，能吸收多大的损失。",
        en: "How much money of the owners stands behind the debts and can absorb losses.",
    },
    formula: FORMULA,
    reading: READING,
    caveats: CAVEATS,
    source: SOURCE,
};

pub(super) const COLLATERAL: MeasureDoc = MeasureDoc {
    name: Words { zh: "5C：抵押", en: "Collateral (5C)" },
    short: Words { zh: "抵押（5C）", en: "5C: collateral" },
    measures: Words {
        zh: "客户不能付款时，还有什么可以受偿：抵押、保证与保函。",
        en: "What there is to be paid from where the client cannot pay: pledges, sureties and letters of guarantee.",
    },
    formula: FORMULA,
    reading: READING,
    caveats: CAVEATS,
    source: SOURCE,
};

pub(super) const CONDITIONS: MeasureDoc = MeasureDoc {
    name: Words { zh: "5C：条件", en: "Conditions (5C)" },
    short: Words { zh: "条件（5C）", en: "5C: conditions" },
    measures: Words {
        zh: "客户所处的环境：行业、地区、政策与季节。",
        en: "What the client's surroundings do to it: trade, region, policy and season.",
    },
    formula: FORMULA,
    reading: READING,
    caveats: CAVEATS,
    source: SOURCE,
};

pub(super) const SCORE: MeasureDoc = MeasureDoc {
    name: Words { zh: "5C 综合分", en: "Five Cs, weighted" },
    short: Words { zh: "5C 综合分", en: "Five Cs" },
    measures: Words {
        zh: "品质、能力、资本、抵押、条件五项分数的加权平均。",
        en: "The weighted mean of character, capacity, capital, collateral and conditions.",
    },
    formula: Words {
        zh: "Σ 权重 × 要素得分 ÷ Σ 有分数的要素的权重，0 至 100 分。默认权重：品质 25、能力 30、资本 20、抵押 15、条\
            件 10。覆盖率 = Σ 权重 × 要素覆盖率。",
        en: "Σ weight × score ÷ Σ weight of the Cs that have a score, 0 to 100 points. By default the weights are \
            character 25, capacity 30, capital 20, collateral 15, conditions 10. The coverage is Σ weight × coverage of \
            the C.",
    },
    reading: Words {
        zh: "与财务评分并列阅读；只有模型设有评分的三个部分时，它才进入信用评分。",
        en: "It stands beside the financial score, and enters the credit score only where the model has parts.",
    },
    caveats: Words {
        zh: "平均值会掩盖形状：资本 90、品质 40 与资本 40、品质 90 总分相同，对策却不同。覆盖率低于模型的最低覆盖率\
            （默认 70%）时没有综合分。",
        en: "A mean hides the shape: capital 90 with character 40 and the reverse have one total and call for different \
            policies. Below the model's minimum coverage (70% by default) there is no total.",
    },
    source: SOURCE,
};
