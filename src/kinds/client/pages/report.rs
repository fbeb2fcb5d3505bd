//! A client's credit report: the document that becomes a PDF.

use jiff::ToSpan;

use super::tables::{row, table};
use super::words as w;
use super::{Sheet, section};
use crate::kinds::credit_model::model::{
    Balances, Debt, QuickAssets, ReceivablesBasis, ReceivablesSales, ReturnBasis, TangibleNetWorth,
};
use crate::pages::number::percent;
use crate::pages::{Block, Column, Derivations, Fact, Report, ReportLabels, Section, region};
use crate::values::{Language, Words};

/// The report on the client on `sheet`; `attachment` is its data as JSON, or empty.
#[must_use]
pub fn report(sheet: &Sheet<'_>, attachment: String) -> Report {
    let (edition, client) = (&sheet.edition, sheet.client);
    let period = sheet.latest().map_or_else(String::new, |latest| latest.period.name.clone());
    let as_of = edition.as_of;
    Report {
        ident: format!("{}-{}-{}", client.id, as_of, edition.language.code()),
        lang: edition.language.tag(),
        region: region(edition.language),
        title: format!("{} · {} · {as_of}", sheet.say(w::REPORT_TITLE), sheet.name()),
        subject: sheet.name().to_owned(),
        author: if edition.author.is_empty() { edition.title.to_owned() } else { edition.author.to_owned() },
        book: edition.title.to_owned(),
        running_head: sheet.name().to_owned(),
        running_period: format!("{period} · {as_of}").trim_start_matches(" · ").to_owned(),
        date: [year(as_of), u16::from(as_of.month().unsigned_abs()), u16::from(as_of.day().unsigned_abs())],
        cover: cover(sheet),
        notice: notice(sheet),
        labels: ReportLabels {
            contents: sheet.say(w::CONTENTS),
            page_of: sheet.say(w::PAGE_OF),
            formula: sheet.say(w::FORMULA),
            attachment: sheet.say(w::DATA_FILE),
        },
        sections: sections(sheet),
        attachment_name: if attachment.is_empty() { String::new() } else { format!("{}.json", client.id) },
        attachment,
    }
}

fn year(date: jiff::civil::Date) -> u16 {
    date.year().unsigned_abs()
}

fn cover(sheet: &Sheet<'_>) -> Vec<Fact> {
    let (edition, client) = (&sheet.edition, sheet.client);
    let model = edition.model;
    let valid = sheet.assessment.verdict.review.or_else(|| edition.as_of.checked_add(3.months()).ok());
    let short_hash: String = model.sha256.chars().take(12).collect();
    let facts = vec![
        Fact::new(sheet.say(w::CLIENT), sheet.name()),
        Fact::new(sheet.say(w::NUMBER), format!("{}/{}", client.id, edition.as_of)),
        Fact::new(sheet.say(w::AS_OF), sheet.date(edition.as_of)),
        Fact::new(sheet.say(w::CREDIT_TIER), model.tiers[sheet.assessment.verdict.tier].id.clone()),
        Fact::new(
            sheet.say(w::MODEL),
            format!("{} {} {} ({short_hash})", model.name.get(edition.language), sheet.say(w::MODEL_VERSION), model.version),
        ),
        Fact::new(sheet.say(w::VALID_UNTIL), valid.map_or_else(String::new, |date| sheet.date(date))),
        Fact::new(sheet.say(w::ISSUED_BY), edition.author),
    ];
    facts.into_iter().filter(|fact| !fact.value.is_empty()).collect()
}

fn notice(sheet: &Sheet<'_>) -> String {
    let model = sheet.edition.model.notice.get(sheet.edition.language);
    let own = sheet.say(w::NOTICE);
    if model.is_empty() { own } else { format!("{own} {model}") }
}

fn sections(sheet: &Sheet<'_>) -> Vec<Section> {
    let mut sections = vec![
        sheet.summary(),
        sheet.company_section(),
        sheet.statements_section(),
        sheet.ratios_section(),
        sheet.cycle_section(),
        sheet.trade_section(),
        sheet.score_section(),
        sheet.tier_section(),
        method(sheet),
        appendix(sheet),
    ];
    for id in ["summary", "statements", "score", "method", "appendix"] {
        if let Some(section) = sections.iter_mut().find(|section| section.id == id) {
            section.new_sheet = true;
        }
    }
    sections
}

fn method(sheet: &Sheet<'_>) -> Section {
    let mut blocks = vec![Block::Table(conventions(sheet)), Block::Table(sources(sheet))];
    blocks.extend(super::tables::prose(sheet.edition.model.notice.get(sheet.edition.language)));
    section("method", sheet.say(w::METHOD), blocks)
}

/// The conventions that the figures were computed under.
fn conventions(sheet: &Sheet<'_>) -> crate::pages::Table {
    let conventions = &sheet.edition.model.conventions;
    let days = conventions.days_in_year.to_string();
    let say = |words: Words| sheet.say(words);
    let rows = vec![
        (say(Words { zh: "周转与天数所用余额", en: "Balances in turnover and days" }), say(balances(conventions.balances))),
        (say(Words { zh: "全年天数", en: "Days in a year" }), days),
        (say(Words { zh: "应收账款比率所用销售额", en: "Sales in receivables ratios" }), say(sales(conventions.receivables_sales))),
        (say(Words { zh: "应收账款", en: "Receivables" }), say(receivables(conventions.receivables))),
        (say(Words { zh: "速动资产", en: "Quick assets" }), say(quick(conventions.quick_assets))),
        (say(Words { zh: "债务", en: "Debt" }), say(debt(conventions.debt))),
        (say(Words { zh: "有形净值", en: "Tangible net worth" }), say(worth(conventions.tangible_net_worth))),
        (say(Words { zh: "投资报酬率", en: "Return on investment" }), say(roi(conventions.return_on_investment))),
        (say(Words { zh: "最低覆盖率", en: "Minimum coverage" }), percent(conventions.minimum_coverage, 0)),
        (say(Words { zh: "舍入", en: "Rounding" }), say(Words { zh: "仅在打印时四舍五入", en: "once, at print, half away from zero" })),
    ];
    let rows = rows.into_iter().map(|(name, choice)| row(vec![name.into(), choice.into()])).collect();
    let columns = vec![Column::text(sheet.say(w::CONVENTIONS)), Column::text("")];
    table("conventions", sheet.say(w::CONVENTIONS), columns, rows)
}

const fn balances(choice: Balances) -> Words {
    match choice {
        Balances::Average => Words { zh: "期初与期末的平均值", en: "mean of opening and closing" },
        Balances::Closing => Words { zh: "期末余额", en: "closing" },
    }
}

const fn sales(choice: ReceivablesSales) -> Words {
    match choice {
        ReceivablesSales::CreditSales => Words { zh: "赊销净额，缺失时用营业收入", en: "net credit sales; revenue where absent" },
        ReceivablesSales::Revenue => Words { zh: "营业收入", en: "revenue" },
    }
}

const fn receivables(choice: ReceivablesBasis) -> Words {
    match choice {
        ReceivablesBasis::Gross => Words { zh: "净额加坏账准备，含应收票据", en: "net plus allowance, with trade notes" },
        ReceivablesBasis::Net => Words { zh: "净额，含应收票据", en: "net, with trade notes" },
    }
}

const fn quick(choice: QuickAssets) -> Words {
    match choice {
        QuickAssets::LessInventoryAndPrepaid => Words { zh: "流动资产减存货减预付款项", en: "current assets less inventory less prepaid" },
        QuickAssets::LessInventory => Words { zh: "流动资产减存货", en: "current assets less inventory" },
        QuickAssets::CashInvestmentsReceivables => {
            Words { zh: "货币资金、交易性金融资产与应收款项", en: "cash, short-term investments and receivables" }
        }
    }
}

const fn debt(choice: Debt) -> Words {
    match choice {
        Debt::TotalLiabilities => Words { zh: "负债合计", en: "total liabilities" },
        Debt::InterestBearing => Words { zh: "有息负债", en: "interest-bearing debt" },
    }
}

const fn worth(choice: TangibleNetWorth) -> Words {
    match choice {
        TangibleNetWorth::LessIntangiblesAndDeferredCharges => {
            Words { zh: "净资产减商誉、无形资产与长期待摊费用", en: "equity less goodwill, intangibles and deferred charges" }
        }
        TangibleNetWorth::LessIntangibles => Words { zh: "净资产减商誉与无形资产", en: "equity less goodwill and intangibles" },
    }
}

const fn roi(choice: ReturnBasis) -> Words {
    match choice {
        ReturnBasis::ProfitBeforeTaxAndInterest => {
            Words { zh: "（利润总额＋利息费用）÷ 平均资产总计", en: "(profit before tax + interest) ÷ average total assets" }
        }
        ReturnBasis::NetIncome => Words { zh: "净利润 ÷ 平均资产总计", en: "net income ÷ average total assets" },
        ReturnBasis::NetIncomeOnEquity => Words { zh: "净利润 ÷ 平均所有者权益", en: "net income ÷ average equity" },
    }
}

/// The sources of the scored measures.
fn sources(sheet: &Sheet<'_>) -> crate::pages::Table {
    let language: Language = sheet.edition.language;
    let rows = sheet.edition.model.items.iter().map(|item| {
        let doc = item.measure.doc();
        row(vec![doc.name.get(language).into(), doc.formula.get(language).into(), doc.source.get(language).into()])
    });
    let columns = vec![
        Column::text(sheet.say(w::MEASURE)).wide(2),
        Column::text(sheet.say(w::FORMULA)).wide(4),
        Column::text(sheet.say(w::SOURCES)).wide(3),
    ];
    table("sources", sheet.say(w::SOURCES), columns, rows.collect())
}

fn appendix(sheet: &Sheet<'_>) -> Section {
    let mut blocks = Vec::new();
    if let Some(score) = sheet.assessment.score() {
        blocks.push(sheet.points_table(score));
    }
    blocks.push(Block::Derivations(Derivations { measures: sheet.derivations() }));
    section("appendix", sheet.say(w::APPENDIX), blocks)
}
