//! The words of the course's pages.

use crate::values::Words;

macro_rules! words {
    ($($name:ident $zh:literal $en:literal;)*) => {
        $(pub(super) const $name: Words = Words { zh: $zh, en: $en };)*
    };
}

words! {
    COURSE "课程" "Course";
    GLOSSARY "术语" "Glossary";
    TEACHING "教学笔记" "Teaching notes";
    OBJECTIVES "学习目标" "Objectives";
    AFTER "学完本课，您能够：" "After this lesson you can:";
    INTRODUCTION "引入" "Introduction";
    TERMS "本课术语" "Terms";
    TEACHING_OF "本课教学笔记" "Teaching notes of this lesson";
    MINUTES "课堂 {} 分钟" "{} minutes in class";
    READING "阅读约 {} 分钟" "{} minutes to read";
    LESSONS_IN "共 {} 课，课堂合计 {} 分钟" "{} lessons, {} minutes in class";
    LESSONS_COUNT "{} 课" "lessons: {}";
    LESSON_OF "第 {} 课，共 {} 课" "Lesson {} of {}";
    PREVIOUS "上一课" "Previous lesson";
    NEXT "下一课" "Next lesson";
    MARK "标为已学" "Mark as read";
    UNMARK "取消已学" "Take the mark back";
    READ "已学" "read";
    HELD_BACK "{} 发布" "released on {}";
    TERMS_IN "共 {} 条，按拼音排列" "{} terms in the order of their letters";
    SEE "参见" "See also";
    LESSONS "课文" "Lessons";
    METHOD "计算方法" "Method";
    COURSE_DESCRIPTION "课程目录" "The lessons of the course";
    CASE "案例" "Case";
    EXERCISES "练习" "Exercises";
    EXERCISES_OF "本课练习" "Exercises";
    EXERCISES_IN "共 {} 题，合计 {} 分" "{} exercises, {} points in all";
    WORTH "{} 分 · {} 分钟" "{} points · {} minutes";
    EXERCISE_ON "练习：{}" "Exercise: {}";
    QUESTION "题目" "Question";
    SOLVED "已答对" "solved";
    OPEN "问答题" "Open question";
    SINGLE "单项选择" "Single choice";
    MULTIPLE "多项选择" "Multiple choice";
    CLASSIFICATION "归类" "Classification";
    MATCHING "配对" "Matching";
    NUMERIC "计算题" "Calculation";
    FILE "填写案例文件" "Case file";
    BLANK_FORM "下载空白表" "Download the blank form";
    MARKED_BY "评分标准" "What it is marked by";
    POINTS "{} 分" "{} points";
    BY_HAND "教师评阅" "marked by hand";
    NO_ERRORS "检查无错误" "no errors";
    FILLED_IN "已填：{}" "filled in: {}";
    AT_LEAST "{}：不少于 {} 项" "{}: at least {}";
    BETWEEN "{}：{} 至 {}" "{}: from {} to {}";
    TIER "等级 {}" "tier {}";
    SLIP "常见错误 {}：{}" "Slip {}: {}";
    HINT "提示" "Hint";
    HOW_TO_ANSWER "怎样作答" "How to answer";
    CHECK "检查" "Check";
    RESET "重做" "Start again";
    RIGHT "答对了。" "Right.";
    WRONG "不对，再想一想。" "Not right; think again.";
    PARTLY "对了 {n} 项，共 {total} 项。" "{n} of {total} are right.";
    NOT_ANSWERED "还没有作答。" "Nothing is answered yet.";
    YOUR_NUMBER "您的答案" "Your answer";
    NO_NUMBER "请写一个数，例如 4.08。" "Write a number, such as 4.08.";
    WHOLE "取整数" "a whole number";
    DECIMALS "保留小数位数：{}" "decimals: {}";
    CHOOSE "请选择" "choose";
    KEY "答案（仅供教师）" "Key (for instructors only)";
    MODEL_ANSWER "参考答案" "Model answer";
    MARKING_GUIDE "评分要点" "Marking guide";
    ON_PAPER "写下您的答案" "Write your answer";
    DOWNLOADS "下载" "Downloads";
    MOODLE "题库，Moodle XML" "Question bank as Moodle XML";
    QTI "题库，QTI 1.2 压缩包（Canvas）" "Question bank as a QTI 1.2 package (Canvas)";
    COVERAGE "大纲覆盖" "Coverage of the syllabus";
    ROW "条目" "Row";
    TAUGHT_BY "讲授" "Taught by";
    TRAINED_BY "练习" "Trained by";
    COVERED "大纲 {} 条，已讲授并练习 {} 条" "{} rows, {} of them taught and trained";
    VARIANT "{}（数据 {}）" "{} (figures {})";
    ONLY_INSTRUCTORS "仅供教师" "For instructors only";
}
