//! What can be wrong with a file of meetings, and what would be right.

use festoon_domain::text::Lang;

/// What should stand where a number does.
pub(super) const NUMBER: &str = "a whole number";

/// A file from which no day of meetings can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MeetingFault {
    /// Something else should stand here; what stands there and what should.
    Expected { stood: String, right: &'static str },
    /// Something is said twice; its name.
    Twice(String),
    /// Something is not said; its name.
    Missing(&'static str),
    /// It should be of another form; its name and the form.
    Form(&'static str, &'static str),
    /// It has another number of parts than it should; its name, how many, and how many would be right.
    Count { name: &'static str, parts: usize, right: usize },
    /// A number outside its bounds; the name of the item.
    Bounds { name: &'static str, number: i64, least: i64, most: i64 },
    /// Somebody who is to meet themselves; who, from 1.
    Alone(usize),
    /// What follows from `requested` is said otherwise; the name of the item, and the participant from 1.
    Disagrees(&'static str, usize),
    /// More numbers and sets than are taken.
    TooMany(usize),
}

impl MeetingFault {
    /// What is wrong and what would be right.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.zh(),
            Lang::En => self.en(),
        }
    }

    fn zh(&self) -> String {
        match self {
            Self::Expected { stood, right } if stood.is_empty() => {
                format!("这里什么也没有，应为{}。", in_chinese(right))
            }
            Self::Expected { stood, right } => format!("这里是「{stood}」，应为{}。", in_chinese(right)),
            Self::Twice(name) => format!("「{name}」写了两次。请只留一处。"),
            Self::Missing(name) => format!("缺少「{name}」。请补上「{name} = …;」。"),
            Self::Form(name, form) => format!("「{name}」的写法不对，应为{}。", in_chinese(form)),
            Self::Count { name, parts, right } => format!("「{name}」有 {parts} 项，应有 {right} 项。"),
            Self::Bounds { name, number, least, most } => {
                format!("「{name}」中的 {number} 超出范围，应在 {least} 到 {most} 之间。")
            }
            Self::Alone(who) => format!("第 {who} 位参加者不能与自己会面。请改成两个不同的编号。"),
            Self::Disagrees(name, who) => {
                format!("「{name}」中第 {who} 位参加者的内容与 requested 不一致。请核对两处。")
            }
            Self::TooMany(most) => format!("数字和集合超过 {most} 个，太多了。请拆分文件。"),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Expected { stood, right } if stood.is_empty() => {
                format!("here stands nothing; it should be {right}.")
            }
            Self::Expected { stood, right } => format!("here stands “{stood}”; it should be {right}."),
            Self::Twice(name) => format!("“{name}” is said twice. Keep one."),
            Self::Missing(name) => format!("“{name}” is missing. Add “{name} = …;”."),
            Self::Form(name, form) => format!("“{name}” is not of its form; it should be {form}."),
            Self::Count { name, parts, right } => {
                format!("“{name}” has {parts} parts; it should have {right}.")
            }
            Self::Bounds { name, number, least, most } => {
                format!("{number} in “{name}” is out of bounds; it should be from {least} to {most}.")
            }
            Self::Alone(who) => format!("participant {who} cannot meet themselves. Name two of them."),
            Self::Disagrees(name, who) => format!(
                "“{name}” says of participant {who} something else than “requested”. Make the two agree."
            ),
            Self::TooMany(most) => {
                format!("more than {most} numbers and sets stand in the file. Split it.")
            }
        }
    }
}

/// What should stand somewhere, with the blank before it that letters and marks want in Chinese; marks are the same in every language.
fn in_chinese(right: &str) -> String {
    match right.strip_prefix("a comma or ") {
        Some(mark) => format!("逗号或 {mark}"),
        None if right == NUMBER => "整数".to_owned(),
        None => format!(" {right}"),
    }
}
