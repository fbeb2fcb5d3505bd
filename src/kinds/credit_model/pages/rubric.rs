//! What the model asks of the evidence on a client, on the model's page: required documents, the five
//! Cs with every anchor, and the parts of the score.

use super::{direction, method_name};
use crate::kinds::credit_model::CreditModel;
use crate::kinds::credit_model::model::evidence::{FiveC, Part, Rubric};
use crate::pages::number::{percent, short};
use crate::pages::{Block, Column, Row, Section, Table};
use crate::present::tables::{group, linked, row, section, sentence, table, total};
use crate::values::{Language, Words};

macro_rules! words {
    ($($name:ident $zh:literal $en:literal;)*) => { $(const $name: Words = Words { zh: $zh, en: $en };)* };
}

words! {
    FILE "信用档案的要求" "What a credit file must hold";
    DOCUMENT "文件" "Document";
    CLASS "类别" "Class";
    WEIGHT "权重" "Weight";
    STALE "陈旧期限（月）" "Out of date after (months)";
    FIVE_C "5C 评定标准" "Rubric of the five Cs";
    WEIGHTS_OF "5C 权数" "Weights of the five Cs";
    ELEMENT "要素" "Element";
    ITEM "项目" "Item";
    RATIOS "进入 5C 的比率" "Ratios that feed the five Cs";
    MEASURE "指标" "Measure";
    METHOD "计分方法" "Method";
    DIRECTION "方向" "Direction";
    PARTS "评分的各部分" "Parts of the score";
    PART "部分" "Part";
    TOTAL "合计" "Total";
}

/// The sections that the model's evidence takes up; none for a model that asks for none.
pub(super) fn sections(model: &CreditModel, language: Language) -> Vec<Section> {
    let mut sections = Vec::new();
    if !model.requirements.is_empty() {
        sections.push(section("file", FILE.get(language), vec![Block::Table(requirements(model, language))]));
    }
    if let Some(rubric) = &model.rubric {
        let mut blocks = vec![sentence(coverage(rubric, language)), Block::Table(elements(rubric, language))];
        blocks.push(Block::Table(anchors(rubric, language)));
        if !rubric.ratios.is_empty() {
            blocks.push(Block::Table(ratios(rubric, language)));
        }
        sections.push(section("five-c", FIVE_C.get(language), blocks));
    }
    sections
}

/// The weights of the score's parts, where it has parts.
pub(super) fn parts(model: &CreditModel, language: Language) -> Option<Table> {
    let parts = model.parts?;
    let say = |words: Words| words.get(language).to_owned();
    let mut rows: Vec<Row> = Part::ALL
        .into_iter()
        .map(|part| row(vec![say(part.words()).into(), percent(parts.weight(part), 0).into()]))
        .collect();
    let sum = Part::ALL.into_iter().map(|part| parts.weight(part)).sum();
    rows.push(total(vec![say(TOTAL).into(), percent(sum, 0).into()]));
    let columns = vec![Column::text(say(PART)).wide(3), Column::number(say(WEIGHT))];
    Some(table("parts", say(PARTS), columns, rows))
}

fn requirements(model: &CreditModel, language: Language) -> Table {
    let say = |words: Words| words.get(language).to_owned();
    let rows = model.requirements.iter().map(|one| {
        row(vec![
            say(one.kind.words()).into(),
            say(one.kind.class().words()).into(),
            short(one.weight, 2).into(),
            one.stale_after.map_or_else(String::new, |months| months.to_string()).into(),
        ])
    });
    let columns = vec![
        Column::text(say(DOCUMENT)).wide(3),
        Column::text(say(CLASS)).wide(2),
        Column::number(say(WEIGHT)),
        Column::number(say(STALE)),
    ];
    table("file-table", say(FILE), columns, rows.collect())
}

fn coverage(rubric: &Rubric, language: Language) -> String {
    let least = percent(rubric.minimum_coverage, 0);
    match language {
        Language::Zh => format!(
            "每项按 0 至 4 的锚定描述评定；要素得分为各项平均值 × 25；有证据的项目少于 {least} 时该要素没有分数。"
        ),
        Language::En => format!(
            "Each item is rated by the anchors from 0 to 4; a C is the mean × 25, and has no score where fewer than {least} of its items have evidence."
        ),
    }
}

fn elements(rubric: &Rubric, language: Language) -> Table {
    let say = |words: Words| words.get(language).to_owned();
    let rows = FiveC::ALL.into_iter().zip(rubric.weights).map(|(c, weight)| {
        let name = linked(say(c.words()), format!("{}.html", c.measure().id()));
        row(vec![name, percent(weight, 0).into()])
    });
    let columns = vec![Column::text(say(ELEMENT)).wide(3), Column::number(say(WEIGHT))];
    table("five-c-weights", say(WEIGHTS_OF), columns, rows.collect())
}

/// Every item with what each rating means.
fn anchors(rubric: &Rubric, language: Language) -> Table {
    let say = |words: Words| words.get(language).to_owned();
    let mut rows = Vec::new();
    for c in FiveC::ALL {
        let items: Vec<_> = rubric.items.iter().filter(|item| item.c == c).collect();
        if items.is_empty() {
            continue;
        }
        rows.push(group(say(c.words()), 6));
        rows.extend(items.into_iter().map(|item| {
            let mut cells = vec![item.name.get(language).into()];
            cells.extend(item.anchors.iter().map(|anchor| anchor.get(language).into()));
            row(cells)
        }));
    }
    let mut columns = vec![Column::text(say(ITEM)).wide(2)];
    columns.extend(["0", "1", "2", "3", "4"].map(|rating| Column::text(rating).wide(2)));
    table("anchors", say(FIVE_C), columns, rows)
}

fn ratios(rubric: &Rubric, language: Language) -> Table {
    let say = |words: Words| words.get(language).to_owned();
    let rows = rubric.ratios.iter().map(|ratio| {
        let measure = ratio.item.measure;
        row(vec![
            say(ratio.c.words()).into(),
            linked(measure.doc().name.get(language).to_owned(), format!("{}.html", measure.id())),
            method_name(&ratio.item.method, language).into(),
            direction(ratio.item.better, language).into(),
        ])
    });
    let columns = vec![
        Column::text(say(ELEMENT)),
        Column::text(say(MEASURE)).wide(3),
        Column::text(say(METHOD)).wide(2),
        Column::text(say(DIRECTION)).wide(2),
    ];
    table("five-c-ratios", say(RATIOS), columns, rows.collect())
}
