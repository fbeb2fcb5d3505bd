//! Service quality: gaps, scores, reliability, recommendation.

use super::MeasureDoc;
use crate::values::Words;

pub(super) const GAP: MeasureDoc = MeasureDoc {
    name: Words { zh: "服务质量差距", en: "Service quality gap" },
    short: Words { zh: "差距", en: "Gap" },
    measures: Words {
        zh: "顾客感知到的服务比他们期望的高多少或低多少，按题项或维度计算。",
        en: "How far the service that customers perceive lies above or below the service that they expect, for an \
             item or a dimension.",
    },
    formula: Words {
        zh: "差距 = 感知 P − 期望 E。题项：对两问都作答的人取平均；维度：先求每人在该维度各题差距的平均（至少答\
             一半），再对人取平均。单位：量表分。",
        en: "Gap = perception P − expectation E. Item: the mean over those who answered both; dimension: each \
             respondent's mean over the items (at least half answered), then the mean over respondents. In scale \
             points.",
    },
    reading: Words {
        zh: "负值表示服务低于期望，绝对值越大越应先改进；接近零表示符合期望；正值表示超出期望。要与置信区间一起\
             看：区间含零的差距可能只是抽样误差。",
        en: "Below zero the service falls short, and the further below, the sooner it should be mended; near zero it \
             meets what is expected; above zero it exceeds it. Read it with its interval: a gap whose interval holds \
             zero may be chance alone.",
    },
    caveats: Words {
        zh: "期望普遍很高，因此几乎所有差距为负，应比较维度之间的大小而不是只看正负。差分数的信度低于原始分数。缺\
             失回答的处理方式会改变结果，报告印出所用方式和每题的人数。",
        en: "Expectations are high nearly everywhere, so that nearly every gap is negative: compare dimensions rather \
             than signs. Differences are less reliable than the answers they are taken from. How missing answers are \
             handled changes results; the report prints the convention and the number of answers of each item.",
    },
    source: Words {
        zh: "Parasuraman, Zeithaml & Berry (1988), SERVQUAL, Journal of Retailing 64(1)。",
        en: "Parasuraman, Zeithaml & Berry (1988), SERVQUAL, Journal of Retailing 64(1).",
    },
};

pub(super) const EXPECTATION: MeasureDoc = MeasureDoc {
    name: Words { zh: "期望得分", en: "Expectation" },
    short: Words { zh: "期望", en: "Expectation" },
    measures: Words {
        zh: "顾客认为优秀的服务应当做到什么程度。",
        en: "How good customers say that excellent service should be.",
    },
    formula: Words {
        zh: "题项：期望回答之和 ÷ 人数；维度：每人各题平均之后，再对人取平均。单位：量表分。",
        en: "Item: the sum of the expected answers ÷ respondents; dimension: each respondent's mean over its items, then \
             the mean over respondents. In scale points.",
    },
    reading: Words {
        zh: "越高表示顾客对该方面要求越高。七分量表上常在 5.5 到 6.8 之间。",
        en: "The higher, the more customers ask of this aspect. On a scale of seven it is usually between 5.5 and 6.8.",
    },
    caveats: Words {
        zh: "期望随经验变化；两次调查之间期望的变化也会改变差距。反向题已换算为正向。",
        en: "Expectations move with experience, and a change in them moves the gap too. Reversed items are turned round \
             before anything is computed.",
    },
    source: Words {
        zh: "Parasuraman, Zeithaml & Berry (1988), Journal of Retailing 64(1)。",
        en: "Parasuraman, Zeithaml & Berry (1988), Journal of Retailing 64(1).",
    },
};

pub(super) const PERCEPTION: MeasureDoc = MeasureDoc {
    name: Words { zh: "感知得分", en: "Perception" },
    short: Words { zh: "感知", en: "Perception" },
    measures: Words {
        zh: "顾客实际感受到的服务水平，按题项或维度计算。",
        en: "The service that customers say they received, for an item or a dimension.",
    },
    formula: Words {
        zh: "题项：感知回答之和 ÷ 人数；维度：每人各题平均之后，再对人取平均。单位：量表分。",
        en: "Item: the sum of the perceived answers ÷ respondents; dimension: each respondent's mean over its items, \
             then the mean over respondents. In scale points.",
    },
    reading: Words {
        zh: "越高越好；与期望并列看差距，与其他维度并列看强弱。",
        en: "The higher the better; beside the expectation it gives the gap, beside other dimensions the ranking.",
    },
    caveats: Words {
        zh: "没有绝对的及格线；不同量表、不同行业的得分不可直接比较。",
        en: "There is no absolute pass mark, and scores on different scales or in different industries do not compare.",
    },
    source: Words {
        zh: "Parasuraman, Zeithaml & Berry (1988)；Cronin & Taylor (1992), Journal of Marketing 56(3)。",
        en: "Parasuraman, Zeithaml & Berry (1988); Cronin & Taylor (1992), Journal of Marketing 56(3).",
    },
};

pub(super) const SERVQUAL_UNWEIGHTED: MeasureDoc = MeasureDoc {
    name: Words { zh: "SERVQUAL 总分（未加权）", en: "SERVQUAL score, unweighted" },
    short: Words { zh: "SERVQUAL", en: "SERVQUAL" },
    measures: Words {
        zh: "各维度同等看待时，服务总体上比期望高或低多少。",
        en: "How far the service as a whole lies above or below what is expected, all dimensions counting alike.",
    },
    formula: Words {
        zh: "各维度差距之和 ÷ 维度数，单位：量表分。",
        en: "The sum of the gaps of the dimensions ÷ their number, in scale points.",
    },
    reading: Words {
        zh: "与加权总分比较：加权更低，说明差的恰是顾客看重的维度。用于跨期、跨网点比较。",
        en: "Beside the weighted score: where that is lower, the service falls short just where customers care most. Use \
             it to compare periods and places.",
    },
    caveats: Words {
        zh: "总分掩盖维度之间的差异，改进要回到维度和题项。置信区间只用答全各维度的人计算，人数另印。",
        en: "A total hides what dimensions show; mending starts from dimensions and items. Its interval rests on those \
             respondents who have a score in every dimension, and their number is printed.",
    },
    source: Words {
        zh: "Parasuraman, Zeithaml & Berry (1988), Journal of Retailing 64(1)。",
        en: "Parasuraman, Zeithaml & Berry (1988), Journal of Retailing 64(1).",
    },
};

pub(super) const SERVQUAL_WEIGHTED: MeasureDoc = MeasureDoc {
    name: Words { zh: "SERVQUAL 总分（加权）", en: "SERVQUAL score, weighted" },
    short: Words { zh: "加权差距分", en: "SERVQUAL weighted" },
    measures: Words {
        zh: "按顾客对各维度的重视程度加权之后，服务总体上比期望高或低多少。",
        en: "How far the service as a whole lies above or below what is expected, each dimension counting by how much it \
             matters.",
    },
    formula: Words {
        zh: "对每位受访者：Σ（权重 × 维度差距）÷ 100，再对人取平均。权重用受访者自己给的，未给则用问卷的行业权重。\
             也可选“均值之积”：Σ（平均权重 × 维度平均差距）÷ 100。单位：量表分。",
        en: "For each respondent Σ(weight × gap of the dimension) ÷ 100, then the mean. Weights are the respondent's own, \
             or else the instrument's. The product of means, Σ(mean weight × mean gap) ÷ 100, can be chosen instead. In \
             scale points.",
    },
    reading: Words {
        zh: "负得越多越差。与未加权总分之差说明权重的作用。",
        en: "The further below zero, the worse. Its distance from the unweighted score shows what weights do.",
    },
    caveats: Words {
        zh: "两种算法结果不同，报告印出所用的一种。权重之和偏离 100 不超过 2 的按比例换算，超过的不采用并计数。只含各\
             维度都有得分的人。",
        en: "The two ways differ, and the report names the one used. Weights that miss 100 by no more than 2 are rescaled; \
             beyond that a respondent's weights are dropped and counted. Only respondents with a score in every dimension \
             count.",
    },
    source: Words {
        zh: "Parasuraman, Zeithaml & Berry (1991), Refinement and reassessment of the SERVQUAL scale, Journal of \
             Retailing 67(4)。",
        en: "Parasuraman, Zeithaml & Berry (1991), Refinement and reassessment of the SERVQUAL scale, Journal of Retailing \
             67(4).",
    },
};

pub(super) const SERVPERF: MeasureDoc = MeasureDoc {
    name: Words { zh: "SERVPERF 总分（未加权）", en: "SERVPERF score, unweighted" },
    short: Words { zh: "SERVPERF", en: "SERVPERF" },
    measures: Words {
        zh: "只看感知绩效、不减期望时的服务质量总分。",
        en: "Service quality by performance alone, without taking off what was expected.",
    },
    formula: Words {
        zh: "各维度感知得分之和 ÷ 维度数，单位：量表分。",
        en: "The sum of the perceptions of the dimensions ÷ their number, in scale points.",
    },
    reading: Words {
        zh: "越高越好。与 SERVQUAL 的维度排名不一致时，多半是期望不同所致：感知不低、期望更高的维度差距反而大。",
        en: "The higher the better. Where it ranks dimensions otherwise than SERVQUAL does, expectations differ: a \
             dimension may be performed well and still miss what is asked of it.",
    },
    caveats: Words {
        zh: "不含期望，无法说明顾客想要什么；问卷短一半，解释满意度通常更好。",
        en: "Without expectations it cannot tell what customers want. It needs half the questions and usually explains \
             satisfaction better.",
    },
    source: Words {
        zh: "Cronin & Taylor (1992), Measuring Service Quality, Journal of Marketing 56(3)。",
        en: "Cronin & Taylor (1992), Measuring Service Quality, Journal of Marketing 56(3).",
    },
};

pub(super) const SERVPERF_WEIGHTED: MeasureDoc = MeasureDoc {
    name: Words { zh: "SERVPERF 总分（加权）", en: "SERVPERF score, weighted" },
    short: Words { zh: "加权绩效分", en: "SERVPERF weighted" },
    measures: Words {
        zh: "按各维度的重要程度加权的感知绩效总分。",
        en: "Performance by dimension, each counting by how much it matters.",
    },
    formula: Words {
        zh: "对每位受访者：Σ（权重 × 维度感知）÷ 100，再对人取平均，单位：量表分。",
        en: "For each respondent Σ(weight × perception of the dimension) ÷ 100, then the mean, in scale points.",
    },
    reading: Words {
        zh: "越高越好；低于未加权总分，说明在顾客看重的方面做得较弱。",
        en: "The higher the better; below the unweighted score, the service is weaker where customers care most.",
    },
    caveats: Words {
        zh: "权重的处理与加权 SERVQUAL 相同。",
        en: "Weights are treated as in the weighted SERVQUAL score.",
    },
    source: Words {
        zh: "Cronin & Taylor (1992), Journal of Marketing 56(3)。",
        en: "Cronin & Taylor (1992), Journal of Marketing 56(3).",
    },
};

pub(super) const IMPORTANCE: MeasureDoc = MeasureDoc {
    name: Words { zh: "重要性", en: "Importance" },
    short: Words { zh: "重要性", en: "Importance" },
    measures: Words {
        zh: "顾客认为该题项有多重要，用于重要性—绩效分析。",
        en: "How much an item matters to customers, for the importance–performance analysis.",
    },
    formula: Words {
        zh: "重要性回答之和 ÷ 人数；问卷没有问重要性时，以期望得分代替并注明。单位：量表分。",
        en: "The sum of the answers on importance ÷ respondents; where importance was not asked, the expectation stands in, \
             and the report says so. In scale points.",
    },
    reading: Words {
        zh: "以全部题项的平均重要性和平均感知为十字线分四区：重要而做得差的“集中改进”，重要且做得好的“继续保持”，不重\
             要也差的“低优先”，不重要却做得好的“可能过度”。落在线上的算高。",
        en: "Lines at the mean importance and the mean perception of all items part four fields: important and weak, \
             concentrate here; important and strong, keep up; neither, low priority; strong but unimportant, possible \
             overkill. A value on a line counts as high.",
    },
    caveats: Words {
        zh: "十字线取均值，因此总会有题项落入“集中改进”；看离线的远近，不只看区。",
        en: "The lines are means, so that some item always falls under “concentrate here”: look at distances, not at fields \
             alone.",
    },
    source: Words {
        zh: "Martilla & James (1977), Importance-Performance Analysis, Journal of Marketing 41(1)。",
        en: "Martilla & James (1977), Importance-Performance Analysis, Journal of Marketing 41(1).",
    },
};

pub(super) const SERVICE_ADEQUACY: MeasureDoc = MeasureDoc {
    name: Words { zh: "服务充分度", en: "Measure of service adequacy" },
    short: Words { zh: "充分度", en: "Adequacy" },
    measures: Words {
        zh: "感知的服务比顾客可接受的最低水平高多少。",
        en: "How far perceived service lies above the least that customers accept.",
    },
    formula: Words {
        zh: "充分度 = 感知 − 最低可接受水平，单位：量表分。",
        en: "Adequacy = perception − minimum level, in scale points.",
    },
    reading: Words {
        zh: "为负表示低于容忍区域，顾客难以接受；为正且服务优势度为负，表示在容忍区域之内。",
        en: "Below zero, service lies below the zone of tolerance and is not accepted; above zero, with superiority below \
             zero, it lies within the zone.",
    },
    caveats: Words {
        zh: "需要另问最低水平；三栏问卷较长，受访者容易疲劳。",
        en: "The minimum level has to be asked for; three columns make a long questionnaire, and respondents tire.",
    },
    source: Words {
        zh: "Parasuraman, Zeithaml & Berry (1994), Alternative scales for measuring service quality, Journal of \
             Retailing 70(3)。",
        en: "Parasuraman, Zeithaml & Berry (1994), Alternative scales for measuring service quality, Journal of Retailing \
             70(3).",
    },
};

pub(super) const SERVICE_SUPERIORITY: MeasureDoc = MeasureDoc {
    name: Words { zh: "服务优势度", en: "Measure of service superiority" },
    short: Words { zh: "优势度", en: "Superiority" },
    measures: Words {
        zh: "感知的服务比顾客理想的水平高或低多少。",
        en: "How far perceived service lies above or below the level that customers desire.",
    },
    formula: Words {
        zh: "优势度 = 感知 − 理想水平，单位：量表分。",
        en: "Superiority = perception − desired level, in scale points.",
    },
    reading: Words {
        zh: "为正表示超出理想水平，是口碑和忠诚的来源；为负属常态。",
        en: "Above zero it exceeds what is desired, a source of loyalty; below zero is usual.",
    },
    caveats: Words {
        zh: "理想水平与期望不同：前者是想要的，后者是应当的。",
        en: "The desired level is not the expectation: the one is wanted, the other is what service should be.",
    },
    source: Words {
        zh: "Parasuraman, Zeithaml & Berry (1994), Journal of Retailing 70(3)。",
        en: "Parasuraman, Zeithaml & Berry (1994), Journal of Retailing 70(3).",
    },
};

pub(super) const ALPHA: MeasureDoc = MeasureDoc {
    name: Words { zh: "克朗巴赫 α 系数", en: "Cronbach's alpha" },
    short: Words { zh: "α 系数", en: "Alpha" },
    measures: Words {
        zh: "同一维度的题项在多大程度上测的是同一件事，即内部一致性信度。",
        en: "How far the items of a dimension measure one thing: internal consistency.",
    },
    formula: Words {
        zh: "α = k ÷ (k − 1) ×（1 − 各题方差之和 ÷ 总分方差），k 为题数，方差除以 n − 1，只用答全该维度各题的人。",
        en: "α = k ÷ (k − 1) × (1 − sum of the items' variances ÷ variance of the total), for k items, variances with \
             n − 1, over those who answered every item of the dimension.",
    },
    reading: Words {
        zh: "0.7 以上通常可接受，0.8 以上良好，0.95 以上可能有重复的题。“删题后 α”升高的题与其他题不一致，应检查措辞或\
             是否漏作反向计分。",
        en: "0.7 and more is usually accepted, 0.8 good; above 0.95 items may repeat one another. An item without which α \
             rises does not fit: look at its wording, or whether it should be reversed.",
    },
    caveats: Words {
        zh: "α 随题数增加而上升，可以为负，不证明只有一个维度。差距的 α 通常低于感知的 α。区间按 Feldt 方法。",
        en: "α grows with the number of items, may be negative, and does not prove a single dimension. The α of gaps is \
             usually below that of perceptions. The interval is Feldt's.",
    },
    source: Words {
        zh: "Cronbach (1951), Psychometrika 16；Feldt (1965), Psychometrika 30；Feldt, Woodruff & Salih (1987)。",
        en: "Cronbach (1951), Psychometrika 16; Feldt (1965), Psychometrika 30; Feldt, Woodruff & Salih (1987).",
    },
};

pub(super) const NPS: MeasureDoc = MeasureDoc {
    name: Words { zh: "净推荐值", en: "Net promoter score" },
    short: Words { zh: "净推荐值", en: "NPS" },
    measures: Words {
        zh: "愿意推荐的顾客比不愿推荐的多多少，是忠诚度的一个简单指标。",
        en: "By how much those who would recommend us outnumber those who would not: a simple sign of loyalty.",
    },
    formula: Words {
        zh: "（推荐者 − 贬损者）÷ 作答人数 × 100；0–10 分中 9–10 分为推荐者，0–6 分为贬损者。单位：分，−100 到 100。",
        en: "(promoters − detractors) ÷ answers × 100; of 0–10, promoters answer 9–10 and detractors 0–6. In points, −100 to \
             100.",
    },
    reading: Words {
        zh: "为正表示推荐者更多。行业之间差别很大，主要与自己的过去和同业比较。",
        en: "Above zero, promoters are more. Industries differ widely: compare it with your own past and your peers.",
    },
    caveats: Words {
        zh: "样本误差比看上去大：200 人时区间常有 ±10 分以上。不同国家、不同问法不可比。",
        en: "It is less certain than it looks: of 200 answers the interval is often ±10 points and more. Countries and \
             wordings do not compare.",
    },
    source: Words {
        zh: "Reichheld (2003), The One Number You Need to Grow, Harvard Business Review 81(12)。",
        en: "Reichheld (2003), The One Number You Need to Grow, Harvard Business Review 81(12).",
    },
};

pub(super) const SATISFIED_SHARE: MeasureDoc = MeasureDoc {
    name: Words { zh: "满意率", en: "Share of satisfied customers" },
    short: Words { zh: "满意率", en: "Satisfied" },
    measures: Words {
        zh: "对总体满意度给出最高两档回答的顾客比例。",
        en: "The share of customers whose overall satisfaction is in the two highest answers.",
    },
    formula: Words {
        zh: "最高两档人数 ÷ 作答人数，单位：百分比。",
        en: "Answers in the two highest classes ÷ answers, in per cent.",
    },
    reading: Words {
        zh: "与置信区间一起看；两次调查的区间重叠时，变化未必真实。",
        en: "Read it with its interval: where the intervals of two surveys overlap, a change may not be real.",
    },
    caveats: Words {
        zh: "取决于量表的档数：七分量表取 6–7 分，五分量表取 4–5 分。区间按 Wilson 方法。",
        en: "It depends on the scale: 6–7 of seven, 4–5 of five. The interval is Wilson's.",
    },
    source: Words {
        zh: "区间：Wilson (1927), JASA 22。最高两档比例为调查业通行做法。",
        en: "Interval: Wilson (1927), JASA 22. The two-highest share is common practice of survey firms.",
    },
};

pub(super) const REPURCHASE_SHARE: MeasureDoc = MeasureDoc {
    name: Words { zh: "再购意愿率", en: "Share intending to repurchase" },
    short: Words { zh: "再购率", en: "Repurchase" },
    measures: Words {
        zh: "对再次购买或续用意愿给出最高两档回答的顾客比例。",
        en: "The share of customers whose intention to buy again is in the two highest answers.",
    },
    formula: Words {
        zh: "最高两档人数 ÷ 作答人数，单位：百分比。",
        en: "Answers in the two highest classes ÷ answers, in per cent.",
    },
    reading: Words {
        zh: "意愿高于行为：实际再购通常低得多，用于比较而不是预测。",
        en: "Intentions run ahead of deeds: actual repurchase is usually far lower. Use it to compare, not to forecast.",
    },
    caveats: Words {
        zh: "取决于量表的档数；区间按 Wilson 方法。",
        en: "It depends on the scale; the interval is Wilson's.",
    },
    source: Words {
        zh: "Oliver (1999), Whence Consumer Loyalty?, Journal of Marketing 63；区间：Wilson (1927)。",
        en: "Oliver (1999), Whence Consumer Loyalty?, Journal of Marketing 63; interval: Wilson (1927).",
    },
};
