//! The methodology page on how a figure becomes points: one example figure by all four methods, then
//! several figures side by side (DOMAIN 1.5). The standards are those of the published example of
//! the efficacy coefficient, return on equity 8%; bands, knots and Wall's standard are set from the
//! same five numbers, so that only the method differs.

use rust_decimal::Decimal;

use super::method_name;
use crate::kinds::edition::Edition;
use crate::kinds::methods::trail;
use crate::measures::Inputs;
use crate::measures::scoring::{
    Band, Bands, Better, COEFFICIENTS, Efficacy, Flaw, Knots, Method, STANDARD_NAMES, Wall,
};
use crate::pages::number::{fixed, percent};
use crate::pages::{Block, Cell, Column, Page, Section, Table};
use crate::present::Calculation;
use crate::present::tables::{row, section, sentence, table};
use crate::values::{Language, Words};

macro_rules! words {
    ($($name:ident $zh:literal $en:literal;)*) => { $(const $name: Words = Words { zh: $zh, en: $en };)* };
}

words! {
    TITLE "从数值到得分：四种方法" "From a figure to points: four methods";
    LEAD "同一个数值，用分档、插值、功效系数和沃尔比率各算一遍。" "The same figure by bands, interpolation, the efficacy coefficient and Wall's ratio.";
    EXAMPLE "一个例子：净资产收益率 8%" "An example: return on equity of 8%";
    STANDARDS "所用标准值" "The standards used";
    STANDARD "标准" "Standard";
    FIGURE "数值" "Figure";
    POINTS "得分" "Points";
    METHOD "方法" "Method";
    HOW "计算" "Calculation";
    SIDE "多个数值并列" "Several figures side by side";
    CHOOSE "怎样选择" "Which to choose";
    CAPPED "沃尔比率，限于 0.5–1.5" "Wall's ratio, held to 0.5–1.5";
    FREE "沃尔比率，不设限" "Wall's ratio, without limits";
    SOURCE "标准值出自国资发评价〔2006〕157 号功效系数法的公开算例（良好值 9.5%、平均值 1.7%），其余三档为教学补充。" "The standards good 9.5% and average 1.7% are those of the published example of the efficacy coefficient (国资发评价〔2006〕157号); the other three are added for teaching.";
    CHOICE_BANDS "分档：界限两侧一步之差就差一档，适合只看是否越过门槛的指标；落在同一档内没有差别。" "Bands: a step across a threshold costs a whole band and within it nothing counts. They suit measures where only the threshold matters.";
    CHOICE_LINES "插值与功效系数：分数随数值连续变化。功效系数用五个标准值，低于较差值为 0，所以在较差值处有一个台阶；插值的折点由模型自定。" "Lines and the efficacy coefficient: points move with the figure. The coefficient takes five standards and gives nothing below poor, a step at that standard; the knots of a line are the model's own.";
    CHOICE_WALL "沃尔比率：最易懂，但一个极端比率可以压过其余各项；限于 0.5 至 1.5 倍可以抑制这一缺陷。" "Wall's ratio: the simplest, but one extreme ratio outweighs the others; limits of 0.5 and 1.5 hold that flaw.";
}

/// The page, `methods/points.html`.
pub(super) fn page(edition: &Edition<'_>) -> Page {
    let language = edition.language;
    let say = |words: Words| words.get(language).to_owned();
    let mut page = edition.page("methods/points.html", "methods", say(TITLE));
    page.lead = say(LEAD);
    page.description = say(LEAD);
    page.trail = trail(edition, &page, true);
    let methods = methods().unwrap_or_default();
    page.sections = vec![
        section("example", say(EXAMPLE), vec![Block::Table(example(&methods, language)), sentence(say(SOURCE))]),
        section("standards", say(STANDARDS), vec![Block::Table(standards(language))]),
        section("side", say(SIDE), vec![Block::Table(side_by_side(&methods, language))]),
        choice(language),
    ];
    page
}

fn hundredths(thousandths: i64) -> Decimal {
    Decimal::new(thousandths, 3)
}

/// Excellent, good, average, low, poor.
fn numbers() -> [Decimal; 5] {
    [139, 95, 17, -36, -98].map(hundredths)
}

/// Each method by the same five numbers, with its name.
fn methods() -> Result<Vec<(Option<Words>, Method)>, Flaw> {
    let numbers = numbers();
    let points = COEFFICIENTS.map(Decimal::from);
    let rising = || numbers.iter().copied().zip(points).rev();
    let mut bands = vec![Band { from: None, to: Some(numbers[4]), points: Decimal::ZERO }];
    bands.extend((0..5).rev().map(|at| Band {
        from: Some(numbers[at]),
        to: at.checked_sub(1).map(|above| numbers[above]),
        points: points[at],
    }));
    let limit = |tenths| Some(Decimal::new(tenths, 1));
    Ok(vec![
        (None, Method::Bands(Bands::new(bands, Better::Larger)?)),
        (None, Method::Knots(Knots::new(rising().collect(), Better::Larger)?)),
        (None, Method::Efficacy(Efficacy::new(&numbers, Better::Larger)?)),
        (Some(CAPPED), Method::Wall(Wall::new(numbers[1], limit(5), limit(15), Better::Larger)?)),
        (Some(FREE), Method::Wall(Wall::new(numbers[1], None, None, Better::Larger)?)),
    ])
}

fn name(words: Option<Words>, method: &Method, language: Language) -> String {
    words.map_or(method_name(method, language), |words| words.get(language)).to_owned()
}

fn example(methods: &[(Option<Words>, Method)], language: Language) -> Table {
    let say = |words: Words| words.get(language).to_owned();
    let rows = methods.iter().map(|(words, method)| {
        let points = method.points(hundredths(80)).ok();
        let how = points
            .as_ref()
            .map(|points| Calculation::new(Some(&points.formula), &Inputs::default(), Decimal::ONE).text);
        row(vec![
            name(*words, method, language).into(),
            how.unwrap_or_default().into(),
            points.map_or_else(String::new, |points| fixed(points.value, 2)).into(),
        ])
    });
    let columns = vec![Column::text(say(METHOD)).wide(2), Column::text(say(HOW)).wide(4), Column::number(say(POINTS))];
    table("four-methods", say(EXAMPLE), columns, rows.collect())
}

fn standards(language: Language) -> Table {
    let say = |words: Words| words.get(language).to_owned();
    let rows = STANDARD_NAMES.iter().zip(numbers()).zip(COEFFICIENTS).map(|((name, number), points)| {
        row(vec![name.get(language).into(), percent(number, 1).into(), points.to_string().into()])
    });
    let columns = vec![Column::text(say(STANDARD)).wide(2), Column::number(say(FIGURE)), Column::number(say(POINTS))];
    table("five-standards", say(STANDARDS), columns, rows.collect())
}

fn side_by_side(methods: &[(Option<Words>, Method)], language: Language) -> Table {
    let say = |words: Words| words.get(language).to_owned();
    let figures = [-120, -50, 10, 80, 120, 200, 400].map(hundredths);
    let rows = figures.into_iter().map(|figure| {
        let mut cells = vec![Cell::from(percent(figure, 1))];
        cells.extend(methods.iter().map(|(_, method)| {
            Cell::from(method.points(figure).map_or_else(|_| String::new(), |points| fixed(points.value, 1)))
        }));
        row(cells)
    });
    let mut columns = vec![Column::number(say(FIGURE))];
    columns.extend(methods.iter().map(|(words, method)| Column::number(name(*words, method, language))));
    table("side-by-side", say(SIDE), columns, rows.collect())
}

fn choice(language: Language) -> Section {
    let blocks = [CHOICE_BANDS, CHOICE_LINES, CHOICE_WALL].map(|words| sentence(words.get(language).to_owned()));
    section("choice", CHOOSE.get(language), blocks.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// DOMAIN 5, P2: at full weight 20 the example scores 15.23, so 76.15 points of 100.
    #[test]
    fn the_example_comes_out_by_every_method() {
        let points: Vec<_> = methods()
            .unwrap()
            .iter()
            .map(|(_, method)| method.points(hundredths(80)).unwrap().value.round_dp(2).to_string())
            .collect();
        assert_eq!(points, ["60", "76.15", "76.15", "84.21", "84.21"]);
    }
}
