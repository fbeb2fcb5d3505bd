//! The five dimensions of SERVQUAL, for surveys that do not give their own [S: Parasuraman, Zeithaml &
//! Berry 1988, *Journal of Retailing* 64(1)].

use crate::values::{Text, Words};

/// A dimension that the field knows.
#[derive(Debug, Clone, Copy)]
pub struct KnownDimension {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub name: Words,
    /// What it covers.
    pub about: Words,
}

/// The five, in the order of print.
pub const FIVE: [KnownDimension; 5] = [
    KnownDimension {
        id: "tangibles",
        name: Words { zh: "有形因素", en: "Tangibles" },
        about: Words {
            zh: "场所、设备、资料和人员的外在表现",
            en: "the look of premises, equipment, printed matter and staff",
        },
    },
    KnownDimension {
        id: "reliability",
        name: Words { zh: "可靠度", en: "Reliability" },
        about: Words {
            zh: "准确、可靠地兑现所承诺的服务", en: "doing what was promised, rightly and dependably"
        },
    },
    KnownDimension {
        id: "responsiveness",
        name: Words { zh: "反应", en: "Responsiveness" },
        about: Words {
            zh: "乐于帮助顾客并迅速提供服务", en: "helping willingly and serving without delay"
        },
    },
    KnownDimension {
        id: "assurance",
        name: Words { zh: "服务保证", en: "Assurance" },
        about: Words {
            zh: "人员的知识、礼貌以及赢得信任的能力",
            en: "knowledge and courtesy of staff, and the trust they earn",
        },
    },
    KnownDimension {
        id: "empathy",
        name: Words { zh: "服务人员的投入", en: "Empathy" },
        about: Words { zh: "关心顾客，给予个别的关注", en: "care, and attention to each customer" },
    },
];

impl KnownDimension {
    /// The dimension with this id.
    #[must_use]
    pub fn of(id: &str) -> Option<&'static KnownDimension> {
        FIVE.iter().find(|dimension| dimension.id == id)
    }
}

/// Words as a text of a case.
pub(super) fn text(words: Words) -> Text {
    Text { zh: words.zh.to_owned(), en: words.en.to_owned() }
}
