//! What could not be brought together as it stood, and what was assumed, in both languages.

use festoon_domain::programme::{Citation, Spot};
use festoon_domain::text::Lang;

/// What could not be brought together as it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AssemblyTrouble {
    /// One name with two organisations: taken for two people; the organisations.
    TwoOrganisations(String, String),
    /// A name without organisation where several people have that name: joined to the first, of this organisation.
    OrganisationUnstated(String),
    /// One id with two entirely different names: taken for two people; the name met first.
    IdOfTwoNames(String),
    /// One name with two ids in one file: taken for two people.
    NameOfTwoIds,
    /// A row equal to an earlier one in title, time and place: taken once; the earlier one.
    RowTwice(Citation),
    /// An id that an earlier row has under another title: taken for two sessions; the earlier one.
    IdOfTwoTitles(Citation),
    /// A guid that an occurrence of another row has; one was derived; the other row.
    GuidTwice(Citation),
    /// Two rows about one thing disagree; what was kept.
    Disagree(Aspect, String),
    /// A road from a venue to itself; left out.
    RoadToItself,
    /// A road stated twice with different minutes; the shorter one, in minutes, was taken.
    RoadTwice(u32),
    /// A road from or to a venue that no other file names; left out; the known venue probably meant.
    RoadOfUnknownVenue(Option<String>),
    /// The same file was handed in twice; read once.
    FileTwice,
    /// Two files of one name: the name this one goes by.
    NameTwice(String),
    /// More of one kind than are listed: its word and how many more.
    AndMore(&'static str, u32),
}

/// About what two rows disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// How many people a venue holds.
    Capacity,
    /// How many people a room seats.
    Seats,
    /// Which edition an activity is.
    Edition,
    /// Whether an activity is on the city's list.
    KeyActivity,
    /// The industrial chain of an activity.
    Chain,
    /// The expected audience of a session.
    Expected,
    /// What a thing is called in the other language.
    Translation,
    /// Whether a room is shared.
    RoomUse,
}

impl AssemblyTrouble {
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
            Self::TwoOrganisations(one, other) => {
                format!("同名但单位不同（「{one}」和「{other}」）；按两个人处理。")
            }
            Self::OrganisationUnstated(joined) => {
                format!("有几位同名的人，这里没写单位；按「{joined}」的那一位处理。")
            }
            Self::IdOfTwoNames(first) => format!("同一个人员 id 前面是「{first}」；按两个人处理。"),
            Self::NameOfTwoIds => "同一份文件里同名但 id 不同；按两个人处理。".into(),
            Self::RowTwice(first) => {
                format!("与{}的标题、时间和地点完全相同；只算一场。", place_in_chinese(first))
            }
            Self::IdOfTwoTitles(first) => {
                format!("编号与{}相同，标题却不同；按两场处理。", place_in_chinese(first))
            }
            Self::GuidTwice(first) => {
                format!("guid 与{}相同；已为这一场另行推算一个固定的。", place_in_chinese(first))
            }
            Self::Disagree(aspect, kept) => {
                format!("{}与前面写的不一致；以前面的「{kept}」为准。", aspect.chinese())
            }
            Self::RoadToItself => "起点和终点是同一个场馆；没有采用。".into(),
            Self::RoadTwice(taken) => format!("同一段路写了两次，分钟数不同；取较短的 {taken} 分钟。"),
            Self::RoadOfUnknownVenue(None) => "其他文件里没有这个场馆；到它的路程没有采用。".into(),
            Self::RoadOfUnknownVenue(Some(nearest)) => {
                format!("其他文件里没有这个场馆；到它的路程没有采用。是不是「{nearest}」？")
            }
            Self::FileTwice => "同一份文件给了两次；只读一次。".into(),
            Self::NameTwice(name) => format!("有两份文件同名；这一份改称「{name}」。"),
            Self::AndMore(word, count) => format!("同类问题（{word}）还有 {count} 处，没有一一列出。"),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::TwoOrganisations(one, other) => {
                format!("one name with two organisations (“{one}” and “{other}”); taken for two people.")
            }
            Self::OrganisationUnstated(joined) => format!(
                "several people have this name and no organisation stands here; taken for the one of “{joined}”."
            ),
            Self::IdOfTwoNames(first) => {
                format!("the person's id stood with “{first}” before; taken for two people.")
            }
            Self::NameOfTwoIds => "one name with two ids in one file; taken for two people.".into(),
            Self::RowTwice(first) => {
                format!("title, time and place are those of {}; counted once.", place_in_english(first))
            }
            Self::IdOfTwoTitles(first) => {
                format!(
                    "the id is that of {}, the title is not; taken for two sessions.",
                    place_in_english(first)
                )
            }
            Self::GuidTwice(first) => {
                format!("the guid is that of {}; a lasting one is derived for this.", place_in_english(first))
            }
            Self::Disagree(aspect, kept) => {
                format!("{} differs from what stood before; “{kept}” is kept.", aspect.english())
            }
            Self::RoadToItself => "the road begins and ends at one venue; it is left out.".into(),
            Self::RoadTwice(taken) => {
                format!("the road is stated twice with different minutes; the shorter, {taken}, is taken.")
            }
            Self::RoadOfUnknownVenue(None) => {
                "no other file names this venue; its roads are left out.".into()
            }
            Self::RoadOfUnknownVenue(Some(nearest)) => {
                format!("no other file names this venue; its roads are left out. Is “{nearest}” meant?")
            }
            Self::FileTwice => "the same file was handed in twice; it is read once.".into(),
            Self::NameTwice(name) => format!("two files have this name; this one is called “{name}”."),
            Self::AndMore(word, count) => format!("{count} more of the kind “{word}” are not listed."),
        }
    }

    /// A word for it.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::TwoOrganisations(..) => "two-organisations",
            Self::OrganisationUnstated(_) => "organisation-unstated",
            Self::IdOfTwoNames(_) => "id-of-two-names",
            Self::NameOfTwoIds => "name-of-two-ids",
            Self::RowTwice(_) => "row-twice",
            Self::IdOfTwoTitles(_) => "id-of-two-titles",
            Self::GuidTwice(_) => "guid-twice",
            Self::Disagree(..) => "disagree",
            Self::RoadToItself => "road-to-itself",
            Self::RoadTwice(_) => "road-twice",
            Self::RoadOfUnknownVenue(_) => "road-of-unknown-venue",
            Self::FileTwice => "file-twice",
            Self::NameTwice(_) => "name-twice",
            Self::AndMore(..) => "and-more",
        }
    }
}

impl Aspect {
    const fn chinese(self) -> &'static str {
        match self {
            Self::Capacity => "场馆容量",
            Self::Seats => "会场座位数",
            Self::Edition => "届数",
            Self::KeyActivity => "是否重点活动",
            Self::Chain => "产业链",
            Self::Expected => "预计人数",
            Self::Translation => "译名",
            Self::RoomUse => "会场是否共用",
        }
    }

    const fn english(self) -> &'static str {
        match self {
            Self::Capacity => "the capacity of the venue",
            Self::Seats => "the number of seats",
            Self::Edition => "the edition",
            Self::KeyActivity => "whether it is a key activity",
            Self::Chain => "the industrial chain",
            Self::Expected => "the expected audience",
            Self::Translation => "the name in the other language",
            Self::RoomUse => "whether the room is shared",
        }
    }
}

fn place_in_chinese(citation: &Citation) -> String {
    let file = &citation.file;
    match &citation.spot {
        Spot::Whole => format!("「{file}」"),
        Spot::Row(sheet, row) | Spot::Cell(sheet, row, _) if sheet.is_empty() => {
            format!("「{file}」第 {row} 行")
        }
        Spot::Row(sheet, row) | Spot::Cell(sheet, row, _) => {
            format!("「{file}」工作表「{sheet}」第 {row} 行")
        }
        Spot::Line(line) | Spot::Character(line, _) => format!("「{file}」第 {line} 行"),
        Spot::TableRow(table, row) | Spot::TableCell(table, row, _) => {
            format!("「{file}」第 {table} 个表第 {row} 行")
        }
    }
}

fn place_in_english(citation: &Citation) -> String {
    let file = &citation.file;
    match &citation.spot {
        Spot::Whole => format!("{file}"),
        Spot::Row(sheet, row) | Spot::Cell(sheet, row, _) if sheet.is_empty() => format!("{file}, row {row}"),
        Spot::Row(sheet, row) | Spot::Cell(sheet, row, _) => format!("{file}, sheet {sheet}, row {row}"),
        Spot::Line(line) | Spot::Character(line, _) => format!("{file}, line {line}"),
        Spot::TableRow(table, row) | Spot::TableCell(table, row, _) => {
            format!("{file}, table {table}, row {row}")
        }
    }
}
