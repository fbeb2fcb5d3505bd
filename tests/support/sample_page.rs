//! A client page with every block kind and about as much on it as a real one, in both languages,
//! for tests, the gallery and the measurement of speed.

use casebook::pages::chart::{
    Columns, Contribution, Contributions, Cycle, CyclePeriod, Medium, Series, Spark, Standard, TierBand, TierScale,
    Trend,
};
use casebook::pages::frame::{LanguageFrame, SiteFrame};
use casebook::pages::{
    Alternate, Block, Callout, Cell, Chart, Column, Derivation, Derivations, DerivedFigure, DerivedInput, Fact, Facts,
    Heading, Headline, LegendEntry, Link, Listing, Operand, OperandOrigin, Page, Prose, RichCell, Row, RowKind,
    Section, Table, Tile, Tone, chart::palette, markdown,
};
use casebook::values::Language;

const PERIODS: [&str; 3] = ["FY2021", "FY2022", "FY2023"];

/// The wording of one language, chosen by a closure `w(zh, en)`.
type Wording = fn(&'static str, &'static str) -> &'static str;

/// A frame with a navigation in both languages.
pub fn frame() -> SiteFrame {
    SiteFrame {
        base_url: "https://example.org/credit".into(),
        languages: vec![
            LanguageFrame::new(Language::Zh, "客户信用案例集")
                .entry("home", "首页", "zh/index.html")
                .entry("clients", "客户", "zh/clients/index.html")
                .entry("methods", "方法", "zh/methods/index.html"),
            LanguageFrame::new(Language::En, "Client credit casebook")
                .entry("home", "Home", "en/index.html")
                .entry("clients", "Clients", "en/clients/index.html")
                .entry("methods", "Methods", "en/methods/index.html"),
        ],
    }
}

/// The page in `language`.
pub fn page(language: Language) -> Page {
    let w: Wording = match language {
        Language::Zh => |zh, _| zh,
        Language::En => |_, en| en,
    };
    let code = language.code();
    Page {
        lang: language.tag(),
        path: format!("{code}/clients/lanhe.html"),
        root: "../../".into(),
        home: "../index.html".into(),
        title: w("蓝河精密制造有限公司", "Lanhe Precision Manufacturing").into(),
        lead: w(
            "通用设备制造 · 江苏苏州 · 截至 2024 年 3 月 31 日",
            "General machinery · Suzhou, Jiangsu · as of 31 March 2024",
        )
        .into(),
        description: w("信用等级 CA2,综合得分 71.4 分。", "Credit tier CA2 with a score of 71.4 points.").into(),
        trail: vec![link(w("首页", "Home"), "../index.html"), link(w("客户", "Clients"), "index.html")],
        alternates: Language::ALL
            .map(|other| Alternate {
                lang: other.tag(),
                name: other.name(),
                href: if other == language {
                    "lanhe.html".into()
                } else {
                    format!("../../{}/clients/lanhe.html", other.code())
                },
                current: other == language,
            })
            .to_vec(),
        downloads: vec![
            link("PDF", "../../reports/lanhe.pdf"),
            link("JSON", "../../data/clients/lanhe.json"),
            link("CSV", "../../data/clients.csv"),
        ],
        sections: sections(w),
        area: "clients",
        contents: true,
    }
}

/// The page's charts, drawn anew.
#[allow(dead_code, reason = "only the gallery measures them")]
pub fn charts() -> [Chart; 5] {
    let w: Wording = |_, en| en;
    [contributions(w), tier_scale(w), trend(w), sales(w), cycle(w)]
}

fn sections(w: Wording) -> Vec<Section> {
    vec![
        section(
            "summary",
            w("摘要", "Summary"),
            vec![
                headline(w),
                callout(w),
                Block::Chart(tier_scale(w)),
                Block::Chart(contributions(w)),
                Block::Prose(Prose {
                    parts: markdown::parse(w(
                        "**短板在回款。**应收账款周转天数从 58 天升到 74 天,高于行业标准 60 天;存货稳定。\n\n- 若回款回到 60 天,得分升至 *74.9* 分\n- 若利息保障倍数低于 `3.0`,等级降为 CA3\n\n参见[方法说明](../methods/index.html)。",
                        "**Collection is the weak point.** Days sales outstanding rose from 58 to 74, above the standard of 60; inventory is steady.\n\n- Back at 60 days the score would be *74.9*\n- Below `3.0` times interest cover the tier would be CA3\n\nSee the [method](../methods/index.html).",
                    )),
                }),
            ],
        ),
        section("facts", w("基本情况", "The client"), vec![facts(w)]),
        section("ratios", w("财务比率", "Ratios"), vec![ratios(w), Block::Chart(trend(w)), Block::Chart(sales(w))]),
        section("cycle", w("营运资金周期", "Working-capital cycle"), vec![Block::Chart(cycle(w))]),
        section("statements", w("财务报表", "Statements"), (0..5).map(|index| statement(w, index)).collect()),
        section(
            "why",
            w("为什么是这个数", "Why this number"),
            vec![
                Block::Heading(Heading { id: "why-all".into(), text: w("全部指标", "Every measure").into() }),
                derivations(w),
            ],
        ),
        section("source", w("案例原文", "Case file"), vec![listing()]),
    ]
}

fn link(text: &str, href: &str) -> Link {
    Link { text: text.into(), href: href.into() }
}

fn section(id: &str, title: &str, blocks: Vec<Block>) -> Section {
    Section { id: id.into(), title: title.into(), new_sheet: false, blocks }
}

fn headline(w: Wording) -> Block {
    let tile = |label: &str, value: &str, note: &str, tone| Tile {
        label: label.into(),
        value: value.into(),
        note: note.into(),
        tone,
        href: "#m0".into(),
    };
    Block::Headline(Headline {
        badge: "CA2".into(),
        badge_label: w("信用等级", "Credit tier").into(),
        tone: Tone::Good,
        statement: w(
            "可按 45 天账期赊销,额度不超过 320 万元,每 12 个月复评一次。",
            "Open account at 45 days up to CNY 3.2 million, to be reviewed every 12 months.",
        )
        .into(),
        tiles: vec![
            tile(w("综合得分", "Score"), "71.4", w("上期 68.2", "68.2 a year before"), Tone::Neutral),
            tile(w("流动比率", "Current ratio"), "1.62", w("标准 1.50", "standard 1.50"), Tone::Good),
            tile(
                w("应收账款周转天数", "Days sales outstanding"),
                w("74 天", "74 days"),
                w("标准 60 天", "standard 60"),
                Tone::Bad,
            ),
            tile(
                w("现金周转周期", "Cash cycle"),
                w("88 天", "88 days"),
                w("上期 79 天", "79 a year before"),
                Tone::Caution,
            ),
        ],
    })
}

fn callout(w: Wording) -> Block {
    Block::Callout(Callout {
        tone: Tone::Caution,
        title: w("一项上限生效", "One cap applied").into(),
        text: w(
            "得分对应 CA1,但审计意见为审阅,等级最高为 CA2。",
            "The score alone would give CA1; reviewed statements allow CA2 at most.",
        )
        .into(),
        items: vec![w("下次复评:2025 年 3 月 31 日", "Next review: 31 March 2025").into()],
    })
}

fn facts(w: Wording) -> Block {
    Block::Facts(Facts {
        items: vec![
            Fact::new(w("法定形式", "Legal form"), w("有限责任公司", "Limited company")),
            Fact::new(w("注册地", "Domicile"), w("江苏苏州", "Suzhou, Jiangsu")),
            Fact::new(w("币种", "Currency"), w("人民币万元", "CNY 10,000")),
            Fact::new(w("模型", "Model"), "standard 1.0 (2024-01-01)"),
            Fact::new(w("案例文件", "Case file"), "clients/lanhe.toml").leading_to("#file"),
        ],
    })
}

fn ratios(w: Wording) -> Block {
    let columns = vec![
        Column::text(w("指标", "Measure")).wide(3),
        Column::number("FY2021"),
        Column::number("FY2022"),
        Column::number("FY2023"),
        Column::number(w("标准", "Standard")),
        Column::text(w("趋势", "Trend")),
    ];
    let mut rows = vec![group(w("偿债能力", "Liquidity"), 6)];
    for index in 0..22_u8 {
        if index == 8 {
            rows.push(group(w("盈利能力", "Profitability"), 6));
        }
        rows.push(ratio_row(w, index));
    }
    table(
        "t-ratios",
        w("各期财务比率", "Ratios by period"),
        columns,
        rows,
        w("带色标的数值与行业标准比较。", "Marked figures are compared with the industry's standard."),
        true,
    )
}

fn group(label: &str, columns: usize) -> Row {
    let mut cells: Vec<Cell> = vec![label.into()];
    cells.resize(columns, "".into());
    Row { id: String::new(), kind: RowKind::Group, cells }
}

fn ratio_row(w: Wording, index: u8) -> Row {
    let value = 1.2 + f64::from(index) / 10.0;
    let tone = [Tone::Neutral, Tone::Good, Tone::Caution, Tone::Bad][usize::from(index % 4)];
    let spark = Spark { values: &[Some(value), Some(value + 0.4), Some(value - 0.1)] }.draw(Medium::Screen);
    let words = w(
        ["流动比率", "速动比率", "负债与有形净资产比率"][usize::from(index % 3)],
        ["Current ratio", "Quick ratio", "Debt to tangible net worth"][usize::from(index % 3)],
    );
    Row {
        id: format!("r{index}"),
        kind: RowKind::Plain,
        cells: vec![
            Cell::Rich(RichCell { text: words.into(), href: format!("#m{index}"), ..RichCell::default() }),
            format!("{value:.2}").into(),
            format!("{:.2}", value + 0.4).into(),
            Cell::Rich(RichCell {
                text: format!("{:.2}", value - 0.1),
                tone,
                sort: (value - 0.1).to_string(),
                ..RichCell::default()
            }),
            "1.50".into(),
            Cell::Rich(RichCell { text: w("下降", "falling").into(), svg: spark, ..RichCell::default() }),
        ],
    }
}

fn table(id: &str, caption: &str, columns: Vec<Column>, rows: Vec<Row>, note: &str, sortable: bool) -> Block {
    let classes = Table::classes_of(&columns);
    Block::Table(Table { id: id.into(), caption: caption.into(), note: note.into(), columns, classes, sortable, rows })
}

fn statement(w: Wording, index: usize) -> Block {
    let columns = vec![
        Column::text(w("项目", "Line")).wide(3),
        Column::number("FY2020"),
        Column::number("FY2021"),
        Column::number("FY2022"),
        Column::number("FY2023"),
    ];
    let rows = (0..25_i32).map(|line| Row {
        id: String::new(),
        kind: if line == 24 { RowKind::Total } else { RowKind::Plain },
        cells: std::iter::once(Cell::from(w("其他应收款及预付款项", "Other receivables and prepayments")))
            .chain((0..4).map(|column| format!("{},{:03}", 12 + line, 100 + column * 37).into()))
            .collect(),
    });
    let caption = w(
        ["资产负债表", "利润表", "现金流量表", "销售与回款", "账龄"][index],
        ["Balance sheet", "Income statement", "Cash flow", "Sales and collection", "Ageing"][index],
    );
    table(&format!("t-s{index}"), caption, columns, rows.collect(), w("人民币万元", "CNY 10,000"), false)
}

fn chart(id: &str, title: &str, alt: &str, svg: String, legend: &[&str], table: &str) -> Chart {
    let legend = legend.iter().zip(1_u8..).map(|(text, series)| LegendEntry {
        series,
        color: palette::series(series).light,
        text: (*text).into(),
    });
    Chart { id: id.into(), title: title.into(), alt: alt.into(), svg, legend: legend.collect(), table: table.into() }
}

fn contributions(w: Wording) -> Chart {
    let items: Vec<Contribution> = [
        (w("流动比率", "Current ratio"), "12.6 / 15", 12.6, 15.0, Tone::Good),
        (w("速动比率", "Quick ratio"), "8.0 / 10", 8.0, 10.0, Tone::Good),
        (w("负债与有形净资产比率", "Debt to tangible net worth"), "15.1 / 20", 15.1, 20.0, Tone::Good),
        (w("利息保障倍数", "Interest cover"), "10.0 / 15", 10.0, 15.0, Tone::Caution),
        (w("应收账款周转天数", "Days sales outstanding"), "4.2 / 15", 4.2, 15.0, Tone::Bad),
        (w("净资产收益率", "Return on equity"), "9.5 / 10", 9.5, 10.0, Tone::Good),
    ]
    .into_iter()
    .map(|(label, value, earned, possible, tone)| Contribution { label, value, earned, possible, tone })
    .collect();
    let (title, alt) = (
        w("得分构成", "What the score is made of"),
        w("各项得分与满分。", "Points earned of points possible, item by item."),
    );
    let svg = Contributions { items: &items }.draw(alt, Medium::Screen);
    chart("c-score", title, alt, svg, &[], "t-ratios")
}

fn tier_scale(w: Wording) -> Chart {
    let tiers: Vec<TierBand> = [
        ("CA5", 0.0, "0", Tone::Bad),
        ("CA4", 40.0, "40", Tone::Bad),
        ("CA3", 50.0, "50", Tone::Caution),
        ("CA2", 70.0, "70", Tone::Good),
        ("CA1", 85.0, "85", Tone::Good),
    ]
    .into_iter()
    .map(|(name, from, cutoff, tone)| TierBand { name, from, cutoff, tone })
    .collect();
    let (title, alt) =
        (w("得分与等级", "Score and tier"), w("得分 71.4,等级 CA2。", "The score of 71.4 lies in tier CA2."));
    let svg = TierScale { tiers: &tiers, score: Some(71.4), label: w("71.4 分", "71.4 points"), tier: "CA2" }
        .draw(alt, Medium::Screen);
    chart("c-tier", title, alt, svg, &[], "")
}

fn trend(w: Wording) -> Chart {
    let labels = ["58", "66", "74"].map(String::from);
    let series = [Series { values: &[Some(58.0), Some(66.0), Some(74.0)], labels: &labels }];
    let (title, alt) = (
        w("应收账款周转天数", "Days sales outstanding"),
        w("从 58 天升至 74 天,标准 60 天。", "Rising from 58 to 74 days against a standard of 60."),
    );
    let standard = Standard { low: 60.0, high: 60.0, label: w("标准 60 天", "Standard 60 days") };
    let svg =
        Trend { periods: &PERIODS, series: &series, standard: Some(standard), tick: &|value| format!("{value:.0}") }
            .draw(alt, Medium::Screen);
    chart("c-dso", title, alt, svg, &[], "t-ratios")
}

fn sales(w: Wording) -> Chart {
    let series = [
        Series { values: &[Some(21_400.0), Some(24_800.0), Some(26_100.0)], labels: &[] },
        Series { values: &[Some(1_900.0), Some(-800.0), Some(2_450.0)], labels: &[] },
    ];
    let (title, alt) = (
        w("营业收入与净利润(万元)", "Sales and net profit (CNY 10,000)"),
        w("收入增长,FY2022 亏损。", "Sales rise; FY2022 shows a loss."),
    );
    let svg = Columns { periods: &PERIODS, series: &series, tick: &|value| format!("{:.0}k", value / 1000.0) }
        .draw(alt, Medium::Screen);
    chart("c-sales", title, alt, svg, &[w("营业收入", "Sales"), w("净利润", "Net profit")], "t-s1")
}

fn cycle(w: Wording) -> Chart {
    let period = |name, days: [f64; 3], labels, net| CyclePeriod {
        period: name,
        inventory: Some(days[0]),
        receivable: Some(days[1]),
        payable: Some(days[2]),
        labels,
        net,
    };
    let periods = [
        period("FY2021", [62.0, 58.0, 41.0], ["62", "58", "41"], w("净 79 天", "Net 79 days")),
        period("FY2022", [60.0, 66.0, 44.0], ["60", "66", "44"], w("净 82 天", "Net 82 days")),
        period("FY2023", [12.0, 40.0, 74.0], ["12", "40", "74"], w("净 −22 天", "Net −22 days")),
    ];
    let (title, alt) = (
        w("周期天数", "Days in the cycle"),
        w("存货与应收天数减去应付天数。", "Inventory and receivable days less payable days."),
    );
    let svg = Cycle { periods: &periods }.draw(alt, Medium::Screen);
    chart(
        "c-cycle",
        title,
        alt,
        svg,
        &[w("存货", "Inventory"), w("应收账款", "Receivables"), w("应付账款", "Payables")],
        "t-ratios",
    )
}

fn derivations(w: Wording) -> Block {
    let input = |line: usize| DerivedInput {
        label: w("流动资产合计", "Total current assets").into(),
        value: "1,234,567".into(),
        place: format!("clients/lanhe.toml:{line}"),
        href: format!("#L{line}"),
    };
    let measures = (0..22).map(|index| Derivation {
        id: format!("m{index}"),
        title: w("流动比率", "Current ratio").into(),
        formula: w("流动资产 ÷ 流动负债", "current assets ÷ current liabilities").into(),
        href: "../methods/current_ratio.html".into(),
        link: w("方法", "Method").into(),
        figures: PERIODS
            .iter()
            .map(|period| DerivedFigure {
                id: format!("m{index}-{period}"),
                period: (*period).into(),
                calculation: "1,234,567 ÷ 762,078".into(),
                result: w("1.62 倍", "1.62 times").into(),
                notes: if index == 3 {
                    vec![w("以期末余额代替平均余额。", "The closing balance stands in for the average.").into()]
                } else {
                    vec![]
                },
                operands: vec![
                    Operand { at: 0..9, origin: OperandOrigin::Input(index) },
                    Operand { at: 14..21, origin: OperandOrigin::Derivation(format!("m{}", (index + 1) % 22)) },
                ],
                inputs: (0..3).map(|place| place * 30 + index).collect(),
                beside: vec![index + 30, index + 60],
            })
            .collect(),
    });
    Block::Derivations(Derivations {
        inputs: (1..=100).map(input).collect(),
        inputs_note: String::new(),
        measures: measures.collect(),
    })
}

fn listing() -> Block {
    let lines = (1..=100).map(|line| format!("current_assets_{line} = 1234567 # 万元 & \"quoted\" <tag>"));
    Block::Listing(Listing { id: "file".into(), title: "clients/lanhe.toml".into(), lines: lines.collect() })
}
