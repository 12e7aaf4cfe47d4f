//! What only JSON can get wrong, in both languages.
//!
//! Where a sentence names a member it gives the whole path, because the line alone says little in a file of one line.

mod counting;

pub(super) use counting::Faults;

use festoon_domain::text::Lang;

use super::form::Words;
use super::node::Kind;

/// What could not be taken as it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JsonTrouble {
    /// A member that does not fit its format: its path, what is wrong, how often.
    Member(String, Fault, u32),
    /// An id that no entry of its list has; not used.
    Unlisted(Table),
    /// An id that no entry of its list has; taken for the name.
    UnlistedName(Table),
    /// An id that another entry of its list has: the line of that one, which is taken.
    ListedTwice(Table, u32),
    /// A session that is shown in other rooms too: their names stand there.
    Relayed,
    /// Titles that are the same in both languages: how many; taken as not translated.
    Untranslated(u32),
    /// Texts in languages other than Chinese and English beside those: how many; not used.
    OtherLanguages(u32),
    /// A name that is a whole text; it was cut.
    NameCut,
}

/// How a member does not fit its format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// It must be there and is not.
    Missing,
    /// It is `null`, which it must not be.
    Null,
    /// It is something else than one of these.
    Type(&'static [Kind]),
    /// It is no whole number.
    NotWhole,
    /// It is not spelt so.
    Unfit(Words),
    /// The format does not have it; not used.
    Unknown,
    /// The format does not have it; used.
    Beyond,
    /// The format forbids it there; used.
    Forbidden,
    /// It stands there twice.
    Twice,
    /// Somebody in neither of the two ways.
    PersonNeither,
    /// Somebody in both ways at once.
    PersonBoth,
}

/// A list whose entries are named by their ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// Rooms.
    Rooms,
    /// Speakers.
    Speakers,
    /// Types of sessions.
    Types,
    /// Tags.
    Tags,
    /// Tracks.
    Tracks,
}

impl JsonTrouble {
    /// What is wrong and what was assumed.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.chinese(),
            Lang::En => self.english(),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::Member(path, fault, count) => format!("{}共 {count} 处。", fault.chinese(path)),
            Self::Unlisted(table) => format!("{}里没有这个 id；没有采用。", table.chinese()),
            Self::UnlistedName(table) => format!("{}里没有这个 id；直接用它作名称。", table.chinese()),
            Self::ListedTwice(table, line) => {
                format!("{}里这个 id 与第 {line} 行重复；以前一个为准。", table.chinese())
            }
            Self::Relayed => "这一场还转播到其他会场；只收录主会场。".into(),
            Self::Untranslated(count) => format!("有 {count} 场的标题中英文完全相同；按没有译文处理。"),
            Self::OtherLanguages(count) => {
                format!("有 {count} 段文字另有中英文以外的版本；没有采用。")
            }
            Self::NameCut => "名称过长，已截短。".into(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Member(path, fault, count) => format!("{}; {count} time(s).", fault.english(path)),
            Self::Unlisted(table) => {
                format!("there is no such id among the {}; it is not used.", table.english())
            }
            Self::UnlistedName(table) => {
                format!("there is no such id among the {}; it is taken for the name.", table.english())
            }
            Self::ListedTwice(table, line) => {
                format!(
                    "the id on line {line} among the {} is the same; the first is taken.",
                    table.english()
                )
            }
            Self::Relayed => {
                "the session is relayed to other rooms too; only the room it takes place in is kept.".into()
            }
            Self::Untranslated(count) => {
                format!("{count} title(s) are the same in Chinese and English; taken as not translated.")
            }
            Self::OtherLanguages(count) => {
                format!("{count} text(s) stand there in other languages as well; those are not used.")
            }
            Self::NameCut => "the name is too long for one; it is cut.".into(),
        }
    }

    /// A word for it.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Member(_, fault, _) => fault.word(),
            Self::Unlisted(_) | Self::UnlistedName(_) => "id-unlisted",
            Self::ListedTwice(..) => "id-listed-twice",
            Self::Relayed => "relayed",
            Self::Untranslated(_) => "untranslated",
            Self::OtherLanguages(_) => "other-languages",
            Self::NameCut => "name-cut",
        }
    }
}

impl Fault {
    fn chinese(self, path: &str) -> String {
        match self {
            Self::Missing => format!("缺少 {path}，格式要求必写；"),
            Self::Null => format!("{path} 为 null，格式不允许；按没有写处理，"),
            Self::Type(kinds) => {
                let kinds: Vec<_> = kinds.iter().map(|kind| kind.chinese()).collect();
                format!("{path} 应为{}；看得懂的照内容采用，", kinds.join("或"))
            }
            Self::NotWhole => format!("{path} 应为整数，不带引号；照其中的内容采用，"),
            Self::Unfit(words) => format!("{path} 的写法不合格式，{}；照原样采用，", words.right(Lang::Zh)),
            Self::Unknown => format!("格式里没有 {path} 这个成员；没有采用，"),
            Self::Beyond => format!("格式里没有 {path} 这个成员；仍已采用，"),
            Self::Forbidden => {
                format!("格式不允许在这里写 {path}，应移到 conference 里；仍已采用，")
            }
            Self::Twice => format!("{path} 写了两遍；列表合并读取，单个值以后一个为准，"),
            Self::PersonNeither => format!(
                "{path} 不合人员的两种写法：整数 id 加 public_name，或 name（code、avatar、biography 也须合规）；照其中的内容采用，"
            ),
            Self::PersonBoth => {
                format!(
                    "{path} 同时合乎人员的两种写法，格式只许其一：不要同时写 name 和 public_name；以 name 为准，"
                )
            }
        }
    }

    fn english(self, path: &str) -> String {
        match self {
            Self::Missing => format!("{path} is missing, which the format requires"),
            Self::Null => format!("{path} is null, which the format does not allow; taken as not stated"),
            Self::Type(kinds) => {
                let kinds: Vec<_> = kinds.iter().map(|kind| kind.english()).collect();
                format!("{path} should be {}; taken for what it says where that is clear", kinds.join(" or "))
            }
            Self::NotWhole => {
                format!("{path} should be a whole number without quotes; taken for what it says")
            }
            Self::Unfit(words) => {
                format!(
                    "{path} is not spelt as the format asks, {}; taken as it stands",
                    words.right(Lang::En)
                )
            }
            Self::Unknown => format!("the format has no {path}; it is not used"),
            Self::Beyond => format!("the format has no {path}; it is used all the same"),
            Self::Forbidden => {
                format!("the format forbids {path}, move it into the conference; it is used all the same")
            }
            Self::Twice => {
                format!("{path} stands there twice; lists are read both, of single values the last is taken")
            }
            Self::PersonNeither => format!(
                "{path} describes nobody as the format asks, which is a whole id and a public_name, or a name (with code, avatar and biography as they should be); taken for what it says"
            ),
            Self::PersonBoth => {
                format!(
                    "{path} fits both ways to describe somebody, of which the format allows one: leave out name or public_name; the name is taken"
                )
            }
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Missing => "member-missing",
            Self::Null => "member-null",
            Self::Type(_) | Self::NotWhole => "member-type",
            Self::Unfit(_) => "member-unfit",
            Self::Unknown => "member-unknown",
            Self::Beyond => "member-beyond",
            Self::Forbidden => "member-forbidden",
            Self::Twice => "member-twice",
            Self::PersonNeither => "person-neither",
            Self::PersonBoth => "person-both",
        }
    }
}

impl Kind {
    const fn chinese(self) -> &'static str {
        match self {
            Self::Null => " null",
            Self::Truth => " true 或 false",
            Self::Number => "数字",
            Self::Text => "字符串",
            Self::List => "数组",
            Self::Object => "对象",
        }
    }

    const fn english(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Truth => "true or false",
            Self::Number => "a number",
            Self::Text => "a string",
            Self::List => "an array",
            Self::Object => "an object",
        }
    }
}

impl Table {
    const fn chinese(self) -> &'static str {
        match self {
            Self::Rooms => "会场列表",
            Self::Speakers => "演讲人列表",
            Self::Types => "类型列表",
            Self::Tags => "标签列表",
            Self::Tracks => "专题列表",
        }
    }

    const fn english(self) -> &'static str {
        match self {
            Self::Rooms => "rooms",
            Self::Speakers => "speakers",
            Self::Types => "session types",
            Self::Tags => "tags",
            Self::Tracks => "tracks",
        }
    }
}
