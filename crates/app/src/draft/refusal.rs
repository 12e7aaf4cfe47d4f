//! Why something is not taken into a draft.

use festoon_domain::record::{Fault, Kind};
use festoon_domain::text::Lang;

/// A reason a person can be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DraftRefusal {
    /// Nobody said into which week, and the database has no current one.
    NoWeekSaid,
    /// There is no such week: which was said, and which there are.
    NoSuchWeek(String, Vec<String>),
    /// A week cannot be called that.
    NoSlug(String),
    /// The draft would no longer fit together.
    Unfit(Fault),
    /// The file seems to be a newer version of one that came under another name: new name, old name, how many sessions meet.
    LooksLike(String, String, usize),
    /// A file of this name came before, and has hardly anything in common with this one: the name, how many sessions meet.
    AnotherOfThatName(String, usize),
    /// Files brought together have the same guids, as the two languages of one programme do: how many.
    SameGuids(usize),
    /// Nobody said why.
    NoReason,
    /// The file that is said to be replaced never came: its name, and those that did.
    NeverCame(String, Vec<String>),
    /// Only one file can take the place of another.
    ReplacesOne,
    /// There is no such record.
    NoRecord(Kind, String),
    /// The kind has no such field: the field, and those there are.
    NoField(Kind, String),
    /// The field cannot hold what was said: what was said, and what would be right.
    NoValue(String, &'static str),
    /// Others changed the draft each time a plan was ready.
    Overtaken,
}

impl DraftRefusal {
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
            Self::NoWeekSaid => {
                "没有说明导入哪一届创新周，请用 --week 指定，例如 --week nanjing-2027。".into()
            }
            Self::NoSuchWeek(week, known) if known.is_empty() => {
                format!("没有「{week}」这一届：数据库里还没有任何创新周，请先用 festoon import 导入。")
            }
            Self::NoSuchWeek(week, known) => format!("没有「{week}」这一届。现有：{}。", known.join("、")),
            Self::NoSlug(slug) => {
                format!("「{slug}」不能用作创新周的名称：只能用小写字母、数字和连字符，例如 nanjing-2027。")
            }
            Self::Unfit(fault) => fault.sentence(Lang::Zh),
            Self::LooksLike(new, old, sessions) => format!(
                "「{new}」看来是「{old}」的新版：有 {sessions} 个场次标题和时间相同。若是新版，请加 --replaces {old}；若确是另一份日程，请加 --separate。"
            ),
            Self::AnotherOfThatName(name, meet) => format!(
                "以前导入过一份同名的「{name}」，与这一份只有 {meet} 个场次标题相同，多半不是同一份日程。若是另一家主办单位的，请换个文件名再导入；若确是它的新版，请加 --replaces {name}。"
            ),
            Self::SameGuids(count) => format!(
                "这些文件里有 {count} 个场次的 guid 相同，多半是同一份日程的两种语言。请一个一个地导入，它们会合成一份双语的日程。"
            ),
            Self::NoReason => "请用 --reason 写明为什么改。".into(),
            Self::NeverCame(name, known) => {
                format!("从没导入过「{name}」，无法替换。导入过的有：{}。", known.join("、"))
            }
            Self::ReplacesOne => "--replaces 一次只能用于一个文件。".into(),
            Self::NoRecord(kind, key) => format!("没有「{key}」这个{}。", kind.called(Lang::Zh)),
            Self::NoField(kind, field) => {
                format!(
                    "{}没有「{field}」这一项。可用的有：{}。",
                    kind.called(Lang::Zh),
                    fields(*kind).join("、")
                )
            }
            Self::NoValue(stood, right) => format!("「{stood}」填不进这一项，写法如：{right}。"),
            Self::Overtaken => "每次正要保存时，草稿都被别人先改了，什么也没有写入。请再试一次。".into(),
        }
    }

    fn in_english(&self) -> String {
        match self {
            Self::NoWeekSaid => "nobody said which week this is for. Say it: --week nanjing-2027.".into(),
            Self::NoSuchWeek(week, known) if known.is_empty() => {
                format!("there is no week “{week}”: the database has none yet. Bring one in with festoon import.")
            }
            Self::NoSuchWeek(week, known) => format!("there is no week “{week}”. There are: {}.", known.join(", ")),
            Self::NoSlug(slug) => {
                format!("a week cannot be called “{slug}”: small letters, digits and hyphens, as nanjing-2027.")
            }
            Self::Unfit(fault) => fault.sentence(Lang::En),
            Self::LooksLike(new, old, sessions) => format!(
                "“{new}” looks like a newer version of “{old}”: {sessions} sessions have the same title and time. If it is, add --replaces {old}; if it is another programme after all, add --separate."
            ),
            Self::AnotherOfThatName(name, meet) => format!(
                "another file called “{name}” came before, and only {meet} sessions have the same title: it is probably not the same programme. If it is another host's, give it another name and import it again; if it is a new version after all, add --replaces {name}."
            ),
            Self::SameGuids(count) => format!(
                "{count} sessions of these files have the same guids: they are probably one programme in two languages. Import them one after the other, and they become one in both."
            ),
            Self::NoReason => "say why it is changed: --reason.".into(),
            Self::NeverCame(name, known) => {
                format!("“{name}” was never imported, so it cannot be replaced. These were: {}.", known.join(", "))
            }
            Self::ReplacesOne => "--replaces goes with one file at a time.".into(),
            Self::NoRecord(kind, key) => format!("there is no {} “{key}”.", kind.called(Lang::En)),
            Self::NoField(kind, field) => {
                format!("a {} has no field “{field}”. It has: {}.", kind.called(Lang::En), fields(*kind).join(", "))
            }
            Self::NoValue(stood, right) => format!("“{stood}” does not fit here; write it like this: {right}."),
            Self::Overtaken => {
                "each time the changes were ready, somebody else had changed the draft. Nothing was written; try again.".into()
            }
        }
    }
}

fn fields(kind: Kind) -> Vec<&'static str> {
    kind.fields().iter().map(|field| field.name).collect()
}
