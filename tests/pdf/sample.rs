//! A synthetic report in each language with every kind of block, for the tests of the typesetters.

use super::lesson;

use casebook::pages::*;
use casebook::values::Language;

const PICTURE: &[u8] =
    b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'><rect width='20' height='10' fill='#1f3a5f'/></svg>";

/// Picks the text of one language.
fn pick(language: Language, zh: &str, en: &str) -> String {
    match language {
        Language::Zh => zh.to_owned(),
        Language::En => en.to_owned(),
    }
}

/// A report as ample as a real one.
pub(crate) fn report(language: Language) -> Report {
    let t = |zh: &str, en: &str| pick(language, zh, en);
    Report {
        ident: format!("prufrock-2023-12-31-{}", language.code()),
        lang: language.tag(),
        region: region(language),
        title: t("信用报告 · 普鲁弗洛克贸易有限公司", "Credit report: Prufrock Trading Company Limited"),
        subject: t("普鲁弗洛克贸易有限公司", "Prufrock Trading Company Limited"),
        author: t("信用管理部", "Credit management"),
        book: t("客户信用案卷", "Client credit casebook"),
        running_head: t("普鲁弗洛克贸易有限公司", "Prufrock Trading Company Limited"),
        running_period: t("截至 2023 年 12 月 31 日", "As of 31 December 2023"),
        date: [2023, 12, 31],
        cover: vec![
            Fact::new(t("客户编号", "Client number"), "prufrock"),
            Fact::new(t("评估基准日", "As of"), t("2023 年 12 月 31 日", "31 December 2023")),
            Fact::new(t("信用等级", "Credit tier"), "CA2"),
            Fact::new(t("评估模型", "Model"), t("信用模型 1.0(sha256 3f2a…9c)", "Credit model 1.0 (sha256 3f2a…9c)")),
            Fact::new(t("有效期至", "Valid until"), t("2024 年 6 月 30 日", "30 June 2024")),
        ],
        notice: t(
            "本报告供授信决策参考，所有数字均可追溯至案卷文件。未经许可不得转交第三方。",
            "This report supports a credit decision. Every figure can be traced to the case file. Not to be passed on to third parties without leave.",
        ),
        contents_depth: 2,
        labels: ReportLabels {
            contents: t("目录", "Contents"),
            page_of: t("第 {page} 页，共 {pages} 页", "Page {page} of {pages}"),
            formula: t("公式：", "Formula:"),
            inputs: t("全部输入及其位置", "All inputs and where they stand"),
            attachment: t("报告数字的 JSON", "The report's figures as JSON"),
            notes: t("注释", "Notes"),
            alerts: [("warning", t("注意", "Warning"))].into(),
        },
        sections: sections(language),
        pictures: [("plan.svg".to_owned(), Picture { format: "svg", bytes: PICTURE.into() })].into(),
        attachment: String::new(),
        attachment_name: String::new(),
    }
}

fn sections(language: Language) -> Vec<Section> {
    let t = |zh: &str, en: &str| pick(language, zh, en);
    vec![
        section("summary", t("摘要", "Summary"), summary(language)),
        section("financials", t("财务状况", "Financial condition"), financials(language)),
        section("score", t("评分与贡献", "Score and contributions"), score(language)),
        section("appendix", t("计算附录", "Computation appendix"), vec![derivations(language)]),
        section("sources", t("案卷原文", "Case file"), vec![listing(language)]),
        section("lesson", t("课文", "Lesson"), lesson::blocks(language)),
    ]
}

fn section(id: &str, title: String, blocks: Vec<Block>) -> Section {
    Section { id: id.to_owned(), title, new_sheet: true, blocks }
}

fn tile(label: String, value: &str, note: String, tone: Tone) -> Tile {
    Tile { label, value: value.to_owned(), note, tone, href: "#m-current_ratio".to_owned() }
}

fn span(text: String, style: SpanStyle, href: &str) -> Span {
    Span { text, style, href: href.to_owned() }
}

fn summary(language: Language) -> Vec<Block> {
    let t = |zh: &str, en: &str| pick(language, zh, en);
    vec![
        Block::Headline(Headline {
            badge: "CA2".to_owned(),
            badge_label: t("信用等级", "Credit tier"),
            tone: Tone::Good,
            statement: t(
                "信用良好：综合得分 72.4 分，可给予标准账期与中等额度的授信，每半年复评一次。",
                "Good credit: a score of 72.4 supports standard terms and a medium credit line, to be reviewed every six months.",
            ),
            tiles: vec![
                tile(t("综合得分", "Score"), "72.4", t("上年 68.1", "68.1 a year before"), Tone::Good),
                tile(t("流动比率", "Current ratio"), "1.84", t("行业 1.50", "industry 1.50"), Tone::Good),
                tile(
                    t("应收账款周转天数", "Days sales outstanding"),
                    t("52.3 天", "52.3 days").as_str(),
                    t("账期 45 天", "terms 45 days"),
                    Tone::Caution,
                ),
                tile(t("负债与有形净值比", "Debt to tangible net worth"), "1.12", String::new(), Tone::Neutral),
            ],
        }),
        prose(language),
        Block::Callout(Callout {
            tone: Tone::Caution,
            title: t("等级上限", "Caps that fired"),
            text: t("以下情形使等级不得高于 CA2：", "These conditions keep the tier at CA2 or below:"),
            items: vec![
                t("审计意见为保留意见。", "The audit opinion is qualified."),
                t("逾期 60 天以上的应收账款占比超过 5%。", "More than 5 % of receivables are over 60 days past due."),
            ],
        }),
        Block::Facts(Facts {
            items: vec![
                Fact::new(t("法律形式", "Legal form"), t("有限责任公司", "Limited company")),
                Fact::new(t("行业", "Industry"), t("批发贸易", "Wholesale trade")),
                Fact::new(t("得分说明", "Score explained"), t("见评分与贡献", "see Score and contributions"))
                    .leading_to("#score"),
            ],
        }),
        Block::Callout(Callout {
            tone: Tone::Bad,
            title: t("没有现金流量表", "No cash flow statement"),
            text: t("利息保障倍数以营业利润代替。", "Interest cover uses operating profit instead."),
            items: vec![],
        }),
        Block::Callout(Callout {
            tone: Tone::Good,
            title: t("报表勾稽", "Statements tie"),
            text: t("资产等于负债加权益。", "Assets equal liabilities plus equity."),
            items: vec![],
        }),
        Block::Callout(Callout {
            tone: Tone::Neutral,
            title: t("口径", "Convention"),
            text: t("周转率使用年末余额。", "Turnover ratios use closing balances."),
            items: vec![],
        }),
    ]
}

fn prose(language: Language) -> Block {
    let t = |zh: &str, en: &str| pick(language, zh, en);
    Block::Prose(Prose {
        parts: vec![
            ProsePart::Paragraph {
                spans: vec![
                    span(
                        t(
                            "公司主营茶叶与瓷器批发，2023 年营业收入 1,284.6 万元，同比增长 8.2%。",
                            "The company wholesales tea and china; sales in 2023 came to 12.85 million, up 8.2 %. ",
                        ),
                        SpanStyle::Plain,
                        "",
                    ),
                    span(t("偿债能力稳健", "Liquidity is sound"), SpanStyle::Strong, ""),
                    span(
                        t(
                            "，流动比率连续三年高于行业标准，但应收账款回收放缓，值得",
                            ": the current ratio has beaten the industry’s standard for three years, but collection has slowed and deserves ",
                        ),
                        SpanStyle::Plain,
                        "",
                    ),
                    span(t("持续关注", "continued attention"), SpanStyle::Emphasis, ""),
                    span(t("。计算过程见", ". How it was computed stands in the "), SpanStyle::Plain, ""),
                    span(t("计算附录", "computation appendix"), SpanStyle::Plain, "#appendix"),
                    span(t("，字段名为 ", "; the field is "), SpanStyle::Plain, ""),
                    span("balance_sheet.current_assets".to_owned(), SpanStyle::Code, ""),
                    span(t("，“茶叶”与‘瓷器’。", ", “tea” and ‘china’."), SpanStyle::Plain, ""),
                ],
            },
            ProsePart::Bullets {
                items: vec![
                    vec![span(
                        t("存货周转天数由 61 天降至 55 天。", "Days inventory fell from 61 to 55."),
                        SpanStyle::Plain,
                        "",
                    )],
                    vec![
                        span(t("外部资料：", "Outside source: "), SpanStyle::Plain, ""),
                        span("example.org".to_owned(), SpanStyle::Plain, "https://example.org/"),
                    ],
                ],
            },
            ProsePart::Numbers {
                items: vec![
                    vec![span(t("复核逾期账款清单。", "Check the list of overdue items."), SpanStyle::Plain, "")],
                    vec![span(
                        t("索取 2024 年中期报表。", "Ask for the 2024 interim statements."),
                        SpanStyle::Plain,
                        "",
                    )],
                ],
            },
        ],
    })
}

fn row(kind: RowKind, id: &str, cells: Vec<Cell>) -> Row {
    Row { id: id.to_owned(), kind, cells }
}

fn financials(language: Language) -> Vec<Block> {
    let t = |zh: &str, en: &str| pick(language, zh, en);
    vec![
        Block::Heading(Heading { id: "balance-sheet".to_owned(), text: t("资产负债表", "Balance sheet") }),
        Block::Table(statement(language)),
        Block::Heading(Heading { id: "trend".to_owned(), text: t("走势", "Trend") }),
        Block::Chart(chart(language)),
        Block::Table(ratios(language)),
    ]
}

fn statement(language: Language) -> Table {
    let t = |zh: &str, en: &str| pick(language, zh, en);
    let group = |zh: &str, en: &str| row(RowKind::Group, "", vec![Cell::from(t(zh, en))]);
    let line = |kind, name: String, base: i64| {
        let cells = (0..4).map(|year| Cell::from(format!("{},{:03}", base + year * 37, 100 + year * 111)));
        row(kind, "", std::iter::once(Cell::from(name)).chain(cells).collect())
    };
    let mut rows = vec![group("流动资产", "Current assets")];
    for n in 1..=14 {
        rows.push(line(RowKind::Plain, t(&format!("流动资产项目 {n}"), &format!("Current asset line {n}")), 200 + n));
    }
    rows.push(line(RowKind::Total, t("流动资产合计", "Total current assets"), 4200));
    rows.push(group("非流动资产", "Non-current assets"));
    for n in 1..=22 {
        rows.push(line(
            RowKind::Plain,
            t(&format!("非流动资产项目 {n}"), &format!("Non-current asset line {n}")),
            900 + n,
        ));
    }
    rows.push(line(RowKind::Total, t("资产总计", "Total assets"), 9800));
    let columns = vec![
        Column::text(t("项目", "Line")).wide(3),
        Column::number("2020"),
        Column::number("2021"),
        Column::number("2022"),
        Column::number("2023"),
    ];
    Table {
        id: "t-balance".to_owned(),
        caption: t("资产负债表，各年末", "Balance sheet at year end"),
        note: t("单位：人民币千元。", "In thousands of renminbi."),
        classes: Table::classes_of(&columns),
        columns,
        sortable: false,
        rows,
    }
}

fn ratios(language: Language) -> Table {
    let t = |zh: &str, en: &str| pick(language, zh, en);
    let trend = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 12"><path d="M1 10 L14 6 L27 8 L39 2" fill="none" stroke="#1f3a5f" stroke-width="1.5"/></svg>"##;
    let names = [
        t("指标", "Measure"),
        t("单位", "Unit"),
        "2019".into(),
        "2020".into(),
        "2021".into(),
        "2022".into(),
        "2023".into(),
        t("标准", "Standard"),
        t("走势", "Trend"),
        t("判断", "Reading"),
    ];
    let columns: Vec<Column> = names
        .into_iter()
        .enumerate()
        .map(|(i, name)| {
            if (2..8).contains(&i) { Column::number(name) } else { Column::text(name).wide(if i == 0 { 3 } else { 1 }) }
        })
        .collect();
    let measure = |id: &str, name: String, tone, reading: String| {
        let mut cells = vec![
            Cell::Rich(RichCell { text: name, href: "#m-current_ratio".into(), ..RichCell::default() }),
            t("倍", "times").into(),
        ];
        cells.extend(["1.52", "1.61", "1.70", "1.79", "1.84", "1.50"].map(Cell::from));
        cells.push(Cell::Rich(RichCell { svg: trend.into(), ..RichCell::default() }));
        cells.push(Cell::Rich(RichCell {
            text: reading,
            tone,
            note: t("高于标准", "above standard"),
            ..RichCell::default()
        }));
        row(RowKind::Plain, id, cells)
    };
    Table {
        id: "t-ratios".to_owned(),
        caption: t("主要比率", "Principal ratios"),
        note: String::new(),
        classes: Table::classes_of(&columns),
        columns,
        sortable: true,
        rows: vec![
            measure("r-current", t("流动比率", "Current ratio"), Tone::Good, t("良好", "good")),
            measure("r-quick", t("速动比率", "Quick ratio"), Tone::Caution, t("注意", "watch")),
            measure("r-debt", t("负债与有形净值比", "Debt to tangible net worth"), Tone::Bad, t("偏弱", "weak")),
        ],
    }
}

/// One year's bar with its label.
fn bar(n: u16) -> String {
    let (x, top, height, year) = (70 + n * 120, 120 - n * 20, 30 + n * 20, 2020 + n);
    let middle = x + 20;
    format!(
        r##"<text x="{middle}" y="170" font-size="10" text-anchor="middle" fill="#5b6673">{year}</text>
        <rect x="{x}" y="{top}" width="40" height="{height}" fill="#1f3a5f"/>"##
    )
}

fn chart(language: Language) -> Chart {
    let t = |zh: &str, en: &str| pick(language, zh, en);
    let family = match language {
        Language::Zh => "Noto Sans SC",
        Language::En => "Casebook Sans",
    };
    let bars: Vec<String> = (0..4).map(bar).collect();
    let bars = bars.concat();
    Chart {
        id: "c-current".to_owned(),
        title: t("流动比率，2020 至 2023 年", "Current ratio, 2020 to 2023"),
        alt: t("柱形图：流动比率由 1.61 升至 1.84。", "Bar chart: the current ratio rises from 1.61 to 1.84."),
        svg: format!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 560 180" font-family="{family}"><line x1="40" y1="150" x2="540" y2="150" stroke="#c9d0d8"/>{bars}<text x="40" y="16" font-size="10" fill="#1b2430">{}</text></svg>"##,
            t("倍", "times"),
        ),
        legend: vec![
            LegendEntry { series: 1, color: "#1f3a5f", text: t("客户", "Client") },
            LegendEntry { series: 2, color: "#a8762a", text: t("行业标准", "Industry standard") },
        ],
        table: "t-ratios".to_owned(),
    }
}

fn score(language: Language) -> Vec<Block> {
    let t = |zh: &str, en: &str| pick(language, zh, en);
    let columns = vec![
        Column::text(t("因素", "Factor")).wide(2),
        Column::number(t("权重", "Weight")),
        Column::number(t("得分", "Points")),
        Column::number(t("贡献", "Contribution")),
    ];
    vec![Block::Table(Table {
        id: "t-score".to_owned(),
        caption: t("各因素对得分的贡献", "Contribution of each factor to the score"),
        note: t("得分按插值法计算。", "Points by interpolation."),
        classes: Table::classes_of(&columns),
        columns,
        sortable: false,
        rows: vec![
            row(
                RowKind::Plain,
                "",
                vec![t("流动比率", "Current ratio").into(), "40 %".into(), "80.0".into(), "32.0".into()],
            ),
            row(
                RowKind::Plain,
                "",
                vec![t("净资产收益率", "Return on equity").into(), "60 %".into(), "67.3".into(), "40.4".into()],
            ),
            row(RowKind::Total, "", vec![t("合计", "Total").into(), "100 %".into(), "".into(), "72.4".into()]),
        ],
    })]
}

fn derivations(language: Language) -> Block {
    let t = |zh: &str, en: &str| pick(language, zh, en);
    let measure = |id: &str, title: String| Derivation {
        id: format!("m-{id}"),
        title,
        formula: t("流动资产 ÷ 流动负债", "current assets ÷ current liabilities"),
        href: "methods/current_ratio.html".to_owned(),
        link: t("方法说明", "On the method"),
        figures: (2021..=2023)
            .map(|year| DerivedFigure {
                id: format!("{id}-{year}"),
                period: year.to_string(),
                calculation: "4,311,433 ÷ 2,343,170".to_owned(),
                result: "1.84".to_owned(),
                notes: if year == 2021 {
                    vec![t("以年末余额代替平均余额。", "A closing balance stands in for an average.")]
                } else {
                    vec![]
                },
                operands: Vec::new(),
                inputs: vec![0, 1],
                beside: Vec::new(),
            })
            .collect(),
    };
    Block::Derivations(Derivations {
        inputs: vec![
            DerivedInput {
                label: t("流动资产", "Current assets"),
                value: "4,311,433".into(),
                place: "clients/prufrock.toml:12".into(),
                href: "#L12".into(),
            },
            DerivedInput {
                label: t("流动负债", "Current liabilities"),
                value: "2,343,170".into(),
                place: "clients/prufrock.toml:19".into(),
                href: "#L19".into(),
            },
        ],
        inputs_note: t("金额单位：千美元，另注单位者除外", "Amounts in USD thousand, unless another unit is named"),
        measures: vec![
            measure("current_ratio", t("流动比率", "Current ratio")),
            measure("quick_ratio", t("速动比率", "Quick ratio")),
            measure("cash_ratio", t("现金比率", "Cash ratio")),
        ],
    })
}

fn listing(language: Language) -> Block {
    let name = pick(language, "普鲁弗洛克贸易有限公司", "Prufrock Trading Company Limited");
    let mut lines =
        vec!["#:schema ../schema/client.json".to_owned(), format!("name = \"{name}\" # 名称"), String::new()];
    for n in 4..=60 {
        lines.push(format!("    line_{n:02} = {}  # a remark long enough that some of the lines have to be broken in the printed listing of the file", n * 1037));
    }
    Block::Listing(Listing { id: "f-prufrock".to_owned(), title: "clients/prufrock.toml".to_owned(), lines })
}
