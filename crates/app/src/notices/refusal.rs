//! Why a notice is not posted or not withdrawn.

use festoon_domain::text::Lang;
use jiff::Timestamp;

use super::MOST_CHARACTERS;

/// A reason a person can be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoticeRefusal {
    /// There is no such week: which was said (nothing for the current one), and which there are.
    NoSuchWeek(String, Vec<String>),
    /// It is not said in this language.
    Missing(Lang),
    /// It is too long in this language: how many characters.
    TooLong(Lang, usize),
    /// It would end before it begins.
    Past(Timestamp),
    /// The time it is to end at is none.
    NoTime,
    /// There is no such notice: its number, and the newest there is, if any.
    NoSuchNotice(u32, Option<u32>),
    /// It was withdrawn before: its number, when and by whom.
    WithdrawnAlready(u32, Timestamp, String),
}

impl NoticeRefusal {
    /// What is wrong and what would be right.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.in_chinese(),
            Lang::En => self.in_english(),
        }
    }

    fn in_chinese(&self) -> String {
        match self {
            Self::NoSuchWeek(_, known) if known.is_empty() => {
                "数据库里还没有任何创新周，请先用 festoon import 导入。".into()
            }
            Self::NoSuchWeek(week, known) => format!("没有「{week}」这一届。现有：{}。", known.join("、")),
            Self::Missing(Lang::Zh) => "缺少中文。通知要中英文同时发布，请用 --zh 写明。".into(),
            Self::Missing(Lang::En) => "缺少英文。通知要中英文同时发布，请用 --en 写明。".into(),
            Self::TooLong(lang, length) => {
                let which = if *lang == Lang::Zh { "中文" } else { "英文" };
                format!(
                    "{which}有 {length} 个字符，通知最多 {MOST_CHARACTERS} 个。请只写最要紧的，细节放进日程。"
                )
            }
            Self::Past(ends) => format!("结束时间 {ends} 已经过去，请给将来的时间，或去掉 --until。"),
            Self::NoTime => "没有这个时间，请检查 --until，写法如 \"2027-06-21 18:00\"。".into(),
            Self::NoSuchNotice(number, Some(last)) => {
                format!("没有第 {number} 号通知，最新的是第 {last} 号。festoon notice list 会列出全部。")
            }
            Self::NoSuchNotice(number, None) => format!("没有第 {number} 号通知：这一届还没有发过通知。"),
            Self::WithdrawnAlready(number, at, by) => format!("第 {number} 号通知已由{by}于 {at} 撤回。"),
        }
    }

    fn in_english(&self) -> String {
        match self {
            Self::NoSuchWeek(_, known) if known.is_empty() => {
                "the database has no week yet. Bring one in with festoon import.".into()
            }
            Self::NoSuchWeek(week, known) => {
                format!("there is no week “{week}”. There are: {}.", known.join(", "))
            }
            Self::Missing(Lang::Zh) => {
                "it is not said in Chinese. A notice is posted in both languages: add --zh.".into()
            }
            Self::Missing(Lang::En) => {
                "it is not said in English. A notice is posted in both languages: add --en.".into()
            }
            Self::TooLong(lang, length) => {
                let which = if *lang == Lang::Zh { "Chinese" } else { "English" };
                format!(
                    "the {which} has {length} characters; a notice has at most {MOST_CHARACTERS}. Say what matters most, and leave details to the programme."
                )
            }
            Self::Past(ends) => {
                format!(
                    "it would end at {ends}, which has passed. Give a time to come, or leave --until out."
                )
            }
            Self::NoTime => "there is no such time. Check --until: \"2027-06-21 18:00\".".into(),
            Self::NoSuchNotice(number, Some(last)) => {
                format!("there is no notice {number}; the newest is {last}. festoon notice list shows all.")
            }
            Self::NoSuchNotice(number, None) => {
                format!("there is no notice {number}: none was posted in this week yet.")
            }
            Self::WithdrawnAlready(number, at, by) => {
                format!("notice {number} was withdrawn by {by} at {at}.")
            }
        }
    }
}
