//! The credit file and what secures our claims.

use super::MeasureDoc;
use crate::values::Words;

pub(super) const FILE_COMPLETENESS: MeasureDoc = MeasureDoc {
    name: Words { zh: "信用档案完整率", en: "Completeness of the credit file" },
    short: Words { zh: "档案完整率", en: "File completeness" },
    measures: Words {
        zh: "信用模型要求的各类文件中，报告日手头有效文件所占的比重。",
        en: "The share of the documents that the credit model requires which are at hand and valid at the as-of date.",
    },
    formula: Words {
        zh: "有效文件的权数之和 ÷ 全部要求文件的权数之和，以百分比表示。已过期、已陈旧或缺失的文件不计。",
        en: "The weights of the valid documents ÷ the weights of all required documents, in per cent. What has \
            expired, is out of date or is missing does not count.",
    },
    reading: Words {
        zh: "越高越好。低于 50% 时，教学模型把等级限制在 CA4 以下：资料不完整本身就是风险。",
        en: "The higher, the better. Below 50% the teaching model holds the tier at CA4 or lower: an incomplete file \
            is a risk in itself.",
    },
    caveats: Words {
        zh: "完整不等于真实：文件内容仍须佐证。案例文件没有登记任何文件的客户不计算此项，封顶规则也不触发，因此\
            旧案例仍然有效。",
        en: "Complete is not true: what the documents say still wants corroboration. A client whose case file records \
            no document has no such figure and meets no cap, so that older case files stay valid.",
    },
    source: Words {
        zh: "Rose 与 Hudgins《商业银行管理》，贷款政策与程序一章（信贷档案的内容）；界限为本书内部规定。",
        en: "Rose & Hudgins, Bank Management & Financial Services, the chapter on lending policies and procedures \
            (contents of the loan file). The threshold is a house rule.",
    },
};

pub(super) const COLLATERAL_COVER: MeasureDoc = MeasureDoc {
    name: Words { zh: "担保覆盖率", en: "Collateral cover" },
    short: Words { zh: "担保覆盖率", en: "Collateral cover" },
    measures: Words {
        zh: "客户欠我方的款项有多少由有效的担保合同和保函覆盖。",
        en: "How far what the client owes us is covered by guarantee contracts and letters of guarantee in force.",
    },
    formula: Words {
        zh: "有效担保金额之和 ÷ 应收余额，单位：倍。",
        en: "The sum of the amounts secured by guarantees in force ÷ the receivables from the client, in times.",
    },
    reading: Words {
        zh: "1 倍以上为全额覆盖；0 为完全信用销售。",
        en: "1 and more covers the whole claim; 0 is open account without security.",
    },
    caveats: Words {
        zh: "按担保金额而非可变现金额计算，也不看担保人的实力；担保是第二还款来源，不能代替偿付能力。没有欠款时无\
            定义。",
        en: "It counts the amounts secured, not what they would fetch, and does not ask who guarantees. Security is a \
            second source of repayment and no substitute for capacity. Without a claim it is not defined.",
    },
    source: Words {
        zh: "Rose 与 Hudgins《商业银行管理》，贷款政策与程序一章（信用 6C 之担保）。",
        en: "Rose & Hudgins, Bank Management & Financial Services, lending policies and procedures (collateral among \
            the six Cs of credit).",
    },
};
