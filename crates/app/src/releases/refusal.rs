//! Why nothing is released.

use festoon_domain::record::Fault;
use festoon_domain::text::Lang;

use super::Damaged;

/// A reason a person can be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReleaseRefusal {
    /// There is no such week: which was said, and which there are.
    NoSuchWeek(String, Vec<String>),
    /// Nobody said why.
    NoReason,
    /// The public would see nothing new: the last release's number.
    NothingChanged(u32),
    /// A release that was planned for its hour is made already.
    MadeAlready,
    /// There is no such release: its number, and the newest there is, if any.
    NoSuchRelease(u32, Option<u32>),
    /// A kept release cannot be read.
    Damaged(u32, Damaged),
    /// The draft does not fit together.
    Unfit(Fault),
    /// Others released each time this one was ready.
    Overtaken,
}

impl ReleaseRefusal {
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
            Self::NoSuchWeek(week, known) if known.is_empty() => {
                format!("没有「{week}」这一届：数据库里还没有任何创新周，请先用 festoon import 导入。")
            }
            Self::NoSuchWeek(week, known) => format!("没有「{week}」这一届。现有：{}。", known.join("、")),
            Self::NoReason => "请用 --reason 写明为什么发布，例如 --reason \"开幕式改到紫金厅\"。".into(),
            Self::NothingChanged(number) => {
                format!("与第{number}版相比，公众看到的内容没有变化，未发布新版。")
            }
            Self::MadeAlready => "这次定时发布已经完成，没有再发布一版。".into(),
            Self::NoSuchRelease(number, Some(last)) => format!("没有第{number}版，最新的是第{last}版。"),
            Self::NoSuchRelease(number, None) => format!("没有第{number}版：这一届还没有发布过。"),
            Self::Damaged(number, damaged) => {
                format!("第{number}版读不出来：{}请用备份恢复数据库。", damaged.sentence(Lang::Zh))
            }
            Self::Unfit(fault) => fault.sentence(Lang::Zh),
            Self::Overtaken => "每次正要发布时，都有别人先发布了一版，这次没有发布。请再试一次。".into(),
        }
    }

    fn in_english(&self) -> String {
        match self {
            Self::NoSuchWeek(week, known) if known.is_empty() => {
                format!("there is no week “{week}”: the database has none yet. Bring one in with festoon import.")
            }
            Self::NoSuchWeek(week, known) => format!("there is no week “{week}”. There are: {}.", known.join(", ")),
            Self::NoReason => {
                "say why it is released: --reason \"the opening moves to Purple Hall\".".into()
            }
            Self::NothingChanged(number) => {
                format!("the public would see nothing that is not in release {number}, so there is no new one.")
            }
            Self::MadeAlready => "the release that was planned for this hour is made already; there is no second one.".into(),
            Self::NoSuchRelease(number, Some(last)) => {
                format!("there is no release {number}; the newest is {last}.")
            }
            Self::NoSuchRelease(number, None) => {
                format!("there is no release {number}: nothing of this week was released yet.")
            }
            Self::Damaged(number, damaged) => format!(
                "release {number} cannot be read: {} Restore the database from a backup.",
                damaged.sentence(Lang::En)
            ),
            Self::Unfit(fault) => fault.sentence(Lang::En),
            Self::Overtaken => {
                "each time this release was ready, somebody else had made one. Nothing was released; try again.".into()
            }
        }
    }
}
