//! Turnover: how often balances are renewed in a year.

use super::MeasureDoc;
use crate::values::Words;

pub(super) const RECEIVABLES_TURNOVER: MeasureDoc = MeasureDoc {
    name: Words { zh: "应收账款周转率", en: "Receivables turnover" },
    short: Words { zh: "应收周转率", en: "Receivables turns" },
    measures: Words {
        zh: "应收账款一年内收回并重新形成的次数，衡量客户自己收款的快慢和质量。",
        en: "How often in a year receivables are collected and built up anew: how fast, and how well, the \
            client collects from its own customers.",
    },
    formula: Words {
        zh: "应收账款周转率 = 赊销净额 ÷ 应收账款平均余额，单位：次/年。默认：没有赊销额时以营业收入代替并注\
            明；应收账款取总额（净额加坏账准备），含应收票据；平均余额 = （期初 + 期末）÷ 2。",
        en: "Net credit sales ÷ average receivables, in times a year. By default revenue stands in where \
            credit sales are not given, and is marked; receivables are gross (net plus allowance) with trade \
            notes; the average is that of opening and closing.",
    },
    reading: Words {
        zh: "越高，收款越快。6 次约合两个月，12 次约合一个月。比同业明显偏低或逐年下降，往往先于坏账出现；过高\
            也可能是信用条件太严，丢了生意。",
        en: "Higher is faster: 6 means about two months, 12 about one. Well below the industry, or falling \
            year by year, it often runs ahead of bad debts; very high, it may mean terms so strict that they \
            cost business.",
    },
    caveats: Words {
        zh: "以营业收入代替赊销额会高估周转；年末余额有季节性时平均数失真。没有期初余额时以期末代替并注明。不\
            足一年的期间，流量折算为全年。有销售而无应收账款属现款交易（no_receivables）：不显示数值，评分按最\
            优档。",
        en: "Revenue in place of credit sales flatters the figure, and a seasonal year end distorts the \
            average. Without an opening balance the closing one stands in, and is marked; flows of a shorter \
            period are scaled to a year. With sales but no receivables the firm sells for cash \
            (no_receivables): no figure is shown, and the score takes the best band.",
    },
    source: Words {
        zh: "国务院国资委《中央企业综合绩效评价实施细则》（国资发评价〔2006〕157号）附件 1；Ross、\
            Westerfield、Jordan《公司理财基础》第 3 章（用期末余额）。",
        en: "SASAC, rules 国资发评价〔2006〕157号, annex 1; Ross, Westerfield & Jordan, Fundamentals of \
            Corporate Finance, ch. 3, which takes closing balances.",
    },
};

pub(super) const INVENTORY_TURNOVER: MeasureDoc = MeasureDoc {
    name: Words { zh: "存货周转率", en: "Inventory turnover" },
    short: Words { zh: "存货周转率", en: "Inventory turns" },
    measures: Words {
        zh: "存货一年内售出并补充的次数，衡量产品是否适销、资金压在货上多久。",
        en: "How often in a year stock is sold and replaced: whether goods sell, and how long money is tied \
            up in them.",
    },
    formula: Words {
        zh: "存货周转率 = 营业成本 ÷ 存货平均余额，单位：次/年；默认平均余额 = （期初 + 期末）÷ 2。",
        en: "Cost of sales ÷ average inventory, in times a year; by default the average of opening and \
            closing.",
    },
    reading: Words {
        zh: "越高越好，但行业差别极大：生鲜食品可达数十次，重型机械不到 3 次。下降而销售不降，常是滞销或备货过\
            多；过高则可能断货。",
        en: "Higher is better, yet industries differ widely: fresh food dozens of times, heavy machinery \
            fewer than three. A fall while sales hold usually means slow goods or overstocking; very high, it \
            risks empty shelves.",
    },
    caveats: Words {
        zh: "分子用营业成本而非营业收入，否则毛利高的企业被高估。存货计价方法不同不可直接比较。没有存货的服务\
            企业无此指标（no_inventory）：不参加评分，权重分给其他指标。",
        en: "The numerator is cost, not revenue, lest high margins flatter it. Different methods of valuing \
            stock hinder comparison. A service firm without stock has no such figure (no_inventory): it stays \
            out of the score, and its weight goes to the other items.",
    },
    source: Words {
        zh: "Ross、Westerfield、Jordan《公司理财基础》第 3 章（用期末余额）;RMA, Annual Statement Studies。",
        en: "Ross, Westerfield & Jordan, Fundamentals of Corporate Finance, ch. 3, which takes closing \
            balances; RMA, Annual Statement Studies.",
    },
};

pub(super) const TOTAL_ASSET_TURNOVER: MeasureDoc = MeasureDoc {
    name: Words { zh: "总资产周转率", en: "Total asset turnover" },
    short: Words { zh: "总资产周转率", en: "Asset turns" },
    measures: Words {
        zh: "每一元资产一年带来多少营业收入，衡量全部资产的使用效率。",
        en: "How much revenue each unit of assets brings in a year: how hard the assets as a whole work.",
    },
    formula: Words {
        zh: "总资产周转率 = 营业收入 ÷ 资产总计平均余额，单位：次/年；默认平均余额 = （期初 + 期末）÷ 2。",
        en: "Revenue ÷ average total assets, in times a year; by default the average of opening and closing.",
    },
    reading: Words {
        zh: "贸易企业可达 2 至 4 次，制造业约 0.6 至 1.5 次，重资产行业更低。与营业净利率相乘即总资产净利率，\
            可看出企业靠薄利多销还是靠高附加值。",
        en: "Traders reach 2 to 4, manufacturers some 0.6 to 1.5, heavy industry less. Times the net margin \
            it gives return on assets, and so shows whether a firm lives on volume or on margin.",
    },
    caveats: Words {
        zh: "固定资产陈旧、折旧将尽的企业数值偏高；刚完成大额投资的企业数值偏低。没有期初余额时以期末代替并注\
            明；资产总计为零时无定义（zero_denominator）。",
        en: "Old, written-down plant flatters it, and a fresh investment depresses it. Without an opening \
            balance the closing one stands in, and is marked; without assets it is not defined \
            (zero_denominator).",
    },
    source: Words {
        zh: "国务院国资委《中央企业综合绩效评价实施细则》（国资发评价〔2006〕157号）附件 1；Ross、\
            Westerfield、Jordan《公司理财基础》第 3 章（用期末余额）。",
        en: "SASAC, rules 国资发评价〔2006〕157号, annex 1; Ross, Westerfield & Jordan, Fundamentals of \
            Corporate Finance, ch. 3, which takes closing balances.",
    },
};
