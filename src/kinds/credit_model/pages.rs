//! The page on the credit model, and what the model makes of each measure. `rubric` shows what it asks
//! of evidence, `points` the methods of scoring side by side, `limit`
//! loss rates and the rules of limits.

mod limit;
mod points;
mod rubric;

use rust_decimal::Decimal;

pub use super::conventions::conventions;
use super::model::evidence::FiveC;
use super::model::{Cap, CreditModel, Effect, Item};
use crate::kinds::edition::Edition;
use crate::kinds::methods::trail;
use crate::measures::Measure;
use crate::measures::scoring::{Better, Method, STANDARD_NAMES};
use crate::pages::number::{percent, short, significant};
use crate::pages::{Block, Cell, Column, Fact, Heading, Page, Row, Section, Table};
use crate::present::tables::{facts, linked, prose, row, section, sentence, table, total};
use crate::values::{Language, Words};

macro_rules! words {
    ($($name:ident $zh:literal $en:literal;)*) => { $(const $name: Words = Words { zh: $zh, en: $en };)* };
}

words! {
    MEASURE "指标" "Measure";
    MODEL "信用模型" "Credit model";
    IN_MODEL "在信用模型中" "In the credit model";
    NOT_SCORED "该指标不进入评分。" "This measure is not part of the score.";
    WEIGHT "权重" "Weight";
    METHOD "计分方法" "Method";
    DIRECTION "方向" "Direction";
    EFFICACY "功效系数法" "efficacy coefficient";
    BANDS "分档" "bands";
    KNOTS "线性插值" "linear interpolation";
    WALL "沃尔比率" "Wall's ratio";
    LIMITS "相对比率按 {least} 至 {most} 计。" "The ratio to the standard counts as {least} to {most}.";
    FIVE_C "5C 评定" "rubric of the five Cs";
    NO_LIMIT "不限" "any number";
    LARGER "越大越好" "larger is better";
    SMALLER "越小越好" "smaller is better";
    NEAREST "越接近目标越好，目标 " "nearest to the target is best, ";
    STANDARDS "标准值" "Standards";
    GENERAL "通用" "general";
    INDUSTRY "行业" "Industry";
    FIGURE "数值" "Figure";
    POINTS "分数" "Points";
    SCORE "评分" "Score";
    TOTAL "合计" "Total";
    TIERS "等级" "Tiers";
    TIER "等级" "Tier";
    FROM "分数线" "From";
    LIMIT "限额系数" "Limit factor";
    REVIEW "复评间隔（月）" "Review every (months)";
    TERMS "建议付款条件" "Recommended terms";
    CAPS "上限规则" "Caps";
    CAP "规则" "Cap";
    REASON "条件" "Reason";
    EFFECT "作用" "Effect";
    VERSION "版本" "Version";
    IN_FORCE "生效日" "In force since";
    OWNER "负责" "Owner";
    FILE "文件" "File";
    DISTANCE "标准值为与目标的距离。" "The standards are distances from the target.";
}

/// What the model makes of a measure: weight, direction and standards.
#[must_use]
pub fn in_model(edition: &Edition<'_>, measure: Measure) -> Section {
    section("model", IN_MODEL.get(edition.language).to_owned(), item_of(edition, measure))
}

fn item_of(edition: &Edition<'_>, measure: Measure) -> Vec<Block> {
    let language = edition.language;
    let say = |words: Words| words.get(language).to_owned();
    let Some(item) = edition.model.items.iter().find(|item| item.measure == measure) else {
        return vec![sentence(say(NOT_SCORED))];
    };
    let mut blocks: Vec<Block> = facts(vec![
        Fact::new(say(WEIGHT), percent(edition.model.weight(item), weight_places(edition.model))),
        Fact::new(say(METHOD), method_name(&item.method, language)),
        Fact::new(say(DIRECTION), direction(item.better, language)),
    ])
    .into_iter()
    .collect();
    blocks.push(Block::Table(standards(edition, item)));
    blocks
}

fn method_name(method: &Method, language: Language) -> &'static str {
    match method {
        Method::Efficacy(_) => EFFICACY.get(language),
        Method::Bands(_) => BANDS.get(language),
        Method::Knots(_) => KNOTS.get(language),
        Method::Wall(_) => WALL.get(language),
    }
}

fn direction(better: Better, language: Language) -> String {
    match better {
        Better::Larger => LARGER.get(language).to_owned(),
        Better::Smaller => SMALLER.get(language).to_owned(),
        Better::Nearest(target) => format!("{}{}", NEAREST.get(language), short(target, 4)),
    }
}

/// The standards of an item by industry, or its bands or knots.
fn standards(edition: &Edition<'_>, item: &Item) -> Table {
    let language = edition.language;
    let say = |words: Words| words.get(language).to_owned();
    let points = |points: Decimal| Cell::from(short(points, 2));
    let number = |value: Decimal| significant(value, 5);
    let two = || vec![Column::text(say(FIGURE)), Column::number(say(POINTS))];
    match &item.method {
        Method::Efficacy(_) => efficacy_table(edition, item),
        Method::Bands(bands) => {
            let rows = bands.bands().iter().map(|band| {
                let range = match (band.from, band.to) {
                    (Some(from), Some(to)) => format!("[{}, {})", number(from), number(to)),
                    (Some(from), None) => format!("≥ {}", number(from)),
                    (None, Some(to)) => format!("< {}", number(to)),
                    (None, None) => String::new(),
                };
                row(vec![range.into(), points(band.points)])
            });
            table("standards", say(STANDARDS), two(), rows.collect())
        }
        Method::Knots(knots) => {
            let rows = knots.knots().iter().map(|&(figure, earned)| row(vec![number(figure).into(), points(earned)]));
            table("standards", say(STANDARDS), two(), rows.collect())
        }
        Method::Wall(wall) => {
            let (least, most) = wall.limits();
            let most = most.map_or_else(|| say(NO_LIMIT), |most| short(most, 2));
            let rows = vec![row(vec![number(wall.standard()).into(), points(Decimal::ONE_HUNDRED)])];
            let mut table = table("standards", say(STANDARDS), two(), rows);
            table.note = LIMITS.get(language).replace("{least}", &short(least, 2)).replace("{most}", &most);
            table
        }
    }
}

fn efficacy_table(edition: &Edition<'_>, item: &Item) -> Table {
    let language = edition.language;
    let say = |words: Words| words.get(language).to_owned();
    let mut columns = vec![Column::text(say(INDUSTRY)).wide(2)];
    columns.extend(STANDARD_NAMES.iter().map(|name| Column::number(name.get(language))));
    let cells = |name: String, method: &Method| {
        let Method::Efficacy(efficacy) = method else { return row(vec![name.into()]) };
        let mut cells = vec![Cell::from(name)];
        cells.extend(efficacy.standards().iter().map(|&standard| Cell::from(significant(standard, 5))));
        row(cells)
    };
    let mut rows: Vec<Row> = vec![cells(say(GENERAL), &item.method)];
    rows.extend(item.by_industry.iter().map(|(industry, method)| {
        let name = edition.model.industries.get(industry).map_or(industry.as_str(), |name| name.get(language));
        cells(name.to_owned(), method)
    }));
    let mut table = table("standards", say(STANDARDS), columns, rows);
    if matches!(item.better, Better::Nearest(_)) {
        table.note = say(DISTANCE);
    }
    table
}

/// The page on the model.
fn model_page(edition: &Edition<'_>) -> Page {
    let (language, model) = (edition.language, edition.model);
    let say = |words: Words| words.get(language).to_owned();
    let mut page = edition.page("methods/model.html", "methods", model.name.get(language).to_owned());
    page.lead = format!("{} {} · {}", say(VERSION), model.version, model.date);
    page.description = format!("{}：{}", say(MODEL), model.name.get(language));
    page.trail = trail(edition, &page, true);
    let mut about: Vec<Block> = prose(model.notice.get(language)).into_iter().collect();
    about.extend(facts(vec![
        Fact::new(say(VERSION), model.version.as_str()),
        Fact::new(say(IN_FORCE), model.date.to_string()),
        Fact::new(say(OWNER), model.owner.get(language)),
        Fact::new(say(FILE), model.file.as_str()),
        Fact::new("SHA-256", model.sha256.as_str()),
    ]));
    let mut tiers = vec![Block::Table(tier_table(model, language))];
    for (at, tier) in model.tiers.iter().enumerate() {
        let text = format!("{} {}", tier.id, tier.name.get(language));
        tiers.push(Block::Heading(Heading { id: format!("tier-{}", at + 1), text }));
        tiers.extend(prose(tier.policy.get(language)));
    }
    let mut score: Vec<Block> = rubric::parts(model, language).map(Block::Table).into_iter().collect();
    score.push(Block::Table(weights(model, language)));
    page.sections = vec![section("about", say(MODEL), about), section("score", say(SCORE), score)];
    page.sections.extend(rubric::sections(model, language));
    page.sections.extend([
        section("tiers", say(TIERS), tiers),
        section("caps", say(CAPS), vec![Block::Table(cap_table(model, language))]),
    ]);
    page.sections.extend(limit::sections(model, language));
    page.sections.push(section(
        "how",
        say(Words { zh: "口径", en: "How figures are computed" }),
        vec![Block::Table(conventions(model, language))],
    ));
    page
}

/// The pages on the model and on its methods of scoring.
#[must_use]
pub fn model_pages(edition: &Edition<'_>) -> Vec<Page> {
    vec![model_page(edition), points::page(edition)]
}

/// Weights within parts are products, which whole per cents would not show.
const fn weight_places(model: &CreditModel) -> u32 {
    if model.parts.is_some() { 1 } else { 0 }
}

fn weights(model: &CreditModel, language: Language) -> Table {
    let say = |words: Words| words.get(language).to_owned();
    let mut rows: Vec<Row> = model
        .items
        .iter()
        .map(|item| {
            let name = item.measure.doc().name.get(language).to_owned();
            row(vec![
                linked(name, format!("{}.html", item.measure.id())),
                percent(model.weight(item), weight_places(model)).into(),
                method_name(&item.method, language).into(),
                direction(item.better, language).into(),
            ])
        })
        .collect();
    rows.extend(FiveC::ALL.into_iter().enumerate().filter_map(|(at, c)| {
        let weight = percent(model.five_c_weight(at)?, weight_places(model));
        let name = linked(c.measure().doc().name.get(language).to_owned(), format!("{}.html", c.measure().id()));
        Some(row(vec![name, weight.into(), say(FIVE_C).into(), say(LARGER).into()]))
    }));
    let cs: Decimal = (0..FiveC::ALL.len()).filter_map(|at| model.five_c_weight(at)).sum();
    let sum: Decimal = model.items.iter().map(|item| model.weight(item)).sum::<Decimal>() + cs;
    rows.push(total(vec![say(TOTAL).into(), percent(sum, 0).into(), "".into(), "".into()]));
    let columns = vec![
        Column::text(say(MEASURE)).wide(3),
        Column::number(say(WEIGHT)),
        Column::text(say(METHOD)).wide(2),
        Column::text(say(DIRECTION)).wide(2),
    ];
    let mut table = table("weights", say(SCORE), columns, rows);
    "Y = Σ a·x, Σ a = 1".clone_into(&mut table.note);
    table
}

fn tier_table(model: &CreditModel, language: Language) -> Table {
    let say = |words: Words| words.get(language).to_owned();
    let rows = model.tiers.iter().map(|tier| {
        row(vec![
            format!("{} {}", tier.id, tier.name.get(language)).into(),
            short(tier.from, 2).into(),
            short(tier.limit_factor, 2).into(),
            tier.review_months.map_or_else(String::new, |months| months.to_string()).into(),
            tier.terms.get(language).into(),
        ])
    });
    let columns = vec![
        Column::text(say(TIER)).wide(3),
        Column::number(say(FROM)),
        Column::number(say(LIMIT)),
        Column::number(say(REVIEW)),
        Column::text(say(TERMS)).wide(3),
    ];
    table("tiers-table", say(TIERS), columns, rows.collect())
}

fn cap_table(model: &CreditModel, language: Language) -> Table {
    let say = |words: Words| words.get(language).to_owned();
    let effect = |cap: &Cap| match (cap.effect, language) {
        (Effect::AtMost(tier), Language::Zh) => format!("最高 {}", model.tiers[tier].id),
        (Effect::AtMost(tier), Language::En) => format!("at most {}", model.tiers[tier].id),
        (Effect::Lower(by), Language::Zh) => format!("下调 {by} 级"),
        (Effect::Lower(by), Language::En) => format!("{by} lower"),
    };
    let rows = model
        .caps
        .iter()
        .map(|cap| row(vec![cap.id.clone().into(), cap.reason.get(language).into(), effect(cap).into()]));
    let columns =
        vec![Column::text(say(CAP)).wide(2), Column::text(say(REASON)).wide(4), Column::text(say(EFFECT)).wide(2)];
    table("caps-table", say(CAPS), columns, rows.collect())
}
