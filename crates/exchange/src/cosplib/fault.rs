//! What can be wrong with a workbook of the benchmark or a solution of it, and what would be right.

use festoon_domain::text::Lang;

/// A workbook from which no conference can be read, or a solution that is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConferenceFault {
    /// A sheet is not there, or nothing is in it; its name.
    NoSheet(String),
    /// A heading is missing; how it reads.
    NoHeading(String),
    /// A heading that names nothing; what stood there and what it should name.
    UnknownHeading(String, Things),
    /// A weight of something that is not counted; what stood there.
    UnknownWeight(String),
    /// A name or heading twice; what stood there.
    Twice(String),
    /// A sheet lists nothing.
    None(Things),
    /// A penalty sheet says nothing of one; its name.
    Unmentioned(Things, String),
    /// A cell names what is not listed; what stood there.
    Unknown(Things, String),
    /// A row without a name in its first cell.
    NoName,
    /// A formula that failed; what it shows.
    Failed(String),
    /// A cell is no whole number in these bounds; what stood there.
    NotANumber { stood: String, least: i64, most: i64 },
    /// A cell is no time of day; what stood there.
    NotATime(String),
    /// A time zone that nobody knows; what stood there.
    UnknownZone(String),
    /// A session that ends before it begins.
    EndsFirst,
    /// Two tracks with two penalties, one in each half of the sheet.
    TwoPenalties(i64, i64),
    /// More of something than is taken.
    TooMany(Things, usize),
    /// More ways to place a submission than are taken.
    TooLarge { places: u64, most: u64 },
    /// A submission longer than the longest session; its slots and the session's.
    TooLong { slots: u16, longest: u16 },
    /// More slots are needed than there are.
    NoRoom { needed: u64, there: u64 },
    /// The solution is none.
    Solution(super::Broken),
}

/// What a sheet lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Things {
    Sessions,
    Rooms,
    Tracks,
    Submissions,
    People,
}

impl Things {
    const fn called(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Sessions, Lang::Zh) => "时段",
            (Self::Sessions, Lang::En) => "session",
            (Self::Rooms, Lang::Zh) => "会场",
            (Self::Rooms, Lang::En) => "room",
            (Self::Tracks, Lang::Zh) => "分会",
            (Self::Tracks, Lang::En) => "track",
            (Self::Submissions, Lang::Zh) => "报告",
            (Self::Submissions, Lang::En) => "submission",
            (Self::People, Lang::Zh) => "人员",
            (Self::People, Lang::En) => "mention of a person",
        }
    }

    /// The sheet that lists them.
    const fn sheet(self) -> &'static str {
        match self {
            Self::Sessions => "sessions",
            Self::Rooms => "rooms",
            Self::Tracks => "tracks",
            Self::Submissions | Self::People => "submissions",
        }
    }
}

impl ConferenceFault {
    /// What is wrong and what would be right.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.zh(),
            Lang::En => self.en(),
        }
    }

    fn zh(&self) -> String {
        let called = |things: &Things| things.called(Lang::Zh);
        match self {
            Self::NoSheet(name) => format!("没有工作表「{name}」，或表中没有内容。请补上这张表。"),
            Self::NoHeading(heading) => format!("缺少「{heading}」一栏。请补上这一栏，表头照写。"),
            Self::UnknownHeading(stood, things) => {
                format!("「{stood}」不是{}。请改成工作表「{}」中的名称。", called(things), things.sheet())
            }
            Self::UnknownWeight(stood) => {
                format!("「{stood}」不是可以设权重的规则。请照原样写出规则名称，或删去这一行。")
            }
            Self::Twice(stood) => format!("「{stood}」出现了两次。请删去一处或改名。"),
            Self::None(things) => format!("一个{}也没有。请至少填写一行。", called(things)),
            Self::Unmentioned(things, name) => {
                format!("这张表里没有{}「{name}」。请补上，不罚分的格子可以留空。", called(things))
            }
            Self::Unknown(things, stood) => {
                format!("没有{}「{stood}」。请改成工作表「{}」中的名称。", called(things), things.sheet())
            }
            Self::NoName => "这一行第一格是空的。请填写名称，或删去整行。".into(),
            Self::Failed(stood) => format!("公式出错，显示为 {stood}。请改成数值或文字。"),
            Self::NotANumber { stood, least, most } => {
                format!("「{stood}」应为 {least} 到 {most} 之间的整数。")
            }
            Self::NotATime(stood) => format!("「{stood}」不是时刻。请写成 09:30 这样。"),
            Self::UnknownZone(stood) => {
                format!("没有「{stood}」这个时区。请写成 GMT+8 这样，或 IANA 名称，如 Asia/Shanghai。")
            }
            Self::EndsFirst => "结束时间早于开始时间。请核对这两格。".into(),
            Self::TwoPenalties(one, other) => {
                format!("这两个分会有两个罚分：{one} 和 {other}。请只留一处，或改成相同的数。")
            }
            Self::TooMany(things, most) => format!("{}超过 {most} 个，太多了。请拆分文件。", called(things)),
            Self::TooLarge { places, most } => {
                format!("报告数乘以时段数乘以会场数为 {places}，最多 {most}。请拆成几个文件。")
            }
            Self::TooLong { slots, longest } => {
                format!("这场报告要占 {slots} 格，而最长的时段只有 {longest} 格。请缩短报告或加长时段。")
            }
            Self::NoRoom { needed, there } => {
                format!("所有报告共需 {needed} 格，全部时段和会场加起来只有 {there} 格。请增加时段或会场。")
            }
            Self::Solution(broken) => broken.zh(),
        }
    }

    fn en(&self) -> String {
        let called = |things: &Things| things.called(Lang::En);
        match self {
            Self::NoSheet(name) => format!("there is no sheet “{name}”, or nothing is in it. Add it."),
            Self::NoHeading(heading) => {
                format!("the heading “{heading}” is missing. Add it, spelt like this.")
            }
            Self::UnknownHeading(stood, things) => format!(
                "“{stood}” is no {}. Write it as the sheet “{}” does.",
                called(things),
                things.sheet()
            ),
            Self::UnknownWeight(stood) => {
                format!(
                    "“{stood}” is no rule that has a weight. Spell it as the benchmark does, or remove the row."
                )
            }
            Self::Twice(stood) => format!("“{stood}” stands here twice. Remove or rename one."),
            Self::None(things) => format!("not one {} is listed. Fill in at least one row.", called(things)),
            Self::Unmentioned(things, name) => format!(
                "the sheet does not mention the {} “{name}”. Add it; cells without a penalty may be empty.",
                called(things)
            ),
            Self::Unknown(things, stood) => format!(
                "there is no {} “{stood}”. Write it as the sheet “{}” does.",
                called(things),
                things.sheet()
            ),
            Self::NoName => {
                "the first cell of the row is empty. Fill in the name or remove the whole row.".into()
            }
            Self::Failed(stood) => {
                format!("the formula failed and shows {stood}. Put a number or words in its place.")
            }
            Self::NotANumber { stood, least, most } => {
                format!("“{stood}” should be a whole number from {least} to {most}.")
            }
            Self::NotATime(stood) => format!("“{stood}” is no time of day. Write it like 09:30."),
            Self::UnknownZone(stood) => format!(
                "there is no time zone “{stood}”. Write it like GMT+8, or an IANA name such as Asia/Shanghai."
            ),
            Self::EndsFirst => "the session ends before it begins. Check both cells.".into(),
            Self::TwoPenalties(one, other) => {
                format!("the two tracks have two penalties, {one} and {other}. Keep one, or make them equal.")
            }
            Self::TooMany(things, most) => {
                format!("there are more than {most} of this kind: {}. Split the file.", called(things))
            }
            Self::TooLarge { places, most } => format!(
                "submissions times sessions times rooms are {places}, at most {most} are taken. Split the file."
            ),
            Self::TooLong { slots, longest } => format!(
                "the submission takes {slots} slots, and the longest session has {longest}. Shorten it or lengthen a session."
            ),
            Self::NoRoom { needed, there } => format!(
                "the submissions need {needed} slots, and all sessions and rooms together have {there}. Add a session or a room."
            ),
            Self::Solution(broken) => broken.en(),
        }
    }
}
