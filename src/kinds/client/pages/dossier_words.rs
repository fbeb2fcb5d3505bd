//! The words of the sections on our work on a client, in both languages.

use crate::values::Words;

macro_rules! words {
    ($($name:ident $zh:literal $en:literal;)*) => {
        $(#[doc = $en] pub(super) const $name: Words = Words { zh: $zh, en: $en };)*
    };
}

words! {
    // Sections.
    CREDIT_FILE "信用档案" "Credit file";
    INVESTIGATION "信用调查" "Investigation";
    FIVE_C "5C 分析" "Five Cs of credit";
    DECISIONS "决策记录" "Decision log";
    // Credit file.
    REQUIRED_HELD "要求的文件" "Required documents";
    DOCUMENT "文件" "Document";
    DOC_NUMBER "编号" "Number";
    EXPIRES "有效期至" "Holds until";
    KEPT "存放处" "Kept at";
    STATE "状态" "State";
    ALSO_HELD "另存文件" "Also held";
    SUPERSEDED "已被取代" "superseded";
    GAPS "档案缺口" "Gaps in the file";
    NO_RULES "模型没有规定档案应有哪些文件。" "The model does not say what a file must hold.";
    // Investigation.
    SUBJECT "事项" "Subject";
    STATEMENT "所知情况" "What is known";
    CHANNELS "独立渠道" "Independent channels";
    CHANNEL "渠道" "Channel";
    LATEST "最近日期" "Latest";
    AGE "距报告日（天）" "Age (days)";
    CONTRADICTED "来源相互矛盾" "Sources contradict each other";
    AGREE "一致" "agree";
    DIFFER "矛盾" "differ";
    SINGLE "仅一个来源" "one source only";
    FACTS "全部情况" "All facts";
    WAYS "使用的调查方式" "Ways of investigating used";
    // Five Cs.
    ELEMENT "要素" "Element";
    ELEMENT_SCORE "得分" "Score";
    ELEMENT_COVERAGE "覆盖率" "Coverage";
    ELEMENT_WEIGHT "权重" "Weight";
    PROFILE "5C 轮廓" "Profile of the five Cs";
    RATED_ITEM "项目" "Item";
    RATING "评定" "Rating";
    MEANING "锚定描述" "Anchor";
    EVIDENCE "证据" "Evidence";
    NOT_RATED "无证据，未评定" "no evidence, not rated";
    RATINGS "各项评定与比率" "Ratings and ratios";
    MEASURED "按比率计分" "from the ratio";
    COVERAGE_RULE "没有证据的项目视为缺失：只降低覆盖率，不按平均分计。" "An item without evidence is missing: it lowers the coverage and is not counted as average.";
    // Parts of the score.
    PARTS "评分的各部分" "Parts of the score";
    PART "部分" "Part";
    EARNED "得分" "Points earned";
    POSSIBLE "可得分" "Points possible";
    // Decisions.
    KIND "类别" "Kind";
    BY "人员与职务" "Who, in what role";
    TIERS_MOVED "等级" "Tier";
    LIMITS_MOVED "限额" "Limit";
    UNTIL "有效至" "Until";
    WHY "理由" "Reason";
    IN_FORCE "现行有效" "in force";
    OVERRIDE "人工推翻" "Override";
    OVERRIDDEN "等级由人工推翻确定" "The tier is set by an override";
}
