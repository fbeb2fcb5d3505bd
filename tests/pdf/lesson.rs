//! A lesson with every part of a long text, and an exercise of each kind, on paper.

use std::ops::Range;

use casebook::pages::article::{Article, ArticlePart, Resolve, read};
use casebook::pages::exercise::{Choice, Criterion, Exercise, ExerciseWords, Item, Key, Named, Room, Task};
use casebook::pages::{Block, Fact, Facts, Heading, Outline, OutlineEntry};
use casebook::values::Language;

/// Leads every link to a chapter, shows every picture that there is.
struct Here;

impl Resolve for Here {
    fn link(&mut self, target: &str, _: Range<usize>) -> String {
        target.to_owned()
    }

    fn picture(&mut self, target: &str, _: Range<usize>) -> String {
        target.to_owned()
    }

    fn value(&mut self, call: &str, _: Range<usize>) -> (String, String) {
        (call.to_owned(), String::new())
    }
}

const TEXT: &str = r#"
速动比率 **the quick ratio** asks *what* is `left`, see [the score](#score) and [the web](https://example.org).
A note[^a] and one more[^b], the first again[^a]; #eval("1") and $ signs \$ stay as they are.

## Formulas

In a line $\frac{a}{b}$, $x_i^2$ and on its own:

$$\text{速动比率} = \frac{\text{速动资产}}{\text{流动负债}} \le \sqrt[3]{\max_{i} u_i}, \quad
\alpha = \frac{k}{k-1}\left(1 - \frac{\sum_{i=1}^{k} s_i^2}{s_t^2}\right)$$

$$f(x) = \begin{cases} 0 & x < 0 \\ 1 & x \ge 0 \end{cases} \quad \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \quad
\begin{aligned} a &= b + c \\ &= d \end{aligned} \quad \mathbf{v} \neq \overline{v} \quad \mathbb{R}$$

### Lists and tables

1. One
   - within
   - lists
2. Two

| Line | 2024 | 说明 |
| --- | ---: | --- |
| Cash | 1,234.5 | 现金 |
| Inventory | 88 | **存货** |

> [!WARNING]
> Mind the inventory.

> A quotation.

```
# not a heading
let x = 1;
```

Term
: What it means.

---

![A plan](plan.svg "The plan of the room")

![Missing](nothing.png)

[^a]: The first note.
[^b]: The second, with $x$.
"#;

pub(crate) fn blocks(language: Language) -> Vec<Block> {
    let t = |zh: &str, en: &str| if language == Language::Zh { zh.to_owned() } else { en.to_owned() };
    let entry = OutlineEntry {
        number: "1.1".to_owned(),
        title: t("评分", "The score"),
        href: "#score".to_owned(),
        note: t("45 分钟", "45 minutes"),
        about: t("算出得分。", "Compute the score."),
        ..OutlineEntry::default()
    };
    let mut blocks = vec![
        Block::Fields(Facts {
            items: vec![Fact::new(t("姓名", "Name"), ""), Fact::new(t("学号", "Number"), "2026001")],
        }),
        Block::Outline(Outline { entries: vec![entry], read: String::new() }),
        Block::Article(Article { parts: read(TEXT, &mut Here) }),
        Block::Heading(Heading { id: String::new(), text: t("练习", "Exercises") }),
    ];
    let rooms = [Room::None, Room::Lines(4), Room::Answer(3)];
    let sheets = tasks(&t).into_iter().flat_map(|task| rooms.map(|room| (task.clone(), room)));
    blocks.extend(sheets.map(|(task, room)| Block::Exercise(Box::new(exercise(&t, task, room)))));
    blocks
}

fn tasks(t: &dyn Fn(&str, &str) -> String) -> [Task; 5] {
    let choice = |text| Choice { text, remark: String::new() };
    let named = |id: &str, text| Named { id: id.to_owned(), text };
    let item = |text| Item { text, mark: String::new() };
    [
        Task::Open,
        Task::Choice {
            several: true,
            mark: String::new(),
            choices: vec![choice(t("资产", "Assets")), choice(t("#负债 *", "#Debts * \"quoted\""))],
        },
        Task::Sort {
            options: vec![named("a", t("品质", "Character")), named("b", t("能力", "Capacity"))],
            items: vec![item(t("按时付款", "Pays on time")), item(t("利润", "Profit"))],
        },
        Task::Number { decimals: 2, marks: Vec::new(), slips: Vec::new() },
        Task::File {
            form: String::new(),
            criteria: vec![Criterion { text: t("没有错误", "No error"), points: t("2 分", "2 points") }],
        },
    ]
}

fn exercise(t: &dyn Fn(&str, &str) -> String, task: Task, room: Room) -> Exercise {
    let text = |words: String| -> Vec<ArticlePart> { read(&words, &mut Here) };
    let words = ExerciseWords {
        hint: t("提示", "Hint"),
        method: t("怎样作答", "How to answer"),
        number: t("您的答案", "Your answer"),
        decimals: t("保留两位小数", "two decimals"),
        key: t("答案", "Key"),
        answer: t("参考答案", "Model answer"),
        guide: t("评分要点", "Marking guide"),
        ..ExerciseWords::default()
    };
    Exercise {
        id: String::new(),
        title: t("速动比率", "The quick ratio"),
        room,
        worth: t("5 分", "5 points"),
        prompt: text(t("请作答，$x$ 为多少？", "What is $x$?")),
        task,
        hint: text(t("想一想存货。", "Think of the inventory.")),
        method: text(t("先列公式。", "The formula first.")),
        key: (room == Room::None).then(|| Key {
            answers: vec![t("✓ 甲", "✓ A"), t("✗ 乙", "✗ B → C")],
            answer: text(t("二。", "Two.")),
            guide: text(t("每步一分。", "A point a step.")),
        }),
        words,
    }
}
