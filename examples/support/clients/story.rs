//! What happened to some of the invented clients: notes for the reader, and what stands at the end of
//! their files.

/// The story of a client.
pub struct Story {
    /// Notes in Chinese and English.
    pub zh: &'static str,
    pub en: &'static str,
    /// What stands at the end of its file.
    pub tail: &'static str,
}

/// The story of the client `id`, where it has one.
pub fn of(id: &str) -> Option<Story> {
    let story = |zh, en, tail| Some(Story { zh, en, tail });
    match id {
        "malingpo" => story(
            "2023 年 11 月的一张发票有质量争议，逾期已超过 90 天，等级由 CA3 **降为 CA4**；其余货款照常支付。",
            "An invoice of November 2023 is in dispute over quality and more than 90 days overdue, which **lowers it from CA3 to CA4**; it pays the rest as usual.",
            MALINGPO,
        ),
        "weilan" => story(
            "2024 年 1 月股东增资 3,200 万元，二月末的专项审计显示负债大降，等级**升至 CA2**。",
            "In January 2024 the owners paid in 32 million yuan; the audit at the end of February shows far less debt, and **the tier rises to CA2**.",
            WEILAN,
        ),
        "guangxiu" => story(
            "模型给出 CA3。因新签三年框架合同并由银行出具保函，财务总监**推翻为 CA2**，至 2024 年 6 月底为止。",
            "The model says CA3. With a frame contract of three years and a bank's guarantee, the finance director **overrides it to CA2** until the end of June 2024.",
            GUANGXIU,
        ),
        "chengwu" => story(
            "销售增长三成，向我方的采购也随之增长，付款也慢了，限额却还是 95 万元：**超限额**，新订单应先报批。",
            "Sales are up by a third and so is what it buys from us, and it pays more slowly, but the limit still is 950,000 yuan: **over the limit**, and new orders need approval.",
            "",
        ),
        "lishi" => story(
            "新机床上市备货，临时限额至 2024 年 4 月 15 日止，目前欠款在常设限额之内。",
            "Stock for a new model: the temporary limit ends on 15 April 2024, and what it owes now fits the standing one.",
            "",
        ),
        "fengzhen" => story(
            "主要客户流失后拖欠货款，2023 年 11 月列入**观察名单**并停止发货，2024 年 2 月停止支付：**违约**。",
            "It lost its main customer and fell behind; it went on the **watch list** and deliveries stopped in November 2023. In February 2024 it suspended payments: a **default**.",
            FENGZHEN,
        ),
        "wuliting" => story(
            "2024 年 1 月中旬向供应商请求展期，按本公司口径计为**违约**；此后只做现款，两笔旧账三月底前付清，没有损失。",
            "In mid-January 2024 it asked its suppliers for respite, which counts as a **default** here; cash only since then. Its two old invoices were paid by the end of March, and nothing was lost.",
            WULITING,
        ),
        "juchuan" => story(
            "2024 年 2 月初银行收回贷款，请求展期，按本公司口径计为**违约**；停止赊销，两笔旧账三月底前付清，没有损失。",
            "At the beginning of February 2024 a bank called its loan and it asked for respite, which counts as a **default** here; no more credit. Its two old invoices were paid by the end of March, and nothing was lost.",
            JUCHUAN,
        ),
        "chigu" => story(
            "2024 年前两个月（经审核）销售下滑，毛利变薄，借款和存货增加，等级由 CA2 **降为 CA3**。",
            "In the first two months of 2024 (reviewed) sales and margins fell while loans and stocks rose, which **lowers it from CA2 to CA3**.",
            "",
        ),
        "tieting" => story(
            "2023 年上半年因付款变慢列入观察名单，经半年按期付款后于 2024 年 1 月底移出。",
            "Watched from the spring of 2023 because it paid slowly; after half a year on time it left the list at the end of January 2024.",
            TIETING,
        ),
        "yuting" => story(
            "2023 年度报表尚未收到，最近一期已过 15 个月，降一级；已两次催要。",
            "The statements of 2023 have not come; the latest is 15 months old and costs a tier. We have asked twice.",
            "",
        ),
        "hengshu" => story(
            "2021 年之后没有提供报表，指标再好也过时了；复评已逾期。",
            "No statement since 2021: however good, the figures are out of date, and its review is overdue.",
            "",
        ),
        "dukoutou" => story(
            "总账应收比发票明细多 1,200 元，可能是一张红字发票漏记，月内查清。",
            "The general ledger has 1,200 yuan more than the invoices, perhaps a credit note that was not posted; to be found within the month.",
            "",
        ),
        "nanfengdu" => story(
            "以美元结算。复核按本书汇率折算加总；限额规则以人民币计，故不给出推荐限额。",
            "It pays in dollars. The review converts at the book's rate; the rules for limits are in yuan, so none is recommended.",
            "",
        ),
        "dongli" => story(
            "信用档案只有四项，完整率不足一半，评分再高也至多 CA4；应先补齐资料。",
            "Its credit file holds four papers, less than half, so it is CA4 at best whatever the score: complete the file first.",
            "",
        ),
        "xiaomanji" => story(
            "新客户，未提供报表，只按账期内的小额往来；取得报表之前不提高限额。",
            "A new client without statements; small amounts on short terms, and no higher limit before statements come.",
            "",
        ),
        _ => None,
    }
}

const MALINGPO: &str = r#"
[[watch]]
since = 2024-01-25
trigger = { zh = "争议发票逾期超过 30 天", en = "A disputed invoice is more than 30 days overdue" }
owner = { zh = "北原组客户经理", en = "Account manager, Beiyuan team" }
plan = { zh = "四月中旬前联合验货并签和解协议；新订单预付三成", en = "Joint inspection and settlement by mid-April; 30% in advance on new orders" }
exit = { zh = "争议了结且连续三个月按期付款", en = "The dispute is settled and three months are paid on time" }
"#;

const WEILAN: &str = r#"
[[decisions]]
kind = "proposal"
who = { zh = "临江二组客户经理", en = "Account manager, Linjiang team 2" }
role = { zh = "销售部", en = "Sales" }
date = 2024-03-25
from = "CA3"
to = "CA2"
why = { zh = "增资到位，专项审计报告已收", en = "The capital is paid in and the audit report has come" }
"#;

const GUANGXIU: &str = r#"
[[decisions]]
kind = "override"
who = { zh = "财务总监", en = "Finance director" }
role = { zh = "信用委员会主席", en = "Chair of the credit committee" }
date = 2024-02-19
from = "CA3"
to = "CA2"
until = 2024-06-30
why = { zh = "三年框架合同，并有见索即付银行保函；半年后按模型复核", en = "A frame contract of three years and a bank's guarantee payable on demand; back to the model after half a year" }
"#;

const FENGZHEN: &str = r#"
[[watch]]
since = 2023-11-15
trigger = { zh = "连续四张发票拖欠一个月以上，主要客户流失", en = "Four invoices in a row paid more than a month late; the main customer is lost" }
owner = { zh = "信用经理", en = "Credit manager" }
plan = { zh = "停止发货，商定分期还款，登记债权", en = "Stop deliveries, agree on instalments, register the claim" }
exit = { zh = "欠款清偿，或转入清收", en = "The debt is paid, or handed over for collection" }

[[events]]
kind = "insolvency"
date = 2024-02-20
source = { zh = "客户停止支付通知", en = "The client's notice that it suspends payments" }

[[outcomes]]
kind = "default"
date = 2024-02-20
note = { zh = "停止支付，债权已登记，损失未定", en = "Payments suspended; the claim is registered, the loss not known yet" }
"#;

const WULITING: &str = r#"
[[outcomes]]
kind = "default"
date = 2024-01-15
loss = 0
note = { zh = "请求展期；三月底前全部付清", en = "Asked for respite; paid in full by the end of March" }
"#;

const JUCHUAN: &str = r#"
[[outcomes]]
kind = "default"
date = 2024-02-05
loss = 0
note = { zh = "银行收贷后请求展期；三月底前全部付清", en = "Asked for respite when a bank called its loan; paid in full by the end of March" }
"#;

const TIETING: &str = r#"
[[watch]]
since = 2023-05-08
until = 2024-01-31
trigger = { zh = "平均拖欠天数升至 25 天", en = "On average 25 days late" }
owner = { zh = "南屿组客户经理", en = "Account manager, Nanyu team" }
plan = { zh = "每月对账，账期内交易", en = "Reconcile monthly, trade within terms" }
exit = { zh = "连续六个月按期付款", en = "Six months paid on time" }
"#;
