//! The words that a survey's pages and reports print, in both languages.

use crate::values::Words;

macro_rules! words {
    ($($name:ident $zh:literal $en:literal;)*) => {
        $(#[doc = $en] pub(super) const $name: Words = Words { zh: $zh, en: $en };)*
    };
}

words! {
    // Sections.
    SUMMARY "结论" "Result";
    ADVICE "改进建议" "What to mend";
    DIMENSIONS "各维度" "Dimensions";
    ITEMS "各题项" "Items";
    IMPORTANCE "重要性与表现" "Importance and performance";
    RELIABILITY "信度" "Reliability";
    LOYALTY "满意与忠诚" "Satisfaction and loyalty";
    COMPARED "轮次与分组比较" "Waves and groups";
    PATH "测定八步" "The eight steps";
    METHOD "方法与口径" "Method and conventions";
    WHY "数字从何而来" "Why these numbers";
    SOURCE "问卷文件" "Survey file";
    SOURCES "出处" "Sources";
    APPENDIX "计算附录" "Computation appendix";
    // Page.
    HOME "首页" "Home";
    SURVEYS "服务质量" "Service quality";
    PDF_REPORT "报告 PDF" "Report (PDF)";
    QUESTIONNAIRE "问卷" "Questionnaire";
    FORM "在线问卷" "Questionnaire (form)";
    PDF_QUESTIONNAIRE "问卷 PDF" "Questionnaire (PDF)";
    JSON_DATA "JSON 数据" "Data (JSON)";
    // Summary.
    WEIGHTED_GAP "加权 SERVQUAL 得分" "SERVQUAL score, weighted";
    PERFORMANCE "SERVPERF 得分" "SERVPERF score";
    NO_ANSWERS "暂无回答" "no answers";
    NOT_FIELDED "问卷已备好，尚无人作答：先发放问卷，再在问卷文件里用 responses 指明回答表。" "The questionnaire is ready and nobody has answered yet: field it, then name the table of answers with `responses` in the survey's file.";
    UNWEIGHTED "未加权" "unweighted";
    RESPONDENTS "有效问卷" "Respondents";
    RETURNED "回收率" "return rate";
    OF_SCALE "满分" "out of";
    FEW "样本少于 30 人：置信区间较宽，检验意义有限。" "Fewer than 30 respondents: intervals are wide and tests mean little.";
    CAUTION "解读时注意" "To be read with care";
    // Tables.
    DIMENSION "维度" "Dimension";
    ITEM "题项" "Item";
    WEIGHT "平均权重" "Mean weight";
    ANSWERED "人数" "n";
    MISSING "缺失" "Missing";
    EXPECTED "期望 E" "Expected E";
    PERCEIVED "感知 P" "Perceived P";
    GAP "差距" "Gap";
    INTERVAL "95% 置信区间" "95% interval";
    T "t" "t";
    P "p" "p";
    TOTAL_UNWEIGHTED "总分（未加权）" "Total, unweighted";
    MEASURE "指标" "Measure";
    VALUE "数值" "Value";
    DEVIATION "标准差" "Std dev.";
    GAP_CHART "期望与感知：各维度" "Expected and perceived, by dimension";
    DIMENSION_TABLE "各维度得分" "Scores by dimension";
    TOTALS "总分四种算法" "The total in four ways";
    RANKING "两种排名：按差距与按表现" "Two rankings: by gap and by performance";
    RANK_GAP "SERVQUAL 名次" "Rank by SERVQUAL";
    RANK_PERFORMANCE "SERVPERF 名次" "Rank by SERVPERF";
    RANK_NOTE "名次 1 为最差：先从这里改进。" "Rank 1 is the worst: where to begin.";
    DISAGREE "两者是否一致" "Do they agree?";
    SAME "一致" "yes";
    DIFFERENT "不一致" "no";
    ITEM_TABLE "各题项得分" "Scores by item";
    REVERSED "反向题，已换算" "reversed, turned round";
    ITEM_NOTE "t 为差距对零的配对检验；颜色表示差距不能仅由抽样误差解释（p < 0.05）。" "t is the paired test of the gap against zero; colour means that chance alone does not explain it (p < 0.05).";
    ITEM_NOTE_PERF "本次只测表现，不测期望。" "Only performance is measured here.";
    // Zone of tolerance.
    ZONES "容忍区间" "Zone of tolerance";
    ZONE_TABLE "最低可接受水平、理想水平与感知" "Least acceptable, desired and perceived";
    MINIMUM "最低可接受" "Minimum";
    DESIRED "理想" "Desired";
    ADEQUACY "充分度 P − 最低" "Adequacy";
    SUPERIORITY "优势度 P − 理想" "Superiority";
    PLACE "所处位置" "Place";
    BELOW_ZONE "低于区间" "below";
    IN_ZONE "区间之内" "within";
    ABOVE_ZONE "高于区间" "above";
    // Importance.
    MATRIX "重要性—表现矩阵" "Importance–performance matrix";
    IMPORTANCE_AXIS "重要性 ↑" "Importance ↑";
    PERFORMANCE_AXIS "表现（感知） →" "Performance (perception) →";
    HOW_IMPORTANT "重要性" "Importance";
    HOW_WELL "表现" "Performance";
    FIELD "所在区" "Field";
    CROSS_HAIRS "十字线为各题平均" "Cross-hairs at the means of all items";
    STAND_IN "未询问重要性，以期望得分代替。" "Importance was not asked: expectations stand in.";
    // Reliability.
    SCALE_TABLE "各维度量表的信度" "Reliability of each dimension's scale";
    ASPECT "对象" "Of";
    K "题数" "Items";
    ALPHA "α" "α";
    STANDARDISED "标准化 α" "Standardised α";
    ITEM_REST_TABLE "题项与其余题项的相关，以及删去该题后的 α" "Item-rest correlations, and α without the item";
    ITEM_REST "相关" "r";
    WITHOUT "删后 α" "α without";
    ALPHA_NOTE "α ≥ 0.7 通常视为可用；区间按 Feldt（1965）。n 为全部题项都作答的人数。" "α of 0.7 and above is usually taken as sufficient; intervals by Feldt (1965). n counts those who answered every item.";
    // Loyalty.
    NPS_CHART "推荐意愿构成" "Detractors, passives and promoters";
    DETRACTORS "贬损者 0–6" "Detractors 0–6";
    PASSIVES "被动者 7–8" "Passives 7–8";
    PROMOTERS "推荐者 9–10" "Promoters 9–10";
    QUESTION_TABLE "总体问题" "Questions on the whole";
    MEAN "平均" "Mean";
    SHARE_NOTE "满意率与再购意愿率为最高两档所占比例，区间按 Wilson；净推荐值 = 推荐者% − 贬损者%。" "Shares are of the two highest answers, intervals by Wilson; net promoter score = % promoters − % detractors.";
    SEGMENT "受访者" "Respondents";
    // Comparisons.
    WAVES "各轮次" "Waves";
    GROUPS "各分组" "Groups";
    DIFFERENCE "变化" "Change";
    BETTER "改善" "better";
    WORSE "变差" "worse";
    UNCERTAIN "不显著" "not certain";
    FINDING "判断" "Finding";
    VERSUS "与其余之差" "Against all others";
    WELCH_NOTE "Welch 检验；p < 0.05 判为改善或变差。" "Welch's test; better or worse where p < 0.05.";
    GROUP_NOTE "括号内为与其余受访者之差；颜色表示差异不能仅由抽样误差解释（Welch 检验，p < 0.05）。" "In brackets the difference from all other respondents; colour where chance alone does not explain it (Welch's test, p < 0.05).";
    // Advice.
    GRADE "等级" "Grade";
    IMPACT "影响" "Impact";
    IMPACT_NOTE "影响 = 权重 × 不足，单位为量表分；同级之内按影响排序。" "Impact = weight × shortfall, in scale points; within a grade the largest comes first.";
    // Path.
    STEP "步骤" "Step";
    ARTEFACT "本书中的成果" "What the book holds";
    LACKS "尚缺" "What is missing";
    COMPLETE "齐备" "nothing";
    // Method.
    CONVENTIONS "本次采用的口径" "Conventions used";
    SCALE "量表" "Scale";
    MISSING_ANSWERS "缺失回答" "Missing answers";
    PAIRWISE "逐题配对：一题的数字取两问都答的人" "pairwise: an item rests on those who answered both of its questions";
    LISTWISE "整卷删除：只计全部作答的人" "listwise: only those who answered everything count";
    AVAILABLE "现有回答：每一问取所有作答的人" "available: each question rests on all who answered it";
    AT_LEAST "维度得分至少需答题数" "Items needed for a dimension's score";
    WEIGHTING "加权方式" "Weighting";
    BY_RESPONDENT "先按每人加权，再取平均" "each respondent's gaps are weighted, then the mean is taken";
    BY_PRODUCT "平均差距乘以平均权重" "mean gaps times mean weights";
    CONFIDENCE "置信水平" "Confidence";
    RANKED "分级依据" "Grades";
    GRADES "显著为负且加权不足最大者“首先改进”，其余显著为负者“随后改进”，不显著者“关注”，不低于期望者“保持”" "certain and with the largest weighted shortfall: mend first; otherwise certain: mend next; not certain: watch; not below what is expected: keep";
    ROWS "回答表行数" "Rows of answers";
    LEFT_OUT "剔除的行" "Rows left out";
    INCOMPLETE "因整卷删除而不计" "Not counted, incomplete";
    STRAIGHT "全部同一答案（照计）" "All answers alike (counted)";
    RESCALED "自填权重折算为 100" "Own weights rescaled to 100";
    DROPPED "自填权重不可用，改用问卷权重" "Own weights set aside for the instrument's";
    FIELDING "调查实施" "Fielding";
    SAMPLING "抽样" "Sampling";
    MODE "方式" "Mode";
    AT "地点" "Place";
    BY "执行" "By";
    HANDED_OUT "发放" "Handed out";
    CAME_BACK "收回" "Returned";
    HOW_TO_READ "怎样读" "How to read it";
    // Report.
    REPORT_TITLE "服务质量调查报告" "Service quality report";
    ORGANISATION "被评价单位" "Organisation";
    INDUSTRY "行业" "Industry";
    REFERENCE "编号" "Reference";
    AS_OF "报告日" "As of";
    ISSUED_BY "出具" "Issued by";
    NOTICE "问卷题目为本书自行编写，并非 SERVQUAL 1988 年原题。" "The statements of this questionnaire are the book's own, not those published in 1988.";
    INPUT "输入" "Input";
    INPUTS "计算所用的数字" "The numbers that calculations rest on";
    WHERE "位置" "Place";
    // Questionnaire.
    STATEMENT "说法" "Statement";
    ASK_EXPECTED "很好的营业单位应当如此" "A very good provider should be like this";
    ASK_PERCEIVED "本次实际如此" "This one is like this";
    ASK_IMPORTANCE "这一点对我很重要" "This matters to me";
    ASK_DESIRED "我希望能做到这样" "I wish it to be like this";
    ASK_MINIMUM "至少做到这样我才接受" "I accept no less than this";
    SHORT_IMPORTANCE "重要程度" "Matters";
    SHORT_DESIRED "希望达到" "Desired";
    SHORT_MINIMUM "最低接受" "At least";
    SHORT_EXPECTED "应当如此" "Should be so";
    SHORT_PERCEIVED "实际如此" "Is so here";
    SHARES "请把 100 分按对您的重要程度分给下面几项（可以不答）" "Please divide 100 points among these by how much they matter to you (you may leave this out)";
    WHICH "您去的是" "Which did you visit?";
    RESPONDENT "问卷编号" "Questionnaire no.";
    DATE "日期" "Date";
    SAVE "保存我的回答" "Save my answers";
    SAVE_ANYWAY "就这样保存" "Save all the same";
    RESTART "清空，下一位" "Empty for the next respondent";
    RESTART_CONFIRM "清空全部回答？未保存的内容会丢失。" "Empty the form? What is not saved is lost.";
    PROGRESS "已答 {n} / {total}" "{n} of {total} answered";
    UNANSWERED "还有未答的题，没有经历过的可以空着：" "These are unanswered; leave out what you have no experience of:";
    SAVED "已保存为 {file}：它是一行 CSV，可并入回答表。" "Saved as {file}: one row of CSV, to be added to the table of answers.";
    POINTS "已分配 {n} 分，共 100 分" "{n} of 100 points divided";
    PRIVACY "回答只留在这台设备上：填写时暂存于浏览器，保存时写成一个 CSV 文件，不发送到任何地方。" "Your answers stay on this device: they are kept in the browser while you answer and written to a CSV file when you save. Nothing is sent anywhere.";
    WITHOUT_SCRIPT "此浏览器未启用脚本，无法保存回答；请打印本页，或使用问卷 PDF。" "Scripts are off in this browser, so that answers cannot be saved; please print this page, or use the questionnaire as a PDF.";
    TICK "请在每一行的每组方格中各选一格打勾（✓）。" "Please tick one box of each group in every line.";
    THANKS "谢谢您的回答。" "Thank you for your answers.";
    QUESTIONNAIRE_LEAD "填写后保存为一行 CSV；也可打印成纸质问卷。" "Saves your answers as a row of CSV; it can also be printed.";
}
